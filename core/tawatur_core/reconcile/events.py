"""Event groups: claims of several documents about one fact, each group around one centre.

Groups are never made by chaining (A like B, B like C, so A with C): that way unlike reports end
in one heap. Every member is aligned with the group's centre.
"""

from __future__ import annotations

import hashlib
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from tawatur_core.model import ClaimId, DocumentId, EventGroup, Evidence, GroupKey, SlotName
from tawatur_core.reconcile.align import Alignment, Profile
from tawatur_core.reconcile.compare import World
from tawatur_core.reconcile.parties import agency_key, sources

Pair = frozenset[ClaimId]


@dataclass(frozen=True, slots=True)
class Grouped:
    """An event group with the alignments that hold inside it."""

    group: EventGroup
    centre: ClaimId
    edges: tuple[Alignment, ...]


def pair_of(edge: Alignment) -> Pair:
    """Return the two claims of an alignment."""
    return frozenset({edge.a.account.id, edge.b.account.id})


def group_claims(
    edges: Iterable[Alignment], apart: frozenset[Pair], world: World
) -> tuple[Grouped, ...]:
    """Group aligned claims; `apart` are pairs that an analyst called different events."""
    kept = {pair_of(e): e for e in edges if e.one_fact and pair_of(e) not in apart}
    near: defaultdict[ClaimId, dict[ClaimId, Alignment]] = defaultdict(dict)
    profiles: dict[ClaimId, Profile] = {}
    for edge in kept.values():
        a, b = edge.a.account.id, edge.b.account.id
        near[a][b] = near[b][a] = edge
        profiles[a], profiles[b] = edge.a, edge.b
    members = _stars(near, apart)
    found = []
    for centre, others in members.items():
        claims = tuple(sorted({centre, *others}))
        inside = tuple(
            kept[pair]
            for pair in sorted(
                (frozenset({x, y}) for i, x in enumerate(claims) for y in claims[i + 1 :]),
                key=sorted,
            )
            if pair in kept
        )
        if len({profiles[c].account.document for c in claims}) > 1:
            found.append(Grouped(_group(claims, profiles, inside, world), centre, inside))
    return tuple(sorted(found, key=lambda g: g.group.claims))


def _stars(
    near: Mapping[ClaimId, Mapping[ClaimId, Alignment]], apart: frozenset[Pair]
) -> dict[ClaimId, list[ClaimId]]:
    weight = {c: sum(e.score for e in others.values()) for c, others in near.items()}
    order = sorted(near, key=lambda c: (-weight[c], c))
    centre_of: dict[ClaimId, ClaimId] = {}
    for claim in order:
        if claim in centre_of:
            continue
        centre_of[claim] = claim
        taken = [claim]
        for other, _ in sorted(near[claim].items(), key=lambda i: (-i[1].score, i[0])):
            if other not in centre_of and not any(frozenset({other, t}) in apart for t in taken):
                centre_of[other] = claim
                taken.append(other)
    return _nearest(near, centre_of, apart)


def _nearest(
    near: Mapping[ClaimId, Mapping[ClaimId, Alignment]],
    centre_of: Mapping[ClaimId, ClaimId],
    apart: frozenset[Pair],
) -> dict[ClaimId, list[ClaimId]]:
    """Give each claim to the centre it fits best, not to the first that asked."""
    centres = {c for c, of in centre_of.items() if c == of}
    members: dict[ClaimId, list[ClaimId]] = {c: [] for c in centres}
    for claim in sorted(centre_of):
        if claim in centres:
            continue
        asked = sorted(
            (c for c in near[claim] if c in centres), key=lambda c: (-near[claim][c].score, c)
        )
        for centre in asked:
            if not any(frozenset({claim, m}) in apart for m in (centre, *members[centre])):
                members[centre].append(claim)
                break
    return members


def _group(
    claims: tuple[ClaimId, ...],
    profiles: Mapping[ClaimId, Profile],
    edges: Sequence[Alignment],
    world: World,
) -> EventGroup:
    count = chains([profiles[c] for c in claims], world)
    strongest = max(edges, key=lambda e: (e.score, sorted(pair_of(e))))
    evidence = (Evidence("evidence-chains", 0.0, {"count": str(count)}), *strongest.evidence)
    return EventGroup(group_key(claims[0]), claims, count, evidence)


def group_key(oldest: ClaimId) -> GroupKey:
    """Return the key of a group whose oldest claim is `oldest` (claim ids sort by age)."""
    return GroupKey("g-" + hashlib.sha256(oldest.encode()).hexdigest()[:20])


def chains(members: Sequence[Profile], world: World) -> int:
    """Count the independent chains of transmission: the tawatur of a fact.

    Outlets that cite one agency are one chain, so are two claims of one outlet, and an article and
    its copies; a document whose outlet is unknown is its own.
    """
    parent: dict[str, str] = {}

    def find(key: str) -> str:
        while parent.setdefault(key, key) != key:
            key = parent[key]
        return key

    for profile in members:
        account = profile.account
        origin = find(f"outlet {account.outlet}" if account.outlet else f"doc {account.document}")
        for told in (account.document, account.original):
            if told:
                parent[find(f"doc {told}")] = find(origin)
        for link in sources(account, SlotName.VIA, world.atlas):
            if not link.unnamed and (key := agency_key(link)):
                parent[find(f"via {key}")] = find(origin)
    return len({find(k) for k in list(parent)})


def documents(members: Iterable[Profile]) -> frozenset[DocumentId]:
    """Return the documents of some claims."""
    return frozenset(p.account.document for p in members)
