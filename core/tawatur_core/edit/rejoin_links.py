"""What ids of a file are in the project: references of its records, told in the project's ids."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from dataclasses import replace
from functools import cached_property

from tawatur_core.edit.naming import view_of
from tawatur_core.model import (
    Claim,
    ConflictKind,
    Document,
    DocumentId,
    Entity,
    EntityId,
    Mention,
    Party,
    ProposalKind,
    Rejection,
    Slot,
    Span,
    Verdict,
)
from tawatur_core.reconcile.entities import proposal_key
from tawatur_core.reconcile.known import KnownEntities
from tawatur_core.store.proposals import claim_key, mention_key


class Links:
    """Ids of the file with those they have in the project, where these are others."""

    def __init__(self) -> None:
        self._ids: dict[str, str] = {}
        self._gone: set[str] = set()  # entities that were removed here
        self._places: Mapping[DocumentId, DocumentId] = {}
        self._here: dict[EntityId, Entity] = {}
        self._coming: Collection[str] = ()

    # --- what is what

    def entities(self, here: Iterable[Entity], coming: Collection[str]) -> None:
        """Take the entities of the project, and the ids of those in the file."""
        self._here = {one.id: one for one in here}
        self._coming = coming

    @cached_property
    def _others(self) -> KnownEntities:
        """The entities that the file does not know: none of those it knows is another of its."""
        return KnownEntities(
            view_of(one) for one in self._here.values() if one.id not in self._coming
        )

    def named(self, one: Entity, *, gone: bool) -> Entity | None:
        """Return the entity of the project that is surely one of the file under another id.

        One that is `gone` was made one with that which bears its name now, if only one does.
        """
        if gone:
            bearers = [
                id_ for id_, known in self._here.items() if one.name in (known.name, *known.aliases)
            ]
            found = bearers[0] if len(bearers) == 1 else None
        else:
            match = self._others.find(view_of(one))
            found = match.entity if match.sure else None
        if found is None:
            return None
        self._ids[one.id] = found
        return self._here[found]

    def drop(self, entity: EntityId) -> None:
        """Note that an entity was removed here: a link to it is none."""
        self._gone.add(entity)

    def documents(self, places: Mapping[DocumentId, DocumentId]) -> None:
        """Take which documents of the file are which of the project."""
        self._places = places

    def put(self, there: str, here: str) -> None:
        """Note the id that a claim of the file has in the project."""
        self._ids[there] = here

    # --- references

    def document(self, one: Document) -> Document:
        """Return a document that is a copy of what its original is in the project."""
        if one.copied_from is None:
            return one
        return replace(one, copied_from=self._places.get(one.copied_from, one.copied_from))

    def claim(self, one: Claim) -> Claim:
        """Return a claim whose parties are the project's entities."""
        slots = tuple(map(self._slot, one.slots))
        return one if slots == one.slots else replace(one, slots=slots)

    def _slot(self, slot: Slot) -> Slot:
        value = slot.value
        if not isinstance(value, Party) or value.entity not in self._ids:
            return slot
        return replace(slot, value=replace(value, entity=EntityId(self._ids[value.entity])))

    def mention(self, one: Mention) -> Mention:
        """Return a mention of the project's entity."""
        if one.entity not in self._ids:
            return one
        return replace(one, entity=EntityId(self._ids[one.entity]))

    def seen(self, one: Claim | Mention) -> Claim | Mention:
        """Return a mark as the project would show it: what is linked to nothing is not linked."""
        if not self._gone:
            return one
        if isinstance(one, Mention):
            return replace(one, entity=None) if one.entity in self._gone else one
        slots = tuple(
            replace(slot, value=replace(slot.value, entity=None))
            if isinstance(slot.value, Party) and slot.value.entity in self._gone
            else slot
            for slot in one.slots
        )
        return replace(one, slots=slots)

    def verdict(self, one: Verdict) -> Verdict:
        """Return a verdict on the project's claims or entities."""
        sides = tuple(self._ids.get(side, side) for side in one.sides)
        linked = tuple(self._ids.get(entity, entity) for entity in one.linked)
        if sides == one.sides:
            return replace(one, linked=linked)
        chosen, key = self._ids.get(one.chosen, one.chosen), one.key
        if one.kind is ConflictKind.NAME and len(sides) == 2:
            key = proposal_key(EntityId(sides[0]), EntityId(sides[1]))
        return replace(one, sides=sides, chosen=chosen, key=key, linked=linked)

    def rejection(self, one: Rejection, document: Document) -> Rejection:
        """Return a rejection in the project's document."""
        if one.document == document.id:
            return one
        span = Span(one.start, one.end)
        if one.kind is ProposalKind.MENTION:
            key = mention_key(document.id, span, one.name)
        else:
            key = claim_key(document.id, [span])
        return replace(one, document=document.id, key=key)
