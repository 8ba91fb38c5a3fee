"""Units back to the records they were made of: complete, or refused."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Mapping
from dataclasses import fields
from datetime import datetime
from functools import cache
from pathlib import Path
from typing import Any, TypeVar, get_args, get_type_hints

from tawatur_core import encode
from tawatur_core.errors import BadFormat
from tawatur_core.model import (
    Claim,
    ClaimId,
    ClaimKind,
    Document,
    DocumentDraft,
    Entity,
    EntityId,
    Mention,
    MentionId,
    MentionRole,
    Origin,
    Provenance,
    Rejection,
    Slot,
    SlotId,
    SlotName,
    Span,
    Verdict,
)
from tawatur_core.plugins import Annotated, Finding, Link, Mark, Marked, Restored
from tawatur_core.records import from_json
from tawatur_core.standoff import units as units_of
from tawatur_core.standoff.take import feature
from tawatur_core.standoff.units import DOCUMENT, PART, RESIDUE, SLOT, VERSION, Unit

T = TypeVar("T")
_GAP = " … "  # between the parts of a claim in its quote (see model.Claim)
_OPTIONAL = {"entity", "first", "last", "low", "high"}  # of slot values: None, not ''
_FORMS: dict[str, tuple[str, ...]] = {
    "party": ("entity",),
    "when": ("first", "last", "precision", "how"),
    "how_many": ("low", "high", "unit", "hedge"),
    "words": (),
    "polarity": (),
    "certainty": (),
}


def is_ours(units: Iterable[Unit]) -> bool:
    """Whether a document is one that we wrote: it says what it is and in which version."""
    return any(unit.layer == DOCUMENT and "version" in unit.features for unit in units)


class Gathering:
    """The documents read so far, as records. `path` is named when something is wrong."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self.restored = Restored()
        self.marked: list[Marked] = []  # what was added elsewhere to texts of ours
        self.findings: list[Finding] = []
        self._entities: dict[str, Entity] = {}
        self._ids: set[str] = set()
        self._wanted: set[str] = set()

    def add(self, where: str, text: str, units: Iterable[Unit]) -> None:
        """Take one document. Raises BadFormat naming `where`."""
        try:
            self._add(where, text, list(units))
        except (KeyError, TypeError, ValueError, ArithmeticError, RecursionError) as failure:
            raise BadFormat(self._path, f"{where}: {failure}") from failure

    def finished(self) -> Restored:
        """Return all records. Raises BadFormat for a link to an entity that is missing."""
        loose = self._wanted - self._entities.keys()
        if loose:
            raise BadFormat(self._path, ", ".join(sorted(loose)))
        self.restored.entities.extend(self._entities.values())
        self.restored.verdicts.sort(key=lambda verdict: (verdict.given_at, verdict.id))
        return self.restored

    def _add(self, where: str, text: str, units: list[Unit]) -> None:
        (head,) = (unit for unit in units if unit.layer == DOCUMENT)
        residue = tuple(_span(unit, text) for unit in units if unit.layer == RESIDUE)
        document = self._document(head.features, text, residue)
        claims: list[Claim] = []
        mentions: list[Mention] = []
        rejected: list[Rejection] = []
        for unit in units:
            told = unit.features
            match unit.layer:
                case units_of.CLAIM if _known(unit):
                    claims.append(self._claim(document, unit, where))
                case units_of.MENTION if _known(unit):
                    mentions.append(self._mention(document, unit))
                case units_of.REJECTION:
                    ends = {"start": told["starts"], "end": told["ends"]}
                    rejected.append(_read(Rejection, {**told, **ends, "document": document.id}))
                case units_of.ENTITY:
                    self._entity(_read(Entity, told))
                case units_of.VERDICT:
                    self._new(told["identifier"])
                    self.restored.verdicts.append(_read(Verdict, told))
        self._unlinked(where, units)
        self._added(document, units)
        self.restored.documents.append(
            Annotated(document, tuple(claims), tuple(mentions), tuple(rejected))
        )

    def _document(self, told: Mapping[str, str], text: str, residue: tuple[Span, ...]) -> Document:
        if told["version"] != VERSION:
            raise ValueError(f"version {told['version']}")
        if hashlib.sha256(text.encode()).hexdigest() != told["sha256"]:
            raise ValueError("the text does not fit its SHA-256")
        self._new(told["identifier"])
        self.restored.title = self.restored.title or told.get("project", "")
        basis = _plain(Provenance, told)
        rest = {**_plain(Document, told, "text", "residue", "provenance"), "text": text}
        spans = [{"start": span.start, "end": span.end} for span in residue]
        return from_json(Document, {**rest, "residue": spans, "provenance": basis})

    def _claim(self, document: Document, unit: Unit, where: str) -> Claim:
        told = unit.features
        spans = tuple(_span(part, document.text) for part in (unit, *unit.parts))
        self._new(told["identifier"])
        return Claim(
            ClaimId(told["identifier"]),
            document.id,
            spans,
            _GAP.join(span.of(document.text) for span in spans),
            ClaimKind(told["kind"]),
            tuple(self._slot(one, document.text) for one in self._slots(unit, where)),
            told.get("note", ""),
            Origin(told["origin"]),
            told.get("author", ""),
            datetime.fromisoformat(told["madeAt"]),
            told.get("proposal", ""),
        )

    def _slot(self, unit: Unit, text: str) -> Slot:
        told = unit.features
        form, value = told["form"], told.get("value", "")
        data: dict[str, Any] = {"type": form, "text": value, "value": value}
        for key in _FORMS[form]:
            data[key] = told.get(key, None if key in _OPTIONAL else "")
        if form == "party" and data["entity"]:
            self._wanted.add(data["entity"])
        self._new(told["identifier"])
        return Slot(
            SlotId(told["identifier"]),
            SlotName(told["name"]),
            encode.read_slot_value(data),
            _span(unit, text) if unit.start != unit.end else None,
            Origin(told["origin"]),
        )

    def _mention(self, document: Document, unit: Unit) -> Mention:
        told = unit.features
        span = _span(unit, document.text)
        entity = told.get("entity")
        if entity:
            self._wanted.add(entity)
        self._new(told["identifier"])
        return Mention(
            MentionId(told["identifier"]),
            document.id,
            span,
            span.of(document.text),
            MentionRole(told["role"]),
            EntityId(entity) if entity else None,
            Origin(told["origin"]),
            told.get("author", ""),
            told.get("proposal", ""),
        )

    def _entity(self, entity: Entity) -> None:
        """Keep an entity; it comes with every document that names it, and must be the same."""
        if self._entities.setdefault(entity.id, entity) != entity:
            raise ValueError(f"the id stands twice: {entity.id}")

    def _new(self, identifier: str) -> None:
        if identifier in self._ids:
            raise ValueError(f"the id stands twice: {identifier}")
        self._ids.add(identifier)

    def _slots(self, claim: Unit, where: str) -> list[Unit]:
        """Return the slots of a claim that we wrote; one added to it elsewhere is listed."""
        for slot in claim.slots:
            if not _known(slot):
                place = f"{where}: {slot.start}–{slot.end}"
                args = {"layer": slot.layer}
                self.findings.append(Finding("finding-added-elsewhere", place, args))
        return [slot for slot in claim.slots if _known(slot)]

    def _added(self, document: Document, units: Iterable[Unit]) -> None:
        """Keep what another tool added to our layers as marks of the same text, to be mapped."""
        marks: dict[int, Mark] = {}
        links: list[Link] = []
        for unit in units:
            if unit.layer not in (units_of.CLAIM, units_of.MENTION) or _known(unit):
                continue
            for one in (unit, *unit.slots):
                if one.start < one.end and not _known(one):
                    marks[id(one)] = _mark(one, document.text, len(marks))
            for slot in unit.slots:
                if id(unit) in marks and id(slot) in marks:
                    ends = marks[id(unit)].id, marks[id(slot)].id
                    links.append(Link(slot.features.get("name", ""), *ends))
        if marks:
            drafted = DocumentDraft(
                document.text, document.title, document.provenance, document.outlet,
                document.author, document.url, document.published, document.published_basis,
                document.residue,
            )  # fmt: skip
            self.marked.append(Marked(drafted, tuple(marks.values()), tuple(links)))

    def _unlinked(self, where: str, units: list[Unit]) -> None:
        """List slots and parts of claims that no claim has (any more)."""
        linked = {id(one) for unit in units for one in (*unit.parts, *unit.slots)}
        for unit in units:
            if unit.layer in (SLOT, PART) and id(unit) not in linked:
                place = f"{where}: {unit.start}–{unit.end}"
                self.findings.append(Finding("finding-no-claim", place, {"layer": unit.layer}))


