"""A desk's own list of names brought into a project."""

from __future__ import annotations

from pathlib import Path

import pytest

from tawatur_core import exchange
from tawatur_core.edit import authority, entities as entity_edits
from tawatur_core.edit.authority import Outcome
from tawatur_core.errors import NoSuchRow
from tawatur_core.importers.entities_listed import EntityList, ListedEntity
from tawatur_core.model import EntityId, EntityKind, ExternalId
from tawatur_core.store.entities import entities, entity
from tawatur_core.store.ids import new_id
from tests.core.store.project import Project, dump

PERSON, ORGANISATION = EntityKind.PERSON, EntityKind.ORGANISATION


def listed(*entries: ListedEntity) -> EntityList:
    return EntityList("csv", entries)


def outcomes(project: Project, *entries: ListedEntity) -> list[Outcome]:
    prepared = exchange.prepare_entities(project.session, listed(*entries))
    return [one.outcome for one in prepared.entries]


def test_each_entry_is_merged_new_or_asked_about(project: Project) -> None:
    session = project.session
    entity_edits.merge(session, project.lavrov, [project.lavrof])
    entity_edits.create(session, "محمد بن علي", PERSON)
    entity_edits.create(session, "محمد علي", PERSON)
    entries = (
        ListedEntity("سيرغي لاوروف", "1", "Sergey Lavrov", PERSON, ("الوزير لافروف",)),
        ListedEntity("غير ذلك", "2", external_ids=(ExternalId("wikidata", "Q58217"),)),
        ListedEntity("وكالة تاس", "3", "TASS", ORGANISATION),
        ListedEntity("محمد عالي", "4", kind=PERSON),
        ListedEntity("سيرجي لافروف", "5", kind=PERSON),
    )
    prepared = exchange.prepare_entities(session, listed(*entries))
    told = [one.outcome for one in prepared.entries]
    assert told == [Outcome.MERGE, Outcome.MERGE, Outcome.NEW, Outcome.LOOK, Outcome.SAME]
    assert prepared.entries[0].evidence
    assert [finding.code for finding in prepared.findings] == ["finding-entity-look"]
    before = len(entities(session))
    exchange.take_entities(session, listed(*entries), prepared)
    kept = entity(session, project.lavrov)
    assert {"سيرغي لاوروف", "الوزير لافروف", "غير ذلك", "Sergey Lavrov"} <= set(kept.aliases)
    assert kept.name_latin == "Lavrov", "what an analyst set stays"
    names = {row.entity.name: row.entity for row in entities(session)}
    assert len(names) == before + 2
    assert (names["وكالة تاس"].name_latin, names["وكالة تاس"].kind) == ("TASS", ORGANISATION)
    assert "محمد عالي" in names, "made new: reconciliation asks whether it is another"


def test_what_is_missing_is_filled_in_and_a_kind_only_where_there_is_none(
    project: Project,
) -> None:
    session = project.session
    other = entity_edits.create(session, "حلف الناتو", EntityKind.OTHER)
    entry = ListedEntity(
        "حلف الناتو", "1", "NATO", ORGANISATION, (), (ExternalId("viaf", "1"),), "حلف"
    )
    taken = exchange.take_entities(session, listed(entry))
    assert taken.count(Outcome.MERGE) == 1
    kept = entity(session, other)
    assert (kept.name_latin, kept.kind, kept.note) == ("NATO", ORGANISATION, "حلف")
    assert kept.external_ids == (ExternalId("viaf", "1"),)
    assert outcomes(project, entry) == [Outcome.SAME]
    label = session.undo_label
    exchange.take_entities(session, listed(entry))
    assert session.undo_label == label, "nothing to do, no step"


def test_entries_of_one_list_that_are_one_are_made_once(project: Project) -> None:
    session = project.session
    entries = (
        ListedEntity("بيونغ يانغ", "1", kind=EntityKind.PLACE),
        ListedEntity("بيونج يانج", "2", "Pyongyang", EntityKind.PLACE, note="عاصمة"),
    )
    exchange.take_entities(session, listed(*entries))
    (made,) = [row.entity for row in entities(session) if row.entity.kind is EntityKind.PLACE]
    assert (made.name, made.aliases, made.name_latin) == (
        "بيونغ يانغ",
        ("بيونج يانج",),
        "Pyongyang",
    )


def test_the_analyst_decides(project: Project) -> None:
    session = project.session
    entries = (
        ListedEntity("كيم جونغ إيل", "1", kind=PERSON),
        ListedEntity("سيرجي لافروف", "2", kind=PERSON, note="آخر"),
        ListedEntity("تاس", "3"),
    )
    prepared = exchange.prepare_entities(session, listed(*entries))
    before = len(entities(session))
    decisions: authority.Decisions = {0: project.kim, 1: Outcome.NEW, 2: Outcome.SKIP}
    exchange.take_entities(session, listed(*entries), prepared, decisions)
    assert "كيم جونغ إيل" in entity(session, project.kim).aliases
    assert len(entities(session)) == before + 1
    assert entity(session, project.lavrov).note == ""
    lost: authority.Decisions = {0: EntityId(new_id())}
    unchanged = dump(session)
    with pytest.raises(NoSuchRow):
        exchange.take_entities(session, listed(*entries), None, lost)
    assert dump(session) == unchanged


def test_our_own_skos_comes_back_and_finds_its_entities(project: Project, tmp_path: Path) -> None:
    pytest.importorskip("rdflib")
    session = project.session
    entity_edits.describe(session, project.lavrov, note='وزير "الخارجية"\nالروسي \\ \u2028')
    entity_edits.add_alias(session, project.kim, "Kim \U0001f600")
    entity_edits.add_external_id(session, project.kim, ExternalId("desk", "7:8"))
    entity_edits.add_external_id(session, project.kim, ExternalId("uri", "not an <address>"))
    exchange.export(session, "skos", tmp_path / "a.ttl")
    found = exchange.look_over_entities(tmp_path / "a.ttl")
    prepared = exchange.prepare_entities(session, found)
    assert {one.outcome for one in prepared.entries} == {Outcome.SAME}
    assert {one.entity for one in prepared.entries} == {row.entity.id for row in entities(session)}
