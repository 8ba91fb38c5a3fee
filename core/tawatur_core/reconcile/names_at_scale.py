"""Names that may be one among very many: candidates by sound in bulk, groups around one centre.

Blocking takes the consonants of a whole name in sound classes, and each such key with one
consonant left out, so that one foreign sound heard otherwise (ف or و for v) does not part two
spellings. Scores follow the steps of `arabic.names` but are counted in bulk, so they are coarser:
`name_similarity` gives the reasons for the pairs that a person looks at. Needs the extra `scale`.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field

import numpy as np
from numpy.typing import NDArray
from rapidfuzz.distance import Indel, Levenshtein
from rapidfuzz.process import cpdist

from tawatur_core.arabic.names_parts import parts
from tawatur_core.monitor import Monitor, Silent
from tawatur_core.reconcile.names_letters import GLIDES, classes, hear, trace
from tawatur_core.reconcile.stars import MOST_IN_GROUP, Edges, stars

# Pairs below this are not worth an analyst's look.
LEAST = 0.55
_LONGEST = 16  # consonants of a key: four bits each in one machine word
_SHORTEST_CUT = 5  # a shorter key with one left out would bring everybody together
_WINDOW = 6  # neighbours in the order of the spelling that are compared inside a block
_AT_ONCE = 1 << 20
_PARTS = 4  # the fourth part holds all that follows

_LONGER = 2  # letters that spellings of one name with other spaces may differ by

# Log odds, close to those of arabic.names, where each step has its own weight.
_BASE = 1.4
_PER_LOG_CONSONANT = 1.4
_PER_LOG_OTHER = 1.1
_FAR_CONSONANT = 4.5
_NEAR_CONSONANT = 1.6
_LABIAL = 2.8  # ف or ب against nothing, beside what a near consonant costs
_FIRST_GLIDE = 2.1  # و or ي at the start is a consonant
_VOWEL = 0.9
_HOPELESS = 7.5  # no support of the other parts makes up for more
_LISTED_SAME = 1.8
_LISTED_DIFFERENT = 3.0

_Floats = NDArray[np.float64]
_Places = NDArray[np.int64]


@dataclass(slots=True)
class _Words:
    """The parts of all names, each once: how it is heard, ever coarser."""

    numbers: dict[tuple[str, int], int] = field(default_factory=dict)
    plain: dict[str, int] = field(default_factory=dict)  # by the word as written
    heard: list[str] = field(default_factory=list)
    fine: list[str] = field(default_factory=list)
    coarse: list[str] = field(default_factory=list)
    classes: list[tuple[int, ...]] = field(default_factory=list)
    listed: list[int] = field(default_factory=list)
    traces: list[tuple[int, int, int]] = field(default_factory=list)  # see names_letters.trace

    @property
    def columns(self) -> tuple[list[str], list[str], list[str]]:
        """How the words are heard, ever coarser."""
        return self.heard, self.fine, self.coarse

    def number(self, letters: str, listed: int) -> int:
        """Return the number of a part, from 1."""
        known = self.numbers.get((letters, listed))
        if known is not None:
            return known
        heard, fine, coarse = hear(letters)
        self.heard.append(heard)
        self.fine.append(fine)
        self.coarse.append(coarse)
        self.classes.append(classes(letters))
        self.listed.append(listed)
        self.traces.append(trace(heard))
        return self.numbers.setdefault((letters, listed), len(self.heard))


@dataclass(frozen=True, slots=True)
class _Heard:
    """Names as they sound, one row for each name."""

    words: _Words
    parts: NDArray[np.int32]  # numbers of the words, 0 where a name has no more
    key: NDArray[np.uint64]
    length: NDArray[np.int8]  # of the key


def group_names(
    names: Sequence[str], *, least: float = LEAST, monitor: Monitor | None = None
) -> list[tuple[int, ...]]:
    """Group names that may be one; returns the places in `names`, each group in order.

    Every member was compared with the group's centre: names are never chained, and no group is
    larger than MOST_IN_GROUP. Names that are alone are left out. Raises Cancelled.
    """
    return stars(likely_pairs(names, least=least, monitor=monitor), len(names), MOST_IN_GROUP)


def likely_pairs(
    names: Sequence[str], *, least: float = LEAST, monitor: Monitor | None = None
) -> Edges:
    """Return the pairs of names that may be one, with a score 0…1. Raises Cancelled.

    Time and memory grow in proportion to the number of names.
    """
    watch = monitor or Silent()
    heard = _hear(names, watch)
    return Edges.joined([_scored(heard, a, b, least) for a, b in _blocked(heard, watch)])


def _hear(names: Sequence[str], watch: Monitor) -> _Heard:
    count = len(names)
    numbers = np.zeros((count, _PARTS), dtype=np.int32)
    key = np.zeros(count, dtype=np.uint64)
    length = np.zeros(count, dtype=np.int8)
    words = _Words()
    for place, name in enumerate(names):
        if place % 4096 == 0:
            watch.step(place, count)
        packed = size = before = 0
        for at, number in enumerate(_numbers(name, words)):
            numbers[place, at] = number
            for digit in words.classes[number - 1]:
                if digit != before and size < _LONGEST:
                    packed, size, before = packed << 4 | digit, size + 1, digit
        key[place], length[place] = packed, size
    return _Heard(words, numbers, key, length)


def _numbers(name: str, words: _Words) -> list[int]:
    """Return the numbers of a name's words."""
    known = words.plain
    found: list[int] = []
    for word in name.split(" "):
        number = known.get(word)
        if number is None:
            number = known[word] = _plain(word, words)
        if not number:
            return [words.number(letters, listed) for letters, listed in _told(name)]
        found.append(number)
    if len(found) > _PARTS:
        return [words.number(letters, listed) for letters, listed in _told(name)]
    return found


