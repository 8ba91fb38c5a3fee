"""Clusters of names in a project: listed, taken, taken in part, rejected for good."""

from __future__ import annotations

import pytest

from tawatur_core import pipeline
from tawatur_core.edit import clusters, entities, mentions, verdicts
from tawatur_core.errors import ToldApart
from tawatur_core.model import Choice, EntityId, EntityKind
from tawatur_core.monitor import Silent
from tawatur_core.reconcile.clusters import Cluster
from tawatur_core.reconcile.entities import proposal_key
from tawatur_core.store.entities import entity, entity_ids
from tawatur_core.store.verdicts import verdict_history, verdicts as current
from tests.core.store.project import Project

NAMES = ("بيونج يانج", "بيونغ يانغ", "بيونغ يانج")


@pytest.fixture
def three(project: Project) -> list[EntityId]:
    return [entities.create(project.session, name, EntityKind.PLACE) for name in NAMES]


def listed(project: Project) -> list[Cluster]:
    pipeline.reconcile(project.session, Silent())
    found = pipeline.name_clusters(project.session, Silent())
    return [one for one in found if entity(project.session, one.keep).kind is EntityKind.PLACE]


def test_a_cluster_is_taken_as_one_step(project: Project, three: list[EntityId]) -> None:
    (cluster,) = listed(project)
    assert set(cluster.members) == set(three)
    label = project.session.undo_label
    kept = clusters.accept(project.session, cluster.members, name="بيونغ يانغ")
    found = entity(project.session, kept)
    assert found.name == "بيونغ يانغ"
    assert set(found.aliases) == set(NAMES) - {"بيونغ يانغ"}
    assert entity_ids(project.session).intersection(three) == {kept}
    assert listed(project) == []
    project.session.undo()
    assert project.session.undo_label == label
    assert set(listed(project)[0].members) == set(three)


def test_some_members_are_taken_and_the_rest_told_apart(
    project: Project, three: list[EntityId]
) -> None:
    kept = clusters.accept(project.session, three[:2], apart=three[2:])
    assert entity(project.session, kept).name == NAMES[0]
    assert three[2] in entity_ids(project.session)
    assert listed(project) == [], "neither the kept one nor what it took over is asked again"


def test_rejected_for_good(project: Project, three: list[EntityId]) -> None:
    clusters.reject(project.session, three, reason="مدن مختلفة")
    assert listed(project) == []
    given = current(project.session)
    for a, b in ((0, 1), (0, 2), (1, 2)):
        found = given[proposal_key(three[a], three[b])]
        assert (found.choice, found.reason) == (Choice.DIFFERENT_ENTITIES, "مدن مختلفة")


def test_one_left_out_is_shown_as_blocked_and_cannot_be_taken(
    project: Project, three: list[EntityId]
) -> None:
    clusters.leave_out(project.session, three[0], [three[1]])
    (cluster,) = listed(project)
    assert [b.rejected for b in cluster.blocked] == [True]
    with pytest.raises(ToldApart):
        clusters.accept(project.session, three)
    assert entity_ids(project.session).issuperset(three)
    verdicts.reopen(project.session, proposal_key(three[0], three[1]))
    clusters.accept(project.session, three)
    assert len(entity_ids(project.session).intersection(three)) == 1


def test_put_off_is_still_listed(project: Project, three: list[EntityId]) -> None:
    clusters.defer(project.session, three)
    assert set(listed(project)[0].members) == set(three)
    pairs = [(three[0], three[1])]
    assert [verdict_history(project.session, proposal_key(*pair))[-1].choice for pair in pairs] == [
        Choice.DEFERRED
    ]


def test_what_was_split_is_not_proposed_again(project: Project) -> None:
    made = entities.split(project.session, project.lavrov, [project.first], "سيرجي لافروف الأب")
    mentions.link(project.session, [project.second], made)
    entities.rename(project.session, made, "سيرجي لافروف")
    pipeline.reconcile(project.session, Silent())
    joined = [set(one.members) for one in pipeline.name_clusters(project.session, Silent())]
    assert not any({made, project.lavrov} <= members for members in joined)


def test_one_alone_is_no_cluster(project: Project) -> None:
    with pytest.raises(ValueError, match="cluster"):
        clusters.accept(project.session, [project.kim, project.kim])
