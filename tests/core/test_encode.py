"""What is stored as JSON comes back exactly."""

from __future__ import annotations

import json
from datetime import date
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given, strategies as st

from tawatur_core import encode
from tawatur_core.model import (
    Certainty,
    Evidence,
    Hedge,
    HowMany,
    Origin,
    Party,
    Polarity,
    Precision,
    SlotDraft,
    SlotName,
    SlotValue,
    Span,
    When,
    Words,
)

TEXT = st.text(st.characters(codec="utf-8"), max_size=20)
NUMBERS = st.none() | st.decimals(allow_nan=False, allow_infinity=False)
DAYS = st.none() | st.dates()
VALUES: st.SearchStrategy[SlotValue] = st.one_of(
    st.builds(Party, TEXT, st.none() | st.uuids().map(str)),
    st.builds(When, TEXT, DAYS, DAYS, st.sampled_from(Precision), TEXT),
    st.builds(HowMany, TEXT, NUMBERS, NUMBERS, TEXT, st.sampled_from(Hedge)),
    st.builds(Words, TEXT),
    st.sampled_from(Polarity),
    st.sampled_from(Certainty),
)
SPANS = st.none() | st.integers(0, 10**6).flatmap(
    lambda start: st.integers(start, 10**6 + 1).map(lambda end: Span(start, end))
)


def _through_json(value: object) -> Any:
    return json.loads(encode.dumps(value))


@given(VALUES)
def test_slot_values(value: SlotValue) -> None:
    back = encode.read_slot_value(_through_json(encode.slot_value(value)))
    assert type(back) is type(value)
    assert back == value
    assert repr(back) == repr(value), "1 is not 1.0, and a number keeps its digits"


@given(st.sampled_from(SlotName), VALUES, SPANS, st.sampled_from(Origin))
def test_drafts(name: SlotName, value: SlotValue, span: Span | None, origin: Origin) -> None:
    draft = SlotDraft(name, value, span, origin)
    assert encode.read_draft(_through_json(encode.draft(draft))) == draft


@given(st.lists(st.builds(Evidence, TEXT, st.floats(-5, 5), st.dictionaries(TEXT, TEXT))))
def test_evidence(reasons: list[Evidence]) -> None:
    assert encode.read_evidence(_through_json(encode.evidence(reasons))) == tuple(reasons)


def test_nothing_stays_nothing() -> None:
    assert encode.optional_value(None) is None
    assert encode.read_optional_value(None) is None


def test_an_unknown_type_is_refused() -> None:
    with pytest.raises(ValueError, match="colour"):
        encode.read_slot_value({"type": "colour"})


@pytest.mark.parametrize(
    ("value", "words"),
    [
        (None, ""),
        (Party("لافروف"), "لافروف"),
        (Words("القتال"), "القتال"),
        (When("السبت", date(2025, 7, 12), None, Precision.DAY), "السبت"),
        (HowMany("10 آلاف", Decimal(10000), None), "10 آلاف"),
        (Polarity.DENIED, "denied"),
        (Certainty.POSSIBLE, "possible"),
    ],
)
def test_the_words_of_a_value(value: SlotValue | None, words: str) -> None:
    assert encode.value_text(value) == words
