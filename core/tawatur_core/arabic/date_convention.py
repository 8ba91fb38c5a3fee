"""Two conventions of reading what a date leaves open: that of news, and that of assistants.

News tells what was; a program that keeps a diary is told what is to come. `ASSISTANT` follows the
published grammars of Duckling and Recognizers-Text, so that rows labelled by them can be measured.
Every function here is one convention of theirs, told beside the one of news.
"""

from __future__ import annotations

from datetime import date, timedelta
from decimal import Decimal
from enum import Enum

from tawatur_core.arabic.date_calendar import Interval, day, months_of, shifted
from tawatur_core.arabic.number_context import folded_set


class Convention(Enum):
    """How dates are read that leave something open: the default of news, or an assistant's."""

    NEWS = "news"
    ASSISTANT = "assistant"


def coming_day(on: date, month: int, days: tuple[int, int]) -> Interval | None:
    """Return the next such days of a month, not over yet; news takes the nearest."""
    for year in range(on.year, on.year + 9):
        first, last = day(year, month, days[0]), day(year, month, days[1])
        if first and last and last >= on:
            return first, last
    return None


def coming_month_year(on: date, month: int) -> int:
    """Return the year of the next such month, not over yet; news takes the publication's year."""
    return on.year + (month < on.month)


def stretch(on: date, unit: str, count: Decimal, step: int) -> Interval | None:
    """Return the last or next `count` units without today; news lets them end or begin today."""
    if step < 0:
        first, last = shifted(on, unit, -count), shifted(on, "day", Decimal(-1))
    else:
        first = shifted(on, "day", Decimal(1))
        after = shifted(first, unit, count) if first else None
        last = shifted(after, "day", Decimal(-1)) if after else None
    return (first, last) if first and last and first <= last else None


FEW = Decimal(3)
"""'A few' (بضعة, القليلة) is three; in news it stays three to nine, what the word says."""

_ASTRONOMICAL = {3: ((3, 20), (6, 21)), 6: ((6, 21), (9, 23)), 9: ((9, 23), (12, 21))}
_WINTER = ((12, 21), (3, 20))


def season_of(year: int, month: int) -> Interval | None:
    """Return a season, told by its first month, between its solstice and equinox.

    News counts whole months.
    """
    (first_month, first_day), (last_month, last_day) = _ASTRONOMICAL.get(month, _WINTER)
    first = day(year, first_month, first_day)
    last = day(year + (first_month > last_month), last_month, last_day)
    return (first, last) if first and last else None


_TENS = folded_set("أوائل أواخر أواسط")
_FIRST_OF = folded_set("بداية")
_LAST_OF = folded_set("آخر")


def part_of_month(within: Interval, word: str, index: int) -> Interval:
    """Return the part of a month that a word tells (0 early, 1 middle, 2 late).

    The plurals أوائل, أواخر are the first and last ten days, as in news; بداية, منتصف and آخر a
    single day (Duckling); مطلع and نهاية the halves (Recognizers-Text).
    """
    first, last = within
    if word in _TENS:
        tenth = (first, first + timedelta(10), first + timedelta(20))
        return tenth[index], last if index == 2 else tenth[index + 1] - timedelta(1)
    middle = first + timedelta(14)
    if index == 1:
        return middle, middle
    if word in _FIRST_OF or word in _LAST_OF:
        return (first, first) if index == 0 else (last, last)
    return (first, middle) if index == 0 else (middle + timedelta(1), last)


def part_of_year(within: Interval, index: int) -> Interval | None:
    """Return the first half, the middle half or the second half of a year; news takes thirds."""
    return months_of(within[0].year, (1, 4, 7)[index], 6)


WEEK_PARTS = {0: (0, 2), 1: (1, 4), 2: (5, 6)}
"""Days of the early week (to Wednesday), its middle, and the weekend, counted from Monday."""


def before_last(end: Interval) -> date:
    """Return where a range 'from A to B' of months or years stops: before B begins.

    News counts B in.
    """
    return end[0] - timedelta(1)


def month_first(first: int, second: int) -> tuple[int, int]:
    """Return (day, month) of two figures, of which either could be the month: month first.

    Recognizers-Text reads Arabic so by default; news writes the day first.
    """
    return (first, second) if first > 12 else (second, first)
