"""A small corpus with everything that makes offsets go wrong."""

from __future__ import annotations

import hashlib
from datetime import UTC, date, datetime
from decimal import Decimal

import pytest

from tawatur_core.model import (
    Choice,
    Claim,
    ClaimId,
    ClaimKind,
    Confidence,
    Conflict,
    ConflictKey,
    ConflictKind,
    Document,
    DocumentId,
    Entity,
    EntityId,
    EntityKind,
    EventGroup,
    Evidence,
    ExternalId,
    GroupKey,
    Hedge,
    HowMany,
    Mention,
    MentionId,
    MentionRole,
    Origin,
    Party,
    Provenance,
    Relation,
    Slot,
    SlotComparison,
    SlotId,
    SlotName,
    Span,
    Verdict,
    VerdictId,
)
from tawatur_core.plugins import Annotated, Corpus

NOW = datetime(2026, 1, 2, 3, 4, 5, tzinfo=UTC)
TEXT_A = "\n😀 قال الوَزيرُ: أكثر من 10 آلاف\u00a0جندي \u202eابج\u202c وصلوا.\u2028تمّ.\n"
TEXT_B = "=عاجل: قالت الوكالة إن 12 ألف جندي <script>alert(1)</script> وصلوا."


def _span(text: str, part: str) -> Span:
    at = text.index(part)
    return Span(at, at + len(part))


def _document(name: str, text: str) -> Document:
    return Document(
        DocumentId(name), text, hashlib.sha256(text.encode()).hexdigest(), f"عنوان {name}",
        Provenance(f"{name}.txt", "0" * 64, "utf-8", "encoding-basis-valid"), "", "", "",
        date(2025, 7, 12), "", (_span(text, text[:2]),), NOW,
    )  # fmt: skip


def _claim(name: str, document: Document, parts: tuple[str, ...], low: str) -> Claim:
    spans = tuple(_span(document.text, part) for part in parts)
    value = HowMany(f"{low} جندي", Decimal(low), None, "جندي", Hedge.AT_LEAST)
    slots = (
        Slot(SlotId(f"{name}1"), SlotName.SPEAKER, Party("الوزير", EntityId("e")), None,
             Origin.ANALYST),
        Slot(SlotId(f"{name}2"), SlotName.HOW_MANY, value, spans[-1], Origin.PROPOSED),
    )  # fmt: skip
    quote = " … ".join(span.of(document.text) for span in spans)
    return Claim(
        ClaimId(name), document.id, spans, quote, ClaimKind.INDIRECT_QUOTE, slots, "=ملاحظة",
        Origin.ACCEPTED, "ه.س", NOW,
    )  # fmt: skip


@pytest.fixture
def corpus() -> Corpus:
    first, second = _document("a", TEXT_A), _document("b", TEXT_B)
    one = _claim("c1", first, ("قال الوَزيرُ", "10 آلاف\u00a0جندي"), "10000")
    two = _claim("c2", second, (TEXT_B,), "12000")
    mention = Mention(
        MentionId("m"), first.id, _span(TEXT_A, "الوَزيرُ"), "الوَزيرُ", MentionRole.DESCRIPTION,
        EntityId("e"), Origin.ANALYST, "ه.س",
    )  # fmt: skip
    entity = Entity(
        EntityId("e"), "سيرغي لافروف", "Sergey Lavrov", EntityKind.PERSON, ("لافروف",),
        (ExternalId("wikidata", "Q58217"),), "",
    )  # fmt: skip
    values = (one.slots[1].value, two.slots[1].value)
    row = SlotComparison(
        ConflictKind.HOW_MANY, Relation.DIFFERENT, values, (one.spans[1], None),
        (Evidence("report-no-claims"),),
    )  # fmt: skip
    conflict = Conflict(
        ConflictKey("k"), ConflictKind.HOW_MANY, GroupKey("g"), (one.id, two.id), (row,), 1, 0.5
    )
    verdict = Verdict(
        VerdictId("v"), conflict.key, ConflictKind.HOW_MANY, Choice.ONE_SIDE, one.id, "",
        "مصدر أقرب", Confidence.HIGH, (one.id, two.id), ("10", "12"), "ه.س", NOW, reopened=False,
    )  # fmt: skip
    listed = (Annotated(first, (one,), (mention,)), Annotated(second, (two,), ()))
    return Corpus(
        title="مشروع <b>",
        documents=lambda: iter(listed),
        size=2,
        entities=(entity,),
        groups=(EventGroup(GroupKey("g"), (one.id, two.id), 2),),
        conflicts=(conflict,),
        verdicts=(verdict,),
    )
