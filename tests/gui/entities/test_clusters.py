"""Clusters of names that may be one: taken whole or in part, refused, put off; blocked ones shown."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from tests.gui.conflicts.made import ANALYST, Made
from tests.gui.entities.conftest import shown

from tawatur_core import pipeline
from tawatur_core.edit import clusters as cluster_edits, entities as edits
from tawatur_core.errors import NoSuchRow
from tawatur_core.model import Choice, Confidence, EntityId, EntityKind
from tawatur_core.monitor import Silent
from tawatur_core.reconcile.entities import proposal_key
from tawatur_core.store.entities import entities, entity
from tawatur_core.store.mentions import mentions_by_entity
from tawatur_core.store.session import Session
from tawatur_core.store.verdicts import verdicts
from tawatur_gui.context import Context
from tawatur_gui.entities.all_sheet import above, accept_all
from tawatur_gui.entities.members import MEMBER
from tawatur_gui.entities.page import EntitiesPage
from tawatur_gui.widgets.overlay import Sheet

CITY = ("بيونج يانج", "بيونغ يانغ", "بيونغ يانج")


def of_name(made: Made, name: str) -> EntityId:
    return next(row.entity.id for row in entities(made.session) if row.entity.name == name)


@pytest.fixture
def city(made: Made) -> list[EntityId]:
    """Three names of one city, found to be alike by reconciliation."""
    edits.create(made.session, CITY[2], EntityKind.PLACE)
    pipeline.reconcile(made.session, Silent())
    return [of_name(made, name) for name in CITY]


@pytest.fixture
def page(context: Context, made: Made, city: list[EntityId]) -> Iterator[EntitiesPage]:
    with shown(context) as found:
        yield found


def members(page: EntitiesPage) -> set[EntityId]:
    return set(page.clusters.shown.members) if page.clusters.shown else set()


def look_at(page: EntitiesPage, wanted: EntityId) -> None:
    model = page.clusters.members.model_of
    for place in range(model.rowCount()):
        if model.index(place, 0).data(MEMBER).entity == wanted:
            page.clusters.members.setCurrentIndex(model.index(place, 0))
            return
    pytest.fail("not on the list")


def press(page: EntitiesPage, key: Qt.Key, context: Context) -> None:
    QTest.keyClick(page.clusters.members, key)
    assert context.jobs.wait()


def test_names_that_wait_come_first_as_a_cluster(
    page: EntitiesPage, made: Made, city: list[EntityId], context: Context
):
    assert page.stack.currentWidget() is page.clusters
    assert members(page) == set(city)
    assert page.clusters.name.text() == page.clusters.shown.name  # type: ignore[union-attr]
    assert len(page.clusters.open) == 2
    assert page.status() == context.say("entities-proposals", count=2)
    model = page.clusters.members.model_of
    rows = [model.index(n, 0).data(Qt.ItemDataRole.AccessibleTextRole) for n in range(3)]
    assert context.say("entities-cluster-keep") in rows[0]
    assert all("٪" in row for row in rows[1:])
    assert page.clusters.members.accessibleName()
    assert page.clusters.name.accessibleName()


def test_each_name_is_set_beside_the_one_that_is_kept(
    page: EntitiesPage, made: Made, city: list[EntityId]
):
    cluster = page.clusters.shown
    assert cluster is not None
    for other in cluster.members[1:]:
        look_at(page, other)
        texts = [column.name.text() for column in page.clusters.pair.columns]
        assert entity(made.session, cluster.keep).name in texts[0]
        assert entity(made.session, other).name in texts[1]


def test_yes_makes_all_one_under_the_name_given(
    page: EntitiesPage, made: Made, city: list[EntityId], context: Context
):
    page.clusters.name.setText("بيونغ يانغ العاصمة")
    page.clusters.bar.reason.setText("مدينة واحدة")
    press(page, Qt.Key.Key_Y, context)
    left = [one for one in city if one in {row.entity.id for row in entities(made.session)}]
    assert len(left) == 1
    assert entity(made.session, left[0]).name == "بيونغ يانغ العاصمة"
    given = [v for v in verdicts(made.session).values() if v.choice is Choice.SAME_ENTITY]
    assert len(given) == 2
    assert {(v.reason, v.analyst, v.confidence) for v in given} == {
        ("مدينة واحدة", ANALYST, Confidence.HIGH)
    }
    assert members(page) == {made.long_name, made.short_name}
    made.session.undo()
    assert context.jobs.wait()
    assert verdicts(made.session) == {}
    assert len(page.clusters.open) == 2


def test_the_next_cluster_comes_at_once(page: EntitiesPage, made: Made, city: list[EntityId]):
    QTest.keyClick(page.clusters.members, Qt.Key.Key_Y)
    assert members(page) == {made.long_name, made.short_name}  # nothing was waited for


def test_a_name_without_a_tick_stays_as_it_is(
    page: EntitiesPage, made: Made, city: list[EntityId], context: Context
):
    out = page.clusters.shown.members[2]  # type: ignore[union-attr]
    look_at(page, out)
    press(page, Qt.Key.Key_Space, context)
    told = context.say("entities-cluster-ticked", ticked=2, total=3)
    assert page.clusters.count.text() == told
    press(page, Qt.Key.Key_Y, context)
    assert entity(made.session, out)
    assert sum(one in {r.entity.id for r in entities(made.session)} for one in city) == 2
    assert len(verdicts(made.session)) == 1


def test_the_mouse_ticks_only_by_the_box(page: EntitiesPage, city: list[EntityId]):
    view = page.clusters.members
    index = view.model_of.index(1, 0)
    view.scrollTo(index)
    middle = view.visualRect(index).center()
    QTest.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=middle)
    assert len(view.model_of.ticked) == 3
    box = view.visualRect(index)
    place = QPoint(box.right() - 20, box.top() + 18)
    QTest.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert len(view.model_of.ticked) == 2


def test_one_name_alone_is_nothing_to_decide(
    page: EntitiesPage, made: Made, city: list[EntityId], context: Context
):
    told: list[str] = []
    context.noticed.connect(lambda text, _kind: told.append(text))
    for other in page.clusters.shown.members[1:]:  # type: ignore[union-attr]
        look_at(page, other)
        press(page, Qt.Key.Key_Space, context)
    press(page, Qt.Key.Key_Y, context)
    assert told == [context.say("entities-cluster-two")]
    assert verdicts(made.session) == {}
    assert members(page) == set(city)


def test_no_is_for_good(page: EntitiesPage, made: Made, city: list[EntityId], context: Context):
    press(page, Qt.Key.Key_N, context)
    assert [v.choice for v in verdicts(made.session).values()] == [Choice.DIFFERENT_ENTITIES] * 3
    assert members(page) == {made.long_name, made.short_name}
    pipeline.reconcile(made.session, Silent())
    assert context.jobs.wait()
    assert len(page.clusters.open) == 1


def test_later_waits_at_the_end(
    page: EntitiesPage, made: Made, city: list[EntityId], context: Context
):
    press(page, Qt.Key.Key_L, context)
    assert members(page) == {made.long_name, made.short_name}
    assert [set(each.members) for each in page.clusters.open][-1] == set(city)
    press(page, Qt.Key.Key_L, context)
    assert members(page) == set(city)
    assert len(page.clusters.open) == 2


def test_one_is_told_apart_and_then_shown_as_not_joined(
    page: EntitiesPage, made: Made, city: list[EntityId], context: Context
):
    out = page.clusters.shown.members[2]  # type: ignore[union-attr]
    look_at(page, out)
    press(page, Qt.Key.Key_X, context)
    kept = [one for one in city if one != out]
    for one in kept:
        assert verdicts(made.session)[proposal_key(out, one)].choice is Choice.DIFFERENT_ENTITIES
    assert members(page) == set(kept)
    made.session.undo()
    assert context.jobs.wait()
    assert members(page) == set(city)


def test_a_blocked_merge_is_shown_with_its_reason_and_not_done(
    page: EntitiesPage, made: Made, city: list[EntityId], context: Context
):
    cluster_edits.leave_out(made.session, city[0], [city[1]])
    assert context.jobs.wait()
    (blocked,) = page.clusters.shown.blocked  # type: ignore[union-attr]
    model = page.clusters.members.model_of
    index = model.index(model.rowCount() - 1, 0)
    told = index.data(Qt.ItemDataRole.AccessibleTextRole)
    assert told.startswith("⊘")
    name = entity(made.session, blocked.member).name
    assert context.say("entities-cluster-told-apart", name=name) in told
    assert index.data(Qt.ItemDataRole.CheckStateRole) is None
    look_at(page, blocked.entity)
    press(page, Qt.Key.Key_Space, context)
    assert blocked.entity not in model.ticked
    press(page, Qt.Key.Key_Y, context)
    assert {blocked.entity, blocked.member} & {r.entity.id for r in entities(made.session)} >= {
        blocked.entity
    }


def test_all_above_a_score_are_previewed_and_one_undo_step(
    page: EntitiesPage, made: Made, city: list[EntityId], context: Context
):
    found = page.clusters.open
    scores = sorted(each.score for each in found)
    assert above(found, 100) == []
    assert above(found, int(scores[0] * 100)) == sorted(found, key=lambda c: -c.score)
    before = made.session.undo_label
    QTest.keyClick(page.clusters.members, Qt.Key.Key_Y, Qt.KeyboardModifier.ShiftModifier)
    (sheet,) = page.window().findChildren(Sheet)
    assert verdicts(made.session) == {}
    sheet.close_sheet()
    accept_all(context, found)
    assert len(verdicts(made.session)) == 3
    with pytest.raises(NoSuchRow):
        entity(made.session, made.short_name)
    assert len(mentions_by_entity(made.session, made.long_name)) == 7
    assert made.session.undo_label is not None
    assert made.session.undo_label.code == "undo-entities-accept-all"
    made.session.undo()
    assert verdicts(made.session) == {}
    assert made.session.undo_label == before


def test_when_all_is_decided_an_entity_is_shown_and_undo_brings_the_names_back(
    page: EntitiesPage, made: Made, context: Context
):
    press(page, Qt.Key.Key_N, context)
    press(page, Qt.Key.Key_N, context)
    assert page.stack.currentWidget() is page.detail
    assert page.catalogue.view.hasFocus()
    assert page.catalogue.proposals.isHidden()
    made.session.undo()
    assert context.jobs.wait()
    assert page.stack.currentWidget() is page.clusters
    press(page, Qt.Key.Key_N, context)
    page.show_entity(made.long_name)  # gone elsewhere: nothing is put in the way
    made.session.undo()
    assert context.jobs.wait()
    assert page.stack.currentWidget() is page.detail


def test_another_project_has_other_names(
    page: EntitiesPage, city: list[EntityId], context: Context, tmp_path: Path
):
    assert page._waiting == 2
    assert context.session is not None
    context.session.close()
    context.session = Session.create(tmp_path / "other.tawatur", analyst=ANALYST)
    context.opened.emit()
    assert page._waiting == 0
    assert context.jobs.wait()
    assert page.stack.currentWidget() is page._empty
