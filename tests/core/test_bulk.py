"""Values made in bulk are the vocabulary's own: equal, frozen, checked."""

from __future__ import annotations

from dataclasses import FrozenInstanceError
from typing import Any

import pytest

from tawatur_core.bulk import close, opened
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
