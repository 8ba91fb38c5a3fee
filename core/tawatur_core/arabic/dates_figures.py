"""Dates in figures: 7/3/2022, 2022-03-07, 12/9/1445هـ, 5-2019."""

from __future__ import annotations

import re

from tawatur_core.arabic import date_words as dw
from tawatur_core.arabic.date_calendar import day, month_of
from tawatur_core.arabic.date_frame import ABSOLUTE, Expr, Frame
from tawatur_core.arabic.dates_absolute import day_of_year
from tawatur_core.arabic.dates_hijri import era, hijri_exact
from tawatur_core.arabic.number_context import folded_set
from tawatur_core.model import Precision


def figures(frame: Frame, at: int) -> Expr | None:
    """Read 7/3/2022, 2022-03-07, 12/9/1445هـ, 7.3.2022 at a word of digits."""
    dotted = re.fullmatch(r"(\d{1,2})\.(\d{1,2})\.(\d{4})", frame.word(at))
    if dotted:
        return _from_figures(frame, at, at, [int(g) for g in dotted.groups()])
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
    numbers = [int(part) for part in parts]
    if len(parts) == 2:
        return _two_figures(frame, at, last, numbers, [len(part) for part in parts])
    if [len(part) for part in parts].count(4) != 1:
        return _short_year(frame, at, last, numbers, parts)
    return _from_figures(frame, at, last, numbers)


def _short_year(
    frame: Frame, at: int, last: int, numbers: list[int], parts: list[str]
) -> Expr | None:
    """Read 7/3/22: day, month, year of this century."""
    if (
        any(len(part) > 2 for part in parts)
        or len(parts[2]) != 2
        or "/" not in frame.gap(at, at + 1)
    ):
        return None
    return _from_figures(frame, at, last, [numbers[0], numbers[1], 2000 + numbers[2]])


def _from_figures(frame: Frame, at: int, last: int, numbers: list[int]) -> Expr | None:
    if numbers[0] > 999:
        numbers.reverse()
    number, month, year = numbers
    if month > 12 and number <= 12:
        number, month = month, number
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
        when = month_of(year, month) if 1 <= month <= 12 and 1600 <= year <= 2999 else None
        return Expr(at, last, when, Precision.MONTH, ABSOLUTE, "month") if when else None
    if "/" not in frame.gap(at, at + 1) or max(sizes) > 2:
        return None
    dated = (
        at
        and frame.near(at - 1, at)
        and (frame.word(at - 1) in _DATED or frame.word(at - 1) in dw.WEEKDAYS)
    )
    if second > 12 >= first:
        first, second = second, first
    padded = "0" in {frame.word(at)[0], frame.word(last)[0]}  # no fraction is written 22/04
    if not (dated or padded) or not 1 <= second <= 12:
        return None
    return day_of_year(frame, at, last, (first, first), second)
