"""Commands of the review: deciding a conflict, reopening it. Each call is one undo step."""

from __future__ import annotations

from collections.abc import Sequence

from tawatur_core import encode
from tawatur_core.edit import entities
from tawatur_core.errors import NoSuchRow
from tawatur_core.model import (
    Choice,
    Confidence,
    Conflict,
    ConflictKey,
    ConflictKind,
    EntityProposal,
    Label,
    VerdictId,
)
from tawatur_core.store.entities import entity
from tawatur_core.store.ids import new_ids
from tawatur_core.store.log import now
from tawatur_core.store.session import Session
from tawatur_core.store.spans import shorten
from tawatur_core.store.transaction import Transaction
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
    seen = [encode.value_text(one) for one in conflict.rows[0].values] if conflict.rows else []
    label = Label("undo-verdict", {"choice": choice.value, "seen": shorten(" / ".join(seen))})
    with session.edit(label) as txn:
        return _record(
            session,
            txn,
            key=conflict.key,
            kind=conflict.kind,
            choice=choice,
            chosen=chosen,
            value=value,
            reason=reason,
            confidence=confidence,
            sides=conflict.claims,
            seen=seen,
        )


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
        made = _record(
            session,
            txn,
            key=proposal.key,
            kind=ConflictKind.NAME,
            choice=choice,
            chosen="",
            value="",
            reason=reason,
            confidence=confidence,
            sides=pair,
            seen=names,
        )
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


def _record(
    session: Session,
    txn: Transaction,
    *,
    key: ConflictKey,
    kind: ConflictKind,
    choice: Choice,
    chosen: str,
    value: str,
    reason: str,
    confidence: Confidence,
    sides: Sequence[str],
    seen: Sequence[str],
) -> VerdictId:
    (row,) = new_ids(1)
    txn.insert(
        "verdict",
        row,
        {
            "key": key,
            "kind": kind.value,
            "choice": choice.value,
            "chosen": chosen,
            "value": value,
            "reason": reason,
            "confidence": confidence.value,
            "sides": encode.dumps(list(sides)),
            "seen": encode.dumps(list(seen)),
            "analyst": session.analyst,
            "given_at": now(),
        },
    )
    return VerdictId(row)


def _used(session: Session, id_: str) -> int:
    found = session.conn.execute("SELECT count(*) FROM mention WHERE entity = ?", [id_])
    return int(found.fetchone()[0])
