"""Comparing two bare texts: whether they tell one fact, contradict one another, or neither."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum

from tawatur_core.arabic.attribution import find_attributions
from tawatur_core.arabic.dates import find_dates
from tawatur_core.arabic.mentions import find_mentions
from tawatur_core.arabic.names import name_key
from tawatur_core.arabic.numbers import find_quantities
from tawatur_core.arabic.results import MentionFound
from tawatur_core.model import (
    ClaimId,
    ConflictKind,
    DocumentId,
    EntityId,
    Evidence,
    HowMany,
    Origin,
    Party,
    Slot,
    SlotId,
    SlotName,
    SlotValue,
    Span,
    When,
)
from tawatur_core.reconcile.align import Profile, align
from tawatur_core.reconcile.compare import World, compare
from tawatur_core.reconcile.differences import Differences
from tawatur_core.reconcile.gates import (
    Seen,
    certainty_of_conflict,
    every_figure_differs,
    other_in_a_row,
)
from tawatur_core.reconcile.judge import (
    AGREE,
    CONFLICT,
    NAMES,
    PLAIN,
    UNRELATED,
    Model,
    Weights,
    contradicts,
    model,
    reasons,
)
from tawatur_core.reconcile.parties import is_head
from tawatur_core.reconcile.signs import Sign, signs
from tawatur_core.reconcile.views import Account, Named

_Read = tuple[SlotName, SlotValue, Span]


class Outcome(StrEnum):
    """How two texts relate."""

    AGREE = "agree"
    CONFLICT = "conflict"
    UNRELATED = "unrelated"


@dataclass(frozen=True, slots=True)
class Comparison:
    """The outcome and its reasons."""

    relation: Outcome
    reasons: tuple[Evidence, ...]
    score: float  # that they tell one fact, 0…1
    slots: tuple[ConflictKind, ...] = ()  # the kinds that conflict


# Two lone claims are taken to be about one thing, so a contradiction counts as such; whether one
# is put in another's mouth, or events in another order, is asked as strictly as in a corpus.
_AS_IN_A_CORPUS = (ConflictKind.SPEAKER, ConflictKind.AUTHORITY, ConflictKind.ORDER)


@dataclass(frozen=True, slots=True)
class Read:
    """Two claims with everything they are judged by."""

    seen: Seen
    laid: Differences
    signs: tuple[Sign, ...]


def compare_texts(
    a: str, b: str, published_a: date | None = None, published_b: date | None = None
) -> Comparison:
    """Say whether two claims agree, conflict or are unrelated.

    Relative dates are resolved by the publication dates; without them they are left out.
    """
    return outcome_of(read_pair(a, b, published_a, published_b), model())


def read_pair(
    a: str, b: str, published_a: date | None = None, published_b: date | None = None
) -> Read:
    """Read two claims and lay them beside each other."""
    first, second = lone_account("a", a, published_a), lone_account("b", b, published_b)
    pair = align(Profile.of(first), Profile.of(second))
    seen = Seen(pair, compare(pair, World.of((first, second))))
    # Words are paired in one order, whichever claim comes first: the judgement is the same.
    if a <= b:
        laid = Differences.of(a, b)
        return Read(seen, laid, signs(laid, pair, seen.found))
    laid = Differences.of(b, a)
    turned = replace(pair, a=pair.b, b=pair.a)
    found = {kind: replace(one, a=one.b, b=one.a) for kind, one in seen.found.items()}
    back = (replace(sign, a=sign.b, b=sign.a) for sign in signs(laid, turned, found))
    return Read(seen, laid, tuple(back))


def outcome_of(read: Read, weights: Model) -> Comparison:
    """Judge a pair that was read."""
    pair = read.seen.pair
    if _elsewhere(read):
        return Comparison(Outcome.UNRELATED, pair.evidence, pair.score)
    chances = weights.chances(read.signs)
    clashes = _clashes(read, chances[CONFLICT] >= PLAIN)
    if clashes:
        told = [e for kind in clashes for e in read.seen.found[kind].evidence]
        return Comparison(Outcome.CONFLICT, (*told, *pair.evidence), pair.score, clashes)
    needed, by = contradicts(read.laid, read.signs)
    if chances[CONFLICT] >= needed:
        told = [*reasons(weights, read.signs, by), *pair.evidence]
        return Comparison(Outcome.CONFLICT, tuple(told), pair.score, (_kind(by),))
    told = [*pair.evidence, *reasons(weights, read.signs)]
    one = _one_subject(chances) and not _other_event(read, chances)
    outcome = Outcome.AGREE if one else Outcome.UNRELATED
    return Comparison(outcome, tuple(told), pair.score)


def _elsewhere(read: Read) -> bool:
    """Whether the two tell of different events by time, by their place in a row, by all figures."""
    pair = read.seen.pair
    a, b = pair.a, pair.b
    far = any(e.code == "evidence-time-far" for e in pair.evidence) and pair.score < _FAR_APART
    other = read.seen.differs(ConflictKind.HOW_MANY) and every_figure_differs(a, b)
    rite = (read.laid.rite and all(read.laid.states)) or read.laid.other_rite
    nothing = not read.laid.matched
    in_a_row = other or other_in_a_row(a.account, b.account)
    if read.laid.alike >= _EQUAL_BUT_ONE:
        in_a_row = False  # only the year or the place in a row differs: that is at issue
    return nothing or far or rite or in_a_row


_FAR_APART = 0.25
_EQUAL_BUT_ONE = 0.7


def _clashes(read: Read, likely: bool) -> tuple[ConflictKind, ...]:
    """Return the kinds of slots that contradict by what was read in them.

    Values only do where a conflict is `likely`; two parties put behind one thing need no weights.
    """
    pair = read.seen.pair
    if pair.score < _FAR_APART and pair.words < _FEW_WORDS:
        return ()
    same = read.laid.alike >= _CLOSE and not _other_names(read)
    likely = likely and (read.laid.in_one_place or same)
    clashes = [kind for kind in _VALUES if likely and read.seen.differs(kind)]
    clashes += [kind for kind in _AS_IN_A_CORPUS if certainty_of_conflict(kind, read.seen)]
    return tuple(clashes)


_VALUES = (ConflictKind.HOW_MANY, ConflictKind.WHEN)
_FEW_WORDS = 0.28
_CLOSE = 0.4  # so much shared that a figure is that of the same thing
# Two lone claims are mostly about one thing: it must be this much likelier that they are not.
_FOREIGN = 4.0


def _one_subject(chances: Weights) -> bool:
    """Whether two claims that do not contradict are about one thing."""
    return (chances[AGREE] + chances[CONFLICT]) * _FOREIGN >= chances[UNRELATED]


def _other_event(read: Read, chances: Weights) -> bool:
    """Whether a form of words is filled in with other names: a school opens here, another there."""
    everyday = read.laid.telling < _EVERYDAY
    return everyday and _other_names(read) and chances[CONFLICT] > chances[AGREE]


def _other_names(read: Read) -> bool:
    """Whether other names stand in claims that differ in more than these."""
    return any(sign.name in NAMES for sign in read.signs) and not read.laid.in_one_place


_EVERYDAY = 0.2


_KINDS = {
    "negation": ConflictKind.POLARITY,
    "reversal": ConflictKind.POLARITY,
    "taken-back": ConflictKind.POLARITY,
    "stopped": ConflictKind.POLARITY,
    "states-in-place": ConflictKind.WHERE,
    "owned": ConflictKind.WHERE,
    "about": ConflictKind.WHO,
    "states-swapped": ConflictKind.WHERE,
    "figures-swapped": ConflictKind.HOW_MANY,
    "days-apart": ConflictKind.WHEN,
    "names-swapped": ConflictKind.WHO,
    "how_many-different": ConflictKind.HOW_MANY,
    "turned": ConflictKind.WHO,
}


def _kind(signs_seen: tuple[str, ...]) -> ConflictKind:
    """Return the slot in which the first of the contradicting signs lies."""
    return _KINDS.get(signs_seen[0], ConflictKind.WHAT)


def lone_account(side: str, text: str, published: date | None = None) -> Account:
    """Read a claim that stands alone, with its names, figures, days and who says it."""
    names = [(m.span, _named(m)) for m in find_mentions(text)]
    values = [*_amounts(text), *_days(text, published), *_parties(text, names)]
    slots = tuple(
        Slot(SlotId(f"{side}{n}"), name, value, span, Origin.PROPOSED)
        for n, (name, value, span) in enumerate(values)
    )
    entities = {named.id: named for _, named in names}
    return Account(
        ClaimId(side),
        DocumentId(side),
        text,
        slots=slots,
        entities=tuple(entities[i] for i in sorted(entities)),
        published=published,
    )


def _named(found: MentionFound) -> Named:
    """Return the entity of a mention; without a project, names of one sound are one."""
    return Named(EntityId(f"{found.kind.value} {name_key(found.name)}"), found.name, found.kind)


def _amounts(text: str) -> Iterator[_Read]:
    for found in find_quantities(text):
        if found.kind != "ordinal":
            said = found.span.of(text)
            value = HowMany(said, found.low, found.high, found.unit, found.hedge)
            yield SlotName.HOW_MANY, value, found.span


def _days(text: str, published: date | None) -> Iterator[_Read]:
    for found in find_dates(text, published):
        said = found.span.of(text)
        value = When(said, found.first, found.last, found.precision, found.how)
        yield SlotName.WHEN, value, found.span


def _parties(text: str, names: Sequence[tuple[Span, Named]]) -> Iterator[_Read]:
    """Read who says it: the first attribution of a lone claim is its own."""
    for found in find_attributions(text)[:1]:
        for slot, span in ((SlotName.SPEAKER, found.speaker), (SlotName.VIA, found.via)):
            if span is not None:
                told = span.of(text)
                inside = [(s, n) for s, n in names if span.contains(s)]
                heads = [n.id for s, n in inside if is_head(s, span, told, n.kind)]
                yield slot, Party(told, heads[0] if heads else None), span
