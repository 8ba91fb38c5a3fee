"""CATMA's stand-off TEI: tags on ranges of a text that lies in a file of its own.

Ranges are those of the Java program, in UTF-16 units: ``name.txt#range(/.0, /.36)``
(https://github.com/forTEXT/catma).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path, PurePosixPath
from typing import Any

from tawatur_core.errors import CannotRead, TextMissing, Unsafe
from tawatur_core.importers.encoding import decode
from tawatur_core.importers.foreign import ForeignText, outside
from tawatur_core.importers.limits import ARTICLE_BYTES, read_bytes
from tawatur_core.model import Span
from tawatur_core.plugins import Finding, Mark
from tawatur_core.tei_pointers import TEI, XML_ID, tag

_NS = {"t": TEI}
_RANGE = re.compile(r"^(.*)#range\(\s*/\.(\d{1,9})\s*,\s*/\.(\d{1,9})\s*\)$")


def is_catma(article: Any) -> bool:
    """Whether a document's body is CATMA's list of ranges."""
    return article.find("t:text/t:body/t:ab[@type='catma']", _NS) is not None


def catma_text(article: Any, path: Path) -> str:
    """Return the text the ranges are of, from beside the file.

    Raises TextMissing naming it, Unsafe for a name that leaves the folder, what decoding raises.
    """
    names = dict.fromkeys(name for _, name, _, _ in _ranges(article))
    if not names:
        return ""
    name = next(iter(names))
    bare = PurePosixPath(name.removeprefix("file:").replace("\\", "/"))
    if len(bare.parts) != 1 or ":" in name.removeprefix("file:"):
        raise Unsafe(path, name)
    beside = path.parent / bare.name
    try:
        data = read_bytes(beside, ARTICLE_BYTES)
    except CannotRead as failure:
        raise TextMissing(path, name) from failure
    return decode(data, beside).text


def marks_of(article: Any, text: ForeignText) -> tuple[list[Mark], list[Finding]]:
    """Return the tagged ranges as marks; ranges of one tag that touch are one mark."""
    tags = {one.get(XML_ID): _Tag(one) for one in article.iter(tag("fs")) if one.get(XML_ID)}
    joined: dict[str, list[list[int]]] = {}
    findings: list[Finding] = []
    for seg, _, start, end in _ranges(article):
        for name in _ana(seg):
            parts = joined.setdefault(name, [])
            if parts and parts[-1][1] == start:
                parts[-1][1] = end
            else:
                parts.append([start, end])
    marks: list[Mark] = []
    for name, parts in joined.items():
        spans: list[Span] = []
        for start, end in parts:
            span = text.span(start, end, utf16=True)
            if span is None:
                findings.append(outside(name, start, end))
            else:
                spans.append(span)
        called = tags.get(name)
        marks += _marks(name, spans, called, tags)
    return marks, findings


def _marks(
    name: str, spans: list[Span], called: _Tag | None, tags: dict[str, _Tag]
) -> Iterator[Mark]:
    """Yield one mark for an annotation, or one for each place where a tag itself is named."""
    if not spans:
        return
    definition = tags.get(called.kind) if called else None
    label = (definition or called).name if called else name
    features = called.features if called else {}
    if definition is not None:
        yield Mark(name, "catma", label, tuple(sorted(spans)), "", features)
        return
    for number, span in enumerate(spans):
        yield Mark(f"{name}.{number}", "catma", label, (span,), "", features)


class _Tag:
    """A feature structure: a tag, or one annotation with it (its type is then the tag's id)."""

    def __init__(self, structure: Any) -> None:
        self.kind = structure.get("type") or ""
        self.name = structure.get(XML_ID)
        self.features: dict[str, str] = {}
        for feature in structure.iterfind(tag("f")):
            called = feature.get("name") or ""
            told = ", ".join(
                "".join(one.itertext()).strip() for one in feature.iterfind(".//t:string", _NS)
            )
            if called == "catma_tagname":
                self.name = told or self.name
            elif feature.find(tag("fs")) is None and not called.startswith("catma_") and told:
                self.features[called] = told


def _ranges(article: Any) -> Iterator[tuple[Any, str, int, int]]:
    """Yield element around, file, start and end of each range. Raises ValueError."""
    for ptr in article.iterfind("t:text/t:body//t:ptr", _NS):
        found = _RANGE.match(ptr.get("target") or "")
        if found is None:
            raise ValueError(str(ptr.get("target"))[:80])
        yield ptr.getparent(), found.group(1), int(found.group(2)), int(found.group(3))


def _ana(seg: Any) -> list[str]:
    return [name.removeprefix("#") for name in (seg.get("ana") or "").split()]
