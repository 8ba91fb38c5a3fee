"""The n-th weekday of a month: 'ثاني خميس في مارس 2019', 'آخر جمعة من رمضان'."""

from __future__ import annotations

from decimal import Decimal

from tawatur_core.arabic import date_words as dw
from tawatur_core.arabic.date_calendar import (
    Interval,
    day,
    month_of,
    nth_weekday,
    shifted,
    unit_at,
    weekday_after,
    weekday_before,
)
from tawatur_core.arabic.date_convention import coming_month_year
from tawatur_core.arabic.date_frame import (
    NEXT_YEARLESS,
    NO_SUCH_DAY,
    RELATIVE,
    SAME_YEAR,
    UNKNOWN_PUBLICATION,
    Expr,
    Frame,
)
from tawatur_core.arabic.dates_absolute import the_month, year_after
from tawatur_core.arabic.dates_feasts import anchor
from tawatur_core.arabic.dates_hijri import hijri_named
from tawatur_core.arabic.number_context import folded_set
from tawatur_core.model import Precision

WEEKDAYS = dw.expanded(dw.WEEKDAYS)
_OF = folded_set("من في")


def nth_day(frame: Frame, at: int) -> Expr | None:
    """Read 'ثاني خميس في مارس 2019', 'آخر جمعة من رمضان', 'أول أحد بعد 5 مايو' at an ordinal."""
    number = frame.number(at)
    if frame.word(at) in _LAST:
        count, last = -1, at
    elif number is not None and number.ordinal and 1 <= number.value <= 5:
        count, last = int(number.value), number.last
    else:
        return None
    nxt = last + 1
    if not frame.joined(last, nxt):
        return None
    if frame.word(nxt) == "يوم" and frame.joined(nxt, nxt + 1):
        nxt += 1
    known = WEEKDAYS.get(frame.word(nxt))
    if known is None or known[1] or frame.word(nxt).startswith("ال"):
        return None
    if not frame.joined(nxt, nxt + 1):
        return None
    return _from_day(frame, at, known[0], count, nxt + 1) or nth_of_month(
        frame, at, known[0], count, nxt + 1
    )


def _from_day(frame: Frame, at: int, weekday: int, count: int, of: int) -> Expr | None:
    """Read what follows 'ثالث ثلاثاء': 'بعد عيد الميلاد', 'قبل 5 مايو 2014', at word `of`."""
    sign = {"بعد": 1, "قبل": -1}.get(frame.word(of))
    found = anchor(frame, of + 1) if sign and count > 0 and frame.joined(of, of + 1) else None
    if sign is None or found is None or found.when is None:
        return None
    near = (weekday_after if sign > 0 else weekday_before)(found.when[0], weekday, itself=False)
    on = shifted(near, "week", Decimal(sign * (count - 1))) if near else None
    when = (on, on) if on else None
    return Expr(at, found.last, when, Precision.DAY, found.how, "day")


_LAST = folded_set("آخر بآخر وآخر")


def nth_of_month(frame: Frame, at: int, weekday: int, count: int, of: int) -> Expr | None:
    """Read what follows 'الأحد الثاني': 'من شهر أيلول 2014', at word `of`."""
    if frame.word(of) in _OF:
        of += 1
    found = _month_within(frame, of)
    if found is None:
        return None
    within, last, how = found
    if within is None:
        return Expr(at, last, None, Precision.DAY, UNKNOWN_PUBLICATION, "day")
    if count < 0:
        on = weekday_before(within[1], weekday, itself=True)
    else:
        whole = within[0].day == 1 and frame.word(at) in WEEKDAYS
        named = day(within[0].year, within[0].month, count) if whole else None
        on = named if named and named.weekday() == weekday else None
        on = on or nth_weekday(within, weekday, count)
    when = (on, on) if on else None
    return Expr(at, last, when, Precision.DAY, how if when else NO_SUCH_DAY, "day")


def _month_within(frame: Frame, of: int) -> tuple[Interval | None, int, str] | None:
    """Return the month told at word `of` (None: not known), its last word and how it is told."""
    told = the_month(frame, of)
    if told is not None:
        step, last = told
        on = frame.published
        return (unit_at(on, "month", step) if on else None), last, RELATIVE
    of = frame.month_word(of)
    month = frame.month(of)
    if month is None:
        return _bare_month(frame, of)
    if month.hijri:
        found = hijri_named(frame, of, month, None)
        return (found.when, found.last, found.how) if found else None
    year = year_after(frame, month.last)
    last = year.last if year else month.last
    on = frame.published
    if year is not None:
        when = month_of(year.value, month.month) if year.value is not None else None
        return when, last, year.how
    if on is None:
        return None, last, UNKNOWN_PUBLICATION
    if frame.assistant:
        return month_of(coming_month_year(on, month.month), month.month), last, NEXT_YEARLESS
    return month_of(on.year, month.month), last, SAME_YEAR


def _bare_month(frame: Frame, of: int) -> tuple[Interval | None, int, str] | None:
    """Return the publication's month in 'آخر خميس من الشهر'."""
    if frame.word(of) != "الشهر" or frame.word(of - 1) not in _OF:
        return None
    on = frame.published
    return (unit_at(on, "month", 0) if on else None), of, RELATIVE
