"""Dates told from the publication day: أمس, العام الماضي, قبل ثلاثة أشهر, الأيام الماضية."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

from tawatur_core.arabic import date_words as dw
from tawatur_core.arabic.date_calendar import Interval, nth_week, shifted, unit_at, years_of
from tawatur_core.arabic.date_frame import (
    NO_SUCH_DAY,
    OTHER_EVENT,
    RELATIVE,
    STORY,
    UNKNOWN_PUBLICATION,
    VAGUE,
    Expr,
    Frame,
)
from tawatur_core.arabic.dates_absolute import day_month
from tawatur_core.arabic.dates_figures import figures
from tawatur_core.arabic.fold import fold_text
from tawatur_core.arabic.number_context import folded_set
from tawatur_core.model import Precision

_PRECISION = {
    "day": Precision.DAY,
    "week": Precision.WEEK,
    "month": Precision.MONTH,
    "year": Precision.YEAR,
    "decade": Precision.DECADE,
    "century": Precision.SPAN,
}
DAY_WORDS = dw.expanded(dw.DAY_WORDS)
UNITS = dw.expanded(dw.UNITS)


def _chains(source: tuple[tuple[str, ...], ...]) -> list[tuple[str, ...]]:
    return sorted((tuple(map(fold_text, words)) for words in source), key=len, reverse=True)


_CHAINS = [(words, -2) for words in _chains(dw.BEFORE_YESTERDAY)] + [
    (words, 2) for words in _chains(dw.AFTER_TOMORROW)
]
CHAIN_STARTS = dw.expanded({words[0]: True for words, _ in _CHAINS})


def day_word(frame: Frame, at: int) -> Expr | None:
    """Read أمس, غدا, أول من أمس, بعد غد at a word."""
    chain = _chain(frame, at)
    if chain is not None:
        step, last, skip = chain
    else:
        known = DAY_WORDS.get(frame.word(at))
        if known is None:
            return None
        (step, skip), last = known, at
        if frame.word(at) in _WITH_A_BALL and at and at + 1 < frame.count:
            return None
        if frame.joined(at, at + 1) and frame.word(at + 1) in (dw.AFTER_THAT | dw.BEFORE_THAT):
            return None
        if frame.joined(at, at + 1) and frame.word(at + 1) in dw.SAME:
            return None
    if frame.published is None:
        return Expr(at, last, None, Precision.DAY, UNKNOWN_PUBLICATION, "relative", skip=skip)
    when = unit_at(frame.published, "day", step)
    return Expr(at, last, when, Precision.DAY, RELATIVE, "relative", skip=skip)


_WITH_A_BALL = folded_set("بكرة بكرا وبكرة")
"""Spoken 'tomorrow', and in sports 'with a ball': only where a text begins or ends with it."""


def _chain(frame: Frame, at: int) -> tuple[int, int, int] | None:
    known = CHAIN_STARTS.get(frame.word(at))
    if known is None:
        return None
    word = frame.word(at)[known[1] :]
    for words, step in _CHAINS:
        if words[0] != word:
            continue
        last = at + len(words) - 1
        if all(frame.word(at + k) == words[k] for k in range(1, len(words))) and all(
            frame.joined(at + k, at + k + 1) for k in range(len(words) - 1)
        ):
            return step, last, known[1]
    return None


def unit(frame: Frame, at: int) -> Expr | None:
    """Read what begins with a unit of time or 'هذا': العام الماضي, هذا الأسبوع, عام 2015."""
    if frame.word(at) in dw.THIS:
        known = UNITS.get(frame.word(at + 1))
        if known is None or known[1] or not frame.joined(at, at + 1):
            return None
        if not known[0].definite or known[0].says != 1:
            return None
        current = _stepped(frame, (at, at + 1), known[0].name, 0, 0)
        return _earlier_or_later(frame, current) if current else None
    known = UNITS.get(frame.word(at))
    if known is None:
        return None
    found, skip = known
    if not found.definite:
        return None
    after = at + 1
    if not frame.near(at, after):
        return None
    story = _story(frame, at, found, skip)
    if story is not None:
        return story
    if found.says == 1:
        step = frame.modifier(after, at)
        if step is None or frame.word(after) in _LAST_OF:
            return None
        return _stepped(frame, (at, after), found.name, step, skip)
    return _several(frame, at, found, skip)


def _earlier_or_later(frame: Frame, found: Expr) -> Expr:
    """'في وقت سابق هذا الأسبوع' is its past part, 'لاحقا هذا العام' its coming one."""
    on, when = frame.published, found.when
    before = {frame.word(found.first - 1), frame.word(found.first - 2)}
    if on is None or when is None or when[0] == when[1]:
        return found
    if before & _EARLIER:
        return found._replace(when=(when[0], on), precision=Precision.SPAN)
    tomorrow = shifted(on, "day", Decimal(1))
    if before & _LATER and tomorrow is not None and tomorrow <= when[1]:
        return found._replace(when=(tomorrow, when[1]), precision=Precision.SPAN)
    return found


_EARLIER = folded_set("سابق سابقا")
_LATER = folded_set("لاحق لاحقا")
_LAST_OF = folded_set("الأخير الأخيرة")


def _stepped(frame: Frame, words: tuple[int, int], name: str, step: int, skip: int) -> Expr | None:
    """Return the calendar unit `step` from the publication's, told by `words`."""
    at, last = words
    if name in {"hour", "minute"}:
        return None
    precision = _PRECISION[name]
    if frame.published is None:
        return Expr(at, last, None, precision, UNKNOWN_PUBLICATION, name, skip=skip)
    when = unit_at(frame.published, name, step)
    return Expr(at, last, when, precision, RELATIVE, name, skip=skip)


