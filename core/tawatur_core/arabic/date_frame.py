"""What the date rules share: the words of a text, its numbers, and where 'now' is."""

from __future__ import annotations

import re
from datetime import date
from functools import cache
from typing import NamedTuple

from tawatur_core.arabic import date_words as dw
from tawatur_core.arabic.date_calendar import Interval
from tawatur_core.arabic.date_convention import Convention
from tawatur_core.arabic.number_context import folded_set
from tawatur_core.arabic.number_items import Items
from tawatur_core.arabic.number_nouns import is_counted
from tawatur_core.arabic.number_reader import numbers
from tawatur_core.model import Precision

ABSOLUTE = "date-how-absolute"
HIJRI = "date-how-hijri"
HIJRI_ARITHMETIC = "date-how-hijri-arithmetic"
NEAREST_YEAR = "date-how-nearest-year"
SAME_YEAR = "date-how-same-year"
SINCE = "date-how-since"
NEXT_YEARLESS = "date-how-next-announced"
RELATIVE = "date-how-relative"
WEEKDAY_PAST = "date-how-weekday-latest"
WEEKDAY_NEXT = "date-how-weekday-next"
WEEKDAY_CORRECTS = "date-how-weekday-corrects"
STORY = "date-how-story"
OTHER_EVENT = "date-how-other-event"
VAGUE = "date-how-vague"
EVENT_NAME = "date-how-event-name"
BEFORE_CHRIST = "date-how-before-christ"
UNKNOWN_PUBLICATION = "date-how-no-publication"
NO_SUCH_DAY = "date-how-no-such-day"
"""How a date was resolved, or why not: message ids."""


class Expr(NamedTuple):
    """A date expression: words `first` to `last`, what it means and how that was found.

    `kind` is the rule's family (weekday, day, month, …), used to join neighbours. `yearless` is
    (month, first day, last day), or (month, 0, number of months), while the year is only a guess,
    so that a neighbour can settle it; `skip` the clitic letters before the first word's stem.
    """

    first: int
    last: int
    when: Interval | None
    precision: Precision
    how: str
    kind: str
    yearless: tuple[int, int, int] | None = None
    weekday: int | None = None
    skip: int = 0
    future: bool = False
    hijri: bool = False


class MonthName(NamedTuple):
    """A month's name: words to `last`; `weak` names are also other words."""

    month: int
    last: int
    hijri: bool
    weak: bool
    paired: bool
    skip: int


@cache
def month_names() -> dict[str, tuple[tuple[int, bool], int]]:
    """Return one-word month names with proclitics: (month, Hijri), clitic letters."""
    table = {word: (month, False) for word, month in dw.MONTHS.items()}
    table.update({word: (month, True) for word, month in dw.HIJRI_MONTHS.items()})
    english = {word: ((month, False), 0) for word, month in dw.ENGLISH_MONTHS.items()}
    return dw.expanded(table) | english


@cache
def split_month_names() -> dict[str, tuple[str, int]]:
    """Return the first words of two-word month names with proclitics."""
    firsts = {first for first, _ in (*dw.SPLIT_MONTHS, *dw.SPLIT_HIJRI)}
    return dw.expanded({word: word for word in firsts})


_NEAR = re.compile(r"[\s/()،,.\-–ـ]{0,4}\Z")
_END = re.compile(r"[.!?؟؛\n\u2028\u2029]")
_MONTH_WORD = folded_set("شهر لشهر بشهر وشهر")


