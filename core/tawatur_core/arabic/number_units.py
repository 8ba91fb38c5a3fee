"""The unit or noun that a number counts."""

from __future__ import annotations

from typing import NamedTuple

from tawatur_core.arabic.number_context import (
    CURRENCIES,
    SYMBOLS,
    goes_on,
    is_counted,
)
from tawatur_core.arabic.number_items import SPACES, Items, letters
from tawatur_core.arabic.number_shares import Part


class Unit(NamedTuple):
    """A unit as written; code points `start` to `end`; `last` its last word's index."""

    text: str
    start: int
    end: int
    last: int
    money: bool = False


def unit_after(items: Items, part: Part) -> Unit:
    """Return the percent sign, currency or counted noun after a number; empty when none."""
    none = Unit("", part.start, part.end, part.last)
    if part.dual:
        return none._replace(text=items.text[part.start : part.end])
    if part.percent:
        return none._replace(text=part.percent, end=part.percent_end, last=part.percent_last)
    symbol = _symbol_at(items, part.end)
    if symbol is not None:
        return none._replace(text=items.text[symbol], end=symbol + 1, money=True)
    before = counted_before(items, part)
    if before is not None:
        return before
    at = part.last + 1
    if at < len(items.words) and items.folded(at) == "من" and items.joined(at - 1, at):
        at += 1
        if not items.folded(at).startswith("ال") or part.ordinal:
            return none
        return _noun(items, part, at, definite=True) or none
    return _noun(items, part, at, definite=part.fraction and not part.article) or none


def _symbol_at(items: Items, end: int) -> int | None:
    at = end
    while at < len(items.text) and at < end + 2 and items.text[at] in SPACES:
        at += 1
    return at if items.text[at : at + 1] in SYMBOLS and items.text[at : at + 1] else None


def _noun(items: Items, part: Part, at: int, *, definite: bool) -> Unit | None:
    if at >= len(items.words) or not items.joined(at - 1, at) or part.ordinal:
        return None
    word = items.words[at]
    if word.text[0].isdecimal() or not is_counted(word.folded, definite=definite):
        return None
    if items.item(at) is not None:
        return None
    last = at
    while last < at + 2 and last + 1 < len(items.words) and items.joined(last, last + 1):
        if not goes_on(
            items.folded(at) if last == at else items.folded(last), items.folded(last + 1)
        ):
            break
        last += 1
    end = items.words[last].end
    money = word.folded.removeprefix("ال") in CURRENCIES
    return Unit(items.text[word.start : end], word.start, end, last, money)


def counted_before(items: Items, part: Part) -> Unit | None:
    """Return the definite noun before a definite number: الدول الثلاث, الأعضاء الـ15."""
    at = part.first - 1
    if not part.article or part.ordinal or at < 0 or not items.joined(at, at + 1):
        return None
    word = items.words[at]
    for clitic in ("ال", "وال", "بال", "كال", "لل", "ولل", "فال"):
        if word.folded.startswith(clitic) and len(word.folded) > len(clitic) + 1:
            start = word.start + letters(
                word.text, 0 if clitic in {"ال", "لل"} else len(clitic) - 2
            )
            return Unit(items.text[start : word.end], start, part.end, part.last)
    return None


def unit_before(items: Items, part: Part) -> Unit:
    """Return the currency sign before a number; empty when none."""
    at = part.start
    if at and items.text[at - 1] in SYMBOLS:
        return Unit(items.text[at - 1], at - 1, part.end, part.last, money=True)
    if at > 1 and items.text[at - 1] in SPACES and items.text[at - 2] in SYMBOLS:
        return Unit(items.text[at - 2], at - 2, part.end, part.last, money=True)
    return Unit("", part.start, part.end, part.last)
