"""Small values to compute pictures from."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import UTC, date, datetime

from tawatur_core.model import (
    Choice,
    ClaimId,
    Confidence,
    Conflict,
    ConflictKey,
    ConflictKind,
    DocumentId,
    EntityId,
    EntityKind,
    EventGroup,
    GroupKey,
    Origin,
    Party,
    Precision,
    Relation,
    Slot,
    SlotId,
    SlotName,
    SlotValue,
    Verdict,
    VerdictId,
    When,
)
from tawatur_core.overview.tellers import Article
from tawatur_core.reconcile.views import Account, Named


def article(name: str, outlet: str = "", day: int = 1) -> Article:
    return Article(DocumentId(name), f"title {name}", outlet, date(2025, 7, day))


def account(claim: str, document: str, *slots: Slot) -> Account:
    return Account(ClaimId(claim), DocumentId(document), f"quote {claim}", slots=slots)


def slot(name: SlotName, value: SlotValue, origin: Origin = Origin.ANALYST) -> Slot:
    return Slot(SlotId(f"{name} {value}"), name, value, None, origin)


def when(first: date | None, last: date | None) -> When:
    return When("words", first, last, Precision.DAY)


def party(text: str, entity: str = "") -> Party:
    return Party(text, EntityId(entity) if entity else None)


def named(*names: str) -> dict[EntityId, Named]:
    return {EntityId(n): Named(EntityId(n), n.upper(), EntityKind.PERSON) for n in names}


def group(key: str, *claims: str) -> EventGroup:
    return EventGroup(GroupKey(key), tuple(ClaimId(c) for c in claims), 2)


def conflict(key: str, kind: ConflictKind, *claims: str) -> Conflict:
    sides = tuple(ClaimId(c) for c in claims)
    return Conflict(ConflictKey(key), kind, GroupKey("g"), sides, (), 1, 1)


def verdict(key: str, choice: Choice, *, reopened: bool = False) -> Verdict:
    return Verdict(
        VerdictId(key), ConflictKey(key), ConflictKind.WHEN, choice, "", "", "", Confidence.HIGH,
        (), (), "", datetime(2026, 1, 1, tzinfo=UTC), reopened,
    )  # fmt: skip


def told(**relations: Relation) -> Mapping[ConflictKind, Relation]:
    return {ConflictKind(name): relation for name, relation in relations.items()}
