"""Claims by the day they speak of, one lane for each teller."""

from __future__ import annotations

import math
from bisect import bisect_right
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import pairwise

from tawatur_core.model import (
    ClaimId,
    ConflictKind,
    DocumentId,
    GroupKey,
    Origin,
    SlotName,
    Span,
    When,
)
from tawatur_core.overview.tellers import Teller, teller_of
from tawatur_core.reconcile.views import Account

MOST = 600  # bars that can be read in one picture

# Days without any date after which the axis is broken.
_BREAK = 75
_CROWD = 0.4  # more room for each bar that begins, up to twice a day's
_CUT = 1.5  # room of such a break; a day has 1


@dataclass(frozen=True, slots=True)
class Bar:
    """A claim's resolved time. One end may be open (None); equal ends are one day.

    `span` holds the words that tell it (None: not in the text); `proposed` says that no analyst
    has confirmed it, `disputed` that an open conflict of some kind concerns the claim.
    """

    claim: ClaimId
    document: DocumentId
    teller: int
    quote: str
    when: When
    span: Span | None
    proposed: bool
    group: GroupKey | None = None
    disputed: tuple[ConflictKind, ...] = ()

    @property
    def first(self) -> date:
        """The first known day."""
        return self.when.first or self._known()

    @property
    def last(self) -> date:
        """The last known day."""
        return self.when.last or self._known()

    @property
    def exact(self) -> bool:
        """Whether it is one day."""
        return self.when.first is not None and self.when.first == self.when.last

    def _known(self) -> date:
        known = self.when.first or self.when.last
        if known is None:
            raise ValueError("a bar needs an end")
        return known


@dataclass(frozen=True, slots=True)
class Knot:
    """A day that some bar begins on or ends before, and where it lies between 0 and 1.

    `broken` says that a long time without anything, before this day, was cut out.
    """

    day: date
    at: float
    broken: bool = False


@dataclass(frozen=True, slots=True)
class Axis:
    """Time on a line from 0 to 1, wider where more happened. `knots` are in order."""

    knots: tuple[Knot, ...]

    def at(self, day: date) -> float:
        """Return where a day begins; days before and after all bars lie at the ends."""
        number = bisect_right(self.knots, day, key=lambda knot: knot.day)
        if number == 0:
            return 0.0
        before = self.knots[number - 1]
        if number == len(self.knots):
            return before.at
        after = self.knots[number]
        share = (day - before.day) / (after.day - before.day)
        return before.at + (after.at - before.at) * share


@dataclass(frozen=True, slots=True)
class Timeline:
    """Claims whose time is known, by lane and day. `undated` counts those without.

    `hidden` counts bars left out of a corpus that is too large for one picture.
    """

    tellers: tuple[Teller, ...]
    bars: tuple[Bar, ...]
    axis: Axis
    undated: int
    hidden: int = 0


def timeline(
    tellers: Sequence[Teller],
    accounts: Iterable[Account],
    groups: dict[ClaimId, GroupKey],
    disputed: dict[ClaimId, tuple[ConflictKind, ...]],
    most: int = MOST,
) -> Timeline:
    """Return the claims as bars. A claim with several times has several bars.

    Of more than `most` bars those are kept that are in conflict, then those that others tell too.
    """
    whose = teller_of(tellers)
    bars: list[Bar] = []
    undated = 0
    for account in accounts:
        known = [
            Bar(
                claim=account.id,
                document=account.document,
                teller=whose[account.document],
                quote=account.quote,
                when=slot.value,
                span=slot.span,
                proposed=slot.origin is Origin.PROPOSED,
                group=groups.get(account.id),
                disputed=disputed.get(account.id, ()),
            )
            for slot in account.named(SlotName.WHEN)
            if isinstance(slot.value, When) and (slot.value.first or slot.value.last)
        ]
        bars += known
        undated += not known
    bars.sort(key=lambda bar: (not bar.disputed, bar.group is None, bar.claim))
    kept = sorted(bars[:most], key=lambda bar: (bar.teller, bar.first, bar.last, bar.claim))
    hidden = len(bars) - len(kept)
    return Timeline(tuple(tellers), tuple(kept), axis_of(kept), undated, hidden)


def axis_of(bars: Iterable[Bar]) -> Axis:
    """Return the axis that holds all bars.

    Between two days on which something begins or ends there is room by the logarithm of the time:
    a year does not crush the week of the news. Long times in which nothing is told are cut out.
    """
    known = list(bars)
    whole = {(bar.first, bar.last + timedelta(days=1)) for bar in known}
    begun = Counter(bar.first for bar in known)
    days = sorted({day for ends in whole for day in ends})
    if not days:
        return Axis(())
    steps = [_step(a, b, whole, begun[a]) for a, b in pairwise(days)]
    length = sum(room for room, _ in steps)
    knots = [Knot(days[0], 0.0)]
    reached = 0.0
    for day, (room, broken) in zip(days[1:], steps, strict=True):
        reached += room
        knots.append(Knot(day, round(reached / length, 6), broken))
    return Axis(tuple(knots))


def _step(a: date, b: date, whole: set[tuple[date, date]], begun: int) -> tuple[float, bool]:
    """Return the room between two days, and whether the time between them is cut out.

    `begun` bars begin on the first of the two.
    """
    days = (b - a).days
    if days > _BREAK and (a, b) not in whole:
        return _CUT, True
    return math.log2(1 + days) + min(2.0, begun * _CROWD), False
