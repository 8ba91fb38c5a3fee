"""The unit or noun that a number counts."""

from __future__ import annotations

import re
from typing import NamedTuple

from tawatur_core.arabic.number_context import folded_set
from tawatur_core.arabic.number_items import SPACES, Items
from tawatur_core.arabic.number_nouns import (
    ABBREVIATIONS,
    CURRENCIES,
    LABELS,
    SYMBOLS,
    goes_on,
    is_counted,
)
from tawatur_core.arabic.number_shares import Part
from tawatur_core.arabic.words import letters_end


class Unit(NamedTuple):
    """A unit as written; code points `start` to `end`; `last` its last word's index."""

    text: str
    start: int
    end: int
    last: int
    money: bool = False


def unit_after(items: Items, part: Part) -> Unit:
    """Return the percent sign, currency or counted noun of a number; empty when none."""
    none = Unit("", part.start, part.end, part.last)
    if part.dual:
        return none._replace(text=items.text[part.start : items.ends[part.first]])
    if part.percent:
        return none._replace(text=part.percent, end=part.percent_end, last=part.percent_last)
    symbol = _symbol_at(items, part.end)
    if symbol is not None:
        return none._replace(text=items.text[symbol], end=symbol + 1, money=True)
    if part.ordinal or is_label(items, part):
        return none
    if part.value == 1 and not part.digits and part.scale == 1:
        return _before_one(items, part) or none
    return counted_before(items, part) or _after(items, part) or none


def _after(items: Items, part: Part) -> Unit | None:
    at = part.last + 1
    if at < len(items.words) and items.folded(at) == "من" and items.joined(at - 1, at):
        if items.folded(at + 1).startswith("ال") or part.value > 2:
            return _noun(items, part, at + 1, definite=True)
        return None
    return _noun(items, part, at, definite=part.fraction and not part.article)


def _before_one(items: Items, part: Part) -> Unit | None:
    """Return the noun before 'واحد', which follows what it counts: قرية واحدة."""
    at = part.first - 1
    if part.article or part.fraction or not items.joined(at, part.first):
        return None
    word = items.words[at]
    if not is_counted(word.folded) or items.item(at) is not None:
        return None
    return Unit(items.text[word.start : word.end], word.start, part.end, part.last)


def is_label(items: Items, part: Part) -> bool:
    """Whether the number names rather than counts: المادة 51, الذكرى الـ75, في 2013."""
    before = items.folded(part.first - 1)
    if not before or part.scale > 1 or not items.joined(part.first - 1, part.first):
        return False
    bare = before.lstrip("وفبكل") if before not in LABELS else before
    label = before in LABELS or bare in LABELS or "ا" + bare in LABELS or "ال" + bare in LABELS
    if part.article:
        return label or (before.startswith("ال") and before.endswith("ه"))
    if part.digits and part.end - part.start == 4 and 1900 <= part.value <= 2100:
        return label or before in _IN_YEAR
    return part.digits and label


_IN_YEAR = folded_set("في منذ حتى قبل بعد خلال وفي ومنذ وحتى")


def _symbol_at(items: Items, end: int) -> int | None:
    at = end
    while at < len(items.text) and at < end + 2 and items.text[at] in SPACES:
        at += 1
    return at if items.text[at : at + 1] in SYMBOLS and items.text[at : at + 1] else None


def _noun(items: Items, part: Part, at: int, *, definite: bool) -> Unit | None:
    if at >= len(items.words) or not (items.joined(at - 1, at) or _bracketed(items, part, at)):
        return None
    word = items.words[at]
    if word.text[0].isdecimal() or items.item(at) is not None:
        return None
    if word.folded in ABBREVIATIONS:
        return _abbreviated(items, part, at)
    if not is_counted(word.folded, definite=definite) or _dates(items, at):
        return None
    last = at
    while last < at + 2 and last + 1 < len(items.words) and items.joined(last, last + 1):
        if not goes_on(items.folded(last), items.folded(last + 1)):
            break
        last += 1
    end = items.ends[last]
    money = word.folded.removeprefix("ال") in CURRENCIES
    start = word.start if items.joined(at - 1, at) else part.start - 1
    return Unit(items.text[word.start : end], start, end, last, money)


def _bracketed(items: Items, part: Part, at: int) -> bool:
    """Whether the number alone stands in brackets before its noun: (15) شخصا, «21» نقطة."""
    gap = items.text[part.end : items.starts[at]]
    opening = items.text[max(0, part.start - 1) : part.start]
    return part.last + 1 == at and _CLOSED.fullmatch(gap) is not None and opening in _OPENING


_CLOSED = re.compile(r"[)»”\"] ?")
_OPENING = frozenset('(«“"')


def _dates(items: Items, at: int) -> bool:
    """Whether a word for a time names it and is not counted: '25 يناير عام 2011'."""
    if items.folded(at) not in _TIMES or not items.joined(at, at + 1):
        return False
    following = items.item(at + 1)
    return following is not None and following.digits and following.value >= 1000


_TIMES = folded_set("عام سنة شهر")


def _abbreviated(items: Items, part: Part, at: int) -> Unit | None:
    """Read كم, م2, م³ after figures; a lone ميم after a year is the era and no metre."""
    word, end, last = items.words[at], items.ends[at], at
    if items.folded(at + 1) in {"2", "3"} and items.starts[at + 1] == end:
        end, last = items.ends[at + 1], at + 1
    elif (word.folded == "م" and (part.end == word.start and 1000 <= part.value <= 2999)) or (
        word.folded == "م" and not part.digits
    ):
        return None
    return Unit(items.text[word.start : end], word.start, end, last)


def counted_before(items: Items, part: Part) -> Unit | None:
    """Return the definite noun before a definite number: الدول الثلاث, الأعضاء الـ15."""
    at = part.first - 1
    if not part.article or part.ordinal or at < 0 or not items.joined(at, at + 1):
        return None
    word = items.words[at]
    for clitic in ("ال", "وال", "بال", "كال", "لل", "ولل", "فال"):
        if word.folded.startswith(clitic) and len(word.folded) > len(clitic) + 1:
            start = word.start + letters_end(
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
