"""The inspector: slots, chain, note, accounts, mention card, claims list."""

from __future__ import annotations

from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QSignalSpy, QTest

from tawatur_core.model import Certainty, Claim, HowMany, Mention, Origin, Party, SlotName, When
from tawatur_core.store.claims import claim as read_claim
from tawatur_core.store.mentions import mention as read_mention
from tawatur_gui.context import Context, Place, Target
from tawatur_gui.reading.editors import ChoiceEditor, PartyEditor, TextEditor
from tawatur_gui.reading.page import ReadPage
from tawatur_gui.reading.slots import SlotRow
from tawatur_gui.widgets import AutoLabel, Button

from .made import Made

KEY = Qt.Key


@pytest.fixture
def soldiers(page: ReadPage, made: Made) -> ReadPage:
    """The page with the claim of the soldiers picked."""
    page.pick(made.soldiers)
    return page


def _row(page: ReadPage, name: SlotName) -> SlotRow:
    return next(row for row in page.inspector.claim.slots.rows if row.slot.name is name)


def _claim(made: Made) -> Claim:
    return read_claim(made.session, made.soldiers)


def test_a_date_is_edited_in_place(soldiers: ReadPage, made: Made, context: Context):
    _row(soldiers, SlotName.WHEN).opened.emit()
    editor = soldiers.inspector.claim.slots._editor
    assert isinstance(editor, TextEditor)
    editor.edit.setText("السبت")
    assert "12" in editor.preview.text()
    QTest.keyClick(editor.edit, KEY.Key_Return)
    value = _claim(made).slots_named(SlotName.WHEN)[0]
    assert isinstance(value.value, When)
    assert value.value.first == value.value.last == date(2025, 7, 12)
    assert value.origin is Origin.ANALYST
    made.session.undo()
    assert _claim(made).slots_named(SlotName.WHEN)[0].origin is Origin.PROPOSED


def test_a_number_must_be_understood(soldiers: ReadPage, made: Made):
    _row(soldiers, SlotName.HOW_MANY).opened.emit()
    editor = soldiers.inspector.claim.slots._editor
    assert isinstance(editor, TextEditor)
    editor.edit.setText("كلام")
    assert not editor.save.isEnabled()
    QTest.keyClick(editor.edit, KEY.Key_Return)
    assert _claim(made).slots_named(SlotName.HOW_MANY)[0].value != editor.edit.text()
    editor.edit.setText("نحو 12 ألف جندي")
    assert editor.save.isEnabled()
    editor.save.click()
    value = _claim(made).slots_named(SlotName.HOW_MANY)[0].value
    assert isinstance(value, HowMany)
    assert value.low is not None


def test_escape_leaves_an_editor_without_a_change(soldiers: ReadPage, made: Made):
    before = _claim(made)
    _row(soldiers, SlotName.WHEN).opened.emit()
    editor = soldiers.inspector.claim.slots._editor
    assert editor is not None
    assert isinstance(editor, TextEditor)
    QTest.keyClick(editor.edit, KEY.Key_Escape)
    assert soldiers.inspector.claim.slots._editor is None
    assert soldiers.key == made.soldiers
    assert _claim(made) == before


def test_one_click_confirms_a_proposed_value(soldiers: ReadPage, made: Made):
    row = _row(soldiers, SlotName.WHERE)
    assert isinstance(row.badge, Button)
    row.badge.click()
    assert _claim(made).slots_named(SlotName.WHERE)[0].origin is Origin.ACCEPTED
    assert not isinstance(_row(soldiers, SlotName.WHERE).badge, Button)


def test_keys_on_a_slot(soldiers: ReadPage, made: Made):
    row = _row(soldiers, SlotName.WHERE)
    QTest.keyClick(row, KEY.Key_Space)
    assert _claim(made).slots_named(SlotName.WHERE)[0].origin is Origin.ACCEPTED
    QTest.keyClick(_row(soldiers, SlotName.WHERE), KEY.Key_Delete)
    assert not _claim(made).slots_named(SlotName.WHERE)
    QTest.keyClick(_row(soldiers, SlotName.CERTAINTY), KEY.Key_Return)
    editor = soldiers.inspector.claim.slots._editor
    assert isinstance(editor, ChoiceEditor)
    editor.buttons[2].click()
    assert _claim(made).slots_named(SlotName.CERTAINTY)[0].value is Certainty.POSSIBLE


