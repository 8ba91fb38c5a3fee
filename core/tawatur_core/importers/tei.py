"""TEI P5: texts with names, dates and segments marked in them, spans standing off, and our corpora.

Guidelines: https://tei-c.org/release/doc/tei-p5-doc/en/html/. CATMA's stand-off files, whose texts
lie beside them, are read too (`importers.catma`). What was added to a corpus of ours comes in as
marks, beside our records.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

from tawatur_core.errors import BadFormat
from tawatur_core.importers.catma import catma_text, is_catma, marks_of
from tawatur_core.importers.foreign import ForeignText, outside
from tawatur_core.importers.limits import parse_xml, read_bytes
from tawatur_core.importers.rebuild import WRONG, rebuild_articles
from tawatur_core.importers.tei_own import is_added, is_own, own_records, own_text, unread_notes
from tawatur_core.importers.tei_text import TeiText, TextReader
from tawatur_core.model import Span
from tawatur_core.monitor import Monitor
from tawatur_core.plugins import Finding, Incoming, Mark, Marked, Restored
from tawatur_core.tei_pointers import TEI, XML_ID, range_of, tag

_HEAD = 4096  # bytes looked at to tell the format
_NS = {"t": TEI}
_STANDING_OFF = (tag("span"), tag("annotation"))
_NO_FEATURES = frozenset((XML_ID, "target", "from", "to"))


class TeiImporter:
    """TEI documents and corpora."""

    name = "tei"

    def recognises(self, path: Path) -> bool:
        """Whether an XML file names TEI at its beginning."""
        if path.suffix.lower() not in (".xml", ".tei") or not path.is_file():
            return False
        with path.open("rb") as file:
            head = file.read(_HEAD)
        return TEI.encode() in head and (b"<TEI" in head or b"<teiCorpus" in head)

    def read(self, path: Path, monitor: Monitor) -> Incoming:
        """Read and check the whole file.

        Raises CannotRead, BadFormat, TooLarge, Unsafe, TextMissing, MissingExtra, Cancelled.
        """
        data = read_bytes(path)
        root = parse_xml(data, path, "tei")
        if root.tag not in (tag("TEI"), tag("teiCorpus")):
            raise BadFormat(path, str(root.tag)[:80])
        own, restored = is_own(root), Restored()
        if own:
            restored = rebuild_articles(path, own_records(root), monitor)
        reading = _Reading(path, data)
        articles = [one for one in root.iter(tag("TEI")) if one.find(tag("text")) is not None]
        for done, article in enumerate(articles):
            monitor.step(done, len(articles))
            try:
                reading.take_added(article) if own else reading.take(article)
            except (*WRONG, RecursionError) as failure:
                raise BadFormat(path, f"{done + 1}: {failure}") from failure
        return Incoming(self.name, restored, tuple(reading.marked), tuple(reading.findings))


class _Reading:
    """The documents read so far."""

    def __init__(self, path: Path, data: bytes) -> None:
        self._path, self._data = path, data
        self.marked: list[Marked] = []
        self.findings: list[Finding] = []

    def take(self, article: Any) -> None:
        """Read one document. Raises what wrong data raises, TextMissing."""
        where = article.get(XML_ID) or str(len(self.marked) + 1)
        if is_catma(article):
            raw, read = catma_text(article, self._path), None
        else:
            read = TextReader().read(article.find(tag("text")))
            raw = read.text
        if not raw.strip():
            self.findings.append(Finding("finding-no-text", where))
            return
        text = ForeignText(raw, self._path)
        draft = text.draft(self._path, self._data, **_particulars(article))
        if read is None:
            marks, findings = marks_of(article, text)
            self.findings += findings
        else:
            standing = article.iter(*_STANDING_OFF)
            marks = [*self._inline(read), *self._standing_off(where, standing, read)]
        self.marked.append(Marked(draft, tuple(_distinct(marks))))

    def take_added(self, article: Any) -> None:
        """Read what was added to a corpus of ours: articles, or marks and notes on ours."""
        where = article.get(XML_ID)
        if not where:
            if "".join(article.find(tag("text")).itertext()).strip():
                self.take(article)
            return
        read = own_text(article)
        draft = ForeignText(read.text, self._path).draft(
            self._path, self._data, **_particulars(article)
        )
        added = [one for one in article.iter(*_STANDING_OFF, tag("note")) if is_added(one)]
        marks = [*self._inline(read), *self._standing_off(where, added, read)]
        if marks:
            self.marked.append(Marked(draft, tuple(_distinct(marks))))
        for words in unread_notes(article):
            kind = f"note: {words[:60]}"
            self.findings.append(Finding("finding-not-of-text", where, {"kind": kind}))

    @staticmethod
    def _inline(read: TeiText) -> Iterator[Mark]:
        for number, one in enumerate(read.markings):
            name = one.element.get(XML_ID) or f"{_local(one.element)}.{number}"
            span = Span(one.start, one.end)
            quote = span.of(read.text)
            yield Mark(name, "", _local(one.element), (span,), quote, _features(one.element))

    def _standing_off(self, where: str, standing: Iterable[Any], read: TeiText) -> Iterator[Mark]:
        """Yield the marks of spans and annotations, wherever in the document they stand."""
        for number, one in enumerate(standing):
            pointers = (one.get("target") or one.get("from") or "").split()
            if not pointers:
                kind = _local(one)
                self.findings.append(Finding("finding-no-place", where, {"kind": kind}))
                continue
            spans = self._spans(where, one, pointers, read)
            if spans:
                name = one.get(XML_ID) or f"{_local(one)}.{number}"
                label = one.get("type") or _parent_type(one) or _first_word(one)
                yield Mark(name, _local(one), label, spans, "", _features(one))

    def _spans(self, where: str, one: Any, pointers: list[str], read: TeiText) -> tuple[Span, ...]:
        found: list[Span] = []
        for pointer in pointers:
            place = _place(pointer, read)
            if one.get("to"):
                last = _place(one.get("to"), read)
                place = (place[0], last[1]) if place and last else None
            if place is None:
                kind = f"{_local(one)} {pointer[:60]}"
                self.findings.append(Finding("finding-no-place", where, {"kind": kind}))
                return ()
            if not 0 <= place[0] < place[1] <= len(read.text):
                self.findings.append(outside(where, *place))
                return ()
            found.append(Span(*place))
        return tuple(sorted(found))


def _place(pointer: str, read: TeiText) -> tuple[int, int] | None:
    """Return where a pointer leads, in code points of the text; None when it leads elsewhere."""
    if pointer.startswith("#string-range("):
        name, span = range_of(pointer)
        base = read.places.get(name)
        return (base[0] + span.start, base[0] + span.end) if base else None
    return read.places.get(pointer.removeprefix("#")) if pointer.startswith("#") else None


def _particulars(article: Any) -> dict[str, Any]:
    header = article.find(tag("teiHeader"))
    if header is None:
        return {}
    return {
        "title": _words(header, "t:fileDesc/t:titleStmt/t:title"),
        "author": _words(header, "t:fileDesc/t:titleStmt/t:author"),
        "outlet": _words(header, "t:fileDesc/t:publicationStmt/t:publisher"),
    }


def _words(element: Any, path: str) -> str:
    found = element.find(path, _NS)
    return "" if found is None else " ".join("".join(found.itertext()).split())


def _features(element: Any) -> dict[str, str]:
    """Return the attributes of an element, and the content of notes on it."""
    told = {
        str(key).rpartition("}")[2]: value
        for key, value in element.attrib.items()
        if key not in _NO_FEATURES and value.strip()
    }
    found = [element] if element.tag == tag("note") else element.iterfind(tag("note"))
    notes = [" ".join("".join(one.itertext()).split()) for one in found]
    return {**told, "note": "\n".join(notes)} if any(notes) else told


def _parent_type(element: Any) -> str:
    parent = element.getparent()
    told = parent.get("type") if parent is not None else None
    return str(told or "")


def _first_word(element: Any) -> str:
    for key in ("ana", "motivation"):
        if element.get(key):
            return str(element.get(key).split()[0]).removeprefix("#")
    return ""


def _local(element: Any) -> str:
    return str(element.tag).rpartition("}")[2]


def _distinct(marks: list[Mark]) -> list[Mark]:
    """Return the marks; raises ValueError when two have one id."""
    seen: set[str] = set()
    for mark in marks:
        if mark.id in seen:
            raise ValueError(f"the id stands twice: {mark.id}")
        seen.add(mark.id)
    return marks
