"""Verdicts: history kept, reopened, and the entities they join."""

from __future__ import annotations

from dataclasses import replace

import pytest

from tawatur_core.edit import claims, documents, entities, mentions, verdicts
from tawatur_core.errors import NoSuchRow
from tawatur_core.exchange import Scope, corpus_of
from tawatur_core.model import (
    Changes,
    Choice,
    Confidence,
    Conflict,
    ConflictKey,
    ConflictKind,
    EntityId,
    Party,
    Relation,
    SlotComparison,
    Span,
    Words,
)
from tawatur_core.reconcile.alike import Alike
from tawatur_core.standing import stands
from tawatur_core.store.conflict_filter import Wanted, matching
from tawatur_core.store.derived import (
    conflicts,
    entity_proposals,
    event_groups,
    keys_of_kind,
    put_reconciliation,
)
from tawatur_core.store.documents import library
from tawatur_core.store.entities import entity
from tawatur_core.store.mentions import mention
from tawatur_core.store.verdicts import (
    lapsed,
    remembered_reasons,
    stale,
    unlike,
    verdict_history,
    verdicts as current,
)
from tests.core.store.project import Project


def _open(project: Project) -> list[int]:
    return [row.conflicts for row in library(project.session)]


def test_a_verdict_remembers_what_was_seen(project: Project) -> None:
    verdicts.decide(
        project.session,
        project.conflict,
        Choice.ONE_SIDE,
        chosen=project.claim,
        reason="وثيقة",
        confidence=Confidence.HIGH,
    )
    found = current(project.session)[project.conflict.key]
    assert found.choice is Choice.ONE_SIDE
    assert found.kind is ConflictKind.HOW_MANY
    assert (found.chosen, found.reason, found.analyst) == (project.claim, "وثيقة", "منى")
    assert found.confidence is Confidence.HIGH
    assert found.sides == (project.claim, project.quote)
    assert found.seen == ("10 آلاف", "")
    assert not found.reopened


def test_earlier_verdicts_are_history(project: Project) -> None:
    for choice in (Choice.DEFERRED, Choice.NOT_A_CONFLICT):
        verdicts.decide(project.session, project.conflict, choice)
    found = verdict_history(project.session, project.conflict.key)
    assert [one.choice for one in found] == [
        Choice.BOTH_STAND,
        Choice.DEFERRED,
        Choice.NOT_A_CONFLICT,
    ]
    assert current(project.session) == {project.conflict.key: found[-1]}
    project.session.undo()
    assert current(project.session) == {project.conflict.key: found[-2]}


def test_reopening_flags_the_current_verdict(project: Project) -> None:
    assert _open(project) == [0, 0]
    verdicts.reopen(project.session, project.conflict.key)
    assert current(project.session)[project.conflict.key].reopened
    assert _open(project) == [1, 1]
    verdicts.decide(project.session, project.conflict, Choice.DEFERRED)
    assert _open(project) == [1, 1], "later is not decided"
    verdicts.decide(project.session, project.conflict, Choice.BOTH_STAND)
    assert not current(project.session)[project.conflict.key].reopened
    assert _open(project) == [0, 0]
    with pytest.raises(NoSuchRow):
        verdicts.reopen(project.session, ConflictKey("nothing"))


def test_a_verdict_given_on_other_values_leaves_its_conflict_open(project: Project) -> None:
    session, before = project.session, project.conflict
    row = before.rows[0]
    other = replace(row, values=(Words("غير ما كان"), *row.values[1:]))
    now = replace(before, rows=(other, *before.rows[1:]))
    (group,) = event_groups(session)
    assert _open(project) == [0, 0]
    put_reconciliation(session, [group], [now], [project.pair])
    assert stale(session) == unlike(session) == {before.key}
    assert not stands(current(session)[before.key], now)
    assert _open(project) == [1, 1]
    put_reconciliation(session, [group], [before], [project.pair])
    assert stale(session) == unlike(session) == set()
    assert _open(project) == [0, 0], "the change was taken back"


def test_a_verdict_put_off_on_other_values_is_told_of_too(project: Project) -> None:
    session, before = project.session, project.conflict
    verdicts.decide(session, before, Choice.DEFERRED)
    row = before.rows[0]
    other = replace(row, values=(Words("غير ما كان"), *row.values[1:]))
    put_reconciliation(session, [], [replace(before, rows=(other, *before.rows[1:]))], [])
    assert stale(session) == set()
    assert unlike(session) == {before.key}


