"""The words Arabic writes numbers with: every gender, case, common old and spoken spelling.

The tables are written as news writes them and folded once; a look-up takes a folded word with
its proclitics and article (وبالعشرين) and says what it stands for.
"""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from enum import Enum, auto
from functools import cache
from typing import NamedTuple

from tawatur_core.arabic.fold import fold_text


class Kind(Enum):
    """What a number word does in a number."""

    UNIT = auto()  # 1 … 9
    TEN = auto()  # عشرة: ten alone, '-teen' after a unit
    TEEN = auto()  # 11 … 19 in one word (spoken)
    TENS = auto()  # 20 … 90
    HUNDRED = auto()  # 100, 200 … 900
    SCALE = auto()  # ألف and upwards, dozens; multiplies what stands before it
    FRACTION = auto()  # نصف, ثلثان, أخماس
    NEGATIVE = auto()  # سالب
    POINT = auto()  # فاصلة


class Entry(NamedTuple):
    """One number word. `times`: the scale word counts itself (ألفان is two thousands).

    `part`: only in a compound, a word of its own otherwise (أحد, ألفا). `several`: a plural that
    needs a number before it (أرباع, آلاف). `doubtful`: another word more often than a number.
    """

    kind: Kind
    value: Decimal
    times: int = 1
    ordinal: bool = False
    part: bool = False
    several: bool = False
    doubtful: bool = False


class Reading(NamedTuple):
    """A word read as a number word, after `clitics` letters of which `conj` is a leading waw."""

    entry: Entry
    clitics: int
    conj: bool
    preposition: bool
    article: bool


_UNITS = {
    1: "واحد واحدة واحدا",
    2: "اثنان اثنتان اثنين اثنتين اثنا اثنتا اثني اثنتي إثنى إثنا اتنين اتنان ثنتين ثنتان",
    3: "ثلاثة ثلاث ثلاثا تلاتة تلات تلاته",
    4: "أربعة أربع أربعا",
    5: "خمسة خمس خمسا",
    6: "ستة ست ستا",
    7: "سبعة سبع سبعا",
    8: "ثمانية ثماني ثمان ثمانيا ثمن تمانية تماني تمان",
    9: "تسعة تسع تسعا",
}
_ORDINALS = {
    1: "أول أولى حادي حادية",
    2: "ثاني ثانية ثان ثانيا",
    3: "ثالث ثالثة",
    4: "رابع رابعة",
    5: "خامس خامسة",
    6: "سادس سادسة",
    7: "سابع سابعة",
    8: "ثامن ثامنة",
    9: "تاسع تاسعة",
}
_TENS = {
    20: "عشرون عشرين",
    30: "ثلاثون ثلاثين تلاتين تلتين",
    40: "أربعون أربعين",
    50: "خمسون خمسين",
    60: "ستون ستين",
    70: "سبعون سبعين",
    80: "ثمانون ثمانين تمانين",
    90: "تسعون تسعين",
}
_SPOKEN_TEENS = {
    11: "حد احد احدا حدا",
    12: "اتن اثن اطن اتنا اثنا طن تن",
    13: "تلت ثلث تلط ثلط تلا تلات",
    14: "اربعت اربع اربعط",
    15: "خمست خمس خمسط",
    16: "ست س سط",
    17: "سبعت سبع سبعط",
    18: "تمنت ثمنت تمن ثمن تمنط ثمنط تمانت",
    19: "تسعت تسع تسعط",
}
_SPOKEN_TEEN_ENDS = "اشر اعش اعشر عش عشر طاشر طعش طعشر تاشر تعش"
_HUNDREDS_STEMS = {
    300: "ثلاث ثلث تلت تلات",
    400: "أربع ربع",
    500: "خمس",
    600: "ست",
    700: "سبع",
    800: "ثمان ثماني ثمن تمن تمان",
    900: "تسع",
}
_HUNDRED = "مئة مائة ماءة مية ميت"
_TWO_HUNDRED = "مئتان مئتين مائتان مائتين مئتا مئتي مائتا مائتي ميتان"
_SCALES = {  # singular, accusative, dual, plural
    10**3: ("ألف", "ألفا", "ألفان ألفين ألفي", "آلاف ألاف ألوف الآف تلاف"),
    10**6: ("مليون", "مليونا", "مليونان مليونين مليوني", "ملايين ملاين"),
    10**9: (
        "مليار بليون ميليار",
        "مليارا بليونا",
        "ملياران مليارين ملياري بليونان بليونين بليوني",
        "مليارات بلايين",
    ),
    10**12: (
        "تريليون ترليون تيريليون",
        "تريليونا ترليونا",
        "تريليونان تريليونين تريليوني ترليونان ترليونين",
        "تريليونات ترليونات تريليونيات",
    ),
    10**15: ("كوادريليون كدريليون", "كوادريليونا", "", "كوادريليونات"),
    12: ("دزينة دستة درزن", "", "دزينتان دزينتين دستتين", "دزينات دستات دزينة"),
}
_SPOKEN_THOUSANDS = {
    3: "تلت تلات ثلاث ثلث",
    4: "اربعت",
    5: "خمست",
    6: "ست",
    7: "سبعت",
    8: "تمنت تمانت ثمنت",
    9: "تسعت",
    10: "عشرت",
}
_FRACTIONS = {  # singular, dual, plural
    2: ("نصف", "", "أنصاف"),
    3: ("ثلث", "ثلثان ثلثين ثلثا ثلثي", "أثلاث"),
    4: ("ربع", "ربعان ربعين", "أرباع"),
    5: ("خمس", "خمسان خمسي", "أخماس"),
    6: ("سدس", "سدسان سدسين سدسا سدسي", "أسداس"),
    7: ("سبع", "سبعان", "أسباع"),
    8: ("ثمن", "ثمنان ثمنين", "أثمان"),
    9: ("تسع", "تسعان", "أتساع"),
    10: ("عشر", "عشران", "أعشار"),
}

