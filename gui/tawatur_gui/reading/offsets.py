"""Code points of the stored text, UTF-16 units of Qt, and positions of the shown page.

The stored text counts code points. Qt counts UTF-16 units: an emoji is two. The page on screen
holds more than the text (title, meta line, soft breaks in very long paragraphs), so its positions
run ahead of the text by what was inserted before them. Only this module converts.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import accumulate

from tawatur_core.model import Span

_ASTRAL = re.compile("[\U00010000-\U0010ffff]")


@dataclass(frozen=True, slots=True)
class Insert:
    """Something shown before code point `at` of the text that is not part of it."""

    at: int
    text: str


class Offsets:
    """Converts between code points of `text` and positions of the page that shows it.

    `inserts` must stand in the order of their `at`.
    """

    def __init__(self, text: str, inserts: Sequence[Insert] = ()) -> None:
        self.length = len(text)
        self._astral = [found.start() for found in _ASTRAL.finditer(text)]
        self._astral_units = [at + i for i, at in enumerate(self._astral)]
        lengths = [units(insert.text) for insert in inserts]
        self._at = [self.to_units(insert.at) for insert in inserts]
        self._shift = [0, *accumulate(lengths)]  # what stands before insert i
        self._shown_at = [at + self._shift[i] for i, at in enumerate(self._at)]

    def to_units(self, point: int) -> int:
        """Return the UTF-16 offset in the text of a code-point offset."""
        return point + bisect_left(self._astral, point)

    def to_points(self, unit: int) -> int:
        """Return the code-point offset of a UTF-16 offset; inside a pair, that of its start."""
        return unit - bisect_left(self._astral_units, unit)

    def start(self, point: int) -> int:
        """Return the page position where a span that starts at `point` starts (after inserts)."""
        unit = self.to_units(point)
        return unit + self._shift[bisect_right(self._at, unit)]

    def end(self, point: int) -> int:
        """Return the page position where a span that ends at `point` ends (before inserts)."""
        unit = self.to_units(point)
        return unit + self._shift[bisect_left(self._at, unit)]

    def point(self, position: int) -> int:
        """Return the code point that a page position shows; in an insert, that of its place."""
        i = bisect_right(self._shown_at, position)
        unit = position - self._shift[i]
        if i:
            unit = max(unit, self._at[i - 1])
        return min(self.to_points(max(unit, 0)), self.length)

    def span(self, first: int, last: int) -> Span:
        """Return the span of the text between two page positions, in either order."""
        if first > last:
            first, last = last, first
        start, end = self.point(first), self.point(last)
        return Span(start, max(start, end))


def units(text: str) -> int:
    """Return how many UTF-16 units Qt counts for `text`."""
    return len(text) + sum(1 for _ in _ASTRAL.finditer(text))
