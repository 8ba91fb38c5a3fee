"""The widget a picture is shown in: mouse, keyboard, tooltips, and words for a screen reader."""

from __future__ import annotations

import math

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QAccessible,
    QAccessibleEvent,
    QFocusEvent,
    QHelpEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
)
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget

from tawatur_gui import theme
from tawatur_gui.context import Context
from tawatur_gui.overview.chart import Chart, Item
from tawatur_gui.overview.pen import Look, Pen

_ARROWS = {
    Qt.Key.Key_Left: (-1, 0),
    Qt.Key.Key_Right: (1, 0),
    Qt.Key.Key_Up: (0, -1),
    Qt.Key.Key_Down: (0, 1),
}


class Canvas(QWidget):
    """Shows one chart. `chosen` tells the item clicked or opened with Enter."""

    chosen = Signal(object)  # Item
    moved = Signal(QRectF)  # the current item is there now

    def __init__(self, context: Context) -> None:
        super().__init__()
        self._context = context
        self.chart: Chart | None = None
        self._room = QSize(640, 400)
        self._hovered, self.current = "", ""
        self.setMouseTracking(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def look(self) -> Look:
        """Return the look of the pictures now."""
        return Look(theme.current(), self._context.words, self.font())

    def show_chart(self, chart: Chart) -> None:
        """Show a chart; the item that was current stays so if it is still there."""
        self.chart = chart
        self._hovered = ""
        self.lay_out(self._room)
        if chart.item(self.current) is None:
            self.current = ""
        self._tell()

    def lay_out(self, room: QSize) -> None:
        """Place the chart in a room; what needs more is scrolled."""
        self._room = room
        if self.chart is None:
            return
        self.chart.lay_out(self.look(), room.width(), room.height())
        self.setFixedSize(math.ceil(self.chart.size.width()), math.ceil(self.chart.size.height()))
        self.update()

    def choose(self, key: str) -> None:
        """Make an item current."""
        self.current = key
        item = self.chart.item(key) if self.chart else None
        if item is not None:
            self.moved.emit(item.box)
        self._tell()
        self.update()

    def _tell(self) -> None:
        """Say the current item to a screen reader."""
        if self.chart is None:
            return
        name = self._context.say(f"overview-{self.chart.code}")
        item = self.chart.item(self.current)
        self.setAccessibleName(name)
        self.setAccessibleDescription(
            item.told if item else self._context.say("overview-keys-note")
        )
        event = QAccessibleEvent(self, QAccessible.Event.DescriptionChanged)
        QAccessible.updateAccessibility(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the chart and a ring round the current item."""
        if self.chart is None:
            return
        painter = QPainter(self)
        pen = Pen(painter, self.chart.look)
        lit = self._hovered or self.current
        pen.clip = QRectF(event.rect())
        self.chart.paint(pen, lit, max(0.0, -float(self.y())))
        item = self.chart.item(self.current)
        if item is not None:
            shown = "accent" if self.hasFocus() else "muted"
            pen.round(item.box.adjusted(-2, -2, 2, 2), 8, edge=pen.colour(shown), width=1.6)
        painter.end()

    # --- mouse

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Light up what is pointed at."""
        item = self.chart.at(event.position()) if self.chart else None
        key = item.key if item else ""
        if key != self._hovered:
            self._hovered = key
            shape = Qt.CursorShape.PointingHandCursor if key else Qt.CursorShape.ArrowCursor
            self.setCursor(shape)
            self.update()

    def leaveEvent(self, event: QEvent) -> None:
        """Light nothing."""
        self._hovered = ""
        self.update()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Choose what was clicked."""
        item = self.chart.at(event.position()) if self.chart else None
        if item is not None and event.button() == Qt.MouseButton.LeftButton:
            self._open(item)

    def event(self, event: QEvent) -> bool:
        """Say in words what is pointed at."""
        if event.type() == QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            item = self.chart.at(QPointF(event.pos())) if self.chart else None
            if item is None:
                QToolTip.hideText()
            else:
                QToolTip.showText(event.globalPos(), item.told, self, item.box.toRect())
            return True
        return super().event(event)

    # --- keyboard

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Let the keyboard begin at the first item."""
        super().focusInEvent(event)
        by_key = event.reason() in {
            Qt.FocusReason.TabFocusReason,
            Qt.FocusReason.BacktabFocusReason,
        }
        if by_key and not self.current and self.chart and self.chart.items:
            self.choose(self.chart.items[0].key)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Move among the items, and open one."""
        key = Qt.Key(event.key())
        items = self.chart.items if self.chart else []
        if not items:
            super().keyPressEvent(event)
            return
        now = self.chart.item(self.current) if self.chart else None
        if key in _ARROWS:
            beside = _beside(items, now, *_ARROWS[key]) if now else items[0]
            if beside is not None:
                self.choose(beside.key)
        elif key in {Qt.Key.Key_Home, Qt.Key.Key_End}:
            self.choose(items[0 if key == Qt.Key.Key_Home else -1].key)
        elif key in {Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space} and now:
            self._open(now)
        else:
            super().keyPressEvent(event)

    def _open(self, item: Item) -> None:
        self.choose(item.key)
        self.chosen.emit(item)


def _beside(items: list[Item], now: Item, x: int, y: int) -> Item | None:
    """Return the nearest item in a direction; what lies straight ahead goes before."""
    here = now.box.center()

    def cost(item: Item) -> float:
        step = item.box.center() - here
        ahead = step.x() * x + step.y() * y
        aside = abs(step.x() * y) + abs(step.y() * x)
        return ahead + 2.5 * aside if ahead > 0.5 else math.inf

    best = min((item for item in items if item.key != now.key), key=cost, default=None)
    return best if best is not None and cost(best) < math.inf else None
