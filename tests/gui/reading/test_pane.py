"""The page under a real mouse and real keys."""

from __future__ import annotations

import random
import re
from collections.abc import Callable, Iterator

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QColor, QWheelEvent
from PySide6.QtTest import QSignalSpy, QTest
from PySide6.QtWidgets import QApplication

from tawatur_core import paths
from tawatur_core.model import Span
from tawatur_gui import theme
from tawatur_gui.reading.clusters import snap
from tawatur_gui.reading.marks import Mark, Sign
from tawatur_gui.reading.pane import Pane
from tawatur_gui.reading.sheet import Style
from tawatur_gui.reading.view import BIG

from .texts import HARD

LEFT = Qt.MouseButton.LeftButton
Show = Callable[[str], Pane]


@pytest.fixture
def show(app: QApplication) -> Iterator[Show]:
    """Show a text in a pane 640 pixels wide."""
    pane = Pane()
    pane.resize(640, 700)
    pane.set_theme(theme.LIGHT, "خارج المقال")

    def shown(text: str) -> Pane:
        pane.show_text(text, "عنوان", "سطر", Style())
        pane.show()
        QTest.qWaitForWindowExposed(pane)
        return pane

    yield shown
    pane.close()
    pane.deleteLater()


def until(done: Callable[[], bool]) -> None:
    """Let the window work until something is so."""
    for _ in range(3000):
        if done():
            return
        QTest.qWait(20)
    pytest.fail("it never came to that")


def _ends(pane: Pane, span: Span) -> tuple[QPoint, QPoint]:
    """Where to press and let go to take the letters of a span, as one who reads right to left."""
    offsets, origin = pane._sheet.offsets, pane._origin()
    shape = pane._overlay.geometry.shape(offsets.start(span.start), offsets.end(span.end))
    assert shape is not None
    first, last = shape.first, shape.last
    press = QPoint(round(first.x + (-1 if first.right_to_left else 1)), round(first.baseline - 4))
    free = QPoint(round(last.x + (1 if last.right_to_left else -1)), round(last.baseline - 4))
    press, free = press - origin.toPoint(), free - origin.toPoint()
    if not _inside_one_word(pane, press, free):
        # From outside, a number is taken from its right side to its left one.
        press, free = _edge(pane, press, right=True), _edge(pane, free, right=False)
    return press, free


def _inside_one_word(pane: Pane, press: QPoint, free: QPoint) -> bool:
    return pane._spot_near(QPointF(press)).word == pane._spot_near(QPointF(free)).word


def _edge(pane: Pane, at: QPoint, *, right: bool) -> QPoint:
    """Return the side of the foreign word at a place; the place itself beside such words."""
    start, end = pane._spot_near(QPointF(at)).word
    shape = pane._overlay.geometry.shape(start, end) if start < end else None
    if shape is None:
        return at
    x = max(p.right for p in shape.pieces) - 1 if right else min(p.left for p in shape.pieces) + 1
    return QPoint(round(x) - pane._origin().toPoint().x(), at.y())


def _cuts_a_word(pane: Pane, span: Span) -> bool:
    """Whether a span takes only a part of a number or Latin word, and more beside it."""
    text = pane.text_shown
    edges = [span.start] if span.start else []
    edges += [span.end] if span.end < len(text) else []
    inside = span.of(text).isalnum()
    return not inside and any(
        _FOREIGN.fullmatch(text[at - 1]) and _FOREIGN.fullmatch(text[at]) for at in edges
    )


_FOREIGN = re.compile(r"[A-Za-z0-9٠-٩.,:/+%$&@'\"-]+")


def _drag(pane: Pane, press: QPoint, free: QPoint) -> None:
    view = pane.viewport()
    QTest.mousePress(view, LEFT, Qt.KeyboardModifier.NoModifier, press)
    QTest.mouseMove(view, (press + free) / 2)
    QTest.mouseMove(view, free)
    QTest.mouseRelease(view, LEFT, Qt.KeyboardModifier.NoModifier, free)


@pytest.mark.parametrize("name", HARD)
def test_a_mouse_selection_is_the_span_of_code_points(show: Show, name: str):
    pane = show(HARD[name])
    text = HARD[name]
    chance = random.Random(5)
    tried = 0
    while tried < 50:
        start = chance.randrange(len(text) - 3)
        span = snap(text, Span(start, min(len(text), start + chance.randrange(2, 120))))
        if len(span) < 2 or text[span.start] in _THIN or text[span.end - 1] in _THIN:
            continue
        if _cuts_a_word(pane, span):
            continue
        tried += 1
        QTest.qWait(0)
        pane.clear_selection()
        _drag(pane, *_ends(pane, span))
        assert pane.selection().of(text) == span.of(text)
        assert pane.selection() == span


_THIN = "\u202e\u202c\u2067\u2069\u200f\u200e\u00a0"  # no width to put the mouse on


