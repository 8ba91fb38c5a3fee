"""Tokens and sentences of an article, for formats that count in tokens.

A proclitic written together with a marked name is a token of its own (ولبيونغ يانغ: و ل بيونغ
يانغ), so that the name begins where a token begins. Nothing but white space is outside all tokens.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable
from functools import lru_cache
from itertools import chain, pairwise, repeat

from tawatur_core.arabic.words import letters_end, sentences, split_clitics, words
from tawatur_core.model import Span

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
    """Cut a word after the proclitics before each of `starts` that a stem begins at."""
    stems = {start + split.offset: split.proclitics for split in split_clitics(word)}
    cuts = {start, end}
    for at in starts:
        if at in stems and start < at < end:
            ends = (start + letters_end(word, count) for count in range(1, len(stems[at])))
            cuts |= {at, *(cut for cut in ends if start < cut < at)}
    return list(pairwise(sorted(cuts)))


@lru_cache(maxsize=2)
def _edges(text: str) -> tuple[list[int], list[int]]:
    placed = tokens(text)
    return [start for start, _ in placed], [end for _, end in placed]


def fitted(text: str, span: Span) -> Span | None:
    """Return a span widened to whole tokens, None where there are none; itself where it fits.

    It fits when it begins with a word, or after the proclitics of one, and ends with a word.
    """
    starts, ends = _edges(text)
    first, last = bisect_right(ends, span.start), bisect_left(starts, span.end) - 1
    if first > last:
        return None
    begin = starts[first]
    if begin < span.start:
        word = text[begin : ends[first]]
        if any(begin + split.offset == span.start for split in split_clitics(word)):
            begin = span.start
    return Span(begin, ends[last])


def lines(text: str, placed: list[Place]) -> list[list[Place]]:
    """Return the tokens by the sentence they begin in; no sentence is empty."""
    begins = [token[0] for token in placed]
    cuts = [bisect_left(begins, span.start) for span in sentences(text)]
    whole = pairwise(sorted({0, *cuts, len(placed)}))
    return [placed[first:last] for first, last in whole]
