"""A corpus kept in memory ends where a full run ends."""

from __future__ import annotations

import random
from dataclasses import replace

import pytest

from tawatur_core.model import ClaimId, Conflict, ConflictKey, EventGroup, GroupKey
from tawatur_core.reconcile import Account, Settled, reconcile_accounts
from tawatur_core.reconcile.live import Changed, Live
from tawatur_core.reconcile.views import Apart

from .make import SAMPLE, account, number, on

WORDS = [f"{a}{b}{c}" for a in "بتجدرس" for b in "علمنه" for c in "قفكطخ"]


def corpus(size: int, seed: int = 1) -> list[Account]:
    """Facts told by one to three articles each, some with another figure."""
    chance = random.Random(seed)
    made: list[Account] = list(SAMPLE)
    while len(made) < size:
        words = chance.sample(WORDS, 9)
        figure = chance.randint(20, 900)
        for _ in range(chance.randint(1, 3)):
            told = [*words[:8], chance.choice(WORDS)]
            chance.shuffle(told)
            wrong = figure + chance.choice((0, 0, 100))
            n = len(made)
            made.append(
                account(
                    f"k{n:04}",
                    f"{' '.join(told)} {wrong} جندي",
                    document=f"d{n // 2}",
                    outlet=f"o{n % 5}",
                    how_many=(number(wrong, "جندي"),),
                    when=(on("2025-07-12"),),
                )
            )
    return made


def full(
    accounts: list[Account], settled: Settled
) -> tuple[tuple[EventGroup, ...], tuple[Conflict, ...]]:
    groups, conflicts = reconcile_accounts(accounts, settled)
    return tuple(g.group for g in groups), conflicts


def test_a_whole_run_is_the_same():
    made = corpus(160)
    live = Live(made)
    assert (live.groups, live.conflicts) == full(made, Settled())
    assert len(live.groups) > 30
    assert len(live.conflicts) > 5


def test_any_history_ends_where_the_full_run_ends():
    chance = random.Random(4)
    made = corpus(200)
    live = Live(made)
    groups = {g.key: g for g in live.groups}
    conflicts = {c.key: c for c in live.conflicts}
    out: list[Account] = []
    for _ in range(60):
        gone = [a for a in chance.sample(made, 3) if a not in out]
        come = [out.pop(chance.randrange(len(out))) for _ in range(min(2, len(out)))]
        out += gone
        apply(live.change([a.id for a in gone], come), groups, conflicts)
        again = next(a for a in made if a not in out)
        apply(live.change([again.id], [replace(again, outlet="another")]), groups, conflicts)
        apply(live.change([again.id], [again]), groups, conflicts)
        # What is told is all that a store has to write.
        assert groups == {g.key: g for g in live.groups}
        assert conflicts == {c.key: c for c in live.conflicts}
    assert out
    live.change([], out)
    assert (live.groups, live.conflicts) == full(made, Settled())


def test_new_claims_are_grouped_much_as_a_full_run_groups_them():
    """How rare a word is was counted before they came, so a few border cases may differ."""
    made = corpus(400)
    live = Live(made[:300])
    for new in made[300:]:
        live.change([], [new])
    mine = {g.claims for g in live.groups}
    theirs = {g.claims for g in full(made, Settled())[0]}
    assert len(mine & theirs) >= 0.9 * len(mine | theirs)


def apply(
    changed: Changed, groups: dict[GroupKey, EventGroup], conflicts: dict[ConflictKey, Conflict]
) -> None:
    for gone in changed.gone_groups:
        del groups[gone]
    for lost in changed.gone_conflicts:
        del conflicts[lost]
    groups.update((g.key, g) for g in changed.groups)
    conflicts.update((c.key, c) for c in changed.conflicts)


def test_a_claim_taken_out_and_put_back_changes_nothing():
    made = corpus(120)
    live = Live(made)
    before = live.groups, live.conflicts
    for one in made[::7]:
        live.change([one.id], [])
        live.change([], [one])
    assert (live.groups, live.conflicts) == before


def test_only_what_hangs_together_is_grouped_anew():
    made = corpus(200)
    live = Live(made)
    group = next(g for g in live.groups if len(g.claims) == 2)
    told = next(a for a in made if a.id == group.claims[1])
    changed = live.change([told.id], [replace(told, outlet="another")])
    assert changed.gone_groups == {group.key}
    assert [g.key for g in changed.groups] == [group.key]


def test_different_events_come_apart_at_once_and_the_conflict_stays_in_view():
    made = corpus(200)
    live = Live(made)
    conflict = next(c for c in live.conflicts if len(c.claims) == 2)
    a, b = conflict.claims
    verdict = Apart(conflict.key, conflict.kind, (a, b), (frozenset({a, b}),))
    settled = Settled(apart=(verdict,))
    live.change([], [], settled)
    assert not any({a, b} <= set(g.claims) for g in live.groups)
    groups, conflicts = full(made, settled)
    assert (live.groups, live.conflicts) == (groups, conflicts)
    live.change([], [], Settled())
    assert (live.groups, live.conflicts) == full(made, Settled())


@pytest.mark.parametrize("gone", ["", "nobody"])
def test_an_unknown_claim_is_no_matter(gone):
    live = Live(corpus(60))
    changed = live.change([ClaimId(gone)], [])
    assert not changed.gone_groups
    assert not changed.groups
