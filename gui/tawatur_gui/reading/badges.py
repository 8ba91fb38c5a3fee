"""Bidirectional control characters of a source, shown as small badges.

They are kept in the text and obeyed inside their paragraph only (every paragraph is a block of its
own), but a reader must see that they are there: they can make a text look other than it is.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QFont, QFontMetricsF, QPainter

from tawatur_core.model import Span
from tawatur_gui.reading.geometry import Geometry
from tawatur_gui.reading.offsets import Offsets
from tawatur_gui.reading.overlay import Look

NAMES = {
    "\u061c": "ALM",
    "\u200e": "LRM",
    "\u200f": "RLM",
    "\u202a": "LRE",
    "\u202b": "RLE",
    "\u202c": "PDF",
    "\u202d": "LRO",
    "\u202e": "RLO",
    "\u2066": "LRI",
    "\u2067": "RLI",
    "\u2068": "FSI",
    "\u2069": "PDI",
}
_CONTROL = re.compile(f"[{''.join(NAMES)}]")


class Badges:
    """The control characters of one text, by page position."""

    def __init__(self, text: str, offsets: Offsets) -> None:
        self._found = [
            (offsets.start(found.start()), NAMES[found.group()])
            for found in _CONTROL.finditer(text)
        ]

    def __len__(self) -> int:
        return len(self._found)

    def between(self, first: int, last: int) -> Sequence[tuple[int, str]]:
        """Return position and name of the controls shown between two positions."""
        low, high = bisect_left(self._found, (first, "")), bisect_left(self._found, (last, ""))
        return self._found[low:high]

    def paint(
        self, painter: QPainter, geometry: Geometry, look: Look, first: int, last: int
    ) -> None:
        """Paint a tag above the place of each control, with a hair line down to it."""
        shown = self.between(first, last)
        if not shown:
            return
        theme, size = look.theme, look.style.size
        font = QFont("Vazirmatn")
        font.setPixelSize(max(7, round(size * 0.44)))
        font.setBold(True)
        metrics = QFontMetricsF(font)
        painter.setFont(font)
        for at, name in shown:
            x, baseline = _place(geometry, at)
            if baseline is None:
                continue
            tag = QRectF(0, 0, metrics.horizontalAdvance(name) + 6, metrics.height() - 2)
            tag.moveCenter(QPointF(x, baseline - size * 1.28))
            painter.setPen(theme.colour("conflict"))
            painter.drawLine(QPointF(x, tag.bottom()), QPointF(x, baseline + 2))
            painter.setBrush(theme.colour("conflict_ground"))
            painter.drawRoundedRect(tag, 3, 3)
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawText(tag, Qt.AlignmentFlag.AlignCenter, name)


def _place(geometry: Geometry, at: int) -> tuple[float, float | None]:
    """Return where a control stands: it has no width, the letter before it ends there."""
    shape = geometry.shape(at, at + 1)
    return (shape.last.x, shape.last.baseline) if shape else (0.0, None)


def controls_in(text: str, span: Span) -> list[str]:
    """Return the names of the control characters in a part of a text."""
    return [NAMES[found.group()] for found in _CONTROL.finditer(text, span.start, span.end)]
