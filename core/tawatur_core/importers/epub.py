"""EPUB books: a document for every part of the book, in the order it is read."""

from __future__ import annotations

import posixpath
from collections.abc import Iterator
from typing import Any
from urllib.parse import unquote

from tawatur_core.errors import BadFormat, EmptyFile, Encrypted
from tawatur_core.importers.inspection import (
    NO_ENCODING,
    Choices,
    Inspection,
    Source,
    lf,
    provenance,
    title_of,
)
from tawatur_core.importers.limits import MB, SafeZip, ZipLimits, open_zip, parse_xml
from tawatur_core.importers.particulars import day_of, plain
from tawatur_core.importers.residue import residue_of
from tawatur_core.importers.web_blocks import blocks, parse
from tawatur_core.importers.web_page import decode_page
from tawatur_core.model import DocumentDraft

_LIMITS = ZipLimits(total=1024 * MB, entry=64 * MB, entries=10_000)
_PAGES = ("application/xhtml+xml", "text/html")
_CONTAINER = "META-INF/container.xml"
_ENCRYPTION = "META-INF/encryption.xml"


def inspect_epub(source: Source, _choices: Choices) -> Iterator[Inspection]:
    """Return the parts of a book that hold text.

    Raises Encrypted for a protected book, BadFormat, Unsafe, TooLarge, EmptyFile, MissingExtra.
    """
    with open_zip(source.path, source.data, _LIMITS) as archive:
        name, package = _package(source, archive)
        told = _told(package)
        pages = list(_spine(package, posixpath.dirname(name)))
        _refuse_protected(source, archive, pages)
        some = False
        for page in pages:
            found = _part(source, archive, page, told)
            if found is not None:
                some = True
                yield found
    if not some:
        raise EmptyFile(source.path)


def _package(source: Source, archive: SafeZip) -> tuple[str, Any]:
    container = parse_xml(archive.read(_CONTAINER), source.path, "articles")
    for root in container.iter("{*}rootfile"):
        name = unquote(root.get("full-path") or "")
        return name, parse_xml(archive.read(name), source.path, "articles")
    raise BadFormat(source.path, _CONTAINER)


def _told(package: Any) -> dict[str, str]:
    found: dict[str, str] = {}
    for name in ("title", "creator", "publisher", "date"):
        for element in package.iter(f"{{http://purl.org/dc/elements/1.1/}}{name}"):
            found.setdefault(name, plain(element.text or ""))
    return found


def _spine(package: Any, folder: str) -> Iterator[str]:
    pages = {
        item.get("id"): unquote(item.get("href") or "")
        for item in package.iter("{*}item")
        if item.get("media-type") in _PAGES
    }
    for reference in package.iter("{*}itemref"):
        name = pages.get(reference.get("idref"))
        if name:
            yield posixpath.normpath(posixpath.join(folder, name))


def _refuse_protected(source: Source, archive: SafeZip, pages: list[str]) -> None:
    """Fonts may be scrambled; a page that is makes the book unreadable."""
    if _ENCRYPTION not in archive:
        return
    told = parse_xml(archive.read(_ENCRYPTION), source.path, "articles")
    scrambled = {unquote(one.get("URI") or "") for one in told.iter("{*}CipherReference")}
    if scrambled.intersection(pages):
        raise Encrypted(source.path)


def _part(source: Source, archive: SafeZip, page: str, told: dict[str, str]) -> Inspection | None:
    inside = Source(source.path, archive.read(page))
    if not inside.data.strip():
        return None
    lines = blocks(parse(lf(decode_page(inside, None).text), source.path))
    text = "\n".join(line.text for line in lines)
    if not text.strip():
        return None
    heading = next((line.text for line in lines if line.heading), "")
    published = day_of(told.get("date", ""))
    draft = DocumentDraft(
        text=text,
        title=plain(heading) or title_of(text),
        provenance=provenance(source),
        outlet=told.get("publisher") or told.get("title", ""),
        author=told.get("creator", ""),
        published=published,
        residue=residue_of(text),
    )
    known = ("outlet", "author", "published")
    how = {name: "found-properties" for name in known if getattr(draft, name)}
    return Inspection(source.path, draft, None, "", NO_ENCODING, part=page, how=how)
