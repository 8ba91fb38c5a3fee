"""Seasons, decades and centuries."""

from __future__ import annotations

from datetime import date
from typing import NamedTuple

from tawatur_core.arabic import date_words as dw
from tawatur_core.arabic.date_calendar import Interval, hijri_year, months_of, years_of
from tawatur_core.arabic.date_convention import season_of
from tawatur_core.arabic.date_frame import (
    ABSOLUTE,
    BEFORE_CHRIST,
    HIJRI_ARITHMETIC,
    RELATIVE,
    UNKNOWN_PUBLICATION,
    Expr,
    Frame,
)
from tawatur_core.arabic.dates_absolute import year_after
from tawatur_core.arabic.number_context import folded_set
from tawatur_core.arabic.number_nouns import is_counted
from tawatur_core.model import Precision

SEASONS = dw.expanded(dw.SEASONS)
DECADES = dw.expanded(dw.decades())


def season(frame: Frame, at: int) -> Expr | None:
    """Read 'صيف 2014', 'شتاء 2022-2023', 'الصيف الماضي', 'هذا الصيف' at a season."""
    known = SEASONS.get(frame.word(at))
    if known is None:
        return None
    month, skip = known
    year = year_after(frame, at)
    if year is not None:
        when = _days(frame, year.value, month) if year.value else None
        how = year.how if when else UNKNOWN_PUBLICATION
        last = _into_next_year(frame, year.last, year.value) if month == _WINTER else year.last
        return Expr(at, last, when, Precision.SEASON, how, "season", skip=skip)
    step, last = frame.modifier(at + 1, at), at + 1
    if step is None:
        this = frame.word(at - 1) in dw.THIS and frame.joined(at - 1, at)
        if not (this or (frame.assistant and frame.word(at)[skip:].startswith("ال"))):
            return None
        step, last, skip = 0, at, 0
    if frame.published is None:
        return Expr(at, last, None, Precision.SEASON, UNKNOWN_PUBLICATION, "season", skip=skip)
    when = _stepped(frame, frame.published, month, step)
    return Expr(at, last, when, Precision.SEASON, RELATIVE, "season", skip=skip)


_WINTER = 12


def _into_next_year(frame: Frame, last: int, year: int | None) -> int:
    """Return the last word of 'شتاء 2022-2023', one winter."""
    following = frame.year_number(last + 1)
    if year is None or following is None or following[0] != year + 1:
        return last
    return following[1] if frame.gap(last, last + 1).strip() in {"-", "–", "/"} else last


def _stepped(frame: Frame, on: date, month: int, step: int) -> Interval | None:
    """Return the last, current or next such season; the current one may be over, in its year."""
    choices = [_days(frame, on.year + k, month) for k in (-2, -1, 0, 1)]
    spans = [span for span in choices if span is not None]
    if step < 0:
        return max((s for s in spans if s[1] < on), default=None)
    if step > 0:
        return min((s for s in spans if s[0] > on), default=None)
    return next((s for s in spans if s[0] <= on <= s[1]), _days(frame, on.year, month))


def _days(frame: Frame, year: int, month: int) -> Interval | None:
    return season_of(year, month) if frame.assistant else months_of(year, month, 3)


_CENTURIES = dw.expanded(dict.fromkeys(folded_set("القرن القرنين القرنان"), True))
CENTURIES = frozenset(_CENTURIES)
_OF = folded_set("من في ل")


class _Century(NamedTuple):
    """The year before a century's first, its last word, and what follows its number."""

    base: int
    last: int
    era: str


