"""What the lists of both review places share: cards as wide as the list, menus under a button."""

from __future__ import annotations

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QListView, QMenu, QWidget

from tawatur_gui.widgets import Button, CardDelegate
from tawatur_gui.widgets.rows import TwoLineDelegate

_LONG = 400  # rows; to measure more, one by one, would keep the window busy for seconds


class CardList(QListView):
    """A list of cards; titles wrap anew when the list gets wider or narrower."""

    _even = False

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(name)
        self.setItemDelegate(CardDelegate(self))
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setMouseTracking(True)
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.setLayoutMode(QListView.LayoutMode.Batched)  # long lists are measured bit by bit
        self.setBatchSize(30)  # more than fit in a window

    def suit(self, rows: int) -> None:
        """Give all cards of a long list one height, with one line of title; call before filling."""
        if (rows > _LONG) != self._even:
            self._even = rows > _LONG
            self.setItemDelegate(TwoLineDelegate(self) if self._even else CardDelegate(self))
            self.setUniformItemSizes(self._even)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Ask the delegate for heights again."""
        super().resizeEvent(event)
        self.scheduleDelayedItemsLayout()


def drop(button: Button, menu: QMenu, _checked: bool = False) -> None:
    """Open a menu under its button, on the edge where reading begins."""
    right = button.layoutDirection() == Qt.LayoutDirection.RightToLeft
    at = button.rect().bottomRight() if right else button.rect().bottomLeft()
    shift = QPoint(menu.sizeHint().width() if right else 0, -4)
    menu.popup(button.mapToGlobal(at - shift))
