"""A list of entities brought into a project: each entry merged, made new, or asked about.

Prepared without writing, then written as one undo step. An entry is one of the project's entities
when its identifier says so, or when the names do and no other comes near. One that may be another
is made new all the same, so that nothing is joined by mistake: reconciliation asks about the pair.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from enum import Enum

from tawatur_core.edit.naming import view_of
from tawatur_core.edit.restore import put_entity
from tawatur_core.importers.entities_listed import EntityList, ListedEntity
from tawatur_core.model import Entity, EntityId, EntityKind, Evidence, ExternalId, Label
from tawatur_core.monitor import Monitor
from tawatur_core.plugins import Finding
from tawatur_core.reconcile.known import KnownEntities
from tawatur_core.reconcile.views import EntityView
from tawatur_core.store import entities
from tawatur_core.store.ids import new_ids
from tawatur_core.store.session import Reader, Session
from tawatur_core.store.transaction import Transaction


class Outcome(Enum):
    """What becomes of an entry. LOOK is made new, and asked about."""

    MERGE = "merge"
    NEW = "new"
    LOOK = "look"
    SAME = "same"  # the project knows all of it
    SKIP = "skip"  # an analyst's decision


@dataclass(frozen=True, slots=True)
class Weighed:
    """An entry with what becomes of it. `entity` is the likeliest of the project, if any."""

    entry: ListedEntity
    outcome: Outcome
    entity: EntityId | None = None
    score: float = 0.0
    evidence: tuple[Evidence, ...] = ()


@dataclass(frozen=True, slots=True)
class PreparedList:
    """What a list would do to a project, entry by entry; `revision` is that of the project."""

    entries: tuple[Weighed, ...]
    findings: tuple[Finding, ...]
    revision: int

    def count(self, outcome: Outcome) -> int:
        """Return how many entries have an outcome."""
        return sum(entry.outcome is outcome for entry in self.entries)


# An analyst's decisions, by the place of the entry: an outcome, or the entity it is.
Decisions = Mapping[int, Outcome | EntityId]


def prepare(reader: Reader, listed: EntityList, monitor: Monitor) -> PreparedList:
    """Match the entries with the project's entities; nothing is written. Raises Cancelled."""
    known = {row.entity.id: row.entity for row in entities.entities(reader)}
    index = KnownEntities(view_of(entity) for entity in known.values())
    for entry in listed.entities:
        index.hear(entry.name)
    weighed = []
    for done, entry in enumerate(listed.entities):
        if done % 64 == 0:
            monitor.step(done, len(listed.entities))
        weighed.append(_weigh(entry, known, index))
    looks = [
        Finding("finding-entity-look", one.entry.where, _told(one, known))
        for one in weighed
        if one.outcome is Outcome.LOOK
    ]
    return PreparedList(tuple(weighed), (*listed.findings, *looks), reader.revision)


def take(session: Session, prepared: PreparedList, decisions: Decisions | None = None) -> int:
    """Write the list as one undo step; return how many entities were changed or made.

    Entries of one list that name one entity become one. Raises NoSuchRow, and writes nothing,
    when an entity is gone.
    """
    decided = decisions or {}
    taking = _Taking(session, prepared, decided)
    with session.edit(Label("undo-authority", {"count": len(taking.changed)}), bulk=True) as txn:
        taking.write(txn)
    return len(taking.changed)


def _weigh(entry: ListedEntity, known: Mapping[EntityId, Entity], index: KnownEntities) -> Weighed:
    own = EntityId(entry.own)
    if own in known:
        return Weighed(entry, _change(entry, known[own]), own, 1.0)
    match = index.find(_view(entry))
    if match.entity is None:
        return Weighed(entry, Outcome.NEW)
    outcome = _change(entry, known[match.entity]) if match.sure else Outcome.LOOK
    return Weighed(entry, outcome, match.entity, match.score, match.evidence)


def _change(entry: ListedEntity, entity: Entity) -> Outcome:
    return Outcome.SAME if joined(entity, entry) == entity else Outcome.MERGE


