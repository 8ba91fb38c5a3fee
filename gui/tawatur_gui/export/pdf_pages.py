"""Setting the report on pages: right-to-left or left-to-right, lines never cut by a page's end."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QPainter, QPen, QTextLayout

from tawatur_gui.export.pdf_blocks import Block, Cell, Figures, Rule, Side, Sides, Table, Text
from tawatur_gui.style import FAMILY
from tawatur_gui.theme import LIGHT
from tawatur_gui.widgets import label

DPI = 300
POINT = DPI / 72  # our unit: one pixel of the device
WIDTH, HEIGHT = round(8.268 * DPI), round(11.693 * DPI)  # A4
_SIDE, _TOP, _BOTTOM = 52 * POINT, 62 * POINT, 58 * POINT
_GUTTER = 18 * POINT


@dataclass(frozen=True, slots=True)
class Style:
    """Size in points, weight, colour, leading, and room above and below in points."""

    size: float
    tint: str = "ink"
    bold: bool = False
    leading: float = 1.55
    above: float = 0.0
    below: float = 3.0


STYLES = {
    "h1": Style(20, bold=True, leading=1.5, below=2),
    "h2": Style(14, bold=True, above=18, below=8),
    "h3": Style(11.5, bold=True, above=6, below=1),
    "question": Style(10, "conflict", bold=True, above=4, below=6),
    "meta": Style(8, "muted", leading=1.45, below=5),
    "muted": Style(9, "muted"),
    "quote": Style(10, leading=1.75, above=2, below=0),
    "slots": Style(8.5, below=8),
    "verdict": Style(10, "accent", bold=True, above=8, below=0),
    "past": Style(9, "muted", above=6, below=0),
    "open": Style(9, "conflict", above=8),
    "excerpt": Style(10, leading=1.85),
    "cell": Style(9, leading=1.4),
    "head": Style(9, "muted", leading=1.4),
    "note": Style(7.5, "muted", leading=1.45),
    "same": Style(9, "agreement"),
    "compatible": Style(9, "muted"),
    "unknown": Style(9, "muted"),
    "different": Style(9, "conflict", bold=True),
    "figure": Style(16, "accent", bold=True, leading=1.3),
    "running": Style(7.5, "muted"),
}
_QUOTED = {"quote", "excerpt"}  # lean on the edge where their own text begins
_GROUNDS = {"claim": "claim_ground", "same": "agreement_ground", "different": "conflict_ground"}

Painted = Callable[[QPainter], None]


@dataclass(slots=True)
class Page:
    """What is painted on a page, and the lines of text on it in reading order."""

    painted: list[Painted] = field(default_factory=list)
    lines: list[str] = field(default_factory=list)


class Setter:
    """Sets blocks on pages one below the other."""

    def __init__(self, *, right: bool) -> None:
        self.right = right
        self.pages = [Page()]
        self._y = _TOP
        self._room = WIDTH - 2 * _SIDE

    def add(self, made: list[Block]) -> None:
        """Set all blocks; one that is kept with the next begins a new page together with it."""
        for number, block in enumerate(made):
            if isinstance(block, Text) and block.keep:
                self._reserve(self._kept(made[number:]))
            self._set(block)

    def _set(self, block: Block) -> None:
        match block:
            case Text(text, style):
                self._text(text, style)
            case Figures(figures):
                self._figures(figures)
            case Sides(sides):
                self._sides(sides)
            case Table():
                self._table(block)
            case Rule():
                self._rule()

    # --- room

    def _left(self) -> float:
        return HEIGHT - _BOTTOM - self._y

    def _reserve(self, height: float) -> None:
        """Begin a page unless so much room is left; what fits no page begins where it is."""
        if height > self._left() and self._y > _TOP and height <= HEIGHT - _TOP - _BOTTOM:
            self._turn()

    def _turn(self) -> None:
        self.pages.append(Page())
        self._y = _TOP

    def _kept(self, made: list[Block]) -> float:
        """Return the height of a block and of what must stand on the same page below it."""
        high = 0.0
        for block in made:
            if isinstance(block, Text):
                style = STYLES[block.style]
                lines = self._lay(block.text, block.style, self._room).lineCount()
                shown = lines if block.keep else min(lines, 2)
                high += shown * self._step(block.style) + (style.above + style.below) * POINT
                if block.keep:
                    continue
            elif isinstance(block, Sides):
                high += min(self._sides_height(block.sides), HEIGHT / 3)
            else:
                high += 40 * POINT
            break
        return high

    # --- text

    @staticmethod
    def _font(style: str) -> QFont:
        look = STYLES[style]
        font = QFont(FAMILY)
        font.setPixelSize(round(look.size * POINT))
        font.setBold(look.bold)
        font.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
        return font

    def _setting(self, style: str) -> label.Setting:
        look = STYLES[style]
        ink = LIGHT.colour(look.tint)
        follow = style in _QUOTED
        return label.Setting(
            self._font(style), ink, self.right, lines=0, leading=look.leading, follow=follow
        )

    def _lay(self, text: str, style: str, width: float) -> QTextLayout:
        return label.lay_out(text, width, self._setting(style))

    def _step(self, style: str) -> float:
        return label.line_height(self._setting(style))

    def _text(self, text: str, style: str) -> None:
        look = STYLES[style]
        if self._y > _TOP:
            self._y += look.above * POINT
        self._lines(self._lay(text, style, self._room), style, _SIDE)
        self._y += look.below * POINT

    def _lines(self, laid: QTextLayout, style: str, x: float) -> None:
        """Set lines one by one, on the next page where this one is full."""
        step = self._step(style)
        for number in range(laid.lineCount()):
            if step > self._left():
                self._turn()
            top = self._y - number * step  # each line knows its place below the first
            self._line(laid, number, QPointF(x, top), style)
            self._y += step

    def _line(self, laid: QTextLayout, number: int, at: QPointF, style: str) -> None:
        line, ink = laid.lineAt(number), LIGHT.colour(STYLES[style].tint)

        def paint(painter: QPainter, of: QTextLayout = laid) -> None:
            painter.setPen(ink)
            of.lineAt(number).draw(painter, at)

        self.pages[-1].painted.append(paint)
        self.pages[-1].lines.append(_part(laid.text(), line.textStart(), line.textLength()))

    def _block(self, laid: QTextLayout, style: str, x: float, y: float) -> float:
        """Set a whole layout at a place and return its height."""
        for number in range(laid.lineCount()):
            self._line(laid, number, QPointF(x, y), style)
        return laid.lineCount() * self._step(style)

    def _x(self, start: float, width: float) -> float:
        """Return the left of a box counted from where reading begins."""
        return WIDTH - _SIDE - start - width if self.right else _SIDE + start

    # --- figures, sides, tables

    def _figures(self, figures: tuple[tuple[str, str], ...]) -> None:
        wide = self._room / max(1, len(figures))
        high = self._step("figure") + self._step("meta")
        self._reserve(high)
        self._y += 8 * POINT
        for number, (amount, name) in enumerate(figures):
            x = self._x(number * wide, wide)
            self._block(self._lay(amount, "figure", wide), "figure", x, self._y)
            below = self._y + self._step("figure")
            self._block(self._lay(name, "meta", wide), "meta", x, below)
        self._y += high + 4 * POINT

    def _columns(self, sides: tuple[Side, ...]) -> list[tuple[Side, ...]]:
        return [sides[at : at + 2] for at in range(0, len(sides), 2)]

    def _sides_height(self, sides: tuple[Side, ...]) -> float:
        return sum(max(map(self._side_height, row)) for row in self._columns(sides))

    def _side_width(self) -> float:
        return (self._room - _GUTTER) / 2

    def _side_height(self, side: Side) -> float:
        wide = self._side_width() - 12 * POINT
        parts = ((side.head, "h3"), (side.meta, "meta"), (side.excerpt.text, "excerpt"))
        high = sum(self._lay(t, s, wide).lineCount() * self._step(s) for t, s in parts)
        return high + 6 * POINT

    def _sides(self, sides: tuple[Side, ...]) -> None:
        for row in self._columns(sides):
            high = max(map(self._side_height, row))
            self._reserve(high)
            if high > self._left():  # longer than a page: one below the other, line by line
                for side in row:
                    self._text(side.head, "h3")
                    self._text(side.meta, "meta")
                    self._text(side.excerpt.text, "excerpt")
                continue
            for number, side in enumerate(row):
                self._side(side, number * (self._side_width() + _GUTTER), high)
            self._y += high + 8 * POINT

    def _side(self, side: Side, start: float, high: float) -> None:
        wide, inner = self._side_width(), 12 * POINT
        x = self._x(start + inner, wide - inner)
        edge = QRectF(self._x(start, 2 * POINT), self._y, 2 * POINT, high - 4 * POINT)
        self._fill(edge, LIGHT.colour("conflict"))
        y = self._y
        y += self._block(self._lay(side.head, "h3", wide - inner), "h3", x, y)
        y += self._block(self._lay(side.meta, "meta", wide - inner), "meta", x, y) + 2 * POINT
        laid = self._lay(side.excerpt.text, "excerpt", wide - inner)
        at = 0
        for text, sign in side.excerpt.pieces:
            if sign:
                self._mark(laid, at, at + len(text), sign, QPointF(x, y))
            at += len(text)
        self._block(laid, "excerpt", x, y)

    def _mark(self, laid: QTextLayout, start: int, end: int, sign: str, at: QPointF) -> None:
        for box in label.boxes(laid, start, end):
            ground = box.translated(at).adjusted(-2, 0, 2, 0)
            self._fill(ground, LIGHT.colour(_GROUNDS[sign]))
            if sign == "different":
                rule = QRectF(ground.left(), ground.bottom() - 1, ground.width(), 1.2 * POINT)
                self._fill(rule, LIGHT.colour("conflict"))

    def _fill(self, box: QRectF, colour: QColor) -> None:
        self.pages[-1].painted.append(lambda painter: painter.fillRect(box, colour))

    def _table(self, table: Table) -> None:
        whole = sum(table.shares)
        wide = [self._room * share / whole for share in table.shares]
        head = tuple(Cell(text, "head") for text in table.head)
        self._row(head, wide, first=True)
        for row in table.rows:
            if self._row_height(row, wide) > self._left() and self._y > _TOP:
                self._turn()
                self._row(head, wide, first=True)
            self._row(row, wide)
        self._y += 4 * POINT

    def _cell_height(self, cell: Cell, width: float) -> float:
        inner = width - 10 * POINT
        high = self._lay(cell.text, cell.style, inner).lineCount() * self._step(cell.style)
        if cell.note:
            high += self._lay(cell.note, "note", inner).lineCount() * self._step("note")
        return high + 8 * POINT

    def _row_height(self, row: tuple[Cell, ...], wide: list[float]) -> float:
        return max(self._cell_height(cell, w) for cell, w in zip(row, wide, strict=True))

    def _row(self, row: tuple[Cell, ...], wide: list[float], *, first: bool = False) -> None:
        high = self._row_height(row, wide)
        if not first:
            rule = QRectF(_SIDE, self._y, self._room, 0.5 * POINT)
            self._fill(rule, LIGHT.colour("line"))
        start = 0.0
        for cell, width in zip(row, wide, strict=True):
            inner = width - 10 * POINT
            x, y = self._x(start, inner), self._y + 4 * POINT
            y += self._block(self._lay(cell.text, cell.style, inner), cell.style, x, y)
            if cell.note:
                self._block(self._lay(cell.note, "note", inner), "note", x, y)
            start += width
        self._y += high

    def _rule(self) -> None:
        self._y += 6 * POINT
        if self._left() > 20 * POINT:
            rule = QRectF(_SIDE, self._y, self._room, 0.75 * POINT)
            self._fill(rule, LIGHT.colour("line"))
        self._y += 8 * POINT

    # --- painting

    def running(self, painter: QPainter, number: int, title: str) -> None:
        """Paint title and page number in the margins of a page."""
        if number > 1:
            laid = label.lay_out(title, self._room, _cut(self._setting("running")))
            label.draw(painter, laid, QPointF(_SIDE, 30 * POINT), LIGHT.colour("muted"))
            painter.setPen(QPen(LIGHT.colour("line"), 0.5 * POINT))
            painter.drawLine(QPointF(_SIDE, 46 * POINT), QPointF(WIDTH - _SIDE, 46 * POINT))
        painter.setFont(self._font("running"))
        painter.setPen(LIGHT.colour("muted"))
        box = QRectF(_SIDE, HEIGHT - 40 * POINT, self._room, 16 * POINT)
        painter.drawText(box, Qt.AlignmentFlag.AlignCenter, f"{number} / {len(self.pages)}")


def _cut(setting: label.Setting) -> label.Setting:
    return label.Setting(setting.font, setting.colour, setting.right, lines=1)


def _part(text: str, start: int, length: int) -> str:
    """Return a part of a text by positions in UTF-16 units."""
    return text.encode("utf-16-le")[2 * start : 2 * (start + length)].decode("utf-16-le", "replace")
