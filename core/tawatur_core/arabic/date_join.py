"""Joining neighbouring date expressions: appositions, the Gregorian beside the Hijri, ranges."""

from __future__ import annotations

from decimal import Decimal

from tawatur_core.arabic import date_words as dw
from tawatur_core.arabic.date_calendar import (
    day,
    months_of,
    nearest,
    shifted,
    weekday_after,
    weekday_before,
)
from tawatur_core.arabic.date_convention import before_last
from tawatur_core.arabic.date_frame import (
    NEAREST_YEAR,
    NO_SUCH_DAY,
    WEEKDAY_CORRECTS,
    WEEKDAY_NEXT,
    WEEKDAY_PAST,
    Expr,
    Frame,
)
from tawatur_core.arabic.number_context import folded_set
from tawatur_core.model import Precision

_BETWEEN = folded_set("بين وبين مابين")
_TO = folded_set("إلى حتى ولغاية لغاية وحتى وإلى")
_FILLERS = dw.MATCHING | folded_set("يوم ل أي لـ")
_DAYS = frozenset({"day", "weekday", "relative"})


def join(frame: Frame, left: Expr, right: Expr) -> Expr | None:
    """Return one expression for two neighbours that tell one date or one range, else None."""
    words = range(left.last + 1, right.first)
    if len(words) > 3 or right.first <= left.last:
        return None
    gap = frame.text[frame.words[left.last].end : frame.words[right.first].start]
    if "\n" in gap:
        return None
    between = [frame.word(k) for k in words]
    if all(word in _FILLERS for word in between) and _punctuation(gap, between):
        same = _apposition(left, right, matched=bool(set(between) & dw.MATCHING), frame=frame)
        if same is not None:
            return same
    return _range(frame, left, right, between, gap)


def _punctuation(gap: str, between: list[str]) -> bool:
    rest = gap
    if between:
        return not any(mark in gap for mark in ".;؛!?؟:")
    return not rest.strip(' \u00a0،,()/-–ـ«»“”"')


def _apposition(left: Expr, right: Expr, *, matched: bool, frame: Frame) -> Expr | None:
    """'أمس الخميس', 'الاثنين 4 مارس 2019', '12/9/1445هـ الموافق 22 مارس 2024'."""
    if left.kind not in _DAYS or right.kind not in _DAYS:
        return None
    if left.kind == right.kind == "weekday":
        return _night_between(frame, left, right)
    if left.kind == right.kind == "day" and not (left.hijri != right.hijri or matched):
        return None
    if right.kind == "weekday" and frame.word(right.first).startswith("و"):
        return None
    if {left.kind, right.kind} == {"weekday", "relative"}:
        return _named_day(left, right)
    if left.weekday is not None and right.yearless is not None:
        return _settled(frame, left, right)
    if left.weekday is not None and right.hijri and right.when:
        return _hijri_weekday(left, right)
    main, other = (left, right) if _rank(left) >= _rank(right) else (right, left)
    if not matched and main.when and other.when and not _near(main, other):
        return None
    return main._replace(first=left.first, last=right.last, skip=left.skip, kind="day")


_NIGHT = folded_set("ليل ليلة وليل وليلة مساء")


def _night_between(frame: Frame, left: Expr, right: Expr) -> Expr | None:
    """'ليل الجمعة السبت', 'ليلة الجمعة/السبت': the night from a day to the next."""
    if frame.word(left.first - 1) not in _NIGHT or None in {left.weekday, right.weekday}:
        return None
    on = left.when[0] if left.when else None
    following = shifted(on, "day", Decimal(1)) if on else None
    if right.weekday != ((left.weekday or 0) + 1) % 7 or frame.word(right.first)[:1] == "و":
        return None
    when = (on, following) if on and following else None
    return left._replace(last=right.last, when=when, weekday=None, kind="day")


