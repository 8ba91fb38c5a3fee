"""Calendar arithmetic on inclusive intervals of days; nothing here knows Arabic.

Functions that would leave the years 1 … 9999 return None.
"""

from __future__ import annotations

from calendar import monthrange
from datetime import date, timedelta
from decimal import Decimal
from functools import lru_cache

from hijridate import Hijri

Interval = tuple[date, date]

_HIJRI_FIRST, _HIJRI_LAST = 1343, 1500
"""The years for which the Umm al-Qura calendar is tabulated."""
_HIJRI_EPOCH = 227_015  # proleptic ordinal of 1 Muharram 1, civil reckoning


def day(year: int, month: int, number: int) -> date | None:
    """Return a date, None when there is no such day."""
    if not (1 <= year <= 9999 and 1 <= month <= 12):
        return None
    return date(year, month, number) if 1 <= number <= monthrange(year, month)[1] else None


def month_of(year: int, month: int) -> Interval | None:
    """Return the days of a month; `month` may run over the year's ends."""
    year, month = year + (month - 1) // 12, (month - 1) % 12 + 1
    if not 1 <= year <= 9999:
        return None
    return date(year, month, 1), date(year, month, monthrange(year, month)[1])


def months_of(year: int, month: int, count: int) -> Interval | None:
    """Return the days of `count` months from a month on."""
    first, last = month_of(year, month), month_of(year, month + count - 1)
    return (first[0], last[1]) if first and last else None


def years_of(year: int, count: int = 1) -> Interval | None:
    """Return the days of `count` years from a year on."""
    if not (year >= 1 and year + count - 1 <= 9999):
        return None
    return date(year, 1, 1), date(year + count - 1, 12, 31)


def week_of(on: date, step: int = 0) -> Interval | None:
    """Return the week, Monday to Sunday, of a day or `step` weeks from it."""
    monday = shifted(on, "day", Decimal(7 * step - on.weekday()))
    sunday = shifted(monday, "day", Decimal(6)) if monday else None
    return (monday, sunday) if monday and sunday else None


def shifted(on: date, unit: str, count: Decimal) -> date | None:
    """Return the day `count` units from a day; parts of months and years are halves or so."""
    if abs(count) > 100_000:
        return None
    if unit == "century":
        return shifted(on, "year", count * 100)
    if unit == "decade":
        return shifted(on, "year", count * 10)
    if unit == "year":
        whole = int(count)
        return _months(on, whole * 12 + int((count - whole) * 12))
    if unit == "month":
        whole = int(count)
        moved = _months(on, whole)
        return shifted(moved, "day", (count - whole) * 30) if moved and count != whole else moved
    days = {"week": count * 7, "day": count}.get(unit, Decimal(0))
    number = on.toordinal() + int(days)
    return date.fromordinal(number) if 1 <= number <= date.max.toordinal() else None


def _months(on: date, count: int) -> date | None:
    found = month_of(on.year, on.month + count)
    if found is None:
        return None
    return found[0].replace(day=min(on.day, found[1].day))


