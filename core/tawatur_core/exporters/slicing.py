"""The proof of an export: every written offset gives back its quote."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from tawatur_core.errors import ExportMismatch

CONTEXT = 32  # code points of prefix and suffix beside a quote, as in the store


def compare(path: Path, name: str, text: str, spans: Iterable[tuple[int, int, str]]) -> int:
    """Compare ``text[start:end]`` with each quote and return how many were compared.

    Raises ExportMismatch naming `path` and the row `name`.
    """
    count = 0
    for start, end, quote in spans:
        if text[start:end] != quote:
            raise ExportMismatch(path, f"{name}: {start}–{end}")
        count += 1
    return count


def around(text: str, start: int, end: int) -> tuple[str, str]:
    """Return the text before and after a span, for telling two alike quotes apart."""
    return text[max(0, start - CONTEXT) : start], text[end : end + CONTEXT]


def place_of(quote: str, page: str, after: int) -> int:
    """Return where a quote stands in a page, at `after` or later if it does; -1 if nowhere.

    Quotes that are asked for in the order of the page are found without reading it for each anew.
    """
    at = page.find(quote, after)
    return at if at >= 0 else page.find(quote)
