"""Where an annotation of another tool really stands: its offsets held against its quote.

Offsets drift when a tool counts otherwise or the text was edited; the quote then says where the
words are (the W3C's TextQuoteSelector does the same: exact words, prefix and suffix).
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from tawatur_core.model import Span
from tawatur_core.plugins import Mark

_SPACE = re.compile(r"\s+")
_BETWEEN = re.compile(r"[\s…]*")
_MOST = 10_000  # occurrences looked at; a quote that stands oftener says nothing


@dataclass(frozen=True, slots=True)
class Anchored:
    """Where a mark stands; no spans: nowhere, and `code` says why (a message id)."""

    spans: tuple[Span, ...]
    code: str = ""


def anchor(text: str, mark: Mark) -> Anchored:
    """Return where a mark stands in `text`.

    Its own offsets where its quote stands there, else the quote's only occurrence, the only one
    between its prefix and suffix, or the one nearest to the offsets.
    """
    spans = tuple(span for span in mark.spans if len(span))
    inside = all(span.end <= len(text) for span in spans)
    if not mark.quote.strip():
        code = "" if spans and inside else _wrong(mark)
        return Anchored(spans if not code else (), code)
    if spans and inside and _stands(text, spans, mark.quote):
        return Anchored(spans)
    found = _looked_for(text, spans, mark)
    return Anchored(found, "finding-moved" if found else "finding-not-found")


def _wrong(mark: Mark) -> str:
    return "finding-outside" if mark.spans and any(map(len, mark.spans)) else "finding-empty"


def _stands(text: str, spans: Sequence[Span], quote: str) -> bool:
    """Whether the quote is what stands there; tools differ in white space and in joining parts."""
    if len(spans) == 1 and spans[0].of(text) == quote:
        return True
    return _bare("".join(span.of(text) for span in spans)) == _bare(quote)


def _bare(text: str) -> str:
    return _BETWEEN.sub("", text)


def _looked_for(text: str, spans: Sequence[Span], mark: Mark) -> tuple[Span, ...]:
    parts = _parts(spans, mark.quote)
    places = list(_occurrences(text, parts))
    if len(places) > 1 and (mark.prefix or mark.suffix):
        fitting = [p for p in places if _surrounded(text, p[0].start, p[-1].end, mark)]
        places = fitting or places
    if len(places) == 1:
        return places[0]
    if not spans:
        return ()
    near = sorted((abs(place[0].start - spans[0].start), place) for place in places)
    if near and (len(near) == 1 or near[0][0] < near[1][0]):
        return near[0][1]
    return ()


def _parts(spans: Sequence[Span], quote: str) -> list[tuple[str, int]]:
    """Return the parts of a quote, each with the distance from the end of the one before it."""
    if len(spans) < 2:
        return [(quote, 0)]
    parts: list[tuple[str, int]] = []
    at = 0
    for n, span in enumerate(spans):
        begin = _BETWEEN.match(quote, at)
        at = begin.end() if begin and n else at
        parts.append((quote[at : at + len(span)], span.start - spans[n - 1].end if n else 0))
        at += len(span)
    return parts if at == len(quote) else []


def _occurrences(text: str, parts: Sequence[tuple[str, int]]) -> Iterator[tuple[Span, ...]]:
    """Yield where all parts stand, at their distances from each other; at most `_MOST`."""
    if not parts:
        return
    first = parts[0][0]
    for n, found in enumerate(re.finditer(f"(?={_flexible(first)})", text)):
        if n == _MOST:
            return
        place = [Span(found.start(), found.start() + len(found[1]))]
        for words, gap in parts[1:]:
            start = place[-1].end + gap
            place.append(Span(start, start + len(words)))
        if all(
            span.of(text) == words for span, (words, _) in zip(place[1:], parts[1:], strict=True)
        ):
            yield tuple(place)


def _flexible(words: str) -> str:
    """Return a pattern of the words in which any white space stands for any other."""
    return "(" + r"\s+".join(re.escape(part) for part in _SPACE.split(words.strip())) + ")"


def _surrounded(text: str, start: int, end: int, mark: Mark) -> bool:
    before, after = text[max(0, start - len(mark.prefix)) : start], text[end:]
    return before == mark.prefix and after.startswith(mark.suffix)
