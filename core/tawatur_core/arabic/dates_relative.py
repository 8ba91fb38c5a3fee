"""Dates told from the publication day: أمس, العام الماضي, قبل سبعة أشهر, الأيام الماضية."""

from __future__ import annotations

from decimal import Decimal

from tawatur_core.arabic import date_words as dw
from tawatur_core.arabic.date_calendar import (
    Interval,
    hijri_year,
    hijri_year_at,
    nth_week,
    shifted,
    unit_at,
    years_of,
)
from tawatur_core.arabic.date_convention import stretch
from tawatur_core.arabic.date_frame import (
    HIJRI,
    NO_SUCH_DAY,
    RELATIVE,
    STORY,
    UNKNOWN_PUBLICATION,
    VAGUE,
    Expr,
    Frame,
)
from tawatur_core.arabic.dates_absolute import day_month
from tawatur_core.arabic.dates_figures import figures
from tawatur_core.arabic.dates_hijri import era
from tawatur_core.arabic.dates_years import marked_year
from tawatur_core.arabic.fold import fold_text
from tawatur_core.arabic.number_context import folded_set
from tawatur_core.model import Precision

PRECISION = {
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
        if _another_day(frame, at, skip):
            return None
        if frame.word(at)[skip:] == "اليوم" and _ordinal_after(frame, at):
            dated = day_month(frame, at + 1)  # اليوم الثالث من أكتوبر, never today
            return dated._replace(first=at, skip=skip) if dated else None
        told = frame.modifiers(at + 1, at) if frame.word(at)[skip:] in _STEPPED else None
        if told and frame.word(told[1]) in _LAST_OF:
            return None
        step, last = told or (step, last)  # الليلة الماضية
    if frame.published is None:
        return Expr(at, last, None, Precision.DAY, UNKNOWN_PUBLICATION, "relative", skip=skip)
    when = unit_at(frame.published, "day", step)
    return Expr(at, last, when, Precision.DAY, RELATIVE, "relative", skip=skip)


def _another_day(frame: Frame, at: int, skip: int) -> bool:
    """Whether a word like 'اليوم' is not the day it says: 'اليوم التالي', 'نجوم الأمس'."""
    if frame.word(at) in _WITH_A_BALL and at and at + 1 < frame.count:
        return True
    if frame.joined(at, at + 1) and frame.word(at + 1) in _NAMED_DAYS:
        return True
    return frame.word(at)[skip:] in _OF_OLD and frame.word(at - 1) in _THEN


def _ordinal_after(frame: Frame, at: int) -> bool:
    number = frame.number(at + 1) if frame.joined(at, at + 1) else None
    return number is not None and number.ordinal and number.article


_NAMED_DAYS = (
    dw.AFTER_THAT
    | dw.BEFORE_THAT
    | dw.SAME
    | folded_set("العالمي الوطني الدولي الدراسي الرياضي الختامي الافتتاحي الانتخابي القريب البعيد")
)
_OF_OLD = folded_set("الأمس اليوم")
_THEN = folded_set("نجوم حلفاء أعداء أصدقاء رفاق خصوم شهداء")
"""'The World Day of …', 'the school day' are not today."""
_STEPPED = folded_set("الليلة لليلة اليوم")
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
        return _this(frame, at) if frame.joined(at, at + 1) else None
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
        told = frame.modifiers(after, at)
        if told is None or frame.word(after) in _LAST_OF:
            return None
        stepped = _stepped(frame, (at, told[1]), found.name, told[0], skip)
        numbered = _numbered(frame, stepped) if stepped and found.name == "year" else None
        if numbered is not None:
            return numbered
        return _earlier_or_later(frame, stepped) if stepped and not told[0] else stepped
    return _several(frame, at, found, skip)


def _this(frame: Frame, at: int) -> Expr | None:
    if frame.word(at + 1) in dw.THIS_DAY:
        return _stepped(frame, (at, at + 1), "day", 0, 0)
    known = UNITS.get(frame.word(at + 1))
    if known is None or known[1] or not known[0].definite or known[0].says != 1:
        return None
    skip = int(frame.word(at)[0] in "ولب")
    if frame.joined(at + 1, at + 2) and frame.word(at + 2) in dw.OTHER_YEARS:
        return None  # هذه السنة المالية
    numbered = marked_year(frame, at + 1)
    if numbered is not None:
        return numbered._replace(first=at, skip=skip)  # هذا العام 1436هـ
    current = _stepped(frame, (at, at + 1), known[0].name, 0, skip)
    return _earlier_or_later(frame, current) if current else None


def _earlier_or_later(frame: Frame, found: Expr) -> Expr:
    """'في وقت سابق هذا الأسبوع' is its past part, 'لاحقا هذا العام' its coming one."""
    on, when = frame.published, found.when
    of = frame.word(found.first - 1) in _OF
    before = {frame.word(found.first - 1 - of), frame.word(found.first - 2 - of)}
    if on is None or when is None or when[0] == when[1]:
        return found
    if before & _EARLIER:
        return found._replace(when=(when[0], on), precision=Precision.SPAN)
    tomorrow = shifted(on, "day", Decimal(1))
    if before & _LATER and tomorrow is not None and tomorrow <= when[1]:
        return found._replace(when=(tomorrow, when[1]), precision=Precision.SPAN)
    return found


def _numbered(frame: Frame, found: Expr) -> Expr | None:
    """Take in the number of 'العام الماضي 2014', 'العام الحالي 1436هـ', which then decides."""
    number = frame.number(found.last + 1) if frame.near(found.last, found.last + 1) else None
    if number is None or not number.digits or number.value != int(number.value):
        return None
    year, (last, hijri) = int(number.value), era(frame, number.last)
    if found.when is not None and year == found.when[0].year and not hijri:
        return found._replace(last=last)
    whole = hijri_year(year) if hijri and 1300 <= year <= 1600 else None
    if whole is None:
        return None
    return found._replace(last=last, when=whole, how=HIJRI, hijri=True)


_EARLIER = folded_set("سابق سابقا")
_LATER = folded_set("لاحق لاحقا")
_LAST_OF = folded_set("الأخير الأخيرة")


def _stepped(frame: Frame, words: tuple[int, int], name: str, step: int, skip: int) -> Expr | None:
    """Return the calendar unit `step` from the publication's, told by `words`."""
    at, last = words
    if name in {"hour", "minute"}:
        return None
    precision = PRECISION[name]
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
    precision = PRECISION[found.name]
    if base is None:
        return Expr(at, at + 1, None, precision, UNKNOWN_PUBLICATION, "story", skip=skip)
    when = unit_at(base, found.name, step)
    before = frame.previous
    if found.name == "year" and before is not None and before.hijri and before.when:
        middle = before.when[0] + (before.when[1] - before.when[0]) / 2
        when = hijri_year(hijri_year_at(middle) + step)
    return Expr(at, at + 1, when, precision, STORY, "story", skip=skip)


def _several(frame: Frame, at: int, found: dw.Unit, skip: int) -> Expr | None:
    """Read 'الأعوام الستة الماضية', 'العامين الماضيين', 'السنوات القليلة الماضية'."""
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
        if frame.assistant:
            when = stretch(on, name, count, step)
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


def last_run(frame: Frame, at: int) -> Expr | None:
    """Read 'آخر 24 ساعة', 'آخر عشر سنوات', 'آخر أسبوعين' at 'last'."""
    nxt = at + 1
    if not frame.joined(at, nxt):
        return None
    number = frame.number(nxt)
    last = nxt if number is None else number.last + 1
    known = dw.UNITS.get(frame.word(last))
    if number is not None and frame.joined(last - 1, last):
        count = number.value
    elif number is None and known is not None and known.says == 2:
        count = Decimal(2)
    else:
        return None
    if known is None or known.definite or count <= 1:
        return None
    if frame.word(last + 1) in _OF and frame.joined(last, last + 1):
        return None  # آخر عشر دقائق من المباراة
    return _run(frame, (at, last), (known.name, count), -1, 0)


_OF = folded_set("من في")


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


def until_now(frame: Frame, at: int) -> Expr | None:
    """Read 'الآن' as the end of a range, 'من 2012 حتى الآن'; elsewhere it is no date."""
    before = frame.previous
    if frame.word(at - 1) not in _UNTIL or before is None or before.last != at - 2:
        return None
    found = _stepped(frame, (at, at), "day", 0, 0)
    return found._replace(kind="now") if found else None


_UNTIL = folded_set("حتى وحتى إلى وإلى")
