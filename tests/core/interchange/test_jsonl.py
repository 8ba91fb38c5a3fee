from __future__ import annotations

from pathlib import Path

import pytest

from tawatur_core import exchange
from tawatur_core.exchange import Scope
from tawatur_core.store.session import Session

from .content import mentioned, parties
from .trip import assert_round_trip


@pytest.mark.parametrize("name", ["seeds", "hard"])
def test_round_trip(request: pytest.FixtureRequest, name: str, tmp_path: Path):
    session: Session = request.getfixturevalue(name)
    corpus = exchange.corpus_of(session, Scope())
    assert parties(corpus)
    assert mentioned(corpus)
    assert_round_trip(session, "jsonl", tmp_path)
