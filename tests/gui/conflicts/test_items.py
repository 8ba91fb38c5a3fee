"""The order of the queue, and what comes next."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest
from tests.gui.conflicts.made import Made

from tawatur_core.model import (
    Changes,
    Choice,
    Confidence,
    ConflictKey,
    ConflictKind,
    Label,
    Verdict,
    VerdictId,
)
from tawatur_core.store import derived
from tawatur_gui.conflicts.agenda import describe, title_of
from tawatur_gui.conflicts.facts import Facts
from tawatur_gui.conflicts.items import (
    Item,
    Matters,
    Progress,
    State,
    following,
    load,
    reopened,
)
from tawatur_gui.context import Context

NOON = datetime(2025, 7, 12, 12, tzinfo=UTC)


def item(
    key: str,
    choice: Choice | None = None,
    *,
    back: bool = False,
    kind: ConflictKind = ConflictKind.NAME,
) -> Item:
    if choice is None:
        return Item(ConflictKey(key))
    verdict = Verdict(
        VerdictId(f"v{key}"),
        ConflictKey(key),
        kind,
        choice,
        "",
        "",
        "",
        Confidence.HIGH,
        (),
        ("أ", "ب"),
        "ن.س",
        NOON,
        reopened=back,
    )
    return Item(ConflictKey(key), verdict=verdict)


def test_states():
    assert item("1").state is State.OPEN
    assert item("1", Choice.BOTH_STAND).state is State.DONE
    assert item("1", Choice.DEFERRED).state is State.LATER
    assert item("1", Choice.BOTH_STAND, back=True).state is State.OPEN
    assert item("1", Choice.BOTH_STAND, kind=ConflictKind.WHEN).state is State.LAPSED


def test_the_next_one_follows_the_old_order_and_goes_round():
    before = [item("1"), item("2"), item("3")]
    now = [item("1"), item("3"), item("2", Choice.BOTH_STAND)]
    assert following(before, ConflictKey("2"), now) == now[1]
    now = [item("1"), item("2", Choice.BOTH_STAND), item("3", Choice.BOTH_STAND)]
    assert following(before, ConflictKey("3"), now) == now[0]


def test_a_new_conflict_comes_after_the_known_ones():
    before = [item("1")]
    now = [item("9"), item("1", Choice.BOTH_STAND)]
    assert following(before, ConflictKey("1"), now) == now[0]


def test_nothing_follows_when_all_are_decided():
    now = [item("1", Choice.BOTH_STAND), item("2", Choice.DEFERRED)]
    assert following(now, ConflictKey("1"), now) is None
    assert Progress.of(now) == Progress(1, 2)


def test_what_an_undo_opened_again_is_found():
    before = [item("1", Choice.BOTH_STAND), item("2")]
    assert reopened(before, [item("1"), item("2")]) == item("1")
    assert reopened(before, before) is None


def test_verdicts_on_what_is_no_longer_there_stay_in_the_list(made: Made, context: Context):
    from tawatur_core.edit import verdicts as edit

    edit.decide(made.session, made.speaker, Choice.BOTH_STAND)
    derived.put_reconciliation(made.session, [], [], [])
    (left,) = load(made.session)
    assert left.state is State.LAPSED
    assert left.conflict is None
    facts = Facts(made.session, context.words)
    assert title_of(left, facts) == "تشوي سون هوي / كيم جونج أون"
    assert describe(left, facts).parts[-1].text == context.say("conflicts-lapsed")
    assert Progress.of([left]) == Progress(0, 0), "there is nothing to decide"
    derived.put_reconciliation(made.session, [], [made.speaker], [])
    (again,) = load(made.session)
    assert again.state is State.DONE, "the change was taken back"


def test_verdicts_that_were_brought_in_are_not_told_of_before_what_conflicts_is_known(made: Made):
    from tawatur_core.edit import verdicts as edit

    edit.decide(made.session, made.speaker, Choice.BOTH_STAND)
    derived.put_reconciliation(made.session, [], [], [])
    with made.session.edit(Label("undo-restore", {"count": 0})):
        derived.await_reconciliation(made.session)
    assert load(made.session) == []
    derived.put_reconciliation(made.session, [], [], [])
    assert [each.state for each in load(made.session)] == [State.LAPSED]


def test_the_latest_verdict_stands_first_among_the_decided(made: Made):
    from tawatur_core.edit import verdicts as edit

    edit.decide(made.session, made.speaker, Choice.BOTH_STAND)
    edit.decide(made.session, made.dates, Choice.BOTH_STAND)
    done = [each.key for each in load(made.session) if each.state is State.DONE]
    assert done == [made.dates.key, made.speaker.key]


def test_a_verdict_whose_value_changed_is_open_again_with_a_note(made: Made, context: Context):
    from dataclasses import replace

    from tawatur_core.edit import verdicts as edit
    from tawatur_core.model import Party

    edit.decide(made.session, made.speaker, Choice.BOTH_STAND)
    row = made.speaker.rows[0]
    other = replace(row, values=(Party("وزير آخر", None), *row.values[1:]))
    now = replace(made.speaker, rows=(other, *made.speaker.rows[1:]))
    derived.put_reconciliation(made.session, [], [now], [])
    (again,) = load(made.session)
    assert again.state is State.OPEN
    note = describe(again, Facts(made.session, context.words)).parts[-1].text
    assert "وزير آخر" in note


def test_after_a_verdict_only_what_it_was_given_on_is_read_again(
    made: Made, monkeypatch: pytest.MonkeyPatch
):
    from tawatur_core.edit import verdicts as edit

    matters = Matters()
    matters.load(made.session)
    told: list[Changes] = []
    made.session.subscribe(told.append)
    steps = [
        lambda: edit.decide(made.session, made.speaker, Choice.BOTH_STAND),
        lambda: edit.decide(made.session, made.speaker, Choice.DEFERRED),
        lambda: edit.decide(made.session, made.dates, Choice.NOT_A_CONFLICT),
        lambda: edit.reopen(made.session, made.dates.key),
        made.session.undo,
        made.session.undo,
        made.session.undo,
        made.session.undo,
        made.session.redo,
        made.session.redo,
        made.session.redo,
    ]
    for step in steps:
        told.clear()
        step()
        (changes,) = told
        whole = load(made.session)
        with monkeypatch.context() as patched:
            patched.setattr(derived, "conflicts", None)  # not read
            assert matters.renew(made.session, changes.tables["verdict"]) == whole
        assert matters.progress == Progress.of(whole)
        assert matters.waiting == {each.key for each in whole if each.state is not State.DONE}


def test_a_verdict_on_what_is_gone_comes_and_goes(made: Made):
    from tawatur_core.edit import verdicts as edit

    derived.put_reconciliation(made.session, [], [], [])
    matters = Matters()
    assert matters.load(made.session) == []
    verdict = edit.decide(made.session, made.speaker, Choice.BOTH_STAND)
    assert matters.renew(made.session, {verdict}) == load(made.session) != []
    made.session.undo()
    assert matters.renew(made.session, {verdict}) == load(made.session) == []
