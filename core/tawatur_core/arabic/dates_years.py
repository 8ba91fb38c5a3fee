"""Years: with their word or alone, in lists and ranges, of both eras, of two figures."""

from __future__ import annotations

from tawatur_core.arabic import date_words as dw
from tawatur_core.arabic.date_calendar import hijri_year, years_of
from tawatur_core.arabic.date_frame import ABSOLUTE, BEFORE_CHRIST, HIJRI, NO_SUCH_DAY, Expr, Frame
from tawatur_core.arabic.dates_hijri import era
from tawatur_core.arabic.number_context import folded_set
from tawatur_core.arabic.number_nouns import is_counted
from tawatur_core.arabic.number_reader import Number
from tawatur_core.model import Precision

YEAR_MARKS = dw.expanded(
    dict.fromkeys(
        folded_set("عام العام سنة السنة عامي سنتي أعوام سنوات العامين الأعوام السنوات السنتين"),
        True,
    )
)
_BEFORE_YEAR = folded_set(
    "في منذ حتى قبل بعد خلال من إلى بين ومنذ وفي وحتى ومن مونديال أولمبياد لعام بعام و بحلول وبحلول"
)


def marked_year(frame: Frame, at: int) -> Expr | None:
    """Read 'عام 2015', 'عامي 2022 و2024', 'عام 1436هـ' at the word for year."""
    known = YEAR_MARKS.get(frame.word(at))
    if known is None or not frame.joined(at, at + 1):
        return None
    nxt = at + 1
    if frame.word(nxt) in _NAMED_ERA and frame.joined(nxt, nxt + 1):
        nxt += 1  # العام الهجري 1436
    if frame.number(nxt) is None and frame.word(nxt) == "ال":
        nxt += 1
    number = frame.number(nxt)
    if number is None or number.fraction or number.value != int(number.value):
        return None
    year = int(number.value)
    last, hijri = era(frame, number.last)
    if _before_christ(frame, last):
        return Expr(at, last + 2, None, Precision.YEAR, BEFORE_CHRIST, "year", skip=known[1])
    if hijri or (1300 <= year <= 1600 and number.digits):
        return _hijri_years(frame, at, number, known[1])
    if not 1 <= year <= 2999 or (number.ordinal and year < 1000):
        return None
    if last == number.last and _of_two_figures(frame, at, number):
        year += 1900 if year >= _THIS_CENTURY else 2000  # حرب عام 48
    elif (year < 500 and last == number.last) or len(str(year)) > 4:
        return None
    return _until_year(frame, at, last, year, known[1])


def _hijri_years(
    frame: Frame, at: int, number: Number, skip: int, *, marked: bool = True
) -> Expr | None:
    """Read '1436هـ', '1436/1437هـ', '1431-1435هـ' at their first number.

    Unless a word for year told before that they are `marked`, one of them has its era.
    """
    low = high = int(number.value)
    last, told = era(frame, number.last)
    nxt = last + 1
    following = frame.number(nxt)
    if following is not None and following.digits and 1300 <= following.value <= 1600:
        gap = frame.gap(last, nxt).strip(" )(")
        end, also = era(frame, following.last)
        if gap in _DASHES or gap == "/":
            low, high = sorted((low, int(following.value)))  # '1437/1436' is written rightwards
            last, told = end, told or also
    first, final = hijri_year(low), hijri_year(high)
    if not (told or marked) or first is None or final is None:
        return None
    precision = Precision.YEAR if low == high else Precision.SPAN
    when = (first[0], final[1])
    return Expr(at, last, when, precision, HIJRI, "year", skip=skip, hijri=True)


_THIS_CENTURY = 30
_ONE_YEAR = folded_set("عام سنة")


def _of_two_figures(frame: Frame, at: int, number: Number) -> bool:
    """'حرب عام 48', which counts nothing: 1930 to 2029."""
    if not number.digits or len(frame.word(number.last)) != 2:
        return False
    single = frame.word(at).lstrip("وفبلك") in _ONE_YEAR or frame.word(at) in _ONE_YEAR
    following = frame.word(number.last + 1) if frame.joined(number.last, number.last + 1) else ""
    counts = is_counted(following) or following in _PERCENT
    return single and not counts and frame.text[number.end : number.end + 1] not in {"%", "٪"}


_PERCENT = folded_set("بالمئة بالمائة بالمية في")


def _before_christ(frame: Frame, last: int) -> bool:
    return frame.word(last + 1) == "قبل" and frame.word(last + 2) == "الميلاد"


_NAMED_ERA = folded_set("الهجري الهجرية الميلادي الميلادية")


def _until_year(frame: Frame, at: int, last: int, year: int, skip: int) -> Expr:
    """Take in the further years of 'عامي 2022 و2024', '2002-2005', '2022/2023'."""
    low = high = year
    several = frame.word(at)[skip:] in _SEVERAL_YEARS or frame.word(at - 1) in _BETWEEN
    ranged = False
    while (second := frame.year_number(last + 1)) is not None and second[0] != high:
        number, gap = frame.number(last + 1), frame.gap(last, last + 1).strip()
        listed = number is not None and several and number.conj and not gap
        ranged = (gap in _DASHES and second[0] > high) or (gap == "/" and second[0] == high + 1)
        if not (listed or ranged):
            break
        low, high, last = min(low, second[0]), max(high, second[0]), second[1]
    if ranged and frame.assistant:
        high -= 1  # their ranges stop before the last year
    when = years_of(low, high - low + 1)
    precision = Precision.YEAR if low == high else Precision.SPAN
    return Expr(at, last, when, precision, ABSOLUTE if when else NO_SUCH_DAY, "year", skip=skip)


_DASHES = frozenset({"-", "–", "—", "ـ", "ـــ"})
_BETWEEN = folded_set("بين وبين")
_SEVERAL_YEARS = folded_set("عامي سنتي أعوام سنوات العامين السنتين الأعوام السنوات")


def bare_year(frame: Frame, at: int) -> Expr | None:
    """Read '2013' after 'في', 'منذ' and the like, '2014-2018', 'ألفين وعشرين'."""
    found = frame.year_number(at)
    number = frame.number(at)
    if found is None or number is None or number.preposition:
        return None
    year, last = found
    if 1300 <= year <= 1600 and number.digits:
        skip = int(number.conj and frame.word(at).startswith("و"))
        return _hijri_years(frame, at, number, skip, marked=False)
    if not 1800 <= year <= 2100:
        return None
    marked = era(frame, last)[0]
    if marked > last and _after_year_word(frame, at):
        return _until_year(frame, at, last, year, 0)._replace(last=marked)
    nxt = last + 1
    if frame.joined(last, nxt):
        following = frame.word(nxt)
        if is_counted(following) or (frame.items.item(nxt) is not None and following != "و"):
            return None
    first = number.first
    word = frame.word(first - 1) if frame.joined(first - 1, first) else ""
    opened = first > 0 and frame.gap(first - 1, first).endswith("(")
    ranged = _until_year(frame, at, last, year, 0)
    alone = first == 0 and last == frame.count - 1
    if word in _BEFORE_YEAR or word in _PARTS or opened or alone or ranged.last > last:
        return ranged
    return None


def _after_year_word(frame: Frame, at: int) -> bool:
    """Whether a year may stand at a word: '2011م' might be metres."""
    return at == 0 or (frame.joined(at - 1, at) and frame.word(at - 1) in _BEFORE_YEAR)


_PARTS = dw.expanded(dict.fromkeys(dw.EARLY | dw.MIDDLE | dw.LATE, True)).keys()
