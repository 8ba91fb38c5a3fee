"""Dates in Arabic news: `find_dates`, and the publication date a text itself proves."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date
from functools import cache

from tawatur_core.arabic import (
    date_words as dw,
    dates_absolute as absolute,
    dates_assistant as assistant,
    dates_days as days,
    dates_eras as eras,
    dates_nth as nth,
    dates_parts as parts,
    dates_relative as relative,
    dates_week as week,
    dates_years as years,
)
from tawatur_core.arabic.date_convention import Convention
from tawatur_core.arabic.date_frame import Expr, Frame, month_names, split_month_names
from tawatur_core.arabic.date_join import join, with_year_after
from tawatur_core.arabic.dates_ago import ago, from_now, within
from tawatur_core.arabic.dates_feasts import FIRSTS, feast
from tawatur_core.arabic.dates_figures import figure_range, figures
from tawatur_core.arabic.dates_months import month_only
from tawatur_core.arabic.fold import fold_text
from tawatur_core.arabic.forms import FIGURE, listing
from tawatur_core.arabic.kept import recent
from tawatur_core.arabic.results import DateFound
from tawatur_core.arabic.words import letters_end
from tawatur_core.model import Evidence, Span

Rule = Callable[[Frame, int], Expr | None]
Join = Callable[[Frame, Expr, Expr], Expr | None]


def find_dates(
    text: str, published: date | None, convention: Convention = Convention.NEWS
) -> list[DateFound]:
    """Return the date expressions of `text` in order.

    `published` is the article's day of publication; without it nothing relative is resolved.
    `convention` says how dates are read that leave something open, such as a bare weekday.
    """
    return list(_dates(text, published, convention))


@recent
def _dates(text: str, published: date | None, convention: Convention) -> tuple[DateFound, ...]:
    frame = Frame(text, published, convention)
    results: list[DateFound] = []
    free = 0
    for found in read(frame):
        if not _torn(frame, found):
            results.append(_result(frame, found, free))
        free = found.last + 1
    return tuple(results)


_RUNS_ON = re.compile(r"(?<=\d)[-–/.\\]\d")
_RUNS_IN = re.compile(r"\d[-–/.\\]\Z")


def _torn(frame: Frame, found: Expr) -> bool:
    """Whether a year or month is only a piece of longer figures: no day is 2025-13-40."""
    if found.kind not in {"year", "month"}:
        return False
    start, end = frame.words[found.first].start, frame.words[found.last].end
    before = frame.text[max(start - 2, 0) : start]
    return bool(_RUNS_ON.match(frame.text, end) or _RUNS_IN.search(before))


def raw(frame: Frame) -> list[Expr]:
    """Return the expressions of a frame's text one by one, before neighbours are joined."""
    return _read(frame, lambda *_: None)


def read(frame: Frame) -> list[Expr]:
    """Return the expressions of a frame's text, neighbours joined."""
    return _read(frame, join)


def _read(frame: Frame, join_two: Join) -> list[Expr]:
    found: list[Expr] = []
    triggers = _triggers()
    free = 0
    for at in sorted(frame.number_places | frame.items.places(_DATED | FIGURE)):
        if at < free:
            continue
        for expr in _at(frame, at, triggers):
            joined = join_two(frame, found[-1], expr) if found else None
            if joined is None and expr.kind == "now":
                continue
            if joined is None:
                if found and join_two is join:
                    found[-1] = with_year_after(frame, found[-1], expr)
                found.append(expr)
            else:
                found[-1] = joined
                _join_again(frame, found, join_two)
            frame.previous = found[-1]
            free = max(free, expr.last + 1)
    return found


def _join_again(frame: Frame, found: list[Expr], join_two: Join) -> None:
    """Join the last two when the end of a range was itself joined: من الأحد 5 إلى الخميس 9 مايو."""
    joined = join_two(frame, found[-2], found[-1]) if len(found) > 1 else None
    if joined is not None:
        found[-2:] = [joined]


@cache
def _known_words() -> frozenset[str]:
    return frozenset(_triggers()) | frozenset(nth.WEEKDAYS)


_DATED = listing(_known_words)


def _at(frame: Frame, at: int, triggers: dict[str, tuple[Rule, ...]]) -> list[Expr]:
    word = frame.word(at)
    rules = triggers.get(word, ())
    if word in nth.WEEKDAYS:
        weekdays = week.weekday(frame, at)
        if weekdays:
            return weekdays
    for rule in rules:
        found = rule(frame, at)
        if found is not None:
            return [found]
    if frame.items.written[at][0].isdecimal() or frame.number(at) is not None:
        return _from_number(frame, at)
    return []


