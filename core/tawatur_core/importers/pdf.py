"""PDF files with Arabic text: letters by their places, lines, paragraphs.

Pages that are only pictures are named; a file of nothing else is refused, for its text would have
to be recognised first. What stands at the edge of page after page is residue.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Any

from tawatur_core.errors import EmptyFile, Garbled, Scanned
from tawatur_core.importers.inspection import (
    NO_ENCODING,
    Choices,
    Inspection,
    Source,
    foreign,
    provenance,
    title_of,
)
from tawatur_core.importers.particulars import plain
from tawatur_core.importers.pdf_glyphs import LOST, opened, page_of
from tawatur_core.importers.pdf_lines import Line, lines_of, turn_brackets, turned_brackets
from tawatur_core.importers.residue import residue_of
from tawatur_core.model import DocumentDraft, Span
from tawatur_core.plugins import Finding

_SAME_HEIGHT = 10  # points
_EDGE = 3  # lines at the top and the bottom of a page that may repeat
_NUMBER = re.compile(
    r"\W*(?:صفحة|الصفحة|ص|page|p\.?)?\W*\d{1,4}\W*(?:(?:من|of|/)\W*\d{1,4})?\W*", re.IGNORECASE
)
_FIGURES = re.compile(r"\d+")
_LEADING = 1.35  # times the usual distance of two lines: a wider one parts paragraphs
_SHORT = 0.15  # of the column's width: a line so much shorter ends its paragraph
_GARBLED = 0.2  # of the letters
_NO_TITLE = re.compile(r"untitled|microsoft|^\W*$|\.(?:docx?|pdf|indd|qxp|html?)\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class _Read:
    """What was read of a file; pages are numbered from 1."""

    lines: list[list[Line]]
    pictures: list[int]
    title: str
    author: str


def inspect_pdf(source: Source, _choices: Choices) -> Iterator[Inspection]:
    """Return the article of a PDF. Raises Scanned, Encrypted, Garbled, BadFormat, MissingExtra."""
    with foreign(source.path):
        read = _read(source)
    text, marked = _text(read.lines)
    if not text.strip():
        raise (
            Scanned(source.path, _pages(read.pictures)) if read.pictures else EmptyFile(source.path)
        )
    lost = text.count(LOST)
    if lost > _GARBLED * len(text):
        raise Garbled(source.path)
    findings = []
    if read.pictures:
        pages = _pages(read.pictures)
        findings.append(Finding("finding-picture-pages", source.path.name, {"pages": pages}))
    if lost:
        args = {"count": lost}
        findings.append(Finding("finding-lost-letters", source.path.name, args))
    draft = DocumentDraft(
        text=text,
        title=read.title or title_of(text),
        provenance=provenance(source),
        author=read.author,
        residue=residue_of(text, marked),
    )
    how = {name: "found-properties" for name in ("title", "author") if getattr(read, name)}
    yield Inspection(source.path, draft, None, "", NO_ENCODING, how=how, findings=tuple(findings))


def _read(source: Source) -> _Read:
    lines: list[list[Line]] = []
    pictures: list[int] = []
    with opened(source.path, source.data) as document:
        for number in range(len(document)):
            page = page_of(document, number, source.path)
            if not page.glyphs and page.pictures:
                pictures.append(number + 1)
            lines.append(lines_of(page.glyphs, number))
        told = document.get_metadata_dict()
    turned = turned_brackets(line for page_lines in lines for line in page_lines)
    lines = [[turn_brackets(line, turned) for line in page_lines] for page_lines in lines]
    return _Read(lines, pictures, _property(told, "Title"), _property(told, "Author"))


def _property(told: dict[str, Any], name: str) -> str:
    value = plain(str(told.get(name) or ""))
    return "" if _NO_TITLE.search(value) else value


def _pages(numbers: Sequence[int]) -> str:
    shown = "، ".join(map(str, numbers[:10]))
    return f"{shown}…" if len(numbers) > 10 else shown


def _text(pages: Sequence[Sequence[Line]]) -> tuple[str, list[Span]]:
    """Return the text, a paragraph a line, and the spans of what repeats from page to page."""
    repeated = _repeated(pages)
    leading = _usual_leading(pages)
    text = ""
    marked: list[Span] = []
    before: Line | None = None
    for number, lines in enumerate(pages):
        margins = _margins(lines)
        for n, line in enumerate(lines):
            if (number, n) in repeated:
                text = f"{text}\n{line.text}" if text else line.text
                marked.append(Span(len(text) - len(line.text), len(text)))
                before = None
                continue
            if before is None:
                text = f"{text}\n{line.text}" if text else line.text
            elif _goes_on(before, line, leading, margins):
                text = _joined(text, line.text, hyphened=before.hyphened)
            else:
                text = f"{text}\n{line.text}"
            before = line
    return text, marked


def _joined(text: str, line: str, *, hyphened: bool) -> str:
    if hyphened and text.endswith(("-", "\u2010")):
        return text[:-1] + line
    return f"{text} {line}"


def _goes_on(before: Line, line: Line, leading: float, margins: tuple[float, float]) -> bool:
    """Whether a line goes on with the paragraph of the one before it."""
    left, right = margins
    width = max(right - left, 1.0)
    same_size = abs(before.height - line.height) < 0.15 * max(before.height, line.height)
    short = before.right - before.left < (1 - _SHORT) * width
    indent = right - line.right if line.rtl else line.left - left
    if not same_size or short or before.rtl != line.rtl:
        return False
    if before.page != line.page:
        return True
    down = before.base - line.base
    return 0 < down <= _LEADING * max(leading, 0.8 * line.height) and indent < 0.5 * width


def _margins(lines: Sequence[Line]) -> tuple[float, float]:
    """Return where the column of a page begins and ends, as most of its lines have it."""
    if not lines:
        return 0.0, 0.0
    lefts, rights = sorted(line.left for line in lines), sorted(line.right for line in lines)
    return lefts[len(lefts) // 5], rights[-1 - len(rights) // 5]


def _usual_leading(pages: Sequence[Sequence[Line]]) -> float:
    """Return the distance of two lines of a paragraph: the smaller ones, if there are two kinds."""
    steps = sorted(
        a.base - b.base
        for lines in pages
        for a, b in pairwise(lines)
        if 0.8 * a.height < a.base - b.base < 4 * a.height
    )
    return steps[len(steps) // 5] if steps else 0.0


def _repeated(pages: Sequence[Sequence[Line]]) -> set[tuple[int, int]]:
    """Return the lines (page, line) that stand at one height of most pages, figures aside."""
    edges: dict[tuple[str, int], set[tuple[int, int]]] = {}
    for number, lines in enumerate(pages):
        by_height = sorted(range(len(lines)), key=lambda n: -lines[n].base)
        for n in {*by_height[:_EDGE], *by_height[-_EDGE:]}:
            text = lines[n].text
            key = "#" if _NUMBER.fullmatch(text) else _FIGURES.sub("#", " ".join(text.split()))
            height = round(lines[n].base / _SAME_HEIGHT)
            edges.setdefault((key, height), set()).add((number, n))
    often = max(2, len([lines for lines in pages if lines]) // 2)
    return {
        place
        for places in edges.values()
        if len({number for number, _ in places}) >= often
        for place in places
    }
