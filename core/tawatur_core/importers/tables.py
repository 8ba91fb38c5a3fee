"""Articles from JSONL, CSV and XLSX: a row each, by which column holds what."""

from __future__ import annotations

import math
import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from datetime import UTC, date, datetime
from itertools import chain, islice
from pathlib import Path

from tawatur_core.errors import BadFormat, EmptyFile, HasNul, NoTextColumn, TawaturError
from tawatur_core.importers.encoding import ENCODINGS, fits
from tawatur_core.importers.inspection import (
    Choices,
    Inspection,
    Source,
    lf,
    provenance,
    source_of,
    title_of,
)
from tawatur_core.importers.limits import MB, read_bytes
from tawatur_core.importers.particulars import day_of, month_stands_first, plain, web_address
from tawatur_core.importers.residue import residue_of
from tawatur_core.importers.table_columns import LOOKED_AT, PARTICULARS, Preview, preview
from tawatur_core.importers.table_rows import Row, Table, csv_table, json_table, xlsx_table
from tawatur_core.importers.web_blocks import plain_text
from tawatur_core.model import DocumentDraft, Provenance
from tawatur_core.plugins import Finding

_TAGS = re.compile(r"</?(?:p|br|div|span|h[1-6]|li|script|style)\b[^<>]*>", re.IGNORECASE)
_RECODED = 8 * MB  # of a larger table it is not tried which other encodings fit
_SECONDS = range(100_000_000, 10_000_000_000)  # of a day since 1973, in a number
TABLES: dict[str, Callable[[Source, Choices], Table]] = {
    "jsonl": json_table,
    "csv": csv_table,
    "xlsx": xlsx_table,
}


def columns(
    path: Path, name: str, choices: Choices | None = None, archive: Path | None = None
) -> Preview:
    """Return the columns of a table file, which may lie in an archive, and what each may hold.

    `name` is the format: jsonl, csv or xlsx. Raises CannotRead and what its reading raises.
    """
    table = TABLES[name](source_of(path, archive), choices or Choices())
    return preview(islice(table.rows, LOOKED_AT))


def drafts(path: Path, name: str, mapping: Mapping[str, str]) -> list[Inspection]:
    """Return the articles of a table file, read by the columns that `mapping` names.

    Raises NoTextColumn when it names none for the text, CannotRead, and what reading raises.
    """
    source = Source(path, read_bytes(path))
    return list(inspect_table(name)(source, Choices(format=name, columns=mapping)))


def inspect_table(name: str) -> Callable[[Source, Choices], Iterator[Inspection]]:
    """Return the reader of a table format."""
    return lambda source, choices: _inspect(name, source, choices)


def _inspect(name: str, source: Source, choices: Choices) -> Iterator[Inspection]:
    table = TABLES[name](source, choices)
    first = list(islice(table.rows, LOOKED_AT))
    if not first:
        raise EmptyFile(source.path)
    if all(row.error is not None for row in first):
        raise first[0].error or BadFormat(source.path)
    mapping = choices.columns if choices.columns is not None else preview(first).proposed
    known = {cell for row in first for cell in row.cells}
    if mapping.get("text") not in known:
        raise NoTextColumn(source.path, ", ".join(plain(cell) for cell in sorted(known))[:300])
    wanted = {part: mapping[part] for part in PARTICULARS if mapping.get(part)}
    dates = [row.cells.get(wanted.get("published", "")) for row in first]
    encoded = table.encoding != "" and len(source.data) <= _RECODED
    alternatives = tuple(code for code in ENCODINGS if encoded and fits(source.data, code))
    reading = _Reading(
        source,
        wanted,
        month_stands_first(dates),
        provenance(source, table.encoding, table.basis),
        alternatives,
    )
    for row in chain(first, table.rows):
        yield reading.inspection(row)


@dataclass(frozen=True, slots=True)
class _Reading:
    """How the rows of one table become articles."""

    source: Source
    columns: Mapping[str, str]
    month_first: bool
    origin: Provenance
    alternatives: tuple[str, ...]

    def inspection(self, row: Row) -> Inspection:
        """Return the article of one row, or why it is none."""
        draft: DocumentDraft | None = None
        findings: list[Finding] = []
        error = row.error
        if error is None:
            try:
                draft = self._draft(row, findings)
            except TawaturError as failure:
                error = failure
        found = {name for name in self.columns if draft is not None and getattr(draft, name)}
        return Inspection(
            self.source.path,
            draft,
            error,
            self.origin.encoding,
            self.origin.encoding_basis,
            self.alternatives,
            part=row.name,
            how=dict.fromkeys(found - {"text"}, "found-column"),
            findings=tuple(findings),
        )

    def _draft(self, row: Row, findings: list[Finding]) -> DocumentDraft:
        text = self._text(row, findings)
        return DocumentDraft(
            text=text,
            title=plain(self._told(row, "title")) or title_of(text),
            provenance=self.origin,
            outlet=plain(self._told(row, "outlet")),
            author=plain(self._told(row, "author")),
            url=web_address(self._told(row, "url")),
            published=self._published(row, findings),
            residue=residue_of(text),
        )

    def _text(self, row: Row, findings: list[Finding]) -> str:
        text = lf(self._told(row, "text"))
        if _TAGS.search(text):
            text = plain_text(text, self.source.path)
            findings.append(Finding("finding-tags", row.name))
        if "\0" in text:
            raise HasNul(self.source.path, row.name)
        if not text.strip():
            raise EmptyFile(self.source.path, row.name)
        return text

    def _told(self, row: Row, particular: str) -> str:
        cell = row.cells.get(self.columns.get(particular, ""))
        return "" if cell is None else str(cell)

    def _published(self, row: Row, findings: list[Finding]) -> date | None:
        cell = row.cells.get(self.columns.get("published", ""))
        if cell in (None, ""):
            return None
        found = _day(cell, month_first=self.month_first)
        if found is None:
            findings.append(Finding("finding-date", row.name, {"value": plain(str(cell))[:80]}))
        return found


def _day(cell: object, *, month_first: bool) -> date | None:
    if isinstance(cell, str) and cell.strip().isascii() and cell.strip().isdecimal():
        cell = int(cell) if len(cell.strip()) in (10, 13) else cell
    if isinstance(cell, float) and not math.isfinite(cell):
        return None
    if isinstance(cell, int | float) and not isinstance(cell, bool):
        seconds = int(cell) // 1000 if int(cell) not in _SECONDS else int(cell)
        if seconds in _SECONDS:
            return datetime.fromtimestamp(seconds, UTC).date()
        return day_of(str(cell))
    return day_of(cell, month_first=month_first)