def _from_number(frame: Frame, at: int) -> list[Expr]:
    if frame.items.written[at][0].isdecimal():
        found = figure_range(frame, at) or figures(frame, at) or assistant.dotted_day(frame, at)
        if found is not None:
            return [found]
    for rule in (
        absolute.day_month,
        absolute.ordinal_day,
        month_only,
        nth.nth_day,
        parts.ordinal_week,
        from_now,
        days.nth_day_of,
        days.first_units,
        relative.counted_run,
        years.bare_year,
        assistant.bare_day,
    ):
        found = rule(frame, at)
        if found is not None:
            return [found]
    return []


@cache
def _triggers() -> dict[str, tuple[Rule, ...]]:
    """Return the rules to try at a folded word, in order."""
    found: dict[str, tuple[Rule, ...]] = {}

    def add(words: object, *rules: Rule) -> None:
        for word in words:  # type: ignore[attr-defined]
            found[word] = (*found.get(word, ()), *rules)

    add(days.THE_DAY, days.the_day)
    add(days.FIRST, days.first_day)
    add(days.LAST, days.last_day)
    add(relative.CHAIN_STARTS, relative.day_word)
    add(set(relative.DAY_WORDS) - set(relative.CHAIN_STARTS), relative.day_word)
    add(("اخر", "باخر", "واخر", "لاخر"), relative.last_run, nth.nth_day, parts.ordinal_week)
    for table in (parts.EARLY, parts.MIDDLE, parts.LATE, parts.REST):
        add(table, parts.part)
    add(parts.SHARES, parts.share, parts.stepped_share)
    add(month_names(), absolute.month_day, month_only)
    add(split_month_names(), absolute.month_day, month_only)
    add(eras.SEASONS, eras.season)
    add(eras.DECADES, eras.decade)
    add(eras.THE_DECADE, eras.nth_decade)
    add(eras.CENTURIES, eras.century)
    add(years.YEAR_MARKS, years.marked_year)
    add(dw.THIS, week.week_then_day, relative.unit, parts.stepped_share)
    add(
        relative.UNITS,
        days.week_around,
        days.some_of,
        week.week_then_day,
        parts.numbered_week,
        relative.unit,
    )
    add(("يوم", "ليوم", "ويوم", "بيوم"), relative.unit_day)
    prepositions = {p + w for w in dw.AGO | dw.AHEAD for p in ("", "و", "ف")}
    add(prepositions, ago)
    add(FIRSTS, feast)
    add(("غضون", "خلال"), within)
    add(dw.NOW, relative.until_now)
    add({word for word, unit in dw.UNITS.items() if not unit.definite and unit.says}, from_now)
    add(relative.UNITS, assistant.bare_unit)
    add(assistant.MINE, assistant.my_unit)
    add(assistant.LAST, assistant.last_unit)
    return found


def _result(frame: Frame, found: Expr, free: int) -> DateFound:
    """Return an expression with its part of the day; words before `free` belong to another."""
    first, last = frame.words[found.first], frame.words[found.last]
    start, end = first.start + letters_end(first.text, found.skip), last.end
    back = found.first - 1
    while back >= free and frame.word(back) in dw.PARTS_OF_DAY and frame.joined(back, back + 1):
        if found.kind not in {"day", "weekday", "relative"} or found.skip:
            break
        start, back = frame.words[back].start, back - 1
    if "(" in frame.text[start:end] and frame.text[end : end + 1] == ")":
        end += ")" not in frame.text[frame.text.index("(", start) : end]
    return DateFound(
        span=Span(start, end),
        first=found.when[0] if found.when else None,
        last=found.when[1] if found.when else None,
        precision=found.precision,
        how=found.how,
        evidence=_evidence(frame, found, back),
    )


def _evidence(frame: Frame, found: Expr, before: int) -> tuple[Evidence, ...]:
    """Return how a date was resolved, and what the words before it make it the bound of."""
    published = frame.published.isoformat() if frame.published else ""
    how = Evidence(found.how, 1.0 if found.when else 0.0, {"published": published})
    word = frame.word(before) if frame.joined(before, before + 1) else ""
    pair = f"{frame.word(before - 1)} {word}"
    bound = _BOUNDS.get(pair.removeprefix("و")) or _BOUNDS.get(word.removeprefix("و"))
    if bound is None or found.kind == "ago":
        return (how,)
    return how, Evidence(f"date-bound-{bound}", 1.0, {})


_BOUNDS = {
    fold_text(phrase): bound
    for bound, phrases in (
        ("since", "منذ|مذ|اعتبارا من|ابتداء من|بدءا من|بداية من|انطلاقا من"),
        ("until", "حتى|لغاية|غاية|بحلول"),
        ("before", "قبل|قبيل"),
        ("after", "بعد|بعيد|عقب"),
    )
    for phrase in phrases.split("|")
}
"""Words that make a date the first or last bound of what is told; its own interval stays."""
