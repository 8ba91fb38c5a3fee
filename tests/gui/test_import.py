"""Importing through the real window: what is understood, what is refused, and nothing half done."""

from __future__ import annotations

import csv
import json
import zipfile
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QItemSelectionModel, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QComboBox

from tawatur_core import exchange, gathering, paths
from tawatur_core.copying import Treatment
from tawatur_core.edit import claims as claim_edits, entities as entity_edits
from tawatur_core.importers import labels_files
from tawatur_core.importers.labels import SeenLabel, Use
from tawatur_core.kinds import ClaimKind, EntityKind
from tawatur_core.model import DocumentId, Span
from tawatur_core.monitor import Silent
from tawatur_core.store import claims, documents, entities, mentions
from tawatur_core.store.session import Session
from tawatur_gui.context import Context, Place
from tawatur_gui.library import importing
from tawatur_gui.library.import_sheet import ImportSheet
from tawatur_gui.library.importing import import_files
from tawatur_gui.library.label_table import COUNT, EXAMPLES, NAME
from tawatur_gui.widgets import ROW, AutoLabel
from tawatur_gui.window import Window

Settled = Callable[[Context], None]


def seed(number: int = 0) -> str:
    """Return one of the sample texts."""
    return sorted(paths.seeds().glob("*.txt"))[number].read_text("utf-8")


def own(number: int) -> str:
    """Return a text that is in no project."""
    return "".join(f"جملة جديدة رقم {number} {n} عن أمر لم يُكتب عنه شيء.\n" for n in range(12))


@pytest.fixture
def mixed(tmp_path: Path) -> list[Path]:
    """Good and bad files in several encodings."""
    made = {
        "utf8.txt": own(1).encode(),
        "windows.txt": own(2).encode("cp1256"),
        "utf16.txt": own(3).encode("utf-16"),
        "empty.txt": b"",
        "picture.txt": b"\x89PNG\r\n\x1a\n" + bytes(range(256)),
        "nul.txt": b"abc\x00def " * 3,
    }
    folder = tmp_path / "mixed"
    folder.mkdir()
    for name, data in made.items():
        (folder / name).write_bytes(data)
    return [folder / name for name in made]


@pytest.fixture
def table(tmp_path: Path) -> Path:
    """A table whose text column has a name nobody knows."""
    path = tmp_path / "sheet.csv"
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file)
        writer.writerow(["م", "س", "الجهة"])
        for number in range(3):
            writer.writerow([f"خبر {number}", f"قصير {number}", "وكالة"])
    return path


@pytest.fixture
def brat(tmp_path: Path) -> Path:
    """A folder of another tool: one text with three marks and a relation."""
    folder = tmp_path / "brat"
    folder.mkdir()
    text = "قال لافروف إن الجنود وصلوا.\nوأكد كيم ذلك.\n"
    (folder / "a.txt").write_text(text, encoding="utf-8")
    lines = []
    for number, (label, words) in enumerate(
        (("Person", "لافروف"), ("Kol", "الجنود وصلوا"), ("Person", "كيم")), 1
    ):
        start = text.index(words)
        lines.append(f"T{number}\t{label} {start} {start + len(words)}\t{words}")
    lines.append("R1\tSpeaker Arg1:T2 Arg2:T1")
    (folder / "a.ann").write_text("\n".join(lines) + "\n", encoding="utf-8")
    return folder


def opened(window: Window, files: list[Path]) -> ImportSheet:
    """Let the window look at files, and return the card."""
    import_files(window, files)
    assert window.context.jobs.wait()
    sheets = [s for s in window.findChildren(ImportSheet) if s.isVisible()]
    assert len(sheets) == 1
    assert window.context.jobs.wait()
    return sheets[0]


def session_of(window: Window) -> Session:
    """Return the open project."""
    assert window.context.session is not None
    return window.context.session


def ids(window: Window) -> set[DocumentId]:
    """Return the articles of the project."""
    return set(documents.document_ids(session_of(window)))


