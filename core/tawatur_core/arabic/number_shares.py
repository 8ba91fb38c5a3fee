"""Numbers made of two numbers: shares (3/4, واحد من سبعة, جزء من مئة), percent; and duals."""

from __future__ import annotations

from decimal import Decimal
from typing import NamedTuple

from tawatur_core.arabic.forms import listing
from tawatur_core.arabic.number_context import folded_set
from tawatur_core.arabic.number_items import PERCENT_JOINED, PERCENT_WORDS, SPACES, Items
from tawatur_core.arabic.number_nouns import duals, singulars
from tawatur_core.arabic.number_reader import Number, numbers
from tawatur_core.arabic.words import letters_end


class Part(NamedTuple):
    """A number as the reader gave it, a share, a percentage or a dual noun.

    `percent` is the percent sign or words as written ('' when none), ending at `percent_end`
    with word `percent_last`.
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
    conj: bool = False
    halves: tuple[Decimal, Decimal] | None = None
    percent: str = ""
    percent_end: int = 0
    percent_last: int = 0
    dual: bool = False


_IN = "في"
_PART = folded_set("جزء جزءا أجزاء جزءان جزءين")
_OVER = folded_set("على")
_OF = folded_set("من")
_EACH = folded_set("كل")
_ONE = Decimal(1)
_POSITIONS = folded_set("نهائي النهائي نهائيات الأخير الأخيرة السنوي سنوي")
_TOWNS = folded_set("هام بروميتش بروم لاند مينستر")


def parts(text: str) -> list[Part]:
    """Return the numbers of `text` with shares and percentages made whole, and dual nouns."""
    items = Items(text)
    found: list[Part] = []
    pending = list(numbers(text))
    at = 0
    while at < len(pending):
        number = pending[at]
        following = pending[at + 1] if at + 1 < len(pending) else None
        if _is_percent_word(items, number):
            part, used = _percent_before(items, number, following)
        else:
            part, used = _part(items, number, following, pending, at)
        if part is not None:
            found.append(part)
        at += used
    return _with_duals(items, found)


def _part(
    items: Items, number: Number, following: Number | None, pending: list[Number], at: int
) -> tuple[Part | None, int]:
    if _is_name(items, number):
        return None, 1
    plain = _one_and_a_half(items, number) or _plain(number)
    marked = _percent_after(items, plain)
    if marked is not None:
        swallowed = following is not None and following.first <= marked.percent_last
        return marked, 2 if swallowed else 1
    if following is None:
        return _part_of_word(items, plain) or plain, 1
    mixed = _mixed(items, plain, pending, at)
    if mixed is not None:
        return mixed, 3
    if _slashed(items, number, following, pending, at):
        return _share(number, following, number.value / following.value), 2
    return _spoken_share(items, number, following) or (_part_of_word(items, plain) or plain, 1)


def _one_and_a_half(items: Items, number: Number) -> Part | None:
    """'شهر ونصف' is one and a half: a singular noun counts itself."""
    at = number.first - 1
    if not number.fraction or not number.conj or number.value >= 1 or number.scale != 1:
        return None
    if items.folded(at) not in singulars() or not items.joined(at, number.first):
        return None
    if items.item(at - 1) is not None and items.joined(at - 1, at):
        return None
    word = items.words[at]
    part = _plain(number)
    return part._replace(
        first=at, start=word.start, value=1 + number.value, fraction=False, dual=True, conj=False
    )


def _is_name(items: Items, number: Number) -> bool:
    """Whether number words name something: الاثنين, تشرين الثاني, أول من أمس, نصف النهائي."""
    first, last = number.first, number.last
    if number.fraction and _is_division(items, number):
        return True
    if number.digits:
        return _on_the_clock(items, number)
    if first != last:
        return False
    word, before, after = items.folded(first), items.folded(first - 1), items.folded(last + 1)
    if word == "وست" and after in _TOWNS:
        return True
    if word.endswith("الاثنين") or word == "للاثنين" or (word == "اثنين" and before == "يوم"):
        return True
    if number.ordinal and (before in _MONTH_FIRSTS or before in _YESTERDAY):
        return True
    return number.ordinal and (
        after in _YESTERDAY or (after in _OF and _yesterday(items, last + 2))
    )


def _on_the_clock(items: Items, number: Number) -> bool:
    """Whether figures are one side of 10:30."""
    text, start, end = items.text, number.start, number.end
    after = text[end : end + 1] == ":" and text[end + 1 : end + 2].isdecimal()
    return after or (text[start - 1 : start] == ":" and text[start - 2 : start - 1].isdecimal())


def _is_division(items: Items, number: Number) -> bool:
    """'نصف النهائي', 'الربع الثاني': a stage or a part of the year, no share of anything."""
    at = number.last + 1
    if items.folded(at) in _POSITIONS:
        return True
    following = items.item(at) if number.article else None
    return following is not None and following.ordinal and items.joined(number.last, at)


def _yesterday(items: Items, at: int) -> bool:
    return items.folded(at) in _YESTERDAY


_MONTH_FIRSTS = folded_set("كانون تشرين ربيع جمادى جماد وكانون وتشرين وربيع بكانون بتشرين")
_YESTERDAY = folded_set("أمس امبارح")


def _plain(number: Number) -> Part:
    return Part(
        number.first,
        number.last,
        number.start,
        number.end,
        number.value,
        number.scale,
        number.ordinal,
        number.fraction,
        number.digits,
        number.article,
        number.conj,
        number.halves,
    )


def _share(number: Number, following: Number, value: Decimal) -> Part:
    part = _plain(number)
    return part._replace(
        last=following.last,
        end=following.end,
        value=value,
        scale=_ONE,
        fraction=True,
        halves=None,
    )


def _part_of_word(items: Items, part: Part) -> Part | None:
    """'جزء من مئة' without a number before it is one part."""
    before, at = part.first - 1, part.first - 2
    if items.folded(before) not in _OF or items.folded(at) not in _PART or part.value <= 0:
        return None
    start = items.starts[at]
    return part._replace(first=at, start=start, value=1 / part.value, scale=_ONE, fraction=True)


def _spoken_share(items: Items, number: Number, following: Number) -> tuple[Part, int] | None:
    """'واحد على ثلاثين', 'واحد من كل ثلاثة', 'جزء من مئة': a share of two numbers."""
    if following.value <= 0 or number.ordinal or following.ordinal:
        return None
    between = [items.folded(k) for k in range(number.last + 1, following.first)]
    if not between or not all(items.joined(k, k + 1) for k in range(number.last, following.first)):
        return None
    over = len(between) == 1 and between[0] in _OVER
    if over and number.halves and number.halves[1] == 1 and number.halves[0] >= 100:
        value = number.halves[0] + 1 / following.value  # مئتان وواحد على ثلاثة
        return _share(number, following, value), 2
    parted = len(between) == 2 and between[0] in _PART and between[1] in _OF
    each = len(between) == 2 and between[0] in _OF and between[1] in _EACH
    spelled = not number.digits and not following.digits
    of = len(between) == 1 and between[0] in _OF and spelled and number.value < following.value
    chance = between == [_IN] and number.value == 1 and not following.digits
    if over or parted or each or of or chance:
        return _share(number, following, number.value / following.value), 2
    return None


def _slashed(
    items: Items, number: Number, following: Number, pending: list[Number], at: int
) -> bool:
    """Whether two digit groups are a written fraction and not part of a date or season."""
    if not (number.digits and following.digits) or following.value <= 0:
        return False
    if items.text[number.end : following.start] != "/" or number.value == 0:
        return False
    if min(abs(number.value), following.value) > 1000:
        return False  # the season 2015/2016
    before = pending[at - 1] if at else None
    after = pending[at + 2] if at + 2 < len(pending) else None
    if before is not None and items.text[before.end : number.start].strip() == "/":
        return False
    return after is None or items.text[following.end : after.start].strip() != "/"


def _mixed(items: Items, whole: Part, pending: list[Number], at: int) -> Part | None:
    """'1 1/2': a whole number, a space and a fraction."""
    if at + 2 >= len(pending) or not whole.digits or whole.value != int(whole.value):
        return None
    above, below = pending[at + 1], pending[at + 2]
    if items.text[whole.end : above.start].strip(SPACES) or not 0 < above.value < below.value:
        return None
    if items.text[whole.start - 1 : whole.start] == "/" or not items.joined(
        whole.last, above.first
    ):
        return None
    if below.value > 100 or not _slashed(items, above, below, pending, at + 1):
        return None
    value = abs(whole.value) + above.value / below.value
    signed = value if whole.value >= 0 else -value
    return whole._replace(last=below.last, end=below.end, value=signed, scale=_ONE, fraction=True)


def _is_percent_word(items: Items, number: Number) -> bool:
    if number.first != number.last:
        return False
    word = items.folded(number.first)
    return word in PERCENT_JOINED or (
        word in PERCENT_WORDS and items.folded(number.first - 1) == _IN
    )


def _percent_before(
    items: Items, number: Number, following: Number | None
) -> tuple[Part | None, int]:
    """'بالمائة 12': the percent word stands before its number."""
    if following is None or following.first != number.last + 1:
        return None, 1
    if not items.joined(number.last, following.first):
        return None, 1
    if items.folded(number.first) not in PERCENT_JOINED:
        return _plain(number), 1
    word = items.text[items.starts[number.first] : number.end]
    part = _plain(following)
    return part._replace(
        first=number.first,
        start=items.starts[number.first],
        percent=word,
        percent_end=part.end,
        percent_last=part.last,
    ), 2


def _percent_after(items: Items, part: Part) -> Part | None:
    at = part.end
    while at < len(items.text) and items.text[at] in SPACES and at < part.end + 3:
        at += 1
    if items.text[at : at + 1] in {"%", "٪"}:
        sign = items.text[at]
        return part._replace(percent=sign, percent_end=at + 1, percent_last=part.last)
    if part.start and items.text[part.start - 1] in "%٪":
        sign = items.text[part.start - 1]
        return part._replace(percent=sign, percent_end=part.end, percent_last=part.last)
    first = last = part.last + 1
    if last >= len(items.words) or not items.joined(part.last, last):
        return None
    if items.folded(last) == _IN and items.folded(last + 1) in PERCENT_WORDS:
        last += 1
    elif items.folded(last) not in PERCENT_JOINED:
        return None
    end = items.ends[last]
    words = items.text[items.starts[first] : end]
    return part._replace(percent=words, percent_end=end, percent_last=last)


_DUAL = listing(duals)


def _with_duals(items: Items, found: list[Part]) -> list[Part]:
    """Add the nouns in the dual, which count two without a number word."""
    nouns, places = duals(), items.places(_DUAL)
    if not places:
        return found
    taken = {k for part in found for k in range(part.first, part.last + 1)}
    for at in places:
        if at not in taken:
            word = items.words[at]
            start = word.start + letters_end(word.text, nouns[word.folded])
            conj = word.folded.startswith("و") and nouns[word.folded] > 0
            found.append(Part(at, at, start, word.end, Decimal(2), dual=True, conj=conj))
    return sorted(found, key=lambda part: part.first)
