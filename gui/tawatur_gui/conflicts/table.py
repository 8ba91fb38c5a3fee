"""The slots of a conflict, side by side: name, value per side, sign and word of the relation."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import (
    QAbstractTableModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QPointF,
    QRectF,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QColor, QFont, QPainter, QResizeEvent, QTextLayout
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QHeaderView,
    QSizePolicy,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QWidget,
)

from tawatur_core import phrasing
from tawatur_core.model import Conflict, Relation, SlotComparison, When
from tawatur_core.wording import Wording
from tawatur_gui import theme
from tawatur_gui.conflicts.facts import Facts
from tawatur_gui.widgets import label

Index = QModelIndex | QPersistentModelIndex
CELL = int(Qt.ItemDataRole.UserRole) + 1  # (words, theme token, strong)
_NAME_WIDTH, _SIGN_WIDTH = 132, 116
_ROOM, _LEAST = 16, 36
_SHORT = 60  # code points; a long value in bold would shout
_TINTS = {
    Relation.SAME: "agreement",
    Relation.COMPATIBLE: "claim_line",
    Relation.DIFFERENT: "conflict",
    Relation.UNKNOWN: "muted",
}


class SlotModel(QAbstractTableModel):
    """One row per slot. With two sides the relation stands between them, else after the last."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._conflict: Conflict | None = None
        self._facts: Facts | None = None
        self._cells: list[list[tuple[str, str, bool]]] = []
        self._tips: list[str] = []

    def show(self, conflict: Conflict | None, facts: Facts | None) -> None:
        """Take another conflict."""
        self.beginResetModel()
        self._conflict, self._facts = conflict, facts
        self._cells, self._tips = [], []
        if conflict is not None and facts is not None:
            self._cells = [self._line(row, facts) for row in conflict.rows]
            self._tips = [tip(row, facts.words) for row in conflict.rows]
        self.endResetModel()

    @property
    def sign_column(self) -> int:
        """Which column holds the relation."""
        return 2 if self._sides() == 2 else self._sides() + 1

    def _sides(self) -> int:
        return len(self._conflict.claims) if self._conflict else 0

    def _line(self, row: SlotComparison, facts: Facts) -> list[tuple[str, str, bool]]:
        differs = row.relation is Relation.DIFFERENT
        tint = "conflict" if differs else "ink"
        told = [facts.say(value) for value in row.values]
        strong = differs and all(len(text) <= _SHORT for text in told)
        cells = [
            (text, tint if value is not None else "muted", strong)
            for text, value in zip(told, row.values, strict=True)
        ]
        sign = (phrasing.relation(row.relation, facts.words), _TINTS[row.relation], differs)
        cells.insert(self.sign_column - 1, sign)
        return [(phrasing.term(row.kind, facts.words), "muted", False), *cells]

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's signature
        """Return the number of slots compared."""
        return 0 if parent.isValid() else len(self._cells)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's signature
        """Return name, one per side, relation."""
        return 0 if parent.isValid() or not self._conflict else self._sides() + 2

    def headerData(
        self,
        section: int,
        orientation: Qt.Orientation,
        role: int = Qt.ItemDataRole.DisplayRole,
    ) -> object:
        """Return what a column is, for screen readers: the head itself is not shown."""
        if (
            role not in {Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole}
            or orientation is not Qt.Orientation.Horizontal
            or self._facts is None
        ):
            return None
        words = self._facts.words
        if section == 0:
            return words.say("conflicts-column-slot")
        if section == self.sign_column:
            return words.say("conflicts-column-relation")
        side = section - 1 - (section > self.sign_column)
        return words.say("verdict-one-side", side=phrasing.side_letter(side, words))

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Return the cell's words, tint or evidence."""
        cell = self._cells[index.row()][index.column()]
        if role == CELL:
            return cell
        if role == Qt.ItemDataRole.DisplayRole:
            return cell[0]
        if role == Qt.ItemDataRole.AccessibleTextRole:
            head = self.headerData(index.column(), Qt.Orientation.Horizontal)
            return f"{head}: {cell[0]}"
        if role == Qt.ItemDataRole.ToolTipRole:
            return self._tips[index.row()] or None
        return None


