"""Parquet: a file a table with nested types, for pandas, DuckDB, Arrow and Spark.

Everything the project records is there and comes back by ``importers/parquet.py``. The tables of
documents, claims and mentions are built column by column, which is several times faster than row
by row, and are written in groups of documents, so that memory does not grow with the corpus.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from contextlib import ExitStack
from dataclasses import dataclass
from pathlib import Path
from typing import IO, Any

from tawatur_core.bulk import uncollected
from tawatur_core.errors import ExportMismatch
from tawatur_core.exporters import losses, parquet_columns as columns
from tawatur_core.exporters.bundle import reading, writing_at_once
from tawatur_core.exporters.parquet_arrays import column
from tawatur_core.exporters.parquet_schema import (
    FORMAT,
    REPEATED,
    TABLES,
    VERSION,
    schemas,
)
from tawatur_core.monitor import Monitor
from tawatur_core.plugins import Annotated, Corpus, need
from tawatur_core.records import to_json

_GROUP = 500  # documents in a row group
_LARGE = 1 << 22  # code points of text after which a row group is written at once
_AT_ONCE = 250  # documents held at a time; as columns they take a third of the room


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

    def documents(self, group: Iterable[list[Annotated]]) -> None:
        """Write a row group of documents, given a part at a time, with what is theirs."""
        made: dict[str, list[Any]] = {table: [] for table in _OF_DOCUMENTS}
        for part in group:
            with uncollected():
                for table, built in _OF_DOCUMENTS.items():
                    made[table].append(self.batch(table, built(part)))
        for table, batches in made.items():
            self.write(table, batches)

    def batch(self, table: str, arrays: list[Any]) -> Any:
        """Return some rows of a table, given as columns in the order of its schema."""
        pa = need("pyarrow", "parquet")
        return pa.RecordBatch.from_arrays(arrays, schema=self.schema[table])

    def write(self, table: str, batches: list[Any]) -> None:
        """Write some rows of a table together."""
        pa = need("pyarrow", "parquet")
        rows = pa.Table.from_batches(batches, schema=self.schema[table])
        if len(rows):
            self.of[table].write_table(rows)

    def rest(self, corpus: Corpus) -> None:
        """Write what belongs to no document."""
        tables = {
            "entities": corpus.entities,
            "verdicts": corpus.verdicts,
            "groups": corpus.groups,
            "conflicts": corpus.conflicts,
        }
        for table, rows in tables.items():
            schema = self.schema[table]
            told = [columns.row(to_json(row), schema) for row in rows]
            arrays = [column([row[f.name] for row in told], f.type) for f in schema]
            self.write(table, [self.batch(table, arrays)])


_OF_DOCUMENTS = {
    "documents": columns.documents,
    "claims": columns.claims,
    "mentions": columns.mentions,
    "rejections": columns.rejections,
}


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
                parquet.ParquetWriter(
                    file,
                    made[table],
                    compression="zstd",
                    compression_level=1,
                    use_dictionary=REPEATED.get(table, True),
                )
            )
            for table, file in zip(TABLES, files, strict=True)
        },
        made,
    )


def _groups(corpus: Corpus, monitor: Monitor) -> Iterator[Iterator[list[Annotated]]]:
    """Yield the documents of each row group, in parts."""
    annotated = enumerate(corpus.documents())

    def parts(first: Annotated) -> Iterator[list[Annotated]]:
        part, count, size = [first], 1, len(first.document.text)
        while count < _GROUP and size <= _LARGE and (found := next(annotated, None)):
            monitor.step(found[0], corpus.size)
            if len(part) == _AT_ONCE:
                yield part
                part = []
            part.append(found[1])
            count, size = count + 1, size + len(found[1].document.text)
        yield part

    for done, first in annotated:
        monitor.step(done, corpus.size)
        yield parts(first)


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


def _batches(file: IO[bytes], names: list[str]) -> Iterator[Any]:
    pa = need("pyarrow", "parquet")
    parquet = need("pyarrow.parquet", "parquet")
    file.seek(0)
    opened = parquet.ParquetFile(file)
    for number in range(opened.num_row_groups):
        # Of one thread, and giving back what is free: otherwise it keeps several times as much.
        yield from opened.read_row_group(number, names, use_threads=False).to_batches()
        pa.default_memory_pool().release_unused()


def _rows(file: IO[bytes], names: list[str]) -> Iterator[tuple[Any, ...]]:
    for batch in _batches(file, names):
        yield from zip(*(batch.column(name).to_pylist() for name in names), strict=True)


_Place = tuple[str, str, int, int, str]


def _places_of_claims(file: IO[bytes]) -> Iterator[_Place]:
    """Yield the places of claims and slots, document by document."""
    names = [
        "id", "document",
        *(f"{held}.list.element.{part}" for held in ("spans", "slots") for part in _PLACE),
    ]  # fmt: skip
    for batch in _batches(file, names):
        owners = list(
            zip(batch.column("id").to_pylist(), batch.column("document").to_pylist(), strict=True)
        )
        held = [_placed(batch.column(name)) for name in ("spans", "slots")]
        for (id_, document), *told in zip(owners, *held, strict=True):
            for start, end, quote in (place for places in told for place in places):
                if start is not None:
                    yield id_, document, start, end, quote


def _placed(lists: Any) -> Iterator[list[tuple[int | None, int | None, str | None]]]:
    """Yield the places in each list, read column by column."""
    items = lists.flatten()
    fields = [field.name for field in items.type]
    parts = dict(zip(fields, items.flatten(), strict=True))
    places = list(zip(*(parts[name].to_pylist() for name in _PLACE), strict=True))
    at = 0
    for length in lists.value_lengths().to_pylist():
        yield places[at : at + length]
        at += length


_PLACE = ("start", "end", "quote")


def _places_of_mentions(file: IO[bytes]) -> Iterator[_Place]:
    yield from _rows(file, ["id", "document", *_PLACE])
