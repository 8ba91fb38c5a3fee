"""First and last days of periods: 'غرة محرم', 'آخر يوم من رمضان', 'أول ثلاثة أشهر من العام'."""

from __future__ import annotations

from datetime import timedelta
from decimal import Decimal
from typing import NamedTuple

from tawatur_core.arabic import date_words as dw
from tawatur_core.arabic.date_calendar import Interval, shifted, week_of
from tawatur_core.arabic.date_frame import Expr, Frame
from tawatur_core.arabic.dates_absolute import day_month, named_days
from tawatur_core.arabic.dates_feasts import feast_day
from tawatur_core.arabic.dates_parts import inner
from tawatur_core.arabic.dates_relative import UNITS
from tawatur_core.arabic.number_context import folded_set
from tawatur_core.model import Precision

FIRST = dw.expanded(dict.fromkeys(folded_set("غرة فاتح الفاتح"), True))
THE_DAY = dw.expanded(dict.fromkeys(folded_set("اليوم"), True))
LAST = dw.expanded(dict.fromkeys(folded_set("آخر"), True))
_OF = folded_set("من في")
_DAY = folded_set("يوم أيام")
_FINAL = folded_set("الأخير")
_FIRST_ONES = folded_set("الأولى الأول الأوائل الأولين الأوليين")
_LAST_ONES = folded_set("الأخيرة الأواخر الأخيرين الأخيرتين")
_UNITS_OF = frozenset({"day", "week", "month", "year", "decade"})
_PERIODS = frozenset({"month", "year", "week", "decade", "century"})


class _Amount(NamedTuple):
    """So many units at the beginning or, when `back`, at the end of a period."""

    unit: str
    number: int
    back: bool


def week_around(frame: Frame, at: int) -> Expr | None:
    """Read 'أسبوع 18 سبتمبر', 'الأسبوع من 18 سبتمبر': the week that such a day is in."""
    unit, skip = UNITS[frame.word(at)]
    of = _of(frame, at)
    number = frame.number(of)
    if unit.name != "week" or unit.says != 1 or number is None or not number.digits:
        return None  # الأسبوع الأول من أكتوبر is its first week
    if not frame.joined(at, at + 1):
        return None
    found = day_month(frame, of)
    if found is None or (found.when and found.when[0] != found.when[1]):
        return None
    when = week_of(found.when[0]) if found.when else None
    return found._replace(
        first=at, when=when, precision=Precision.WEEK, kind="week", skip=skip, yearless=None
    )


def first_day(frame: Frame, at: int) -> Expr | None:
    """Read 'غرة محرم', 'الفاتح من نوفمبر 1954', 'فاتح ماي': the first of a month."""
    skip = FIRST[frame.word(at)][1]
    of = _of(frame, at)
    found = named_days(frame, at, of, (1, 1)) if frame.joined(at, at + 1) else None
    return found._replace(skip=skip) if found else None


def _of(frame: Frame, last: int) -> int:
    """Return the word after word `last` and an optional 'من' or 'في'."""
    of = last + 1
    return of + 1 if frame.word(of) in _OF and frame.joined(of, of + 1) else of


def the_day(frame: Frame, at: int) -> Expr | None:
    """Read 'اليوم الأول من عيد الفطر', 'اليوم الأخير من العام' at 'اليوم'."""
    number = frame.number(at + 1) if frame.joined(at, at + 1) else None
    if frame.word(at + 1) in _FINAL and frame.joined(at, at + 1):
        count, last = -1, at + 1
    elif number is not None and number.ordinal and number.value <= 31:
        count, last = int(number.value), number.last
    else:
        return None
    return _nth_day(frame, at, count, last, THE_DAY[frame.word(at)][1])


def last_day(frame: Frame, at: int) -> Expr | None:
    """Read 'آخر يوم من رمضان', 'آخر أيام العام', 'آخر ثلاثة أيام من مايو' at 'last'."""
    skip = LAST[frame.word(at)][1]
    if frame.word(at + 1) in _DAY and frame.joined(at, at + 1):
        return _nth_day(frame, at, -1, at + 1, skip)
    return _counted(frame, at, at + 1, back=True, skip=skip)


def nth_day_of(frame: Frame, at: int) -> Expr | None:
    """Read 'ثاني أيام عيد الأضحى', 'أول يوم من العام', 'أول ثلاثة أشهر من 2023' at an ordinal."""
    number = frame.number(at)
    if number is None or not number.ordinal or number.article or number.value > 31:
        return None
    last = number.last + 1
    if frame.word(last) in _DAY and frame.joined(last - 1, last):
        return _nth_day(frame, at, int(number.value), last, 0)
    return _counted(frame, at, last, back=False, skip=0) if number.value == 1 else None