def _story(frame: Frame, at: int, found: dw.Unit, skip: int) -> Expr | None:
    """'اليوم التالي', 'الشهر نفسه': seen from the date told before, else from publication."""
    word = frame.word(at + 1)
    if found.name in {"hour", "minute"} or found.says != 1:
        return None
    if word in dw.AFTER_THAT:
        step = 1
    elif word in dw.BEFORE_THAT:
        step = -1
    elif word in dw.SAME and frame.previous is not None:
        step = 0
    else:
        return None
    base = frame.published
    if frame.previous is not None and frame.previous.when is not None:
        base = frame.previous.when[0 if step < 0 else 1]
    precision = _PRECISION[found.name]
    if base is None:
        return Expr(at, at + 1, None, precision, UNKNOWN_PUBLICATION, "story", skip=skip)
    when = unit_at(base, found.name, step)
    return Expr(at, at + 1, when, precision, STORY, "story", skip=skip)


def _several(frame: Frame, at: int, found: dw.Unit, skip: int) -> Expr | None:
    """Read 'الأعوام الثلاثة الماضية', 'العامين الماضيين', 'الأيام القليلة الماضية'."""
    count = Decimal(found.says) if found.says else None
    last = at
    number = frame.number(at + 1) or frame.number(at + 2)
    if count is None and number is not None and frame.near(at, number.first):
        count, last = number.value, number.last
    elif count is None and frame.word(at + 1) in dw.FEW:
        count, last = Decimal(3), at + 1
    step = frame.modifier(last + 1, last)
    if step is None or step == 0:
        return None
    return _run(frame, (at, last + 1), (found.name, count), step, skip)


def _run(
    frame: Frame, words: tuple[int, int], amount: tuple[str, Decimal | None], step: int, skip: int
) -> Expr | None:
    """Return the last or next so many units as one interval that ends or begins today."""
    at, last = words
    name, count = amount
    if count is not None and count <= 0:
        return None
    on = frame.published
    if on is None:
        return Expr(at, last, None, Precision.SPAN, UNKNOWN_PUBLICATION, "run", skip=skip)
    if count is None:
        return Expr(at, last, None, Precision.SPAN, VAGUE, "run", skip=skip)
    if name in {"hour", "minute"}:
        count, name = (count / 24, "day") if name == "hour" else (Decimal(0), "day")
    when: Interval | None
    years = 100 if name == "century" else 10
    if name in {"decade", "century"} and step < 0 and count == int(count):
        base = on.year // years * years
        when = years_of(base - int(count) * years, int(count) * years)
    else:
        other = shifted(on, name, step * count)
        when = (min(on, other), max(on, other)) if other else None
    return Expr(at, last, when, Precision.SPAN, RELATIVE, "run", skip=skip)


