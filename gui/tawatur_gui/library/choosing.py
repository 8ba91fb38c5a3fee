"""A table whose last column is something to choose from, with mouse and keyboard alike."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import (
    QAbstractItemModel,
    QAbstractTableModel,
    QModelIndex,
    QPersistentModelIndex,
    QRect,
    Qt,
)
from PySide6.QtGui import QIcon, QKeyEvent, QMouseEvent, QPainter
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QWidget,
)

from tawatur_gui import paths, theme
from tawatur_gui.context import Context
from tawatur_gui.widgets import Choice

Index = QModelIndex | QPersistentModelIndex
_ROW = 36  # pixels


class ChoiceModel(QAbstractTableModel):
    """A model of words; what a row becomes stands in its last column and can be changed."""

    heads: tuple[str, ...] = ()  # message ids

    def __init__(self, context: Context) -> None:
        super().__init__()
        self._context = context

    # --- for subclasses

    def cell(self, number: int, column: int) -> str:
        """Return the words of a cell."""
        raise NotImplementedError

    def choices(self, number: int) -> Sequence[str]:
        """Return what a row can become."""
        raise NotImplementedError

    def chosen(self, number: int) -> int:
        """Return which of its choices a row is."""
        raise NotImplementedError

    def choose(self, numbers: Sequence[int], words: str) -> None:
        """Let rows become a choice; a row that does not have it stays as it is."""
        raise NotImplementedError

    def all_changed(self) -> None:
        """Tell that any row may be another now."""
        if self.rowCount():
            last = self.index(self.rowCount() - 1, self.columnCount() - 1)
            self.dataChanged.emit(self.index(0, 0), last)

    # --- the model

    def columnCount(self, parent: Index | None = None) -> int:
        """Return the number of columns."""
        return len(self.heads)

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> object:
        """Return the heading of a column."""
        across = orientation is Qt.Orientation.Horizontal
        if across and role == Qt.ItemDataRole.DisplayRole:
            return self._context.say(self.heads[section])
        if across and role == Qt.ItemDataRole.TextAlignmentRole:
            return Qt.AlignmentFlag.AlignLeading | Qt.AlignmentFlag.AlignVCenter
        return None

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Let the last column be changed."""
        known = super().flags(index)
        last = index.column() == len(self.heads) - 1
        return known | Qt.ItemFlag.ItemIsEditable if last else known

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Return a cell; a screen reader hears the whole row."""
        if role == Qt.ItemDataRole.AccessibleTextRole:
            cells = [self.cell(index.row(), column) for column in range(len(self.heads))]
            return " · ".join(cell for cell in cells if cell)
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole):
            return self.cell(index.row(), index.column())
        if role == Qt.ItemDataRole.EditRole:
            return self.chosen(index.row())
        return None


class _Chooser(QStyledItemDelegate):
    """Paints the last column as something to choose from, and opens the choices on it."""

    def __init__(self, parent: QTableView, model: ChoiceModel) -> None:
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
        """Return the box with the choices."""
        box = Choice(parent)
        box.addItems(list(self._model.choices(index.row())))
        box.setMaxVisibleItems(20)
        box.setAccessibleName(str(index.data(Qt.ItemDataRole.AccessibleTextRole)))
        box.activated.connect(lambda: self._take(box))
        return box

    def _take(self, box: Choice) -> None:
        self.commitData.emit(box)
        self.closeEditor.emit(box)

    def setEditorData(self, editor: QWidget, index: Index) -> None:
        """Show what is chosen, and the choices."""
        if isinstance(editor, Choice):
            editor.setCurrentIndex(int(index.data(Qt.ItemDataRole.EditRole)))
            editor.showPopup()

    def setModelData(self, editor: QWidget, model: QAbstractItemModel, index: Index) -> None:
        """Let every selected row become what was chosen, where it can."""
        view = self.parent()
        if isinstance(editor, Choice) and isinstance(view, QTableView):
            rows = {each.row() for each in view.selectionModel().selectedRows()} | {index.row()}
            self._model.choose(sorted(rows), editor.currentText())


class ChoiceTable(QTableView):
    """The table. Enter, F2 or a click on the last column opens the choices of a row.

    `widths` are those of the columns in pixels; 0 for the one that takes what is left.
    """

    def __init__(self, model: ChoiceModel, name: str, widths: Sequence[int]) -> None:
        super().__init__()
        model.setParent(self)
        self._last = len(widths) - 1
        self.setModel(model)
        self.setItemDelegateForColumn(self._last, _Chooser(self, model))
        self.setAccessibleName(name)
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
        for column, width in enumerate(widths):
            fixed, rest = QHeaderView.ResizeMode.Fixed, QHeaderView.ResizeMode.Stretch
            head.setSectionResizeMode(column, fixed if width else rest)
            if width:
                self.setColumnWidth(column, width)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Open the choices of the row on Enter."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_F2):
            if self.currentIndex().isValid():
                self.edit(self.currentIndex().siblingAtColumn(self._last))
            return
        super().keyPressEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Open the choices on a click on the last column."""
        super().mouseReleaseEvent(event)
        index = self.indexAt(event.position().toPoint())
        plain = event.modifiers() == Qt.KeyboardModifier.NoModifier
        if index.isValid() and index.column() == self._last and plain:
            self.edit(index)
