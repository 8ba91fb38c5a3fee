"""A field that finds entities in every spelling, or offers to make a new one."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import (
    QAbstractListModel,
    QEvent,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
    Signal,
)
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit, QListView, QVBoxLayout, QWidget

from tawatur_core import phrasing
from tawatur_core.model import EntityId, EntityKind
from tawatur_core.store import entities
from tawatur_core.store.entities import EntityRow
from tawatur_gui.context import Context
from tawatur_gui.reading.article import TONES
from tawatur_gui.widgets import ROW, Part, Row, TwoLineDelegate

_SHOWN = 7  # rows seen at once
_KINDS = tuple(EntityKind)


@dataclass(frozen=True, slots=True)
class Choice:
    """A row of the list: an entity, or a new one of a kind."""

    row: EntityRow | None
    kind: EntityKind


class Choices(QAbstractListModel):
    """What can be chosen for what is typed."""

    def __init__(self, context: Context, parent: QObject) -> None:
        super().__init__(parent)
        self._context = context
        self.typed = ""
        self.choices: list[Choice] = []

    def put(self, typed: str, found: list[EntityRow], likely: EntityKind) -> None:
        """Show entities, then the kinds a new one may have, the likely one first."""
        self.beginResetModel()
        self.typed = typed
        self.choices = [Choice(row, row.entity.kind) for row in found]
        if typed:
            kinds = sorted(_KINDS, key=lambda kind: kind is not likely)
            self.choices += [Choice(None, kind) for kind in kinds]
        self.endResetModel()

    def rowCount(self, parent: QModelIndex | QPersistentModelIndex = QModelIndex()) -> int:  # noqa: B008
        """Return the number of choices."""
        return 0 if parent.isValid() else len(self.choices)

    def data(
        self,
        index: QModelIndex | QPersistentModelIndex,
        role: int = Qt.ItemDataRole.DisplayRole,
    ) -> object:
        """Return the row to paint, or its words for screen readers."""
        choice = self.choices[index.row()]
        if role == ROW:
            return self._row(choice)
        if role in {Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole}:
            row = self._row(choice)
            return "، ".join([row.title, *(part.text for part in row.parts)])
        return None

    def _row(self, choice: Choice) -> Row:
        say, words = self._context.say, self._context.words
        kind = phrasing.term(choice.kind, words)
        tone = TONES[choice.kind]
        if choice.row is None:
            return Row(say(f"read-new-{choice.kind.value}", name=self.typed), tint=tone)
        count = say("read-mentions-count", count=choice.row.mentions)
        parts = [Part(kind, tone, strong=True), Part(count)]
        others = [text for text, _ in choice.row.spellings if text != choice.row.entity.name]
        if others:
            parts.append(Part(" · ".join(others[:3])))
        return Row(choice.row.entity.name, tuple(parts))


class LinkField(QWidget):
    """Enter takes the marked row, arrows move it, Esc gives up."""

    linked = Signal(str)  # EntityId
    created = Signal(str, object)  # name, EntityKind
    given_up = Signal()

    def __init__(
        self,
        context: Context,
        typed: str = "",
        likely: EntityKind = EntityKind.PERSON,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._context, self._likely = context, likely
        self.edit = QLineEdit(typed)
        self.edit.setPlaceholderText(context.say("read-link-hint"))
        self.edit.setAccessibleName(context.say("read-link-name"))
        self.edit.installEventFilter(self)
        self.edit.textChanged.connect(self._find)
        self.model = Choices(context, self)
        self.list = QListView()
        self.list.setModel(self.model)
        self.list.setItemDelegate(TwoLineDelegate(self.list))
        self.list.setMouseTracking(True)
        self.list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setAccessibleName(context.say("read-link-list"))
        self.list.clicked.connect(lambda index: self._take(index.row()))
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(4)
        box.addWidget(self.edit)
        box.addWidget(self.list)
        self.setFocusProxy(self.edit)
        self.edit.selectAll()
        self._find(typed)

    def _find(self, typed: str) -> None:
        typed = typed.strip()
        session = self._context.session
        found = entities.complete(session, typed, 6) if session is not None else []
        self.model.put(typed, found, self._likely)
        if self.model.choices:
            self.list.setCurrentIndex(self.model.index(0))
        rows = min(_SHOWN, len(self.model.choices))
        height = sum(self.list.sizeHintForRow(i) for i in range(rows))
        self.list.setFixedHeight(height + 4)
        self.list.setVisible(rows > 0)

    def _take(self, number: int) -> None:
        if not 0 <= number < len(self.model.choices):
            return
        choice = self.model.choices[number]
        if choice.row is None:
            self.created.emit(self.model.typed, choice.kind)
        else:
            self.linked.emit(EntityId(choice.row.entity.id))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Give the field's arrows, Enter and Esc to the list."""
        if watched is self.edit and event.type() == QEvent.Type.KeyPress:
            assert isinstance(event, QKeyEvent)
            key, at = event.key(), self.list.currentIndex().row()
            if key in {Qt.Key.Key_Down, Qt.Key.Key_Up}:
                step = 1 if key == Qt.Key.Key_Down else -1
                last = len(self.model.choices) - 1
                self.list.setCurrentIndex(self.model.index(max(0, min(at + step, last))))
                return True
            if key in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
                self._take(at)
                return True
            if key == Qt.Key.Key_Escape:
                self.given_up.emit()
                return True
        return super().eventFilter(watched, event)