def test_the_seeds_select_across_wrapped_lines(show: Show):
    for file in sorted(paths.seeds().glob("0*.txt")):
        text = file.read_text(encoding="utf-8")
        pane = show(text)
        chance = random.Random(11)
        for _ in range(25):
            start = chance.randrange(1200)
            span = snap(text, Span(start, start + chance.randrange(2, 300)))
            pane.scroll_to(span)
            pane.clear_selection()
            press, free = _ends(pane, span)
            inside = pane.viewport().rect()
            if inside.contains(press) and inside.contains(free) and not _cuts_a_word(pane, span):
                _drag(pane, press, free)
                assert pane.selection() == span


def test_a_drag_over_the_title_takes_only_text(show: Show):
    pane = show("كلمة أولى في النص.")
    _, free = _ends(pane, Span(0, 4))
    _drag(pane, QPoint(free.x(), 30), free)
    assert pane.selection() == Span(0, 4)


def test_a_double_click_takes_the_word(show: Show):
    pane = show(HARD["tashkeel"])
    word = Span(4, HARD["tashkeel"].index(" إ"))
    press, _ = _ends(pane, word)
    QTest.mouseDClick(pane.viewport(), LEFT, Qt.KeyboardModifier.NoModifier, press - QPoint(12, 0))
    assert pane.selection().of(HARD["tashkeel"]) == "مُحَمَّدٌ"


def test_keys_select_and_the_pane_never_changes_its_text(show: Show):
    pane = show(HARD["emoji"])
    pane.select(Span(0, 0))
    pane.setFocus()
    for _ in range(6):
        QTest.keyClick(pane, Qt.Key.Key_Left, Qt.KeyboardModifier.ShiftModifier)
    assert pane.selection().of(HARD["emoji"]) == "أعلن 👍🏽"
    before = pane.document().toRawText()
    QTest.keyClicks(pane, "xyz")
    QTest.keyClick(pane, Qt.Key.Key_Delete)
    assert pane.document().toRawText() == before


def test_select_round_trips_on_every_text(show: Show):
    for text in HARD.values():
        pane = show(text)
        for start in range(0, len(text) - 9, 5):
            span = snap(text, Span(start, start + 9))
            pane.select(span)
            assert pane.selection() == span


def test_a_click_picks_the_inner_mark_and_the_margin_bar_its_claim(show: Show):
    text = HARD["nbsp"]
    pane = show(text)
    pane.set_marks(
        [
            Mark("claim", Sign.CLAIM, (Span(0, 30),), number=1),
            Mark("mention", Sign.MENTION, (Span(4, 9),), tone="person"),
        ]
    )
    pane.grab()
    spy = QSignalSpy(pane.picked)
    press, _ = _ends(pane, Span(5, 8))
    QTest.mouseClick(pane.viewport(), LEFT, Qt.KeyboardModifier.NoModifier, press)
    press, _ = _ends(pane, Span(1, 3))
    QTest.mouseClick(pane.viewport(), LEFT, Qt.KeyboardModifier.NoModifier, press)
    bar = QPoint(round(pane._overlay._bar_x(0)), press.y())
    QTest.mouseClick(pane.viewport(), LEFT, Qt.KeyboardModifier.NoModifier, bar)
    QTest.mouseClick(pane.viewport(), LEFT, Qt.KeyboardModifier.NoModifier, QPoint(20, 500))
    assert [spy.at(i)[0] for i in range(spy.count())] == ["mention", "claim", "claim", ""]


def test_marks_are_painted_and_leave_the_letters_alone(show: Show):
    text = "وصل لافروف إلى بيونغ يانغ الآن."
    pane = show(text)
    plain = pane.grab().toImage()
    width = pane.document().findBlockByNumber(2).layout().lineAt(0).naturalTextWidth()
    span = Span(4, 10)
    pane.set_marks([Mark("c", Sign.CLAIM, (span,), number=7)])
    marked = pane.grab().toImage()
    place = pane.place_of(span)
    assert place is not None
    ground = theme.LIGHT.colour("claim_ground")
    here = [
        marked.pixelColor(x, place.top() + 3) for x in range(place.left() + 6, place.right() - 6)
    ]
    assert here.count(ground) > len(here) / 2
    assert plain.pixelColor(place.center().x(), place.top() + 3) == QColor(theme.LIGHT.paper)
    line = pane.document().findBlockByNumber(2).layout().lineAt(0)
    assert line.naturalTextWidth() == width


def test_zoom_keeps_place_and_selection(show: Show):
    text = next(paths.seeds().glob("000*")).read_text(encoding="utf-8")
    pane = show(text)
    span = snap(text, Span(3000, 3040))
    pane.scroll_to(span)
    pane.select(span)
    top = pane._top_point()
    pane.show_again("عنوان", "سطر", Style(size=24))
    assert pane.selection() == span
    now = pane.place_of(Span(top, top + 1))
    assert now is not None
    assert abs(now.top()) < 120