def until_busy(window: Window) -> None:
    """Wait until the import writes."""
    for _ in range(400):
        if session_of(window).busy:
            return
        QTest.qWait(1)
    pytest.fail("it never began to write")


def go_to(sheet: ImportSheet, name: str) -> None:
    """Choose a file by its name."""
    number = next(n for n, one in enumerate(sheet.model.found) if one.path.name == name)
    sheet.view.setCurrentIndex(sheet.model.index(number))


def test_bad_files_are_named_and_the_rest_is_one_step(
    window: Window, mixed: list[Path], settled: Settled
) -> None:
    sheet = opened(window, mixed)
    for name in ("empty.txt", "picture.txt", "nul.txt"):
        go_to(sheet, name)
        shown = sheet.files.stack.currentWidget()
        told = sheet.files.problem.told if shown is sheet.files.problem else sheet.files.form.basis
        assert name in told.text()
    before = ids(window)
    sheet.import_all()
    settled(window.context)
    made = [id_ for id_ in documents.document_ids(session_of(window)) if id_ not in before]
    found = [documents.document(session_of(window), id_) for id_ in made]
    assert [one.provenance.file_name for one in found] == ["utf8.txt", "windows.txt", "utf16.txt"]
    assert [one.text for one in found] == [own(1), own(2), own(3)]
    assert [one.provenance.encoding for one in found] == ["utf-8", "cp1256", "utf-16-le"]
    window.run("command-undo")
    assert ids(window) == before
    window.run("command-redo")
    assert ids(window) == before | set(made)


def test_a_card_that_is_not_wanted_any_more_before_it_is_shown_goes_away(
    window: Window, mixed: list[Path]
) -> None:
    looked = importing.LookedOver(tuple(gathering.look_over(mixed, Silent())))
    making = importing._card(window, looked)
    while not window.findChildren(ImportSheet):
        next(making)
    next(making)
    making.close()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
    assert window.findChildren(ImportSheet) == []
    assert not window.context.jobs.running


def test_encoding_can_be_changed_before_import(window: Window, mixed: list[Path]) -> None:
    sheet = opened(window, [mixed[1]])
    right = sheet.files.form.preview.toPlainText()
    assert "جملة" in right
    QTest.keyClicks(sheet.files.form.outlet, "TASS")
    for encoding, same in (("iso8859-6", False), ("cp1256", True)):
        number = sheet.files.form.encoding.findData(encoding)
        if number < 0:
            continue
        sheet.files.form.encoding.setCurrentIndex(number)
        sheet.files.form.encoding.activated.emit(number)
        assert (sheet.files.form.preview.toPlainText() == right) is same
        assert sheet.files.form.outlet.text() == "TASS"
    assert sheet.files.form.basis.text() == window.context.say("encoding-basis-analyst")
    sheet.close_sheet()


def test_particulars_typed_before_import_are_kept(
    window: Window, mixed: list[Path], settled: Settled
) -> None:
    sheet = opened(window, mixed[:2])
    QTest.keyClicks(sheet.files.form.outlet, "TASS")
    sheet.files.form.title.setText("")
    QTest.keyClicks(sheet.files.form.title, "A title")
    QTest.keyClicks(sheet.files.form.author, "Sami")
    sheet.files.form.published.line.setText("2025-07-12")
    sheet.view.setCurrentIndex(sheet.model.index(1))
    assert sheet.files.form.outlet.text() == ""
    sheet.import_all()
    settled(window.context)
    first, second = documents.document_ids(session_of(window))[-2:]
    made = documents.document(session_of(window), first)
    assert (made.title, made.outlet, made.author, made.published) == (
        "A title",
        "TASS",
        "Sami",
        date(2025, 7, 12),
    )
    assert documents.document(session_of(window), second).outlet == ""


def test_a_folder_gives_what_is_in_it(window: Window, mixed: list[Path], brat: Path) -> None:
    folder = mixed[0].parent
    brat.rename(folder / "marked")
    (folder / "song.mp3").write_bytes(b"ID3")
    sheet = opened(window, [folder])
    names = {one.path.name for one in sheet.model.found}
    assert {path.name for path in mixed} | {"marked"} <= names
    assert "a.txt" not in names  # it comes with its marks
    sheet.close_sheet()