def _known(unit: Unit) -> bool:
    """Whether a unit was made by us."""
    return "identifier" in unit.features


def _mark(unit: Unit, text: str, number: int) -> Mark:
    places = sorted({_span(one, text) for one in (unit, *unit.parts)})
    spans = tuple(span for span in places if len(span))
    label = unit.features.get("kind") or unit.features.get("name") or ""
    quote = _GAP.join(span.of(text) for span in spans)
    return Mark(str(number + 1), unit.layer, label, spans, quote, unit.features)


def _span(unit: Unit, text: str) -> Span:
    if not 0 <= unit.start <= unit.end <= len(text):
        raise ValueError(f"{unit.start}–{unit.end} lies outside the text")
    return Span(unit.start, unit.end)


def _read(kind: type[T], told: Mapping[str, str]) -> T:
    return from_json(kind, _plain(kind, told))


def _plain(kind: type, told: Mapping[str, str], *left_out: str) -> dict[str, Any]:
    """Return features as the JSON of a record: see `take._flat`."""
    found: dict[str, Any] = {}
    for name, (key, empty, is_json) in _shape(kind).items():
        if name not in left_out:
            value = told.get(key)
            found[name] = empty if value is None else json.loads(value) if is_json else value
    return found


@cache
def _shape(kind: type) -> dict[str, tuple[str, Any, bool]]:
    """Return for each field its feature, what a missing one stands for, and whether it is JSON."""
    shape: dict[str, tuple[str, Any, bool]] = {}
    hints = get_type_hints(kind)
    for one in fields(kind):
        hint = str(hints[one.name])
        key = "identifier" if one.name == "id" else feature(one.name)
        if hint.startswith("tuple"):
            shape[one.name] = (key, [], True)
        elif hints[one.name] in (int, bool):
            shape[one.name] = (key, None, True)
        else:
            empty = None if type(None) in get_args(hints[one.name]) else ""
            shape[one.name] = (key, empty, False)
    return shape
