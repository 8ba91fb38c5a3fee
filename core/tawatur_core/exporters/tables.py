"""The corpus as flat tables of claims, slots, mentions, entities, conflicts, verdicts, articles.

Rows refer to each other by ids. `claims_csv` writes them for programs, `xlsx` for people; claims
and conflicts repeat what a reader would have to look up (title, outlet, quote).
"""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from decimal import Decimal
from enum import StrEnum

from tawatur_core.exporters import losses
from tawatur_core.model import (
    Claim,
    ClaimId,
    Conflict,
    Document,
    DocumentId,
    Entity,
    EntityId,
    HowMany,
    Mention,
    Origin,
    Party,
    Slot,
    SlotName,
    SlotValue,
    Span,
    Verdict,
    When,
    Words,
)
from tawatur_core.monitor import Monitor
from tawatur_core.plugins import Annotated, Corpus, Loss

Cell = str | int | Decimal | date | datetime | StrEnum | None
Row = tuple[Cell, ...]
JOIN = " ؛ "  # between several values in one cell
GAP = " … "  # between the parts of a discontinuous claim (see model.Claim)


@dataclass(frozen=True, slots=True)
class Table:
    """A table and its columns, by the names that programs see."""

    name: str
    columns: tuple[str, ...]


CLAIMS = Table("claims", (
    "claim", "document", "title", "outlet", "published", "kind", "quote", "starts", "ends",
    "speaker", "via", "who", "what", "when", "when_first", "when_last", "where", "how_many",
    "how_many_low", "how_many_high", "unit", "hedge", "polarity", "certainty", "proposed_slots",
    "group", "chains", "conflicts", "note", "origin", "author", "made_at",
))  # fmt: skip
SLOTS = Table("slots", (
    "claim", "n", "slot", "text", "entity", "name", "first", "last", "precision", "low", "high",
    "unit", "hedge", "value", "how", "start", "end", "origin",
))  # fmt: skip
MENTIONS = Table("mentions", (
    "mention", "document", "title", "start", "end", "quote", "role", "entity", "name", "kind",
    "origin", "author",
))  # fmt: skip
ENTITIES = Table("entities", (
    "entity", "name", "name_latin", "kind", "aliases", "external_ids", "note", "mentions",
    "documents",
))  # fmt: skip
CONFLICTS = Table("conflicts", (
    "conflict", "kind", "weight", "confidence", "group", "chains", "side", "claim", "document",
    "outlet", "quote", "value", "start", "end", "choice",
))  # fmt: skip
VERDICTS = Table("verdicts", (
    "verdict", "conflict", "kind", "choice", "chosen", "value", "reason", "confidence", "sides",
    "seen", "analyst", "given_at", "reopened", "linked",
))  # fmt: skip
DOCUMENTS = Table("documents", (
    "document", "title", "outlet", "author", "url", "published", "published_basis", "length",
    "sha256", "file_name", "bytes_sha256", "encoding", "encoding_basis", "imported_at",
    "copied_from",
))  # fmt: skip
TABLES = (CLAIMS, SLOTS, MENTIONS, ENTITIES, CONFLICTS, VERDICTS, DOCUMENTS)

# What flat tables cannot hold.
LOSSES: tuple[Loss, ...] = (
    losses.TEXTS,
    losses.RESIDUE,
    losses.COMPARISONS,
    losses.REASONS,
    losses.ACCEPTED_FROM,
    losses.REJECTIONS,
    losses.HISTORY,
)


@dataclass(slots=True)
class _Seen:
    """What later tables need of the documents."""

    mentions: Counter[EntityId] = field(default_factory=Counter)
    documents: Counter[EntityId] = field(default_factory=Counter)
    sides: dict[ClaimId, tuple[DocumentId, str, str]] = field(default_factory=dict)


def code_of(member: StrEnum) -> str:
    """Return the name of a kind for programs."""
    return member.value


