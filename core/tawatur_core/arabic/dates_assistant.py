"""What only assistants take for dates: 'الأسبوع' alone, 'في 27', '4.22', 'آخر شهر'.

In a newspaper these are no dates, or not these; every rule is of the published grammars named in
`date_convention`, and reads nothing under the convention of news.
"""

from __future__ import annotations

import re

from tawatur_core.arabic import date_words as dw
from tawatur_core.arabic.date_calendar import Interval, day, unit_at
from tawatur_core.arabic.date_convention import month_first
from tawatur_core.arabic.date_frame import RELATIVE, Expr, Frame
from tawatur_core.arabic.dates_absolute import day_of_year
from tawatur_core.arabic.dates_relative import PRECISION, UNITS
from tawatur_core.arabic.number_context import folded_set
from tawatur_core.arabic.number_nouns import is_counted
from tawatur_core.model import Precision

_CYCLES = frozenset({"week", "month", "year"})
_ON = folded_set("في يوم بتاريخ")
_EVERY = folded_set("كل طوال طيلة")


def bare_unit(frame: Frame, at: int) -> Expr | None:
    """Read 'الأسبوع', 'الشهر', 'العام' with nothing after it: the current one."""
    unit, skip = UNITS[frame.word(at)]
    if not frame.assistant or not unit.definite or unit.says != 1 or unit.name not in _CYCLES:
        return None
    following = frame.word(at + 1) if frame.joined(at, at + 1) else ""
    if following.startswith("ال") or frame.number(at + 1) or frame.word(at - 1) in _EVERY:
        return None
    return _cycle(frame, (at, at), unit.name, 0, skip)


MINE = folded_set("أسبوعي")
_BEFORE_MINE = folded_set("في خلال باقي بقية نهاية بداية منتصف")


def my_unit(frame: Frame, at: int) -> Expr | None:
    """Read 'أسبوعي', my week; after a noun it is an adjective, 'weekly'."""
    if not frame.assistant or (at and frame.word(at - 1) not in _BEFORE_MINE):
        return None
    return _cycle(frame, (at, at), "week", 0, 0)


LAST = folded_set("آخر")


def last_unit(frame: Frame, at: int) -> Expr | None:
    """Read 'آخر أسبوع', 'آخر شهر' of nothing: the one before this."""
    unit = dw.UNITS.get(frame.word(at + 1)) if frame.joined(at, at + 1) else None
    if not frame.assistant or unit is None or unit.definite or unit.says != 1:
        return None
    if unit.name not in _CYCLES | {"day"} or frame.joined(at + 1, at + 2):
        return None
    return _cycle(frame, (at, at + 1), unit.name, -1, 0)


def _cycle(frame: Frame, words: tuple[int, int], name: str, step: int, skip: int) -> Expr | None:
    if frame.published is None:
        return None
    when = unit_at(frame.published, name, step)
    return Expr(*words, when, PRECISION[name], RELATIVE, name, skip=skip)


def bare_day(frame: Frame, at: int) -> Expr | None:
    """Read 'في 27', of which nothing is counted: the next such day of a month."""
    number, found = frame.number(at), frame.day_number(at)
    if not frame.assistant or found is None or number is None or not number.digits:
        return None
    if frame.word(at - 1) not in _ON or not frame.joined(at - 1, at) or _counts(frame, found[1]):
        return None
    when = _next_day(frame, found[0])
    return Expr(at, found[1], when, Precision.DAY, RELATIVE, "day") if when else None


def _next_day(frame: Frame, number: int) -> Interval | None:
    on = frame.published
    for step in range(3 if on else 0):
        month = unit_at(on, "month", step) if on else None
        found = day(month[0].year, month[0].month, number) if month else None
        if found and on and found >= on:
            return found, found
    return None


def dotted_day(frame: Frame, at: int) -> Expr | None:
    """Read '4.22': a day and a month, when only one of them can be the month or after 'في'."""
    pair = re.fullmatch(r"(\d{1,2})\.(\d{1,2})", frame.word(at)) if frame.assistant else None
    if pair is None or _counts(frame, at):
        return None
    number, month = month_first(int(pair[1]), int(pair[2]))
    if not 1 <= month <= 12 or not 1 <= number <= 31:
        return None
    if number <= 12 and frame.word(at - 1) not in _ON:
        return None
    return day_of_year(frame, at, at, (number, number), month)


def _counts(frame: Frame, last: int) -> bool:
    """Whether something is counted by the number that ends at a word."""
    if frame.text[frame.words[last].end : frame.words[last].end + 1] in {"%", "٪", "-", "/", ":"}:
        return True
    return frame.joined(last, last + 1) and (
        is_counted(frame.word(last + 1)) or frame.items.item(last + 1) is not None
    )