def _nth_day(frame: Frame, at: int, count: int, last: int, skip: int) -> Expr | None:
    """Return the `count`-th day, the last when -1, of the feast or period after word `last`."""
    if not frame.joined(last, last + 1):
        return None
    of = _of(frame, last)
    holy = feast_day(frame, of) if count > 0 else None
    found = holy or inner(frame, of)
    if found is None or (holy is None and found.kind not in _PERIODS):
        return None
    shown = found._replace(first=at, precision=Precision.DAY, kind="day", skip=skip, yearless=None)
    if found.when is None:
        return shown
    base = found.when[0 if count > 0 else 1]
    on = shifted(base, "day", Decimal(count - 1 if count > 0 else 0))
    inside = on is not None and (holy is not None or on <= found.when[1])
    return shown._replace(when=(on, on)) if on is not None and inside else None


def some_of(frame: Frame, at: int) -> Expr | None:
    """Read 'الأيام العشرة الأولى من رمضان', 'الأسبوعين الأولين من مايو' at the unit."""
    unit, skip = UNITS[frame.word(at)]
    if not unit.definite or unit.says == 1 or unit.name not in _UNITS_OF:
        return None
    number = frame.number(at + 1) or frame.number(at + 2)
    if unit.says is not None:
        return _ended(frame, at, (unit.name, Decimal(unit.says)), at, skip)
    if number is None or number.ordinal or not frame.near(at, number.first):
        return None
    return _ended(frame, at, (unit.name, number.value), number.last, skip)


def first_units(frame: Frame, at: int) -> Expr | None:
    """Read 'التسعة أشهر الأولى من 2023', 'العشر الأواخر من رمضان' at a definite number."""
    number = frame.number(at)
    if number is None or not number.article or number.ordinal:
        return None
    unit = dw.UNITS.get(frame.word(number.last + 1))
    if unit is not None and frame.joined(number.last, number.last + 1):
        return _ended(frame, at, (unit.name, number.value), number.last + 1, 0)
    return _ended(frame, at, ("day", number.value), number.last, 0) if number.value == 10 else None


def _ended(frame: Frame, at: int, amount: tuple[str, Decimal], last: int, skip: int) -> Expr | None:
    """Read 'الأولى' or 'الأخيرة' and the period after the amount that ends at word `last`."""
    end = frame.word(last + 1)
    known = end in _FIRST_ONES or end in _LAST_ONES
    if not known or not frame.joined(last, last + 1) or amount[1] != int(amount[1]):
        return None
    told = _Amount(amount[0], int(amount[1]), end in _LAST_ONES)
    return _units_of(frame, at, told, last + 1, skip)


def _counted(frame: Frame, at: int, nxt: int, *, back: bool, skip: int) -> Expr | None:
    """Read the number and unit at word `nxt`, and the period they are the first or last of."""
    number = frame.number(nxt) if frame.joined(nxt - 1, nxt) else None
    last = nxt if number is None else number.last + 1
    unit = dw.UNITS.get(frame.word(last))
    if unit is None or unit.definite or not frame.joined(last - 1, last):
        return None
    count = number.value if number is not None else Decimal(unit.says or 0)
    if count != int(count) or count < 2 or (number is not None and number.ordinal):
        return None
    return _units_of(frame, at, _Amount(unit.name, int(count), back), last, skip)


def _units_of(frame: Frame, at: int, amount: _Amount, last: int, skip: int) -> Expr | None:
    of = _of(frame, last)
    if of == last + 1 or not frame.joined(last, last + 1):
        return None
    found = inner(frame, of)
    if found is None or found.kind not in _PERIODS:
        return None
    shown = found._replace(
        first=at, precision=Precision.SPAN, kind="share", skip=skip, yearless=None
    )
    if found.when is None:
        return shown
    when = _portion(found.when, amount)
    return shown._replace(when=when) if when else None


def _portion(within: Interval, amount: _Amount) -> Interval | None:
    """Return so many units from the beginning or to the end of a period, None when too many."""
    first, last = within
    count = Decimal(-amount.number if amount.back else amount.number)
    after = shifted(last + timedelta(1) if amount.back else first, amount.unit, count)
    if after is None:
        return None
    when = (after, last) if amount.back else (first, after - timedelta(1))
    return when if first <= when[0] <= when[1] <= last else None
