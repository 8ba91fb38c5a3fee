"""The window: places, search, undo, languages, themes, notices, other instances."""

from __future__ import annotations

import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QByteArray, QEvent, QMimeData, QObject, QPointF, Qt, QUrl
from PySide6.QtGui import QAccessible, QDropEvent, QInputMethodEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QWidget

from tawatur_core.edit import documents as edit, entities as entity_edit
from tawatur_core.errors import EmptyFile
from tawatur_core.model import EntityKind
from tawatur_core.store import derived, documents, proposals
from tawatur_core.store.session import Session
from tawatur_core.wording import LANGUAGES, wording
from tawatur_gui import file_dialogs, theme
from tawatur_gui.app import make_window
from tawatur_gui.context import Context, Place, Target
from tawatur_gui.errors import Net
from tawatur_gui.library.asking import NewProject
from tawatur_gui.library.projects import free_path
from tawatur_gui.settings import Settings
from tawatur_gui.shell.keys import grouped
from tawatur_gui.shell.preferences import Preferences
from tawatur_gui.widgets import Kbd
from tawatur_gui.widgets.overlay import Sheet
from tawatur_gui.window import Window

Settled = Callable[[Context], None]


def _sheets(window: Window) -> list[Sheet]:
    return [sheet for sheet in window.findChildren(Sheet) if sheet.isVisible()]


def _counted(window: Window) -> None:
    """Wait until the counts have followed the last change."""
    assert window.context.jobs.wait()
    while window.bridge._soon.isActive():
        QTest.qWait(10)
    assert window.context.jobs.wait()


def _type(field: QWidget, text: str) -> None:
    """Type what no Latin key gives."""
    event = QInputMethodEvent()
    event.setCommitString(text)
    QApplication.sendEvent(field, event)


def test_without_a_project_there_is_only_the_start(empty_window: Window) -> None:
    assert empty_window.places.where().place == Place.WELCOME
    assert not any(button.isEnabled() for button in empty_window.rail.buttons.values())
    empty_window.go(Target(Place.CONFLICTS))
    assert empty_window.places.where().place == Place.WELCOME


def test_enter_opens_the_sample_corpus_at_the_first_start(
    empty_window: Window, app: QApplication, settled: Settled
) -> None:
    focused = app.focusWidget()
    assert focused is not None
    QTest.keyClick(focused, Qt.Key.Key_Return)
    settled(empty_window.context)
    assert empty_window.context.session is not None
    assert len(documents.document_ids(empty_window.context.session)) == 5


def test_after_searching_the_focus_is_on_the_page_again(window: Window, app: QApplication) -> None:
    window.go(Target(Place.CONFLICTS))
    before = app.focusWidget()
    window.top_search()
    QTest.keyClick(window.top.search, Qt.Key.Key_Escape)
    assert app.focusWidget() is before


def test_every_place_opens_by_key(window: Window) -> None:
    for key, place in (
        (Qt.Key.Key_2, Place.ENTITIES),
        (Qt.Key.Key_3, Place.CONFLICTS),
        (Qt.Key.Key_4, Place.OVERVIEW),
        (Qt.Key.Key_5, Place.EXPORT),
        (Qt.Key.Key_6, Place.WELCOME),
        (Qt.Key.Key_1, Place.READ),
    ):
        QTest.keyClick(window, key, Qt.KeyboardModifier.ControlModifier)
        page = window.places.page()
        assert page is not None
        assert page.place == place
        chosen = [p for p, button in window.rail.buttons.items() if button.isChecked()]
        assert chosen == ([place] if place != Place.WELCOME else [])


class _Flashes(QObject):
    """Notes every widget that is shown as a window of its own."""

    def __init__(self) -> None:
        super().__init__()
        self.seen: list[str] = []

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Show and isinstance(watched, QWidget) and watched.isWindow():
            self.seen.append(repr(watched))
        return False