def _hijri_weekday(left: Expr, right: Expr) -> Expr:
    """Settle a Hijri day by its weekday: the month may have begun a day earlier or later."""
    assert right.when is not None
    assert left.weekday is not None
    joined = right._replace(first=left.first, skip=left.skip)
    on = right.when[0]
    before = weekday_before(on, left.weekday, itself=True)
    after = weekday_after(on, left.weekday, itself=True)
    near = [day for day in (before, after) if day and abs((day - on).days) <= 1]
    return joined._replace(when=(near[0], near[0])) if near else joined


def _named_day(left: Expr, right: Expr) -> Expr | None:
    """Join 'أمس الثلاثاء', 'الجمعة غدا'.

    When the weekday is not the one reckoned, the publication date is a day or so off: the weekday
    written is right.
    """
    relative, weekday = (left, right) if left.kind == "relative" else (right, left)
    joined = relative._replace(first=left.first, last=right.last, skip=left.skip, kind="day")
    if weekday.weekday is None or relative.when is None:
        return joined
    on = relative.when[0]
    if on.weekday() == weekday.weekday:
        return joined
    if relative is right:
        return None
    before, after = (
        weekday_before(on, weekday.weekday, itself=True),
        weekday_after(on, weekday.weekday, itself=True),
    )
    near = [found for found in (before, after) if found and abs((found - on).days) <= _SLIP]
    if not near:
        return joined
    found = min(near, key=lambda day: abs((day - on).days))
    return joined._replace(when=(found, found), how=WEEKDAY_CORRECTS)


_SLIP = 3
"""Days by which a publication date may be off before a weekday is taken for another."""


def _near(main: Expr, other: Expr) -> bool:
    """Whether two tellings of a day may be one: equal, a weekday, or a Hijri day off by one."""
    assert main.when is not None
    assert other.when is not None
    if other.kind == "weekday" and other.weekday is not None:
        return main.when[0].weekday() == other.weekday
    if main.kind == "weekday" and main.weekday is not None:
        return other.when[0].weekday() == main.weekday
    return abs((main.when[0] - other.when[0]).days) <= (2 if main.hijri != other.hijri else 0)


def _rank(found: Expr) -> int:
    """Which telling is the surer: a full date, a Hijri one, أمس, a day of a guessed year."""
    if found.kind == "day" and found.when is not None and found.yearless is None:
        return 3 if found.hijri else 4
    return {"relative": 2, "day": 1}.get(found.kind, 0)


def _settled(frame: Frame, left: Expr, right: Expr) -> Expr | None:
    """Settle the year of a day and month by the weekday before it."""
    assert right.yearless is not None
    if frame.published is None:
        return right._replace(first=left.first, skip=left.skip)
    when = nearest(frame.published, right.yearless, weekday=left.weekday)
    if when is None:
        return right._replace(first=left.first, skip=left.skip)
    return right._replace(
        first=left.first, skip=left.skip, when=when, how=NEAREST_YEAR, yearless=None
    )


_RANGED = frozenset(
    {"day", "weekday", "relative", "month", "year", "decade", "season", "week", "part", "now"}
)


def _range(frame: Frame, left: Expr, right: Expr, between: list[str], gap: str) -> Expr | None:
    if left.kind not in _RANGED or right.kind not in _RANGED:
        return None
    before = frame.word(left.first - 1)
    opened = before in _BETWEEN
    if right.kind == "weekday" and _goes_on(frame, right.last):
        return None  # من الأحد 5 إلى الخميس 9 مايو: first the Thursday with its day
    if right.kind == "now" and gap.strip() not in _UNTIL_NOW:
        return None
    left, right = _in_order(frame, left, right)
    if _listed_months(frame, left, right):
        left = _with_year_of(left, right)
        return _spanned(left, right, exclusive=False) if _consecutive(left, right) else None
    if len(between) == 1 and between[0] in _TO:
        linked = before in _FROM or opened or left.kind == right.kind
    elif not between and gap.strip() in {"-", "–", "—"}:
        linked = left.kind == right.kind
    else:
        waw = frame.word(right.first).startswith("و") and not between
        linked = opened and (waw or between == ["و"])
    if not linked:
        return None
    return _spanned(left, right, exclusive=frame.assistant)


_FROM = folded_set("من ومن منذ ومنذ")


