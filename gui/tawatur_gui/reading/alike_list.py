"""The list of places in the sheet 'mark all alike': articles, and their places with boxes."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QTextLayout, QTextOption
from PySide6.QtWidgets import (
    QApplication,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTreeWidget,
    QTreeWidgetItem,
    QTreeWidgetItemIterator,
)

from tawatur_core.model import DocumentId, Span
from tawatur_gui import theme
from tawatur_gui.reading.alike import Group, Place
from tawatur_gui.reading.letters import Letters
from tawatur_gui.reading.offsets import Offsets

_PLACE = int(Qt.ItemDataRole.UserRole) + 1
_HEIGHT = 32
_CHECKED, _UNCHECKED = Qt.CheckState.Checked, Qt.CheckState.Unchecked


class PlaceTree(QTreeWidget):
    """Articles with their places. What is linked to something else starts without a tick."""

    def __init__(self) -> None:
        super().__init__()
        self.setHeaderHidden(True)
        self.setIndentation(18)
        self.setUniformRowHeights(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setItemDelegate(SnippetDelegate(self))
        self.setMinimumHeight(260)

    def put(self, groups: Sequence[Group], entity: str, linked: str) -> int:
        """Show places; return how many are linked to `entity` already and so left out."""
        self.blockSignals(True)
        self.clear()
        done = 0
        for group in groups:
            todo = [p for p in group.places if not entity or p.entity != entity]
            done += len(group.places) - len(todo)
            if todo:
                self._add(group, todo, linked)
        self.expandAll()
        self.blockSignals(False)
        return done

    def _add(self, group: Group, places: Sequence[Place], linked: str) -> None:
        head = QTreeWidgetItem(self, [f"{group.title} · {len(places)}"])
        head.setFlags(head.flags() | Qt.ItemFlag.ItemIsAutoTristate)
        for place in places:
            row = QTreeWidgetItem(head, [place.snippet])
            row.setData(0, _PLACE, place)
            row.setCheckState(0, _UNCHECKED if place.entity else _CHECKED)
            told = f"{place.words} — {place.snippet}"
            row.setData(0, Qt.ItemDataRole.AccessibleTextRole, told)
            if place.entity:
                row.setToolTip(0, linked)

    def ticked(self) -> list[tuple[DocumentId, Span]]:
        """Return the ticked places."""
        return [(place.document, place.span) for place in self._places(ticked=True)]

    def count(self) -> int:
        """Return how many places are shown."""
        return len(self._places(ticked=False))

    def _places(self, *, ticked: bool) -> list[Place]:
        found = []
        every = QTreeWidgetItemIterator(self)
        while (row := every.value()) is not None:
            place = row.data(0, _PLACE)
            if isinstance(place, Place) and (not ticked or row.checkState(0) == _CHECKED):
                found.append(place)
            every += 1
        return found


class SnippetDelegate(QStyledItemDelegate):
    """Paints a snippet right to left with its name on a pale ground."""

    def sizeHint(
        self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> QSize:
        """Return one height for all rows."""
        return QSize(200, _HEIGHT)

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        """Paint box and ground by the style, the words by ourselves."""
        place = index.data(_PLACE)
        self.initStyleOption(option, index)
        if not isinstance(place, Place):
            option.font.setBold(True)
            super().paint(painter, option, index)
            return
        style = option.widget.style() if option.widget else QApplication.style()
        option.text = ""
        style.drawControl(QStyle.ControlElement.CE_ItemViewItem, option, painter, option.widget)
        box = style.subElementRect(QStyle.SubElement.SE_ItemViewItemText, option, option.widget)
        self._words(painter, option, QRectF(box).adjusted(6, 0, -6, 0), place)

    def _words(
        self, painter: QPainter, option: QStyleOptionViewItem, box: QRectF, place: Place
    ) -> None:
        layout = QTextLayout(place.snippet, option.font)
        how = QTextOption()
        how.setTextDirection(Qt.LayoutDirection.RightToLeft)
        how.setAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignAbsolute)
        how.setWrapMode(QTextOption.WrapMode.NoWrap)
        layout.setTextOption(how)
        layout.beginLayout()
        line = layout.createLine()
        line.setLineWidth(1e6)
        layout.endLayout()
        now = theme.current()
        # The words alike must be seen: a long snippet is shifted so that they are.
        offsets = Offsets(place.snippet)
        low, high = offsets.to_units(place.inside.start), offsets.to_units(place.inside.end)
        stretches = Letters(layout, line).stretches(low, high)
        free = box.width() - line.naturalTextWidth()
        shift = free if free > 0 else max(0.0, 8 - min((a for a, _ in stretches), default=0.0))
        top = box.top() + (box.height() - line.height()) / 2
        painter.save()
        painter.setClipRect(box)
        for left, right in stretches:
            ground = QRectF(box.left() + left + shift, top + 1, right - left, line.height() - 1)
            painter.fillRect(ground, now.colour("claim_ground"))
        painter.setPen(now.colour("muted" if place.entity else "ink"))
        layout.draw(painter, QPointF(box.left() + shift, top))
        painter.restore()
