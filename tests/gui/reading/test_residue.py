"""The label of what is not part of the article never lies on words."""

from __future__ import annotations

import pytest

from tawatur_core.model import Span
from tawatur_gui.reading.marks import Mark, MarkIndex, Sign

from .test_pane import Show, show

__all__ = ["show"]  # the fixture


@pytest.mark.parametrize(("end", "beside"), [(9, True), (20, False)])
def test_the_label_stands_free(show: Show, end: int, beside: bool):
    text = "صورة قديم\nقال الوزير اليوم إن بلاده أرسلت مساعدات كثيرة"
    pane = show(text)
    start = 0 if beside else 10
    index = MarkIndex([Mark("r", Sign.RESIDUE, (Span(start, end),))], pane._sheet.offsets)
    (strip,) = index.strips_of("r")
    overlay, width = pane._overlay, 40.0 if beside else 12.0
    shape = overlay.geometry.shape(strip.start, strip.end)
    assert shape is not None
    x = overlay._beside(strip, shape, width)
    assert x is not None
    left = min(piece.left for piece in shape.pieces)
    if beside:
        assert left - 60 < x + width < left
    else:
        assert x + width <= pane._look.column_left
    assert overlay._beside(strip, shape, 5000.0) is None
