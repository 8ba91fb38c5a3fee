"""Lines of text from letters and their places: what is seen, put back into the order of speech.

The order is that of the Unicode bidirectional algorithm turned round: letters are read from where
the line begins, and runs of the other direction (numbers and Latin in Arabic) are turned.
"""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from statistics import median

from tawatur_core.importers.pdf_glyphs import Glyph

_SPACE = 0.15  # of the font's size: a wider gap parts words
_COLUMN = 2.5  # a wider one parts columns
_COLUMNS = 0.2  # so many lines stand beside another where a page has columns
_ONE_LINE = 0.35  # two baselines no farther apart than this are one
_SEPARATORS = frozenset(".,:/٫٬")  # between figures they belong to the number
# What an Arabic line shows from left to right, and a Latin one from right to left, in kinds of
# letters (see `_kind`): numbers, and Latin with all between its first and last word.
_FORWARD = re.compile(r"(?:N(?:S?N)*[OS]?)?L(?:[^R]*L)?(?:[OS]?N(?:S?N)*)?|N(?:S?N)*")
_BACKWARD = re.compile(r"R(?:[^L]*R)?")
_OPENING = dict(zip("([{«‹<“", ")]}»›>”", strict=True))
_MIRRORED = {**_OPENING, **{close: open_ for open_, close in _OPENING.items()}}


@dataclass(frozen=True, slots=True)
class Line:
    """A line: its text in the order of speech, and its place on the page in points."""

    text: str
    left: float
    right: float
    base: float
    height: float
    rtl: bool
    page: int
    hyphened: bool = False


def lines_of(glyphs: Sequence[Glyph], page: int) -> list[Line]:
    """Return the lines of a page, in the order of the file."""
    return [_line(row, page) for row in _rows(glyphs)]


def turned_brackets(lines: Iterable[Line]) -> frozenset[str]:
    """Return the opening brackets and quotes that a document gives by their shape.

    In a right-to-left line such a one closes; judged by all its pairs in the document.
    """
    balance: Counter[str] = Counter()
    for line in lines:
        waiting: dict[str, str] = {}
        for char in line.text if line.rtl else "":
            pair = char if char in _OPENING else _MIRRORED.get(char, "")
            if not pair:
                continue
            first = waiting.pop(pair, None)
            if first is None or first == char:
                waiting[pair] = char
            else:
                balance[pair] += 1 if first == pair else -1
    return frozenset(pair for pair, more in balance.items() if more < 0)


def turn_brackets(line: Line, turned: frozenset[str]) -> Line:
    """Return a right-to-left line with those brackets turned, but for those within Latin."""
    if not line.rtl or not turned:
        return line
    both = turned.union(_OPENING[pair] for pair in turned)
    letters = [_MIRRORED[char] if char in both else char for char in line.text]
    for run in _FORWARD.finditer("".join(map(_kind, line.text))):
        letters[run.start() : run.end()] = line.text[run.start() : run.end()]
    return replace(line, text="".join(letters))


def _rows(glyphs: Sequence[Glyph]) -> list[list[Glyph]]:
    """Gather the letters of every line: those on one baseline without a gap as between columns.

    Programs write the parts of a line in any order. Lines are read from top to bottom, but on a
    page with columns in the order of the file, which goes column by column.
    """
    letters = sorted((one for one in glyphs if not one.mark), key=lambda one: -one.base)
    bands: list[list[Glyph]] = []
    for glyph in letters:
        band = bands[-1] if bands else None
        if band and band[0].base - glyph.base <= _ONE_LINE * max(band[0].height, glyph.height):
            band.append(glyph)
        else:
            bands.append([glyph])
    rows = [row for band in bands for row in _parted(band)]
    for mark in glyphs:
        if mark.mark and rows:
            min(rows, key=lambda row: _distance(row, mark)).append(mark)
    if len(rows) - len(bands) > _COLUMNS * len(bands):
        rows.sort(key=lambda row: median(one.order for one in row))
    return rows


