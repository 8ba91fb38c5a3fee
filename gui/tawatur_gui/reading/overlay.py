"""Paints the marks over and under the text. It never touches the text's formats.

Coordinates are those of the document; the caller has moved the painter. What a mark is can be told
by shape alone: brackets and a margin bar with a number (claim), an underline (mention), dots
(proposal), a double arrow (conflict), a broken underline (mention without an entity).
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QLineF, QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPen

from tawatur_gui.reading.geometry import Geometry, Shape
from tawatur_gui.reading.marks import CLAIMS, MENTIONS, Sign, Strip
from tawatur_gui.reading.sheet import Style
from tawatur_gui.theme import Theme, mix

BAR_AWAY = 34  # from the column to the first margin bar
LANE = 8  # from one margin bar to the next
NUMBER_AWAY = 14  # from the outermost bar to the numbers


@dataclass(slots=True)
class Look:
    """How the page is painted just now."""

    theme: Theme
    style: Style
    column_left: float = 0
    column_right: float = 0
    right_to_left: bool = True  # the article
    active: str = ""
    residue_label: str = ""


class Overlay:
    """Painter of marks; remembers in which lane a claim's margin bar stands."""

    def __init__(self, geometry: Geometry, look: Look) -> None:
        self.geometry = geometry
        self.look = look
        self._lanes: dict[str, tuple[int, float, float]] = {}

    def forget(self) -> None:
        """Drop what depends on the layout."""
        self.forget_lanes()
        self.geometry.forget()

    def forget_lanes(self) -> None:
        """Drop the lanes: the marks changed."""
        self._lanes.clear()

    def under(self, painter: QPainter, strips: Sequence[Strip]) -> None:
        """Paint the grounds, which stand under the letters."""
        ground = self.look.theme.colour("claim_ground")
        claims = [s for s in strips if s.mark.sign is Sign.CLAIM]
        for strip in claims:
            self._fill(painter, strip.start, strip.end, ground)
        stronger = _faded(self.look.theme.colour("claim_line"), 0.16)
        for a, b in _overlaps(claims):
            self._fill(painter, a, b, stronger)
        for strip in claims:
            if strip.mark.key == self.look.active:
                self._fill(painter, strip.start, strip.end, _faded(stronger, 0.07))
        for strip in strips:
            if strip.mark.sign is Sign.FOUND:
                self._found(painter, strip)

    def over(self, painter: QPainter, strips: Sequence[Strip]) -> None:
        """Paint what stands over the letters or beside them."""
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for strip in strips:
            shape = self.geometry.shape(strip.start, strip.end)
            if shape is None:
                continue
            if strip.mark.sign is Sign.RESIDUE:
                self._residue(painter, strip, shape)
            elif strip.mark.sign in MENTIONS:
                self._underline(painter, strip, shape)
            elif strip.mark.sign is Sign.CLAIM:
                painter.setPen(_pen(self.look.theme.colour("claim_line"), 2))
                self._brackets(painter, strip, shape)
            elif strip.mark.sign is Sign.CLAIM_PROPOSAL:
                self._dotted(painter, strip, shape)
        self._margin(painter, [s for s in strips if s.mark.sign in CLAIMS])

    def bar_at(self, x: float, y: float, strips: Iterable[Strip]) -> Strip | None:
        """Return the claim whose margin bar or number is at a point."""
        if x < self.look.column_right + BAR_AWAY - LANE:
            return None
        for strip in strips:
            if strip.mark.sign not in CLAIMS or not strip.first:
                continue
            lane = self._lanes.get(strip.mark.key)
            if lane is None or not lane[1] <= y <= lane[2]:
                continue
            bar = self._bar_x(lane[0])
            if abs(x - bar) <= LANE / 2 or (x > bar and y <= lane[1] + self.look.style.pitch):
                return strip
        return None

    def selection(self, painter: QPainter, start: int, end: int) -> None:
        """Paint the selection: Qt's own stands beside the letters when it cuts a ligature."""
        self._fill(painter, start, end, self.look.theme.colour("selection"))

    # -- grounds ---------------------------------------------------------------------------------

    def _fill(self, painter: QPainter, start: int, end: int, colour: QColor) -> None:
        shape = self.geometry.shape(start, end)
        if shape is None:
            return
        up, down = self._height()
        for piece in shape.pieces:
            painter.fillRect(
                QRectF(piece.left, piece.baseline - up, piece.right - piece.left, up + down), colour
            )

    def _found(self, painter: QPainter, strip: Strip) -> None:
        here = strip.mark.key == self.look.active
        tone = self.look.theme.colour("accent")
        self._fill(painter, strip.start, strip.end, _faded(tone, 0.38 if here else 0.16))

    def _height(self) -> tuple[float, float]:
        """How far a ground reaches above and below the baseline."""
        return self.look.style.size * 1.18, self.look.style.size * 0.5

    # -- signs on the text -----------------------------------------------------------------------

    def _brackets(self, painter: QPainter, strip: Strip, shape: Shape) -> None:
        """Enclose what the eye sees: a claim that begins with Latin words opens at their right."""
        for shown, baseline, opens in (
            (strip.first, shape.top, True),
            (strip.last, shape.bottom, False),
        ):
            line = [piece for piece in shape.pieces if piece.baseline == baseline]
            if shown and opens == self.look.right_to_left:
                self._bracket(painter, max(piece.right for piece in line), baseline, -1.0)
            elif shown:
                self._bracket(painter, min(piece.left for piece in line), baseline, 1.0)

    def _bracket(self, painter: QPainter, edge: float, baseline: float, inwards: float) -> None:
        up, down = self._height()
        x, foot = edge - inwards * 0.5, inwards * 4
        top, bottom = baseline - up + 4, baseline + down - 3
        painter.drawPolyline(
            [QPointF(x + foot, top), QPointF(x, top), QPointF(x, bottom), QPointF(x + foot, bottom)]
        )

    def _underline(self, painter: QPainter, strip: Strip, shape: Shape) -> None:
        tone = self.look.theme.colour(strip.mark.tone)
        proposed = strip.mark.sign is Sign.MENTION_PROPOSAL
        active = strip.mark.key == self.look.active
        pen = _pen(mix(tone, self.look.theme.colour("muted"), 0.5) if proposed else tone, 2)
        if proposed:
            pen = _dots(pen)
        elif not strip.mark.settled:
            pen.setDashPattern([3.0, 2.0])
        if active:
            pen.setWidthF(3)
        painter.setPen(pen)
        below = self.look.style.size * 0.46 + strip.level * 4
        for piece in shape.pieces:
            y = round(piece.baseline + below) + 0.5
            painter.drawLine(QLineF(piece.left + 0.5, y, piece.right - 0.5, y))
        if active:
            up, down = self._height()
            for piece in shape.pieces:
                painter.fillRect(
                    QRectF(piece.left, piece.baseline - up, piece.right - piece.left, up + down),
                    _faded(tone, 0.12),
                )

    def _dotted(self, painter: QPainter, strip: Strip, shape: Shape) -> None:
        """Paint a proposed claim: corners and a line of dots, no ground."""
        muted = self.look.theme.colour("muted")
        active = strip.mark.key == self.look.active
        if active:
            self._fill(painter, strip.start, strip.end, _faded(muted, 0.14))
        painter.setPen(_dots(_pen(_faded(muted, 0.75), 1.6)))
        _, down = self._height()
        for piece in shape.pieces:
            y = round(piece.baseline + down + 3) + 0.5
            painter.drawLine(QLineF(piece.left, y, piece.right, y))
        painter.setPen(_pen(_faded(muted, 0.8), 1.4))
        self._brackets(painter, strip, shape)

    def _residue(self, painter: QPainter, strip: Strip, shape: Shape) -> None:
        """Dim the letters by a veil of paper, and say why beside them."""
        veil = _faded(self.look.theme.colour("paper"), 0.58)
        up = self.look.style.size * 1.5
        for piece in shape.pieces:
            painter.fillRect(
                QRectF(piece.left - 2, piece.baseline - up, piece.right - piece.left + 4, up * 1.6),
                veil,
            )
        painter.setPen(self.look.theme.colour("muted"))
        painter.setFont(_small(self.look.style, 0.6))
        width = QFontMetricsF(painter.font()).horizontalAdvance(self.look.residue_label)
        x = self._beside(strip, shape, width)
        if x is not None:
            painter.drawText(QPointF(x, shape.top), self.look.residue_label)

    def _beside(self, strip: Strip, shape: Shape, width: float) -> float | None:
        """Return where a label of a width stands free at the first line; None when nowhere."""
        after = self.geometry.shape(strip.end, strip.end + 1)
        goes_on = after is not None and after.top == shape.top
        line = [piece for piece in shape.pieces if piece.baseline == shape.top]
        if self.look.right_to_left:
            x = min(piece.left for piece in line) - width - 12
            margin = self.look.column_left - width - 8
        else:
            x = max(piece.right for piece in line) + 12
            margin = self.look.column_right + 8
        if goes_on:
            x = margin
        return x if x >= 4 else None

    # -- the margin ------------------------------------------------------------------------------

    def _margin(self, painter: QPainter, strips: Sequence[Strip]) -> None:
        numbers: list[QRectF] = []
        for strip in strips:
            if not strip.first and strip.mark.key in self._lanes:
                continue
            shape = self.geometry.shape(strip.start, strip.end)
            if shape is not None:
                lane, top, bottom = self._lane(strip.mark.key, shape)
                self._bar(painter, strip, lane, QRectF(0, top, 0, bottom - top), numbers)

    def _lane(self, key: str, shape: Shape) -> tuple[int, float, float]:
        found = self._lanes.get(key)
        if found is not None:
            return found
        up, down = self._height()
        top, bottom = shape.top - up, shape.bottom + down
        taken = {lane for lane, a, b in self._lanes.values() if a < bottom and top < b}
        lane = next(i for i in range(len(taken) + 1) if i not in taken)
        self._lanes[key] = (lane, top, bottom)
        return self._lanes[key]

    def _bar_x(self, lane: int) -> float:
        return self.look.column_right + BAR_AWAY + lane * LANE

    def _bar(
        self, painter: QPainter, strip: Strip, lane: int, place: QRectF, numbers: list[QRectF]
    ) -> None:
        mark = strip.mark
        tone = self.look.theme.colour("conflict" if mark.disputed else "claim_line")
        active = mark.key == self.look.active
        x = self._bar_x(lane)
        if mark.sign is Sign.CLAIM_PROPOSAL:
            painter.setPen(_dots(_pen(_faded(self.look.theme.colour("muted"), 0.8), 2)))
            painter.drawLine(QLineF(x, place.top(), x, place.bottom()))
            return
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(tone)
        wide = 5.0 if active else 4.0
        painter.drawRoundedRect(QRectF(x - wide / 2, place.top(), wide, place.height()), 2, 2)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        self._number(painter, strip, x, place.top(), numbers)

    def _number(
        self, painter: QPainter, strip: Strip, x: float, top: float, numbers: list[QRectF]
    ) -> None:
        mark = strip.mark
        tone = self.look.theme.colour("conflict" if mark.disputed else "muted")
        font = _small(self.look.style, 0.62)
        font.setBold(mark.key == self.look.active)
        painter.setFont(font)
        painter.setPen(tone)
        text = f"{mark.number} ⇄" if mark.disputed else str(mark.number)
        metrics = QFontMetricsF(font)
        place = QRectF(x + NUMBER_AWAY, top, metrics.horizontalAdvance(text) + 2, metrics.height())
        while any(place.intersects(other) for other in numbers):
            place.translate(0, metrics.height())
        numbers.append(place)
        painter.drawText(place, Qt.AlignmentFlag.AlignCenter, text)


def _overlaps(strips: Sequence[Strip]) -> list[tuple[int, int]]:
    """Return the stretches that lie in two strips or more, each once."""
    found: list[tuple[int, int]] = []
    reach = 0
    for strip in strips:  # sorted by start
        if strip.start < reach:
            start, end = strip.start, min(reach, strip.end)
            if found and start < found[-1][1]:
                start = found[-1][1]
            if start < end:
                found.append((start, end))
        reach = max(reach, strip.end)
    return found


def _pen(colour: QColor, width: float) -> QPen:
    pen = QPen(colour, width)
    pen.setCapStyle(Qt.PenCapStyle.FlatCap)
    pen.setJoinStyle(Qt.PenJoinStyle.MiterJoin)
    return pen


def _dots(pen: QPen) -> QPen:
    pen.setCapStyle(Qt.PenCapStyle.RoundCap)
    pen.setDashPattern([0.1, 2.2])
    return pen


def _faded(colour: QColor, alpha: float) -> QColor:
    faded = QColor(colour)
    faded.setAlphaF(alpha)
    return faded


def _small(style: Style, scale: float) -> QFont:
    font = QFont("Vazirmatn")
    font.setPixelSize(max(9, round(style.size * scale)))
    return font
