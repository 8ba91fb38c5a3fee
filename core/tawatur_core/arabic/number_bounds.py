"""Hedges around a number and the bounds they leave open."""

from __future__ import annotations

from decimal import Decimal
from functools import cache
from typing import NamedTuple

from tawatur_core.arabic.number_context import Phrase, folded_set, hedges_after, hedges_before
from tawatur_core.arabic.number_items import Items
from tawatur_core.model import Hedge


class HedgeFound(NamedTuple):
    """A hedge: words `first` to `last`, code points `start` to `end`, as written in `text`."""

    first: int
    last: int
    start: int
    end: int
    hedge: Hedge
    text: str


def bounds_of(value: Decimal, hedge: Hedge) -> tuple[Decimal | None, Decimal | None]:
    """Return the bounds of a hedged value; None is open."""
    if hedge is Hedge.AT_LEAST:
        return value, None
    if hedge is Hedge.AT_MOST:
        return None, value
    return value, value


def hedge_before(items: Items, first: int) -> HedgeFound | None:
    """Return the hedge that ends right before word `first`, the longest that fits."""
    at = first - 1
    if at < 0 or not items.joined(at, first):
        return None
    word = items.folded(at)
    candidates = hedges_before().get(word, ())
    if not candidates and len(word) > 3:
        candidates = tuple(p for p in hedges_before().get(word[1:], ()) if len(p.words) == 1)
    for phrase in candidates:
        found = _match_before(items, phrase, at)
        if found is not None:
            return found
    return _with_subject(items, at)


def _with_subject(items: Items, at: int) -> HedgeFound | None:
    """Return the hedge whose verb has its subject after it: يتجاوز عددهم, يزيد سعره على.

    `at` is the word before the number: the subject, or the verb's preposition.
    """
    noun = at - (items.folded(at) in _VERB_ENDS)
    if items.folded(noun) not in _subjects() or not items.joined(noun - 1, noun):
        return None
    if noun < at and not items.joined(noun, at):
        return None
    for phrase in hedges_before().get(items.folded(at if noun < at else noun - 1), ()):
        verbal = phrase.verbal or phrase.words[0] in _NEGATIONS
        if not verbal or len(phrase.words) < 1 + (at - noun):
            continue
        verbs = len(phrase.words) - (at - noun)
        begin = noun - verbs
        words = [items.folded(k) for k in (*range(begin, noun), *range(noun + 1, at + 1))]
        if begin >= 0 and tuple(words) == phrase.words:
            start, end = items.starts[begin], items.ends[at]
            return HedgeFound(begin, at, start, end, phrase.hedge, items.text[start:end])
    return None


_NEGATIONS = folded_set("لا لم لن ما")
_VERB_ENDS = folded_set("على عن إلى من")


@cache
def _subjects() -> frozenset[str]:
    nouns = folded_set(
        "عدد قيمت مساحت طول وزن عمر سعر حجم كلفت تكلفت نسبت ارتفاع سرعت ثمن إجمالي مجموع رأسمال"
    )
    return frozenset(noun + end for noun in nouns for end in ("ه", "ها", "هم", "هن", "هما"))


def _match_before(items: Items, phrase: Phrase, at: int) -> HedgeFound | None:
    begin = at - len(phrase.words) + 1
    if begin < 0 or not all(items.joined(k, k + 1) for k in range(begin, at)):
        return None
    if any(items.folded(begin + k) != phrase.words[k] for k in range(1, len(phrase.words))):
        return None
    word, wanted = items.folded(begin), phrase.words[0]
    clitics = len(word) - len(wanted)
    if not word.endswith(wanted) or clitics > 2:
        return None
    prefix = word[:clitics]
    if prefix and not set(prefix) <= set("وف" if phrase.verbal else "وفبلك"):
        return None
    if phrase.words == ("دون",) and (prefix == "ب" or items.folded(begin - 1) == "من"):
        return None  # 'without' and not 'below'
    start, end = items.starts[begin], items.ends[at]
    return HedgeFound(begin, at, start, end, phrase.hedge, items.text[start:end])


def hedge_after(items: Items, last: int) -> HedgeFound | None:
    """Return the hedge that begins right after word `last`, the longest that fits."""
    at = last + 1
    if at >= len(items.words) or not items.joined(last, at):
        return None
    for phrase in hedges_after().get(items.folded(at), ()):
        end = at + len(phrase.words) - 1
        if any(items.folded(at + k) != word for k, word in enumerate(phrase.words)):
            continue
        number_follows = items.item(end + 1) or (
            items.folded(end + 1) == "من" and items.item(end + 2)
        )
        if not number_follows:
            begin, stop = items.starts[at], items.ends[end]
            return HedgeFound(at, end, begin, stop, phrase.hedge, items.text[begin:stop])
    return None