def test_conflicts_are_asked_for_by_kind(project: Project) -> None:
    session, one = project.session, project.conflict
    assert conflicts(session, kind=one.kind) == [one]
    assert keys_of_kind(session, one.kind) == {one.key}
    other = next(kind for kind in ConflictKind if kind is not one.kind)
    assert conflicts(session, kind=other) == []
    assert keys_of_kind(session, other) == set()


def _spoken(project: Project, entity: EntityId) -> Conflict:
    """Return a conflict over who said it; the first side is linked to an entity."""
    row = SlotComparison(
        ConflictKind.SPEAKER,
        Relation.DIFFERENT,
        (Party("الوزير", entity), Party("كيم", project.kim)),
        (None, None),
    )
    return replace(
        project.conflict, key=ConflictKey("c-said"), kind=ConflictKind.SPEAKER, rows=(row,)
    )


def test_a_verdict_is_open_again_when_its_words_are_linked_to_another(project: Project) -> None:
    session = project.session
    (group,) = event_groups(session)
    before = _spoken(project, project.lavrof)
    put_reconciliation(session, [group], [before], [])
    verdicts.decide(session, before, Choice.ONE_SIDE, chosen=project.claim)
    assert current(session)[before.key].linked == (project.lavrof, project.kim)
    assert stale(session) == set()
    put_reconciliation(session, [group], [_spoken(project, project.lavrov)], [])
    assert stale(session) == {before.key}
    put_reconciliation(session, [group], [before], [])
    assert stale(session) == set()


def test_a_verdict_goes_with_the_entity_that_takes_over(project: Project) -> None:
    session = project.session
    (group,) = event_groups(session)
    before = _spoken(project, project.lavrof)
    verdicts.decide(session, before, Choice.ONE_SIDE, chosen=project.claim)
    entities.merge(session, project.lavrov, [project.lavrof])
    assert current(session)[before.key].linked == (project.lavrov, project.kim)
    put_reconciliation(session, [group], [_spoken(project, project.lavrov)], [])
    assert stale(session) == set()
    session.undo()
    assert current(session)[before.key].linked == (project.lavrof, project.kim)
    session.redo()
    assert current(session)[before.key].linked == (project.lavrov, project.kim)


def test_reasons_are_remembered_latest_first(project: Project) -> None:
    for reason in ("أ", "ب", "", "أ"):
        verdicts.decide(project.session, project.conflict, Choice.DEFERRED, reason=reason)
    assert remembered_reasons(project.session) == ["أ", "ب", "مصدران"]
    assert remembered_reasons(project.session, limit=1) == ["أ"]


def test_the_same_entity_is_merged_into_the_more_used(project: Project) -> None:
    session = project.session
    third = mentions.mark(session, project.odd, Span(0, 4), entity=project.lavrof)
    verdicts.decide_entities(session, project.pair, Choice.SAME_ENTITY, reason="رسمان لاسم واحد")
    assert mention(session, project.first).entity == project.lavrof
    assert mention(session, third).entity == project.lavrof
    assert "سيرجي لافروف" in entity(session, project.lavrof).aliases
    found = current(session)[project.pair.key]
    assert (found.kind, found.sides) == (ConflictKind.NAME, (project.lavrov, project.lavrof))
    assert found.seen == ("سيرجي لافروف", "سيرغي لافروف")
    assert entity_proposals(session) == []
    session.undo()
    assert mention(session, project.first).entity == project.lavrov
    assert project.pair.key not in current(session)
    assert [one.key for one in entity_proposals(session)] == [project.pair.key]


@pytest.mark.parametrize("choice", [Choice.DIFFERENT_ENTITIES, Choice.DEFERRED])
def test_other_verdicts_join_nothing(project: Project, choice: Choice) -> None:
    verdicts.decide_entities(project.session, project.pair, choice)
    assert entity(project.session, project.lavrof).name == "سيرغي لافروف"
    assert current(project.session)[project.pair.key].choice is choice


def test_entities_that_are_gone_cannot_be_judged(project: Project) -> None:
    entities.remove(project.session, project.lavrov)
    with pytest.raises(NoSuchRow):
        verdicts.decide_entities(project.session, project.pair, Choice.SAME_ENTITY)