# Says nothing to the words beside it: no title, no particle, nothing that is joined.
_PROBE = "رلمن"


def _plain(word: str, words: _Words) -> int:
    """Return the number of a word that is a part whatever stands beside it, else 0.

    Reading most names word by word saves half the time.
    """
    alone, beside = parts(word), parts(_PROBE)
    if len(word) < 2 or len(alone) != 1 or alone[0].latin:
        return 0
    # A title, a particle or what is joined shows when something follows.
    if parts(f"{word} {_PROBE}") != (*alone, *beside):
        return 0
    return words.number(alone[0].letters, alone[0].listed)


def _told(name: str) -> list[tuple[str, int]]:
    """Return the letters of the parts with their numbers in the list, at most _PARTS."""
    told = [(part.letters, part.listed) for part in parts(name)]
    if len(told) > _PARTS:
        told[_PARTS - 1 :] = [("".join(letters for letters, _ in told[_PARTS - 1 :]), -1)]
    return told


def _blocked(heard: _Heard, watch: Monitor) -> Iterator[tuple[_Places, _Places]]:
    """Yield pairs that share a key, each pair once."""
    keys, owners = _keys(heard)
    # Inside a block in the order of the spelling: the likest stand side by side.
    order = np.lexsort((_ranks(heard)[owners], keys))
    keys, owners = keys[order], owners[order]
    del order
    found: list[NDArray[np.uint64]] = []
    for step in range(1, _WINDOW + 1):
        watch.step(step, _WINDOW)
        same = np.flatnonzero(keys[step:] == keys[:-step])
        a, b = owners[same], owners[same + step]
        low, high = np.minimum(a, b).astype(np.uint64), np.maximum(a, b).astype(np.uint64)
        found.append(low[low != high] << np.uint64(32) | high[low != high])
    pairs = _distinct(np.concatenate(found))
    del found, keys, owners
    for start in range(0, len(pairs), _AT_ONCE):
        watch.step(start, len(pairs))
        some = pairs[start : start + _AT_ONCE]
        low, high = some >> np.uint64(32), some & np.uint64(0xFFFFFFFF)
        yield low.astype(np.int64), high.astype(np.int64)


def _distinct(pairs: NDArray[np.uint64]) -> NDArray[np.uint64]:
    # Sorting is several times faster than the table of hashes that `unique` keeps.
    pairs.sort()
    return pairs[np.concatenate(([True], pairs[1:] != pairs[:-1]))] if len(pairs) else pairs


