"""Hostile and broken files as articles: each is refused by name or made harmless, nothing is lost."""

from __future__ import annotations

import io
import json
import tracemalloc
import zipfile
from pathlib import Path

import pytest

from tawatur_core.copying import bring_in
from tawatur_core.errors import (
    BadFormat,
    EmptyFile,
    FileError,
    NotText,
    TooLarge,
    Undecodable,
    Unsafe,
)
from tawatur_core.importers.articles import look_over
from tawatur_core.importers.inspection import Inspection
from tawatur_core.importers.limits import MB
from tawatur_core.importers.table_rows import COLUMNS
from tawatur_core.monitor import Silent
from tawatur_core.store.check import check
from tawatur_core.store.documents import document
from tawatur_core.store.session import Session
from tawatur_core.wording import LANGUAGES, wording

from .made import BODY, FIRST, SECOND, TITLE, docx, epub, page, pdf, seen, xlsx, zipped

for library in ("trafilatura", "docx", "openpyxl", "pypdfium2"):
    pytest.importorskip(library)

SOUND = {
    "a.txt": BODY.encode(),
    "a.html": page('<meta charset="utf-8">').encode(),
    "a.jsonl": "\n".join(
        json.dumps({"text": text}, ensure_ascii=False) for text in (FIRST, SECOND)
    ).encode(),
    "a.json": json.dumps([{"text": FIRST}, {"text": SECOND}]).encode(),
    "a.csv": f'title,text\n{TITLE},"{FIRST}"\n{TITLE},"{SECOND}"\n'.encode(),
    "a.xlsx": xlsx([["text"], [FIRST], [SECOND]]),
    "a.docx": docx(),
    "a.pdf": pdf([[seen(TITLE, 550, 700)]]),
    "a.epub": epub(),
    "a.zip": zipped({"a.txt": FIRST, "b.docx": docx()}),
}


def read(folder: Path, name: str, data: bytes) -> list[Inspection]:
    file = folder / name
    file.write_bytes(data)
    return list(look_over([file]))


def refusal(folder: Path, name: str, data: bytes) -> FileError:
    (found,) = read(folder, name, data)
    assert isinstance(found.error, FileError)
    assert found.error.path.name == name
    for language in LANGUAGES:
        words = wording(language).say(found.error.code, **found.error.args_for_words())
        assert name in words, "the message names the file"
    return found.error


def repacked(data: bytes, changes: dict[str, tuple[str, str]]) -> bytes:
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        parts = {info.filename: archive.read(info) for info in archive.infolist()}
    for name, (old, new) in changes.items():
        assert old.encode() in parts[name]
        parts[name] = parts[name].replace(old.encode(), new.encode(), 1)
    return zipped(parts)


@pytest.mark.parametrize("name", SOUND)
def test_sound_files_are_read_into_a_project(tmp_path: Path, name: str):
    found = read(tmp_path, name, SOUND[name])
    drafts = [one.draft for one in found if one.draft]
    assert len(drafts) == len(found)
    with Session.create(tmp_path / "p.tawatur", analyst="منى") as session:
        made = bring_in(session, drafts)
        for id_, draft in zip(made, drafts, strict=True):
            assert id_ is not None
            assert document(session, id_).text == draft.text
            assert document(session, id_).residue == draft.residue
        assert check(session, Silent()) == []


