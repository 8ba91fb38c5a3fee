"""The parts of a workbook that are alike in every one: content types, styles, heads of sheets."""

from __future__ import annotations

import re
import zipfile
from collections.abc import Iterator, Sequence
from xml.sax.saxutils import quoteattr

PLAIN, HEADER, DAY, MOMENT, QUOTED = range(5)  # places in `cellXfs` below
_MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml"
_XML = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
LONGEST = 32_767  # UTF-16 units in a cell
_CUT = "…"
_CONTROL = re.compile(r"[\x00-\x08\x0b-\x1f\ufffe\uffff]|_x[0-9A-Fa-f]{4}_")
_EPOCH = (1980, 1, 1, 0, 0, 0)  # equal exports are equal files

_WIDE = {"quote": 60, "note": 40, "reason": 40, "title": 36, "aliases": 36, "value": 24, "seen": 40}
_IDS = frozenset({"claim", "document", "mention", "entity", "verdict", "conflict", "group"})

_STYLES = f"""{_XML}<styleSheet xmlns="{_MAIN}">
<numFmts count="2"><numFmt numFmtId="164" formatCode="yyyy\\-mm\\-dd"/>\
<numFmt numFmtId="165" formatCode="yyyy\\-mm\\-dd\\ hh:mm"/></numFmts>
<fonts count="2"><font><sz val="11"/><name val="Arial"/></font>\
<font><b/><sz val="11"/><name val="Arial"/></font></fonts>
<fills count="3"><fill><patternFill patternType="none"/></fill>\
<fill><patternFill patternType="gray125"/></fill>\
<fill><patternFill patternType="solid"><fgColor rgb="FFE7EEF5"/></patternFill></fill></fills>
<borders count="1"><border/></borders>
<cellStyleXfs count="1"><xf/></cellStyleXfs>
<cellXfs count="5">\
<xf xfId="0" applyAlignment="1"><alignment vertical="top" wrapText="1"/></xf>\
<xf xfId="0" fontId="1" fillId="2" applyFont="1" applyFill="1" applyAlignment="1">\
<alignment vertical="center" wrapText="1"/></xf>\
<xf xfId="0" numFmtId="164" applyNumberFormat="1" applyAlignment="1">\
<alignment vertical="top"/></xf>\
<xf xfId="0" numFmtId="165" applyNumberFormat="1" applyAlignment="1">\
<alignment vertical="top"/></xf>\
<xf xfId="0" quotePrefix="1" applyAlignment="1"><alignment vertical="top" wrapText="1"/></xf>\
</cellXfs>
<cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles>
</styleSheet>"""


def entry(name: str) -> zipfile.ZipInfo:
    """Return the entry of a part, with a time that does not change."""
    info = zipfile.ZipInfo(name, _EPOCH)
    info.compress_type = zipfile.ZIP_DEFLATED
    return info


def stored(text: str) -> str:
    """Return a text as a cell holds it: what XML cannot hold as _xHHHH_, cut where too long."""
    return shortened(_CONTROL.sub(_told, text) if _CONTROL.search(text) else text)


def _told(found: re.Match[str]) -> str:
    """Return what XML cannot hold as _xHHHH_, and what looks like that with its _ escaped."""
    char = found[0]
    return f"_x005F{char}" if len(char) > 1 else f"_x{ord(char):04X}_"


def shortened(text: str) -> str:
    """Return a text cut to what a cell holds, with … at its end where it was."""
    if len(text) * 2 <= LONGEST or len(text.encode("utf-16-le")) // 2 <= LONGEST:
        return text
    units = text.encode("utf-16-le")[: (LONGEST - 1) * 2]
    return units.decode("utf-16-le", "ignore") + _CUT


def sheet_name(number: int) -> str:
    """Return the part of a sheet, counted from 1."""
    return f"xl/worksheets/sheet{number}.xml"


def frame(sheets: Sequence[str]) -> Iterator[tuple[str, str]]:
    """Yield name and text of every part but the sheets, which have these names."""
    numbers = range(1, len(sheets) + 1)
    overrides = "".join(
        f'<Override PartName="/{sheet_name(n)}" ContentType="{_TYPE}.worksheet+xml"/>'
        for n in numbers
    )
    types = (
        f'{_XML}<Types xmlns="{_PACKAGE}/content-types">'
        '<Default Extension="rels"'
        ' ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        f'<Override PartName="/xl/workbook.xml" ContentType="{_TYPE}.sheet.main+xml"/>'
        f'<Override PartName="/xl/styles.xml" ContentType="{_TYPE}.styles+xml"/>'
        f"{overrides}</Types>"
    )
    yield "[Content_Types].xml", types
    yield "_rels/.rels", _relations([("rId1", "officeDocument", "xl/workbook.xml")])
    listed = "".join(
        f'<sheet name={quoteattr(name)} sheetId="{n}" r:id="rId{n}"/>'
        for n, name in zip(numbers, sheets, strict=True)
    )
    yield (
        "xl/workbook.xml",
        f'{_XML}<workbook xmlns="{_MAIN}" xmlns:r="{_OFFICE}"><sheets>{listed}</sheets></workbook>',
    )
    of_sheets = [(f"rId{n}", "worksheet", f"worksheets/sheet{n}.xml") for n in numbers]
    styles = (f"rId{len(sheets) + 1}", "styles", "styles.xml")
    yield "xl/_rels/workbook.xml.rels", _relations([*of_sheets, styles])
    yield "xl/styles.xml", _STYLES


def sheet_head(columns: Sequence[str], rows: int, *, right_to_left: bool) -> str:
    """Return a sheet up to its rows: size, direction, frozen header, widths."""
    widths = "".join(
        f'<col min="{n}" max="{n}" width="{_width(name)}" customWidth="1"/>'
        for n, name in enumerate(columns, 1)
    )
    return (
        f'{_XML}<worksheet xmlns="{_MAIN}"><dimension ref="{_area(columns, rows)}"/>'
        "<sheetViews>"
        f'<sheetView rightToLeft="{int(right_to_left)}" workbookViewId="0">'
        '<pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/>'
        f"</sheetView></sheetViews><cols>{widths}</cols><sheetData>"
    )


def _area(columns: Sequence[str], rows: int) -> str:
    return f"A1:{_letters(len(columns))}{rows}"


def sheet_foot(columns: Sequence[str], rows: int) -> str:
    """Return a sheet from behind its rows: the filter over all of them."""
    return f'</sheetData><autoFilter ref="{_area(columns, rows)}"/></worksheet>'


def _relations(rows: Sequence[tuple[str, str, str]]) -> str:
    told = "".join(
        f'<Relationship Id="{id_}" Type="{_OFFICE}/{kind}" Target="{target}"/>'
        for id_, kind, target in rows
    )
    return f'{_XML}<Relationships xmlns="{_PACKAGE}/relationships">{told}</Relationships>'


def _width(column: str) -> int:
    return 12 if column in _IDS else _WIDE.get(column, 16)


def _letters(number: int) -> str:
    """Return the name of a column: 1 is A, 27 is AA."""
    name = ""
    while number:
        number, rest = divmod(number - 1, 26)
        name = chr(ord("A") + rest) + name
    return name
