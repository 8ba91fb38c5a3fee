"""The page of an import on which it is told what the columns of tables hold."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import (
    QAbstractTableModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
    Signal,
)
from PySide6.QtWidgets import (
    QAbstractItemView,
    QGridLayout,
    QTableView,
    QVBoxLayout,
    QWidget,
)

from tawatur_core.importers.table_columns import PARTICULARS, Preview
from tawatur_gui.context import Context
from tawatur_gui.widgets import AutoLabel, Choice, Muted, Section
from tawatur_gui.widgets.basic import row

Index = QModelIndex | QPersistentModelIndex
_CODES = {
    "text": "import-column-text",
    "title": "particulars-name",
    "outlet": "particulars-outlet",
    "author": "particulars-author",
    "url": "particulars-url",
    "published": "particulars-published",
}
_WIDTH = 180  # pixels of a column


@dataclass(frozen=True, slots=True)
class TableFile:
    """A table among the files, or in an archive: its columns, and which column holds what."""

    path: Path
    format: str
    preview: Preview
    columns: Mapping[str, str]
    archive: Path | None = None


class _Cells(QAbstractTableModel):
    """Some cells of each column, under its name and what it is taken for."""

    def __init__(self, context: Context, parent: QObject) -> None:
        super().__init__(parent)
        self._context = context
        self._preview: Preview | None = None
        self._columns: Mapping[str, str] = {}

    def put(self, preview: Preview, columns: Mapping[str, str]) -> None:
        self.beginResetModel()
        self._preview, self._columns = preview, columns
        self.endResetModel()

    def rowCount(self, parent: Index | None = None) -> int:
        shown = self._preview.columns if self._preview else ()
        return max((len(one.cells) for one in shown), default=0)

    def columnCount(self, parent: Index | None = None) -> int:
        return len(self._preview.columns) if self._preview else 0

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if self._preview is None:
            return None
        told = self._preview.columns[index.column()].cells[index.row()]
        return told if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole) else None

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> object:
        across = orientation is Qt.Orientation.Horizontal
        if not across or self._preview is None:
            return None
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return Qt.AlignmentFlag.AlignLeading | Qt.AlignmentFlag.AlignVCenter
        if role != Qt.ItemDataRole.DisplayRole:
            return None
        name = self._preview.columns[section].name
        meant = [part for part, column in self._columns.items() if column == name]
        told = " · ".join(self._context.say(_CODES[part]) for part in meant)
        return f"\u2068{name}\u2069 → {told}" if told else name


class ColumnPage(QWidget):
    """One box for each particular, and the table beneath. `chosen` tells of a change."""

    chosen = Signal(object, object)  # TableFile, dict[str, str]

    def __init__(self, context: Context) -> None:
        super().__init__()
        self._context = context
        self._files: list[TableFile] = []
        say = context.say
        self.file = Choice()
        self.file.setAccessibleName(say("import-files"))
        self.file.setMinimumWidth(280)
        self.boxes: dict[str, Choice] = {}
        self._why: dict[str, Muted] = {}
        self._cells = _Cells(context, self)
        self.table = QTableView()
        self.table.setModel(self._cells)
        self.table.setAccessibleName(say("import-table"))
        self.table.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.table.setProperty("role", "plain")
        self.table.setWordWrap(False)
        self.table.setTabKeyNavigation(False)
        self.table.verticalHeader().hide()
        self.table.horizontalHeader().setSectionsClickable(False)
        self.table.horizontalHeader().setHighlightSections(False)
        self.table.horizontalHeader().setDefaultSectionSize(_WIDTH)
        self._head = Section()
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(12)
        box.addWidget(Muted(say("import-columns-note")))
        box.addLayout(row(self.file, None))
        box.addLayout(self._grid())
        box.addWidget(self._head)
        box.addWidget(self.table, 1)
        self.file.activated.connect(self._show)

    def _grid(self) -> QGridLayout:
        grid = QGridLayout()
        grid.setHorizontalSpacing(12)
        grid.setVerticalSpacing(8)
        half = (len(PARTICULARS) + 1) // 2
        for number, part in enumerate(PARTICULARS):
            line, side = number % half, 3 * (number // half)
            name = AutoLabel(self._context.say(_CODES[part]), lines=1)
            name.setProperty("role", "muted")
            name.setMinimumWidth(80)
            box = self.boxes[part] = Choice()
            box.setAccessibleName(name.text())
            box.setMinimumWidth(180)
            box.activated.connect(self._tell)
            why = self._why[part] = Muted(lines=1)
            for column, widget in enumerate((name, box, why)):
                grid.addWidget(widget, line, side + column)
        grid.setColumnStretch(2, 1)
        grid.setColumnStretch(5, 1)
        return grid

    def put(self, files: Sequence[TableFile], at: Path | None = None) -> None:
        """Show tables, the one at `at` first."""
        shown = self.current()
        at = at or (shown.path if shown else None)
        self._files = list(files)
        self.file.clear()
        for one in self._files:
            self.file.addItem(one.path.name)
        paths = [one.path for one in self._files]
        self.file.setCurrentIndex(paths.index(at) if at in paths else 0)
        self.file.setVisible(len(paths) > 1)
        self._show()

    def current(self) -> TableFile | None:
        """Return the table that is shown."""
        number = self.file.currentIndex()
        return self._files[number] if 0 <= number < len(self._files) else None

    def _show(self) -> None:
        one = self.current()
        if one is None:
            return
        say = self._context.say
        for part, box in self.boxes.items():
            box.clear()
            box.addItem(say("import-column-none"), "")
            for column in one.preview.columns:
                box.addItem(column.name, column.name)
            box.setCurrentIndex(max(0, box.findData(one.columns.get(part, ""))))
            why = one.preview.why.get(part, "")
            same = one.columns.get(part) == one.preview.proposed.get(part)
            self._why[part].setText(say(why) if why and same and one.columns.get(part) else "")
            box.setAccessibleDescription(self._why[part].text())
        self._cells.put(one.preview, one.columns)
        self._head.setText(say("import-table-rows", count=self._cells.rowCount()))

    def _tell(self) -> None:
        one = self.current()
        if one is not None:
            columns = {part: str(box.currentData()) for part, box in self.boxes.items()}
            self.chosen.emit(one, {part: name for part, name in columns.items() if name})
