"""The lines that tie differing words together: article to article, through the slot table.

A line leaves a word as a thin run of its underline, below the letters, and goes down beside the
hairline between the columns: it never crosses text. In the table it runs along its row.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QPainter, QPainterPath, QPaintEvent, QPen, QRegion, QResizeEvent
from PySide6.QtWidgets import QWidget

from tawatur_core.model import Relation, Span
from tawatur_gui import theme
from tawatur_gui.conflicts.article import ArticleView
from tawatur_gui.conflicts.columns import Column, Columns
from tawatur_gui.conflicts.table import SlotTable

TINTS = {
    Relation.SAME: "agreement",
    Relation.COMPATIBLE: "claim_line",
    Relation.DIFFERENT: "conflict",
}
_TURN = 8.0  # radius of a turn
_BELOW = 2.0  # below the underline: other words of the line are not underlined by it
_CLEAR = 7.0  # pixels left free around the words in the table
_LANES = (0.0, 6.0, -6.0, 11.0, -11.0)  # beside the hairline, for one row each
_STRIP = 32  # half the width of what is painted anew beside a gutter
_TIP = 4.0  # half the width of an arrow to words out of view
_REST, _LIT, _BACK = 0.5, 0.9, 0.2  # how strong a line is: at rest, chosen, behind a chosen one


@dataclass(frozen=True, slots=True)
class Reach:
    """What one side shows of a row, in pixels of the board.

    `words` are the boxes of its words, line by line, also of those out of `view`, the part of the
    article that is seen; `value` is where its value is written in the table.
    """

    words: tuple[QRectF, ...]
    view: QRectF
    value: QRectF

    @property
    def seen(self) -> list[QRectF]:
        """The boxes that are in view."""
        top, bottom = self.view.top(), self.view.bottom()
        return [box for box in self.words if top < box.bottom() and box.bottom() <= bottom]

    @property
    def hidden(self) -> int:
        """Where the words are when none is in view: -1 above, 1 below; else 0."""
        if not self.words or self.seen:
            return 0
        return -1 if self.words[-1].bottom() <= self.view.top() else 1


def route(
    sides: Sequence[Reach], gutters: Sequence[float], y: float, *, lane: float = 0.0
) -> QPainterPath:
    """Return the line of one row: from the words of each side to the row's height `y`.

    `gutters` are the places between neighbouring columns; the first two sides share the first.
    """
    path = QPainterPath()
    for number, gutter in enumerate(gutters):
        x = gutter + lane
        own = sides[:2] if number == 0 else sides[number + 1 : number + 2]
        starts: list[float] = []
        for side in own:
            starts += [_leave(path, box, x) for box in _by_line(side.seen, x)]
            if side.hidden:
                starts.append(_point(path, side, x))
        if starts and y > min(starts):
            path.moveTo(x, min(starts))
            path.lineTo(x, y)
    return path


def along(values: Sequence[QRectF], sign: QRectF, y: float) -> QPainterPath:
    """Return the line of a row in the table, through its values and the sign of its relation."""
    path = QPainterPath()
    places = [box.center().x() for box in values if not box.isEmpty()]
    if len(places) > 1:
        places.append(sign.center().x())
        path.moveTo(min(places), y)
        path.lineTo(max(places), y)
    return path


def _by_line(boxes: Sequence[QRectF], x: float) -> list[QRectF]:
    """Return for each line of text the box nearest to `x`: the others share its underline."""
    nearest: dict[int, QRectF] = {}
    for box in sorted(boxes, key=lambda box: abs(_edge(box, x) - x)):
        nearest.setdefault(round(box.bottom()), box)
    return list(nearest.values())


def _edge(box: QRectF, x: float) -> float:
    return box.left() if box.center().x() > x else box.right()


def _leave(path: QPainterPath, box: QRectF, x: float) -> float:
    """Draw from a word to the gutter and down into it; return where the way down begins."""
    edge, low = _edge(box, x), box.bottom() + _BELOW
    way = 1.0 if edge > x else -1.0
    path.moveTo(edge + way * _TURN, box.bottom() - 1.0)
    path.cubicTo(
        QPointF(edge, box.bottom() - 1.0), QPointF(edge, low), QPointF(edge - way * _TURN, low)
    )
    path.lineTo(x + way * _TURN, low)
    path.quadTo(QPointF(x, low), QPointF(x, low + _TURN))
    return low + _TURN


def _point(path: QPainterPath, side: Reach, x: float) -> float:
    """Draw an arrow in the gutter towards words that are scrolled out of view."""
    up = side.hidden < 0
    beside = x + (2 * _TURN if side.view.center().x() > x else -2 * _TURN)
    tip = side.view.top() + 6 if up else side.view.bottom() - 6
    back = tip + (4 * _TURN if up else -4 * _TURN)
    turn = back + _TURN
    path.moveTo(beside - _TIP, tip + (_TIP if up else -_TIP))
    path.lineTo(beside, tip)
    path.lineTo(beside + _TIP, tip + (_TIP if up else -_TIP))
    path.moveTo(beside, tip)
    path.lineTo(beside, back - _TURN if up else back + _TURN)
    path.cubicTo(QPointF(beside, back), QPointF(x, back), QPointF(x, turn))
    return turn


class Threads(QWidget):
    """Lies over columns and table and paints the lines; the mouse goes through it."""

    def __init__(self, board: QWidget, columns: Columns, table: SlotTable) -> None:
        super().__init__(board)
        self.board = board
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._columns, self._table = columns, table
        self._ends: tuple[tuple[tuple[Span, ...], ...], ...] = ()
        self._relations: tuple[Relation, ...] = ()
        self._lit: int | None = None
        self._words: list[QRectF] | None = None  # of the table, as long as it stands

    def show_ends(
        self, relations: tuple[Relation, ...], ends: tuple[tuple[tuple[Span, ...], ...], ...]
    ) -> None:
        """Take the rows of another conflict: how each relates, and the words of every side."""
        self._relations, self._ends, self._lit = relations, ends, None
        self.raise_()
        self.renew()

    def renew(self) -> None:
        """Paint anew: the table stands otherwise, and so may everything."""
        self._words = None
        self.update()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Paint anew."""
        super().resizeEvent(event)
        self.renew()

    def follow(self, article: ArticleView) -> None:
        """Follow the words of an article; nothing but it and the gutters is painted again."""
        moved = QRegion(self._box_of(article.viewport()).toAlignedRect())
        for x in self._gutters():
            moved += QRect(round(x) - _STRIP, 0, 2 * _STRIP, self.height())
        self.update(moved)

    def light(self, row: int | None) -> None:
        """Put the line of a row forward, also one of values that agree; None for none."""
        if row != self._lit:
            self._lit = row
            self.update()

    @property
    def rows(self) -> list[int]:
        """The rows that have a line now: those that differ, and the one put forward."""
        return [
            row
            for row, relation in enumerate(self._relations)
            if relation is Relation.DIFFERENT or (row == self._lit and relation in TINTS)
        ]

    def paths(self) -> Iterator[tuple[int, QPainterPath, QPainterPath]]:
        """Yield each row with its line beside the articles and its line in the table."""
        shown = self._columns.shown
        if len(shown) < 2:
            return
        table = self._box_of(self._table.viewport())
        lanes = self._lanes()
        for row in self.rows:
            sides = [self._reach(row, at, column) for at, column in enumerate(shown)]
            line = self._on_table(self._table.row_box(row))
            y = min(max(line.center().y(), table.top()), table.bottom())  # scrolled away: its edge
            beside = route(sides, self._gutters(), y, lane=lanes[row])
            sign = self._on_table(self._table.sign_words(row))
            inside = along([side.value for side in sides], sign, line.center().y())
            yield row, beside, inside

    def _lanes(self) -> dict[int, float]:
        """Return where each row's line runs: rows that rest on the same words share theirs."""
        words = dict.fromkeys(self._ends[row] for row in self.rows)
        place = {ends: _LANES[number % len(_LANES)] for number, ends in enumerate(words)}
        return {row: place[self._ends[row]] for row in self.rows}

    def _reach(self, row: int, at: int, column: Column) -> Reach:
        article = column.article
        view = self._box_of(article.viewport())
        spans = self._ends[row][at] if at < len(self._ends[row]) else ()
        boxes = [
            box.translated(view.topLeft()) for span in spans for box in article.rectangles(span)
        ]
        return Reach(tuple(boxes), view, self._on_table(self._table.words(row, at)))

    def _gutters(self) -> list[float]:
        return [self._box_of(line).center().x() for line in self._columns.between]

    def _box_of(self, widget: QWidget) -> QRectF:
        corner = widget.mapTo(self.board, QPointF())
        return QRectF(widget.rect()).translated(corner)

    def _on_table(self, box: QRectF) -> QRectF:
        corner = self._box_of(self._table.viewport()).topLeft()
        return QRectF() if box.isEmpty() else box.translated(corner)

    def _free(self) -> QRegion:
        """Return the ground that lines may use: all but the words of the table."""
        if self._words is None:
            self._words = [self._on_table(box) for box in self._table.written()]
        free = QRegion(self.rect())
        for box in self._words:
            free -= QRegion(box.adjusted(-_CLEAR, -1, _CLEAR, 1).toAlignedRect())
        return free

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the lines, the one put forward last."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setClipRegion(self._free(), Qt.ClipOperation.IntersectClip)
        found = sorted(self.paths(), key=lambda each: each[0] == self._lit)
        for row, beside, inside in found:
            painter.setPen(self._pen(row))
            painter.drawPath(beside)
            painter.drawPath(inside)
        painter.end()

    def _pen(self, row: int) -> QPen:
        now = theme.current()
        colour = now.colour(TINTS[self._relations[row]])
        share = _REST if self._lit not in self.rows else _LIT if row == self._lit else _BACK
        width = 1.75 if row == self._lit else 1.25
        made = QPen(theme.mix(colour, now.colour("paper"), share), width)
        made.setCapStyle(Qt.PenCapStyle.RoundCap)
        made.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
        return made