def test_nothing_flashes_up_while_places_are_built(window: Window, app: QApplication) -> None:
    flashes = _Flashes()
    app.installEventFilter(flashes)
    for language in ("en", "ar"):
        window.speak(language)
        for place in Place:
            window.go(Target(place))
    app.removeEventFilter(flashes)
    assert flashes.seen == []


def test_a_project_without_a_title_goes_by_its_file(empty_window: Window, tmp_path: Path) -> None:
    path = tmp_path / "untitled.tawatur"
    Session.create(path, analyst="هـ.س").close()
    empty_window.projects.open(path)
    assert empty_window.top.project.text() == "untitled"
    assert empty_window.top.undo.isVisibleTo(empty_window)
    assert "untitled" in empty_window.windowTitle()


def test_a_screen_reader_has_a_name_for_all_the_keyboard_reaches(
    window: Window, settled: Settled
) -> None:
    nameless = []
    for place in Place:
        window.go(Target(place))
        settled(window.context)
        for widget in window.findChildren(QWidget):
            if widget.isVisible() and widget.focusPolicy() != Qt.FocusPolicy.NoFocus:
                told = QAccessible.queryAccessibleInterface(widget)
                if not told.text(QAccessible.Text.Name):
                    nameless.append((place, type(widget).__name__, widget.objectName()))
    assert not nameless


