"""Drafts of an import as records with ids, without what stands in the project already."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime

from tawatur_core.importers.labels_apply import ClaimDraft, Drafted, MentionDraft
from tawatur_core.model import (
    Claim,
    ClaimId,
    Document,
    DocumentDraft,
    DocumentId,
    EntityId,
    Mention,
    MentionId,
    Origin,
    Party,
    Slot,
    SlotDraft,
    SlotId,
    Span,
)
from tawatur_core.plugins import Annotated, Finding
from tawatur_core.store.claims import JOINED
from tawatur_core.store.ids import new_ids
from tawatur_core.store.spans import snap


@dataclass(slots=True)
class _There:
    """What is marked in a document already."""

    claims: set[tuple[tuple[Span, ...], str, str]] = field(default_factory=set)
    mentions: set[tuple[Span, EntityId | None]] = field(default_factory=set)
    unlinked: dict[Span, MentionId] = field(default_factory=dict)


class Preparing:
    """Drafts as records with ids, and what is left out because it stands there already."""

    def __init__(
        self, named: Mapping[tuple[int, int], EntityId], before: frozenset[EntityId]
    ) -> None:
        self._named, self._before = named, before
        self._now = datetime.now(UTC)
        self._document = 0  # the place of the document at hand, as `Naming` counted them
        self.documents: list[Annotated] = []
        self.added: list[Annotated] = []
        self.links: list[tuple[MentionId, EntityId]] = []
        self.findings: list[Finding] = []
        self.touched: set[DocumentId] = set()  # documents of the project that get something
        self.linked = self.repeated = 0

    def take(self, sha256: str, drafted: Drafted, standing: Annotated | None) -> None:
        """Make the records of one document; `standing` is in the project, or comes with it."""
        there = _There()
        links = len(self.links)
        if standing is None:
            document = _document(drafted.draft, sha256, self._now)
        else:
            document = standing.document
            there = _marked(standing)
        made = self._mentions(document, drafted.mentions, there)
        told = self._claims(document, drafted.claims, there)
        self._document += 1
        if standing is None:
            self.documents.append(Annotated(document, told, made))
            return
        if told or made:
            self.added.append(Annotated(document, told, made))
        if told or made or len(self.links) > links:
            self.touched.add(document.id)

    def _mentions(
        self, document: Document, drafts: Sequence[MentionDraft], there: _There
    ) -> tuple[Mention, ...]:
        made: list[Mention] = []
        for place, (id_, one) in enumerate(zip(new_ids(len(drafts)), drafts, strict=True)):
            entity = self._named.get((self._document, place))
            span = snap(document.text, one.span)
            if self._there(span, entity, there):
                continue
            there.mentions.add((span, entity))
            self.linked += entity in self._before
            made.append(
                Mention(
                    MentionId(id_), document.id, span, span.of(document.text), one.role, entity,
                    Origin.ANALYST, one.author,
                )
            )  # fmt: skip
        return tuple(made)

    def _there(self, span: Span, entity: EntityId | None, there: _There) -> bool:
        """Whether a mention stands there already; one without an entity is linked instead."""
        if (span, entity) in there.mentions:
            self.repeated += 1
            return True
        if entity is not None and span in there.unlinked:
            self.links.append((there.unlinked.pop(span), entity))
            there.mentions.add((span, entity))
            return True
        return False

    def _claims(
        self, document: Document, drafts: Sequence[ClaimDraft], there: _There
    ) -> tuple[Claim, ...]:
        made: list[Claim] = []
        for id_, one in zip(new_ids(len(drafts)), drafts, strict=True):
            spans = tuple(sorted(snap(document.text, span) for span in one.spans))
            key = (spans, one.kind, one.author)
            if key in there.claims or (not one.author and (spans, one.kind, "") in there.claims):
                self.repeated += 1
                continue
            there.claims.add(key)
            made.append(
                Claim(
                    ClaimId(id_), document.id, spans,
                    JOINED.join(span.of(document.text) for span in spans), one.kind,
                    self._slots(document, one), one.note, Origin.ANALYST, one.author,
                    _aware(one.made_at) or self._now,
                )
            )  # fmt: skip
        return tuple(made)

    def _slots(self, document: Document, claim: ClaimDraft) -> tuple[Slot, ...]:
        ids = new_ids(len(claim.slots))
        return tuple(
            self._slot(document, SlotId(id_), slot, place)
            for id_, (slot, place) in zip(ids, claim.slots, strict=True)
        )

    def _slot(self, document: Document, id_: SlotId, slot: SlotDraft, place: int | None) -> Slot:
        value = slot.value
        if isinstance(value, Party) and place is not None:
            value = replace(value, entity=self._named.get((self._document, place)))
        span = snap(document.text, slot.span) if slot.span else None
        return Slot(id_, slot.name, value, span, slot.origin)


def _marked(standing: Annotated) -> _There:
    there = _There()
    for claim in standing.claims:
        there.claims |= {(claim.spans, claim.kind, author) for author in (claim.author, "")}
    for mention in standing.mentions:
        there.mentions |= {(mention.span, mention.entity), (mention.span, None)}
        if mention.entity is None:
            there.unlinked[mention.span] = mention.id
    return there


def _document(draft: DocumentDraft, sha256: str, now: datetime) -> Document:
    residue = tuple(snap(draft.text, span) for span in draft.residue)
    return Document(
        DocumentId(new_ids(1)[0]), draft.text, sha256, draft.title, draft.provenance, draft.outlet,
        draft.author, draft.url, draft.published, draft.published_basis, residue, now,
    )  # fmt: skip


def _aware(moment: datetime | None) -> datetime | None:
    """Return a time with its zone; a tool that names none is taken to write UTC."""
    return moment.replace(tzinfo=UTC) if moment and moment.tzinfo is None else moment
