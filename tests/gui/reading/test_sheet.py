from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from tawatur_core import paths
from tawatur_core.model import Span
from tawatur_gui.reading.sheet import Part, Style, lay_out, make

from .texts import HARD

SEEDS = sorted(paths.seeds().glob("0*.txt"))


@pytest.mark.parametrize("file", SEEDS, ids=lambda p: p.name[:3])
def test_every_block_has_its_part_and_every_letter_its_place(app: QApplication, file):
    text = file.read_text(encoding="utf-8")
    sheet = lay_out(text, "عنوان آخر", "سطر", ())
    document = make(sheet, Style())
    assert document.blockCount() == len(sheet.parts)
    shown = document.toRawText().replace("\u2029", "\n")
    for at in range(0, len(text), 7):
        start, end = sheet.offsets.start(at), sheet.offsets.end(at + 1)
        assert shown[start:end] == text[at]  # no astral letters in the seeds


@pytest.mark.parametrize("name", HARD)
def test_blocks_of_hard_texts(app: QApplication, name: str):
    sheet = lay_out(HARD[name], "ع", "س")
    assert make(sheet, Style()).blockCount() == len(sheet.parts)


def test_block_ends_other_than_line_feeds_keep_the_count(app: QApplication):
    text = "ا\u2029ب\ufdd0ج\ufdd1د\u2028هـ\x0bو\ufffcز\n"
    sheet = lay_out(text, "ع", "س")
    document = make(sheet, Style())
    assert document.blockCount() == len(sheet.parts) == 2 + 5
    assert document.characterCount() - 1 == len(sheet.shown)


def test_a_title_that_is_the_first_line_is_shown_once():
    sheet = lay_out("\nعنوان الخبر\n\nنص الخبر هنا.", "عنوان الخبر", "سطر")
    assert sheet.shown.count("عنوان الخبر") == 1
    assert sheet.parts == (Part.BLANK, Part.TITLE, Part.META, Part.BLANK, Part.BODY)
    assert lay_out("عنوان", "عنوان", "سطر").shown == "عنوان\nسطر"
    assert lay_out("نص", "عنوان", "سطر").shown == "عنوان\nسطر\nنص"


def test_headings_are_short_lines_without_a_full_stop():
    text = "خبر طويل.\nالسياق العسكري\nنص آخر.\n– بند في قائمة\nتسمية صورة\nنهاية"
    residue = [Span(text.index("تسمية"), text.index("\nنهاية"))]
    parts = lay_out(text, "ع", "س", residue).parts[2:]
    assert parts == (Part.BODY, Part.HEADING, Part.BODY, Part.BODY, Part.BODY, Part.BODY)


def test_very_long_paragraphs_are_split_softly(app: QApplication):
    text = "كلمة 😀 " * 9000
    sheet = lay_out(text, "ع", "س")
    document = make(sheet, Style())
    assert document.blockCount() == len(sheet.parts) > 6
    assert max(document.findBlockByNumber(i).length() for i in range(document.blockCount())) < 21000
    assert sheet.parts.count(Part.PIECE) == len(sheet.parts) - 3
    raw = sheet.shown.encode("utf-16-le")
    for at in range(0, len(text), 997):
        part = raw[2 * sheet.offsets.start(at) : 2 * sheet.offsets.end(at + 1)].decode("utf-16-le")
        assert part == text[at]
    assert lay_out("ا" * 25_000, "ع", "س").parts.count(Part.PIECE) == 2


def test_the_page_runs_right_to_left_whatever_it_begins_with(app: QApplication):
    document = make(lay_out("CNN: قال", "BBC", "2025"), Style())
    block = document.begin()
    while block.isValid():
        assert block.textDirection() == Qt.LayoutDirection.RightToLeft
        block = block.next()
    latin = make(lay_out("نص", "ع", "July"), Style(meta_right_to_left=False))
    assert latin.findBlockByNumber(1).textDirection() == Qt.LayoutDirection.LeftToRight


def test_formats_never_begin_inside_a_block(app: QApplication):
    document = make(lay_out(HARD["bidi"], "ع", "س"), Style())
    block = document.begin()
    while block.isValid():
        fragments = 0
        part = block.begin()
        while not part.atEnd():
            fragments += 1
            part += 1
        assert fragments <= 1
        block = block.next()


def test_the_column_holds_60_to_75_characters(app: QApplication):
    text = next(p for p in SEEDS if p.name.startswith("000")).read_text(encoding="utf-8")
    for style in (Style(), Style(size=26), Style(family="Amiri", size=20)):
        document = make(lay_out(text, "ع", "س"), style)
        document.setTextWidth(style.column)
        document.documentLayout().blockBoundingRect(document.lastBlock())
        lengths = []
        block = document.begin()
        while block.isValid():
            lines = block.layout().lineCount()
            lengths += [block.layout().lineAt(i).textLength() for i in range(lines - 1)]
            block = block.next()
        assert 60 <= sum(lengths) / len(lengths) <= 76
