"""Which words differ and which agree."""

from __future__ import annotations

import re
from itertools import pairwise

from hypothesis import given, strategies as st
from tests.gui.conflicts.made import Made

from tawatur_core.model import Relation
from tawatur_core.store.documents import document
from tawatur_gui.conflicts.facts import Facts
from tawatur_gui.conflicts.marks import differing, marks
from tawatur_gui.context import Context


def told(text: str, other: str) -> list[tuple[str, Relation]]:
    return [(span.of(text), relation) for span, relation in differing(text, other)]


def test_spelling_variants_are_no_difference():
    assert told("إنتاج الطاقة في كوريا", "انتاج الطاقه في كوريا") == [
        ("إنتاج الطاقة في كوريا", Relation.SAME)
    ]


def test_only_the_words_that_differ_are_marked():
    assert told("كوريا الديمقراطية وروسيا", "كوريا الشمالية، وبالطبع روسيا") == [
        ("كوريا", Relation.SAME),
        ("الديمقراطية وروسيا", Relation.DIFFERENT),
    ]


@given(
    st.lists(st.sampled_from(["كوريا", "روسيا", "10", "و", "الشمالية"]), max_size=12),
    st.lists(st.sampled_from(["كوريا", "روسيا", "10", "و", "الشمالية"]), max_size=12),
)
def test_every_word_is_told_once(one: list[str], other: list[str]):
    text = " ".join(one)
    found = differing(text, " ".join(other))
    assert " ".join(span.of(text) for span, _ in found) == text
    assert all(a.end < b.start for (a, _), (b, _) in pairwise(found))


def test_marks_of_a_conflict_rest_on_the_words_of_its_slots(made: Made, context: Context):
    facts = Facts(made.session, context.words)
    claims = facts.claims(made.soldiers)
    left, right = marks(made.soldiers, claims)
    text = document(made.session, made.documents[2]).text
    shown = [(mark.span.of(text), mark.relation) for mark in right]
    assert shown == [
        ("وكالة الأنباء المركزية الكورية الشمالية", Relation.DIFFERENT),
        ("أكثر من 10 آلاف جندي", Relation.SAME),
        ("لدعم روسيا في حربها", Relation.COMPATIBLE),
    ]
    assert [mark.row for mark in left] == [0, 2, 1, 3]


def test_a_wording_conflict_is_marked_word_by_word(made: Made, context: Context):
    facts = Facts(made.session, context.words)
    left, _ = marks(made.wording, facts.claims(made.wording))
    text = document(made.session, made.documents[0]).text
    differs = [mark.span.of(text) for mark in left if mark.relation is Relation.DIFFERENT]
    assert differs == ["إساءة استخدام", "بينها لبناء", "الديمقراطية وروسيا"]


def test_titles_say_what_the_sides_share(made: Made, context: Context):
    facts = Facts(made.session, context.words)
    assert facts.title(made.speaker) == "«دون قيد أو شرط»"
    assert facts.title(made.soldiers) == "أكثر من 10 آلاف جندي"
    assert re.sub("[\u2066-\u2069\u200e\u200f]", "", facts.sides(made.soldiers)) == "1 ⇄ 3"
    claim = facts.claims(made.soldiers)[made.soldiers.claims[1]]
    assert facts.chain(claim) == [
        "وكالة الأنباء المركزية الكورية الشمالية",
        "قناة القاهرة الإخبارية",
        context.say("conflicts-outlet-unknown"),
    ]
