"""The names of a cluster with boxes to tick, and below them those that are not joined, with why."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import (
    QAbstractItemModel,
    QAbstractListModel,
    QEvent,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter
from PySide6.QtWidgets import QStyleOptionViewItem, QWidget

from tawatur_core import phrasing
from tawatur_core.model import EntityId, EntityProposal
from tawatur_core.reconcile.clusters import Blocked, Cluster
from tawatur_gui.conflicts.facts import Facts
from tawatur_gui.conflicts.lists import CardList
from tawatur_gui.entities.snippets import paint_tick, tick_box
from tawatur_gui.widgets import ROW, Part, Row
from tawatur_gui.widgets.rows import TwoLineDelegate

Index = QModelIndex | QPersistentModelIndex
MEMBER = ROW + 1
_ON, _OFF = Qt.CheckState.Checked, Qt.CheckState.Unchecked
_BOX = 26  # pixels that a box to tick needs


@dataclass(frozen=True, slots=True)
class Member:
    """A name on the list. `blocked` says why it is not joined, None for a member."""

    entity: EntityId
    blocked: Blocked | None = None


class MemberModel(QAbstractListModel):
    """Members, ticked at first, then what is blocked."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._cluster: Cluster | None = None
        self._facts: Facts | None = None
        self._members: list[Member] = []
        self._ticked: set[EntityId] = set()

    def show(self, cluster: Cluster, facts: Facts) -> None:
        """Take a cluster; shown again after a change, what was left out stays left out."""
        self.beginResetModel()
        before = self._cluster.members if self._cluster else ()
        out = set(before) - self._ticked if set(before) & set(cluster.members) else set()
        self._cluster, self._facts = cluster, facts
        self._members = [Member(one) for one in cluster.members]
        self._members += [Member(one.entity, one) for one in cluster.blocked]
        self._ticked = set(cluster.members) - out
        self.endResetModel()

    @property
    def ticked(self) -> list[EntityId]:
        """The members that are ticked, in their order."""
        return [m.entity for m in self._members if not m.blocked and m.entity in self._ticked]

    def member(self, place: int) -> Member | None:
        """Return the name at a place of the list."""
        return self._members[place] if 0 <= place < len(self._members) else None

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's signature
        """Return the number of names."""
        return 0 if parent.isValid() else len(self._members)

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Return that members can be ticked and the blocked cannot."""
        flags = super().flags(index)
        blocked = self._members[index.row()].blocked
        return flags if blocked else flags | Qt.ItemFlag.ItemIsUserCheckable

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Return the row to paint, the member, its tick, or its words for a screen reader."""
        member = self._members[index.row()]
        if role == MEMBER:
            return member
        if role == ROW:
            return self._row(member)
        if role in {Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole}:
            row = self._row(member)
            return "، ".join(t for t in (row.title, *(p.text for p in row.parts), row.note) if t)
        if role == Qt.ItemDataRole.CheckStateRole and member.blocked is None:
            return _ON if member.entity in self._ticked else _OFF
        return None

    def setData(self, index: Index, value: object, role: int = Qt.ItemDataRole.EditRole) -> bool:
        """Tick a member or leave it out."""
        member = self._members[index.row()]
        if role != Qt.ItemDataRole.CheckStateRole or member.blocked is not None:
            return False
        if Qt.CheckState(value) == _ON:
            self._ticked.add(member.entity)
        else:
            self._ticked.discard(member.entity)
        self.dataChanged.emit(index, index, [role])
        return True

    def turn(self, index: Index) -> bool:
        """Tick a member that is not ticked, and the other way round."""
        now = index.data(Qt.ItemDataRole.CheckStateRole)
        if now is None:
            return False
        turned = _OFF if Qt.CheckState(now) == _ON else _ON
        return self.setData(index, turned, Qt.ItemDataRole.CheckStateRole)

    # -- words

    def _row(self, member: Member) -> Row:
        assert self._facts is not None
        assert self._cluster is not None
        found = self._facts.entities.get(member.entity)
        if found is None:
            return Row("…", tint="muted")
        words = self._facts.words
        if member.blocked is not None:
            return Row(f"⊘ {found.entity.name}", note=self._why(member.blocked), tint="muted")
        kind = found.entity.kind
        uses = words.say("entities-use", mentions=found.mentions, documents=found.documents)
        parts = [Part(phrasing.term(kind, words), kind.value, strong=True), Part(uses)]
        between = pair_of(self._cluster, member.entity)
        if member.entity == self._cluster.keep:
            parts.append(Part(words.say("entities-cluster-keep")))
        elif between is not None:
            percent = round(between.score * 100)
            parts.append(Part(words.say("entities-score", percent=percent)))
        return Row(found.entity.name, tuple(parts))

    def _why(self, blocked: Blocked) -> str:
        assert self._facts is not None
        words = self._facts.words
        name = self._facts.names.get(blocked.member, "…")
        if blocked.rejected:
            return words.say("entities-cluster-told-apart", name=name)
        against = min(blocked.evidence, key=lambda e: e.weight, default=None)
        why = words.evidence(against) if against is not None else ""
        return words.say("entities-cluster-unlike", name=name, why=why)


