"""Whether a verdict decides its conflict as it is now, or was given on other values.

Nothing is recorded: what changed is read from what the analyst saw and what the claims say today,
so taking the change back makes the verdict stand again.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from tawatur_core import encode
from tawatur_core.arabic import fold_text
from tawatur_core.model import Choice, Conflict, SlotValue, Verdict


@dataclass(frozen=True, slots=True)
class Changed:
    """A side of a verdict whose value is another now. `now` is '' when the value was removed."""

    claim: str
    then: str
    now: str


def stands(verdict: Verdict | None, conflict: Conflict) -> bool:
    """Whether a conflict is decided: its verdict is not put off, not reopened and not stale."""
    return (
        verdict is not None
        and not verdict.reopened
        and verdict.choice is not Choice.DEFERRED
        and not changed_since(verdict, conflict)
    )


def changed_since(verdict: Verdict, conflict: Conflict) -> tuple[Changed, ...]:
    """Return the sides of a conflict whose value changed since the verdict was given.

    A claim that joined later changes nothing about what was decided; another way of writing the
    same words is no change either.
    """
    if not conflict.rows or verdict.kind is not conflict.rows[0].kind:
        return ()
    return changed_values(verdict.sides, verdict.seen, conflict.claims, conflict.rows[0].values)


def changed_values(
    sides: Sequence[str],
    seen: Sequence[str],
    claims: Sequence[str],
    values: Sequence[SlotValue | None],
) -> tuple[Changed, ...]:
    """Return those of `claims` whose value is not what was `seen` of it among the `sides`."""
    now = dict(zip(claims, map(encode.value_text, values), strict=True))
    then = dict(zip(sides, seen, strict=False))
    return tuple(
        Changed(claim, then[claim], now[claim])
        for claim in claims
        if claim in then and fold_text(then[claim]) != fold_text(now[claim])
    )
