"""The keyboard stays where a person works when a card is built anew."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QWidget

from tawatur_core.model import ClaimKind, Origin, SlotName
from tawatur_core.store.claims import claim as read_claim
from tawatur_gui.context import Context
from tawatur_gui.reading.editors import TextEditor
from tawatur_gui.reading.page import ReadPage
from tawatur_gui.widgets import Button

from .made import Made

KEY = Qt.Key


@pytest.fixture
def search(page: ReadPage) -> QLineEdit:
    """A field before the page in the order of the keyboard, as in the window."""
    window = page.window()
    field = QLineEdit(window)
    field.setGeometry(0, 0, 80, 20)
    field.show()
    QWidget.setTabOrder(field, page.library)
    return field


def _button(holder: QWidget, text: str) -> Button:
    return next(one for one in holder.findChildren(Button) if one.text() == text)


def test_taking_all_of_a_kind_gives_the_keyboard_to_the_page(
    page: ReadPage, made: Made, context: Context, search: QLineEdit
):
    offers = page.inspector.overview.offers
    button = _button(offers, context.say("read-accept-mentions", count=2))
    button.setFocus()
    button.click()
    assert page.desk.article is not None
    assert not page.desk.article.mention_proposals
    assert QApplication.focusWidget() is page.pane


def test_a_pressed_kind_keeps_the_keyboard(page: ReadPage, made: Made, context: Context):
    page.pick(made.soldiers)
    told = context.say("claim-kind-direct-quote")
    button = _button(page.inspector.claim.card, told)
    button.setFocus()
    button.click()
    assert read_claim(made.session, made.soldiers).kind is ClaimKind.DIRECT_QUOTE
    focus = QApplication.focusWidget()
    assert isinstance(focus, Button)
    assert focus.text() == told
    assert page.inspector.claim.card.isAncestorOf(focus)


def test_after_editing_a_slot_the_keyboard_is_on_it(page: ReadPage, made: Made, search: QLineEdit):
    page.pick(made.soldiers)
    slots = page.inspector.claim.slots
    row = next(row for row in slots.rows if row.slot.name is SlotName.WHEN)
    row.setFocus()
    QTest.keyClick(row, KEY.Key_Return)
    editor = slots._editor
    assert isinstance(editor, TextEditor)
    editor.edit.setText("السبت")
    QTest.keyClick(editor.edit, KEY.Key_Return)
    now = next(r for r in page.inspector.claim.slots.rows if r.slot.name is SlotName.WHEN)
    assert now.slot.origin is Origin.ANALYST
    assert QApplication.focusWidget() is now


def test_the_accept_button_goes_on_to_the_next(page: ReadPage, made: Made, context: Context):
    article = page.desk.article
    assert article is not None
    first, second = list(article.mention_proposals)[:2]
    page.pick(first)
    button = _button(page.inspector.proposal.card, context.say("read-accept"))
    button.setFocus()
    button.click()
    assert first not in article.mention_proposals
    assert page.key == second
    focus = QApplication.focusWidget()
    assert isinstance(focus, Button)
    assert focus.text() == context.say("read-accept")


def test_nothing_takes_the_keyboard_that_was_elsewhere(page: ReadPage, made: Made):
    page.pick(made.soldiers)
    page.pane.setFocus()
    page.desk.set_kind(made.soldiers, ClaimKind.DIRECT_QUOTE)
    assert QApplication.focusWidget() is page.pane