def _parted(band: list[Glyph]) -> list[list[Glyph]]:
    band.sort(key=lambda one: one.left)
    parts = [[band[0]]]
    reached = band[0].right
    for glyph in band[1:]:
        if glyph.left - reached > _COLUMN * max(glyph.height, band[0].height):
            parts.append([])
        parts[-1].append(glyph)
        reached = max(reached, glyph.right)
    return parts


def _distance(row: Sequence[Glyph], mark: Glyph) -> tuple[bool, float]:
    left, right = row[0].left, max(one.right for one in row)
    return not left - 1 <= mark.middle <= right + 1, abs(row[0].base - mark.base)


def _line(row: Sequence[Glyph], page: int) -> Line:
    letters = [glyph for glyph in row if not glyph.mark]
    marks = [glyph for glyph in row if glyph.mark]
    height = median(glyph.height for glyph in letters)
    rtl = _rtl("".join(glyph.text for glyph in letters))
    ordered = sorted(letters, key=lambda glyph: (glyph.middle, glyph.order))
    clusters = _with_marks(ordered, marks)
    text = _logical(_spaced(ordered, clusters, marks), rtl=rtl)
    return Line(
        text=text,
        left=min(glyph.left for glyph in letters),
        right=max(glyph.right for glyph in letters),
        base=median(glyph.base for glyph in letters),
        height=height,
        rtl=rtl,
        page=page,
        hyphened=any(glyph.hyphen for glyph in (ordered[0], ordered[-1])),
    )


def _rtl(text: str) -> bool:
    kinds = [unicodedata.bidirectional(char) for char in text]
    right = sum(kind in ("R", "AL") for kind in kinds)
    return right > 0 and right * 2 >= sum(kind == "L" for kind in kinds)


def _with_marks(letters: Sequence[Glyph], marks: Sequence[Glyph]) -> list[str]:
    """Return the letters, each followed by the marks that stand over it."""
    clusters = [glyph.text for glyph in letters]
    for mark in sorted(marks, key=lambda glyph: glyph.order):
        nearest = min(
            range(len(letters)),
            key=lambda n: (
                abs(letters[n].left - mark.left) > 0.05,  # drawn from where its letter is
                not letters[n].left - 0.1 <= mark.middle <= letters[n].right + 0.1,
                abs(letters[n].middle - mark.middle),
            ),
        )
        clusters[nearest] += mark.text
    return clusters


def _spaced(letters: Sequence[Glyph], clusters: Sequence[str], marks: Sequence[Glyph]) -> list[str]:
    """Put a space into every gap between words, from left to right; a mark may fill a gap."""
    spaced: list[str] = []
    filling = sorted(marks, key=lambda one: one.left, reverse=True)
    reached = letters[0].left
    for glyph, cluster in zip(letters, clusters, strict=True):
        while filling and filling[-1].left < glyph.left:
            mark = filling.pop()
            if mark.left - reached <= _SPACE * mark.height:
                reached = max(reached, mark.right)
        if glyph.left - reached > _SPACE * glyph.height:
            spaced.append(" ")
        spaced.append(cluster)
        reached = max(reached, glyph.right)
    return spaced


def _logical(seen: Sequence[str], *, rtl: bool) -> str:
    """Return what is seen from left to right in the order of speech."""
    kinds = "".join(_kind(cluster[0]) for cluster in seen)
    parts: list[str] = []
    at = 0
    for run in (_FORWARD if rtl else _BACKWARD).finditer(kinds):
        inside = seen[run.start() : run.end()]
        parts += seen[at : run.start()]
        parts.append("".join(inside) if rtl else _logical(inside, rtl=True))
        at = run.end()
    parts += seen[at:]
    return "".join(reversed(parts) if rtl else parts)


def _kind(char: str) -> str:
    """Return L(atin), N(umber), S(eparator within numbers), R (Arabic), W(hite) or O(ther)."""
    kind = unicodedata.bidirectional(char)
    if kind in ("R", "AL"):
        return "R"
    if kind in ("EN", "AN"):
        return "N"
    if char in _SEPARATORS:
        return "S"
    if kind == "L":
        return "L"
    return "W" if char.isspace() else "O"