def test_a_missing_slot_is_added(soldiers: ReadPage, made: Made):
    soldiers.inspector.claim.slots.adders[SlotName.WHO].click()
    editor = soldiers.inspector.claim.slots._editor
    assert isinstance(editor, PartyEditor)
    editor.field.edit.setText("كوريا")
    assert editor.field.model.choices[0].row is not None
    QTest.keyClick(editor.field.edit, KEY.Key_Return)
    value = _claim(made).slots_named(SlotName.WHO)[0].value
    assert isinstance(value, Party)
    assert value.entity == made.entities["كوريا الشمالية"]


def test_a_slot_takes_the_selection_with_its_place(soldiers: ReadPage, made: Made):
    span = made.span(made.documents[2], "6 آلاف مهندس")
    soldiers.select(span)
    _row(soldiers, SlotName.HOW_MANY).opened.emit()
    editor = soldiers.inspector.claim.slots._editor
    assert editor is not None
    take = [b for b in editor.findChildren(Button) if "التحديد" in b.text()]
    take[0].click()
    slot = _claim(made).slots_named(SlotName.HOW_MANY)[0]
    assert slot.span == span
    assert isinstance(slot.value, HowMany)
    assert slot.value.low == 6_000


def test_the_chain_is_edited_link_by_link(soldiers: ReadPage, made: Made):
    chain = soldiers.inspector.claim.chain
    names = [chip.text() for chip in chain.chips]
    assert names[:2] == ["وكالة الأنباء المركزية الكورية الشمالية", "قناة القاهرة الإخبارية"]
    assert len(names) == 3
    chain.chips[1].click()
    editor = chain._editor
    assert editor is not None
    assert isinstance(editor, PartyEditor)
    editor.field.edit.setText("وكالة تاس")
    plain = [b for b in editor.findChildren(Button) if "نص" in b.text()]
    plain[0].click()
    via = _claim(made).slots_named(SlotName.VIA)[0]
    assert via.value == Party("وكالة تاس")
    assert via.origin is Origin.ANALYST


def test_a_new_entity_in_a_slot_is_one_step(soldiers: ReadPage, made: Made):
    soldiers.inspector.claim.chain.chips[1].click()
    editor = soldiers.inspector.claim.chain._editor
    assert isinstance(editor, PartyEditor)
    editor.field.edit.setText("رويترز الجديدة")
    QTest.keyClick(editor.field.edit, KEY.Key_Return)
    value = _claim(made).slots_named(SlotName.VIA)[0].value
    assert isinstance(value, Party)
    assert value.entity is not None
    made.session.undo()
    value = _claim(made).slots_named(SlotName.VIA)[0].value
    assert isinstance(value, Party)
    assert value.entity == made.entities["قناة القاهرة الإخبارية"]


def test_the_kind_is_switched(soldiers: ReadPage, made: Made):
    pills = [
        b
        for b in soldiers.inspector.claim.card.findChildren(Button)
        if b.isCheckable() and b.isVisible()
    ]
    pills[0].click()
    assert _claim(made).kind.value == "statement"


def test_the_note_is_kept_when_the_field_is_left(soldiers: ReadPage, made: Made):
    soldiers.pane.setFocus()
    QTest.keyClick(soldiers.pane, KEY.Key_N)
    note = soldiers.inspector.claim.note
    assert note.hasFocus()
    QTest.keyClicks(note, "see cmt")
    soldiers.pane.setFocus()
    assert _claim(made).note == "see cmt"


def test_accounts_name_conflict_and_agreement(soldiers: ReadPage, context: Context):
    accounts = soldiers.inspector.claim.accounts
    told = " ".join(label.text() for label in accounts.findChildren(AutoLabel))
    assert "⇄" in told
    assert "جهاز الاستخبارات في كوريا الجنوبية" in told
    assert "سلسلتان" in told
    spy = QSignalSpy(context.went)
    review = [b for b in accounts.findChildren(Button) if b.key == "R"]
    review[0].click()
    assert spy.count() == 1
    assert isinstance(spy.at(0)[0], Target)
    assert spy.at(0)[0].place == Place.CONFLICTS


