"""The queue of a review: open conflicts by weight, names that may be one, and what is decided."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from enum import StrEnum
from itertools import chain

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
    LAPSED = "lapsed"  # decided, and no conflict any more


@dataclass(frozen=True, slots=True)
class Item:
    """One thing to decide: a conflict, a pair of names, or a verdict whose subject is gone."""

    key: ConflictKey
    conflict: Conflict | None = None
    names: EntityProposal | None = None
    verdict: Verdict | None = None
    changed: tuple[Changed, ...] = ()  # what the verdict was given on and is otherwise now

    @property
    def kind(self) -> ConflictKind:
        """What kind of conflict it is."""
        if self.conflict is not None:
            return self.conflict.kind
        return self.verdict.kind if self.names is None and self.verdict else ConflictKind.NAME

    @property
    def state(self) -> State:
        """Open, put off, decided, or decided and no conflict any more."""
        if self.verdict is None or self.verdict.reopened or self.changed:
            return State.OPEN
        if self.verdict.choice is Choice.DEFERRED:
            return State.LATER
        # Two names are gone because they were decided: they are one now, or told apart for good.
        gone = self.conflict is None and self.kind is not ConflictKind.NAME
        return State.LAPSED if gone else State.DONE


@dataclass(frozen=True, slots=True)
class Progress:
    """How many are decided of all that is to be decided."""

    done: int
    total: int

    @classmethod
    def of(cls, items: list[Item]) -> Progress:
        """Count a queue."""
        states = [item.state for item in items if item.state is not State.LAPSED]
        return cls(states.count(State.DONE), len(states))


class Matters:
    """All there is to decide, kept: after a verdict only what it was given on is read again."""

    def __init__(self) -> None:
        self._there: dict[ConflictKey, Item] = {}  # conflicts by rank, then pairs of names
        self._gone: dict[ConflictKey, Item] = {}  # verdicts whose subject is not there any more
        self._known = True  # what conflicts, since verdicts were last brought in
        self.progress = Progress(0, 0)
        self.waiting: frozenset[ConflictKey] = frozenset()  # open or put off

    def load(self, reader: Reader) -> list[Item]:
        """Read everything; return it in the order of the queue."""
        given, self._known = verdict_store.verdicts(reader), derived.reconciled(reader)
        unlike = verdict_store.unlike(reader) if given else set()
        self._there = {
            each.key: _conflict(each, given.get(each.key), unlike=each.key in unlike)
            for each in derived.conflicts(reader)
        }
        for each in derived.entity_proposals(reader):
            self._there[each.key] = Item(each.key, names=each, verdict=given.get(each.key))
        self._gone = {
            key: Item(key, verdict=verdict)
            for key, verdict in given.items()
            if key not in self._there
        }
        return self._ordered()

    def renew(self, reader: Reader, verdicts: Collection[str]) -> list[Item]:
        """Read these verdicts again, which are all that changed, and return the queue."""
        keys = verdict_store.keys_of(reader, verdicts)
        keys |= {  # one that was taken back is told by what it was given on before
            item.key
            for item in (*self._there.values(), *self._gone.values())
            if item.verdict is not None and item.verdict.id in verdicts
        }
        given = verdict_store.verdicts_of(reader, keys)
        for key in keys:
            verdict, item = given.get(key), self._there.get(key)
            if item is not None and item.conflict is not None:
                self._there[key] = _conflict(item.conflict, verdict, unlike=True)
            elif item is not None:
                self._there[key] = Item(key, names=item.names, verdict=verdict)
            elif verdict is not None:
                self._gone[key] = Item(key, verdict=verdict)
            else:
                self._gone.pop(key, None)
        return self._ordered()

    def _ordered(self) -> list[Item]:
        """Open, put off, decided, lapsed (the latest first); what is gone only when decided."""
        by_state: dict[State, list[Item]] = {state: [] for state in State}
        for item in self._there.values():
            by_state[item.state].append(item)
        decided = by_state[State.DONE]
        lapsed = by_state[State.LAPSED]
        for item in self._gone.values():
            if item.state is State.DONE or (item.state is State.LAPSED and self._known):
                by_state[item.state].append(item)
        decided.sort(key=_age)
        lapsed.sort(key=_age)
        waiting = by_state[State.OPEN] + by_state[State.LATER]
        self.waiting = frozenset([item.key for item in waiting])
        self.progress = Progress(len(decided), len(waiting) + len(decided))
        return waiting + decided + lapsed


def load(reader: Reader) -> list[Item]:
    """Return everything in the order of the queue: open, put off, decided, lapsed."""
    return Matters().load(reader)


def _conflict(conflict: Conflict, verdict: Verdict | None, *, unlike: bool) -> Item:
    """Return the item of a conflict; only a verdict on `unlike` values is compared with them."""
    if verdict is None:
        return Item(conflict.key, conflict)
    changed = changed_since(verdict, conflict) if unlike else ()
    return Item(conflict.key, conflict, verdict=verdict, changed=changed)


def _age(item: Item) -> float:
    return -item.verdict.given_at.timestamp() if item.verdict is not None else 0.0


def following(before: list[Item], key: ConflictKey | None, now: list[Item]) -> Item | None:
    """Return what to decide next: the open item of `now` that followed `key` in the queue `before`.

    From the end it goes on at the top; None when nothing is open.
    """
    there = {item.key: item for item in now}
    start = next((place for place, item in enumerate(before, 1) if item.key == key), 0)
    in_order = chain(before[start:], before[:start], now)
    found = (there.get(each.key) for each in in_order)
    return next((item for item in found if item and item.state is State.OPEN), None)


def reopened(before: list[Item], now: list[Item]) -> Item | None:
    """Return the one item that was decided or put off before and is open now (after an undo)."""
    closed = {item.key for item in before if item.state is not State.OPEN}
    back = [item for item in now if item.key in closed and item.state is State.OPEN]
    return back[0] if len(back) == 1 else None
