"""The pages of the report on a PDF: what needs Qt, loaded only when one is written."""

from __future__ import annotations

import sys
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QByteArray, QMarginsF
from PySide6.QtGui import QFontDatabase, QPageSize, QPainter, QPdfWriter
from PySide6.QtWidgets import QApplication

from tawatur_core.errors import CannotWrite
from tawatur_core.wording import Wording
from tawatur_gui import style
from tawatur_gui.export.pdf_blocks import Block
from tawatur_gui.export.pdf_pages import DPI, Setter

_started: list[QApplication] = []


def ready() -> None:
    """Start Qt off screen when no window has, and see to it that our fonts are known."""
    if QApplication.instance() is None:
        # Not a QGuiApplication: whatever wants widgets later in this process could not have them.
        _started.append(QApplication([*sys.argv[:1], "-platform", "offscreen"]))
    if style.FAMILY not in QFontDatabase.families():
        style.load_fonts()


def paint(
    made: list[Block],
    title: str,
    words: Wording,
    destination: Path,
    attached: Callable[[list[list[str]]], bytes],
) -> None:
    """Set the blocks and write them; `attached` makes the attachment from the lines of all pages.

    Raises CannotWrite.
    """
    ready()
    setter = Setter(right=words.right_to_left)
    setter.add(made)
    writer = QPdfWriter(str(destination))
    writer.setResolution(DPI)
    writer.setPageSize(QPageSize(QPageSize.PageSizeId.A4))
    writer.setPageMargins(QMarginsF(0, 0, 0, 0))
    writer.setTitle(title)
    writer.setCreator(words.say("app-name"))
    held = attached([page.lines for page in setter.pages])
    writer.addFileAttachment("claims.json", QByteArray(held), "application/json")
    painter = QPainter()
    if not painter.begin(writer):
        raise CannotWrite(destination)
    for number, page in enumerate(setter.pages, start=1):
        if number > 1:
            writer.newPage()
        setter.running(painter, number, title)
        for painted in page.painted:
            painted(painter)
    painter.end()
