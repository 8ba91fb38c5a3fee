"""Runs of words that two texts share."""

from __future__ import annotations

import random

from hypothesis import given, strategies as st

from tawatur_core.importers.copies import CopyIndex, likeness, runs
from tawatur_core.importers.sample import drafts

from .made import BODY, FIRST, SECOND, THIRD

WORDS = BODY.split()


def test_the_same_words_in_another_spelling_are_the_same():
    marked = BODY.replace("لافروف", "لافْرُوف").replace("أكد", "اكد").replace("، ", " ")
    seen = likeness(runs(marked), runs(BODY))
    assert seen.score == 1.0
    assert seen.copies


def test_a_part_is_a_copy_and_the_larger_share_counts():
    seen = likeness(runs(f"{FIRST}\n{THIRD}"), runs(BODY))
    assert seen.copies
    assert 0.9 < seen.of_this < 1.0
    assert seen.of_other < seen.of_this
    assert seen.score == seen.of_this
    assert [one.code for one in seen.evidence()] == ["copy-shared-of-this", "copy-shared-of-other"]


def test_what_tells_of_the_same_in_its_own_words_is_none():
    texts = [runs(draft.text) for draft in drafts()]
    for n, text in enumerate(texts):
        assert not any(likeness(text, other).copies for other in texts[:n])


def test_short_texts_and_single_phrases_are_none():
    assert not likeness(runs("قال الوزير إن الأمر انتهى"), runs("قال الوزير إن الأمر انتهى")).copies
    assert runs("كلمة") == runs("")
    assert likeness(runs(""), runs(BODY)).score == 0


def test_long_texts_meet_in_the_index():
    rng = random.Random(7)
    vocabulary = [f"كلمه{n}" for n in range(5000)]
    texts = [[rng.choice(vocabulary) for _ in range(600)] for _ in range(60)]
    index: CopyIndex[int] = CopyIndex()
    for n, words in enumerate(texts):
        assert index.like(runs(" ".join(words))) == []
        index.put(n, runs(" ".join(words)))
    for n, words in enumerate(texts):
        edited = [word if rng.random() > 0.05 else "غيرها" for word in words[100:500]]
        ((found, seen),) = index.like(runs(" ".join(edited)))
        assert found == n
        assert seen.copies


def test_a_phrase_that_all_share_is_no_reason():
    index: CopyIndex[int] = CopyIndex()
    for n in range(200):
        index.put(n, runs(f"{FIRST} " + " ".join(f"خاص{n}س{k}" for k in range(60))))
    assert index.like(runs("شيء آخر " + " ".join(f"غريب{k}" for k in range(80)))) == []
    assert len(index.like(runs(BODY))) <= 20


@given(st.lists(st.sampled_from(WORDS), max_size=80), st.lists(st.sampled_from(WORDS), max_size=80))
def test_likeness_is_bounded_and_even(one: list[str], other: list[str]):
    a, b = runs(" ".join(one)), runs(" ".join(other))
    forth, back = likeness(a, b), likeness(b, a)
    assert 0 <= forth.score <= 1
    assert (forth.of_this, forth.of_other) == (back.of_other, back.of_this)
    assert SECOND  # the words come from three paragraphs
