"""Spans on a document's text: validated, snapped to whole characters, with their surroundings."""

from __future__ import annotations

import unicodedata

from tawatur_core.errors import BadSpan
from tawatur_core.model import Span
from tawatur_core.store.schema import Value

CONTEXT = 32  # code points of prefix and suffix kept beside a quote

_PREPENDED = frozenset("\u0600\u0601\u0602\u0603\u0604\u0605\u06dd\u0890\u0891\u08e2")
_ZWNJ, _ZWJ = "\u200c", "\u200d"


def snap(text: str, span: Span) -> Span:
    """Return the span widened to whole characters: never a letter without its marks.

    Raises BadSpan when it is empty or reaches outside the text.
    """
    start, end = span.start, span.end
    if not 0 <= start < end <= len(text):
        raise BadSpan(start, end, len(text))
    while start > 0 and not boundary(text, start):
        start -= 1
    while end < len(text) and not boundary(text, end):
        end += 1
    return Span(start, end)


def boundary(text: str, at: int) -> bool:
    """Whether two user-perceived characters meet at `at` (extended grapheme clusters, UAX 29)."""
    if at <= 0 or at >= len(text):
        return True
    before, after = text[at - 1], text[at]
    if before == "\r" and after == "\n":
        return False
    if _controls(before) or _controls(after):
        return True
    if _extends(after) or before in _PREPENDED:
        return False
    if before == _ZWJ and _pictures(after):
        return False
    return not (_flag(before) and _flag(after) and _flags_before(text, at) % 2)


def anchored(text: str, span: Span) -> dict[str, Value]:
    """Return the columns of a span row: offsets, quote, and the text around it."""
    return {
        "start": span.start,
        "end": span.end,
        "quote": span.of(text),
        "prefix": text[max(0, span.start - CONTEXT) : span.start],
        "suffix": text[span.end : span.end + CONTEXT],
    }


def _controls(char: str) -> bool:
    if char in (_ZWNJ, _ZWJ) or char in _PREPENDED:
        return False
    return unicodedata.category(char) in {"Cc", "Zl", "Zp"} or (
        unicodedata.category(char) == "Cf" and not 0xE0020 <= ord(char) <= 0xE007F
    )


def _extends(char: str) -> bool:
    code = ord(char)
    return (
        char in (_ZWNJ, _ZWJ)
        or 0x1F3FB <= code <= 0x1F3FF  # skin tones
        or 0xE0020 <= code <= 0xE007F  # tags of subdivision flags
        or unicodedata.category(char) in {"Mn", "Me", "Mc"}
    )


def _pictures(char: str) -> bool:
    code = ord(char)
    return code >= 0x1F000 or 0x2190 <= code <= 0x2BFF or code in (0x00A9, 0x00AE, 0x3030, 0x303D)


def _flag(char: str) -> bool:
    return 0x1F1E6 <= ord(char) <= 0x1F1FF


def _flags_before(text: str, at: int) -> int:
    count = 0
    while at > count and _flag(text[at - 1 - count]):
        count += 1
    return count


def shorten(text: str, limit: int = 40) -> str:
    """Return a text for a label: one line, cut at a whole character."""
    line = " ".join(text.split())
    if len(line) <= limit:
        return line
    end = limit
    while end > 1 and not boundary(line, end):
        end -= 1
    return line[:end].rstrip() + "…"
