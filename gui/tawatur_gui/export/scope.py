"""What is exported: all articles, those of some outlets or those ticked, and how far reviewed."""

from __future__ import annotations

from collections.abc import Hashable, Iterable
from dataclasses import dataclass

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


@dataclass(frozen=True, slots=True)
class Tick:
    """Something that can be ticked: what it stands for, and its words."""

    key: Hashable
    words: str


class TickModel(QAbstractListModel):
    """Rows with a box each; `ticked` holds the keys, kept when the rows are read again."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._rows: list[Tick] = []
        self.ticked: set[Hashable] = set()

    def put(self, rows: Iterable[Tick]) -> None:
        """Show rows."""
        self.beginResetModel()
        self._rows = list(rows)
        self.ticked &= {row.key for row in self._rows}
        self.endResetModel()

    def rowCount(self, parent: Index | None = None) -> int:
        """Return the number of rows."""
        return len(self._rows)

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Let every row be ticked."""
        return super().flags(index) | Qt.ItemFlag.ItemIsUserCheckable

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Return what a row shows."""
        row = self._rows[index.row()]
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole):
            return row.words
        if role == Qt.ItemDataRole.CheckStateRole:
            return Qt.CheckState.Checked if row.key in self.ticked else Qt.CheckState.Unchecked
        return None

    def setData(self, index: Index, value: object, role: int = Qt.ItemDataRole.EditRole) -> bool:
        """Tick a row or not."""
        if role != Qt.ItemDataRole.CheckStateRole:
            return False
        key = self._rows[index.row()].key
        if Qt.CheckState(value) == Qt.CheckState.Checked:
            self.ticked.add(key)
        else:
            self.ticked.discard(key)
        self.dataChanged.emit(index, index, [role])
        return True


class ScopeChooser(QWidget):
    """The choice of scope; `changed` tells of every change."""

    changed = Signal()

    def __init__(self, context: Context) -> None:
        super().__init__()
        self._context = context
        self._rows: list[LibraryRow] = []
        say = context.say
        self.all = QRadioButton()
        self.all.setChecked(True)
        self.outlets = QRadioButton(say("export-outlets"))
        self.some = QRadioButton(say("export-some"))
        self.outlet_model, self.model = TickModel(self), TickModel(self)
        self.outlet_view = self._view(self.outlet_model, "export-outlets")
        self.view = self._view(self.model, "export-some")
        self.count = Muted(lines=1)
        self.reviewed = QCheckBox(say("export-reviewed"))
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(8)
        for widget in (
            Section(say("export-scope")),
            self.all,
            self.outlets,
            self.outlet_view,
            self.some,
            self.view,
            self.count,
            self.reviewed,
            Muted(say("export-reviewed-note")),
        ):
            box.addWidget(widget)
        for choice in (self.all, self.outlets, self.some, self.reviewed):
            choice.toggled.connect(self._tell)
        for model in (self.outlet_model, self.model):
            model.dataChanged.connect(self._tell)
        self._tell()

    def _view(self, model: TickModel, code: str) -> QListView:
        view = QListView()
        view.setModel(model)
        view.setAccessibleName(self._context.say(code))
        view.setMaximumHeight(200)
        view.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        view.setSelectionMode(QListView.SelectionMode.NoSelection)
        view.setUniformItemSizes(True)
        return view

    def refresh(self) -> None:
        """Read the articles again."""
        session, say = self._context.session, self._context.say
        self._rows = documents.library(session) if session is not None else []
        self.all.setText(say("export-all", count=len(self._rows)))
        self.model.put(Tick(row.id, row.title) for row in self._rows)
        counts: dict[str, int] = {}
        for row in self._rows:
            counts[row.outlet] = counts.get(row.outlet, 0) + 1
        self.outlet_model.put(
            Tick(outlet, f"{outlet or say('library-no-outlet')} · {counts[outlet]}")
            for outlet in sorted(counts, key=lambda name: (not name, name))
        )
        self._tell()

    def scope(self) -> Scope:
        """Return what was chosen."""
        return Scope(self._chosen(), self.reviewed.isChecked())

    def _chosen(self) -> frozenset[DocumentId] | None:
        if self.all.isChecked():
            return None
        if self.outlets.isChecked():
            ticked = self.outlet_model.ticked
            return frozenset(row.id for row in self._rows if row.outlet in ticked)
        return frozenset(row.id for row in self._rows if row.id in self.model.ticked)

    def empty(self) -> bool:
        """Whether nothing would be exported."""
        chosen = self._chosen()
        return not (self._rows if chosen is None else chosen)

    def _tell(self, *_: object) -> None:
        chosen = self._chosen()
        self.outlet_view.setVisible(self.outlets.isChecked())
        self.view.setVisible(self.some.isChecked())
        self.count.setVisible(chosen is not None)
        self.count.setText(self._context.say("export-some-count", count=len(chosen or ())))
        for view in (self.outlet_view, self.view):  # no taller than what it holds
            line = max(1, view.sizeHintForRow(0))
            view.setFixedHeight(min(200, line * max(1, view.model().rowCount()) + 4))
        self.changed.emit()
