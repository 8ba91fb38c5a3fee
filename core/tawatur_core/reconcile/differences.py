"""What two claims share and where they part, word by word.

Words are matched by what survives inflection; what is left of each side is compared by sense. The
places where one claim puts another word than the other, in otherwise equal surroundings, say most.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from functools import cached_property

from tawatur_core.reconcile.matching import match
from tawatur_core.reconcile.said import Said, words_of
from tawatur_core.reconcile.sides import (
    after,
    bindings,
    denied,
    month_days,
    names_beside,
    neighbours,
    of_two_states,
    one_name,
    reverses,
    said_by,
    told_before,
    vaguer,
)

Two = tuple[str, str]


@dataclass(frozen=True)
class Differences:
    """Two claims laid beside each other."""

    a: tuple[Said, ...]
    b: tuple[Said, ...]
    matched: tuple[tuple[Said, Said], ...]  # by key, spelling, or state
    only_a: tuple[Said, ...]  # content, figures and negations that the other lacks
    only_b: tuple[Said, ...]

    @classmethod
    def of(cls, a: str, b: str) -> Differences:
        """Lay two claims beside each other."""
        ours, theirs = words_of(a), words_of(b)
        matched = match(ours, theirs)
        left = {x.at for x, _ in matched}, {y.at for _, y in matched}
        return cls(ours, theirs, matched, _rest(ours, left[0]), _rest(theirs, left[1]))

    @cached_property
    def content(self) -> tuple[int, int, int]:
        """How many content words match, and how many each side holds."""
        sides = [sum(not w.empty for w in side) for side in (self.a, self.b)]
        return sum(not x.empty for x, _ in self.matched), sides[0], sides[1]

    @cached_property
    def covered(self) -> float:
        """What part of the shorter claim the other holds."""
        shared, ours, theirs = self.content
        return shared / max(1, min(ours, theirs))

    @cached_property
    def alike(self) -> float:
        """What part of both claims is shared."""
        shared, ours, theirs = self.content
        return shared / max(1, ours + theirs - shared)

    @cached_property
    def in_one_place(self) -> bool:
        """Whether the claims differ in so little that what differs is put for one another.

        Where more differs, another name is another event: a blast in Kabul, a blast in Mali.
        """
        left = min(len(self.only_a), len(self.only_b))
        shared = self.content[0]
        return shared >= (3 if left <= 1 else 4) and left <= 2

    @cached_property
    def telling(self) -> float:
        """Return how telling the shared words are together; words of every day come to nothing."""
        return sum(x.rarity for x, _ in self.matched if not x.empty)

    @cached_property
    def pairs(self) -> tuple[tuple[Said, Said], ...]:
        """Return every word of one side beside every word of the other, where neither matched."""
        return tuple((x, y) for x in self.only_a for y in self.only_b)

    @cached_property
    def opposed(self) -> tuple[Two, ...]:
        """Return words that exclude one another, where neither side says both."""
        ours = {f for w in self.a for f in w.sense.fields}
        theirs = {f for w in self.b for f in w.sense.fields}
        found = []
        past = told_before(self.a), told_before(self.b)
        for x, y in self.pairs:
            if (x.at in past[0]) != (y.at in past[1]):
                continue  # an end, and the start that came after it
            clash = {f for f in x.sense.fields if -f in y.sense.fields}
            if clash and x.sense.opposes(y.sense) and _one_sided(clash, ours, theirs):
                found.append((x.word, y.word))
        return _distinct(found)

    @cached_property
    def leaning(self) -> tuple[Two, ...]:
        """Return words that exclude one another though a side says both."""
        return _distinct(
            (x.word, y.word)
            for x, y in self.pairs
            if x.sense.opposes(y.sense)
            and not (said_by(x, self.only_b) and said_by(y, self.only_a))
        )

    @cached_property
    def said_alike(self) -> tuple[Two, ...]:
        """Return different words that may say one thing."""
        return _distinct((x.word, y.word) for x, y in self.pairs if x.sense.says(y.sense))

    @cached_property
    def of_a_class(self) -> tuple[Two, ...]:
        """Return members of one class, one put for the other: dollars here, euros there."""
        figures = {w.word for w in self.a if w.figure} != {w.word for w in self.b if w.figure}
        return _distinct(
            (x.word, y.word)
            for x, y in self.pairs
            if x.sense.excludes(y.sense)
            and not x.sense.says(y.sense)
            and not (figures and _MEASURES & x.sense.classes)  # ربع مليون, 250 ألف
            and not (x.word.endswith(y.word) or y.word.endswith(x.word))
        )

    @cached_property
    def states(self) -> tuple[frozenset[str], frozenset[str]]:
        """Return the states that only one side names."""
        ours = frozenset(w.sense.state for w in self.a if w.sense.state)
        theirs = frozenset(w.sense.state for w in self.b if w.sense.state)
        only_a, only_b = ours - theirs, theirs - ours
        # كوريا may be either of the two: the vaguer name is no other state.
        return (
            frozenset(s for s in only_a if not any(vaguer(s, t) for t in theirs)),
            frozenset(s for s in only_b if not any(vaguer(s, t) for t in ours)),
        )

    @cached_property
    def states_in_place(self) -> tuple[Two, ...]:
        """Return states put one for the other: beside the same word, or at the same end."""
        ours = [w for w in self.only_a if w.sense.state in self.states[0]]
        theirs = [w for w in self.only_b if w.sense.state in self.states[1]]
        match = {x.at: y.at for x, y in self.matched}
        return _distinct(
            (x.word, y.word)
            for x in ours
            for y in theirs
            if of_two_states(x, y) and _in_place(x, y, self, match)
        )

    @cached_property
    def rite(self) -> bool:
        """Whether both tell of one of those acts that are done every day with somebody else."""
        return all(any(w.rite for w in side) for side in (self.a, self.b))

    @cached_property
    def other_rite(self) -> bool:
        """Whether the two tell of two such acts: congratulations here, condolences there."""
        ours, theirs = ([w for w in side if w.rite] for side in (self.a, self.b))
        same = any(x.key == y.key or x.sense.says(y.sense) for x in ours for y in theirs)
        return self.rite and not same

    @cached_property
    def negations(self) -> tuple[str, ...]:
        """Return the negations that one side holds and the other lacks."""
        ours = [w.word for w in self.a if w.negates]
        theirs = [w.word for w in self.b if w.negates]
        return () if bool(ours) == bool(theirs) else tuple(ours or theirs)

    @cached_property
    def warned(self) -> bool:
        """Whether one side negates what the other warns of or forbids, which is the same."""
        ours, theirs = (
            any(w.warns or w.reverses for w in side) for side in (self.only_a, self.only_b)
        )
        negated = [any(w.negates for w in side) for side in (self.only_a, self.only_b)]
        return (negated[0] and theirs) or (negated[1] and ours) or (ours and theirs)

    @cached_property
    def reversals(self) -> tuple[str, ...]:
        """Return words of one side that take back what the other tells: refuse, deny, fail."""
        ours = [w.word for w in self.only_a if reverses(w, self.b)]
        theirs = [w.word for w in self.only_b if reverses(w, self.a)]
        return () if bool(ours) == bool(theirs) else tuple(ours or theirs)

    @cached_property
    def taken_back(self) -> tuple[str, ...]:
        """Return what one side denies, refuses or cancels and the other tells."""
        return self._without(lambda w: w.denies)

    @cached_property
    def stopped(self) -> tuple[str, ...]:
        """Return what one side stops, forbids, puts off or gives up and the other tells."""
        return self._without(lambda w: w.reverses and not w.denies)

    def _without(self, takes_back: Callable[[Said], bool]) -> tuple[str, ...]:
        pairs = {x.at: y for x, y in self.matched}, {y.at: x for x, y in self.matched}
        sides = [
            denied(side, other, known, takes_back)
            for side, other, known in zip((self.a, self.b), (self.b, self.a), pairs, strict=True)
        ]
        return () if bool(sides[0]) == bool(sides[1]) else tuple(sides[0] or sides[1])

    @cached_property
    def bound(self) -> tuple[Two, ...]:
        """Return words that exclude one another and stand beside the same word in both claims."""
        ours, theirs = bindings(self.a), bindings(self.b)
        same = {(x.key, f) for x, d in ours for f in d.sense.fields} & {
            (y.key, f) for y, d in theirs for f in d.sense.fields
        }
        told = {key for key, _ in same}
        return _distinct(
            (d.word, e.word)
            for x, d in ours
            for y, e in theirs
            if x.key == y.key and x.key not in told and d.sense.opposes(e.sense)
        )

    @cached_property
    def replaced(self) -> tuple[Two, ...]:
        """Return content words put one for the other between equal neighbours."""
        keys = [[w.key for w in side if not w.empty] for side in (self.a, self.b)]
        shown = [[w for w in side if not w.empty] for side in (self.a, self.b)]
        for x, y in self.matched:  # what matched by spelling or state is equal here too
            if x.key != y.key and not x.empty and not y.empty:
                keys[1][shown[1].index(y)] = x.key
        found: list[Two] = []
        matcher = SequenceMatcher(None, keys[0], keys[1], autojunk=False)
        for tag, i1, i2, j1, j2 in matcher.get_opcodes():
            if tag == "replace" and i2 - i1 == j2 - j1 <= 2:
                pairs = zip(shown[0][i1:i2], shown[1][j1:j2], strict=True)
                found.extend((x.word, y.word) for x, y in pairs if _other(x, y))
        return tuple(found)

    @cached_property
    def turned(self) -> tuple[Two, ...]:
        """Return pairs of names that changed places: who does it, and to whom."""
        named = [(x, y) for x, y in self.matched if x.sense.state and y.sense.state]
        return tuple(
            (x.word, x2.word)
            for n, (x, y) in enumerate(named)
            for x2, y2 in named[n + 1 :]
            if x.sense.state != x2.sense.state and (x.at - x2.at) * (y.at - y2.at) < 0
        )

    @cached_property
    def about(self) -> tuple[Two, ...]:
        """Return who changed places around one verb: الصين تتحدى أميركا, أميركا تتحدى الصين."""
        found = []
        for x, y in self.matched:
            if x.empty or x.sense.state:
                continue
            (p, q), (r, t) = names_beside(self.a, x), names_beside(self.b, y)
            if not (p and q and r and t) or one_name(p, q):
                continue
            if one_name(p, t) and one_name(q, r):
                found.append((p.word, q.word))
        return tuple(found)

    @cached_property
    def owned(self) -> tuple[Two, ...]:
        """Return states that one and the same thing is said to be of: السلع التركية, الأميركية."""
        found = []
        for x, y in self.matched:
            p, q = after(self.a, x), after(self.b, y)
            if p and q and of_two_states(p, q):
                found.append((f"{x.word} {p.word}", f"{y.word} {q.word}"))
        return tuple(found)

    @cached_property
    def days(self) -> tuple[Two, ...]:
        """Return days of one month that differ: 17 مايو, 24 مايو."""
        ours, theirs = month_days(self.a), month_days(self.b)
        if len(ours) != 1 or len(theirs) != 1:
            return ()
        (one, month), (other, same) = ours[0], theirs[0]
        apart = month == same and one != other
        return ((f"{one} {month}", f"{other} {same}"),) if apart else ()

    @cached_property
    def order(self) -> float:
        """Return what part of the matched words changed places, 0…1."""
        places = [(x.at, y.at) for x, y in self.matched]
        pairs = [(p, q) for n, p in enumerate(places) for q in places[n + 1 :]]
        crossed = sum((p[0] - q[0]) * (p[1] - q[1]) < 0 for p, q in pairs)
        return crossed / len(pairs) if pairs else 0.0


def _other(x: Said, y: Said) -> bool:
    """Whether two words may say two things; الخامسة and 5 do not."""
    return not x.sense.says(y.sense) and x.figure == y.figure


def _in_place(x: Said, y: Said, laid: Differences, match: Mapping[int, int]) -> bool:
    """Whether two words stand beside words that were matched, or both open or close their claim."""
    near_x, near_y = neighbours(laid.a, x), neighbours(laid.b, y)
    beside = any(
        p is not None and q is not None and match.get(p) == q
        for p, q in zip(near_x, near_y, strict=True)
    )
    return beside or any(p is None and q is None for p, q in zip(near_x, near_y, strict=True))


_MEASURES = frozenset({"scale", "currency"})


def _one_sided(clash: Iterable[int], ours: set[int], theirs: set[int]) -> bool:
    return any(-f not in ours and f not in theirs for f in clash)


def _distinct(found: Iterable[Two]) -> tuple[Two, ...]:
    return tuple(dict.fromkeys(found))


def _rest(side: Sequence[Said], matched: set[int]) -> tuple[Said, ...]:
    return tuple(w for w in side if w.at not in matched and (not w.empty or w.negates))
