"""Folding: one plain form of a text for search and comparison, with the way back.

The fold of a text is the concatenation of the folds of its code points, and every code point of
a fold folds to itself. So folding is idempotent, and the order of replacements does not matter.
"""

from __future__ import annotations

import re
import unicodedata

from tawatur_core.arabic.results import Folded

# Letters that writers, keyboards and outlets use for one another; the only such table.
_LETTERS = {
    **dict.fromkeys("أإآٱٲٳٵ", "ا"),
    **dict.fromkeys("ىئیيېێےۓۍؠٸ", "ي"),
    **dict.fromkeys("ؤۆۋٶٷۏۇۈۉۊ", "و"),
    **dict.fromkeys("ةهھہۀۂۃەۿ", "ه"),
    **dict.fromkeys("كکگڪڭݣڬګڮڰڱڲڳڴ", "ك"),
    **dict.fromkeys("فڤڥڢڡ", "ف"),
    **dict.fromkeys("قڨڧ", "ق"),
    **dict.fromkeys("جچڃڄڇ", "ج"),
    **dict.fromkeys("بپٻڀ", "ب"),
    **dict.fromkeys("تٹٺټ", "ت"),
    **dict.fromkeys("دڈډڊڋڌڍڎڏڐ", "د"),
    **dict.fromkeys("رڑڒړڔڕږڗڙ", "ر"),
    **dict.fromkeys("زژ", "ز"),
    **dict.fromkeys("سښڛ", "س"),
    **dict.fromkeys("لڵڶڷڸ", "ل"),
    **dict.fromkeys("نںڻڼڽ", "ن"),
    **dict.fromkeys("حځڂڅ", "ح"),
}

# Written on or between letters without changing which word it is: vowel signs, Quranic signs
# and small letters, tatweel, joiners, variation selectors, Latin accents.
_MARKS = frozenset(
    chr(c)
    for low, high in (
        (0x0300, 0x036F),
        (0x0610, 0x061A),
        (0x0640, 0x0640),
        (0x064B, 0x065F),
        (0x0670, 0x0670),
        (0x0674, 0x0674),
        (0x06D6, 0x06DC),
        (0x06DF, 0x06E8),
        (0x06EA, 0x06ED),
        (0x0898, 0x089F),
        (0x08CA, 0x08E1),
        (0x08E3, 0x08FF),
        (0x200C, 0x200D),
        (0xFE00, 0xFE0F),
        (0xFE20, 0xFE2F),
    )
    for c in range(low, high + 1)
)

# Zero-width and bidirectional control characters: dropped, and no part of the letter before.
_CONTROLS = frozenset(
    "\u00ad\u061c\u180e\u200b\u200e\u200f\u202a\u202b\u202c\u202d\u202e"
    "\u2060\u2061\u2062\u2063\u2064\u2066\u2067\u2068\u2069\u206a\u206b\u206c\u206d\u206e\u206f\ufeff"
)

# The dropped characters as they may stand inside a regular expression's brackets.
MARK_CLASS = "".join(sorted(_MARKS))
CONTROL_CLASS = "".join(sorted(_CONTROLS))


def _step(char: str) -> str:
    if char in _MARKS or char in _CONTROLS:
        return ""
    letter = _LETTERS.get(char)
    if letter is not None:
        return letter
    if unicodedata.category(char) == "Nd":
        return str(unicodedata.digit(char))
    plain = "".join(c for c in unicodedata.normalize("NFKD", char) if c not in _MARKS)
    if not plain.strip() and not char.isspace():
        return ""  # the isolated form of a mark is a space with the mark on it
    return unicodedata.normalize("NFC", plain).casefold()


class _Table(dict[str, str]):
    """Fold of one code point, worked out when first seen."""

    def __missing__(self, char: str) -> str:
        folded = _step(char)
        while (again := "".join(_step(c) for c in folded)) != folded:
            folded = again
        self[char] = folded
        return folded


_TABLE = _Table()


fold_char = _TABLE.__getitem__
"""Return the folded form of one code point: none, one or several letters."""


_SHORT = 24  # code points


def fold_text(text: str) -> str:
    """Return the folded form of `text`; the same as ``fold(text).text``, without the map."""
    if len(text) < _SHORT:
        return "".join(map(fold_char, text))
    # A chain of str.replace over the characters present is six times faster than translate.
    for char in set(text):
        folded = _TABLE[char]
        if folded != char:
            text = text.replace(char, folded)
    return text


def fold(text: str) -> Folded:
    """Return the folded form of `text` with the place of each of its code points in `text`."""
    resized = [char for char in set(text) if len(_TABLE[char]) != 1]
    if not resized:
        n = len(text)
        return Folded(fold_text(text), tuple(range(n)), tuple(range(1, n + 1)))
    starts: list[int] = []
    ends: list[int] = []
    done = 0
    for found in re.finditer("[" + "".join(map(re.escape, resized)) + "]", text):
        at = found.start()
        starts.extend(range(done, at))
        ends.extend(range(done + 1, at + 1))
        done = at + 1
        size = len(_TABLE[text[at]])
        if size:
            starts.extend([at] * size)
            ends.extend([done] * size)
        elif text[at] in _MARKS and ends and ends[-1] == at:
            _extend(starts, ends, done)
    starts.extend(range(done, len(text)))
    ends.extend(range(done + 1, len(text) + 1))
    return Folded(fold_text(text), tuple(starts), tuple(ends))


def _extend(starts: list[int], ends: list[int], end: int) -> None:
    """Let the last original code point's folds end at `end`: a mark belongs to its letter."""
    last = starts[-1]
    for i in range(len(ends) - 1, -1, -1):
        if starts[i] != last:
            break
        ends[i] = end