def test_undo_names_what_it_undoes(window: Window) -> None:
    session = window.context.session
    assert session is not None
    document = documents.document_ids(session)[0]
    edit.describe(session, document, outlet="تاس")
    assert window.top.undo.accessibleName().startswith("تراجع: ")
    assert session.undo_label is not None
    assert window.context.words.label(session.undo_label) in window.top.undo.accessibleName()
    QTest.keyClick(window, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert documents.document(session, document).outlet == ""
    assert window.top.redo.isEnabled()
    QTest.keyClick(
        window,
        Qt.Key.Key_Z,
        Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier,
    )
    assert documents.document(session, document).outlet == "تاس"
    assert not window.top.redo.isEnabled()


def test_search_finds_articles_entities_and_commands(window: Window) -> None:
    assert window.context.session is not None
    entity_edit.create(window.context.session, "وونسان", EntityKind.PLACE)
    went: list[Target] = []
    window.context.went.connect(went.append)
    QTest.keyClick(window, Qt.Key.Key_K, Qt.KeyboardModifier.ControlModifier)
    assert window.top.search.hasFocus()
    _type(window.top.search, "وونسان")
    window.results.look()
    kinds = [found.row.parts[0].text for found in window.results.model.found]
    assert {"المقالات", "الكيانات"} <= set(kinds)
    QTest.keyClick(window.top.search, Qt.Key.Key_Down)
    QTest.keyClick(window.top.search, Qt.Key.Key_Up)
    QTest.keyClick(window.top.search, Qt.Key.Key_Return)
    assert went[-1].place == Place.READ
    assert went[-1].document is not None
    assert not window.results.isVisible()
    assert window.top.search.text() == ""


def test_search_runs_a_command_by_its_words(window: Window) -> None:
    window.top_search()
    _type(window.top.search, "الاختصارات")
    window.results.look()
    assert window.results.model.found[0].row.title == "أظهر الاختصارات"
    QTest.keyClick(window.top.search, Qt.Key.Key_Return)
    assert len(_sheets(window)) == 1


def test_search_with_nothing_found_says_so(window: Window) -> None:
    window.top_search()
    _type(window.top.search, "zzzzqqqq")
    window.results.look()
    assert window.results.model.found[0].row.title == window.context.say("search-nothing")
    QTest.keyClick(window.top.search, Qt.Key.Key_Escape)
    assert not window.results.isVisible()


def test_the_sheet_of_keys_shows_every_key(window: Window) -> None:
    window.go(Target(Place.CONFLICTS))
    QTest.keyClick(window, Qt.Key.Key_F1)
    sheet = _sheets(window)[0]
    caps = [cap.text() for cap in sheet.findChildren(Kbd)]
    commands = [c for members in grouped(window.all_commands()).values() for c in members]
    assert len(caps) == sum(len(command.keys) for command in commands)
    assert "Ctrl+K" in caps


@pytest.mark.parametrize("place", [place for place in Place if place != Place.WELCOME])
def test_no_key_of_a_page_is_taken_by_the_window(window: Window, place: Place) -> None:
    window.go(Target(place))
    own = {keys for command in window.commands for keys in command.keys}
    theirs = [keys for command in window.places.commands() for keys in command.keys]
    assert not own & set(theirs)
    for command in window.places.commands():
        assert window.context.say(command.code)
        assert window.context.say(command.group)


def test_language_changes_live_and_keeps_the_place(window: Window, app: QApplication) -> None:
    window.go(Target(Place.EXPORT))
    assert app.layoutDirection() == Qt.LayoutDirection.RightToLeft
    rail = window.rail.mapTo(window, window.rail.rect().center()).x()
    assert rail > window.width() / 2
    QTest.keyClick(
        window,
        Qt.Key.Key_L,
        Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier,
    )
    QTest.qWait(20)
    assert app.layoutDirection() == Qt.LayoutDirection.LeftToRight
    assert window.places.where().place == Place.EXPORT
    assert window.rail.mapTo(window, window.rail.rect().center()).x() < window.width() / 2
    assert window.rail.buttons[Place.EXPORT].text() == "Export"
    assert Settings.load().language == "en"
    window.speak("ar")
    assert window.rail.buttons[Place.EXPORT].text() == "تصدير"


def test_theme_changes_live(window: Window, app: QApplication) -> None:
    told: list[bool] = []
    window.context.themed.connect(lambda: told.append(theme.current().dark))
    window.run("command-theme")
    assert told == [True]
    assert app.palette().window().color() == theme.DARK.colour("panel")
    window.run("command-theme")
    assert app.palette().window().color() == theme.LIGHT.colour("panel")


def test_settings_are_seen_at_once(window: Window, app: QApplication) -> None:
    window.run("command-settings")
    sheet = _sheets(window)[0]
    assert isinstance(sheet, Preferences)
    sheet.findChild(QWidget, "ui_size-larger").click()  # type: ignore[union-attr]
    assert app.font().pixelSize() == 14
    sheet.font_choice["Amiri"].click()
    assert Settings.load().page_font == "Amiri"
    sheet.analyst.setText("ليلى")
    sheet.analyst.editingFinished.emit()
    assert window.context.session is not None
    assert window.context.session.analyst == "ليلى"
    assert "ليلى" in window.bottom.analyst.text()


def test_notices_and_failures_are_shown(window: Window) -> None:
    window.context.noticed.emit("تم", "done")
    window.context.fail(EmptyFile("خبر.txt"))
    assert window.toasts.texts()[0] == "تم"
    assert "خبر.txt" in window.toasts.texts()[1]
    for number in range(5):
        window.context.noticed.emit(str(number), "done")
    assert window.toasts.texts() == ["2", "3", "4"]


def test_our_own_errors_show_their_details(empty_window: Window) -> None:
    empty_window.context.broke.disconnect()
    empty_window.context.broke.connect(empty_window.toasts.show_bug)
    for _ in range(3):  # a part that fails each time it is painted
        empty_window.context.fail(ZeroDivisionError("x"))
    assert empty_window.toasts.texts() == ["ZeroDivisionError"]
    titles = [label.text() for label in empty_window.toasts.shown[0].findChildren(QLabel)]
    assert empty_window.context.say("bug-title") in titles


def test_the_net_catches_what_a_slot_raises(app: QApplication) -> None:
    net, caught = Net(), []  # type: ignore[var-annotated]
    net.caught.connect(caught.append)
    net.spread()
    try:
        sys.excepthook(ValueError, ValueError("boom"), None)
    finally:
        net.fold()
    assert [str(failure) for failure in caught] == ["boom"]


def test_a_second_instance_reads_and_says_who_writes(
    empty_window: Window, project: Path, settled: Settled
) -> None:
    other = Session.open(project, analyst="ليلى")
    assert empty_window.projects.open(project)
    settled(empty_window.context)
    assert empty_window.banner.isVisible()
    assert other.held_by == ""
    assert empty_window.context.session is not None
    assert empty_window.context.session.held_by in empty_window.banner.words.text()
    document = documents.document_ids(empty_window.context.session)[0]
    assert empty_window.context.do(lambda s: edit.remove(s, document)) is None
    assert empty_window.toasts.texts()
    other.close()
    empty_window.projects.reopen()
    assert not empty_window.banner.isVisible()
    assert not empty_window.context.session.read_only


def test_a_file_that_is_no_project_leaves_the_open_one(window: Window, tmp_path: Path) -> None:
    before = window.context.session
    assert before is not None
    bad = tmp_path / "bad.tawatur"
    bad.write_bytes(b"not a database at all")
    assert not window.projects.open(bad)
    assert window.context.session is not None
    assert window.context.session.path == before.path
    assert any("bad.tawatur" in text for text in window.toasts.texts())


def test_a_missing_project_leaves_the_start(empty_window: Window, tmp_path: Path) -> None:
    assert not empty_window.projects.open(tmp_path / "gone.tawatur")
    assert empty_window.context.session is None
    assert any("gone.tawatur" in text for text in empty_window.toasts.texts())


def test_the_sample_corpus_opens_with_proposals(empty_window: Window, settled: Settled) -> None:
    empty_window.run("command-sample")
    settled(empty_window.context)
    session = empty_window.context.session
    assert session is not None
    ids = documents.document_ids(session)
    assert len(ids) == 5
    assert empty_window.places.where().place == Place.READ
    assert all(proposals.mention_proposals(session, document) for document in ids)
    assert sum(len(proposals.claim_proposals(session, document)) for document in ids) > 5
    path = session.path
    empty_window.run("command-close")
    assert empty_window.places.where().place == Place.WELCOME
    empty_window.run("command-sample")
    settled(empty_window.context)
    assert empty_window.context.session is not None
    assert empty_window.context.session.path == path
    assert len(documents.document_ids(empty_window.context.session)) == 5


def test_a_new_project_is_made_and_opened(empty_window: Window, tmp_path: Path) -> None:
    empty_window.run("command-new")
    sheet = _sheets(empty_window)[0]
    assert isinstance(sheet, NewProject)
    assert not sheet.button.isEnabled()
    sheet.folder = tmp_path
    sheet.name.setText("قمة / بغداد")
    QTest.keyClick(sheet.name, Qt.Key.Key_Return)
    assert empty_window.context.session is not None
    assert empty_window.context.session.title == "قمة / بغداد"
    assert empty_window.context.session.path == tmp_path / "قمة - بغداد.tawatur"
    assert empty_window.context.settings.recent[0].endswith("قمة - بغداد.tawatur")


def test_a_free_path_never_overwrites(tmp_path: Path) -> None:
    first = free_path(tmp_path, "أ")
    first.touch()
    assert free_path(tmp_path, "أ") == tmp_path / "أ 2.tawatur"
    assert free_path(tmp_path, " ... ").name == "tawatur.tawatur"


def test_dropping_a_project_opens_it(empty_window: Window, project: Path) -> None:
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(project))])
    event = QDropEvent(
        QPointF(200, 200),
        Qt.DropAction.CopyAction,
        data,
        Qt.MouseButton.LeftButton,
        Qt.KeyboardModifier.NoModifier,
    )
    empty_window.dropEvent(event)
    assert empty_window.context.session is not None
    assert empty_window.context.session.path == project


