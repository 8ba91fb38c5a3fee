"""The realignment of a corpus from its words, in plain Python: the definition of what is near.

`claims_at_scale` does the same in bulk, and a batch engine can do it with these functions and
joins (docs/scale.md). Small corpora need nothing else.
"""

from __future__ import annotations

import math
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from heapq import nsmallest

from rapidfuzz.fuzz import token_sort_ratio

from tawatur_core.reconcile.terms import Terms, raw_words

# A term of more claims than this is not looked up; the work would grow with the square.
MOST_HOLDERS = 1000
NEAREST = 16
LEAST_COSINE = 0.3
LEAST_LIKENESS = 0.6
_MOST_IN_GROUP = 100
# As if some more news had been read, as in terms.Rarity.
_READ_BEFORE = 50
_HELD_BEFORE = 2


def terms(text: str) -> list[str]:
    """Return the terms a claim can be found by, each once: stems, and roots marked with √."""
    return list(Terms.of(text).counts)


def weight(term: str, holders: int, total: int) -> int:
    """Return how telling a term of `holders` claims of `total` is, in hundredths.

    A whole number: sums do not depend on the order in which an engine adds.
    """
    told = 100 * math.log1p((total + _READ_BEFORE) / (holders + _HELD_BEFORE))
    # Roots merge unlike words.
    return round(told / 2 if term.startswith("√") else told)


def likeness(a: str, b: str) -> float:
    """Return how alike the sorted words of two claims are, 0…1.

    In steps of 1/1024, which add up exactly in any order.
    """
    return math.floor(token_sort_ratio(a, b) * 10.24) / 1024


@dataclass(slots=True)
class Reader:
    """Reads many texts into numbered terms; what each word gives is worked out once."""

    names: list[str] = field(default_factory=list)
    _numbers: dict[str, int] = field(default_factory=dict)
    _words: dict[str, tuple[int, ...]] = field(default_factory=dict)

    def terms(self, text: str) -> Iterable[int]:
        """Yield the numbers of the terms of a text, some twice; `names` holds the terms.

        What stands between two spaces is read once for all texts.
        """
        known = self._words
        for piece in text.split():
            numbers = known.get(piece)
            if numbers is None:
                numbers = known[piece] = tuple(self._read(piece))
            yield from numbers

    def _read(self, piece: str) -> dict[int, None]:
        return dict.fromkeys(self._number(t) for word in raw_words(piece) for t in terms(word))

    def _number(self, term: str) -> int:
        number = self._numbers.get(term)
        if number is None:
            number = self._numbers[term] = len(self.names)
            self.names.append(term)
        return number


Scored = Mapping[tuple[int, int], float]


def likely_pairs(texts: Sequence[str], documents: Sequence[str]) -> dict[tuple[int, int], float]:
    """Return the pairs of claims of different documents that tell one thing, with a score 0…1."""
    read = [terms(text) for text in texts]
    holders = Counter(term for found in read for term in found)
    squares = {t: weight(t, n, len(texts)) ** 2 for t, n in holders.items()}
    norms = [sum(squares[t] for t in found) for found in read]
    by_term: defaultdict[str, list[int]] = defaultdict(list)
    for place, found in enumerate(read):
        for term in found:
            if holders[term] <= MOST_HOLDERS:
                by_term[term].append(place)
    pairs: dict[tuple[int, int], float] = {}
    for place, found in enumerate(read):
        shared: Counter[int] = Counter()
        for term in found:
            for other in by_term.get(term, ()):
                shared[other] += squares[term]
        del shared[place]
        near = {o: s / math.sqrt(norms[place] * norms[o]) for o, s in shared.items()}
        kept = [(-cosine, o) for o, cosine in near.items() if cosine >= LEAST_COSINE]
        for _, other in nsmallest(NEAREST, kept):
            if documents[place] != documents[other]:
                low, high = min(place, other), max(place, other)
                pairs[low, high] = likeness(texts[low], texts[high])
    return {pair: told for pair, told in pairs.items() if told >= LEAST_LIKENESS}


def group_claims(texts: Sequence[str], documents: Sequence[str]) -> list[tuple[int, ...]]:
    """Group claims of different documents that tell one thing; returns places in `texts`."""
    return stars(likely_pairs(texts, documents))


def stars(pairs: Scored, most: int = _MOST_IN_GROUP) -> list[tuple[int, ...]]:
    """Group things by their pairs, each member near the centre of its group.

    The best connected becomes a centre first, and each thing goes to the nearest centre with
    room. Ties go to the lower place.
    """
    near: defaultdict[int, dict[int, float]] = defaultdict(dict)
    for (a, b), score in pairs.items():
        near[a][b] = near[b][a] = score
    centres: dict[int, list[int]] = {}
    taken: set[int] = set()
    for place in sorted(near, key=lambda p: (-math.fsum(near[p].values()), p)):
        if place not in taken:
            centres[place] = [place]
            taken.update(near[place])
    for place in sorted(near.keys() - centres.keys()):
        for other in _nearest(near[place]):
            if other in centres and len(centres[other]) < most:
                centres[other].append(place)
                break
    return sorted(tuple(sorted(group)) for group in centres.values() if len(group) > 1)


def _nearest(others: Mapping[int, float]) -> Iterable[int]:
    return sorted(others, key=lambda o: (-others[o], o))
