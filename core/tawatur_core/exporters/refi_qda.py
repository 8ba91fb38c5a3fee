"""REFI-QDA 1.0: a project file (.qdpx) for NVivo, MAXQDA, ATLAS.ti, QualCoder and their like.

Standard and schema: https://www.qdasoftware.org. A zip of ``project.qde`` and the plain texts. What
analysts marked are selections with codings by a code book; claims have notes, entities are cases,
event groups and conflicts are sets, verdicts are notes. Positions count Unicode code points of the
text file, from 0, the end not included; line ends are LF.
"""

from __future__ import annotations

import tempfile
import zipfile
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import IO, Any

from tawatur_core.errors import ExportMismatch
from tawatur_core.exporters import losses
from tawatur_core.exporters.bundle import LEVEL
from tawatur_core.exporters.refi_article import SourceWriter
from tawatur_core.exporters.refi_codes import code_book, variables
from tawatur_core.exporters.refi_project import cases, sets, users, verdict_notes
from tawatur_core.exporters.slicing import compare
from tawatur_core.exporters.tei_words import attribute
from tawatur_core.model import Document
from tawatur_core.monitor import Monitor
from tawatur_core.plugins import Annotated, Corpus, Loss, need
from tawatur_core.wording import wording

QDA = "urn:QDA-XML:project:1.0"
_EPOCH = (1980, 1, 1, 0, 0, 0)  # one time for all, so that equal exports are equal files
# What is parsed beside the sources, and forgotten: there is one of these for every claim.
_OTHERS = ("Case", "Note", "Link", "Set")
# Texts are files beside the XML, and hold every character.
_CONTROLS = Loss(
    losses.CONTROLS_SHOWN.code,
    {**losses.CONTROLS_SHOWN.remains, Document: lambda one, _: _particulars_in_xml(one)},
)
_SPOOL = 1 << 22  # bytes of a part of the project file kept in memory


def _particulars_in_xml(document: Document) -> Document:
    told: Document = losses.as_xml(replace(document, text=""))
    return replace(told, text=document.text, sha256=document.sha256)


class RefiQda:
    """A project of coded plain texts."""

    name = "refi-qda"
    suffix = ".qdpx"
    losses = (_CONTROLS, losses.COMPARISONS, losses.REASONS, losses.HISTORY)

    def write(self, corpus: Corpus, destination: Path, language: str, monitor: Monitor) -> None:
        """Write the project. Raises OSError, Cancelled, MissingExtra."""
        need("lxml.etree", "tei")  # the proof needs it
        words = wording(language, isolate=False)
        writer = SourceWriter(corpus, words)
        with (
            zipfile.ZipFile(destination, "w", zipfile.ZIP_DEFLATED, compresslevel=LEVEL) as archive,
            _spool() as sources, _spool() as notes, _spool() as links,
        ):  # fmt: skip
            for done, annotated in enumerate(corpus.documents()):
                monitor.step(done, corpus.size)
                document = annotated.document
                name = f"sources/{document.id}.txt"
                archive.writestr(_entry(name), document.text.encode(), compresslevel=LEVEL)
                told = writer.article(annotated)
                sources.write(told.source)
                notes.write(told.notes)
                links.write(told.links)
            notes.write("".join(verdict_notes(corpus, words)))
            with archive.open("project.qde", "w", force_zip64=True) as raw:
                _put(raw, _head(corpus))
                _put(raw, users(writer.authors, corpus))
                _put(raw, code_book(words) + variables(words))
                for case in cases(corpus, writer.selections):
                    _put(raw, case)
                _section(raw, "Sources", sources)
                _section(raw, "Notes", notes)
                _section(raw, "Links", links)
                for one in sets(corpus, words):
                    _put(raw, one)
                _put(raw, "</Project>\n")

    def verify(self, corpus: Corpus, destination: Path) -> int:
        """Parse the project with lxml, slice the texts. Raises ExportMismatch."""
        etree = need("lxml.etree", "tei")
        count = 0
        with zipfile.ZipFile(destination) as archive, archive.open("project.qde") as raw:
            tags = [f"{{{QDA}}}{name}" for name in ("TextSource", *_OTHERS)]
            context = etree.iterparse(raw, tag=tags, resolve_entities=False, huge_tree=True)
            read = _only(context, tags[0])
            try:
                for annotated, source in zip(corpus.documents(), read, strict=corpus.size > 0):
                    document = annotated.document
                    text = archive.read(f"sources/{document.id}.txt").decode()
                    if text != document.text or source.get("guid") != document.id:
                        raise ExportMismatch(destination, document.title)
                    selections = source.findall(f"{{{QDA}}}PlainTextSelection")
                    quotes = list(_quotes(annotated))
                    if len(quotes) != len(selections):
                        raise ExportMismatch(destination, document.title)
                    places = [
                        (int(one.get("startPosition")), int(one.get("endPosition")), quote)
                        for one, quote in zip(selections, quotes, strict=True)
                    ]
                    count += compare(destination, document.title, text, places)
            except (etree.XMLSyntaxError, ValueError) as failure:
                raise ExportMismatch(destination, str(failure)) from failure
        return count


def _only(context: Any, tag: str) -> Iterator[Any]:
    """Yield the elements of one tag; each is forgotten before the next, the others at once."""
    for _, element in context:
        if element.tag == tag:
            yield element
        element.getparent().remove(element)


def _quotes(annotated: Annotated) -> Iterator[str]:
    """Yield the words that must stand under each selection, in the order they are written."""
    text = annotated.document.text
    for claim in annotated.claims:
        yield from (span.of(text) for span in claim.spans)
        yield from (slot.span.of(text) for slot in claim.slots if slot.span)
    yield from (mention.quote for mention in annotated.mentions)
    yield from (span.of(text) for span in annotated.document.residue)


def _head(corpus: Corpus) -> str:
    return (
        '<?xml version="1.0" encoding="utf-8"?>\n'
        f'<Project xmlns="{QDA}" name={attribute(corpus.title)} origin="Tawatur 1">\n'
    )


def _spool() -> IO[str]:
    return tempfile.SpooledTemporaryFile(_SPOOL, "w+", encoding="utf-8", newline="")


def _entry(name: str) -> zipfile.ZipInfo:
    entry = zipfile.ZipInfo(name, _EPOCH)
    entry.compress_type = zipfile.ZIP_DEFLATED
    return entry


def _put(raw: IO[bytes], told: str) -> None:
    raw.write(told.encode())


def _section(raw: IO[bytes], name: str, spool: IO[str]) -> None:
    """Copy a section that is not empty: the schema wants at least one of each."""
    if not spool.tell():
        return
    spool.seek(0)
    _put(raw, f"<{name}>\n")
    for piece in iter(lambda: spool.read(_SPOOL), ""):
        _put(raw, piece)
    _put(raw, f"</{name}>\n")
