"""Lists of entities as CSV: the columns are known by their names, in Arabic or English."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterator, Sequence
from pathlib import Path

from tawatur_core.arabic.fold import fold_text
from tawatur_core.errors import BadFormat, EmptyFile, Undecodable
from tawatur_core.importers.encoding import decode
from tawatur_core.importers.entities_listed import EntityList, ListedEntity, listed
from tawatur_core.importers.labels_guess import entity_kind
from tawatur_core.importers.labels_values import external_id
from tawatur_core.importers.limits import read_bytes
from tawatur_core.model import EntityKind, ExternalId
from tawatur_core.monitor import Monitor
from tawatur_core.plugins import Finding

_NAMES = {
    "name": "name|label|pref label|preflabel|preferred label|preferred name|name ar|arabic"
    "|arabic name|title|canonical name|الاسم|اسم|الاسم العربي|الاسم بالعربية|الاسم المعتمد"
    "|الاسم الكامل|الكيان",
    "latin": "name latin|latin|latin name|english|english name|name en|label en|romanized"
    "|الاسم اللاتيني|الاسم الانجليزي|الاسم بالانجليزية|بالانجليزية|بالحروف اللاتينية",
    "kind": "kind|type|category|class|entity type|النوع|نوع|الصنف|التصنيف|الفئة",
    "aliases": "aliases|alias|alt label|altlabel|alt labels|altlabels|alternative names|other names"
    "|also known as|aka|spellings|variants|اسماء اخرى|الاسماء الاخرى|اسماء بديلة|صيغ"
    "|صيغ الاسم|مرادفات|الكنية|لقب",
    "ids": "external ids|ids|identifiers|identifier|wikidata id|qid|wikidata|viaf|geonames|isni|gnd"
    "|uri|url|معرف|المعرف|المعرفات|معرف ويكي بيانات|ويكي بيانات|الرابط",
    "note": "note|notes|description|comment|ملاحظة|ملاحظات|وصف|الوصف|نبذة",
}  # fmt: skip
_SCHEMES = {"qid": "wikidata", "wikidata id": "wikidata", "ويكي بيانات": "wikidata"}
_SEVERAL = re.compile(r"\s*[|;؛\n،]\s*")
_KNOWN_ID = re.compile(r"([A-Za-z][A-Za-z0-9_.\-]*):(?!//)(\S+)")
_QUOTED = re.compile(r"^'(?=[=+\-@\t\r])")  # as exports keep formulas from running
Columns = dict[str, list[int]]


def read_csv(path: Path, monitor: Monitor) -> EntityList:
    """Read a table of entities, or a plain list with one name a line.

    Raises CannotRead, TooLarge, Undecodable, EmptyFile, BadFormat (no column of
    names), Cancelled.
    """
    data = read_bytes(path)
    text = _text(path, data)
    rows = _rows(path, text)
    header = next(rows, (1, []))[1]
    columns = _columns(header)
    if "name" not in columns and "latin" not in columns:
        if len(header) > 1 or not header:
            raise BadFormat(path, "1: " + ", ".join(header)[:200])
        columns, rows = {"name": [0]}, _rows(path, text)
    entities: list[ListedEntity] = []
    findings: list[Finding] = []
    for number, row in rows:
        monitor.step(number, 0)
        if not any(cell.strip() for cell in row):
            continue
        entry = _entry(str(number), [_QUOTED.sub("", cell) for cell in row], header, columns)
        if entry is None:
            findings.append(Finding("finding-entity-nameless", f"{path.name} {number}"))
        else:
            entities.append(entry)
    if not entities and not findings:
        raise EmptyFile(path)
    return EntityList("csv", tuple(entities), tuple(findings))


def _text(path: Path, data: bytes) -> str:
    """Return the text of a table; its few Arabic letters among Latin ones tell the code page."""
    try:
        found = decode(data, path)
    except Undecodable:
        bare = re.sub(rb"[\x21-\x7e]+", b" ", data)
        found = decode(data, path, decode(bare, path).encoding)
    return found.text.removeprefix("\ufeff")


def _rows(path: Path, text: str) -> Iterator[tuple[int, list[str]]]:
    """Yield the rows with the line each ends on. Raises BadFormat."""
    csv.field_size_limit(1 << 20)
    first = text.split("\n", 1)[0]
    delimiter = max(",;\t؛", key=first.count)
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter, strict=True)
    try:
        for row in reader:
            yield reader.line_num, row
    except csv.Error as failure:
        raise BadFormat(path, f"{reader.line_num}: {failure}") from failure


def _columns(header: Sequence[str]) -> Columns:
    """Return the places of the columns by what they hold; a name may end in a number."""
    known = {fold_text(name): what for what, names in _NAMES.items() for name in names.split("|")}
    found: Columns = {}
    for place, cell in enumerate(header):
        name = _plain(cell)
        what = known.get(name) or known.get(re.sub(r"\s*\d+$", "", name))
        if what is not None:
            found.setdefault(what, []).append(place)
    return found


def _plain(cell: str) -> str:
    parted = re.sub(r"(?<=[a-z])(?=[A-Z])", " ", cell.strip()).replace("_", " ")
    return " ".join(re.findall(r"\w+", fold_text(parted).casefold()))


def _entry(
    where: str, row: Sequence[str], header: Sequence[str], columns: Columns
) -> ListedEntity | None:
    def cells(what: str) -> list[tuple[int, str]]:
        return [(place, row[place]) for place in columns.get(what, ()) if place < len(row)]

    aliases = [part for _, cell in cells("aliases") for part in _SEVERAL.split(cell)]
    kinds = [_kind(cell) for _, cell in cells("kind") if cell.strip()]
    return listed(
        where,
        [cell for _, cell in cells("name")],
        [cell for _, cell in cells("latin")],
        aliases=aliases,
        kind=kinds[0] if kinds else None,
        external_ids=[one for place, cell in cells("ids") for one in _ids(cell, header[place])],
        note="\n".join(cell for _, cell in cells("note") if cell.strip()),
    )


def _kind(cell: str) -> EntityKind:
    return entity_kind(cell.strip()) or EntityKind.OTHER


def _ids(cell: str, column: str) -> Iterator[ExternalId]:
    """Yield the identifiers of a cell: Q42, an address, or scheme:value."""
    name = _plain(column)
    for part in re.split(r"[\s|;؛،,]+", cell.strip()):
        told = _KNOWN_ID.fullmatch(part)
        if told:
            yield external_id(told[2], told[1])
        elif part:
            yield external_id(part, _SCHEMES.get(name, name))
