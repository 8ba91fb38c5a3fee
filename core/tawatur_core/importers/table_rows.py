"""Rows of JSONL, CSV and XLSX files, one by one, as cells under the names of their columns."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from itertools import islice
from typing import Any

from tawatur_core.arabic import fold_text
from tawatur_core.errors import BadFormat, TawaturError, TooLarge
from tawatur_core.importers.encoding import Decoded, decode
from tawatur_core.importers.inspection import NO_ENCODING, Choices, Source, foreign
from tawatur_core.importers.limits import LINE_BYTES, MB, ZipLimits, check_zip, parse_json, shown
from tawatur_core.plugins import need

COLUMNS = 500  # of a table
_DELIMITERS = ",;\t|"
_SHEET = ZipLimits(total=512 * MB)
_ESCAPED = re.compile("_x([0-9A-Fa-f]{4})_")  # how XLSX writes control characters
_LINE = re.compile(r"[^\r\n]*(?:\r\n|\r|\n)|[^\r\n]+")
_LETTERS = re.compile(r"[^\W\d_]")


@dataclass(frozen=True, slots=True)
class Row:
    """A row: its name ('7', 'Sheet1 7') and its cells; or why it cannot be read."""

    name: str
    cells: dict[str, object] = field(default_factory=dict)
    error: TawaturError | None = None


@dataclass(frozen=True, slots=True)
class Table:
    """A table of a file. `rows` can be gone through once; `encoding` is empty for none."""

    rows: Iterator[Row]
    encoding: str = ""
    basis: str = NO_ENCODING


def json_table(source: Source, choices: Choices) -> Table:
    """Return the objects of JSON Lines, or of one JSON array. Raises BadFormat, Undecodable."""
    found = decode(source.data, source.path, choices.encoding)
    text = found.text.removeprefix("\ufeff")
    whole = text.lstrip()[:1] == "[" or source.path.suffix.lower() == ".json"
    rows = _array(source, text) if whole else _lines(source, text)
    return Table(rows, found.encoding, found.basis)


def csv_table(source: Source, choices: Choices) -> Table:
    """Return the rows of a CSV file, whatever its delimiter. Raises BadFormat, Undecodable."""
    found = decode(source.data, source.path, choices.encoding)
    return Table(_csv(source, found), found.encoding, found.basis)


def xlsx_table(source: Source, _choices: Choices) -> Table:
    """Return the rows of all sheets of a workbook.

    Formulas are never worked out: a cell is what it showed when it was saved. Raises BadFormat,
    TooLarge, Unsafe, Encrypted, MissingExtra.
    """
    need("openpyxl", "tables")
    check_zip(source.path, source.data, _SHEET)
    return Table(_workbook(source))


def _lines(source: Source, text: str) -> Iterator[Row]:
    for number, line in enumerate(text.split("\n"), 1):
        if not line.strip():
            continue
        name = str(number)
        try:
            if len(line) > LINE_BYTES:
                raise TooLarge(source.path, f"{name}: {shown(LINE_BYTES)}")
            value = parse_json(line, source.path, name)
            if not isinstance(value, dict):
                raise BadFormat(source.path, name)
        except TawaturError as error:
            yield Row(name, error=error)
            continue
        yield Row(name, _flat(value))


def _array(source: Source, text: str) -> Iterator[Row]:
    value = parse_json(text, source.path)
    if isinstance(value, dict):  # such as {"status": "ok", "articles": [ … ]}
        lists = [part for part in value.values() if _objects(part)]
        value = lists[0] if len(lists) == 1 else [value]
    if not _objects(value):
        raise BadFormat(source.path, "[{…}]")
    for number, one in enumerate(value, 1):
        yield Row(str(number), _flat(one))


def _objects(value: object) -> bool:
    return isinstance(value, list) and bool(value) and all(isinstance(one, dict) for one in value)


def _flat(value: dict[str, Any]) -> dict[str, object]:
    """Return the cells of an object; those of an object within it are named 'outer.inner'."""
    cells: dict[str, object] = {}
    for key, part in islice(value.items(), COLUMNS):
        if isinstance(part, dict):
            cells.update({f"{key}.{inner}": _cell(one) for inner, one in part.items()})
        else:
            cells[key] = _cell(part)
    return cells


def _cell(value: object) -> object:
    if isinstance(value, list):
        return "، ".join(str(one) for one in value if isinstance(one, str | int | float))
    return value if isinstance(value, str | int | float) else None


def _csv(source: Source, found: Decoded) -> Iterator[Row]:
    csv.field_size_limit(LINE_BYTES)
    text = found.text.removeprefix("\ufeff")
    lines = (line.group() for line in _LINE.finditer(text))
    reader = csv.reader(lines, delimiter=_delimiter(text))
    with foreign(source.path):
        yield from _under_header(source, "", reader)


def _delimiter(text: str) -> str:
    """Return the delimiter that cuts the first rows into most columns, the same in every row."""

    def score(delimiter: str) -> tuple[float, int]:
        reader = csv.reader(io.StringIO(text[:50_000], newline=""), delimiter=delimiter)
        try:
            widths = [len(row) for row in islice(reader, 30) if row]
        except csv.Error:
            return 0.0, 0
        if not widths or widths[0] < 2:
            return 0.0, 0
        return sum(width == widths[0] for width in widths) / len(widths), widths[0]

    return max(_DELIMITERS, key=score)


def _workbook(source: Source) -> Iterator[Row]:
    openpyxl = need("openpyxl", "tables")
    with foreign(source.path):
        book = openpyxl.load_workbook(
            io.BytesIO(source.data), read_only=True, data_only=True, keep_links=False
        )
        sheets = [sheet for sheet in book.worksheets if sheet.sheet_state == "visible"]
        for sheet in sheets:
            sheet.reset_dimensions()  # what the file says of its size may be anything
            rows = ([_unescaped(cell) for cell in row] for row in sheet.iter_rows(values_only=True))
            prefix = f"{sheet.title} " if len(sheets) > 1 else ""
            yield from _under_header(source, prefix, rows)


def _unescaped(cell: object) -> object:
    if not isinstance(cell, str):
        return cell
    return _ESCAPED.sub(lambda found: chr(int(found[1], 16)), cell)


def _under_header(source: Source, prefix: str, rows: Iterable[list[Any]]) -> Iterator[Row]:
    """Name the cells by the first row; by letters where the first row is no header."""
    names: list[str] | None = None
    for number, cells in enumerate(rows, 1):
        if len(cells) > COLUMNS:
            raise TooLarge(source.path, f"{prefix}{number}: > {COLUMNS}")
        if not any(cell not in (None, "") for cell in cells):
            continue
        if names is None:
            names = _header(cells)
            if names:
                continue
        named = [*names, *(letters(n) for n in range(len(names), len(cells)))]
        yield Row(f"{prefix}{number}", dict(zip(named, cells, strict=False)))


def _header(cells: list[Any]) -> list[str]:
    """Return the names a first row gives, none when it is a row like the others."""
    told = [" ".join(str(cell).split()) if cell is not None else "" for cell in cells]
    header = all(len(cell) <= 60 and (not cell or _LETTERS.search(cell)) for cell in told)
    if not header or not any(told):
        return []
    names: list[str] = []
    for n, cell in enumerate(told):
        name = cell or letters(n)
        names.append(name if name not in names else f"{name} {letters(n)}")
    return names


def letters(number: int) -> str:
    """Return the name a spreadsheet gives the column of a number from 0: A, B, … AA."""
    name = ""
    number += 1
    while number:
        number, rest = divmod(number - 1, 26)
        name = chr(65 + rest) + name
    return name


def folded_name(name: str) -> str:
    """Return the name of a column as it is compared: folded, words parted by one space."""
    parted = re.sub(r"(?<=[a-z])(?=[A-Z])", " ", name)
    return " ".join(re.split(r"[\W_]+", fold_text(parted).casefold())).strip()
