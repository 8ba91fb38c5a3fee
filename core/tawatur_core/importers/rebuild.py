"""Records of a project as JSON, put together again: each checked against the text it belongs to.

The importers of all formats that carry our own records read through here, so that every one of them
refuses the same: a text that does not fit its hash, a span that does not give back its quote, an id
that stands twice, a reference to nothing.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

from tawatur_core.errors import BadFormat
from tawatur_core.model import (
    Claim,
    Document,
    DocumentId,
    Entity,
    Mention,
    Rejection,
    Span,
    Verdict,
)
from tawatur_core.monitor import Monitor
from tawatur_core.plugins import Annotated, Restored
from tawatur_core.records import from_json

FORMAT = "tawatur-jsonl"
VERSION = 1
GAP = " … "  # how spans of a discontinuous claim are joined in its quote (see model.Claim)
Json = dict[str, Any]
_STEP = 256  # records between two questions whether to go on
# What wrong data raises while it is read.
WRONG = (KeyError, TypeError, ValueError, AttributeError, IndexError, ArithmeticError)


def rebuild(path: Path, records: Iterable[tuple[str, Json]]) -> Restored:
    """Return what the records say; each comes with where it stands, for the refusal.

    Raises BadFormat for the first record that is wrong.
    """
    reading, place = Reading(path), ""
    try:
        for where, record in records:
            place = where
            reading.take(record)
    except WRONG as failure:
        raise BadFormat(path, f"{place}: {failure}") from failure
    return reading.finished()


def rebuild_articles(path: Path, records: Iterable[tuple[str, Json]], monitor: Monitor) -> Restored:
    """Return what the records say that came article by article, those of the project among them.

    Raises BadFormat, Cancelled.
    """
    try:
        ordered = _in_order(_watched(records, monitor))
    except WRONG as failure:
        raise BadFormat(path, str(failure)) from failure
    return rebuild(path, ordered)


def _watched(records: Iterable[tuple[str, Json]], monitor: Monitor) -> Iterator[tuple[str, Json]]:
    for number, record in enumerate(records):
        if number % _STEP == 0:
            monitor.step(number, 0)  # how many there are is not known
        yield record


def _in_order(records: Iterable[tuple[str, Json]]) -> list[tuple[str, Json]]:
    """Put the title first, entities before what refers to them, verdicts after it."""
    title = ""
    places: dict[str, list[tuple[str, Json]]] = {"entity": [], "": [], "verdict": []}
    for where, record in records:
        kind = record["type"]
        if kind == "project":
            title = title or str(record["title"])
        elif kind not in ("event_group", "conflict"):  # derived
            places[kind if kind in places else ""].append((where, record))
    head = {"type": "project", "format": FORMAT, "version": VERSION, "title": title}
    return [("", head), *places["entity"], *places[""], *places["verdict"]]


class Reading:
    """The records read so far; each is checked against the text it belongs to."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._restored = Restored()
        self._texts: dict[str, str] = {}
        self._parts: dict[str, tuple[list[Claim], list[Mention], list[Rejection]]] = {}
        self._documents: list[Document] = []
        self._ids: set[str] = set()
        self._begun = False

    def take(self, record: Json) -> None:
        """Read one record. Raises KeyError, TypeError or ValueError when it is wrong."""
        kind = record.pop("type")
        if not self._begun and kind != "project":
            raise ValueError("the first record is not the project")
        match kind:
            case "project":
                self._project(record)
            case "entity":
                self._restored.entities.append(from_json(Entity, self._new(record)))
            case "document":
                self._document(self._new(record))
            case "claim":
                self._claim(self._new(record))
            case "mention":
                self._mention(self._new(record))
            case "rejection":
                rejection = from_json(Rejection, record)
                self._parts[rejection.document][2].append(rejection)
            case "verdict":
                self._restored.verdicts.append(from_json(Verdict, self._new(record)))
            case "event_group" | "conflict":
                return  # derived: they are found again from the claims
            case other:
                raise ValueError(f"unknown record: {other}")

    def finished(self) -> Restored:
        """Return all that was read. Raises BadFormat for an empty file or a link to nowhere."""
        if not self._begun:
            raise BadFormat(self._path, "0")
        known = {entity.id for entity in self._restored.entities}
        for document in self._documents:
            claims, mentions, rejections = self._parts[document.id]
            loose = {mention.entity for mention in mentions if mention.entity} - known
            if loose:
                raise BadFormat(self._path, ", ".join(sorted(loose)))
            self._restored.documents.append(
                Annotated(document, tuple(claims), tuple(mentions), tuple(rejections))
            )
        return self._restored

    def _new(self, record: Json) -> Json:
        if record["id"] in self._ids:
            raise ValueError(f"the id stands twice: {record['id']}")
        self._ids.add(record["id"])
        return record

    def _project(self, record: Json) -> None:
        if self._begun or record["format"] != FORMAT or record["version"] > VERSION:
            raise ValueError(f"{record['format']} {record['version']}")
        self._begun = True
        self._restored.title = str(record["title"])

    def _document(self, record: Json) -> None:
        text = record["text"]
        if hashlib.sha256(text.encode()).hexdigest() != record["sha256"]:
            raise ValueError("the text does not fit its SHA-256")
        self._texts[record["id"]] = text
        record["residue"] = [self._span(text, part) for part in record["residue"]]
        document = from_json(Document, record)
        self._documents.append(document)
        self._parts[document.id] = ([], [], [])

    def _claim(self, record: Json) -> None:
        text = self._texts[record["document"]]
        record["spans"] = [self._span(text, part) for part in record["spans"]]
        if not record["spans"]:
            raise ValueError("a claim without a span")
        for slot in record["slots"]:
            slot["span"] = self._span(text, slot["span"]) if slot["span"] else None
        self._parts[record["document"]][0].append(from_json(Claim, record))

    def _mention(self, record: Json) -> None:
        text = self._texts[record["document"]]
        record["span"] = self._span(text, record["span"])
        self._parts[DocumentId(record["document"])][1].append(from_json(Mention, record))

    @staticmethod
    def _span(text: str, part: Json) -> Json:
        """Return start and end of a written span, after slicing the text by them."""
        span = Span(part["start"], part["end"])
        if span.end > len(text) or span.of(text) != part["quote"]:
            raise ValueError(f"{span.start}–{span.end} is not «{part['quote']}»")
        return {"start": span.start, "end": span.end}
