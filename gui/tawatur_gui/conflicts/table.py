"""The slots of a conflict, side by side: name, value per side, sign and word of the relation."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import NamedTuple

from PySide6.QtCore import (
    QAbstractTableModel,
    QEvent,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QPointF,
    QRectF,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPen, QResizeEvent, QTextLayout
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
from tawatur_core.model import Conflict, Origin, Relation, SlotComparison, When
from tawatur_core.wording import Wording
from tawatur_gui import theme
from tawatur_gui.conflicts.facts import Facts
from tawatur_gui.widgets import label

Index = QModelIndex | QPersistentModelIndex
CELL = int(Qt.ItemDataRole.UserRole) + 1  # the role under which the model gives a Cell
_NAME_WIDTH, _SIGN_WIDTH = 132, 116
_NARROW = 120  # of the column of a value
_TEXT = 60  # what a note must leave the words
_ROOM, _LEAST, _GAP = 16, 36, 8
_SHORT = 60  # code points; a long value in bold would shout
_TINTS = {
    Relation.SAME: "agreement",
    Relation.COMPATIBLE: "claim_line",
    Relation.DIFFERENT: "conflict",
    Relation.UNKNOWN: "muted",
}


class Cell(NamedTuple):
    """What a cell shows: words in a theme token, and a `note` in small print after them.

    It begins where the interface begins, or stands in the `middle`.
    """

    text: str
    tint: str
    strong: bool = False
    note: str = ""
    middle: bool = False


class SlotModel(QAbstractTableModel):
    """One row per slot. With two sides the relation stands between them, else after the last."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._conflict: Conflict | None = None
        self._facts: Facts | None = None
        self._cells: list[list[Cell]] = []
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

    def _line(self, row: SlotComparison, facts: Facts) -> list[Cell]:
        assert self._conflict is not None
        differs = row.relation is Relation.DIFFERENT
        told = [facts.say(value) for value in row.values]
        strong = differs and all(len(text) <= _SHORT for text in told)
        note = phrasing.term(Origin.PROPOSED, facts.words)
        cells = []
        offered = facts.proposed(self._conflict, row)
        for text, value, proposed in zip(told, row.values, offered, strict=True):
            quiet = proposed or value is None
            tint = "conflict" if differs and value is not None else "muted" if quiet else "ink"
            cells.append(Cell(text, tint, strong, note if proposed else ""))
        relation = phrasing.relation(row.relation, facts.words)
        sign = Cell(relation, _TINTS[row.relation], differs, middle=self._sides() == 2)
        cells.insert(self.sign_column - 1, sign)
        return [Cell(phrasing.term(row.kind, facts.words), "muted"), *cells]

    def why(self, row: int) -> str:
        """Return why the values of a row relate as they do, '' for a row that is not there."""
        return self._tips[row] if 0 <= row < len(self._tips) else ""

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
            return cell.text
        if role == Qt.ItemDataRole.AccessibleTextRole:
            head = self.headerData(index.column(), Qt.Orientation.Horizontal)
            return f"{head}: {cell.text} ({cell.note})" if cell.note else f"{head}: {cell.text}"
        if role in {Qt.ItemDataRole.ToolTipRole, Qt.ItemDataRole.AccessibleDescriptionRole}:
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
    """Paints a cell in the direction of its own letters, over a hairline.

    What is only proposed stands on a dotted line, with the word in small print after it.
    """

    def _text(
        self, option: QStyleOptionViewItem, cell: Cell, width: float
    ) -> tuple[QTextLayout, label.Setting]:
        """Lay out a cell: one line leans where the interface begins, more where their text does."""
        font = QFont(option.font)
        if cell.strong:
            font.setWeight(QFont.Weight.Bold)
        right = option.direction == Qt.LayoutDirection.RightToLeft
        setting = label.Setting(font, theme.current().colour(cell.tint), right, lines=3)
        made = label.lay_out(cell.text, width, setting)
        if made.lineCount() > 1:
            made = label.lay_out(cell.text, width, replace(setting, follow=True))
        return made, setting

    def _note(self, option: QStyleOptionViewItem, cell: Cell, width: float) -> tuple[QFont, float]:
        """Return the font of the small print and the room it takes of `width`.

        It takes none where it would leave the words too little: the dots say it then.
        """
        font = QFont(option.font)
        font.setPixelSize(max(10, round(font.pixelSize() * 11 / 13)))
        room = QFontMetricsF(font).horizontalAdvance(cell.note) + _GAP if cell.note else 0.0
        return font, room if width - room >= _TEXT else 0.0

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """Return the height of the wrapped words."""
        view, cell = option.widget, index.data(CELL)
        width = view.columnWidth(index.column()) if isinstance(view, QTableView) else 200
        inner = width - 2 * _ROOM
        text, setting = self._text(
            option, cell, max(24, inner - self._note(option, cell, inner)[1])
        )
        lines = text.lineCount()
        return QSize(width, max(_LEAST, round(lines * label.line_height(setting)) + 12))

    def _place(
        self, option: QStyleOptionViewItem, cell: Cell
    ) -> tuple[QTextLayout, label.Setting, QPointF]:
        """Return a cell's words laid out, and where their corner stands."""
        inner = QRectF(option.rect).adjusted(_ROOM, 0, -_ROOM, 0)
        noted = self._note(option, cell, inner.width())[1]
        right = option.direction == Qt.LayoutDirection.RightToLeft
        inner.adjust(noted if right else 0, 0, 0 if right else -noted, 0)
        text, setting = self._text(option, cell, max(24.0, inner.width()))
        left = inner.left()
        if cell.middle and text.lineCount() == 1:
            line = text.lineAt(0).naturalTextRect()
            left = inner.center().x() - line.center().x()
        high = text.lineCount() * label.line_height(setting)
        top = inner.top() + max(0.0, (inner.height() - high) / 2)
        return text, setting, QPointF(left, top)

    def extent(self, option: QStyleOptionViewItem, cell: Cell) -> QRectF:
        """Return where a cell's words stand, with their note."""
        text, _, at = self._place(option, cell)
        box = QRectF()
        for number in range(text.lineCount()):
            box |= text.lineAt(number).naturalTextRect().translated(at)
        noted = self._note(option, cell, option.rect.width() - 2 * _ROOM)[1]
        right = option.direction == Qt.LayoutDirection.RightToLeft
        return box.adjusted(-noted if right else 0, 0, 0 if right else noted, 0)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Paint the cell."""
        now, cell = theme.current(), index.data(CELL)
        box = QRectF(option.rect)
        painter.save()
        if option.state & QStyle.StateFlag.State_Selected:
            painter.fillRect(box, theme.mix(now.colour("ink"), now.colour("panel"), 0.05))
        painter.fillRect(QRectF(box.left(), box.bottom() - 1, box.width(), 1), now.colour("line"))
        text, setting, at = self._place(option, cell)
        label.draw(painter, text, at, QColor(setting.colour))
        if cell.note and text.lineCount():
            self._paint_note(painter, option, cell, text, at)
        painter.restore()

    def _paint_note(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        cell: Cell,
        text: QTextLayout,
        at: QPointF,
    ) -> None:
        """Paint dots under the words and the note beside their last line."""
        muted = theme.current().colour("muted")
        pen = QPen(muted, 1, Qt.PenStyle.DotLine)
        used = QRectF()
        for number in range(text.lineCount()):
            used = text.lineAt(number).naturalTextRect().translated(at)
            painter.setPen(pen)
            painter.drawLine(used.bottomLeft(), used.bottomRight())
        font, room = self._note(option, cell, option.rect.width() - 2 * _ROOM)
        if not room:
            return
        painter.setFont(font)
        painter.setPen(muted)
        right = option.direction == Qt.LayoutDirection.RightToLeft
        left = used.left() - room if right else used.right()
        beside = QRectF(left, used.top(), room, used.height())
        edge = Qt.AlignmentFlag.AlignLeft if right else Qt.AlignmentFlag.AlignRight
        flags = edge | Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignAbsolute
        painter.drawText(beside, flags, cell.note)


class SlotTable(QTableView):
    """The table under the columns. Choosing a row asks to show its words in the articles."""

    lit = Signal(int)  # row of Conflict.rows that is chosen
    pointed = Signal(int)  # row under the mouse, -1 when it leaves
    moved = Signal()  # rows stand elsewhere now

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.slots = SlotModel(self)
        self._widths: tuple[int, ...] = ()
        self.setModel(self.slots)
        self._painter = _Cells(self)
        self.setItemDelegate(self._painter)
        self.setMouseTracking(True)
        self.entered.connect(lambda index: self.pointed.emit(index.row()))
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
        self.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.horizontalHeader().setStretchLastSection(True)
        self.selectionModel().currentRowChanged.connect(self._row_changed)
        self.verticalScrollBar().valueChanged.connect(self.moved)

    def show_conflict(self, conflict: Conflict | None, facts: Facts | None) -> None:
        """Show the slots of a conflict."""
        self.slots.show(conflict, facts)
        self.align(self._widths)

    def align(self, widths: Sequence[int]) -> None:
        """Set every value under its article; `widths` are those of the articles, side by side.

        The name of the slot takes its room from the first, the relation from where it stands.
        """
        self._widths = tuple(widths)
        wanted = list(widths)
        if len(wanted) != self.slots.columnCount() - 2:
            return
        wanted[0] -= _NAME_WIDTH
        sign = round(_SIGN_WIDTH * max(1.0, self.fontInfo().pixelSize() / 13))
        if len(wanted) == 2:
            wanted = [wanted[0] - sign // 2, wanted[1] - sign // 2]
            if min(wanted) < _NARROW:  # too narrow to stand under the articles
                wanted = [sum(wanted) // 2, sum(wanted) - sum(wanted) // 2]
        else:
            wanted[-1] -= sign
        wanted.insert(self.slots.sign_column - 1, sign)
        for column, width in enumerate([_NAME_WIDTH, *wanted]):
            self.setColumnWidth(column, width)
        self.resizeRowsToContents()
        self.updateGeometry()
        self.moved.emit()

    def choose(self, row: int) -> None:
        """Choose a row, as a click on it does."""
        self.setCurrentIndex(self.slots.index(row, 0))

    # -- where things stand, in pixels of the viewport

    def row_box(self, row: int) -> QRectF:
        """Return where a row stands."""
        first = self.visualRect(self.slots.index(row, 0))
        return QRectF(0, first.top(), self.viewport().width(), first.height())

    def words(self, row: int, side: int) -> QRectF:
        """Return where the value of a side is written."""
        return self._written(row, side + 1 + (side + 1 >= self.slots.sign_column))

    def sign_words(self, row: int) -> QRectF:
        """Return where the relation of a row is written."""
        return self._written(row, self.slots.sign_column)

    def written(self) -> list[QRectF]:
        """Return where words stand in the whole table."""
        rows, columns = self.slots.rowCount(), self.slots.columnCount()
        return [self._written(row, column) for row in range(rows) for column in range(columns)]

    def _written(self, row: int, column: int) -> QRectF:
        index = self.slots.index(row, column)
        option = QStyleOptionViewItem()
        self.initViewItemOption(option)
        option.rect = self.visualRect(index)
        return self._painter.extent(option, index.data(CELL))

    def sizeHint(self) -> QSize:
        """Return the height of all rows."""
        rows = range(self.slots.rowCount())
        return QSize(400, sum(self.rowHeight(row) for row in rows))

    def minimumSizeHint(self) -> QSize:
        """Return room for two rows; the rest can be scrolled to."""
        return QSize(200, min(2 * _LEAST, self.sizeHint().height()))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Say that rows may stand elsewhere."""
        super().resizeEvent(event)
        self.moved.emit()

    def leaveEvent(self, event: QEvent) -> None:
        """Say that no row is under the mouse."""
        super().leaveEvent(event)
        self.pointed.emit(-1)

    def _row_changed(self, current: QModelIndex, _before: QModelIndex) -> None:
        if current.isValid():
            self.lit.emit(current.row())
