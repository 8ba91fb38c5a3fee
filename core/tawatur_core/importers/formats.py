"""Which reader reads a file: by what it holds, then by its name."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from pathlib import Path

from tawatur_core.errors import BadFormat, CannotRead, Encrypted, NotArticles, UnknownFormat
from tawatur_core.importers.epub import inspect_epub
from tawatur_core.importers.inspection import Choices, Inspection, Source
from tawatur_core.importers.limits import ZIP, SafeZip, open_zip
from tawatur_core.importers.pdf import inspect_pdf
from tawatur_core.importers.rebuild import FORMAT as OUR_LINES
from tawatur_core.importers.tables import inspect_table
from tawatur_core.importers.text import inspect_text
from tawatur_core.importers.web_page import inspect_page, inspect_saved
from tawatur_core.importers.word import inspect_word

_OLD_OFFICE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_ENCRYPTED = "EncryptedPackage".encode("utf-16-le")
_HEAD = 4096
_PAGE = re.compile(
    rb"(?:\xef\xbb\xbf)?\s*(?:<\?xml[^>]*>\s*)?(?:<!--.*?-->\s*)*<(?:!doctype html|html)\b",
    re.IGNORECASE | re.DOTALL,
)
_SAVED = re.compile(
    rb"^(?:mime-version|content-type: *multipart/related)", re.IGNORECASE | re.MULTILINE
)
# What lies in a document that is a zip file, and its format; the empty ones are not read.
_OFFICE = {
    "word/document.xml": "docx",
    "xl/workbook.xml": "xlsx",
    "META-INF/container.xml": "epub",
    "ppt/presentation.xml": "",
    "content.xml": "",  # OpenDocument
}
_BINARY = frozenset({"docx", "xlsx", "epub", "pdf"})


@dataclass(frozen=True, slots=True)
class Format:
    """A format of articles: its name (message id `article-format-…`), suffixes and reader."""

    name: str
    suffixes: tuple[str, ...]
    read: Callable[[Source, Choices], Iterable[Inspection]]


FORMATS: dict[str, Format] = {
    form.name: form
    for form in (
        Format("txt", (".txt", ".text", ".md"), inspect_text),
        Format("html", (".html", ".htm", ".xhtml"), inspect_page),
        Format("mhtml", (".mhtml", ".mht"), inspect_saved),
        Format("jsonl", (".jsonl", ".ndjson", ".json"), inspect_table("jsonl")),
        Format("csv", (".csv", ".tsv"), inspect_table("csv")),
        Format("xlsx", (".xlsx", ".xlsm"), inspect_table("xlsx")),
        Format("docx", (".docx",), inspect_word),
        Format("pdf", (".pdf",), inspect_pdf),
        Format("epub", (".epub",), inspect_epub),
    )
}
# What a folder is looked through for; documents that are refused by name stand among them.
_REFUSED = (".doc", ".xls", ".ppt", ".pptx", ".rtf", ".odt", ".ods", ".zip")
SUFFIXES = frozenset(_REFUSED).union(*(form.suffixes for form in FORMATS.values()))


def format_named(name: str) -> Format:
    """Return a format by its name. Raises UnknownFormat."""
    if name not in FORMATS:
        raise UnknownFormat(name, ", ".join(FORMATS))
    return FORMATS[name]


def format_of(source: Source) -> Format:
    """Return the format of a file. Raises Encrypted, UnknownFormat, NotArticles."""
    data, suffix = source.data, source.path.suffix.lower()
    if data.startswith(ZIP):
        with open_zip(source.path, data) as archive:
            return FORMATS[_kind(source.path, archive)]
    if data.startswith(_OLD_OFFICE):
        raise (Encrypted if _ENCRYPTED in data else UnknownFormat)(source.path)
    if b"%PDF-" in data[:1024]:
        return FORMATS["pdf"]
    if data.startswith(b"{\\rtf"):
        raise UnknownFormat(source.path, "RTF")
    return _of_text(source, data[:_HEAD].replace(b"\0", b""), suffix)


def _of_text(source: Source, head: bytes, suffix: str) -> Format:
    if len(_SAVED.findall(head)) > 1:
        return FORMATS["mhtml"]
    if _PAGE.match(head.removeprefix(b"\xff\xfe").removeprefix(b"\xfe\xff")):
        return FORMATS["html"]
    if OUR_LINES.encode() in head:
        raise NotArticles(source.path, OUR_LINES)  # a project: it is brought back as a whole
    for form in FORMATS.values():
        if suffix in form.suffixes:
            if form.name in _BINARY:
                raise BadFormat(source.path, form.name)
            return form
    return FORMATS["txt"]


def is_archive(path: Path, data: bytes | None = None) -> bool:
    """Whether a file is a zip of files, not a document that is a zip itself.

    Raises CannotRead, and what opening a zip file raises.
    """
    if data is None:
        try:
            with path.open("rb") as file:
                head = file.read(4)
        except OSError as failure:
            raise CannotRead(path, failure.strerror or "") from failure
    else:
        head = data[:4]
    if not head.startswith(ZIP):
        return False
    with open_zip(path, data) as archive:
        return not any(name in archive for name in _OFFICE)


def _kind(path: Path, archive: SafeZip) -> str:
    for name, kind in _OFFICE.items():
        if name in archive and kind in FORMATS:
            return kind
    raise UnknownFormat(path)
