"""The export page."""

from __future__ import annotations

import json
import threading
import zipfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QPlainTextEdit, QTextBrowser
from tests.gui.conflicts.made import make

from tawatur_core import exchange
from tawatur_core.edit import claims, documents as edit
from tawatur_core.errors import MissingExtra
from tawatur_core.exchange import Exported
from tawatur_core.exporters import catalogue
from tawatur_core.exporters.registry import formats
from tawatur_core.model import ClaimKind, Span
from tawatur_core.plugins import Exporter
from tawatur_core.preview import WHOLE, preview
from tawatur_core.store import claims as claim_store, derived, documents
from tawatur_gui import file_dialogs
from tawatur_gui.context import Context, Place, Target
from tawatur_gui.export import losses as losses_module, preview as preview_module
from tawatur_gui.export.page import ExportPage
from tawatur_gui.export.rendered import rendered
from tawatur_gui.theme import DARK
from tawatur_gui.window import Window

Settled = Callable[[Context], None]


@pytest.fixture
def page(window: Window, settled: Settled) -> ExportPage:
    """The export page in the window, with one claim marked."""
    session = window.context.session
    assert session is not None
    document = documents.document_ids(session)[0]
    claims.mark(session, document, [Span(1, 40)], kind=ClaimKind.STATEMENT)
    window.go(Target(Place.EXPORT))
    settled(window.context)
    made = window.places.page()
    assert isinstance(made, ExportPage)
    return made


def _preview(page: ExportPage) -> str:
    page.show_scope()
    assert page._context.jobs.wait()
    shown = page.preview.shown.currentWidget()
    if isinstance(shown, QPlainTextEdit | QTextBrowser):
        return shown.toPlainText()
    return page.preview.told.text()


def _texts(page: ExportPage) -> str:
    return " ".join(label.text() for label in page.losses.findChildren(QLabel))


def _target(page: ExportPage, path: Path) -> None:
    page.destination.path.setText(str(path))


def test_every_format_shows_its_preview_and_counts_its_losses(page: ExportPage) -> None:
    session = page._context.session
    assert session is not None
    for exporter in formats():
        page.formats.choose(exporter.name)
        chosen = page.destination.chosen()
        assert chosen is not None
        assert chosen.name.endswith(exporter.suffix)
        if catalogue.missing(exporter) is not None:
            continue
        shown = _preview(page)
        if exporter.name == "spacy":  # binary: told as its spans, here the one claim
            assert shown.startswith("claims\tstatement\t1\t40\t")
        elif exporter.name == "claimreview":  # nothing is decided yet
            assert json.loads(shown) == {"@context": "https://schema.org", "@graph": []}
        else:
            assert len(shown) > 100, exporter.name
        told = _texts(page)
        for lost in exchange.losses(session, exporter.name):
            assert page._context.say(lost.code) in told
            if lost.count:
                assert str(lost.count) in told


def test_losses_follow_the_scope(page: ExportPage) -> None:
    page.formats.choose("csv")
    _preview(page)
    whole = _texts(page)
    assert "5" in whole  # the texts of five articles
    page.scope.some.setChecked(True)
    index = page.scope.model.index(2)
    page.scope.model.setData(index, Qt.CheckState.Checked, Qt.ItemDataRole.CheckStateRole)
    _preview(page)
    assert "5" not in _texts(page)


def test_formats_are_found_by_name_use_and_reader(page: ExportPage) -> None:
    def shown() -> list[str]:
        rows = page.formats.model.rows
        return [one.name for one in rows if not isinstance(one, catalogue.Group)]

    everything = shown()
    assert set(everything) == {one.name for one in formats()}
    QTest.keyClicks(page.formats.search, "excel")
    assert "csv" in shown()
    assert "html" not in shown()
    assert page.formats.current().name == "jsonl"  # searching chooses nothing
    QTest.keyClick(page.formats.search, Qt.Key.Key_Down)
    assert page.formats.current().name == shown()[0]
    page.formats.search.setText("لا شيء كهذا")
    assert shown() == []
    page.formats.choose("html")
    assert page.formats.search.text() == ""
    assert shown() == everything


def test_headings_cannot_be_chosen(page: ExportPage) -> None:
    model = page.formats.model
    heads = [n for n, one in enumerate(model.rows) if isinstance(one, catalogue.Group)]
    assert len(heads) > 1
    for number in heads:
        assert not model.flags(model.index(number)) & Qt.ItemFlag.ItemIsSelectable