def test_scrolling_to_the_end_of_a_big_text_gets_there(show: Show):
    text = ("جملة قصيرة تنتهي هنا. " * 40 + "\n") * 700
    assert len(text) > BIG
    pane = show(text)
    last, there = Span(len(text) - 6, len(text) - 2), []
    pane.scroll_to(last, lambda: there.append(pane.verticalScrollBar().value()))
    assert there == []  # the window is not held up
    assert pane.document().lastBlock().layout().lineCount() == 0
    until(lambda: bool(there))
    assert there[0] > 0
    place = pane.place_of(last)
    assert place is not None
    assert pane.viewport().rect().contains(place)


@pytest.mark.parametrize("hand", ["wheel", "key", "press", "another"])
def test_who_scrolls_meanwhile_is_not_taken_away(show: Show, hand: str):
    text = ("جملة قصيرة تنتهي هنا. " * 40 + "\n") * 700
    pane, there = show(text), []
    pane.scroll_to(Span(len(text) - 6, len(text) - 2), lambda: there.append(1))
    if hand == "wheel":
        middle = QPointF(pane.viewport().rect().center())
        none = Qt.KeyboardModifier.NoModifier
        rolled = QWheelEvent(
            middle,
            pane.viewport().mapToGlobal(middle),
            QPoint(),
            QPoint(0, -120),
            Qt.MouseButton.NoButton,
            none,
            Qt.ScrollPhase.NoScrollPhase,
            False,
        )
        QApplication.sendEvent(pane.viewport(), rolled)
    elif hand == "key":
        QTest.keyClick(pane, Qt.Key.Key_PageDown)
    elif hand == "press":
        QTest.mouseClick(pane.viewport(), LEFT, pos=QPoint(300, 200))
    else:
        pane.show_text(text, "عنوان آخر", "سطر", Style())
    until(lambda: pane.document().lastBlock().layout().lineCount() > 0)
    QTest.qWait(80)
    assert there == []
    assert pane.verticalScrollBar().value() < 2 * pane.viewport().height()


def test_a_big_text_waits_with_its_new_layout_until_the_mouse_rests(show: Show):
    pane = show("جملة قصيرة تنتهي هنا.\n" * 30_000)
    before = pane._look.column_right
    pane.resize(500, 700)
    assert pane._look.column_right == before
    QTest.qWait(300)
    assert pane._look.column_right < before


def test_hover_tells_the_marks_under_the_mouse(show: Show):
    pane = show("وصل لافروف إلى بيونغ يانغ الآن.")
    pane.set_marks([Mark("m", Sign.MENTION, (Span(4, 10),), tone="person")])
    pane.grab()
    spy = QSignalSpy(pane.hovered)
    press, _ = _ends(pane, Span(5, 9))
    QTest.mouseMove(pane.viewport(), press)
    assert spy.wait(2000)
    assert spy.at(0)[0] == ["m"]


def test_bidi_controls_have_badges(show: Show):
    pane = show(HARD["controls"])
    assert len(pane._badges) == 18
    at = pane._sheet.offsets.start(HARD["controls"].index("\u202e"))
    assert [name for _, name in pane._badges.between(at, at + 1)] == ["RLO"]
    image = pane.grab().toImage()
    tag = theme.LIGHT.colour("conflict_ground")
    assert any(
        image.pixelColor(x, y) == tag for x in range(0, image.width(), 2) for y in range(0, 400, 2)
    )


def test_a_number_is_taken_whole_from_outside(show: Show):
    pane = show("قال الوزير إن العدد بلغ في 11 يوليو 2025، بعد مشاركته في اجتماع كبير")
    text = pane.text_shown
    number = Span(text.index("2025"), text.index("2025") + 4)
    place, before = pane.place_of(number), pane.place_of(Span(0, 1))
    assert place is not None
    assert before is not None
    y = place.center().y()
    start = QPoint(before.right() - 1, before.center().y())
    _drag(pane, start, QPoint(place.left() + 1, y))  # on its first digit, which is its far side
    assert pane.selection() == Span(0, number.end)
    _drag(pane, start, QPoint(place.right() - 1, y))
    assert pane.selection() == Span(0, number.start - 1)  # without the space
    last = text.index("مشاركته")
    far = pane.place_of(Span(last, last + 1))
    assert far is not None
    _drag(pane, QPoint(place.right() - 1, y), far.center() + QPoint(2, 0))
    assert pane.selection() == Span(number.start, last - 1)


def test_digits_of_a_number_can_be_taken_inside_it(show: Show):
    pane = show("في 11 يوليو 2025، بعد")
    at = pane.text_shown.index("2025")
    first, last = pane.place_of(Span(at + 2, at + 3)), pane.place_of(Span(at + 3, at + 4))
    assert first is not None
    assert last is not None
    y = first.center().y()
    _drag(pane, QPoint(first.left() + 1, y), QPoint(last.right() - 1, y))
    assert pane.selection() == Span(at + 2, at + 4)
