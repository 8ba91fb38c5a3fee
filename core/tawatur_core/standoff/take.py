"""A corpus as texts with units beside them, document by document."""

from __future__ import annotations

import json
import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from typing import Any

from tawatur_core import encode
from tawatur_core.bulk import remembered
from tawatur_core.model import (
    Claim,
    Document,
    Entity,
    Mention,
    Party,
    Slot,
    SlotValue,
    Span,
    Verdict,
)
from tawatur_core.monitor import Monitor
from tawatur_core.plugins import Annotated, Corpus
from tawatur_core.records import to_json
from tawatur_core.standoff.units import (
    CLAIM,
    CONFLICT,
    DOCUMENT,
    ENTITY,
    GROUP,
    MENTION,
    PART,
    REJECTION,
    RESIDUE,
    SLOT,
    VERDICT,
    VERSION,
    Unit,
)

_UNNAMED = re.compile(r"[^\w]+")


@dataclass(frozen=True, slots=True)
class Sheet:
    """One document of an export: `name` is fit for a file and differs from all others."""

    name: str
    document: Document
    units: list[Unit]

    @property
    def text(self) -> str:
        """Return the text the units lie in."""
        return self.document.text


def sheets(corpus: Corpus, monitor: Monitor) -> Iterator[Sheet]:
    """Yield the documents with their units. Raises Cancelled.

    An entity goes with each document that names it, a verdict with the document of its first
    side; what belongs to no document goes with the last.
    """
    whole = _Whole(corpus)
    for done, annotated in enumerate(corpus.documents()):
        monitor.step(done, corpus.size)
        units = whole.units_of(annotated)
        if done == corpus.size - 1:
            units += whole.left()
        title = _UNNAMED.sub("-", annotated.document.title)[:40].strip("-_")
        yield Sheet(f"{done + 1:06}-{title}".rstrip("-"), annotated.document, units)


class _Whole:
    """What concerns several documents, and what of it is not written yet."""

    def __init__(self, corpus: Corpus) -> None:
        self._title = corpus.title
        self._entities = {str(entity.id): entity for entity in corpus.entities}
        self._named: set[str] = set()
        self._verdicts: dict[str, list[Verdict]] = defaultdict(list)
        for verdict in corpus.verdicts:
            self._verdicts[verdict.sides[0] if verdict.sides else ""].append(verdict)
        self._group_of = {claim: group.key for group in corpus.groups for claim in group.claims}
        self._derived: dict[str, list[Unit]] = defaultdict(list)
        for group in corpus.groups:
            told = _flat(to_json(group))
            self._derived[group.claims[0]].append(Unit(GROUP, 0, 0, told))
        for conflict in corpus.conflicts:
            told = _flat(to_json(conflict))
            first = conflict.claims[0] if conflict.claims else ""
            self._derived[first].append(Unit(CONFLICT, 0, 0, told))

    def units_of(self, annotated: Annotated) -> list[Unit]:
        document = annotated.document
        units = [Unit(DOCUMENT, 0, 0, self._document(document))]
        units += [Unit(RESIDUE, span.start, span.end) for span in document.residue]
        for mention in annotated.mentions:
            units.append(self._mention(mention))
        for claim in annotated.claims:
            units += self._claim(claim)
        for rejection in annotated.rejected:
            told = _flat(to_json(rejection), "document")
            told["starts"], told["ends"] = told.pop("start"), told.pop("end")
            units.append(Unit(REJECTION, 0, 0, told))
        named = {unit.features["entity"] for unit in units if "entity" in unit.features}
        units += self._entity_units(sorted(named & self._entities.keys()))
        for claim in annotated.claims:
            units += self._derived.pop(claim.id, [])
            units += _verdicts(self._verdicts.pop(claim.id, []))
        return units

    def left(self) -> list[Unit]:
        """Return what belongs to none of the documents."""
        units = self._entity_units(sorted(self._entities.keys() - self._named))
        for derived in self._derived.values():
            units += derived
        for given in self._verdicts.values():
            units += _verdicts(given)
        return units

    def _document(self, document: Document) -> dict[str, str]:
        told = to_json(document)
        told |= told.pop("provenance")
        found = _flat(told, "text", "residue")
        return {**found, "project": self._title, "version": VERSION}

    def _entity_units(self, ids: Iterable[str]) -> list[Unit]:
        ids = list(ids)
        self._named.update(ids)
        return [Unit(ENTITY, 0, 0, dict(_entity(self._entities[one]))) for one in ids]

    def _mention(self, mention: Mention) -> Unit:
        entity = self._entities.get(mention.entity or "")
        told = dict(_identity(entity)) if entity else {}
        told["role"], told["origin"] = str(mention.role), str(mention.origin)
        _put(told, "entity", mention.entity)
        _put(told, "author", mention.author)
        _put(told, "proposal", mention.proposal)
        told["identifier"] = mention.id
        return Unit(MENTION, mention.span.start, mention.span.end, told)

    def _claim(self, claim: Claim) -> list[Unit]:
        """Return the claim on its first span, then its further parts and its slots."""
        first, *rest = claim.spans
        told = {"kind": claim.kind.value, "origin": claim.origin.value}
        _put(told, "note", claim.note)
        _put(told, "author", claim.author)
        _put(told, "proposal", claim.proposal)
        _put(told, "group", self._group_of.get(claim.id))
        told |= {"madeAt": claim.made_at.isoformat(), "identifier": claim.id}
        parts = [Unit(PART, span.start, span.end) for span in rest]
        slots = [self._slot(slot, first.start) for slot in claim.slots]
        return [Unit(CLAIM, first.start, first.end, told, parts, slots), *parts, *slots]

    def _slot(self, slot: Slot, start: int) -> Unit:
        told = {"name": str(slot.name), **_told(slot.value)}
        if isinstance(slot.value, Party) and slot.value.entity in self._entities:
            told["entityName"] = self._entities[slot.value.entity].name
        told["origin"], told["identifier"] = str(slot.origin), slot.id
        if slot.span is None:
            return Unit(SLOT, start, start, told)
        return Unit(SLOT, slot.span.start, slot.span.end, told)


