"""Comparing bare texts, and the gold of the sample articles."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from hypothesis import given, settings, strategies as st

from tawatur_core.evaluate import run
from tawatur_core.model import ConflictKind
from tawatur_core.reconcile import compare_texts
from tawatur_core.wording import wording

GOLD = Path(__file__).parents[2] / "quality" / "seeds_pairs.jsonl"


@pytest.mark.parametrize(
    ("a", "b", "relation"),
    [
        (
            "وصل الوزير إلى القاهرة صباح اليوم في زيارة رسمية",
            "الوزير يصل إلى القاهرة في زيارة رسمية",
            "agree",
        ),
        ("ارتفاع أسعار القمح في الأسواق", "انخفاض أسعار القمح في الأسواق", "conflict"),
        (
            "مقتل 12 جنديا في هجوم على قاعدة عسكرية",
            "مقتل 15 جنديا في هجوم على قاعدة عسكرية",
            "conflict",
        ),
        (
            "مقتل أكثر من 10 جنود في هجوم على قاعدة عسكرية",
            "مقتل 15 جنديا في هجوم على قاعدة عسكرية",
            "agree",
        ),
        ("افتتاح متحف للفنون الحديثة", "هبوط طائرة اضطراريا بسبب عطل", "unrelated"),
        ("", "هبوط طائرة اضطراريا بسبب عطل", "unrelated"),
    ],
)
def test_headlines(a: str, b: str, relation: str):
    assert compare_texts(a, b).relation == relation
    assert compare_texts(b, a).relation == relation


def test_a_conflict_says_in_which_slot_and_why():
    found = compare_texts("مقتل 12 جنديا في هجوم على قاعدة", "مقتل 15 جنديا في هجوم على قاعدة")
    assert found.slots == (ConflictKind.HOW_MANY,)
    assert found.reasons[0].code == "evidence-number-apart"
    assert "12" in wording("ar").evidence(found.reasons[0])


def test_two_visits_are_told_apart_by_publication():
    a = "اجتمع وزير الخارجية مع الرئيس الخميس في العاصمة"
    b = "وزير الخارجية يجتمع مع الرئيس الخميس في العاصمة"
    near = compare_texts(a, b, date(2025, 7, 12), date(2025, 7, 12))
    far = compare_texts(a, b, date(2023, 10, 19), date(2025, 7, 12))
    assert near.relation == "agree"
    assert far.relation == "unrelated"


def test_relative_dates_are_resolved_by_publication():
    a = "تعقد القمة العربية غدا في الرياض"
    b = "تعقد القمة العربية في الرياض في 20 يوليو 2025"
    same = compare_texts(a, b, date(2025, 7, 19), date(2025, 7, 12))
    other = compare_texts(a, b, date(2025, 7, 12), date(2025, 7, 12))
    assert same.relation == "agree"
    assert other.relation == "conflict"
    assert other.slots == (ConflictKind.WHEN,)


def test_the_sample_pairs():
    report = run("pairs", GOLD)
    assert report.rows >= 50
    assert report.counts["all: conflict"].precision >= 0.9
    assert report.counts["all: conflict"].recall == 1.0
    assert report.counts["all: agree"].precision >= 0.85
    assert report.counts["all: agree"].recall >= 0.7
    assert report.counts["all: unrelated"].recall >= 0.9


word = st.sampled_from(
    ["قال", "الوزير", "لم", "10", "جنود", "أمس", "“دون قيد أو شرط”", "ارتفاع", "هبوط", "وفق", "تاس"]
)
texts = st.lists(word, max_size=10).map(" ".join) | st.text(max_size=40)


@given(texts, texts)
@settings(deadline=None, max_examples=60)
def test_any_two_texts_compare_alike_in_both_orders(a: str, b: str):
    assert compare_texts(a, b).relation == compare_texts(b, a).relation


@given(texts)
@settings(deadline=None, max_examples=30)
def test_a_text_never_conflicts_with_itself(a: str):
    assert compare_texts(a, a).relation != "conflict"
