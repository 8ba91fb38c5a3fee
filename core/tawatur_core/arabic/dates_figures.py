"""Dates in figures: 7/3/2022, 2022-03-07, 12/9/1445هـ, 5-2019."""

from __future__ import annotations

import re
from datetime import date
from decimal import Decimal

from tawatur_core.arabic import date_words as dw
from tawatur_core.arabic.date_calendar import day, month_of, shifted
from tawatur_core.arabic.date_convention import month_first
from tawatur_core.arabic.date_frame import ABSOLUTE, Expr, Frame
from tawatur_core.arabic.dates_absolute import day_of_year
from tawatur_core.arabic.dates_hijri import era, hijri_exact
from tawatur_core.arabic.number_context import folded_set
from tawatur_core.model import Precision


def figures(frame: Frame, at: int) -> Expr | None:
    """Read 7/3/2022, 2022-03-07, 12/9/1445هـ, 7.3.2022 at a word of digits."""
    dotted = re.fullmatch(r"(\d{1,4})\.(\d{1,2})\.(\d{1,4})", frame.word(at))
    if dotted:
        parts = list(dotted.groups())
        whole = [len(part) for part in parts] in _WHOLE_YEAR
        return _from_figures(frame, at, at, parts) if whole else None
    parts, last = [frame.word(at)], at
    mark = ""
    while len(parts) < 3 and last + 1 < frame.count:
        gap = frame.gap(last, last + 1).strip()
        following = frame.word(last + 1)
        if gap not in {"/", "-", "–", "\\"} or (mark and gap != mark):
            break
        if not following.isdecimal() or len(following) > 4:
            break
        mark, last = gap, last + 1
        parts.append(following)
    if len(parts) < 2 or not all(part.isdecimal() and len(part) <= 4 for part in parts):
        return None
    if last + 1 < frame.count and frame.gap(last, last + 1).strip() == mark:
        return None  # a longer code
    if len(parts) == 2:
        numbers = [int(part) for part in parts]
        return _two_figures(frame, at, last, numbers, [len(part) for part in parts])
    if [len(part) for part in parts].count(4) != 1 and not _short_year(frame, mark, parts):
        return None
    return _from_figures(frame, at, last, parts)


def figure_range(frame: Frame, at: int) -> Expr | None:
    """Read '5-10/3/2015', '1 إلى 30/11/1436هـ' at the first day."""
    first = frame.day_number(at)
    pair = _pair_range(frame, at)
    if pair is not None:
        return pair
    start = frame.words[at].start
    if first is None or first[1] != at or at + 1 >= frame.count:
        return None
    if frame.text[start - 1 : start] in {"-", "/", "."}:
        return None  # 26-4 إلى 11-5-1437
    dash = frame.gap(at, at + 1).strip() in {"-", "–", "—"}
    nxt = at + 1 if dash else at + 2
    if not dash and (frame.word(at + 1) not in _TO or not frame.joined(at, at + 1)):
        return None
    number = frame.day_number(nxt)
    found = figures(frame, nxt) if number is not None and number[0] > first[0] else None
    if found is None or found.kind != "day" or found.when is None or number is None:
        return None
    low = shifted(found.when[0], "day", Decimal(first[0] - number[0]))
    return found._replace(first=at, when=(low, found.when[1]), yearless=None) if low else None


def _pair_range(frame: Frame, at: int) -> Expr | None:
    """Read '23/10 إلى 5/11/1436هـ', whose first end leaves its year to the second."""
    if at + 3 >= frame.count or frame.gap(at, at + 1).strip() not in {"/", "-"}:
        return None
    if frame.word(at + 2) not in _TO or frame.gap(at + 1, at + 2).strip() not in {"", "/", "-"}:
        return None
    right = figures(frame, at + 3)
    parts = [frame.word(at), frame.word(at + 1), frame.word(at + 5)]
    if right is None or right.when is None or right.kind != "day" or right.last < at + 5:
        return None
    if not all(part.isdecimal() for part in parts) or len(parts[2]) != 4:
        return None
    left = _from_figures(frame, at, at + 1, parts)
    if left is None or left.when is None or left.when[0] > right.when[0]:
        return None
    return right._replace(first=at, when=(left.when[0], right.when[1]))


