"""Writing down a verdict: what all commands that decide something share."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from tawatur_core import encode
from tawatur_core.model import Choice, Confidence, ConflictKey, ConflictKind, EntityId, VerdictId
from tawatur_core.reconcile.entities import proposal_key
from tawatur_core.store.ids import new_ids
from tawatur_core.store.log import now
from tawatur_core.store.transaction import Transaction


@dataclass(frozen=True, slots=True)
class Word:
    """What an analyst says of a conflict or of two names, apart from what it is said of."""

    choice: Choice
    reason: str = ""
    confidence: Confidence = Confidence.MEDIUM
    chosen: str = ""
    value: str = ""


@dataclass(frozen=True, slots=True)
class Asked:
    """What a verdict is given on: the values of the sides now, as text and as linked entities."""

    key: ConflictKey
    kind: ConflictKind
    sides: Sequence[str]
    seen: Sequence[str]
    linked: Sequence[str] = ()

    @classmethod
    def names(cls, pair: tuple[EntityId, EntityId], names: Sequence[str]) -> Asked:
        """Return the question whether two entities are one."""
        return cls(proposal_key(*pair), ConflictKind.NAME, pair, names)


def record(txn: Transaction, analyst: str, asked: Asked, word: Word) -> VerdictId:
    """Record what an analyst says now; earlier verdicts on the same key are kept as history."""
    (row,) = new_ids(1)
    txn.insert(
        "verdict",
        row,
        {
            "key": asked.key,
            "kind": asked.kind.value,
            "choice": word.choice.value,
            "chosen": word.chosen,
            "value": word.value,
            "reason": word.reason,
            "confidence": word.confidence.value,
            "sides": encode.dumps(list(asked.sides)),
            "seen": encode.dumps(list(asked.seen)),
            "linked": encode.dumps(list(asked.linked)),
            "analyst": analyst,
            "given_at": now(),
        },
    )
    return VerdictId(row)
