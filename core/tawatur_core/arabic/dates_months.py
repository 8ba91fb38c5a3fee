"""Months without a day: with their year, with 'الماضي' and the like, or alone."""

from __future__ import annotations

from datetime import date

from tawatur_core.arabic.date_calendar import month_of
from tawatur_core.arabic.date_convention import coming_month_year
from tawatur_core.arabic.date_frame import (
    NEAREST_YEAR,
    NEXT_YEARLESS,
    RELATIVE,
    SAME_YEAR,
    SINCE,
    UNKNOWN_PUBLICATION,
    VAGUE,
    Expr,
    Frame,
    MonthName,
)
from tawatur_core.arabic.dates_absolute import year_after
from tawatur_core.arabic.dates_hijri import IN_MONTH, hijri_named
from tawatur_core.arabic.number_context import folded_set
from tawatur_core.model import Precision


def month_only(frame: Frame, at: int) -> Expr | None:
    """Read a month with its year, with 'الماضي' and the like, or alone."""
    month = frame.month(at)
    if month is None:
        return None
    if month.hijri:
        return hijri_named(frame, at, month, None)
    year = year_after(frame, month.last)
    if year is not None:
        when = month_of(year.value, month.month) if year.value is not None else None
        how = year.how if when else UNKNOWN_PUBLICATION
        return Expr(at, year.last, when, Precision.MONTH, how, "month", skip=month.skip)
    step = frame.modifier(month.last + 1, month.last)
    if step is None:
        return _bare_month(frame, at, month)
    on, last = frame.published, month.last + 1
    if on is None:
        return Expr(at, last, None, Precision.MONTH, UNKNOWN_PUBLICATION, "month", skip=month.skip)
    when = month_of(stepped_year(on, month.month, step), month.month)
    return Expr(at, last, when, Precision.MONTH, RELATIVE, "month", skip=month.skip)


def stepped_year(on: date, month: int, step: int) -> int:
    """Return the year of the latest (-1), current (0) or next (1) such month seen from `on`."""
    if step < 0:
        return on.year if month < on.month else on.year - 1
    if step > 0:
        return on.year if month > on.month else on.year + 1
    years = (on.year - 1, on.year, on.year + 1)
    return min(years, key=lambda year: abs((year - on.year) * 12 + month - on.month))


def _follows(frame: Frame, at: int) -> bool:
    """Whether a month was read just before a word: يناير ومارس, يناير-مارس."""
    before = frame.previous
    return before is not None and before.kind == "month" and before.last == at - 1


_DELIVERY = folded_set("تسليم استحقاق لتسليم")
"""Futures are traded for delivery in a coming month."""


_ITS_VERB = 8
"""Words within which a past verb is taken for that of a month still to come this year."""
_JUST_PAST = 2  # months; of one just past news says 'المقبل' when it means the next


def _bare_month(frame: Frame, at: int, month: MonthName) -> Expr | None:
    """Resolve a month alone: of the publication's year, unless the verb says otherwise."""
    before = frame.word(at - 1) if frame.joined(at - 1, at) else ""
    ranged = _follows(frame, at) and frame.gap(at - 1, at).strip() in {"-", "–", "—"}
    if month.weak and before not in IN_MONTH and month.skip == 0 and not ranged:
        return None
    if month.weak and month.skip and before != "شهر" and not _follows(frame, at):
        return None
    yearless = (month.month, 0, 0)
    on = frame.published
    if frame.word(month.last + 1) == "من" and frame.word(month.last + 2) == "كل":
        return Expr(at, month.last, None, Precision.MONTH, VAGUE, "month", skip=month.skip)
    if on is None:
        return Expr(
            at, month.last, None, Precision.MONTH, UNKNOWN_PUBLICATION, "month", yearless,
            skip=month.skip,
        )  # fmt: skip
    future = before in _DELIVERY or frame.future(at)
    year, how = on.year, SAME_YEAR
    if frame.since(at):
        year, how = on.year - (month.month > on.month), SINCE
    elif frame.assistant:
        year, how = coming_month_year(on, month.month), NEXT_YEARLESS
    elif future and on.month - month.month > _JUST_PAST:
        year, how = on.year + 1, NEXT_YEARLESS
    elif not future and month.month > on.month and frame.future(at, _ITS_VERB) is False:
        year = on.year - 1
        how = NEAREST_YEAR
    when = month_of(year, month.month)
    return Expr(at, month.last, when, Precision.MONTH, how, "month", yearless, skip=month.skip)
