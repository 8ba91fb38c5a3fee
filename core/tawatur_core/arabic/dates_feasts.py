"""Feasts with a fixed day: 'عيد الفطر', 'رأس السنة الهجرية 1437', 'ليلة عيد الميلاد'."""

from __future__ import annotations

from decimal import Decimal
from typing import NamedTuple

from tawatur_core.arabic import date_words as dw
from tawatur_core.arabic.date_calendar import Interval, day, nearest, shifted
from tawatur_core.arabic.date_convention import coming_day
from tawatur_core.arabic.date_frame import (
    ABSOLUTE,
    HIJRI,
    NEAREST_YEAR,
    NO_SUCH_DAY,
    RELATIVE,
    UNKNOWN_PUBLICATION,
    Expr,
    Frame,
)
from tawatur_core.arabic.dates_absolute import day_month, year_after
from tawatur_core.arabic.dates_hijri import hijri_choice, hijri_exact
from tawatur_core.arabic.fold import fold_text
from tawatur_core.arabic.number_context import folded_set
from tawatur_core.model import Precision


class _Feast(NamedTuple):
    words: tuple[str, ...]
    month: int
    day: int
    hijri: bool


_NAMES = """
10 1 h عيد الفطر
12 10 h عيد الأضحى
12 9 h يوم عرفة
1 10 h عاشوراء
1 1 h رأس السنة الهجرية
1 1 g رأس السنة الميلادية
1 1 g رأس السنة الجديدة
1 1 g رأس السنة
12 25 g عيد الميلاد
12 25 g الكريسماس
12 25 g كريسماس
2 14 g عيد الحب
2 14 g الفالنتاين
3 8 g يوم المرأة العالمي
3 8 g اليوم العالمي للمرأة
3 21 g عيد الأم
10 31 g الهالوين
10 31 g هالوين
7 27 h الإسراء والمعراج
3 12 h المولد النبوي
5 1 g عيد العمال
"""


def _feasts() -> dict[str, list[_Feast]]:
    found: dict[str, list[_Feast]] = {}
    for line in _NAMES.strip().split("\n"):
        month, number, calendar, *words = line.split()
        feast = _Feast(tuple(map(fold_text, words)), int(month), int(number), calendar == "h")
        found.setdefault(feast.words[0], []).append(feast)
    return found


_FEASTS = _feasts()
FIRSTS = dw.expanded({word: word for word in _FEASTS})
_EVE = fold_text("ليلة")
_EPITHETS = folded_set("المبارك السعيد المجيد الشريف")
# A holiday lasts longer than its feast, and an occasion is no date.
_OCCASION = folded_set("إجازة عطلة أيام أفراح بمناسبة مناسبة هدية معايدة احتفالات كسوة زكاة")


def feast(frame: Frame, at: int) -> Expr | None:
    """Read the name of a feast, with its year or 'الماضي' and the like, or the nearest one."""
    if frame.joined(at - 1, at) and frame.word(at - 1) in _OCCASION:
        return None
    return feast_day(frame, at)


def feast_day(frame: Frame, at: int) -> Expr | None:
    """Read the name of a feast also after 'أيام' and the like."""
    known = FIRSTS.get(frame.word(at))
    found = _named(frame, at, known[0]) if known else None
    if known is None or found is None:
        return None
    last = at + len(found.words) - 1
    if frame.word(last + 1) in _EPITHETS and frame.joined(last, last + 1):
        last += 1
    shown = _dated(frame, at, last, found)._replace(skip=known[1])
    if frame.word(at - 1) == _EVE and frame.joined(at - 1, at) and shown.when and not found.hijri:
        eve = shifted(shown.when[0], "day", Decimal(-1))
        return shown._replace(first=at - 1, when=(eve, eve) if eve else None, skip=0)
    return shown


def _named(frame: Frame, at: int, first: str) -> _Feast | None:
    for one in _FEASTS[first]:
        rest = range(1, len(one.words))
        if all(frame.word(at + k) == one.words[k] for k in rest) and all(
            frame.joined(at + k - 1, at + k) for k in rest
        ):
            return one
    return None


def _dated(frame: Frame, at: int, last: int, found: _Feast) -> Expr:
    number = frame.number(last + 1) if frame.joined(last, last + 1) else None
    if found.hijri and number is not None and number.digits and 1300 <= number.value <= 1600:
        exact = hijri_exact(
            (at, number.last), (found.day, found.day), found.month, int(number.value)
        )
        if exact is not None:
            return exact
    year = year_after(frame, last) if not found.hijri else None
    if year is not None and year.value is not None:
        on = day(year.value, found.month, found.day)
        return Expr(at, year.last, (on, on) if on else None, Precision.DAY, ABSOLUTE, "day")
    told = frame.modifiers(last + 1, last)
    end = told[1] if told else last
    shown = Expr(at, end, None, Precision.DAY, UNKNOWN_PUBLICATION, "day")
    if frame.published is None:
        return shown
    when = _chosen(frame, at, found, told[0] if told else None)
    how = RELATIVE if told else (HIJRI if found.hijri else NEAREST_YEAR)
    return shown._replace(when=when, how=how if when else NO_SUCH_DAY, hijri=found.hijri)


def _chosen(frame: Frame, at: int, found: _Feast, step: int | None) -> Interval | None:
    on = frame.published
    assert on is not None
    days = (found.day, found.day)
    if found.hijri:
        return hijri_choice(on, found.month, days, step)
    if not step and frame.assistant and not frame.since(at):
        return coming_day(on, found.month, days)
    if not step:
        return nearest(on, (found.month, *days), future=frame.future(at) is True)
    choices = [day(on.year + k, found.month, found.day) for k in (-1, 0, 1)]
    if step < 0:
        past = max((one for one in choices if one and one < on), default=None)
        return (past, past) if past else None
    coming = min((one for one in choices if one and one > on), default=None)
    return (coming, coming) if coming else None


def anchor(frame: Frame, at: int) -> Expr | None:
    """Return the day at a word that other days are counted from: a feast, a day of a month."""
    return feast(frame, at) or (day_month(frame, at) if frame.number(at) is not None else None)