def pair_of(cluster: Cluster, entity: EntityId) -> EntityProposal | None:
    """Return what speaks for and against a member being the entity that is kept."""
    wanted = {cluster.keep, entity}
    return next((pair for pair in cluster.pairs if {pair.a, pair.b} == wanted), None)


class _Rows(TwoLineDelegate):
    """A row with its box; the box, the space bar and nothing else tick it."""

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """Return the height of the row beside its box."""
        view = option.widget
        width = view.viewport().width() if isinstance(view, CardList) else 240
        return QSize(width, self._height(option, index.data(ROW), width - _BOX))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Paint the box, and the row beside it."""
        box = tick_box(option)
        right = option.direction == Qt.LayoutDirection.RightToLeft
        option.rect.adjust(0 if right else _BOX, 0, -_BOX if right else 0, 0)
        super().paint(painter, option, index)
        state = index.data(Qt.ItemDataRole.CheckStateRole)
        if state is not None:
            paint_tick(painter, box, on=Qt.CheckState(state) == _ON)

    def editorEvent(
        self, event: QEvent, model: QAbstractItemModel, option: QStyleOptionViewItem, index: Index
    ) -> bool:
        """Tick by a click on the box or by the space bar."""
        if not isinstance(model, MemberModel):
            return False
        if isinstance(event, QMouseEvent):
            released = event.type() == QEvent.Type.MouseButtonRelease
            inside = tick_box(option).adjusted(-6, -6, 6, 6).contains(event.position())
            return released and inside and model.turn(index)
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            return event.key() == Qt.Key.Key_Space and model.turn(index)
        return False


class MemberList(CardList):
    """The list; `pointed` tells which name its evidence is asked for."""

    pointed = Signal(object)  # Member

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(name, parent)
        self.model_of = MemberModel(self)
        self.setModel(self.model_of)
        self.setItemDelegate(_Rows(self))
        self.selectionModel().currentChanged.connect(self._point)

    def show_cluster(self, cluster: Cluster, facts: Facts) -> None:
        """Show a cluster; the name that was looked at stays, else the second: the first is kept."""
        before = self.current
        self.model_of.show(cluster, facts)
        names = [self.model_of.member(place) for place in range(self.model_of.rowCount())]
        entities: Sequence[EntityId] = [one.entity for one in names if one]
        known = before is not None and before.entity in entities
        place = entities.index(before.entity) if known and before else 1
        self.setCurrentIndex(self.model_of.index(place, 0))

    @property
    def current(self) -> Member | None:
        """The name that is looked at."""
        return self.model_of.member(self.currentIndex().row())

    def _point(self, current: QModelIndex, _before: QModelIndex) -> None:
        if current.isValid():
            self.pointed.emit(current.data(MEMBER))
