"""Dates that name their day: day and month in either order, the n-th weekday of a month."""

from __future__ import annotations

from typing import NamedTuple

from tawatur_core.arabic import date_words as dw
from tawatur_core.arabic.date_calendar import (
    Interval,
    day,
    latest_day,
    month_of,
    nearest,
    unit_at,
)
from tawatur_core.arabic.date_convention import coming_day
from tawatur_core.arabic.date_frame import (
    ABSOLUTE,
    EVENT_NAME,
    NEAREST_YEAR,
    NEXT_YEARLESS,
    NO_SUCH_DAY,
    RELATIVE,
    SINCE,
    STORY,
    UNKNOWN_PUBLICATION,
    VAGUE,
    Expr,
    Frame,
    MonthName,
)
from tawatur_core.arabic.dates_hijri import era, hijri_named
from tawatur_core.arabic.number_context import folded_set
from tawatur_core.arabic.number_nouns import is_counted
from tawatur_core.model import Precision

_TO = folded_set("إلى حتى ولغاية لغاية وإلى وحتى")
_OF = folded_set("من في")
_BETWEEN = folded_set("بين من")


def day_month(frame: Frame, at: int) -> Expr | None:
    """Read '14 و15 يوليو 2025', 'الثامن من مارس', '12 من الشهر الجاري' at a day number."""
    days = _days(frame, at)
    if days is None:
        return None
    low, high, last = days
    number = frame.number(at)
    if number is not None and number.ordinal and _is_feminine(frame.word(at)):
        return None  # الأيام الأولى من يوليو: days of the month are masculine
    if number is not None and number.ordinal and frame.word(last + 1) in _DAYS_OF:
        last += 1  # أول أيام يوليو, ثالث يوم من مارس
    nxt = last + 1
    if not _near_month(frame, last, nxt):
        return None
    if frame.word(nxt) in _OF and frame.joined(nxt, nxt + 1):
        nxt += 1
    relative = _of_month(frame, at, nxt, (low, high)) if frame.joined(last, last + 1) else None
    if relative is not None:
        return relative
    return named_days(frame, at, nxt, (low, high))


def named_days(frame: Frame, at: int, nxt: int, days: tuple[int, int]) -> Expr | None:
    """Return such days of the month named at word `nxt`, told from word `at` on."""
    nxt = frame.month_word(nxt)
    month = frame.month(nxt)
    if month is None or (month.skip and frame.word(nxt)[:1] != "ل"):
        return None
    if month.hijri:
        return hijri_named(frame, at, month, days)
    return _with_year(frame, at, month, days)


_DAYS_OF = folded_set("يوم أيام")
_THE_MONTH = folded_set("الشهر هذا")


def _is_feminine(ordinal: str) -> bool:
    return ordinal.endswith(("ه", "اولي"))


def _near_month(frame: Frame, last: int, at: int) -> bool:
    """Whether a month may follow the day: spaces, or a dash or stop as in '12. مارس'."""
    return (
        frame.near(last, at) and "(" not in frame.gap(last, at) and "،" not in frame.gap(last, at)
    )


def ordinal_day(frame: Frame, at: int) -> Expr | None:
    """Read 'إلى الرابع والعشرين': a definite ordinal from eleven that counts nothing is a day."""
    number, found = frame.number(at), frame.day_number(at)
    if number is None or found is None or not (number.ordinal and number.article):
        return None
    if found[0] < 11 or frame.word(number.first - 1) not in _ON_DAY:
        return None
    last = found[1]
    nouns = frame.joined(last, last + 1) and is_counted(frame.word(last + 1), definite=True)
    if nouns or not frame.joined(number.first - 1, number.first):
        return None
    month = unit_at(frame.published, "month", 0) if frame.published else None
    if month is None:
        return Expr(at, last, None, Precision.DAY, UNKNOWN_PUBLICATION, "day")
    return _within((at, last), month, (found[0], found[0]))


_ON_DAY = folded_set("في إلى حتى يوم وحتى")


def _days(frame: Frame, at: int) -> tuple[int, int, int] | None:
    """Return first and last day of a list or range of day numbers, and its last word."""
    first = frame.day_number(at)
    if first is None:
        return None
    low = high = first[0]
    last = first[1]
    for _ in range(4):
        following = _next_day(frame, last)
        if following is None or following[0] <= high:
            break
        high, last = following
    return low, high, last


def _next_day(frame: Frame, last: int) -> tuple[int, int] | None:
    nxt = last + 1
    if nxt >= frame.count:
        return None
    gap = frame.gap(last, nxt).strip(" \u00a0")
    if gap in {"-", "–", "—", "،", ","}:
        return frame.day_number(nxt)
    if gap:
        return None
    number = frame.number(nxt)
    if number is not None and number.conj:
        return frame.day_number(nxt)
    if frame.word(nxt) in _TO or frame.word(nxt) == "و":
        return frame.day_number(nxt + 1) if frame.joined(nxt, nxt + 1) else None
    return None


