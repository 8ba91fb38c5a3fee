"""The accounts side by side, their slots below them, and the lines between."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QScrollArea, QVBoxLayout, QWidget

from tawatur_core.model import Conflict, ConflictKey
from tawatur_gui.conflicts.columns import Columns
from tawatur_gui.conflicts.facts import Facts
from tawatur_gui.conflicts.marks import ends, marks
from tawatur_gui.conflicts.table import SlotTable
from tawatur_gui.conflicts.threads import Threads
from tawatur_gui.context import Context
from tawatur_gui.widgets import Line
from tawatur_gui.widgets.basic import role


class Comparison(QScrollArea):
    """Scrolls sideways, all together, when there are more accounts than fit."""

    explained = Signal(str)  # why the values of the row in question relate as they do

    def __init__(self, context: Context) -> None:
        super().__init__()
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidgetResizable(True)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._key: ConflictKey | None = None
        self.columns = Columns(context)
        self.table = SlotTable()
        self.table.setAccessibleName(context.say("conflicts-table"))
        self._build()
        self.threads = Threads(self._inside, self.columns, self.table)
        self._wire()

    def _build(self) -> None:
        below = role(QWidget(), "panel")
        below.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        slots = QVBoxLayout(below)
        slots.setContentsMargins(0, 0, 0, 0)
        slots.setSpacing(0)
        slots.addWidget(Line())
        slots.addWidget(self.table)
        self._inside = QWidget()
        box = QVBoxLayout(self._inside)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(0)
        box.addWidget(self.columns, 1)
        box.addWidget(below)
        self.setWidget(self._inside)
        self._layouts = (slots, box)  # from the inside out

    def _wire(self) -> None:
        columns, table, threads = self.columns, self.table, self.threads
        columns.laid.connect(self._align)
        columns.moved.connect(threads.follow)
        table.moved.connect(threads.renew)
        for pointed in (columns.pointed, table.pointed):
            pointed.connect(self._point)
        columns.picked.connect(table.choose)
        table.lit.connect(self._light)

    def show_conflict(self, conflict: Conflict, facts: Facts) -> None:
        """Show all sides and slots; shown again, the chosen slot stays chosen."""
        row = self.table.currentIndex().row() if conflict.key == self._key else -1
        self._key = conflict.key
        self.columns.want(conflict, facts)
        self.table.show_conflict(conflict, facts)
        self._align()
        for layout in self._layouts:  # now: in another height an article would be laid out again
            layout.activate()
        self.columns.show_conflict(conflict, facts)
        found = marks(conflict, facts.claims(conflict))
        relations = tuple(each.relation for each in conflict.rows)
        self.threads.show_ends(relations, ends(conflict, found))
        self.explained.emit(self.table.slots.why(0))
        if 0 <= row < len(conflict.rows):
            self.table.choose(row)

    def _align(self) -> None:
        self.threads.setGeometry(self._inside.rect())
        self.table.align([column.width() for column in self.columns.shown])

    def _light(self, row: int) -> None:
        self.columns.light(row)
        self.threads.light(row)
        self.explained.emit(self.table.slots.why(row))

    def _point(self, row: int) -> None:
        """Put a row's line forward while the mouse is on its words; then the chosen one again."""
        chosen = self.table.currentIndex().row()
        now = row if row >= 0 else chosen
        self.threads.light(now if now >= 0 else None)
        self.explained.emit(self.table.slots.why(max(now, 0)))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Leave the articles at least half of the height."""
        self.table.setMaximumHeight(max(120, event.size().height() // 2))
        super().resizeEvent(event)

    def minimumSizeHint(self) -> QSize:
        """Return a small size: the articles give way."""
        return QSize(320, 240)
