"""Tokens and sentences of an article, for formats that count in tokens.

A proclitic written together with a marked name is a token of its own (ولبيونغ يانغ: و ل بيونغ
يانغ), so that the name begins where a token begins. Nothing but white space is outside all tokens.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable
from functools import lru_cache
from itertools import pairwise

from tawatur_core.arabic.words import letters_end, places, sentences, split_clitics
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
    placed, gaps = places(text)
    starts = sorted(starts)
    begins = [begin for begin, _ in placed]
    cut = set()
    for at in starts:
        number = bisect_right(begins, at) - 1
        if number >= 0 and begins[number] < at < placed[number][1]:
            cut.add(number)
    signs = [number for number, gap in enumerate(gaps) if gap != " " and gap]
    found: list[Place] = []
    done = 0
    for number in sorted({*cut, *signs}):  # all other words follow one another
        found += placed[done:number]
        last = placed[number - 1][1] if number else 0
        if number == len(placed):
            return found + [sign.span() for sign in _SIGN.finditer(text, last)]
        begin, end = placed[number]
        found += [sign.span() for sign in _SIGN.finditer(text, last, begin)]
        found += _parts(begin, end, text[begin:end], starts) if number in cut else [(begin, end)]
        done = number + 1
    return found + placed[done:]


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
