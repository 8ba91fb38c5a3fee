"""A corpus that stays reconciled while claims come, change and go.

A change looks only at the claims that share rare features with it, and groups anew only what
hangs together with it. How rare a term is, and where places lie, is as it was when the whole was
last read: in a large corpus one article does not change that.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from tawatur_core.model import (
    ClaimId,
    Conflict,
    ConflictKey,
    EventGroup,
    GroupKey,
)
from tawatur_core.monitor import Monitor, Silent
from tawatur_core.reconcile.align import Alignment, Profile, align
from tawatur_core.reconcile.compare import World
from tawatur_core.reconcile.conflicts import conflicts_in
from tawatur_core.reconcile.events import Grouped, group_claims
from tawatur_core.reconcile.index import Index
from tawatur_core.reconcile.run import NOTHING_SETTLED, left_by_verdicts, settled_conflicts
from tawatur_core.reconcile.terms import Rarity
from tawatur_core.reconcile.views import Account, Apart, Settled


@dataclass(frozen=True, slots=True)
class Changed:
    """What a change did: keys that are gone or replaced, and what stands now in their place."""

    gone_groups: frozenset[GroupKey]
    gone_conflicts: frozenset[ConflictKey]
    groups: tuple[EventGroup, ...]
    conflicts: tuple[Conflict, ...]


class Live:
    """Event groups and conflicts of a corpus in memory. Use from one thread at a time."""

    def __init__(
        self,
        accounts: Iterable[Account],
        settled: Settled = NOTHING_SETTLED,
        monitor: Monitor | None = None,
    ) -> None:
        """Reconcile the whole. Raises Cancelled."""
        watch = monitor or Silent()
        read = [Profile.of(a) for a in sorted(accounts, key=lambda a: a.id)]
        self._rarity = Rarity.of(p.keys for p in read)
        self._world = World.of(p.account for p in read)
        self._profiles = {p.account.id: p.with_rarity(self._rarity) for p in read}
        self._index = Index(list(self._profiles.values()))
        self._place = {p.account.id: n for n, p in enumerate(self._index.profiles)}
        self._documents: defaultdict[str, set[ClaimId]] = defaultdict(set)
        for profile in self._profiles.values():
            self._documents[profile.account.document].add(profile.account.id)
        self._near: defaultdict[ClaimId, dict[ClaimId, Alignment]] = defaultdict(dict)
        self._apart: tuple[Apart, ...] = settled.apart
        self._groups: dict[ClaimId, Grouped] = {}
        self._conflicts: dict[GroupKey, list[Conflict]] = {}
        self._settled: list[Conflict] = []
        for a, b in self._index.pairs(watch):
            self._join(align(a, b))
        self._regroup(set(self._near))
        self._settle()

    @property
    def claims(self) -> int:
        """How many claims the corpus holds."""
        return len(self._profiles)

    @property
    def groups(self) -> tuple[EventGroup, ...]:
        """All event groups, as `reconcile_accounts` orders them."""
        found = {g.group.key: g.group for g in self._groups.values()}
        return tuple(sorted(found.values(), key=lambda g: g.claims))

    @property
    def conflicts(self) -> tuple[Conflict, ...]:
        """All conflicts in the order of weight × confidence."""
        found = [c for some in self._conflicts.values() for c in some] + self._settled
        return tuple(sorted(found, key=lambda c: (-c.weight * c.confidence, c.key)))

    def of_document(self, document: str) -> frozenset[ClaimId]:
        """Return the claims of a document that the corpus holds."""
        return frozenset(self._documents.get(document, ()))

    def holds(self, account: Account) -> bool:
        """Whether the corpus holds this claim just as it is given."""
        known = self._profiles.get(account.id)
        return known is not None and known.account == account

    def change(
        self,
        gone: Iterable[ClaimId],
        come: Iterable[Account],
        settled: Settled | None = None,
    ) -> Changed:
        """Take claims out and others in; a changed claim is both. Returns what that did."""
        touched: set[ClaimId] = set()
        for claim in gone:
            touched |= self._take_out(claim)
        fresh = [Profile.of(a).with_rarity(self._rarity) for a in sorted(come, key=_by_id)]
        for profile in fresh:
            touched |= self._take_out(profile.account.id)
        for profile in fresh:
            self._profiles[profile.account.id] = profile
            self._place[profile.account.id] = self._index.add(profile)
            self._documents[profile.account.document].add(profile.account.id)
        for profile in fresh:
            touched.add(profile.account.id)
            for other in self._index.neighbours(self._place[profile.account.id]):
                self._join(align(*_in_order(profile, self._index.profiles[other])))
        if settled is not None and settled.apart != self._apart:
            verdicts = set(settled.apart) ^ set(self._apart)
            touched |= {c for verdict in verdicts for c in verdict.claims}
            self._apart = settled.apart
        before = {c.key for c in self._settled}
        changed = self._regroup(self._hanging_together(touched) | touched)
        self._settle()
        return Changed(
            changed.gone_groups,
            changed.gone_conflicts | before,
            changed.groups,
            (*changed.conflicts, *self._settled),
        )

    def _join(self, edge: Alignment) -> None:
        if edge.one_fact:
            a, b = edge.a.account.id, edge.b.account.id
            self._near[a][b] = self._near[b][a] = edge

    def _take_out(self, claim: ClaimId) -> set[ClaimId]:
        """Forget a claim; return it and those that were near it."""
        if claim not in self._profiles:
            return set()
        others = self._near.pop(claim, {})
        for other in others:
            del self._near[other][claim]
        # Its group falls apart, also where its members were near the centre only.
        grouped = self._groups.get(claim)
        self._index.remove(self._place.pop(claim))
        self._documents[self._profiles.pop(claim).account.document].discard(claim)
        return {claim, *others, *(grouped.group.claims if grouped else ())}

    def _hanging_together(self, touched: Iterable[ClaimId]) -> set[ClaimId]:
        """Return all claims that a chain of likenesses joins with the touched ones."""
        found: set[ClaimId] = set()
        left = [claim for claim in touched if claim in self._near]
        while left:
            claim = left.pop()
            if claim not in found:
                found.add(claim)
                left.extend(self._near[claim].keys() - found)
        return found

    def _regroup(self, claims: set[ClaimId]) -> Changed:
        """Group some claims anew; they hold everything that hangs together with any of them."""
        old = {g.group.key: g for c in claims if (g := self._groups.pop(c, None)) is not None}
        for grouped in old.values():
            for claim in grouped.group.claims:
                self._groups.pop(claim, None)
        gone = [c for key in old for c in self._conflicts.pop(key, [])]
        apart = frozenset(pair for verdict in self._apart for pair in verdict.pairs)
        edges = (e for c in sorted(claims) if c in self._near for e in self._edges_from(c))
        groups = group_claims(edges, apart, self._world)
        made: list[Conflict] = []
        for grouped in groups:
            for claim in grouped.group.claims:
                self._groups[claim] = grouped
            found = conflicts_in(grouped, self._world, left_by_verdicts(grouped, self._apart))
            self._conflicts[grouped.group.key] = found
            made += found
        return Changed(
            frozenset(old),
            frozenset(c.key for c in gone),
            tuple(g.group for g in groups),
            tuple(made),
        )

    def _edges_from(self, claim: ClaimId) -> Sequence[Alignment]:
        return [edge for other, edge in self._near[claim].items() if claim < other]

    def _settle(self) -> None:
        """Bring back the conflicts that were called different events and left no group."""
        taken: set[str] = set()
        if self._apart:
            taken = {c.key for some in self._conflicts.values() for c in some}
        self._settled = settled_conflicts(self._apart, self._profiles, self._world, taken)


def _by_id(account: Account) -> str:
    return account.id


def _in_order(a: Profile, b: Profile) -> tuple[Profile, Profile]:
    """Return two claims, the older first, as the full run compares them."""
    return (a, b) if a.account.id < b.account.id else (b, a)
