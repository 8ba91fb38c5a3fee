"""From number words and digit groups to whole numbers.

A number is a chain of chunks of falling size, each a group below a thousand (or digits) with the
scale words after it: [ستة] مليارات و[مئتا] مليون. A chunk that does not fall begins another
number, so 'بين مليون وسبعة ملايين' is two.
"""

from __future__ import annotations

from decimal import Decimal
from typing import NamedTuple

from tawatur_core.arabic.kept import recent
from tawatur_core.arabic.number_context import folded_set
from tawatur_core.arabic.number_items import Item, Items
from tawatur_core.arabic.number_words import DUAL_FIFTHS, FIFTHS_AND_SO_ON, Kind

_LARGEST = Decimal(10) ** 21
_THOUSAND = Decimal(1000)
_HUNDRED = Decimal(100)


class Number(NamedTuple):
    """A number in text: words `first` to `last`, code points `start` to `end`.

    `scale` is its last scale word's value (1 when none), `halves` the two numbers it would be if
    its last waw joined two numbers (خمسة وعشرين: 5, 20), None when it has no such waw.
    `fraction`, `ordinal`, `digits` and `article` say how it is written.
    """

    first: int
    last: int
    start: int
    end: int
    value: Decimal
    scale: Decimal = Decimal(1)
    ordinal: bool = False
    fraction: bool = False
    digits: bool = False
    article: bool = False
    preposition: bool = False
    conj: bool = False
    halves: tuple[Decimal, Decimal] | None = None


class _Chunk(NamedTuple):
    value: Decimal
    scale: Decimal
    last: Item
    group: Decimal
    fraction: bool = False
    ordinal: bool = False
    waw: bool = False


@recent
def numbers(text: str) -> tuple[Number, ...]:
    """Return the numbers of `text` in order, without hedges, units and ranges."""
    reader = _Reader(text)
    found: list[Number] = []
    free = 0
    for at in reader.items.candidates():
        number = reader.number(at) if at >= free else None
        if number is not None:
            found.append(number)
            free = number.last + 1
    return tuple(found)


