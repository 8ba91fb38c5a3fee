"""Proposals of suggesters: derived, rebuilt at will; a rejected one never returns."""

from __future__ import annotations

import hashlib
import json
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import Any

from tawatur_core import encode
from tawatur_core.errors import NoSuchRow
from tawatur_core.model import (
    ClaimKind,
    ClaimProposal,
    DocumentId,
    EntityId,
    EntityKind,
    Label,
    MentionProposal,
    MentionRole,
    ProposalKey,
    ProposalKind,
    Rejection,
    Span,
)
from tawatur_core.store import open_state
from tawatur_core.store.ids import new_ids
from tawatur_core.store.schema import Value
from tawatur_core.store.session import Reader, Session
from tawatur_core.store.transaction import Transaction

VERSION = "1"  # of what a payload holds

_STORED = 'key, document, kind, start, "end", score, payload, version'
_OPEN = "SELECT key, document, score, payload FROM proposal WHERE open = 1 AND "


def mention_key(document: DocumentId, span: Span, name: str) -> ProposalKey:
    """Return the key of a proposed mention: the same whenever it is proposed again."""
    return _key(document, ProposalKind.MENTION, (span,), name)


def claim_key(document: DocumentId, spans: Sequence[Span]) -> ProposalKey:
    """Return the key of a proposed claim: the same whenever it is proposed again."""
    return _key(document, ProposalKind.CLAIM, spans, "")


def mention_proposals(reader: Reader, document: DocumentId) -> list[MentionProposal]:
    """Return the open proposed mentions of a document in text order."""
    rows = reader.conn.execute(
        _OPEN + "document = ? AND kind = 'mention' ORDER BY start, \"end\" DESC, key", [document]
    ).fetchall()
    living = {id_ for (id_,) in reader.conn.execute("SELECT id FROM entity")}
    return [_mention(row, living) for row in rows]


def claim_proposals(reader: Reader, document: DocumentId) -> list[ClaimProposal]:
    """Return the open proposed claims of a document in text order."""
    rows = reader.conn.execute(
        _OPEN + "document = ? AND kind = 'claim' ORDER BY start, \"end\", key", [document]
    )
    return [_claim(row) for row in rows]


def open_proposal(reader: Reader, key: ProposalKey) -> MentionProposal | ClaimProposal:
    """Return an open proposal. Raises NoSuchRow when it is decided or no longer proposed."""
    row = reader.conn.execute(
        "SELECT key, document, score, payload, kind FROM proposal WHERE open = 1 AND key = ?", [key]
    ).fetchone()
    if row is None:
        raise NoSuchRow("proposal", key)
    if row[4] == ProposalKind.CLAIM:
        return _claim(row[:4])
    living = {id_ for (id_,) in reader.conn.execute("SELECT id FROM entity")}
    return _mention(row[:4], living)


def open_keys(
    reader: Reader, document: DocumentId | None = None, kind: ProposalKind | None = None
) -> list[ProposalKey]:
    """Return the keys of the open proposals (of a document, of a kind), mentions before claims."""
    rows = reader.conn.execute(
        "SELECT key FROM proposal WHERE open = 1 AND document = coalesce(?, document)"
        " AND kind = coalesce(?, kind) ORDER BY document, kind DESC, start, key",
        [document, kind],
    )
    return [ProposalKey(key) for (key,) in rows]


def rejection(proposal: MentionProposal | ClaimProposal) -> dict[str, Value]:
    """Return the row that keeps a proposal from coming back."""
    if isinstance(proposal, MentionProposal):
        kind, name, span = ProposalKind.MENTION, proposal.name, proposal.span
    else:
        kind, name, span = ProposalKind.CLAIM, "", proposal.spans[0]
    return _rejection(proposal.key, proposal.document, kind, name, span)


def reject_row(session: Session, txn: Transaction, table: str, row: str) -> None:
    """Keep the proposal that a mention or claim was accepted from, if any, from coming back."""
    found = session.conn.execute(
        f'SELECT r.proposal, r.document, p.payload, p.start, p."end" FROM {table} r'
        " LEFT JOIN proposal p ON p.key = r.proposal WHERE r.id = ? AND r.proposal <> ''",
        [row],
    ).fetchone()
    if found is None:
        return
    key, document, payload, start, end = found
    name = json.loads(payload).get("name", "") if payload else ""
    values = _rejection(key, document, ProposalKind(table), name, Span(start or 0, end or 0))
    txn.insert("rejection", new_ids(1)[0], values)


def _rejection(
    key: str, document: str, kind: ProposalKind, name: str, span: Span
) -> dict[str, Value]:
    return {
        "key": key,
        "document": document,
        "kind": kind.value,
        "name": name,
        "start": span.start,
        "end": span.end,
    }


def rejected_keys(reader: Reader, document: DocumentId) -> set[ProposalKey]:
    """Return the keys of what an analyst rejected in a document."""
    rows = reader.conn.execute("SELECT key FROM rejection WHERE document = ?", [document])
    return {ProposalKey(key) for (key,) in rows}


