"""Flat tables, read by what people read them with: pandas, the csv module, openpyxl."""

from __future__ import annotations

import csv
import io
import zipfile
from dataclasses import replace
from datetime import datetime
from pathlib import Path
from typing import Any

import pytest

from tawatur_core import exchange
from tawatur_core.errors import ExportMismatch
from tawatur_core.exchange import Scope
from tawatur_core.exporters import xlsx
from tawatur_core.exporters.registry import format_named
from tawatur_core.exporters.tables import CLAIMS, SLOTS, TABLES
from tawatur_core.exporters.xlsx_parts import shortened
from tawatur_core.model import HowMany, Party, Span, When
from tawatur_core.monitor import Silent
from tawatur_core.plugins import Corpus
from tawatur_core.store.session import Session
from tawatur_core.wording import wording

from .conftest import HARD

pandas = pytest.importorskip("pandas")
openpyxl = pytest.importorskip("openpyxl")


def corpus_of(session: Session) -> Corpus:
    return exchange.corpus_of(session, Scope())


def csv_tables(session: Session, folder: Path) -> dict[str, Any]:
    exchange.export(session, "tables", folder / "out.zip")
    with zipfile.ZipFile(folder / "out.zip") as archive:
        return {
            name.removesuffix(".csv"): pandas.read_csv(
                archive.open(name), dtype=str, na_filter=False
            )
            for name in archive.namelist()
        }


@pytest.mark.parametrize("name", ["seeds", "hard"])
def test_pandas_reads_every_table_and_its_references_hold(
    request: pytest.FixtureRequest, name: str, tmp_path: Path
) -> None:
    session: Session = request.getfixturevalue(name)
    corpus = corpus_of(session)
    read = csv_tables(session, tmp_path)
    assert [*read] == [table.name for table in TABLES]
    assert {n: tuple(frame.columns) for n, frame in read.items()} == {
        table.name: table.columns for table in TABLES
    }
    texts = {a.document.id: a.document.text for a in corpus.documents()}
    assert set(read["documents"].document) == set(texts)
    for row in read["mentions"].itertuples():
        assert texts[row.document][int(row.start) : int(row.end)] == row.quote.removeprefix("'")
    claims = [claim for annotated in corpus.documents() for claim in annotated.claims]
    assert list(read["claims"].claim) == [claim.id for claim in claims]
    assert len(read["slots"]) == sum(len(claim.slots) for claim in claims)
    assert set(read["slots"].claim) <= set(read["claims"].claim)
    assert set(read["mentions"].entity) - {""} <= set(read["entities"].entity)
    assert set(read["conflicts"].claim) <= set(read["claims"].claim)
    assert len(read["verdicts"]) == len(corpus.verdicts)


def test_slots_keep_value_place_and_who_set_them(hard: Session, tmp_path: Path) -> None:
    slots = csv_tables(hard, tmp_path)["slots"].to_dict("records")
    made = next(c for a in corpus_of(hard).documents() for c in a.claims if c.slots)
    assert len(slots) == len(made.slots)
    for row, slot in zip(slots, made.slots, strict=True):
        assert (row["slot"], row["origin"]) == (slot.name.value, slot.origin.value)
        if slot.span:
            assert (row["start"], row["end"]) == (str(slot.span.start), str(slot.span.end))
        match slot.value:
            case Party(text, entity):
                assert (row["text"], row["entity"]) == (text, entity or "")
            case HowMany(text, low, high, unit, hedge):
                told = (row["text"], row["low"], row["high"], row["unit"], row["hedge"])
                assert told == (text, str(low), "" if high is None else str(high), unit, hedge)
            case When(_, first, last, precision, how):
                days = (row["first"], row["last"], row["precision"], row["how"])
                assert days == (str(first or ""), str(last or ""), precision.value, how)
            case _:
                continue


def test_conflicts_stand_side_by_side_with_their_verdict(seeds: Session, tmp_path: Path) -> None:
    corpus = corpus_of(seeds)
    rows = csv_tables(seeds, tmp_path)["conflicts"].to_dict("records")
    assert len(rows) == sum(len(conflict.claims) for conflict in corpus.conflicts)
    first = [row for row in rows if row["conflict"] == corpus.conflicts[0].key]
    assert [row["side"] for row in first] == [str(n + 1) for n in range(len(first))]
    assert {row["choice"] for row in first} == {"one_side"}
    assert all(row["quote"] and row["document"] for row in rows)
    assert sum(bool(row["value"]) for row in rows) >= len(rows) // 2


