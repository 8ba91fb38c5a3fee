"""Which entity each imported mention means: one of the project, or a new one."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from tawatur_core.arabic import fold_text
from tawatur_core.importers.labels_apply import Drafted
from tawatur_core.model import Entity, EntityId, EntityKind, ExternalId
from tawatur_core.monitor import Monitor
from tawatur_core.plugins import Finding
from tawatur_core.reconcile.known import KnownEntities
from tawatur_core.reconcile.terms import raw_words
from tawatur_core.reconcile.views import EntityView
from tawatur_core.store.ids import new_ids

Place = tuple[int, int]  # document, mention


@dataclass(slots=True)
class _Group:
    """Mentions of one entity, and what they tell of it."""

    places: list[Place] = field(default_factory=list)
    names: Counter[str] = field(default_factory=Counter)
    kinds: Counter[EntityKind] = field(default_factory=Counter)
    ids: dict[ExternalId, None] = field(default_factory=dict)
    notes: dict[str, None] = field(default_factory=dict)

    def absorb(self, other: _Group) -> None:
        self.places += other.places
        self.names += other.names
        self.kinds += other.kinds
        self.ids |= other.ids
        self.notes |= other.notes

    @property
    def name(self) -> str:
        """The name used most, the longest of several."""
        return max(self.names, key=lambda name: (self.names[name], len(name), name), default="")

    @property
    def kind(self) -> EntityKind:
        """The kind said most; what is of no known kind says nothing."""
        told = Counter({k: n for k, n in self.kinds.items() if k is not EntityKind.OTHER})
        return max(told, key=lambda kind: (told[kind], kind), default=EntityKind.OTHER)


class Naming:
    """Gathers the mentions of an import by identifier and name, then finds or makes entities."""

    def __init__(self, entities: Iterable[Entity]) -> None:
        self._entities = {entity.id: entity for entity in entities}
        self._known = KnownEntities(view_of(entity) for entity in self._entities.values())
        self._groups: dict[Place, _Group] = {}
        self._by_id: dict[ExternalId, _Group] = {}
        self._documents = 0
        self.made: list[Entity] = []
        self.external_ids: list[tuple[EntityId, ExternalId]] = []
        self.notes: list[tuple[EntityId, str]] = []
        self.findings: list[Finding] = []

    def take(self, drafted: Drafted) -> None:
        """Take the mentions of one more document."""
        for n, mention in enumerate(drafted.mentions):
            place = (self._documents, n)
            group = _Group([place])
            if mention.name:
                group.names[mention.name] += 1
            group.kinds[mention.kind] += 1
            group.ids = dict.fromkeys(mention.external_ids)
            if mention.note:
                group.notes[mention.note] = None
            self._groups[place] = group
            for external in mention.external_ids:
                known = self._by_id.setdefault(external, self._groups[place])
                self._join(self._groups[place], known)
        for a, b in drafted.same:
            self._join(self._groups[self._documents, a], self._groups[self._documents, b])
        self._documents += 1

    def settle(self, monitor: Monitor) -> dict[Place, EntityId]:
        """Return the entity of every mention that has one. Raises Cancelled."""
        groups = list({id(group): group for group in self._groups.values()}.values())
        told = self._one_a_name([group for group in groups if group.name])
        # Full names first, so that a short form finds the full one that came with it.
        told.sort(key=lambda one: (-len(raw_words(one.name)), not one.ids, one.name))
        for group in told:
            self._known.hear(group.name)
        found: dict[Place, EntityId] = {}
        for done, (group, id_) in enumerate(zip(told, new_ids(len(told)), strict=True)):
            monitor.step(done, len(told))
            entity = self._settled(group, EntityId(id_))
            found.update(dict.fromkeys(group.places, entity))
        return found

    def _join(self, one: _Group, other: _Group) -> None:
        if one is other:
            return
        small, large = sorted((one, other), key=lambda group: len(group.places))
        large.absorb(small)
        for place in small.places:
            self._groups[place] = large
        for external in small.ids:
            self._by_id[external] = large

    def _one_a_name(self, groups: Sequence[_Group]) -> list[_Group]:
        """Join groups of one name and kind; those whose identifiers differ stay apart."""
        by_name: defaultdict[tuple[str, EntityKind], list[_Group]] = defaultdict(list)
        for group in groups:
            by_name[_folded(group.name), group.kind].append(group)
        left: list[_Group] = []
        for several in by_name.values():
            identified = [group for group in several if group.ids]
            loose = [group for group in several if not group.ids]
            if loose and len(identified) != 1:
                identified.append(loose.pop(0))
            for group in loose:  # nothing refers to a group but its places: absorbed where it is
                identified[-1].absorb(group)
            left += identified
        return left

    def _settled(self, group: _Group, id_: EntityId) -> EntityId:
        spellings = tuple(name for name in group.names if name != group.name)
        ids = tuple(group.ids)
        view = EntityView(id_, group.name, group.kind, spellings, external_ids=ids)
        match = self._known.find(view)
        if match.entity is not None and match.sure:
            self._learn(match.entity, group)
            return match.entity
        if match.entity is not None:
            other = self._known.view(match.entity).name
            args = {"name": group.name, "other": other}
            self.findings.append(Finding("finding-entity-look", group.name, args))
        self._known.add(view)
        note = "\n".join(group.notes)
        self.made.append(Entity(id_, group.name, "", group.kind, spellings, ids, note))
        return id_

    def _learn(self, entity: EntityId, group: _Group) -> None:
        """Note what the import knows of an entity that is there: identifiers and notes."""
        view = self._known.view(entity)
        new = [external for external in group.ids if external not in view.external_ids]
        self.external_ids += [(entity, external) for external in new]
        self.notes += [(entity, note) for note in group.notes]
        if new:
            told = (*view.external_ids, *new)
            self._known.add(
                EntityView(view.id, view.name, view.kind, view.spellings, external_ids=told)
            )


def view_of(entity: Entity) -> EntityView:
    """Return an entity as the reconciler sees it, without its use in the corpus."""
    spellings = tuple(filter(None, (entity.name_latin, *entity.aliases)))
    return EntityView(
        entity.id, entity.name, entity.kind, spellings, external_ids=entity.external_ids
    )


def _folded(name: str) -> str:
    return " ".join(fold_text(name).split()).casefold()
