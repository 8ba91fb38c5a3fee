"""Single number words and digit groups of a text, each with its proclitics and value."""

from __future__ import annotations

import re
from collections.abc import Callable
from decimal import Decimal
from typing import NamedTuple

from tawatur_core.arabic.date_words import ENGLISH_MONTHS, MONTHS
from tawatur_core.arabic.fold import CONTROL_CLASS, fold_text
from tawatur_core.arabic.forms import FIGURE, listing
from tawatur_core.arabic.number_context import folded_set
from tawatur_core.arabic.number_words import Kind, Reading, lexicon
from tawatur_core.arabic.words import Word, letters_end, page

SPACES = " \t\u00a0\u2009\u202f" + CONTROL_CLASS
"""What may stand between two words of one expression; a line end may not."""

LONGEST = 24
"""Digit strings longer than this are identifiers, not amounts."""


class Item(NamedTuple):
    """A number word or digit group: words `first` to `last`, code points `start` to `end`."""

    first: int
    last: int
    start: int
    end: int
    kind: Kind
    value: Decimal
    times: int = 1
    ordinal: bool = False
    part: bool = False
    several: bool = False
    conj: bool = False
    preposition: bool = False
    article: bool = False
    digits: bool = False


# What may stand, as a word of its own, before digits: waw, prepositions and the article.
_BEFORE_DIGITS = {
    fold_text(word): flags
    for word, flags in {
        "و": (True, False, False),
        "ف": (False, False, False),
        "ب": (False, True, False),
        "ل": (False, True, False),
        "ك": (False, True, False),
        "ال": (False, False, True),
        "وال": (True, False, True),
        "بال": (False, True, True),
        "لل": (False, True, True),
        "كال": (False, True, True),
        "وب": (True, True, False),
        "ول": (True, True, False),
    }.items()
}
_WAW = "و"
_SIGN_AFTER = re.compile(rf"[{SPACES}]*[%٪]")
PERCENT_JOINED = folded_set("بالمئة بالمائة بالمية")
PERCENT_WORDS = folded_set("المئة المائة المية")
_VULGAR = re.compile(r"(\d+)⁄(\d+)\Z")
_REVERSED = "ر"
"""News agencies write 4.6 as 6ر4, the parts reversed, with ra for the decimal mark."""


_NUMBER = listing(lexicon)
_BEYOND = [""] * 64  # farther than any expression looks


