"""Conflicts that are alike, and which side of one is which side of the other."""

from __future__ import annotations

from dataclasses import replace

from tawatur_core.model import (
    Choice,
    ClaimId,
    Conflict,
    ConflictKey,
    ConflictKind,
    GroupKey,
    Hedge,
    Relation,
    SlotComparison,
    SlotValue,
)
from tawatur_core.reconcile.alike import Likeness, alike, applies_to_all, value_key
from tests.core.reconcile.make import number, on, party

KIND = ConflictKind.HOW_MANY


def conflict(key: str, claims: str, *values: SlotValue | None, kind: ConflictKind = KIND):
    row = SlotComparison(kind, Relation.DIFFERENT, values, (None,) * len(values))
    sides = tuple(map(ClaimId, claims))
    return Conflict(ConflictKey(key), kind, GroupKey(key), sides, (row,), 1.0, 0.9)


ONE = conflict("1", "ab", number(10, "جندي"), number(12, "جندي"))


def test_the_same_two_values_in_any_order_and_spelling():
    other = conflict(
        "2", "cd", replace(number(12, "جندي"), text="اثنا عشر"), number(10, "جندي", Hedge.ABOUT)
    )
    (found,) = alike(ONE, [ONE, other])
    assert found.conflict is other
    assert found.sides == {"a": "d", "b": "c"}


def test_other_values_and_other_kinds_are_not_alike():
    values = number(10, "جندي"), number(12, "جندي")
    assert not alike(ONE, [conflict("2", "cd", values[0], number(13, "جندي"))])
    assert not alike(ONE, [conflict("2", "cd", values[0], number(12, "دبابة"))])
    assert not alike(ONE, [conflict("2", "cd", *values, kind=ConflictKind.WHEN)])


def test_a_third_outlet_that_tells_one_of_the_two_values_is_alike():
    other = conflict("2", "cde", number(12, "جندي"), number(10, "جندي"), number(12, "جندي"))
    (found,) = alike(ONE, [other])
    assert found.sides == {"a": "d", "b": "c"}


def test_between_the_same_outlets():
    outlets = {ClaimId(c): o for c, o in zip("abcdef", "رترتسر", strict=True)}
    same = conflict("2", "dc", number(3, "قتيل"), number(4, "قتيل"))
    other = conflict("3", "ef", number(3, "قتيل"), number(4, "قتيل"))
    (found,) = alike(ONE, [same, other], Likeness.OUTLETS, outlets)
    assert found.conflict is same
    assert found.sides == {"a": "c", "b": "d"}


def test_an_unknown_outlet_is_like_no_other():
    assert not alike(
        ONE, [replace(ONE, key=ConflictKey("2"))], Likeness.OUTLETS, {ClaimId("a"): "ر"}
    )


def test_an_edited_value_goes_only_to_the_same_values():
    assert applies_to_all(Choice.EDITED, Likeness.VALUES)
    assert not applies_to_all(Choice.EDITED, Likeness.OUTLETS)
    assert applies_to_all(Choice.BOTH_STAND, Likeness.OUTLETS)


def test_values_mean_the_same_however_written():
    assert value_key(party("كِيم")) == value_key(party("كيم"))
    assert value_key(party("الزعيم", "k")) == value_key(party("كيم", "k"))
    assert value_key(on("2025-07-12")) == value_key(replace(on("2025-07-12"), text="السبت"))
    assert value_key(None) is None
