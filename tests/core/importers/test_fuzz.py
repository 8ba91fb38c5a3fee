"""Damaged and hostile files: every importer refuses them by name, or reads what is sound.

Valid files of every format are changed at random, within their archives too. Quick by default;
``TAWATUR_FUZZ=500 pytest tests/core/importers/test_fuzz.py`` tries so many files of each format.
"""

from __future__ import annotations

import io
import os
import zipfile
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings, strategies as st

from tawatur_core import exchange
from tawatur_core.errors import TawaturError
from tawatur_core.exporters import catalogue
from tawatur_core.exporters.registry import format_named
from tawatur_core.importers import registry
from tawatur_core.importers.articles import look_over
from tawatur_core.importers.entities import read_entities
from tawatur_core.importers.formats import FORMATS
from tawatur_core.importers.tables import TABLES, columns
from tawatur_core.monitor import Silent
from tawatur_core.store.session import Session
from tests.core.interchange.conftest import hard  # noqa: F401 - a fixture

from .made import BODY, FIRST, SECOND, TITLE, docx, epub, page, pdf, seen, xlsx, zipped

EXAMPLES = int(os.environ.get("TAWATUR_FUZZ", "12"))
# Formats whose library is installed; all of them where the whole program is.
READABLE = [
    one.name for one in registry.importers() if catalogue.missing(format_named(one.name)) is None
]
fuzzing = settings(
    max_examples=EXAMPLES,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)
# What parsers stumble over: nesting, numbers, halves of characters, declarations, paths.
_TOKENS = (
    b"[" * 3000, b'{"a":' * 3000, b"<a>" * 3000, b"<!DOCTYPE a [<!ENTITY b 'c'>]>", b"&b;", b"&#0;",
    b"\0", b"\r", b"\xff", b"\xed\xa0\x80", b'"\\ud800"', b"-1", b"1e999", b"NaN", b"9" * 5000, b"null",
    b"[]", b"{}", b'""', b"../../x", b"\xe2\x80\xae", b"\t", b"\n", b",", b"'", b"<script>", b"]]>",
    b"%PDF-1.7", b"PK\x03\x04",
)  # fmt: skip
change = st.tuples(
    st.sampled_from(["flip", "cut", "repeat", "token", "swap", "drop"]),
    st.integers(0, 1 << 30),
    st.integers(0, 1 << 30),
)
changes = st.lists(change, min_size=1, max_size=6)


