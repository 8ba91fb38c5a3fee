"""Commands on proposals: accept and reject. Each call is one undo step."""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache

from tawatur_core.arabic.fold import fold_text
from tawatur_core.edit import claims, entities, mentions
from tawatur_core.edit.parties import tie
from tawatur_core.model import (
    ClaimProposal,
    DocumentId,
    EntityId,
    EntityKind,
    Label,
    MentionProposal,
    Origin,
    ProposalKey,
    ProposalKind,
)
from tawatur_core.store.ids import new_ids
from tawatur_core.store.proposals import open_keys, open_proposal, rejection
from tawatur_core.store.session import Reader, Session
from tawatur_core.store.spans import shorten

Proposal = MentionProposal | ClaimProposal


def accept(session: Session, keys: Iterable[ProposalKey]) -> None:
    """Accept proposals: mentions are stored and linked, claims stored with their slots.

    A mention without an entity takes the one of the same folded name and kind, or makes it.
    The slots of a claim stay marked as proposed; a party among them is linked to the entity
    mentioned in its words, whichever of the two is accepted first. Raises NoSuchRow for one that
    is not open.
    """
    offered = _offered(session, keys)
    with session.edit(_label("undo-proposal-accept", offered)) as txn:
        known = _known(session)
        for proposal in offered:
            if isinstance(proposal, ClaimProposal):
                _accept_claim(session, proposal)
            else:
                _accept_mention(session, proposal, known)
        for document in dict.fromkeys(proposal.document for proposal in offered):
            tie(txn, session, document)


def accept_document(
    session: Session, document: DocumentId, kind: ProposalKind | None = None
) -> None:
    """Accept all that is proposed for a document, or all of one kind."""
    accept(session, open_keys(session, document, kind))


def accept_all(session: Session) -> None:
    """Accept all that is proposed."""
    accept(session, open_keys(session))


def reject(session: Session, keys: Iterable[ProposalKey]) -> None:
    """Reject proposals for good: they are not proposed again. Raises NoSuchRow."""
    offered = _offered(session, keys)
    with session.edit(_label("undo-proposal-reject", offered)) as txn:
        for proposal in offered:
            txn.insert("rejection", new_ids(1)[0], rejection(proposal))


def entity_of(reader: Reader, proposal: MentionProposal) -> EntityId | None:
    """Return the entity that accepting would link to; None when it would make one."""
    return _standing(reader, proposal) or _known(reader).get(_name(proposal))


def _standing(reader: Reader, proposal: MentionProposal) -> EntityId | None:
    """Return the proposal's own entity, unless it was removed since."""
    found = reader.conn.execute("SELECT id FROM entity WHERE id = ?", [proposal.entity]).fetchone()
    return EntityId(found[0]) if found else None


def _name(proposal: MentionProposal) -> tuple[str, EntityKind]:
    return _folded(proposal.name), proposal.kind


def _offered(session: Session, keys: Iterable[ProposalKey]) -> list[Proposal]:
    return [open_proposal(session, key) for key in dict.fromkeys(keys)]


def _label(code: str, offered: list[Proposal]) -> Label:
    quote = shorten(offered[0].quote) if offered else ""
    return Label(code, {"count": len(offered), "quote": quote})


def _accept_mention(
    session: Session,
    proposal: MentionProposal,
    known: dict[tuple[str, EntityKind], EntityId],
) -> None:
    name = _name(proposal)
    entity = _standing(session, proposal) or known.get(name)
    if entity is None:
        entity = known[name] = entities.create(session, proposal.name, proposal.kind)
    mentions.mark(
        session,
        proposal.document,
        proposal.span,
        entity=entity,
        role=proposal.role,
        origin=Origin.ACCEPTED,
        proposal=proposal.key,
    )


def _accept_claim(session: Session, proposal: ClaimProposal) -> None:
    claims.mark(
        session,
        proposal.document,
        proposal.spans,
        proposal.kind,
        proposal.slots,
        origin=Origin.ACCEPTED,
        proposal=proposal.key,
    )


def _known(reader: Reader) -> dict[tuple[str, EntityKind], EntityId]:
    """Return the entities by folded name and kind; a name counts before an alias, oldest first."""
    rows = reader.conn.execute(
        "SELECT id, kind, name, 0 AS alias FROM entity UNION ALL"
        " SELECT e.id, e.kind, a.text, 1 FROM alias a JOIN entity e ON e.id = a.entity"
        " ORDER BY 4, 1"
    )
    known: dict[tuple[str, EntityKind], EntityId] = {}
    for id_, kind, name, _alias in rows:
        known.setdefault((_folded(name), EntityKind(kind)), EntityId(id_))
    return known


@lru_cache(maxsize=1 << 16)
def _folded(name: str) -> str:
    return fold_text(name)
