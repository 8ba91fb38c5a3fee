"""Dates of the Hijri calendar: '9 صفر 1440', 'شوال 1436هـ', 'رمضان الماضي'."""

from __future__ import annotations

from datetime import date

from tawatur_core.arabic import date_words as dw
from tawatur_core.arabic.date_calendar import Interval, hijri_day, hijri_month, hijri_year_at
from tawatur_core.arabic.date_frame import (
    HIJRI,
    HIJRI_ARITHMETIC,
    NEAREST_YEAR,
    RELATIVE,
    UNKNOWN_PUBLICATION,
    Expr,
    Frame,
    MonthName,
)
from tawatur_core.arabic.number_context import folded_set
from tawatur_core.model import Precision

IN_MONTH = folded_set(
    "أيام في منذ حتى خلال شهر لشهر بشهر من إلى قبل بعد مطلع بداية أوائل منتصف نهاية أواخر"
)


def era(frame: Frame, last: int) -> tuple[int, bool]:
    """Return the last word with the era mark after a year, and whether it is Hijri."""
    at = last + 1
    if at < frame.count and frame.near(last, at) and "(" not in frame.gap(last, at):
        if frame.word(at) in dw.HIJRI_MARKS:
            return at, True
        if frame.word(at) in dw.GREGORIAN_MARKS:
            return at, False
    return last, False


def hijri_named(
    frame: Frame, at: int, month: MonthName, days: tuple[int, int] | None
) -> Expr | None:
    """Read a Hijri month after its day numbers, with a Hijri year or a modifier."""
    if frame.joined(month.last, month.last + 1) and frame.word(month.last + 1) in _EPITHETS:
        month = month._replace(last=month.last + 1, weak=False)
    nxt = month.last + 1
    nxt += frame.word(nxt) in dw.YEAR_MARKS or frame.word(nxt) == "لعام"
    number = frame.number(nxt) if frame.near(month.last, month.last + 1) else None
    if number is not None and number.digits and number.value == int(number.value):
        year, (last, marked) = int(number.value), era(frame, number.last)
        if marked or 1300 <= year <= 1600:
            return hijri_exact((at, last), days, month.month, year)
    return _hijri_relative(frame, at, month, days)


_EPITHETS = folded_set("المبارك الحرام المكرم المعظم الخير الأصب")  # رمضان المبارك


def hijri_exact(
    words: tuple[int, int], days: tuple[int, int] | None, month: int, year: int
) -> Expr | None:
    """Return the days of a Hijri month, or all of it, told by `words`; None when there are none."""
    at, last = words
    if days is None:
        whole = hijri_month(year, month)
        return Expr(at, last, whole, Precision.MONTH, HIJRI, "month", hijri=True) if whole else None
    first, final = hijri_day(year, month, days[0]), hijri_day(year, month, days[1])
    if first is None or final is None:
        return None
    how = HIJRI if first[1] else HIJRI_ARITHMETIC
    return Expr(at, last, (first[0], final[0]), Precision.DAY, how, "day", hijri=True)


def _hijri_relative(
    frame: Frame, at: int, month: MonthName, days: tuple[int, int] | None
) -> Expr | None:
    """'رمضان الماضي', '27 رمضان': the year from the publication date."""
    step = frame.modifier(month.last + 1, month.last)
    last = month.last if step is None else month.last + 1
    before = frame.word(at - 1) if frame.joined(at - 1, at) else ""
    if step is None and days is None and month.weak and before not in IN_MONTH:
        return None
    precision, kind = (Precision.DAY, "day") if days else (Precision.MONTH, "month")
    skip = 0 if days else month.skip
    if frame.published is None:
        return Expr(at, last, None, precision, UNKNOWN_PUBLICATION, kind, hijri=True, skip=skip)
    when = hijri_choice(frame.published, month.month, days, step)
    how = RELATIVE if step is not None else NEAREST_YEAR
    return Expr(at, last, when, precision, how, kind, hijri=True, skip=skip)


def hijri_choice(
    on: date, month: int, days: tuple[int, int] | None, step: int | None
) -> Interval | None:
    """Return the days of the month in the year that `step` tells, the nearest when None or 0."""
    about = hijri_year_at(on)
    found: list[Interval] = []
    for year in range(about - 2, about + 3):
        if days is None:
            whole = hijri_month(year, month)
        else:
            first, final = hijri_day(year, month, days[0]), hijri_day(year, month, days[1])
            whole = (first[0], final[0]) if first and final else None
        if whole:
            found.append(whole)
    if step is not None and step < 0:
        return max((f for f in found if f[1] < on), default=None)
    if step is not None and step > 0:
        return min((f for f in found if f[0] > on), default=None)
    return min(found, key=lambda f: _distance(f, on), default=None)


def _distance(when: Interval, on: date) -> int:
    if when[0] <= on <= when[1]:
        return 0
    return min(abs((when[0] - on).days), abs((when[1] - on).days))
