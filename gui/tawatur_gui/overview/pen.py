"""What the pictures are painted with: text and signs, mirrored in right-to-left reading."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import (
    QColor,
    QFont,
    QFontMetricsF,
    QPainter,
    QPainterPath,
    QPen,
    QPolygonF,
    QTextLayout,
)

from tawatur_core.model import EntityKind
from tawatur_core.wording import Wording
from tawatur_gui.theme import Theme, mix
from tawatur_gui.widgets import label

SMALL, NORMAL, LARGE = 11 / 13, 1.0, 16 / 13  # sizes beside the interface font
_TOKENS = {
    EntityKind.PERSON.value: "person",
    EntityKind.PLACE.value: "place",
    EntityKind.ORGANISATION.value: "organisation",
    EntityKind.EVENT.value: "event",
    "conflict": "conflict",
    "agree": "agreement",
    "settled": "muted",
}


@dataclass(frozen=True, slots=True)
class Look:
    """Colours, words and font of a picture."""

    theme: Theme
    words: Wording
    font: QFont

    @property
    def right(self) -> bool:
        """Whether reading begins at the right."""
        return self.words.right_to_left

    def sized(self, share: float = NORMAL, *, bold: bool = False) -> QFont:
        """Return the font at a share of its size."""
        font = QFont(self.font)
        font.setPixelSize(max(9, round(font.pixelSize() * share)))
        font.setWeight(QFont.Weight.Bold if bold else QFont.Weight.Normal)
        return font

    def wide(self, text: str, share: float = NORMAL, *, bold: bool = False) -> float:
        """Return the width of a text on one line, in pixels."""
        return QFontMetricsF(self.sized(share, bold=bold)).horizontalAdvance(text) + 2

    def mirrored(self, box: QRectF, width: float) -> QRectF:
        """Return a box whose left was counted from where reading begins, in a room of `width`."""
        if not self.right:
            return box
        return QRectF(width - box.right(), box.top(), box.width(), box.height())


class Pen:
    """A painter that knows the look.

    With `outlines` letters become shapes: a saved drawing needs no font and keeps letters joined.
    """

    def __init__(self, painter: QPainter, look: Look, *, outlines: bool = False) -> None:
        self.painter, self.look, self._outlines = painter, look, outlines
        self.clip: QRectF | None = None  # what is to be painted; None: everything
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)

    def sees(self, box: QRectF) -> bool:
        """Whether any of a box is to be painted."""
        return self.clip is None or self.clip.intersects(box)

    def colour(self, token: str) -> QColor:
        """Return a colour of the theme."""
        return self.look.theme.colour(token)

    def faint(self, token: str, share: float) -> QColor:
        """Return a colour of the theme thinned over the paper."""
        return mix(self.colour(token), self.colour("paper"), share)

    def text(
        self,
        box: QRectF,
        text: str,
        tint: str = "ink",
        *,
        share: float = NORMAL,
        bold: bool = False,
        lines: int = 1,
        middle: bool = False,
    ) -> None:
        """Write into a box, in the middle of its height, cut with … where it does not fit.

        It leans on the edge where reading begins, with `middle` on neither.
        """
        colour = self.colour(tint)
        font = self.look.sized(share, bold=bold)
        setting = label.Setting(font, colour, self.look.right, lines)
        step = label.line_height(setting)
        fit = max(1, int((box.height() + 2) // step))  # a larger font must not leave its box
        setting = replace(setting, lines=min(lines, fit))
        laid = label.lay_out(text, box.width(), setting)
        top = box.top() + (box.height() - step * max(1, laid.lineCount())) / 2
        shift = 0.0
        if middle and laid.lineCount():
            free = box.width() - max(
                laid.lineAt(n).naturalTextWidth() for n in range(laid.lineCount())
            )
            shift = free / 2 * (-1 if self.look.right else 1)
        self._write(laid, QPointF(box.left() + shift, top), colour)

    def _write(self, laid: QTextLayout, at: QPointF, colour: QColor) -> None:
        if not self._outlines:
            label.draw(self.painter, laid, at, colour)
            return
        shapes = QPainterPath()
        for run in laid.glyphRuns():
            font = run.rawFont()
            for glyph, place in zip(run.glyphIndexes(), run.positions(), strict=True):
                shapes.addPath(font.pathForGlyph(glyph).translated(place + at))
        self.painter.fillPath(shapes, colour)

    def line(
        self,
        points: Sequence[QPointF],
        tint: str = "line",
        *,
        width: float = 1.0,
        style: Qt.PenStyle = Qt.PenStyle.SolidLine,
    ) -> None:
        """Draw a line through points."""
        self.painter.setPen(QPen(self.colour(tint), width, style))
        self.painter.drawPolyline(QPolygonF(list(points)))

    def round(
        self,
        box: QRectF,
        radius: float,
        *,
        fill: QColor | None = None,
        edge: QColor | None = None,
        style: Qt.PenStyle = Qt.PenStyle.SolidLine,
        width: float = 1.0,
    ) -> None:
        """Draw a box with round corners."""
        self.painter.setPen(QPen(edge, width, style) if edge else QPen(Qt.PenStyle.NoPen))
        self.painter.setBrush(fill or Qt.BrushStyle.NoBrush)
        self.painter.drawRoundedRect(box, radius, radius)

    def sign(self, kind: str, at: QPointF, size: float = 8.0) -> None:
        """Draw the sign of a kind round a point: each kind has a shape of its own."""
        half = size / 2
        colour = self.colour(_TOKENS.get(kind, "muted"))
        self.painter.setPen(QPen(colour, 1.4))
        self.painter.setBrush(colour)
        box = QRectF(at.x() - half, at.y() - half, size, size)
        if kind == EntityKind.PERSON:
            self.painter.drawEllipse(box)
        elif kind == EntityKind.PLACE:
            self.painter.drawPolygon(_diamond(at, half * 1.25))
        elif kind == EntityKind.ORGANISATION:
            self.painter.drawRect(box)
        elif kind == EntityKind.EVENT:
            self.painter.drawPolygon(_triangle(at, half * 1.15))
        elif kind == "teller":
            self.painter.setBrush(Qt.BrushStyle.NoBrush)
            self.painter.drawRect(box.adjusted(1, 0, -1, 0))
            for part in (0.35, 0.65):
                y = box.top() + box.height() * part
                self.painter.drawLine(QPointF(box.left() + 3, y), QPointF(box.right() - 3, y))
        else:
            self.painter.setBrush(Qt.BrushStyle.NoBrush)
            self.painter.drawEllipse(box)


def _diamond(at: QPointF, half: float) -> QPolygonF:
    steps = ((0, -half), (half, 0), (0, half), (-half, 0))
    return QPolygonF([at + QPointF(x, y) for x, y in steps])


def _triangle(at: QPointF, half: float) -> QPolygonF:
    return QPolygonF(
        [at + QPointF(x, y) for x, y in ((0, -half), (half, half * 0.8), (-half, half * 0.8))]
    )
