"""Commands of the review: deciding a conflict, reopening it. Each call is one undo step."""

from __future__ import annotations

from collections.abc import Sequence

from tawatur_core import encode
from tawatur_core.edit import entities
from tawatur_core.edit.recording import Asked, Word, record
from tawatur_core.errors import NoSuchRow
from tawatur_core.model import (
    Choice,
    ClaimId,
    Confidence,
    Conflict,
    ConflictKey,
    ConflictKind,
    EntityProposal,
    Label,
    VerdictId,
)
from tawatur_core.reconcile.alike import Alike
from tawatur_core.store.entities import entity
from tawatur_core.store.session import Session
from tawatur_core.store.spans import shorten
from tawatur_core.store.verdicts import verdicts


def decide(
    session: Session,
    conflict: Conflict,
    choice: Choice,
    *,
    chosen: str = "",
    value: str = "",
    reason: str = "",
    confidence: Confidence = Confidence.MEDIUM,
) -> VerdictId:
    """Record a verdict on a conflict; earlier ones are kept as history.

    `chosen` is the claim of the side that is right (ONE_SIDE), `value` the right value (EDITED).
    """
    return _decide(session, conflict, Word(choice, reason, confidence, chosen, value))


def decide_alike(
    session: Session,
    conflict: Conflict,
    others: Sequence[Alike],
    choice: Choice,
    *,
    chosen: str = "",
    value: str = "",
    reason: str = "",
    confidence: Confidence = Confidence.MEDIUM,
) -> list[VerdictId]:
    """Give one verdict on a conflict and on all that are like it (`reconcile.alike`).

    The right side of each is the one that is like the `chosen` side. Returns a verdict for each,
    that of `conflict` first.
    """
    label = Label("undo-verdict-alike", {"choice": choice.value, "count": 1 + len(others)})
    with session.edit(label):
        made = [_decide(session, conflict, Word(choice, reason, confidence, chosen, value))]
        for other in others:
            side = other.sides[ClaimId(chosen)] if chosen else ""
            word = Word(choice, reason, confidence, side, value)
            made.append(_decide(session, other.conflict, word))
    return made


def decide_entities(
    session: Session,
    proposal: EntityProposal,
    choice: Choice,
    *,
    reason: str = "",
    confidence: Confidence = Confidence.MEDIUM,
) -> VerdictId:
    """Record whether two entities are one; SAME_ENTITY merges the less used into the other.

    Raises NoSuchRow when one of them is gone.
    """
    pair = (proposal.a, proposal.b)
    names = [entity(session, one).name for one in pair]
    label = Label("undo-verdict", {"choice": choice.value, "seen": shorten(" / ".join(names))})
    with session.edit(label) as txn:
        word = Word(choice, reason, confidence)
        asked = Asked(proposal.key, ConflictKind.NAME, pair, names)
        made = record(txn, session.analyst, asked, word)
        if choice is Choice.SAME_ENTITY:
            keep, other = sorted(pair, key=lambda one: (-_used(session, one), one))
            entities.merge(session, keep, [other])
    return made


def reopen(session: Session, key: ConflictKey) -> None:
    """Put a decided conflict back into the queue; its verdict is kept. Raises NoSuchRow."""
    found = verdicts(session).get(key)
    if found is None:
        raise NoSuchRow("verdict", key)
    with session.edit(Label("undo-reopen", {"seen": shorten(" / ".join(found.seen))})) as txn:
        txn.update("verdict", found.id, {"reopened": 1})


def _decide(session: Session, conflict: Conflict, word: Word) -> VerdictId:
    values = conflict.rows[0].values if conflict.rows else ()
    seen = [encode.value_text(one) for one in values]
    label = Label("undo-verdict", {"choice": word.choice.value, "seen": shorten(" / ".join(seen))})
    with session.edit(label) as txn:
        linked = [encode.value_entity(one) for one in values]
        asked = Asked(conflict.key, conflict.kind, conflict.claims, seen, linked)
        return record(txn, session.analyst, asked, word)


def _used(session: Session, id_: str) -> int:
    found = session.conn.execute("SELECT count(*) FROM mention WHERE entity = ?", [id_])
    return int(found.fetchone()[0])
