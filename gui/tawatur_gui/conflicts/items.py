"""The queue of a review: open conflicts by weight, names that may be one, and what is decided."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from tawatur_core.model import (
    Choice,
    Conflict,
    ConflictKey,
    ConflictKind,
    EntityProposal,
    Verdict,
)
from tawatur_core.standing import Changed, changed_since
from tawatur_core.store import derived, verdicts as verdict_store
from tawatur_core.store.session import Reader


class State(StrEnum):
    """How far the review of an item has come, in the order of the queue."""

    OPEN = "open"
    LATER = "later"
    DONE = "done"


@dataclass(frozen=True, slots=True)
class Item:
    """One thing to decide: a conflict, a pair of names, or a verdict whose subject is gone."""

    key: ConflictKey
    kind: ConflictKind
    conflict: Conflict | None = None
    names: EntityProposal | None = None
    verdict: Verdict | None = None
    changed: tuple[Changed, ...] = ()  # what the verdict was given on and is otherwise now

    @property
    def state(self) -> State:
        """Open, put off, or decided."""
        if self.verdict is None or self.verdict.reopened or self.changed:
            return State.OPEN
        return State.LATER if self.verdict.choice is Choice.DEFERRED else State.DONE


def load(reader: Reader) -> list[Item]:
    """Return everything in the order of the queue: open, put off, decided (latest first)."""
    given = verdict_store.verdicts(reader)
    items = [_conflict(each, given.get(each.key)) for each in derived.conflicts(reader)]
    items += [
        Item(each.key, ConflictKind.NAME, names=each, verdict=given.get(each.key))
        for each in derived.entity_proposals(reader)
    ]
    there = {item.key for item in items}
    items += [
        Item(key, verdict.kind, verdict=verdict)
        for key, verdict in given.items()
        if key not in there and not verdict.reopened and verdict.choice is not Choice.DEFERRED
    ]
    by_state: dict[State, list[Item]] = {state: [] for state in State}
    for item in items:
        by_state[item.state].append(item)
    by_state[State.DONE].sort(key=_age)
    return [item for state in State for item in by_state[state]]


def _conflict(conflict: Conflict, verdict: Verdict | None) -> Item:
    changed = changed_since(verdict, conflict) if verdict is not None else ()
    return Item(conflict.key, conflict.kind, conflict=conflict, verdict=verdict, changed=changed)


def _age(item: Item) -> float:
    return -item.verdict.given_at.timestamp() if item.verdict is not None else 0.0


@dataclass(frozen=True, slots=True)
class Progress:
    """How many of all items are decided."""

    done: int
    total: int

    @classmethod
    def of(cls, items: list[Item]) -> Progress:
        """Count a queue."""
        return cls(sum(item.state is State.DONE for item in items), len(items))


def following(before: list[Item], key: ConflictKey | None, now: list[Item]) -> Item | None:
    """Return what to decide next: the open item of `now` that followed `key` in the queue `before`.

    From the end it goes on at the top; None when nothing is open.
    """
    open_now = {item.key: item for item in now if item.state is State.OPEN}
    keys = [item.key for item in before]
    start = keys.index(key) + 1 if key in keys else 0
    in_order = (*keys[start:], *keys[:start], *open_now)
    return next((open_now[each] for each in in_order if each in open_now), None)


def reopened(before: list[Item], now: list[Item]) -> Item | None:
    """Return the one item that was decided or put off before and is open now (after an undo)."""
    closed = {item.key for item in before if item.state is not State.OPEN}
    back = [item for item in now if item.key in closed and item.state is State.OPEN]
    return back[0] if len(back) == 1 else None
