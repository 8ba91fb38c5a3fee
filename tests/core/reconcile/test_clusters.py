"""Clusters of names: whole sets, never joined against an analyst's word or the evidence."""

from __future__ import annotations

from collections.abc import Sequence

from hypothesis import given, settings, strategies as st

from tawatur_core.model import EntityId, EntityKind, ExternalId
from tawatur_core.reconcile.clusters import Cluster, clusters
from tawatur_core.reconcile.entities import bearers_of, propose_same
from tawatur_core.reconcile.views import EntityView, Settled
from tests.core.reconcile.make import entity

PLACE = EntityKind.PLACE


def cities(*names: str) -> list[EntityView]:
    return [entity(str(n), name, PLACE, mentions=9 - n) for n, name in enumerate(names)]


PYONGYANG = cities("بيونج يانج", "بيونغ يانغ", "بيونغ يانج")


def told(*pairs: tuple[str, str]) -> Settled:
    return Settled(different=frozenset(frozenset(map(EntityId, pair)) for pair in pairs))


def found(
    entities: Sequence[EntityView], settled: Settled | None = None, **more: int
) -> tuple[Cluster, ...]:
    return clusters(
        propose_same(entities, settled),
        {e.id: e for e in entities},
        bearers_of(e.name for e in entities),
        settled,
        **more,
    )


def test_three_spellings_are_one_cluster_with_all_its_pairs():
    (cluster,) = found(PYONGYANG)
    assert set(cluster.members) == {e.id for e in PYONGYANG}
    assert cluster.keep == PYONGYANG[0].id, "the one mentioned most is kept"
    assert cluster.name == "بيونج يانج"
    assert len(cluster.pairs) == 3
    assert all(pair.evidence for pair in cluster.pairs)
    assert cluster.blocked == ()


def test_the_full_name_of_a_person_is_proposed_though_the_short_one_is_used_more():
    names = [
        entity("1", "لافروف", mentions=40),
        entity("2", "سيرجي لافروف", mentions=3),
        entity("3", "سيرغي لافروف", mentions=5),
    ]
    (cluster,) = found(names)
    assert cluster.name == "سيرغي لافروف"
    assert cluster.keep == "1"


def test_what_was_told_apart_is_not_joined_by_way_of_a_third_name_but_shown():
    (cluster,) = found(PYONGYANG, told(("0", "1")))
    assert len(cluster.members) == 2
    (blocked,) = cluster.blocked
    assert blocked.rejected
    assert {blocked.entity, blocked.member} == {"0", "1"}
    assert blocked.evidence[0].code == "evidence-entity-told-apart"


def test_evidence_between_two_members_keeps_one_of_them_out():
    named = [
        entity("1", "سيرجي لافروف", external_ids=(ExternalId("wikidata", "Q1"),)),
        entity("2", "سيرغي لافروف", external_ids=(ExternalId("wikidata", "Q2"),)),
        entity("3", "لافروف", mentions=9),
    ]
    (cluster,) = found(named)
    assert len(cluster.members) == 2
    assert "3" in cluster.members
    (blocked,) = cluster.blocked
    assert not blocked.rejected
    assert {blocked.entity, blocked.member} == {"1", "2"}


def test_a_cluster_is_never_larger_than_allowed():
    many = cities(*(["بيونج يانج", "بيونغ يانغ", "بيونغ يانج", "بيونج يانغ"]))
    assert all(len(c.members) <= 2 for c in found(many, most=2))
    assert len(found(many)[0].members) == 4


@given(st.permutations([*PYONGYANG, entity("7", "لافروف"), entity("8", "سيرجي لافروف")]))
@settings(max_examples=20, deadline=None)
def test_the_order_of_the_entities_does_not_matter(order: list[EntityView]):
    assert found(order) == found(sorted(order, key=lambda e: e.id))
