"""The vocabulary of Tawatur: immutable values shared by every part of the core.

All positions are offsets in Unicode code points of the stored text of a
document, half-open: ``text[start:end]``.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from decimal import Decimal
from typing import NewType

from tawatur_core.kinds import (
    Certainty as Certainty,
    Choice as Choice,
    ClaimKind as ClaimKind,
    Confidence as Confidence,
    ConflictKind as ConflictKind,
    EntityKind as EntityKind,
    Hedge as Hedge,
    MentionRole as MentionRole,
    Origin as Origin,
    Polarity as Polarity,
    Precision as Precision,
    ProposalKind as ProposalKind,
    Relation as Relation,
    SlotName as SlotName,
)
from tawatur_core.span import Span as Span

DocumentId = NewType("DocumentId", str)
ClaimId = NewType("ClaimId", str)
MentionId = NewType("MentionId", str)
EntityId = NewType("EntityId", str)
SlotId = NewType("SlotId", str)
VerdictId = NewType("VerdictId", str)
ProposalKey = NewType("ProposalKey", str)
ConflictKey = NewType("ConflictKey", str)
GroupKey = NewType("GroupKey", str)


@dataclass(frozen=True, slots=True)
class Evidence:
    """One named, weighted reason. `code` is a message id of the wording catalogue.

    A positive weight speaks for the proposal, a negative one against it.
    """

    code: str
    weight: float = 0.0
    args: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Party:
    """A person, place or body in a slot: its words in the text and, when linked, its entity."""

    text: str
    entity: EntityId | None = None


@dataclass(frozen=True, slots=True)
class When:
    """An interval of days, both ends included; None is an open or unknown end.

    `how` names the rule that resolved it (a message id); both ends None: not resolved.
    """

    text: str
    first: date | None
    last: date | None
    precision: Precision
    how: str = ""


@dataclass(frozen=True, slots=True)
class HowMany:
    """A quantity with bounds; None is an open bound, equal bounds are an exact number."""

    text: str
    low: Decimal | None
    high: Decimal | None
    unit: str = ""
    hedge: Hedge = Hedge.EXACT


@dataclass(frozen=True, slots=True)
class Words:
    """Free text (the WHAT slot)."""

    text: str


SlotValue = Party | When | HowMany | Words | Polarity | Certainty


@dataclass(frozen=True, slots=True)
class SlotDraft:
    """A slot before it is stored: value, the words it rests on (None: no words), who set it."""

    name: SlotName
    value: SlotValue
    span: Span | None = None
    origin: Origin = Origin.PROPOSED


@dataclass(frozen=True, slots=True)
class Slot:
    """A stored slot of a claim. A claim may have several of one name (VIA in order, numbers)."""

    id: SlotId
    name: SlotName
    value: SlotValue
    span: Span | None
    origin: Origin


@dataclass(frozen=True, slots=True)
class Provenance:
    """Where a text came from: file name without folder, hash of its bytes, encoding and why."""

    file_name: str
    bytes_sha256: str
    encoding: str
    encoding_basis: str


@dataclass(frozen=True, slots=True)
class DocumentDraft:
    """A document as an importer yields it. `text` has LF line ends and no U+0000.

    `residue` are the parts that are not part of the article (captions, web furniture).
    """

    text: str
    title: str
    provenance: Provenance
    outlet: str = ""
    author: str = ""
    url: str = ""
    published: date | None = None
    published_basis: str = ""
    residue: tuple[Span, ...] = ()


@dataclass(frozen=True, slots=True)
class Document:
    """A stored, immutable text with its particulars.

    `copied_from` is the document whose story this one repeats: they are not
    independent witnesses.
    """

    id: DocumentId
    text: str
    sha256: str
    title: str
    provenance: Provenance
    outlet: str
    author: str
    url: str
    published: date | None
    published_basis: str
    residue: tuple[Span, ...]
    imported_at: datetime
    copied_from: DocumentId | None = None


@dataclass(frozen=True, slots=True)
class Claim:
    """A stored claim. `quote` is the text under the spans, joined by ' … '."""

    id: ClaimId
    document: DocumentId
    spans: tuple[Span, ...]
    quote: str
    kind: ClaimKind
    slots: tuple[Slot, ...]
    note: str
    origin: Origin
    author: str
    made_at: datetime
    proposal: str = ""  # the key of the proposal it was accepted from, if any

    def slots_named(self, name: SlotName) -> tuple[Slot, ...]:
        """Return the slots of one name, in their order."""
        return tuple(slot for slot in self.slots if slot.name == name)


@dataclass(frozen=True, slots=True)
class Mention:
    """A stored mention; `entity` is None while it is not linked."""

    id: MentionId
    document: DocumentId
    span: Span
    quote: str
    role: MentionRole
    entity: EntityId | None
    origin: Origin
    author: str
    proposal: str = ""  # the key of the proposal it was accepted from, if any


@dataclass(frozen=True, slots=True)
class ExternalId:
    """An identifier in another catalogue, e.g. scheme 'wikidata', value 'Q58217'."""

    scheme: str
    value: str


@dataclass(frozen=True, slots=True)
class Entity:
    """A person, place, body or event with all its spellings."""

    id: EntityId
    name: str
    name_latin: str
    kind: EntityKind
    aliases: tuple[str, ...]
    external_ids: tuple[ExternalId, ...]
    note: str


@dataclass(frozen=True, slots=True)
class SlotComparison:
    """One row of the review table: the value of one slot for each claim of a conflict.

    `values` and `spans` run parallel to `Conflict.claims`; a value is None where a claim is silent.
    """

    kind: ConflictKind
    relation: Relation
    values: tuple[SlotValue | None, ...]
    spans: tuple[Span | None, ...]
    evidence: tuple[Evidence, ...] = ()


@dataclass(frozen=True, slots=True)
class EventGroup:
    """Claims of several documents about one fact.

    `chains` is the tawatur of the fact: the number of independent chains that carry it (outlets
    that cite one agency are one chain). `key` is stable: it is made from the oldest claim.
    """

    key: GroupKey
    claims: tuple[ClaimId, ...]
    chains: int
    evidence: tuple[Evidence, ...] = ()


@dataclass(frozen=True, slots=True)
class Conflict:
    """A slot of an event group whose values cannot all be true. Derived, never recorded.

    `claims` are the sides in the order shown (A, B, …), `rows` the comparison of all slots, the
    conflicting one first. `key` survives rebuilding; verdicts are recorded under it.
    """

    key: ConflictKey
    kind: ConflictKind
    group: GroupKey
    claims: tuple[ClaimId, ...]
    rows: tuple[SlotComparison, ...]
    weight: float
    confidence: float
    evidence: tuple[Evidence, ...] = ()


@dataclass(frozen=True, slots=True)
class EntityProposal:
    """'Are these two entities one?' with evidence for and against; keyed by the two ids."""

    key: ConflictKey
    a: EntityId
    b: EntityId
    score: float
    evidence: tuple[Evidence, ...]


@dataclass(frozen=True, slots=True)
class Verdict:
    """An analyst's recorded word. Earlier verdicts on the same key are kept as history.

    `sides` are the claim or entity ids the verdict was given on, `seen` their values as text then,
    `linked` the entities those values were linked to ('' for none).
    """

    id: VerdictId
    key: ConflictKey
    kind: ConflictKind
    choice: Choice
    chosen: str
    value: str
    reason: str
    confidence: Confidence
    sides: tuple[str, ...]
    seen: tuple[str, ...]
    analyst: str
    given_at: datetime
    reopened: bool
    linked: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class MentionProposal:
    """A mention offered by a suggester.

    `name` is the canonical name of what it would link to, `entity` the existing entity, None when
    accepting would create one.
    """

    key: ProposalKey
    document: DocumentId
    span: Span
    quote: str
    role: MentionRole
    kind: EntityKind
    name: str
    entity: EntityId | None
    score: float
    evidence: tuple[Evidence, ...]


@dataclass(frozen=True, slots=True)
class ClaimProposal:
    """A claim offered by a suggester, with the slots it would come with."""

    key: ProposalKey
    document: DocumentId
    spans: tuple[Span, ...]
    quote: str
    kind: ClaimKind
    slots: tuple[SlotDraft, ...]
    score: float
    evidence: tuple[Evidence, ...]


@dataclass(frozen=True, slots=True)
class Rejection:
    """A proposal refused for good: it is not made again."""

    key: ProposalKey
    document: DocumentId
    kind: ProposalKind
    name: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Label:
    """What an edit is called, as a message id of the wording catalogue and its arguments."""

    code: str
    args: Mapping[str, str | int] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Changes:
    """What one transaction changed: ids of touched rows per table, and its label.

    `tables` maps a table name of the store ('claim', 'mention', …) to row ids; derived tables
    appear under their names too. `documents` are the documents the changes concern.
    """

    label: Label
    tables: Mapping[str, frozenset[str]]
    documents: frozenset[DocumentId] = frozenset()

    def touches(self, *names: str) -> bool:
        """Whether any of the named tables changed."""
        return any(self.tables.get(name) for name in names)
