"""The page as it is shown: layout, marks painted over and under it, places of spans.

Nothing here listens to the mouse or keys; `Pane` does.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable

from PySide6.QtCore import QPoint, QPointF, QRect, QRectF, Qt, QTimer
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent, QTextCursor, QTextDocument
from PySide6.QtWidgets import QFrame, QTextEdit, QWidget

from tawatur_core.model import Span
from tawatur_gui.reading.badges import Badges
from tawatur_gui.reading.clusters import snap
from tawatur_gui.reading.geometry import Geometry
from tawatur_gui.reading.hits import Hits, Spot
from tawatur_gui.reading.marks import Mark, MarkIndex, Strip
from tawatur_gui.reading.overlay import Look, Overlay
from tawatur_gui.reading.sheet import Sheet, Style, lay_out, make
from tawatur_gui.theme import LIGHT, Theme

# The caret shows (and blinks) only while the keyboard is selecting; else arrows scroll.
MOUSE = Qt.TextInteractionFlag.TextSelectableByMouse
KEYBOARD = MOUSE | Qt.TextInteractionFlag.TextSelectableByKeyboard
BIG = 500_000  # code points; above this a resize waits until the mouse rests
_REST_MS = 120
_COMING_MS = 30
_LEAST_START = 86  # room beside the column for the margin bars and their numbers
_LEAST_END = 30


class PageView(QTextEdit):
    """A read-only article. Spans are in code points of the text given to `show_text`."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setReadOnly(True)
        self.setUndoRedoEnabled(False)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setObjectName("page")
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setLineWrapMode(QTextEdit.LineWrapMode.FixedPixelWidth)
        self.setTextInteractionFlags(MOUSE)
        self._sheet: Sheet = lay_out("", "", "")
        self._look = Look(LIGHT, Style())
        self._overlay = Overlay(Geometry(self.document()), self._look)
        self._marks: list[Mark] = []
        self._index = MarkIndex((), self._sheet.offsets)
        self._badges = Badges("", self._sheet.offsets)
        self._hits = Hits(self.document())
        self._resting = QTimer(self, singleShot=True, interval=_REST_MS)
        self._resting.timeout.connect(self._fit)
        self._bound: tuple[Span, Callable[[], None]] | None = None  # for where, and what then
        self._coming = QTimer(self, interval=_COMING_MS)
        self._coming.timeout.connect(self._come)
        self.verticalScrollBar().actionTriggered.connect(self.stay)
        self._dress_widget()

    # -- what is shown ---------------------------------------------------------------------------

    @property
    def style_of_page(self) -> Style:
        """Font and measures in use."""
        return self._look.style

    @property
    def text_shown(self) -> str:
        """The stored text of the article shown."""
        return self._sheet.text

    def show_text(
        self, text: str, title: str, meta: str, style: Style, residue: Iterable[Span] = ()
    ) -> None:
        """Show an article from its beginning, without marks."""
        self.stay()
        self._marks = []
        self._look.style = style
        self._put(lay_out(text, title, meta, tuple(residue)))
        self.setTextInteractionFlags(MOUSE)
        self.verticalScrollBar().setValue(0)

    def show_again(self, title: str, meta: str, style: Style, residue: Iterable[Span] = ()) -> None:
        """Show the same text with another style or heading; the reader keeps the place."""
        top, selection = self._top_point(), self.selection()
        at_top = self.verticalScrollBar().value() == 0
        self._look.style = style
        self._put(lay_out(self._sheet.text, title, meta, tuple(residue)))
        if selection:
            self.select(selection)
        if self._bound is not None:
            return  # on the way still
        if at_top:
            self.verticalScrollBar().setValue(0)
        else:
            self._scroll_top_to(top)

    def set_marks(self, marks: Iterable[Mark]) -> None:
        """Replace the marks."""
        self._marks = list(marks)
        self._index = MarkIndex(self._marks, self._sheet.offsets)
        self._overlay.forget_lanes()
        self.viewport().update()

    def set_active(self, key: str) -> None:
        """Show one mark stronger than the others ('': none)."""
        if key != self._look.active:
            self._look.active = key
            self.viewport().update()

    def set_theme(self, theme: Theme, residue_label: str) -> None:
        """Take the colours of a theme."""
        self._look.theme = theme
        self._look.residue_label = residue_label
        self._overlay.forget()
        self._dress_widget()
        self.viewport().update()

    # -- selection and places --------------------------------------------------------------------

    def selection(self) -> Span:
        """Return what is selected, snapped to whole letters; empty when nothing is."""
        cursor = self.textCursor()
        if not cursor.hasSelection():
            at = self._sheet.offsets.point(cursor.position())
            return Span(at, at)
        span = self._sheet.offsets.span(cursor.selectionStart(), cursor.selectionEnd())
        return snap(self._sheet.text, span)

    def select(self, span: Span) -> None:
        """Select a part of the text."""
        cursor = self.textCursor()
        offsets = self._sheet.offsets
        cursor.setPosition(offsets.start(span.start))
        end = offsets.end(span.end) if span else offsets.start(span.end)
        cursor.setPosition(end, QTextCursor.MoveMode.KeepAnchor)
        self.setTextCursor(cursor)

    @property
    def has_caret(self) -> bool:
        """Whether the keyboard is selecting."""
        return self.textInteractionFlags() == KEYBOARD

    def clear_selection(self) -> None:
        """Select nothing and hide the caret; the page stays where it is."""
        self.setTextInteractionFlags(MOUSE)
        bar = self.verticalScrollBar()
        place = bar.value()
        cursor = self.textCursor()
        cursor.clearSelection()
        self.setTextCursor(cursor)
        bar.setValue(place)

    def place_of(self, span: Span) -> QRect | None:
        """Return the rectangle around a span, in the viewport; None when it has no letters."""
        offsets = self._sheet.offsets
        shape = self._overlay.geometry.shape(offsets.start(span.start), offsets.end(span.end))
        if shape is None:
            return None
        # Measuring laid out the page up to here without a notice: the scroll bar must know.
        layout = self.document().documentLayout()
        if self.verticalScrollBar().maximum() < shape.bottom:
            layout.documentSizeChanged.emit(layout.documentSize())
        around = QRectF()
        up, down = self._look.style.size * 1.2, self._look.style.size * 0.6
        for piece in shape.pieces:
            around = around.united(
                QRectF(piece.left, piece.baseline - up, piece.right - piece.left, up + down)
            )
        return around.translated(-self._origin()).toAlignedRect()

    def scroll_to(self, span: Span, then: Callable[[], None] = lambda: None) -> None:
        """Bring a span into the upper third of the viewport, unless it is well in sight.

        Qt lays a long article out bit by bit. For a place that has none yet the window is not held
        up: the page goes there as soon as it has, unless somebody scrolls. `then` is done there.
        """
        self._bound = (span, then)
        self._come()
        if self._bound is not None:
            self._coming.start()

    def stay(self) -> None:
        """Go nowhere: somebody has scrolled, or another article is shown."""
        self._bound = None
        self._coming.stop()

    def _come(self) -> None:
        """Go where the page is bound for, if that is laid out."""
        if self._bound is None:
            return
        span, then = self._bound
        block = self.document().findBlock(self._sheet.offsets.start(span.start))
        if len(self._sheet.text) > BIG and not block.layout().lineCount():
            return
        self.stay()
        self._bring(span)
        then()

    def _bring(self, span: Span) -> None:
        place = self.place_of(span)
        if place is None:
            return
        height = self.viewport().height()
        if place.top() < 24 or place.bottom() > height - 64:
            bar = self.verticalScrollBar()
            bar.setValue(bar.value() + place.top() - height // 3)

    # -- painting --------------------------------------------------------------------------------

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint grounds, then the text, then signs."""
        strips = self._visible()
        painter = QPainter(self.viewport())
        painter.translate(-self._origin())
        self._overlay.under(painter, strips)
        cursor = self.textCursor()
        if cursor.hasSelection():
            self._overlay.selection(painter, cursor.selectionStart(), cursor.selectionEnd())
        painter.end()
        super().paintEvent(event)
        painter = QPainter(self.viewport())
        painter.translate(-self._origin())
        self._overlay.over(painter, strips)
        if len(self._badges):
            first, last = self._visible_range()
            self._badges.paint(painter, self._overlay.geometry, self._look, first, last)
        painter.end()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Lay the page out for the new width; a very big one when the mouse rests."""
        super().resizeEvent(event)
        if len(self._sheet.text) > BIG and event.oldSize().width() > 0:
            self._resting.start()
        else:
            self._fit()

    # -- layout ----------------------------------------------------------------------------------

    def _put(self, sheet: Sheet) -> None:
        self._sheet = sheet
        self._look.right_to_left = sheet.right_to_left
        self._dress_widget()
        document = make(sheet, self._look.style)
        document.setParent(self)
        old = self.document()
        ours = old.parent() is self  # the first one is Qt's, which deletes it by itself
        self._overlay = Overlay(Geometry(document), self._look)
        self._index = MarkIndex(self._marks, sheet.offsets)
        self._badges = Badges(sheet.text, sheet.offsets)
        self._hits = Hits(document)
        self.blockSignals(True)
        self._set_margins(document)
        self.setDocument(document)
        self.blockSignals(False)
        if ours:
            old.deleteLater()
        self.viewport().update()

    def _fit(self) -> None:
        """Lay the column out for the present width."""
        self._resting.stop()
        top = self._top_point()
        keep = self.verticalScrollBar().value() > 0
        self._set_margins(self.document())
        if keep:
            self._scroll_top_to(top)
        self.viewport().update()

    def _set_margins(self, document: QTextDocument) -> None:
        """Centre the column, leave room for the margin bars."""
        width = self.viewport().width()
        column = min(self._look.style.column, max(120, width - _LEAST_START - _LEAST_END))
        free = max(0, width - column)
        start = min(max(_LEAST_START, free // 2 + 16), free)
        self._overlay.forget()
        self._hits.forget()
        self._look.column_right = width - start
        self._look.column_left = self._look.column_right - column
        frame = document.rootFrame()
        form = frame.frameFormat()
        form.setRightMargin(start)
        form.setLeftMargin(self._look.column_left)
        form.setTopMargin(28)
        form.setBottomMargin(max(96, self.viewport().height() // 3))
        if form != frame.frameFormat():
            frame.setFrameFormat(form)
        if self.lineWrapColumnOrWidth() != width:
            self.setLineWrapColumnOrWidth(width)

    def _origin(self) -> QPointF:
        """Return the document's coordinates at the viewport's corner."""
        bar = self.horizontalScrollBar()
        x = bar.maximum() - bar.value() if self.isRightToLeft() else bar.value()
        return QPointF(x, self.verticalScrollBar().value())

    def _letter_at(self, at: QPoint) -> int | None:
        """Return the page position of the letter at a place, None beside letters."""
        return self._hits.letter(QPointF(at) + self._origin())

    def _spot_near(self, at: QPointF) -> Spot:
        return self._hits.spot(at + self._origin())

    def _position_near(self, at: QPointF) -> int:
        return self._hits.position(at + self._origin())

    def _visible_range(self) -> tuple[int, int]:
        """Return the first and last page position in sight, with a line to spare."""
        spare = self._look.style.pitch
        top = self._origin().y() - spare
        return self._hits.blocks(top, top + self.viewport().height() + 2 * spare)

    def _visible(self) -> list[Strip]:
        return list(self._index.between(*self._visible_range()))

    def _top_point(self) -> int:
        """Return the code point at the top of the page."""
        middle = QPointF(self.viewport().width() / 2, 8)
        return self._sheet.offsets.point(self._position_near(middle))

    def _scroll_top_to(self, point: int) -> None:
        place = self.place_of(Span(point, min(point + 1, self._sheet.offsets.length)))
        if place is not None:
            bar = self.verticalScrollBar()
            bar.setValue(bar.value() + place.top())

    def _dress_widget(self) -> None:
        # The program's style sheet names a font for every widget, and QTextEdit hands its font to
        # the document: the page names its own.
        theme, style = self._look.theme, self._look.style
        self.setStyleSheet(
            f"QTextEdit {{ background: {theme.paper}; color: {theme.ink}; border: none;"
            f" border-radius: 0; padding: 0; font-family: '{style.family}', 'Vazirmatn';"
            f" font-size: {style.size}px; selection-background-color: transparent;"
            f" selection-color: {theme.ink}; }}"
        )
