"""Names in bulk: spellings of one name come together, others stay apart, never in chains."""

from __future__ import annotations

import random
from collections.abc import Sequence

import pytest

from tawatur_core.arabic.names import name_similarity
from tawatur_core.errors import Cancelled
from tawatur_core.monitor import Stoppable

pytest.importorskip("numpy", reason="the extra `scale` is not installed")

import numpy as np

from tawatur_core.model import ExternalId
from tawatur_core.reconcile import names_at_scale, propose_same
from tawatur_core.reconcile.names_at_scale import group_names, likely_pairs
from tawatur_core.reconcile.stars import MOST_IN_GROUP, Edges, stars

from .make import entity

TOGETHER = [
    ("سيرجي لافروف", "سيرغي لافروف"),
    ("بيونج يانج", "بيونغ يانغ"),
    ("كيم جونج أون", "كيم جونغ أون"),
    ("كيم جونغ أون", "كيم جونغ-أون"),
    ("تشوي سون هوي", "تشو سون هوي"),
    ("فلاديمير بوتين", "فلادمير بوتين"),
    ("الرئيس فلاديمير بوتين", "فلاديمير بوتين"),
    ("عبد الله السعدي", "عبدالله السعدي"),
    ("محمد بن سلمان", "محمد سلمان"),
    ("أنطونيو غوتيريش", "انطونيو جوتيريش"),
]
APART = [
    ("سيرجي لافروف", "سيرجي شويجو"),
    ("كيم جونغ أون", "كيم جونغ إيل"),
    ("كوريا الشمالية", "كوريا الجنوبية"),
    ("حسن سالم", "حسين سالم"),
    ("محمد علي", "محمود علي"),
    ("جو بايدن", "جورج بوش"),
]


def together(a: str, b: str) -> bool:
    return group_names([a, b]) == [(0, 1)]


@pytest.mark.parametrize(("a", "b"), TOGETHER)
def test_spellings_of_one_name(a, b):
    assert together(a, b)
    assert together(b, a)


@pytest.mark.parametrize(("a", "b"), APART)
def test_other_names(a, b):
    assert not together(a, b)


def test_all_at_once_are_grouped_as_pair_by_pair():
    names = [name for pair in TOGETHER + APART for name in pair]
    of = {place: n for n, group in enumerate(group_names(names)) for place in group}
    at = {name: place for place, name in enumerate(names)}
    for a, b in TOGETHER:
        assert of[at[a]] == of[at[b]]
    for a, b in APART:
        assert of.get(at[a], a) != of.get(at[b], b)


def test_most_bulk_pairs_are_pairs_for_the_full_comparison_too():
    chance = random.Random(2)
    names = [name for pair in TOGETHER for name in pair]
    letters = "ترنملسدكجفبا"
    made = [
        "".join(chance.choices(letters, k=5)) + " " + "".join(chance.choices(letters, k=5))
        for _ in range(3000)
    ]
    edges = likely_pairs([*names, *made])
    scores = [
        name_similarity([*names, *made][a], [*names, *made][b]).score
        for a, b in zip(edges.a.tolist(), edges.b.tolist(), strict=True)
    ]
    assert len(scores) >= len(TOGETHER)
    assert sum(score >= 0.3 for score in scores) >= 0.6 * len(scores)


def test_a_pair_that_is_not_looked_at_closely_could_not_be_one(monkeypatch: pytest.MonkeyPatch):
    chance = random.Random(3)
    letters = "ترنملسدكجفباويهطصخ"
    made = [
        " ".join(
            "".join(chance.choices(letters, k=chance.choice((3, 4, 5))))
            for _ in range(chance.choice((1, 2, 3)))
        )
        for _ in range(4000)
    ]
    names = [*(name for pair in TOGETHER + APART for name in pair), *made]
    quick = likely_pairs(names, least=0.3)
    unseen = []

    def everybody(_: object, ours: Sequence[object], __: object) -> object:
        unseen.append(1)
        return np.full(len(ours), np.inf)

    monkeypatch.setattr(names_at_scale, "_best_in_order", everybody)
    monkeypatch.setattr(names_at_scale, "_best_as_one", everybody)
    whole = likely_pairs(names, least=0.3)
    assert unseen
    assert len(quick) > len(TOGETHER)
    for column in ("a", "b", "score"):
        assert np.array_equal(getattr(quick, column), getattr(whole, column))


def test_groups_do_not_depend_on_the_order_of_the_pairs():
    chance = random.Random(5)
    triples = sorted({(min(p), max(p)) for p in (chance.sample(range(60), 2) for _ in range(150))})
    expected = None
    for _ in range(3):
        chance.shuffle(triples)
        edges = edges_of([(a, b, (a * 7 + b) % 10 / 16 + 0.25) for a, b in triples])
        groups = stars(edges, 60)
        expected = expected or groups
        assert groups == expected
    members = [place for group in expected or [] for place in group]
    assert len(members) == len(set(members))


def edges_of(rows: list[tuple[int, int, float]]) -> Edges:
    import numpy as np

    a, b, score = zip(*rows, strict=True)
    return Edges(np.array(a), np.array(b), np.array(score, np.float32))


def test_a_chain_is_no_group():
    chain = edges_of([(n, n + 1, 0.75) for n in range(30)])
    groups = stars(chain, 31)
    assert max(map(len, groups)) <= 3


def test_no_group_is_larger_than_an_analyst_can_oversee():
    crowd = edges_of([(0, n, 0.75) for n in range(1, 400)])
    groups = stars(crowd, 400)
    assert max(map(len, groups)) == MOST_IN_GROUP


@pytest.mark.parametrize("names", [[], [""], ["", " "], ["كيم"], ["12", "!"]])
def test_nothing_to_compare(names):
    assert group_names(names) == []


def test_long_names_and_many_parts():
    long = "محمد " * 9 + "السعدي"
    assert group_names([long, long.replace("السعدي", "السعيدي")]) == [(0, 1)]


def test_proposals_in_bulk_are_those_of_the_index_but_for_short_forms():
    names = [name for pair in TOGETHER for name in pair]
    views = [entity(f"e{n:02}", name) for n, name in enumerate(dict.fromkeys(names))]
    views.append(entity("x1", "نون", external_ids=(ExternalId("wikidata", "Q1"),)))
    views.append(entity("x2", "سين", external_ids=(ExternalId("wikidata", "Q1"),)))
    words = {view.id: len(view.name.split()) for view in views}
    index = {p.key: p for p in propose_same(views) if words[p.a] == words[p.b]}
    bulk = {p.key: p for p in propose_same(views, large=0)}
    assert len(index) >= 7
    assert {key: bulk.get(key) for key in index} == index


def test_it_can_be_stopped():
    watch = Stoppable()
    watch.stop()
    with pytest.raises(Cancelled):
        group_names(["كيم"], monitor=watch)
