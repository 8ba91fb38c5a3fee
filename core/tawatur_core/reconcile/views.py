"""What the reconciler sees: plain values, made by its caller from whatever holds the project."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from tawatur_core.model import (
    ClaimId,
    ClaimKind,
    Conflict,
    ConflictKey,
    ConflictKind,
    DocumentId,
    EntityId,
    EntityKind,
    EntityProposal,
    EventGroup,
    ExternalId,
    Slot,
    SlotName,
    Span,
    When,
)


@dataclass(frozen=True, slots=True)
class Named:
    """An entity that a claim names. `spellings` are the words it goes by in the corpus."""

    id: EntityId
    name: str
    kind: EntityKind
    spellings: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Dated:
    """A claim of an article with the one day or week it names, and where it names it."""

    quote: str
    when: When
    span: Span | None = None


@dataclass(frozen=True, slots=True)
class Account:
    """A claim as the reconciler sees it: one outlet's account of something.

    `start` is where it begins in its document (code points), `context` the text around it,
    `original` the document that its own is a copy of, if it is one, `dated` the claims of its
    document that name a day, when they name several.
    """

    id: ClaimId
    document: DocumentId
    quote: str
    kind: ClaimKind = ClaimKind.STATEMENT
    slots: tuple[Slot, ...] = ()
    entities: tuple[Named, ...] = ()
    outlet: str = ""
    published: date | None = None
    context: str = ""
    start: int = 0
    original: DocumentId | None = None
    dated: tuple[Dated, ...] = ()

    def named(self, name: SlotName) -> tuple[Slot, ...]:
        """Return the slots of one name, in their order."""
        return tuple(slot for slot in self.slots if slot.name == name)


@dataclass(frozen=True, slots=True)
class EntityView:
    """An entity as the reconciler sees it.

    `spellings` are canonical name, aliases and the words of its mentions; `titles` those that
    stand before its name, as written; `company` the names of other entities in its sentences;
    `sentences` identify those it is named in, so that two entities named together can be told.
    """

    id: EntityId
    name: str
    kind: EntityKind
    spellings: tuple[str, ...] = ()
    titles: frozenset[str] = frozenset()
    company: frozenset[EntityId] = frozenset()
    documents: frozenset[DocumentId] = frozenset()
    sentences: frozenset[tuple[DocumentId, int]] = frozenset()
    external_ids: tuple[ExternalId, ...] = ()
    mentions: int = 0


@dataclass(frozen=True, slots=True)
class Apart:
    """A verdict 'different events': its key, and the pairs of claims it keeps apart."""

    key: ConflictKey
    kind: ConflictKind
    claims: tuple[ClaimId, ...]
    pairs: tuple[frozenset[ClaimId], ...]


@dataclass(frozen=True, slots=True)
class Settled:
    """What analysts decided and the reconciler must respect.

    `entity_keys` are decided 'same?' questions; `different` pairs of entities that are not one.
    """

    apart: tuple[Apart, ...] = ()
    entity_keys: frozenset[ConflictKey] = frozenset()
    different: frozenset[frozenset[EntityId]] = frozenset()


@dataclass(frozen=True, slots=True)
class Reconciliation:
    """The outcome: event groups, conflicts and 'same?' proposals, all derived.

    `revision` is that of the project it was computed from.
    """

    groups: tuple[EventGroup, ...] = ()
    conflicts: tuple[Conflict, ...] = ()
    entity_proposals: tuple[EntityProposal, ...] = ()
    revision: int = 0
