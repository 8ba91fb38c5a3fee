"""Word documents (DOCX): paragraphs, tables row by row, title and author."""

from __future__ import annotations

import io
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

from tawatur_core.errors import EmptyFile, HasNul
from tawatur_core.importers.inspection import (
    NO_ENCODING,
    Choices,
    Inspection,
    Source,
    foreign,
    lf,
    provenance,
    title_of,
)
from tawatur_core.importers.limits import MB, ZipLimits, check_zip, parse_xml
from tawatur_core.importers.particulars import plain
from tawatur_core.importers.residue import residue_of
from tawatur_core.model import DocumentDraft, Span
from tawatur_core.plugins import Finding, need

_LIMITS = ZipLimits(total=256 * MB, entry=64 * MB)
_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_MC = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
# What is not read: what was deleted, field codes, the second form of a drawing.
_SKIPPED = frozenset(
    {f"{_W}del", f"{_W}moveFrom", f"{_W}instrText", f"{_W}delText", f"{_MC}Fallback"}
)
_SIGNS = {f"{_W}tab": "\t", f"{_W}br": "\n", f"{_W}cr": "\n", f"{_W}noBreakHyphen": "\u2011"}
_CAPTIONS = ("caption",)
_TITLES = ("title", "heading1")
# Footnotes and endnotes: the part they lie in, what one is there, and what refers to it.
_NOTES = (
    ("/word/footnotes.xml", f"{_W}footnote", f"{_W}footnoteReference"),
    ("/word/endnotes.xml", f"{_W}endnote", f"{_W}endnoteReference"),
)
_REFERENCES = {reference: kind for _, kind, reference in _NOTES}


def inspect_word(source: Source, _choices: Choices) -> Iterator[Inspection]:
    """Return the article of a DOCX file. Raises Unsafe, TooLarge, Encrypted, BadFormat, EmptyFile.

    Nothing outside the file is fetched. The date of a file is not the day an article appeared:
    none is proposed.
    """
    docx = need("docx", "articles")
    check_zip(source.path, source.data, _LIMITS)
    with foreign(source.path):
        document = docx.Document(io.BytesIO(source.data))
        reading = _Paragraphs()
        reading.read(document.element.body)
        title = plain(reading.title or document.core_properties.title or "")
        author = plain(document.core_properties.author or "")
        notes = _notes(document, source.path)
    if author.casefold() in ("python-docx", "user", "admin", "administrator"):
        author = ""
    written = reading.notes(notes)
    text = lf("\n".join(reading.lines))
    if "\0" in text:
        raise HasNul(source.path)
    if not text.strip():
        raise EmptyFile(source.path)
    draft = DocumentDraft(
        text=text,
        title=title or title_of(text),
        provenance=provenance(source),
        author=author,
        residue=residue_of(text, [*reading.captions, *written]),
    )
    how = {
        name: "found-properties" for name, value in (("title", title), ("author", author)) if value
    }
    told = {"count": len(written)}
    findings = (Finding("finding-notes", source.path.name, told),) if written else ()
    yield Inspection(source.path, draft, None, "", NO_ENCODING, how=how, findings=findings)


def _notes(document: Any, path: Path) -> dict[tuple[str, str], Any]:
    """Return footnotes and endnotes by what they are and their ids; separators are none."""
    found: dict[tuple[str, str], Any] = {}
    for part in document.part.package.iter_parts():
        for place, kind, _ in _NOTES:
            if str(part.partname) == place:
                root = parse_xml(part.blob, path, "articles")
                for note in root.iterchildren(kind):
                    if note.get(f"{_W}type") in (None, "normal"):
                        found[kind, note.get(f"{_W}id") or ""] = note
    return found


class _Paragraphs:
    """The lines of a document: a paragraph each, or a row of a table with tabs between cells.

    Notes stand after the text in the order they are referred to, each with its number, which
    stands in the text too.
    """

    def __init__(self) -> None:
        self._referred: dict[tuple[str, str], int] = {}
        self.lines: list[str] = []
        self.captions: list[Span] = []
        self.title = ""
        self._at = 0
        self._rows = 0  # how many table rows are open, within each other
        self._cells: list[list[str]] = []

    def read(self, body: Any) -> None:
        """Walk through the body without going down the stack."""
        etree = need("lxml.etree", "articles")
        walk = etree.iterwalk(body, events=("start", "end"))
        for event, element in walk:
            if event == "start":
                if element.tag in _SKIPPED:
                    walk.skip_subtree()
                elif element.tag == f"{_W}tr":
                    self._rows += 1
                elif element.tag == f"{_W}tc" and self._rows == 1:
                    self._cells.append([])
                elif element.tag == f"{_W}p":
                    self._paragraph(element)
            elif element.tag == f"{_W}tr":
                self._rows -= 1
                if not self._rows:
                    self._say("\t".join(" ".join(cell) for cell in self._cells))
                    self._cells.clear()

    def _paragraph(self, element: Any) -> None:
        text = "".join(_runs(element, self._number))
        if self._rows:
            if self._cells and text.strip():
                self._cells[-1].append(" ".join(text.split()))
            return
        style = _style(element)
        if style in _CAPTIONS and text.strip():
            self.captions.append(Span(self._at, self._at + len(text)))
        if style in _TITLES and not self.title:
            self.title = text
        self._say(text)

    def _number(self, reference: Any) -> str:
        """Return the number of a note where it is referred to."""
        key = (_REFERENCES[reference.tag], reference.get(f"{_W}id") or "")
        return f"[{self._referred.setdefault(key, len(self._referred) + 1)}]"

    def notes(self, known: dict[tuple[str, str], Any]) -> list[Span]:
        """Say the notes that are referred to; return where they stand. They are not the article."""
        told: list[Span] = []
        for key, number in list(self._referred.items()):
            note = known.get(key)
            if note is None:
                continue
            lines = [
                "".join(_runs(paragraph, self._number)).strip() for paragraph in note.iter(f"{_W}p")
            ]
            text = f"[{number}] " + " ".join(filter(None, lines))
            told.append(Span(self._at, self._at + len(text)))
            self._say(text)
        return told

    def _say(self, text: str) -> None:
        self.lines.append(text)
        self._at += len(text) + 1


def _runs(paragraph: Any, number: Callable[[Any], str]) -> Iterator[str]:
    """Yield the words of a paragraph, but not those of paragraphs within it (text boxes).

    `number` says what stands where a note is referred to.
    """
    etree = need("lxml.etree", "articles")
    walk = etree.iterwalk(paragraph, events=("start",))
    for _, element in walk:
        inner = element.tag == f"{_W}p" and element is not paragraph
        if inner or element.tag in _SKIPPED:
            walk.skip_subtree()
        elif element.tag == f"{_W}t":
            yield element.text or ""
        elif element.tag in _REFERENCES:
            yield number(element)
        elif element.tag in _SIGNS and element.getparent().tag == f"{_W}r":
            yield _SIGNS[element.tag]


def _style(paragraph: Any) -> str:
    found = paragraph.find(f"{_W}pPr/{_W}pStyle")
    return "" if found is None else str(found.get(f"{_W}val") or "").casefold().replace(" ", "")
