"""The labels of annotated files, how often each stands there and what it becomes."""

from __future__ import annotations

from PySide6.QtCore import (
    QAbstractItemModel,
    QAbstractTableModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QRect,
    Qt,
    Signal,
)
from PySide6.QtGui import QIcon, QKeyEvent, QMouseEvent, QPainter
from PySide6.QtWidgets import (
    QAbstractItemView,
    QComboBox,
    QHeaderView,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QWidget,
)

from tawatur_core.importers.labels import (
    LabelMapping,
    Lookup,
    Seen,
    SeenFeature,
    SeenLabel,
    SeenLink,
)
from tawatur_gui import paths, theme
from tawatur_gui.context import Context
from tawatur_gui.library.meanings import (
    Meaning,
    OneRule,
    SeenOne,
    meanings,
    number_of,
    rule_of,
    told,
    with_rule,
)

Index = QModelIndex | QPersistentModelIndex
NAME, COUNT, EXAMPLES, BECOMES = range(4)
_ROW = 36  # pixels
_HEADS = ("labels-name", "labels-count", "labels-examples", "labels-becomes")


class LabelModel(QAbstractTableModel):
    """One row for each label, feature and relation; the last column can be changed."""

    remapped = Signal()

    def __init__(self, context: Context, parent: QObject) -> None:
        super().__init__(parent)
        self._context = context
        self.rows: list[SeenOne] = []
        self.mapping = LabelMapping()
        self._rules: list[OneRule] = []

    def put(self, seen: Seen, mapping: LabelMapping) -> None:
        """Show what was seen, understood by a mapping."""
        self.beginResetModel()
        self.rows = [*seen.labels, *seen.features, *seen.links]
        self._take(mapping)
        self.endResetModel()

    def use(self, mapping: LabelMapping) -> None:
        """Understand the same by another mapping."""
        self._take(mapping)
        self._all_changed()

    def _take(self, mapping: LabelMapping) -> None:
        self.mapping = mapping
        lookup = Lookup(mapping)
        self._rules = [rule_of(row, lookup) for row in self.rows]

    def _all_changed(self) -> None:
        if self.rows:
            self.dataChanged.emit(self.index(0, 0), self.index(len(self.rows) - 1, BECOMES))

    def rule(self, number: int) -> OneRule:
        """Return the rule of a row."""
        return self._rules[number]

    def set_rules(self, numbers: list[int], choice: int) -> None:
        """Let rows become the choice of that number among their meanings."""
        words, mapping = self._context.words, self.mapping
        for number in numbers:
            offered = meanings(self._rules[number], words)
            if choice < len(offered):
                mapping = with_rule(mapping, offered[choice].rule)
        self._take(mapping)
        self._all_changed()
        self.remapped.emit()

    # --- the model

    def rowCount(self, parent: Index | None = None) -> int:
        """Return the number of rows."""
        return 0 if parent is not None and parent.isValid() else len(self.rows)

    def columnCount(self, parent: Index | None = None) -> int:
        """Return the number of columns."""
        return len(_HEADS)

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> object:
        """Return the heading of a column."""
        across = orientation is Qt.Orientation.Horizontal
        if across and role == Qt.ItemDataRole.DisplayRole:
            return self._context.say(_HEADS[section])
        if across and role == Qt.ItemDataRole.TextAlignmentRole:
            return Qt.AlignmentFlag.AlignLeading | Qt.AlignmentFlag.AlignVCenter
        return None

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Let the last column be changed."""
        known = super().flags(index)
        return known | Qt.ItemFlag.ItemIsEditable if index.column() == BECOMES else known

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Return a cell; examples are set apart from each other and from the words around."""
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return " · ".join(self._cell(index.row(), column) for column in range(len(_HEADS)))
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole):
            return self._cell(index.row(), index.column())
        if role == Qt.ItemDataRole.EditRole:
            return number_of(self._rules[index.row()], self.offered(index.row()))
        return None

    def offered(self, number: int) -> list[Meaning]:
        """Return what a row can become."""
        return meanings(self._rules[number], self._context.words)

    def setData(self, index: Index, value: object, role: int = Qt.ItemDataRole.EditRole) -> bool:
        """Change what a row becomes."""
        if role != Qt.ItemDataRole.EditRole or not isinstance(value, int):
            return False
        self.set_rules([index.row()], value)
        return True

    def _cell(self, number: int, column: int) -> str:
        row = self.rows[number]
        match column:
            case 0:
                return self._name(row)
            case 1:
                return str(row.count)
            case 2:
                return " · ".join(f"\u2068{one}\u2069" for one in _examples(row))
            case _:
                return told(self._rules[number], self._context.words)

    def _name(self, row: SeenOne) -> str:
        say = self._context.say
        match row:
            case SeenLabel(layer, label):
                inside = f"\u2068{layer}\u2069 · " if layer and label else ""
                return f"{inside}\u2068{label or layer}\u2069"
            case SeenFeature(layer, feature):
                return say("labels-feature", layer=layer, feature=feature)
            case SeenLink(label):
                return say("labels-link", label=label)


