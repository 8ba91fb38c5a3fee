"""Where a span stands on the page: rectangles by line, the ends, the lines' baselines.

All x and y are pixels of the document, all positions are of the page (UTF-16 units).
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from PySide6.QtGui import QGlyphRun, QTextBlock, QTextDocument, QTextLine


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
        for line, dx, dy, low, high in _lines(self._document, start, end):
            runs = _runs(line, low, high)
            if not runs:
                continue
            baseline = dy + line.y() + line.ascent()
            pieces += [Piece(dx + a, dx + b, baseline) for a, b in _merged(runs)]
            if first is None:
                first = _edge(line, low, high, dx, baseline, leading=True)
            last = _edge(line, low, high, dx, baseline, leading=False)
        if first is None or last is None:
            return None
        return Shape(tuple(pieces), first, last)


def _lines(
    document: QTextDocument, start: int, end: int
) -> Iterator[tuple[QTextLine, float, float, int, int]]:
    """Each line under a span, its block's place, and the part of the block under the span."""
    arrangement = document.documentLayout()
    block = document.findBlock(start)
    while block.isValid() and block.position() < max(end, start + 1):
        arrangement.blockBoundingRect(block)  # lays the block out if need be
        low = max(0, start - block.position())
        high = min(block.length() - 1, end - block.position())
        if high > low:
            yield from _block_lines(block, low, high)
        block = block.next()


def _block_lines(
    block: QTextBlock, low: int, high: int
) -> Iterator[tuple[QTextLine, float, float, int, int]]:
    arranged = block.layout()
    dx, dy = arranged.position().x(), arranged.position().y()
    at = arranged.lineForTextPosition(low).lineNumber()
    while 0 <= at < arranged.lineCount():
        line = arranged.lineAt(at)
        if line.textStart() >= high:
            return
        left = max(low, line.textStart())
        right = min(high, line.textStart() + line.textLength())
        if right > left:
            yield line, dx, dy, left, right
        at += 1


def _runs(line: QTextLine, low: int, high: int) -> list[QGlyphRun]:
    """Glyphs of a part of a line, widened by and by to the cluster when it has none of its own."""
    runs = line.glyphRuns(low, high - low)
    start, stop = line.textStart(), line.textStart() + line.textLength()
    while not _width(runs) and (low > start or high < stop):
        # A lone mark, or the second half of a ligature: its letter stands before it.
        if low > start:
            low -= 1
        else:
            high += 1
        runs = line.glyphRuns(low, high - low)
    return runs


def _width(runs: list[QGlyphRun]) -> float:
    return sum(run.boundingRect().width() for run in runs)


def _merged(runs: list[QGlyphRun]) -> list[tuple[float, float]]:
    """Join the runs' stretches that touch."""
    stretches = sorted(
        (rect.left(), rect.right()) for rect in (run.boundingRect() for run in runs) if rect.width()
    )
    joined: list[tuple[float, float]] = []
    for left, right in stretches:
        if joined and left <= joined[-1][1] + 0.75:
            joined[-1] = (joined[-1][0], max(joined[-1][1], right))
        else:
            joined.append((left, right))
    return joined


def _edge(
    line: QTextLine, low: int, high: int, dx: float, baseline: float, *, leading: bool
) -> Edge:
    """Find the outer side of the first or last letter of a part of a line."""
    at = low if leading else high - 1
    runs = _runs(line, at, at + 1)
    rect = runs[0].boundingRect()
    right_to_left = runs[0].isRightToLeft()
    x = rect.right() if right_to_left == leading else rect.left()
    return Edge(dx + x, baseline, right_to_left)
