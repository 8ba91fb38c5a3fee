"""Commands on mentions. Each call is one undo step."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from tawatur_core.edit.parties import follow
from tawatur_core.model import (
    DocumentId,
    EntityId,
    Label,
    MentionId,
    MentionRole,
    Origin,
    ProposalKey,
    Span,
)
from tawatur_core.store.documents import text_of
from tawatur_core.store.entities import entity
from tawatur_core.store.ids import new_ids
from tawatur_core.store.mentions import mention
from tawatur_core.store.proposals import reject_row
from tawatur_core.store.session import Session
from tawatur_core.store.spans import anchored, shorten, snap


def mark(
    session: Session,
    document: DocumentId,
    span: Span,
    *,
    entity: EntityId | None = None,
    role: MentionRole = MentionRole.NAME,
    origin: Origin = Origin.ANALYST,
    proposal: ProposalKey | None = None,
) -> MentionId:
    """Mark a mention, linked to an entity if given. Raises NoSuchRow, BadSpan.

    `proposal` is the key of the proposal it was accepted from, if any.
    """
    text = _text(session, document)
    span = snap(text, span)
    if entity is not None:
        _name(session, entity)
    (row,) = new_ids(1)
    with session.edit(Label("undo-mention-mark", {"quote": shorten(span.of(text))})) as txn:
        txn.insert(
            "mention",
            row,
            {
                "document": document,
                "role": role.value,
                "entity": entity,
                "origin": origin.value,
                "proposal": proposal or "",
                "author": session.analyst,
                **anchored(text, span),
            },
        )
    return MentionId(row)


def mark_all(
    session: Session, places: Iterable[tuple[DocumentId, Span]], entity: EntityId
) -> list[MentionId]:
    """Mark many places as mentions of an entity, as one step.

    Where a mention stands on the very same words, it is linked instead. Raises NoSuchRow, BadSpan.
    """
    wanted = list(places)
    label = Label("undo-mention-mark-all", {"count": len(wanted), "name": _name(session, entity)})
    made: list[MentionId] = []
    with session.edit(label) as txn:
        for place, span in wanted:
            standing = _standing(session, place, snap(_text(session, place), span))
            if standing is None:
                made.append(mark(session, place, span, entity=entity))
            else:
                txn.update("mention", standing, {"entity": entity})
                made.append(standing)
    return made


def link(session: Session, mentions: Sequence[MentionId], entity: EntityId) -> None:
    """Link mentions to an entity. Raises NoSuchRow."""
    args: dict[str, str | int] = {"count": len(mentions), "name": _name(session, entity)}
    with session.edit(Label("undo-mention-link", args)) as txn:
        before = {row: mention(session, row).entity for row in mentions}
        for row in mentions:
            txn.update("mention", row, {"entity": entity})
        follow(txn, session, before)


def unlink(session: Session, mentions: Sequence[MentionId]) -> None:
    """Take the link from mentions. Raises NoSuchRow."""
    with session.edit(Label("undo-mention-unlink", {"count": len(mentions)})) as txn:
        before = {row: mention(session, row).entity for row in mentions}
        for row in mentions:
            txn.update("mention", row, {"entity": None})
        follow(txn, session, before)


def set_span(session: Session, mention: MentionId, span: Span) -> None:
    """Move a mention to other words of its document. Raises NoSuchRow, BadSpan."""
    text = _text(session, _document(session, mention))
    span = snap(text, span)
    with session.edit(Label("undo-mention-span", {"quote": shorten(span.of(text))})) as txn:
        txn.update("mention", mention, anchored(text, span))


def set_role(session: Session, mention: MentionId, role: MentionRole) -> None:
    """Say how a mention names its entity. Raises NoSuchRow."""
    with session.edit(Label("undo-mention-role", {"quote": _quote(session, mention)})) as txn:
        txn.update("mention", mention, {"role": role.value})


def remove(session: Session, mention: MentionId) -> None:
    """Remove a mention. One that came from a proposal is not proposed again. Raises NoSuchRow."""
    with session.edit(Label("undo-mention-remove", {"quote": _quote(session, mention)})) as txn:
        reject_row(session, txn, "mention", mention)
        txn.delete("mention", mention)


def _text(session: Session, id_: DocumentId) -> str:
    return text_of(session, id_)


def _name(session: Session, id_: EntityId) -> str:
    return shorten(entity(session, id_).name)


def _document(session: Session, id_: MentionId) -> DocumentId:
    return mention(session, id_).document


def _quote(session: Session, id_: MentionId) -> str:
    return shorten(mention(session, id_).quote)


def _standing(session: Session, document: DocumentId, span: Span) -> MentionId | None:
    found = session.conn.execute(
        'SELECT id FROM mention WHERE document = ? AND start = ? AND "end" = ? ORDER BY id',
        [document, span.start, span.end],
    ).fetchone()
    return MentionId(found[0]) if found else None
