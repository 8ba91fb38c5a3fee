"""Dates a length of time away: 'قبل نحو عام', 'منذ تسعة أيام', 'بعد خمسة أسابيع من الآن'."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import NamedTuple

from tawatur_core.arabic import date_words as dw
from tawatur_core.arabic.date_calendar import Interval, shifted, unit_at
from tawatur_core.arabic.date_convention import FEW, stretch
from tawatur_core.arabic.date_frame import (
    NO_SUCH_DAY,
    OTHER_EVENT,
    RELATIVE,
    UNKNOWN_PUBLICATION,
    VAGUE,
    Expr,
    Frame,
)
from tawatur_core.arabic.dates_feasts import anchor
from tawatur_core.arabic.dates_relative import PRECISION
from tawatur_core.arabic.number_context import folded_set
from tawatur_core.arabic.number_reader import Number
from tawatur_core.model import Precision


def _duration(frame: Frame, at: int) -> tuple[str, Decimal | None, int] | None:
    """Return unit, count (None: vague) and last word of a duration at a word."""
    number = frame.number(at)
    if number is not None and not number.ordinal and frame.joined(number.last, number.last + 1):
        return _counted(frame, number)
    known = dw.UNITS.get(frame.word(at))
    if known is not None and not known.definite:
        if known.says is None:
            few = frame.word(at + 1) in dw.FEW and frame.joined(at, at + 1)
            return known.name, None, at + few
        if known.says == 1 and frame.word(at + 1) in _ONE and frame.joined(at, at + 1):
            return _and_a_half(frame, known.name, Decimal(1), at + 1)
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


def _counted(frame: Frame, number: Number) -> tuple[str, Decimal, int] | None:
    known = dw.UNITS.get(frame.word(number.last + 1))
    if known is None or known.definite:
        return None
    if number.fraction and number.value < 1 and known.name == "year":
        return "month", number.value * 12, number.last + 1  # نصف عام
    return _and_a_half(frame, known.name, number.value, number.last + 1)


_ONE = folded_set("واحد واحدة")


def _nearly_the(frame: Frame, at: int) -> tuple[str, Decimal | None, int] | None:
    """Return the duration of 'ما يقارب العام', 'ما يزيد على الشهرين', definite after its verb."""
    known = dw.UNITS.get(frame.word(at))
    verb = {frame.word(at - 1), frame.word(at - 2)} & _NEARS
    if known is None or not (verb and known.definite and known.says):
        return None
    return known.name, Decimal(known.says), at


_NEARS = folded_set("يقارب يقرب يناهز يزيد يربو")


def _named(frame: Frame, at: int) -> bool:
    """Whether a unit is named after it and not counted: عام 2005, شهر رمضان, يوم الجمعة."""
    number = frame.number(at + 1)
    if number is not None and number.conj:
        return False
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
    """Read 'قبل نحو عام', 'منذ تسعة أيام', 'بعد خمسة أسابيع من الآن' at the preposition."""
    word = frame.word(at)
    skip = 1 if word[:1] in {"و", "ف"} and word[1:] in dw.AGO | dw.AHEAD else 0
    back = word[skip:] in dw.AGO
    nxt = at + 1
    while nxt < at + 4 and frame.word(nxt) in dw.NEARLY and frame.joined(nxt - 1, nxt):
        nxt += 1
    if not frame.joined(nxt - 1, nxt):
        return None
    found = _duration(frame, nxt) or _nearly_the(frame, nxt)
    if found is None:
        return None
    name, count, last = found
    more, last = _further(frame, last)
    base = _base(frame, last)
    how = None if base else _hanging(frame, at, last, back=back)
    last = base.last if base else last
    precision = PRECISION.get(name, Precision.DAY)
    few = count is None and bool({frame.word(last), frame.word(nxt)} & dw.FEW)
    if how is None and count is None and not few:
        how = VAGUE
    if how is None and frame.published is None:
        how = UNKNOWN_PUBLICATION
    shown = Expr(at, last, None, precision, how or VAGUE, "ago", skip=skip)
    if few and how is None and frame.published is not None:
        if not frame.assistant:
            return _a_few(frame.published, shown, name, back=back)
        count = FEW
    if how is not None or frame.published is None or count is None:
        return shown
    if frame.assistant and not back and base is None:
        when = stretch(frame.published, name, count, 1)  # 'after' is 'next' to their grammars
        return shown._replace(when=when, how=RELATIVE if when else NO_SUCH_DAY)
    return _led_to(frame, shown, -1 if back else 1, base, [(name, count), *more])


class _Base(NamedTuple):
    """The day a duration is counted from (None: the publication's), and its last word."""

    day: date | None
    last: int
    now: bool = False


def _led_to(
    frame: Frame, shown: Expr, sign: int, base: _Base | None, parts: list[tuple[str, Decimal]]
) -> Expr:
    """Return where durations lead from a day, forth or back.

    In news a single one tells its unit (قبل شهر is a month), to assistants always a day.
    """
    assert frame.published is not None
    on = base.day if base and base.day else frame.published
    if len(parts) > 1 or on != frame.published or frame.assistant:
        return _exact(on, shown, sign, parts)
    name, count = parts[0]
    return _rounded(on, shown, name, sign * count)


def from_now(frame: Frame, at: int) -> Expr | None:
    """Read 'أسبوعان من الآن', 'سنتان و21 يوما من الآن' at the duration."""
    name, count, last = _duration(frame, at) or ("", None, at)
    more, last = _further(frame, last)
    gone = _gone_by(frame, last)
    base = _Base(None, last + 1, now=True) if gone else _base(frame, last)
    past = frame.assistant and frame.future(at) is False  # غادرت شهرا من الآن: that lies behind
    sign = -1 if gone or past else 1
    if base is None and frame.assistant:
        sign, base = _SIDES.get(frame.word(last + 1), 0), _anchored(frame, last + 1)
    if base is not None and base.day != frame.published and frame.word(last) == "يوم":
        return None
    if count is None or base is None or not (base.now or (sign and frame.assistant)):
        return None
    shown = Expr(
        at, base.last, None, PRECISION.get(name, Precision.DAY), UNKNOWN_PUBLICATION, "ago"
    )
    if frame.published is None:
        return shown
    if gone and frame.word(at - 1) in _DURING:
        when = _since_then(frame.published, name, count)
        return shown._replace(when=when, how=RELATIVE, precision=Precision.SPAN) if when else shown
    return _led_to(frame, shown, sign, base, [(name, count), *more])


_SIDES = {"قبل": -1, "بعد": 1}


def within(frame: Frame, at: int) -> Expr | None:
    """Read 'في غضون ثلاثة أيام', 'سيصل خلال أسبوعين' at غضون or خلال: from the publication on.

    Not when a past is told; خلال needs a future, since it also tells how long something took.
    """
    future = frame.future(at)
    unfit = future is False or (frame.word(at) != "غضون" and not (future or frame.assistant))
    if unfit or not frame.joined(at, at + 1):
        return None
    found = _duration(frame, at + 1)
    name, count, last = found or ("minute", None, at)
    number = frame.number(at + 1)
    definite = number is not None and number.article
    if count is None or name == "minute" or definite or frame.modifier(last + 1, last) is not None:
        return None
    shown = Expr(at, last, None, Precision.SPAN, UNKNOWN_PUBLICATION, "run")
    on = frame.published
    if on is None:
        return shown
    end = shifted(on, "day", count / 24) if name == "hour" else shifted(on, name, count)
    return shown._replace(when=(on, end), how=RELATIVE) if end else shown._replace(how=NO_SUCH_DAY)


_MOST_PARTS = 3  # years, months and days


def _further(frame: Frame, last: int) -> tuple[list[tuple[str, Decimal]], int]:
    """Return the further parts of 'عامان وشهر و21 يوما', and the last word of all."""
    parts: list[tuple[str, Decimal]] = []
    while len(parts) < _MOST_PARTS and (found := _next_part(frame, last)) is not None:
        parts.append(found[:2])
        last = found[2]
    return parts, last


def _next_part(frame: Frame, last: int) -> tuple[str, Decimal, int] | None:
    nxt = last + 1
    if not frame.joined(last, nxt):
        return None
    if frame.word(nxt) == "و" and frame.joined(nxt, nxt + 1):
        found = _duration(frame, nxt + 1)
    else:
        number, unit = frame.number(nxt), dw.UNITS.get(frame.word(nxt)[1:])
        if number is not None and number.conj:
            found = _duration(frame, nxt)
        elif frame.word(nxt)[:1] == "و" and unit is not None and unit.says and not unit.definite:
            found = (unit.name, Decimal(unit.says), nxt)
        else:
            return None
    if found is None or found[1] is None:
        return None
    return found[0], found[1], found[2]


def _gone_by(frame: Frame, last: int) -> bool:
    """'ثلاثة أيام مضت': the length lies behind."""
    return frame.joined(last, last + 1) and frame.word(last + 1) in _GONE


_DURING = folded_set("خلال مدى مدار طوال طيلة في")


def _since_then(on: date, name: str, count: Decimal) -> Interval | None:
    """'خلال ثلاثة أيام مضت' is all of them."""
    first = shifted(on, "day", -count / 24) if name == "hour" else shifted(on, name, -count)
    return (first, on) if first else None


_GONE = folded_set("مضت مضى مضتا خلت خلا")


def _base(frame: Frame, last: int) -> _Base | None:
    """Return what a duration is counted from: 'من الآن', 'من غد', 'من عيد الفطر'."""
    if frame.word(last + 1) != "من" or not frame.joined(last, last + 1):
        return None
    word, on = frame.word(last + 2), frame.published
    if word in dw.FROM_NOW:
        return _Base(on, last + 2, now=True)
    step = dw.DAY_WORDS.get(word)
    if step is None:
        return _anchored(frame, last + 1)
    return _Base(shifted(on, "day", Decimal(step)) if on else None, last + 2, now=True)


def _anchored(frame: Frame, last: int) -> _Base | None:
    """Return the feast or day of a month after word `last` that a duration is counted from."""
    found = anchor(frame, last + 1) if frame.joined(last, last + 1) else None
    if found is None or found.when is None or frame.published is None:
        return None
    return _Base(found.when[0], found.last)


_OF_TIME = folded_set("الزمن الزمان الوقت")
_OF_EVENT = folded_set("من على عن لـ")


def _hanging(frame: Frame, at: int, last: int, *, back: bool) -> str | None:
    """Return why such a date hangs on another event and not on the publication day."""
    after = frame.word(last + 1) if frame.joined(last, last + 1) else ""
    preposition = frame.word(at).lstrip("وف")
    of_time = after == "من" and frame.word(last + 2) in _OF_TIME
    if after in _OF_EVENT and preposition != "منذ" and not of_time:
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
    precision = Precision.DAY if name == "week" else PRECISION[name]
    if moved is None:
        return shown._replace(precision=precision, how=NO_SUCH_DAY)
    grain = {"week": "day", "decade": "year", "century": "year"}.get(name, name)
    return shown._replace(when=unit_at(moved, grain, 0), precision=precision, how=RELATIVE)
