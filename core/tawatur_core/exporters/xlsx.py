"""An Excel workbook for people: a sheet a table, right to left in Arabic, with words for kinds.

The parts are written as text (ECMA-376, SpreadsheetML) since building cells one by one takes many
times longer; openpyxl reads them again for the proof. Text stands in text cells, which no
spreadsheet runs, and is marked as quoted, so that editing a cell does not turn it into a formula.
"""

from __future__ import annotations

import re
import shutil
import tempfile
import zipfile
from contextlib import ExitStack
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime
from decimal import Decimal
from enum import StrEnum
from functools import partial
from pathlib import Path
from typing import IO
from xml.sax.saxutils import escape

from tawatur_core.exporters import xlsx_parts as parts
from tawatur_core.exporters.tables import (
    LOSSES,
    TABLES,
    Cell,
    Row,
    Table,
    rows,
)
from tawatur_core.exporters.xlsx_proof import prove
from tawatur_core.model import Claim, Document, Mention
from tawatur_core.monitor import Monitor
from tawatur_core.phrasing import term
from tawatur_core.plugins import Corpus, Loss
from tawatur_core.wording import Wording, wording

MOST_ROWS = 1_048_576  # of a sheet, with its header
_EPOCH = datetime(1899, 12, 30)  # noqa: DTZ001 - day 0 of spreadsheets, which know no zones
_FORMULA = re.compile(r"[=+\-@\t]")


def _cut_claim(claim: Claim, _document: Document | None) -> Claim:
    return replace(claim, quote=parts.shortened(claim.quote), note=parts.shortened(claim.note))


def _cut_mention(mention: Mention, _document: Document | None) -> Mention:
    return replace(mention, quote=parts.shortened(mention.quote))


class Workbook:
    """One sheet for each table."""

    name = "xlsx"
    suffix = ".xlsx"
    losses = (*LOSSES, Loss("loss-long-cells", {Claim: _cut_claim, Mention: _cut_mention}))

    def write(self, corpus: Corpus, destination: Path, language: str, monitor: Monitor) -> None:
        """Write the workbook. Raises OSError, Cancelled."""
        words = wording(language, isolate=False)
        with ExitStack() as open_files:
            sheets = {table.name: _Sheets(table, words, open_files) for table in TABLES}
            for table, row in rows(corpus, monitor, partial(term, words=words)):
                sheets[table.name].add(row)
            written = [sheet for table in TABLES for sheet in sheets[table.name].finished()]
            _pack(destination, written, right_to_left=words.right_to_left)

    def verify(self, corpus: Corpus, destination: Path) -> int:
        """Read the workbook again and re-slice. Raises ExportMismatch, MissingExtra."""
        return prove(corpus, destination)


@dataclass(frozen=True, slots=True)
class _Written:
    """A finished sheet: its name, its table, how many rows, and the rows as XML."""

    name: str
    table: Table
    rows: int
    file: IO[bytes]


class _Sheets:
    """The sheets of one table: a second one where the first is full."""

    def __init__(self, table: Table, words: Wording, open_files: ExitStack) -> None:
        self._table, self._words, self._open = table, words, open_files
        self._terms: dict[StrEnum, str] = {}
        self._written: list[_Written] = []
        self._rows = 0
        self._file: IO[bytes] = self._begun()

    def add(self, row: Row) -> None:
        """Write one row."""
        if self._rows == MOST_ROWS:
            self._end()
            self._file = self._begun()
        self._put([self._cell(cell) for cell in row])

    def finished(self) -> list[_Written]:
        """Return the sheets."""
        self._end()
        return self._written

    def _begun(self) -> IO[bytes]:
        draft = tempfile.TemporaryFile()  # noqa: SIM115 - closed with the workbook
        file = self._open.enter_context(draft)
        self._file, self._rows = file, 0
        codes = [f"column-{name.replace('_', '-')}" for name in self._table.columns]
        self._put([_text(self._words.say(code), parts.HEADER) for code in codes])
        return file

    def _end(self) -> None:
        name = self._words.say(f"table-{self._table.name}")
        nth = len(self._written) + 1
        self._file.seek(0)
        self._written.append(
            _Written(
                name if nth == 1 else f"{name} {nth}",
                self._table,
                self._rows,
                self._file,
            )
        )

    def _put(self, told: list[str]) -> None:
        self._rows += 1
        self._file.write(f"<row>{''.join(told)}</row>".encode())

    def _cell(self, cell: Cell) -> str:
        if type(cell) is str and cell:  # most are
            return _text(cell, parts.QUOTED if _FORMULA.match(cell) else parts.PLAIN)
        match cell:
            case None | "":
                return "<c/>"
            case StrEnum():
                return _text(self._term(cell), parts.PLAIN)
            case str():
                return _text(cell, parts.QUOTED if _FORMULA.match(cell) else parts.PLAIN)
            case int():
                return f"<c><v>{cell}</v></c>"
            case Decimal():
                return f"<c><v>{cell:f}</v></c>"
            case datetime():
                return _moment(cell)
            case date():
                return _day(cell)

    def _term(self, member: StrEnum) -> str:
        told = self._terms.get(member)
        if told is None:
            told = self._terms[member] = term(member, self._words)
        return told


def _text(text: str, style: int) -> str:
    shown = parts.stored(text)
    if "&" in shown or "<" in shown or ">" in shown:
        shown = escape(shown)
    space = ' xml:space="preserve"' if shown != shown.strip() or "\n" in shown else ""
    return f'<c t="inlineStr" s="{style}"><is><t{space}>{shown}</t></is></c>'


def _day(day: date) -> str:
    """Return a date cell; spreadsheets count from 1900 on, an earlier day stands as text."""
    if day.year < 1900:
        return _text(day.isoformat(), parts.PLAIN)
    number = (datetime(day.year, day.month, day.day) - _EPOCH).days  # noqa: DTZ001
    return f'<c s="{parts.DAY}"><v>{number}</v></c>'


def _moment(moment: datetime) -> str:
    plain = moment.astimezone(UTC).replace(tzinfo=None)
    number = (plain - _EPOCH).total_seconds() / 86_400
    return f'<c s="{parts.MOMENT}"><v>{number:.9f}</v></c>'


def _pack(destination: Path, sheets: list[_Written], *, right_to_left: bool) -> None:
    with zipfile.ZipFile(destination, "w", zipfile.ZIP_DEFLATED, compresslevel=1) as archive:
        for name, text in parts.frame([sheet.name for sheet in sheets]):
            archive.writestr(parts.entry(name), text)
        for n, sheet in enumerate(sheets, 1):
            with archive.open(parts.entry(parts.sheet_name(n)), "w", force_zip64=True) as file:
                columns = sheet.table.columns
                head = parts.sheet_head(columns, sheet.rows, right_to_left=right_to_left)
                file.write(head.encode())
                shutil.copyfileobj(sheet.file, file, 1 << 20)
                file.write(parts.sheet_foot(columns, sheet.rows).encode())
