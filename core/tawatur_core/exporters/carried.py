"""What other tools' formats carry of us beside their own fields: JSON in their places for extras.

The importers make whole records of it again with what stands in the format's own fields (texts,
spans, labels, notes), which an analyst may have changed in the other tool.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from typing import Any

from tawatur_core import encode
from tawatur_core.model import Claim, Document, Mention, Party, Rejection, Slot
from tawatur_core.monitor import Monitor
from tawatur_core.plugins import Annotated, Corpus
from tawatur_core.records import to_json

Json = dict[str, Any]


def document_rest(document: Document) -> Json:
    """Return a document without its text and residue."""
    told = to_json(document)
    return {name: part for name, part in told.items() if name not in ("text", "residue")}


def claim_rest(claim: Claim) -> Json:
    """Return a claim without document, spans, kind and note; its slots without their spans."""
    return {
        "id": claim.id,
        "origin": claim.origin.value,
        "author": claim.author,
        "made_at": claim.made_at.isoformat(),
        "proposal": claim.proposal,
        "slots": [slot_rest(slot) for slot in claim.slots],
    }


def slot_rest(slot: Slot) -> Json:
    """Return a slot without its span."""
    return {
        "id": slot.id,
        "name": slot.name.value,
        "value": encode.slot_value(slot.value),
        "origin": slot.origin.value,
    }


def mention_rest(mention: Mention) -> Json:
    """Return a mention without document, span and role."""
    return {
        "id": mention.id,
        "entity": mention.entity,
        "origin": mention.origin.value,
        "author": mention.author,
        "proposal": mention.proposal,
    }


def rejection_record(rejection: Rejection) -> Json:
    """Return a rejection, whole."""
    return {"type": "rejection", **to_json(rejection)}


class Attached:
    """The records of no single article, each handed out with the first article it concerns.

    So a format of one item an article holds the whole project without a large head: an entity comes
    with the article that names it first, a verdict, group or conflict with the first of its claims.
    """

    def __init__(self, corpus: Corpus) -> None:
        self._corpus = corpus
        self._entities = {entity.id: entity for entity in corpus.entities}
        self._loose: dict[int, Json] = {}
        self._by_claim: defaultdict[str, list[int]] = defaultdict(list)
        for verdict in corpus.verdicts:
            self._add({"type": "verdict", **to_json(verdict)}, verdict.sides)
        for group in corpus.groups:
            self._add({"type": "event_group", **to_json(group)}, group.claims)
        for conflict in corpus.conflicts:
            self._add({"type": "conflict", **to_json(conflict)}, conflict.claims)

    def articles(self, monitor: Monitor) -> Iterator[tuple[Annotated | None, list[Json]]]:
        """Yield every article with its share of records; the last takes the rest.

        A corpus without articles yields its records with None. Raises Cancelled.
        """
        held: Annotated | None = None
        share = [self._project()]
        for done, annotated in enumerate(self._corpus.documents()):
            monitor.step(done, self._corpus.size)
            if held is not None:
                yield held, share + self._of(held)
                share = []
            held = annotated
        share += self._of(held) if held is not None else []
        yield held, share + self._rest()

    def _add(self, record: Json, sides: Iterable[str]) -> None:
        number = len(self._loose)
        self._loose[number] = record
        for side in sides:
            self._by_claim[side].append(number)

    def _project(self) -> Json:
        return {
            "type": "project",
            "title": self._corpus.title,
            "reviewed_only": self._corpus.reviewed_only,
        }

    def _of(self, annotated: Annotated) -> list[Json]:
        named = [mention.entity for mention in annotated.mentions]
        for claim in annotated.claims:
            named += [slot.value.entity for slot in claim.slots if isinstance(slot.value, Party)]
        told: list[Json] = []
        for entity in dict.fromkeys(name for name in named if name):
            known = self._entities.pop(entity, None)
            if known is not None:
                told.append({"type": "entity", **to_json(known)})
        for claim in annotated.claims:
            for number in self._by_claim.get(claim.id, ()):
                record = self._loose.pop(number, None)
                if record is not None:
                    told.append(record)
        return told

    def _rest(self) -> list[Json]:
        told: list[Json] = [
            {"type": "entity", **to_json(entity)} for entity in self._entities.values()
        ]
        return told + list(self._loose.values())
