"""What an export would look like: its files and how each begins, of the first document."""

from __future__ import annotations

import tempfile
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path

from tawatur_core.exchange import Scope, corpus_of
from tawatur_core.exporters.catalogue import several_files
from tawatur_core.exporters.registry import format_named
from tawatur_core.model import DocumentId
from tawatur_core.monitor import Monitor, Silent
from tawatur_core.plugins import Exporter, need
from tawatur_core.store import claims, derived, documents
from tawatur_core.store.session import Reader

SHOWN = 6000  # code points of a file
WHOLE = 1 << 20  # code points of a page that is shown set, and needs its end
_ROWS = 12  # of a table
_HEX = 256  # bytes of a file that is neither text nor table
_ENOUGH = 1 << 20  # bytes read of a file: a text has its beginning there


@dataclass(frozen=True, slots=True)
class Piece:
    """A file of the export: its name (in a folder with ``/``), size in bytes and beginning.

    `cut` says that the file goes on; `binary` that what is shown are its bytes.
    """

    name: str
    size: int
    text: str
    cut: bool = False
    binary: bool = False


def preview(
    reader: Reader,
    format_name: str,
    *,
    scope: Scope | None = None,
    language: str = "ar",
    shown: int = SHOWN,
    monitor: Monitor | None = None,
) -> tuple[Piece, ...]:
    """Return the files an export would have, written from the first document of the scope.

    Of each no more than `shown` code points are given.

    A format that sets accounts side by side is shown with the documents of its first conflict.
    Raises UnknownFormat, MissingExtra, Cancelled.
    """
    wanted, watching = scope or Scope(), monitor or Silent()
    exporter = format_named(format_name)
    first = frozenset(_ids(reader, wanted)[:1])
    if getattr(exporter, "side_by_side", False):
        first = _of_first_conflict(reader, wanted) or first
    corpus = corpus_of(reader, replace(wanted, documents=first))
    told = getattr(exporter, "preview", None)
    if callable(told):  # a format that is no text says itself what it shows
        text = str(told(corpus, language))
        return (Piece(f"{format_name}{exporter.suffix}", 0, text[:shown], cut=len(text) > shown),)
    with tempfile.TemporaryDirectory() as folder:
        draft = Path(folder) / _name(reader, exporter)
        exporter.write(corpus, draft, language, watching)
        return tuple(_pieces(Path(folder), draft, shown))


def _name(reader: Reader, exporter: Exporter) -> str:
    suffix = "" if several_files(exporter) else exporter.suffix
    return f"{reader.path.stem}{suffix}"


def _pieces(folder: Path, draft: Path, shown: int) -> Iterator[Piece]:
    """Yield every file written: `draft` or what is in it, then those beside it."""
    written = (path for path in folder.rglob("*") if path.is_file())
    for file in sorted(written, key=lambda path: (path != draft, path)):
        inside = draft.is_dir() and file.is_relative_to(draft)
        name = file.relative_to(draft if inside else folder).as_posix()
        table = _table(file)
        if table is not None:
            yield Piece(name, file.stat().st_size, table[:shown], cut=True)
        elif zipfile.is_zipfile(file):
            yield from _packed(file, shown)
        else:
            with file.open("rb") as opened:
                data = opened.read(_ENOUGH)
            yield _piece(name, file.stat().st_size, data, shown)


def _packed(file: Path, shown: int) -> Iterator[Piece]:
    with zipfile.ZipFile(file) as archive:
        for entry in sorted(archive.infolist(), key=lambda info: info.filename):
            with archive.open(entry) as opened:
                yield _piece(entry.filename, entry.file_size, opened.read(_ENOUGH), shown)


def _piece(name: str, size: int, data: bytes, shown: int) -> Piece:
    try:
        text = data.decode("utf-8-sig", "strict" if size <= len(data) else "ignore")
    except UnicodeDecodeError:
        text = "\0"
    if "\0" in text:
        return Piece(name, size, _bytes(data[:_HEX]), cut=size > _HEX, binary=True)
    return Piece(name, size, text[:shown], cut=len(text) > shown or size > len(data))


def _bytes(data: bytes) -> str:
    """Return bytes as they are printed: place, hexadecimal, and the letters among them."""
    lines = []
    for at in range(0, len(data), 16):
        part = data[at : at + 16]
        letters = "".join(chr(byte) if 0x20 <= byte < 0x7F else "·" for byte in part)
        lines.append(f"{at:06x}  {part.hex(' '):<47}  {letters}")
    return "\n".join(lines)


def _table(file: Path) -> str | None:
    """Return the first rows of the tables in a file, tabs between cells; None if it has none."""
    if file.suffix == ".xlsx":
        book = need("openpyxl", "tables").load_workbook(file, read_only=True)
        try:
            sheets = [(s.title, s.iter_rows(max_row=_ROWS, values_only=True)) for s in book]
            return "\n\n".join(f"[{title}]\n{_rows(rows)}" for title, rows in sheets)
        finally:
            book.close()
    if file.suffix == ".parquet":
        table = need("pyarrow.parquet", "parquet").ParquetFile(file)
        head = next(table.iter_batches(batch_size=_ROWS), None)
        columns = head.to_pydict() if head is not None else {}
        return _rows([tuple(table.schema_arrow.names), *zip(*columns.values(), strict=True)])
    return None


def _rows(rows: object) -> str:
    assert hasattr(rows, "__iter__")
    return "\n".join("\t".join("" if cell is None else str(cell) for cell in row) for row in rows)


def _ids(reader: Reader, scope: Scope) -> list[DocumentId]:
    wanted = scope.documents
    return [found for found in documents.document_ids(reader) if wanted is None or found in wanted]


def _of_first_conflict(reader: Reader, scope: Scope) -> frozenset[DocumentId]:
    """Return the documents of the first conflict that lies within the scope; none without one."""
    inside = set(_ids(reader, scope))
    for conflict in derived.conflicts(reader):
        sides = frozenset(c.document for c in claims.claims(reader, conflict.claims))
        if sides and sides <= inside:
            return sides
    return frozenset()