FIFTHS_AND_SO_ON = {
    fold_text(word): Decimal(1) / n for n, word in ((5, "خمس"), (7, "سبع"), (9, "تسع"), (10, "عشر"))
}
"""Words that are a cardinal before its counted plural and a fraction before a definite noun."""

DUAL_FIFTHS = {fold_text(word): Decimal(2) / n for n, word in ((5, "خمسين"), (7, "سبعين"))}
"""Words that are tens by themselves, and 'two fifths' where tens cannot stand."""

# Words with a proclitic that are other, commoner words: 'I am not', 'Paul', 'quantity'.
_OTHER_WORDS = frozenset(
    map(fold_text, ["لست", "كست", "فست", "بأول", "كأول", "كمية", "لمية", "فمية"])
)


def _plain() -> Iterator[tuple[str, Entry]]:
    for value, forms in _UNITS.items():
        for form in forms.split():
            yield form, Entry(Kind.UNIT, Decimal(value), doubtful=form == "ثمن")
    for form, value in (("أحد", 1), ("إحدى", 1), ("احدا", 1), ("اتنا", 2), ("اتني", 2)):
        yield form, Entry(Kind.UNIT, Decimal(value), part=True)
    for value, forms in _ORDINALS.items():
        for form in forms.split():
            part = form in {"حادي", "حادية"}
            yield form, Entry(Kind.UNIT, Decimal(value), ordinal=True, part=part)
    for form in ("عشرة", "عشر"):
        yield form, Entry(Kind.TEN, Decimal(10))
    for form in ("عاشر", "عاشرة"):
        yield form, Entry(Kind.TEN, Decimal(10), ordinal=True)
    for value, forms in _TENS.items():
        for form in forms.split():
            yield form, Entry(Kind.TENS, Decimal(value))
    yield "سالب", Entry(Kind.NEGATIVE, Decimal(-1), part=True)
    yield "ناقص", Entry(Kind.NEGATIVE, Decimal(-1), part=True)
    yield "فاصلة", Entry(Kind.POINT, Decimal(0), part=True)
    yield "صفر", Entry(Kind.UNIT, Decimal(0))


