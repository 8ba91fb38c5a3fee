"""Which letter is at a place of the page, and which blocks are in sight.

Qt's own answer (`hitTest`, `xToCursor`) is wrong by the width of the trailing space on every
wrapped right-to-left line (Qt 6.11: 4.8 px at 18 px, with and without the option for trailing
spaces). The letters' own places are right.
"""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QTextBlock, QTextDocument, QTextLine

from tawatur_gui.reading.letters import Cell, Letters


@dataclass(frozen=True, slots=True)
class Row:
    """One line: its letters and the positions at its ends."""

    start: int
    end: int
    cells: tuple[Cell, ...]
    right_to_left: bool = True  # the paragraph, whatever single words do

    def position(self, x: float) -> int:
        """Return the position nearest to `x`."""
        if not self.cells:
            return self.start
        if x >= max(c.right for c in self.cells):
            return self.start if self.right_to_left else self.end
        if x <= min(c.left for c in self.cells):
            return self.end if self.right_to_left else self.start
        return _side(min(self.cells, key=lambda c: _distance(c, x)), x)

    def foreign(self, x: float) -> list[Cell]:
        """Return the letters around `x` that run against the line, as far as they go."""
        cells = sorted(self.cells, key=lambda c: c.left)
        at = next((i for i, c in enumerate(cells) if c.left <= x < c.right), None)
        if at is None or cells[at].right_to_left == self.right_to_left:
            return []
        first = last = at
        while first > 0 and cells[first - 1].right_to_left != self.right_to_left:
            first -= 1
        while last + 1 < len(cells) and cells[last + 1].right_to_left != self.right_to_left:
            last += 1
        return cells[first : last + 1]

    def letter(self, x: float) -> int | None:
        """Return the position before the letter that covers `x`, None beside the letters."""
        return next((c.before for c in self.cells if c.left <= x < c.right), None)


@dataclass(frozen=True, slots=True)
class Spot:
    """Where the mouse is: between which letters, and outside which foreign word.

    In a number or Latin word the letters run the other way. Seen from outside, its right half
    counts as before it (`outer` is its start), its left half as after it; the other way round on
    a page in English. `word` is empty when the mouse is in none.
    """

    position: int
    outer: int
    word: tuple[int, int]

    @classmethod
    def at(cls, position: int) -> Spot:
        """Return a spot that is in no foreign word."""
        return cls(position, position, (position, position))


class Hits:
    """Finds letters of one document by place; lines are remembered until `forget`."""

    def __init__(self, document: QTextDocument) -> None:
        self._document = document
        self._rows: dict[int, Row] = {}
        self._near = 0  # position of the block seen first in the last frame

    @property
    def right_to_left(self) -> bool:
        """Whether the page is written from right to left."""
        forced = self._document.defaultTextOption().textDirection()
        return forced != Qt.LayoutDirection.LeftToRight

    def forget(self) -> None:
        """Drop what is remembered: the page was laid out anew."""
        self._rows.clear()

    def position(self, at: QPointF) -> int:
        """Return the page position nearest to a place (document coordinates)."""
        return self._row(at).position(at.x())

    def spot(self, at: QPointF) -> Spot:
        """Return the page position nearest to a place, and the foreign word it is in."""
        row, x = self._row(at), at.x()
        found = row.position(x)
        cells = row.foreign(x)
        if not cells:
            return Spot.at(found)
        start, end = min(c.before for c in cells), max(c.after for c in cells)
        if any(self._document.characterAt(i).isspace() for i in range(start, end)):
            return Spot.at(found)  # several words: to be taken in parts
        middle = (min(c.left for c in cells) + max(c.right for c in cells)) / 2
        outer = start if (x >= middle) == row.right_to_left else end
        return Spot(found, outer, (start, end))

    def letter(self, at: QPointF) -> int | None:
        """Return the position before the letter at a place, None beside the letters."""
        top, bottom = self._extent(self._block_at(at.y()))
        near = top - _REACH <= at.y() < bottom + _REACH
        return self._row(at).letter(at.x()) if near else None

    def blocks(self, top: float, bottom: float) -> tuple[int, int]:
        """Return the first and last page position of the blocks between two heights."""
        arrangement = self._document.documentLayout()
        block = self._block_at(top)
        self._near = start = block.position()
        while block.next().isValid() and arrangement.blockBoundingRect(block).bottom() < bottom:
            block = block.next()
        return start, block.position() + block.length()

    def _block_at(self, y: float) -> QTextBlock:
        arrangement = self._document.documentLayout()
        block = self._document.findBlock(self._near)
        # Qt's hit test looks through all blocks: 4 ms far down in 5 MB.
        if not block.isValid() or abs(arrangement.blockBoundingRect(block).top() - y) > _FAR:
            hit = arrangement.hitTest(QPointF(0, y), Qt.HitTestAccuracy.FuzzyHit)
            block = self._document.findBlock(max(0, hit))
        while block.previous().isValid() and y < self._between(block.previous(), block):
            block = block.previous()
        while block.next().isValid() and y >= self._between(block, block.next()):
            block = block.next()
        return block

    def _between(self, block: QTextBlock, following: QTextBlock) -> float:
        """Return the height halfway between two paragraphs."""
        return (self._extent(block)[1] + self._extent(following)[0]) / 2

    def _extent(self, block: QTextBlock) -> tuple[float, float]:
        """Return where the letters of a paragraph begin and end.

        Not its rectangle: a fixed line height moves the letters 14 px down out of that, and the
        one of an empty line lies over the line below.
        """
        rect = self._document.documentLayout().blockBoundingRect(block)  # lays it out, too
        arranged = block.layout()
        if not arranged.lineCount():
            return rect.top(), rect.bottom()
        first, last = arranged.lineAt(0), arranged.lineAt(arranged.lineCount() - 1)
        origin = arranged.position().y()
        return origin + first.y(), origin + last.y() + last.height()

    def _row(self, at: QPointF) -> Row:
        block = self._block_at(at.y())
        self._document.documentLayout().blockBoundingRect(block)
        arranged = block.layout()
        y = at.y() - arranged.position().y()
        number = 0
        while number + 1 < arranged.lineCount():
            this, below = arranged.lineAt(number), arranged.lineAt(number + 1)
            if y < (this.y() + this.height() + below.y()) / 2:
                break
            number += 1
        line = arranged.lineAt(number)
        start = block.position() + line.textStart()
        if start not in self._rows:
            place, dx = block.position(), arranged.position().x()
            cells = tuple(c.shifted(place, dx) for c in Letters(arranged, line).cells())
            last = number + 1 == arranged.lineCount()
            end = start + line.textLength() - (0 if last else _spaces(block, line))
            self._rows[start] = Row(start, end, cells, self.right_to_left)
        return self._rows[start]


_REACH = 7.0  # pixels above and below the letters that still count as on them
_FAR = 4000.0  # pixels; nearer blocks are reached by walking


def _spaces(block: QTextBlock, line: QTextLine) -> int:
    """How many spaces end a line: the caret at its end stands before them."""
    raw = block.text().encode("utf-16-le")
    start = line.textStart()
    shown = raw[2 * start : 2 * (start + line.textLength())].decode("utf-16-le", "replace")
    return len(shown) - len(shown.rstrip(" "))


def _distance(at: Cell, x: float) -> float:
    return max(at.left - x, x - at.right, 0.0)


def _side(at: Cell, x: float) -> int:
    """Return the position on the side of the letter that `x` is nearer to."""
    in_right_half = x >= (at.left + at.right) / 2
    return at.before if in_right_half == at.right_to_left else at.after