def counted_run(frame: Frame, at: int) -> Expr | None:
    """Read '24 ساعة الماضية', 'ثلاثة أيام المقبلة' at a number."""
    number = frame.number(at)
    if number is None or not frame.joined(number.last, number.last + 1):
        return None
    known = dw.UNITS.get(frame.word(number.last + 1))
    if known is None:
        return None
    last = number.last + 2
    step = frame.modifier(last, number.last + 1)
    if step is None or step == 0:
        return None
    return _run(frame, (at, last), (known.name, number.value), step, 0)


def _duration(frame: Frame, at: int) -> tuple[str, Decimal | None, int] | None:
    """Return unit, count (None: vague) and last word of a duration at a word."""
    number = frame.number(at)
    if number is not None and not number.ordinal and frame.joined(number.last, number.last + 1):
        known = dw.UNITS.get(frame.word(number.last + 1))
        if known is None or known.definite:
            return None
        return _and_a_half(frame, known.name, number.value, number.last + 1)
    known = dw.UNITS.get(frame.word(at))
    if known is not None and not known.definite:
        if known.says is None:
            few = frame.word(at + 1) in dw.FEW and frame.joined(at, at + 1)
            return known.name, None, at + few
        if frame.joined(at, at + 1) and _named(frame, at):
            return None
        if frame.joined(at - 2, at - 1) and _same_unit(frame.word(at - 2), known.name):
            return None  # 'عاما بعد عام'
        return _and_a_half(frame, known.name, Decimal(known.says), at)
    if frame.word(at) in dw.FEW and frame.joined(at, at + 1):
        known = dw.UNITS.get(frame.word(at + 1))
        if known is not None and known.says is None and not known.definite:
            return known.name, None, at + 1
    return None


def _named(frame: Frame, at: int) -> bool:
    """Whether a unit is named after it and not counted: عام 2005, شهر رمضان, يوم الجمعة."""
    return (
        frame.year_number(at + 1) is not None
        or frame.month(at + 1) is not None
        or frame.word(at + 1) in dw.WEEKDAYS
        or frame.word(at + 1) in dw.DAY_WORDS
        or frame.day_number(at + 1) is not None
    )


def _same_unit(word: str, name: str) -> bool:
    unit = dw.UNITS.get(word)
    return unit is not None and unit.name == name and unit.says == 1


def _and_a_half(frame: Frame, name: str, count: Decimal, last: int) -> tuple[str, Decimal, int]:
    """Add 'ونصف', 'ونصف العام' after a unit."""
    number = frame.number(last + 1)
    if number is None or not number.fraction or not number.conj or number.value >= 1:
        return name, count, last
    if not frame.joined(last, last + 1):
        return name, count, last
    last = number.last
    repeated = dw.UNITS.get(frame.word(last + 1))
    if repeated is not None and repeated.name == name and frame.joined(last, last + 1):
        last += 1
    return name, count + number.value, last


def ago(frame: Frame, at: int) -> Expr | None:
    """Read 'قبل نحو عام', 'منذ خمسة أيام', 'بعد أسبوعين من الآن' at the preposition."""
    word = frame.word(at)
    skip = 1 if word[:1] in {"و", "ف"} and word[1:] in dw.AGO | dw.AHEAD else 0
    back = word[skip:] in dw.AGO
    nxt = at + 1
    while nxt < at + 4 and frame.word(nxt) in dw.NEARLY and frame.joined(nxt - 1, nxt):
        nxt += 1
    if not frame.joined(nxt - 1, nxt):
        return None
    found = _duration(frame, nxt)
    if found is None:
        return None
    name, count, last = found
    compound = _second(frame, last)
    if compound is not None:
        last = compound[2]
    now = _from_now(frame, last)
    how = _hanging(frame, at, last, back=back, now=now is not None)
    last = now or last
    precision = _PRECISION.get(name, Precision.DAY)
    few = count is None and bool({frame.word(last), frame.word(nxt)} & dw.FEW)
    if how is None and count is None and not few:
        how = VAGUE
    if how is None and frame.published is None:
        how = UNKNOWN_PUBLICATION
    shown = Expr(at, last, None, precision, how or VAGUE, "ago", skip=skip)
    if few and how is None and frame.published is not None:
        return _a_few(frame.published, shown, name, back=back)
    if how is not None or frame.published is None or count is None:
        return shown
    sign = -1 if back else 1
    if compound is not None:
        return _exact(frame.published, shown, sign, [(name, count), compound[:2]])
    return _rounded(frame.published, shown, name, sign * count)