def _century(frame: Frame, at: int) -> _Century | None:
    """Return the century told by the number or modifier at the word after 'القرن'.

    'القرن العشرين' ends with 2000, 'القرن الماضي' is told by its hundreds.
    """
    if not frame.joined(at - 1, at):
        return None
    step = frame.modifier(at, at - 1)
    if step is not None:
        year = frame.published.year if frame.published else 2000
        return _Century(year // 100 * 100 + 100 * step - 1, at, "")
    number = frame.number(at)
    if number is None or not 1 <= number.value <= 30 or number.value != int(number.value):
        return None
    last = number.last
    named = number.ordinal or number.article
    if not named and is_counted(frame.word(last + 1)) and frame.joined(last, last + 1):
        return None
    base = int(number.value - 1) * 100
    following = frame.word(last + 1) if frame.joined(last, last + 1) else ""
    if following in _ERAS:
        return _Century(base, last + 1, following if following in _HIJRI else "")
    before = following == "قبل" and frame.word(last + 2) == "الميلاد"
    return _Century(base, last + 2, "قبل") if before else _Century(base, last, "")


_HIJRI = folded_set("الهجري للهجرة هجري")
_ERAS = _HIJRI | folded_set("الميلادي ميلادي للميلاد")


def century(frame: Frame, at: int) -> Expr | None:
    """Read 'القرن التاسع عشر', 'القرنين الثامن والتاسع عشر', 'القرن الثاني الهجري'."""
    known = _CENTURIES.get(frame.word(at))
    if known is None or (frame.joined(at, at + 1) and frame.word(at + 1) in dw.MODIFIERS):
        return None
    found = _century(frame, at + 1)
    if found is None:
        return None
    base, last, era = found
    count = 1
    number = frame.number(last + 1)
    if "قرني" in frame.word(at) and number is not None and number.conj:
        following = _century(frame, last + 1)
        if following is not None and following.base > base:
            count, last, era = (following.base - base) // 100 + 1, following.last, following.era
    if era == "قبل":
        return Expr(at, last, None, Precision.SPAN, BEFORE_CHRIST, "century", skip=known[1])
    if era in _HIJRI:
        first, final = hijri_year(base + 1), hijri_year(base + 100 * count)
        when = (first[0], final[1]) if first and final else None
        return Expr(at, last, when, Precision.SPAN, HIJRI_ARITHMETIC, "century", skip=known[1])
    when = years_of(base + 1, 100 * count)
    return Expr(at, last, when, Precision.SPAN, ABSOLUTE, "century", skip=known[1])


def decade(frame: Frame, at: int) -> Expr | None:
    """Read 'التسعينيات', 'أربعينات القرن الماضي': without a century, of the twentieth."""
    known = DECADES.get(frame.word(at))
    if known is None:
        return None
    years, skip = known
    found = _of_century(frame, at)
    base, last = found or (1900, at)
    when = years_of(base + years, 10)
    return Expr(at, last, when, Precision.DECADE, ABSOLUTE, "decade", skip=skip)


def _of_century(frame: Frame, last: int) -> tuple[int, int] | None:
    """Return the hundreds of the century named after word `last`, and its last word."""
    of = last + 1 + (frame.word(last + 1) in _OF)
    if frame.word(of) != "القرن" or not frame.joined(last, last + 1):
        return None
    found = _century(frame, of + 1) if frame.joined(of - 1, of) else None
    if found is None or found.era:
        return None
    return (found.base + 1) // 100 * 100, found.last


def nth_decade(frame: Frame, at: int) -> Expr | None:
    """Read 'العقد الثاني من القرن الماضي', 'العقد الأخير من القرن العشرين' at 'العقد'."""
    number = frame.number(at + 1) if frame.joined(at, at + 1) else None
    if number is not None and number.ordinal and 1 <= number.value <= 10:
        count, last = int(number.value), number.last
    elif frame.word(at + 1) in _LAST:
        count, last = 10, at + 1
    else:
        return None
    found = _of_century(frame, last)
    if found is None:
        return None
    when = years_of(found[0] + 10 * (count - 1), 10)
    skip = THE_DECADE[frame.word(at)][1]
    return Expr(at, found[1], when, Precision.DECADE, ABSOLUTE, "decade", skip=skip)


THE_DECADE = dw.expanded(dict.fromkeys(folded_set("العقد"), True))
_LAST = folded_set("الأخير")
