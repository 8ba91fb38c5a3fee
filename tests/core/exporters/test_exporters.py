"""Every format holds what it says, with offsets that fit, and is kept only when proven."""

from __future__ import annotations

import csv
import html.parser
import json
import re
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from urllib.parse import unquote

import pytest
from tests.core.exporters.conftest import TEXT_A, TEXT_B

from tawatur_core.errors import Cancelled, CannotWrite, ExportMismatch, UnknownFormat
from tawatur_core.exporters import catalogue
from tawatur_core.exporters.claims_csv import harmless
from tawatur_core.exporters.registry import format_named, formats, write
from tawatur_core.monitor import Silent, Stoppable
from tawatur_core.plugins import Annotated, Corpus

NAMES = [exporter.name for exporter in formats() if catalogue.missing(exporter) is None]


def _export(corpus: Corpus, name: str, folder: Path) -> Path:
    exporter = format_named(name)
    destination = folder / f"out{exporter.suffix}"
    assert write(exporter, corpus, destination, "ar", Silent()) >= 3
    return destination


@pytest.mark.parametrize("name", ["jsonl", "w3c"])
def test_a_written_offset_that_does_not_fit_is_found(name: str, corpus: Corpus, tmp_path: Path):
    file = _export(corpus, name, tmp_path)
    exporter = format_named(name)
    page = file.read_text(encoding="utf-8")
    start = next(corpus.documents()).claims[0].spans[0].start
    wrong = re.sub(rf'"start": ?{start}\b', f'"start": {start - 1}', page, count=1)
    assert wrong != page
    file.write_text(wrong, encoding="utf-8")
    with pytest.raises(ExportMismatch):
        exporter.verify(corpus, file)


@pytest.mark.parametrize("name", ["csv", "html"])
def test_a_quote_that_is_not_in_the_text_is_found(name: str, corpus: Corpus, tmp_path: Path):
    file = _export(corpus, name, tmp_path)
    with pytest.raises(ExportMismatch):
        format_named(name).verify(_other_texts(corpus), file)


def _other_texts(corpus: Corpus) -> Corpus:
    """Return the corpus with texts that are not those the spans were made on."""

    def documents() -> Iterator[Annotated]:
        for annotated in corpus.documents():
            document = replace(annotated.document, text="x" + annotated.document.text)
            yield replace(annotated, document=document)

    return replace(corpus, documents=documents)


@pytest.mark.parametrize("name", NAMES)
def test_a_failed_proof_leaves_the_older_file(
    name: str, corpus: Corpus, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    exporter = format_named(name)
    destination = tmp_path / f"out{exporter.suffix}"
    destination.write_text("older", encoding="utf-8")

    def fail(_corpus: Corpus, path: Path) -> int:
        raise ExportMismatch(path, "1")

    monkeypatch.setattr(exporter, "verify", fail)
    with pytest.raises(ExportMismatch):
        write(exporter, corpus, destination, "ar", Silent(), replace=True)
    assert [file.name for file in tmp_path.iterdir()] == [destination.name]
    assert destination.read_text(encoding="utf-8") == "older"


@pytest.mark.parametrize("name", NAMES)
def test_a_cancelled_export_leaves_nothing(name: str, corpus: Corpus, tmp_path: Path):
    monitor = Stoppable()
    monitor.stop()
    with pytest.raises(Cancelled):
        write(format_named(name), corpus, tmp_path / "out", "ar", monitor)
    assert list(tmp_path.iterdir()) == []


def test_json_lines_hold_everything(corpus: Corpus, tmp_path: Path):
    file = _export(corpus, "jsonl", tmp_path)
    lines = file.read_text(encoding="utf-8").split("\n")
    records = [json.loads(line) for line in lines if line]
    assert [record["type"] for record in records] == [
        "project", "entity", "document", "claim", "mention", "document", "claim", "verdict",
        "event_group", "conflict",
    ]  # fmt: skip
    claim = records[3]
    assert records[2]["text"] == TEXT_A
    assert [TEXT_A[s["start"] : s["end"]] for s in claim["spans"]] == claim["quote"].split(" … ")
    assert claim["slots"][1]["value"]["low"] == "10000"
    assert claim["slots"][1]["origin"] == "proposed"


def test_csv_is_harmless_and_readable(corpus: Corpus, tmp_path: Path):
    file = _export(corpus, "csv", tmp_path)
    assert file.read_bytes().startswith(b"\xef\xbb\xbf")
    with file.open(encoding="utf-8-sig", newline="") as opened:
        rows = list(csv.DictReader(opened))
    assert rows[1]["quote"] == "'" + TEXT_B
    assert rows[0]["note"] == "'=ملاحظة"
    assert rows[0]["speaker"] == "سيرغي لافروف"
    assert (rows[0]["how_many_low"], rows[0]["how_many_high"]) == ("10000", "")
    assert (rows[0]["chains"], rows[0]["conflicts"]) == ("2", "1")


@pytest.mark.parametrize("cell", ["=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1"])
def test_no_cell_can_run(cell: str):
    assert harmless(cell) == f"'{cell}"
    assert harmless("نص") == "نص"


def test_w3c_selectors_slice_the_written_texts(corpus: Corpus, tmp_path: Path):
    file = _export(corpus, "w3c", tmp_path)
    collection = json.loads(file.read_text(encoding="utf-8"))
    items = collection["first"]["items"]
    assert collection["type"] == "AnnotationCollection"
    assert [item["motivation"] for item in items if "creator" in item] == [
        "classifying", "tagging", "identifying", "classifying", "tagging", "assessing",
    ]  # fmt: skip
    claim, _, mention, *_ = (item for item in items if "creator" in item)
    assert len(claim["target"]) == 2
    for target in claim["target"]:
        text = (tmp_path / unquote(target["source"])).read_text(encoding="utf-8")
        place, quote = target["selector"]
        assert text[place["start"] : place["end"]] == quote["exact"]
        assert text[: place["start"]].endswith(quote["prefix"])
    assert mention["body"][0]["source"]["label"] == "سيرغي لافروف"


class _Tags(html.parser.HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.seen: list[str] = []
        self.first: dict[str, str | None] = {}

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.seen.append(tag)
        if tag == "html":
            self.first = dict(attrs)


def test_the_report_is_right_to_left_and_runs_nothing(corpus: Corpus, tmp_path: Path):
    page = _export(corpus, "html", tmp_path).read_text(encoding="utf-8")
    tags = _Tags()
    tags.feed(page)
    assert tags.first == {"lang": "ar", "dir": "rtl"}
    assert "script" not in tags.seen
    assert tags.seen.count("section") >= 4
    assert "مصدر أقرب" in page
    assert "⇄" in page


def test_the_report_speaks_english_too(corpus: Corpus, tmp_path: Path):
    destination = tmp_path / "report.html"
    write(format_named("html"), corpus, destination, "en", Silent())
    page = destination.read_text(encoding="utf-8")
    assert 'dir="ltr"' in page
    assert "How many" in page


def test_unknown_formats_and_folders_are_refused(corpus: Corpus, tmp_path: Path):
    with pytest.raises(UnknownFormat, match="docx"):
        format_named("docx")
    with pytest.raises(CannotWrite):
        write(format_named("csv"), corpus, tmp_path, "ar", Silent())
    with pytest.raises(CannotWrite):
        write(format_named("csv"), corpus, tmp_path / "none" / "out.csv", "ar", Silent())
