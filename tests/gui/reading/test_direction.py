"""An article in English reads from left to right, one in Arabic from right to left."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint
from PySide6.QtTest import QTest

from tawatur_core.model import Span
from tawatur_gui.reading.marks import Mark, Sign
from tawatur_gui.reading.overlay import Overlay
from tawatur_gui.reading.pane import Pane
from tawatur_gui.reading.sheet import reads_right_to_left

from .test_pane import Show, _drag, show

__all__ = ["show"]  # the fixture

ENGLISH = (
    "Lavrov said on Saturday that more than 10,000 soldiers were sent. He met Choe Son Hui "
    '(تشوي سون هوي) in Wonsan, and "they agreed" on the next visit.\n\nThe end.'
)


@pytest.mark.parametrize(
    ("text", "right"),
    [
        (ENGLISH, False),
        ("CNN: قال الوزير إن شركة OpenText باعت أسهمها في نيويورك", True),
        ("", True),
        ("12 / 7 / 2025", True),
    ],
)
def test_most_letters_decide(text: str, right: bool):
    assert reads_right_to_left(text) is right


def _edges(pane: Pane, span: Span) -> tuple[QPoint, QPoint]:
    first = pane.place_of(Span(span.start, span.start + 1))
    last = pane.place_of(Span(span.end - 1, span.end))
    assert first is not None
    assert last is not None
    return QPoint(first.left() + 2, first.center().y()), QPoint(last.right() - 2, last.center().y())


def test_english_begins_at_the_left_and_is_selected_so(show: Show):
    pane = show(ENGLISH)
    begin = pane.place_of(Span(0, 1))
    after = pane.place_of(Span(10, 11))
    assert begin is not None
    assert after is not None
    assert begin.left() < after.left()
    for words in ("said on Saturday", "Choe Son Hui (تشوي سون هوي) in Wonsan", '"they agreed"'):
        at = ENGLISH.index(words)
        span = Span(at, at + len(words))
        QTest.qWait(0)
        pane.clear_selection()
        _drag(pane, *_edges(pane, span))
        assert pane.selection() == span


def test_beside_a_line_of_english(show: Show):
    pane = show(ENGLISH)
    line = pane.place_of(Span(0, 6))
    assert line is not None
    left, right = pane._look.column_left, pane._look.column_right
    _drag(pane, QPoint(round(left) - 5, line.center().y()), QPoint(round(right), line.center().y()))
    selected = pane.selection()
    assert selected.start == 0
    assert 30 < selected.end < 90


@pytest.mark.parametrize(
    ("text", "right"), [(ENGLISH, False), ("قال الوزير إن بلاده أرسلت " * 12, True)]
)
def test_the_brackets_of_a_claim_open_where_one_begins_to_read(
    show: Show, monkeypatch: pytest.MonkeyPatch, text: str, right: bool
):
    pane = show(text)
    drawn: list[tuple[float, float]] = []

    def note(_self: Overlay, _painter: object, edge: float, _baseline: float, inwards: float):
        drawn.append((edge, inwards))

    monkeypatch.setattr(Overlay, "_bracket", note)
    pane.set_marks([Mark("c", Sign.CLAIM, (Span(0, len(text.splitlines()[0])),))])
    pane.grab()
    begin = pane.place_of(Span(0, 1))
    assert begin is not None
    opening, closing = drawn[:2]
    assert opening[1] == (-1.0 if right else 1.0)
    assert abs(opening[0] - (begin.right() if right else begin.left())) < 6
    assert closing[1] == -opening[1]
