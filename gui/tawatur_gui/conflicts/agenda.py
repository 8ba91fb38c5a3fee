"""The list of what is to be decided, and how far the work has come."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import (
    QAbstractListModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
    Signal,
)
from PySide6.QtWidgets import QMenu, QVBoxLayout, QWidget

from tawatur_core import phrasing
from tawatur_core.model import ConflictKey, ConflictKind
from tawatur_core.store import derived
from tawatur_core.store.conflict_filter import Wanted, matching
from tawatur_gui.conflicts.facts import Facts
from tawatur_gui.conflicts.filter_sheet import FilterSheet, told
from tawatur_gui.conflicts.items import Item, Progress, State
from tawatur_gui.conflicts.lists import CardList, drop
from tawatur_gui.context import Context
from tawatur_gui.widgets import ROW, Button, Flow, Muted, Part, Row, Section
from tawatur_gui.widgets.basic import row

Index = QModelIndex | QPersistentModelIndex
ITEM = ROW + 1
_QUIET_KINDS = frozenset({ConflictKind.WORDING, ConflictKind.CERTAINTY})


class QueueModel(QAbstractListModel):
    """Items as rows; titles are looked up only for the rows that are shown."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._items: list[Item] = []
        self._facts: Facts | None = None
        self._rows: dict[ConflictKey, tuple[Item, Row]] = {}

    def show(self, items: list[Item], facts: Facts | None) -> None:
        """Take new items; with the same facts, the same item is the same row."""
        self.beginResetModel()
        if facts is not self._facts:
            self._rows = {}
        self._items, self._facts = items, facts
        self.endResetModel()

    @property
    def items(self) -> list[Item]:
        """The items in order."""
        return self._items

    def place(self, key: ConflictKey) -> int:
        """Return the row of an item, -1 when it is not in the list."""
        return next((i for i, item in enumerate(self._items) if item.key == key), -1)

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's signature
        """Return the number of items."""
        return 0 if parent.isValid() else len(self._items)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Return the row to paint, its item, or its words for a screen reader."""
        item = self._items[index.row()]
        if role == ITEM:
            return item
        if role == ROW:
            return self._row(item)
        if role in {Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole}:
            shown = self._row(item)
            return "، ".join([shown.title, *(part.text for part in shown.parts)])
        return None

    def _row(self, item: Item) -> Row:
        made = self._rows.get(item.key)
        if made is None or made[0] is not item:
            assert self._facts is not None
            made = self._rows[item.key] = (item, describe(item, self._facts))
        return made[1]


def describe(item: Item, facts: Facts) -> Row:
    """Return what the list shows of an item."""
    words = facts.words
    title = title_of(item, facts)
    if item.state in {State.DONE, State.LAPSED} and item.verdict is not None:
        parts = [Part(phrasing.verdict(item.verdict, words), "agreement")]
        if item.state is State.LAPSED:
            parts.append(Part(words.say("conflicts-lapsed")))
        return Row(f"✓ {title}", tuple(parts), tint="muted")
    tint = "claim_line" if item.kind in _QUIET_KINDS else "conflict"
    if item.kind is ConflictKind.NAME:
        tint = "muted"
    parts = [Part(phrasing.question(item.kind, words), tint, strong=tint == "conflict")]
    if item.conflict is not None:
        parts.append(Part(facts.sides(item.conflict)))
    if item.state is State.LATER:
        parts.append(Part(words.say("choice-deferred")))
    elif item.changed:
        then, now = item.changed[0].in_words(facts.names)
        parts.append(Part(words.say("conflicts-changed", then=then, now=now)))
    elif item.verdict is not None and item.verdict.reopened:
        parts.append(Part(words.say("conflicts-reopened")))
    return Row(title, tuple(parts))


def title_of(item: Item, facts: Facts) -> str:
    """Return what an item is called."""
    if item.conflict is not None:
        return facts.title(item.conflict)
    if item.names is not None:
        sides = (item.names.a, item.names.b)
        return " / ".join(facts.names.get(side, "…") for side in sides)
    assert item.verdict is not None
    return " / ".join(dict.fromkeys(seen for seen in item.verdict.seen if seen))


class Queue(QWidget):
    """Heading with progress, two small filters, the list."""

    chosen = Signal(object)  # Item

    def __init__(self, context: Context) -> None:
        super().__init__()
        self._context = context
        self._all: list[Item] = []
        self._facts: Facts | None = None
        self._state: State | None = None
        self._kind: ConflictKind | None = None
        self.model = QueueModel(self)
        self.view = CardList(context.say("conflicts-queue"), self)
        self.view.setModel(self.model)
        self.progress = Muted(lines=1)
        self._wanted = Wanted()
        self._states = Button("", kind="link")
        self._kinds = Button("", kind="link")
        self.more = Button("", kind="link")
        self.more.clicked.connect(self.open_filter)
        self.told = Muted(lines=2)
        self.told.hide()
        self._fill_menus()
        box = QVBoxLayout(self)
        box.setContentsMargins(8, 16, 8, 8)
        box.setSpacing(8)
        head = row(Section(context.say("conflicts-first")), None, self.progress)
        head.setContentsMargins(8, 0, 8, 0)
        filters = Flow(gap=8, line_gap=0)
        for button in (self._states, self._kinds, self.more):
            filters.addWidget(button)
        filters.setContentsMargins(8, 0, 8, 0)
        box.addLayout(head)
        box.addLayout(filters)
        asked = row(self.told)
        asked.setContentsMargins(8, 0, 8, 0)
        box.addLayout(asked)
        box.addWidget(self.view, 1)
        selection = self.view.selectionModel()
        selection.currentChanged.connect(self._current_changed)
        self._muted = False

    def show_items(self, items: list[Item], facts: Facts | None, counted: Progress) -> None:
        """Show a new state of the queue; the current item stays current without notice."""
        self._all, self._facts = items, facts
        self._refill()
        self.progress.setText(
            self._context.say("conflicts-progress", done=counted.done, total=counted.total)
        )
        self.progress.setVisible(counted.total > 0)

    def choose(self, key: ConflictKey | None) -> None:
        """Make an item current without notice."""
        place = self.model.place(key) if key is not None else -1
        self._muted = True
        index = self.model.index(place, 0) if place >= 0 else QModelIndex()
        self.view.setCurrentIndex(index)
        if place >= 0:
            self.view.scrollTo(index)
        self._muted = False

    def _refill(self) -> None:
        current = self.view.currentIndex()
        key = current.data(ITEM).key if current.isValid() else None
        kept = self._kept()
        self._muted = True
        self.view.suit(len(kept))
        self.model.show(kept, self._facts)
        self._muted = False
        self.choose(key)

    def _kept(self) -> list[Item]:
        """Return the items that are asked for."""
        kept, session, kind = self._all, self._context.session, self._kind
        if self._state is not None:
            kept = [item for item in kept if item.state is self._state]
        if kind is not None and session is not None:
            of_kind = derived.keys_of_kind(session, kind)  # asking each would read it all
            kept = [
                item
                for item in kept
                if (item.key in of_kind if item.conflict is not None else item.kind is kind)
            ]
        found = matching(session, self._wanted) if session is not None else None
        return kept if found is None else [item for item in kept if item.key in found]

    def _current_changed(self, current: QModelIndex, _before: QModelIndex) -> None:
        if current.isValid() and not self._muted:
            self.chosen.emit(current.data(ITEM))

    def _fill_menus(self) -> None:
        say, words = self._context.say, self._context.words
        states = QMenu(self)
        states.addAction(say("conflicts-all"), partial(self._only_state, None))
        for state in State:
            states.addAction(say(f"conflicts-state-{state}"), partial(self._only_state, state))
        self._states.clicked.connect(partial(drop, self._states, states))
        kinds = QMenu(self)
        kinds.addAction(say("conflicts-all-kinds"), partial(self._only_kind, None))
        for kind in ConflictKind:
            kinds.addAction(phrasing.term(kind, words), partial(self._only_kind, kind))
        self._kinds.clicked.connect(partial(drop, self._kinds, kinds))
        self._name_filters()

    def _only_state(self, state: State | None) -> None:
        self.filter(state, self._kind)

    def _only_kind(self, kind: ConflictKind | None) -> None:
        self.filter(self._state, kind)

    def filter(self, state: State | None, kind: ConflictKind | None) -> None:
        """Show only the items of a state and a kind; None is any."""
        self._state, self._kind = state, kind
        self._name_filters()
        self._refill()
        self._land()

    def open_filter(self) -> None:
        """Ask for an article, an outlet, days, an entity or an analyst."""
        session = self._context.session
        if session is not None:
            sheet = FilterSheet(self.window(), self._context, session, self._wanted)
            sheet.asked.connect(self.narrow)

    def narrow(self, wanted: Wanted) -> None:
        """Show only what concerns all that is asked for, besides state and kind."""
        self._wanted = wanted
        self._name_filters()
        self._refill()
        self._land()

    def _land(self) -> None:
        """Show the first that is left where the one on the page is left out."""
        if not self.view.currentIndex().isValid() and self.model.rowCount():
            self.view.setCurrentIndex(self.model.index(0, 0))

    def forget(self) -> None:
        """Ask for nothing any more: another project has other articles and names."""
        self._wanted = Wanted()
        self._name_filters()

    def _name_filters(self) -> None:
        say = self._context.say
        state = f"conflicts-state-{self._state}" if self._state else "conflicts-all"
        self._states.setText(f"{say(state)} ▾")
        kind = phrasing.term(self._kind, self._context.words) if self._kind else ""
        self._kinds.setText(f"{kind or say('conflicts-all-kinds')} ▾")
        self.more.setText(say("conflicts-filter", count=self._wanted.count))
        session = self._context.session
        asked = told(self._wanted, self._context, session) if session is not None else ""
        self.told.setText(asked)
        self.told.setVisible(bool(asked))
