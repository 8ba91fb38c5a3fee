"""Selections never cut a letter from its marks, an emoji from its modifiers, a word in two."""

from __future__ import annotations

import unicodedata

from PySide6.QtCore import QTextBoundaryFinder

from tawatur_core.model import Span
from tawatur_gui.reading.offsets import Offsets

# A grapheme cluster never crosses a line end and rarely is longer than a few code points: the
# boundary finder is given a window of this many code points on either side, not the whole text.
_WINDOW = 64
_JOINERS = "ـ\u200c\u200d\u200e\u200f\u061c"
_INSIDE = "'’-‐"


def snap(text: str, span: Span) -> Span:
    """Return `span` widened to whole grapheme clusters, without spaces at its ends.

    A span of spaces alone becomes empty.
    """
    start = _boundary(text, span.start, forward=False)
    end = max(start, _boundary(text, span.end, forward=True))
    while start < end and text[end - 1].isspace():
        end -= 1
    while start < end and text[start].isspace():
        start += 1
    return Span(start, end)


def word_at(text: str, point: int) -> Span:
    """Return the word around code point `point`, empty when there is none."""
    if not 0 <= point < len(text) or not _in_word(text, point):
        if 0 < point <= len(text) and _in_word(text, point - 1):
            point -= 1
        else:
            at = min(max(point, 0), len(text))
            return Span(at, at)
    start = end = point
    while start > 0 and _in_word(text, start - 1):
        start -= 1
    while end < len(text) and _in_word(text, end):
        end += 1
    return snap(text, Span(start, end))


def _in_word(text: str, at: int) -> bool:
    c = text[at]
    if c.isalnum() or c in _JOINERS or _is_mark(c):
        return True
    inside = 0 < at < len(text) - 1
    return c in _INSIDE and inside and text[at - 1].isalnum() and text[at + 1].isalnum()


def _is_mark(c: str) -> bool:
    return unicodedata.category(c) in {"Mn", "Mc", "Me"}


def _boundary(text: str, point: int, *, forward: bool) -> int:
    point = min(max(point, 0), len(text))
    if point in {0, len(text)}:
        return point
    low, high = max(0, point - _WINDOW), min(len(text), point + _WINDOW)
    window = text[low:high]
    offsets = Offsets(window)
    at = offsets.to_units(point - low)
    finder = QTextBoundaryFinder(QTextBoundaryFinder.BoundaryType.Grapheme, window)
    finder.setPosition(at)
    if finder.isAtBoundary():
        return point
    found = finder.toNextBoundary() if forward else finder.toPreviousBoundary()
    return low + offsets.to_points(found) if found >= 0 else point
