"""Figures that differ on the face of it and do not contradict one another."""

from __future__ import annotations

from collections import Counter
from decimal import Decimal

from tawatur_core.arabic import fold_text
from tawatur_core.model import HowMany
from tawatur_core.reconcile.align import Profile
from tawatur_core.reconcile.terms import raw_words, shared_stems, stem


def summed_up(a: Profile, b: Profile) -> bool:
    """Whether one figure of a text is the sum of those it has instead in the other.

    'Ten soldiers and three workers' against '13 soldiers and workers': the rest is the same.
    """
    ours, theirs = Counter(_exact(a)), Counter(_exact(b))
    few, many = sorted(((ours - theirs), (theirs - ours)), key=lambda side: side.total())
    return few.total() == 1 and many.total() > 1 and sum(many.elements()) == next(iter(few))


def told_of_other(a: Profile, b: Profile, ours: HowMany, theirs: HowMany) -> bool:
    """Whether a figure that is at issue stands in the other text too, of something else.

    'It holds 1,000 worshippers, 200 soldiers were in it' against 'it holds 1,000 soldiers'.
    """
    return not set(_values(ours)).isdisjoint(_exact(b)) or (
        not set(_values(theirs)).isdisjoint(_exact(a))
    )


# What a figure is of, in any report: the rest must say of what.
_MEASURES = frozenset(
    stem(word)
    for word in fold_text(
        "تبلغ يبلغ بلغ بلغت مساحة مساحته مساحتها عدد عددهم نسبة قيمة قيمته قيمتها حجم طول ارتفاع"
        " سعر تكلفة إجمالي مجموع مقدار سعة"
    ).split()
)
_ENOUGH_STEMS = 3


def hardly_more(a: Profile, b: Profile) -> bool:
    """Whether two texts share hardly more than figures and units: 'the project's area is 7 m²'."""
    counted = {stem(w) for p in (a, b) for amount in p.amounts for w in raw_words(amount.text)}
    shared = set(shared_stems(a.weighed, b.weighed)) - counted - _MEASURES
    return len(shared) < _ENOUGH_STEMS


def _exact(profile: Profile) -> list[Decimal]:
    return [value for amount in profile.amounts for value in _values(amount)]


def _values(amount: HowMany) -> list[Decimal]:
    return [v for v in dict.fromkeys((amount.low, amount.high)) if v is not None]
