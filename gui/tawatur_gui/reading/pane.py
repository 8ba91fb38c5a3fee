"""The page: one article, right to left, with its marks painted over it.

The pane shows and reports; it never writes, and nothing is ever read back from its text: a
selection is a span of code points of the stored text.
"""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import QMimeData, QPoint, QPointF, QRect, QRectF, Qt, QTimer, Signal
from PySide6.QtGui import (
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QResizeEvent,
    QTextCursor,
    QTextDocument,
    QWheelEvent,
)
from PySide6.QtWidgets import QFrame, QTextEdit, QWidget

from tawatur_core.model import Span
from tawatur_gui.reading.badges import Badges
from tawatur_gui.reading.clusters import snap
from tawatur_gui.reading.geometry import Geometry
from tawatur_gui.reading.gestures import Gesture, Gestures
from tawatur_gui.reading.hits import Hits
from tawatur_gui.reading.marks import Mark, MarkIndex, Sign, Strip
from tawatur_gui.reading.overlay import Look, Overlay
from tawatur_gui.reading.sheet import Sheet, Style, lay_out, make
from tawatur_gui.theme import LIGHT, Theme

BIG = 500_000  # code points; above this a resize waits until the mouse rests
_REST_MS = 120
_HOVER_MS = 260
_LEAST_START = 86  # room beside the column for the margin bars and their numbers
_LEAST_END = 30