def rows(
    corpus: Corpus, monitor: Monitor, say: Callable[[StrEnum], str] = code_of
) -> Iterator[tuple[Table, Row]]:
    """Yield every row with its table, document by document, then the rest. Raises Cancelled.

    `say` gives the words for kinds that stand among others in one cell.
    """
    named = {entity.id: entity for entity in corpus.entities}
    of_claims = ClaimRows(corpus, say)
    names = of_claims.names
    seen = _Seen()
    for done, annotated in enumerate(corpus.documents()):
        monitor.step(done, corpus.size)
        document = annotated.document
        yield DOCUMENTS, _document(document)
        for claim in annotated.claims:
            yield CLAIMS, of_claims.row(document, claim)
            for n, slot in enumerate(claim.slots):
                yield SLOTS, _slot(claim, n, slot, names)
            if claim.id in of_claims.conflicts:
                seen.sides[claim.id] = document.id, document.outlet, claim.quote
        for mention in annotated.mentions:
            yield MENTIONS, _mention(document, mention, named)
        _count(annotated, seen)
    for entity in corpus.entities:
        yield ENTITIES, _entity(entity, seen)
    yield from _conflicts(corpus, seen, names, say)
    for verdict in corpus.verdicts:
        yield VERDICTS, _verdict(verdict)


class ClaimRows:
    """Makes the rows of claims: what the rest of the corpus says of each is found at once."""

    def __init__(self, corpus: Corpus, say: Callable[[StrEnum], str] = code_of) -> None:
        self._say = say
        self.names = {entity.id: entity.name for entity in corpus.entities}
        self._groups = {claim: (g.key, g.chains) for g in corpus.groups for claim in g.claims}
        self.conflicts = Counter(claim for found in corpus.conflicts for claim in found.claims)

    def row(self, document: Document, claim: Claim) -> Row:
        """Return the row of a claim; several values of one slot stand in one cell."""
        names, say = self.names, self._say
        group, chains = self._groups.get(claim.id, ("", 1))
        told: dict[str, list[str]] = {name.value: [] for name in SlotName}
        days: list[When] = []
        amounts: list[HowMany] = []
        for slot in claim.slots:
            told[slot.name].append(_shown(slot.value, names, say))
            if isinstance(slot.value, When):
                days.append(slot.value)
            elif isinstance(slot.value, HowMany):
                amounts.append(slot.value)
        said = {name: JOIN.join(values) for name, values in told.items()}
        proposed = [slot.name for slot in claim.slots if slot.origin is Origin.PROPOSED]
        return (
            claim.id, document.id, document.title, document.outlet, document.published, claim.kind,
            claim.quote,
            " ".join(str(span.start) for span in claim.spans),
            " ".join(str(span.end) for span in claim.spans),
            said["speaker"], said["via"], said["who"], said["what"], said["when"],
            JOIN.join(str(value.first or "") for value in days),
            JOIN.join(str(value.last or "") for value in days),
            said["where"], said["how_many"],
            JOIN.join("" if v.low is None else f"{v.low:f}" for v in amounts),
            JOIN.join("" if v.high is None else f"{v.high:f}" for v in amounts),
            JOIN.join(v.unit for v in amounts),
            JOIN.join(say(v.hedge) for v in amounts),
            said["polarity"], said["certainty"],
            " ".join(dict.fromkeys(map(say, proposed))),
            group, chains, self.conflicts[claim.id], claim.note, claim.origin, claim.author,
            claim.made_at,
        )  # fmt: skip


def _shown(value: SlotValue, names: Mapping[EntityId, str], say: Callable[[StrEnum], str]) -> str:
    """Return a slot's value as text: an entity by its name, else the words of the article."""
    match value:
        case Party(text, entity):
            return names.get(entity, text) if entity else text
        case When() | HowMany() | Words():
            return value.text
        case other:
            return say(other)


def text(cell: Cell) -> str:
    """Return a cell as text for programs: ISO 8601 dates, plain numbers, names of kinds."""
    if type(cell) is str:
        return cell
    if cell is None:
        return ""
    if isinstance(cell, Decimal):
        return f"{cell:f}"
    if isinstance(cell, date):
        return cell.isoformat()
    return cell.value if isinstance(cell, StrEnum) else str(cell)