def _view(entry: ListedEntity) -> EntityView:
    spellings = tuple(filter(None, (entry.name_latin, *entry.aliases)))
    kind = entry.kind or EntityKind.OTHER
    return EntityView(
        EntityId(entry.where), entry.name, kind, spellings, external_ids=entry.external_ids
    )


def _told(one: Weighed, known: Mapping[EntityId, Entity]) -> dict[str, str | int]:
    other = known[one.entity].name if one.entity else ""
    return {"name": one.entry.name, "other": other}


def joined(entity: Entity, entry: ListedEntity) -> Entity:
    """Return an entity with what an entry adds: spellings, identifiers, Latin name, note, kind."""
    latin = entity.name_latin or entry.name_latin
    told = (entry.name, entry.name_latin, *entry.aliases)
    own = {entity.name, latin, ""}
    aliases = [one for one in dict.fromkeys((*entity.aliases, *told)) if one not in own]
    kind = entry.kind if entity.kind is EntityKind.OTHER and entry.kind else entity.kind
    note = entity.note
    if entry.note and entry.note not in note:
        note = f"{note}\n{entry.note}" if note else entry.note
    ids = tuple(dict.fromkeys((*entity.external_ids, *entry.external_ids)))
    return Entity(entity.id, entity.name, latin, kind, tuple(aliases), ids, note)


@dataclass(slots=True)
class _Taking:
    """The entities as the list leaves them."""

    session: Session
    prepared: PreparedList
    decisions: Decisions
    changed: dict[EntityId, Entity] = field(default_factory=dict)
    _made: set[EntityId] = field(default_factory=set)

    def __post_init__(self) -> None:
        fresh: list[ListedEntity] = []
        for n, weighed in enumerate(self.prepared.entries):
            chosen = self.decisions.get(n, weighed.outcome)
            if isinstance(chosen, str):
                self._add(EntityId(chosen), weighed.entry)
            elif chosen is Outcome.MERGE and weighed.entity is not None:
                self._add(weighed.entity, weighed.entry)
            elif chosen in (Outcome.NEW, Outcome.LOOK):
                fresh.append(weighed.entry)
        self._make(fresh)

    def _add(self, id_: EntityId, entry: ListedEntity) -> None:
        before = self.changed.get(id_) or entities.entity(self.session, id_)
        after = joined(before, entry)
        if after != before:
            self.changed[id_] = after

    def _make(self, fresh: Sequence[ListedEntity]) -> None:
        """Make entities of entries; one that the list names twice is made once."""
        index = KnownEntities()
        for entry in fresh:
            index.hear(entry.name)
        for id_, entry in zip(map(EntityId, new_ids(len(fresh))), fresh, strict=True):
            match = index.find(_view(entry))
            if match.entity is not None and match.sure:
                self.changed[match.entity] = joined(self.changed[match.entity], entry)
                continue
            kind = entry.kind or EntityKind.OTHER
            blank = Entity(id_, entry.name, entry.name_latin, kind, (), (), "")
            self.changed[id_] = joined(blank, entry)
            self._made.add(id_)
            index.add(view_of(self.changed[id_]))

    def write(self, txn: Transaction) -> None:
        """Write the entities that changed."""
        for id_, entity in self.changed.items():
            if id_ in self._made:
                put_entity(txn, entity)
            else:
                _update(txn, entities.entity(self.session, id_), entity)


def _update(txn: Transaction, before: Entity, after: Entity) -> None:
    txn.update(
        "entity",
        after.id,
        {"name_latin": after.name_latin, "kind": after.kind.value, "note": after.note},
    )
    aliases = [alias for alias in after.aliases if alias not in before.aliases]
    for row, alias in zip(new_ids(len(aliases)), aliases, strict=True):
        txn.insert("alias", row, {"entity": after.id, "text": alias})
    ids: list[ExternalId] = [one for one in after.external_ids if one not in before.external_ids]
    for row, one in zip(new_ids(len(ids)), ids, strict=True):
        told = {"entity": after.id, "scheme": one.scheme, "value": one.value}
        txn.insert("external_id", row, told)
