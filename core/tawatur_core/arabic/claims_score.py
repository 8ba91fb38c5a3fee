"""How much a clause is worth checking: a sum of named reasons, squeezed into 0…1.

The weights are set by hand: each stands for a fact of news language (a number, a date, a named
authority can be checked; a question, a judgement or a confession cannot).
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from tawatur_core.arabic import claims_words as lists
from tawatur_core.arabic.results import reason
from tawatur_core.model import Evidence

_BIAS = -0.4


class Signs(NamedTuple):
    """What a clause shows. `words` are folded; `length` counts those of its whole sentence."""

    words: Sequence[str]
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
    weights = [(name, weight) for name, weight in _weights(signs) if weight]
    reasons = tuple([reason(name, round(weight, 3)) for name, weight in weights])
    return 1 / (1 + math.exp(-_BIAS - sum([weight for _, weight in weights]))), reasons


def _weights(signs: Signs) -> list[tuple[str, float]]:
    """Return the reasons that may hold with their weights, 0 when one does not."""
    words, counts = len(signs.words), _counts(signs.words)
    return [
        ("evidence-worth-number", 0.4 * min(signs.quantities, 3)),
        ("evidence-worth-date", 0.6 * min(signs.dates, 2)),
        ("evidence-worth-source", 0.35 if signs.attributed else 0.0),
        ("evidence-worth-quoted", 0.3 if signs.quoted else 0.0),
        ("evidence-worth-name", 0.15 * min(signs.names, 4)),
        ("evidence-worth-length", _length(words, max(signs.length, words))),
        ("evidence-worth-question", -1.6 if signs.question else 0.0),
        ("evidence-worth-exclamation", -0.8 if signs.exclaims else 0.0),
        *[
            (f"evidence-worth-{name}", weight * min(counts[name], most))
            for name, (weight, most, _) in (_LISTS.items() if counts else ())
            if name in counts
        ],
    ]


def _length(count: int, whole: int) -> float:
    """Weigh the length of the clause and of its sentence, in words.

    A long news sentence holds details to check, a few words hardly any; what counts is how many
    times longer it is.
    """
    if count < 4:
        return -1.5
    return max(-1.0, min(0.8, 0.9 * math.log((count + whole) / (2 * _USUAL_LENGTH))))


_USUAL_LENGTH = 15  # words


# Reason, its weight for each word, how many words count at most, the words.
_LISTS: dict[str, tuple[float, int, frozenset[str]]] = {
    "event": (0.45, 2, lists.EVENTS),
    "actor": (0.3, 3, lists.ACTORS),
    "first-person": (-0.6, 3, lists.FIRST_PERSON),
    "address": (-0.7, 2, lists.SECOND_PERSON),
    "spoken": (-0.3, 3, lists.SPOKEN),
    "opinion": (-0.35, 4, lists.OPINION),
    "furniture": (-0.5, 3, lists.FURNITURE),
    "supposed": (-0.25, 2, lists.HYPOTHETICAL),
}


def _by_word() -> dict[str, tuple[str, ...]]:
    """Return the reasons for which a word is listed, with or without the conjunction و or ف."""
    found: dict[str, tuple[str, ...]] = {}
    for name, (_, _, words) in _LISTS.items():
        for word in words:
            found[word] = (*found.get(word, ()), name)
    return {conj + word: names for conj in "وف" for word, names in found.items()} | found


_REASONS = _by_word()


def _counts(words: Iterable[str]) -> dict[str, int]:
    """Count the listed words by reason."""
    counts: dict[str, int] = {}
    for names in filter(None, map(_REASONS.get, words)):
        for name in names:
            counts[name] = counts.get(name, 0) + 1
    return counts
