"""The PDF report: proven quotes, embedded fonts, pages that hold what they should."""

from __future__ import annotations

import re
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from tests.gui.conflicts.made import make

from tawatur_core import exchange
from tawatur_core.edit import claims, verdicts
from tawatur_core.errors import CannotWrite, ExportMismatch
from tawatur_core.exporters.registry import format_named
from tawatur_core.model import Choice, ClaimKind, Document, Span
from tawatur_core.monitor import Silent
from tawatur_core.plugins import Annotated, Corpus
from tawatur_core.preview import WHOLE, preview
from tawatur_core.store import derived, documents
from tawatur_core.store.session import Session
from tawatur_core.wording import wording
from tawatur_gui.export.pdf_blocks import Cell, Marked, Side, Sides, Table, Text, blocks, plain
from tawatur_gui.export.pdf_pages import HEIGHT, Setter
from tawatur_gui.export.pdf_report import PdfReport, _attachment


@pytest.fixture
def session(project: Path) -> Iterator[Session]:
    """The sample project with a claim in each article."""
    made = Session.open(project, analyst="ه.س")
    for document in documents.document_ids(made):
        claims.mark(made, document, [Span(1, 160)], kind=ClaimKind.STATEMENT)
    yield made
    made.close()


def test_the_report_is_written_proven_and_carries_its_fonts(
    app: QApplication, session: Session, tmp_path: Path
) -> None:
    target = tmp_path / "report.pdf"
    done = exchange.export(session, "pdf", target, language="ar")
    assert done.spans == 5
    raw = target.read_bytes()
    described = re.findall(rb"/Type\s*/FontDescriptor", raw)
    assert len(described) >= 2
    assert len(re.findall(rb"/FontFile2 ", raw)) == len(described)
    held = _attachment(target)
    assert held["language"] == "ar"
    first = held["claims"][0]
    text = documents.document(session, first["document"]).text
    assert [text[start:end] for start, end, _ in first["spans"]] == [first["spans"][0][2]]


def test_a_quote_that_is_not_in_the_text_is_found(
    app: QApplication, session: Session, tmp_path: Path
) -> None:
    target = tmp_path / "report.pdf"
    corpus = exchange.corpus_of(session, exchange.Scope())
    exporter = PdfReport()
    exporter.write(corpus, target, "en", Silent())
    assert exporter.verify(corpus, target) == 5
    with pytest.raises(ExportMismatch):
        exporter.verify(_shifted(corpus), target)
    target.write_bytes(b"%PDF-1.4 nothing %%EOF")
    with pytest.raises(ExportMismatch):
        exporter.verify(corpus, target)


def _shifted(corpus: Corpus) -> Corpus:
    def one(document: Document) -> Document:
        return replace(document, text=f"x{document.text}")

    def documents_() -> Iterator[Annotated]:
        for annotated in corpus.documents():
            yield replace(annotated, document=one(annotated.document))

    return replace(corpus, documents=documents_)


def test_it_cannot_be_written_where_no_folder_is(
    app: QApplication, session: Session, tmp_path: Path
) -> None:
    corpus = exchange.corpus_of(session, exchange.Scope())
    with pytest.raises(CannotWrite):
        PdfReport().write(corpus, tmp_path / "none" / "report.pdf", "ar", Silent())


def test_the_preview_shows_the_words(session: Session) -> None:
    told = preview(session, "pdf", language="en", shown=WHOLE)[0].text
    assert "Conflicts" in told
    first = documents.document_ids(session)[0]
    assert documents.document(session, first).text[1:60] in told


def test_it_works_from_the_command_line_without_a_display(session: Session, tmp_path: Path) -> None:
    target = tmp_path / "out.pdf"
    code = (
        "import os, sys; os.environ.pop('QT_QPA_PLATFORM', None); os.environ.pop('DISPLAY', None)\n"
        "from tawatur_core.cli import main\n"
        "sys.exit(main(sys.argv[1:]))"
    )
    args = ["export", str(session.path), "pdf", str(target), "--json"]
    done = subprocess.run([sys.executable, "-c", code, *args], capture_output=True, check=False)
    assert done.returncode == 0, done.stderr.decode()
    assert target.read_bytes().startswith(b"%PDF-")


