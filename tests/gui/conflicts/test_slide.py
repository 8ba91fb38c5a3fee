"""What slides, and that nothing does when less motion is asked for."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QWidget

from tawatur_gui.conflicts import slide
from tawatur_gui.conflicts.slide import LASTS, Slide


@pytest.fixture
def widget(app: object) -> Iterator[QWidget]:
    made = QWidget()
    made.resize(300, 200)
    made.show()
    yield made
    made.close()
    made.deleteLater()


def pictures(widget: QWidget) -> list[QLabel]:
    return [child for child in widget.findChildren(QLabel) if child.isVisible()]


def test_the_old_picture_leaves_within_120_ms(widget: QWidget):
    assert LASTS <= 120
    moving = Slide(widget)
    moving.take()
    moving.go()
    assert len(pictures(widget)) == 1
    QTest.qWait(LASTS * 3)
    assert pictures(widget) == []


def test_a_second_slide_ends_the_first(widget: QWidget):
    moving = Slide(widget)
    for _ in range(3):
        moving.take()
        moving.go()
    assert len(pictures(widget)) == 1
    moving.stop()
    assert pictures(widget) == []


def test_nothing_moves_when_the_desktop_asks_for_less(
    widget: QWidget, monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.setattr(slide, "wanted", lambda _widget: False)
    moving = Slide(widget)
    moving.take()
    moving.go()
    assert pictures(widget) == []
