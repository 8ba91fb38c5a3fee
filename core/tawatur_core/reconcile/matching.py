"""Pairing the words of two claims one to one."""

from __future__ import annotations

from collections.abc import Sequence

from rapidfuzz.distance import JaroWinkler, Levenshtein

from tawatur_core.reconcile.forms import undressed
from tawatur_core.reconcile.said import Said
from tawatur_core.reconcile.terms import stem


def match(ours: Sequence[Said], theirs: Sequence[Said]) -> tuple[tuple[Said, Said], ...]:
    """Pair words one to one: equal words first, then equal keys, states, then spellings."""
    left_a, left_b = list(ours), list(theirs)
    found: list[tuple[Said, Said]] = []
    for same in (_same_word, _same_key, _same_state, _spelled_alike):
        for x in list(left_a):
            y = next((y for y in left_b if same(x, y)), None)
            if y is not None:
                found.append((x, y))
                left_a.remove(x)
                left_b.remove(y)
    return tuple(found)


def _same_word(x: Said, y: Said) -> bool:
    return x.word == y.word


def _same_key(x: Said, y: Said) -> bool:
    same = x.key == y.key or bool(undressed(x.word) & undressed(y.word))
    return same and not x.figure and not y.figure and not x.sense.opposes(y.sense)


def _same_state(x: Said, y: Said) -> bool:
    return bool(x.sense.state) and x.sense.state == y.sense.state


def _spelled_alike(x: Said, y: Said) -> bool:
    """Whether two words look like spellings of one; short words and known others do not."""
    if x.figure or y.figure or x.empty or y.empty or min(len(x.word), len(y.word)) < 4:
        return False
    if x.sense.opposes(y.sense) or (x.sense.state and y.sense.state):
        return False
    one, other = stem(x.word), stem(y.word)
    near = Levenshtein.distance(one, other, score_cutoff=1) <= 1 and min(len(one), len(other)) >= 4
    return near or JaroWinkler.similarity(one, other) >= 0.93
