"""Names that may be one, merging, splitting, describing: by keys and mouse, all undoable."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from tests.gui.conflicts.made import Made

from tawatur_core.errors import NoSuchRow
from tawatur_core.model import EntityId, EntityKind, ExternalId
from tawatur_core.store.entities import entities, entity
from tawatur_core.store.mentions import mentions_by_entity
from tawatur_gui.context import Context, Place, Target
from tawatur_gui.entities.catalogue import Order
from tawatur_gui.entities.detail import external_id
from tawatur_gui.entities.page import EntitiesPage


def names(page: EntitiesPage) -> list[str]:
    return [row.entity.name for row in page.catalogue.model.rows]


def of_name(made: Made, name: str) -> EntityId:
    return next(row.entity.id for row in entities(made.session) if row.entity.name == name)


def test_search_finds_other_spellings(page: EntitiesPage):
    page.catalogue.search.setText("بيونغ")
    page.catalogue.refill()
    assert set(names(page)) == {"بيونغ يانغ", "بيونج يانج"}
    page.catalogue.search.setText("الأنباء المركزية")
    page.catalogue.refill()
    assert names(page)[0] == "وكالة الأنباء المركزية الكورية الشمالية"


def test_filter_and_sort(page: EntitiesPage):
    page.catalogue.filter(EntityKind.EVENT)
    assert names(page) == ["الحوار الاستراتيجي"]
    page.catalogue.filter(None)
    assert names(page)[0] == "كوريا الشمالية"
    page.catalogue.sort(Order.NAME)
    assert names(page) == sorted(names(page))


def test_names_kind_and_note_are_edited_in_place(page: EntitiesPage, made: Made):
    page.show_entity(made.long_name)
    detail = page.detail
    detail.name.setText("تشوي سون هي")
    QTest.keyClick(detail.name, Qt.Key.Key_Return)
    detail.latin.setText("Choe Son Hui")
    QTest.keyClick(detail.latin, Qt.Key.Key_Return)
    detail.note.setText("وزيرة الخارجية")
    QTest.keyClick(detail.note, Qt.Key.Key_Return)
    QTest.mouseClick(
        detail.kinds.button(list(EntityKind).index(EntityKind.OTHER)), Qt.MouseButton.LeftButton
    )
    now = entity(made.session, made.long_name)
    assert (now.name, now.name_latin, now.note, now.kind) == (
        "تشوي سون هي",
        "Choe Son Hui",
        "وزيرة الخارجية",
        EntityKind.OTHER,
    )
    for _ in range(4):
        made.session.undo()
    assert entity(made.session, made.long_name).name == "تشوي سون هوي"
    assert detail.name.text() == "تشوي سون هوي"


def test_an_empty_name_is_not_taken(page: EntitiesPage, made: Made):
    page.show_entity(made.long_name)
    page.detail.name.setText("  ")
    QTest.keyClick(page.detail.name, Qt.Key.Key_Return)
    assert entity(made.session, made.long_name).name == "تشوي سون هوي"
    assert page.detail.name.text() == "تشوي سون هوي"


def test_spellings_are_added_and_taken_off(page: EntitiesPage, made: Made):
    page.show_entity(made.long_name)
    field = page.detail.spellings.field
    field.setText("تشوي سون هي")
    QTest.keyClick(field, Qt.Key.Key_Return)
    assert entity(made.session, made.long_name).aliases == ("تشوي سون هي",)
    chip = page.detail.spellings.chips[-1]
    assert chip.text() == "تشوي سون هي"
    QTest.mouseClick(chip, Qt.MouseButton.LeftButton)
    assert entity(made.session, made.long_name).aliases == ()


def test_identifiers(page: EntitiesPage, made: Made, context: Context):
    told: list[str] = []
    context.noticed.connect(lambda text, _kind: told.append(text))
    page.show_entity(made.long_name)
    field = page.detail.ids.field
    field.setText("Q22")
    QTest.keyClick(field, Qt.Key.Key_Return)
    assert entity(made.session, made.long_name).external_ids == (ExternalId("wikidata", "Q22"),)
    field.setText("ليس معرّفًا")
    QTest.keyClick(field, Qt.Key.Key_Return)
    assert len(told) == 1
    QTest.mouseClick(page.detail.ids.chips[0], Qt.MouseButton.LeftButton)
    assert entity(made.session, made.long_name).external_ids == ()


@pytest.mark.parametrize(
    ("typed", "read"),
    [
        ("Q58217", ExternalId("wikidata", "Q58217")),
        ("https://www.wikidata.org/wiki/Q58217", ExternalId("wikidata", "Q58217")),
        ("viaf:12345", ExternalId("viaf", "12345")),
        ("Q0", None),
        ("58217", None),
        ("https://example.org/x", None),
    ],
)
def test_reading_identifiers(typed: str, read: ExternalId | None):
    assert external_id(typed) == read


def test_merging_through_the_field(page: EntitiesPage, made: Made):
    page.show_entity(of_name(made, "بيونج يانج"))
    QTest.keyClick(page.catalogue.view, Qt.Key.Key_M)
    field = page.detail.merge_field
    assert field.field.hasFocus()
    field.field.setText("بيونغ")
    assert [row.entity.name for row in field.model.rows] == ["بيونغ يانغ"]
    QTest.keyClick(field.field, Qt.Key.Key_Return)
    assert "بيونغ يانغ" not in names(page)
    kept = entity(made.session, of_name(made, "بيونج يانج"))
    assert kept.aliases == ("بيونغ يانغ",)
    assert len(mentions_by_entity(made.session, kept.id)) == 28
    made.session.undo()
    assert "بيونغ يانغ" in names(page)


def test_splitting_off_a_spelling(page: EntitiesPage, made: Made):
    QTest.keyClick(page.catalogue.view, Qt.Key.Key_Y)
    page.show_entity(made.long_name)
    QTest.keyClick(page.catalogue.view, Qt.Key.Key_P)
    parting = page.detail.parting
    assert parting.isVisible()
    assert not parting.button.isEnabled()
    QTest.qWait(1)  # the row of spellings is laid out
    QTest.mouseClick(parting._buttons["تشو سون هوي"], Qt.MouseButton.LeftButton)
    assert parting.name.text() == "تشو سون هوي"
    assert parting.button.isEnabled()
    QTest.mouseClick(parting.button, Qt.MouseButton.LeftButton)
    assert len(mentions_by_entity(made.session, made.long_name)) == 6
    made_id = of_name(made, "تشو سون هوي")
    assert page.detail.entity == made_id
    assert [mention.quote for mention in mentions_by_entity(made.session, made_id)] == [
        "تشو سون هوي"
    ]
    made.session.undo()
    assert len(mentions_by_entity(made.session, made.long_name)) == 7


def test_ticking_single_mentions(page: EntitiesPage, made: Made):
    page.show_entity(made.long_name)
    page.detail.open_parting()
    parting = page.detail.parting
    view = parting.mentions
    first = view.model_of.index(0, 0)
    QTest.mouseClick(
        view.viewport(), Qt.MouseButton.LeftButton, pos=view.visualRect(first).center()
    )
    assert parting.mentions.model_of.ticked() == [view.model_of.mentions[0]]
    parting.name.setText("وزيرة أخرى")
    assert parting.button.isEnabled()
    for place in range(1, view.model_of.rowCount()):
        view.model_of.setData(
            view.model_of.index(place, 0), Qt.CheckState.Checked, Qt.ItemDataRole.CheckStateRole
        )
    assert not parting.button.isEnabled()  # all of them would be a renaming


def test_removing_keeps_the_mentions(page: EntitiesPage, made: Made):
    page.show_entity(made.short_name)
    QTest.mouseClick(page.detail.remove_button, Qt.MouseButton.LeftButton)
    with pytest.raises(NoSuchRow):
        entity(made.session, made.short_name)
    made.session.undo()
    assert len(mentions_by_entity(made.session, made.short_name)) == 1


def test_a_mention_goes_to_its_text(page: EntitiesPage, made: Made, context: Context):
    asked: list[Target] = []
    context.went.connect(asked.append)
    page.show_entity(made.short_name)
    view = page.detail.mentions
    spot = view.visualRect(view.model_of.index(0, 0)).center()
    QTest.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=spot)
    mention = mentions_by_entity(made.session, made.short_name)[0]
    assert [(t.place, t.document, t.span, t.mention) for t in asked] == [
        (Place.READ, mention.document, mention.span, mention.id)
    ]


def test_a_new_entity_from_what_was_searched(page: EntitiesPage, made: Made):
    page.catalogue.search.setText("ماريا زاخاروفا")
    page.catalogue.refill()
    QTest.mouseClick(page.catalogue._none, Qt.MouseButton.LeftButton)
    assert entity(made.session, of_name(made, "ماريا زاخاروفا")).kind is EntityKind.OTHER
    assert page.detail.entity == of_name(made, "ماريا زاخاروفا")


def test_an_empty_project_says_what_to_do_next(opened: Context):
    page = EntitiesPage(opened)
    page.show()
    page.open(Target(Place.ENTITIES))
    assert page.stack.currentWidget() is page._empty
    page.close()
    page.deleteLater()


def test_after_a_split_the_keys_go_to_the_list(page: EntitiesPage, made: Made):
    page.show_entity(made.long_name)
    page.detail.open_parting()
    page.detail.parting.name.setFocus()
    mentions = page.detail.parting.mentions.model_of
    assert len(mentions.mentions) > 1
    first = mentions.mentions[0].id
    mentions.tick(lambda mention: mention.id == first, on=True)
    page.detail.parting.name.setText("آخر")
    QTest.keyClick(page.detail.parting.name, Qt.Key.Key_Return)
    assert page.catalogue.view.hasFocus()
