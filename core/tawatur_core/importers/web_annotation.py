"""W3C Web Annotation (JSON-LD): annotations on words of texts beside the file or within it.

Model: https://www.w3.org/TR/annotation-model/. Nothing is fetched: a text that is named by an
address on the web is missing. Positions count code points; tools that count UTF-16 units are found
out by the quotes. A quote alone is enough: it is looked for in the text.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path, PurePosixPath
from typing import Any
from urllib.parse import unquote

from tawatur_core.errors import BadFormat, CannotRead, NoMarks, TextMissing, Unsafe
from tawatur_core.importers.encoding import decode
from tawatur_core.importers.foreign import ForeignText, Json, moment, outside
from tawatur_core.importers.limits import ARTICLE_BYTES, parse_json, read_bytes
from tawatur_core.importers.rebuild import WRONG, rebuild_articles
from tawatur_core.importers.web_annotation_own import is_own, own_records
from tawatur_core.importers.web_annotation_read import (
    Place,
    annotations_in,
    id_of,
    listed,
    places,
    said,
)
from tawatur_core.model import Span
from tawatur_core.monitor import Monitor
from tawatur_core.plugins import Finding, Incoming, Link, Mark, Marked, Restored

_HEAD = 4096  # bytes looked at to tell the format
_SUFFIXES = (".jsonld", ".json")
Standing = tuple[str, Json, Place]  # an annotation's id, itself, and one place it stands at


class WebAnnotationImporter:
    """Collections, pages and single annotations."""

    name = "w3c"

    def recognises(self, path: Path) -> bool:
        """Whether a JSON file speaks of annotations in the W3C's context."""
        if path.suffix.lower() not in _SUFFIXES or not path.is_file():
            return False
        with path.open("rb") as file:
            head = file.read(_HEAD)
        return b"ns/anno.jsonld" in head or (b'"Annotation' in head and b"@context" in head)

    def read(self, path: Path, monitor: Monitor) -> Incoming:
        """Read and check every annotation.

        Raises CannotRead, BadFormat, TooLarge, Unsafe, TextMissing, NoMarks, Cancelled.
        """
        data = read_bytes(path)
        value = parse_json(data, path)
        items = list(annotations_in(value))
        if not items and not _empty(value):
            raise BadFormat(path, "Annotation")
        texts = _Texts(path)
        own = [item for item in items if is_own(item)]
        title = value.get("label") if isinstance(value, dict) else ""
        restored = Restored()
        if own or _empty(value):
            title = title if isinstance(title, str) else ""
            restored = rebuild_articles(path, own_records(title, own, texts.read), monitor)
        reading = _Reading(path, data, texts)
        try:
            reading.all([item for item in items if not is_own(item)], monitor)
        except WRONG as failure:
            raise BadFormat(path, str(failure)) from failure
        if items and not own and not reading.marked:
            reading.refuse(items)
        return Incoming(self.name, restored, tuple(reading.marked), tuple(reading.findings))


def _empty(value: Any) -> bool:
    """Whether a file is our collection of an empty project."""
    return isinstance(value, dict) and id_of(value.get("generator")) == "urn:tawatur"


class _Texts:
    """The texts that annotations name by addresses relative to their file."""

    def __init__(self, path: Path) -> None:
        self._path = path

    def read(self, address: str) -> str:
        """Return a text. Raises TextMissing, Unsafe, and what decoding raises."""
        name = unquote(address)
        parts = PurePosixPath(name).parts
        if ":" in name.partition("/")[0] or not parts or name.startswith("//"):
            raise TextMissing(self._path, address[:200])
        if parts[0] == "/" or ".." in parts or "\\" in name:
            raise Unsafe(self._path, address[:200])
        beside = self._path.parent.joinpath(*parts)
        if not beside.resolve().is_relative_to(self._path.parent.resolve()):
            raise Unsafe(self._path, address[:200])  # a link that leads away
        try:
            data = read_bytes(beside, ARTICLE_BYTES)
        except CannotRead as failure:
            raise TextMissing(self._path, address[:200]) from failure
        try:
            return data.decode("utf-8")  # ours to the letter, line ends and all
        except UnicodeDecodeError:
            return decode(data, beside).text


