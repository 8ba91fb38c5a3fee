"""The overview of a real project."""

from __future__ import annotations

from pathlib import Path

import pytest

from tawatur_core import pipeline
from tawatur_core.edit import documents as document_edits, proposals
from tawatur_core.errors import Cancelled
from tawatur_core.importers import sample
from tawatur_core.monitor import Silent, Stoppable
from tawatur_core.overview import Outcome, gather
from tawatur_core.store import claims, derived
from tawatur_core.store.session import Session


@pytest.fixture(scope="module")
def session(tmp_path_factory: pytest.TempPathFactory):
    path: Path = tmp_path_factory.mktemp("overview") / "sample.tawatur"
    made = Session.create(path, analyst="ه.س", title="sample")
    document_edits.add(made, sample.drafts())
    pipeline.suggest(made, Silent())
    proposals.accept_all(made)
    pipeline.reconcile(made, Silent())
    yield made
    made.close()


def test_every_conflict_between_tellers_is_in_the_matrix(session: Session):
    seen = gather(session, Silent())
    met = [m for cell in seen.matrix.cells.values() for m in cell.meetings]
    found = {m.conflict for m in met if m.outcome is Outcome.CONFLICT}
    assert found
    assert found <= {conflict.key for conflict in derived.conflicts(session)}
    assert sum(seen.matrix.claims) == len(claims.claims(session))
    assert all(claim in seen.claims for m in met for claim in (m.a, m.b))


def test_every_claim_is_dated_or_counted_as_undated(session: Session):
    seen = gather(session, Silent())
    dated = {bar.claim for bar in seen.timeline.bars}
    assert dated
    assert len(dated) + seen.timeline.undated == len(claims.claims(session))


def test_maps_join_names_with_places_in_the_texts(session: Session):
    seen = gather(session, Silent())
    for network in (seen.together, seen.quoting):
        assert network.edges
        assert all(spot.document in seen.titles for e in network.edges for spot in e.spots)


def test_it_can_be_cancelled(session: Session):
    monitor = Stoppable()
    monitor.stop()
    with pytest.raises(Cancelled):
        gather(session, monitor)