def test_a_page_says_how_each_particular_was_found(
    window: Window, tmp_path: Path, settled: Settled
) -> None:
    pytest.importorskip("trafilatura")
    body = "".join(f"<p>{line}</p>" for line in own(5).splitlines())
    page = tmp_path / "page.html"
    page.write_text(
        '<html lang="ar"><head><meta charset="utf-8"><title>خبر</title>'
        '<meta property="og:site_name" content="الجزيرة نت">'
        '<meta property="article:published_time" content="2025-07-12T10:00:00Z"></head>'
        f"<body><article><h1>عنوان الخبر</h1>{body}<p>اقرأ أيضا: خبر آخر</p></article></body></html>",
        encoding="utf-8",
    )
    sheet = opened(window, [page])
    say = window.context.say
    assert sheet.files.form.outlet.text() == "الجزيرة نت"
    assert sheet.files.form.how["outlet"].text() == say("found-meta")
    assert sheet.files.form.published.day() == date(2025, 7, 12)
    assert sheet.files.form.outlet.accessibleDescription() == say("found-meta")
    article = sheet.model.found[0].article
    assert article is not None
    assert article.draft is not None
    if article.draft.residue:
        assert len(sheet.files.form.preview.extraSelections()) == len(article.draft.residue)
        assert sheet.files.form.residue.isVisible()
    sheet.files.form.outlet.end(False)
    QTest.keyClicks(sheet.files.form.outlet, " TV")
    sheet.import_all()
    settled(window.context)
    made = documents.document(session_of(window), documents.document_ids(session_of(window))[-1])
    assert made.outlet == "الجزيرة نت TV"
    assert made.published_basis == say("found-meta")


def test_the_columns_of_a_table_are_chosen(window: Window, table: Path, settled: Settled) -> None:
    sheet = opened(window, [table])
    assert sheet.model.refused() == 1
    assert not sheet.button.isEnabled()
    assert "sheet.csv" in sheet.files.problem.told.text()
    assert sheet.files.problem.columns.isVisible()
    sheet.files.problem.columns.click()
    assert sheet.pages.currentWidget() is sheet.columns
    for part, column in (("text", "س"), ("title", "م")):
        box = sheet.columns.boxes[part]
        box.setCurrentIndex(box.findData(column))
        box.activated.emit(box.currentIndex())
        assert window.context.jobs.wait()
    titles = [draft.title for _, draft in sheet.model.drafts()]
    assert titles == ["خبر 0", "خبر 1", "خبر 2"]
    heads = [
        str(sheet.columns.table.model().headerData(n, Qt.Orientation.Horizontal)) for n in range(3)
    ]
    assert window.context.say("import-column-text") in heads[1]
    before = ids(window)
    sheet.import_all()
    settled(window.context)
    made = [documents.document(session_of(window), id_) for id_ in ids(window) - before]
    assert sorted(one.text for one in made) == ["قصير 0", "قصير 1", "قصير 2"]


def test_the_columns_of_a_table_in_an_archive_are_chosen(
    window: Window, table: Path, tmp_path: Path, settled: Settled
) -> None:
    packed = tmp_path / "packed.zip"
    with zipfile.ZipFile(packed, "w") as archive:
        archive.write(table, "inner/sheet.csv")
    sheet = opened(window, [packed])
    assert not sheet.button.isEnabled()
    sheet.files.problem.columns.click()
    box = sheet.columns.boxes["text"]
    box.setCurrentIndex(box.findData("س"))
    box.activated.emit(box.currentIndex())
    assert window.context.jobs.wait()
    assert window.context.jobs.wait()
    assert [draft.text for _, draft in sheet.model.drafts()] == [f"قصير {n}" for n in range(3)]
    before = ids(window)
    sheet.import_all()
    settled(window.context)
    assert len(ids(window) - before) == 3


