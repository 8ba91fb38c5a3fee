"""doccano: JSON Lines with entities and relations, one article a line.

Format: https://github.com/doccano/doccano (data_import, relation extraction); offsets count code
points. Columns doccano does not know become the metadata of the text and come out again: there
stands what labels and relations cannot say. The project in doccano must allow overlapping spans.
"""

from __future__ import annotations

import json
from pathlib import Path

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
from tawatur_core.exporters.lines import json_line
from tawatur_core.exporters.slicing import compare
from tawatur_core.model import Claim, EntityId, EntityKind, Mention, Span
from tawatur_core.monitor import Monitor
from tawatur_core.plugins import Annotated, Corpus

UNLINKED = "unlinked"  # the label of a mention of no entity
PART = "part"  # the relation between the parts of a claim
RESIDUE = "residue"


class Doccano:
    """One JSON object an article."""

    name = "doccano"
    suffix = ".jsonl"
    losses = (losses.HISTORY,)

    def write(self, corpus: Corpus, destination: Path, language: str, monitor: Monitor) -> None:
        """Write the articles. Raises OSError, Cancelled."""
        kinds = {entity.id: entity.kind for entity in corpus.entities}
        with destination.open("w", encoding="utf-8", newline="\n") as file:
            for annotated, records in Attached(corpus).articles(monitor):
                if annotated is None:
                    item: Json = {"text": "", "entities": [], "relations": [], "tawatur": {}}
                else:
                    item = _Item(annotated, kinds).told()
                item["tawatur"]["records"] = records
                file.write(json_line(item))

    def verify(self, corpus: Corpus, destination: Path) -> int:
        """Slice each text by the offsets of its entities. Raises ExportMismatch."""
        count = 0
        with destination.open(encoding="utf-8", newline="\n") as file:
            for line, annotated in zip(file, corpus.documents(), strict=corpus.size > 0):
                item = json.loads(line)
                entities = item["entities"]
                quotes = _quotes(annotated)
                if len(quotes) != len(entities):
                    raise ExportMismatch(destination, annotated.document.title)
                places = [
                    (entity["start_offset"], entity["end_offset"], quote)
                    for entity, quote in zip(entities, quotes, strict=True)
                ]
                count += compare(destination, annotated.document.title, item["text"], places)
        return count


def _quotes(annotated: Annotated) -> list[str]:
    """Return the words that must stand under each entity, in the order they are written."""
    text = annotated.document.text
    spans: list[Span] = []
    for claim in annotated.claims:
        spans += claim.spans
        spans += [slot.span for slot in claim.slots if slot.span]
    quotes = [span.of(text) for span in spans]
    quotes += [mention.quote for mention in annotated.mentions]
    return quotes + [span.of(text) for span in annotated.document.residue]


class _Item:
    """One article: its entities are numbered as they come."""

    def __init__(self, annotated: Annotated, kinds: dict[EntityId, EntityKind]) -> None:
        self._annotated, self._kinds = annotated, kinds
        self._entities: list[Json] = []
        self._relations: list[Json] = []

    def told(self) -> Json:
        """Return the article as a line says it."""
        document = self._annotated.document
        claims = [self._claim(claim) for claim in self._annotated.claims]
        mentions = [self._mention(mention) for mention in self._annotated.mentions]
        for span in document.residue:
            self._entity(span, RESIDUE)
        return {
            "text": document.text,
            "entities": self._entities,
            "relations": self._relations,
            "title": document.title,
            "outlet": document.outlet,
            "published": document.published.isoformat() if document.published else "",
            "tawatur": {
                "document": document_rest(document),
                "claims": claims,
                "mentions": mentions,
                "rejected": [rejection_record(one) for one in self._annotated.rejected],
            },
        }

    def _entity(self, span: Span, label: str) -> int:
        number = len(self._entities)
        self._entities.append(
            {"id": number, "start_offset": span.start, "end_offset": span.end, "label": label}
        )
        return number

    def _relate(self, source: int, target: int, label: str) -> None:
        number = len(self._relations)
        self._relations.append({"id": number, "from_id": source, "to_id": target, "type": label})

    def _claim(self, claim: Claim) -> Json:
        numbers = [self._entity(span, claim.kind.value) for span in claim.spans]
        for number in numbers[1:]:
            self._relate(numbers[0], number, PART)
        told = claim_rest(claim)
        for slot, written in zip(claim.slots, told["slots"], strict=True):
            written["at"] = _at(slot.span) if slot.span else None
            if slot.span:
                self._relate(numbers[0], self._entity(slot.span, slot.name.value), slot.name.value)
        return {**told, "note": claim.note, "at": [_at(span) for span in claim.spans]}

    def _mention(self, mention: Mention) -> Json:
        kind = self._kinds.get(mention.entity) if mention.entity else None
        self._entity(mention.span, kind.value if kind else UNLINKED)
        return {**mention_rest(mention), "role": mention.role.value, "at": _at(mention.span)}


def _at(span: Span) -> list[int]:
    return [span.start, span.end]
