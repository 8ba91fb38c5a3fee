"""What an import left out or changed, as a list that may be long."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QStringListModel, Qt
from PySide6.QtWidgets import QListView, QVBoxLayout, QWidget

from tawatur_gui.context import Context
from tawatur_gui.widgets import Section

Index = QModelIndex | QPersistentModelIndex
_LINES = 4  # shown without scrolling


class _Told(QStringListModel):
    """Sentences; one that is cut is whole in its tool tip."""

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if role == Qt.ItemDataRole.ToolTipRole:
            role = Qt.ItemDataRole.DisplayRole
        return super().data(index, role)


class FindingList(QWidget):
    """Hidden while there is nothing to tell."""

    def __init__(self, context: Context, *, lines: int = _LINES) -> None:
        super().__init__()
        self._context, self._lines = context, lines
        self.head = Section()
        self._model = _Told(self)
        self.view = QListView()
        self.view.setModel(self._model)
        self.view.setProperty("role", "names")
        self.view.setEditTriggers(QListView.EditTrigger.NoEditTriggers)
        self.view.setSelectionMode(QListView.SelectionMode.SingleSelection)
        self.view.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.view.setUniformItemSizes(True)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(4)
        box.addWidget(self.head)
        box.addWidget(self.view)
        self.hide()

    def put(self, told: Sequence[str]) -> None:
        """Show sentences."""
        self._model.setStringList(list(told))
        self.head.setText(self._context.say("import-findings", count=len(told)))
        self.view.setAccessibleName(self.head.text())
        line = max(20, self.view.sizeHintForRow(0))
        self.view.setFixedHeight(line * min(len(told), self._lines) + 4)
        self.setVisible(bool(told))

    def texts(self) -> list[str]:
        """Return what is shown."""
        return self._model.stringList()
