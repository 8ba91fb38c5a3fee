"""Texts and annotations of other tools: as they will be stored, with their offsets checked."""

from __future__ import annotations

import hashlib
import re
from bisect import bisect_left
from collections.abc import Iterable
from datetime import datetime
from pathlib import Path
from typing import Any

from tawatur_core.errors import HasNul
from tawatur_core.importers.inspection import title_of
from tawatur_core.model import DocumentDraft, Provenance, Span
from tawatur_core.plugins import Finding

Json = dict[str, Any]
_CRLF, _WIDE = re.compile("\r\n"), re.compile("[\U00010000-\U0010ffff]")


class ForeignText:
    """A text of another tool as it will be stored (LF line ends), and where its offsets lie in it.

    Raises HasNul.
    """

    def __init__(self, raw: str, path: Path) -> None:
        if "\0" in raw:
            raise HasNul(path, str(raw.index("\0")))
        self._raw_length = len(raw)
        self._dropped = [found.start() for found in _CRLF.finditer(raw)]
        if raw.startswith("\ufeff"):
            self._dropped.insert(0, 0)
        self._wide = [found.start() for found in _WIDE.finditer(raw)]
        self.text = raw.removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n")

    @property
    def counts_alike(self) -> bool:
        """Whether UTF-16 units and code points count alike: no character outside the BMP."""
        return not self._wide

    def span(self, start: Any, end: Any, *, utf16: bool = False) -> Span | None:
        """Return a span of the stored text; None when it is none (reversed, empty, outside).

        `start` and `end` count the raw text, in code points or UTF-16 units.
        """
        if not (isinstance(start, int) and isinstance(end, int)):
            return None
        if utf16:
            start, end = self._from_utf16(start), self._from_utf16(end)
        if not 0 <= start < end <= self._raw_length:
            return None
        start, end = (at - bisect_left(self._dropped, at) for at in (start, end))
        return Span(start, end) if start < end else None

    def fits(self, start: Any, end: Any, quote: str, *, utf16: bool = False) -> bool:
        """Whether the words of `quote` stand there, white space set aside."""
        span = self.span(start, end, utf16=utf16)
        return span is not None and _bare(span.of(self.text)) == _bare(quote)

    def utf16(self, quoted: Iterable[tuple[Any, Any, str]]) -> bool:
        """Whether the offsets count UTF-16 units: more quotes fit so than in code points."""
        if self.counts_alike:
            return False
        listed = [one for one in quoted if one[2]]
        points = sum(self.fits(start, end, quote) for start, end, quote in listed)
        units = sum(self.fits(start, end, quote, utf16=True) for start, end, quote in listed)
        return units > points

    def _from_utf16(self, at: int) -> int:
        """Return the code point at a UTF-16 unit; within a pair, the character's beginning."""
        low, high = 0, len(self._wide)
        while low < high:  # wide characters that begin before `at`
            middle = (low + high) // 2
            if self._wide[middle] + middle < at:
                low = middle + 1
            else:
                high = middle
        return at - low

    def draft(
        self, path: Path, data: bytes, *, title: str = "", **particulars: Any
    ) -> DocumentDraft:
        """Return the document; `path` and `data` are the file it came in."""
        return DocumentDraft(
            text=self.text,
            title=title.strip() or title_of(self.text) or path.stem,
            provenance=Provenance(
                path.name, hashlib.sha256(data).hexdigest(), "utf-8", "encoding-basis-valid"
            ),
            **particulars,
        )


def outside(where: str, start: Any, end: Any) -> Finding:
    """Return what is said of offsets that are no span of their text."""
    return Finding("finding-no-span", where, {"start": str(start)[:20], "end": str(end)[:20]})


def moment(value: Any) -> datetime | None:
    """Return a time as other tools write it (ISO 8601), None when it is none or has no zone."""
    if not isinstance(value, str):
        return None
    try:
        at = datetime.fromisoformat(value)
    except ValueError:
        return None
    return at if at.tzinfo is not None else None


def _bare(text: str) -> str:
    return "".join(text.split())
