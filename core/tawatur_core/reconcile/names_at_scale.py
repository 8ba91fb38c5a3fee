"""Names that may be one among very many: candidates by sound in bulk, groups around one centre.

Blocking takes the consonants of a whole name in sound classes, and each such key with one
consonant left out, so that one foreign sound heard otherwise (ف or و for v) does not part two
spellings. Scores follow the steps of `arabic.names` but are counted in bulk, so they are coarser:
`name_similarity` gives the reasons for the pairs that a person looks at. Needs the extra `scale`.
"""

from __future__ import annotations

from array import array
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from itertools import repeat

import numpy as np
from numpy.typing import NDArray
from rapidfuzz.distance import Indel, Levenshtein
from rapidfuzz.process import cpdist

from tawatur_core.arabic.names_parts import lone, parts
from tawatur_core.monitor import Monitor, Silent
from tawatur_core.reconcile.names_letters import GLIDES, Sounds, Strings, Words
from tawatur_core.reconcile.stars import MOST_IN_GROUP, Edges, stars

# Pairs below this are not worth an analyst's look.
LEAST = 0.55
_LONGEST = 16  # consonants of a key: four bits each in one machine word
_SHORTEST_CUT = 5  # a shorter key with one left out would bring everybody together
_WINDOW = 6  # neighbours in the order of the spelling that are compared inside a block
_AT_ONCE = 1 << 20
_PARTS = 4  # the fourth part holds all that follows

_ROUNDING = 1e-9
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


@dataclass(frozen=True, slots=True)
class _Heard:
    """Names as they sound, one row for each name."""

    sounds: Sounds  # of the words
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
    words = Words(_LONGEST)
    known = words.plain.get
    flat, sizes = array("i"), array("b")
    for place, name in enumerate(names):
        if place % 4096 == 0:
            watch.step(place, len(names))
        found = list(map(known, name.split(" "), repeat(0)))
        if len(found) > _PARTS or not all(found):
            found = _numbers(name, words)
        flat.extend(found)
        sizes.append(len(found))
    size = np.array(sizes, dtype=np.int64)
    at = np.arange(len(flat)) - np.repeat(np.cumsum(size) - size, size)
    numbers = np.zeros((len(names), _PARTS), dtype=np.int32)
    numbers[np.repeat(np.arange(len(names)), size), at] = flat
    return _Heard(words.sounds(), numbers, *_joined_keys(words, numbers))


def _joined_keys(
    words: Words, numbers: NDArray[np.int32]
) -> tuple[NDArray[np.uint64], NDArray[np.int8]]:
    """Return the keys of names, and of how many consonants: those of their words in one row.

    A consonant that follows itself counts once, and no more than _LONGEST are kept.
    """
    packed = np.array(words.keys, dtype=np.uint64)
    sizes = np.array(words.lengths, dtype=np.uint64)
    four, longest, one = np.uint64(4), np.uint64(_LONGEST), np.uint64(1)
    key = np.zeros(len(numbers), dtype=np.uint64)
    length = np.zeros(len(numbers), dtype=np.uint64)
    for column in numbers.T:
        digits, size = packed[column], sizes[column]
        above = four * np.maximum(size, one) - four  # bits below the first digit
        again = (size > 0) & (digits >> above == key & np.uint64(15))
        digits = np.where(again, digits & ((one << above) - one), digits)
        size = size - again
        kept = np.minimum(size, longest - length)
        digits >>= four * np.minimum(size - kept, longest - one)
        # In two steps: sixteen digits are more than one shift may take.
        half = kept // np.uint64(2)
        key = key << four * half << four * (kept - half) | np.where(kept > 0, digits, 0)
        length += kept
    return key, length.astype(np.int8)


def _numbers(name: str, words: Words) -> list[int]:
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


