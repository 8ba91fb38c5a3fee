"""Bring an import into a project: prepared without writing, then written as one undo step.

Preparing takes time and only reads, so it can be done in the background and shown before anything
changes. Texts that are in the project already (the same SHA-256) get the marks, not a second copy.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime

from tawatur_core.edit.entities import add_external_id, describe
from tawatur_core.edit.naming import Naming
from tawatur_core.edit.restore import put_marks, restoring
from tawatur_core.importers.labels import LabelMapping
from tawatur_core.importers.labels_apply import ClaimDraft, Drafted, MentionDraft, draft, merged
from tawatur_core.model import (
    Claim,
    ClaimId,
    Document,
    DocumentDraft,
    DocumentId,
    EntityId,
    ExternalId,
    Label,
    Mention,
    MentionId,
    Origin,
    Party,
    Slot,
    SlotDraft,
    SlotId,
    Span,
)
from tawatur_core.monitor import Monitor
from tawatur_core.plugins import Annotated, Finding, Incoming, Restored
from tawatur_core.store import claims, documents, entities, mentions
from tawatur_core.store.claims import JOINED
from tawatur_core.store.ids import new_ids
from tawatur_core.store.session import Reader, Session
from tawatur_core.store.spans import snap


@dataclass(frozen=True, slots=True)
class Counts:
    """How much an import adds. `known` documents were in the project and get marks.

    `linked` mentions go to entities that were in the project; `repeated` marks stand there
    already and are not added again; `to_look_at` names may be an entity of the project.
    """

    documents: int = 0
    known: int = 0
    claims: int = 0
    slots: int = 0
    mentions: int = 0
    entities: int = 0
    linked: int = 0
    verdicts: int = 0
    repeated: int = 0
    to_look_at: int = 0


@dataclass(frozen=True, slots=True)
class Prepared:
    """What an import would write. An author that is empty will be the analyst who takes it.

    `restored` are new documents and entities with all that is theirs, `added` the marks for
    documents of the project, `links` mentions that stand there and get their entity. `revision`
    is that of the project it was prepared for.
    """

    counts: Counts
    findings: tuple[Finding, ...]
    restored: Restored
    added: tuple[Annotated, ...]
    links: tuple[tuple[MentionId, EntityId], ...]
    external_ids: tuple[tuple[EntityId, ExternalId], ...]
    notes: tuple[tuple[EntityId, str], ...]
    revision: int


def prepare(
    reader: Reader, incoming: Incoming, mapping: LabelMapping, monitor: Monitor
) -> Prepared:
    """Return what the import becomes by the mapping; nothing is written. Raises Cancelled."""
    drafted, findings = draft(incoming.marked, mapping, monitor)
    together = _by_text(drafted)
    naming = Naming(row.entity for row in entities.entities(reader))
    for one in together.values():
        naming.take(one)
    named = naming.settle(monitor)
    preparing = _Preparing(named, frozenset(entities.entity_ids(reader)))
    standing = _standing(reader, together)
    coming = {one.document.sha256: one for one in incoming.restored.documents}
    for sha256, one in together.items():
        known = standing.get(sha256)
        there = _there(reader, known) if known else coming.get(sha256)
        preparing.take(sha256, one, there)
    restored = Restored(
        incoming.restored.title,
        [*incoming.restored.entities, *naming.made],
        [*incoming.restored.documents, *preparing.documents],
        list(incoming.restored.verdicts),
    )
    looked = [finding for finding in naming.findings if finding.code == "finding-entity-look"]
    counts = replace(
        _counted(restored, preparing.added),
        known=len(standing),
        linked=preparing.linked,
        repeated=preparing.repeated,
        to_look_at=len(looked),
    )
    return Prepared(
        counts,
        (*incoming.findings, *findings, *preparing.findings, *naming.findings),
        restored,
        tuple(preparing.added),
        tuple(preparing.links),
        tuple(naming.external_ids),
        tuple(naming.notes),
        reader.revision,
    )


def take(session: Session, prepared: Prepared) -> None:
    """Write what was prepared, as one undo step.

    Raises RowExists, and adds nothing, when the project holds one of the ids already.
    """
    with session.edit(label_of(prepared), bulk=True):
        for _ in taking(session, prepared):
            pass


def label_of(prepared: Prepared) -> Label:
    """Return what undo would undo."""
    return Label("undo-intake", {"count": prepared.counts.documents + prepared.counts.known})


def taking(session: Session, prepared: Prepared) -> Iterator[None]:
    """Do what `take` does within an edit that is open, in short steps. Raises RowExists."""
    label = label_of(prepared)
    yield from restoring(session, _signed_all(prepared.restored, session.analyst))
    for annotated in prepared.added:
        with session.edit(label) as txn:
            put_marks(txn, _signed(annotated, session.analyst))
        yield
    for mention, entity in prepared.links:
        with session.edit(label) as txn:
            txn.update("mention", mention, {"entity": entity})
        yield
    for entity, external in prepared.external_ids:
        add_external_id(session, entity, external)
        yield
    for entity, note in prepared.notes:
        old = entities.entity(session, entity).note
        if note not in old:
            describe(session, entity, note=f"{old}\n{note}" if old else note)
        yield


def _signed_all(restored: Restored, analyst: str) -> Restored:
    """Return what is to be restored with the analyst as author where there is none."""
    signed = [_signed(annotated, analyst) for annotated in restored.documents]
    return Restored(restored.title, restored.entities, signed, restored.verdicts)


def _signed(annotated: Annotated, analyst: str) -> Annotated:
    return replace(
        annotated,
        claims=tuple(
            one if one.author else replace(one, author=analyst) for one in annotated.claims
        ),
        mentions=tuple(
            one if one.author else replace(one, author=analyst) for one in annotated.mentions
        ),
    )


def _by_text(drafted: Iterable[Drafted]) -> dict[str, Drafted]:
    """Return one document a text, by its SHA-256: annotators' files of one text go together."""
    found: dict[str, list[Drafted]] = {}
    for one in drafted:
        sha256 = hashlib.sha256(one.draft.text.encode()).hexdigest()
        found.setdefault(sha256, []).append(one)
    return {sha256: merged(several) for sha256, several in found.items()}


