"""Comparing one slot of two claims: same, compatible, different or not known, and why.

Every comparison is symmetric in its relation. A relation is DIFFERENT only when both claims speak
and no reading of the two lets both be true.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import ROUND_DOWN, ROUND_HALF_UP, Decimal
from typing import TypeVar

from tawatur_core.arabic import fold_text
from tawatur_core.model import (
    Certainty,
    Evidence,
    Hedge,
    HowMany,
    Party,
    Polarity,
    Precision,
    Relation,
    SlotValue,
    Span,
    When,
)
from tawatur_core.reconcile.terms import raw_words, stem


@dataclass(frozen=True, slots=True)
class Compared:
    """The relation of two values, the values it was found on, and the reasons."""

    relation: Relation
    a: SlotValue | None = None
    b: SlotValue | None = None
    evidence: tuple[Evidence, ...] = ()
    a_span: Span | None = None
    b_span: Span | None = None


SILENT = Compared(Relation.UNKNOWN)

_RANK = {
    Relation.SAME: 0,
    Relation.COMPATIBLE: 1,
    Relation.DIFFERENT: 2,
    Relation.UNKNOWN: 3,
}


def best(found: Sequence[Compared]) -> Compared:
    """Return the comparison that lets both be true, if there is one; SILENT for none."""
    return min(found, key=lambda c: _RANK[c.relation], default=SILENT)


_T = TypeVar("_T")


def every_pair(
    ours: Sequence[_T], theirs: Sequence[_T], compare: Callable[[_T, _T], Compared]
) -> Compared:
    """Compare each value of one claim with each of the other; one agreement is enough."""
    return best([compare(a, b) for a in ours for b in theirs])


# --- when ---------------------------------------------------------------------------------


def compare_when(a: When, b: When) -> Compared:
    """Compare two intervals of days. An open end reaches as far as it must."""
    if not _resolved(a) or not _resolved(b):
        return Compared(Relation.UNKNOWN, a, b, (Evidence("evidence-when-unresolved"),))
    args = {"a": _days(a), "b": _days(b)}
    if (a.first, a.last) == (b.first, b.last):
        return Compared(Relation.SAME, a, b, (Evidence("evidence-when-same", 0.3, args),))
    if gap_days(a, b) > 0:
        evidence = Evidence("evidence-when-apart", -0.6, {**args, "days": str(gap_days(a, b))})
        return Compared(Relation.DIFFERENT, a, b, (evidence,))
    if _inside(a, b) or _inside(b, a):
        return Compared(Relation.COMPATIBLE, a, b, (Evidence("evidence-when-inside", 0.2, args),))
    return Compared(Relation.COMPATIBLE, a, b, (Evidence("evidence-when-overlap", 0.1, args),))


def _resolved(when: When) -> bool:
    return when.first is not None or when.last is not None


def gap_days(a: When, b: When) -> int:
    """Return the days between two intervals, 0 when they touch or overlap."""
    return interval_gap((a.first, a.last), (b.first, b.last))


def interval_gap(a: tuple[date | None, date | None], b: tuple[date | None, date | None]) -> int:
    """Return the days between two intervals with possibly open ends."""
    (a1, a2), (b1, b2) = a, b
    if a2 is not None and b1 is not None and a2 < b1:
        return (b1 - a2).days
    if b2 is not None and a1 is not None and b2 < a1:
        return (a1 - b2).days
    return 0


def _inside(inner: When, outer: When) -> bool:
    first = outer.first is None or (inner.first is not None and inner.first >= outer.first)
    last = outer.last is None or (inner.last is not None and inner.last <= outer.last)
    return first and last


def _days(when: When) -> str:
    if when.first == when.last and when.first is not None:
        return when.first.isoformat()
    first = when.first.isoformat() if when.first else "…"
    last = when.last.isoformat() if when.last else "…"
    return f"{first} – {last}"


def fine(when: When) -> bool:
    """Whether a date is known to the week or better."""
    if when.first is None or when.last is None:
        return False
    return when.precision in {Precision.DAY, Precision.WEEK} or (
        when.last - when.first <= timedelta(days=7)
    )


# --- how many -----------------------------------------------------------------------------

_ABOUT = Decimal("0.1")
# Currencies tied to the dollar at a fixed rate for decades: dollars for one unit.
_PEGGED = {
    "ريال": Decimal("0.26667"),
    "درهم": Decimal("0.27229"),
}
_DOLLAR = frozenset({"دولار"})


def bounds(value: HowMany) -> tuple[Decimal | None, Decimal | None]:
    """Return the lowest and highest number a quantity allows; 'about' allows a tenth."""
    low, high = value.low, value.high
    if value.hedge is Hedge.ABOUT:
        low = low - abs(low) * _ABOUT if low is not None else None
        high = high + abs(high) * _ABOUT if high is not None else None
    elif value.hedge is Hedge.AT_LEAST and low == high:
        high = None
    elif value.hedge is Hedge.AT_MOST and low == high:
        low = None
    return low, high


def unit_key(unit: str) -> str:
    """Return a unit without inflection (جندي, جنود, الجنود)."""
    if "%" in unit or "٪" in unit:
        return "%"
    words = [stem(w) for w in raw_words(unit)]
    if not words:
        return ""
    if words[0] in _PERCENT:
        return "%"
    return _PLURALS.get(words[0], words[0])


_PERCENT = frozenset(stem(w) for w in ("بالمئه", "بالمايه", "المئه", "الميه", "بالميه"))

# What news counts, with its broken plurals.
_COUNTED = """
جندي جنود / قتيل قتلى قتلا / جريح جرحى / مصاب مصابين / مهندس مهندسين / عامل عمال / شخص أشخاص /
طفل أطفال / ضابط ضباط / صاروخ صواريخ / طائرة طائرات / دولة دول / شركة شركات / يوم أيام /
شهر أشهر شهور / سنة سنوات / عام أعوام / زائر زوار / سائح سياح / رجل رجال / امرأة نساء /
منزل منازل / مريض مرضى / حالة حالات / ضحية ضحايا / لاجئ لاجئين / طن أطنان / ريال ريالات /
دولار دولارات / مشروع مشاريع مشروعات / عقد عقود / مدينة مدن / قرية قرى / رحلة رحلات / غارة غارات
"""
_PLURALS = {
    stem(form): stem(forms[0])
    for forms in (fold_text(family).split() for family in _COUNTED.split("/"))
    for form in forms[1:]
}


def same_unit(a: HowMany, b: HowMany) -> bool:
    """Whether two quantities count the same thing, as far as their units say."""
    one, other = unit_key(a.unit), unit_key(b.unit)
    return bool(one) and one == other


def compare_how_many(a: HowMany, b: HowMany) -> Compared:
    """Compare two quantities; what is not counted in the same unit is not compared."""
    if not same_unit(a, b):
        return _exchanged(a, b) or Compared(
            Relation.UNKNOWN, a, b, (Evidence("evidence-unit-other", 0.0, _units(a, b)),)
        )
    args = {"a": a.text, "b": b.text}
    if (a.low, a.high, a.hedge) == (b.low, b.high, b.hedge):
        return Compared(Relation.SAME, a, b, (Evidence("evidence-number-same", 0.3, args),))
    if rounded(a, b) or rounded(b, a):
        return Compared(Relation.COMPATIBLE, a, b, (Evidence("evidence-number-allows", 0.2, args),))
    if disjoint(bounds(a), bounds(b)):
        return Compared(Relation.DIFFERENT, a, b, (Evidence("evidence-number-apart", -0.5, args),))
    if a.low is not None and (a.low, a.high) == (b.low, b.high):
        return Compared(Relation.SAME, a, b, (Evidence("evidence-number-same", 0.3, args),))
    return Compared(Relation.COMPATIBLE, a, b, (Evidence("evidence-number-allows", 0.2, args),))


_ROUNDED_FROM = 1000
_ROUNDED_BY = Decimal("0.1")


def rounded(coarse: HowMany, fine: HowMany) -> bool:
    """Whether a large figure is another one with fewer digits: 1107 million for 1107.6 million.

    Small figures are counted, not rounded; neither may be a bound.
    """
    one, other = coarse.low, fine.low
    if one is None or other is None or coarse.low != coarse.high or fine.low != fine.high:
        return False
    if min(one, other) < _ROUNDED_FROM or Hedge.EXACT not in {coarse.hedge, fine.hedge}:
        return False
    step = Decimal(1).scaleb(_zeros(one))
    within = abs(one - other) <= min(step, other * _ROUNDED_BY)
    return (
        _zeros(one) > _zeros(other)
        and within
        and (other.quantize(step, ROUND_HALF_UP) == one or other.quantize(step, ROUND_DOWN) == one)
    )


def _zeros(value: Decimal) -> int:
    """Return how many zeros a figure ends with; below 0 for decimals."""
    exponent = value.normalize().as_tuple().exponent
    assert isinstance(exponent, int)  # not a NaN
    return exponent


def _units(a: HowMany, b: HowMany) -> dict[str, str]:
    return {"a": a.unit or a.text, "b": b.unit or b.text}


def disjoint(
    a: tuple[Decimal | None, Decimal | None], b: tuple[Decimal | None, Decimal | None]
) -> bool:
    """Whether no number lies in both ranges."""
    (a1, a2), (b1, b2) = a, b
    return (a2 is not None and b1 is not None and a2 < b1) or (
        b2 is not None and a1 is not None and b2 < a1
    )


def _exchanged(a: HowMany, b: HowMany) -> Compared | None:
    """Compare dollars with a currency pegged to the dollar; rounding may take a twentieth."""
    if unit_key(b.unit) in _PEGGED and unit_key(a.unit) in _DOLLAR:
        swapped = _exchanged(b, a)
        return swapped and Compared(swapped.relation, a, b, swapped.evidence)
    rate = _PEGGED.get(unit_key(a.unit))
    if rate is None or unit_key(b.unit) not in _DOLLAR or a.low is None or b.low is None:
        return None
    if abs(a.low * rate - b.low) > b.low / 20:
        return None  # another state's riyal, or another sum: not for us to say
    args = {"a": a.text, "b": b.text}
    return Compared(Relation.COMPATIBLE, a, b, (Evidence("evidence-number-exchanged", 0.3, args),))


# --- polarity, certainty ------------------------------------------------------------------


def compare_polarity(a: Polarity, b: Polarity) -> Compared:
    """Compare whether two claims affirm or deny."""
    if a is b:
        return Compared(Relation.SAME, a, b)
    return Compared(Relation.DIFFERENT, a, b, (Evidence("evidence-polarity-apart", -0.6),))


_SURENESS = {Certainty.CERTAIN: 2, Certainty.PROBABLE: 1, Certainty.POSSIBLE: 0}


def compare_certainty(a: Certainty, b: Certainty) -> Compared:
    """Compare how sure two sources are; one step apart is a shade, not a contradiction."""
    apart = abs(_SURENESS[a] - _SURENESS[b])
    if apart == 0:
        return Compared(Relation.SAME, a, b)
    relation = Relation.COMPATIBLE if apart == 1 else Relation.DIFFERENT
    return Compared(relation, a, b, (Evidence("evidence-certainty-apart", -0.1),))


# --- where --------------------------------------------------------------------------------


def compare_where(a: Party, b: Party, inside: Callable[[Party, Party], bool]) -> Compared:
    """Compare two places; `inside(x, y)` says whether x is known to lie in y."""
    args = {"a": a.text, "b": b.text}
    if _same_place(a, b):
        return Compared(Relation.SAME, a, b, (Evidence("evidence-place-same", 0.1, args),))
    if inside(a, b) or inside(b, a):
        return Compared(Relation.COMPATIBLE, a, b, (Evidence("evidence-place-inside", 0.1, args),))
    if a.entity and b.entity:
        return Compared(Relation.DIFFERENT, a, b, (Evidence("evidence-place-apart", -0.3, args),))
    return Compared(Relation.UNKNOWN, a, b)


def _same_place(a: Party, b: Party) -> bool:
    if a.entity and b.entity:
        return a.entity == b.entity
    ours, theirs = set(map(stem, raw_words(a.text))), set(map(stem, raw_words(b.text)))
    return bool(ours) and ours == theirs
