"""Seasons, decades and centuries."""

from __future__ import annotations

from tawatur_core.arabic import date_words as dw
from tawatur_core.arabic.date_calendar import Interval, months_of, years_of
from tawatur_core.arabic.date_convention import season_of
from tawatur_core.arabic.date_frame import ABSOLUTE, RELATIVE, UNKNOWN_PUBLICATION, Expr, Frame
from tawatur_core.arabic.dates_absolute import year_after
from tawatur_core.arabic.number_context import folded_set
from tawatur_core.model import Precision

SEASONS = dw.expanded(dw.SEASONS)
DECADES = dw.expanded(dw.decades())


def season(frame: Frame, at: int) -> Expr | None:
    """Read 'صيف 2014', 'الصيف الماضي', 'شتاء العام الماضي' at a season."""
    known = SEASONS.get(frame.word(at))
    if known is None:
        return None
    month, skip = known
    year = year_after(frame, at)
    if year is not None:
        when = _days(frame, year.value, month) if year.value else None
        how = year.how if when else UNKNOWN_PUBLICATION
        return Expr(at, year.last, when, Precision.SEASON, how, "season", skip=skip)
    step = frame.modifier(at + 1, at)
    on = frame.published
    if step is None:
        if not (frame.word(at - 1) in dw.THIS and frame.joined(at - 1, at)):
            return None
        when = _days(frame, on.year, month) if on else None
        how = RELATIVE if on else UNKNOWN_PUBLICATION
        return Expr(at, at, when, Precision.SEASON, how, "season")  # هذا الصيف
    if on is None:
        return Expr(at, at + 1, None, Precision.SEASON, UNKNOWN_PUBLICATION, "season", skip=skip)
    choices = [_days(frame, on.year + k, month) for k in (-2, -1, 0, 1)]
    spans = [span for span in choices if span is not None]
    if step < 0:
        when = max((s for s in spans if s[1] < on), default=None)
    elif step > 0:
        when = min((s for s in spans if s[0] > on), default=None)
    else:
        when = next((s for s in spans if s[0] <= on <= s[1]), None)
    return Expr(at, at + 1, when, Precision.SEASON, RELATIVE, "season", skip=skip)


def _days(frame: Frame, year: int, month: int) -> Interval | None:
    return season_of(year, month) if frame.assistant else months_of(year, month, 3)


_CENTURY = folded_set("القرن")
_OF = folded_set("من في ل")


def decade(frame: Frame, at: int) -> Expr | None:
    """Read 'التسعينيات', 'أربعينات القرن الماضي': without a century, of the twentieth."""
    known = DECADES.get(frame.word(at))
    if known is None:
        return None
    years, skip = known
    century, last = 1900, at
    of = at + 1 + (frame.word(at + 1) in _OF)
    if frame.word(of) in _CENTURY and frame.joined(at, at + 1) and frame.joined(of - 1, of):
        step = frame.modifier(of + 1, of)
        if step is not None:
            base = frame.published.year if frame.published else 2000
            century, last = base // 100 * 100 + 100 * step, of + 1
        else:
            number = frame.number(of + 1)
            told = number is not None and (number.ordinal or number.article)
            if number is not None and told and 1 <= number.value <= 30:
                century, last = int(number.value - 1) * 100, number.last
    when = years_of(century + years, 10)
    return Expr(at, last, when, Precision.DECADE, ABSOLUTE, "decade", skip=skip)


def century(frame: Frame, at: int) -> Expr | None:
    """Read 'القرن التاسع عشر' at the word for century."""
    word = frame.word(at)
    if word.lstrip("وفبل") not in _CENTURY and word not in _CENTURY:
        return None
    number = frame.number(at + 1)
    if number is None or not frame.joined(at, at + 1) or not 1 <= number.value <= 30:
        return None
    if not number.ordinal and not number.article:
        return None
    when = years_of(int(number.value - 1) * 100 + 1, 100)
    return Expr(at, number.last, when, Precision.SPAN, ABSOLUTE, "century")
