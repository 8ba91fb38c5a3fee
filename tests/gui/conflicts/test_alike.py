"""One verdict on all conflicts that are alike."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from tests.gui.conflicts.made import Made

from tawatur_core.edit import documents, verdicts as verdict_edits
from tawatur_core.model import Choice, Conflict, ConflictKey, GroupKey
from tawatur_core.reconcile.alike import Likeness
from tawatur_core.store import derived
from tawatur_core.store.verdicts import verdicts
from tawatur_gui.conflicts.alike_sheet import AlikeSheet
from tawatur_gui.conflicts.page import ConflictsPage
from tawatur_gui.context import Context, Place, Target


@pytest.fixture
def twins(made: Made) -> list[Conflict]:
    """Two more conflicts between the values of 'soldiers', the second with its sides turned."""
    soldiers = made.soldiers
    same = replace(soldiers, key=ConflictKey("c:same"), group=GroupKey("g:same"), weight=0.2)
    first = soldiers.rows[0]
    turned = replace(
        same,
        key=ConflictKey("c:turned"),
        claims=soldiers.claims[::-1],
        rows=(replace(first, values=first.values[::-1], spans=first.spans[::-1]),),
    )
    found = [soldiers, made.speaker, made.wording, made.dates, same, turned]
    derived.put_reconciliation(made.session, [], found, [])
    return [same, turned]


def show(page: ConflictsPage, made: Made, context: Context) -> None:
    page.open(Target(Place.CONFLICTS, conflict=made.soldiers.key))
    QTest.qWait(320)
    assert context.jobs.wait()
    QTest.qWait(10)


def test_what_is_alike_is_offered_with_how_many_and_which(
    page: ConflictsPage, made: Made, twins: list[Conflict], context: Context
):
    show(page, made, context)
    strip = page.review.alike
    assert strip.isVisible()
    assert [each.conflict.key for each in strip.found] == [each.key for each in twins]
    assert "1 ⇄ 3" in strip.text.text().replace("\u2068", "").replace("\u2069", "")
    assert "3 ⇄ 1" in strip.text.text().replace("\u2068", "").replace("\u2069", "")
    page.open(Target(Place.CONFLICTS, conflict=made.speaker.key))
    assert not strip.isVisible()


def test_nothing_is_offered_where_nothing_is_alike(
    page: ConflictsPage, made: Made, context: Context
):
    show(page, made, context)
    assert not page.review.alike.isVisible()


def test_a_verdict_is_given_on_all_as_one_step(
    page: ConflictsPage, made: Made, twins: list[Conflict], context: Context
):
    show(page, made, context)
    before = made.session.undo_label
    QTest.keyClick(page.queue.view, Qt.Key.Key_G)
    assert page.review.alike.take_button.isChecked()
    page.review.bar.reason.setText("مصدر واحد")
    QTest.keyClick(page.queue.view, Qt.Key.Key_1)
    given = verdicts(made.session)
    right = made.soldiers.claims[0]
    for key in (made.soldiers.key, *(each.key for each in twins)):
        assert (given[key].choice, given[key].chosen) == (Choice.ONE_SIDE, right)
        assert given[key].reason == "مصدر واحد"
    assert made.speaker.key not in given
    assert made.session.undo_label is not None
    assert made.session.undo_label.args["count"] == 3
    made.session.undo()
    assert verdicts(made.session) == {}
    assert made.session.undo_label == before
    made.session.redo()
    assert len(verdicts(made.session)) == 3


def test_without_asking_only_the_shown_one_is_decided(
    page: ConflictsPage, made: Made, twins: list[Conflict], context: Context
):
    show(page, made, context)
    QTest.keyClick(page.queue.view, Qt.Key.Key_1)
    assert list(verdicts(made.session)) == [made.soldiers.key]


def test_the_mouse_reaches_it_and_it_is_asked_anew_for_the_next(
    page: ConflictsPage, made: Made, twins: list[Conflict], context: Context
):
    show(page, made, context)
    QTest.mouseClick(page.review.alike.take_button, Qt.MouseButton.LeftButton)
    QTest.mouseClick(page.review.bar.buttons[2], Qt.MouseButton.LeftButton)
    assert len(verdicts(made.session)) == 3
    assert not page.review.alike.take_button.isChecked()


def test_what_is_decided_is_not_offered(
    page: ConflictsPage, made: Made, twins: list[Conflict], context: Context
):
    verdict_edits.decide(made.session, twins[0], Choice.BOTH_STAND)
    verdict_edits.decide(made.session, twins[1], Choice.DEFERRED)
    show(page, made, context)
    assert [each.conflict.key for each in page.review.alike.found] == [twins[1].key]


def test_some_are_left_out_in_the_sheet(
    page: ConflictsPage, made: Made, twins: list[Conflict], context: Context
):
    show(page, made, context)
    QTest.keyClick(page.queue.view, Qt.Key.Key_G, Qt.KeyboardModifier.ShiftModifier)
    (sheet,) = page.window().findChildren(AlikeSheet)
    assert sheet.view.hasFocus()
    assert sheet.view.accessibleName()
    QTest.keyClick(sheet.view, Qt.Key.Key_Space)
    assert sheet.model.left_out == {twins[0].key}
    QTest.keyClick(sheet.view, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert page.review.alike.take_button.isChecked()
    QTest.keyClick(page.queue.view, Qt.Key.Key_3)
    assert set(verdicts(made.session)) == {made.soldiers.key, twins[1].key}


def test_between_the_same_outlets_an_edited_value_is_not_carried_over(
    page: ConflictsPage, made: Made, context: Context
):
    for document, outlet in zip(made.documents, ("سانا", "تاس", "سبوتنيك"), strict=False):
        documents.describe(made.session, document, outlet=outlet)
    other = replace(
        made.soldiers,
        key=ConflictKey("c:other"),
        group=GroupKey("g:other"),
        rows=(replace(made.soldiers.rows[0], values=(None, made.soldiers.rows[0].values[1])),),
    )
    derived.put_reconciliation(made.session, [], [made.soldiers, other], [])
    show(page, made, context)
    strip = page.review.alike
    assert strip.likeness is Likeness.OUTLETS
    strip.toggle()
    told: list[str] = []
    context.noticed.connect(lambda text, _kind: told.append(text))
    QTest.keyClick(page.queue.view, Qt.Key.Key_E)
    page.review.bar.value.setText("12")
    QTest.keyClick(page.review.bar.value, Qt.Key.Key_Return)
    assert list(verdicts(made.session)) == [made.soldiers.key]
    assert told == [context.say("conflicts-alike-alone")]
