"""Quarters and halves, and the early, middle and late part of a period."""

from __future__ import annotations

from datetime import timedelta

from tawatur_core.arabic import date_words as dw
from tawatur_core.arabic.date_calendar import (
    Interval,
    months_of,
    third_of,
    unit_at,
    years_of,
)
from tawatur_core.arabic.date_convention import WEEK_PARTS, part_of_month, part_of_year
from tawatur_core.arabic.date_frame import (
    RELATIVE,
    SAME_YEAR,
    UNKNOWN_PUBLICATION,
    Expr,
    Frame,
)
from tawatur_core.arabic.dates_absolute import Year, year_after
from tawatur_core.arabic.dates_eras import THE_DECADE, century, decade, nth_decade, season
from tawatur_core.arabic.dates_months import month_only
from tawatur_core.arabic.dates_relative import nth_week_of, unit
from tawatur_core.arabic.dates_week import week_at
from tawatur_core.arabic.dates_years import bare_year, marked_year
from tawatur_core.arabic.number_context import folded_set
from tawatur_core.model import Precision

EARLY, MIDDLE, LATE, REST = (
    dw.expanded(dict.fromkeys(words, True)) for words in (dw.EARLY, dw.MIDDLE, dw.LATE, dw.REST)
)
_SHARES = {"الربع": (4, 3), "النصف": (2, 6), "الثلث": (3, 4), "ربع": (4, 3), "نصف": (2, 6)}
SHARES = dw.expanded(_SHARES)
_OF = folded_set("من في ل")


def share(frame: Frame, at: int) -> Expr | None:
    """Read 'الربع الأول من 2019', 'النصف الأول من 2015'."""
    known = SHARES.get(frame.word(at))
    if known is None or not frame.joined(at, at + 1):
        return None
    (parts, months), skip = known
    number = frame.number(at + 1)
    if number is not None and number.ordinal and 1 <= number.value <= parts:
        count, last = int(number.value), number.last
    elif frame.word(at + 1) in _LAST:
        count, last = parts, at + 1
    else:
        return None
    year = year_after(frame, last)
    if year is None and frame.assistant and parts == 4 and frame.published is not None:
        found = _share_of(frame, at, last, (count, parts, months), skip)
        year = None if found else Year(frame.published.year, last, SAME_YEAR)
    if year is None:
        return _share_of(frame, at, last, (count, parts, months), skip)
    if year.value is None:
        return Expr(at, year.last, None, Precision.SPAN, year.how, "share", skip=skip)
    when = months_of(year.value, 1 + (count - 1) * months, months)
    return Expr(at, year.last, when, Precision.SPAN, year.how, "share", skip=skip)


def _share_of(
    frame: Frame, at: int, last: int, share: tuple[int, int, int], skip: int
) -> Expr | None:
    """Read 'النصف الأول من العام', 'النصف الثاني من يوليو', 'الثلث الأخير من رمضان'."""
    count, parts, months = share
    if frame.word(last + 1) not in _OF or not frame.joined(last, last + 1):
        return None
    found = inner(frame, last + 2)
    if found is None or found.kind not in {"month", "year", "century", "decade"}:
        return None
    if found.when is not None and found.kind in {"century", "decade"}:
        return _share_of_years(found, at, (count, parts), skip)
    if found.when is None or found.precision is Precision.YEAR:
        year = found.when[0].year if found.when else 0
        when = months_of(year, 1 + (count - 1) * months, months) if year else None
        return found._replace(
            first=at, when=when, precision=Precision.SPAN, kind="share", skip=skip
        )
    first, final = found.when
    days = {2: 15, 3: 10}.get(parts)
    if days is None or found.precision is not Precision.MONTH:
        return None
    low = first + timedelta(days * (count - 1))
    high = final if count == parts else first + timedelta(days * count - 1)
    return found._replace(
        first=at, when=(low, high), precision=Precision.SPAN, kind="share", skip=skip
    )