def _plain(word: str, words: Words) -> int:
    """Return the number of a word that is a part whatever stands beside it, else 0.

    Reading most names word by word saves half the time.
    """
    part = lone(word)
    return 0 if part is None else words.number(part.letters, part.listed)


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
    spelt = heard.sounds.heard[1:]
    rank_of_word = np.zeros(len(spelt) + 1, dtype=np.int32)
    rank_of_word[1:][np.argsort(spelt, kind="stable")] = np.arange(
        1, len(spelt) + 1, dtype=np.int32
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
    floor = float(np.log(least / (1 - least)))
    hope = floor - _ROUNDING
    odds = np.full(len(a), -np.inf)
    alike = np.all((ours > 0) == (theirs > 0), axis=1)
    some = np.flatnonzero(alike)
    some = some[_best_in_order(heard.sounds, ours[some], theirs[some]) >= hope]
    odds[some] = _in_order(heard.sounds, ours[some], theirs[some])
    apart = np.flatnonzero(~alike)
    sizes = heard.sounds.sizes[:, 0]
    longer = sizes[ours[apart]].sum(axis=1) - sizes[theirs[apart]].sum(axis=1)
    apart = apart[np.abs(longer) <= _LONGER]
    apart = apart[_best_as_one(heard.sounds, ours[apart], theirs[apart]) >= hope]
    odds[apart] = _as_one(heard, a[apart], b[apart])
    kept = np.flatnonzero(odds >= floor)
    score = 1 / (1 + np.exp(-odds[kept]))
    return Edges(a[kept], b[kept], score.astype(np.float32))


def _best_in_order(sounds: Sounds, ours: NDArray[np.int32], theirs: NDArray[np.int32]) -> _Floats:
    """Return more than `_in_order` can, from how long the words are and which letters they have.

    Most pairs need no closer look.
    """
    sizes = (sounds.sizes[ours, 1] + sounds.sizes[theirs, 1]) / 2
    odds: _Floats = np.full(len(ours), np.inf)
    for at in range(_PARTS):
        a, b = ours[:, at], theirs[:, at]
        least = _least_cost(sounds.sizes[a], sounds.letters[a], sounds.sizes[b], sounds.letters[b])
        least += _listed(sounds, a, b)
        best = _BASE + _PER_LOG_CONSONANT * np.log(np.maximum(sizes[:, at], 1.0)) - least
        odds = np.where(a > 0, np.minimum(odds, best), odds)
    return np.asarray(odds + _PER_LOG_OTHER * np.log1p(sizes.sum(axis=1)))


def _best_as_one(sounds: Sounds, ours: NDArray[np.int32], theirs: NDArray[np.int32]) -> _Floats:
    """Return more than `_as_one` can."""
    sides = [
        (sounds.sizes[side].sum(axis=1), np.bitwise_or.reduce(sounds.letters[side], axis=1))
        for side in (ours, theirs)
    ]
    size = (sides[0][0][:, 1] + sides[1][0][:, 1]) / 2
    least = _least_cost(*sides[0], *sides[1])
    return np.asarray(_BASE + _PER_LOG_CONSONANT * np.log(np.maximum(size, 1.0)) - least)


def _least_cost(
    our_sizes: NDArray[np.int16],
    our_letters: NDArray[np.uint64],
    their_sizes: NDArray[np.int16],
    their_letters: NDArray[np.uint64],
) -> _Floats:
    """Return less than the steps between two spellings cost: a step changes one letter."""
    ours, theirs = our_letters & ~their_letters, their_letters & ~our_letters
    steps = np.maximum(np.bitwise_count(ours), np.bitwise_count(theirs)).astype(np.float64)
    steps = np.maximum(steps, np.abs(our_sizes - their_sizes)[:, 1:])
    near, far = steps.T
    return np.asarray(_FAR_CONSONANT * far + _NEAR_CONSONANT * np.maximum(near - far, 0.0))


def _listed(sounds: Sounds, a: NDArray[np.int32], b: NDArray[np.int32]) -> _Floats:
    """Return what the list of names adds to the cost of a pair of words."""
    ours, theirs = sounds.listed[a], sounds.listed[b]
    both = (ours >= 0) & (theirs >= 0)
    told = np.where(both & (ours != theirs), _LISTED_DIFFERENT, 0.0)
    return np.where(both & (ours == theirs) & (a != b), -_LISTED_SAME, told)


def _in_order(sounds: Sounds, ours: NDArray[np.int32], theirs: NDArray[np.int32]) -> _Floats:
    """Weigh names of as many parts: the weakest pair decides, the others lend support."""
    sizes = (sounds.sizes[ours, 1] + sounds.sizes[theirs, 1]) / 2
    odds = np.full(ours.shape, np.inf)
    hopeful = np.ones(len(ours), dtype=np.bool_)
    # The last part first: it tells most, and a hopeless pair is not looked at further.
    for at in reversed(range(_PARTS)):
        there = np.flatnonzero((ours[:, at] > 0) & hopeful)
        costs = _costs_of_words(sounds, ours[there, at], theirs[there, at])
        odds[there, at] = _BASE + _PER_LOG_CONSONANT * np.log(np.maximum(sizes[there, at], 1.0))
        odds[there, at] -= costs
        hopeful[there[costs > _HOPELESS]] = False
    weakest = np.argmin(odds, axis=1)
    rows = np.arange(len(ours))
    others = sizes.sum(axis=1) - sizes[rows, weakest]
    return np.asarray(odds[rows, weakest] + _PER_LOG_OTHER * np.log1p(others))


def _costs_of_words(sounds: Sounds, a: NDArray[np.int32], b: NDArray[np.int32]) -> _Floats:
    """Return what the steps between two words take away; between a word and itself nothing."""
    cost = np.zeros(len(a))
    other = np.flatnonzero(a != b)
    # The lower first, so that a pair costs the same either way.
    x, y = np.minimum(a[other], b[other]), np.maximum(a[other], b[other])
    told = [(column[x].tolist(), column[y].tolist()) for column in sounds.columns]
    cost[other] = _costs(told, sounds.traces[x], sounds.traces[y]) + _listed(sounds, x, y)
    return cost


def _as_one(heard: _Heard, a: _Places, b: _Places) -> _Floats:
    """Weigh names as if they were written without spaces."""
    names, back = np.unique(np.concatenate([a, b]), return_inverse=True)
    x, y = back[: len(a)], back[len(a) :]
    heard_, fine, coarse = (_joined(told, heard.parts[names]) for told in heard.sounds.columns)
    sizes = heard.sounds.sizes[heard.parts[names], 1].sum(axis=1)
    odds = _BASE + _PER_LOG_CONSONANT * np.log(np.maximum((sizes[x] + sizes[y]) / 2, 1.0))
    traces = _joined_traces(heard.sounds, heard.parts[names])
    told = [(t[x].tolist(), t[y].tolist()) for t in (heard_, fine, coarse)]
    return np.asarray(odds - _costs(told, traces[x], traces[y]))


def _joined(column: Strings, parts_: NDArray[np.int32]) -> Strings:
    """Return names without spaces, from the numbers of their words."""
    one, two, three, four = (column[parts_[:, at]] for at in range(_PARTS))
    return np.asarray(one + two + three + four)


def _joined_traces(sounds: Sounds, parts_: NDArray[np.int32]) -> NDArray[np.int32]:
    """Return the traces of names written without spaces."""
    joined = sounds.traces[parts_].sum(axis=1)
    joined[:, 2] = sounds.traces[parts_[:, 0], 2]
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