class _Reading:
    """The annotations read so far."""

    def __init__(self, path: Path, data: bytes, texts: _Texts) -> None:
        self._path, self._data, self._texts = path, data, texts
        self.marked: list[Marked] = []
        self.findings: list[Finding] = []
        self._missing: list[TextMissing] = []

    def all(self, items: list[Json], monitor: Monitor) -> None:
        """Read the annotations, text by text. Raises what wrong data raises, Unsafe, Cancelled."""
        by_text: dict[str, list[Standing]] = {}
        embedded: dict[str, str] = {}
        linking: list[tuple[str, Json]] = []
        known: set[str] = set()
        for number, item in enumerate(items):
            name = id_of(item) or f"annotation.{number}"
            if name in known:
                raise ValueError(f"the id stands twice: {name}")
            known.add(name)
            standing = [place for place in places(item) if place.selects]
            for place in standing:
                key = place.source or f"embedded {place.text}"
                if place.text is not None:
                    embedded[key] = place.text
                by_text.setdefault(key, []).append((name, item, place))
            if not standing:
                linking.append((name, item))
        loose = {name for name, _ in linking}
        for done, (source, listed_) in enumerate(by_text.items()):
            monitor.step(done, len(by_text))
            self._text(source, embedded.get(source), listed_, linking, loose)
        for name in sorted(loose):
            self.findings.append(Finding("finding-no-place", name, {"kind": "Annotation"}))

    def refuse(self, items: list[Json]) -> None:
        """Say why nothing could be read. Raises TextMissing, NoMarks."""
        if self._missing:
            raise self._missing[0]
        kinds = [place.unknown or place.source for item in items for place in places(item)]
        raise NoMarks(self._path, ", ".join(dict.fromkeys(kind[:80] for kind in kinds[:3])))

    def _text(
        self,
        source: str,
        embedded: str | None,
        standing: list[Standing],
        linking: list[tuple[str, Json]],
        loose: set[str],
    ) -> None:
        try:
            raw = embedded if embedded is not None else self._texts.read(source)
        except TextMissing as failure:
            self._missing.append(failure)
            args = {"kind": source[:200]}
            self.findings.append(Finding("finding-text-missing", source[:200], args))
            return
        if not raw.strip():
            self.findings.append(Finding("finding-no-text", source[:200]))
            return
        text = ForeignText(raw, self._path)
        utf16 = text.utf16((place.start, place.end, place.exact) for _, _, place in standing)
        marks: dict[str, Mark] = {}
        for name, item, place in standing:
            span = text.span(place.start, place.end, utf16=utf16)
            if span is None and not place.exact:
                self.findings.append(outside(name, place.start, place.end))
            elif name in marks and span is not None:
                marks[name] = _joined(marks[name], span)
            else:
                marks[name] = _mark(name, item, place, span)
        links = list(_links(linking, set(marks), loose))
        draft = text.draft(self._path, self._data)
        self.marked.append(Marked(draft, tuple(marks.values()), tuple(links)))


def _mark(name: str, item: Json, place: Place, span: Span | None) -> Mark:
    told = said(item)
    creator = next(iter(listed(item.get("creator"))), "")
    author = creator.get("name") if isinstance(creator, dict) else creator
    return Mark(
        name,
        ", ".join(str(one) for one in listed(item.get("motivation"))),
        told.label,
        (span,) if span else (),
        place.exact,
        told.features,
        author if isinstance(author, str) else "",
        moment(item.get("created")),
        place.prefix,
        place.suffix,
    )


def _joined(mark: Mark, span: Span) -> Mark:
    """Return a mark with another of its places; its words are then those under the spans."""
    spans = tuple(sorted({*mark.spans, span}))
    return Mark(
        mark.id, mark.layer, mark.label, spans, "", mark.features, mark.author, mark.made_at
    )


def _links(linking: list[tuple[str, Json]], known: set[str], loose: set[str]) -> Iterator[Link]:
    """Yield the annotations that tie others of one text to each other."""
    for name, item in linking:
        told = said(item)
        ends = [end for end in dict.fromkeys(told.points_to) if end in known]
        if len(ends) == 2:
            loose.discard(name)
            yield Link(told.features.get("note", told.label), ends[0], ends[1])
