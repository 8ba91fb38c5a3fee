"""The reading page by mouse and keys."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtTest import QSignalSpy, QTest

from tawatur_core.edit import claims, documents, entities
from tawatur_core.model import (
    Claim,
    ClaimKind,
    ConflictKey,
    EntityKind,
    Mention,
    MentionProposal,
    Origin,
    SlotName,
)
from tawatur_core.store.check import Finding
from tawatur_core.store.claims import claims_of
from tawatur_core.store.mentions import mentions_of
from tawatur_gui import theme
from tawatur_gui.actions import mirror_keys
from tawatur_gui.context import Context, Place, Target
from tawatur_gui.reading.page import ReadPage
from tawatur_gui.widgets import Button

from .made import Made

Select = Callable[[str], None]
KEY = Qt.Key


def _key(page: ReadPage, key: Qt.Key, *, shift: bool = False) -> None:
    page.pane.setFocus()
    how = Qt.KeyboardModifier.ShiftModifier if shift else Qt.KeyboardModifier.NoModifier
    QTest.keyClick(page.pane, key, how)


def test_the_article_opens_with_title_meta_marks_and_no_banner(page: ReadPage, made: Made):
    shown = page.pane.document().toRawText()
    assert shown.count("تحذير موسكو لواشنطن") == 1
    assert "UTF-8" in shown
    assert page.center.banner.isHidden()
    assert len(page.pane._index.by_key) == 2 + 8 + 4
    assert page.status() != ""


def test_c_marks_the_selection_and_undo_takes_it_back(page: ReadPage, made: Made, select: Select):
    here = made.documents[2]
    before = claims_of(made.session, here)
    words = "أن روسيا ستبذل قصارى جهدها لمنع مثل هذه الاستفزازات"
    select(words)
    assert page.center.bar.isVisible()
    _key(page, KEY.Key_C)
    after = claims_of(made.session, here)
    new = next(claim for claim in after if claim not in before)
    assert new.quote == words
    assert new.origin is Origin.ANALYST
    assert page.key == new.id
    assert not page.center.bar.isVisible()
    assert page.inspector.stack.currentIndex() == 1
    made.session.undo()
    assert claims_of(made.session, here) == before
    assert page.key == ""
    made.session.redo()
    assert len(claims_of(made.session, here)) == len(before) + 1


def test_the_same_key_on_an_arabic_keyboard(page: ReadPage, made: Made, select: Select):
    select("احتمال نشوب صراع في المنطقة")
    assert mirror_keys("C") == "ؤ"
    QTest.keySequence(page.pane, QKeySequence("ؤ"))
    assert len(claims_of(made.session, made.documents[2])) == 3


def test_a_marked_claim_comes_with_proposed_slots(page: ReadPage, made: Made, select: Select):
    select("وقّعتها روسيا وكوريا الشمالية في يونيو 2024")
    _key(page, KEY.Key_C)
    claim = page.acts.item
    assert isinstance(claim, Claim)
    when = claim.slots_named(SlotName.WHEN)
    assert [slot.origin for slot in when] == [Origin.PROPOSED]
    page.desk.confirm_slot(when[0].id)
    claim = page.acts.item
    assert isinstance(claim, Claim)
    assert claim.slots_named(SlotName.WHEN)[0].origin is Origin.ACCEPTED


def test_t_trims_the_proclitic_of_the_selection(page: ReadPage, made: Made, select: Select):
    select("وبيونغ يانغ")
    texts = [button.text() for button in page.center.bar.buttons()]
    assert any("و" in text and "بدون" in text for text in texts)
    _key(page, KEY.Key_T)
    assert page.desk.selection.of(page.desk.text) == "بيونغ يانغ"
    _key(page, KEY.Key_T)
    assert page.desk.selection.of(page.desk.text) in {"بيونغ يانغ", "يونغ يانغ"}


def test_the_bar_stands_beside_every_new_selection(page: ReadPage, made: Made, select: Select):
    select("كورسك")
    first = page.center.bar.geometry()
    assert first.width() > 300
    select("تفاصيل الزيارة")
    second = page.center.bar.geometry()
    assert second.width() > 300
    assert second != first
    place = page.center.place_of(page.desk.selection)
    assert place is not None
    assert not second.intersects(place)
    assert page.center.rect().contains(second)


def test_e_links_the_selection_across_spellings(page: ReadPage, made: Made, select: Select):
    select("بيونغ يانغ. يأتي هذا")
    span = made.span(made.documents[2], "بيونغ يانغ", 1)
    page.select(span)
    _key(page, KEY.Key_E)
    popup = page.center.popup
    assert popup is not None
    first = popup.field.model.choices[0]
    assert first.row is not None
    assert first.row.entity.name == "بيونج يانج"
    QTest.keyClick(popup.field.edit, KEY.Key_Return)
    assert page.center.popup is None
    made_one = page.acts.item
    assert isinstance(made_one, Mention)
    assert made_one.entity == made.entities["بيونج يانج"]
    assert made_one.span == span


def test_a_new_entity_from_the_link_field(page: ReadPage, made: Made, select: Select):
    select("كورسك")
    _key(page, KEY.Key_E)
    assert page.center.popup is not None
    field = page.center.popup.field
    place = next(
        i
        for i, choice in enumerate(field.model.choices)
        if choice.row is None and choice.kind is EntityKind.PLACE
    )
    for _ in range(place):
        QTest.keyClick(field.edit, KEY.Key_Down)
    QTest.keyClick(field.edit, KEY.Key_Return)
    mention = page.acts.item
    assert isinstance(mention, Mention)
    assert mention.entity is not None
    assert page.desk.article is not None
    assert page.desk.article.entities[mention.entity].kind is EntityKind.PLACE
    made.session.undo()
    assert not any(m.quote == "كورسك" for m in mentions_of(made.session, made.documents[2]))


def test_escape_closes_the_link_field_then_unselects(page: ReadPage, select: Select):
    select("كورسك")
    _key(page, KEY.Key_E)
    assert page.center.popup is not None
    QTest.keyClick(page.center.popup.field.edit, KEY.Key_Escape)
    assert page.center.popup is None
    assert page.desk.selection
    QTest.keyClick(page.pane, KEY.Key_Escape)
    assert not page.desk.selection


def test_typing_in_a_field_is_not_a_command(page: ReadPage, made: Made, select: Select):
    before = len(claims_of(made.session, made.documents[2]))
    select("كورسك")
    page.open_find()
    QTest.keyClicks(page.center.finder.edit, "cmnx")
    assert page.center.finder.edit.text().endswith("cmnx")
    assert len(claims_of(made.session, made.documents[2])) == before


def test_the_picked_claim_is_extended_and_moved(page: ReadPage, made: Made, select: Select):
    page.pick(made.visit)
    select("مناهضة للغرب")
    _key(page, KEY.Key_C, shift=True)
    claim = page.acts.item
    assert isinstance(claim, Claim)
    assert len(claim.spans) == 2
    assert claim.quote.endswith("… مناهضة للغرب")
    select("تحالفاتها مع دول مناهضة للغرب")
    QTest.keyClick(page.pane, KEY.Key_C, Qt.KeyboardModifier.AltModifier)
    claim = page.acts.item
    assert isinstance(claim, Claim)
    assert claim.quote == "تحالفاتها مع دول مناهضة للغرب"
    made.session.undo()
    made.session.undo()
    assert page.desk.article is not None
    assert len(page.desk.article.claims[made.visit].spans) == 1


def test_a_click_on_the_page_closes_the_link_field(page: ReadPage, select: Select):
    select("كورسك")
    _key(page, KEY.Key_E)
    assert page.center.popup is not None
    spot = QPoint(20, page.pane.viewport().height() - 20)
    QTest.mouseClick(page.pane.viewport(), Qt.MouseButton.LeftButton, pos=spot)
    assert page.center.popup is None


def test_x_says_what_is_not_part_of_the_article(page: ReadPage, made: Made, select: Select):
    select("تفاصيل الزيارة والتحذير")
    _key(page, KEY.Key_X)
    assert page.desk.article is not None
    assert [span.of(page.desk.text) for span in page.desk.article.document.residue] == [
        "تفاصيل الزيارة والتحذير"
    ]
    assert any(key.startswith("residue") for key in page.pane._index.by_key)
    select("تفاصيل الزيارة")
    _key(page, KEY.Key_X)
    assert [span.of(page.desk.text).strip() for span in page.desk.article.document.residue] == [
        "والتحذير"
    ]


def test_j_and_k_go_through_claims_and_proposals(page: ReadPage, made: Made):
    _key(page, KEY.Key_J)
    assert page.key == made.visit
    _key(page, KEY.Key_J)
    offered = page.key
    assert page.desk.article is not None
    assert offered in page.desk.article.claim_proposals
    _key(page, KEY.Key_J)
    assert page.key == made.soldiers
    _key(page, KEY.Key_J)
    assert page.key == made.visit
    _key(page, KEY.Key_K)
    assert page.key == made.soldiers


def test_enter_accepts_and_delete_rejects_one_by_one(page: ReadPage, made: Made):
    _key(page, KEY.Key_P, shift=True)
    _key(page, KEY.Key_P)
    item = page.acts.item
    while not isinstance(item, MentionProposal):
        _key(page, KEY.Key_P)
        item = page.acts.item
    article = page.desk.article
    assert article is not None
    names = list(article.mention_proposals)
    page.pick(names[0])
    _key(page, KEY.Key_Return)
    assert names[0] not in article.mention_proposals
    assert page.key == names[1]
    _key(page, KEY.Key_Delete)
    assert names[1] not in article.mention_proposals
    assert page.key == names[2]
    made.session.undo()
    assert names[1] in article.mention_proposals


def test_all_of_a_kind_are_accepted_as_one_step(page: ReadPage, made: Made):
    page.pick("")
    buttons = {b.text(): b for b in page.inspector.overview.offers.findChildren(Button)}
    article = page.desk.article
    assert article is not None
    buttons["اقبل الإشارات كلها"].click()
    assert not article.mention_proposals
    assert article.claim_proposals
    made.session.undo()
    assert len(article.mention_proposals) == 3


def test_find_ignores_hamza_and_marks(page: ReadPage, context: Context):
    QTest.keyClick(page.pane, KEY.Key_F, Qt.KeyboardModifier.ControlModifier)
    finder = page.center.finder
    assert finder.isVisible()
    finder.edit.setText("اوكرانيا")
    assert [s.of(page.desk.text) for s in finder._places] == ["أوكرانيا", "أوكرانيا"]
    assert finder.count.text() == context.say("read-find-count", at=1, count=2)
    QTest.keyClick(finder.edit, KEY.Key_Return)
    assert finder._at == 1
    QTest.keyClick(finder.edit, KEY.Key_Return)
    assert finder._at == 0
    finder.edit.setText("لا يوجد هذا")
    assert finder.count.text() == context.say("read-find-nothing")
    QTest.keyClick(finder.edit, KEY.Key_Escape)
    assert not finder.isVisible()
    assert not any(key.startswith("found") for key in page.pane._index.by_key)


def test_zoom_keys_change_the_size_and_keep_it_in_the_settings(page: ReadPage, context: Context):
    control = Qt.KeyboardModifier.ControlModifier
    page.pane.setFocus()
    QTest.keyClick(page.pane, KEY.Key_Equal, control)
    assert context.settings.page_size == 19
    assert page.pane.style_of_page.size == 19
    QTest.keyClick(page.pane, KEY.Key_Minus, control)
    QTest.keyClick(page.pane, KEY.Key_Minus, control)
    assert page.pane.style_of_page.size == 17
    QTest.keyClick(page.pane, KEY.Key_0, control)
    assert page.pane.style_of_page.size == 18


def test_a_target_scrolls_to_claim_mention_and_span(page: ReadPage, made: Made):
    page.open(Target(Place.READ, document=made.documents[0], claim=made.others))
    assert page.key == made.others
    place = page.pane.place_of(claims_of(made.session, made.documents[0])[0].spans[0])
    assert place is not None
    assert page.pane.viewport().rect().intersects(place)
    assert page.where() == Target(Place.READ, document=made.documents[0], claim=made.others)
    span = made.span(made.documents[2], "مناهضة للغرب")
    page.open(Target(Place.READ, document=made.documents[2], span=span))
    assert page.desk.selection == span
    mention = mentions_of(made.session, made.documents[2])[3]
    page.open(Target(Place.READ, document=made.documents[2], mention=mention.id))
    assert page.key == mention.id


def test_views_follow_changes_made_elsewhere(page: ReadPage, made: Made):
    page.pick(made.soldiers)
    claims.set_kind(made.session, made.soldiers, ClaimKind.DIRECT_QUOTE)
    assert page.desk.article is not None
    assert page.desk.article.claims[made.soldiers].kind is ClaimKind.DIRECT_QUOTE
    entities.describe(
        made.session, made.entities["قناة القاهرة الإخبارية"], name="القاهرة الإخبارية"
    )
    chips = [chip.text() for chip in page.inspector.claim.chain.chips]
    assert "القاهرة الإخبارية" in chips
    documents.describe(made.session, made.documents[2], outlet="صحيفة")
    assert "صحيفة" in page.pane.document().toRawText()
    assert page.inspector.claim.chain.chips[-1].text() == "صحيفة"
    claims.remove(made.session, made.soldiers)
    assert page.key == ""
    documents.remove(made.session, made.documents[2])
    assert page.desk.article is None or page.desk.article.document.id != made.documents[2]


def test_a_conflict_leads_to_its_review(page: ReadPage, made: Made, context: Context):
    page.pick(made.soldiers)
    spy = QSignalSpy(context.went)
    _key(page, KEY.Key_R)
    assert spy.count() == 1
    assert spy.at(0)[0] == Target(Place.CONFLICTS, conflict=ConflictKey("conflict-soldiers"))


def test_a_damaged_quote_is_told_in_the_banner(
    page: ReadPage, made: Made, monkeypatch: pytest.MonkeyPatch
):
    finding = Finding("error-no-such-row", "mention", "1", made.documents[0])
    monkeypatch.setattr("tawatur_gui.reading.page.check_document", lambda *_: [finding])
    page.open(Target(Place.READ, document=made.documents[0]))
    assert not page.center.banner.isHidden()
    assert page.center.banner.label.text()


def test_panes_fold_and_unfold(page: ReadPage):
    page.pane.setFocus()
    QTest.keyClick(page.pane, KEY.Key_F8)
    assert page.panes.sizes()[2] == 0
    QTest.keyClick(page.pane, KEY.Key_F8)
    assert page.panes.sizes()[2] > 200


def test_the_theme_changes_the_page(page: ReadPage, context: Context):
    context.theme = theme.DARK
    context.themed.emit()
    image = page.pane.grab().toImage()
    assert image.pixelColor(image.width() // 2, 4) == theme.DARK.colour("paper")


@pytest.mark.parametrize("language", ["ar", "en"])
def test_every_command_has_words(page: ReadPage, context: Context, language: str):
    context.settings.language = language
    for command in page.commands():
        assert context.say(command.code)
        assert context.say(command.group)
