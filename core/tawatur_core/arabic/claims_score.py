"""How much a clause is worth checking: a sum of named reasons, squeezed into 0…1.

The weights are set by hand: each stands for a fact of news language (a number, a date, a named
authority can be checked; a question, a judgement or a confession cannot).
"""

from __future__ import annotations

import math
from collections.abc import Iterable
from dataclasses import dataclass

from tawatur_core.arabic import claims_words as lists
from tawatur_core.model import Evidence

_BIAS = -0.7


@dataclass(frozen=True, slots=True)
class Signs:
    """What a clause shows. `words` are folded; `length` counts those of its whole sentence."""

    words: tuple[str, ...]
    length: int = 0
    quantities: int = 0
    dates: int = 0
    attributed: bool = False
    quoted: bool = False
    question: bool = False
    exclaims: bool = False
    names: int = 0


def score(signs: Signs) -> tuple[float, tuple[Evidence, ...]]:
    """Return the score, 0…1, and its reasons with their weights."""
    reasons = tuple(reason for reason in _reasons(signs) if reason.weight)
    total = _BIAS + sum(reason.weight for reason in reasons)
    return 1 / (1 + math.exp(-total)), reasons


def _reasons(signs: Signs) -> Iterable[Evidence]:
    words = signs.words
    bare = [_bare(word) for word in words]
    yield _some("evidence-worth-number", 0.4 * min(signs.quantities, 3))
    yield _some("evidence-worth-date", 0.6 * min(signs.dates, 2))
    yield _some("evidence-worth-source", 0.4 if signs.attributed else 0.0)
    yield _some("evidence-worth-event", 0.45 * min(_count(bare, lists.EVENTS), 2))
    yield _some("evidence-worth-actor", 0.3 * min(_count(bare, lists.ACTORS), 3))
    yield _some("evidence-worth-name", 0.15 * min(signs.names, 4))
    yield _some("evidence-worth-length", _length(len(words), max(signs.length, len(words))))
    yield _some("evidence-worth-question", -1.6 if signs.question else 0.0)
    yield _some("evidence-worth-exclamation", -0.8 if signs.exclaims else 0.0)
    yield _some("evidence-worth-first-person", -0.6 * min(_count(bare, lists.FIRST_PERSON), 3))
    yield _some("evidence-worth-address", -0.7 * min(_count(bare, lists.SECOND_PERSON), 2))
    yield _some("evidence-worth-opinion", -0.35 * min(_count(bare, lists.OPINION), 4))
    yield _some("evidence-worth-furniture", -0.5 * min(_count(words, lists.FURNITURE), 3))
    yield _some("evidence-worth-quoted", 0.3 if signs.quoted else 0.0)
    yield _some("evidence-worth-supposed", -0.25 * min(_count(bare, lists.HYPOTHETICAL), 2))


def _some(code: str, weight: float) -> Evidence:
    return Evidence(code, round(weight, 3))


def _length(count: int, whole: int) -> float:
    """Weigh the length of the clause and of its sentence, in words.

    A long news sentence holds details to check, a few words hardly any.
    """
    if count < 4:
        return -1.5
    return max(-0.9, min(0.9, 0.05 * ((count + whole) / 2 - 17)))


def _count(words: Iterable[str], wanted: frozenset[str]) -> int:
    return sum(word in wanted for word in words)


def _bare(word: str) -> str:
    """Return a folded word without the conjunction و or ف when a listed word is left."""
    if word[:1] in {"و", "ف"} and word[1:] in _LISTED:
        return word[1:]
    return word


_LISTED = lists.EVENTS | lists.ACTORS | lists.FIRST_PERSON | lists.SECOND_PERSON | lists.OPINION