def _slot(claim: Claim, n: int, slot: Slot, names: Mapping[EntityId, str]) -> Row:
    span = slot.span
    return (
        claim.id, n, slot.name, *_told(slot.value, names), span.start if span else None,
        span.end if span else None, slot.origin,
    )  # fmt: skip


def _told(value: SlotValue, names: Mapping[EntityId, str]) -> Row:
    """Return the cells of a value, from 'text' to 'how'."""
    match value:
        case Party(words, entity):
            named = names.get(entity) if entity else None
            return (words, entity, named, *(None,) * 9)
        case When(words, first, last, precision, how):
            return (words, None, None, first, last, precision, *(None,) * 5, how)
        case HowMany(words, low, high, unit, hedge):
            return (words, *(None,) * 5, low, high, unit, hedge, None, None)
        case Words(words):
            return (words, *(None,) * 11)
        case other:
            return (*(None,) * 10, other, None)


def _mention(document: Document, mention: Mention, named: Mapping[EntityId, Entity]) -> Row:
    entity = named.get(mention.entity) if mention.entity else None
    return (
        mention.id, document.id, document.title, mention.span.start, mention.span.end,
        mention.quote, mention.role, mention.entity, entity.name if entity else None,
        entity.kind if entity else None, mention.origin, mention.author,
    )  # fmt: skip


def _entity(entity: Entity, seen: _Seen) -> Row:
    ids = " ".join(f"{one.scheme}:{one.value}" for one in entity.external_ids)
    return (
        entity.id, entity.name, entity.name_latin, entity.kind, JOIN.join(entity.aliases), ids,
        entity.note, seen.mentions[entity.id], seen.documents[entity.id],
    )  # fmt: skip


def _conflicts(
    corpus: Corpus,
    seen: _Seen,
    names: Mapping[EntityId, str],
    say: Callable[[StrEnum], str],
) -> Iterator[tuple[Table, Row]]:
    chains = {group.key: group.chains for group in corpus.groups}
    given = {v.key: None if v.reopened else v.choice for v in corpus.verdicts}
    for conflict in corpus.conflicts:
        head = (
            conflict.key, conflict.kind, Decimal(repr(conflict.weight)),
            Decimal(repr(conflict.confidence)), conflict.group, chains.get(conflict.group, 1),
        )  # fmt: skip
        for side, claim in enumerate(conflict.claims):
            document, outlet, quote = seen.sides.get(claim, ("", "", ""))
            value, span = _of_side(conflict, side)
            place = (span.start, span.end) if span else (None, None)
            told = _shown(value, names, say) if value is not None else None
            choice = given.get(conflict.key)
            yield (
                CONFLICTS,
                (*head, side + 1, claim, document, outlet, quote, told, *place, choice),
            )


def _of_side(conflict: Conflict, side: int) -> tuple[SlotValue | None, Span | None]:
    """Return what a side says of the slot that is in conflict, and where."""
    if not conflict.rows:
        return None, None
    return conflict.rows[0].values[side], conflict.rows[0].spans[side]


def _verdict(verdict: Verdict) -> Row:
    return (
        verdict.id, verdict.key, verdict.kind, verdict.choice, verdict.chosen, verdict.value,
        verdict.reason, verdict.confidence, " ".join(verdict.sides),
        json.dumps(verdict.seen, ensure_ascii=False), verdict.analyst, verdict.given_at,
        "true" if verdict.reopened else "false", json.dumps(verdict.linked),
    )  # fmt: skip


def _document(document: Document) -> Row:
    origin = document.provenance
    return (
        document.id, document.title, document.outlet, document.author, document.url,
        document.published, document.published_basis, len(document.text), document.sha256,
        origin.file_name, origin.bytes_sha256, origin.encoding, origin.encoding_basis,
        document.imported_at, document.copied_from,
    )  # fmt: skip


def _count(annotated: Annotated, seen: _Seen) -> None:
    linked = [mention.entity for mention in annotated.mentions if mention.entity]
    seen.mentions.update(linked)
    seen.documents.update(set(linked))
