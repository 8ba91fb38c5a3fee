"""Projects from Parquet tables, as ``exporters/parquet.py`` writes them: whole or refused whole."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from pathlib import Path
from typing import IO, Any

from tawatur_core.errors import BadFormat, CannotRead, TooLarge
from tawatur_core.importers import limits, rebuild
from tawatur_core.monitor import Monitor
from tawatur_core.plugins import Incoming, need

FORMAT = "tawatur-parquet"
VERSION = 1
MOST_ROWS = 20_000_000  # of a table
MOST_BYTES = 2048 * limits.MB  # of all tables in memory
_FIRST = "documents.parquet"
_BATCH = 256
Json = dict[str, Any]


class ParquetImporter:
    """Projects as our Parquet export writes them, in a folder or a zip file."""

    name = "parquet"

    def recognises(self, path: Path) -> bool:
        """Whether the table of documents lies there."""
        if path.is_dir():
            return (path / _FIRST).is_file()
        if not zipfile.is_zipfile(path):
            return False
        try:
            with zipfile.ZipFile(path) as archive:
                return _FIRST in archive.namelist()
        except (zipfile.BadZipFile, OSError, NotImplementedError):
            return False

    def read(self, path: Path, monitor: Monitor) -> Incoming:
        """Read and check all tables. Raises CannotRead, BadFormat, MissingExtra, TooLarge."""
        need("pyarrow.parquet", "parquet")
        with ExitStack() as stack:
            tables = _Tables(path, stack)
            return Incoming(self.name, rebuild.rebuild(path, tables.records(monitor)))


class _Tables:
    """The tables of an export, read in batches."""

    def __init__(self, path: Path, stack: ExitStack) -> None:
        self._path, self._stack = path, stack
        archive = stack.enter_context(limits.open_zip(path)) if path.is_file() else None
        self._archive = archive
        self._bytes = 0

    def records(self, monitor: Monitor) -> Iterator[tuple[str, Json]]:
        """Yield the records of the project as JSON Lines would hold them."""
        yield "documents", self._project()
        makers: dict[str, Callable[[Json], Json]] = {
            "entities": _entity,
            "documents": _document,
            "claims": _claim,
            "mentions": _mention,
            "rejections": _rejection,
            "verdicts": _verdict,
        }
        for table, make in makers.items():
            for n, row in enumerate(self._rows(table)):
                monitor.step(n, 0)
                try:
                    record = make(row)
                except rebuild.WRONG as failure:  # a column that is missing or of another type
                    raise BadFormat(self._path, f"{table} {n}: {failure}") from failure
                yield f"{table} {n}", record

    def _project(self) -> Json:
        told = self._open("documents").schema_arrow.metadata or {}
        if told.get(b"format") != FORMAT.encode():
            raise BadFormat(self._path, FORMAT)
        if not told.get(b"version", b"").isdigit() or int(told[b"version"]) > VERSION:
            raise BadFormat(
                self._path, f"{FORMAT} {told.get(b'version', b'').decode('ascii', 'replace')}"
            )
        title = told.get(b"title", b"").decode("utf-8", "replace")
        head = {"format": rebuild.FORMAT, "version": rebuild.VERSION, "title": title}
        return {"type": "project", **head}

    def _rows(self, table: str) -> Iterator[Json]:
        """Yield the rows of a table. Raises BadFormat, TooLarge."""
        pa = need("pyarrow", "parquet")
        file = self._open(table)
        if file.metadata.num_rows > MOST_ROWS:
            raise TooLarge(self._path, f"{table}: {MOST_ROWS}")
        try:
            for batch in file.iter_batches(_BATCH):
                self._bytes += batch.nbytes
                if self._bytes > MOST_BYTES:
                    raise TooLarge(self._path, limits.shown(MOST_BYTES))
                yield from batch.to_pylist()
        except (pa.ArrowException, OSError, ValueError) as failure:
            raise BadFormat(self._path, f"{table}: {failure}") from failure

    def _open(self, table: str) -> Any:
        pa, parquet = need("pyarrow", "parquet"), need("pyarrow.parquet", "parquet")
        try:
            return parquet.ParquetFile(self._source(f"{table}.parquet"))
        except (pa.ArrowException, ValueError) as failure:
            raise BadFormat(self._path, f"{table}: {failure}") from failure
        except OSError as failure:
            raise CannotRead(self._path, failure.strerror or str(failure)) from failure

    def _source(self, name: str) -> IO[bytes]:
        if self._archive is not None:
            return io.BytesIO(self._archive.read(name))
        return io.BytesIO(limits.read_bytes(self._path / name))


def _entity(row: Json) -> Json:
    return {"type": "entity", **row}


def _rejection(row: Json) -> Json:
    return {"type": "rejection", **row}


def _verdict(row: Json) -> Json:
    return {"type": "verdict", **row, "given_at": row["given_at"].isoformat()}


def _document(row: Json) -> Json:
    origin = {
        name: row.pop(name) for name in ("file_name", "bytes_sha256", "encoding", "encoding_basis")
    }
    row["published"] = row["published"].isoformat() if row["published"] else None
    row["imported_at"] = row["imported_at"].isoformat()
    return {"type": "document", **row, "provenance": origin}


def _claim(row: Json) -> Json:
    row["made_at"] = row["made_at"].isoformat()
    row["slots"] = [_slot(slot) for slot in row["slots"]]
    return {"type": "claim", **row}


def _slot(row: Json) -> Json:
    place = {name: row.pop(name) for name in ("start", "end", "quote")}
    head = {name: row.pop(name) for name in ("id", "name", "origin")}
    value = {**row, "low": row["low_exact"], "high": row["high_exact"]}
    for name in ("first", "last"):
        value[name] = row[name].isoformat() if row[name] else None
    return {**head, "span": place if place["start"] is not None else None, "value": value}


def _mention(row: Json) -> Json:
    place = {name: row.pop(name) for name in ("start", "end", "quote")}
    return {"type": "mention", **row, "span": place, "quote": place["quote"]}
