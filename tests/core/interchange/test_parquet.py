"""Parquet: everything, as pandas, pyarrow and DuckDB read it, and back again."""

from __future__ import annotations

import zipfile
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, strategies as st

from tawatur_core import exchange
from tawatur_core.errors import BadFormat, CannotRead, ExportMismatch, MissingExtra, TooLarge
from tawatur_core.exchange import Scope
from tawatur_core.exporters.registry import format_named
from tawatur_core.importers import parquet as importing
from tawatur_core.importers.parquet import ParquetImporter
from tawatur_core.monitor import Silent
from tawatur_core.store.session import Session

from .fuzz import FUZZ, broken_bytes, survives
from .trip import assert_round_trip

pa = pytest.importorskip("pyarrow")
pq = pytest.importorskip("pyarrow.parquet")


@pytest.mark.parametrize("file", ["trip.zip", "folder"])
@pytest.mark.parametrize("name", ["seeds", "hard"])
def test_round_trip(request: pytest.FixtureRequest, name: str, file: str, tmp_path: Path) -> None:
    session: Session = request.getfixturevalue(name)
    assert_round_trip(session, "parquet", tmp_path, file)


@pytest.fixture
def folder(hard: Session, tmp_path: Path) -> Path:
    exchange.export(hard, "parquet", tmp_path / "out")
    return tmp_path / "out"


def test_pandas_reads_nested_values(hard: Session, folder: Path) -> None:
    pandas = pytest.importorskip("pandas")
    texts = pandas.read_parquet(folder / "documents.parquet").set_index("id").text
    claims = pandas.read_parquet(folder / "claims.parquet")
    mentions = pandas.read_parquet(folder / "mentions.parquet")
    for row in mentions.itertuples():
        assert texts[row.document][row.start : row.end] == row.quote
    for row in claims.itertuples():
        for span in row.spans:
            assert texts[row.document][span["start"] : span["end"]] == span["quote"]
    slots = {slot["name"]: slot for slot in claims.slots[0]}
    assert (slots["how_many"]["low"], slots["how_many"]["low_exact"]) == (10000.0, "10000")
    assert slots["how_many"]["high"] is None
    assert slots["when"]["first"].isoformat() == "2025-07-12"
    assert claims.made_at.dtype.tz is not None


def test_conflicts_and_groups_are_there_with_their_reasons(seeds: Session, tmp_path: Path) -> None:
    exchange.export(seeds, "parquet", tmp_path / "out")
    corpus = exchange.corpus_of(seeds, Scope())
    conflicts = pq.read_table(tmp_path / "out" / "conflicts.parquet").to_pylist()
    assert [row["key"] for row in conflicts] == [one.key for one in corpus.conflicts]
    first = corpus.conflicts[0]
    assert [row["kind"] for row in conflicts[0]["rows"]] == [row.kind for row in first.rows]
    told = [(reason["code"], dict(reason["args"])) for reason in conflicts[0]["evidence"]]
    assert told == [(reason.code, dict(reason.args)) for reason in first.evidence]
    groups = pq.read_table(tmp_path / "out" / "groups.parquet").to_pylist()
    assert [tuple(row["claims"]) for row in groups] == [group.claims for group in corpus.groups]


def test_a_wrong_offset_is_found(hard: Session, folder: Path) -> None:
    table = pq.read_table(folder / "mentions.parquet")
    starts = [start + 1 for start in table["start"].to_pylist()]
    wrong = table.set_column(table.schema.get_field_index("start"), "start", pa.array(starts))
    pq.write_table(wrong.cast(table.schema), folder / "mentions.parquet")
    corpus = exchange.corpus_of(hard, Scope())
    with pytest.raises(ExportMismatch):
        format_named("parquet").verify(corpus, folder)
    with pytest.raises(BadFormat):
        ParquetImporter().read(folder, Silent())


def test_memory_is_bounded_by_groups(hard: Session, tmp_path: Path) -> None:
    corpus = exchange.corpus_of(hard, Scope())
    first = next(iter(corpus.documents()))
    many = replace(corpus, size=1100, documents=lambda: iter([first] * 1100))
    exporter = format_named("parquet")
    exporter.write(many, tmp_path / "out", "ar", Silent())
    file = pq.ParquetFile(tmp_path / "out" / "documents.parquet")
    assert file.metadata.num_rows == 1100
    assert file.metadata.num_row_groups == 3


