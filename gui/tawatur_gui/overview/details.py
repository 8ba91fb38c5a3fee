"""The list beside a picture: what stands behind the item that was chosen."""

from __future__ import annotations

from PySide6.QtCore import (
    QAbstractListModel,
    QEvent,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
)
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QListView, QVBoxLayout, QWidget

from tawatur_gui.context import Context
from tawatur_gui.overview.chart import Details, Line
from tawatur_gui.widgets import ROW, CardDelegate, Heading, Muted

Index = QModelIndex | QPersistentModelIndex
_ENTER = {Qt.Key.Key_Return, Qt.Key.Key_Enter}


class _Lines(QAbstractListModel):
    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self.lines: tuple[Line, ...] = ()

    def put(self, lines: tuple[Line, ...]) -> None:
        self.beginResetModel()
        self.lines = lines
        self.endResetModel()

    def rowCount(self, parent: Index | None = None) -> int:
        return len(self.lines)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        row = self.lines[index.row()].row
        if role == ROW:
            return row
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return ". ".join([row.title, *(part.text for part in row.parts if part.text)])
        if role == Qt.ItemDataRole.ToolTipRole:
            return row.title
        return None


class DetailsPane(QWidget):
    """Heading, remark and rows; a row leads to the text by click or Enter."""

    def __init__(self, context: Context) -> None:
        super().__init__()
        self._context = context
        self.setProperty("role", "panel")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setMinimumWidth(220)
        self.title = Heading(lines=4)
        self.note = Muted(lines=4)
        self.model = _Lines(self)
        self.list = QListView()
        self.list.setModel(self.model)
        self.list.setItemDelegate(CardDelegate(self.list))
        self.list.setMouseTracking(True)
        self.list.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setAccessibleName(context.say("overview-behind"))
        self.list.clicked.connect(self._go)
        self.list.installEventFilter(self)
        head = QVBoxLayout()
        head.setContentsMargins(16, 24, 16, 8)
        head.setSpacing(4)
        head.addWidget(self.title)
        head.addWidget(self.note)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(0)
        box.addLayout(head)
        box.addWidget(self.list, 1)
        self.clear("")

    def show_details(self, details: Details) -> None:
        """Show what stands behind an item."""
        self.title.setText(details.title)
        self.note.setText(details.note)
        self.model.put(details.lines)

    def clear(self, hint: str) -> None:
        """Show nothing but what to do."""
        self.title.setText(self._context.say("overview-behind"))
        self.note.setText(hint)
        self.model.put(())

    def _go(self, index: QModelIndex) -> None:
        self._context.go(self.model.lines[index.row()].target)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Open a row with Enter."""
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            at = self.list.currentIndex()
            if event.key() in _ENTER and at.isValid():
                self._go(at)
                return True
        return super().eventFilter(watched, event)
