"""JSON Lines: the lossless form, described in ``docs/formats/jsonl.md``.

One JSON object a line, each with its ``"type"``. What analysts recorded comes with ids, authors
and times and is imported again unchanged; groups and conflicts are derived, so they are written
for other programs and rebuilt, not read, on import.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from tawatur_core.exporters import losses
from tawatur_core.exporters.lines import json_line
from tawatur_core.exporters.slicing import around, compare
from tawatur_core.model import Document, Span
from tawatur_core.monitor import Monitor
from tawatur_core.plugins import Annotated, Corpus
from tawatur_core.records import to_json

FORMAT = "tawatur-jsonl"
VERSION = 1
Json = dict[str, Any]


class JsonLines:
    """Every record of the project, one a line."""

    name = "jsonl"
    suffix = ".jsonl"
    losses = (losses.HISTORY,)

    def write(self, corpus: Corpus, destination: Path, language: str, monitor: Monitor) -> None:
        """Write the records. Raises OSError, Cancelled."""
        with destination.open("w", encoding="utf-8", newline="\n") as file:
            for record in records(corpus, monitor):
                file.write(json_line(record))

    def verify(self, corpus: Corpus, destination: Path) -> int:
        """Slice the written texts by the written spans. Raises ExportMismatch."""
        count = 0
        text = ""
        with destination.open(encoding="utf-8", newline="\n") as file:
            for line in file:
                record = json.loads(line)
                if record["type"] == "document":
                    text = record["text"]
                places = [(span["start"], span["end"], span["quote"]) for span in _spans_in(record)]
                count += compare(destination, record.get("id", ""), text, places)
        return count


def records(corpus: Corpus, monitor: Monitor) -> Iterator[Json]:
    """Yield the lines of the file; a document is followed by its own records."""
    yield {
        "type": "project",
        "format": FORMAT,
        "version": VERSION,
        "offsets": "code points",
        "title": corpus.title,
        "reviewed_only": corpus.reviewed_only,
    }
    for entity in corpus.entities:
        yield {"type": "entity", **to_json(entity)}
    for done, annotated in enumerate(corpus.documents()):
        monitor.step(done, corpus.size)
        yield from _document(annotated)
    for verdict in corpus.verdicts:
        yield {"type": "verdict", **to_json(verdict)}
    for group in corpus.groups:
        yield {"type": "event_group", **to_json(group)}
    for conflict in corpus.conflicts:
        yield {"type": "conflict", **to_json(conflict)}


def _document(annotated: Annotated) -> Iterator[Json]:
    document = annotated.document
    head = to_json(document)
    head["residue"] = [_span(document, span) for span in document.residue]
    yield {"type": "document", **head}
    for claim in annotated.claims:
        record = to_json(claim)
        record["spans"] = [_span(document, span) for span in claim.spans]
        for slot, written in zip(claim.slots, record["slots"], strict=True):
            written["span"] = _span(document, slot.span) if slot.span else None
        yield {"type": "claim", **record}
    for mention in annotated.mentions:
        record = to_json(mention)
        record["span"] = _span(document, mention.span)
        yield {"type": "mention", **record}
    for rejection in annotated.rejected:
        yield {"type": "rejection", **to_json(rejection)}


def _span(document: Document, span: Span) -> Json:
    prefix, suffix = around(document.text, span.start, span.end)
    return {
        "start": span.start,
        "end": span.end,
        "quote": span.of(document.text),
        "prefix": prefix,
        "suffix": suffix,
    }


def _spans_in(record: Json) -> Iterator[Json]:
    match record["type"]:
        case "document":
            yield from record["residue"]
        case "claim":
            yield from record["spans"]
            yield from (slot["span"] for slot in record["slots"] if slot["span"])
        case "mention":
            yield record["span"]
