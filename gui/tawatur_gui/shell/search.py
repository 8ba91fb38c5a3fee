"""What the search field finds: articles by text, entities by name, commands by their words."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import (
    QAbstractListModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
    QTimer,
    Signal,
)
from PySide6.QtWidgets import (
    QFrame,
    QListView,
    QVBoxLayout,
    QWidget,
)

from tawatur_core import phrasing
from tawatur_core.arabic.fold import fold_text
from tawatur_core.store import documents, entities
from tawatur_gui import style
from tawatur_gui.actions import Command, shown
from tawatur_gui.context import Context, Place, Target
from tawatur_gui.shell.topbar import SearchField
from tawatur_gui.widgets import ROW, CardDelegate, Part, Row
from tawatur_gui.widgets.basic import cast_shadow
from tawatur_gui.widgets.overlay import below

_EACH = 5  # results of one kind
_DELAY = 60  # milliseconds after the last key
_WIDTH, _HEIGHT = 560, 520


@dataclass(frozen=True, slots=True)
class Found:
    """One line of the results: what it shows and what Enter does."""

    row: Row
    run: Callable[[], None]


def find(context: Context, typed: str, commands: Sequence[Command]) -> list[Found]:
    """Return articles, entities and commands for what was typed; all commands for ''."""
    found: list[Found] = []
    if typed.strip() and context.session is not None:
        found += _articles(context, typed)
        found += _entities(context, typed)
    return found + _commands(context, typed, commands)


def _articles(context: Context, typed: str) -> list[Found]:
    assert context.session is not None
    made = []
    for hit in documents.search(context.session, typed, limit=_EACH):
        target = Target(Place.READ, document=hit.document, span=hit.span)
        parts = (Part(context.say("search-articles"), "accent"), Part(hit.title))
        marked = (hit.snippet_span.start, hit.snippet_span.end)
        made.append(Found(Row(hit.snippet, parts, marked=marked), partial(context.go, target)))
    return made


def _entities(context: Context, typed: str) -> list[Found]:
    assert context.session is not None
    made = []
    for row in entities.complete(context.session, typed, limit=_EACH):
        entity = row.entity
        target = Target(Place.ENTITIES, entity=entity.id)
        kind = phrasing.term(entity.kind, context.words)
        tint = entity.kind.value if entity.kind.value != "other" else "muted"
        parts = [Part(context.say("search-entities"), "accent"), Part(kind, tint)]
        if entity.name_latin:
            parts.append(Part(entity.name_latin))
        made.append(Found(Row(entity.name, tuple(parts)), partial(context.go, target)))
    return made


def _commands(context: Context, typed: str, commands: Sequence[Command]) -> list[Found]:
    words = fold_text(typed).lower().split()
    made = []
    for command in commands:
        name = context.say(command.code)
        folded = fold_text(name).lower()
        if not command.enabled() or not all(word in folded for word in words):
            continue
        parts = [Part(context.say("search-commands"), "accent"), Part(context.say(command.group))]
        if command.keys:
            parts.append(Part(shown(command.keys[0])))
        made.append(Found(Row(name, tuple(parts)), command.call))
    return made if not typed.strip() else made[:_EACH]


class _Model(QAbstractListModel):
    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self.found: list[Found] = []

    def put(self, found: list[Found]) -> None:
        self.beginResetModel()
        self.found = found
        self.endResetModel()

    def rowCount(self, parent: QModelIndex | QPersistentModelIndex | None = None) -> int:
        return len(self.found)

    def data(
        self, index: QModelIndex | QPersistentModelIndex, role: int = Qt.ItemDataRole.DisplayRole
    ) -> object:
        row = self.found[index.row()].row
        if role == ROW:
            return row
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return "، ".join([row.title, *(part.text for part in row.parts)])
        return None


class Results(QFrame):
    """The list below the search field. The field keeps the focus."""

    finished = Signal()  # something was chosen, or nothing is wanted any more

    def __init__(
        self,
        window: QWidget,
        field: SearchField,
        context: Context,
        commands: Callable[[], Sequence[Command]],
    ) -> None:
        super().__init__(window)
        style.dress(self)
        self._window = window
        self._field, self._context, self._commands = field, context, commands
        self.setProperty("role", "card")
        self.setAccessibleName(context.say("search-results"))
        self.view = QListView()
        self.view.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.view.setMouseTracking(True)
        self.view.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.view.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.model = _Model(self)
        self.view.setModel(self.model)
        self.view.setItemDelegate(CardDelegate(self.view))
        self.view.clicked.connect(self._clicked)
        box = QVBoxLayout(self)
        box.setContentsMargins(4, 8, 4, 8)
        box.addWidget(self.view)
        self._timer = QTimer(self, singleShot=True, interval=_DELAY)
        self._timer.timeout.connect(self.look)
        field.textEdited.connect(lambda _: self._timer.start())
        field.entered.connect(self.look)
        field.moved.connect(self._move)
        field.taken.connect(self._take)
        field.left.connect(self.hide)
        cast_shadow(self, 32)
        self.hide()

    def look(self) -> None:
        """Look for what the field holds and show it."""
        self._timer.stop()
        found = find(self._context, self._field.text(), self._commands())
        if not found:
            words = self._context.say("search-nothing")
            found = [Found(Row(words, tint="muted"), lambda: None)]
        self.model.put(found)
        self.view.setCurrentIndex(self.model.index(0))
        window = self._window
        rows = sum(self.view.sizeHintForRow(i) for i in range(min(len(found), 12)))
        height = min(_HEIGHT, rows + 18, window.height() - 80)
        spot = below(self._field, window, _WIDTH)
        self.setGeometry(spot.x(), spot.y(), _WIDTH, height)
        self.show()
        self.raise_()

    def _move(self, step: int) -> None:
        if self._timer.isActive() or not self.isVisible():
            self.look()
        count = self.model.rowCount()
        at = (self.view.currentIndex().row() + step) % count
        self.view.setCurrentIndex(self.model.index(at))

    def _take(self) -> None:
        if self._timer.isActive():
            self.look()
        if self.isVisible():
            self._clicked(self.view.currentIndex())

    def _clicked(self, index: QModelIndex) -> None:
        if not index.isValid():
            return
        found = self.model.found[index.row()]
        self.hide()
        self._field.clear()
        self.finished.emit()
        found.run()
