"""Own icons, drawn from small SVG files in one colour."""

from __future__ import annotations

from functools import cache

from PySide6.QtCore import QByteArray, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QIcon, QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer

from tawatur_core.errors import CannotRead
from tawatur_gui import paths

SIZES = (16, 20, 24, 32, 48, 64)


@cache
def drawing(name: str, colour: str) -> QSvgRenderer:
    """Return an icon as a drawing in `colour` (#rrggbb). Raises CannotRead."""
    file = paths.icon(name)
    try:
        svg = file.read_text(encoding="utf-8")
    except OSError as failure:
        raise CannotRead(file, str(failure)) from failure
    return QSvgRenderer(QByteArray(svg.replace("currentColor", colour).encode()))


def paint(painter: QPainter, name: str, colour: QColor, box: QRectF) -> None:
    """Paint an icon into `box`."""
    drawing(name, colour.name()).render(painter, box)


def icon(name: str, colour: QColor) -> QIcon:
    """Return an icon in one colour for menus and standard widgets. Raises CannotRead."""
    made = QIcon()
    for size in SIZES:
        pixmap = QPixmap(QSize(size, size))
        pixmap.fill(Qt.GlobalColor.transparent)
        painter = QPainter(pixmap)
        paint(painter, name, colour, QRectF(0, 0, size, size))
        painter.end()
        made.addPixmap(pixmap)
    return made