class _Reader:
    def __init__(self, text: str) -> None:
        self.items = Items(text)

    def number(self, at: int) -> Number | None:
        """Read the longest number that begins at word `at`."""
        first = self.items.item(at)
        if first is None:
            return None
        sign, begin = Decimal(1), first
        if first.kind is Kind.NEGATIVE:
            following = self.items.next(first)
            if following is None or following.conj or following.kind is Kind.NEGATIVE:
                return None
            sign, begin = Decimal(-1), following
        number = self._positive(begin)
        if number is None:
            return None
        if sign < 0:
            number = number._replace(first=first.first, start=first.start, value=-number.value)
        return number

    def _positive(self, begin: Item) -> Number | None:
        chunk = self._chunk(begin)
        if chunk is None:
            return None
        value, scale, halves = chunk.value, chunk.scale, None
        ordinal, last = chunk.ordinal, chunk.last
        fraction = chunk.fraction
        if chunk.waw and not chunk.ordinal:
            halves = self._halves(chunk)
        while (following := self._following(chunk)) is not None:
            halves = (value, following.value)
            value += following.value
            fraction = fraction or following.fraction
            scale, last, chunk = following.scale, following.last, following
        number = Number(
            first=begin.first,
            last=last.last,
            start=begin.start,
            end=last.end,
            value=value,
            scale=scale,
            ordinal=ordinal,
            fraction=fraction,
            digits=begin.digits,
            article=begin.article,
            preposition=begin.preposition,
            conj=begin.conj,
            halves=halves,
        )
        return self._pointed(number, last)

    def _halves(self, chunk: _Chunk) -> tuple[Decimal, Decimal] | None:
        """Split a group with a waw: 25 into 5 and 20, 120 into 100 and 20."""
        small = chunk.group % _HUNDRED
        if chunk.group > _HUNDRED and small:
            return chunk.group - small, small * chunk.scale
        unit = chunk.group % 10
        if unit and chunk.group > unit:
            return unit, (chunk.group - unit) * chunk.scale
        return None

    def _following(self, chunk: _Chunk) -> _Chunk | None:
        """Return the next chunk of the same number, None when the number ends."""
        item = self.items.next(chunk.last)
        if item is None or item.preposition or (item.kind is Kind.SCALE and item.part):
            return None
        after = self._chunk(item, joined=True)
        if after is None or after.ordinal:
            return self._two_fifths(chunk, item)
        if after.fraction and after.scale == 1:
            return self._share(chunk, item, after)
        if item.kind is Kind.FRACTION and item.conj and chunk.scale == 1 and not chunk.fraction:
            value = after.value + chunk.value * (after.scale - 1)  # واحد ونصف مليون
            return after._replace(value=value) if chunk.value < 100 and not chunk.ordinal else None
        if chunk.scale < _THOUSAND or after.value >= chunk.scale:
            return self._two_fifths(chunk, item)
        if not item.conj and item.digits and after.scale == 1 and after.value < _HUNDRED:
            return None
        if not item.conj and item.digits and not _spelled_hundred(item, after):
            return None
        return after

    def _share(self, chunk: _Chunk, item: Item, after: _Chunk) -> _Chunk | None:
        """'ونصف' after a scale word is half of it; after a smaller number half of one."""
        if not item.conj or chunk.fraction:
            return None
        whole = chunk.scale if chunk.scale >= _THOUSAND else Decimal(1)
        last = after.last
        repeated = self.items.next(last)
        if repeated is not None and self._multiplies(repeated, repeated.value):
            last = repeated if repeated.value == chunk.scale else last
        return after._replace(value=after.value * whole, last=last, scale=Decimal(1))

    def _two_fifths(self, chunk: _Chunk, item: Item) -> _Chunk | None:
        """After a number that has its tens, 'وخمسين' cannot be fifty: it is two fifths."""
        word = self.items.folded(item.last).removeprefix("و")
        share = DUAL_FIFTHS.get(word)
        if share is None or not item.conj or chunk.scale != 1 or chunk.group <= _HUNDRED:
            return None
        if not chunk.group % _HUNDRED:
            return None
        return _Chunk(share, Decimal(1), item, share, fraction=True)

    def _chunk(self, item: Item, *, joined: bool = False) -> _Chunk | None:
        """Read a group with its scale words from `item`; `joined`: after another chunk."""
        if item.kind is Kind.SCALE:
            return self._bare_scale(item, joined=joined)
        group = self._group(item)
        if group is None:
            return None
        scale = Decimal(1)
        value, last = group.value, group.last
        while (after := self.items.next(last)) is not None and self._multiplies(after, scale):
            scale *= after.value
            value, last = value * after.value, after
            if value >= _LARGEST:
                return None
        whole = scale >= _THOUSAND or not group.fraction
        return group._replace(value=value, scale=scale, last=last, fraction=not whole)

    def _multiplies(self, item: Item, scale: Decimal) -> bool:
        if item.kind is not Kind.SCALE or item.conj or item.preposition or item.times != 1:
            return False
        return scale == 1 or item.value >= scale

    def _bare_scale(self, item: Item, *, joined: bool) -> _Chunk | None:
        if item.several:
            return None  # 'thousands of soldiers' is no number
        times = Decimal(item.times)
        if item.part and not joined and self._before_noun(item):
            times = Decimal(2)  # ألفا جندي: only the dual drops its noon before a noun
        value, scale, last = times * item.value, item.value, item
        while (after := self.items.next(last)) is not None and self._multiplies(after, scale):
            value, scale, last = value * after.value, scale * after.value, after
            if value >= _LARGEST:
                return None
        return _Chunk(value, scale, last, times)

    def _before_noun(self, item: Item) -> bool:
        if self.items.written[item.last].endswith("ً") or "ً" in self.items.written[item.last]:
            return False
        at = item.last + 1
        if at >= len(self.items.words) or not self.items.joined(item.last, at):
            return False
        word = self.items.forms[at]
        return word[:1].isalpha() and not word.startswith("و") and word not in _NO_NOUN

    def _group(self, item: Item) -> _Chunk | None:
        """Read a number below a thousand, digits or a fraction, from `item`."""
        atom = self._atom(item)
        if atom is None:
            return None
        if atom.fraction or item.kind in {Kind.TEN, Kind.TEEN, Kind.TENS}:
            return atom
        if atom.last.kind is Kind.HUNDRED:
            return self._with_rest(atom)
        if item.digits or item.kind is not Kind.UNIT or atom.group >= 10:
            return atom
        return self._with_tens(item, atom)

    def _with_tens(self, item: Item, atom: _Chunk) -> _Chunk | None:
        """Add 'وعشرين' to a unit. A word that is only part of a compound needs it."""
        after = self.items.next(atom.last)
        if after is not None and after.kind is Kind.TENS and after.conj and atom.value > 0:
            value = atom.value + after.value
            return atom._replace(value=value, group=value, last=after, waw=True)
        return None if item.part else self._fifth(atom)

    def _fifth(self, atom: _Chunk) -> _Chunk:
        """'خمس' before a definite noun, or before none, is a fifth and not five."""
        item = atom.last
        word = self.items.folded(item.last)
        share = next((s for w, s in FIFTHS_AND_SO_ON.items() if word.endswith(w)), None)
        if share is None or item.article or self._counts(item):
            return atom
        return atom._replace(value=share, group=share, fraction=True)

    def _counts(self, item: Item) -> bool:
        """Whether a feminine cardinal has its counted noun (or more number) after it."""
        at = item.last + 1
        if at >= len(self.items.words) or not self.items.joined(item.last, at):
            return False
        following = self.items.folded(at)
        if self.items.item(at) is not None or following == "و":
            return True
        return not following.startswith("ال") or following.startswith("الا")

    def _with_rest(self, atom: _Chunk) -> _Chunk:
        """Add what is below a hundred to hundreds: وخمسة وعشرين, وعشرة, و21."""
        item = self.items.next(atom.last)
        if item is None or item.kind in {Kind.HUNDRED, Kind.SCALE, Kind.FRACTION}:
            return atom
        if item.preposition or not (item.conj or not item.digits):
            return atom
        rest = self._group(item)
        if (
            rest is None
            or rest.fraction
            or rest.value >= _HUNDRED
            or rest.last.kind is Kind.HUNDRED
        ):
            return atom
        if rest.ordinal and not atom.ordinal:
            return atom
        value = atom.value + rest.value
        return rest._replace(value=value, group=value, waw=True)

    def _atom(self, item: Item) -> _Chunk | None:
        """Read one word, or two that multiply or add without a waw (ثلاث مئة, خمسة عشر)."""
        if item.kind in {Kind.NEGATIVE, Kind.POINT}:
            return None
        value, last, fraction = item.value, item, item.kind is Kind.FRACTION
        if item.kind in {Kind.UNIT, Kind.TEN}:
            after = self.items.next(item)
            if after is not None and _vulgar_after(item, after):
                value, last = value + after.value, after
            elif after is not None and not after.conj and not after.preposition:
                if after.kind is Kind.FRACTION and after.several and not item.ordinal:
                    value, last, fraction = value * after.value, after, True
                elif after.kind is Kind.TEN and _makes_teen(item) and not self._first(item):
                    value, last = value + 10, after
                elif after.kind is Kind.HUNDRED and after.value == _HUNDRED and _below_ten(item):
                    value, last = value * _HUNDRED, after
        elif item.several:
            return None
        if item.part and last is item and item.kind is not Kind.UNIT:
            return None
        return _Chunk(value, Decimal(1), last, value, fraction=fraction, ordinal=item.ordinal)

    def _first(self, item: Item) -> bool:
        """'أول عشرة' are the first ten; the eleventh is 'الحادي عشر'."""
        return item.ordinal and self.items.folded(item.last).endswith(_FIRST)

    def _pointed(self, number: Number, last: Item) -> Number:
        """Add 'فاصلة ثمانية' (.8) or 'فاصلة ثلاثة من مائة' (.03)."""
        point = self.items.next(last)
        if point is None or point.kind is not Kind.POINT or point.conj:
            return number
        item = self.items.next(point)
        part = None if item is None or item.conj else self._group(item)
        if part is None or part.value < 0:
            return number
        divisor = Decimal(10) ** len(str(part.value.to_integral_value()))
        end = part.last
        if self.items.folded(end.last + 1) == "من" and self.items.joined(end.last, end.last + 1):
            whole = self.items.item(end.last + 2)
            if whole is not None and whole.kind in {Kind.TEN, Kind.HUNDRED, Kind.SCALE}:
                divisor, end = whole.value, whole
        value = number.value + part.value / divisor
        return number._replace(value=value, last=end.last, end=end.end)


def _spelled_hundred(item: Item, chunk: _Chunk) -> bool:
    return item.digits and item.value < 10 and chunk.value >= _HUNDRED


def _vulgar_after(item: Item, after: Item) -> bool:
    """Whether ½ stands right after figures: 5½."""
    return item.digits and after.digits and after.kind is Kind.FRACTION


def _makes_teen(item: Item) -> bool:
    return not item.digits and item.kind is Kind.UNIT and 0 < item.value < 10


def _below_ten(item: Item) -> bool:
    if item.ordinal:
        return False
    return 0 < item.value < 10 and (item.digits or item.value > 1)


_FIRST = ("اول", "اولي")
_NO_NOUN = folded_set("من في على عن إلى أو ثم مع بين قبل بعد خلال فقط تقريبا")
