"""Whether a verdict decides its conflict as it is now, or was given on other values.

Nothing is recorded: what changed is read from what the analyst saw and what the claims say today,
so taking the change back makes the verdict stand again.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from tawatur_core import encode
from tawatur_core.arabic import fold_text
from tawatur_core.model import Choice, Claim, Conflict, EntityId, SlotValue, Verdict


@dataclass(frozen=True, slots=True)
class Changed:
    """A side of a verdict whose value is another now. `now` is '' when the value was removed.

    `linked` are the entities it was and is linked to, where these are not one; '' is none.
    """

    claim: str
    then: str
    now: str
    linked: tuple[str, str] = ("", "")

    def in_words(self, names: Mapping[EntityId, str]) -> tuple[str, str]:
        """Return what it was and what it is; where only the entity is another, with its name."""
        sides = zip((self.then, self.now), self.linked, strict=True)
        then, now = (
            f"{text} ({names[EntityId(entity)]})" if entity in names else text or "–"
            for text, entity in sides
        )
        return then, now


@dataclass(frozen=True, slots=True)
class GivenOn:
    """What a verdict was given on: the claims with their values as text and as entities."""

    sides: Sequence[str]
    seen: Sequence[str]
    linked: Sequence[str] = ()


@dataclass(frozen=True, slots=True)
class Lapsed:
    """A verdict whose claims no longer conflict: they changed, were removed or tell two events.

    `claims` are its sides as they are today, in the order of `verdict.sides`; None was removed.
    """

    verdict: Verdict
    claims: tuple[Claim | None, ...]


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
    same words is no change either, nor is an entity for words that were linked to none: they say
    what they said. The same words linked to another entity are another value.
    """
    if not conflict.rows or verdict.kind is not conflict.rows[0].kind:
        return ()
    given = GivenOn(verdict.sides, verdict.seen, verdict.linked)
    return changed_values(given, conflict.claims, conflict.rows[0].values)


def changed_values(
    given: GivenOn, claims: Sequence[str], values: Sequence[SlotValue | None]
) -> tuple[Changed, ...]:
    """Return those of `claims` whose value is not what the verdict was given on."""
    seen = dict(zip(given.sides, given.seen, strict=False))
    linked = dict(zip(given.sides, given.linked, strict=False))
    found = []
    for claim, value in zip(claims, values, strict=True):
        if claim not in seen:
            continue
        now, then = encode.value_text(value), seen[claim]
        entities = (linked.get(claim, ""), encode.value_entity(value))
        moved = bool(entities[0]) and entities[0] != entities[1]
        if moved or fold_text(then) != fold_text(now):
            found.append(Changed(claim, then, now, entities if moved else ("", "")))
    return tuple(found)
