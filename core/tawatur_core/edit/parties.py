"""Tying the proposed parties of claims (who said it, who did it, where) to entities."""

from __future__ import annotations

from tawatur_core.model import DocumentId, EntityId, EntityKind, Origin, Party, Span
from tawatur_core.reconcile.parties import Linked, head_of
from tawatur_core.store.claims import claims_of
from tawatur_core.store.session import Session
from tawatur_core.store.transaction import Transaction


def tie(txn: Transaction, session: Session, document: DocumentId) -> None:
    """Link the parties a document's claims came with to the entity mentioned in their words.

    Only what the program proposed and nobody has linked: an analyst's party stays as it is.
    """
    linked = _linked(session, document)
    for claim in claims_of(session, document) if linked else ():
        for slot in claim.slots:
            party = slot.value
            if not isinstance(party, Party) or party.entity is not None or slot.span is None:
                continue
            entity = head_of(slot.span, party.text, linked)
            if entity is not None and slot.origin is Origin.PROPOSED:
                txn.update("slot", slot.id, {"entity": entity})


def _linked(session: Session, document: DocumentId) -> list[Linked]:
    rows = session.conn.execute(
        'SELECT m.start, m."end", e.id, e.kind FROM mention m JOIN entity e ON e.id = m.entity'
        " WHERE m.document = ? ORDER BY m.start, m.id",
        [document],
    )
    return [Linked(Span(a, b), EntityId(id_), EntityKind(kind)) for a, b, id_, kind in rows]
