"""Conflicts: slots of an event group whose values cannot all be true."""

from __future__ import annotations

import hashlib
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from tawatur_core.model import (
    ClaimId,
    Conflict,
    ConflictKey,
    ConflictKind,
    Evidence,
    Relation,
    SlotComparison,
    SlotName,
    SlotValue,
    Span,
)
from tawatur_core.reconcile.align import Alignment
from tawatur_core.reconcile.compare import KINDS, World, compare
from tawatur_core.reconcile.events import Grouped, group_key, pair_of
from tawatur_core.reconcile.gates import Seen, certainty_of_conflict
from tawatur_core.reconcile.views import Account, Apart

# How much a wrong value of each kind harms a reader, 0…1.
WEIGHTS = {
    ConflictKind.HOW_MANY: 1.0,
    ConflictKind.POLARITY: 0.95,
    ConflictKind.WHEN: 0.9,
    ConflictKind.SPEAKER: 0.85,
    ConflictKind.ORDER: 0.8,
    ConflictKind.WHAT: 0.8,
    ConflictKind.AUTHORITY: 0.75,
    ConflictKind.WHERE: 0.7,
    ConflictKind.WHO: 0.7,
    ConflictKind.WORDING: 0.4,
    ConflictKind.CERTAINTY: 0.35,
}


@dataclass(frozen=True, slots=True)
class _Clash:
    edge: Alignment
    confidence: float
    evidence: tuple[Evidence, ...]


def conflicts_in(grouped: Grouped, world: World, apart: Sequence[str] = ()) -> list[Conflict]:
    """Return the conflicts of one group, one for each kind.

    `apart` names the claims that were taken out of this group by a verdict; the key differs from
    the one that verdict was given on.
    """
    compared = [Seen(e, compare(e, world)) for e in grouped.edges]
    clashes: defaultdict[ConflictKind, list[_Clash]] = defaultdict(list)
    for seen in compared:
        for kind in KINDS:
            if sure := certainty_of_conflict(kind, seen):
                clashes[kind].append(_Clash(seen.pair, sure, seen.found[kind].evidence))
    # One contradiction is told once: who said quoted words is also whose authority they rest on.
    if ConflictKind.SPEAKER in clashes:
        clashes.pop(ConflictKind.AUTHORITY, None)
    return [
        _conflict(kind, found, grouped, compared, apart) for kind, found in sorted(clashes.items())
    ]


def _conflict(
    kind: ConflictKind,
    clashes: Sequence[_Clash],
    grouped: Grouped,
    compared: Sequence[Seen],
    apart: Sequence[str],
) -> Conflict:
    accounts = _sides(clashes)
    strongest = max(clashes, key=lambda c: (c.confidence, sorted(pair_of(c.edge))))
    ids = tuple(a.id for a in accounts)
    return Conflict(
        key=conflict_key(kind, grouped.group.claims[0], apart),
        kind=kind,
        group=grouped.group.key,
        claims=ids,
        rows=rows(ids, compared, kind),
        weight=WEIGHTS[kind],
        confidence=round(strongest.confidence, 4),
        evidence=(*strongest.evidence, *strongest.edge.evidence),
    )


def conflict_key(kind: ConflictKind, oldest: ClaimId, apart: Sequence[str] = ()) -> ConflictKey:
    """Return the key of a conflict: it survives rebuilding as long as the oldest claim stands."""
    told = "|".join((kind.value, oldest, *sorted(apart)))
    return ConflictKey("c-" + hashlib.sha256(told.encode()).hexdigest()[:20])


def _sides(clashes: Sequence[_Clash]) -> list[Account]:
    """Return one account for each document that takes part, earliest published first."""
    best: dict[str, Account] = {}
    for clash in sorted(clashes, key=lambda c: (-c.confidence, sorted(pair_of(c.edge)))):
        for profile in (clash.edge.a, clash.edge.b):
            best.setdefault(profile.account.document, profile.account)
    # The strongest clash must be seen whole, whatever else a document says.
    first = max(clashes, key=lambda c: (c.confidence, sorted(pair_of(c.edge)))).edge
    for profile in (first.a, first.b):
        best[profile.account.document] = profile.account
    return sorted(best.values(), key=lambda a: (a.published is None, a.published or 0, a.id))


