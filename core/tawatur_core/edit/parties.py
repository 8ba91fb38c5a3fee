"""Tying the proposed parties of claims (who said it, who did it, where) to entities."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping

from tawatur_core.model import (
    DocumentId,
    EntityId,
    EntityKind,
    MentionId,
    Origin,
    Party,
    Span,
)
from tawatur_core.reconcile.parties import Linked, head_of
from tawatur_core.store.claims import claims_of
from tawatur_core.store.mentions import mention
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


def follow(txn: Transaction, session: Session, before: Mapping[MentionId, EntityId | None]) -> None:
    """Let proposed parties go with the mentions in their words, whose link was `before` another.

    An analyst's party stays as it is.
    """
    moved: defaultdict[DocumentId, list[tuple[Span, EntityId | None]]] = defaultdict(list)
    for id_, entity in before.items():
        one = mention(session, id_)
        moved[one.document].append((one.span, entity))
    for document, places in moved.items():
        linked = _linked(session, document)
        for claim in claims_of(session, document):
            for slot in claim.slots:
                party, span = slot.value, slot.span
                if not isinstance(party, Party) or span is None or party.entity is None:
                    continue
                was = any(span.overlaps(place) and old == party.entity for place, old in places)
                entity = head_of(span, party.text, linked) if was else party.entity
                if entity != party.entity and slot.origin is Origin.PROPOSED:
                    txn.update("slot", slot.id, {"entity": entity})


def _linked(session: Session, document: DocumentId) -> list[Linked]:
    rows = session.conn.execute(
        'SELECT m.start, m."end", e.id, e.kind FROM mention m JOIN entity e ON e.id = m.entity'
        " WHERE m.document = ? ORDER BY m.start, m.id",
        [document],
    )
    return [Linked(Span(a, b), EntityId(id_), EntityKind(kind)) for a, b, id_, kind in rows]
