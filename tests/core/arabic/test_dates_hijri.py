"""Hijri dates, alone and beside the Gregorian."""

from __future__ import annotations

from datetime import date

import pytest

from tawatur_core.arabic import find_dates
from tawatur_core.arabic.date_calendar import hijri_day, hijri_month, hijri_year_at

PUBLISHED = date(2024, 5, 15)


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("1 محرم 1445هـ", date(2023, 7, 19)),
        ("10 من ذي الحجة 1445", date(2024, 6, 16)),
        ("5 جمادى الآخرة 1440 هـ", date(2019, 2, 10)),
        ("12/9/1445هـ", date(2024, 3, 22)),
        ("12 ربيع الأول 1446هـ الموافق 15 سبتمبر 2024", date(2024, 9, 15)),
        ("الأحد الموافق 12 ربيع الأول 1446هـ", date(2024, 9, 15)),
    ],
)
def test_hijri_days(text: str, day: date) -> None:
    (found,) = find_dates(text, None)
    assert found.first is not None
    assert abs((found.first - day).days) <= 1  # sighting and table differ by a day
    assert found.first == found.last


def test_a_month_without_year_is_the_one_before_or_after() -> None:
    (last,) = find_dates("رمضان الماضي", PUBLISHED)
    (coming,) = find_dates("رمضان المقبل", PUBLISHED)
    assert last.first == date(2024, 3, 11)
    assert coming.first == date(2025, 3, 1)


def test_outside_the_table_the_arithmetic_calendar_is_used_and_said() -> None:
    (found,) = find_dates("10 محرم 61هـ", None)
    assert found.first == date(680, 10, 13)
    assert found.how == "date-how-hijri-arithmetic"
    (late,) = find_dates("1 محرم 1501هـ", None)
    assert late.first == date(2077, 11, 17)


def test_the_arithmetic_calendar_meets_the_table_within_two_days() -> None:
    for year in range(1343, 1500):
        tabled, arithmetic = hijri_day(year, 1, 1), hijri_year_at(date(622, 7, 19))
        assert arithmetic == 1
        assert tabled is not None
        assert abs(hijri_year_at(tabled[0]) - year) <= 1


def test_there_is_no_such_day() -> None:
    assert hijri_day(1445, 13, 1) is None
    assert hijri_day(1445, 1, 31) is None
    assert hijri_month(1445, 9) == (date(2024, 3, 11), date(2024, 4, 9))


def test_a_weekday_settles_the_day_on_which_a_month_began() -> None:
    (found,) = find_dates("الأربعاء 5 ذو القعدة", date(2015, 8, 6))
    assert found.first == date(2015, 8, 19)
