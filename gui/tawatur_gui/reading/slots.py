"""The slots of a claim: name, value, and whether an analyst stands behind it."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QPointF, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from tawatur_core import phrasing
from tawatur_core.model import Claim, Origin, Slot, SlotName, When
from tawatur_gui import theme
from tawatur_gui.reading.desk import Desk
from tawatur_gui.reading.editors import Editor, editor
from tawatur_gui.reading.renewing import hide_from_keyboard, stands_for
from tawatur_gui.widgets import AutoLabel, Button, Flow, Muted
from tawatur_gui.widgets.basic import role

SHOWN = (
    SlotName.WHO,
    SlotName.WHAT,
    SlotName.HOW_MANY,
    SlotName.WHEN,
    SlotName.WHERE,
    SlotName.POLARITY,
    SlotName.CERTAINTY,
)
_NARROW, _WIDE = 44, 84  # pixels for the names


class SlotRow(QFrame):
    """One slot. Press it or Enter to edit, Delete removes, the button confirms a proposed one."""

    opened = Signal()

    def __init__(self, desk: Desk, slot: Slot) -> None:
        super().__init__()
        assert desk.article is not None
        say, words = desk.context.say, desk.context.words
        self._desk, self.slot = desk, slot
        self._proposed = slot.origin is Origin.PROPOSED
        name = phrasing.term(slot.name, words)
        self.value = AutoLabel(phrasing.value(slot.value, words, desk.article.names), lines=3)
        role(self.value, "muted" if self._proposed else "strong")
        label = Muted(name, small=False, lines=1)
        label.setFixedWidth(_name_width(self, desk))
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 3, 0, 5)
        row.setSpacing(8)
        row.addWidget(label, 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(self.value, 1)
        self.badge = self._badge()
        row.addWidget(self.badge, 0, Qt.AlignmentFlag.AlignTop)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        origin = phrasing.term(slot.origin, words)
        self.setAccessibleName(f"{name}: {self.value.text()}. {origin}")
        self.setToolTip(self._tip())
        self.setObjectName("slot")
        stands_for(self, slot.id)
        self._say = say

    def _badge(self) -> QWidget:
        words = self._desk.context.words
        if not self._proposed:
            return Muted(words.say(f"read-origin-{self.slot.origin.value}"), lines=1)
        told = phrasing.term(self.slot.origin, words)
        confirm = Button(told, icon="check", kind="link")
        confirm.setToolTip(self._desk.context.say("read-confirm"))
        confirm.setAccessibleName(self._desk.context.say("read-confirm"))
        confirm.setEnabled(self._desk.writes)
        confirm.clicked.connect(lambda: self._desk.confirm_slot(self.slot.id))
        return confirm

    def _tip(self) -> str:
        """Say the words the value rests on and how they were understood."""
        value, words = self.slot.value, self._desk.context.words
        parts = [f"«{self.slot.span.of(self._desk.text)}»"] if self.slot.span else []
        if isinstance(value, When) and value.how in words:
            parts.append(words.say(value.how))
        return " · ".join(parts)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Open the editor, and show the words on the page."""
        if self.slot.span is not None:
            self._desk.pointed.emit(self.slot.span)
        self.opened.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter edits, Space confirms, Delete removes."""
        key = event.key()
        if key in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self.opened.emit()
        elif key == Qt.Key.Key_Delete:
            self._desk.remove_slot(self.slot.id)
        elif key == Qt.Key.Key_Space and self._proposed:
            self._desk.confirm_slot(self.slot.id)
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the dotted line of a proposed value, and a frame when the keyboard is here."""
        super().paintEvent(event)
        now = theme.current()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if self._proposed:
            pen = QPen(now.colour("muted"), 1.3)
            pen.setCapStyle(Qt.PenCapStyle.RoundCap)
            pen.setDashPattern([0.1, 2.4])
            painter.setPen(pen)
            y = self.height() - 2.0
            painter.drawLine(
                QPointF(self.value.x(), y), QPointF(self.value.x() + self.value.width(), y)
            )
        if self.hasFocus():
            painter.setPen(now.colour("accent"))
            painter.drawRoundedRect(self.rect().adjusted(0, 0, -1, -1), 6, 6)
        painter.end()


def _name_width(widget: QWidget, desk: Desk) -> int:
    """Return one width for the names of all slots."""
    metrics, words = widget.fontMetrics(), desk.context.words
    widest = max(metrics.horizontalAdvance(phrasing.term(name, words)) for name in SHOWN)
    return max(_NARROW, min(widest + 4, _WIDE))


class Slots(QWidget):
    """All slots of a claim, and the names of those it has not yet."""

    edited = Signal(bool)  # whether an editor is open

    def __init__(self, desk: Desk, claim: Claim) -> None:
        super().__init__()
        self._desk, self._claim = desk, claim
        self._box = QVBoxLayout(self)
        self._box.setContentsMargins(0, 0, 0, 0)
        self._box.setSpacing(2)
        self.rows: list[SlotRow] = []
        self.adders: dict[SlotName, Button] = {}
        self._editor: Editor | None = None
        self._heir: QWidget = self  # has the keyboard when the editor closes
        for name in SHOWN:
            for slot in claim.slots_named(name):
                row = SlotRow(desk, slot)
                row.opened.connect(self._opener(name, slot, row))
                self.rows.append(row)
                self._box.addWidget(row)
        self._adding = self._adders()
        self._box.addWidget(self._adding)

    def _adders(self) -> QWidget:
        holder = QWidget()
        flow = Flow(holder, gap=8, line_gap=2)
        flow.setContentsMargins(0, 4, 0, 0)
        words = self._desk.context.words
        for name in SHOWN:
            if self._claim.slots_named(name):
                continue
            button = Button(f"+ {phrasing.term(name, words)}", kind="link")
            button.setEnabled(self._desk.writes)
            button.setAccessibleName(
                self._desk.context.say("read-add-slot", slot=phrasing.term(name, words))
            )
            button.clicked.connect(self._opener(name, None, holder))
            flow.addWidget(button)
            self.adders[name] = button
        return holder

    def _opener(self, name: SlotName, slot: Slot | None, place: QWidget) -> Callable[[], None]:
        def open_editor() -> None:
            if not self._desk.writes:
                return
            self._close()
            self._heir = place
            self._editor = editor(self._desk, self._claim.id, name, slot)
            self._editor.closed.connect(self._close)
            self._box.insertWidget(self._box.indexOf(place) + 1, self._editor)
            self._editor.setFocus()
            self.edited.emit(True)

        return open_editor

    def _close(self) -> None:
        if self._editor is not None:
            hide_from_keyboard(self._editor, self._heir)
            self._editor.deleteLater()
            self._editor = None
            self.edited.emit(False)
