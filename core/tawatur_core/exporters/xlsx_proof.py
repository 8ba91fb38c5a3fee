"""The proof of a workbook: openpyxl opens it and reads how each sheet begins; all rows are sliced.

openpyxl takes a minute for a hundred thousand rows, so the rest is read by a plain XML parser,
which knows nothing of how the sheets were written but what SpreadsheetML says of cells.
"""

from __future__ import annotations

import re
import zipfile
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import IO, Any
from xml.parsers import expat

from tawatur_core.errors import ExportMismatch
from tawatur_core.exporters.tables import CLAIMS, GAP, MENTIONS, Table
from tawatur_core.exporters.xlsx_parts import sheet_name, stored
from tawatur_core.model import Claim, Document, Mention
from tawatur_core.plugins import Corpus, need
from tawatur_core.wording import LANGUAGES, wording

_BEGINNING = 200  # rows of each sheet that openpyxl reads
_PART = 1 << 18  # bytes parsed at a time


def prove(corpus: Corpus, destination: Path) -> int:
    """Re-slice every claim and mention; return how many spans. Raises ExportMismatch."""
    names = _opened(destination)
    with zipfile.ZipFile(destination) as archive:
        told = _rows(archive, names, CLAIMS)
        named = _rows(archive, names, MENTIONS)
        count = 0
        for annotated in corpus.documents():
            for claim in annotated.claims:
                _compare_claim(destination, next(told, None), annotated.document, claim)
                count += len(claim.spans)
            for mention in annotated.mentions:
                _compare_mention(destination, next(named, None), annotated.document, mention)
                count += 1
        return count


def _opened(destination: Path) -> list[str]:
    """Return the names of the sheets, after openpyxl has read how each begins."""
    openpyxl = need("openpyxl", "tables")
    try:
        book = openpyxl.load_workbook(destination, read_only=True)
    except (ValueError, KeyError, zipfile.BadZipFile) as failure:
        raise ExportMismatch(destination, str(failure)) from failure
    try:
        with zipfile.ZipFile(destination) as archive:
            for n, sheet in enumerate(book.worksheets, 1):
                read = sheet.iter_rows(max_row=_BEGINNING, values_only=True)
                with archive.open(sheet_name(n)) as file:
                    for cells, parsed in zip(read, _parsed(file), strict=False):
                        if _texts(cells, cells) != _texts(cells, parsed):
                            raise ExportMismatch(destination, sheet.title)
        return list(book.sheetnames)
    finally:
        book.close()


def _texts(read: Sequence[Any], cells: Sequence[Any]) -> list[Any]:
    """Return the cells that openpyxl reads as text: numbers and days it makes its own."""
    return [cell for cell, of in zip(cells, read, strict=False) if isinstance(of, str)]


def _rows(
    archive: zipfile.ZipFile, names: Sequence[str], table: Table
) -> Iterator[dict[str, str | None]]:
    """Yield the rows of a table from its sheets, by the names of its columns."""
    titles = {wording(language).say(f"table-{table.name}") for language in LANGUAGES}
    for n, name in enumerate(names, 1):
        # A full sheet is followed by a second one, named after it with a number.
        if re.sub(r" \d+$", "", name) in titles:
            with archive.open(sheet_name(n)) as file:
                rows = _parsed(file)
                next(rows)
                for row in rows:
                    yield dict(zip(table.columns, row, strict=True))


def _parsed(file: IO[bytes]) -> Iterator[list[str | None]]:
    """Yield the rows of a sheet, each cell as the text of its value; None for an empty one."""
    parser = expat.ParserCreate()
    parser.buffer_text = True
    rows: list[list[str | None]] = []
    row: list[str | None] = []
    text: list[str] = []

    def begun(name: str, _attributes: object) -> None:
        if name == "c":
            row.append(None)
        elif name in ("t", "v"):
            text.clear()
            parser.CharacterDataHandler = text.append

    def ended(name: str) -> None:
        if name in ("t", "v"):
            parser.CharacterDataHandler = None
            row[-1] = "".join(text)
        elif name == "row":
            rows.append(row.copy())
            row.clear()

    parser.StartElementHandler, parser.EndElementHandler = begun, ended
    while part := file.read(_PART):
        parser.Parse(part)
        yield from rows
        rows.clear()
    parser.Parse(b"", True)
    yield from rows


def _compare_claim(
    path: Path, row: dict[str, str | None] | None, document: Document, claim: Claim
) -> None:
    if row is None or row["claim"] != claim.id:
        raise ExportMismatch(path, claim.id)
    spans = zip((row["starts"] or "").split(), (row["ends"] or "").split(), strict=True)
    sliced = GAP.join(document.text[int(start) : int(end)] for start, end in spans)
    _compare(path, claim.id, sliced, row["quote"])


def _compare_mention(
    path: Path, row: dict[str, str | None] | None, document: Document, mention: Mention
) -> None:
    if row is None or row["mention"] != mention.id:
        raise ExportMismatch(path, mention.id)
    start, end = int(row["start"] or 0), int(row["end"] or 0)
    _compare(path, mention.id, document.text[start:end], row["quote"])


def _compare(path: Path, name: str, sliced: str, written: str | None) -> None:
    if stored(sliced) != (written or ""):
        raise ExportMismatch(path, name)
