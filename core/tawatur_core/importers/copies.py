"""Texts that repeat each other: which share so many runs of words that one copies the other.

A text is known by its runs of four folded words (shingles: Broder, "On the resemblance and
containment of documents", 1997). Of a longer text every eighth run is indexed, by its hash, so that
any two texts that share a part meet; how much they share is then counted on all runs.
"""

from __future__ import annotations

import re
from array import array
from collections import Counter
from collections.abc import Hashable, Iterable, Sequence
from dataclasses import dataclass
from itertools import chain
from typing import Generic, TypeVar

from tawatur_core.arabic import fold, fold_text
from tawatur_core.model import Evidence, Span

Key = TypeVar("Key", bound=Hashable)
Runs = Sequence[int]

_WORD = re.compile(r"[^\W_]+")
_RUN = 4  # words
_ALL = 128  # texts of no more runs are indexed by all of them
_SAMPLED = 8
_MOST = 20  # texts kept under one run: a phrase that more share tells no copy
_EVERY, _PHRASES = 12, 60  # a phrase each so many words, and no more than so many
_FEWEST = 8  # shared runs: eleven words in one order
_HALF = 0.5  # of the runs of the shorter text


@dataclass(frozen=True, slots=True)
class Likeness:
    """How much two texts share: runs of words, and their share of the one and of the other."""

    shared: int
    of_this: float
    of_other: float

    @property
    def score(self) -> float:
        """Return the larger share: a shortened reprint lies wholly within its original."""
        return max(self.of_this, self.of_other)

    @property
    def copies(self) -> bool:
        """Whether one of the two is likely to be copied from the other."""
        return self.shared >= _FEWEST and self.score >= _HALF

    def evidence(self) -> tuple[Evidence, ...]:
        """Return the reasons in words."""
        return (
            Evidence("copy-shared-of-this", self.of_this, {"share": _percent(self.of_this)}),
            Evidence("copy-shared-of-other", self.of_other, {"share": _percent(self.of_other)}),
        )


def runs(text: str, *, folded: bool = False) -> Runs:
    """Return the hashes of the runs of words of a text, each once, in order of size.

    They compare within one run of the program only.
    """
    words = _WORD.findall(text if folded else fold_text(text))
    found = set(map(hash, _runs_of(words)))
    return array("q", sorted(found))


def phrases(text: str) -> list[str]:
    """Return runs of a text's folded words, spread over it, by which its copies can be looked up.

    Of a text that shares half of its words with another, several stand in the other.
    """
    words = _WORD.findall(fold_text(text))
    starts = range(0, max(1, len(words) - 3), max(_EVERY, len(words) // _PHRASES))
    return [" ".join(words[at : at + 4]) for at in starts if len(words) >= 4]


def likeness(this: Runs, other: Runs) -> Likeness:
    """Return how much two texts share, counted on all their runs."""
    if not this or not other:
        return Likeness(0, 0.0, 0.0)
    shared = len(set(this).intersection(other))
    return Likeness(shared, shared / len(this), shared / len(other))


def shared_spans(text: str, other: str) -> tuple[Span, ...]:
    """Return the parts of a text whose runs of four folded words stand in the other too."""
    folded, elsewhere = fold(text), _WORD.findall(fold_text(other))
    words = list(_WORD.finditer(folded.text))
    told = [word[0] for word in words]
    known = set(_runs_of(elsewhere))
    covered: list[list[int]] = []  # first word, and the one after the last
    for at, run in enumerate(_runs_of(told)):
        if run not in known:
            continue
        if covered and at <= covered[-1][1]:
            covered[-1][1] = at + _RUN
        else:
            covered.append([at, at + _RUN])
    return tuple(
        folded.original(Span(words[first].start(), words[after - 1].end()))
        for first, after in covered
    )


def _runs_of(words: Sequence[str]) -> Iterable[tuple[str, ...]]:
    return zip(*(words[n:] for n in range(_RUN)), strict=False)


class CopyIndex(Generic[Key]):
    """Finds, among the texts put into it, those a text shares its words with."""

    def __init__(self) -> None:
        self._texts: dict[Key, Runs] = {}
        self._under: dict[int, list[Key]] = {}

    def put(self, key: Key, text: Runs) -> None:
        """Take in a text under a key."""
        self._texts[key] = text
        for run in _indexed(text):
            keys = self._under.setdefault(run, [])
            if len(keys) < _MOST:
                keys.append(key)

    def like(self, text: Runs) -> list[tuple[Key, Likeness]]:
        """Return the texts that `text` copies or that copy it, the likest first."""
        met = Counter(chain.from_iterable(filter(None, map(self._under.get, text))))
        found = [(key, likeness(text, self._texts[key])) for key, _ in _enough(met)]
        return sorted((pair for pair in found if pair[1].copies), key=lambda pair: -pair[1].score)


def _indexed(text: Runs) -> Iterable[int]:
    return text if len(text) <= _ALL else [run for run in text if run % _SAMPLED == 0]


def _enough(met: Counter[Key]) -> list[tuple[Key, int]]:
    return [(key, count) for key, count in met.most_common(_MOST) if count > 1]


def _percent(share: float) -> str:
    return str(round(100 * share))
