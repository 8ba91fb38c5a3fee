"""Clusters of names that may be one entity: from 'same?' pairs to sets an analyst can take whole.

A cluster has one centre that every member is likened to; chains of likenesses join nothing. What a
cluster would join by way of its members against an analyst's word, or against evidence, is left
out and shown.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from tawatur_core.model import EntityId, EntityKind, EntityProposal, Evidence
from tawatur_core.reconcile.entities import Bearers, judge, proposal_key
from tawatur_core.reconcile.terms import raw_words
from tawatur_core.reconcile.views import EntityView, Settled

# More names are never one without an analyst's word for each.
MOST_IN_CLUSTER = 100
# Two members need not look alike, each looks like the centre; below this they speak against it.
LEAST_WITHIN = 0.3

REJECTED = "evidence-entity-told-apart"


@dataclass(frozen=True, slots=True)
class Blocked:
    """A join that the likenesses would bring about and that is not done.

    `entity` is likened to the centre of the cluster, but not one with its member `member`: an
    analyst told them apart (`rejected`) or the evidence speaks against it.
    """

    entity: EntityId
    member: EntityId
    rejected: bool
    evidence: tuple[Evidence, ...]


@dataclass(frozen=True, slots=True)
class Cluster:
    """Entities that may be one, the one to keep first, then the likeliest.

    `name` is the proposed canonical name, `pairs` what speaks for and against each pair of members,
    the likeliest first, `score` the likelihood of the weakest member.
    """

    members: tuple[EntityId, ...]
    name: str
    score: float
    pairs: tuple[EntityProposal, ...]
    blocked: tuple[Blocked, ...] = ()

    @property
    def keep(self) -> EntityId:
        """The entity that takes the others over."""
        return self.members[0]


@dataclass(slots=True)
class _Growing:
    centre: EntityId
    members: list[EntityId]
    blocked: list[Blocked] = field(default_factory=list)


def clusters(
    proposals: Sequence[EntityProposal],
    entities: Mapping[EntityId, EntityView],
    bearers: Bearers,
    settled: Settled | None = None,
    *,
    most: int = MOST_IN_CLUSTER,
) -> tuple[Cluster, ...]:
    """Gather proposals into sets that may be one entity, the likeliest first.

    `entities` holds at least every entity the proposals name, `bearers` counts who bears each word
    of a name (`bearers_of` all entities). Two entities that an analyst told apart are never in one
    cluster, nor are two that evidence keeps apart. A cluster holds at most `most` entities; each
    entity is in one cluster at most. The order of the proposals does not matter.
    """
    different = (settled or Settled()).different
    near: defaultdict[EntityId, dict[EntityId, EntityProposal]] = defaultdict(dict)
    for one in proposals:
        near[one.a][one.b] = near[one.b][one.a] = one
    court = _Court(near, entities, bearers, different)
    taken: set[EntityId] = set()
    grown = []
    for centre in sorted(near, key=lambda e: (-sum(p.score for p in near[e].values()), e)):
        if centre not in taken:
            grown.append(_grow(centre, court, taken, most))
            taken.update(grown[-1].members)
    found = [_cluster(one, court) for one in grown if len(one.members) > 1]
    return tuple(sorted(found, key=lambda c: (-c.score, -len(c.members), c.members)))


@dataclass(frozen=True, slots=True)
class _Court:
    """Answers whether two entities may stand in one cluster."""

    near: Mapping[EntityId, Mapping[EntityId, EntityProposal]]
    entities: Mapping[EntityId, EntityView]
    bearers: Bearers
    different: frozenset[frozenset[EntityId]]

    def between(self, a: EntityId, b: EntityId) -> EntityProposal:
        """Return the question about two entities, judged anew where nobody proposed it."""
        known = self.near.get(a, {}).get(b)
        if known is not None:
            return known
        a, b = sorted((a, b))
        score, evidence = judge(self.entities[a], self.entities[b], self.bearers)
        return EntityProposal(proposal_key(a, b), a, b, score, evidence)

    def objection(self, entity: EntityId, members: Iterable[EntityId]) -> Blocked | None:
        """Return why an entity cannot join the members, None when it can."""
        doubts = []
        for member in members:
            if frozenset({entity, member}) in self.different:
                return Blocked(entity, member, True, (Evidence(REJECTED, -1.0),))
            between = self.between(entity, member)
            if between.score < LEAST_WITHIN:
                doubts.append(Blocked(entity, member, False, between.evidence))
        return doubts[0] if doubts else None


def _grow(centre: EntityId, court: _Court, taken: set[EntityId], most: int) -> _Growing:
    grown = _Growing(centre, [centre])
    near = court.near[centre]
    for other in sorted(near, key=lambda e: (-near[e].score, e)):
        objection = court.objection(other, grown.members)
        if objection is not None:
            grown.blocked.append(objection)
        elif other not in taken and len(grown.members) < most:
            grown.members.append(other)
    # What a member is likened to and the centre was told apart from is joined by nobody either.
    told = {b.entity for b in grown.blocked}
    for member in grown.members[1:]:
        for other in sorted(court.near[member].keys() - told - set(grown.members)):
            against = next(
                (m for m in grown.members if frozenset({other, m}) in court.different), None
            )
            if against is not None:
                told.add(other)
                rejected = Evidence(REJECTED, -1.0)
                grown.blocked.append(Blocked(other, against, True, (rejected,)))
    return grown


def _cluster(grown: _Growing, court: _Court) -> Cluster:
    views = [court.entities[m] for m in grown.members]
    keep = max(views, key=lambda v: (v.mentions, bool(v.external_ids), v.id)).id
    likely = {m: court.between(grown.centre, m).score for m in grown.members if m != grown.centre}
    rest = sorted((m for m in grown.members if m != keep), key=lambda m: (-likely.get(m, 1.0), m))
    every = [
        court.between(a, b) for n, a in enumerate(grown.members) for b in grown.members[n + 1 :]
    ]
    return Cluster(
        members=(keep, *rest),
        name=canonical_name(views),
        score=min(likely.values()),
        pairs=tuple(sorted(every, key=lambda p: (-p.score, p.key))),
        blocked=tuple(sorted(grown.blocked, key=lambda b: (b.entity, b.member))),
    )


def canonical_name(entities: Sequence[EntityView]) -> str:
    """Return the name to call several entities by when they are one.

    For people the full name rather than the family name; among full names the one used most.
    """
    person = any(view.kind is EntityKind.PERSON for view in entities)

    def merit(view: EntityView) -> tuple[int, int, str]:
        full = min(len(raw_words(view.name)), 2) if person else 0
        return full, view.mentions, view.id

    return max(entities, key=merit).name