def test_labels_get_their_meaning_and_are_reckoned_anew(
    window: Window, brat: Path, settled: Settled
) -> None:
    sheet = opened(window, [brat])
    table = sheet.labels.table
    model = table.labels
    names = [str(model.index(n, NAME).data()) for n in range(model.rowCount())]
    unknown = next(n for n, name in enumerate(names) if "Kol" in name)
    assert model.rule(unknown).use is Use.MENTION
    assert model.index(unknown, COUNT).data() == "1"
    assert "الجنود وصلوا" in str(model.index(unknown, EXAMPLES).data())
    assert sheet.reckoned is not None
    assert sheet.reckoned.prepared is not None
    assert sheet.reckoned.prepared.counts.claims == 0
    sheet.files.annotated.labels.click()
    table.setFocus()
    table.setCurrentIndex(model.index(unknown, NAME))
    QTest.keyClick(table, Qt.Key.Key_Return)
    box = table.findChild(QComboBox)
    assert box is not None
    wanted = box.findText(
        window.context.say("labels-claim", kind=window.context.say("claim-kind-indirect-quote"))
    )
    box.setCurrentIndex(wanted)
    box.activated.emit(wanted)
    assert window.context.jobs.wait()
    assert sheet.reckoned is not None
    assert sheet.reckoned.prepared is not None
    assert sheet.reckoned.prepared.counts.claims == 1
    before = ids(window)
    sheet.import_all()
    settled(window.context)
    (made,) = ids(window) - before
    (claim,) = claims.claims_of(session_of(window), made)
    assert claim.kind is ClaimKind.INDIRECT_QUOTE
    assert claim.quote == "الجنود وصلوا"
    assert len(mentions.mentions_of(session_of(window), made)) == 2
    kinds = {row.entity.kind for row in entities.entities(session_of(window))}
    assert kinds == {EntityKind.PERSON}
    window.run("command-undo")
    assert ids(window) == before
    assert entities.entities(session_of(window)) == []


def test_several_labels_become_the_same_at_once(window: Window, brat: Path) -> None:
    sheet = opened(window, [brat])
    table, model = sheet.labels.table, sheet.labels.table.labels
    labels = [n for n, row in enumerate(model.rows) if isinstance(row, SeenLabel)]
    assert len(labels) == 2
    sheet.turn_to(2)
    table.setFocus()
    for number in labels:
        table.selectionModel().setCurrentIndex(
            model.index(number, 0),
            QItemSelectionModel.SelectionFlag.Select | QItemSelectionModel.SelectionFlag.Rows,
        )
    QTest.keyClick(table, Qt.Key.Key_F2)
    box = table.findChild(QComboBox)
    assert box is not None
    box.setCurrentIndex(0)
    box.activated.emit(0)
    assert {model.rule(number).use for number in labels} == {Use.IGNORE}
    assert window.context.jobs.wait()
    assert sheet.reckoned is not None
    assert sheet.reckoned.prepared is not None
    assert sheet.reckoned.prepared.counts.mentions == 0
    sheet.close_sheet()


@pytest.fixture
def authority(window: Window, tmp_path: Path) -> Path:
    """A desk's list of names: one is in the project, one may be, one is new."""
    entity_edits.create(session_of(window), "سيرغي لافروف", EntityKind.PERSON)
    path = tmp_path / "names.csv"
    rows = ["الاسم,النوع,صيغ,معرف", "سيرغي لافروف,شخص,لافروف,wikidata:Q58217", "نزار قباني,شخص,,"]
    path.write_text("\n".join(rows) + "\n", encoding="utf-8")
    return path


def test_a_list_of_entities_is_matched_shown_and_taken(
    window: Window, authority: Path, settled: Settled
) -> None:
    sheet = opened(window, [authority])
    assert sheet.files.stack.currentWidget() is sheet.files.entities
    model, say = sheet.files.entities.model, window.context.say
    told = {model.cell(n, 0): (model.cell(n, 2), model.cell(n, 3)) for n in range(2)}
    assert told["سيرغي لافروف"] == ("سيرغي لافروف", say("entries-merge"))
    assert told["نزار قباني"] == ("", say("entries-new"))
    assert say("entries-do", count=2) == sheet.button.text()
    number = next(n for n in range(2) if model.cell(n, 0) == "نزار قباني")
    model.choose([number], say("entries-skip"))
    assert say("entries-do", count=1) == sheet.button.text()
    before = entities.entities(session_of(window))
    sheet.import_all()
    settled(window.context)
    (row,) = entities.entities(session_of(window))
    assert row.entity.aliases == ("لافروف",)
    assert [one.value for one in row.entity.external_ids] == ["Q58217"]
    assert window.places.where().place is Place.ENTITIES
    window.run("command-undo")
    assert entities.entities(session_of(window)) == before


