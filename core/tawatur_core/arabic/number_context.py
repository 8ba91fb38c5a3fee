"""Hedges around numbers.

Phrases are tuples of folded words. A hedge decides which bound of a quantity is open.
"""

from __future__ import annotations

from functools import cache
from typing import NamedTuple

from tawatur_core.arabic.fold import fold_text
from tawatur_core.model import Hedge


def folded_set(words: str) -> frozenset[str]:
    """Return the folded words of a blank-separated list."""
    return frozenset(map(fold_text, words.split()))


class Phrase(NamedTuple):
    """A hedge phrase; `verbal` ones take only waw and fa before them, not prepositions.

    'تصل إلى 9' is an upper bound, 'لتصل إلى 9' tells the result.
    """

    words: tuple[str, ...]
    hedge: Hedge
    verbal: bool


_AT_LEAST = """أكثر من|أزيد من|أكثر بقليل من|أعلى من|أكبر من|لا أقل من|ليس أقل من
ما لا يقل عن|لا يقل عن|لا تقل عن|لا يقلون عن|لم يقل عن|لم تقل عن
لا يقل عددهم عن|ما يزيد على|ما يزيد عن|ما يربو على|ما يربو عن|ما يفوق
ما يتجاوز|على الأقل|بحد أدنى|كحد أدنى|حد أدنى|فوق|ما فوق|يزيد على|يزيد عن
تزيد على|تزيد عن|يزيدون على|يزيدون عن|زاد على|زاد عن|زادت على|زادت عن
يربو على|يربو عن|تربو على|تربو عن|يفوق|تفوق|فاق|فاقت|يتجاوز|تتجاوز|تجاوز
تجاوزت|تجاوزوا|متجاوزا|متجاوزة|يتخطى|تتخطى|تخطى|تخطت|يتعدى|تتعدى|تعدى|تعدت
أكثر من أو يساوي|أكبر من أو يساوي|أكبر من أو تساوي|أكثر من أو تساوي"""
_AT_MOST = """أقل من|أقل بقليل من|أدنى من|أدنى|أصغر من|أقل من أو يساوي|أصغر من أو يساوي
أصغر من أو تساوي|أقل من أو تساوي|ليس أكثر من|لا أكثر من|على الأكثر|بحد أقصى
كحد أقصى|حد أقصى|تحت|دون|ما دون|ما يصل إلى|يصل إلى|تصل إلى|يصل حتى|تصل حتى
يصلون إلى|لا يتجاوز|لا تتجاوز|لا يتجاوزون|لم يتجاوز|لم تتجاوز|لن يتجاوز
لن تتجاوز|لا يزيد على|لا يزيد عن|لا تزيد على|لا تزيد عن|لم يزد على|لم يزد عن
لم تزد على|لم تزد عن|لا يتعدى|لا تتعدى|لم يتعد|لم تتعد|لا يتخطى|لا تتخطى
لا يفوق|لا تفوق|يقل عن|تقل عن"""
_ABOUT = """نحو|حوالي|قرابة|زهاء|ما يقارب|يقارب|تقارب|ما يقرب من|يقرب من|تقرب من|قريبا من|في حدود
بحدود|حدود|ما يناهز|يناهز|تناهز|ناهز|ناهزت|تقريبا|بنحو|بين نحو|ما قدر بنحو|ما يقدر بنحو"""
_AFTER = {
    Hedge.AT_LEAST: """على الأقل|على أقل تقدير|أو أكثر|أو أكثر من|أو أكبر|أو أكبر من|أو يزيد|فأكثر
فما فوق|وما فوق|كحد أدنى|أو أعلى|أو تزيد""",
    Hedge.AT_MOST: "على الأكثر|على أكثر تقدير|أو أقل|فأقل|كحد أقصى|أو أدنى|أو أصغر|فما دون|وما دون",
    Hedge.ABOUT: "تقريبا",
}
_VERBS = frozenset("يتسنزف")
_NO_VERB = folded_set("نحو تحت فوق زهاء تقريبا")


def _phrases(source: str, hedge: Hedge) -> list[Phrase]:
    found = []
    for line in source.replace("\n", "|").split("|"):
        words = tuple(map(fold_text, line.split()))
        verbal = words[0][0] in _VERBS and words[0] not in _NO_VERB
        found.append(Phrase(words, hedge, verbal))
    return found


@cache
def hedges_before() -> dict[str, tuple[Phrase, ...]]:
    """Return the hedges that stand before a number, by their last word, longest first."""
    phrases = [
        *_phrases(_AT_LEAST, Hedge.AT_LEAST),
        *_phrases(_AT_MOST, Hedge.AT_MOST),
        *_phrases(_ABOUT, Hedge.ABOUT),
    ]
    return _by_key(phrases, -1)


@cache
def hedges_after() -> dict[str, tuple[Phrase, ...]]:
    """Return the hedges that stand after a number or its unit, by first word, longest first."""
    phrases = [p for hedge, source in _AFTER.items() for p in _phrases(source, hedge)]
    return _by_key(phrases, 0)


def _by_key(phrases: list[Phrase], at: int) -> dict[str, tuple[Phrase, ...]]:
    found: dict[str, list[Phrase]] = {}
    for phrase in sorted(phrases, key=lambda p: -len(p.words)):
        found.setdefault(phrase.words[at], []).append(phrase)
    return {key: tuple(values) for key, values in found.items()}
