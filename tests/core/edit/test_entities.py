"""Entities: spellings, merging and splitting, mentions linked and unlinked."""

from __future__ import annotations

import pytest

from tawatur_core.edit import entities, mentions
from tawatur_core.errors import BadSpan, NoSuchRow
from tawatur_core.model import EntityId, EntityKind, ExternalId, MentionId, Party, SlotName, Span
from tawatur_core.store.claims import claim
from tawatur_core.store.entities import complete, entities as stored, entity
from tawatur_core.store.ids import new_id
from tawatur_core.store.mentions import mention, mentions_by_entity, mentions_of
from tests.core.store.project import ODD, PLAIN, Project, place


def test_merging_takes_everything_over(project: Project) -> None:
    session = project.session
    entities.add_external_id(session, project.lavrof, ExternalId("viaf", "7"))
    entities.add_external_id(session, project.lavrof, ExternalId("wikidata", "Q58217"))
    entities.describe(session, project.lavrof, note="وزير")
    entities.merge(session, project.lavrov, [project.lavrof])
    kept = entity(session, project.lavrov)
    assert kept.name == "سيرجي لافروف"
    assert set(kept.aliases) == {"لافروف", "سيرغي لافروف", "الوزير"}
    assert kept.external_ids == (ExternalId("wikidata", "Q58217"), ExternalId("viaf", "7"))
    assert (kept.name_latin, kept.note) == ("Lavrov", "وزير")
    linked = mentions_by_entity(session, project.lavrov)
    assert [one.id for one in linked] == [project.first, project.second]
    speaker = claim(session, project.claim).slots_named(SlotName.SPEAKER)[0]
    assert speaker.value == Party("لافروف", project.lavrov)
    with pytest.raises(NoSuchRow):
        entity(session, project.lavrof)


def test_merging_several_keeps_notes_and_the_latin_name(project: Project) -> None:
    session = project.session
    entities.describe(session, project.kim, note="أ")
    entities.describe(session, project.lavrov, note="ب")
    entities.merge(session, project.kim, [project.lavrov, project.lavrof, project.kim])
    kept = entity(session, project.kim)
    assert (kept.name_latin, kept.note) == ("Lavrov", "أ\nب")
    assert set(kept.aliases) == {"سيرجي لافروف", "لافروف", "سيرغي لافروف", "الوزير"}


def test_merging_needs_all_of_them(project: Project) -> None:
    with pytest.raises(NoSuchRow):
        entities.merge(project.session, project.lavrov, [project.kim, EntityId(new_id())])
    assert entity(project.session, project.kim).name == "كيم"


def test_splitting_moves_mentions_and_their_own_spelling(project: Project) -> None:
    session = project.session
    mentions.link(session, [project.second], project.lavrov)
    made = entities.split(session, project.lavrov, [project.second], "لافروف الابن")
    assert entity(session, made).kind is EntityKind.PERSON
    assert entity(session, project.lavrov).aliases == ("لافروف",), "the first is written so too"
    assert mention(session, project.second).entity == made
    assert mention(session, project.first).entity == project.lavrov
    again = entities.split(session, project.lavrov, [project.first], "آخر")
    assert entity(session, project.lavrov).aliases == ()
    assert entity(session, again).aliases == ("لافروف",)


def test_splitting_under_the_alias_as_name(project: Project) -> None:
    made = entities.split(project.session, project.lavrov, [project.first], "لافروف")
    assert entity(project.session, made).aliases == ()
    assert entity(project.session, project.lavrov).aliases == ()


def test_removing_leaves_mentions_without_link(project: Project) -> None:
    session = project.session
    entities.remove(session, project.lavrov)
    assert mention(session, project.first).entity is None
    assert mentions_by_entity(session, project.lavrov) == []
    session.undo()
    assert mention(session, project.first).entity == project.lavrov