def test_the_folder_holds_the_same_files_as_the_zip(hard: Session, tmp_path: Path) -> None:
    exchange.export(hard, "tables", tmp_path / "folder")
    exchange.export(hard, "tables", tmp_path / "out.zip")
    with zipfile.ZipFile(tmp_path / "out.zip") as archive:
        zipped = {name: archive.read(name) for name in archive.namelist()}
    assert zipped == {file.name: file.read_bytes() for file in (tmp_path / "folder").iterdir()}


def test_a_claim_as_long_as_an_article_is_proven_too(hard: Session, tmp_path: Path) -> None:
    corpus = _long(corpus_of(hard), 200_000)
    for name in ("csv", "tables", "xlsx"):
        exporter = format_named(name)
        file = tmp_path / f"long{exporter.suffix}"
        exporter.write(corpus, file, "ar", Silent())
        assert exporter.verify(corpus, file) >= 3


def _long(corpus: Corpus, length: int) -> Corpus:
    annotated = next(iter(corpus.documents()))
    text = annotated.document.text + "\U0001f600ل" * (length // 2)
    span = replace(annotated.claims[0].spans[0], start=0, end=len(text))
    claim = replace(annotated.claims[0], spans=(span,), quote=text)
    document = replace(annotated.document, text=text)
    made = replace(annotated, document=document, claims=(claim, *annotated.claims[1:]))
    return replace(corpus, documents=lambda: iter([made]), size=1)


# --- Excel ---------------------------------------------------------------------------------------


def workbook(session: Session, folder: Path, language: str = "ar") -> Any:
    exchange.export(session, "xlsx", folder / f"{language}.xlsx", language=language)
    return openpyxl.load_workbook(folder / f"{language}.xlsx")


@pytest.mark.parametrize("language", ["ar", "en"])
def test_the_workbook_is_laid_out_for_people(hard: Session, tmp_path: Path, language: str) -> None:
    book = workbook(hard, tmp_path, language)
    words = wording(language, isolate=False)
    assert book.sheetnames == [words.say(f"table-{table.name}") for table in TABLES]
    for sheet, table in zip(book, TABLES, strict=True):
        assert sheet.sheet_view.rightToLeft is (language == "ar")
        assert sheet.freeze_panes == "A2"
        assert sheet.auto_filter.ref == sheet.dimensions
        assert sheet.max_column == len(table.columns)
        assert all(cell.font.b for cell in sheet[1])


def test_cells_are_text_numbers_and_days_and_none_is_a_formula(
    hard: Session, tmp_path: Path
) -> None:
    book = workbook(hard, tmp_path)
    cells = [cell for sheet in book for row in sheet.iter_rows(min_row=2) for cell in row]
    assert {cell.data_type for cell in cells} == {"s", "n", "d"}
    runs = [cell for cell in cells if isinstance(cell.value, str) and cell.value[:1] in "=+-@"]
    claim = [dict(zip(CLAIMS.columns, row, strict=True)) for row in book.worksheets[0].values][1:]
    assert claim[0]["published"] == datetime(2025, 7, 12)  # noqa: DTZ001 - spreadsheets know no zones
    assert claim[0]["polarity"] == wording("ar").say("polarity-denied")
    assert isinstance(claim[0]["made_at"], datetime)
    slots = [dict(zip(SLOTS.columns, row, strict=True)) for row in book.worksheets[1].values][1:]
    assert [row["low"] for row in slots if row["low"]] == [10000]
    assert all(cell.quotePrefix for cell in runs)


def test_words_that_would_run_are_quoted(hard: Session, tmp_path: Path) -> None:
    from tawatur_core.edit import claims
    from tawatur_core.store.documents import document_ids

    start = HARD.index("=😀")
    claims.mark(hard, document_ids(hard)[0], [Span(start, start + 6)])
    sheet = workbook(hard, tmp_path).worksheets[0]
    cell = next(row[6] for row in sheet.iter_rows(min_row=2) if row[6].value.startswith("="))
    assert (cell.value, cell.data_type, cell.quotePrefix) == (HARD[start : start + 6], "s", True)


def test_pandas_reads_the_workbook(seeds: Session, tmp_path: Path) -> None:
    exchange.export(seeds, "xlsx", tmp_path / "a.xlsx")
    read = pandas.read_excel(tmp_path / "a.xlsx", sheet_name=None)
    corpus = corpus_of(seeds)
    sizes = [len(frame) for frame in read.values()]
    assert sizes[0] == sum(len(a.claims) for a in corpus.documents())
    assert sizes[3] == len(corpus.entities)
    assert sizes[6] == corpus.size


def test_a_full_sheet_is_continued_on_the_next(
    seeds: Session, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(xlsx, "MOST_ROWS", 20)
    corpus = corpus_of(seeds)
    exporter = format_named("xlsx")
    exporter.write(corpus, tmp_path / "a.xlsx", "ar", Silent())
    assert exporter.verify(corpus, tmp_path / "a.xlsx") > 100
    names = openpyxl.load_workbook(tmp_path / "a.xlsx").sheetnames
    assert names[:2] == ["الادعاءات", "الادعاءات 2"]


@pytest.mark.parametrize("text", ["a" * 40_000, "😀" * 20_000, "ا" * 32_767])
def test_long_texts_are_cut_to_what_a_cell_holds(text: str) -> None:
    cut = shortened(text)
    assert len(cut.encode("utf-16-le")) // 2 <= 32_767
    assert cut == text or (cut.endswith("…") and text.startswith(cut[:-1]))


def test_what_xml_cannot_hold_is_written_as_excel_does(hard: Session, tmp_path: Path) -> None:
    from tawatur_core.edit import claims
    from tawatur_core.store.documents import document_ids

    note = "أ\x01ب _x0041_ \ufffe"
    made = claims.mark(hard, document_ids(hard)[0], [Span(5, 9)])
    claims.set_note(hard, made, note)
    book = workbook(hard, tmp_path)
    notes = [row[CLAIMS.columns.index("note")] for row in book.worksheets[0].values]
    assert "أ_x0001_ب _x005F_x0041_ _xFFFE_" in notes


@pytest.mark.parametrize("name", ["csv", "tables", "xlsx"])
def test_a_wrong_offset_is_found(hard: Session, name: str, tmp_path: Path) -> None:
    corpus = corpus_of(hard)
    exporter = format_named(name)
    file = tmp_path / f"a{exporter.suffix}"
    exporter.write(corpus, file, "ar", Silent())

    def moved() -> Any:
        for annotated in corpus.documents():
            text = "x" + annotated.document.text
            yield replace(annotated, document=replace(annotated.document, text=text))

    with pytest.raises(ExportMismatch):
        exporter.verify(replace(corpus, documents=moved), file)


def test_losses_are_counted_by_name(hard: Session, tmp_path: Path) -> None:
    done = exchange.export(hard, "csv", tmp_path / "a.csv")
    lost = {one.code: one.count for one in done.lost}
    assert (lost["loss-mentions"], lost["loss-entities"], lost["loss-texts"]) == (4, 2, 2)
    assert lost["loss-slot-details"] == 1
    tables_lost = {one.code: one.count for one in exchange.losses(hard, "xlsx")}
    assert (tables_lost["loss-texts"], tables_lost["loss-long-cells"]) == (2, 0)
    assert "loss-mentions" not in tables_lost


def test_csv_reads_with_the_plain_reader(hard: Session, tmp_path: Path) -> None:
    exchange.export(hard, "csv", tmp_path / "a.csv")
    raw = (tmp_path / "a.csv").read_bytes()
    rows = list(csv.DictReader(io.StringIO(raw.decode("utf-8-sig"), newline="")))
    assert raw.startswith(b"\xef\xbb\xbf")
    assert tuple(rows[0]) == CLAIMS.columns
    assert rows[0]["via"] == "تاس ؛ رويترز"


def test_conflicts_of_a_project_are_counted(seeds: Session) -> None:
    corpus = corpus_of(seeds)
    lost = {one.code: one.count for one in exchange.losses(seeds, "csv")}
    assert lost["loss-conflicts"] == len(corpus.conflicts) > 0
    kept = {one.code: one.count for one in exchange.losses(seeds, "tables")}
    assert kept["loss-comparisons"] == sum(len(one.rows) > 1 for one in corpus.conflicts)