def _examples(row: SeenOne) -> list[str]:
    if isinstance(row, SeenLink):
        return [f"{source} → {target}" for source, target in row.between]
    return list(row.examples)


class _Chooser(QStyledItemDelegate):
    """Paints the last column as something to choose from, and opens the choices on it."""

    def __init__(self, parent: QTableView, model: LabelModel) -> None:
        super().__init__(parent)
        self._model = model

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Paint the choice with an arrow behind it."""
        right = option.direction == Qt.LayoutDirection.RightToLeft
        inner = QStyleOptionViewItem(option)
        inner.rect = option.rect.adjusted(24 if right else 0, 0, 0 if right else -24, 0)
        super().paint(painter, inner, index)
        name = "arrow-dark" if theme.current().dark else "arrow-light"
        x = option.rect.left() + 6 if right else option.rect.right() - 20
        spot = QRect(x, option.rect.center().y() - 7, 14, 14)
        QIcon(paths.icon(name).as_posix()).paint(painter, spot)

    def createEditor(self, parent: QWidget, option: QStyleOptionViewItem, index: Index) -> QWidget:
        """Return the box with the choices, open."""
        box = QComboBox(parent)
        for one in self._model.offered(index.row()):
            box.addItem(one.words)
        box.setMaxVisibleItems(20)
        box.setAccessibleName(str(index.data(Qt.ItemDataRole.AccessibleTextRole)))
        box.activated.connect(lambda: self._take(box))
        return box

    def _take(self, box: QComboBox) -> None:
        self.commitData.emit(box)
        self.closeEditor.emit(box)

    def setEditorData(self, editor: QWidget, index: Index) -> None:
        """Show what is chosen."""
        if isinstance(editor, QComboBox):
            editor.setCurrentIndex(int(index.data(Qt.ItemDataRole.EditRole)))
            editor.showPopup()

    def setModelData(self, editor: QWidget, model: QAbstractItemModel, index: Index) -> None:
        """Let every selected row become what was chosen, where they can."""
        view = self.parent()
        if not isinstance(editor, QComboBox) or not isinstance(view, QTableView):
            return
        rows = {each.row() for each in view.selectionModel().selectedRows()} | {index.row()}
        kind = type(self._model.rows[index.row()])
        alike = [row for row in sorted(rows) if type(self._model.rows[row]) is kind]
        self._model.set_rules(alike, editor.currentIndex())


class LabelTable(QTableView):
    """The table. Enter, F2 or a click on the last column opens the choices of a row."""

    def __init__(self, context: Context) -> None:
        super().__init__()
        self.labels = LabelModel(context, self)
        self.setModel(self.labels)
        self.setItemDelegateForColumn(BECOMES, _Chooser(self, self.labels))
        self.setAccessibleName(context.say("labels-title"))
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.EditKeyPressed)
        self.setProperty("role", "plain")
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setTabKeyNavigation(False)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.verticalHeader().hide()
        self.verticalHeader().setDefaultSectionSize(_ROW)
        head = self.horizontalHeader()
        head.setHighlightSections(False)
        head.setSectionsClickable(False)
        for column, width in ((NAME, 240), (COUNT, 64), (BECOMES, 220)):
            head.setSectionResizeMode(column, QHeaderView.ResizeMode.Fixed)
            self.setColumnWidth(column, width)
        head.setSectionResizeMode(EXAMPLES, QHeaderView.ResizeMode.Stretch)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Open the choices of the row on Enter."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_F2):
            self.choose()
            return
        super().keyPressEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Open the choices on a click on the last column."""
        super().mouseReleaseEvent(event)
        index = self.indexAt(event.position().toPoint())
        plain = event.modifiers() == Qt.KeyboardModifier.NoModifier
        if index.isValid() and index.column() == BECOMES and plain:
            self.edit(index)

    def choose(self) -> None:
        """Open the choices of the current row."""
        row = self.currentIndex().row()
        if row >= 0:
            self.edit(self.labels.index(row, BECOMES))
