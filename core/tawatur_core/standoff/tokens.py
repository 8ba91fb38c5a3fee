"""Tokens and sentences of an article, for formats that count in tokens.

A proclitic written together with a marked name is a token of its own (ولبيونغ يانغ: و ل بيونغ
يانغ), so that the name begins where a token begins. Nothing but white space is outside all tokens.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable
from itertools import chain, pairwise, repeat

from tawatur_core.arabic.words import letters_end, sentences, split_clitics, words

Place = tuple[int, int]
# A sign with what belongs to its cluster: marks, variation selectors, tones, joined emoji, flags.
_SIGN = re.compile(
    "(?:[\U0001f1e6-\U0001f1ff]{2}|[^\\s](?:[\u0300-\u036f\u064b-\u0655\u0670\ufe00-\ufe0f"
    "\U0001f3fb-\U0001f3ff\u20e3]|\u200d[^\\s\u200d])*)"
)


def tokens(text: str, starts: Iterable[int] = ()) -> list[Place]:
    """Return the tokens in order, as start and end in code points.

    A word is cut before each of `starts` that lies after its proclitics.
    """
    found: list[Place] = []
    last = 0
    starts = sorted(starts)
    inside = chain(starts, repeat(len(text) + 1))
    next_inside = next(inside)
    for start, end, written, _ in words(text):
        if last < start and (start - last > 1 or text[last] != " "):
            found += [sign.span() for sign in _SIGN.finditer(text, last, start)]
        while next_inside <= start:
            next_inside = next(inside)
        if next_inside < end:
            found += _parts(start, end, written, starts)
        else:
            found.append((start, end))
        last = end
    return found + [sign.span() for sign in _SIGN.finditer(text, last)]


def _parts(start: int, end: int, word: str, starts: Iterable[int]) -> list[Place]:
    """Cut a word after each proclitic before the first of `starts` that a stem begins at."""
    stems = {start + split.offset: split.proclitics for split in split_clitics(word)}
    for at in starts:
        if at in stems and start < at < end:
            cuts = [start]
            for count in range(1, len(stems[at])):
                cut = start + letters_end(word, count)
                if cuts[-1] < cut < at:
                    cuts.append(cut)
            cuts += [at, end]
            return list(pairwise(cuts))
    return [(start, end)]


def lines(text: str, placed: list[Place]) -> list[list[Place]]:
    """Return the tokens by the sentence they begin in; no sentence is empty."""
    begins = [token[0] for token in placed]
    cuts = [bisect_left(begins, span.start) for span in sentences(text)]
    whole = pairwise(sorted({0, *cuts, len(placed)}))
    return [placed[first:last] for first, last in whole]
