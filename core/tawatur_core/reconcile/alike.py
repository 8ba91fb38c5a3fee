"""Conflicts that are alike: one verdict can be given on all of them at once."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum

from tawatur_core.arabic import fold_text
from tawatur_core.model import (
    Choice,
    ClaimId,
    Conflict,
    HowMany,
    Party,
    SlotValue,
    When,
    Words,
)


class Likeness(StrEnum):
    """By what conflicts of one kind are alike: the same values, or the same outlets as sides."""

    VALUES = "values"
    OUTLETS = "outlets"


@dataclass(frozen=True, slots=True)
class Alike:
    """A conflict like another one. `sides` gives for each claim of the other its own side."""

    conflict: Conflict
    sides: Mapping[ClaimId, ClaimId]


def alike(
    conflict: Conflict,
    others: Iterable[Conflict],
    likeness: Likeness = Likeness.VALUES,
    outlets: Mapping[ClaimId, str] | None = None,
) -> tuple[Alike, ...]:
    """Return the conflicts that are like `conflict`, in their order, without itself.

    Alike are conflicts of one kind between the same values, whatever the words they are written
    in, or between the same two or more outlets (`outlets` names that of each claim; a claim
    without one is like no other).
    """
    ours = _sides(conflict, likeness, outlets or {})
    found = []
    if len(ours) < 2:
        return ()
    for other in others:
        if other.key == conflict.key or other.kind is not conflict.kind:
            continue
        theirs = _sides(other, likeness, outlets or {})
        if theirs.keys() == ours.keys():
            sides = {claim: theirs[value][0] for value, claims in ours.items() for claim in claims}
            found.append(Alike(other, sides))
    return tuple(found)


def applies_to_all(choice: Choice, likeness: Likeness) -> bool:
    """Whether a verdict can be carried over: an edited value only to the same values."""
    return choice is not Choice.EDITED or likeness is Likeness.VALUES


def _sides(
    conflict: Conflict, likeness: Likeness, outlets: Mapping[ClaimId, str]
) -> dict[object, list[ClaimId]]:
    """Return the claims of each side; none where a side cannot be told."""
    sides: dict[object, list[ClaimId]] = {}
    if likeness is Likeness.OUTLETS:
        told: list[object] = [outlets.get(claim) or None for claim in conflict.claims]
    elif conflict.rows:
        told = [value_key(value) for value in conflict.rows[0].values]
    else:
        return {}
    for claim, side in zip(conflict.claims, told, strict=True):
        if side is None and likeness is Likeness.OUTLETS:
            return {}
        sides.setdefault(side, []).append(claim)
    return sides


def value_key(value: SlotValue | None) -> object:
    """Return what two values have in common when they mean one thing, however it is written."""
    match value:
        case None:
            return None
        case Party(text, entity):
            return ("party", entity or fold_text(text))
        case When(_, first, last, _, _) if first is not None or last is not None:
            return ("when", first, last)
        case HowMany(_, low, high, unit, _) if low is not None or high is not None:
            return ("how_many", low, high, fold_text(unit))
        case Words(text) | When(text) | HowMany(text):
            return ("words", fold_text(text))
        case _:
            return ("state", str(value))
