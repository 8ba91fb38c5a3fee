"""Conflicts from the project equal those that were found, and read their rows only when asked."""

from __future__ import annotations

from dataclasses import replace

import pytest

from tawatur_core import encode
from tawatur_core.model import (
    ClaimId,
    Conflict,
    ConflictKey,
    ConflictKind,
    Evidence,
    GroupKey,
    Party,
    Relation,
    SlotComparison,
    Span,
)
from tawatur_core.store import derived
from tawatur_core.store.session import Session

FOUND = Conflict(
    ConflictKey("c1"),
    ConflictKind.SPEAKER,
    GroupKey("g1"),
    (),
    (
        SlotComparison(
            ConflictKind.SPEAKER,
            Relation.DIFFERENT,
            (Party("تشوي"), None),
            (Span(1, 5), None),
            (Evidence("evidence-time-near", 0.1, {"days": "2"}),),
        ),
    ),
    0.85,
    0.5,
    (Evidence("evidence-time-unknown"),),
)


@pytest.fixture
def stored(tmp_path):
    session = Session.create(tmp_path / "p.tawatur", analyst="هدى")
    derived.put_reconciliation(session, [], [FOUND], [])
    (found,) = derived.conflicts(session)
    session.close()
    return found


def test_it_is_what_was_found(stored):
    assert stored == FOUND
    assert stored == FOUND
    assert stored != replace(FOUND, weight=0.1)
    assert stored != "c1"
    assert stored.rows == FOUND.rows
    assert stored.evidence == FOUND.evidence
    assert replace(stored, weight=0.1) == replace(FOUND, weight=0.1)


def test_rows_are_read_when_they_are_looked_at(stored, monkeypatch):
    read: list[object] = []
    real = encode.read_evidence

    def note(data):
        read.append(data)
        return real(data)

    monkeypatch.setattr(encode, "read_evidence", note)
    assert stored.key == "c1"
    assert stored.claims == tuple[ClaimId, ...](())
    assert read == []
    assert len(stored.rows) == 1
    assert read
    with pytest.raises(AttributeError):
        stored.nothing  # noqa: B018 - the look-up is the test