class Frame:
    """A text being searched for dates.

    ``word(at)`` is a folded word, '' beyond the ends, ``number(at)`` the number that begins there.
    """

    def __init__(
        self, text: str, published: date | None, convention: Convention = Convention.NEWS
    ) -> None:
        text = text.replace(" ـ ", " - ")  # a letter-long stroke for a dash: 5 ـ 10 مايو
        self.text = text
        self.published = published
        self.assistant = convention is Convention.ASSISTANT
        self.items = Items(text)
        self.words, self.word = self.items.words, self.items.folded
        self.count = len(self.words)
        self._numbers = {number.first: number for number in numbers(text)}
        self._numbers.update(
            (number.first + 1, number)
            for number in numbers(text)
            if number.last > number.first and self.word(number.first) in _CARRIERS
        )
        self.number_places = self._numbers.keys()
        self.number = self._numbers.get
        self.previous: Expr | None = None

    def joined(self, left: int, right: int) -> bool:
        """Whether two words exist with only spaces between."""
        return left >= 0 and right < self.count and self.items.joined(left, right)

    def gap(self, left: int, right: int) -> str:
        """Return what stands between two words."""
        if right == left + 1:
            return self.items.gaps[right]
        return self.text[self.words[left].end : self.words[right].start]

    def near(self, left: int, right: int) -> bool:
        """Whether two words exist with spaces, a comma, a slash, a dash or brackets between."""
        if not (left >= 0 and right < self.count):
            return False
        gap = self.gap(left, right)
        return gap == " " or ("\n" not in gap and _NEAR.match(gap) is not None)

    def day_number(self, at: int) -> tuple[int, int] | None:
        """Return a day of the month (1 … 31) that begins at a word, and its last word."""
        number = self.number(at)
        if number is None or not 1 <= number.value <= 31 or number.scale != 1:
            return None
        if number.value != int(number.value):
            return None
        return int(number.value), number.last

    def month(self, at: int) -> MonthName | None:
        """Return the month named at a word, with the same month in another system after it."""
        found = self._single_month(at)
        if found is None:
            return None
        after = found.last + 1
        if self.near(found.last, after) and self._pairs(found.last, after):
            pair = self._single_month(after)
            if pair and pair.month == found.month and not found.hijri and not pair.skip:
                return found._replace(last=pair.last, paired=True, weak=False)
        return found

    def _pairs(self, left: int, right: int) -> bool:
        gap = self.gap(left, right)
        return not gap.strip() or any(mark in gap for mark in "/()-ـ")

    def _single_month(self, at: int) -> MonthName | None:
        word = self.word(at)
        split = split_month_names().get(word)
        if split is not None and self.joined(at, at + 1):
            key = (split[0], self.word(at + 1))
            month = dw.SPLIT_MONTHS.get(key)
            hijri = dw.SPLIT_HIJRI.get(key)
            if month or hijri:
                number = month or hijri or 0
                return MonthName(number, at + 1, month is None, False, False, split[1])
        known = month_names().get(word)
        if known is None:
            return self._numbered_month(at)
        (month, is_hijri), skip = known
        weak = word[skip:] in dw.WEAK_MONTHS or word.isascii()
        return MonthName(month, at, is_hijri, weak, False, skip)

    def _numbered_month(self, at: int) -> MonthName | None:
        """'شهر 3', 'شهر عشرة': a month by its number, which counts nothing."""
        if self.word(at - 1) not in _MONTH_WORD or not self.joined(at - 1, at):
            return None
        number = self.day_number(at)
        if number is None or number[0] > 12 or self.word(at) in _ONE:
            return None
        counted = self.joined(number[1], number[1] + 1) and is_counted(self.word(number[1] + 1))
        length = self.word(at - 2) in _LENGTHS  # قتل خلال شهر 5 جنود
        return (
            None if counted and length else MonthName(number[0], number[1], False, False, False, 0)
        )

    def month_word(self, at: int) -> int:
        """Return the index after an optional 'شهر'."""
        if self.word(at) in _MONTH_WORD and self.joined(at, at + 1):
            return at + 1
        return at

    def year_number(self, at: int) -> tuple[int, int] | None:
        """Return a year written as a number at a word, and its last word."""
        number = self.number(at)
        if number is None or not 1000 <= number.value <= 2999 or number.ordinal:
            return None
        if number.value != int(number.value) or number.fraction:
            return None
        if number.digits and len(self.word(number.last)) != 4:
            return None
        return int(number.value), number.last

    def modifier(self, at: int, last: int) -> int | None:
        """Return -1, 0, 1 for الماضي, الجاري, المقبل at a word next to word `last`."""
        return dw.MODIFIERS.get(self.word(at)) if self.near(last, at) else None

    def modifiers(self, at: int, last: int) -> tuple[int, int] | None:
        """Return how many units away words next to word `last` say, and their last word.

        'الماضي' and the spoken 'اللي فات' are -1, 'المقبل' and 'اللي جاي' 1, '(ما) قبل الماضي'
        -2, 'بعد المقبل' 2.
        """
        step = self.modifier(at, last)
        if step is not None:
            return step, at
        if self.word(at) in dw.WHICH and self.near(last, at) and self.joined(at, at + 1):
            spoken = dw.SPOKEN_MODIFIERS.get(self.word(at + 1))
            return None if spoken is None else (spoken, at + 1)
        over = at + (self.word(at) == "ما")
        if not (self.near(last, at) and self.joined(over, over + 1)):
            return None
        nearer = dw.MODIFIERS.get(self.word(over + 1))
        if self.word(over) == "قبل" and nearer == -1:
            return -2, over + 1
        if self.word(over) == "بعد" and (nearer == 1 or self.word(over + 1) in dw.AFTER_THAT):
            return 2, over + 1
        return None

    def since(self, at: int) -> bool:
        """Whether a date at a word is one since when something is so, and thus past: 'منذ مايو'."""
        for back in (at - 1, at - 2):
            if not self.joined(back, back + 1):
                return False
            if self.word(back) in _SINCE:
                return True
        return False

    def future(self, at: int, reach: int = 30) -> bool | None:
        """Whether the nearest verb or cue before a word, in its sentence, tells the future.

        None when the sentence has no cue in the `reach` words before the word.
        """
        for k in range(at - 1, max(-1, at - reach), -1):
            gap, word = self.items.gaps[k + 1], self.word(k)
            if gap != " " and _END.search(gap):
                return None
            if dw.is_future(word):
                if word == "المتوقع" and self.word(k - 2).lstrip("بو") in _COMPARED:
                    continue  # أكثر من المتوقع: more than was expected
                return True
            if word in dw.PAST_WORDS or (word[:1] in "وف" and word[1:] in dw.PAST_WORDS):
                return False
        return None


_ONE = folded_set("واحد واحدا")
_LENGTHS = folded_set("كل خلال قبل بعد منذ لمدة مدة")
_COMPARED = folded_set("أقل أكثر أكبر أدنى أعلى أسوأ أفضل أسرع أبطأ أقوى أضعف")
_SINCE = folded_set("منذ ومنذ مذ ومذ")
_CARRIERS = folded_set("و ف ب ل ك ال وال بال لل كال وب ول")
