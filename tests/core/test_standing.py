"""A verdict given on values that changed since."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime

from tawatur_core import encode
from tawatur_core.model import (
    Choice,
    Confidence,
    Conflict,
    ConflictKind,
    EntityId,
    Verdict,
    VerdictId,
)
from tawatur_core.reconcile.run import reconcile_accounts
from tawatur_core.standing import Changed, changed_since, stands
from tests.core.reconcile.make import account, number, party

TOLD = "قتل {} جنود في هجوم شنه مسلحون على قاعدة عسكرية شرق البلاد"


def conflict(first: int, second: int) -> Conflict:
    sides = [
        account(id_, TOLD.format(count), how_many=(number(count, "جندي"),))
        for id_, count in (("a", first), ("b", second))
    ]
    (found,) = reconcile_accounts(sides)[1]
    return found


def verdict(given_on: Conflict) -> Verdict:
    seen = tuple(encode.value_text(value) for value in given_on.rows[0].values)
    return Verdict(
        id=VerdictId("v"),
        key=given_on.key,
        kind=given_on.kind,
        choice=Choice.BOTH_STAND,
        chosen="",
        value="",
        reason="",
        confidence=Confidence.MEDIUM,
        sides=given_on.claims,
        seen=seen,
        analyst="س",
        given_at=datetime(2025, 7, 12, tzinfo=UTC),
        reopened=False,
    )


def test_a_verdict_stands_while_its_values_stand():
    before = conflict(12, 15)
    assert changed_since(verdict(before), before) == ()


def test_a_changed_value_is_told_with_what_was_seen():
    before, now = conflict(12, 15), conflict(12, 17)
    assert now.key == before.key
    assert changed_since(verdict(before), now) == (Changed("b", "15 جندي", "17 جندي"),)


def test_another_spelling_is_no_change():
    before = conflict(12, 15)
    given = verdict(before)
    spelled = replace(given, seen=tuple(text.replace("ي", "ى") for text in given.seen))
    assert spelled.seen != given.seen
    assert changed_since(spelled, before) == ()


def test_a_claim_that_joined_later_changes_nothing():
    before = conflict(12, 15)
    given = verdict(before)
    assert changed_since(replace(given, sides=given.sides[:1], seen=given.seen[:1]), before) == ()


def test_a_verdict_on_another_slot_is_not_compared():
    before, now = conflict(12, 15), conflict(12, 17)
    other = replace(verdict(before), kind=ConflictKind.WHEN)
    assert changed_since(other, now) == ()


def test_a_verdict_decides_while_it_stands():
    before = conflict(12, 15)
    given = verdict(before)
    assert stands(given, before)
    assert not stands(None, before)
    assert not stands(given, conflict(12, 17))
    assert not stands(replace(given, reopened=True), before)
    assert not stands(replace(given, choice=Choice.DEFERRED), before)


SAID = 'أعلن {} أن بلاده تدعم حق موسكو في حماية أراضيها "دون قيد أو شرط وبشكل ثابت ومطلق"'


def quoted() -> Conflict:
    sides = [
        account(id_, SAID.format(entity), speaker=party("الوزير", entity), entities=("روسيا",))
        for id_, entity in (("a", "تشوي"), ("b", "كيم"))
    ]
    (found,) = [c for c in reconcile_accounts(sides)[1] if c.kind is ConflictKind.SPEAKER]
    return found


def linked(before: Conflict, entity: str) -> Conflict:
    """Return the conflict with the same words of its first side linked to another entity."""
    row = before.rows[0]
    values = (party("الوزير", entity), *row.values[1:])
    return replace(before, rows=(replace(row, values=values), *before.rows[1:]))


def test_the_same_words_linked_to_another_entity_are_another_value():
    before = quoted()
    given = replace(verdict(before), linked=("تشوي", "كيم"))
    now = linked(before, "لافروف")
    assert stands(given, before)
    (changed,) = changed_since(given, now)
    assert changed == Changed("a", "الوزير", "الوزير", ("تشوي", "لافروف"))
    names = {EntityId("تشوي"): "تشوي سون هوي", EntityId("لافروف"): "سيرغي لافروف"}
    assert changed.in_words(names) == ("الوزير (تشوي سون هوي)", "الوزير (سيرغي لافروف)")
    assert not stands(given, now)
    assert changed_since(given, linked(before, ""))[0].in_words(names)[1] == "الوزير"


def test_words_that_were_linked_to_nothing_may_be_linked():
    before = quoted()
    assert stands(replace(verdict(before), linked=("", "كيم")), before)
    # A verdict of an older project does not know what its values were linked to.
    assert stands(verdict(before), linked(before, "لافروف"))