def _of_month(frame: Frame, at: int, nxt: int, days: tuple[int, int]) -> Expr | None:
    """'العاشر من الشهر الجاري', '25 و26 من الشهر نفسه', '15 الجاري', '4-22 هذا الشهر'."""
    if frame.word(nxt) == "شهر" or frame.word(nxt) in _THE_MONTH:
        if frame.word(nxt + 1) in dw.SAME and frame.previous and frame.previous.when:
            base = frame.previous.when[0]
            return _within((at, nxt + 1), month_of(base.year, base.month), days)
        told = the_month(frame, nxt)
    else:
        number = frame.number(at)
        current = frame.word(nxt) in _CURRENT or (
            frame.word(nxt) in _COMING and frame.word(nxt - 1) in _OF
        )
        if not current or number is None or number.scale != 1:
            return None
        told = dw.MODIFIERS[frame.word(nxt)], nxt
    if told is None:
        return None
    step, last = told
    if frame.published is None:
        return Expr(at, last, None, Precision.DAY, UNKNOWN_PUBLICATION, "day")
    return _within((at, last), unit_at(frame.published, "month", step), days)


_CURRENT = folded_set("الجاري")
_COMING = folded_set("المقبل القادم الماضي المنصرم")


def _within(words: tuple[int, int], month: Interval | None, days: tuple[int, int]) -> Expr | None:
    at, last = words
    if month is None:
        return None
    first = day(month[0].year, month[0].month, days[0])
    final = day(month[0].year, month[0].month, days[1])
    when = (first, final) if first and final else None
    return Expr(at, last, when, Precision.DAY, RELATIVE if when else NO_SUCH_DAY, "day")


def _with_year(frame: Frame, at: int, month: MonthName, days: tuple[int, int]) -> Expr | None:
    year = year_after(frame, month.last)
    if year is not None and year.value is not None:
        return _absolute((at, year.last), days, month.month, (year.value, year.how))
    if year is not None:
        return Expr(at, year.last, None, Precision.DAY, UNKNOWN_PUBLICATION, "day")
    step = frame.modifier(month.last + 1, month.last)
    if step is None:
        return day_of_year(frame, at, month.last, days, month.month)
    return _stepped_day(frame, (at, month.last + 1), days, month.month, step)


def _absolute(
    words: tuple[int, int], days: tuple[int, int], month: int, year: tuple[int, str]
) -> Expr:
    number, how = year
    first, final = day(number, month, days[0]), day(number, month, days[1])
    when = (first, final) if first and final else None
    return Expr(*words, when, Precision.DAY, how if when else NO_SUCH_DAY, "day")


class Year(NamedTuple):
    """A year after a month or season: None while it hangs on an unknown publication date."""

    value: int | None
    last: int
    how: str


def year_after(frame: Frame, last: int) -> Year | None:
    """Return the year that stands after word `last`: '2025', 'عام 2011', 'من العام الماضي'."""
    at = last + 1
    if not frame.near(last, at):
        return None
    if frame.word(at) in _OF and frame.joined(at, at + 1):
        at += 1
        if frame.word(at) not in dw.YEAR_MARKS and frame.word(at) not in dw.THIS:
            return _uncounted_year(frame, at)
    named = _named_year(frame, at)
    if named is not None:
        return named
    if frame.word(at) in _YEAR_BEFORE and frame.joined(at, at + 1):
        at += 1
    found = frame.year_number(at)
    if found is None or "\n" in frame.gap(last, last + 1):
        return None
    year, end = found
    end, hijri = era(frame, end)
    return None if hijri or year < 1500 else Year(year, end, ABSOLUTE)


def _uncounted_year(frame: Frame, at: int) -> Year | None:
    """Return the year in 'النصف الأول من 2015', unless it counts something."""
    found = frame.year_number(at)
    if found is None or not 1800 <= found[0] <= 2100:
        return None
    last = found[1]
    if frame.joined(last, last + 1) and is_counted(frame.word(last + 1)):
        return None
    return Year(*found, ABSOLUTE)


_YEAR_BEFORE = folded_set("عام العام سنة السنة لعام للعام لسنة بعام ال")


def _named_year(frame: Frame, at: int) -> Year | None:
    """'العام الماضي', 'هذا العام', 'العام نفسه'."""
    word = frame.word(at)
    if word in dw.THIS and frame.word(at + 1) in dw.YEAR_MARKS and frame.joined(at, at + 1):
        step, last = 0, at + 1
    elif word in _THE_YEAR and frame.joined(at, at + 1):
        last = at + 1
        if frame.word(last) in dw.SAME and frame.previous and frame.previous.when:
            return Year(frame.previous.when[0].year, last, STORY)
        found = dw.MODIFIERS.get(frame.word(last))
        if found is None:
            return None
        step = found
    else:
        return None
    if frame.published is None:
        return Year(None, last, UNKNOWN_PUBLICATION)
    year = frame.published.year + step
    told = frame.year_number(last + 1) if frame.joined(last, last + 1) else None
    if told is not None and told[0] == year:
        last = era(frame, told[1])[0]  # من العام الحالي 2015م
    return Year(year, last, RELATIVE)


