"""What is marked on the page, found quickly by place: thousands of marks, a screenful at a time."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from itertools import accumulate
from typing import NamedTuple

from tawatur_core.model import Span
from tawatur_gui.reading.offsets import Offsets


class Sign(StrEnum):
    """What a mark says; each has a shape of its own."""

    CLAIM = "claim"
    CLAIM_PROPOSAL = "claim_proposal"
    MENTION = "mention"
    MENTION_PROPOSAL = "mention_proposal"
    RESIDUE = "residue"
    FOUND = "found"


CLAIMS = frozenset({Sign.CLAIM, Sign.CLAIM_PROPOSAL})
MENTIONS = frozenset({Sign.MENTION, Sign.MENTION_PROPOSAL})


@dataclass(frozen=True, slots=True)
class Mark:
    """Something marked. `key` is the id of its row or proposal, `tone` a token of the theme.

    `settled`: a mention that is linked to an entity. `disputed`: a claim in an open conflict.
    """

    key: str
    sign: Sign
    spans: tuple[Span, ...]
    tone: str = "muted"
    number: int = 0
    disputed: bool = False
    settled: bool = True


class Strip(NamedTuple):
    """One span of a mark in page positions. `level` counts the marks stacked above it."""

    start: int
    end: int
    mark: Mark
    level: int = 0
    first: bool = True
    last: bool = True


class MarkIndex:
    """The marks of one page, sorted by place."""

    def __init__(self, marks: Iterable[Mark], offsets: Offsets) -> None:
        strips = sorted(_stacked(_strips(marks, offsets)), key=lambda s: (s.start, -s.end))
        self._strips = strips
        self._starts = [strip.start for strip in strips]
        # The furthest end up to each strip: grows, so what begins earlier and reaches in is found.
        self._reach = list(accumulate((strip.end for strip in strips), max))
        self.by_key: dict[str, Mark] = {strip.mark.key: strip.mark for strip in strips}

    def between(self, first: int, last: int) -> Iterator[Strip]:
        """Yield the strips that share a position with first..last, in order of their start."""
        low = bisect_right(self._reach, first)
        high = bisect_left(self._starts, last)
        for strip in self._strips[low:high]:
            if strip.end > first:
                yield strip

    def at(self, position: int) -> list[Strip]:
        """Return the strips over one page position, the shortest first."""
        return sorted(self.between(position, position + 1), key=lambda s: s.end - s.start)

    def strips_of(self, key: str) -> list[Strip]:
        """Return the strips of one mark."""
        return [strip for strip in self._strips if strip.mark.key == key]


def _strips(marks: Iterable[Mark], offsets: Offsets) -> Iterator[Strip]:
    for mark in marks:
        spans = sorted(mark.spans)
        for i, span in enumerate(spans):
            start, end = offsets.start(span.start), offsets.end(span.end)
            if end > start:
                yield Strip(start, end, mark, 0, i == 0, i == len(spans) - 1)


def _stacked(strips: Iterable[Strip]) -> list[Strip]:
    """Give overlapping mentions levels: the inner one stands next to the letters."""
    done: list[Strip] = []
    lined: list[Strip] = []
    for strip in strips:
        (lined if strip.mark.sign in MENTIONS else done).append(strip)
    for cluster in _clusters(sorted(lined, key=lambda s: s.start)):
        placed: list[Strip] = []
        for strip in sorted(cluster, key=lambda s: s.end - s.start):
            under = [p.level for p in placed if p.start < strip.end and strip.start < p.end]
            level = max(under, default=-1) + 1
            placed.append(Strip(strip.start, strip.end, strip.mark, level, strip.first, strip.last))
        done += placed
    return done


def _clusters(strips: Sequence[Strip]) -> Iterator[list[Strip]]:
    """Group strips, sorted by start, that hang together by overlaps."""
    cluster: list[Strip] = []
    reach = -1
    for strip in strips:
        if cluster and strip.start >= reach:
            yield cluster
            cluster = []
        cluster.append(strip)
        reach = max(reach, strip.end)
    if cluster:
        yield cluster
