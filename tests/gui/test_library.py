"""Library list, particulars, import, welcome page."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QMenu, QPushButton, QWidget

from tawatur_core.edit import documents as edit
from tawatur_core.model import DocumentId
from tawatur_core.store import documents
from tawatur_core.store.documents import LibraryRow
from tawatur_gui.context import Context, Place, Target
from tawatur_gui.library.dates import read_date
from tawatur_gui.library.list import LibraryList
from tawatur_gui.library.model import LibraryModel
from tawatur_gui.library.particulars import Particulars, edit_particulars
from tawatur_gui.library.welcome import WelcomePage
from tawatur_gui.widgets import ROW, AutoLabel, Row

Settled = Callable[[Context], None]


@pytest.fixture
def library(opened: Context) -> Iterator[LibraryList]:
    """The list of the sample project, on the screen."""
    made = LibraryList(opened)
    made.resize(260, 700)
    made.show()
    QTest.qWaitForWindowExposed(made)
    yield made
    made.close()
    made.deleteLater()


def _row(library: LibraryList, number: int) -> Row:
    row = library.model.index(number).data(ROW)
    assert isinstance(row, Row)
    return row


def _wait(library: LibraryList) -> None:
    """Wait until the list has read the change."""
    while library._soon.isActive():
        QTest.qWait(5)


def test_rows_say_title_date_outlet(library: LibraryList) -> None:
    assert library.model.rowCount() == 5
    row = _row(library, 0)
    assert row.title == "لافروف يحذر من «تهديدات أمنية» لروسيا وكوريا الشمالية"
    told = [re.sub("[\u2066-\u2069]", "", part.text) for part in row.parts]
    assert told[0] == "12 يوليو 2025"
    assert told[-1] == "الناشر غير معروف"


def test_search_ignores_hamza_marks_and_letter_variants(library: LibraryList) -> None:
    assert library._context.session is not None
    ids = library.ids()
    edit.describe(library._context.session, ids[3], outlet="الأهرام المسائيّ")
    _wait(library)
    for typed in ("اهرام", "الاهرام المسايي", "أَهْرَام", "المسائی"):
        library.search.setText(typed)
        assert library.ids() == [ids[3]], typed
    library.search.setText("لا توجد")
    assert library.ids() == []
    library.search.clear()
    assert library.ids() == ids


def test_choosing_tells_once_and_selecting_does_not(library: LibraryList) -> None:
    told: list[DocumentId] = []
    library.chosen.connect(told.append)
    ids = library.ids()
    library.select(ids[1])
    assert library.selected() == ids[1]
    assert told == []
    rect = library.view.visualRect(library.model.index(2))
    QTest.mouseClick(library.view.viewport(), Qt.MouseButton.LeftButton, pos=rect.center())
    assert told == [ids[2]]
    library.step(1)
    library.step(1)
    library.step(1)
    assert told == ids[2:]


def test_the_open_article_stays_open_when_the_list_changes(library: LibraryList) -> None:
    assert library._context.session is not None
    ids = library.ids()
    library.select(ids[4])
    edit.remove(library._context.session, ids[0])
    _wait(library)
    assert library.selected() == ids[4]
    assert library.view.currentIndex().row() == 3
    library._context.session.undo()
    _wait(library)
    assert library.view.currentIndex().row() == 4


def test_removing_can_be_undone_and_opens_the_next(library: LibraryList) -> None:
    assert library._context.session is not None
    told: list[DocumentId] = []
    notices: list[str] = []
    library.chosen.connect(told.append)
    library._context.noticed.connect(lambda text, _: notices.append(text))
    ids = library.ids()
    library.select(ids[1])
    library.view.setFocus()
    QTest.keyClick(library.view, Qt.Key.Key_Delete)
    assert documents.document_ids(library._context.session) == [ids[0], *ids[2:]]
    assert told == [ids[2]]
    assert "Ctrl+Z" in notices[0]
    library._context.session.undo()
    _wait(library)
    assert library.ids() == ids


def test_context_menu_edits_and_removes(library: LibraryList) -> None:
    menu = library.menu(library.ids()[0])
    assert isinstance(menu, QMenu)
    words = [action.text() for action in menu.actions() if action.text()]
    assert words == ["عدّل بيانات المقال…", "احذف المقال"]
    menu.deleteLater()


def test_an_empty_project_says_what_to_do(context: Context, tmp_path: Path) -> None:
    asked: list[str] = []
    context.asked.connect(asked.append)
    library = LibraryList(context)
    library.show()
    buttons = [b for b in library.findChildren(QPushButton) if b.isVisible() and b.text()]
    assert [button.text() for button in buttons] == ["استورد مقالات"]
    buttons[0].click()
    assert asked == ["command-import"]
    library.close()


def test_particulars_are_one_undo_step(opened: Context) -> None:
    assert opened.session is not None
    window = QWidget()
    window.resize(900, 700)
    document = documents.document_ids(opened.session)[0]
    sheet = edit_particulars(window, opened, document)
    assert isinstance(sheet, Particulars)
    sheet.fields["title"].setText("عنوان جديد")
    sheet.fields["outlet"].setText("الشرق")
    sheet.published.line.setText("١٣ يوليو ٢٠٢٥")
    sheet.save.click()
    after = documents.document(opened.session, document)
    assert (after.title, after.outlet, after.published) == (
        "عنوان جديد",
        "الشرق",
        date(2025, 7, 13),
    )
    opened.session.undo()
    assert documents.document(opened.session, document).outlet == ""
    window.deleteLater()


def test_a_copy_names_its_original_and_can_be_parted(library: LibraryList) -> None:
    context = library._context
    assert context.session is not None
    first, second = library.ids()[:2]
    edit.mark_copy(context.session, second, first)
    _wait(library)
    assert context.say("library-copy") in [part.text for part in _row(library, 1).parts]
    assert context.say("library-copy") not in [part.text for part in _row(library, 0).parts]
    original = documents.document(context.session, first).title
    told = str(library.model.index(1).data(Qt.ItemDataRole.AccessibleTextRole))
    assert context.say("library-copied-from", title=original) in told
    window = QWidget()
    window.resize(900, 700)
    sheet = edit_particulars(window, context, second)
    assert isinstance(sheet, Particulars)
    words = " ".join(label.text() for label in sheet.copied.findChildren(AutoLabel))
    assert original in words
    went: list[Target] = []
    context.went.connect(went.append)
    show, part = sheet.copied.findChildren(QPushButton)
    part.click()
    assert documents.document(context.session, second).copied_from is None
    context.session.undo()
    assert documents.document(context.session, second).copied_from == first
    show.click()
    assert went == [Target(Place.READ, document=first)]
    window.deleteLater()


def test_particulars_refuse_what_is_no_date(opened: Context) -> None:
    assert opened.session is not None
    window = QWidget()
    window.resize(900, 700)
    sheet = edit_particulars(window, opened, documents.document_ids(opened.session)[0])
    assert isinstance(sheet, Particulars)
    for text, sound in (("31/02/2025", False), ("أمس", False), ("", True), ("2025-02-28", True)):
        sheet.published.line.setText(text)
        assert sheet.save.isEnabled() == sound, text
    window.deleteLater()


@pytest.mark.parametrize(
    ("typed", "day"),
    [
        ("2025-07-12", date(2025, 7, 12)),
        ("12/7/2025", date(2025, 7, 12)),
        ("٢٠٢٥-٠٧-١٢", date(2025, 7, 12)),
        ("12 يوليو 2025", date(2025, 7, 12)),
        ("3 تشرين الثاني 2024", date(2024, 11, 3)),
        ("9 أيلول 2024", date(2024, 9, 9)),
        ("12 July 2025", date(2025, 7, 12)),
        ("  ", None),
    ],
)
def test_dates_as_people_type_them(typed: str, day: date | None) -> None:
    assert read_date(typed) == day


@pytest.mark.parametrize("typed", ["2025", "2025-13-01", "12 فلان 2025", "غدًا"])
def test_other_words_are_no_dates(typed: str) -> None:
    with pytest.raises(ValueError, match=r".*"):
        read_date(typed)


def test_ten_thousand_rows_are_listed_and_sifted(context: Context) -> None:
    model = LibraryModel(context, context)
    at = datetime(2025, 7, 12, tzinfo=UTC)
    made = LibraryRow(DocumentId(""), "", "", None, at, 900, 3, 9, 4, 2, 1, 0.5)
    model.put([replace(made, id=DocumentId(str(n)), title=f"مقال {n}") for n in range(10_000)])
    assert model.rowCount() == 10_000
    model.sift("مقال 9999")
    assert model.rowCount() == 1
    model.sift("")
    assert model.rowCount() == 10_000


def test_welcome_offers_recent_projects(context: Context, project: Path, tmp_path: Path) -> None:
    wanted: list[list[Path]] = []
    context.wanted.connect(wanted.append)
    context.settings.remember(tmp_path / "gone.tawatur")
    context.settings.remember(project)
    page = WelcomePage(context)
    names = {b.text(): b for b in page.findChildren(QPushButton)}
    assert not names["gone"].isEnabled()
    names["sample"].click()
    assert wanted == [[project]]
    page.deleteLater()
