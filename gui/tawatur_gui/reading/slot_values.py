"""What an analyst types into a slot becomes a value of its type."""

from __future__ import annotations

import calendar
import re
from datetime import date

from tawatur_core.arabic.dates import find_dates
from tawatur_core.arabic.fold import fold_text
from tawatur_core.arabic.numbers import find_quantities
from tawatur_core.model import HowMany, Precision, SlotName, SlotValue, When, Words

_ISO = re.compile(r"(\d{4})(?:[-/.](\d{1,2})(?:[-/.](\d{1,2}))?)?")
_DAY_FIRST = re.compile(r"(\d{1,2})[-/.](\d{1,2})[-/.](\d{4})")
_BETWEEN = re.compile(r"\s*(?:\.\.|–|—|(?<=\s)-(?=\s)|إلى|الى|to)\s*")


def parse(name: SlotName, text: str, published: date | None) -> SlotValue | None:
    """Return the value of a WHEN, HOW_MANY or WHAT slot as typed; None when it makes no sense.

    A date may be written 2025-07-12, 12/7/2025, as an interval of two, or as in an article
    ('السبت', 'الشهر الماضي'), which is resolved from the day of publication.
    """
    text = text.strip()
    if not text:
        return None
    if name is SlotName.WHEN:
        return parse_when(text, published)
    if name is SlotName.HOW_MANY:
        return parse_how_many(text)
    return Words(text)


def parse_when(text: str, published: date | None) -> When:
    """Return an interval of days; one that cannot be resolved has no days."""
    ends = [_written(part) for part in _BETWEEN.split(fold_text(text).strip())]
    if len(ends) == 1 and ends[0] is not None:
        first, last, precision = ends[0]
        return When(text, first, last, precision, "date-how-analyst")
    if len(ends) == 2 and ends[0] is not None and ends[1] is not None:
        return When(
            text, ends[0][0], max(ends[0][0], ends[1][1]), Precision.SPAN, "date-how-analyst"
        )
    for found in find_dates(text, published):
        if found.first is not None or found.last is not None:
            return When(text, found.first, found.last, found.precision, found.how)
    return When(text, None, None, Precision.DAY)


def parse_how_many(text: str) -> HowMany | None:
    """Return a quantity with hedge and unit; None when there is no number in the text."""
    found = find_quantities(text)
    if not found:
        return None
    first = found[0]
    unit = first.unit or text[first.span.end :].strip()
    return HowMany(text, first.low, first.high, unit, first.hedge)


def _written(text: str) -> tuple[date, date, Precision] | None:
    """Return the days of a date in figures: a day, a month or a year."""
    day_first = _DAY_FIRST.fullmatch(text)
    if day_first:
        day, month, year = (int(part) for part in day_first.groups())
        return _days(year, month, day)
    iso = _ISO.fullmatch(text)
    if iso:
        year, month, day = (int(part) if part else 0 for part in iso.groups())
        return _days(year, month, day)
    return None


def _days(year: int, month: int, day: int) -> tuple[date, date, Precision] | None:
    try:
        if day:
            one = date(year, month, day)
            return one, one, Precision.DAY
        if month:
            last = calendar.monthrange(year, month)[1]
            return date(year, month, 1), date(year, month, last), Precision.MONTH
        return date(year, 1, 1), date(year, 12, 31), Precision.YEAR
    except ValueError:
        return None
