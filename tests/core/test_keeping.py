"""A project kept reconciled: what is stored after a patch is what a whole run would store."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from tawatur_core import pipeline
from tawatur_core.edit import (
    claims as claim_edits,
    entities as entity_edits,
    proposals as proposal_edits,
)
from tawatur_core.errors import Cancelled
from tawatur_core.keeping import Keeper, Patch
from tawatur_core.model import ClaimId, ConflictKey, GroupKey, Label, SlotName
from tawatur_core.monitor import Silent, Stoppable
from tawatur_core.reconcile import Reconciliation
from tawatur_core.store import claims, derived, documents, entities
from tawatur_core.store.session import Session

Keys = dict[GroupKey, tuple[ClaimId, ...]] | dict[ConflictKey, tuple[ClaimId, ...]]


@pytest.fixture
def session(tmp_path: Path) -> Iterator[Session]:
    made = Session.create(tmp_path / "kept.tawatur", analyst="هدى")
    pipeline.prepare_sample(made)
    pipeline.suggest(made, Silent())
    proposal_edits.accept_all(made)
    yield made
    made.close()


def kept(session: Session, small: int = 0) -> Keeper:
    keeper = Keeper(small)
    session.subscribe(keeper.note)
    assert keeper.store(session, keeper.compute(session, Silent()))
    return keeper


def run(session: Session, keeper: Keeper) -> Reconciliation | Patch:
    found = keeper.compute(session, Silent())
    assert keeper.store(session, found)
    return found


def stored(session: Session) -> tuple[Keys, Keys]:
    groups = {g.key: g.claims for g in derived.event_groups(session)}
    return groups, {c.key: c.claims for c in derived.conflicts(session)}


def whole(session: Session) -> tuple[Keys, Keys]:
    found = pipeline.compute_reconciliation(session, Silent())
    return (
        {g.key: g.claims for g in found.groups},
        {c.key: c.claims for c in found.conflicts},
    )


def test_the_first_run_is_the_whole(session):
    keeper = Keeper()
    found = keeper.compute(session, Silent())
    assert isinstance(found, Reconciliation)
    assert found == pipeline.compute_reconciliation(session, Silent())
    assert found.conflicts


def test_a_small_project_is_always_compared_as_a_whole(session):
    keeper = kept(session, small=10_000)
    assert not keeper.quick
    assert isinstance(run(session, keeper), Reconciliation)


def test_a_claim_removed_and_put_back(session):
    keeper = kept(session)
    before = stored(session)
    # One beside which no day stands: others would change with it, and be too many for a small project.
    groups = derived.event_groups(session)
    group = min(groups, key=lambda each: claims.claim(session, each.claims[1]).quote)
    claim_edits.remove(session, group.claims[1])
    found = run(session, keeper)
    assert isinstance(found, Patch)
    assert stored(session) == whole(session)
    assert stored(session) != before
    session.undo()
    assert isinstance(run(session, keeper), Patch)
    assert stored(session) == before == whole(session)


def test_only_the_group_of_the_claim_is_told(session):
    keeper = kept(session)
    group = derived.event_groups(session)[0]
    told: list[frozenset[str]] = []
    session.subscribe(lambda changes: told.append(changes.tables.get("event_group", frozenset())))
    claim_edits.remove(session, group.claims[1])
    told.clear()
    run(session, keeper)
    assert told
    assert len(told[0]) <= 2


def test_a_changed_figure_gives_its_conflict_at_once(session):
    keeper = kept(session)
    conflict = next(
        c for c in derived.conflicts(session) if c.kind.value in {"speaker", "authority"}
    )
    claim = claims.claim(session, conflict.claims[0])
    for slot in claim.slots_named(SlotName.SPEAKER) + claim.slots_named(SlotName.VIA):
        claim_edits.remove_slot(session, slot.id)
    assert isinstance(run(session, keeper), Patch)
    assert conflict.key not in {c.key for c in derived.conflicts(session)}
    assert stored(session) == whole(session)


def test_a_renamed_entity_reaches_the_claims_that_name_it(session):
    keeper = kept(session)
    row = max(entities.entities(session), key=lambda row: row.documents)
    entity_edits.describe(session, row.entity.id, name="اسم آخر")
    assert keeper.names_changed
    dirty = entities.documents_naming(session, [row.entity.id])
    assert len(dirty) == row.documents
    assert isinstance(run(session, keeper), Patch)
    assert stored(session) == whole(session)


def test_a_stale_result_is_kept_for_the_next(session):
    keeper = kept(session)
    first, second = derived.event_groups(session)[:2]
    claim_edits.remove(session, first.claims[0])
    stale = keeper.compute(session, Silent())
    claim_edits.remove(session, second.claims[0])
    assert not keeper.store(session, stale)
    run(session, keeper)
    assert stored(session) == whole(session)


def test_a_stale_whole_is_stored_whole_later(session):
    keeper = Keeper(0)
    session.subscribe(keeper.note)
    stale = keeper.compute(session, Silent())
    with session.edit(Label("undo-claim-remove", {"quote": "…"})):
        claim_edits.remove(session, stale.groups[0].claims[0])
    assert not keeper.store(session, stale)
    assert isinstance(run(session, keeper), Reconciliation)
    assert stored(session) == whole(session)


def test_work_that_was_stopped_starts_again(session):
    keeper = kept(session)
    claim_edits.remove(session, derived.event_groups(session)[0].claims[0])
    watch = Stoppable()
    watch.stop()
    with pytest.raises(Cancelled):
        keeper.compute(session, watch)
    assert not keeper.quick
    assert isinstance(run(session, keeper), Reconciliation)
    assert stored(session) == whole(session)
    keeper.forget()
    assert isinstance(run(session, keeper), Reconciliation)


def test_a_new_article_does_not_redo_the_corpus(session):
    ids = documents.document_ids(session)
    last = claims.claims_of(session, ids[-1])
    with session.edit(Label("undo-claim-remove", {"quote": "…"})):
        for claim in last:
            claim_edits.remove(session, claim.id)
    keeper = kept(session)
    session.undo()
    found = run(session, keeper)
    assert isinstance(found, Patch)
    mine, theirs = stored(session), whole(session)
    # How rare a word is was counted before; in five articles one of them matters.
    assert len(set(mine[0]) & set(theirs[0])) >= 0.7 * len(set(theirs[0]))
