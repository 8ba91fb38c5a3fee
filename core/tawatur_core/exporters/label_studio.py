"""Label Studio: tasks with annotations (JSON), and the labelling configuration beside them (XML).

Format: https://labelstud.io/guide/export and https://labelstud.io/tags. Claims, mentions, slots and
what is not of the article are regions of four label sets; a claim is linked to its further parts
and to the words of its slots by relations; notes and roles are fields of a region. Label Studio
counts code points in plain text (it did count UTF-16 units before version 1.4; the importer knows
by the quotes). What its fields cannot hold stands in the `meta` of tasks and regions.
"""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from tawatur_core.errors import ExportMismatch
from tawatur_core.exporters import losses
from tawatur_core.exporters.carried import (
    Attached,
    Json,
    claim_rest,
    document_rest,
    mention_rest,
    rejection_record,
)
from tawatur_core.exporters.label_studio_config import configuration
from tawatur_core.exporters.lines import compact
from tawatur_core.exporters.slicing import compare
from tawatur_core.exporters.slot_words import SlotWords
from tawatur_core.model import Claim, Document, Entity, EntityId, Mention, Span
from tawatur_core.monitor import Monitor
from tawatur_core.plugins import Annotated, Corpus
from tawatur_core.wording import Wording, wording

UNLINKED = "unlinked"  # the label of a mention of no entity
PART = "part"  # the relation between the parts of a claim
RESIDUE = "residue"


class LabelStudio:
    """One task an article; one annotation for each analyst who marked it."""

    name = "label-studio"
    suffix = ".json"
    losses = (losses.HISTORY,)

    def beside(self, destination: Path) -> tuple[Path, ...]:
        """Return the file of the labelling configuration."""
        return (config_of(destination),)

    def write(self, corpus: Corpus, destination: Path, language: str, monitor: Monitor) -> None:
        """Write tasks and configuration. Raises OSError, Cancelled."""
        words = wording(language, isolate=False)
        config_of(destination).write_text(configuration(words), encoding="utf-8")
        tasks = _Tasks(corpus, words)
        with destination.open("w", encoding="utf-8", newline="\n") as file:
            before = "[\n"
            for task in tasks.all(monitor):
                file.write(before + compact(task))
                before = ",\n"
            file.write("\n]\n" if before != "[\n" else "[]\n")

    def verify(self, corpus: Corpus, destination: Path) -> int:
        """Slice each task's text by its regions. Raises ExportMismatch."""
        count = 0
        for task in _written(destination):
            text = task["data"]["text"]
            for annotation in task["annotations"]:
                places = [
                    (region["value"]["start"], region["value"]["end"], region["value"]["text"])
                    for region in annotation["result"]
                    if region["type"] == "labels"
                ]
                count += compare(destination, str(task["id"]), text, places)
        return count


def config_of(destination: Path) -> Path:
    """Return where the labelling configuration of an export stands."""
    return destination.with_name(f"{destination.stem}-config.xml")


def _written(destination: Path) -> Iterator[Json]:
    """Yield the tasks of our own file, one a line."""
    with destination.open(encoding="utf-8", newline="\n") as file:
        for line in file:
            told = line.strip("[],\n")
            if told:
                try:
                    yield json.loads(told)
                except ValueError as failure:
                    raise ExportMismatch(destination, str(failure)) from failure


