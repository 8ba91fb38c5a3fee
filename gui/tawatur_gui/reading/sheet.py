"""How an article becomes the page on screen: paragraphs, headings, title, meta line, soft breaks.

Pure of widgets: `lay_out` decides, `make` builds a QTextDocument from the decision. Formats are
only ever given to whole blocks: a format boundary inside a word would break its joined letters.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from enum import StrEnum

from PySide6.QtCore import Qt
from PySide6.QtGui import (
    QFont,
    QFontMetricsF,
    QTextBlockFormat,
    QTextCharFormat,
    QTextCursor,
    QTextDocument,
    QTextOption,
)

from tawatur_core.model import Span
from tawatur_gui.reading.offsets import Insert, Offsets

# What Qt takes for the end of a block, each one position long, as in the text.
_BLOCK_END = re.compile("[\n\u2029\ufdd0\ufdd1]")
_RIGHT_TO_LEFT = re.compile("[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]")
_JUDGED = 20_000  # code points that tell in which direction an article is written
_SENTENCE_END = '.؟?!:،,؛;…"»”’)]}'
_LONGEST_HEADING = 64
_LONGEST_TITLE = 180
_LONG_PARAGRAPH = 10_000  # code points: 20 KB as Qt stores them
_SAMPLE = "أصدر وزير الخارجية الروسي سيرغي لافروف تحذيرًا للولايات المتحدة وحلفائها من خلق تهديدات"
COLUMN = 75  # at most so many characters a line; 60 to 75 are read with ease


class Part(StrEnum):
    """What a block of the page is."""

    TITLE = "title"
    META = "meta"
    BODY = "body"
    PIECE = "piece"  # all but the last piece of a very long paragraph
    HEADING = "heading"
    BLANK = "blank"


@dataclass(frozen=True, slots=True)
class Style:
    """Font and measures of the page, in pixels."""

    family: str = "Vazirmatn"
    size: int = 18
    meta_right_to_left: bool = True

    @property
    def font(self) -> QFont:
        """The font of the text. Latin and emoji fall back to Vazirmatn, then the system."""
        font = QFont([self.family, "Vazirmatn"])
        font.setPixelSize(self.size)
        return font

    @property
    def pitch(self) -> int:
        """Distance from one baseline to the next."""
        return round(self.size * 2.1)

    @property
    def gap(self) -> int:
        """Distance between paragraphs, besides the pitch."""
        return round(self.size * 0.72)

    @property
    def column(self) -> int:
        """Width of the column: COLUMN characters of Arabic."""
        return round(QFontMetricsF(self.font).horizontalAdvance(_SAMPLE) / len(_SAMPLE) * COLUMN)


@dataclass(frozen=True, slots=True)
class Sheet:
    """The page of one article: what is shown, and how its positions map to the text."""

    text: str
    shown: str
    parts: tuple[Part, ...]  # one per block
    offsets: Offsets = field(repr=False)
    right_to_left: bool = True


def lay_out(text: str, title: str, meta: str, residue: Sequence[Span] = ()) -> Sheet:
    """Decide the blocks of the page. A title that is the text's first line is not shown twice."""
    parts: list[Part] = []
    inserts: list[Insert] = []
    paragraphs = list(_paragraphs(text))
    own = _title_in_text(text, paragraphs, title)
    if own is None:
        inserts.append(Insert(0, f"{title}\n{meta}\n"))
        parts += [Part.TITLE, Part.META]
    for i, paragraph in enumerate(paragraphs):
        if i == own:
            parts += [Part.TITLE, Part.META]
            after = i + 1 < len(paragraphs)  # the meta line stands below the title
            inserts.append(
                Insert(paragraph.end + 1, f"{meta}\n")
                if after
                else Insert(paragraph.end, f"\n{meta}")
            )
            continue
        for at in _soft_breaks(text, paragraph):
            inserts.append(Insert(at, "\n"))
            parts.append(Part.PIECE)
        parts.append(_part(text, paragraph, residue, last=i + 1 == len(paragraphs)))
    shown = _spliced(text, inserts)
    return Sheet(text, shown, tuple(parts), Offsets(text, inserts), reads_right_to_left(text))


def reads_right_to_left(text: str) -> bool:
    """Whether an article is written from right to left: most of its letters decide, not the first.

    A paragraph that begins with 'CNN:' does not turn round; an article in English reads as such.
    """
    start = text[:_JUDGED]
    arabic = len(_RIGHT_TO_LEFT.findall(start))
    return 2 * arabic >= sum(map(str.isalpha, start))


def make(sheet: Sheet, style: Style) -> QTextDocument:
    """Build the document, detached from any widget, so that nothing is laid out meanwhile."""
    document = QTextDocument()
    document.setUndoRedoEnabled(False)
    document.setDocumentMargin(0)
    document.setPlainText(sheet.shown)
    option = QTextOption()
    # Without a forced direction each paragraph would take that of its first letter. The option for
    # trailing spaces is not set: it moves what `cursorToX` answers on wrapped lines by a space
    # away from what is painted, and mouse hits are our own (`hits`).
    right, left = Qt.LayoutDirection.RightToLeft, Qt.LayoutDirection.LeftToRight
    option.setTextDirection(right if sheet.right_to_left else left)
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    document.setDefaultTextOption(option)
    dress(document, sheet, style)
    return document