def test_a_list_may_be_a_table_of_articles_after_all(window: Window, authority: Path) -> None:
    sheet = opened(window, [authority])
    assert sheet.files.entities.articles.isVisible()
    sheet.files.entities.articles.click()
    box = sheet.columns.boxes["text"]
    box.setCurrentIndex(box.findData("الاسم"))
    box.activated.emit(box.currentIndex())
    assert window.context.jobs.wait()
    assert [draft.text for _, draft in sheet.model.drafts()] == ["سيرغي لافروف", "نزار قباني"]
    sheet.close_sheet()


def test_a_mapping_is_kept_taken_and_forgotten(window: Window, brat: Path) -> None:
    sheet = opened(window, [brat])
    model = sheet.labels.table.labels
    number = next(n for n in range(model.rowCount()) if "Kol" in str(model.index(n, 0).data()))
    model.choose([number], model.choices(number)[1])
    sheet.labels.name.setText("وسوم المكتب")
    sheet.labels.keep.click()
    assert labels_files.kept() == ["وسوم المكتب"]
    sheet.close_sheet()
    again = opened(window, [brat])
    labels = again.labels
    assert labels.table.labels.rule(number).use is Use.MENTION
    labels.kept.setCurrentIndex(labels.kept.findData("وسوم المكتب"))
    labels.kept.activated.emit(labels.kept.currentIndex())
    assert labels.table.labels.rule(number).use is Use.CLAIM
    labels.forget.click()
    assert labels_files.kept() == []
    assert labels.kept.count() == 1
    again.close_sheet()


def test_a_project_comes_back_and_never_twice(
    window: Window, tmp_path: Path, settled: Settled
) -> None:
    session = session_of(window)
    first = documents.document_ids(session)[0]
    claim_edits.mark(session, first, [Span(1, 40)], kind=ClaimKind.STATEMENT)
    lines = tmp_path / "whole.jsonl"
    exchange.export(session, "jsonl", lines)
    sheet = opened(window, [lines])
    assert sheet.told.text().startswith(window.context.say("import-all-there"))
    assert not sheet.button.isEnabled()
    assert not sheet.tabs.button(4).isVisible()
    sheet.close_sheet()
    other = tmp_path / "other.tawatur"
    Session.create(other, analyst="هـ.س").close()
    assert window.projects.open(other)
    settled(window.context)
    sheet = opened(window, [lines])
    assert sheet.button.isEnabled()
    sheet.import_all()
    settled(window.context)
    assert first in ids(window)
    assert len(claims.claims_of(session_of(window), first)) == 1


def test_what_differs_is_shown_in_both_versions_and_decided(
    window: Window, tmp_path: Path, settled: Settled
) -> None:
    session = session_of(window)
    first, second = documents.document_ids(session)[:2]
    kept = claim_edits.mark(session, first, [Span(1, 40)])
    taken = claim_edits.mark(session, second, [Span(1, 30)])
    lines = tmp_path / "whole.jsonl"
    exchange.export(session, "jsonl", lines)
    claim_edits.set_note(session, kept, "ملاحظتنا")
    claim_edits.set_note(session, taken, "لا تبقى")
    claim_edits.remove(session, claim_edits.mark(session, first, [Span(50, 60)]))
    sheet = opened(window, [lines])
    page, say = sheet.differences, window.context.say
    assert not sheet.button.isEnabled(), "nothing is written while nothing is taken"
    sheet.tabs.button(4).click()
    assert page.isVisible()
    assert page.model.rowCount() == 2
    number = next(n for n, one in enumerate(page.model.differences) if one.id == taken)
    page.view.setCurrentIndex(page.model.index(number))
    shown = " ".join(label.text() for label in page.versions.findChildren(AutoLabel))
    assert "لا تبقى" in shown
    QTest.keyClick(page.view, Qt.Key.Key_2)
    assert page.model.theirs() == {taken}
    assert sheet.button.text() == say("import-take", count=1)
    sheet.button.click()
    settled(window.context)
    assert claims.claim(session, taken).note == ""
    assert claims.claim(session, kept).note == "ملاحظتنا"
    session.undo()
    assert claims.claim(session, taken).note == "لا تبقى"


