"""Records as JSON and back."""

from __future__ import annotations

import json
from datetime import UTC, date, datetime
from decimal import Decimal

import pytest

from tawatur_core.model import (
    Certainty,
    Choice,
    Claim,
    ClaimId,
    ClaimKind,
    Confidence,
    ConflictKey,
    ConflictKind,
    DocumentId,
    EntityId,
    Evidence,
    Hedge,
    HowMany,
    Origin,
    Party,
    Polarity,
    Precision,
    Slot,
    SlotDraft,
    SlotId,
    SlotName,
    SlotValue,
    Span,
    Verdict,
    VerdictId,
    When,
    Words,
)
from tawatur_core.records import from_json, to_json

VALUES: list[SlotValue] = [
    Party("لافروف", EntityId("e")),
    Party("لافروف"),
    When("السبت", date(2025, 7, 12), date(2025, 7, 12), Precision.DAY, "how"),
    When("يوم ما", None, None, Precision.DAY),
    HowMany("أكثر من 10 آلاف", Decimal("10000.50"), None, "جندي", Hedge.AT_LEAST),
    Words("😀 نص"),
    Polarity.DENIED,
    Certainty.POSSIBLE,
]


def test_a_claim_and_a_verdict_come_back_exactly():
    slots = tuple(
        Slot(SlotId(str(n)), SlotName.WHAT, value, Span(n, n + 1), Origin.PROPOSED)
        for n, value in enumerate(VALUES)
    )
    now = datetime(2026, 1, 2, 3, 4, 5, 678, tzinfo=UTC)
    claim = Claim(
        ClaimId("c"), DocumentId("d"), (Span(0, 3), Span(7, 9)), "أ … ب", ClaimKind.DIRECT_QUOTE,
        slots, "ملاحظة", Origin.ACCEPTED, "ه.س", now,
    )  # fmt: skip
    assert from_json(Claim, json.loads(json.dumps(to_json(claim)))) == claim
    verdict = Verdict(
        VerdictId("v"), ConflictKey("k"), ConflictKind.WHEN, Choice.EDITED, "", "12", "سبب",
        Confidence.LOW, ("a", "b"), ("x", "y"), "ه.س", now, reopened=True,
    )  # fmt: skip
    assert from_json(Verdict, json.loads(json.dumps(to_json(verdict)))) == verdict


def test_evidence_keeps_its_arguments():
    evidence = Evidence("evidence-x", 1, {"a": "b"})
    assert from_json(Evidence, to_json(evidence)) == evidence


@pytest.mark.parametrize("data", [{"type": "party"}, {"type": "nothing"}, {}, {"type": "when"}])
def test_what_is_no_value_is_refused(data):
    with pytest.raises((ValueError, TypeError, KeyError)):
        from_json(SlotDraft, {"name": "what", "value": data, "span": None, "origin": "analyst"})


def test_foreign_types_are_refused():
    with pytest.raises(TypeError):
        to_json(object())
    with pytest.raises(TypeError):
        from_json(Party, {"text": 3})
