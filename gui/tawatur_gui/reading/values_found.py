"""Dates and numbers of an article with their values, found in the background and remembered."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

from tawatur_core import phrasing
from tawatur_core.arabic.dates import find_dates
from tawatur_core.arabic.numbers import find_quantities
from tawatur_core.arabic.results import DateFound, Quantity
from tawatur_core.model import Document, HowMany, Span
from tawatur_core.monitor import Monitor
from tawatur_core.wording import Wording
from tawatur_gui.jobs import Jobs

Found = DateFound | Quantity
_KEPT = 16  # articles


@dataclass(frozen=True, slots=True)
class Values:
    """What was found in one text, in order of place."""

    found: tuple[Found, ...] = ()

    def at(self, point: int) -> Found | None:
        """Return the narrowest date or number over a code point."""
        end = bisect_right(self.found, point, key=lambda one: one.span.start)
        over = [one for one in self.found[max(0, end - 8) : end] if point < one.span.end]
        return min(over, key=lambda one: len(one.span), default=None)


def read_values(text: str, published: date | None) -> Values:
    """Find the dates and quantities of a text; a number inside a date is left out."""
    dates = find_dates(text, published)
    inside = sorted(one.span for one in dates)
    numbers = [one for one in find_quantities(text) if not _covered(one.span, inside)]
    return Values(tuple(sorted([*dates, *numbers], key=lambda one: one.span)))


def _covered(span: Span, others: list[Span]) -> bool:
    i = bisect_right(others, span.start, key=lambda other: other.start)
    return any(span.overlaps(other) for other in others[max(0, i - 2) : i + 1])


def in_words(one: Found, words: Wording, text: str = "") -> tuple[str, str]:
    """Return the value and, as small print, how it came about; `text` is the place it stands at."""
    why = " · ".join(words.evidence(each) for each in one.evidence)
    if isinstance(one, Quantity):
        amount = HowMany(text, one.low, one.high, one.unit, one.hedge)
        return phrasing.how_many(amount, words), why
    if one.first is None and one.last is None:
        return words.say("read-date-unresolved"), why
    return phrasing.interval(one.first, one.last, words), why


class ValueCache:
    """Values of the articles shown lately, by text and date of publication."""

    def __init__(self, jobs: Jobs) -> None:
        self._jobs = jobs
        self._kept: dict[tuple[str, date | None], Values] = {}
        self._running: set[tuple[str, date | None]] = set()

    def of(self, document: Document) -> Values:
        """Return what is known by now."""
        return self._kept.get((document.sha256, document.published), Values())

    def prepare(self, document: Document, done: Callable[[], None]) -> None:
        """Find the values of a document in the background, unless they are known; then `done`."""
        key = (document.sha256, document.published)
        if key in self._kept:
            done()
            return
        if key in self._running:
            return
        self._running.add(key)
        text, published = document.text, document.published

        def work(monitor: Monitor) -> Values:
            monitor.step(0, 1)
            return read_values(text, published)

        def keep(values: Values) -> None:
            self._running.discard(key)
            self._kept[key] = values
            while len(self._kept) > _KEPT:
                del self._kept[next(iter(self._kept))]
            done()

        self._jobs.run(work, keep)