def tip(row: SlotComparison, words: Wording) -> str:
    """Return why two values relate as they do and how dates were resolved, one reason a line."""
    told = [words.evidence(reason) for reason in row.evidence]
    for side, value in enumerate(row.values):
        if isinstance(value, When) and value.how in words:
            letter = phrasing.side_letter(side, words)
            told.append(
                words.say("conflicts-how", side=letter, text=value.text, how=words.say(value.how))
            )
    return "\n".join(dict.fromkeys(told))


class _Cells(QStyledItemDelegate):
    """Paints a cell in the direction of its own letters, over a hairline."""

    def _setting(self, option: QStyleOptionViewItem, cell: tuple[str, str, bool]) -> label.Setting:
        font = QFont(option.font)
        if cell[2]:
            font.setWeight(QFont.Weight.Bold)
        right = option.direction == Qt.LayoutDirection.RightToLeft
        return label.Setting(font, theme.current().colour(cell[1]), right, lines=3)

    def _text(
        self, option: QStyleOptionViewItem, cell: tuple[str, str, bool], width: float
    ) -> tuple[QTextLayout, label.Setting]:
        """Lay out a cell: one line leans where the interface begins, more where their text does."""
        setting = self._setting(option, cell)
        made = label.lay_out(cell[0], width, setting)
        if made.lineCount() > 1:
            made = label.lay_out(cell[0], width, replace(setting, follow=True))
        return made, setting

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """Return the height of the wrapped words."""
        view = option.widget
        width = view.columnWidth(index.column()) if isinstance(view, QTableView) else 200
        text, setting = self._text(option, index.data(CELL), max(24, width - 2 * _ROOM))
        lines = text.lineCount()
        return QSize(width, max(_LEAST, round(lines * label.line_height(setting)) + 12))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Paint the cell."""
        now = theme.current()
        box = QRectF(option.rect)
        painter.save()
        if option.state & QStyle.StateFlag.State_Selected:
            painter.fillRect(box, theme.mix(now.colour("ink"), now.colour("panel"), 0.05))
        painter.fillRect(QRectF(box.left(), box.bottom() - 1, box.width(), 1), now.colour("line"))
        inner = box.adjusted(_ROOM, 0, -_ROOM, 0)
        text, setting = self._text(option, index.data(CELL), max(24.0, inner.width()))
        high = text.lineCount() * label.line_height(setting)
        top = inner.top() + max(0.0, (inner.height() - high) / 2)
        label.draw(painter, text, QPointF(inner.left(), top), QColor(setting.colour))
        painter.restore()


class SlotTable(QTableView):
    """The table under the columns. Choosing a row asks to show its words in the articles."""

    lit = Signal(int)  # row of Conflict.rows

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.slots = SlotModel(self)
        self.setModel(self.slots)
        self.setItemDelegate(_Cells(self))
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setShowGrid(False)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Maximum)
        self.setTabKeyNavigation(False)
        self.setWordWrap(True)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.verticalHeader().hide()
        self.horizontalHeader().hide()
        self.horizontalHeader().setMinimumSectionSize(60)
        self.selectionModel().currentRowChanged.connect(self._row_changed)

    def show_conflict(self, conflict: Conflict | None, facts: Facts | None) -> None:
        """Show the slots of a conflict."""
        self.slots.show(conflict, facts)
        header = self.horizontalHeader()
        for column in range(self.slots.columnCount()):
            fixed = column in {0, self.slots.sign_column}
            mode = QHeaderView.ResizeMode.Fixed if fixed else QHeaderView.ResizeMode.Stretch
            header.setSectionResizeMode(column, mode)
            if fixed:
                self.setColumnWidth(column, _SIGN_WIDTH if column else _NAME_WIDTH)
        self.resizeRowsToContents()
        self.updateGeometry()

    def sizeHint(self) -> QSize:
        """Return the height of all rows."""
        rows = range(self.slots.rowCount())
        return QSize(400, sum(self.rowHeight(row) for row in rows))

    def minimumSizeHint(self) -> QSize:
        """Return room for two rows; the rest can be scrolled to."""
        return QSize(200, min(2 * _LEAST, self.sizeHint().height()))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Wrap the values anew for the new width."""
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self.resizeRowsToContents()
            self.updateGeometry()

    def _row_changed(self, current: QModelIndex, _before: QModelIndex) -> None:
        if current.isValid():
            self.lit.emit(current.row())
