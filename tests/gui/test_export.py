"""The export page."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog, QPlainTextEdit, QTextBrowser
from tests.gui.conflicts.made import make

from tawatur_core import exchange
from tawatur_core.edit import claims
from tawatur_core.exporters.registry import formats
from tawatur_core.model import ClaimKind, Span
from tawatur_core.store import claims as claim_store, derived, documents
from tawatur_gui.context import Context, Place, Target
from tawatur_gui.export.page import ExportPage
from tawatur_gui.export.rendered import rendered
from tawatur_gui.theme import DARK
from tawatur_gui.widgets import AutoLabel
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
    page.show_preview()
    assert page._context.jobs.wait()
    shown = page.shown.currentWidget()
    assert isinstance(shown, QPlainTextEdit | QTextBrowser)
    return shown.toPlainText()


def test_every_format_shows_its_preview_and_losses(page: ExportPage) -> None:
    for exporter in formats():
        page.formats.choose(exporter.name)
        assert page.destination.text().endswith(exporter.suffix)
        assert len(_preview(page)) > 100
        told = " ".join(label.text() for label in page.formats.losses.findChildren(AutoLabel))
        for loss in exporter.losses:
            assert page._context.say(loss.code) in told


def test_exporting_writes_and_proves(page: ExportPage, tmp_path: Path) -> None:
    target = tmp_path / "out" / "corpus.jsonl"
    target.parent.mkdir()
    page.formats.choose("jsonl")
    page.destination.setText(str(target))
    assert not page.result.isVisible()
    page.act()
    assert page._context.jobs.wait()
    records = [json.loads(line) for line in target.read_text("utf-8").splitlines()]
    assert sum(record["type"] == "document" for record in records) == 5
    assert page.result.isVisible()
    assert "5" in page.told.text()
    assert page.button.text() == page._context.say("export-do")


def test_only_ticked_articles_are_exported(page: ExportPage, tmp_path: Path) -> None:
    target = tmp_path / "one.jsonl"
    page.scope.some.setChecked(True)
    assert page.scope.empty()
    assert not page.button.isEnabled()
    assert _preview(page) == page._context.say("export-preview-none")
    index = page.scope.model.index(1)
    page.scope.model.setData(index, Qt.CheckState.Checked, Qt.ItemDataRole.CheckStateRole)
    page.destination.setText(str(target))
    page.act()
    assert page._context.jobs.wait()
    records = [json.loads(line) for line in target.read_text("utf-8").splitlines()]
    titles = [record["title"] for record in records if record["type"] == "document"]
    assert titles == ["سيرجي لافروف في وونسان"]


def test_reviewed_only_is_passed_on(page: ExportPage) -> None:
    assert not page.scope.scope().reviewed_only
    page.scope.reviewed.setChecked(True)
    assert page.scope.scope().reviewed_only


def test_a_place_that_cannot_be_written_is_named(
    page: ExportPage, window: Window, tmp_path: Path
) -> None:
    page.destination.setText(str(tmp_path / "nowhere" / "x.jsonl"))
    page.act()
    assert page._context.jobs.wait()
    assert any("x.jsonl" in text for text in window.toasts.texts())
    assert not page.result.isVisible()
    assert page.button.isEnabled()


def test_cancelling_leaves_no_file(page: ExportPage, window: Window, tmp_path: Path) -> None:
    target = tmp_path / "never.jsonl"
    page.destination.setText(str(target))
    page.act()
    assert page.button.text() == page._context.say("cancel")
    page.act()
    assert page._context.jobs.wait()
    assert page.button.text() == page._context.say("export-do")
    assert window.context.say("export-cancelled") in window.toasts.texts()
    assert not page.result.isVisible()


def test_the_file_can_be_chosen(
    page: ExportPage, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    chosen = str(tmp_path / "mine.html")
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (chosen, ""))
    page.browse()
    assert page.destination.text() == chosen


def test_the_report_is_shown_as_a_page(page: ExportPage, settled: Settled) -> None:
    page.formats.choose("html")
    page.show_preview()
    settled(page._context)
    assert page.shown.currentWidget() is page.report
    told = page.report.toPlainText()
    assert page._context.say("report-conflicts") in told
    assert "<" not in told
    assert "@font-face" not in told
    assert page._note.text() == page._context.say("export-preview-report")
    page.formats.choose("jsonl")
    page.show_preview()
    settled(page._context)
    assert page.shown.currentWidget() is page.preview


def test_tables_of_the_report_run_with_the_page() -> None:
    line = '<table><tr><th scope="row">1</th><td>2</td><td class="x"><b>3</b></td></tr></table>'
    turned = rendered(line, DARK, right=True)
    assert turned.index(">3<") < turned.index(">2<") < turned.index(">1<")
    kept = rendered(line, DARK, right=False)
    assert kept.index(">1<") < kept.index(">2<") < kept.index(">3<")
    assert DARK.conflict in kept


def test_the_report_is_previewed_with_a_whole_conflict(tmp_path: Path) -> None:
    made = make(tmp_path / "made.tawatur")
    shown = exchange.preview(made.session, "html")
    first = derived.conflicts(made.session)[0]
    titles = {
        documents.document(made.session, claim.document).title
        for claim in claim_store.claims(made.session, first.claims)
    }
    assert len(titles) > 1
    assert all(title in shown for title in titles)
    alone = frozenset(documents.document_ids(made.session)[:1])
    narrow = exchange.preview(made.session, "html", scope=exchange.Scope(alone))
    assert narrow.count('class="question"') == 0
    made.session.close()
