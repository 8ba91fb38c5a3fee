"""Selecting by keyboard: the caret shows only then."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from tawatur_core.model import Span
from tawatur_gui.reading.page import ReadPage

from .made import Made

KEY, SHIFT = Qt.Key, Qt.KeyboardModifier.ShiftModifier


def test_arrows_scroll_until_something_is_selected_by_key(page: ReadPage):
    pane = page.pane
    assert not pane.has_caret
    for _ in range(3):
        QTest.keyClick(pane, KEY.Key_Down)
    assert not pane.has_caret
    assert pane.verticalScrollBar().value() > 0


def test_escape_hides_the_caret_and_keeps_what_is_picked(page: ReadPage, made: Made):
    page.pick(made.soldiers)
    QTest.keyClick(page.pane, KEY.Key_Left)
    assert page.pane.has_caret
    page.leave()
    assert not page.pane.has_caret
    assert page.key == made.soldiers
    page.leave()
    assert page.key == ""


def test_the_caret_begins_where_something_is_picked(page: ReadPage, made: Made):
    page.pick(made.soldiers)
    article = page.desk.article
    assert article is not None
    start = article.claims[made.soldiers].spans[0].start
    QTest.keyClick(page.pane, KEY.Key_Left, SHIFT)
    QTest.keyClick(page.pane, KEY.Key_Left, SHIFT)
    assert page.desk.selection == Span(start, start + 2)


def test_the_caret_begins_in_sight(page: ReadPage):
    bar = page.pane.verticalScrollBar()
    bar.setValue(bar.maximum())
    place = bar.value()
    assert place > 200
    QTest.keyClick(page.pane, KEY.Key_Left)
    assert page.pane.viewport().rect().contains(page.pane.cursorRect().center())
    assert bar.value() == place


def test_the_caret_stays_after_marking(page: ReadPage, made: Made):
    QTest.keyClick(page.pane, KEY.Key_Left)
    for _ in range(6):
        QTest.keyClick(page.pane, KEY.Key_Left, SHIFT)
    end = page.pane.textCursor().position()
    page.acts.claim()
    assert page.key
    assert not page.pane.has_caret
    QTest.keyClick(page.pane, KEY.Key_Left)
    assert page.pane.textCursor().position() == end + 1