def rows(
    sides: Sequence[ClaimId], compared: Iterable[Seen], first: ConflictKind
) -> tuple[SlotComparison, ...]:
    """Compare every slot over all sides, the conflicting one first; empty slots are left out."""
    asked = frozenset(sides)
    inside = [seen for seen in compared if pair_of(seen.pair) <= asked]
    by_id = {p.account.id: p.account for seen in inside for p in (seen.pair.a, seen.pair.b)}
    accounts = [by_id[c] for c in sides if c in by_id]
    order = (first, *(k for k in KINDS if k is not first))
    made = (_row(kind, accounts, inside) for kind in order)
    return tuple(row for row in made if row is not None)


_SLOTS = {
    ConflictKind.HOW_MANY: SlotName.HOW_MANY,
    ConflictKind.WHEN: SlotName.WHEN,
    ConflictKind.SPEAKER: SlotName.SPEAKER,
    ConflictKind.AUTHORITY: SlotName.VIA,
    ConflictKind.POLARITY: SlotName.POLARITY,
    ConflictKind.WHAT: SlotName.WHAT,
    ConflictKind.WHERE: SlotName.WHERE,
    ConflictKind.WHO: SlotName.WHO,
    ConflictKind.CERTAINTY: SlotName.CERTAINTY,
}


def _row(
    kind: ConflictKind,
    accounts: Sequence[Account],
    inside: Sequence[Seen],
) -> SlotComparison | None:
    sides = [a.id for a in accounts]
    values: dict[ClaimId, SlotValue | None] = dict.fromkeys(sides)
    spans: dict[ClaimId, Span | None] = dict.fromkeys(sides)
    relations = set()
    told: dict[str, set[str]] = {}  # what the reasons of each kind name
    evidence: list[Evidence] = []
    # What differs is shown first, when a claim holds several values.
    for seen in sorted(inside, key=lambda s: not s.differs(kind)):
        edge, compared = seen.pair, seen.found[kind]
        relations.add(compared.relation)
        for reason in compared.evidence:
            # Of many sides every two differ: a reason is told while it names something new.
            named = told.get(reason.code)
            if named is None or not named.issuperset(reason.args.values()):
                told[reason.code] = (named or set()).union(reason.args.values())
                evidence.append(reason)
        for claim, value, span in (
            (edge.a.account.id, compared.a, compared.a_span),
            (edge.b.account.id, compared.b, compared.b_span),
        ):
            if values[claim] is None and value is not None:
                values[claim], spans[claim] = value, span
    for account in accounts:
        # A side that the others cannot be compared with still shows what it says.
        slot = next(iter(account.named(_SLOTS[kind])), None) if kind in _SLOTS else None
        if values[account.id] is None and slot is not None:
            values[account.id], spans[account.id] = slot.value, slot.span
    if not any(v is not None for v in values.values()):
        return None
    return SlotComparison(
        kind,
        _joint(relations),
        tuple(values[c] for c in sides),
        tuple(spans[c] for c in sides),
        tuple(evidence),
    )


def _joint(relations: set[Relation]) -> Relation:
    for relation in (Relation.DIFFERENT, Relation.COMPATIBLE, Relation.SAME):
        if relation in relations:
            return relation
    return Relation.UNKNOWN


def settled_apart(apart: Apart, edges: Iterable[Alignment], world: World) -> Conflict:
    """Return a conflict that an analyst called different events, so that it stays in view."""
    inside = [Seen(edge, compare(edge, world)) for edge in edges]
    return Conflict(
        key=apart.key,
        kind=apart.kind,
        group=group_key(min(apart.claims)),
        claims=apart.claims,
        rows=rows(apart.claims, inside, apart.kind),
        weight=WEIGHTS.get(apart.kind, 0.0),
        confidence=round(max((s.pair.score for s in inside), default=0.0), 4),
    )
