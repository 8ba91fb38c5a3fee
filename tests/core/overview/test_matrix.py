"""Tellers, and how often they agree and conflict."""

from __future__ import annotations

import pytest

from tawatur_core.model import Choice, ConflictKind, Relation, Verdict
from tawatur_core.overview.matrix import Matrix, Outcome, matrix
from tawatur_core.overview.tellers import tellers
from tests.core.overview.make import account, article, conflict, group, told, verdict


def test_an_outlet_is_one_teller_and_unknown_ones_stand_for_themselves():
    made = tellers(
        [article("c", day=3), article("a", "سانا", 2), article("b", " سانا ", 1), article("d")]
    )
    assert [(t.name, t.articles, t.outlet) for t in made] == [
        ("title d", ("d",), False),
        ("سانا", ("a", "b"), True),
        ("title c", ("c",), False),
    ]  # fmt: skip
    assert made[1].published is not None
    assert made[1].published.day == 1


def _matrix(*verdicts: Verdict, sides: tuple[str, ...] = ("a1", "b1"), most: int = 40) -> Matrix:
    accounts = [account(name, name[0]) for name in ("a1", "a2", "b1", "b2", "c1")]
    relations = {
        frozenset(("a1", "b1")): told(when=Relation.DIFFERENT, how_many=Relation.SAME),
        frozenset(("a2", "b2")): told(when=Relation.SAME, where=Relation.COMPATIBLE),
    }
    return matrix(
        tellers([article("a"), article("b", day=2), article("c", day=3)]),
        accounts,
        [group("g1", "a1", "b1", "c1"), group("g2", "a2", "b2")],
        conflicts=[conflict("k", ConflictKind.WHEN, *sides)],
        verdicts={v.key: v for v in verdicts},
        compare=lambda a, b: relations.get(frozenset((a, b)), {}),
        most=most,
    )


def test_agreement_and_conflict_are_counted_with_what_they_are_on():
    made = _matrix()
    cell = made.cell(1, 0)
    assert [cell.count(outcome) for outcome in Outcome] == [1, 1, 0]
    assert cell.differ == ((ConflictKind.WHEN, 1),)
    assert dict(cell.same) == {ConflictKind.HOW_MANY: 1, ConflictKind.WHEN: 1}
    assert cell.meetings[0].outcome is Outcome.CONFLICT
    assert cell.meetings[0].conflict == "k"
    assert made.cell(0, 2).count(Outcome.AGREE) == 1
    assert made.claims == (2, 2, 1)


@pytest.mark.parametrize(
    ("given", "outcomes"),
    [
        (verdict("k", Choice.BOTH_STAND), [1, 0, 1]),
        (verdict("k", Choice.DEFERRED), [1, 1, 0]),
        (verdict("k", Choice.BOTH_STAND, reopened=True), [1, 1, 0]),
        (verdict("k", Choice.NOT_A_CONFLICT), [2, 0, 0]),
        (verdict("k", Choice.DIFFERENT_EVENTS), [1, 0, 0]),
    ],
)
def test_what_an_analyst_decided_counts_so(given: Verdict, outcomes: list[int]):
    cell = _matrix(given).cell(0, 1)
    assert [cell.count(outcome) for outcome in Outcome] == outcomes


def test_of_a_conflict_of_many_only_those_who_differ_conflict():
    made = _matrix(sides=("a1", "b1", "c1"))
    assert made.cell(0, 1).count(Outcome.CONFLICT) == 1
    assert made.cell(0, 2).count(Outcome.CONFLICT) == 0
    assert made.cell(0, 2).count(Outcome.AGREE) == 1


def test_claims_of_one_teller_do_not_meet():
    made = matrix(
        tellers([article("a", "x"), article("b", "x")]),
        [account("a1", "a"), account("b1", "b")],
        [group("g", "a1", "b1")],
        conflicts=[],
        verdicts={},
        compare=lambda a, b: {},
    )
    assert made.cells == {}


def test_those_with_the_most_in_common_are_kept():
    made = _matrix(most=2)
    assert [teller.key for teller in made.tellers] == ["a", "b"]
    assert made.hidden == 1
    assert set(made.cells) == {(0, 1)}
    assert made.claims == (2, 2)