class _Tasks:
    """The tasks of a corpus, made one after the other."""

    def __init__(self, corpus: Corpus, words: Wording) -> None:
        self._corpus = corpus
        self._entities: dict[EntityId, Entity] = {entity.id: entity for entity in corpus.entities}
        self._slots = SlotWords(corpus, words)

    def all(self, monitor: Monitor) -> Iterator[Json]:
        for number, (annotated, records) in enumerate(Attached(self._corpus).articles(monitor), 1):
            yield self._task(number, annotated, records)

    def _task(self, number: int, annotated: Annotated | None, records: list[Json]) -> Json:
        extras: Json = {"records": records}
        task: Json = {
            "id": number,
            "data": {"text": "", "title": self._corpus.title},
            "meta": {"tawatur": extras},
            "annotations": [],
            "predictions": [],
        }
        if annotated is None:
            return task
        document = annotated.document
        extras["document"] = document_rest(document)
        extras["rejected"] = [rejection_record(one) for one in annotated.rejected]
        task["data"] = {
            "text": document.text,
            "title": document.title,
            "outlet": document.outlet,
            "author": document.author,
            "url": document.url,
            "published": document.published.isoformat() if document.published else "",
        }
        task["annotations"] = [
            {"result": regions, "was_cancelled": False, "ground_truth": False}
            for regions in self._by_author(annotated)
        ]
        return task

    def _by_author(self, annotated: Annotated) -> list[list[Json]]:
        """Return the regions of each analyst; what is not of the article stands with the first."""
        document = annotated.document
        found: defaultdict[str, list[Json]] = defaultdict(list)
        for claim in annotated.claims:
            found[claim.author] += self._claim(document, claim)
        for mention in annotated.mentions:
            found[mention.author] += self._mention(document, mention)
        listed = list(found.values()) or ([[]] if document.residue else [])
        for n, span in enumerate(document.residue):
            listed[0].append(_region(document, f"{RESIDUE}.{n}", RESIDUE, RESIDUE, span))
        return listed

    def _claim(self, document: Document, claim: Claim) -> Iterator[Json]:
        first = _region(document, claim.id, "claim", claim.kind.value, claim.spans[0])
        made = f"{claim.author} · {claim.made_at:%Y-%m-%d %H:%M %Z}"
        first["meta"] = {"text": [made], "tawatur": claim_rest(claim)}
        yield first
        place = {"start": claim.spans[0].start, "end": claim.spans[0].end}
        if claim.slots:
            told = [self._slots.told(slot) for slot in claim.slots]
            yield _field(claim.id, "values", "textarea", {**place, "text": told})
        if claim.note:
            yield _field(claim.id, "note", "textarea", {**place, "text": [claim.note]})
        for n, span in enumerate(claim.spans[1:], 1):
            part = _region(document, f"{claim.id}.{n}", "claim", claim.kind.value, span)
            part["meta"] = {"tawatur": {"part": n, "of": claim.id}}
            yield part
            yield _relation(claim.id, part["id"], PART)
        for slot in claim.slots:
            if slot.span is not None:
                words = _region(document, slot.id, "slot", slot.name.value, slot.span)
                words["meta"] = {"text": [self._slots.told(slot)], "tawatur": {"slot": slot.id}}
                yield words
                yield _relation(claim.id, slot.id, slot.name.value)

    def _mention(self, document: Document, mention: Mention) -> Iterator[Json]:
        entity = self._entities.get(mention.entity) if mention.entity else None
        label = entity.kind.value if entity else UNLINKED
        region = _region(document, mention.id, "mention", label, mention.span)
        region["meta"] = {"tawatur": mention_rest(mention)}
        if entity:
            ids = [f"{known.scheme}:{known.value}" for known in entity.external_ids]
            region["meta"]["text"] = [entity.name, *ids]
        yield region
        place = {"start": mention.span.start, "end": mention.span.end}
        yield _field(mention.id, "role", "choices", {**place, "choices": [mention.role.value]})


def _region(document: Document, name: str, control: str, label: str, span: Span) -> Json:
    return {
        "id": name,
        "from_name": control,
        "to_name": "text",
        "type": "labels",
        "value": {
            "start": span.start,
            "end": span.end,
            "text": span.of(document.text),
            "labels": [label],
        },
    }


def _field(region: str, control: str, kind: str, content: dict[str, Any]) -> Json:
    return {
        "id": region,
        "from_name": control,
        "to_name": "text",
        "type": kind,
        "value": content,
    }


def _relation(source: str, target: str, label: str) -> Json:
    return {
        "type": "relation",
        "from_id": source,
        "to_id": target,
        "direction": "right",
        "labels": [label],
    }
