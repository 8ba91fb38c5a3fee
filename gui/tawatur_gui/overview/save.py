"""A picture as a file: SVG with letters as shapes, or PNG at twice the size."""

from __future__ import annotations

import os
from pathlib import Path

from PySide6.QtCore import QByteArray, QRect, QRectF, QSize
from PySide6.QtGui import QImage, QImageWriter, QPainter
from PySide6.QtSvg import QSvgGenerator

from tawatur_core.errors import CannotWrite
from tawatur_gui.overview.chart import Chart
from tawatur_gui.overview.pen import LARGE, Pen

_MARGIN, _TITLE = 24, 40
_SCALE = 2  # pixels of a PNG for each of the picture


def save(chart: Chart, title: str, path: Path) -> None:
    """Write the picture as it is laid out, under its title; the suffix decides SVG or PNG.

    Raises CannotWrite.
    """
    if path.suffix.lower() == ".svg":
        _svg(chart, title, path)
    else:
        _png(chart, title, path)


def _size(chart: Chart) -> QSize:
    size = chart.size.toSize()
    return QSize(size.width() + 2 * _MARGIN, size.height() + 2 * _MARGIN + _TITLE)


def _svg(chart: Chart, title: str, path: Path) -> None:
    if not os.access(path.parent, os.W_OK):  # the generator only prints that it cannot
        raise CannotWrite(path)
    size = _size(chart)
    generator = QSvgGenerator()
    generator.setFileName(str(path))
    generator.setSize(size)
    generator.setViewBox(QRect(0, 0, size.width(), size.height()))
    generator.setTitle(title)
    generator.setDescription("\n\n".join(item.told for item in chart.items))
    painter = QPainter()
    if not painter.begin(generator):
        raise CannotWrite(path)
    _paint(chart, title, painter, size, outlines=True)
    painter.end()


def _png(chart: Chart, title: str, path: Path) -> None:
    size = _size(chart)
    image = QImage(size * _SCALE, QImage.Format.Format_RGB32)
    image.setDevicePixelRatio(_SCALE)
    painter = QPainter(image)
    _paint(chart, title, painter, size, outlines=False)
    painter.end()
    if not QImageWriter(str(path), QByteArray(b"png")).write(image):
        raise CannotWrite(path)


def _paint(chart: Chart, title: str, painter: QPainter, size: QSize, *, outlines: bool) -> None:
    pen = Pen(painter, chart.look, outlines=outlines)
    painter.fillRect(QRect(0, 0, size.width(), size.height()), pen.colour("paper"))
    box = QRectF(_MARGIN, _MARGIN, size.width() - 2 * _MARGIN, _TITLE - 12)
    pen.text(box, title, share=LARGE, bold=True)
    painter.translate(_MARGIN, _MARGIN + _TITLE)
    chart.paint(pen)