def _share_of_years(found: Expr, at: int, share: tuple[int, int], skip: int) -> Expr:
    """'النصف الأول من القرن العشرين' is its first fifty years."""
    assert found.when is not None
    first, count = found.when[0].year, found.when[1].year - found.when[0].year + 1
    low, high = (count * (share[0] - 1) // share[1], count * share[0] // share[1])
    when = years_of(first + low, high - low)
    return found._replace(first=at, when=when, precision=Precision.SPAN, kind="share", skip=skip)


def stepped_share(frame: Frame, at: int) -> Expr | None:
    """Read 'الربع الماضي', 'النصف الحالي', 'هذا الربع': counted from the publication's own."""
    this = frame.word(at) in dw.THIS and frame.joined(at, at + 1)
    known = SHARES.get(frame.word(at + this))
    if known is None or not frame.word(at + this)[known[1] :].startswith("ال"):
        return None
    (parts, months), skip = known
    told = (0, at + 1) if this else frame.modifiers(at + 1, at)
    if told is None or (this and skip) or parts == 3 or frame.word(told[1]) in _LAST:
        return None
    step, last = told
    if frame.published is None:
        return Expr(at, last, None, Precision.SPAN, UNKNOWN_PUBLICATION, "share", skip=skip)
    current = (frame.published.month - 1) // months
    when = months_of(frame.published.year, 1 + (current + step) * months, months)
    return Expr(at, last, when, Precision.SPAN, RELATIVE, "share", skip=skip)


_LAST = folded_set("الأخير الأخيرة")


def inner(frame: Frame, at: int) -> Expr | None:
    """Read the period at a word: month, year, week, decade or season."""
    at = frame.month_word(at)
    if frame.word(at) in THE_DECADE:
        return nth_decade(frame, at) or unit(frame, at)
    for rule in (month_only, century, unit, marked_year, decade, season, bare_unit):
        found = rule(frame, at)
        if found is not None:
            return found
    return bare_year(frame, at)


_BARE = {
    "الاسبوع": ("week", Precision.WEEK),
    "الشهر": ("month", Precision.MONTH),
    "العام": ("year", Precision.YEAR),
    "السنه": ("year", Precision.YEAR),
    "العقد": ("decade", Precision.DECADE),
    "القرن": ("century", Precision.SPAN),
}


def bare_unit(frame: Frame, at: int) -> Expr | None:
    """Read 'العام' alone, as in 'نهاية العام': the publication's year, month or week."""
    found = _BARE.get(frame.word(at))
    if found is None:
        return None
    following = frame.word(at + 1) if frame.joined(at, at + 1) else ""
    if following in dw.OTHER_YEARS:
        return None
    name, precision = found
    if name == "year" and following in _NEW and frame.published is not None:
        step = int(frame.published.month > 6)  # the new year that begins nearest
        when = unit_at(frame.published, name, step)
        return Expr(at, at + 1, when, precision, RELATIVE, name)
    if frame.published is None:
        return Expr(at, at, None, precision, UNKNOWN_PUBLICATION, name)
    return Expr(at, at, unit_at(frame.published, name, 0), precision, RELATIVE, name)


_NEW = folded_set("الجديد الجديدة")


def part(frame: Frame, at: int) -> Expr | None:
    """Read 'مطلع', 'منتصف', 'نهاية', 'بقية' with the period after it."""
    word = frame.word(at)
    for index, table in enumerate((EARLY, MIDDLE, LATE, REST)):
        known = table.get(word)
        if known is None:
            continue
        if not frame.joined(at, at + 1):
            return None
        found = inner(frame, at + 1)
        if found is None or found.kind in {"run", "day", "story"}:
            return None
        if found.when is None:
            return found._replace(first=at, skip=known[1])
        if word[known[1] :] in _HALF:
            return _half_way(found, at, known[1])
        when = _rest(frame, found.when) if index == 3 else _portion(frame, found, at, index)
        return Expr(at, found.last, when, Precision.SPAN, found.how, "part", skip=known[1])
    return None


_HALF = folded_set("نصف نص")


def _half_way(found: Expr, at: int, skip: int) -> Expr | None:
    """'نصف شهر مارس', 'نصف شعبان' is its fifteenth day."""
    assert found.when is not None
    if found.precision is not Precision.MONTH:
        return None
    on = found.when[0] + timedelta(14)
    return Expr(at, found.last, (on, on), Precision.DAY, found.how, "part", skip=skip)


def _portion(frame: Frame, found: Expr, at: int, index: int) -> Interval | None:
    """Return the early, middle or late part of a period; of weeks the days so called."""
    assert found.when is not None
    if frame.assistant and found.precision is Precision.MONTH:
        return part_of_month(found.when, frame.word(at), index)
    if frame.assistant and found.precision is Precision.YEAR:
        return part_of_year(found.when, index)
    if found.precision is not Precision.WEEK:
        return third_of(found.when, index)
    monday, sunday = found.when
    days = (WEEK_PARTS if frame.assistant else _WEEK_PARTS)[index]
    return min(monday + timedelta(days[0]), sunday), min(monday + timedelta(days[1]), sunday)


_WEEK_PARTS = {0: (0, 1), 1: (1, 4), 2: (5, 6)}


def _rest(frame: Frame, when: Interval) -> Interval | None:
    if frame.published is None or not when[0] <= frame.published <= when[1]:
        return when
    return frame.published, when[1]


def numbered_week(frame: Frame, at: int) -> Expr | None:
    """Read 'الأسبوع الثاني من مارس', 'الأسبوع الخامس من عام 2019'."""
    if frame.word(at) != "الاسبوع" or not frame.joined(at, at + 1):
        return None
    if frame.word(at + 1) in _LAST:
        return _week_of(frame, at, -1, at + 1)
    number = frame.number(at + 1)
    if number is None or not number.ordinal or week_at(frame, at) is not None:
        return None
    return _week_of(frame, at, int(number.value), number.last)


def ordinal_week(frame: Frame, at: int) -> Expr | None:
    """Read 'أول أسبوع من مارس', 'آخر أسبوع في العام' at the ordinal."""
    number = frame.number(at)
    if number is not None and number.ordinal and not number.article:
        count, last = int(number.value), number.last
    elif number is None:
        count, last = -1, at
    else:
        return None
    if frame.word(last + 1) != "اسبوع" or not frame.joined(last, last + 1):
        return None
    return _week_of(frame, at, count, last + 1)


def _week_of(frame: Frame, at: int, count: int, last: int) -> Expr | None:
    """Return the week, from the end when `count` is -1, of the month or year after word `last`."""
    of = last + 1
    if frame.word(of) not in _OF or not frame.joined(last, of):
        return None
    found = inner(frame, of + 1)
    if found is None or found.kind not in {"month", "year"}:
        return None
    return nth_week_of(at, count, found)
