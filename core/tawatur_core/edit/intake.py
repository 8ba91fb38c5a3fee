"""Bring an import into a project: prepared without writing, then written as one undo step.

Preparing takes time and only reads, so it can be done in the background and shown before anything
changes. Texts that are in the project already (the same SHA-256) get the marks, not a second copy.
What an export of ours holds that is in the project is left as it is; what differs is listed, and
the file's version is taken where an analyst says so.
"""

from __future__ import annotations

import hashlib
import json
from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from tawatur_core.edit.differences import Difference, Kept
from tawatur_core.edit.entities import add_external_id, describe
from tawatur_core.edit.naming import Naming
from tawatur_core.edit.preparing import Preparing
from tawatur_core.edit.rejoin import Rejoined, rejoin
from tawatur_core.edit.renew import renew
from tawatur_core.edit.restore import put_marks, restoring
from tawatur_core.exporters.registry import formats
from tawatur_core.importers.labels import LabelMapping
from tawatur_core.importers.labels_apply import Drafted, draft, merged
from tawatur_core.model import (
    Claim,
    DocumentId,
    Entity,
    EntityId,
    ExternalId,
    Label,
    Mention,
    MentionId,
    Verdict,
)
from tawatur_core.monitor import Monitor
from tawatur_core.plugins import Annotated, Finding, Incoming, Loss, Restored
from tawatur_core.store import claims, documents, entities, mentions
from tawatur_core.store.session import Reader, Session


