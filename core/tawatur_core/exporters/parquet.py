"""Parquet: a file a table with nested types, for pandas, DuckDB, Arrow and Spark.

Everything the project records is there and comes back by ``importers/parquet.py``. The tables of
documents, claims and mentions are built column by column, which is several times faster than row
by row, and are written in groups of documents, so that memory does not grow with the corpus.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import ExitStack
from dataclasses import dataclass
from pathlib import Path
from typing import IO, Any

from tawatur_core.errors import ExportMismatch
from tawatur_core.exporters import losses, parquet_columns as columns
from tawatur_core.exporters.bundle import reading, writing_at_once
from tawatur_core.exporters.parquet_schema import FORMAT, TABLES, VERSION, schemas
from tawatur_core.monitor import Monitor
from tawatur_core.plugins import Annotated, Corpus, need
from tawatur_core.records import to_json

_GROUP = 500  # documents written together
_LARGE = 1 << 22  # code points of text after which a group is written at once


class Parquet:
    """Nested tables, one Parquet file each."""

    name = "parquet"
    suffix = ".zip"
    losses = (losses.HISTORY,)

    def write(self, corpus: Corpus, destination: Path, language: str, monitor: Monitor) -> None:
        """Write the tables. Raises OSError, MissingExtra, Cancelled."""
        need("pyarrow", "parquet")
        names = [f"{table}.parquet" for table in TABLES]
        with writing_at_once(destination, names, packed=True) as files, ExitStack() as stack:
            writers = _writers(corpus, files, stack)
            for group in _groups(corpus, monitor):
                writers.documents(group)
            writers.rest(corpus)

    def verify(self, corpus: Corpus, destination: Path) -> int:
        """Read the tables by pyarrow and slice the texts. Raises ExportMismatch."""
        with (
            reading(destination, "documents.parquet") as documents,
            reading(destination, "claims.parquet") as claims,
            reading(destination, "mentions.parquet") as mentions,
        ):
            texts = _Texts(destination, documents)
            count = sum(texts.compare(*place) for place in _places_of_claims(claims))
            texts = _Texts(destination, documents)
            return count + sum(texts.compare(*place) for place in _places_of_mentions(mentions))


@dataclass(frozen=True, slots=True)
class _Writers:
    """A writer for each table."""

    of: dict[str, Any]
    schema: dict[str, Any]

    def documents(self, group: list[Annotated]) -> None:
        """Write a group of documents with what is theirs."""
        made = {
            "documents": columns.documents(group),
            "claims": columns.claims(group),
            "mentions": columns.mentions(group),
            "rejections": columns.rejections(group),
        }
        for table, arrays in made.items():
            self.write(table, arrays)

    def write(self, table: str, arrays: list[Any]) -> None:
        """Write some rows of a table, given as columns in the order of its schema."""
        pa = need("pyarrow", "parquet")
        if len(arrays[0]):
            batch = pa.RecordBatch.from_arrays(arrays, schema=self.schema[table])
            self.of[table].write_batch(batch)

    def rest(self, corpus: Corpus) -> None:
        """Write what belongs to no document."""
        pa = need("pyarrow", "parquet")
        tables = {
            "entities": corpus.entities,
            "verdicts": corpus.verdicts,
            "groups": corpus.groups,
            "conflicts": corpus.conflicts,
        }
        for table, rows in tables.items():
            schema = self.schema[table]
            told = [columns.row(to_json(row), schema) for row in rows]
            if told:
                self.of[table].write_table(pa.Table.from_pylist(told, schema=schema))


def _writers(corpus: Corpus, files: Sequence[IO[bytes]], stack: ExitStack) -> _Writers:
    parquet = need("pyarrow.parquet", "parquet")
    told = {
        "format": FORMAT,
        "version": str(VERSION),
        "offsets": "code points",
        "title": corpus.title,
        "reviewed_only": str(corpus.reviewed_only).lower(),
    }
    made = {name: schema.with_metadata(told) for name, schema in schemas().items()}
    return _Writers(
        {
            table: stack.enter_context(
                parquet.ParquetWriter(file, made[table], compression="zstd", compression_level=1)
            )
            for table, file in zip(TABLES, files, strict=True)
        },
        made,
    )


def _groups(corpus: Corpus, monitor: Monitor) -> Iterator[list[Annotated]]:
    group: list[Annotated] = []
    size = 0
    for done, annotated in enumerate(corpus.documents()):
        monitor.step(done, corpus.size)
        group.append(annotated)
        size += len(annotated.document.text)
        if len(group) == _GROUP or size > _LARGE:
            yield group
            group, size = [], 0
    if group:
        yield group


class _Texts:
    """The written texts, in order; marks are asked for in the order of their documents."""

    def __init__(self, destination: Path, file: IO[bytes]) -> None:
        self._destination = destination
        self._texts = _rows(file, ["id", "text"])
        self._id, self._text = "", ""

    def compare(self, row: str, document: str, start: int, end: int, quote: str) -> int:
        """Slice the text of a document. Raises ExportMismatch; returns 1."""
        while self._id != document:
            found = next(self._texts, None)
            if found is None:
                raise ExportMismatch(self._destination, row)
            self._id, self._text = found
        if self._text[start:end] != quote:
            raise ExportMismatch(self._destination, f"{row}: {start}–{end}")
        return 1


def _rows(file: IO[bytes], names: list[str]) -> Iterator[tuple[Any, ...]]:
    parquet = need("pyarrow.parquet", "parquet")
    file.seek(0)
    for batch in parquet.ParquetFile(file).iter_batches(_GROUP, columns=names):
        yield from zip(*(batch.column(name).to_pylist() for name in names), strict=True)


def _places_of_claims(file: IO[bytes]) -> Iterator[tuple[str, str, int, int, str]]:
    for id_, document, spans, slots in _rows(file, ["id", "document", "spans", "slots"]):
        for place in (*spans, *(slot for slot in slots if slot["start"] is not None)):
            yield id_, document, place["start"], place["end"], place["quote"]


def _places_of_mentions(file: IO[bytes]) -> Iterator[tuple[str, str, int, int, str]]:
    yield from _rows(file, ["id", "document", "start", "end", "quote"])