def test_without_the_library_the_extra_is_named(
    hard: Session, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    import sys

    monkeypatch.setitem(sys.modules, "pyarrow", None)
    with pytest.raises(MissingExtra) as refused:
        exchange.export(hard, "parquet", tmp_path / "out.zip")
    assert refused.value.extra == "parquet"
    assert not (tmp_path / "out.zip").exists()


def _rewritten(folder: Path, table: str, change: Any) -> None:
    path = folder / f"{table}.parquet"
    pq.write_table(change(pq.read_table(path)), path)


@pytest.mark.parametrize(
    ("table", "change"),
    [
        ("documents", lambda t: t.replace_schema_metadata({})),
        ("documents", lambda t: t.replace_schema_metadata({**t.schema.metadata, b"version": b"9"})),
        ("documents", lambda t: t.replace_schema_metadata({**t.schema.metadata, b"version": b"x"})),
        ("documents", lambda t: t.drop_columns(["file_name"])),
        ("claims", lambda t: t.drop_columns(["slots"])),
        ("claims", lambda t: t.drop_columns(["made_at"])),
        ("mentions", lambda t: t.drop_columns(["start"])),
        ("entities", lambda t: pa.concat_tables([t, t])),
        ("mentions", lambda t: pa.concat_tables([t, t])),
        ("documents", lambda t: t.slice(0, 0)),
        ("entities", lambda t: t.slice(0, 0)),
    ],
)
def test_tables_that_do_not_hold_together_are_refused(
    folder: Path, table: str, change: Any
) -> None:
    _rewritten(folder, table, change)
    with pytest.raises(BadFormat):
        ParquetImporter().read(folder, Silent())


def test_a_missing_table_is_refused(folder: Path) -> None:
    (folder / "claims.parquet").unlink()
    with pytest.raises(CannotRead):
        ParquetImporter().read(folder, Silent())


def test_what_unpacks_to_too_much_is_refused(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(importing, "MOST_BYTES", 100)
    with pytest.raises(TooLarge):
        ParquetImporter().read(folder, Silent())
    monkeypatch.setattr(importing, "MOST_ROWS", 1)
    with pytest.raises(TooLarge):
        ParquetImporter().read(folder, Silent())


def test_it_is_recognised_in_folder_and_zip_and_nothing_else(folder: Path, tmp_path: Path) -> None:
    importer = ParquetImporter()
    with zipfile.ZipFile(tmp_path / "a.zip", "w") as archive:
        archive.write(folder / "documents.parquet", "documents.parquet")
    with zipfile.ZipFile(tmp_path / "b.zip", "w") as archive:
        archive.writestr("x", "y")
    (tmp_path / "c.zip").write_bytes(b"PK\x03\x04junk")
    assert importer.recognises(folder)
    assert importer.recognises(tmp_path / "a.zip")
    for other in (tmp_path, tmp_path / "b.zip", tmp_path / "c.zip", tmp_path / "none"):
        assert not importer.recognises(other)


@given(data=st.data(), table=st.sampled_from(["documents", "claims", "mentions"]))
@FUZZ
def test_broken_tables_never_come_in_by_half(
    valid_tables: dict[str, bytes], tmp_path_factory: pytest.TempPathFactory,
    data: st.DataObject, table: str,
) -> None:  # fmt: skip
    path = tmp_path_factory.getbasetemp() / "broken.zip"
    broken = data.draw(broken_bytes(valid_tables[f"{table}.parquet"]))
    with zipfile.ZipFile(path, "w") as archive:
        for name, content in valid_tables.items():
            archive.writestr(name, broken if name == f"{table}.parquet" else content)
    survives(ParquetImporter(), path, path.read_bytes())


@pytest.fixture
def valid_tables(folder: Path) -> dict[str, bytes]:
    return {file.name: file.read_bytes() for file in folder.iterdir()}
