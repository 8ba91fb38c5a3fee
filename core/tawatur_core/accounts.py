"""From what the store holds to what the reconciler sees."""

from __future__ import annotations

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from itertools import combinations

from tawatur_core.arabic import sentences
from tawatur_core.arabic.dates import find_dates
from tawatur_core.arabic.numbers import find_quantities
from tawatur_core.model import (
    Choice,
    Claim,
    ClaimId,
    ConflictKind,
    Document,
    DocumentId,
    EntityId,
    HowMany,
    Mention,
    Origin,
    Party,
    Slot,
    SlotId,
    SlotName,
    SlotValue,
    Span,
    Verdict,
    When,
)
from tawatur_core.monitor import Monitor
from tawatur_core.reconcile.entities import proposal_key
from tawatur_core.reconcile.order import with_dates
from tawatur_core.reconcile.parties import Linked, head_of, title_words
from tawatur_core.reconcile.views import Account, Apart, EntityView, Named, Settled
from tawatur_core.store import claims, documents, entities, mentions, verdicts
from tawatur_core.store.entities import EntityRow
from tawatur_core.store.session import Reader

# How much text around a claim may tell where a place lies.
_CONTEXT = 200
_MOST_SPELLINGS = 12


@dataclass(slots=True)
class _Seen:
    """What the mentions of an entity tell about it."""

    titles: set[str] = field(default_factory=set)
    company: set[EntityId] = field(default_factory=set)
    documents: set[DocumentId] = field(default_factory=set)
    sentences: set[tuple[DocumentId, int]] = field(default_factory=set)


@dataclass(frozen=True, slots=True)
class Views:
    """A project as the reconciler sees it."""

    accounts: tuple[Account, ...]
    entities: tuple[EntityView, ...]
    settled: Settled


def views(reader: Reader, monitor: Monitor) -> Views:
    """Read a whole project. Raises Cancelled."""
    rows = {row.entity.id: row for row in entities.entities(reader)}
    named = {id_: _named(row) for id_, row in rows.items()}
    seen: dict[EntityId, _Seen] = defaultdict(_Seen)
    accounts: list[Account] = []
    originals = documents.originals(reader)
    ids = documents.document_ids(reader)
    for done, id_ in enumerate(ids):
        monitor.step(done, len(ids))
        document = documents.document(reader, id_)
        found = [m for m in mentions.mentions_of(reader, id_) if m.entity in named]
        _observe(document, found, seen)
        accounts += with_dates(
            [
                account(document, claim, found, named, originals.get(id_))
                for claim in claims.claims_of(reader, id_)
            ]
        )
    return Views(
        tuple(accounts),
        tuple(_view(row, seen[id_]) for id_, row in rows.items()),
        settled(verdicts.verdicts(reader).values(), set(rows)),
    )


def entity_views(
    reader: Reader, ids: Iterable[EntityId], monitor: Monitor
) -> dict[EntityId, EntityView]:
    """Return some entities as `views` would, reading only the articles that name them.

    One that is gone is left out. Raises Cancelled.
    """
    wanted = set(ids)
    living = entities.entity_ids(reader)
    seen: dict[EntityId, _Seen] = defaultdict(_Seen)
    naming = sorted(entities.documents_naming(reader, wanted))
    for done, id_ in enumerate(naming):
        monitor.step(done, len(naming))
        found = [m for m in mentions.mentions_of(reader, id_) if m.entity in living]
        _observe(documents.document(reader, id_), found, seen)
    return {row.entity.id: _view(row, seen[row.entity.id]) for row in entities.some(reader, wanted)}


def accounts_of(reader: Reader, id_: DocumentId) -> list[Account]:
    """Return the claims of one document as `views` would; none when it is gone."""
    found = claims.claims_of(reader, id_)
    if not found:
        return []
    marked = mentions.mentions_of(reader, id_)
    ids = {m.entity for m in marked if m.entity}
    ids |= {
        slot.value.entity
        for claim in found
        for slot in claim.slots
        if isinstance(slot.value, Party) and slot.value.entity
    }
    named = {row.entity.id: _named(row) for row in entities.some(reader, ids)}
    linked = [m for m in marked if m.entity in named]
    document = documents.document(reader, id_)
    original = documents.originals(reader).get(id_)
    return with_dates([account(document, claim, linked, named, original) for claim in found])


def _named(row: EntityRow) -> Named:
    spellings = dict.fromkeys((*row.entity.aliases, *(text for text, _ in row.spellings)))
    return Named(
        row.entity.id, row.entity.name, row.entity.kind, tuple(spellings)[:_MOST_SPELLINGS]
    )


def _view(row: EntityRow, seen: _Seen) -> EntityView:
    named = _named(row)
    return EntityView(
        id=named.id,
        name=named.name,
        kind=named.kind,
        spellings=named.spellings,
        titles=frozenset(seen.titles),
        company=frozenset(seen.company),
        documents=frozenset(seen.documents),
        sentences=frozenset(seen.sentences),
        external_ids=row.entity.external_ids,
        mentions=row.mentions,
    )


