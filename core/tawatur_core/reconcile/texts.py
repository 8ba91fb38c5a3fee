"""Comparing two bare texts: whether they tell one fact, contradict one another, or neither."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from tawatur_core.arabic.dates import find_dates
from tawatur_core.arabic.numbers import find_quantities
from tawatur_core.model import (
    ClaimId,
    ConflictKind,
    DocumentId,
    Evidence,
    HowMany,
    Origin,
    Relation,
    Slot,
    SlotId,
    SlotName,
    When,
)
from tawatur_core.reconcile.align import Alignment, Profile, align
from tawatur_core.reconcile.compare import World, compare
from tawatur_core.reconcile.opposites import negated
from tawatur_core.reconcile.views import Account


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


def compare_texts(
    a: str, b: str, published_a: date | None = None, published_b: date | None = None
) -> Comparison:
    """Say whether two claims agree, conflict or are unrelated.

    Relative dates are resolved by the publication dates; without them they are left out.
    """
    first, second = _account("a", a, published_a), _account("b", b, published_b)
    pair = align(Profile.of(first), Profile.of(second))
    if not _one_subject(pair):
        return Comparison(Outcome.UNRELATED, pair.evidence, pair.score)
    found = compare(pair, World.of((first, second)))
    clashes = [
        kind
        for kind in (ConflictKind.HOW_MANY, ConflictKind.WHEN, ConflictKind.WHAT)
        if found[kind].relation is Relation.DIFFERENT
    ]
    reasons = [e for kind in clashes for e in found[kind].evidence]
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
    return pair.score >= 0.3 or (pair.words >= 0.3 and not far)


def _account(side: str, text: str, published: date | None) -> Account:
    slots: list[Slot] = []
    for n, amount in enumerate(find_quantities(text)):
        if amount.kind != "ordinal":
            value = HowMany(
                amount.span.of(text), amount.low, amount.high, amount.unit, amount.hedge
            )
            slots.append(_slot(f"{side}n{n}", SlotName.HOW_MANY, value))
    for n, day in enumerate(find_dates(text, published)):
        when = When(day.span.of(text), day.first, day.last, day.precision, day.how)
        slots.append(_slot(f"{side}d{n}", SlotName.WHEN, when))
    return Account(ClaimId(side), DocumentId(side), text, slots=tuple(slots), published=published)


def _slot(key: str, name: SlotName, value: HowMany | When) -> Slot:
    return Slot(SlotId(key), name, value, None, Origin.PROPOSED)
