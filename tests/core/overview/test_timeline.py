"""Claims as bars on an axis of time."""

from __future__ import annotations

from datetime import date, timedelta

from hypothesis import given, strategies as st

from tawatur_core.model import ClaimId, ConflictKind, GroupKey, Origin, SlotName
from tawatur_core.overview.tellers import tellers
from tawatur_core.overview.timeline import Timeline, timeline
from tests.core.overview.make import account, article, slot, when

DAYS = st.dates(date(1950, 1, 1), date(2030, 12, 31))


def _timeline(*times: tuple[date | None, date | None], origin: Origin = Origin.ANALYST) -> Timeline:
    accounts = [
        account(f"c{n}", "a", slot(SlotName.WHEN, when(*ends), origin))
        for n, ends in enumerate(times)
    ]
    return timeline(tellers([article("a")]), accounts, {}, {})


def test_bars_say_what_is_known():
    day = date(2025, 7, 12)
    made = _timeline((day, day), (None, day), (day, None), (None, None))
    assert made.undated == 1
    exact = {bar.claim: bar.exact for bar in made.bars}
    assert exact == {"c0": True, "c1": False, "c2": False}
    assert all(bar.first <= bar.last for bar in made.bars)
    assert not any(bar.proposed for bar in made.bars)
    assert _timeline((day, day), origin=Origin.PROPOSED).bars[0].proposed


def test_a_bar_knows_its_event_and_its_open_conflicts():
    day = date(2025, 7, 12)
    made = timeline(
        tellers([article("a")]),
        [account("c", "a", slot(SlotName.WHEN, when(day, day)))],
        {ClaimId("c"): GroupKey("g")},
        {ClaimId("c"): (ConflictKind.WHEN,)},
    )
    assert made.bars[0].group == "g"
    assert made.bars[0].disputed == (ConflictKind.WHEN,)


def test_long_empty_times_are_cut_out_but_never_a_bar():
    year = (date(1959, 1, 1), date(1959, 12, 31))
    day = (date(2025, 7, 12), date(2025, 7, 12))
    knots = _timeline(year, day).axis.knots
    assert [(knot.day, knot.broken) for knot in knots] == [
        (date(1959, 1, 1), False),
        (date(1960, 1, 1), False),
        (date(2025, 7, 12), True),
        (date(2025, 7, 13), False),
    ]


def test_where_more_begins_there_is_more_room():
    day, later = date(2025, 7, 12), date(2025, 7, 13)
    axis = _timeline((day, day), (later, later), (later, later), (later, later)).axis
    first, second, third = (axis.at(day + timedelta(days=n)) for n in range(3))
    assert third - second > second - first


@given(st.lists(st.tuples(DAYS, st.integers(0, 800)), min_size=1, max_size=12), DAYS, DAYS)
def test_later_days_never_lie_before_earlier_ones(
    spans: list[tuple[date, int]], one: date, other: date
):
    axis = _timeline(*((day, day + timedelta(days=n)) for day, n in spans)).axis
    early, late = sorted((one, other))
    assert 0 <= axis.at(early) <= axis.at(late) <= 1
    ats = [knot.at for knot in axis.knots]
    assert ats == sorted(set(ats))
    assert (ats[0], ats[-1]) == (0, 1)


def test_no_bars_make_no_axis():
    assert _timeline().axis.knots == ()
    assert _timeline().axis.at(date(2025, 1, 1)) == 0


def test_of_too_many_bars_those_others_tell_too_are_kept():
    day = date(2025, 7, 12)
    accounts = [account(f"c{n}", "a", slot(SlotName.WHEN, when(day, day))) for n in range(5)]
    made = timeline(
        tellers([article("a")]),
        accounts,
        {ClaimId("c3"): GroupKey("g")},
        {ClaimId("c4"): (ConflictKind.WHEN,)},
        most=2,
    )
    assert {bar.claim for bar in made.bars} == {"c3", "c4"}
    assert (made.hidden, made.undated) == (3, 0)
