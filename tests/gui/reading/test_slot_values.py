from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest

from tawatur_core.model import Hedge, HowMany, Precision, SlotName, When, Words
from tawatur_gui.reading.slot_values import parse, parse_how_many, parse_when

SATURDAY = date(2025, 7, 12)


@pytest.mark.parametrize(
    ("typed", "first", "last", "precision"),
    [
        ("2025-07-12", date(2025, 7, 12), date(2025, 7, 12), Precision.DAY),
        ("٢٠٢٥-٠٧-١٢", date(2025, 7, 12), date(2025, 7, 12), Precision.DAY),
        ("12/7/2025", date(2025, 7, 12), date(2025, 7, 12), Precision.DAY),
        ("2025-07", date(2025, 7, 1), date(2025, 7, 31), Precision.MONTH),
        ("2024-2", date(2024, 2, 1), date(2024, 2, 29), Precision.MONTH),
        ("2024", date(2024, 1, 1), date(2024, 12, 31), Precision.YEAR),
        ("2025-07-11 – 2025-07-13", date(2025, 7, 11), date(2025, 7, 13), Precision.SPAN),
        ("2025-07-11..2025-07-13", date(2025, 7, 11), date(2025, 7, 13), Precision.SPAN),
        ("السبت", date(2025, 7, 12), date(2025, 7, 12), Precision.DAY),
        ("11 يوليو 2025", date(2025, 7, 11), date(2025, 7, 11), Precision.DAY),
    ],
)
def test_dates(typed: str, first: date, last: date, precision: Precision):
    value = parse_when(typed, SATURDAY)
    assert (value.first, value.last, value.precision) == (first, last, precision)
    assert value.text == typed
    assert value.how


def test_a_date_that_cannot_be_resolved_says_so():
    assert parse_when("السبت", None).first is None
    assert parse_when("كلام", SATURDAY) == When("كلام", None, None, Precision.DAY)
    assert parse_when("2025-13-40", SATURDAY).first is None


def test_quantities():
    value = parse_how_many("أكثر من 10 آلاف جندي")
    assert isinstance(value, HowMany)
    assert (value.low, value.high, value.hedge) == (Decimal(10_000), None, Hedge.AT_LEAST)
    assert value.unit
    assert parse_how_many("بلا عدد") is None


def test_parse_by_slot():
    assert parse(SlotName.WHAT, " وصل ", None) == Words("وصل")
    assert parse(SlotName.WHAT, "  ", None) is None
    assert isinstance(parse(SlotName.WHEN, "2025", None), When)
    assert parse(SlotName.HOW_MANY, "كلام", None) is None
