"""The whole of reconciliation on plain values: accounts in, groups and conflicts out."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from itertools import combinations

from tawatur_core.model import ClaimId, Conflict
from tawatur_core.monitor import Monitor, Silent
from tawatur_core.reconcile.align import Alignment, Profile, align
from tawatur_core.reconcile.compare import World
from tawatur_core.reconcile.conflicts import conflicts_in, settled_apart
from tawatur_core.reconcile.events import Grouped, Pair, group_claims
from tawatur_core.reconcile.index import Index
from tawatur_core.reconcile.terms import Rarity
from tawatur_core.reconcile.views import Account, Apart, Settled

NOTHING_SETTLED = Settled()


def reconcile_accounts(
    accounts: Iterable[Account],
    settled: Settled = NOTHING_SETTLED,
    monitor: Monitor | None = None,
) -> tuple[tuple[Grouped, ...], tuple[Conflict, ...]]:
    """Group accounts that tell one fact and find where they contradict one another.

    The order of the accounts does not matter. Conflicts come in the order of weight × confidence.
    Raises Cancelled when the monitor says so.
    """
    watch = monitor or Silent()
    read = [Profile.of(a) for a in sorted(accounts, key=lambda a: a.id)]
    rarity = Rarity.of(p.keys for p in read)
    profiles = {p.account.id: p.with_rarity(rarity) for p in read}
    world = World.of(p.account for p in read)
    index = Index(list(profiles.values()))
    edges = [e for a, b in index.pairs(watch) if (e := align(a, b)).one_fact]
    apart = frozenset(pair for verdict in settled.apart for pair in verdict.pairs)
    groups = group_claims(edges, apart, world)
    found = [c for g in groups for c in conflicts_in(g, world, left_by_verdicts(g, settled.apart))]
    found += settled_conflicts(settled.apart, profiles, world, {c.key for c in found})
    return groups, tuple(sorted(found, key=lambda c: (-c.weight * c.confidence, c.key)))


def left_by_verdicts(grouped: Grouped, verdicts: Sequence[Apart]) -> list[ClaimId]:
    """Return the claims that a verdict took out of the company of the group's oldest claim."""
    oldest = grouped.group.claims[0]
    return sorted(
        {c for v in verdicts for pair in v.pairs if oldest in pair for c in pair} - {oldest}
    )


def settled_conflicts(
    verdicts: Sequence[Apart],
    profiles: Mapping[ClaimId, Profile],
    world: World,
    taken: set[str],
) -> list[Conflict]:
    """Return the conflicts called different events, but those that are `taken` by a new group."""
    found = []
    for verdict in verdicts:
        if verdict.key in taken or any(c not in profiles for c in verdict.claims):
            continue
        edges = _edges(verdict.pairs, profiles)
        found.append(settled_apart(verdict, edges, world))
    return found


def _edges(pairs: Iterable[Pair], profiles: Mapping[ClaimId, Profile]) -> list[Alignment]:
    ordered = (sorted(pair) for pair in pairs)
    return [align(profiles[a], profiles[b]) for a, b in ordered]


def all_pairs(claims: Sequence[ClaimId]) -> tuple[Pair, ...]:
    """Return every pair of the given claims."""
    return tuple(frozenset(pair) for pair in combinations(claims, 2))
