"""How often two tellers agree and conflict, and on what."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from itertools import combinations

from tawatur_core.model import (
    Choice,
    ClaimId,
    Conflict,
    ConflictKey,
    ConflictKind,
    EventGroup,
    GroupKey,
    Relation,
    Verdict,
)
from tawatur_core.overview.tellers import Teller, teller_of
from tawatur_core.reconcile.views import Account
from tawatur_core.standing import stands

MOST = 40  # tellers that can be read on one screen

# Compares two claims slot by slot.
Comparing = Callable[[ClaimId, ClaimId], Mapping[ConflictKind, Relation]]


class Outcome(StrEnum):
    """What two tellers make of one fact."""

    AGREE = "agree"
    CONFLICT = "conflict"  # and nobody has decided it
    SETTLED = "settled"  # they differ, and an analyst gave a verdict


@dataclass(frozen=True, slots=True)
class Meeting:
    """Two claims, of two tellers, about one fact.

    `same` are the slots in which they say the same, `differ` those they conflict in.
    """

    a: ClaimId
    b: ClaimId
    group: GroupKey
    outcome: Outcome
    same: tuple[ConflictKind, ...] = ()
    differ: tuple[ConflictKind, ...] = ()
    conflict: ConflictKey | None = None


@dataclass(frozen=True, slots=True)
class Cell:
    """All meetings of two tellers, `a` before `b`; conflicts first."""

    a: int
    b: int
    meetings: tuple[Meeting, ...] = ()

    def count(self, outcome: Outcome) -> int:
        """Return how many meetings ended so."""
        return sum(meeting.outcome is outcome for meeting in self.meetings)

    @property
    def differ(self) -> tuple[tuple[ConflictKind, int], ...]:
        """What they conflict on and how often, the most frequent first."""
        return _ranked(kind for meeting in self.meetings for kind in meeting.differ)

    @property
    def same(self) -> tuple[tuple[ConflictKind, int], ...]:
        """What they agree on and how often, the most frequent first."""
        return _ranked(kind for meeting in self.meetings for kind in meeting.same)


@dataclass(frozen=True, slots=True)
class Matrix:
    """Tellers by tellers. `cells` holds one entry for each pair (a, b) with a < b that met."""

    tellers: tuple[Teller, ...]
    cells: Mapping[tuple[int, int], Cell]
    claims: tuple[int, ...]  # how many claims each teller makes
    hidden: int = 0  # tellers left out because they share least with others

    def cell(self, a: int, b: int) -> Cell:
        """Return the cell of two tellers, in whatever order; an empty one if they never met."""
        low, high = min(a, b), max(a, b)
        return self.cells.get((low, high), Cell(low, high))


def matrix(
    tellers: Sequence[Teller],
    accounts: Iterable[Account],
    groups: Iterable[EventGroup],
    *,
    conflicts: Iterable[Conflict],
    verdicts: Mapping[ConflictKey, Verdict],
    compare: Comparing,
    most: int = MOST,
) -> Matrix:
    """Count, for every pair of tellers, the facts both tell.

    Of two tellers' claims in one event group the pair in conflict counts, else the first; what an
    analyst called different events does not count at all. Of more than `most` tellers those with
    the most facts in common are kept.
    """
    whose = teller_of(tellers)
    owner = {one.id: whose[one.document] for one in accounts if one.document in whose}
    found = _in_conflict(conflicts)
    cells: defaultdict[tuple[int, int], list[Meeting]] = defaultdict(list)
    for group in groups:
        for pair, meeting in _meetings(group, owner, found, verdicts, compare).items():
            cells[pair].append(meeting)
    counted = Counter(owner.values())
    shared: Counter[int] = Counter()
    for pair, met in cells.items():
        shared.update(dict.fromkeys(pair, len(met)))
    kept = sorted(sorted(range(len(tellers)), key=lambda n: (-shared[n], n))[:most])
    now = {old: new for new, old in enumerate(kept)}
    return Matrix(
        tuple(tellers[number] for number in kept),
        {
            (now[a], now[b]): Cell(
                now[a], now[b], tuple(sorted(met, key=lambda m: (_ORDER[m.outcome], m.group)))
            )
            for (a, b), met in sorted(cells.items())
            if a in now and b in now
        },
        tuple(counted[number] for number in kept),
        len(tellers) - len(kept),
    )


_ORDER = {Outcome.CONFLICT: 0, Outcome.SETTLED: 1, Outcome.AGREE: 2}


def _in_conflict(conflicts: Iterable[Conflict]) -> dict[frozenset[ClaimId], list[Conflict]]:
    """Return the conflicts that each pair of claims is in."""
    found: defaultdict[frozenset[ClaimId], list[Conflict]] = defaultdict(list)
    for conflict in conflicts:
        for pair in combinations(conflict.claims, 2):
            found[frozenset(pair)].append(conflict)
    return found


def _meetings(
    group: EventGroup,
    owner: Mapping[ClaimId, int],
    found: Mapping[frozenset[ClaimId], list[Conflict]],
    verdicts: Mapping[ConflictKey, Verdict],
    compare: Comparing,
) -> dict[tuple[int, int], Meeting]:
    """Return the meeting of each pair of tellers in one group."""
    best: dict[tuple[int, int], Meeting] = {}
    for one, other in combinations(group.claims, 2):
        if one not in owner or other not in owner or owner[one] == owner[other]:
            continue
        a, b = (one, other) if owner[one] < owner[other] else (other, one)
        known = found.get(frozenset((a, b)), [])
        if any(_decided(c, verdicts, Choice.DIFFERENT_EVENTS) for c in known):
            continue
        meeting = _meeting(a, b, group.key, known=known, verdicts=verdicts, compare=compare)
        pair = owner[a], owner[b]
        if pair not in best or _ORDER[meeting.outcome] < _ORDER[best[pair].outcome]:
            best[pair] = meeting
    return best


def _meeting(
    a: ClaimId,
    b: ClaimId,
    group: GroupKey,
    *,
    known: Iterable[Conflict],
    verdicts: Mapping[ConflictKey, Verdict],
    compare: Comparing,
) -> Meeting:
    told = compare(a, b)
    same = tuple(kind for kind, relation in told.items() if relation is Relation.SAME)
    # Of a conflict with many sides only those count that differ among themselves.
    real = [
        c
        for c in known
        if (len(c.claims) == 2 or told.get(c.kind) is Relation.DIFFERENT)
        and not _decided(c, verdicts, Choice.NOT_A_CONFLICT)
    ]
    if not real:
        return Meeting(a, b, group, Outcome.AGREE, same)
    still = [c for c in real if not stands(verdicts.get(c.key), c)]
    first = (still or real)[0]
    return Meeting(
        a,
        b,
        group,
        Outcome.CONFLICT if still else Outcome.SETTLED,
        tuple(kind for kind in same if kind not in {c.kind for c in real}),
        tuple(dict.fromkeys(c.kind for c in real)),
        first.key,
    )


def _decided(conflict: Conflict, verdicts: Mapping[ConflictKey, Verdict], choice: Choice) -> bool:
    """Whether the verdict that stands on a conflict is this one."""
    verdict = verdicts.get(conflict.key)
    return verdict is not None and verdict.choice is choice and stands(verdict, conflict)


def _ranked(kinds: Iterable[ConflictKind]) -> tuple[tuple[ConflictKind, int], ...]:
    counted = Counter(kinds)
    return tuple(sorted(counted.items(), key=lambda item: (-item[1], item[0])))
