"""Names of another list found among the entities that are known."""

from __future__ import annotations

import pytest

from tawatur_core.model import EntityId, EntityKind, ExternalId
from tawatur_core.reconcile.known import NO_MATCH, KnownEntities
from tawatur_core.reconcile.views import EntityView

PERSON, PLACE, OTHER = EntityKind.PERSON, EntityKind.PLACE, EntityKind.OTHER


def view(
    id_: str, name: str, kind: EntityKind = PERSON, *spellings: str, qid: str = ""
) -> EntityView:
    ids = (ExternalId("wikidata", qid),) if qid else ()
    return EntityView(EntityId(id_), name, kind, spellings, external_ids=ids)


KNOWN = (
    view("lavrov", "سيرغي لافروف", PERSON, "Sergey Lavrov", qid="Q58217"),
    view("pyongyang", "بيونغ يانغ", PLACE),
    view("kim", "كيم جونغ أون"),
    view("kim2", "كيم جونغ إيل"),
    view("korea", "كوريا الشمالية", PLACE),
)


@pytest.mark.parametrize(
    ("asked", "entity"),
    [
        (view("?", "سيرجي لافروف"), "lavrov"),
        (view("?", "Sergei Lavrov"), "lavrov"),
        (view("?", "لافروف"), "lavrov"),
        (view("?", "لاوروف الوزير", PERSON, qid="Q58217"), "lavrov"),
        (view("?", "بيونج يانج", PLACE), "pyongyang"),
        (view("?", "بيونغ يانغ", OTHER), "pyongyang"),
        (view("?", "كيم جونج اون"), "kim"),
    ],
)
def test_a_known_name_is_found_however_written(asked: EntityView, entity: str) -> None:
    match = KnownEntities(KNOWN).find(asked)
    assert match.entity == entity
    assert match.sure
    assert match.evidence


@pytest.mark.parametrize(
    "asked",
    [
        view("?", "كوريا", PLACE),
        view("?", "سيرغي شويغو"),
        view("?", "سيرغي لافروف", PERSON, qid="Q1"),
        view("?", "مدريد", PLACE),
    ],
)
def test_another_name_or_identifier_is_nobody_known(asked: EntityView) -> None:
    assert KnownEntities(KNOWN).find(asked) == NO_MATCH


def test_a_short_form_is_not_sure_when_two_bear_it() -> None:
    assert not KnownEntities(KNOWN).find(view("?", "كيم")).sure
    known = KnownEntities(KNOWN)
    known.hear("آنا لافروف")
    assert not known.find(view("?", "لافروف")).sure


def test_a_name_of_another_kind_is_not_sure() -> None:
    match = KnownEntities(KNOWN).find(view("?", "بيونغ يانغ", PERSON))
    assert not match.sure


def test_what_is_added_is_found() -> None:
    known = KnownEntities()
    assert known.find(view("?", "تاس")) == NO_MATCH
    known.add(view("tass", "تاس", EntityKind.ORGANISATION))
    assert known.find(view("?", "تاس", EntityKind.ORGANISATION)).entity == "tass"
    assert known.view(EntityId("tass")).name == "تاس"
