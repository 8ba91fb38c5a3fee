"""Mark rectangles must cover the glyphs: compared with what is really painted."""

from __future__ import annotations

import random

import pytest
from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QColor, QImage, QPainter, QTextLayout
from PySide6.QtWidgets import QApplication

from tawatur_core.model import Span
from tawatur_gui.reading.clusters import snap
from tawatur_gui.reading.geometry import Geometry, Shape
from tawatur_gui.reading.sheet import Sheet, Style, lay_out, make

from .texts import HARD


def _laid_out(text: str, width: int = 420):
    sheet = lay_out(text, "عنوان", "سطر")
    document = make(sheet, Style())
    document.setTextWidth(width)
    return sheet, document, Geometry(document)


def _shape(sheet: Sheet, geometry: Geometry, span: Span) -> Shape | None:
    return geometry.shape(sheet.offsets.start(span.start), sheet.offsets.end(span.end))


def _selected_columns(document, sheet: Sheet, span: Span) -> set[tuple[int, int]]:
    """The pixels Qt paints as selected, as (line's baseline, x)."""
    start, end = sheet.offsets.start(span.start), sheet.offsets.end(span.end)
    found: set[tuple[int, int]] = set()
    block = document.findBlock(start)
    while block.isValid() and block.position() < end:
        document.documentLayout().blockBoundingRect(block)
        layout = block.layout()
        image = QImage(460, int(layout.boundingRect().height()) + 80, QImage.Format.Format_RGB32)
        image.fill(QColor("white"))
        painter = QPainter(image)
        picked = QTextLayout.FormatRange()
        picked.start = max(0, start - block.position())
        picked.length = min(block.length() - 1, end - block.position()) - picked.start
        picked.format.setBackground(QColor("red"))
        picked.format.setForeground(QColor("red"))
        layout.draw(painter, QPointF(-layout.position().x(), 40 - layout.position().y()), [picked])
        painter.end()
        for number in range(layout.lineCount()):
            line = layout.lineAt(number)
            baseline = line.y() + line.ascent()
            y = int(40 + baseline + 4)
            if y < image.height():
                red = {x for x in range(460) if image.pixelColor(x, y) == QColor("red")}
                found |= {(round(layout.position().y() + baseline), x) for x in red}
        block = block.next()
    return found


def _cuts_ligature(text: str, span: Span) -> bool:
    """Qt paints half a lam-alef beside itself: no truth to compare with."""
    bare = [c for c in text[span.start - 2 : span.start] if not "\u064b" <= c <= "\u0652"]
    left = [c for c in text[span.end - 2 : span.end] if not "\u064b" <= c <= "\u0652"]
    after = text[span.end : span.end + 1]
    return (bare[-1:] == ["ل"] and text[span.start] in "اأإآ") or (
        left[-1:] == ["ل"] and after != "" and after in "اأإآ"
    )


@pytest.mark.parametrize("name", HARD)
def test_rectangles_are_where_qt_paints_the_selection(app: QApplication, name: str):
    sheet, document, geometry = _laid_out(HARD[name])
    chance = random.Random(7)
    left = document.findBlockByNumber(2).layout().position().x()
    compared = 0
    for _ in range(60):
        start = chance.randrange(len(sheet.text) - 1)
        span = snap(sheet.text, Span(start, min(len(sheet.text), start + chance.randrange(1, 40))))
        if not span or "\n" in span.of(sheet.text) or _cuts_ligature(sheet.text, span):
            continue
        shape = _shape(sheet, geometry, span)
        assert shape is not None
        ours = {
            (round(piece.baseline), x)
            for piece in shape.pieces
            for x in range(round(piece.left - left), round(piece.right - left))
        }
        theirs = _selected_columns(document, sheet, span)
        if not theirs:
            continue
        compared += 1
        # a pixel of rounding at each end of each piece
        assert len(ours ^ theirs) <= 2 * len(shape.pieces) + 2, span.of(sheet.text)
    assert compared > 20


def test_a_lone_mark_takes_the_place_of_its_letter(app: QApplication):
    sheet, _, geometry = _laid_out("قال مُحَمَّد نعم")
    mark = sheet.text.index("\u064f")
    shape = _shape(sheet, geometry, Span(mark, mark + 1))
    assert shape is not None
    assert shape.pieces[0].right - shape.pieces[0].left > 2


def test_ends_follow_the_direction_of_the_letters(app: QApplication):
    sheet, _, geometry = _laid_out("قال CNN اليوم")
    whole = _shape(sheet, geometry, Span(0, len(sheet.text)))
    latin = _shape(sheet, geometry, Span(4, 7))
    assert whole is not None
    assert latin is not None
    assert whole.first.right_to_left
    assert whole.first.x > whole.last.x
    assert not latin.first.right_to_left
    assert latin.first.x < latin.last.x


def test_a_line_end_alone_has_no_shape(app: QApplication):
    sheet, _, geometry = _laid_out("ا\nب")
    assert _shape(sheet, geometry, Span(1, 2)) is None


def test_a_span_over_paragraphs_has_a_piece_a_line(app: QApplication):
    sheet, _, geometry = _laid_out(HARD["bidi"])
    shape = _shape(sheet, geometry, Span(0, len(sheet.text)))
    assert shape is not None
    lines = {piece.baseline for piece in shape.pieces}
    assert len(lines) > 9
    assert shape.top < shape.bottom
    box = QRectF(0, 0, 420, 10_000)
    assert all(box.contains(QPointF(p.left, p.baseline)) for p in shape.pieces)
    geometry.forget()
    assert _shape(sheet, geometry, Span(0, len(sheet.text))) == shape


@pytest.mark.parametrize("word", ["لأوكرانيا", "للإطلاق", "سلام", "لَا"])
def test_a_span_may_begin_or_end_inside_a_ligature(app: QApplication, word: str):
    text = f"ثم سافر {word} غدا"
    sheet, _, geometry = _laid_out(text)
    start = text.index(word)
    whole = _shape(sheet, geometry, Span(start, start + len(word)))
    assert whole is not None
    alef = next(i for i, c in enumerate(word) if c in "اأإآ" and "ل" in word[:i])
    head = _shape(sheet, geometry, Span(start, start + alef))
    tail = _shape(sheet, geometry, Span(start + alef, start + len(word)))
    assert head is not None
    assert tail is not None
    assert head.pieces[0].right == pytest.approx(whole.pieces[0].right, abs=0.5)
    assert head.pieces[0].left == pytest.approx(tail.pieces[0].right, abs=0.5)
    assert tail.pieces[0].left == pytest.approx(whole.pieces[0].left, abs=0.5)
    assert head.pieces[0].right - head.pieces[0].left > 2
    assert tail.first.x == tail.pieces[0].right
