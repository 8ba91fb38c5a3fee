"""Mark all alike: previewed, ticked, one undo step."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from tawatur_core.edit import mentions
from tawatur_core.model import EntityKind
from tawatur_core.store.mentions import mentions_by_entity, mentions_of
from tawatur_gui.context import Context
from tawatur_gui.reading.alike_sheet import AlikeSheet
from tawatur_gui.reading.page import ReadPage

from .made import Made

KEY = Qt.Key


@pytest.fixture
def sheet(page: ReadPage, made: Made, context: Context) -> Iterator[AlikeSheet]:
    """The sheet for a name that is not marked yet."""
    page.select(made.span(made.documents[2], "بيونغ يانغ", 1))
    page.pane.setFocus()
    QTest.keyClick(page.pane, KEY.Key_A)
    context.jobs.wait()
    found = page.window().findChildren(AlikeSheet)
    assert len(found) == 1
    yield found[0]
    if found[0].isVisible():
        found[0].close_sheet()


def _words(sheet: AlikeSheet) -> list[str]:
    return [place.words for place in sheet.tree._places(ticked=False)]


def test_it_asks_for_the_entity_and_finds_every_spelling(
    sheet: AlikeSheet, made: Made, context: Context
):
    assert _words(sheet) == ["بيونغ يانغ", "بيونغ يانغ"]
    assert not sheet.mark.isEnabled()
    assert sheet.field is not None
    QTest.keyClick(sheet.field.edit, KEY.Key_Return)
    context.jobs.wait()
    assert sheet.field is None
    assert sheet.mark.isEnabled()
    sheet.all.click()
    context.jobs.wait()
    assert set(_words(sheet)) == {"بيونغ يانغ", "بيونج يانج"}
    assert sheet.tree.topLevelItemCount() == 5
    assert sheet.tree.count() > 20


def test_the_ticked_ones_are_linked_as_one_step(sheet: AlikeSheet, made: Made, context: Context):
    assert sheet.field is not None
    QTest.keyClick(sheet.field.edit, KEY.Key_Return)
    sheet.all.click()
    context.jobs.wait()
    first = sheet.tree.topLevelItem(0)
    assert first is not None
    place = first.child(0)
    assert place is not None
    place.setCheckState(0, Qt.CheckState.Unchecked)
    places = sheet.tree.ticked()
    assert len(places) == sheet.tree.count() - 1
    before = {id_: mentions_of(made.session, id_) for id_ in made.documents}
    sheet.mark.click()
    linked = mentions_by_entity(made.session, made.entities["بيونج يانج"])
    assert sorted((m.document, m.span) for m in linked) == sorted(places)
    made.session.undo()
    assert {id_: mentions_of(made.session, id_) for id_ in made.documents} == before


def test_what_is_linked_already_is_counted_not_shown(page: ReadPage, made: Made, context: Context):
    here = made.documents[2]
    span = made.span(here, "بيونغ يانغ", 1)
    mentions.mark(made.session, here, span, entity=made.entities["بيونج يانج"])
    other = made.span(here, "بيونغ يانغ", 0)
    mentions.mark(made.session, here, other, entity=made.entities["وونسان"])
    page.select(span)
    page.acts.alike()
    context.jobs.wait()
    sheet = page.window().findChildren(AlikeSheet)[-1]
    assert sheet._done == 1
    assert sheet.tree.count() == 1
    assert sheet.tree.ticked() == []
    sheet.close_sheet()


def test_names_inside_longer_mentions_are_left_alone(page: ReadPage, made: Made, context: Context):
    words = made.span(made.documents[2], "لافروف", 3)
    page.select(words)
    page.acts.alike()
    context.jobs.wait()
    sheet = page.window().findChildren(AlikeSheet)[-1]
    places = [place.span for place in sheet.tree._places(ticked=False)]
    assert words in places
    assert made.span(made.documents[2], "لافروف", 0) not in places  # of سيرغي لافروف
    sheet.close_sheet()


def test_a_proclitic_does_not_keep_names_from_being_found(
    page: ReadPage, made: Made, context: Context
):
    page.select(made.span(made.documents[2], "وبيونغ يانغ"))
    page.acts.alike()
    context.jobs.wait()
    sheet = page.window().findChildren(AlikeSheet)[-1]
    assert sheet._quote == "بيونغ يانغ"
    assert sheet.field is not None
    assert sheet.field.edit.text() == "بيونغ يانغ"
    sheet.close_sheet()


def test_a_new_entity_and_its_mentions_are_one_step(
    sheet: AlikeSheet, made: Made, context: Context
):
    assert sheet.field is not None
    sheet.field.created.emit("بيونغ يانغ", EntityKind.PLACE)
    context.jobs.wait()
    assert sheet.tree.count() == 2
    sheet.here.setFocus()  # a button, for which Enter means to press it
    QTest.keyClick(sheet.here, KEY.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert len([m for m in mentions_of(made.session, made.documents[2]) if m.entity]) >= 9
    made.session.undo()
    assert len(mentions_of(made.session, made.documents[2])) == 8