class Pane(QTextEdit):
    """A read-only article. Spans are in code points of the text given to `show_text`."""

    selected = Signal(object)  # Span, empty when nothing is selected
    settled = Signal(object)  # Span, when the mouse let go
    picked = Signal(str)  # key of the mark clicked, '' beside all marks
    hovered = Signal(list, QPoint)  # keys under the mouse (shortest first), global position
    left = Signal()  # the mouse is over no mark any more
    zoomed = Signal(int)  # steps by Ctrl + wheel

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setReadOnly(True)
        self.setUndoRedoEnabled(False)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setObjectName("page")
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setLineWrapMode(QTextEdit.LineWrapMode.FixedPixelWidth)
        self.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse
            | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        self.viewport().setMouseTracking(True)
        self._sheet: Sheet = lay_out("", "", "")
        self._look = Look(LIGHT, Style())
        self._overlay = Overlay(Geometry(self.document()), self._look)
        self._marks: list[Mark] = []
        self._index = MarkIndex((), self._sheet.offsets)
        self._badges = Badges("", self._sheet.offsets)
        self._hits = Hits(self.document())
        self._gestures = Gestures("", self._sheet.offsets)
        self._gesture: Gesture | None = None
        self._mouse = QPointF()
        self._dragging = QTimer(self, interval=40)
        self._dragging.timeout.connect(self._drag_on)
        self._over: list[str] = []
        self._hover_at = QPoint()
        self._wheel = 0
        self._resting = QTimer(self, singleShot=True, interval=_REST_MS)
        self._resting.timeout.connect(self._fit)
        self._hovering = QTimer(self, singleShot=True, interval=_HOVER_MS)
        self._hovering.timeout.connect(lambda: self.hovered.emit(self._over, self._hover_at))
        self.selectionChanged.connect(self._tell_selection)
        self.setCursorWidth(0)
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
        self._marks = []
        self._look.style = style
        self._put(lay_out(text, title, meta, tuple(residue)))
        self.verticalScrollBar().setValue(0)

    def show_again(self, title: str, meta: str, style: Style, residue: Iterable[Span] = ()) -> None:
        """Show the same text with another style or heading; the reader keeps the place."""
        top, selection = self._top_point(), self.selection()
        at_top = self.verticalScrollBar().value() == 0
        self._look.style = style
        self._put(lay_out(self._sheet.text, title, meta, tuple(residue)))
        if selection:
            self.select(selection)
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

    def clear_selection(self) -> None:
        """Select nothing."""
        cursor = self.textCursor()
        cursor.clearSelection()
        self.setTextCursor(cursor)

    def point_at(self, at: QPoint) -> int | None:
        """Return the code point under a place of the viewport, None beside the text."""
        position = self._letter_at(at)
        return None if position is None else self._sheet.offsets.point(position)

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

    def scroll_to(self, span: Span) -> None:
        """Bring a span into the upper third of the viewport, unless it is well in sight."""
        place = self.place_of(span)
        if place is None:
            return
        height = self.viewport().height()
        if place.top() < 24 or place.bottom() > height - 64:
            bar = self.verticalScrollBar()
            bar.setValue(bar.value() + place.top() - height // 3)

    def marks_at(self, at: QPoint) -> list[Mark]:
        """Return the marks under a place of the viewport, the shortest first."""
        found: list[Strip] = []
        position = self._letter_at(at)
        if position is not None:
            found = [s for s in self._index.at(position) if s.mark.sign is not Sign.FOUND]
        else:
            spot = QPointF(at) + self._origin()
            bar = self._overlay.bar_at(spot.x(), spot.y(), self._visible())
            found = [bar] if bar else []
        return [strip.mark for strip in found]

    # -- events ----------------------------------------------------------------------------------

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

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Begin a selection. The caret hides: it is for the keyboard, and nothing here blinks."""
        if event.button() != Qt.MouseButton.LeftButton:
            return
        self.setCursorWidth(0)
        extending = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
        anchor = self.textCursor().anchor() if extending else None
        position = self._position_near(event.position())
        self._gesture = self._gestures.press(position, anchor=anchor)
        self._stretch_to(position)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Begin a selection by words."""
        if event.button() == Qt.MouseButton.LeftButton:
            letter = self._letter_at(event.position().toPoint())
            position = self._position_near(event.position()) if letter is None else letter
            self._gesture = self._gestures.double(position)
            self._stretch_to(position)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Extend the selection, or watch which marks the mouse is over."""
        self._mouse = event.position()
        if self._gesture is not None:
            self._stretch_to(self._position_near(self._mouse))
            outside = not self.viewport().rect().contains(self._mouse.toPoint())
            if outside and not self._dragging.isActive():
                self._dragging.start()
            return
        keys = [mark.key for mark in self.marks_at(event.position().toPoint())]
        self._hover_at = event.globalPosition().toPoint()
        if keys != self._over:
            self._over = keys
            self._hovering.stop()
            self.left.emit()
        if keys:
            self._hovering.start()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """End a selection; a click without one picks the mark under it."""
        if event.button() != Qt.MouseButton.LeftButton or self._gesture is None:
            return
        self._gesture = None
        self._dragging.stop()
        if not self.textCursor().hasSelection():
            marks = self.marks_at(event.position().toPoint())
            self.picked.emit(marks[0].key if marks else "")
        self.settled.emit(self.selection())

    def leaveEvent(self, event: object) -> None:
        """Note that the mouse is over no mark."""
        self._over = []
        self._hovering.stop()
        self.left.emit()

    def createMimeDataFromSelection(self) -> QMimeData:
        """Copy the stored text: the widget's own would turn no-break spaces into spaces."""
        data = QMimeData()
        data.setText(self.selection().of(self._sheet.text))
        return data

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Scroll; with Ctrl zoom in whole steps."""
        if not event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            super().wheelEvent(event)
            return
        self._wheel += event.angleDelta().y()
        steps = int(self._wheel / 120)
        if steps:
            self._wheel -= steps * 120
            self.zoomed.emit(steps)
        event.accept()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Leave keys that only the page's commands understand to them."""
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Delete}:
            event.ignore()
            return
        self.setCursorWidth(1)
        super().keyPressEvent(event)

    # -- inside ----------------------------------------------------------------------------------

    def _put(self, sheet: Sheet) -> None:
        self._sheet = sheet
        self._dress_widget()
        document = make(sheet, self._look.style)
        document.setParent(self)
        old = self.document()
        ours = old.parent() is self  # the first one is Qt's, which deletes it by itself
        self._overlay = Overlay(Geometry(document), self._look)
        self._index = MarkIndex(self._marks, sheet.offsets)
        self._badges = Badges(sheet.text, sheet.offsets)
        self._hits = Hits(document)
        self._gestures = Gestures(sheet.text, sheet.offsets)
        self._gesture = None
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

    def _position_near(self, at: QPointF) -> int:
        return self._hits.position(at + self._origin())

    def _stretch_to(self, position: int) -> None:
        """Let the selection under way reach to a page position."""
        if self._gesture is None:
            return
        anchor, end = self._gesture.to(position)
        cursor = self.textCursor()
        if (cursor.anchor(), cursor.position()) == (anchor, end):
            return
        cursor.setPosition(anchor)
        cursor.setPosition(end, QTextCursor.MoveMode.KeepAnchor)
        self.setTextCursor(cursor)

    def _drag_on(self) -> None:
        """Scroll while the mouse is held above or below the page."""
        height = self.viewport().height()
        over = self._mouse.y() if self._mouse.y() < 0 else max(0.0, self._mouse.y() - height)
        bar = self.verticalScrollBar()
        bar.setValue(bar.value() + round(over / 3))
        self._stretch_to(self._position_near(self._mouse))

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

    def _tell_selection(self) -> None:
        self.selected.emit(self.selection())

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
