"""Values made in bulk are the vocabulary's own: equal, frozen, checked."""

from __future__ import annotations

import gc
from contextlib import suppress
from dataclasses import FrozenInstanceError
from decimal import Decimal
from typing import Any

import pytest

from tawatur_core.bulk import close, opened, remembered, uncollected
from tawatur_core.model import ExternalId, Span


def _made(kind: type[Any], *values: object) -> Any:
    one = opened(kind)(*values)
    close(kind, [one])
    return one


def test_as_if_made_plainly():
    made = _made(ExternalId, "wikidata", "Q1")
    assert made == ExternalId("wikidata", "Q1")
    assert hash(made) == hash(ExternalId("wikidata", "Q1"))
    with pytest.raises(FrozenInstanceError):
        made.value = "Q2"
    assert type(made) is ExternalId


def test_checked():
    assert _made(Span, 2, 5) < Span(3, 4)
    with pytest.raises(ValueError, match="not a span"):
        _made(Span, 5, 2)


def test_what_is_remembered_goes_by_the_value_itself():
    asked: list[Decimal] = []

    def work(value: Decimal) -> str:
        asked.append(value)
        return str(value)

    told = remembered(work, most=2)
    whole, exact = Decimal(10), Decimal("10.0")
    assert [told(one) for one in (whole, exact, whole)] == ["10", "10.0", "10"]
    assert asked == [whole, exact]
    assert told(Decimal(7)) == "7"  # one too many: all is forgotten
    assert told(exact) == "10.0"


def test_the_collector_is_off_only_meanwhile():
    states = [gc.isenabled()]
    with uncollected():
        with uncollected():
            pass
        states.append(gc.isenabled())
    states.append(gc.isenabled())
    with suppress(KeyError), uncollected():
        raise KeyError
    states.append(gc.isenabled())
    assert states == [True, False, True, True]
