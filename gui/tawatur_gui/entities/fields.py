"""Small fields of an entity's page: text that is edited in place, chips that can be taken off."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QModelIndex, Qt, Signal
from PySide6.QtGui import QFont, QGuiApplication, QKeyEvent
from PySide6.QtWidgets import QLineEdit, QListView, QVBoxLayout, QWidget

from tawatur_core.model import EntityId
from tawatur_core.store import entities as entity_store
from tawatur_core.store.entities import EntityRow
from tawatur_gui.context import Context
from tawatur_gui.entities.catalogue import ENTITY, EntityModel
from tawatur_gui.widgets import CardDelegate, Chip, Flow
from tawatur_gui.widgets.basic import clear, role


class InPlace(QLineEdit):
    """Text that looks like text and is edited where it stands. `told` comes once, when changed."""

    told = Signal(str)

    def __init__(self, name: str, *, size: int = 0, bold: bool = False) -> None:
        super().__init__()
        self._stored = ""
        self.setAccessibleName(name)
        self.setPlaceholderText(name)
        role(self, "bare")
        right = QGuiApplication.layoutDirection() == Qt.LayoutDirection.RightToLeft
        edge = Qt.AlignmentFlag.AlignRight if right else Qt.AlignmentFlag.AlignLeft
        # Every field begins where the interface does, whatever its letters are.
        self.setAlignment(edge | Qt.AlignmentFlag.AlignAbsolute | Qt.AlignmentFlag.AlignVCenter)
        if size:
            weight = QFont.Weight.Bold if bold else QFont.Weight.Normal
            # The style sheet sets the size of everything; only a style sheet can say otherwise.
            self.setStyleSheet(f"font-size: {size}px; font-weight: {int(weight)};")
        self.editingFinished.connect(self._tell)

    def show_text(self, text: str) -> None:
        """Show the stored text, unless it is being edited just now and differs."""
        self._stored = text
        if self.text() != text:
            self.setText(text)
            self.setCursorPosition(0)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Escape gives back what was stored."""
        if event.key() == Qt.Key.Key_Escape:
            self.setText(self._stored)
            self.clearFocus()
            return
        super().keyPressEvent(event)

    def _tell(self) -> None:
        text = self.text().strip()
        if text != self._stored:
            self._stored = text
            self.told.emit(text)


class ChipLine(QWidget):
    """Chips in a row that wraps, the removable ones with ×, and a field to add one."""

    added = Signal(str)
    removed = Signal(str)

    def __init__(self, context: Context, adding: str) -> None:
        super().__init__()
        self._context = context
        self._flow = Flow(self, gap=6, line_gap=6)
        self.chips: list[Chip] = []
        self.field = QLineEdit()
        self.field.setPlaceholderText(adding)
        self.field.setAccessibleName(adding)
        self.field.setFixedWidth(150)
        self.field.returnPressed.connect(self._add)

    def show_chips(
        self, fixed: list[tuple[str, str]], removable: list[tuple[str, str]], kind: str
    ) -> None:
        """Show chips: (text, remark) each; the text of a removable one is given to `removed`."""
        self._flow.removeWidget(self.field)
        clear(self._flow)
        self.chips = []
        for text, remark in fixed:
            self.chips.append(Chip(text, kind, ending=remark))
        for text, remark in removable:
            chip = Chip(text, "", active=True, ending=f"{remark} ×".strip())
            chip.setAccessibleName(self._context.say("entities-take-off", text=text))
            chip.setToolTip(chip.accessibleName())
            chip.clicked.connect(partial(self.removed.emit, text))
            self.chips.append(chip)
        for chip in self.chips:
            self._flow.addWidget(chip)
        self._flow.addWidget(self.field)
        self.field.show()
        self.updateGeometry()

    def _add(self) -> None:
        text = self.field.text().strip()
        if text:
            self.field.clear()
            self.added.emit(text)


class EntityField(QWidget):
    """A field that completes entities across spellings; `chosen` gives the one taken."""

    chosen = Signal(object)  # EntityId
    left = Signal()

    def __init__(self, context: Context, hint: str) -> None:
        super().__init__()
        self._context = context
        self._without: EntityId | None = None
        self.field = QLineEdit()
        self.field.setPlaceholderText(hint)
        self.field.setAccessibleName(hint)
        self.field.textChanged.connect(self._complete)
        self.field.returnPressed.connect(self._take_first)
        self.model = EntityModel(context.words, self)
        self.view = QListView()
        self.view.setModel(self.model)
        self.view.setItemDelegate(CardDelegate(self.view))
        self.view.setAccessibleName(hint)
        self.view.setMaximumHeight(220)
        self.view.clicked.connect(self._take)
        self.view.activated.connect(self._take)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(4)
        box.addWidget(self.field)
        box.addWidget(self.view)

    def ask(self, without: EntityId) -> None:
        """Start anew; the entity `without` is not offered."""
        self._without = without
        self.field.clear()
        self._complete("")
        self.field.setFocus()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Escape leaves, Down goes into the list."""
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        elif event.key() == Qt.Key.Key_Down and self.model.rowCount():
            self.view.setFocus()
            self.view.setCurrentIndex(self.model.index(0, 0))
        else:
            super().keyPressEvent(event)

    def _complete(self, typed: str) -> None:
        session = self._context.session
        found: list[EntityRow] = []
        if session is not None:
            found = entity_store.complete(session, typed, 7)
        self.model.show([each for each in found if each.entity.id != self._without][:6])
        self.view.setVisible(self.model.rowCount() > 0)

    def _take_first(self) -> None:
        index = self.view.currentIndex()
        place = index.row() if index.isValid() else 0
        if self.model.rowCount() and self.field.text().strip():
            self._take(self.model.index(place, 0))

    def _take(self, index: QModelIndex) -> None:
        found: EntityRow = index.data(ENTITY)
        self.chosen.emit(found.entity.id)