def _hundreds() -> Iterator[tuple[str, Entry]]:
    for form in _HUNDRED.split():
        if form != "ميت":  # 'dead' by itself; تلتميت is 300
            yield form, Entry(Kind.HUNDRED, Decimal(100))
        for value, stems in _HUNDREDS_STEMS.items():
            for stem in stems.split():
                yield stem + form, Entry(Kind.HUNDRED, Decimal(value))
    for form in _TWO_HUNDRED.split():
        yield form, Entry(Kind.HUNDRED, Decimal(200))
    # Also 'solid', the adjective: a numeral only where a phrase begins or a number goes on.
    yield "متين", Entry(Kind.HUNDRED, Decimal(200), doubtful=True)


def _scales() -> Iterator[tuple[str, Entry]]:
    for value, (one, accusative, dual, plural) in _SCALES.items():
        scale = Decimal(value)
        for form in plural.split():
            yield form, Entry(Kind.SCALE, scale, several=True)
        for form in one.split():
            yield form, Entry(Kind.SCALE, scale)
        for form in accusative.split():
            yield form, Entry(Kind.SCALE, scale, part=True)
        for form in dual.split():
            yield form, Entry(Kind.SCALE, scale, times=2)
    for value, stems in _SPOKEN_THOUSANDS.items():
        for stem in stems.split():
            yield stem + "الاف", Entry(Kind.SCALE, Decimal(1000), times=value)
            yield stem + "لاف", Entry(Kind.SCALE, Decimal(1000), times=value)


def _spoken_teens() -> Iterator[tuple[str, Entry]]:
    for value, stems in _SPOKEN_TEENS.items():
        for stem in stems.split():
            for end in _SPOKEN_TEEN_ENDS.split():
                yield stem + end, Entry(Kind.TEEN, Decimal(value))


def _fractions() -> Iterator[tuple[str, Entry]]:
    for n, (one, dual, plural) in _FRACTIONS.items():
        share = Decimal(1) / n
        if fold_text(one) not in FIFTHS_AND_SO_ON and one != "ثمن":
            yield one, Entry(Kind.FRACTION, share)
        for form in dual.split():
            yield form, Entry(Kind.FRACTION, share * 2)
        yield plural, Entry(Kind.FRACTION, share, several=True)


# A proclitic with what it means: leading waw, preposition, article.
_CLITICS = (
    ("", False, False, False),
    ("و", True, False, False),
    ("ف", False, False, False),
    ("ب", False, True, False),
    ("ل", False, True, False),
    ("ك", False, True, False),
    ("ال", False, False, True),
    ("وال", True, False, True),
    ("فال", False, False, True),
    ("بال", False, True, True),
    ("كال", False, True, True),
    ("لل", False, True, True),
    ("وب", False, True, False),
    ("ول", False, True, False),
    ("وك", False, True, False),
    ("فب", False, True, False),
    ("فل", False, True, False),
    ("وبال", False, True, True),
    ("ولل", False, True, True),
)


@cache
def lexicon() -> dict[str, Reading]:
    """Return all readings by folded word. Built on first use; do not change it."""
    entries: dict[str, Entry] = {}
    for source in (_fractions, _spoken_teens, _scales, _hundreds, _plain):
        for form, entry in source():
            entries[fold_text(form)] = entry
    found: dict[str, Reading] = {}
    for clitics, conj, preposition, article in reversed(_CLITICS):
        for form, entry in entries.items():
            word = clitics + form
            if word not in _OTHER_WORDS or not clitics:
                found[word] = Reading(entry, len(clitics), conj, preposition, article)
    return found
