"""Comparing single slots."""

from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given, strategies as st

from tawatur_core.model import (
    Certainty,
    EntityId,
    Hedge,
    HowMany,
    Party,
    Polarity,
    Precision,
    Relation,
    When,
)
from tawatur_core.reconcile.slots import (
    compare_certainty,
    compare_how_many,
    compare_polarity,
    compare_when,
    compare_where,
    gap_days,
    interval_gap,
)


def when(first: str, last: str = "", precision: Precision = Precision.DAY) -> When:
    return When(
        "…",
        date.fromisoformat(first) if first else None,
        date.fromisoformat(last or first) if first else None,
        precision,
    )


def many(
    low: int | None, high: int | None, unit: str = "جندي", hedge: Hedge = Hedge.EXACT
) -> HowMany:
    return HowMany(
        f"{low}–{high}",
        None if low is None else Decimal(low),
        None if high is None else Decimal(high),
        unit,
        hedge,
    )


@pytest.mark.parametrize(
    ("a", "b", "relation"),
    [
        (when("2025-07-14", "2025-07-15"), when("2025-07-14", "2025-07-15"), Relation.SAME),
        # 'last year' seen from July 2025 holds June 2024
        (
            when("2024-01-01", "2024-12-31", Precision.YEAR),
            when("2024-06-01", "2024-06-30", Precision.MONTH),
            Relation.COMPATIBLE,
        ),
        (when("2025-07-11", "2025-07-13"), when("2025-07-12", "2025-07-15"), Relation.COMPATIBLE),
        (when("2023-10-19"), when("2025-07-12"), Relation.DIFFERENT),
        (when(""), when("2025-07-12"), Relation.UNKNOWN),
    ],
)
def test_dates(a: When, b: When, relation: Relation):
    assert compare_when(a, b).relation is relation
    assert compare_when(b, a).relation is relation


def test_an_open_end_reaches_as_far_as_it_must():
    since = When("منذ 2020", date(2020, 1, 1), None, Precision.SPAN)
    assert compare_when(since, when("2025-07-12")).relation is Relation.COMPATIBLE
    assert compare_when(since, when("2019-07-12")).relation is Relation.DIFFERENT
    assert gap_days(since, when("2019-12-31")) == 1


@pytest.mark.parametrize(
    ("a", "b", "relation"),
    [
        (many(10_000, 10_000), many(10_000, 10_000, "الجنود"), Relation.SAME),
        # 'more than 10,000' and '12,000' do not contradict each other
        (
            many(10_000, None, hedge=Hedge.AT_LEAST),
            many(12_000, 12_000, "جنود"),
            Relation.COMPATIBLE,
        ),
        (many(10_000, None, hedge=Hedge.AT_LEAST), many(8_000, 8_000), Relation.DIFFERENT),
        (many(None, 40, "%", Hedge.AT_MOST), many(60, 60, "بالمئة"), Relation.DIFFERENT),
        (many(100, 100, hedge=Hedge.ABOUT), many(105, 105), Relation.COMPATIBLE),
        (many(100, 100, hedge=Hedge.ABOUT), many(120, 120), Relation.DIFFERENT),
        # engineers are not soldiers
        (many(6_000, 6_000, "مهندس"), many(10_000, 10_000), Relation.UNKNOWN),
        (many(20, 20, ""), many(10, 10, ""), Relation.UNKNOWN),
    ],
)
def test_quantities(a: HowMany, b: HowMany, relation: Relation):
    assert compare_how_many(a, b).relation is relation
    assert compare_how_many(b, a).relation is relation


def test_a_pegged_currency_is_exchanged():
    riyals = many(20_000_000_000, 20_000_000_000, "ريال")
    dollars = many(5_300_000_000, 5_300_000_000, "دولار")
    assert compare_how_many(riyals, dollars).relation is Relation.COMPATIBLE
    assert compare_how_many(dollars, riyals).relation is Relation.COMPATIBLE
    # Another sum may be in another state's riyal: nothing is said.
    assert compare_how_many(riyals, many(9, 9, "دولار")).relation is Relation.UNKNOWN


def test_polarity_and_certainty():
    assert compare_polarity(Polarity.DENIED, Polarity.AFFIRMED).relation is Relation.DIFFERENT
    assert compare_polarity(Polarity.DENIED, Polarity.DENIED).relation is Relation.SAME
    shade = compare_certainty(Certainty.CERTAIN, Certainty.PROBABLE)
    assert shade.relation is Relation.COMPATIBLE
    apart = compare_certainty(Certainty.CERTAIN, Certainty.POSSIBLE)
    assert apart.relation is Relation.DIFFERENT


def test_places():
    wonsan, north = Party("وونسان", EntityId("w")), Party("كوريا الشمالية", EntityId("n"))
    south = Party("كوريا الجنوبية", EntityId("s"))

    def inside(x: Party, y: Party) -> bool:
        return (x.entity, y.entity) == ("w", "n")

    assert compare_where(wonsan, north, inside).relation is Relation.COMPATIBLE
    assert compare_where(north, wonsan, inside).relation is Relation.COMPATIBLE
    assert compare_where(north, south, inside).relation is Relation.DIFFERENT
    assert compare_where(Party("الشمال"), south, inside).relation is Relation.UNKNOWN
    assert compare_where(Party("مدينة وونسان"), Party("مدينةِ وونسان"), inside).relation is (
        Relation.SAME
    )


bounds = st.none() | st.integers(0, 10**6).map(Decimal)
amounts = st.builds(
    HowMany,
    text=st.just("…"),
    low=bounds,
    high=bounds,
    unit=st.sampled_from(["جندي", "جنود", "", "%", "ريال", "دولار"]),
    hedge=st.sampled_from(Hedge),
)
days = st.none() | st.dates(date(2000, 1, 1), date(2030, 1, 1))


def ordered(days: tuple[date | None, date | None]) -> tuple[date | None, date | None]:
    first, last = days
    return (last, first) if first and last and last < first else days


intervals = st.tuples(days, days).map(ordered)
spans = intervals.map(lambda i: When("…", i[0], i[1], Precision.SPAN))


@given(amounts, amounts)
def test_quantities_compare_alike_in_both_orders(a: HowMany, b: HowMany):
    assert compare_how_many(a, b).relation is compare_how_many(b, a).relation


@given(spans, spans)
def test_dates_compare_alike_in_both_orders(a: When, b: When):
    assert compare_when(a, b).relation is compare_when(b, a).relation


@given(intervals, intervals)
def test_a_gap_is_the_same_from_both_sides(a, b):
    assert interval_gap(a, b) == interval_gap(b, a) >= 0


@pytest.mark.parametrize(
    ("a", "b", "relation"),
    [
        ("1107600000", "1107000000", Relation.COMPATIBLE),
        ("1100000", "1000000", Relation.COMPATIBLE),
        ("1200000", "1000000", Relation.DIFFERENT),
        ("196000000", "186000000", Relation.DIFFERENT),
        ("35", "30", Relation.DIFFERENT),
        ("200", "190", Relation.DIFFERENT),
    ],
)
def test_a_large_figure_may_be_rounded_a_count_may_not(a, b, relation):
    one, other = many(int(a), int(a), "طن"), many(int(b), int(b), "طن")
    assert compare_how_many(one, other).relation is relation
    assert compare_how_many(other, one).relation is relation