def test_cancelling_a_long_import_leaves_nothing(window: Window, tmp_path: Path) -> None:
    path = tmp_path / "many.jsonl"
    rows = [{"title": f"خبر {n}", "text": own(n)} for n in range(300)]
    path.write_text("\n".join(json.dumps(row) for row in rows), encoding="utf-8")
    sheet = opened(window, [path])
    before = ids(window)
    undoes = session_of(window).undo_label
    sheet.import_all()
    until_busy(window)
    assert sheet.bar.isVisible()
    assert sheet.button.text() == window.context.say("cancel")
    window.run("command-undo")  # nothing may become part of it
    assert window.context.say("status-busy") in window.toasts.texts()
    QTest.qWait(30)
    sheet.act()
    assert window.context.jobs.wait()
    assert not session_of(window).busy
    assert ids(window) == before
    assert session_of(window).undo_label == undoes
    assert sheet.isVisible()
    assert window.context.say("import-cancelled") in window.toasts.texts()
    sheet.import_all()
    assert window.context.jobs.wait()
    assert len(ids(window)) == len(before) + 300
    window.run("command-undo")
    assert ids(window) == before


def test_closing_the_window_while_it_saves_leaves_nothing(
    window: Window, tmp_path: Path, project: Path
) -> None:
    path = tmp_path / "many.jsonl"
    rows = [{"title": f"خبر {n}", "text": own(n)} for n in range(300)]
    path.write_text("\n".join(json.dumps(row) for row in rows), encoding="utf-8")
    sheet = opened(window, [path])
    before = ids(window)
    sheet.import_all()
    until_busy(window)
    window.projects.close()
    with Session.open(project, analyst="x") as again:
        assert set(documents.document_ids(again)) == before


def test_nothing_to_import_is_told(window: Window, tmp_path: Path) -> None:
    empty = tmp_path / "nothing"
    empty.mkdir()
    import_files(window, [empty])
    assert window.context.jobs.wait()
    assert window.context.say("import-nothing") in window.toasts.texts()


