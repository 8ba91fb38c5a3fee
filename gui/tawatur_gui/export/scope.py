"""What is exported: all articles, or those ticked, and whether only what was reviewed."""

from __future__ import annotations

from PySide6.QtCore import (
    QAbstractListModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
    Signal,
)
from PySide6.QtWidgets import QCheckBox, QListView, QRadioButton, QVBoxLayout, QWidget

from tawatur_core.exchange import Scope
from tawatur_core.model import DocumentId
from tawatur_core.store import documents
from tawatur_core.store.documents import LibraryRow
from tawatur_gui.context import Context
from tawatur_gui.widgets import Muted, Section

Index = QModelIndex | QPersistentModelIndex


class _Articles(QAbstractListModel):
    """The articles with a box to tick."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._rows: list[LibraryRow] = []
        self.ticked: set[DocumentId] = set()

    def put(self, rows: list[LibraryRow]) -> None:
        self.beginResetModel()
        self._rows = rows
        self.ticked &= {row.id for row in rows}
        self.endResetModel()

    def rowCount(self, parent: Index | None = None) -> int:
        return len(self._rows)

    def flags(self, index: Index) -> Qt.ItemFlag:
        return super().flags(index) | Qt.ItemFlag.ItemIsUserCheckable

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        row = self._rows[index.row()]
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole):
            return row.title
        if role == Qt.ItemDataRole.CheckStateRole:
            return Qt.CheckState.Checked if row.id in self.ticked else Qt.CheckState.Unchecked
        return None

    def setData(self, index: Index, value: object, role: int = Qt.ItemDataRole.EditRole) -> bool:
        if role != Qt.ItemDataRole.CheckStateRole:
            return False
        document = self._rows[index.row()].id
        if Qt.CheckState(value) == Qt.CheckState.Checked:
            self.ticked.add(document)
        else:
            self.ticked.discard(document)
        self.dataChanged.emit(index, index, [role])
        return True


class ScopeChooser(QWidget):
    """The choice of scope; `changed` tells of every change."""

    changed = Signal()

    def __init__(self, context: Context) -> None:
        super().__init__()
        self._context = context
        self.all = QRadioButton()
        self.all.setChecked(True)
        self.some = QRadioButton(context.say("export-some"))
        self.model = _Articles(self)
        self.view = QListView()
        self.view.setModel(self.model)
        self.view.setAccessibleName(context.say("export-some"))
        self.view.setMaximumHeight(200)
        self.view.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.view.setSelectionMode(QListView.SelectionMode.NoSelection)
        self.view.setUniformItemSizes(True)
        self.count = Muted(lines=1)
        self.reviewed = QCheckBox(context.say("export-reviewed"))
        note = Muted(context.say("export-reviewed-note"))
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(8)
        for widget in (
            Section(context.say("export-scope")),
            self.all,
            self.some,
            self.view,
            self.count,
            self.reviewed,
            note,
        ):
            box.addWidget(widget)
        self.all.toggled.connect(self._tell)
        self.reviewed.toggled.connect(self._tell)
        self.model.dataChanged.connect(self._tell)
        self.view.hide()
        self.count.hide()

    def refresh(self) -> None:
        """Read the articles again."""
        session = self._context.session
        rows = documents.library(session) if session is not None else []
        self.all.setText(self._context.say("export-all", count=len(rows)))
        self.model.put(rows)
        self._tell()

    def scope(self) -> Scope:
        """Return what was chosen."""
        chosen = None if self.all.isChecked() else frozenset(self.model.ticked)
        return Scope(chosen, self.reviewed.isChecked())

    def empty(self) -> bool:
        """Whether nothing would be exported."""
        return not (self.model.rowCount() if self.all.isChecked() else self.model.ticked)

    def _tell(self, *_: object) -> None:
        some = self.some.isChecked()
        self.view.setVisible(some)
        self.count.setVisible(some)
        self.count.setText(self._context.say("export-some-count", count=len(self.model.ticked)))
        self.changed.emit()
