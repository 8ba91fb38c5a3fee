"""Quantities in Arabic text: `find_quantities`.

A quantity is a number with what stands around it: the hedge before or after, the unit or noun
counted, the second number of a range.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from decimal import Decimal

from tawatur_core.arabic.kept import recent
from tawatur_core.arabic.number_bounds import bounds_of, hedge_after, hedge_before
from tawatur_core.arabic.number_context import folded_set
from tawatur_core.arabic.number_items import SPACES, Items
from tawatur_core.arabic.number_nouns import CHANGES
from tawatur_core.arabic.number_shares import Part, parts
from tawatur_core.arabic.number_units import Unit, is_label, unit_after, unit_before
from tawatur_core.arabic.results import Quantity, reason
from tawatur_core.model import Evidence, Hedge, Span


@dataclass(frozen=True, slots=True)
class _Found:
    """A quantity in the making: words `first` to `last` with hedge and unit."""

    part: Part
    first: int
    last: int
    start: int
    end: int
    number: Span
    low: Decimal | None
    high: Decimal | None
    hedge: Hedge
    hedge_words: str
    unit: Unit
    range: bool = False


def find_quantities(text: str) -> list[Quantity]:
    """Return the quantities of `text` in order; spans do not overlap.

    Numbers in dates and labels (المادة 51) are given too, as ordinals where they only number.
    """
    return list(_quantities(text))


@recent
def _quantities(text: str) -> tuple[Quantity, ...]:
    items = Items(text)
    found: list[_Found] = []
    for part in parts(text):
        quantity = _quantity(items, part)
        joined = _join(items, found[-1], quantity) if found else None
        if joined is not None:
            found[-1] = joined
        elif not found or quantity.start >= found[-1].end:
            found.append(quantity)
        elif quantity.number.start >= found[-1].end:
            found.append(replace(quantity, start=found[-1].end))
    return tuple([_result(items, each) for each in found])


def _quantity(items: Items, part: Part) -> _Found:
    unit = unit_after(items, part)
    if not unit.text:
        unit = unit_before(items, part)
    before = hedge_before(items, part.first)
    last = max(part.last, unit.last)
    after = hedge_after(items, last) or hedge_after(items, part.last)
    hedge = after or before
    kind = hedge.hedge if hedge else Hedge.EXACT
    low, high = bounds_of(part.value, kind)
    start = min(part.start, unit.start, before.start if before else part.start)
    end = max(part.end, unit.end, after.end if after else part.end)
    return _Found(
        part=part,
        first=before.first if before else part.first,
        last=max(last, after.last if after else last),
        start=start,
        end=end,
        number=Span(part.start, part.end),
        low=low,
        high=high,
        hedge=kind,
        hedge_words=hedge.text if hedge else "",
        unit=unit,
    )


_BETWEEN = folded_set("بين وبين مابين بينهما")
_FROM = folded_set("من ومن")
_TO = folded_set("إلى الي حتى وحتى وإلى")
_DASHES = frozenset("-–—‐‑−")


def _join(items: Items, left: _Found, right: _Found) -> _Found | None:
    """Return one quantity for the two ends of a range, None when they are no range."""
    if left.range or (right.part.value <= 0 and left.part.value >= 0):
        return None
    if left.part.percent and not right.part.percent:
        return None
    if _opposed(items, left, right):
        return _opposite(left, right)
    if _halved(items, left, right):
        return _and_a_half(left, right)
    if not _linked(items, left, right) or is_label(items, left.part):
        return None
    low, high = left.part.value, right.part.value
    shared = right.part.scale > 1 and left.part.scale == 1 and not left.unit.text
    if shared and low < high / right.part.scale:
        low *= right.part.scale  # بين 3 و4 ملايين
    if low >= high:
        return None
    return replace(
        right,
        part=right.part,
        first=left.first,
        start=left.start,
        number=Span(left.number.start, right.number.end),
        low=low,
        high=high,
        hedge=Hedge.ABOUT if Hedge.ABOUT in {left.hedge, right.hedge} else Hedge.EXACT,
        hedge_words=left.hedge_words or right.hedge_words,
        unit=right.unit if right.unit.text else left.unit,
        range=True,
    )


def _halved(items: Items, left: _Found, right: _Found) -> bool:
    """Whether 'ونصف' after a counted noun belongs to its number: 3 سنوات ونصف."""
    half = right.part
    if not half.fraction or not half.conj or half.value >= 1 or half.scale != 1:
        return False
    if not left.unit.text or left.part.percent or left.part.fraction:
        return False
    return half.first == left.last + 1 and items.joined(left.last, half.first)


def _and_a_half(left: _Found, right: _Found) -> _Found:
    more = right.part.value * left.part.scale
    return replace(
        left,
        last=right.last,
        end=right.end,
        low=None if left.low is None else left.low + more,
        high=None if left.high is None else left.high + more,
    )


def _opposed(items: Items, left: _Found, right: _Found) -> bool:
    """'أكثر من 30 وأقل من 50': two hedges that close one interval."""
    if {left.hedge, right.hedge} != {Hedge.AT_LEAST, Hedge.AT_MOST}:
        return False
    low, high = sorted((left.part.value, right.part.value))
    least = left if left.hedge is Hedge.AT_LEAST else right
    if least.part.value != low or low == high:
        return False
    return _waw_between(items, left.last, right.first)


def _waw_between(items: Items, last: int, first: int) -> bool:
    if first == last + 1:
        return items.folded(first).startswith("و") and items.joined(last, first)
    return first == last + 2 and items.folded(last + 1) == "و" and items.joined(last, last + 1)


def _opposite(left: _Found, right: _Found) -> _Found:
    low, high = sorted((left.part.value, right.part.value))
    return replace(
        right,
        first=left.first,
        start=left.start,
        number=Span(left.number.start, right.number.end),
        low=low,
        high=high,
        hedge=Hedge.EXACT,
        hedge_words=f"{left.hedge_words} … {right.hedge_words}",
        range=True,
    )


def _linked(items: Items, left: _Found, right: _Found) -> bool:
    """Whether two numbers are the ends of a range: من … إلى, بين … و, or a dash between."""
    at = left.first - 1
    before = items.folded(at)
    if _dashed(items, left, right):
        return True
    first = right.part.first if right.part.conj else right.first
    gap = first - max(left.part.last, left.last)
    if gap not in {1, 2} or not _spaced(items, left, first):
        return False
    link = items.folded(first - 1) if gap == 2 else ""
    if before in _BETWEEN or items.folded(left.part.first - 1) in _BETWEEN:
        return link in _TO or link == "و" or (right.part.conj and not link)
    return link in _TO and not _changes(items, at if before in _FROM else at + 1)


def _spaced(items: Items, left: _Found, first: int) -> bool:
    """Whether only spaces and words stand between a quantity and word `first`."""
    nxt = max(left.part.last, left.last) + 1
    if items.text[left.end : items.starts[nxt]].strip(SPACES):
        return False
    return all(items.joined(k, k + 1) for k in range(nxt, first))


def _dashed(items: Items, left: _Found, right: _Found) -> bool:
    gap = items.text[left.part.end : right.number.start].strip()
    if gap not in _DASHES or not (left.part.digits and right.part.digits):
        return False
    if items.text[left.part.start : left.part.end][0] in "0٠":
        return False  # a telephone number
    score = right.part.value < 10 and not right.unit.text and right.part.scale == 1
    return not score and right.first == left.part.last + 1


def _changes(items: Items, at: int) -> bool:
    return any(items.folded(k) in CHANGES for k in range(max(0, at - 6), at))


def _result(items: Items, found: _Found) -> Quantity:
    part = found.part
    if _split_between(items, found):
        assert part.halves is not None
        found = replace(found, low=part.halves[0], high=part.halves[1], range=True)
    return Quantity(
        span=Span(found.start, found.end),
        number=found.number,
        low=found.low,
        high=found.high,
        unit=found.unit.text,
        hedge=found.hedge,
        kind=_kind(items, found),
        evidence=_evidence(found),
    )


def _split_between(items: Items, found: _Found) -> bool:
    """After 'بين' with one number, the waw inside it joins two: بين خمسة وعشرين."""
    halves = found.part.halves
    if halves is None or found.range or halves[0] >= halves[1]:
        return False
    return items.folded(found.first - 1) in _BETWEEN


def _kind(items: Items, found: _Found) -> str:
    part, unit = found.part, found.unit
    if part.dual:
        return "dual"
    if part.percent:
        return "percent"
    if unit.money:
        return "money"
    if part.ordinal or is_label(items, part):
        return "ordinal"
    return "fraction" if part.fraction else "cardinal"


def _evidence(found: _Found) -> tuple[Evidence, ...]:
    part = found.part
    if part.dual:
        how = reason("evidence-number-dual", 0.9)
    elif part.digits:
        how = reason("evidence-number-digits", 1.0)
    else:
        how = reason("evidence-number-spelled", 0.9)
    reasons = [how]
    if found.hedge_words:
        reasons.append(Evidence("evidence-number-hedge", 0.8, {"words": found.hedge_words}))
    if found.range:
        reasons.append(reason("evidence-number-range", 0.8))
    if found.unit.text:
        reasons.append(Evidence("evidence-number-unit", 0.5, {"unit": found.unit.text}))
    return tuple(reasons)
