"""What an import comes to, in words: what it adds, and what the project holds otherwise.

Window and command line say both through these functions.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from typing import Any

from tawatur_core import phrasing
from tawatur_core.edit.differences import Difference, Kept, slot_content
from tawatur_core.edit.intake import Counts
from tawatur_core.errors import NoSuchRow
from tawatur_core.model import (
    Claim,
    ClaimId,
    Document,
    DocumentId,
    Entity,
    EntityId,
    ExternalId,
    Mention,
    Party,
    Slot,
    Span,
    Verdict,
)
from tawatur_core.store import claims, documents, entities
from tawatur_core.store.session import Reader
from tawatur_core.store.spans import shorten
from tawatur_core.wording import Wording

NOTHING = "—"
_KINDS: dict[type, str] = {
    Document: "document",
    Claim: "claim",
    Mention: "mention",
    Entity: "entity",
    Verdict: "verdict",
}


@dataclass(frozen=True, slots=True)
class Row:
    """A field in which two versions differ: its name, and both values in words."""

    field: str
    here: str
    there: str


def added(counts: Counts, words: Wording) -> list[str]:
    """Return what annotated files add beside articles; nothing for what there is none of."""
    told = (
        ("import-adds-known", counts.known),
        ("import-adds-claims", counts.claims),
        ("import-adds-mentions", counts.mentions),
        ("import-adds-linked", counts.linked),
        ("import-adds-entities", counts.entities),
        ("import-adds-verdicts", counts.verdicts),
        ("import-adds-repeated", counts.repeated),
        ("import-adds-to-look-at", counts.to_look_at),
        ("import-adds-same", counts.same),
        ("import-adds-differing", counts.differing),
        ("import-adds-removed", counts.removed),
    )
    return [words.say(code, count=count) for code, count in told if count]


def names_of(reader: Reader, differences: Iterable[Difference]) -> dict[str, str]:
    """Return the names of what differing records refer to: entities, articles, claims."""
    differences = list(differences)
    if not differences:
        return {}
    named: dict[str, str] = {row.entity.id: row.entity.name for row in entities.entities(reader)}
    told: set[ClaimId] = set()
    for one in differences:
        for record in (one.here, one.there):
            match record:
                case Document(copied_from=str(of)):
                    named.setdefault(of, _title(reader, of))
                case Verdict(sides=sides):
                    told.update(ClaimId(side) for side in sides if side not in named)
    named |= {claim.id: f"«{shorten(claim.quote)}»" for claim in claims.claims(reader, told)}
    return named


def _title(reader: Reader, id_: DocumentId) -> str:
    try:
        return documents.document(reader, id_).title
    except NoSuchRow:  # it was removed
        return NOTHING


def kind(difference: Difference, words: Wording) -> str:
    """Return what kind of record differs."""
    return words.say(f"difference-{_KINDS[type(difference.there)]}")


def title(record: Kept, words: Wording) -> str:
    """Return the words a record is known by."""
    match record:
        case Document():
            return record.title
        case Claim() | Mention():
            return f"«{shorten(record.quote)}»"
        case Entity():
            return record.name
        case Verdict():
            return f"{phrasing.verdict(record, words)} · {' / '.join(map(shorten, record.seen))}"


def rows(difference: Difference, words: Wording, names: Mapping[str, str]) -> list[Row]:
    """Return the fields that differ with both values; a removed record has none."""
    here, there = difference.here, difference.there
    if here is None:
        return []
    told = _Telling(difference.document, words, names)
    found = []
    for name in difference.fields:
        ours, theirs = getattr(here, name), getattr(there, name)
        if name == "slots":
            ours, theirs = _only(ours, theirs), _only(theirs, ours)
        found.append(
            Row(_field(there, name, words), told.value(name, ours), told.value(name, theirs))
        )
    return found


def _field(record: Kept, name: str, words: Wording) -> str:
    """Return the name of a field; who wrote an article is another question than who marked it."""
    if name == "author" and not isinstance(record, Document):
        name = "analyst"
    return words.say(f"differs-{name.replace('_', '-')}")


def _only(slots: Sequence[Slot], others: Sequence[Slot]) -> tuple[Slot, ...]:
    """Return the slots that the other version does not have."""
    known = [slot_content(slot) for slot in others]
    return tuple(slot for slot in slots if slot_content(slot) not in known)


class _Telling:
    """Says values of fields."""

    def __init__(self, document: Document | None, words: Wording, names: Mapping[str, str]) -> None:
        self._text = document.text if document is not None else ""
        self._words = words
        self._names: Mapping[EntityId, str] = {EntityId(id_): name for id_, name in names.items()}

    def value(self, name: str, value: Any) -> str:
        """Return the value of a field."""
        if value is None or value in ("", ()):
            return NOTHING
        if isinstance(value, tuple):
            return " · ".join(self._one(name, one) for one in value)
        return self._one(name, value)

    def _one(self, name: str, value: Any) -> str:
        words = self._words
        match value:
            case Slot():
                shown = phrasing.value(value.value, words, self._names)
                if isinstance(value.value, Party) and value.value.text not in shown:
                    shown = f"{shown} ({value.value.text})"
                origin = phrasing.term(value.origin, words)
                return f"{phrasing.term(value.name, words)}: {shown} ({origin})"
            case Span():
                return f"«{shorten(value.of(self._text))}» ({value.start}–{value.end})"
            case ExternalId():
                return f"{value.scheme}:{value.value}"
            case StrEnum():
                return phrasing.term(value, words)
            case datetime():
                return phrasing.moment(value, words)
            case date():
                return phrasing.day(value, words)
            case bool():
                return words.say("differs-yes" if value else "differs-no")
        if name in ("entity", "copied_from", "sides", "chosen"):
            return self._names.get(EntityId(value), NOTHING)
        return str(value)