def _ranks(heard: _Heard) -> NDArray[np.int32]:
    """Return the place of each name in the order of the words as they are heard."""
    rank_of_word = np.zeros(len(heard.words.heard) + 1, dtype=np.int32)
    rank_of_word[1:][np.argsort(np.array(heard.words.heard, dtype=object), kind="stable")] = (
        np.arange(1, len(heard.words.heard) + 1, dtype=np.int32)
    )
    ranked = rank_of_word[heard.parts]
    rank = np.empty(len(ranked), dtype=np.int32)
    rank[np.lexsort(ranked.T[::-1])] = np.arange(len(ranked), dtype=np.int32)
    return rank


def _keys(heard: _Heard) -> tuple[NDArray[np.uint64], NDArray[np.int32]]:
    """Return every key with the place of its name: the whole one, and with one consonant less."""
    everybody = np.arange(len(heard.key), dtype=np.int32)
    some = heard.length > 0
    keys, owners = [heard.key[some]], [everybody[some]]
    for at in range(_LONGEST):
        cut = np.flatnonzero((heard.length >= _SHORTEST_CUT) & (heard.length > at))
        low = np.uint64((1 << 4 * at) - 1)
        whole = heard.key[cut]
        # In two steps: sixteen digits are more than one shift may take.
        above = whole >> np.uint64(4 * at) >> np.uint64(4)
        keys.append(above << np.uint64(4 * at) | whole & low)
        owners.append(everybody[cut])
    return np.concatenate(keys), np.concatenate(owners)


# --- scores -------------------------------------------------------------------------------------


def _scored(heard: _Heard, a: _Places, b: _Places, least: float) -> Edges:
    ours, theirs = heard.parts[a], heard.parts[b]
    odds = np.empty(len(a), dtype=np.float64)
    alike = np.all((ours > 0) == (theirs > 0), axis=1)
    odds[alike] = _in_order(heard.words, ours[alike], theirs[alike])
    odds[~alike] = -np.inf
    apart = np.flatnonzero(~alike)
    sizes = np.array([0, *map(len, heard.words.heard)], dtype=np.int16)
    longer = sizes[ours[apart]].sum(axis=1) - sizes[theirs[apart]].sum(axis=1)
    apart = apart[np.abs(longer) <= _LONGER]
    odds[apart] = _as_one(heard, a[apart], b[apart])
    kept = np.flatnonzero(odds >= np.log(least / (1 - least)))
    score = 1 / (1 + np.exp(-odds[kept]))
    return Edges(a[kept], b[kept], score.astype(np.float32))


def _in_order(words: _Words, ours: NDArray[np.int32], theirs: NDArray[np.int32]) -> _Floats:
    """Weigh names of as many parts: the weakest pair decides, the others lend support."""
    consonants = np.array([0, *map(len, words.fine)], dtype=np.float64)
    sizes = (consonants[ours] + consonants[theirs]) / 2
    odds = np.full(ours.shape, np.inf)
    hopeful = np.ones(len(ours), dtype=np.bool_)
    # The last part first: it tells most, and a hopeless pair is not looked at further.
    for at in reversed(range(_PARTS)):
        there = np.flatnonzero((ours[:, at] > 0) & hopeful)
        costs = _costs_of_words(words, ours[there, at], theirs[there, at])
        odds[there, at] = _BASE + _PER_LOG_CONSONANT * np.log(np.maximum(sizes[there, at], 1.0))
        odds[there, at] -= costs
        hopeful[there[costs > _HOPELESS]] = False
    weakest = np.argmin(odds, axis=1)
    rows = np.arange(len(ours))
    others = sizes.sum(axis=1) - sizes[rows, weakest]
    return np.asarray(odds[rows, weakest] + _PER_LOG_OTHER * np.log1p(others))


def _costs_of_words(words: _Words, a: NDArray[np.int32], b: NDArray[np.int32]) -> _Floats:
    """Return what the steps between two words take away; each pair of words is compared once."""
    low, high = np.minimum(a, b).astype(np.int64), np.maximum(a, b).astype(np.int64)
    pairs, back = np.unique(low << 32 | high, return_inverse=True)
    first, second = (pairs >> 32) - 1, (pairs & 0xFFFFFFFF) - 1
    x, y = first.tolist(), second.tolist()
    traces = np.array(words.traces, dtype=np.int32)
    told = [([t[i] for i in x], [t[i] for i in y]) for t in words.columns]
    cost = _costs(told, traces[first], traces[second])
    listed = np.array(words.listed, dtype=np.int32)
    ours, theirs = listed[first], listed[second]
    cost[(ours >= 0) & (theirs >= 0) & (ours != theirs)] += _LISTED_DIFFERENT
    cost[(ours >= 0) & (ours == theirs) & (first != second)] -= _LISTED_SAME
    return np.asarray(cost[back])