def test_use_counts_spellings(project: Project) -> None:
    session = project.session
    mentions.mark_all(
        session, [(project.odd, place(ODD, "كِيمْ")), (project.odd, place(ODD, "كيم"))], project.kim
    )
    rows = {row.entity.id: row for row in stored(session)}
    kim = rows[project.kim]
    assert (kim.mentions, kim.documents) == (2, 1)
    assert dict(kim.spellings) == {"كِيمْ": 1, "كيم": 1}
    assert rows[project.lavrov].spellings == (("لافروف", 1),)
    assert [row.entity.name for row in stored(session)] == ["سيرجي لافروف", "سيرغي لافروف", "كيم"]


def test_mark_all_links_what_is_marked_already(project: Project) -> None:
    session = project.session
    places = [(project.plain, place(PLAIN, "لافروف")), (project.odd, place(ODD, "كيم"))]
    made = mentions.mark_all(session, places, project.kim)
    assert made[0] == project.first
    assert [one.entity for one in mentions_of(session, project.plain)] == [
        project.kim,
        project.lavrof,
    ]
    assert mention(session, made[1]).quote == "كيم"


def test_mark_all_is_all_or_nothing(project: Project) -> None:
    places = [(project.odd, place(ODD, "كيم")), (project.odd, Span(0, 10_000))]
    with pytest.raises(BadSpan):
        mentions.mark_all(project.session, places, project.kim)
    assert mentions_of(project.session, project.odd) == []


def test_linking_needs_an_entity(project: Project) -> None:
    nobody = EntityId(new_id())
    with pytest.raises(NoSuchRow):
        mentions.link(project.session, [project.first], nobody)
    with pytest.raises(NoSuchRow):
        mentions.mark(project.session, project.plain, Span(1, 4), entity=nobody)
    with pytest.raises(NoSuchRow):
        mentions.link(project.session, [MentionId(new_id())], project.kim)


def test_nested_mentions_stand_outer_first(project: Project) -> None:
    session = project.session
    outer = mentions.mark(session, project.plain, place(PLAIN, "لافروف إلى"))
    found = [one.id for one in mentions_of(session, project.plain)]
    assert found == [outer, project.first, project.second]


NAMES = (
    ("بيونج يانج", "Pyongyang", EntityKind.PLACE),
    ("كيم جونج أون", "Kim Jong Un", EntityKind.PERSON),
    ("سيرجي شويجو", "Sergei Shoigu", EntityKind.PERSON),
    ("كوريا الشمالية", "", EntityKind.PLACE),
    ("كوريا الجنوبية", "", EntityKind.PLACE),
)


@pytest.mark.parametrize(
    ("typed", "first"),
    [
        ("بيونغ", "بيونج يانج"),
        ("بيونغ يانغ", "بيونج يانج"),
        ("يانغ", "بيونج يانج"),
        ("كيم جونغ", "كيم جونج أون"),
        ("سيرغي شوي", "سيرجي شويجو"),
        ("شويغو", "سيرجي شويجو"),
        ("الشمال", "كوريا الشمالية"),
        ("جنوب", "كوريا الجنوبية"),
        ("كُورِيا الجن", "كوريا الجنوبية"),
        ("pyong", "بيونج يانج"),
        ("Shoigu", "سيرجي شويجو"),
    ],
)
def test_completion_across_spellings(project: Project, typed: str, first: str) -> None:
    for name, latin, kind in NAMES:
        entities.create(project.session, name, kind, name_latin=latin)
    found = [row.entity.name for row in complete(project.session, typed)]
    assert found[0] == first


def test_completion_follows_edits(project: Project) -> None:
    session = project.session
    assert complete(session, "طوكيو") == []
    made = entities.create(session, "يابان", EntityKind.PLACE)
    entities.add_alias(session, made, "طوكيو")
    assert [row.entity.id for row in complete(session, "طوكيو")] == [made]
    session.undo()
    assert complete(session, "طوكيو") == []
    assert len(complete(session, "")) == 4
    assert len(complete(session, "", limit=2)) == 2