def damaged(data: bytes, wanted: list[tuple[str, int, int]]) -> bytes:
    """Return a file with some changes; half of those to an archive go into one of its files."""
    inside = data.startswith(b"PK\x03\x04") and wanted[0][1] % 4 != 0
    if inside:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            parts = {info.filename: archive.read(info) for info in archive.infolist()}
        names = [name for name in parts if parts[name]]
        for n, (kind, at, more) in enumerate(wanted):
            name = names[(wanted[0][2] + n // 2) % len(names)]
            parts[name] = _changed(parts[name], kind, at, more)
        return zipped(parts)
    for kind, at, more in wanted:
        data = _changed(data, kind, at, more)
    return data


def _changed(data: bytes, kind: str, at: int, more: int) -> bytes:
    at %= max(1, len(data))
    length = 1 + more % 64
    match kind:
        case "flip":
            return data[:at] + bytes([more % 256]) + data[at + 1 :]
        case "cut":
            return data[:at]
        case "repeat":
            return data[:at] + data[at : at + length] * 3 + data[at + length :]
        case "token":
            return data[:at] + _TOKENS[more % len(_TOKENS)] + data[at:]
        case "swap":
            other = more % max(1, len(data))
            low, high = sorted((at, other))
            return data[:low] + data[high : high + length] + data[low:]
        case _:
            return data[:at] + data[at + length :]


ARTICLES = {
    "txt": f"{TITLE}\n\n{BODY}".encode("cp1256"),
    "html": page('<meta charset="utf-8">').encode(),
    "mhtml": (
        "MIME-Version: 1.0\nContent-Type: multipart/related; boundary=x\n\n--x\n"
        f"Content-Type: text/html; charset=utf-8\n\n{page()}\n--x--\n"
    ).encode(),
    "jsonl": (f'{{"title": "{TITLE}", "text": "{FIRST}", "date": "2025-07-12"}}\n' * 3).encode(),
    "csv": f"title,text,date\n{TITLE},{FIRST},2025-07-12\n{TITLE},{SECOND},13/7/2025\n".encode(),
    "zip": zipped({"a.txt": FIRST, "b/c.html": page(), "d.csv": f"text\n{SECOND}\n"}),
    "epub": epub(),
}


def made(name: str) -> bytes:
    match name:
        case "docx":
            pytest.importorskip("docx")
            return docx()
        case "xlsx":
            return xlsx(
                [["title", "text", "date"], [TITLE, FIRST, "2025-07-12"], ["", SECOND, 45850]]
            )
        case "pdf":
            pytest.importorskip("pypdfium2")
            return pdf([[seen(TITLE, 550, 700), seen(FIRST[:60], 550, 680)], []], picture=True)
        case _:
            pytest.importorskip("trafilatura")
            return ARTICLES[name]


def check_articles(file: Path) -> None:
    for found in look_over([file]):
        assert (found.draft is None) != (found.error is None)
        draft = found.draft
        if draft is None:
            continue
        assert draft.text.strip()
        assert "\0" not in draft.text
        assert "\r" not in draft.text
        draft.text.encode()
        f"{draft.title}{draft.outlet}{draft.author}{draft.url}".encode()
        assert all(0 <= span.start < span.end <= len(draft.text) for span in draft.residue)
        assert "\n" not in draft.title


@pytest.mark.parametrize("name", [*FORMATS, "zip"])
@fuzzing
@given(wanted=changes)
def test_damaged_articles(tmp_path: Path, name: str, wanted: list[tuple[str, int, int]]):
    file = tmp_path / f"a.{name}"
    file.write_bytes(damaged(made(name), wanted))
    check_articles(file)
    if name in TABLES:
        try:
            columns(file, name)
        except TawaturError:
            return


@pytest.mark.parametrize("name", [*FORMATS, "zip"])
@fuzzing
@given(data=st.binary(max_size=200))
def test_random_bytes_as_articles(tmp_path: Path, name: str, data: bytes):
    file = tmp_path / f"a.{name}"
    for head in (b"", made(name)[:8]):
        file.write_bytes(head + data)
        check_articles(file)


_written: dict[str, tuple[str, bytes]] = {}  # suffix and bytes of each format


@pytest.fixture
def written(request: pytest.FixtureRequest, tmp_path: Path) -> None:
    """Write a project of hard places in every format that can be read back."""
    if not _written:
        session: Session = request.getfixturevalue("hard")
        for name in READABLE:
            suffix = format_named(name).suffix
            file = tmp_path / f"given-{name}{suffix}"
            exchange.export(session, name, file)
            _written[name] = (suffix, file.read_bytes())


def check_annotated(file: Path, name: str) -> None:
    registry.importer_of(file)  # looking at a file raises nothing
    try:
        incoming = registry.read(file, name, Silent())
    except TawaturError:
        return
    for annotated in incoming.restored.documents:
        text = annotated.document.text
        spans = [mention.span for mention in annotated.mentions]
        spans += [span for claim in annotated.claims for span in claim.spans]
        assert all(span.end <= len(text) for span in spans)
        text.encode()
    for marked in incoming.marked:
        text = marked.draft.text
        assert all(span.end <= len(text) for mark in marked.marks for span in mark.spans)
        assert "\r" not in text
        text.encode()


@pytest.mark.usefixtures("written")
@pytest.mark.parametrize("name", READABLE)
@fuzzing
@given(wanted=changes)
def test_damaged_annotations(tmp_path: Path, name: str, wanted: list[tuple[str, int, int]]):
    suffix, data = _written[name]
    file = tmp_path / f"a{suffix}"
    file.write_bytes(damaged(data, wanted))
    check_annotated(file, name)


@pytest.mark.usefixtures("written")
@pytest.mark.parametrize("name", READABLE)
@fuzzing
@given(data=st.binary(max_size=200))
def test_random_bytes_as_annotations(tmp_path: Path, name: str, data: bytes):
    suffix, sound = _written[name]
    file = tmp_path / f"b{suffix}"
    for head in (b"", sound[:40]):
        file.write_bytes(head + data)
        check_annotated(file, name)


ENTITIES = {
    "csv": "name,name_latin,kind,aliases,wikidata\nسيرغي لافروف,Lavrov,person,لافروف|سيرجي,Q58217\n",
    "json": '[{"id": "Q58217", "labels": {"ar": {"language": "ar", "value": "لافروف"}}, "claims": {}}]',
    "ttl": '@prefix skos: <http://www.w3.org/2004/02/skos/core#> .\n<http://x/1> a skos:Concept ;\n'
    ' skos:prefLabel "لافروف"@ar ; skos:altLabel "سيرجي"@ar .\n',
    "rdf": '<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" '
    'xmlns:skos="http://www.w3.org/2004/02/skos/core#"><skos:Concept rdf:about="http://x/1">'
    '<skos:prefLabel xml:lang="ar">لافروف</skos:prefLabel></skos:Concept></rdf:RDF>',
}  # fmt: skip


@pytest.mark.parametrize("suffix", ENTITIES)
@fuzzing
@given(wanted=changes, noise=st.binary(max_size=100))
def test_damaged_lists_of_entities(
    tmp_path: Path, suffix: str, wanted: list[tuple[str, int, int]], noise: bytes
):
    file = tmp_path / f"a.{suffix}"
    for data in (damaged(ENTITIES[suffix].encode(), wanted), noise):
        file.write_bytes(data)
        try:
            found = read_entities(file, None, Silent())
        except TawaturError:
            continue
        for entry in found.entities:
            repr(entry).encode()