_TO = folded_set("إلى حتى وإلى وحتى")
_WHOLE_YEAR = [[d, m, 4] for d in (1, 2) for m in (1, 2)] + [
    [4, m, d] for m in (1, 2) for d in (1, 2)
]


def _short_year(frame: Frame, mark: str, parts: list[str]) -> bool:
    """Whether 7/3/22 is day, month and a year of two figures; with dashes it may be a score."""
    return len(parts[2]) == 2 and max(map(len, parts)) == 2 and (mark == "/" or frame.assistant)


_CENTURY_TURN = 50
"""Years of two figures from 50 on are of the twentieth century."""


def _from_figures(frame: Frame, at: int, last: int, parts: list[str]) -> Expr | None:
    numbers = [int(part) for part in parts]
    year_first = len(parts[0]) == 4
    if year_first:
        numbers.reverse()
    number, month, year = numbers
    if len(parts[2]) == 2 and not year_first:
        year += 1900 if year >= _CENTURY_TURN else 2000
    if month > 12 and number <= 12:
        number, month = month, number
    elif frame.assistant and not year_first:
        number, month = month_first(number, month)
    last, marked = era(frame, last)
    if marked or 1300 <= year <= 1600:
        return hijri_exact((at, last), (number, number), month, year)
    if year < 1600:
        return None
    on = day(year, month, number)
    if on is None:
        return None
    return Expr(at, last, (on, on), Precision.DAY, ABSOLUTE, "day")


_DATED = folded_set("يوم بتاريخ تاريخ الموافق في ليوم وبتاريخ يومي")


def _two_figures(
    frame: Frame, at: int, last: int, numbers: list[int], sizes: list[int]
) -> Expr | None:
    """Read 5-2019 and 2019/5 as a month, 22/4 as a day when a word says that it is one."""
    first, second = numbers
    if max(sizes) == 4 and sizes != [4, 4]:
        year, month = (first, second) if sizes[0] == 4 else (second, first)
        if sizes == [4, 2] and month > 12 and month == (year + 1) % 100:
            return _two_years(at, last, year)
        when = month_of(year, month) if 1 <= month <= 12 and 1600 <= year <= 2999 else None
        return Expr(at, last, when, Precision.MONTH, ABSOLUTE, "month") if when else None
    if max(sizes) > 2:
        return None
    told = _year_behind_comma(frame, last)
    if told is not None:
        return _from_figures(frame, at, told, [frame.word(at), frame.word(last), frame.word(told)])
    dated = (
        at
        and frame.near(at - 1, at)
        and (frame.word(at - 1) in _DATED or frame.word(at - 1) in dw.WEEKDAYS)
    )
    if "/" not in frame.gap(at, at + 1) and not (dated and frame.assistant):
        return None
    if second > 12 >= first:
        first, second = second, first
    elif frame.assistant:
        first, second = month_first(first, second)
    padded = "0" in {frame.word(at)[0], frame.word(last)[0]}  # no fraction is written 22/04
    if not (dated or padded or frame.assistant) or not 1 <= second <= 12:
        return None
    return day_of_year(frame, at, last, (first, first), second)


def _two_years(at: int, last: int, year: int) -> Expr:
    """Read 2025-26, the years of a season or of a budget."""
    when = (date(year, 1, 1), date(year + 1, 12, 31))
    return Expr(at, last, when, Precision.YEAR, ABSOLUTE, "year")


def _year_behind_comma(frame: Frame, last: int) -> int | None:
    """Return the word of the year in '8/12, 15', which assistants write so."""
    gap = frame.gap(last, last + 1).strip() if last + 1 < frame.count else ""
    year = frame.word(last + 1)
    known = frame.assistant and gap in {",", "،"} and year.isdecimal() and len(year) in {2, 4}
    return last + 1 if known and not frame.joined(last + 1, last + 2) else None