@pytest.mark.parametrize("name", SOUND)
def test_a_truncated_file_is_refused_or_gives_only_what_it_holds(tmp_path: Path, name: str):
    whole = {one.draft.text for one in read(tmp_path, name, SOUND[name]) if one.draft}
    data = SOUND[name]
    for part in range(1, 12):
        for found in read(tmp_path, name, data[: len(data) * part // 12]):
            assert (found.draft is None) != (found.error is None)
            if found.draft is not None and name not in ("a.txt", "a.html", "a.csv"):
                assert found.draft.text in whole


ENTITY = '<!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/passwd"><!ENTITY f "&e;&e;&e;">]>'


@pytest.mark.parametrize(
    ("name", "part", "before"),
    [
        ("a.docx", "word/document.xml", "<w:document"),
        ("a.docx", "docProps/core.xml", "<cp:coreProperties"),
        ("a.xlsx", "xl/styles.xml", "<styleSheet"),
        ("a.xlsx", "xl/workbook.xml", "<workbook"),
        ("a.xlsx", "xl/worksheets/sheet1.xml", "<worksheet"),
        ("a.epub", "OEBPS/content.opf", "<package"),
        ("a.epub", "META-INF/container.xml", "<container"),
        ("a.epub", "OEBPS/two.xhtml", "<html"),
    ],
)
def test_xml_entities_and_external_references(tmp_path: Path, name: str, part: str, before: str):
    data = repacked(SOUND[name], {part: (before, ENTITY + before)})
    assert isinstance(refusal(tmp_path, name, data), Unsafe)


def test_entities_and_frames_of_a_page_are_not_fetched(tmp_path: Path):
    inside = '&e;<iframe src="file:///etc/passwd"></iframe><object data="/etc/passwd"></object>'
    html = page('<meta charset="utf-8">', inside).replace("<!DOCTYPE html>", ENTITY)
    (found,) = read(tmp_path, "a.html", html.encode())
    assert found.draft is not None
    assert "root:" not in found.draft.text


@pytest.mark.parametrize("name", ["a.json", "a.jsonl"])
def test_deep_json(tmp_path: Path, name: str):
    for data in (
        b'{"a":' * 100_000,
        b"[" * 100_000,
        b'[{"text": ' + b"[" * 500 + b"]" * 500 + b"}]",
    ):
        assert isinstance(refusal(tmp_path, name, data), BadFormat)


def test_a_deep_line_costs_only_itself(tmp_path: Path):
    deep = '{"text": ' + "[" * 5000
    lines = [json.dumps({"text": FIRST}), deep, json.dumps({"text": SECOND})]
    found = read(tmp_path, "a.jsonl", "\n".join(lines).encode())
    assert [one.error is None for one in found] == [True, False, True]


@pytest.mark.parametrize("name", ["a.txt", "a.html", "a.csv", "a.jsonl"])
def test_wrong_encodings(tmp_path: Path, name: str):
    russian = "Привет, мир. Это статья о погоде.".encode("koi8-r")
    assert isinstance(refusal(tmp_path, name, russian), Undecodable | BadFormat)
    assert isinstance(refusal(tmp_path, name, bytes(range(256)) * 8), NotText)
    half = SOUND[name].replace("ق".encode(), "ق".encode()[:1], 1)
    (found, *_) = read(tmp_path, name, half)
    assert found.error is not None, "one broken letter is not covered up"


@pytest.mark.parametrize(
    "name",
    [
        "a.txt",
        "a.html",
        "a.csv",
        "a.jsonl",
        "a.json",
        "a.xlsx",
        "a.docx",
        "a.pdf",
        "a.epub",
        "a.zip",
    ],
)
def test_empty_files(tmp_path: Path, name: str):
    assert isinstance(refusal(tmp_path, name, b""), EmptyFile | BadFormat)


def test_wide_tables_and_far_cells(tmp_path: Path):
    wide = ",".join(f"c{n}" for n in range(COLUMNS + 1))
    assert isinstance(refusal(tmp_path, "a.csv", f"{wide}\n{wide}\n".encode()), TooLarge)
    far = repacked(SOUND["a.xlsx"], {"xl/worksheets/sheet1.xml": ('r="A3"', 'r="XFD1048576"')})
    found = read(tmp_path, "a.xlsx", far)
    assert isinstance(found[-1].error, TooLarge | BadFormat)
    claimed = repacked(
        SOUND["a.xlsx"],
        {"xl/worksheets/sheet1.xml": ('<dimension ref="A1:A3"', '<dimension ref="A1:XFD1048576"')},
    )
    tracemalloc.start()
    assert len(read(tmp_path, "b.xlsx", claimed)) == 2
    assert tracemalloc.get_traced_memory()[1] < 32 * MB
    tracemalloc.stop()


def test_one_long_cell_is_an_article(tmp_path: Path):
    text = "كلمة " * 100_000
    found = read(tmp_path, "a.csv", f'text\n"{text}"\n'.encode())
    assert found[0].draft is not None
    assert found[0].draft.text == text
    assert len(found[0].draft.title) < 120


def test_ids_and_names_that_stand_twice(tmp_path: Path):
    rows = 'title,text,text\nأ,"' + FIRST + '",ب\n'
    (found,) = read(tmp_path, "a.csv", rows.encode())
    assert found.draft is not None
    assert found.draft.text == FIRST
    (found,) = read(tmp_path, "a.json", ('[{"text": "لا", "text": "' + FIRST + '"}]').encode())
    assert found.draft is not None
    assert found.draft.text == FIRST


def test_a_pdf_that_loops_or_lies(tmp_path: Path):
    data = SOUND["a.pdf"]
    loop = data.replace(b"/Kids[10 0 R]", b"/Kids[ 2 0 R]")
    many = data.replace(b"/Count 1", b"/Count 9")
    for broken in (loop, many, data.replace(b"/Length", b"/Lengte"), b"%PDF-1.7\n" + bytes(1000)):
        for found in read(tmp_path, "a.pdf", broken):
            assert (found.draft is None) != (found.error is None)


def test_control_characters_in_particulars(tmp_path: Path):
    record = {
        "title": "عنوان\n\t\u202eنيزم\u0007",
        "text": FIRST,
        "outlet": "\u2067تاس\u2069",
        "author": "x" * 9000,
    }
    (found,) = read(tmp_path, "a.jsonl", json.dumps(record).encode())
    assert found.draft is not None
    assert found.draft.title == "عنوان نيزم"
    assert found.draft.outlet == "تاس"
    assert len(found.draft.author) <= 500