def test_it_is_registered_with_its_losses() -> None:
    exporter = format_named("pdf")
    assert exporter.suffix == ".pdf"
    for language in ("ar", "en"):
        assert all(wording(language).say(loss.code) for loss in exporter.losses)


def test_a_long_paragraph_goes_on_on_the_next_page(app: QApplication) -> None:
    setter = Setter(right=True)
    words = " ".join(f"كلمة{n}" for n in range(4000))
    setter.add([Text(words, "quote")])
    assert len(setter.pages) > 2
    lines = [line for page in setter.pages for line in page.lines]
    assert "".join(lines).replace(" ", "") == words.replace(" ", "")


def test_a_heading_never_stands_alone_at_the_end_of_a_page(app: QApplication) -> None:
    setter = Setter(right=True)
    setter.add([Text("سطر", "quote") for _ in range(200)])
    per_page = len(setter.pages[0].lines)
    setter = Setter(right=True)
    rows = [Text("سطر", "quote") for _ in range(per_page - 1)]
    setter.add([*rows, Text("عنوان", "h2", keep=True), Text("بعده", "quote")])
    assert "عنوان" not in setter.pages[0].lines
    assert setter.pages[1].lines[0] == "عنوان"


def test_the_head_of_a_table_stands_on_every_page(app: QApplication) -> None:
    setter = Setter(right=False)
    rows = tuple((Cell(f"a{n}"), Cell(f"b{n}")) for n in range(120))
    setter.add([Table((1, 1), ("first", "second"), rows)])
    assert len(setter.pages) > 1
    assert all(page.lines[:2] == ["first", "second"] for page in setter.pages)


def test_a_side_longer_than_a_page_is_not_cut(app: QApplication) -> None:
    long = " ".join(f"كلمة{n}" for n in range(1500))
    side = Side("أ", "اليوم", Marked(((long, "claim"),)))
    setter = Setter(right=True)
    setter.add([Sides((side, side))])
    text = "".join(line for page in setter.pages for line in page.lines).replace(" ", "")
    assert text.count("كلمة1499") == 2
    assert setter._y < HEIGHT


def test_the_direction_of_the_interface_decides_the_side(
    app: QApplication, session: Session
) -> None:
    assert Setter(right=True)._x(0, 100) > Setter(right=False)._x(0, 100)
    corpus = exchange.corpus_of(session, exchange.Scope())
    made = blocks(corpus, wording("ar"), Silent())
    assert made[0] == Text(session.title, "h1")


def test_a_stale_verdict_is_shown_without_a_tick_and_as_open(tmp_path: Path) -> None:
    project = make(tmp_path / "made.tawatur")
    words = wording("en")
    with project.session as session:
        verdicts.decide(session, project.soldiers, Choice.BOTH_STAND, reason="مصدران")
        corpus = exchange.corpus_of(session, exchange.Scope())
        stale = replace(corpus.verdicts[0], seen=("أ", "ب"))
        for verdict, looks in ((corpus.verdicts[0], ("verdict",)), (stale, ("open", "past"))):
            made = blocks(replace(corpus, verdicts=(verdict,)), words, Silent())
            at = next(n for n, b in enumerate(made) if isinstance(b, Text) and "مصدران" in b.text)
            told = [b for b in made[at + 1 - len(looks) : at + 1] if isinstance(b, Text)]
            assert tuple(b.style for b in told) == looks
            assert told[-1].text.startswith("✓") == (looks == ("verdict",))


def test_verdicts_without_a_conflict_come_after_the_conflicts(tmp_path: Path) -> None:
    project = make(tmp_path / "made.tawatur")
    words = wording("ar")
    with project.session as session:
        verdicts.decide(session, project.soldiers, Choice.BOTH_STAND, reason="مصدران")
        before = list(plain(blocks(exchange.corpus_of(session, exchange.Scope()), words, Silent())))
        derived.put_reconciliation(session, [], [project.dates], [])
        told = list(plain(blocks(exchange.corpus_of(session, exchange.Scope()), words, Silent())))
    heading = words.say("report-lapsed")
    assert heading not in before
    after = told[told.index(heading) : told.index(words.say("report-entities"))]
    assert any("جهاز الاستخبارات" in line for line in after)
    assert any("مصدران" in line for line in after)