_THE_YEAR = folded_set("العام السنة للعام بالعام")


def day_of_year(frame: Frame, at: int, last: int, days: tuple[int, int], month: int) -> Expr:
    """Resolve a day and month without year: the nearest such day, or the next one announced.

    Named events (ثورة 25 يناير) and what recurs every year are not resolved; after a date with
    its year in the same sentence that year goes on.
    """
    yearless = (month, days[0], days[1])
    shown = Expr(at, last, None, Precision.DAY, UNKNOWN_PUBLICATION, "day", yearless)
    if _event(frame, at):
        return shown._replace(how=EVENT_NAME, yearless=None)
    if frame.word(last + 1) == "من" and frame.word(last + 2) == "كل":
        return shown._replace(how=VAGUE, yearless=None)
    story = _story_year(frame, at)
    if story is not None:
        return _absolute((at, last), days, month, (story, STORY))
    if frame.published is None:
        return shown
    since = frame.since(at)
    future = not since and (frame.assistant or frame.future(at) is True)
    if since:
        when = latest_day(frame.published, yearless)
    elif frame.assistant:
        when = coming_day(frame.published, month, days)
    else:
        when = nearest(frame.published, yearless, future=future)
    told = SINCE if since else (NEXT_YEARLESS if future else NEAREST_YEAR)
    how = told if when else NO_SUCH_DAY
    return shown._replace(when=when, how=how, future=future)


def _event(frame: Frame, at: int) -> bool:
    before = frame.word(at - 1) if frame.joined(at - 1, at) else ""
    return bool(before) and (before in _EVENTS or before.lstrip("وفبلك") in _EVENTS)


_EVENTS = folded_set(
    """ثورة الثورة هجمات هجوم أحداث مدينة حرب شارع ميدان جسر كوبري نكسة مذبحة مجزرة انتفاضة تفجيرات
    انقلاب حركة جامعة ملعب استاد حي تنظيم"""
)


def _story_year(frame: Frame, at: int) -> int | None:
    """Return the year of an absolute date told just before in the sentence, if another year."""
    before = frame.previous
    if before is None or before.when is None or before.how != ABSOLUTE or before.hijri:
        return None
    year = before.when[0].year
    if before.when[1].year != year or before.kind not in {"day", "month"} or at - before.last > 12:
        return None
    if frame.published is None or frame.published.year == year:
        return None
    gap = frame.text[frame.words[before.last].end : frame.words[at].start]
    return None if any(mark in gap for mark in ".!؟؛\n") else year


def _stepped_day(
    frame: Frame, words: tuple[int, int], days: tuple[int, int], month: int, step: int
) -> Expr:
    """Resolve '8 مارس الماضي', '9 مارس المقبل', '6 مارس الجاري'."""
    at, last = words
    on = frame.published
    if on is None:
        return Expr(at, last, None, Precision.DAY, UNKNOWN_PUBLICATION, "day")
    years = (on.year - 1, on.year, on.year + 1)
    found: list[Interval] = []
    for year in years:
        first, final = day(year, month, days[0]), day(year, month, days[1])
        if first and final:
            found.append((first, final))
    if step < 0:
        when = max((f for f in found if f[0] < on), default=None)
    elif step > 0:
        when = min((f for f in found if f[1] > on), default=None)
    else:
        when = min(found, key=lambda f: abs((f[0] - on).days), default=None)
    return Expr(at, last, when, Precision.DAY, RELATIVE if when else NO_SUCH_DAY, "day")


def month_day(frame: Frame, at: int) -> Expr | None:
    """Read 'مارس 10, 2019', 'مارس 3 إلى 5', 'مارس الثاني عشر' at a month."""
    month = frame.month(at)
    if month is None or month.hijri or not frame.near(month.last, month.last + 1):
        return None
    start = month.last + 1
    start += frame.word(start) in _BETWEEN and frame.joined(start, start + 1)
    days = _days(frame, start)
    if days is None:
        return None
    low, high, last = days
    number = frame.number(start)
    year = year_after(frame, last)
    named = number is not None and number.ordinal
    if year is None and low == high and not named and frame.joined(last, last + 1):
        return None  # a count after the month: 'في يوليو 20 شخصا'
    if year is None:
        return day_of_year(frame, at, last, (low, high), month.month)
    if year.value is None:
        return None
    return _absolute((at, year.last), (low, high), month.month, (year.value, year.how))


def the_month(frame: Frame, at: int) -> tuple[int, int] | None:
    """Return how many months away 'هذا الشهر', 'الشهر المقبل' at a word is, and its last word."""
    if frame.word(at) == "هذا" and frame.word(at + 1) == "الشهر" and frame.joined(at, at + 1):
        return 0, at + 1
    return frame.modifiers(at + 1, at) if frame.word(at) == "الشهر" else None
