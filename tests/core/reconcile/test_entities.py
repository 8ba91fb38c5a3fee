"""Proposals that two entities are one."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given, settings, strategies as st

from tawatur_core.model import DocumentId, EntityId, EntityKind, ExternalId
from tawatur_core.reconcile.entities import GOOD, judge, proposal_key, propose_same
from tawatur_core.reconcile.parties import title_words
from tawatur_core.reconcile.views import EntityView, Settled
from tests.core.reconcile.make import entity

PLACE = EntityKind.PLACE


def score(a: EntityView, b: EntityView, *others: EntityView) -> float:
    wanted = proposal_key(a.id, b.id)
    return next((p.score for p in propose_same([a, b, *others]) if p.key == wanted), 0.0)


@pytest.mark.parametrize(
    ("a", "b", "kind"),
    [
        ("بيونج يانج", "بيونغ يانغ", PLACE),
        ("كيم جونج أون", "كيم جونغ أون", EntityKind.PERSON),
        ("سيرجي لافروف", "سيرغي لافروف", EntityKind.PERSON),
        ("شنجهاي", "شنغهاي", PLACE),
        ("منظمة شنجهاي للتعاون", "منظمة شنغهاي للتعاون", EntityKind.ORGANISATION),
        ("تشوي سون هوي", "تشو سون هوي", EntityKind.PERSON),
        ("تشو سون هي", "تشو سون هوي", EntityKind.PERSON),
        ("لافروف", "سيرجي لافروف", EntityKind.PERSON),
    ],
)
def test_spellings_of_one_name(a: str, b: str, kind: EntityKind):
    assert score(entity("1", a, kind), entity("2", b, kind)) >= GOOD


@pytest.mark.parametrize(
    ("a", "b", "kind"),
    [
        ("كوريا الشمالية", "كوريا الجنوبية", PLACE),
        ("كيم جونغ أون", "كيم جونغ إيل", EntityKind.PERSON),
        ("كيم جونج أون", "كيم جونغ إيل", EntityKind.PERSON),
        ("سيرجي لافروف", "سيرجي شويجو", EntityKind.PERSON),
        ("حسن", "حسان", EntityKind.PERSON),
        ("كوريا", "كوريا الشمالية", PLACE),
        ("كيم إيل سونغ", "كيم جونغ إيل", EntityKind.PERSON),
    ],
)
def test_close_spelling_is_not_identity(a: str, b: str, kind: EntityKind):
    assert score(entity("1", a, kind), entity("2", b, kind)) == 0.0


def test_a_name_that_several_bear_is_not_given_to_one():
    kims = entity("2", "كيم جونغ أون"), entity("3", "كيم إيل سونغ")
    short = entity("1", "كيم")
    assert all(score(short, kim, *kims) == 0.0 for kim in kims)


def test_two_named_in_one_sentence_are_rather_two():
    a, b = entity("1", "سيرجي لافروف"), entity("2", "سيرغي لافروف")
    together = frozenset({(DocumentId("d"), 3)})
    c = entity("1", "سيرجي لافروف", sentences=together)
    d = entity("2", "سيرغي لافروف", sentences=together)
    assert score(c, d) < GOOD <= score(a, b)


def test_company_titles_and_kind_weigh():
    company = frozenset(map(EntityId, "xyz"))
    titles = frozenset({"وزير خارج"})
    bare = score(entity("1", "تشوي سون هوي"), entity("2", "تشو سون هوي"))
    known = score(
        entity("1", "تشوي سون هوي", company=company, titles=titles),
        entity("2", "تشو سون هوي", company=company, titles=titles),
    )
    other = score(entity("1", "تشوي سون هوي"), entity("2", "تشو سون هوي", PLACE))
    assert other < bare < known


def test_a_shared_title_is_told_as_it_is_written():
    before = "فيما قالت وزيرة الخارجية الكورية الشمالية "
    titles = title_words(before)
    assert titles == {"وزيرة الخارجية الكورية الشمالية"}
    other = title_words("وأكدت وزيرة خارجيةِ كوريا الشمالية ")
    a = entity("1", "تشوي سون هوي", titles=other)
    b = entity("2", "تشو سون هوي", titles=titles)
    told = {e.code: e.args for p in propose_same([a, b]) for e in p.evidence}
    assert told["evidence-entity-titles"] == {"titles": "وزيرة الخارجية الكورية الشمالية"}
    assert title_words("قال إن ") == frozenset()


def test_external_identifiers_decide():
    q1, q2 = (ExternalId("wikidata", "Q58217"),), (ExternalId("wikidata", "Q1"),)
    a = entity("1", "سيرجي لافروف", external_ids=q1)
    assert score(a, entity("2", "وزير الخارجية الروسي", external_ids=q1)) >= 0.6
    assert score(a, entity("2", "سيرغي لافروف", external_ids=q2)) == 0.0


def test_what_was_decided_is_not_asked_again():
    a, b = entity("1", "بيونج يانج", PLACE), entity("2", "بيونغ يانغ", PLACE)
    key = proposal_key(b.id, a.id)
    assert propose_same([a, b], Settled(entity_keys=frozenset({key}))) == ()
    different = frozenset({frozenset({a.id, b.id})})
    assert propose_same([a, b], Settled(different=different)) == ()


def test_classes_of_spelling_are_named_and_weigh_nothing_more():
    (found,) = propose_same([entity("1", "سيرجي لافروف"), entity("2", "سيرغي لافروف")])
    form, told = found.evidence
    assert (told.code, told.args) == ("name-step-g", {"a": "سيرجي", "b": "سيرغي"})
    assert 0 < told.weight < 0.05
    assert found.score == form.weight


def test_another_first_name_speaks_against_one_person():
    one, other = entity("1", "أحمد الأسد"), entity("2", "بشار الأسد")
    same = (ExternalId("wikidata", "Q1"),)
    told = {e.code: e for e in judge(replace(one, external_ids=same), other, {})[1]}
    assert told["evidence-entity-other-first"].args == {"a": "احمد", "b": "بشار"}
    assert told["evidence-entity-other-first"].weight < 0
    spelled = judge(entity("1", "سيرجي لافروف"), entity("2", "سيرغي لافروف"), {})[1]
    assert "evidence-entity-other-first" not in {e.code for e in spelled}


def test_a_name_of_two_letters_is_compared():
    same = (ExternalId("wikidata", "Q1"),)
    (found,) = propose_same(
        [entity("1", "طه", external_ids=same), entity("2", "تاها", external_ids=same)]
    )
    assert found.evidence[0].args == {"a": "طه", "b": "تاها"}


NAMES = [
    entity(str(i), n)
    for i, n in enumerate(
        ["سيرجي لافروف", "سيرغي لافروف", "لافروف", "كيم جونج أون", "كيم جونغ أون"]
    )
]


@given(st.permutations(NAMES))
@settings(max_examples=20, deadline=None)
def test_the_order_of_the_entities_does_not_matter(order: list[EntityView]):
    assert propose_same(order) == propose_same(NAMES)


def test_a_common_word_does_not_compare_all_with_all():
    crowd = [
        entity(f"{i:04}", f"محمد {chr(0x628 + i % 8)}{chr(0x633 + i % 7)}{i}") for i in range(400)
    ]
    assert len(propose_same(crowd)) < 400
