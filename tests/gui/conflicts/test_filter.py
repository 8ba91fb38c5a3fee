"""The queue narrowed by article, outlet, days, entity and analyst."""

from __future__ import annotations

from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from tests.gui.conflicts.made import ANALYST, Made

from tawatur_core.edit import documents
from tawatur_core.store.conflict_filter import Wanted
from tawatur_gui.conflicts.filter_sheet import FilterSheet, read_days
from tawatur_gui.conflicts.page import ConflictsPage
from tawatur_gui.context import Context


def opened(page: ConflictsPage) -> FilterSheet:
    QTest.keyClick(page.queue.view, Qt.Key.Key_F)
    (sheet,) = (each for each in page.window().findChildren(FilterSheet) if each.isVisible())
    return sheet


def keys(page: ConflictsPage) -> list[str]:
    return [item.key for item in page.queue.model.items]


def test_by_article_with_keys(page: ConflictsPage, made: Made, context: Context):
    sheet = opened(page)
    sheet.document.setCurrentIndex(sheet.document.findData(made.documents[2]))
    QTest.keyClick(sheet.document, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert keys(page) == [made.soldiers.key, made.dates.key, made.pair.key]
    assert page.queue.told.isVisible()
    assert page.queue.more.text() == context.say("conflicts-filter", count=1)
    again = page.queue
    again.narrow(Wanted())
    assert len(keys(page)) == 5
    assert not page.queue.told.isVisible()


def test_by_outlet_days_and_analyst(page: ConflictsPage, made: Made):
    documents.describe(made.session, made.documents[1], outlet="سانا", published=date(2025, 7, 13))
    sheet = opened(page)
    sheet.outlet.setCurrentIndex(sheet.outlet.findData("سانا"))
    sheet.analyst.setCurrentIndex(sheet.analyst.findData(ANALYST))
    sheet.days.setText("13 يوليو 2025")
    QTest.keyClick(sheet.days, Qt.Key.Key_Return)
    assert set(keys(page)) == {made.speaker.key, made.wording.key, made.dates.key}
    asked = opened(page)
    assert asked.outlet.currentData() == "سانا"
    assert asked.days.text() == "2025-07-13"
    QTest.mouseClick(asked.none, Qt.MouseButton.LeftButton)
    assert len(keys(page)) == 5


def test_what_is_left_comes_on_the_page_and_the_next_is_one_of_it(page: ConflictsPage, made: Made):
    page.queue.narrow(Wanted(document=made.documents[2]))
    assert page.shown is not None
    assert page.shown.key == made.soldiers.key
    QTest.keyClick(page.queue.view, Qt.Key.Key_3)
    assert page.shown.key == made.dates.key  # not 'wording', which weighs more but is left out


def test_by_entity_in_any_spelling(page: ConflictsPage, made: Made):
    sheet = opened(page)
    sheet.entity.setText("وكالة الأنباء المركزية")
    QTest.keyClick(sheet.entity, Qt.Key.Key_Return)
    assert keys(page) == [made.soldiers.key]


@pytest.mark.parametrize(("field", "typed"), [("entity", "لا أحد اسمه كذا"), ("days", "قريبًا")])
def test_what_cannot_be_understood_is_told(page: ConflictsPage, field: str, typed: str):
    sheet = opened(page)
    getattr(sheet, field).setText(typed)
    QTest.keyClick(getattr(sheet, field), Qt.Key.Key_Return)
    assert sheet.trouble.isVisible()
    assert typed in sheet.trouble.text()
    assert len(keys(page)) == 5
    sheet.close_sheet()


@pytest.mark.parametrize(
    ("typed", "days"),
    [
        ("12/7/2025", (date(2025, 7, 12), date(2025, 7, 12))),
        ("يوليو 2025", (date(2025, 7, 1), date(2025, 7, 31))),
        ("2025", (date(2025, 1, 1), date(2025, 12, 31))),
        ("2025-07-01 – 2025-07-12", (date(2025, 7, 1), date(2025, 7, 12))),
        ("2023 2025", (date(2023, 1, 1), date(2025, 12, 31))),
        ("قريبًا", None),
    ],
)
def test_days_are_read(typed: str, days: tuple[date, date] | None):
    assert read_days(typed) == days


def test_every_field_has_a_name(page: ConflictsPage):
    sheet = opened(page)
    for field in (sheet.document, sheet.outlet, sheet.days, sheet.entity, sheet.analyst):
        assert field.accessibleName()
    sheet.close_sheet()
