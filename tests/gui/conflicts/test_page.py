"""Deciding conflicts by keys and mouse."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from tests.gui.conflicts.made import ANALYST, Made

from tawatur_core.edit import claims, verdicts as verdict_edits
from tawatur_core.model import Choice, Confidence, Conflict, ConflictKey, ConflictKind, Verdict
from tawatur_core.store import derived
from tawatur_core.store.session import Session
from tawatur_core.store.verdicts import verdict_history, verdicts
from tawatur_gui.conflicts.items import State
from tawatur_gui.conflicts.page import ConflictsPage
from tawatur_gui.context import Context, Place, Target
from tawatur_gui.widgets import AutoLabel


def press(widget: QWidget, key: Qt.Key) -> None:
    QTest.keyClick(widget, key)


def verdict_on(made: Made, key: ConflictKey) -> Verdict:
    return verdicts(made.session)[key]


def test_the_queue_opens_at_the_weightiest(page: ConflictsPage, made: Made):
    assert [item.key for item in page.queue.model.items] == [
        made.speaker.key,
        made.soldiers.key,
        made.wording.key,
        made.dates.key,
        made.pair.key,
    ]
    assert page.shown is not None
    assert page.shown.key == made.speaker.key
    assert page.status() == page._context.say("conflicts-progress", done=0, total=5)
    titles = [column.title.text() for column in page.review.columns.shown]
    assert len(titles) == 2
    assert "أ" in titles[0]
    assert "ب" in titles[1]


def test_a_key_decides_with_reason_and_confidence_and_the_next_opens(
    page: ConflictsPage, made: Made
):
    press(page.queue.view, Qt.Key.Key_R)
    assert page.review.bar.reason.hasFocus()
    QTest.keyClicks(page.review.bar.reason, "3 outlets, 2 chains")
    press(page.review.bar.reason, Qt.Key.Key_Return)
    press(page.review.bar.buttons[0], Qt.Key.Key_K)
    press(page.queue.view, Qt.Key.Key_2)
    given = verdict_on(made, made.speaker.key)
    assert given.choice is Choice.ONE_SIDE
    assert given.chosen == made.speaker.claims[1]
    assert given.sides == made.speaker.claims
    assert given.reason == "3 outlets, 2 chains"
    assert given.confidence is Confidence.MEDIUM
    assert given.analyst == ANALYST
    assert page.shown is not None
    assert page.shown.key == made.soldiers.key
    assert page.queue.model.items[-1].key == made.speaker.key
    assert page.status() == page._context.say("conflicts-progress", done=1, total=5)
    assert page.review.bar.reason.text() == ""


def test_digits_typed_as_a_reason_decide_nothing(page: ConflictsPage, made: Made):
    page.review.bar.reason.setFocus()
    QTest.keyClicks(page.review.bar.reason, "1234 sdx")
    assert verdicts(made.session) == {}


@pytest.mark.parametrize(
    ("key", "choice"),
    [
        (Qt.Key.Key_3, Choice.BOTH_STAND),
        (Qt.Key.Key_S, Choice.BOTH_STAND),
        (Qt.Key.Key_4, Choice.DIFFERENT_EVENTS),
        (Qt.Key.Key_D, Choice.DIFFERENT_EVENTS),
        (Qt.Key.Key_5, Choice.NOT_A_CONFLICT),
        (Qt.Key.Key_X, Choice.NOT_A_CONFLICT),
        (Qt.Key.Key_0, Choice.DEFERRED),
        (Qt.Key.Key_L, Choice.DEFERRED),
        (Qt.Key.Key_A, Choice.ONE_SIDE),
    ],
)
def test_every_verdict_has_its_key(page: ConflictsPage, made: Made, key: Qt.Key, choice: Choice):
    press(page.queue.view, key)
    assert verdict_on(made, made.speaker.key).choice is choice


def test_an_arabic_keyboard_reaches_the_letters(page: ConflictsPage, made: Made):
    QTest.keyClick(page.queue.view, Qt.Key(0x0633))  # seen, where S is
    assert verdict_on(made, made.speaker.key).choice is Choice.BOTH_STAND


def test_with_three_sides_the_numbers_shift(page: ConflictsPage, made: Made):
    page.open(Target(Place.CONFLICTS, conflict=made.dates.key))
    assert len(page.review.columns.shown) == 3
    assert [button.key for button in page.review.bar.buttons] == list("123456E0")
    press(page.queue.view, Qt.Key.Key_3)
    given = verdict_on(made, made.dates.key)
    assert (given.choice, given.chosen) == (Choice.ONE_SIDE, made.dates.claims[2])
    page.open(Target(Place.CONFLICTS, conflict=made.dates.key))
    press(page.queue.view, Qt.Key.Key_4)
    assert verdict_on(made, made.dates.key).choice is Choice.BOTH_STAND


def test_a_button_decides_with_the_mouse(page: ConflictsPage, made: Made):
    QTest.mouseClick(page.review.bar.buttons[2], Qt.MouseButton.LeftButton)
    assert verdict_on(made, made.speaker.key).choice is Choice.BOTH_STAND


def test_an_edited_value_is_asked_for_first(page: ConflictsPage, made: Made):
    press(page.queue.view, Qt.Key.Key_E)
    value = page.review.bar.value
    assert value.hasFocus()
    assert value.text() == "تشوي سون هوي"
    assert verdicts(made.session) == {}
    press(value, Qt.Key.Key_Escape)
    assert not value.isVisible()
    press(page.queue.view, Qt.Key.Key_E)
    value.setText("الوزيرة والزعيم معًا")
    press(value, Qt.Key.Key_Return)
    given = verdict_on(made, made.speaker.key)
    assert (given.choice, given.value) == (Choice.EDITED, "الوزيرة والزعيم معًا")


def test_undo_brings_the_conflict_back_and_redo_decides_it(page: ConflictsPage, made: Made):
    press(page.queue.view, Qt.Key.Key_1)
    assert page.shown is not None
    assert page.shown.key == made.soldiers.key
    made.session.undo()
    assert page.shown.key == made.speaker.key
    assert page.queue.model.items[0].state is State.OPEN
    assert verdicts(made.session) == {}
    made.session.redo()
    assert page.shown.key == made.speaker.key
    assert page.queue.model.items[-1].state is State.DONE


def test_a_verdict_is_one_undo_step(page: ConflictsPage, made: Made):
    before = made.session.undo_label
    press(page.queue.view, Qt.Key.Key_1)
    assert made.session.undo_label is not None
    assert made.session.undo_label.code == "undo-verdict"
    made.session.undo()
    assert made.session.undo_label == before


def test_a_decided_one_is_reopened_from_the_list_and_keeps_its_history(
    page: ConflictsPage, made: Made
):
    page.review.bar.reason.setText("مصدران مستقلان")
    press(page.queue.view, Qt.Key.Key_3)
    place = page.queue.model.place(made.speaker.key)
    page.queue.view.setCurrentIndex(page.queue.model.index(place, 0))
    assert page.shown is not None
    assert page.shown.key == made.speaker.key
    assert page.review.bar.buttons[2].isChecked()
    assert page.review.history.isVisible()
    QTest.mouseClick(page.review.history.button, Qt.MouseButton.LeftButton)
    assert page.shown.state is State.OPEN
    assert verdict_on(made, made.speaker.key).reopened
    line = page.review.history.line(verdict_history(made.session, made.speaker.key)[0])
    assert "مصدران مستقلان" in line
    assert ANALYST in line
    press(page.queue.view, Qt.Key.Key_1)
    history = verdict_history(made.session, made.speaker.key)
    assert [each.choice for each in history] == [Choice.BOTH_STAND, Choice.ONE_SIDE]


def test_verdicts_are_there_after_a_restart_and_can_be_reopened(
    context: Context, page: ConflictsPage, made: Made, tmp_path: Path
):
    press(page.queue.view, Qt.Key.Key_1)
    made.session.close()
    again = Session.open(tmp_path / "made.tawatur", analyst="ن.س")
    context.session = again
    again.subscribe(context.changed.emit)
    context.opened.emit()
    item = next(item for item in page.queue.model.items if item.key == made.speaker.key)
    assert item.state is State.DONE
    page.open(Target(Place.CONFLICTS, conflict=made.speaker.key))
    press(page.queue.view, Qt.Key.Key_O)
    assert page.shown is not None
    assert page.shown.state is State.OPEN
    assert verdict_history(again, made.speaker.key)[0].analyst == ANALYST


def test_reasons_are_remembered(page: ConflictsPage, made: Made):
    page.review.bar.reason.setText("مصدران مستقلان للرقم نفسه")
    press(page.queue.view, Qt.Key.Key_3)
    completer = page.review.bar.reason.completer()
    completer.setCompletionPrefix("مستقلان")
    assert completer.currentCompletion() == "مصدران مستقلان للرقم نفسه"


def test_put_off_ones_wait_after_the_open_ones(page: ConflictsPage, made: Made):
    press(page.queue.view, Qt.Key.Key_0)
    states = [item.state for item in page.queue.model.items]
    assert states == [State.OPEN] * 4 + [State.LATER]
    assert page.status() == page._context.say("conflicts-progress", done=0, total=5)


def test_when_all_are_decided_the_page_says_so(page: ConflictsPage, made: Made):
    for key in (Qt.Key.Key_3, Qt.Key.Key_3, Qt.Key.Key_3, Qt.Key.Key_4, Qt.Key.Key_N):
        press(page.queue.view, key)
    assert page.shown is None
    assert page.stack.currentWidget() is page._done
    assert all(item.state is State.DONE for item in page.queue.model.items)


def test_names_are_decided_in_the_same_queue(page: ConflictsPage, made: Made):
    page.open(Target(Place.CONFLICTS, conflict=made.pair.key))
    assert page.review.body.currentWidget() is page.review.pair
    press(page.queue.view, Qt.Key.Key_3)  # no such verdict on names
    assert verdicts(made.session) == {}
    press(page.queue.view, Qt.Key.Key_Y)
    assert verdict_on(made, made.pair.key).choice is Choice.SAME_ENTITY
    made.session.undo()
    assert page.shown is not None
    assert page.shown.key == made.pair.key


def test_filters_narrow_the_list(page: ConflictsPage, made: Made):
    page.queue.filter(None, ConflictKind.WHEN)
    assert [item.key for item in page.queue.model.items] == [made.dates.key]
    page.queue.filter(State.DONE, None)
    assert page.queue.model.items == []
    page.queue.filter(None, None)
    assert len(page.queue.model.items) == 5


def test_stepping_with_keys(page: ConflictsPage, made: Made):
    press(page.queue.view, Qt.Key.Key_BracketRight)
    assert page.shown is not None
    assert page.shown.key == made.soldiers.key
    press(page.queue.view, Qt.Key.Key_BracketLeft)
    assert page.shown.key == made.speaker.key


def test_the_page_goes_to_the_text(page: ConflictsPage, made: Made, context: Context):
    asked: list[Target] = []
    context.went.connect(asked.append)
    column = page.review.columns.shown[1]
    QTest.mouseClick(column.open_button, Qt.MouseButton.LeftButton)
    assert asked[0].place is Place.READ
    assert asked[0].claim == made.speaker.claims[1]


def test_an_empty_project_says_what_to_do_next(context: Context, opened: Context):
    page = ConflictsPage(opened)
    page.show()
    page.open(Target(Place.CONFLICTS))
    assert page.stack.currentWidget() is page._empty
    page.close()
    page.deleteLater()


def test_everything_has_a_name_for_screen_readers(page: ConflictsPage):
    for widget in (
        page.queue.view,
        page.review.table,
        page.review.bar.reason,
        page.review.bar.value,
        *page.review.bar.buttons,
        *(column.article for column in page.review.columns.shown),
    ):
        assert widget.accessibleName()


def test_what_is_put_off_is_not_called_decided(page: ConflictsPage, made: Made):
    for item in list(page._items):
        if item.conflict is not None:
            verdict_edits.decide(made.session, item.conflict, Choice.BOTH_STAND)
        elif item.names is not None:
            verdict_edits.decide_entities(made.session, item.names, Choice.DEFERRED)
    page._show(None)
    assert page.stack.currentWidget() is page._later
    verdict_edits.decide_entities(made.session, made.pair, Choice.DIFFERENT_ENTITIES)
    page._show(None)
    assert page.stack.currentWidget() is page._done


def test_opened_again_only_what_was_written_meanwhile_is_read(
    page: ConflictsPage, made: Made, monkeypatch: pytest.MonkeyPatch
):
    read: list[object] = []
    real = derived.conflicts

    def note(*args: object) -> list[Conflict]:
        read.append(args)
        return real(made.session)

    monkeypatch.setattr(derived, "conflicts", note)
    page.open(Target(Place.CONFLICTS))
    assert read == []
    page.hide()
    derived.put_reconciliation(made.session, [], [made.speaker], [])
    page.show()
    page.open(Target(Place.CONFLICTS))
    assert len(read) == 1
    assert [item.key for item in page.queue.model.items] == [made.speaker.key]


def test_a_verdict_whose_conflict_is_gone_can_be_read_and_comes_back(
    page: ConflictsPage, made: Made, context: Context
):
    press(page.queue.view, Qt.Key.Key_3)  # the speaker: both stand
    claims.remove(made.session, made.speaker.claims[1])
    page.queue.filter(State.LAPSED, None)
    (item,) = page.queue.model.items
    assert item.key == made.speaker.key
    assert page.shown == item
    view = page.review.lapsed
    assert page.review.body.currentWidget() is view
    assert page.review.bar.isHidden()
    assert page.review.history.isHidden()
    told = [label.text() for label in view.findChildren(AutoLabel) if label.isVisible()]
    assert any(context.say("choice-both-stand") in each for each in told)
    assert any("كيم جونج أون" in each for each in told), "as it was seen"
    assert context.say("report-claim-removed") in told
    press(page.queue.view, Qt.Key.Key_O)
    assert not verdict_on(made, made.speaker.key).reopened, "it is read only"
    asked: list[Target] = []
    context.went.connect(asked.append)
    (way,) = view.ways
    QTest.mouseClick(way, Qt.MouseButton.LeftButton)
    assert asked[0].claim == made.speaker.claims[0]
    made.session.undo()
    page.queue.filter(State.DONE, None)
    assert [each.key for each in page.queue.model.items] == [made.speaker.key]
    made.session.redo()
    page.queue.filter(State.LAPSED, None)
    assert [each.key for each in page.queue.model.items] == [made.speaker.key]
    derived.put_reconciliation(made.session, [], [], [])
    assert page.status() == "", "nothing is left to decide, and nothing is counted"