class Items:
    """The number words and digit groups of `text`, looked up by word index.

    ``folded(at)`` is the folded word at an index, '' some places beyond the ends.
    """

    def __init__(self, text: str) -> None:
        self.text = text
        found = page(text)
        self.words, self.starts, self.ends, self.written, self.forms, self.gaps, _ = found
        self._noted = found.noted
        self.count = len(self.forms)
        # Not a method: it is asked for at every step. A negative index comes from the end.
        self.folded: Callable[[int], str] = [*self.forms, *_BEYOND].__getitem__
        self._lexicon = lexicon()

    def candidates(self) -> list[int]:
        """Return the indices of the words that can be in a number: known words and digits."""
        return self.places(_NUMBER | FIGURE)

    def places(self, marks: int) -> list[int]:
        """Return the indices of the words that have one of the marks (see `forms`)."""
        return [at for at, told in self._noted if told & marks]

    def joined(self, left: int, right: int) -> bool:
        """Whether only spaces stand between two words given by index."""
        if left < 0 or right >= self.count:
            return False
        gap = self.gaps[right]
        if right != left + 1:
            gap = self.text[self.ends[left] : self.starts[right]]
        return gap == " " or (len(gap) < 4 and not gap.strip(SPACES))

    def item(self, at: int) -> Item | None:
        """Return what the word at index `at` is in a number; None when it is no number."""
        if not 0 <= at < self.count:
            return None
        if self.written[at][0].isdecimal():
            return self._digits(at, self.words[at])
        folded = self.forms[at]
        reading = self._lexicon.get(folded)
        if reading is not None:
            return self._spelled(at, self.words[at], reading)
        return _vulgar(at, self.words[at]) if "⁄" in folded else None

    def next(self, item: Item) -> Item | None:
        """Return the item right after `item`, a waw between them counted as its conjunction."""
        at = item.last + 1
        if at >= self.count or not self.joined(item.last, at):
            return None
        if self.forms[at] in _BEFORE_DIGITS and at + 1 < self.count:
            following = self.item(at + 1)
            if following is None or not self.joined(at, at + 1):
                return None
            if following.digits:
                return following
            is_waw = self.forms[at] == _WAW
            return following._replace(first=at, conj=True) if is_waw else None
        return self.item(at)

    def _spelled(self, at: int, word: Word, reading: Reading) -> Item | None:
        entry = reading.entry
        if entry.doubtful and not self._stands_out(at):
            return None
        skip = reading.clitics - (2 if reading.article and "لل" not in word.folded[:3] else 0)
        return Item(
            first=at,
            last=at,
            start=word.start + letters_end(word.text, skip),
            end=word.end,
            kind=entry.kind,
            value=entry.value,
            times=entry.times,
            ordinal=entry.ordinal,
            part=entry.part,
            several=entry.several,
            conj=reading.conj,
            preposition=reading.preposition,
            article=reading.article,
        )

    def _stands_out(self, at: int) -> bool:
        """Whether a doubtful word goes on as a number or begins its phrase.

        An adjective follows its noun and a price its owner; a numeral is followed by number words.
        """
        following = self.folded(at + 1)
        if following and self.joined(at, at + 1):
            reading = self._lexicon.get(following)
            if following == _WAW:
                reading = self._lexicon.get(self.folded(at + 2))
            return reading is not None and reading.entry.kind is not Kind.FRACTION
        return following == "" and at == 0 and self.forms[at] not in _PRICE

    def _digits(self, at: int, word: Word) -> Item | None:
        if at and (self._named(at) or (word.folded in {"2", "3"} and self._squared(at))):
            return None
        first, conj, preposition, article = at, False, False, False
        start, end, last = word.start, word.end, at
        if at and self.forms[at - 1] in _BEFORE_DIGITS and self.joined(at - 1, at):
            before = self.words[at - 1]
            conj, preposition, article = _BEFORE_DIGITS[before.folded]
            if before.end == word.start or conj or article:
                first = at - 1
            else:
                conj = preposition = article = False
        figures = word.folded
        glued = self._reversed(at)
        if glued:
            figures, last = glued, at + 2
            end = self.ends[last]
        else:
            figures, last = self._grouped(at, figures)
            end = self.ends[last]
        value = amount(figures, point_is_decimal=self._scaled(last))
        if value is None:
            return None
        if self.text[max(0, start - 1) : start] in _POINTS and self._opens(start - 1):
            value = Decimal("0." + figures) if figures.isdecimal() else value
            start -= 1
        if self.text[max(0, start - 1) : start] in _MINUS and self._opens(start - 1):
            value, start = -value, start - 1
        return Item(
            first, last, start, end, Kind.UNIT, value, conj=conj, preposition=preposition,
            article=article, digits=True,
        )  # fmt: skip

    def _named(self, at: int) -> bool:
        """Whether figures belong to a name: G٢٠, F-16, كوفيد-19."""
        before, gap = self.forms[at - 1], self.gaps[at]
        if not before[:1].isalpha() or before in _BEFORE_DIGITS:
            return False
        if gap == "-" and before in _MONTHS:
            return False  # 16-نوفمبر-2016
        return gap == "-" or (not gap and before[-1:].isascii())

    def _squared(self, at: int) -> bool:
        """Whether the figure is the power of a unit: م2, كم3."""
        before = self.words[at - 1]
        return before.folded in {"م", "كم", "سم"} and before.end == self.starts[at]

    def _opens(self, at: int) -> bool:
        """Whether a sign at offset `at` begins a number: nothing, a space or a bracket before."""
        return at == 0 or self.text[at - 1].isspace() or self.text[at - 1] in '([«"“-−$€£'

    def _reversed(self, at: int) -> str:
        """Return the figures of 6ر4 put right ('4.6'), '' when it is not so written."""
        if at + 2 >= self.count or self.forms[at + 1] != _REVERSED:
            return ""
        mark, after = self.words[at + 1], self.words[at + 2]
        if mark.start != self.ends[at] or after.start != mark.end:
            return ""
        left, right = self.forms[at], after.folded
        if not (left.isdecimal() and right.isdecimal()):
            return ""
        if len(right) == 3 and len(left) < 3:
            return left + right  # 30ر000 typed in reading order
        return right + left if len(left) == 3 and left == "000" else f"{right}.{left}"

    def _grouped(self, at: int, figures: str) -> tuple[str, int]:
        """Join digit groups set apart by spaces (2 345 678); a lone one must be round (12 500)."""
        if not 0 < len(figures) <= 3 or figures[0] == "0":
            return figures, at
        last, joined = at, figures
        while last + 1 < self.count and len(joined) <= LONGEST:
            group = self.words[last + 1]
            gap = self.text[self.ends[last] : group.start]
            if len(gap) != 1 or gap not in " \u00a0\u2009\u202f":
                break
            if len(group.folded) != 3 or not group.folded.isdecimal():
                break
            if gap == " " and last == at and not self._round_or_more(at + 1):
                break
            last, joined = last + 1, joined + group.folded
        return (joined, last) if len(joined) <= LONGEST else (figures, at)

    def _round_or_more(self, at: int) -> bool:
        after = self.folded(at + 1)
        more = len(after) == 3 and after.isdecimal() and self.joined(at, at + 1)
        return more or self.forms[at].endswith("00")

    def _scaled(self, last: int) -> bool:
        """Whether a scale word or percent sign follows: the point is then a decimal point."""
        after = self.ends[last]
        if _SIGN_AFTER.match(self.text, after):
            return True
        if last + 1 < self.count and self.joined(last, last + 1):
            nxt = self.forms[last + 1]
            if nxt in PERCENT_JOINED or (nxt == "في" and self.folded(last + 2) in PERCENT_WORDS):
                return True
            reading = self._lexicon.get(self.forms[last + 1])
            return reading is not None and reading.entry.kind is Kind.SCALE and not reading.conj
        return False


