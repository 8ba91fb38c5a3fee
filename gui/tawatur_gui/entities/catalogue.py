"""The list of entities: found across spellings, filtered by kind, sorted."""

from __future__ import annotations

from enum import StrEnum
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
from PySide6.QtWidgets import QLineEdit, QMenu, QVBoxLayout, QWidget

from tawatur_core import phrasing
from tawatur_core.model import EntityId, EntityKind
from tawatur_core.store import entities as entity_store
from tawatur_core.store.entities import EntityRow
from tawatur_core.wording import Wording
from tawatur_gui.conflicts.lists import CardList, drop
from tawatur_gui.context import Context
from tawatur_gui.widgets import ROW, Button, Muted, Part, Row, Section
from tawatur_gui.widgets.basic import row
from tawatur_gui.widgets.chip import TOKENS

Index = QModelIndex | QPersistentModelIndex
ENTITY = ROW + 1
_TYPING = 120  # ms of rest before the list is searched
_MOST = 1000  # found entities that are listed


class Order(StrEnum):
    """How the list is sorted."""

    USE = "use"
    NAME = "name"
    SPREAD = "spread"


class EntityModel(QAbstractListModel):
    """Entities as rows."""

    def __init__(self, words: Wording, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._words = words
        self._rows: list[EntityRow] = []

    def show(self, rows: list[EntityRow]) -> None:
        """Take other entities."""
        self.beginResetModel()
        self._rows = rows
        self.endResetModel()

    @property
    def rows(self) -> list[EntityRow]:
        """The entities in order."""
        return self._rows

    def place(self, entity: EntityId | None) -> int:
        """Return the row of an entity, -1 when it is not in the list."""
        return next((i for i, row in enumerate(self._rows) if row.entity.id == entity), -1)

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's signature
        """Return the number of entities."""
        return 0 if parent.isValid() else len(self._rows)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Return the row to paint, its entity, or its words for a screen reader."""
        found = self._rows[index.row()]
        if role == ENTITY:
            return found
        if role == ROW:
            return describe(found, self._words)
        if role in {Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole}:
            return f"{found.entity.name}، {counts(found, self._words)}"
        return None


def describe(found: EntityRow, words: Wording) -> Row:
    """Return what the list shows of an entity: kind by colour and word, use, other spellings."""
    kind = found.entity.kind
    parts = [
        Part(phrasing.term(kind, words), TOKENS.get(kind.value, "muted"), strong=True),
        Part(words.say("entities-use", mentions=found.mentions, documents=found.documents)),
    ]
    others = [text for text, _ in found.spellings if text != found.entity.name]
    others += [alias for alias in found.entity.aliases if alias not in others]
    if others:
        parts.append(Part("، ".join(others)))
    return Row(found.entity.name, tuple(parts))


def counts(found: EntityRow, words: Wording) -> str:
    """Return kind, mentions and articles of an entity in words."""
    return words.say(
        "entities-counts",
        kind=phrasing.term(found.entity.kind, words),
        mentions=found.mentions,
        documents=found.documents,
    )


class Catalogue(QWidget):
    """Search box, two small filters, the button to the proposals, the list."""

    chosen = Signal(object)  # EntityId
    asked_proposals = Signal()
    asked_new = Signal(str)  # the name typed

    def __init__(self, context: Context) -> None:
        super().__init__()
        self._context = context
        self._kind: EntityKind | None = None
        self._order = Order.USE
        self._muted = False
        self.search = QLineEdit()
        self.search.setPlaceholderText(context.say("entities-search"))
        self.search.setAccessibleName(context.say("entities-search"))
        self.search.setClearButtonEnabled(True)
        self._rest = QTimer(self)
        self._rest.setSingleShot(True)
        self._rest.setInterval(_TYPING)
        self._rest.timeout.connect(self.refill)
        self.search.textChanged.connect(lambda _: self._rest.start())
        self.search.returnPressed.connect(self._enter)
        self._kinds = Button("", kind="link")
        self._orders = Button("", kind="link")
        self.proposals = Button("", icon="merge")
        self.proposals.setCheckable(True)
        self.proposals.clicked.connect(self._ask_proposals)
        self.count = Muted(lines=1)
        self.model = EntityModel(context.words, self)
        self.view = CardList(context.say("entities-list"), self)
        self.view.setModel(self.model)
        self.view.selectionModel().currentChanged.connect(self._current_changed)
        self._none = Button("", kind="quiet", icon="plus")
        self._none.clicked.connect(lambda: self.asked_new.emit(self.search.text().strip()))
        self._build()
        self._fill_menus()

    def _build(self) -> None:
        head = row(Section(self._context.say("place-entities")), None, self.count)
        filters = row(self._kinds, self._orders, None, spacing=12)
        for line in (head, filters):
            line.setContentsMargins(8, 0, 8, 0)
        top = QVBoxLayout()
        top.setContentsMargins(4, 0, 4, 0)
        top.setSpacing(8)
        top.addWidget(self.search)
        top.addWidget(self.proposals)
        box = QVBoxLayout(self)
        box.setContentsMargins(8, 16, 8, 8)
        box.setSpacing(8)
        box.addLayout(head)
        box.addLayout(top)
        box.addLayout(filters)
        box.addWidget(self.view, 1)
        box.addWidget(self._none)

    # -- filling

    def refill(self) -> None:
        """Search, filter and sort anew; the current entity stays current without notice."""
        self._rest.stop()
        session = self._context.session
        typed = self.search.text().strip()
        rows: list[EntityRow] = []
        if session is not None:
            found = (
                entity_store.complete(session, typed, _MOST)
                if typed
                else entity_store.entities(session)
            )
            rows = [each for each in found if self._kind in {None, each.entity.kind}]
        if not typed:
            rows.sort(key=_ORDERS[self._order])
        current = self.current
        self._muted = True
        self.model.show(rows)
        self._muted = False
        self.choose(current)
        self.count.setText(self._context.say("entities-count", count=len(rows)))
        self._none.setVisible(bool(typed) and session is not None and not session.read_only)
        self._none.setText(self._context.say("entities-new", name=typed))

    @property
    def current(self) -> EntityId | None:
        """The entity that is chosen in the list."""
        index = self.view.currentIndex()
        return index.data(ENTITY).entity.id if index.isValid() else None

    def choose(self, entity: EntityId | None) -> None:
        """Make an entity current without notice."""
        place = self.model.place(entity)
        self._muted = True
        index = self.model.index(place, 0) if place >= 0 else QModelIndex()
        self.view.setCurrentIndex(index)
        if place >= 0:
            self.view.scrollTo(index)
        else:
            self.view.clearSelection()
        self._muted = False

    def show_proposals(self, count: int, *, chosen: bool) -> None:
        """Say how many pairs of names wait for a word, and whether they are on the page."""
        self.proposals.setVisible(count > 0)
        self.proposals.setText(self._context.say("entities-proposals", count=count))
        self.proposals.setChecked(chosen)

    def _ask_proposals(self) -> None:
        self.proposals.setChecked(True)
        self.asked_proposals.emit()

    def _current_changed(self, current: QModelIndex, _before: QModelIndex) -> None:
        if current.isValid() and not self._muted:
            self.chosen.emit(current.data(ENTITY).entity.id)

    def _enter(self) -> None:
        """Show what was searched at once, and go into the list."""
        self.refill()
        if self.model.rowCount():
            self.view.setFocus()
            self.view.setCurrentIndex(self.model.index(0, 0))

    # -- filters

    def _fill_menus(self) -> None:
        say, words = self._context.say, self._context.words
        kinds = QMenu(self)
        kinds.addAction(say("entities-all-kinds"), partial(self.filter, None))
        for kind in EntityKind:
            kinds.addAction(phrasing.term(kind, words), partial(self.filter, kind))
        self._kinds.clicked.connect(partial(drop, self._kinds, kinds))
        orders = QMenu(self)
        for order in Order:
            orders.addAction(say(f"entities-order-{order}"), partial(self.sort, order))
        self._orders.clicked.connect(partial(drop, self._orders, orders))
        self._name_filters()

    def filter(self, kind: EntityKind | None) -> None:
        """Show only entities of a kind; None is any."""
        self._kind = kind
        self._name_filters()
        self.refill()

    def sort(self, order: Order) -> None:
        """Sort the list."""
        self._order = order
        self._name_filters()
        self.refill()

    def _name_filters(self) -> None:
        say = self._context.say
        kind = phrasing.term(self._kind, self._context.words) if self._kind else ""
        self._kinds.setText(f"{kind or say('entities-all-kinds')} ▾")
        self._orders.setText(f"{say(f'entities-order-{self._order}')} ▾")


_ORDERS = {
    Order.USE: lambda row: (-row.mentions, row.entity.name),
    Order.NAME: lambda row: (row.entity.name,),
    Order.SPREAD: lambda row: (-row.documents, -row.mentions, row.entity.name),
}