def _as_one(heard: _Heard, a: _Places, b: _Places) -> _Floats:
    """Weigh names as if they were written without spaces."""
    names, back = np.unique(np.concatenate([a, b]), return_inverse=True)
    x, y = back[: len(a)], back[len(a) :]
    heard_, fine, coarse = (_joined(told, heard.parts[names]) for told in heard.words.columns)
    sizes = np.fromiter(map(len, fine), np.float64, len(fine))
    odds = _BASE + _PER_LOG_CONSONANT * np.log(np.maximum((sizes[x] + sizes[y]) / 2, 1.0))
    hopeful = odds >= _NEAR_CONSONANT * _distance(_taken(fine, x), _taken(fine, y))
    odds[~hopeful] = -np.inf
    x, y = x[hopeful], y[hopeful]
    traces = _joined_traces(heard.words, heard.parts[names])
    told = [(_taken(t, x), _taken(t, y)) for t in (heard_, fine, coarse)]
    odds[hopeful] -= _costs(told, traces[x], traces[y])
    return np.asarray(odds)


def _joined(column: list[str], parts_: NDArray[np.int32]) -> list[str]:
    """Return names without spaces, from the numbers of their words."""
    told = ["", *column]
    one, two, three, four = (parts_[:, at].tolist() for at in range(_PARTS))
    return [
        told[i] + told[j] + told[k] + told[m]
        for i, j, k, m in zip(one, two, three, four, strict=True)
    ]


def _taken(told: list[str], places: NDArray[np.int64]) -> list[str]:
    return [told[place] for place in places.tolist()]


def _joined_traces(words: _Words, parts_: NDArray[np.int32]) -> NDArray[np.int32]:
    """Return the traces of names written without spaces."""
    traces = np.array([(0, 0, 0), *words.traces], dtype=np.int32)
    joined = traces[parts_].sum(axis=1)
    joined[:, 2] = traces[parts_[:, 0], 2]
    return np.asarray(joined, dtype=np.int32)


def _costs(
    told: Sequence[tuple[list[str], list[str]]], ours: NDArray[np.int32], theirs: NDArray[np.int32]
) -> _Floats:
    """Return what tells two spellings apart, from how they are heard, ever coarser.

    `ours` and `theirs` are the traces of both sides.
    """
    heard, fine, coarse = told
    far = _distance(*coarse)
    near = _distance(*fine)
    cost = _FAR_CONSONANT * far + _NEAR_CONSONANT * np.maximum(near - far, 0.0)
    hopeful = np.flatnonzero(cost <= _HOPELESS)
    kept = hopeful.tolist()
    fine = [fine[0][i] for i in kept], [fine[1][i] for i in kept]
    heard = [heard[0][i] for i in kept], [heard[1][i] for i in kept]
    # A vowel for another counts as one left out and one put in.
    vowels = _distance(*heard, Indel.distance) - _distance(*fine, Indel.distance)
    cost[hopeful] += _VOWEL * np.maximum(vowels, 0.0) + _seen(ours[hopeful], theirs[hopeful])
    return cost


def _seen(a: NDArray[np.int32], b: NDArray[np.int32]) -> _Floats:
    """Return what labials and glides add that the distances do not see."""
    labials, waws = a[:, 0] - b[:, 0], a[:, 1] - b[:, 1]
    missing = np.minimum(np.abs(labials), np.abs(labials + waws))
    first, other = a[:, 2], b[:, 2]
    glide = (first != other) & (np.isin(first, GLIDES) | np.isin(other, GLIDES))
    return np.asarray(_LABIAL * missing + _FIRST_GLIDE * glide)


def _distance(
    a: list[str], b: list[str], scorer: Callable[..., int] = Levenshtein.distance
) -> _Floats:
    if not a:
        return np.empty(0, np.float64)
    return np.asarray(cpdist(a, b, scorer=scorer, dtype=np.float32), dtype=np.float64)
