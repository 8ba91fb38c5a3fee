"""One article of a review, read-only: its claim in full ink, the rest dimmed, its words marked.

Formats are given to whole blocks only (a boundary inside a word would break joined letters); the
grounds are painted under the text and the coloured words over it, from the glyphs of their lines.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QPointF, QRectF, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QFontMetricsF,
    QLinearGradient,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QRegion,
    QResizeEvent,
    QTextBlock,
    QTextCharFormat,
    QTextCursor,
    QTextDocument,
    QWheelEvent,
)
from PySide6.QtWidgets import QFrame, QTextEdit, QWidget

from tawatur_core.model import Document, Relation, Span
from tawatur_gui.conflicts.marks import Mark
from tawatur_gui.reading.geometry import Geometry, Shape
from tawatur_gui.reading.offsets import Offsets
from tawatur_gui.reading.sheet import Part, Sheet, Style, make
from tawatur_gui.theme import Theme

# A review shows this many code points before and after the claim; more is for the reading page.
_AROUND = 20_000
_CLAIM_AT = 0.2  # of the height: a line or two of context stand above the claim
_UNDERLINE = 2.0
_PAD = 2.0
_FADE = 26.0  # pixels at the lower edge
_FUZZY = Qt.HitTestAccuracy.FuzzyHit


@dataclass(frozen=True, slots=True)
class Excerpt:
    """A part of a document as it is shown; `start` is its first code point in the document."""

    text: str
    start: int

    @classmethod
    def around(cls, text: str, span: Span) -> Excerpt:
        """Return the document, or whole paragraphs around `span` when it is very long."""
        low, high = max(0, span.start - _AROUND), min(len(text), span.end + _AROUND)
        if low:
            low = text.find("\n", low, span.start) + 1 or low
        if high < len(text):
            cut = text.rfind("\n", span.end, high)
            high = cut if cut >= 0 else high
        return cls(text[low:high], low)


class ArticleView(QTextEdit):
    """Shows one document at one claim. Positions given are code points of the document."""

    laid = Signal()  # the page was laid out anew
    pointed = Signal(int)  # the row of the words under the mouse, -1 for none
    picked = Signal(int)  # the row of the words that were clicked

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setReadOnly(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setProperty("role", "bare")
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
        self.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse
            | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        self.setTabChangesFocus(True)
        self._theme: Theme | None = None
        self._excerpt = Excerpt("", 0)
        self._offsets = Offsets("")
        self._claim: tuple[Span, ...] = ()
        self._marks: tuple[Mark, ...] = ()
        self._lit: int | None = None
        self._wanted: Span | None = None
        self._geometry = Geometry(self.document())
        bar = self.verticalScrollBar()
        bar.rangeChanged.connect(self._settle)
        bar.actionTriggered.connect(self._let_go)
        self.viewport().setMouseTracking(True)

    def show_claim(
        self,
        document: Document,
        claim: Sequence[Span],
        marks: Sequence[Mark],
        style: Style,
        theme: Theme,
    ) -> None:
        """Show `document` at `claim`, with `marks` on its words."""
        self._theme = theme
        self._claim, self._marks, self._lit = tuple(claim), tuple(marks), None
        whole = Span(claim[0].start, max(span.end for span in claim)) if claim else Span(0, 0)
        self._excerpt = Excerpt.around(document.text, whole)
        sheet = _sheet(self._excerpt.text)
        self._offsets = sheet.offsets
        page = make(sheet, style)
        self._dim(page)
        page.setParent(self)
        self._room_below(page)
        self.setDocument(page)
        self._geometry = Geometry(page)
        self.scroll_to(whole)
        self.laid.emit()

    def light(self, row: int | None) -> None:
        """Put the words of one row of the table forward and bring them into view."""
        self._lit = row
        mark = next((mark for mark in self._marks if mark.row == row), None)
        if mark is not None:
            self._show(mark.span)
        self.viewport().update()

    def scroll_to(self, span: Span) -> None:
        """Scroll so that `span` stands below a little context."""
        self._wanted = span
        self._settle()

    def _settle(self) -> None:
        """Keep what is wanted in its place while the page is laid out, until somebody scrolls."""
        top = self._top(self._wanted) if self._wanted is not None else None
        if top is not None:
            wanted = self._line_below(top - self.viewport().height() * _CLAIM_AT)
            self.verticalScrollBar().setValue(round(wanted))

    def _let_go(self) -> None:
        self._wanted = None

    def rectangles(self, span: Span) -> list[QRectF]:
        """Return where a span stands in the viewport, line by line."""
        shape = self._shape(span)
        return [self._box(*piece) for piece in _pieces(shape)] if shape else []

    # -- events

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the claim in place when the column gets wider or narrower."""
        super().resizeEvent(event)
        self._geometry.forget()
        self._room_below(self.document())
        self._settle()
        self.laid.emit()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Say which words the mouse is on."""
        super().mouseMoveEvent(event)
        self.pointed.emit(self._row_at(event.position()))

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Say which words were clicked; dragging selects text."""
        super().mouseReleaseEvent(event)
        row = self._row_at(event.position())
        if row >= 0 and not self.textCursor().hasSelection():
            self.picked.emit(row)

    def leaveEvent(self, event: QEvent) -> None:
        """Say that the mouse is on no words."""
        super().leaveEvent(event)
        self.pointed.emit(-1)

    def _row_at(self, place: QPointF) -> int:
        found = (
            m.row for m in self._marks if any(b.contains(place) for b in self.rectangles(m.span))
        )
        return next(found, -1)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Scroll by hand."""
        self._let_go()
        super().wheelEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Grounds, text, and over it the coloured words."""
        if self._theme is None:
            super().paintEvent(event)
            return
        under = QPainter(self.viewport())
        under.setRenderHint(QPainter.RenderHint.Antialiasing)
        for mark in self._marks:
            self._paint_ground(under, mark)
        under.end()
        super().paintEvent(event)
        over = QPainter(self.viewport())
        over.setRenderHint(QPainter.RenderHint.Antialiasing)
        for mark in self._marks:
            if mark.relation is Relation.DIFFERENT:
                self._paint_words(over, mark)
        self._fade(over)
        over.end()

    # -- painting

    def _fade(self, painter: QPainter) -> None:
        """Let the last line in view fade away: it is mostly cut."""
        assert self._theme is not None
        low = float(self.viewport().height())
        paper = self._theme.colour("paper")
        clear = QColor(paper)
        clear.setAlpha(0)
        shade = QLinearGradient(0, low - _FADE, 0, low)
        shade.setColorAt(0, clear)
        shade.setColorAt(0.7, paper)
        painter.fillRect(QRectF(0, low - _FADE, self.viewport().width(), _FADE), shade)

    def _paint_ground(self, painter: QPainter, mark: Mark) -> None:
        assert self._theme is not None
        differs = mark.relation is Relation.DIFFERENT
        ground = self._theme.colour("conflict_ground" if differs else "agreement_ground")
        edge = self._theme.colour("conflict" if differs else "agreement")
        for box in self.rectangles(mark.span):
            painter.setPen(QPen(edge, 1) if mark.row == self._lit else Qt.PenStyle.NoPen)
            painter.setBrush(ground)
            painter.drawRoundedRect(box, 3, 3)

    def _paint_words(self, painter: QPainter, mark: Mark) -> None:
        """Paint the glyphs of the marked words again in colour, and a line under them."""
        assert self._theme is not None
        local = self._local(mark.span)
        if local is None:
            return
        colour = self._theme.colour("conflict")
        boxes = self.rectangles(mark.span)
        painter.save()
        painter.setPen(colour)
        region = QRegion()
        for box in boxes:
            region += box.adjusted(_PAD, 0, -_PAD, 0).toAlignedRect()
        painter.setClipRegion(region)  # a ligature at the edge belongs to its neighbour too
        self._draw_glyphs(painter, *local)
        painter.setClipping(False)
        for box in boxes:
            bottom = QRectF(box.left(), box.bottom() - _UNDERLINE, box.width(), _UNDERLINE)
            painter.fillRect(bottom, colour)
        painter.restore()

    def _draw_glyphs(self, painter: QPainter, start: int, end: int) -> None:
        shift = self._origin()
        for block in _blocks(self.document(), start, end):
            low = max(0, start - block.position())
            high = min(block.length() - 1, end - block.position())
            layout = block.layout()
            for number in range(layout.lineCount()):
                line = layout.lineAt(number)
                first = max(low, line.textStart())
                last = min(high, line.textStart() + line.textLength())
                # Asked for a whole line, Qt shifts a right-to-left one by its trailing space.
                for run in line.glyphRuns(first, last - first) if first < last else ():
                    at = layout.position() + shift
                    painter.drawGlyphRun(at, run)
                    # A hair's breadth aside: bolder without being wider, so that no line moves.
                    painter.drawGlyphRun(at + QPointF(0.35, 0), run)

    # -- places

    def _local(self, span: Span) -> tuple[int, int] | None:
        """Return the page positions of a span of the document, None when it is not shown."""
        low, high = span.start - self._excerpt.start, span.end - self._excerpt.start
        if low < 0 or high > len(self._excerpt.text):
            return None
        return self._offsets.start(low), self._offsets.end(high)

    def _shape(self, span: Span) -> Shape | None:
        local = self._local(span)
        return self._geometry.shape(*local) if local else None

    def _box(self, left: float, right: float, baseline: float) -> QRectF:
        metrics = QFontMetricsF(self.document().defaultFont())
        y = baseline - metrics.ascent() - self.verticalScrollBar().value()
        return QRectF(
            left - _PAD, y, right - left + 2 * _PAD, metrics.ascent() + metrics.descent() + 3
        )

    def _origin(self) -> QPointF:
        """Return where the page's corner stands in the viewport.

        Spaces at line ends make the page a little wider than the column, and right to left Qt
        counts the sideways scroll from the other end.
        """
        across = self.horizontalScrollBar()
        return QPointF(
            float(across.value() - across.maximum()), -float(self.verticalScrollBar().value())
        )

    def _top(self, span: Span) -> float | None:
        shape = self._shape(Span(span.start, min(span.end, span.start + 1)))
        if shape is None:
            return None
        return shape.top - QFontMetricsF(self.document().defaultFont()).ascent()

    def _line_below(self, y: float) -> float:
        """Return the top of the first line at or below `y`, so that no line is cut in two."""
        block = self.document().findBlock(
            max(0, self.document().documentLayout().hitTest(QPointF(0, y), _FUZZY))
        )
        while block.isValid():
            layout = block.layout()
            for number in range(layout.lineCount()):
                top = layout.position().y() + layout.lineAt(number).y()
                if top >= y:
                    return top - 2
            block = block.next()
        return y

    def _show(self, span: Span) -> None:
        boxes = self.rectangles(span)
        height = self.viewport().height()
        if boxes and not (boxes[0].top() >= 0 and boxes[-1].bottom() <= height):
            self.scroll_to(span)

    def _room_below(self, page: QTextDocument) -> None:
        """Leave room under the last paragraph, so that any claim can stand at its place."""
        frame = page.rootFrame()
        form = frame.frameFormat()
        room = self.viewport().height() * (1 - _CLAIM_AT)
        if abs(form.bottomMargin() - room) > 1:
            form.setBottomMargin(room)
            frame.setFrameFormat(form)

    def _dim(self, page: QTextDocument) -> None:
        """Give full ink to the paragraphs of the claim and a quiet one to all others."""
        assert self._theme is not None
        ink, quiet = QTextCharFormat(), QTextCharFormat()
        ink.setForeground(self._theme.colour("ink"))
        quiet.setForeground(self._theme.colour("muted"))
        spans = [self._local(span) for span in self._claim]
        cursor = QTextCursor(page)
        cursor.select(QTextCursor.SelectionType.Document)
        cursor.mergeCharFormat(quiet)
        for local in spans:
            if local is None:
                continue
            for block in _blocks(page, *local):
                cursor.setPosition(block.position())
                cursor.movePosition(
                    QTextCursor.MoveOperation.EndOfBlock, QTextCursor.MoveMode.KeepAnchor
                )
                cursor.mergeCharFormat(ink)


def _blocks(page: QTextDocument, start: int, end: int) -> list[QTextBlock]:
    found = []
    block = page.findBlock(start)
    while block.isValid() and block.position() < end:
        found.append(block)
        block = block.next()
    return found


def _sheet(text: str) -> Sheet:
    """Return the page of a bare excerpt: no title, no meta line, blank lines kept narrow."""
    parts = tuple(Part.BODY if line.strip() else Part.BLANK for line in text.split("\n"))
    return Sheet(text, text, parts, Offsets(text))


def _pieces(shape: Shape) -> list[tuple[float, float, float]]:
    return [(piece.left, piece.right, piece.baseline) for piece in shape.pieces]
