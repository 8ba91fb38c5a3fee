"""Measure `find_quantities`: fields text, value (or lo, hi), and where given context, start, end.

'value' reads the labelled words alone, 'in context' the sentence they were taken from. A label
may be cut from a longer number ('مئة ألف' of 'تسع مئة ألف'); those cases are counted apart, since
the whole number is the right answer there.
"""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

from tawatur_core.arabic.numbers import find_quantities
from tawatur_core.arabic.results import Quantity
from tawatur_core.evaluate.measure import Row, Sheet

NEWS = ("snn-arith", "hand")
"""Sources whose spans come from newspapers."""
_CLOSE = Decimal("1e-9")


def measure(rows: Sequence[Row], sheet: Sheet) -> None:
    """Write the share of labelled numbers whose bounds are found exactly, by kind and source."""
    for number, row in enumerate(rows, 1):
        text, source = str(row["text"]), str(row.get("source", ""))
        with sheet.timed(text):
            found = find_quantities(text)
        right = len(found) == 1 and same_bounds(found[0], row)
        sheet.share("answered", bool(found))
        for group in ("value", f"value, {row['kind']}"):
            sheet.share(group, right)
        if source in NEWS:
            sheet.share("value, news spans", right)
        if not right:
            sheet.miss(number, "value", wanted(row), shown(found), text)
        if row.get("context"):
            _in_context(number, row, sheet)


def _in_context(number: int, row: Row, sheet: Sheet) -> None:
    context, start, end = str(row["context"]), int(row["start"]), int(row["end"])
    with sheet.timed(context):
        found = find_quantities(context)
    over = [each for each in found if each.span.start < end and start < each.span.end]
    best = max(over, key=lambda q: min(end, q.span.end) - max(start, q.span.start), default=None)
    if best is not None and len(best.number) > end - start and not same_bounds(best, row):
        sheet.share("in context, label narrower than the number", False)
        return
    right = best is not None and (same_bounds(best, row) or _hedged(best, row))
    sheet.share("in context", right)
    if not right:
        sheet.miss(number, "in context", wanted(row), shown([best] if best else []), context)


def same_bounds(found: Quantity, row: Row) -> bool:
    """Whether a quantity's bounds are those of the label."""
    low, high = row.get("lo", row.get("value")), row.get("hi", row.get("value"))
    return _same(found.low, low) and _same(found.high, high)


def _hedged(found: Quantity, row: Row) -> bool:
    """Whether a hedge outside the labelled span opened a bound of the labelled number."""
    if row.get("value") is None or (found.low is None) == (found.high is None):
        return False
    return _same(found.low if found.high is None else found.high, row["value"])


def _same(found: Decimal | None, label: float | None) -> bool:
    if found is None or label is None:
        return found is None and label is None
    value = Decimal(str(label))
    return abs(found - value) <= max(_CLOSE * abs(value), Decimal("1e-20"))


def wanted(row: Row) -> str:
    """Return the label as text."""
    low, high = row.get("lo", row.get("value")), row.get("hi", row.get("value"))
    return f"{low} … {high}" if low != high else str(low)


def shown(found: Sequence[Quantity]) -> str:
    """Return what was found as text."""
    return " | ".join(f"{q.low} … {q.high}" if q.low != q.high else str(q.low) for q in found)
