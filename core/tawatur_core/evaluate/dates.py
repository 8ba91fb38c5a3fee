"""Measure `find_dates`: fields text, ref, start, end, convention, and where given context, accept.

A date is right when its interval is the label's or one of `accept`. A row whose convention is
'assistant' is read by that convention (a bare weekday is the next one) and measured apart from
those of news. 'in context' reads the sentence, which alone tells the tense of a weekday.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from tawatur_core.arabic.date_convention import Convention
from tawatur_core.arabic.dates import find_dates
from tawatur_core.arabic.results import DateFound
from tawatur_core.evaluate.measure import Row, Sheet

NEWS = Convention.NEWS


def measure(rows: Sequence[Row], sheet: Sheet) -> None:
    """Write the share of exact intervals, by convention and kind, alone and in context."""
    for number, row in enumerate(rows, 1):
        text = str(row["text"])
        convention = str(row["convention"])
        sheet.share("rows read by the assistants' convention", _convention(row) is not NEWS)
        alone = _read(text, 0, len(text), row, sheet)
        context = row.get("context")
        within = (
            _read(str(context), int(row["cstart"]), int(row["cend"]), row, sheet)
            if context
            else alone
        )
        for name, found in (("alone", alone), ("in context", within)):
            right = is_right(found, row)
            sheet.share(f"exact interval {name}, {convention}", right)
            if not right:
                measure_name = f"{name}, {convention}"
                sheet.miss(number, measure_name, wanted(row), shown(found), str(context or text))
        sheet.share("answered", within is not None and within.first is not None)
        sheet.share(f"in context, {convention}: {row['kind']}", is_right(within, row))
        narrower = within is not None and context and not is_right(within, row)
        if narrower and within and len(within.span) > int(row["cend"]) - int(row["cstart"]):
            sheet.share("label narrower than the whole date", False)


def _read(text: str, start: int, end: int, row: Row, sheet: Sheet) -> DateFound | None:
    """Return the date that shares most with the labelled span."""
    with sheet.timed(text):
        found = find_dates(text, date.fromisoformat(str(row["ref"])), Convention(row["convention"]))
    over = [each for each in found if each.span.start < end and start < each.span.end]
    return max(over, key=lambda d: min(end, d.span.end) - max(start, d.span.start), default=None)


def _convention(row: Row) -> Convention:
    return Convention.ASSISTANT if row["convention"] == "assistant" else NEWS


def is_right(found: DateFound | None, row: Row) -> bool:
    """Whether a date's interval is one that the label accepts."""
    if found is None or found.first is None or found.last is None:
        return False
    interval = [found.first.isoformat(), found.last.isoformat()]
    return interval == [row["start"], row["end"]] or interval in row.get("accept", [])


def wanted(row: Row) -> str:
    """Return the label as text."""
    return f"{row['text']}: {row['start']} … {row['end']}"


def shown(found: DateFound | None) -> str:
    """Return what was found as text."""
    if found is None:
        return ""
    return f"{found.first} … {found.last} ({found.how})"