def rejections(reader: Reader, document: DocumentId) -> list[Rejection]:
    """Return what an analyst rejected in a document, oldest first."""
    return rejections_by_document(reader, [document]).get(document, [])


def rejections_by_document(
    reader: Reader, ids: Iterable[DocumentId]
) -> dict[DocumentId, list[Rejection]]:
    """Return what was rejected in several documents, oldest first."""
    rows = reader.conn.execute(
        'SELECT key, document, kind, name, start, "end" FROM rejection'
        " WHERE document IN (SELECT value FROM json_each(?)) ORDER BY id",
        [json.dumps(list(ids))],
    )
    found: dict[DocumentId, list[Rejection]] = defaultdict(list)
    for key, owner, kind, name, start, end in rows:
        id_ = DocumentId(owner)
        found[id_].append(Rejection(ProposalKey(key), id_, ProposalKind(kind), name, start, end))
    return found


def put_proposals(
    session: Session,
    document: DocumentId,
    mentions: Iterable[MentionProposal],
    claims: Iterable[ClaimProposal],
) -> None:
    """Replace what is proposed for a document. Keys are made here, so that they are stable.

    Many documents: call it inside one ``with session.derive(…)``, for one save and one notice.
    """
    rows = {row[0]: row for row in (*map(_mention_row, mentions), *map(_claim_row, claims))}
    if {row[1] for row in rows.values()} - {document}:
        raise ValueError("a proposal for another document")
    with session.derive(Label("undo-proposals")) as touched:
        conn = session.conn
        before = {
            row[0]: row
            for row in conn.execute(
                f"SELECT {_STORED} FROM proposal WHERE document = ?"
                # What is decided stays, so that undoing the decision brings it back.
                " AND (open = 1 OR version <> ? OR key IN (SELECT value FROM json_each(?)))",
                [document, VERSION, json.dumps(list(rows))],
            )
        }
        stale = [key for key, row in before.items() if rows.get(key) != row]
        added = [row for key, row in rows.items() if before.get(key) != row]
        conn.executemany("DELETE FROM proposal WHERE key = ?", [(key,) for key in stale])
        conn.executemany(
            f"INSERT INTO proposal ({_STORED}, open) VALUES (?, ?, ?, ?, ?, ?, ?, ?, 1)", added
        )
        for key in (*stale, *(row[0] for row in added)):
            touched.add("proposal", key)
            touched.documents.add(document)
        open_state.refresh(conn, [document], touched)


def _key(document: str, kind: ProposalKind, spans: Sequence[Span], name: str) -> ProposalKey:
    told = encode.dumps([document, kind, [[span.start, span.end] for span in spans], name])
    return ProposalKey(hashlib.sha256(told.encode()).hexdigest()[:32])


def _mention_row(proposal: MentionProposal) -> tuple[Any, ...]:
    payload = {
        "span": encode.span(proposal.span),
        "quote": proposal.quote,
        "role": proposal.role,
        "kind": proposal.kind,
        "name": proposal.name,
        "entity": proposal.entity,
        "evidence": encode.evidence(proposal.evidence),
    }
    key = mention_key(proposal.document, proposal.span, proposal.name)
    start, end = proposal.span.start, proposal.span.end
    kind = str(ProposalKind.MENTION)
    stored = encode.dumps(payload)
    return (key, proposal.document, kind, start, end, float(proposal.score), stored, VERSION)


def _claim_row(proposal: ClaimProposal) -> tuple[Any, ...]:
    payload = {
        "spans": [encode.span(span) for span in proposal.spans],
        "quote": proposal.quote,
        "kind": proposal.kind,
        "slots": [encode.draft(slot) for slot in proposal.slots],
        "evidence": encode.evidence(proposal.evidence),
    }
    key = claim_key(proposal.document, proposal.spans)
    start, end = proposal.spans[0].start, proposal.spans[0].end
    kind = str(ProposalKind.CLAIM)
    stored = encode.dumps(payload)
    return (key, proposal.document, kind, start, end, float(proposal.score), stored, VERSION)


def _mention(row: tuple[Any, ...], living: set[str]) -> MentionProposal:
    key, document, score, stored = row
    data = json.loads(stored)
    return MentionProposal(
        key=ProposalKey(key),
        document=DocumentId(document),
        span=Span(*data["span"]),
        quote=data["quote"],
        role=MentionRole(data["role"]),
        kind=EntityKind(data["kind"]),
        name=data["name"],
        entity=EntityId(data["entity"]) if data["entity"] in living else None,
        score=score,
        evidence=encode.read_evidence(data["evidence"]),
    )


def _claim(row: tuple[Any, ...]) -> ClaimProposal:
    key, document, score, stored = row
    data = json.loads(stored)
    proposal = ClaimProposal(
        key=ProposalKey(key),
        document=DocumentId(document),
        spans=tuple(Span(*span) for span in data["spans"]),
        quote=data["quote"],
        kind=ClaimKind(data["kind"]),
        slots=(),
        score=score,
        evidence=encode.read_evidence(data["evidence"]),
    )
    return replace(proposal, slots=tuple(encode.read_draft(slot) for slot in data["slots"]))