@pytest.fixture
def repeating(tmp_path: Path) -> list[Path]:
    """A text of the project, a shortened reprint of another one, and two new ones that repeat."""
    made = {
        "same.txt": seed(0),
        "reprint.txt": seed(1)[: len(seed(1)) * 3 // 4] + "\nوأضاف المحرر فقرة من عنده.\n",
        "new.txt": own(7),
        "again.txt": own(7) + "سطر يزيد عليه.\n",
    }
    for name, text in made.items():
        (tmp_path / name).write_text(text, encoding="utf-8")
    return [tmp_path / name for name in made]


def test_what_repeats_is_shown_beside_it_and_decided(
    window: Window, repeating: list[Path], settled: Settled
) -> None:
    sheet = opened(window, repeating)
    say, page = window.context.say, sheet.copies
    assert sheet.tabs.button(3).isVisible()
    assert page.model.rowCount() == 3
    sheet.turn_to(3)
    assert window.context.jobs.wait()
    assert page.this.toPlainText() == page.other.toPlainText()  # the same text
    page.view.setCurrentIndex(page.model.index(1))
    assert window.context.jobs.wait()
    assert "فقرة من عنده" in page.this.toPlainText()
    assert "فقرة من عنده" not in page.other.toPlainText()
    (shaded, *_) = page.this.extraSelections()
    assert len(shaded.cursor.selectedText()) > 100
    shared = "".join(one.cursor.selectedText() for one in page.this.extraSelections())
    assert "فقرة من عنده" not in shared
    assert any(sign in page.evidence.text() for sign in "%٪")
    assert page.choices.button(1).isChecked()  # a copy is linked unless somebody says otherwise
    rows = [sheet.model.index(n).data(ROW) for n in range(4)]
    assert say("copies-skip") in [part.text for part in rows[0].parts]
    assert say("copies-link") in [part.text for part in rows[1].parts]
    assert say("import-do", count=3) == sheet.button.text()
    before = ids(window)
    sheet.import_all()
    settled(window.context)
    made = {
        documents.document(session_of(window), id_).provenance.file_name: documents.document(
            session_of(window), id_
        )
        for id_ in ids(window) - before
    }
    assert set(made) == {"reprint.txt", "new.txt", "again.txt"}
    assert made["reprint.txt"].copied_from in before
    assert made["again.txt"].copied_from == made["new.txt"].id
    assert made["new.txt"].copied_from is None
    window.run("command-undo")
    assert ids(window) == before


def test_copies_are_decided_by_keys_and_all_at_once(
    window: Window, repeating: list[Path], settled: Settled
) -> None:
    sheet = opened(window, repeating)
    sheet.turn_to(3)
    page = sheet.copies
    page.view.setFocus()
    page.view.setCurrentIndex(page.model.index(0))
    QTest.keyClick(page.view, Qt.Key.Key_3)
    assert page.model.treatments[0] is Treatment.KEEP
    assert page.view.currentIndex().row() == 1  # on to the next
    page.decide_all(Treatment.KEEP)
    assert set(page.model.treatments.values()) == {Treatment.KEEP}
    page.decide_all(Treatment.SKIP)
    assert sheet.button.text() == window.context.say("import-do", count=1)
    page.decide_all(Treatment.KEEP)
    before = ids(window)
    sheet.import_all()
    settled(window.context)
    made = [documents.document(session_of(window), id_) for id_ in ids(window) - before]
    assert len(made) == 4
    assert {one.copied_from for one in made} == {None}


def test_a_text_comes_once_with_its_marks(window: Window, brat: Path) -> None:
    sheet = opened(window, [brat, brat / "a.txt"])
    rows = [sheet.model.index(n).data(ROW) for n in range(2)]
    assert window.context.say("import-covered") in [part.text for part in rows[1].parts]
    assert sheet.button.text() == window.context.say("import-do", count=1)
    sheet.close_sheet()


def test_a_table_read_again_keeps_what_was_typed_for_its_rows(window: Window, table: Path) -> None:
    sheet = opened(window, [table])
    box = sheet.columns.boxes["text"]
    for part in ("text", "title"):
        box = sheet.columns.boxes[part]
        box.setCurrentIndex(box.findData("س" if part == "text" else "م"))
        box.activated.emit(box.currentIndex())
        assert window.context.jobs.wait()
    sheet.files.choose(1)
    sheet.files.form.author.setText("ليلى منصور")
    sheet.files.form.author.textEdited.emit("ليلى منصور")
    box = sheet.columns.boxes["outlet"]
    box.setCurrentIndex(box.findData("الجهة"))
    box.activated.emit(box.currentIndex())
    assert window.context.jobs.wait()
    drafts = [draft for _, draft in sheet.model.drafts()]
    assert [one.author for one in drafts] == ["", "ليلى منصور", ""]
    assert {one.outlet for one in drafts} == {"وكالة"}


def test_keys_answer_on_the_card_and_not_below_it(
    window: Window, mixed: list[Path], settled: Settled
) -> None:
    sheet = opened(window, mixed[:1])
    before = ids(window)
    below = next(one for one in window.actions() if one.objectName() == "command-undo")
    below.trigger()
    settled(window.context)
    assert ids(window) == before
    sheet.view.setFocus()
    QTest.keyClick(sheet.view, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    settled(window.context)
    assert len(ids(window)) == len(before) + 1
    below.trigger()
    settled(window.context)
    assert ids(window) == before