def dress(document: QTextDocument, sheet: Sheet, style: Style) -> None:
    """Set font, line heights and block formats of the whole page."""
    document.setDefaultFont(style.font)
    cursor = QTextCursor(document)
    cursor.beginEditBlock()
    cursor.select(QTextCursor.SelectionType.Document)
    cursor.setBlockFormat(_block_format(Part.BODY, style))
    block = document.begin()
    for part in sheet.parts:
        if part is not Part.BODY:
            _dress_block(QTextCursor(block), part, style, right_to_left=sheet.right_to_left)
        block = block.next()
    cursor.endEditBlock()


def _dress_block(cursor: QTextCursor, part: Part, style: Style, *, right_to_left: bool) -> None:
    cursor.setBlockFormat(_block_format(part, style))
    if part is Part.META and style.meta_right_to_left != right_to_left:
        cursor.setBlockFormat(_turned(cursor.blockFormat(), right_to_left=right_to_left))
    if part in {Part.TITLE, Part.META, Part.HEADING}:
        cursor.select(QTextCursor.SelectionType.BlockUnderCursor)
        cursor.movePosition(QTextCursor.MoveOperation.StartOfBlock)
        cursor.movePosition(QTextCursor.MoveOperation.EndOfBlock, QTextCursor.MoveMode.KeepAnchor)
        cursor.setCharFormat(_char_format(part, style))


def _block_format(part: Part, style: Style) -> QTextBlockFormat:
    """Line height, spacing and direction of one kind of block."""
    pitch, before, after = {
        Part.TITLE: (round(style.size * 1.95), 0, round(style.size * 0.2)),
        Part.META: (round(style.size * 1.4), 0, round(style.size * 1.1)),
        Part.BODY: (style.pitch, 0, style.gap),
        Part.PIECE: (style.pitch, 0, 0),
        Part.HEADING: (style.pitch, round(style.size * 0.35), round(style.size * 0.35)),
        Part.BLANK: (max(1, round(style.size * 0.25)), 0, 0),
    }[part]
    form = QTextBlockFormat()
    form.setLineHeight(pitch, QTextBlockFormat.LineHeightTypes.FixedHeight.value)
    form.setTopMargin(before)
    form.setBottomMargin(after)
    return form


def _turned(form: QTextBlockFormat, *, right_to_left: bool) -> QTextBlockFormat:
    """Return the format of words against the direction of the page, on the page's own side."""
    left, right = Qt.LayoutDirection.LeftToRight, Qt.LayoutDirection.RightToLeft
    form.setLayoutDirection(left if right_to_left else right)
    side = Qt.AlignmentFlag.AlignRight if right_to_left else Qt.AlignmentFlag.AlignLeft
    form.setAlignment(side | Qt.AlignmentFlag.AlignAbsolute)
    return form


def _char_format(part: Part, style: Style) -> QTextCharFormat:
    font = QFont("Vazirmatn") if part is Part.META else QFont(style.font)
    font.setPixelSize(
        {Part.TITLE: round(style.size * 1.24), Part.META: round(style.size * 0.72)}.get(
            part, round(style.size * 0.95)
        )
    )
    if part is not Part.META:
        font.setWeight(QFont.Weight.Bold)
    form = QTextCharFormat()
    form.setFont(font)
    return form


def _paragraphs(text: str) -> Iterator[Span]:
    start = 0
    for end in _BLOCK_END.finditer(text):
        yield Span(start, end.start())
        start = end.end()
    yield Span(start, len(text))


def _title_in_text(text: str, paragraphs: Sequence[Span], title: str) -> int | None:
    """Return which paragraph is the title, None when the text does not begin with it."""
    for i, paragraph in enumerate(paragraphs):
        line = paragraph.of(text).strip()
        if line:
            # A title kept shorter than the line it was taken from is the same title.
            same = line.startswith(title.strip().rstrip("…")) and len(line) <= _LONGEST_TITLE
            return i if same and title.strip() else None
    return None


def _part(text: str, paragraph: Span, residue: Sequence[Span], *, last: bool) -> Part:
    line = paragraph.of(text).strip()
    if not line:
        return Part.BLANK
    if last or len(line) > _LONGEST_HEADING or line[-1] in _SENTENCE_END or line[0] in "–-•—*":
        return Part.BODY
    if any(part.overlaps(paragraph) for part in residue):
        return Part.BODY
    return Part.HEADING


def _soft_breaks(text: str, paragraph: Span) -> Iterator[int]:
    """Where a very long paragraph is cut for layout: after a space, about every 20 KB."""
    start = paragraph.start
    while paragraph.end - start > _LONG_PARAGRAPH:
        limit = start + _LONG_PARAGRAPH
        space = text.rfind(" ", start + _LONG_PARAGRAPH // 2, limit)
        start = space + 1 if space >= 0 else limit
        yield start


def _spliced(text: str, inserts: Sequence[Insert]) -> str:
    pieces: list[str] = []
    done = 0
    for insert in inserts:
        pieces += [text[done : insert.at], insert.text]
        done = insert.at
    pieces.append(text[done:])
    return "".join(pieces)