def _second(frame: Frame, last: int) -> tuple[str, Decimal, int] | None:
    """Return the second part of 'عامان و21 يوما'."""
    nxt = last + 1
    if frame.word(nxt) == "و" and frame.number(nxt + 1) is not None:
        nxt += 1
    number = frame.number(nxt)
    if number is None or not (number.conj or frame.word(nxt - 1) == "و"):
        return None
    if not frame.joined(last, last + 1):
        return None
    found = _duration(frame, nxt)
    if found is None or found[1] is None:
        return None
    return found[0], found[1], found[2]


def _from_now(frame: Frame, last: int) -> int | None:
    if frame.word(last + 1) == "من" and frame.word(last + 2) in dw.FROM_NOW:
        return last + 2 if frame.joined(last, last + 1) else None
    return None


_OF_EVENT = folded_set("من على عن لـ")


def _hanging(frame: Frame, at: int, last: int, *, back: bool, now: bool) -> str | None:
    """Return why such a date hangs on another event and not on the publication day."""
    if now:
        return None
    after = frame.word(last + 1) if frame.joined(last, last + 1) else ""
    preposition = frame.word(at).lstrip("وف")
    if after in _OF_EVENT and preposition != "منذ":
        return OTHER_EVENT
    if not back and frame.future(at) is False:
        return OTHER_EVENT  # in a story told in the past, 'after' counts from what was told
    return None


def _a_few(on: date, shown: Expr, name: str, *, back: bool) -> Expr:
    """'قبل بضعة أيام' is three to nine days ago: that is what 'bidʿ' means."""
    sign = -1 if back else 1
    near, far = shifted(on, name, Decimal(3 * sign)), shifted(on, name, Decimal(9 * sign))
    if near is None or far is None:
        return shown._replace(how=NO_SUCH_DAY)
    when = (min(near, far), max(near, far))
    return shown._replace(when=when, how=RELATIVE, precision=Precision.SPAN)


def _exact(on: date, shown: Expr, sign: int, parts: list[tuple[str, Decimal]]) -> Expr:
    """Return the day that several durations together lead to."""
    moved: date | None = on
    for name, count in parts:
        moved = shifted(moved, name, sign * count) if moved else None
    how = RELATIVE if moved else NO_SUCH_DAY
    when = (moved, moved) if moved else None
    return shown._replace(when=when, how=how, precision=Precision.DAY)


def _rounded(on: date, shown: Expr, name: str, count: Decimal) -> Expr:
    """Days and weeks give a day, months the whole month, years the whole year."""
    if name in {"hour", "minute"}:
        name, count = "day", Decimal(int(count / 24)) if name == "hour" else Decimal(0)
    moved = shifted(on, name, count)
    precision = Precision.DAY if name == "week" else _PRECISION[name]
    if moved is None:
        return shown._replace(precision=precision, how=NO_SUCH_DAY)
    grain = {"week": "day", "decade": "year", "century": "year"}.get(name, name)
    return shown._replace(when=unit_at(moved, grain, 0), precision=precision, how=RELATIVE)


def unit_day(frame: Frame, at: int) -> Expr | None:
    """Read 'يوم 27': a day of the publication's month."""
    if not frame.joined(at, at + 1):
        return None
    number = frame.number(at + 1)
    found = frame.day_number(at + 1)
    if number is None or found is None or not number.digits:
        return None
    count, last = found
    if number.end < len(frame.text) and frame.text[number.end] in "/-.–:":
        return None
    if day_month(frame, at + 1) is not None or figures(frame, at + 1) is not None:
        return None
    if frame.published is None:
        return Expr(at, last, None, Precision.DAY, UNKNOWN_PUBLICATION, "day")
    month = unit_at(frame.published, "month", 0)
    if month is None or count > month[1].day:
        return Expr(at, last, None, Precision.DAY, NO_SUCH_DAY, "day")
    on = month[0].replace(day=count)
    return Expr(at, last, (on, on), Precision.DAY, RELATIVE, "day")


def nth_week_of(at: int, count: int, inner: Expr) -> Expr | None:
    """Return the `count`-th week of a month or year found by another rule."""
    if inner.when is None:
        return inner._replace(first=at, precision=Precision.WEEK)
    when = nth_week(inner.when, count)
    return Expr(at, inner.last, when, Precision.WEEK, inner.how, "week")