def places(annotated: Annotated) -> list[tuple[str, int, int]]:
    """Return layer, start and end of each unit that `sheets` gives a document with a place."""
    found = [(RESIDUE, span.start, span.end) for span in annotated.document.residue]
    found += [(MENTION, one.span.start, one.span.end) for one in annotated.mentions]
    for claim in annotated.claims:
        first, *rest = claim.spans
        found.append((CLAIM, first.start, first.end))
        found += [(PART, span.start, span.end) for span in rest]
        for slot in claim.slots:
            span = slot.span or Span(first.start, first.start)
            found.append((SLOT, span.start, span.end))
    return found


def _value_features(value: SlotValue) -> dict[str, str]:
    parts = encode.slot_value(value)
    told: dict[str, str] = {"form": parts.pop("type")}
    _put(told, "value", parts.pop("text", None) or parts.pop("value", None))
    for key, part in parts.items():
        _put(told, key, part)
    return told


def _entity_features(entity: Entity) -> dict[str, str]:
    return _flat(to_json(entity))


def _identity_features(entity: Entity) -> dict[str, str]:
    told = {"name": entity.name, "kind": entity.kind.value}
    _put(told, "latin", entity.name_latin)
    _put(told, "sameAs", " ".join(f"{one.scheme}:{one.value}" for one in entity.external_ids))
    return told


_told = remembered(_value_features)
_entity = remembered(_entity_features)
_identity = remembered(_identity_features)


def _verdicts(given: Iterable[Verdict]) -> list[Unit]:
    return [Unit(VERDICT, 0, 0, _flat(to_json(verdict))) for verdict in given]


def _put(told: dict[str, str], name: str, value: str | None) -> None:
    if value:
        told[name] = value


def _flat(record: dict[str, Any], *left_out: str) -> dict[str, str]:
    """Return a record's JSON as features: lists, numbers and truth values stay JSON."""
    told: dict[str, str] = {}
    for key, value in record.items():
        if key in left_out or value is None or value in ("", []):
            continue
        name = "identifier" if key == "id" else feature(key)
        told[name] = value if isinstance(value, str) else _as_json(value)
    return told


_as_json = json.JSONEncoder(ensure_ascii=False).encode  # json.dumps makes one every time


@cache
def feature(field: str) -> str:
    """Return a field's name as a feature's: made_at → madeAt."""
    first, *rest = field.split("_")
    return first + "".join(part.capitalize() for part in rest)