def test_reconciliation_comes_back_and_verdicts_outlive_it(project: Project) -> None:
    session = project.session
    (group,) = event_groups(session)
    assert conflicts(session) == [project.conflict]
    assert entity_proposals(session) == [project.pair]
    told: list[Changes] = []
    session.subscribe(told.append)
    put_reconciliation(session, [group], [project.conflict], [project.pair])
    assert told == [], "the same again"
    put_reconciliation(session, [], [], [])
    assert told[0].tables == {
        "event_group": {group.key},
        "conflict": {project.conflict.key},
        "entity_proposal": {project.pair.key},
    }
    assert conflicts(session) == []
    assert project.conflict.key in current(session)
    put_reconciliation(session, [group], [project.conflict], [])
    assert told[1].documents == {project.plain, project.odd}
    assert _open(project) == [0, 0]


def test_a_conflict_about_a_removed_claim_is_not_shown(project: Project) -> None:
    session = project.session
    documents.remove(session, project.odd)
    assert conflicts(session) == []
    assert event_groups(session) == []
    session.undo()
    assert conflicts(session) == [project.conflict]
    claims.remove(session, project.claim)
    assert conflicts(session) == []


def test_a_verdict_on_all_that_are_alike(project: Project) -> None:
    session, conflict = project.session, project.conflict
    turned = replace(conflict, key=ConflictKey("c2"), claims=conflict.claims[::-1])
    other = Alike(turned, {project.claim: project.quote, project.quote: project.claim})
    label = session.undo_label
    verdicts.decide_alike(
        session, conflict, [other], Choice.ONE_SIDE, chosen=project.claim, reason="وثيقة"
    )
    given = current(session)
    assert given[conflict.key].chosen == project.claim
    assert given[turned.key].chosen == project.quote, "the side that is like the chosen one"
    assert given[turned.key].reason == "وثيقة"
    session.undo()
    assert session.undo_label == label
    assert turned.key not in current(session)


def test_a_verdict_without_a_conflict_is_found_and_stands_again_after_undo(project: Project):
    session = project.session
    (given,) = current(session).values()
    assert lapsed(session) == []
    claims.remove(session, project.quote)
    (found,) = lapsed(session)
    assert found.verdict == given
    assert [claim and claim.id for claim in found.claims] == [project.claim, None]
    session.undo()
    assert lapsed(session) == []
    assert stands(current(session)[project.conflict.key], conflicts(session)[0])
    session.redo()
    assert [each.verdict for each in lapsed(session)] == [given]
    session.undo()
    put_reconciliation(session, [], [], [])
    (found,) = lapsed(session)
    assert [claim and claim.id for claim in found.claims] == [project.claim, project.quote]


@pytest.mark.parametrize("choice", [Choice.DEFERRED, Choice.NOT_A_CONFLICT])
def test_only_what_was_decided_lapses(project: Project, choice: Choice):
    session = project.session
    verdicts.decide(session, project.conflict, choice)
    verdicts.decide_entities(session, project.pair, Choice.DIFFERENT_ENTITIES)
    put_reconciliation(session, [], [], [])
    told = [each.verdict.choice for each in lapsed(session)]
    assert told == [choice] * (choice is not Choice.DEFERRED)
    verdicts.reopen(session, project.conflict.key)
    assert lapsed(session) == []


def test_a_lapsed_verdict_is_asked_for_like_its_conflict(project: Project):
    session, key = project.session, project.conflict.key
    put_reconciliation(session, [], [], [])
    for wanted, there in (
        (Wanted(document=project.plain), True),
        (Wanted(entity=project.lavrof), True),
        (Wanted(analyst="منى"), True),
        (Wanted(analyst="سعاد"), False),
        (Wanted(entity=project.kim), False),
    ):
        found = matching(session, wanted)
        assert found is not None
        assert (key in found) == there, wanted


def test_of_some_articles_the_lapsed_verdicts_on_their_claims_are_told(project: Project):
    session = project.session
    put_reconciliation(session, [], [], [])
    for inside, count in (
        (None, 1),
        ({project.plain, project.odd}, 1),
        ({project.plain}, 0),
    ):
        scope = Scope(documents=None if inside is None else frozenset(inside))
        corpus = corpus_of(session, scope)
        assert len(corpus.lapsed) == count
        assert len(corpus.verdicts) == count
