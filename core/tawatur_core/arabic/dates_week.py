"""Weekdays: by tense, with 'الماضي' and the like, in lists, within weeks, the n-th of a month."""

from __future__ import annotations

from datetime import date, timedelta
from decimal import Decimal

from tawatur_core.arabic import date_words as dw
from tawatur_core.arabic.date_calendar import (
    Interval,
    nth_weekday,
    shifted,
    unit_at,
    weekday_after,
    weekday_before,
)
from tawatur_core.arabic.date_frame import (
    RELATIVE,
    UNKNOWN_PUBLICATION,
    WEEKDAY_NEXT,
    WEEKDAY_PAST,
    Expr,
    Frame,
)
from tawatur_core.arabic.dates_figures import figures
from tawatur_core.arabic.dates_nth import WEEKDAYS, nth_of_month
from tawatur_core.arabic.number_context import folded_set
from tawatur_core.model import Precision

_DAY_BEFORE = folded_set("يوم ليوم بيوم ويوم يومي مساء صباح ليل ليلة فجر ظهر عصر نهار")
_OF_WEEK = folded_set("من في")
_FINAL = folded_set("الأخير الأخيرة")


def weekday(frame: Frame, at: int) -> list[Expr]:
    """Read one or more weekdays at a word; empty when the word is none."""
    days = _listed(frame, at)
    if not days:
        return []
    last = days[-1][1]
    if len(days) == 1:
        alone = _qualified(frame, at, days[0][0], last)
        if alone is not None:
            return [alone]
    if _recurring(frame, at, last):
        return []
    week = week_at(frame, last + 1 + (frame.word(last + 1) in _OF_WEEK)) if len(days) > 1 else None
    if week is not None and frame.near(last, last + 1):
        return _week_days(at, days, week)
    told = frame.modifiers(last + 1, last)
    step, end = told or (None, last)
    this = _this(frame, at, last)
    future = step > 0 if step else _ahead(frame, at, this=this is not None)
    end = max(end, this or end)
    if frame.published is None:
        return [_unresolved(at, end, days[0][0], days[0][2])]
    inside = _inside_week(frame, at, days)
    if inside is not None and step is None:
        return [Expr(at, end, inside, Precision.DAY, RELATIVE, "weekday", skip=days[0][2])]
    strict = step is not None or (frame.assistant and this is None)
    dates = _resolve(frame.published, [day for day, _, _ in days], bool(future), strict)
    if step in {-2, 2}:
        moved = [shifted(on, "week", Decimal(step // 2)) for on in dates]
        dates = [on for on in moved if on is not None] if None not in moved else []
    how = WEEKDAY_NEXT if future else WEEKDAY_PAST
    return _as_expressions(at, end, days, dates, how)


def _week_days(
    at: int, days: list[tuple[int, int, int]], week: tuple[Interval | None, int]
) -> list[Expr]:
    """'الأحد والاثنين من الأسبوع المقبل': days of that week."""
    when, last = week
    if when is None:
        return [_unresolved(at, last, days[0][0], days[0][2])]
    dates = [when[0] + timedelta(day) for day, _, _ in days]
    for k in range(len(dates) - 1, 0, -1):
        if dates[k - 1] > dates[k]:
            dates[k - 1] -= timedelta(7)  # a week that begins on Sunday: الأحد والاثنين
    return _as_expressions(at, last, days, dates, RELATIVE)


def _ahead(frame: Frame, at: int, *, this: bool) -> bool:
    if frame.since(at):
        return False
    return this or frame.assistant or frame.future(at) is True


def _this(frame: Frame, at: int, last: int) -> int | None:
    """Return the last word when 'this' points at the coming weekday: هذه الجمعة, يوم الجمعة هذا."""
    if frame.word(last + 1) in dw.THIS and frame.joined(last, last + 1):
        following = frame.word(last + 2) if frame.joined(last + 1, last + 2) else ""
        return None if following.startswith("ال") else last + 1
    before = at - 1 - (frame.word(at - 1) in _DAY_BEFORE)
    return last if frame.word(before) in dw.THIS and frame.joined(before, before + 1) else None


def _recurring(frame: Frame, at: int, last: int) -> bool:
    """'كل جمعة', 'الخميس والجمعة من كل أسبوع' happen again and again."""
    before = frame.word(at - 1)
    if before in _EVERY or (before in _DAY_BEFORE and frame.word(at - 2) in _EVERY):
        return True
    last += frame.number(last + 1) is not None  # الجمعة الأولى من كل شهر
    return frame.word(last + 1) == "من" and frame.word(last + 2) in _EVERY


_EVERY = folded_set("كل أيام")


def _inside_week(frame: Frame, at: int, days: list[tuple[int, int, int]]) -> Interval | None:
    """After 'الأسبوع المقبل بين' weekdays are those of that week."""
    before = frame.previous
    if before is None or before.kind != "week" or before.when is None or before.last != at - 2:
        return None
    if frame.word(at - 1) not in _WITHIN or not frame.joined(at - 2, at - 1):
        return None
    monday = before.when[0]
    return monday + timedelta(days[0][0]), monday + timedelta(max(d for d, _, _ in days))


_WITHIN = folded_set("بين يوم يومي من")


def _as_expressions(
    at: int, end: int, days: list[tuple[int, int, int]], dates: list[date], how: str
) -> list[Expr]:
    if not dates:
        return []
    ordered = sorted(dates)
    consecutive = ordered[-1] - ordered[0] == timedelta(len(ordered) - 1)
    skip = days[0][2]
    if len(dates) == 1 or consecutive:
        when = (ordered[0], ordered[-1])
        day = days[0][0] if len(dates) == 1 else None
        return [
            Expr(at, end, when, Precision.DAY, how, "weekday", weekday=day, skip=skip)
        ]  # fmt: skip
    found = []
    first = at
    for index, (day, last, clitics) in enumerate(days):
        stop = end if index == len(days) - 1 else last
        on = dates[index]
        found.append(
            Expr(first, stop, (on, on), Precision.DAY, how, "weekday", weekday=day, skip=clitics)
        )
        first = last + 1
    return found


def _unresolved(at: int, end: int, day: int, skip: int) -> Expr:
    return Expr(
        at, end, None, Precision.DAY, UNKNOWN_PUBLICATION, "weekday", weekday=day, skip=skip
    )


def _listed(frame: Frame, at: int) -> list[tuple[int, int, int]]:
    """Return (weekday, word, clitic letters) of the weekdays listed from a word on."""
    found: list[tuple[int, int, int]] = []
    while True:
        known = WEEKDAYS.get(frame.word(at))
        if known is None or not _is_weekday(frame, at, known[1], bool(found)):
            break
        if found and not (frame.word(at).startswith("و") and frame.near(at - 1, at)):
            break
        found.append((known[0], at, known[1]))
        at += 1
        if frame.word(at) == "و" and frame.joined(at, at + 1):
            break
    return found


def _is_weekday(frame: Frame, at: int, skip: int, listed: bool) -> bool:
    """Tell a weekday from a number: the bare forms (خميس, أحد) need 'يوم' before them."""
    number = frame.number(at)
    if number is not None and number.last > at:
        return False
    bare = frame.word(at)[skip:]
    if frame.word(at) == "واحد":
        return False  # يوم واحد
    if bare.startswith("ال"):
        return True
    if frame.word(at + 1) in _WEEK and frame.joined(at, at + 1):
        return True
    return not listed and frame.word(at - 1) in _DAY_BEFORE and frame.joined(at - 1, at)


def _resolve(on: date, days: list[int], future: bool, strict: bool) -> list[date]:
    """Resolve weekdays in their order: from now on, or the last of them at or before now."""
    found: list[date] = []
    if future:
        base = on
        for index, day in enumerate(days):
            nxt = weekday_after(base, day, itself=not (strict or index))
            if nxt is None:
                return []
            found.append(nxt)
            base = nxt
        return found
    base = on
    for index, day in enumerate(reversed(days)):
        before = weekday_before(base, day, itself=not (strict or index))
        if before is None:
            return []
        found.insert(0, before)
        base = before
    return found


def _qualified(frame: Frame, at: int, day: int, last: int) -> Expr | None:
    """Read 'الجمعة من الأسبوع المقبل', 'الأحد الثاني من أيلول', 'الاثنين الثاني عشر'."""
    nxt = last + 1
    if not frame.joined(last, nxt):
        return None
    of = nxt + 1 if frame.word(nxt) in _OF_WEEK else nxt
    week = week_at(frame, of)
    if week is not None:
        return _in_week(at, week, day)
    if frame.word(of) in _FINAL and of == nxt:
        return nth_of_month(frame, at, day, -1, of + 1)
    number = frame.day_number(of) if frame.word(of) not in WEEKDAYS else None
    if number is None or frame.number(of) is None or figures(frame, of) is not None:
        return None
    count, end = number
    if frame.near(end, end + 1):
        month = frame.month(frame.month_word(end + 1 + (frame.word(end + 1) in _OF_WEEK)))
        dates = month is not None and month.hijri  # الأربعاء 5 ذو القعدة
        nth = count <= 5 and not dates
        named = nth_of_month(frame, at, day, count, end + 1) if nth else None
        if named is not None:
            return named
        dated = frame.month(end + 1) or frame.word(end + 1) in {"شهر", "من"}
        if dated or frame.gap(end, end + 1) == "/":
            return None
    counted = frame.number(of)
    if counted is not None and not counted.digits and not counted.article:
        return None
    if count <= 5 and counted is not None and counted.ordinal:
        return _nth_this_month(frame, at, day, count, end)
    return _numbered(frame, at, day, count, end)


def _nth_this_month(frame: Frame, at: int, day: int, count: int, end: int) -> Expr | None:
    """'الأحد الثاني' is the third Tuesday of the month, a small ordinal counts weekdays."""
    if frame.published is None:
        return Expr(at, end, None, Precision.DAY, UNKNOWN_PUBLICATION, "weekday", weekday=day)
    month = unit_at(frame.published, "month", 0)
    on = nth_weekday(month, day, count) if month else None
    if on is None:
        return None
    return Expr(at, end, (on, on), Precision.DAY, RELATIVE, "weekday", weekday=day)


_TO = folded_set("إلى حتى وحتى وإلى")


def _numbered(frame: Frame, at: int, day: int, count: int, end: int) -> Expr | None:
    """'الاثنين 12', 'الاثنين الثاني عشر': the nearest month where that day is such a weekday."""
    number = frame.number(end)
    counted = number is not None and number.digits and frame.joined(end, end + 1)
    if counted and frame.word(end + 1) not in _TO:
        return None
    if frame.published is None:
        return Expr(at, end, None, Precision.DAY, UNKNOWN_PUBLICATION, "weekday", weekday=day)
    found: list[date] = []
    for step in range(-6, 7):
        month = unit_at(frame.published, "month", step)
        if month and count <= month[1].day and month[0].replace(day=count).weekday() == day:
            found.append(month[0].replace(day=count))
    on = min(found, key=lambda d: abs((d - (frame.published or d)).days), default=None)
    if on is None:
        return None
    return Expr(at, end, (on, on), Precision.DAY, RELATIVE, "weekday", weekday=day)


_WEEK = folded_set("الأسبوع أسبوع الإسبوع")


def week_at(frame: Frame, at: int) -> tuple[Interval | None, int] | None:
    """Return the week named at a word ('الأسبوع المقبل', 'هذا الأسبوع') and its last word."""
    if frame.word(at) in dw.THIS and frame.word(at + 1) in _WEEK and frame.joined(at, at + 1):
        step, last = 0, at + 1
    elif frame.word(at) in _WEEK and frame.joined(at, at + 1):
        found = frame.modifiers(at + 1, at)
        if found is None:
            return None
        step, last = found
    else:
        return None
    return (unit_at(frame.published, "week", step) if frame.published else None), last


def _in_week(at: int, week: tuple[Interval | None, int], day: int) -> Expr:
    when, last = week
    if when is None:
        return Expr(at, last, None, Precision.DAY, UNKNOWN_PUBLICATION, "weekday", weekday=day)
    on = when[0] + timedelta(day)
    return Expr(at, last, (on, on), Precision.DAY, RELATIVE, "weekday", weekday=day)


def week_then_day(frame: Frame, at: int) -> Expr | None:
    """Read 'الأسبوع المقبل الأحد', the week before its day."""
    week = week_at(frame, at)
    if week is None or not frame.joined(week[1], week[1] + 1):
        return None
    day_at = week[1] + 1 + (frame.word(week[1] + 1) == "يوم")
    known = WEEKDAYS.get(frame.word(day_at))
    if known is None or known[1] or not frame.joined(day_at - 1, day_at):
        return None
    return _in_week(at, (week[0], day_at), known[0])