def test_a_format_without_its_library_says_what_to_install(
    page: ExportPage, monkeypatch: pytest.MonkeyPatch
) -> None:
    def lacking(exporter: Exporter) -> MissingExtra | None:
        return MissingExtra("cassis", "cas") if exporter.name == "w3c" else None

    for module in (catalogue, losses_module, preview_module):
        monkeypatch.setattr(module, "missing", lacking)
    page.formats.choose("w3c")
    assert page.lacking.isVisible()
    assert page.lacking.command.text() == 'pip install "tawatur[cas]"'
    assert not page.button.isEnabled()
    assert _preview(page) == ""
    page.formats.choose("jsonl")
    assert not page.lacking.isVisible()
    assert page.button.isEnabled()


def test_exporting_writes_proves_and_tells_what_is_lost(page: ExportPage, tmp_path: Path) -> None:
    target = tmp_path / "out" / "claims.csv"
    target.parent.mkdir()
    page.formats.choose("csv")
    _target(page, target)
    assert not page.result.isVisible()
    page.act()
    assert page._context.jobs.wait()
    assert target.read_text("utf-8-sig").count("\n") == 2
    assert page.result.isVisible()
    assert "5" in page.result.told.text()
    told = " ".join(label.text() for label in page.result.findChildren(QLabel))
    assert page._context.say("loss-texts") in told
    assert page.button.text() == page._context.say("export-do")


def test_only_ticked_articles_are_exported(page: ExportPage, tmp_path: Path) -> None:
    target = tmp_path / "one.jsonl"
    page.scope.some.setChecked(True)
    assert page.scope.empty()
    assert not page.button.isEnabled()
    assert _preview(page) == page._context.say("export-preview-none")
    index = page.scope.model.index(1)
    page.scope.model.setData(index, Qt.CheckState.Checked, Qt.ItemDataRole.CheckStateRole)
    _target(page, target)
    page.act()
    assert page._context.jobs.wait()
    records = [json.loads(line) for line in target.read_text("utf-8").splitlines()]
    titles = [record["title"] for record in records if record["type"] == "document"]
    assert titles == ["سيرجي لافروف في وونسان"]


def test_the_articles_of_an_outlet_are_exported(page: ExportPage, tmp_path: Path) -> None:
    session = page._context.session
    assert session is not None
    mine = documents.document_ids(session)[3]
    edit.describe(session, mine, outlet="وكالة تاس")
    page.scope.refresh()
    page.scope.outlets.setChecked(True)
    assert page.scope.empty()
    index = page.scope.outlet_model.index(0)
    assert "وكالة تاس" in str(index.data())
    page.scope.outlet_model.setData(index, Qt.CheckState.Checked, Qt.ItemDataRole.CheckStateRole)
    assert page.scope.scope().documents == frozenset([mine])
    assert page._context.say("export-some-count", count=1) == page.scope.count.text()


def test_reviewed_only_is_passed_on(page: ExportPage) -> None:
    assert not page.scope.scope().reviewed_only
    page.scope.reviewed.setChecked(True)
    assert page.scope.scope().reviewed_only


def test_a_place_that_cannot_be_written_is_named(
    page: ExportPage, window: Window, tmp_path: Path
) -> None:
    _target(page, tmp_path / "nowhere" / "x.jsonl")
    assert "nowhere" in page.destination.note.text()
    page.act()
    assert page._context.jobs.wait()
    assert any("x.jsonl" in text for text in window.toasts.texts())
    assert not page.result.isVisible()
    assert page.button.isEnabled()


def test_an_older_file_is_asked_about(page: ExportPage, tmp_path: Path) -> None:
    target = tmp_path / "old.jsonl"
    target.write_text("mine", encoding="utf-8")
    _target(page, target)
    page.act()
    assert page.replacing.isVisible()
    assert "old.jsonl" in page.replacing.told.text()
    assert page.replacing.replace.hasFocus()
    page.replacing.leave.click()
    assert page._context.jobs.wait()
    assert target.read_text("utf-8") == "mine"
    page.act()
    page.replacing.replace.click()
    assert page._context.jobs.wait()
    assert target.read_text("utf-8").startswith("{")
    assert not page.replacing.isVisible()


def test_a_folder_with_something_in_it_is_left_alone(page: ExportPage, tmp_path: Path) -> None:
    full = tmp_path / "mine"
    full.mkdir()
    (full / "letter.txt").write_text("mine", encoding="utf-8")
    _target(page, full)
    assert not page.button.isEnabled()
    assert str(full) in page.destination.note.text()
    page.act()
    assert page._context.jobs.wait()
    assert [file.name for file in full.iterdir()] == ["letter.txt"]


