"""doccano: JSON Lines (or a JSON list) with entities and relations, or with labelled spans.

Format: https://github.com/doccano/doccano (data_export). Offsets count code points. Our own lines
come back whole, less what was taken out in doccano; what was added there comes as marks.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

from tawatur_core.errors import BadFormat
from tawatur_core.importers.doccano_own import OwnItem, is_own
from tawatur_core.importers.foreign import ForeignText, Json, outside
from tawatur_core.importers.limits import parse_json, read_bytes
from tawatur_core.importers.rebuild import WRONG, rebuild_articles
from tawatur_core.monitor import Monitor
from tawatur_core.plugins import Finding, Incoming, Link, Mark, Marked, Restored

_HEAD = 1 << 16  # bytes looked at to tell the format
_SPANS = ("entities", "label", "labels")  # columns of labelled spans, by kind and age of project
_TEXTS = ("text", "data")


class DoccanoImporter:
    """Texts with labelled spans and relations."""

    name = "doccano"

    def recognises(self, path: Path) -> bool:
        """Whether the first line has a text and labelled spans."""
        if path.suffix.lower() not in (".jsonl", ".json") or not path.is_file():
            return False
        with path.open("rb") as file:
            head = file.read(_HEAD)
        text = b'"text"' in head or b'"data"' in head
        spans = b'"start_offset"' in head or b'"entities"' in head or b'"label"' in head
        other = b'"tawatur-jsonl"' in head or b'"annotations"' in head or b'"@context"' in head
        return text and (spans or b'"labels"' in head) and not other

    def read(self, path: Path, monitor: Monitor) -> Incoming:
        """Read and check every line.

        Raises CannotRead, BadFormat, TooLarge, HasNul, Cancelled.
        """
        data = read_bytes(path)
        items = list(_items(path, data))
        if not any(_known(item) for _, item in items):
            raise BadFormat(path, "text, entities, label")
        reading = _Reading(path, data)
        for done, (where, item) in enumerate(items):
            monitor.step(done, len(items))
            try:
                reading.take(where, item)
            except WRONG as failure:
                raise BadFormat(path, f"{where}: {failure}") from failure
        own = reading.own
        restored = rebuild_articles(path, own, monitor) if own else Restored()
        return Incoming(self.name, restored, tuple(reading.marked), tuple(reading.findings))


def _items(path: Path, data: bytes) -> Iterator[tuple[str, Json]]:
    if data.removeprefix(b"\xef\xbb\xbf").lstrip()[:1] == b"[":
        listed = parse_json(data, path)
        numbered: Iterable[tuple[int, Any]] = enumerate(listed, 1)
    else:
        lines = ((n, line) for n, line in enumerate(data.split(b"\n"), 1) if line.strip())
        numbered = ((n, parse_json(line, path, str(n))) for n, line in lines)
    for number, item in numbered:
        if not isinstance(item, dict):
            raise BadFormat(path, str(number))
        yield str(number), item


def _known(item: Json) -> bool:
    return any(key in item for key in _TEXTS) and any(key in item for key in _SPANS)


class _Reading:
    """The lines read so far."""

    def __init__(self, path: Path, data: bytes) -> None:
        self._path, self._data = path, data
        self.own: list[tuple[str, Json]] = []
        self.marked: list[Marked] = []
        self.findings: list[Finding] = []

    def take(self, where: str, item: Json) -> None:
        """Read one line. Raises what wrong data raises."""
        raw = next((item[key] for key in _TEXTS if isinstance(item.get(key), str)), "")
        entities = list(self._entities(where, item))
        if is_own(item):
            own = OwnItem(item, entities)
            self.own += [(where, record) for record in own.records()]
            self.findings += [Finding("finding-taken-out", where, {"words": w}) for w in own.gone]
            entities = own.added
            if not entities:
                return
        if not raw.strip():
            self.findings.append(Finding("finding-no-text", where))
            return
        text = ForeignText(raw, self._path)
        marks = tuple(self._marks(where, text, entities))
        links = tuple(self._links(where, item, {mark.id for mark in marks}))
        title = item.get("title")
        title = title if isinstance(title, str) else ""
        self.marked.append(Marked(text.draft(self._path, self._data, title=title), marks, links))

    def _entities(self, where: str, item: Json) -> Iterator[Json]:
        """Yield the labelled spans of an item in one form, whichever project they are of."""
        listed: Any = next((item[key] for key in _SPANS if item.get(key)), [])
        for number, one in enumerate(listed if isinstance(listed, list) else [listed]):
            if isinstance(one, list) and len(one) == 3:
                start, end, label = one
                yield _entity(f"s{number}", start, end, label)
            elif isinstance(one, dict) and "start_offset" in one:
                name = one.get("id", f"s{number}")
                yield _entity(str(name), one["start_offset"], one["end_offset"], one["label"])
            else:  # a label of the whole text
                kind = str(one)[:40]
                self.findings.append(Finding("finding-not-of-text", where, {"kind": kind}))

    def _marks(self, where: str, text: ForeignText, entities: Iterable[Json]) -> Iterator[Mark]:
        seen: set[str] = set()
        for entity in entities:
            if entity["id"] in seen:
                raise ValueError(f"the id stands twice: {entity['id']}")
            seen.add(entity["id"])
            start, end = entity["start_offset"], entity["end_offset"]
            span = text.span(start, end)
            if span is None:
                self.findings.append(outside(where, start, end))
            else:
                yield Mark(entity["id"], "", entity["label"], (span,))

    def _links(self, where: str, item: Json, known: set[str]) -> Iterator[Link]:
        if is_own(item):
            return
        for relation in item.get("relations") or ():
            label = str(relation["type"])
            source, target = str(relation["from_id"]), str(relation["to_id"])
            if source in known and target in known:
                yield Link(label, source, target)
            else:
                self.findings.append(Finding("finding-loose-end", where, {"label": label}))


def _entity(name: str, start: Any, end: Any, label: Any) -> Json:
    return {"id": name, "start_offset": start, "end_offset": end, "label": str(label)}