_PRICE = frozenset({fold_text("ثمن")})
_MONTHS = MONTHS.keys() | ENGLISH_MONTHS.keys()
_POINTS = frozenset(".٫")
_MINUS = frozenset("-−")


def amount(figures: str, *, point_is_decimal: bool = False) -> Decimal | None:
    """Return the value of a digit group with separators; None when it is no amount.

    A lone comma or point before exactly three digits parts thousands (20,000; 180.028), unless
    the whole part is 0 or, for a point, a scale word follows (2.263 مليون).
    """
    if len(figures) > LONGEST:
        return None
    figures = figures.replace("٬", ",").replace("٫", "⸱")
    marks = [char for char in figures if not char.isdecimal()]
    if not marks:
        return Decimal(figures)
    groups = re.split(r"[.,⸱]", figures)
    if "⸱" in marks:
        return _with_mark(figures, "⸱", {",", "."})
    if len(set(marks)) == 2:
        return _with_mark(figures, marks[-1], {marks[0]})
    if len(marks) > 1:
        return Decimal("".join(groups)) if all(len(g) == 3 for g in groups[1:]) else None
    whole, part = groups
    thousands = len(part) == 3 and len(whole) <= 3 and not whole.startswith("0")
    if thousands and not (point_is_decimal and marks[0] == "."):
        return Decimal(whole + part)
    return Decimal(f"{whole}.{part}")


def _with_mark(figures: str, decimal: str, grouping: set[str]) -> Decimal | None:
    whole, _, part = figures.partition(decimal)
    groups = re.split("[.,]", whole)
    if not part.isdecimal() or any(len(group) != 3 for group in groups[1:]):
        return None
    if any(char in figures for char in {",", "."} - grouping - {decimal}):
        return None
    return Decimal(f"{''.join(groups)}.{part}")


def _vulgar(at: int, word: Word) -> Item | None:
    """Read ½ and the like, which fold to figures with a fraction slash."""
    found = _VULGAR.match(word.folded)
    if found is None or len(found[1]) > 2 or int(found[2]) == 0:
        return None
    value = Decimal(int(found[1])) / int(found[2])
    return Item(at, at, word.start, word.end, Kind.FRACTION, value, conj=True, digits=True)
