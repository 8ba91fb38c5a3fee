"""Realigning a corpus in bulk gives the groups of the plain definition."""

from __future__ import annotations

import random

import pytest

from tawatur_core.errors import Cancelled
from tawatur_core.monitor import Stoppable
from tawatur_core.reconcile import claims_plain

pytest.importorskip("sparse_dot_topn", reason="the extra `scale` is not installed")

from tawatur_core.reconcile import claims_at_scale
from tawatur_core.reconcile.stars import MOST_IN_GROUP

LETTERS = "بتجدرسعفقكلمن"


def corpus(size: int, seed: int) -> tuple[list[str], list[str], list[tuple[int, int]]]:
    """Claims, their documents, and the planted pairs: every second one told again elsewhere."""
    chance = random.Random(seed)
    words = ["".join(chance.choices(LETTERS, k=chance.randint(3, 6))) for _ in range(size)]
    texts: list[str] = []
    planted = []
    while len(texts) < size:
        said = [words[int(len(words) ** chance.random()) - 1] for _ in range(12)]
        texts.append(" ".join(said))
        if len(texts) % 2:
            told = [w if chance.random() > 0.2 else chance.choice(words) for w in said]
            chance.shuffle(told)
            planted.append((len(texts) - 1, len(texts)))
            texts.append(" ".join(told))
    # Two claims of one article may tell one thing: they are not reconciled with one another.
    return texts, [f"d{place // 3 * 3 + place % 2}" for place in range(len(texts))], planted


def bulk(texts: list[str], documents: list[str]) -> dict[tuple[int, int], float]:
    """Return the pairs found in bulk; none of them twice."""
    edges = claims_at_scale.likely_pairs(texts, documents)
    pairs = list(zip(edges.a.tolist(), edges.b.tolist(), strict=True))
    assert len(set(pairs)) == len(pairs)
    return dict(zip(pairs, edges.score.tolist(), strict=True))


@pytest.mark.parametrize("seed", range(6))
def test_bulk_and_plain_give_the_same_groups(seed):
    texts, documents, _ = corpus(300, seed)
    assert bulk(texts, documents) == claims_plain.likely_pairs(texts, documents)
    groups = claims_at_scale.group_claims(texts, documents)
    assert groups == claims_plain.group_claims(texts, documents)
    assert len(groups) > 20


@pytest.mark.parametrize("rows", [7, 60, 1000])
def test_nobody_is_lost_in_a_crowd_or_between_two_pieces(rows, monkeypatch):
    monkeypatch.setattr(claims_at_scale, "_ROWS_AT_ONCE", rows)
    texts, documents, _ = corpus(40, 9)
    chance = random.Random(9)
    words = texts[0].split()
    # Each has far more who are near than are taken at first, and they are not as near.
    crowd = [" ".join(chance.sample(words, k=len(words) - chance.randrange(4))) for _ in range(160)]
    texts, documents = texts + crowd, documents + [f"k{n % 50}" for n in range(len(crowd))]
    assert len(crowd) > 2 * claims_at_scale._TAKEN
    found = bulk(texts, documents)
    assert found == claims_plain.likely_pairs(texts, documents)
    assert len(found) > 500


def test_planted_pairs_come_together():
    texts, documents, planted = corpus(2000, 1)
    asked = [(a, b) for a, b in planted if documents[a] != documents[b]]
    of = {
        place: n
        for n, group in enumerate(claims_at_scale.group_claims(texts, documents))
        for place in group
    }
    found = sum(a in of and of[a] == of.get(b) for a, b in asked)
    assert found >= 0.95 * len(asked)


def test_claims_of_one_document_are_no_pair():
    texts = ["اجتمع الوزير الروسي مع زعيم كوريا الشمالية في وونسان"] * 3
    assert claims_at_scale.group_claims(texts, ["a", "a", "b"]) == claims_plain.group_claims(
        texts, ["a", "a", "b"]
    )
    assert claims_at_scale.group_claims(texts, ["a"] * 3) == []


@pytest.mark.parametrize("texts", [[], [""], ["في من إلى", "12"]])
def test_texts_without_words(texts):
    assert claims_at_scale.group_claims(texts, [str(i) for i in range(len(texts))]) == []


def test_no_chain_and_no_crowd():
    said = "اجتمع الوزير الروسي مع زعيم كوريا الشمالية في وونسان يوم السبت"
    groups = claims_at_scale.group_claims([said] * 250, [str(i) for i in range(250)])
    assert max(map(len, groups)) <= MOST_IN_GROUP


def test_it_can_be_stopped():
    watch = Stoppable()
    watch.stop()
    with pytest.raises(Cancelled):
        claims_at_scale.group_claims(["نص"], ["a"], watch)