def test_history_says_who_and_when(soldiers: ReadPage, made: Made):
    history = soldiers.inspector.claim.history
    history.link.click()
    lines = [label.text() for label in history.findChildren(AutoLabel)]
    assert lines
    assert "هـ.س" in lines[0]


def test_an_open_editor_survives_other_peoples_changes(soldiers: ReadPage, made: Made):
    from tawatur_core.store.derived import put_reconciliation

    _row(soldiers, SlotName.WHEN).opened.emit()
    editor = soldiers.inspector.claim.slots._editor
    assert isinstance(editor, TextEditor)
    editor.edit.setText("السبت")
    put_reconciliation(made.session, [], [], [])
    assert soldiers.inspector.claim.slots._editor is editor
    assert editor.edit.text() == "السبت"
    assert not soldiers.inspector.claim.accounts.findChildren(Button) or all(
        not b.isVisible() for b in soldiers.inspector.claim.accounts.findChildren(Button)
    )


def test_a_mention_is_linked_trimmed_unlinked_and_removed(page: ReadPage, made: Made):
    assert page.desk.article is not None
    loose = next(m for m in page.desk.article.mentions.values() if m.entity is None)
    page.pick(loose.id)
    view = page.inspector.mention
    assert view.field is not None
    assert view.field.edit.text() == "بيونغ يانغ"
    trim = [b for b in view.findChildren(Button) if b.key == "T" and b.isVisible()]
    trim[0].click()
    assert read_mention(made.session, loose.id).quote == "بيونغ يانغ"
    assert view.field is not None
    QTest.keyClick(view.field.edit, KEY.Key_Return)
    assert read_mention(made.session, loose.id).entity == made.entities["بيونج يانج"]
    assert view.field is None
    page.desk.unlink([loose.id])
    assert read_mention(made.session, loose.id).entity is None
    page.pane.setFocus()
    QTest.keyClick(page.pane, KEY.Key_Delete)
    assert loose.id not in page.desk.article.mentions
    assert page.key == ""


def test_enter_presses_the_button_that_has_the_focus(page: ReadPage, made: Made):
    assert page.desk.article is not None
    offer = next(iter(page.desk.article.mention_proposals))
    page.pick(offer)
    reject = [b for b in page.inspector.proposal.findChildren(Button) if b.key == "Del"]
    reject[0].setFocus()
    QTest.keyClick(reject[0], KEY.Key_Return)
    assert offer not in page.desk.article.mention_proposals
    assert not any(m.quote == "تشوي سون هوي" for m in page.desk.article.mentions.values())


def test_the_claims_list_serves_the_keyboard(page: ReadPage, made: Made):
    page.pick("")
    view = page.inspector.overview.list
    texts = [
        str(page.inspector.overview.model.index(i).data(Qt.ItemDataRole.AccessibleTextRole))
        for i in range(page.inspector.overview.model.rowCount())
    ]
    assert len(texts) == 3
    assert "⇄" in texts[2]
    view.setFocus()
    QTest.keyClick(view, KEY.Key_Down)
    QTest.keyClick(view, KEY.Key_Down)
    QTest.keyClick(view, KEY.Key_Return)
    assert page.desk.article is not None
    assert page.key in page.desk.article.claim_proposals  # opened, not accepted


def test_a_read_only_project_offers_nothing_to_change(page: ReadPage, made: Made):
    made.session.read_only = True
    page.pick("")
    page.pick(made.soldiers)
    page.select(made.span(made.documents[2], "كورسك"))
    assert not page.center.bar.isVisible()
    assert not page.acts.selecting()
    assert all(not b.isEnabled() for b in page.inspector.claim.slots.adders.values())
    page.acts.claim()
    page.acts.remove()
    assert page.desk.article is not None
    assert made.soldiers in page.desk.article.claims


def test_the_selection_is_copied_as_stored(page: ReadPage, made: Made):
    page.select(made.span(made.documents[2], "10 آلاف جندي"))
    page.pane.setFocus()
    QTest.keyClick(page.pane, KEY.Key_C, Qt.KeyboardModifier.ControlModifier)
    assert QGuiApplication.clipboard().text() == "10 آلاف جندي"
    item = page.acts.item
    assert not isinstance(item, Mention)
