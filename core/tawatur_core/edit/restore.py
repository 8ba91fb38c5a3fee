"""Put a project back as it was written: ids, authors and times are kept. One undo step."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence

from tawatur_core.edit.claims import slot_values
from tawatur_core.errors import RowExists
from tawatur_core.model import (
    Claim,
    Document,
    Entity,
    Label,
    Mention,
    Rejection,
    SlotDraft,
    Verdict,
)
from tawatur_core.plugins import Annotated, Restored
from tawatur_core.store.derived import await_reconciliation
from tawatur_core.store.ids import new_ids
from tawatur_core.store.schema import Value
from tawatur_core.store.session import Session
from tawatur_core.store.spans import anchored
from tawatur_core.store.transaction import Transaction


def restore(session: Session, restored: Restored) -> None:
    """Add everything of `restored` to the project.

    Raises RowExists, and adds nothing, when the project holds one of the ids already.
    """
    label = Label("undo-restore", {"count": len(restored.documents)})
    with session.edit(label, bulk=True):
        for _ in restoring(session, restored):
            pass


def restoring(session: Session, restored: Restored) -> Iterator[None]:
    """Do what `restore` does within an edit that is open, in short steps. Raises RowExists."""
    label = Label("undo-restore", {"count": len(restored.documents)})
    _refuse_known(session, restored)
    yield
    for entity in restored.entities:
        with session.edit(label) as txn:
            put_entity(txn, entity)
        yield
    for annotated in restored.documents:
        with session.edit(label) as txn:
            _document(txn, annotated.document)
            put_marks(txn, annotated)
        yield
    for verdict in restored.verdicts:
        with session.edit(label) as txn:
            await_reconciliation(session)
            txn.insert("verdict", verdict.id, verdict_values(verdict))
        yield


def put_marks(txn: Transaction, annotated: Annotated) -> None:
    """Add what is marked in a document; the document itself is in the project already."""
    text = annotated.document.text
    for claim in annotated.claims:
        _claim(txn, text, claim)
    for mention in annotated.mentions:
        txn.insert("mention", mention.id, mention_values(mention, text))
    put_rejections(txn, annotated.rejected)


def _refuse_known(session: Session, restored: Restored) -> None:
    wanted: dict[str, Sequence[str]] = {
        "entity": [entity.id for entity in restored.entities],
        "document": [annotated.document.id for annotated in restored.documents],
        "claim": [claim.id for annotated in restored.documents for claim in annotated.claims],
        "verdict": [verdict.id for verdict in restored.verdicts],
    }
    for table, ids in wanted.items():
        twice = next((id_ for id_, count in Counter(ids).items() if count > 1), None)
        if twice is not None:
            raise RowExists(table, twice)
        found = session.conn.execute(
            f"SELECT id FROM {table} WHERE id IN (SELECT value FROM json_each(?))",
            [json.dumps(ids)],
        ).fetchone()
        if found is not None:
            raise RowExists(table, found[0])


def put_entity(txn: Transaction, entity: Entity) -> None:
    """Add an entity with its spellings and identifiers."""
    txn.insert("entity", entity.id, entity_values(entity))
    for row, alias in zip(new_ids(len(entity.aliases)), entity.aliases, strict=True):
        txn.insert("alias", row, {"entity": entity.id, "text": alias})
    for row, known in zip(new_ids(len(entity.external_ids)), entity.external_ids, strict=True):
        values: dict[str, Value] = {"scheme": known.scheme, "value": known.value}
        txn.insert("external_id", row, {"entity": entity.id, **values})


def entity_values(entity: Entity) -> dict[str, Value]:
    """Return the columns of an entity."""
    return {
        "name": entity.name,
        "name_latin": entity.name_latin,
        "kind": entity.kind.value,
        "note": entity.note,
    }


def document_values(document: Document) -> dict[str, Value]:
    """Return the columns of a document."""
    return {
        "body": document.sha256,
        "title": document.title,
        "outlet": document.outlet,
        "author": document.author,
        "url": document.url,
        "published": document.published.isoformat() if document.published else None,
        "published_basis": document.published_basis,
        "file_name": document.provenance.file_name,
        "bytes_sha256": document.provenance.bytes_sha256,
        "encoding": document.provenance.encoding,
        "encoding_basis": document.provenance.encoding_basis,
        "imported_at": document.imported_at.isoformat(),
        "copied_from": document.copied_from,
    }


def _document(txn: Transaction, document: Document) -> None:
    txn.put_body(document.sha256, document.text)
    txn.insert("document", document.id, document_values(document))
    for row, span in zip(new_ids(len(document.residue)), document.residue, strict=True):
        txn.insert("residue", row, {"document": document.id, **anchored(document.text, span)})


def claim_values(claim: Claim) -> dict[str, Value]:
    """Return the columns of a claim, without its words and slots."""
    return {
        "document": claim.document,
        "kind": claim.kind.value,
        "note": claim.note,
        "origin": claim.origin.value,
        "proposal": claim.proposal,
        "author": claim.author,
        "made_at": claim.made_at.isoformat(),
    }


def _claim(txn: Transaction, text: str, claim: Claim) -> None:
    txn.insert("claim", claim.id, claim_values(claim))
    for n, (row, span) in enumerate(zip(new_ids(len(claim.spans)), claim.spans, strict=True)):
        txn.insert("claim_span", row, {"claim": claim.id, "n": n, **anchored(text, span)})
    for n, slot in enumerate(claim.slots):
        draft = SlotDraft(slot.name, slot.value, slot.span, slot.origin)
        txn.insert("slot", slot.id, {"claim": claim.id, "n": n, **slot_values(text, draft)})


def mention_values(mention: Mention, text: str) -> dict[str, Value]:
    """Return the columns of a mention in its text."""
    return {
        "document": mention.document,
        "role": mention.role.value,
        "entity": mention.entity,
        "origin": mention.origin.value,
        "proposal": mention.proposal,
        "author": mention.author,
        **anchored(text, mention.span),
    }


def put_rejections(txn: Transaction, rejections: Iterable[Rejection]) -> None:
    """Add proposals that were refused for good."""
    for rejection in rejections:
        values: dict[str, Value] = {
            "key": rejection.key,
            "document": rejection.document,
            "kind": rejection.kind.value,
            "name": rejection.name,
            "start": rejection.start,
            "end": rejection.end,
        }
        txn.insert("rejection", new_ids(1)[0], values)


def verdict_values(verdict: Verdict) -> dict[str, Value]:
    """Return the columns of a verdict."""
    return {
        "key": verdict.key,
        "kind": verdict.kind.value,
        "choice": verdict.choice.value,
        "chosen": verdict.chosen,
        "value": verdict.value,
        "reason": verdict.reason,
        "confidence": verdict.confidence.value,
        "sides": json.dumps(verdict.sides),
        "seen": json.dumps(verdict.seen, ensure_ascii=False),
        "analyst": verdict.analyst,
        "given_at": verdict.given_at.isoformat(),
        "reopened": int(verdict.reopened),
        "linked": json.dumps(verdict.linked),
    }