def test_files_dropped_without_a_project_ask_for_one(
    empty_window: Window, tmp_path: Path, settled: Settled
) -> None:
    file = tmp_path / "خبر.txt"
    file.write_text("قال الوزير إن الاجتماع عُقد السبت.", "utf-8")
    empty_window.take_files([file])
    sheet = _sheets(empty_window)[0]
    assert isinstance(sheet, NewProject)
    sheet.name.setText("تجربة")
    sheet.make()
    settled(empty_window.context)
    sheets = [type(sheet).__name__ for sheet in _sheets(empty_window)]
    assert "ImportSheet" in sheets


def test_opening_by_dialog(
    empty_window: Window, project: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(file_dialogs, "ask_file", lambda *_: project)
    empty_window.run("command-open")
    assert empty_window.context.session is not None


def test_badges_and_counts_follow_the_project(window: Window, settled: Settled) -> None:
    _counted(window)
    assert "5" in window.bottom.counts.text()
    session = window.context.session
    assert session is not None
    edit.remove(session, documents.document_ids(session)[0])
    _counted(window)
    assert "4" in window.bottom.counts.text()
    assert window.bottom.saved.text() == window.context.say("status-saved")


def test_a_change_starts_a_comparison_whose_result_is_stored(
    window: Window, settled: Settled
) -> None:
    session = window.context.session
    assert session is not None
    a = entity_edit.create(session, "سيرجي لافروف", EntityKind.PERSON)
    b = entity_edit.create(session, "سيرغي لافروف", EntityKind.PERSON)
    window.bridge.compare()
    _counted(window)
    assert window.rail.buttons[Place.ENTITIES].waiting == 1
    entity_edit.merge(session, a, [b])
    window.bridge.compare()
    _counted(window)
    assert window.rail.buttons[Place.ENTITIES].waiting == 0


def test_the_badge_of_entities_counts_groups_not_pairs(window: Window, settled: Settled) -> None:
    session = window.context.session
    assert session is not None
    names = ("سيرجي لافروف", "سيرغي لافروف", "سيرجى لافروف")
    made = [entity_edit.create(session, name, EntityKind.PERSON) for name in names]
    window.bridge.compare()
    _counted(window)
    assert len(derived.entity_proposals(session)) > 1
    assert window.rail.buttons[Place.ENTITIES].waiting == 1
    edit.remove(session, documents.document_ids(session)[0])
    _counted(window)
    assert window.rail.buttons[Place.ENTITIES].waiting == 1, "what it comes from did not change"
    entity_edit.merge(session, made[0], made[1:])
    _counted(window)
    assert window.rail.buttons[Place.ENTITIES].waiting == 0


def test_a_stale_comparison_is_dropped(window: Window, settled: Settled) -> None:
    session = window.context.session
    assert session is not None
    a = entity_edit.create(session, "سيرجي لافروف", EntityKind.PERSON)
    b = entity_edit.create(session, "سيرغي لافروف", EntityKind.PERSON)
    told: list[bool] = []
    session.subscribe(lambda changes: told.append(changes.touches("entity_proposal")))
    window.bridge.compare()
    window.bridge._quiet.stop()
    entity_edit.merge(session, a, [b])
    window.bridge._quiet.stop()
    settled(window.context)
    assert told == [False]


def test_window_and_project_come_back(
    app: QApplication,
    project: Path,
    no_leftovers: None,
    settled: Settled,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    net = Net()
    window = make_window(net)
    window.show()
    window.resize(1100, 720)
    assert window.projects.open(project)
    settled(window.context)
    window.close()
    assert window.context.session is None
    kept = window.saveGeometry()
    restored: list[QByteArray] = []  # the off-screen screen is too small to show it
    monkeypatch.setattr(Window, "restoreGeometry", lambda _, state: restored.append(state))
    again = make_window(net)
    assert restored == [kept]
    assert again.context.settings.last_project == str(project)
    again.close()
    for one in (window, again):
        one.deleteLater()


def test_damaged_settings_are_told(app: QApplication, no_leftovers: None) -> None:
    Settings.file().write_text("{", "utf-8")
    window = make_window(Net())
    assert "settings.json" in window.toasts.texts()[0]
    window.close()
    window.deleteLater()


def test_every_window_command_has_words_in_both_languages(empty_window: Window) -> None:
    for language in LANGUAGES:
        for command in empty_window.commands:
            assert wording(language).say(command.code)
            assert wording(language).say(command.group)
