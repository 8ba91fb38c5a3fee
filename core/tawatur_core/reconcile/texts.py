"""Comparing two bare texts: whether they tell one fact, contradict one another, or neither."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
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
from tawatur_core.reconcile.align import Alignment, Profile, align
from tawatur_core.reconcile.compare import World, compare
from tawatur_core.reconcile.gates import (
    Seen,
    certainty_of_conflict,
    every_figure_differs,
    other_in_a_row,
)
from tawatur_core.reconcile.opposites import negated
from tawatur_core.reconcile.parties import is_head
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
# is put in another's mouth is asked as strictly as in a corpus.
_ASKED = (ConflictKind.HOW_MANY, ConflictKind.WHEN, ConflictKind.WHAT)
_WHO_SAYS = (ConflictKind.SPEAKER, ConflictKind.AUTHORITY)


def compare_texts(
    a: str, b: str, published_a: date | None = None, published_b: date | None = None
) -> Comparison:
    """Say whether two claims agree, conflict or are unrelated.

    Relative dates are resolved by the publication dates; without them they are left out.
    """
    first, second = _account("a", a, published_a), _account("b", b, published_b)
    pair = align(Profile.of(first), Profile.of(second))
    if not _one_subject(pair) or other_in_a_row(first, second):
        return Comparison(Outcome.UNRELATED, pair.evidence, pair.score)
    seen = Seen(pair, compare(pair, World.of((first, second))))
    clashes = [kind for kind in _ASKED if seen.differs(kind)]
    clashes += [kind for kind in _WHO_SAYS if certainty_of_conflict(kind, seen)]
    if ConflictKind.HOW_MANY in clashes and every_figure_differs(pair.a, pair.b):
        return Comparison(Outcome.UNRELATED, pair.evidence, pair.score)
    reasons = [e for kind in clashes for e in seen.found[kind].evidence]
    if not clashes and negated(a) != negated(b) and pair.words >= 0.6:
        clashes.append(ConflictKind.POLARITY)
        reasons.append(Evidence("evidence-polarity-apart", -0.6))
    if clashes:
        evidence = (*reasons, *pair.evidence)
        return Comparison(Outcome.CONFLICT, evidence, pair.score, tuple(clashes))
    return Comparison(Outcome.AGREE, pair.evidence, pair.score)


def _one_subject(pair: Alignment) -> bool:
    """Whether two lone claims are about one thing; less is asked than of a pair out of millions."""
    far = any(e.weight < 0 for e in pair.evidence)
    return pair.score >= 0.25 or (pair.words >= 0.28 and not far)


def _account(side: str, text: str, published: date | None) -> Account:
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