def unit_at(on: date, unit: str, step: int) -> Interval | None:
    """Return the calendar unit (day, week, month, year, decade, century) `step` from a day's."""
    if unit == "week":
        return week_of(on, step)
    if unit == "month":
        return month_of(on.year, on.month + step)
    if unit == "year":
        return years_of(on.year + step)
    if unit == "decade":
        return years_of(on.year // 10 * 10 + 10 * step, 10)
    if unit == "century":
        return years_of(on.year // 100 * 100 + 100 * step, 100)
    moved = shifted(on, "day", Decimal(step)) if unit == "day" else on
    return (moved, moved) if moved else None


def weekday_before(on: date, weekday: int, *, itself: bool) -> date | None:
    """Return the latest such weekday at (when `itself`) or before a day."""
    back = (on.weekday() - weekday) % 7
    return shifted(on, "day", Decimal(-(back or (0 if itself else 7))))


def weekday_after(on: date, weekday: int, *, itself: bool) -> date | None:
    """Return the next such weekday at (when `itself`) or after a day."""
    ahead = (weekday - on.weekday()) % 7
    return shifted(on, "day", Decimal(ahead or (0 if itself else 7)))


def nth_weekday(within: Interval, weekday: int, count: int) -> date | None:
    """Return the `count`-th such weekday of an interval."""
    first = weekday_after(within[0], weekday, itself=True)
    found = shifted(first, "week", Decimal(count - 1)) if first else None
    return found if found and found <= within[1] else None


def nth_week(within: Interval, count: int) -> Interval | None:
    """Return the `count`-th week of an interval (-1: the last), by its Thursdays."""
    last = weekday_before(within[1], 3, itself=True)
    thursday = nth_weekday(within, 3, count) if count > 0 else last
    return week_of(thursday) if thursday else None


def third_of(within: Interval, part: int) -> Interval:
    """Return the early, middle or late third (0, 1, 2) of an interval.

    A month's thirds begin on the 1st, 11th and 21st, those of longer intervals with a month or
    a year.
    """
    first, last = within
    days = (last - first).days + 1
    if days <= 31:
        middle, late = first + timedelta(10), first + timedelta(20)
    elif days < 3 * 365:
        months = (last.year - first.year) * 12 + last.month - first.month + 1
        middle, late = (_turn(first, months * k // 3) for k in (1, 2))
    else:
        years = last.year - first.year + 1
        middle, late = (date(first.year - (-years * k // 3), 1, 1) for k in (1, 2))
    if part == 0:
        return first, middle - timedelta(1)
    return (middle, late - timedelta(1)) if part == 1 else (late, last)


def _turn(first: date, months: int) -> date:
    """Return the first day of the month so many months on, within the calendar."""
    found = month_of(first.year, first.month + months)
    return found[0] if found else date.max


def nearest(
    on: date, yearless: tuple[int, int, int], *, future: bool = False, weekday: int | None = None
) -> Interval | None:
    """Return the days of a month in the year that brings them nearest to `on`.

    With `future` the end is not before `on`; with `weekday` the first day is such a day.
    """
    month, low, high = yearless
    reach = 1 if weekday is None else 6
    found: list[Interval] = []
    for year in range(on.year - reach, on.year + reach + 1):
        first, last = day(year, month, low), day(year, month, high)
        if first is None or last is None or (weekday is not None and first.weekday() != weekday):
            continue
        if not future or last >= on or weekday is not None:
            found.append((first, last))
    same = [when for when in found if when[0].year == on.year]
    if same and weekday is None and abs((same[0][0] - on).days) <= _SAME_YEAR_REACH:
        return same[0]
    return min(found, key=lambda when: abs((when[0] - on).days), default=None)


_SAME_YEAR_REACH = 240
"""News leaves out the year within the calendar year; beyond eight months the nearer year wins."""


def latest_day(on: date, yearless: tuple[int, int, int]) -> Interval | None:
    """Return the last such days of a month that had begun on a day."""
    month, low, high = yearless
    for year in range(on.year, max(on.year - 9, 0), -1):
        first, last = day(year, month, low), day(year, month, high)
        if first and last and first <= on:
            return first, last
    return None


@lru_cache(maxsize=512)
def hijri_day(year: int, month: int, number: int) -> tuple[date, bool] | None:
    """Return the Gregorian day of a Hijri date and whether it is tabulated (Umm al-Qura).

    Outside the table the civil arithmetic calendar is used, which may be a day or two off.
    None when there is no such day.
    """
    if not (1 <= year <= 9000 and 1 <= month <= 12 and 1 <= number <= 30):
        return None
    if _HIJRI_FIRST <= year <= _HIJRI_LAST:
        try:
            found = Hijri(year, month, number).to_gregorian()
        except (ValueError, OverflowError):
            return None
        return date(found.year, found.month, found.day), True
    if number > 29 + month % 2 and not (month == 12 and (11 * year + 14) % 30 < 11):
        return None
    days = (year - 1) * 354 + (3 + 11 * year) // 30 + 29 * (month - 1) + month // 2 + number - 1
    at = _HIJRI_EPOCH + days
    return (date.fromordinal(at), False) if 1 <= at <= date.max.toordinal() else None


def hijri_month(year: int, month: int) -> Interval | None:
    """Return the days of a Hijri month."""
    first = hijri_day(year, month, 1)
    last = hijri_day(year, month, 30) or hijri_day(year, month, 29)
    return (first[0], last[0]) if first and last else None


def hijri_year(year: int) -> Interval | None:
    """Return the days of a Hijri year."""
    first, last = hijri_month(year, 1), hijri_month(year, 12)
    return (first[0], last[1]) if first and last else None


def hijri_year_at(on: date) -> int:
    """Return the Hijri year that a Gregorian day falls in, to within one year."""
    return int((on.toordinal() - _HIJRI_EPOCH) / 354.36707) + 1
