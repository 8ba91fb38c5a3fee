"""The sheet of conflicts that are alike: by what, which, and which of them to leave out."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import (
    QAbstractListModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
    Signal,
)
from PySide6.QtWidgets import QListView, QWidget

from tawatur_core.model import ConflictKey
from tawatur_core.reconcile.alike import Alike, Likeness
from tawatur_gui.conflicts.facts import Facts
from tawatur_gui.context import Context
from tawatur_gui.widgets import Button
from tawatur_gui.widgets.basic import row
from tawatur_gui.widgets.overlay import Sheet

_ROW = 34  # pixels of a row in the list
Index = QModelIndex | QPersistentModelIndex


class AlikeModel(QAbstractListModel):
    """Conflicts with a box to tick; words are looked up for the rows that are shown."""

    def __init__(self, facts: Facts, parent: QObject) -> None:
        super().__init__(parent)
        self._facts = facts
        self._rows: tuple[Alike, ...] = ()
        self.left_out: set[ConflictKey] = set()

    def put(self, rows: tuple[Alike, ...]) -> None:
        """Show other conflicts."""
        self.beginResetModel()
        self._rows = rows
        self.endResetModel()

    @property
    def ticked(self) -> int:
        """How many are ticked."""
        return sum(row.conflict.key not in self.left_out for row in self._rows)

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's signature
        """Return the number of conflicts."""
        return 0 if parent.isValid() else len(self._rows)

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Return that it can be ticked."""
        return super().flags(index) | Qt.ItemFlag.ItemIsUserCheckable

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Return what a conflict is called and between whom, or its tick."""
        conflict = self._rows[index.row()].conflict
        if role in {Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole}:
            return f"{self._facts.title(conflict)}  ·  {self._facts.sides(conflict)}"
        if role == Qt.ItemDataRole.CheckStateRole:
            out = conflict.key in self.left_out
            return Qt.CheckState.Unchecked if out else Qt.CheckState.Checked
        return None

    def setData(self, index: Index, value: object, role: int = Qt.ItemDataRole.EditRole) -> bool:
        """Tick, or leave out."""
        if role != Qt.ItemDataRole.CheckStateRole:
            return False
        key = self._rows[index.row()].conflict.key
        if Qt.CheckState(value) == Qt.CheckState.Checked:
            self.left_out.discard(key)
        else:
            self.left_out.add(key)
        self.dataChanged.emit(index, index, [role])
        return True


class AlikeSheet(Sheet):
    """`taken` gives by what they are alike and the keys that were left out."""

    taken = Signal(object, object)  # Likeness, set[ConflictKey]

    def __init__(
        self,
        window: QWidget,
        context: Context,
        facts: Facts,
        found: Mapping[Likeness, tuple[Alike, ...]],
    ) -> None:
        say = context.say
        super().__init__(window, say("conflicts-alike-title"), say("close"), width=640)
        self._context, self._found = context, found
        self.likeness = Likeness.VALUES
        self.model = AlikeModel(facts, self)
        self.model.dataChanged.connect(self._tell)
        self.choices: dict[Likeness, Button] = {}
        for likeness, some in found.items():
            button = Button(say(f"conflicts-alike-by-{likeness}", count=len(some)), kind="pill")
            button.setCheckable(True)
            button.setAutoExclusive(True)
            button.clicked.connect(lambda _=False, by=likeness: self.show_by(by))
            self.choices[likeness] = button
        self.view = QListView()
        self.view.setModel(self.model)
        self.view.setAccessibleName(say("conflicts-alike-title"))
        self.view.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.view.setUniformItemSizes(True)
        most = max(map(len, found.values()))
        self.view.setMinimumHeight(_ROW * min(max(most, 3), 10))
        self.do = Button("", key="Ctrl+Return", primary=True)
        self.do.clicked.connect(self._take)
        cancel = Button(say("cancel"), key="Esc")
        cancel.clicked.connect(self.close_sheet)
        self.box.addLayout(row(*self.choices.values(), None))
        self.box.addWidget(self.view, 1)
        self.set_foot(self.do, cancel, None)
        self.answer(("Ctrl+Return", "Ctrl+Enter"), self._take)

    def start(self, likeness: Likeness, left_out: set[ConflictKey]) -> None:
        """Open with what was chosen before."""
        self.model.left_out = set(left_out)
        self.show_by(likeness)
        self.open(self.view)

    def show_by(self, likeness: Likeness) -> None:
        """List what is alike by its values, or by its outlets."""
        self.likeness = likeness
        self.choices[likeness].setChecked(True)
        self.model.put(self._found[likeness])
        self.view.setCurrentIndex(self.model.index(0, 0))
        self._tell()

    def _tell(self) -> None:
        self.do.setText(self._context.say("conflicts-alike-take", count=self.model.ticked))
        self.do.setEnabled(self.model.ticked > 0)

    def _take(self) -> None:
        if self.do.isEnabled():
            self.taken.emit(self.likeness, self.model.left_out)
            self.close_sheet()
