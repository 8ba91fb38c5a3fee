"""Where a span stands on the page: rectangles by line, the ends, the lines' baselines.

All x and y are pixels of the document, all positions are of the page (UTF-16 units).
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from PySide6.QtGui import QTextDocument, QTextLayout, QTextLine

from tawatur_gui.reading.letters import Cell, Letters


@dataclass(frozen=True, slots=True)
class Piece:
    """One unbroken stretch of a span on one line."""

    left: float
    right: float
    baseline: float


@dataclass(frozen=True, slots=True)
class Edge:
    """Where a span begins or ends: x, baseline, and whether the letters there run leftwards."""

    x: float
    baseline: float
    right_to_left: bool


@dataclass(frozen=True, slots=True)
class Shape:
    """A span on the page; `pieces` is never empty."""

    pieces: tuple[Piece, ...]
    first: Edge
    last: Edge

    @property
    def top(self) -> float:
        """Baseline of the first line."""
        return self.pieces[0].baseline

    @property
    def bottom(self) -> float:
        """Baseline of the last line."""
        return self.pieces[-1].baseline


class Geometry:
    """Shapes of spans of one document, remembered until `forget`."""

    def __init__(self, document: QTextDocument) -> None:
        self._document = document
        self._shapes: dict[tuple[int, int], Shape | None] = {}

    def forget(self) -> None:
        """Drop what is remembered: the page was laid out anew."""
        self._shapes.clear()

    def shape(self, start: int, end: int) -> Shape | None:
        """Return the shape of a span; None when it covers no letter (a line end alone)."""
        key = (start, end)
        if key not in self._shapes:
            self._shapes[key] = self._measure(start, end)
        return self._shapes[key]

    def _measure(self, start: int, end: int) -> Shape | None:
        pieces: list[Piece] = []
        first: Edge | None = None
        last: Edge | None = None
        for layout, line, low, high in _lines(self._document, start, end):
            letters = Letters(layout, line)
            found = letters.stretches(low, high)
            opening = letters.cell(low)
            closing = letters.cell(max(low, layout.previousCursorPosition(high)))
            if not found or opening is None or closing is None:
                continue
            dx = layout.position().x()
            baseline = layout.position().y() + line.y() + line.ascent()
            pieces += [Piece(dx + a, dx + b, baseline) for a, b in found]
            first = first or _edge(opening, dx, baseline, leading=True)
            last = _edge(closing, dx, baseline, leading=False)
        if first is None or last is None:
            return None
        return Shape(tuple(pieces), first, last)


def _lines(
    document: QTextDocument, start: int, end: int
) -> Iterator[tuple[QTextLayout, QTextLine, int, int]]:
    """Each line under a span with the part of its block that is under the span."""
    arrangement = document.documentLayout()
    block = document.findBlock(start)
    while block.isValid() and block.position() < max(end, start + 1):
        arrangement.blockBoundingRect(block)  # lays the block out if need be
        low = max(0, start - block.position())
        high = min(block.length() - 1, end - block.position())
        if high > low:
            yield from _block_lines(block.layout(), low, high)
        block = block.next()


def _block_lines(
    layout: QTextLayout, low: int, high: int
) -> Iterator[tuple[QTextLayout, QTextLine, int, int]]:
    at = layout.lineForTextPosition(low).lineNumber()
    while 0 <= at < layout.lineCount():
        line = layout.lineAt(at)
        if line.textStart() >= high:
            return
        left = max(low, line.textStart())
        right = min(high, line.textStart() + line.textLength())
        if right > left:
            yield layout, line, left, right
        at += 1


def _edge(at: Cell, dx: float, baseline: float, *, leading: bool) -> Edge:
    """Return the outer side of the first or last letter."""
    x = at.right if at.right_to_left == leading else at.left
    return Edge(dx + x, baseline, at.right_to_left)