@dataclass(frozen=True, slots=True)
class Counts:
    """How much an import adds. `known` documents were in the project and get marks.

    `linked` mentions go to entities that were in the project; `repeated` marks stand there
    already and are not added again; `to_look_at` names may be an entity of the project. Of an
    export of ours `same` records are in the project as they are in the file, `differing` ones
    otherwise, and `removed` ones were removed from it.
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
    same: int = 0
    differing: int = 0
    removed: int = 0


@dataclass(frozen=True, slots=True)
class Prepared:
    """What an import would write. An author that is empty will be the analyst who takes it.

    `restored` are new documents and entities with all that is theirs, `added` the marks for
    documents of the project, `links` mentions that stand there and get their entity; `again` is
    written over what stands there. `differences` are the file's versions that an analyst may take.
    `revision` is that of the project it was prepared for.
    """

    counts: Counts
    findings: tuple[Finding, ...]
    restored: Restored
    added: tuple[Annotated, ...]
    links: tuple[tuple[MentionId, EntityId], ...]
    external_ids: tuple[tuple[EntityId, ExternalId], ...]
    notes: tuple[tuple[EntityId, str], ...]
    revision: int
    again: tuple[Kept | Annotated, ...] = ()
    differences: tuple[Difference, ...] = ()

    @property
    def writes(self) -> bool:
        """Whether it changes anything, apart from differences that are taken."""
        restored = self.restored
        new = restored.documents or restored.entities or restored.verdicts
        return bool(new or self.added or self.again or self.links or self.external_ids)


def prepare(
    reader: Reader, incoming: Incoming, mapping: LabelMapping, monitor: Monitor
) -> Prepared:
    """Return what the import becomes by the mapping; nothing is written. Raises Cancelled."""
    own = rejoin(reader, incoming.restored, _losses(incoming), monitor)
    drafted, findings = draft(incoming.marked, mapping, monitor)
    together = _by_text(drafted)
    named_there = [row.entity for row in entities.entities(reader)]
    naming = Naming([*named_there, *own.fresh.entities])
    for one in together.values():
        naming.take(one)
    named = naming.settle(monitor)
    preparing = Preparing(named, frozenset(entities.entity_ids(reader)))
    standing = {**_standing(reader, together), **own.places}
    back = [one for one in own.again if isinstance(one, Annotated)]
    coming = {one.document.sha256: one for one in (*own.fresh.documents, *back)}
    for sha256, one in together.items():
        known = standing.get(sha256)
        there = _there(reader, known) if known else coming.get(sha256)
        preparing.take(sha256, one, there)
    restored = Restored(
        incoming.restored.title,
        [*own.fresh.entities, *naming.made],
        [*own.fresh.documents, *preparing.documents],
        list(own.fresh.verdicts),
    )
    added = (*own.added, *preparing.added)
    return Prepared(
        _all_counted(own, restored, added, preparing, naming),
        (*incoming.findings, *own.findings, *findings, *preparing.findings, *naming.findings),
        restored,
        added,
        tuple(preparing.links),
        tuple(naming.external_ids),
        tuple(naming.notes),
        reader.revision,
        tuple(own.again),
        tuple(own.differences),
    )


def _losses(incoming: Incoming) -> tuple[Loss, ...]:
    """Return what the formats of our own exports among an import cannot hold."""
    if not incoming.restored.documents and not incoming.restored.entities:
        return ()
    read = incoming.format.split(", ")
    return tuple(loss for one in formats() if one.name in read for loss in one.losses)


def _all_counted(
    own: Rejoined,
    restored: Restored,
    added: Sequence[Annotated],
    preparing: Preparing,
    naming: Naming,
) -> Counts:
    again = Restored(
        "",
        [one for one in own.again if isinstance(one, Entity)],
        [one for one in own.again if isinstance(one, Annotated)],
        [one for one in own.again if isinstance(one, Verdict)],
    )
    counts = _counted(restored, added)
    once = _counted(again, ())
    marks = Counter(type(one) for one in own.again)
    looked = [finding for finding in naming.findings if finding.code == "finding-entity-look"]
    removed = sum(one.here is None for one in own.differences)
    new = {one.document.id for one in (*restored.documents, *again.documents)}
    return replace(
        counts,
        documents=counts.documents + once.documents,
        claims=counts.claims + once.claims + marks[Claim],
        mentions=counts.mentions + once.mentions + marks[Mention],
        slots=counts.slots + once.slots,
        entities=counts.entities + once.entities,
        verdicts=counts.verdicts + once.verdicts,
        known=len({one.document.id for one in own.added} | preparing.touched - new),
        linked=preparing.linked,
        repeated=preparing.repeated,
        to_look_at=len(looked),
        same=own.same,
        differing=len(own.differences) - removed,
        removed=removed,
    )


def take(session: Session, prepared: Prepared, theirs: Collection[str] = ()) -> None:
    """Write what was prepared, as one undo step.

    `theirs` are the ids of the differing records whose version in the file is taken. Raises
    RowExists, and adds nothing, when the project holds one of the new ids by now.
    """
    with session.edit(label_of(prepared, theirs), bulk=True):
        for _ in taking(session, prepared, theirs):
            pass


def label_of(prepared: Prepared, theirs: Collection[str] = ()) -> Label:
    """Return what undo would undo."""
    count = prepared.counts.documents + prepared.counts.known
    if not count and theirs:
        return Label("undo-theirs", {"count": len(theirs)})
    return Label("undo-intake", {"count": count})


def taking(session: Session, prepared: Prepared, theirs: Collection[str] = ()) -> Iterator[None]:
    """Do what `take` does within an edit that is open, in short steps. Raises RowExists."""
    label = label_of(prepared, theirs)
    yield from restoring(session, _signed_all(prepared.restored, session.analyst))
    chosen = [one for one in prepared.differences if one.id in theirs]
    for record in (*prepared.again, *(one.marks or one.there for one in chosen)):
        with session.edit(label) as txn:
            renew(txn, session, record)
        yield
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


def _there(reader: Reader, id_: DocumentId) -> Annotated:
    """Return a document of the project with its marks."""
    made, named = claims.claims_of(reader, id_), mentions.mentions_of(reader, id_)
    return Annotated(documents.document(reader, id_), tuple(made), tuple(named))
