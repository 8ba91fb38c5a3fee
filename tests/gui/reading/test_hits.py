"""The mouse finds a letter over its whole height, in the first and last line of a paragraph too."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPointF
from PySide6.QtWidgets import QApplication

from tawatur_core.model import Span
from tawatur_gui.reading.geometry import Geometry
from tawatur_gui.reading.hits import Hits
from tawatur_gui.reading.sheet import Style, lay_out, make

_PARAGRAPH = "قال الوزير إن بلاده أرسلت أكثر من 10 آلاف جندي لدعم روسيا في حربها. " * 2
_TEXTS = {
    "blank lines between": "\n\n".join([_PARAGRAPH] * 3),
    "no blank lines": "\n".join([_PARAGRAPH] * 3),
    "two blank lines first": "\n\n" + _PARAGRAPH,
}


@pytest.mark.parametrize("name", _TEXTS)
@pytest.mark.parametrize("rise", [-12, -4, 0, 3])
def test_a_letter_is_found_over_its_whole_height(app: QApplication, name: str, rise: int):
    text = _TEXTS[name]
    sheet = lay_out(text, "عنوان", "سطر")
    document = make(sheet, Style())
    document.setTextWidth(420)
    geometry, hits = Geometry(document), Hits(document)
    for at, char in enumerate(text):
        start, end = sheet.offsets.start(at), sheet.offsets.end(at + 1)
        shape = geometry.shape(start, end) if char.isalpha() else None
        if shape is None:
            continue
        piece = shape.pieces[0]
        spot = QPointF((piece.left + piece.right) / 2, piece.baseline + rise)
        assert hits.letter(spot) is not None, (at, Span(at, at + 8).of(text))
        assert abs(sheet.offsets.point(hits.position(spot)) - at) <= 1