def _observe(document: Document, found: Sequence[Mention], seen: Mapping[EntityId, _Seen]) -> None:
    starts = [span.start for span in sentences(document.text)]
    together: defaultdict[int, set[EntityId]] = defaultdict(set)
    for mention in found:
        if mention.entity is None:
            continue
        sentence = bisect_right(starts, mention.span.start) - 1
        together[sentence].add(mention.entity)
        about = seen[mention.entity]
        about.documents.add(document.id)
        about.sentences.add((document.id, sentence))
        about.titles |= title_words(document.text[: mention.span.start][-60:])
    for group in together.values():
        for one in group:
            seen[one].company |= group - {one}


# --- claims -------------------------------------------------------------------------------


def account(
    document: Document,
    claim: Claim,
    found: Sequence[Mention],
    named: Mapping[EntityId, Named],
    original: DocumentId | None = None,
) -> Account:
    """Return a claim as the reconciler sees it; `found` are the linked mentions of its document.

    `original` is the first document of the line its document was copied along.
    """
    inside = [m for m in found if any(span.overlaps(m.span) for span in claim.spans)]
    read = claim.slots or tuple(_read(document, claim))
    slots = tuple(_linked(slot, found, named) for slot in read)
    ids = {m.entity for m in inside if m.entity}
    ids |= {s.value.entity for s in slots if isinstance(s.value, Party) and s.value.entity}
    start, end = claim.spans[0].start, claim.spans[-1].end
    return Account(
        id=claim.id,
        document=document.id,
        quote=claim.quote,
        kind=claim.kind,
        slots=slots,
        entities=tuple(named[i] for i in sorted(i for i in ids if i in named)),
        outlet=document.outlet,
        published=document.published,
        context=document.text[max(0, start - _CONTEXT) : end + _CONTEXT],
        start=start,
        original=original,
    )


def _linked(slot: Slot, found: Sequence[Mention], named: Mapping[EntityId, Named]) -> Slot:
    """Tie a party to the entity that is mentioned in its words, when that is what it names."""
    value = slot.value
    if not isinstance(value, Party) or value.entity is not None or slot.span is None:
        return slot
    linked = [
        Linked(m.span, m.entity, named[m.entity].kind)
        for m in found
        if m.entity and slot.span.overlaps(m.span)
    ]
    entity = head_of(slot.span, value.text, linked)
    return replace(slot, value=replace(value, entity=entity)) if entity else slot


def _read(document: Document, claim: Claim) -> Iterator[Slot]:
    """Read dates and quantities of a claim for which nobody has filled in any slot."""
    for span in claim.spans:
        text = span.of(document.text)
        for day in find_dates(text, document.published):
            when = When(day.span.of(text), day.first, day.last, day.precision, day.how)
            yield _unset(claim, SlotName.WHEN, when, day.span.shifted(span.start))
        for amount in find_quantities(text):
            if amount.kind != "ordinal":
                said = amount.span.of(text)
                value = HowMany(said, amount.low, amount.high, amount.unit, amount.hedge)
                yield _unset(claim, SlotName.HOW_MANY, value, amount.span.shifted(span.start))


def _unset(claim: Claim, name: SlotName, value: SlotValue, span: Span) -> Slot:
    return Slot(SlotId(f"read {claim.id} {span.start}"), name, value, span, Origin.PROPOSED)


# --- verdicts -----------------------------------------------------------------------------


def settled(given: Iterable[Verdict], living: set[EntityId]) -> Settled:
    """Return what the current verdicts settle. Reopened and deferred ones settle nothing."""
    standing = [v for v in given if not v.reopened and v.choice is not Choice.DEFERRED]
    now = _merged_into(standing, living)
    names = [v for v in standing if v.kind is ConflictKind.NAME]
    different = frozenset(
        frozenset(now.get(EntityId(side), EntityId(side)) for side in v.sides)
        for v in names
        if v.choice is Choice.DIFFERENT_ENTITIES
    )
    asked = {v.key for v in names} | {proposal_key(*sorted(p)) for p in different if len(p) == 2}
    events = [v for v in standing if v.choice is Choice.DIFFERENT_EVENTS]
    return Settled(
        apart=tuple(_apart(v) for v in sorted(events, key=lambda v: v.key)),
        entity_keys=frozenset(asked),
        different=different,
    )


def _merged_into(standing: Sequence[Verdict], living: set[EntityId]) -> dict[EntityId, EntityId]:
    """Return for each entity that was merged away the one that took it over."""
    step: dict[EntityId, EntityId] = {}
    for verdict in sorted(standing, key=lambda v: v.given_at):
        if verdict.choice is Choice.SAME_ENTITY and len(verdict.sides) == 2:
            a, b = (EntityId(side) for side in verdict.sides)
            gone, kept = (b, a) if b not in living else (a, b)
            if gone not in living:
                step[gone] = kept
    into = {}
    for gone in step:
        end, hops = gone, 0
        while end in step and hops <= len(step):
            end, hops = step[end], hops + 1
        into[gone] = end
    return into


def _apart(verdict: Verdict) -> Apart:
    """Return which pairs a verdict keeps apart: those with differing values, or else all."""
    sides = [ClaimId(side) for side in verdict.sides]
    told = dict(zip(sides, verdict.seen, strict=False))
    every = [frozenset(pair) for pair in combinations(sides, 2)]
    differing = [p for p in every if len({told.get(c, "") for c in p}) > 1]
    return Apart(verdict.key, verdict.kind, tuple(sides), tuple(differing or every))
