"""Cards that lie over the window: no dialogs, nothing modal to the whole desktop."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, QPoint, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QKeyEvent,
    QKeySequence,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QShortcut,
)
from PySide6.QtWidgets import QApplication, QScrollArea, QVBoxLayout, QWidget
from shiboken6 import isValid

from tawatur_gui import style, theme
from tawatur_gui.actions import COVERS
from tawatur_gui.widgets.basic import Card, Heading, row
from tawatur_gui.widgets.buttons import IconButton


class Sheet(QWidget):
    """A card in the middle of a window, over a thin veil. Esc or a click beside it closes it.

    `box` is the layout for what it holds (it scrolls when it is too tall); `foot` the row of
    buttons below, made by `set_foot`.
    """

    closed = Signal()

    def __init__(self, window: QWidget, title: str, closing: str, *, width: int = 560) -> None:
        super().__init__(window)
        style.dress(self)
        self.setProperty(COVERS, True)
        self._back_to = QApplication.focusWidget()
        self._width = width
        self.card = Card(self)
        self.card.box.setContentsMargins(24, 20, 24, 20)
        self.card.box.setSpacing(16)
        close = IconButton("close", closing, key="Esc")
        close.clicked.connect(self.close_sheet)
        self.card.box.addLayout(row(Heading(title), None, close))
        self._scroll = QScrollArea()
        self._scroll.setWidgetResizable(True)
        self._scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.body = QWidget()
        self.box = QVBoxLayout(self.body)
        self.box.setContentsMargins(0, 0, 0, 0)
        # the scroll bar stands beside what it scrolls, not on it
        self._scroll.verticalScrollBar().rangeChanged.connect(self._make_room)
        self.box.setSpacing(12)
        self._scroll.setWidget(self.body)
        self.card.box.addWidget(self._scroll, 1)
        self.setAccessibleName(title)
        window.installEventFilter(self)

    def set_foot(self, *buttons: QWidget | None) -> None:
        """Put buttons below; None is a stretch."""
        self.card.box.addLayout(row(*buttons))

    def answer(self, keys: tuple[str, ...], run: Callable[[], None]) -> None:
        """Let keys do what the main button does, wherever in the sheet the keyboard is."""
        for key in keys:
            shortcut = QShortcut(QKeySequence(key), self)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(run)

    def open(self, focus: QWidget | None = None) -> None:
        """Show the sheet and put the focus on `focus`."""
        self.fit()
        self.show()
        self.raise_()
        (focus or self.card).setFocus(Qt.FocusReason.PopupFocusReason)

    def fit(self) -> None:
        """Take the size the content needs, within the window."""
        window = self.parentWidget()
        assert window is not None  # a sheet is made with one; no reference to it is kept here:
        # the sheet's own end would then be what ends the window
        self.setGeometry(window.rect())
        width = min(self._width, window.width() - 48)
        inner = width - 48
        need = self.box.heightForWidth(inner)
        if need < 0:
            need = self.box.sizeHint().height()
        rest = self.card.box.sizeHint().height() - self._scroll.sizeHint().height()
        height = min(window.height() - 64, need + rest + 8)
        left = (window.width() - width) // 2
        self.card.setGeometry(left, max(32, (window.height() - height) // 3), width, height)

    def _make_room(self, _low: int, high: int) -> None:
        self.box.setContentsMargins(0, 0, 12 if high else 0, 0)
        if self.layoutDirection() == Qt.LayoutDirection.RightToLeft:
            self.box.setContentsMargins(12 if high else 0, 0, 0, 0)

    def close_sheet(self) -> None:
        """Close it and give the focus back."""
        if self._back_to is not None and isValid(self._back_to):
            self._back_to.setFocus()
        self.hide()
        self.closed.emit()
        self.deleteLater()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Follow the size of the window."""
        if event.type() == QEvent.Type.Resize:
            self.fit()
        return super().eventFilter(watched, event)

    def focusNextPrevChild(self, forward: bool) -> bool:
        """Keep the focus inside the card."""
        before = QApplication.focusWidget()
        moved = super().focusNextPrevChild(forward)
        now = QApplication.focusWidget()
        if now is not None and not self.isAncestorOf(now) and before is not None:
            before.setFocus()
        return moved

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Close on Esc; no other key reaches the window below."""
        if event.key() == Qt.Key.Key_Escape:
            self.close_sheet()
        event.accept()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Close on a click beside the card."""
        if not self.card.geometry().contains(event.position().toPoint()):
            self.close_sheet()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the veil."""
        veil = QColor(theme.LIGHT.bar)
        veil.setAlphaF(0.45 if theme.current().dark else 0.18)
        painter = QPainter(self)
        painter.fillRect(self.rect(), veil)
        painter.end()


def below(anchor: QWidget, window: QWidget, width: int) -> QPoint:
    """Return where in `window` a box of `width` stands below `anchor`, inside the window."""
    spot = anchor.mapTo(window, QPoint(0, anchor.height() + 4))
    if anchor.layoutDirection() == Qt.LayoutDirection.RightToLeft:
        spot.setX(spot.x() + anchor.width() - width)
    spot.setX(max(8, min(spot.x(), window.width() - width - 8)))
    return spot
