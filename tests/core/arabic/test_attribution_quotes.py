"""Quotation marks of Arabic newspapers."""

import pytest

from tawatur_core.arabic.quotes import find_quotes


def inner(text: str) -> list[str]:
    return [one.inner.of(text) for one in find_quotes(text)]


@pytest.mark.parametrize(
    "text",
    ["قال «كلمة»", "قال “كلمة”", 'قال "كلمة"', "قال ''كلمة''", "قال „كلمة“", 'قال " كلمة " .'],
)
def test_every_pair_of_marks(text: str):
    assert inner(text) == ["كلمة"]


def test_a_stray_closing_mark_opens_nothing():
    assert inner('في شبه الجزيرة"، لافتاً إلى "كلام آخر"') == ["كلام آخر"]
    assert inner("كلام» وكلام «آخر»") == ["آخر"]


def test_an_unclosed_mark_ends_with_its_paragraph():
    assert inner("قال «كلام بلا نهاية\nوقال «كلام آخر»") == ["كلام آخر"]


def test_nested_marks():
    found = find_quotes("قال «كلمة “داخل” أخرى».")
    assert [(one.depth, one.title) for one in found] == [(0, False), (1, False)]


def test_single_marks_only_within_others():
    assert inner("قال: \"سأل 'هل لاحظتم' ثم ذهب\"") == ["سأل 'هل لاحظتم' ثم ذهب", "هل لاحظتم"]
    assert inner("don't 'say' it") == []


def test_titles_are_told_by_the_noun_before():
    found = find_quotes("صحيفة «ديلي ميل» ووكالة “تاس” قالت «هذا كلام»")
    assert [one.title for one in found] == [True, True, False]
