"""Rows of lists: a title of a line or two, particulars below, and how far the work has come."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import (
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QPointF,
    QRect,
    QRectF,
    QSize,
    Qt,
)
from PySide6.QtGui import QFont, QPainter, QTextLayout
from PySide6.QtWidgets import (
    QAbstractItemView,
    QListView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from tawatur_gui import theme
from tawatur_gui.widgets import label

ROW = int(Qt.ItemDataRole.UserRole) + 100  # the role under which a model gives a Row
_SIDE, _TOP, _OUTER = 12, 8, 4
_KEPT = 20_000  # row heights remembered: a view asks for all of them


@dataclass(frozen=True, slots=True)
class Part:
    """A particular: its words and the theme token of their colour."""

    text: str
    tint: str = "muted"
    strong: bool = False


@dataclass(frozen=True, slots=True)
class Row:
    """What a list row shows. `progress` is 0…1, None for no bar."""

    title: str
    parts: tuple[Part, ...] = ()
    progress: float | None = None
    tint: str = "ink"
    strong: bool = False
    note: str = ""  # small print of up to two lines below the title
    marked: tuple[int, int] = (0, 0)  # the code points of the title that were looked for
    heading: bool = False  # the small heading of the rows below


Index = QModelIndex | QPersistentModelIndex


class CardDelegate(QStyledItemDelegate):
    """Paints a Row; the chosen one stands on a card. The model gives the Row under ROW.

    Give the view as parent: sizes follow its width.
    """

    title_lines = 2

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        if isinstance(parent, QListView):
            parent.setResizeMode(QListView.ResizeMode.Adjust)  # heights follow the width
        self._heights: dict[tuple[str, str, bool, bool, int, int], int] = {}

    def _fonts(self, option: QStyleOptionViewItem, row: Row) -> tuple[QFont, QFont]:
        font = QFont(option.font)
        if row.strong:
            font.setWeight(QFont.Weight.Medium)
        small = QFont(option.font)
        small.setPixelSize(max(10, round(small.pixelSize() * 11 / 13)))
        return (small if row.heading else font), small

    def _title(
        self, option: QStyleOptionViewItem, row: Row, width: float
    ) -> tuple[QTextLayout, float]:
        right = option.direction == Qt.LayoutDirection.RightToLeft
        font, _ = self._fonts(option, row)
        setting = label.Setting(font, theme.current().colour(row.tint), right, self.title_lines)
        made = label.lay_out(row.title, width, setting)
        return made, max(1, made.lineCount()) * label.line_height(setting)

    def _note(self, option: QStyleOptionViewItem, row: Row, width: float) -> QTextLayout:
        right = option.direction == Qt.LayoutDirection.RightToLeft
        _, small = self._fonts(option, row)
        return label.lay_out(row.note, width, label.Setting(small, _NONE, right, lines=2))

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """Return the height of the row for the width of its view."""
        row: Row = index.data(ROW)
        view = option.widget
        width = view.viewport().width() if isinstance(view, QAbstractItemView) else 240
        look = (
            row.title,
            row.note,
            bool(row.parts) or row.heading,
            row.progress is None,
            width,
            option.font.pixelSize(),
        )
        if look not in self._heights:
            if len(self._heights) > _KEPT:
                self._heights.clear()
            self._heights[look] = self._height(option, row, width)
        return QSize(width, self._heights[look])

    def _height(self, option: QStyleOptionViewItem, row: Row, width: int) -> int:
        _, high = self._title(option, row, width - 2 * (_SIDE + _OUTER))
        _, small = self._fonts(option, row)
        below = round(label.line_height(label.Setting(small, _NONE, right=False)))
        if row.note:
            note = self._note(option, row, width - 2 * (_SIDE + _OUTER))
            high += max(1, note.lineCount()) * below
        high += (below if row.parts else 0) + (8 if row.progress is not None else 0)
        return round(high) + (_TOP if row.heading else 2 * _TOP + 4)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Paint the row."""
        row: Row = index.data(ROW)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        outer: QRect = option.rect
        card = QRectF(outer).adjusted(_OUTER + 0.5, 1.5, -_OUTER - 0.5, -1.5)
        self._ground(painter, option, card)
        box = QRectF(outer).adjusted(_SIDE + _OUTER, _TOP + 2, -_SIDE - _OUTER, -_TOP - 2)
        title, high = self._title(option, row, box.width())
        for found in label.boxes(title, *row.marked):
            found.translate(box.topLeft())
            ground = found.adjusted(-1, 1, 1, -1)
            painter.fillRect(ground, theme.current().colour("claim_ground"))
        label.draw(painter, title, box.topLeft(), theme.current().colour(row.tint))
        box.setTop(box.top() + high)
        if row.note:
            note = self._note(option, row, box.width())
            label.draw(painter, note, box.topLeft(), theme.current().colour("muted"))
            _, small = self._fonts(option, row)
            step = label.line_height(label.Setting(small, _NONE, right=False))
            box.setTop(box.top() + note.lineCount() * step)
        if row.parts:
            self._parts(painter, option, row, box)
        if row.progress is not None:
            self._bar(painter, option, row.progress, box)
        painter.restore()

    def _ground(self, painter: QPainter, option: QStyleOptionViewItem, card: QRectF) -> None:
        now, state = theme.current(), option.state
        chosen = bool(state & QStyle.StateFlag.State_Selected)
        focused = bool(state & QStyle.StateFlag.State_HasFocus) and _by_keyboard(option)
        if chosen or focused:
            painter.setPen(now.colour("accent" if focused else "line"))
            painter.setBrush(now.colour("paper") if chosen else Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(card, 10, 10)
        elif state & QStyle.StateFlag.State_MouseOver:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(theme.mix(now.colour("ink"), now.colour("panel"), 0.04))
            painter.drawRoundedRect(card, 10, 10)

    def _parts(
        self, painter: QPainter, option: QStyleOptionViewItem, row: Row, box: QRectF
    ) -> None:
        right = option.direction == Qt.LayoutDirection.RightToLeft
        _, small = self._fonts(option, row)
        across = 0.0
        for part in row.parts:
            font = QFont(small)
            if part.strong:
                font.setWeight(QFont.Weight.Bold)
            colour = theme.current().colour(part.tint)
            setting = label.Setting(font, colour, right)
            made = label.lay_out(part.text, max(1.0, box.width() - across), setting)
            wide = made.lineAt(0).naturalTextWidth() if made.lineCount() else 0.0
            # the layout leans on the right edge of the room it was given
            left = box.left() if right else box.left() + across
            label.draw(painter, made, QPointF(left, box.top()), colour)
            across += wide + 10
            if across >= box.width() - 16:
                break

    def _bar(
        self, painter: QPainter, option: QStyleOptionViewItem, share: float, box: QRectF
    ) -> None:
        now = theme.current()
        right = option.direction == Qt.LayoutDirection.RightToLeft
        whole = QRectF(box.left(), box.bottom() - 2, box.width(), 2)
        painter.fillRect(whole, now.colour("line"))
        done = QRectF(whole)
        done.setWidth(whole.width() * min(1.0, max(0.0, share)))
        if right:
            done.moveRight(whole.right())
        painter.fillRect(done, now.colour("accent"))


class TwoLineDelegate(CardDelegate):
    """A Row with one line of title and one of particulars."""

    title_lines = 1


_NONE = theme.LIGHT.colour("ink")


def _by_keyboard(option: QStyleOptionViewItem) -> bool:
    widget: QWidget | None = option.widget
    return widget is not None and bool(option.state & QStyle.StateFlag.State_KeyboardFocusChange)
