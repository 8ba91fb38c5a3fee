"""Years: with their word or alone, in lists and ranges, of both eras, of two figures."""

from __future__ import annotations

from tawatur_core.arabic import date_words as dw
from tawatur_core.arabic.date_calendar import hijri_year, years_of
from tawatur_core.arabic.date_frame import ABSOLUTE, BEFORE_CHRIST, HIJRI, NO_SUCH_DAY, Expr, Frame
from tawatur_core.arabic.dates_hijri import era
from tawatur_core.arabic.number_context import folded_set
from tawatur_core.arabic.number_nouns import CURRENCIES, MEASURES, is_counted
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
            told = told or (gap == "/" and abs(low - int(following.value)) == 1)
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
    likely = number.digits and _RECENT[0] <= year <= _RECENT[1] and bool(year % 50)
    word = frame.word(number.first - 1) if frame.joined(number.first - 1, number.first) else ""
    marked = era(frame, last)[0]
    if marked > last and (at == 0 or word in _BEFORE_YEAR or (likely and not _measured(word))):
        return _until_year(frame, at, last, year, 0)._replace(last=marked)
    if _counts(frame, last, likely=likely and word in _NOT_COUNTED):
        return None
    ranged = _until_year(frame, at, last, year, 0)
    if word in _BEFORE_YEAR or word in _PARTS or ranged.last > last:
        return ranged
    return ranged if _opened(frame, number) or (likely and _called(frame, number, word)) else None


_RECENT = (1945, 2050)
"""Years that news tells of: such a figure, unless it is a round one, counts nothing after 'في'."""


def _measured(word: str) -> bool:
    """Whether a word before '2011م' says that these are metres."""
    return any(word.endswith(noun) for noun in _LENGTHS)


_LENGTHS = tuple(folded_set("طول ارتفاع عمق عرض مساحة مسافة بعد نحو حوالي سباق إلى من"))


def _counts(frame: Frame, last: int, *, likely: bool) -> bool:
    """Whether something is counted after a number; of a `likely` year only a measure is."""
    if not frame.joined(last, last + 1):
        return False
    following = frame.word(last + 1)
    if frame.items.item(last + 1) is not None:
        return following != "و"
    if not likely:
        return is_counted(following)
    unit = dw.UNITS.get(following)
    measured = following in CURRENCIES or following in MEASURES or following.endswith("ا")
    return is_counted(following) and (measured or (unit is not None and not unit.definite))


def _opened(frame: Frame, number: Number) -> bool:
    """Whether a year stands in brackets, alone, or at the head of a line: '1952 - الجامعة'."""
    first, last = number.first, number.last
    before = frame.gap(first - 1, first) if first else "\n"
    after = frame.gap(last, last + 1) if last + 1 < frame.count else ""
    heads = "\n" in before and after.strip() in {"-", "–", ":"}
    return before.endswith("(") or heads or (first == 0 and last == frame.count - 1)


def _called(frame: Frame, number: Number, word: str) -> bool:
    """Whether a year belongs to the name of what is held or made in it: كأس العالم 2014."""
    bare = word.removeprefix("و").removeprefix("ب").removeprefix("ل")
    if bare in _OF_A_YEAR or bare.removeprefix("ال") in _OF_A_YEAR:
        return True
    held = range(number.first - 1, number.first - 4, -1)
    for k in held:  # كأس الأمم الآسيوية 2019, أولمبياد لندن 2012
        if not frame.joined(k, k + 1):
            return False
        if frame.word(k).endswith(_GAMES):
            return True
    return False


_GAMES = tuple(folded_set("كأس أولمبياد مونديال بطولة الألعاب انتخابات كوبا إكسبو"))
_OF_A_YEAR = folded_set(
    """موسم مواليد ثورة حرب انتخابات دستور ميزانية موازنة أرباح رؤية أزمة اتفاق اتفاقية معاهدة قمة
    بطولة دورة دوري صيف شتاء خريف ربيع نكبة نكسة انقلاب هدنة يورو طبعة نسخة مهرجان معرض مونديال
    أولمبياد كوبا ولد ولدت تأسس تأسست"""
)
_NOT_COUNTED = folded_set("في وفي منذ ومنذ بداية مطلع نهاية أوائل أواخر منتصف")
_PARTS = dw.expanded(dict.fromkeys(dw.EARLY | dw.MIDDLE | dw.LATE, True)).keys()