def test_cancelling_leaves_no_file(
    page: ExportPage, window: Window, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    target = tmp_path / "never.jsonl"
    _target(page, target)
    asked = threading.Event()
    export = exchange.export

    def when_asked(*given: Any, **named: Any) -> Exported:
        asked.wait(30)
        return export(*given, **named)

    monkeypatch.setattr(exchange, "export", when_asked)
    page.act()
    assert page.button.text() == page._context.say("cancel")
    assert page.bar.isVisible()
    page.act()
    asked.set()
    assert page._context.jobs.wait()
    assert page.button.text() == page._context.say("export-do")
    assert not page.bar.isVisible()
    assert window.context.say("export-cancelled") in window.toasts.texts()
    assert not page.result.isVisible()
    assert not target.exists()


def test_cancelling_too_late_is_not_said_to_have_cancelled(
    page: ExportPage, window: Window, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    target = tmp_path / "there.jsonl"
    _target(page, target)
    written, asked = threading.Event(), threading.Event()
    export = exchange.export

    def then_wait(*given: Any, **named: Any) -> Exported:
        done = export(*given, **named)
        written.set()
        asked.wait(30)
        return done

    monkeypatch.setattr(exchange, "export", then_wait)
    page.act()
    assert written.wait(30)
    page.act()
    asked.set()
    assert page._context.jobs.wait()
    assert target.exists()
    assert window.context.say("export-cancelled") not in window.toasts.texts()
    assert page.result.isVisible()


def test_the_file_can_be_chosen(
    page: ExportPage, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    chosen = str(tmp_path / "mine.html")
    monkeypatch.setattr(file_dialogs, "ask_place", lambda *_, **__: Path(chosen))
    page.destination.browse()
    assert page.destination.path.text() == chosen


def test_the_report_is_shown_as_a_page(page: ExportPage, settled: Settled) -> None:
    page.formats.choose("html")
    page.show_scope()
    settled(page._context)
    assert page.preview.shown.currentWidget() is page.preview.report
    told = page.preview.report.toPlainText()
    assert page._context.say("report-conflicts") in told
    assert "<" not in told
    assert "@font-face" not in told
    assert page.preview.note.text() == page._context.say("export-preview-report")
    page.formats.choose("jsonl")
    page.show_scope()
    settled(page._context)
    assert page.preview.shown.currentWidget() is page.preview.text


def test_tables_of_the_report_run_with_the_page() -> None:
    line = '<table><tr><th scope="row">1</th><td>2</td><td class="x"><b>3</b></td></tr></table>'
    turned = rendered(line, DARK, right=True)
    assert turned.index(">3<") < turned.index(">2<") < turned.index(">1<")
    kept = rendered(line, DARK, right=False)
    assert kept.index(">1<") < kept.index(">2<") < kept.index(">3<")
    assert DARK.conflict in kept


def test_the_report_is_previewed_with_a_whole_conflict(tmp_path: Path) -> None:
    made = make(tmp_path / "made.tawatur")
    shown = preview(made.session, "html", shown=WHOLE)[0].text
    first = derived.conflicts(made.session)[0]
    titles = {
        documents.document(made.session, claim.document).title
        for claim in claim_store.claims(made.session, first.claims)
    }
    assert len(titles) > 1
    assert all(title in shown for title in titles)
    alone = frozenset(documents.document_ids(made.session)[:1])
    narrow = preview(made.session, "html", scope=exchange.Scope(alone), shown=WHOLE)[0].text
    assert narrow.count('class="question"') == 0
    made.session.close()


def test_each_file_of_an_export_can_be_looked_at(page: ExportPage) -> None:
    page.formats.choose("w3c")
    begins = _preview(page)
    assert begins.lstrip().startswith("{")
    files = page.preview.files
    assert files.isVisible()
    assert files.model().rowCount() > 1
    assert files.selectionModel().isSelected(files.model().index(0, 0))
    files.setCurrentIndex(files.model().index(1, 0))
    assert page.preview.text.toPlainText() not in ("", begins)


def test_an_export_is_told_where_the_person_is(
    page: ExportPage, window: Window, tmp_path: Path
) -> None:
    told = page._context.say("export-done-short", file="a.jsonl")
    _target(page, tmp_path / "a.jsonl")
    page.act()
    window.go(Target(Place.READ))
    assert page._context.jobs.wait()
    assert told in window.toasts.texts()


def test_several_files_are_a_zip_or_a_folder(page: ExportPage, tmp_path: Path) -> None:
    page.formats.choose("brat")
    field = page.destination
    assert field.zipped.isVisible()
    packed = tmp_path / "one.zip"
    _target(page, packed)
    page.act()
    assert page._context.jobs.wait()
    assert zipfile.is_zipfile(packed)
    field.folder.setChecked(True)
    chosen = field.chosen()
    assert chosen is not None
    assert chosen.parent == tmp_path  # the folder chosen before
    assert chosen.suffix == ""
    page.act()
    assert page._context.jobs.wait()
    assert sorted(file.suffix for file in chosen.rglob("*.ann")) == [".ann"] * 5
    assert page.result.isVisible()
    page.act()  # it is full now
    assert page._context.jobs.wait()
    assert not page.button.isEnabled()
    page.formats.choose("jsonl")
    assert not field.zipped.isVisible()
    assert page.button.isEnabled()
