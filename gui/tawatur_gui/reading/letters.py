"""Where the letters of one line stand. Positions count in the block, x in its layout.

`QTextLine.glyphRuns` tells the truth (compared with what is painted) except inside a ligature:
asked for one half of lam-alef it answers with a place next to it, and Qt paints a selection that
begins there (أوكرانيا in لأوكرانيا) beside the letters. `cursorToX` knows the halves, but is wrong
where the direction changes. So: runs for whole ligatures, `cursorToX` for the cut inside one.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from PySide6.QtGui import QGlyphRun, QTextLayout, QTextLine

Stretch = tuple[float, float]
_INDEXES = QTextLayout.GlyphRunRetrievalFlag.RetrieveStringIndexes
_TOUCH = 0.75  # pixels; rounding between neighbouring runs


@dataclass(frozen=True, slots=True)
class Cell:
    """One letter with its marks: positions before and after it, its extent and direction."""

    before: int
    after: int
    left: float
    right: float
    right_to_left: bool

    def shifted(self, positions: int, x: float) -> Cell:
        """Return the cell counted from elsewhere."""
        return Cell(
            self.before + positions,
            self.after + positions,
            self.left + x,
            self.right + x,
            self.right_to_left,
        )


class Letters:
    """The letters of one line."""

    def __init__(self, layout: QTextLayout, line: QTextLine) -> None:
        self._layout, self._line = layout, line
        self._start = line.textStart()
        self._stop = self._start + line.textLength()
        runs = line.glyphRuns(self._start, line.textLength(), _INDEXES)
        self._painted = {at for run in runs for at in run.stringIndexes()}

    def stretches(self, low: int, high: int) -> list[Stretch]:
        """Return the unbroken stretches of a part of the line, from left to right."""
        start, end = self._whole(low, high)
        joined = _merged(_runs(self._line, start, end))
        if start < low:
            joined = _cut(joined, self._lead(start), self._lead(low))
        if end > high:
            last = self._layout.previousCursorPosition(end)
            joined = _cut(joined, self._trail(last), self._lead(high))
        return joined

    def cell(self, at: int) -> Cell | None:
        """Return the letter at a position, None when nothing of it is painted."""
        after = max(self._layout.nextCursorPosition(at), at + 1)
        start, end = self._whole(at, after)
        runs = _runs(self._line, start, end)
        if not _width(runs):
            return None
        right_to_left = runs[0].isRightToLeft()
        if (start, end) == (at, after):
            left = min(run.boundingRect().left() for run in runs if run.boundingRect().width())
            right = max(run.boundingRect().right() for run in runs)
        else:
            far = self._lead(after) if end > after else self._trail(at)
            left, right = sorted((self._lead(at), far))
        return Cell(at, after, left, right, right_to_left)

    def cells(self) -> Iterator[Cell]:
        """Yield the letters that are painted, in the order of the text."""
        at = self._start
        while at < self._stop:
            found = self.cell(at)
            if found is not None and self._line.glyphRuns(at, found.after - at):
                yield found
            at = max(self._layout.nextCursorPosition(at), at + 1)

    def _lead(self, at: int) -> float:
        return _x(self._line.cursorToX(at, QTextLine.Edge.Leading))

    def _trail(self, at: int) -> float:
        """Return where the letter, or the ligature it is part of, ends."""
        return _x(self._line.cursorToX(at, QTextLine.Edge.Trailing))

    def _in_ligature(self, at: int) -> bool:
        """Whether a position lies between two letters that are painted as one."""
        return self._start < at < self._stop and at not in self._painted

    def _whole(self, low: int, high: int) -> tuple[int, int]:
        """Widen a part of the line so that it cuts no ligature."""
        while self._in_ligature(low):
            low = self._layout.previousCursorPosition(low)
        while self._in_ligature(high):
            high = self._layout.nextCursorPosition(high)
        return low, high


def _x(found: object) -> float:
    """Unpack what PySide returns:  x and position together."""
    value = found[0] if isinstance(found, tuple) else found
    assert isinstance(value, float)
    return value


def _runs(line: QTextLine, low: int, high: int) -> list[QGlyphRun]:
    """Glyphs of a part of a line, widened to the letter when it has none of its own."""
    runs = line.glyphRuns(low, high - low)
    start, stop = line.textStart(), line.textStart() + line.textLength()
    while not _width(runs) and (low > start or high < stop):
        if low > start:  # a lone mark: its letter stands before it
            low -= 1
        else:
            high += 1
        runs = line.glyphRuns(low, high - low)
    return runs


def _width(runs: list[QGlyphRun]) -> float:
    return sum(run.boundingRect().width() for run in runs)


def _merged(runs: list[QGlyphRun]) -> list[Stretch]:
    """Join the runs' stretches that touch."""
    found = sorted(
        (rect.left(), rect.right()) for rect in (run.boundingRect() for run in runs) if rect.width()
    )
    joined: list[Stretch] = []
    for left, right in found:
        if joined and left <= joined[-1][1] + _TOUCH:
            joined[-1] = (joined[-1][0], max(joined[-1][1], right))
        else:
            joined.append((left, right))
    return joined


def _cut(joined: list[Stretch], end: float, to: float) -> list[Stretch]:
    """Move the end of a stretch that lies at `end`."""
    cut: list[Stretch] = []
    for left, right in joined:
        if abs(right - end) <= _TOUCH and left < to < right:
            cut.append((left, to))
        elif abs(left - end) <= _TOUCH and left < to < right:
            cut.append((to, right))
        else:
            cut.append((left, right))
    return cut