def _listed_months(frame: Frame, left: Expr, right: Expr) -> bool:
    """Whether two months are listed, the first without its year: يناير وفبراير 2024."""
    if left.kind != "month" or right.kind != "month" or left.yearless is None:
        return False
    gap = frame.text[frame.words[left.last].end : frame.words[right.first].start]
    waw = frame.word(right.first).startswith("و") and frame.word(left.first - 1) not in _BETWEEN
    return waw and right.first == left.last + 1 and not gap.strip(" )")


def _consecutive(left: Expr, right: Expr) -> bool:
    if left.when is None or right.when is None:
        return False
    return shifted(left.when[1], "day", Decimal(1)) == right.when[0]


def with_year_after(frame: Frame, left: Expr, right: Expr) -> Expr:
    """Return a month with the year told after one listed behind it: 'يناير ومايو 2023'."""
    if right.yearless is not None or not _listed_months(frame, left, right):
        return left
    settled = _with_year_of(left, right)
    return left if settled.when is None else settled._replace(yearless=None)


_UNTIL_NOW = frozenset({"حتى", "إلى", "وحتى", "وإلى", "الى", "والى"})


def _goes_on(frame: Frame, last: int) -> bool:
    """Whether a day follows a weekday, as in 'الخميس 9 مايو'."""
    return frame.near(last, last + 1) and frame.number(last + 1) is not None


_NO_STEP = frozenset({WEEKDAY_PAST, WEEKDAY_NEXT})


def _in_order(frame: Frame, left: Expr, right: Expr) -> tuple[Expr, Expr]:
    """Return two ends of which a bare weekday falls on the right side of the other.

    'من الأحد إلى الخميس' are days of one week, told together: a past one unless one end is told
    to come.
    """
    if left.when is None or right.when is None or left.when[0] <= right.when[0]:
        return left, right
    past = left.kind == right.kind == "weekday" and not (
        frame.assistant or frame.future(left.first)
    )
    loose = left if past else right
    if loose.kind != "weekday" or loose.how not in _NO_STEP or loose.weekday is None:
        return left, right
    if past:
        before = weekday_before(right.when[0], loose.weekday, itself=False)
        return (left._replace(when=(before, before)), right) if before else (left, right)
    after = weekday_after(left.when[0], loose.weekday, itself=False)
    return (left, right._replace(when=(after, after))) if after else (left, right)


def _spanned(left: Expr, right: Expr, *, exclusive: bool) -> Expr | None:
    left = _with_year_of(left, right)
    if left.when is None or right.when is None:
        if left.when is right.when:
            return right._replace(first=left.first, skip=left.skip, yearless=None)
        return None
    if left.when[0] > right.when[1]:
        return None
    days = left.precision is right.precision is Precision.DAY
    precision = Precision.DAY if days else Precision.SPAN
    end = right.when[1]
    if exclusive and right.kind in {"month", "year"} and left.when[0] < right.when[0]:
        end = before_last(right.when)
    return right._replace(
        first=left.first,
        skip=left.skip,
        when=(left.when[0], end),
        precision=precision,
        yearless=_months_together(left, right),
        weekday=None,
    )


def _months_together(left: Expr, right: Expr) -> tuple[int, int, int] | None:
    """Return the first month of two without a year, and how many months they span."""
    if left.yearless is None or right.yearless is None or right.kind != "month":
        return None
    first, count = left.yearless[0], max(right.yearless[2], 1)
    return first, 0, (right.yearless[0] - first) % 12 + count


def _with_year_of(left: Expr, right: Expr) -> Expr:
    """Give the first end of a range the year of the second, or the one before."""
    if left.yearless is None or right.when is None or right.yearless is not None:
        return left
    month, low, high = left.yearless
    for year in (right.when[0].year, right.when[0].year - 1):
        if low == 0:
            when = months_of(year, month, max(high, 1))
        else:
            first, last = day(year, month, low), day(year, month, high)
            when = (first, last) if first and last else None
        if when is not None and when[0] <= right.when[1]:
            return left._replace(when=when, how=right.how)
    return left._replace(how=NO_SUCH_DAY)
