"""A layout that sets widgets like words: from the edge where reading begins, wrapping."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtWidgets import QLayout, QLayoutItem, QWidget


class Flow(QLayout):
    """Distances are in pixels. Right to left, the first widget stands at the right."""

    def __init__(self, parent: QWidget | None = None, *, gap: int = 8, line_gap: int = 8) -> None:
        if parent is None:
            super().__init__()
        else:
            super().__init__(parent)
        self._items: list[QLayoutItem] = []
        self._gap, self._line_gap = gap, line_gap
        self.setContentsMargins(0, 0, 0, 0)

    def addItem(self, item: QLayoutItem) -> None:
        """Add an item at the end."""
        self._items.append(item)

    def count(self) -> int:
        """Return the number of items."""
        return len(self._items)

    def itemAt(self, index: int) -> QLayoutItem | None:
        """Return an item, or None past the end."""
        return self._items[index] if 0 <= index < len(self._items) else None

    def takeAt(self, index: int) -> QLayoutItem | None:
        """Take an item out."""
        return self._items.pop(index) if 0 <= index < len(self._items) else None

    def expandingDirections(self) -> Qt.Orientation:
        """Return none: it takes what it needs."""
        return Qt.Orientation(0)

    def hasHeightForWidth(self) -> bool:
        """Return True: it wraps."""
        return True

    def heightForWidth(self, width: int) -> int:
        """Return the height of all lines."""
        return self._arrange(QRect(0, 0, width, 0), move=False)

    def setGeometry(self, rect: QRect) -> None:
        """Put the widgets in their places."""
        super().setGeometry(rect)
        self._arrange(rect, move=True)

    def sizeHint(self) -> QSize:
        """Return the smallest size."""
        return self.minimumSize()

    def minimumSize(self) -> QSize:
        """Return the size of the largest item."""
        size = QSize()
        for item in self._items:
            size = size.expandedTo(item.minimumSize())
        margins = self.contentsMargins()
        return size + QSize(margins.left() + margins.right(), margins.top() + margins.bottom())

    def _arrange(self, rect: QRect, *, move: bool) -> int:
        margins = self.contentsMargins()
        area = rect.marginsRemoved(margins)
        owner = self.parentWidget()
        right = owner is not None and owner.layoutDirection() == Qt.LayoutDirection.RightToLeft
        across, top = 0, area.top()
        line: list[tuple[QLayoutItem, int, QSize]] = []
        height = 0
        for item in [*self._items, None]:
            hint = QSize() if item is None else item.sizeHint()
            hint.setWidth(min(hint.width(), max(1, area.width())))
            full = bool(line) and across + hint.width() > area.width()
            if item is None or full:
                if move:
                    _place(line, area, top, height, right=right)
                if item is None:
                    break
                top += height + self._line_gap
                across, height, line = 0, 0, []
            line.append((item, across, hint))
            across += hint.width() + self._gap
            height = max(height, hint.height())
        return top + height - rect.top() + margins.bottom()


def _place(
    line: list[tuple[QLayoutItem, int, QSize]], area: QRect, top: int, height: int, *, right: bool
) -> None:
    for item, across, size in line:
        left = area.right() + 1 - across - size.width() if right else area.left() + across
        item.setGeometry(QRect(QPoint(left, top + (height - size.height()) // 2), size))
