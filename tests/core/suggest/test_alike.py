from __future__ import annotations

from collections import Counter
from itertools import pairwise

import pytest
from hypothesis import given, strategies as st

from tawatur_core import paths
from tawatur_core.suggest.alike import occurrences


def _seed(number: str) -> str:
    return next(paths.seeds().glob(f"{number}*")).read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("text", "names", "wanted"),
    [
        ("وصل إلى بيونغ يانغ وبيونج يانج.", ["بيونج يانج"], ["بيونغ يانغ", "بيونج يانج"]),
        ("سافر لأوكرانيا وأوكرانيا بعيدة", ["أوكرانيا"], ["أوكرانيا", "أوكرانيا"]),
        ("جاء للقاهرة والقاهرة", ["القاهرة"], ["قاهرة", "القاهرة"]),
        ("كيم جونغ إيل وكيم جونغ أون", ["كيم جونج أون"], ["كيم جونغ أون"]),
        ("كوريا الجنوبية وكوريا الشمالية", ["كوريا الشمالية"], ["كوريا الشمالية"]),
        ("الكورية الشمالية والروسي وروسيا", ["روسيا", "كوريا الشمالية"], ["روسيا"]),
        ("سيرغي لافروف ثم لافروف", ["سيرجي لافروف", "لافروف"], ["سيرغي لافروف", "لافروف"]),
        ("بيونغ\nيانغ، بيونغ. يانغ", ["بيونج يانج"], []),
        ("قَالَ مُحَمَّدٌ لمحمد", ["محمد"], ["مُحَمَّدٌ", "محمد"]),
        ("نص", [], []),
        ("نص", ["", "  "], []),
    ],
)
def test_occurrences(text: str, names: list[str], wanted: list[str]):
    assert [span.of(text) for span in occurrences(text, names)] == wanted


def test_every_place_of_the_seeds_without_its_proclitic():
    found = {
        number: Counter(
            span.of(_seed(number)) for span in occurrences(_seed(number), ["بيونج يانج"])
        )
        for number in ("000", "001", "002", "003", "004")
    }
    assert found["000"] == {"بيونج يانج": 10}
    assert found["001"] == {"بيونغ يانغ": 5}
    assert found["002"] == {"بيونغ يانغ": 2}
    assert found["003"] == {"بيونغ يانغ": 5}
    assert found["004"] == {"بيونج يانج": 6}


def test_the_minister_in_her_three_spellings():
    text = _seed("004")
    found = [span.of(text) for span in occurrences(text, ["تشوي سون هوي"])]
    assert sorted(found) == ["تشو سون هوي", "تشو سون هي", "تشوي سون هوي"]


@given(st.text(max_size=80), st.lists(st.text(max_size=12), max_size=3))
def test_spans_are_valid_and_in_order(text: str, names: list[str]):
    found = occurrences(text, names)
    assert all(0 <= span.start < span.end <= len(text) for span in found)
    assert all(a.end <= b.start for a, b in pairwise(found))