def _standing(reader: Reader, hashes: Iterable[str]) -> dict[str, DocumentId]:
    rows = reader.conn.execute(
        "SELECT body, min(id) FROM document"
        " WHERE body IN (SELECT value FROM json_each(?)) GROUP BY body",
        [json.dumps(list(hashes))],
    )
    return {body: DocumentId(id_) for body, id_ in rows}


def _counted(restored: Restored, added: Sequence[Annotated]) -> Counts:
    everything = [*restored.documents, *added]
    return Counts(
        documents=len(restored.documents),
        claims=sum(len(one.claims) for one in everything),
        slots=sum(len(claim.slots) for one in everything for claim in one.claims),
        mentions=sum(len(one.mentions) for one in everything),
        entities=len(restored.entities),
        verdicts=len(restored.verdicts),
    )


@dataclass(slots=True)
class _There:
    """What is marked in a document already."""

    claims: set[tuple[tuple[Span, ...], str, str]] = field(default_factory=set)
    mentions: set[tuple[Span, EntityId | None]] = field(default_factory=set)
    unlinked: dict[Span, MentionId] = field(default_factory=dict)


class _Preparing:
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
        self.linked = self.repeated = 0

    def take(self, sha256: str, drafted: Drafted, standing: Annotated | None) -> None:
        """Make the records of one document; `standing` is in the project, or comes with it."""
        there = _There()
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
        elif told or made:
            self.added.append(Annotated(document, told, made))

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


def _there(reader: Reader, id_: DocumentId) -> Annotated:
    """Return a document of the project with its marks."""
    made, named = claims.claims_of(reader, id_), mentions.mentions_of(reader, id_)
    return Annotated(documents.document(reader, id_), tuple(made), tuple(named))


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
