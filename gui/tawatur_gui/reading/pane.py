"""The page: one article, right to left, with its marks painted over it.

The pane shows and reports; it never writes, and nothing is ever read back from its text: a
selection is a span of code points of the stored text.
"""

from __future__ import annotations

from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence, QMouseEvent, QTextCursor, QWheelEvent
from PySide6.QtWidgets import QWidget

from tawatur_gui.reading.gestures import Free, Gesture, Gestures
from tawatur_gui.reading.hits import Spot
from tawatur_gui.reading.marks import Mark, Sign, Strip
from tawatur_gui.reading.sheet import Sheet
from tawatur_gui.reading.view import KEYBOARD, MOUSE, PageView

_HOVER_MS = 260
_FIRST_LINE = 24  # pixels below the top edge
_STILL = 3  # pixels the mouse may tremble over a mark
_SIDEWAYS = {Qt.Key.Key_Left, Qt.Key.Key_Right}
_CARET_KEYS = {
    *_SIDEWAYS,
    Qt.Key.Key_Up,
    Qt.Key.Key_Down,
    Qt.Key.Key_Home,
    Qt.Key.Key_End,
}


class Pane(PageView):
    """A read-only article. Spans are in code points of the text given to `show_text`."""

    selected = Signal(object)  # Span, empty when nothing is selected
    settled = Signal(object)  # Span, when the mouse let go
    picked = Signal(str)  # key of the mark clicked, '' beside all marks
    hovered = Signal(list, QPoint)  # the mouse rests: keys under it (shortest first), where
    left = Signal()  # the mouse moved on
    zoomed = Signal(int)  # steps by Ctrl + wheel

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.viewport().setMouseTracking(True)
        self._gestures = Gestures("", self._sheet.offsets)
        self._gesture: Gesture | Free | None = None
        self._mouse = QPointF()
        self._dragging = QTimer(self, interval=40)
        self._dragging.timeout.connect(self._drag_on)
        self._over: list[str] = []
        self._hover_at = QPoint()
        self._wheel = 0
        self._hovering = QTimer(self, singleShot=True, interval=_HOVER_MS)
        self._hovering.timeout.connect(lambda: self.hovered.emit(self._over, self._hover_at))
        self.selectionChanged.connect(self._tell_selection)

    @property
    def dragging(self) -> bool:
        """Whether the mouse is selecting just now."""
        return self._gesture is not None

    def point_at(self, at: QPoint) -> int | None:
        """Return the code point under a place of the viewport, None beside the text."""
        position = self._letter_at(at)
        return None if position is None else self._sheet.offsets.point(position)

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

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Begin a selection; the caret hides."""
        if event.button() != Qt.MouseButton.LeftButton:
            return
        self.stay()
        self.setTextInteractionFlags(MOUSE)
        extending = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
        anchor = self.textCursor().anchor() if extending else None
        spot = self._spot_near(event.position())
        self._gesture = self._gestures.press(spot, anchor=anchor)
        self._stretch_to(spot)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Begin a selection by words."""
        if event.button() == Qt.MouseButton.LeftButton:
            letter = self._letter_at(event.position().toPoint())
            position = self._position_near(event.position()) if letter is None else letter
            self._gesture = self._gestures.double(position)
            self._stretch_to(Spot.at(position))

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Extend the selection, or watch which marks the mouse is over."""
        self._mouse = event.position()
        if self._gesture is not None:
            self._stretch_to(self._spot_near(self._mouse))
            outside = not self.viewport().rect().contains(self._mouse.toPoint())
            if outside and not self._dragging.isActive():
                self._dragging.start()
            return
        spot = event.globalPosition().toPoint()
        if (spot - self._hover_at).manhattanLength() > _STILL:
            self.left.emit()
        self._hover_at = spot
        self._over = [mark.key for mark in self.marks_at(event.position().toPoint())]
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
            self.stay()
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
        shift = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
        if event.key() in _SIDEWAYS or (shift and event.key() in _CARET_KEYS):
            self._show_caret()
        if self.has_caret or not self._jumped(event):
            super().keyPressEvent(event)

    def _jumped(self, event: QKeyEvent) -> bool:
        """Scroll to an end of the article by Ctrl+Home and Ctrl+End, as plain arrows scroll."""
        bar = self.verticalScrollBar()
        if event.matches(QKeySequence.StandardKey.MoveToStartOfDocument):
            bar.setValue(0)
        elif event.matches(QKeySequence.StandardKey.MoveToEndOfDocument):
            bar.setValue(bar.maximum())
        else:
            return False
        self.stay()
        return True

    def _show_caret(self) -> None:
        """Begin to select by keyboard: at what is picked or was clicked, if that is in sight."""
        if self.has_caret:
            return
        self.setTextInteractionFlags(KEYBOARD)
        if self.textCursor().hasSelection():
            return
        cursor = self.textCursor()
        picked = [s for s in self._visible() if s.mark.key == self._look.active]
        if picked and not any(s.start <= cursor.position() <= s.end for s in picked):
            cursor.setPosition(min(s.start for s in picked))
        view = self.viewport().rect()
        if not view.contains(self.cursorRect(cursor).center()):
            side = view.width() if self._sheet.right_to_left else 0
            cursor.setPosition(self._position_near(QPointF(side, _FIRST_LINE)))
        self.setTextCursor(cursor)

    # -- inside ----------------------------------------------------------------------------------

    def _put(self, sheet: Sheet) -> None:
        super()._put(sheet)
        self._gestures = Gestures(sheet.text, sheet.offsets)
        self._gesture = None

    def _stretch_to(self, spot: Spot) -> None:
        """Let the selection under way reach to a place."""
        if self._gesture is None:
            return
        anchor, end = self._gesture.to(spot)
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
        self._stretch_to(self._spot_near(self._mouse))

    def _tell_selection(self) -> None:
        self.selected.emit(self.selection())
