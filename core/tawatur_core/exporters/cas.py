"""UIMA CAS as XMI and as JSON, for INCEpTION and everything else that reads DKPro types.

One file a document, in a folder or zip file; ``TypeSystem.xml`` lies beside the XMI, the JSON has
its types in itself. Written as text, which is twenty times as fast as building the objects of a
library; proven with dkpro-cassis. Both forms count UTF-16 units. XMI: UIMA references, chapter 7;
JSON: https://github.com/apache/uima-uimaj-io-jsoncas/blob/main/SPECIFICATION.adoc (0.4.0).
"""

from __future__ import annotations

import hashlib
import io
import json
import re
from collections.abc import Iterable, Iterator, Sequence
from functools import cache
from pathlib import Path
from typing import Any

from tawatur_core.errors import ExportMismatch
from tawatur_core.exporters import losses
from tawatur_core.exporters.bundle import read_back, writing
from tawatur_core.exporters.lines import compact
from tawatur_core.monitor import Monitor
from tawatur_core.plugins import Corpus, need
from tawatur_core.standoff import cas_types
from tawatur_core.standoff.offsets import Utf16, numerals
from tawatur_core.standoff.take import Sheet, places, sheets
from tawatur_core.standoff.tokens import lines, tokens
from tawatur_core.standoff.units import SPANS, Unit

_SPECIAL = {"&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "\t": "&#9;", "\n": "&#10;",
            "\r": "&#13;"}  # fmt: skip
# One set of characters is found faster than one of two.
_ESCAPED = re.compile(r'[&<>"\x00-\x1f\ud800-\udfff\ufffe\uffff]')
_CAS, _CUSTOM = "http:///uima/cas.ecore", "http:///webanno/custom.ecore"
_SEGMENTS = f"{cas_types.DKPRO}.segmentation.type"
_HEAD = (
    '<?xml version="1.0" encoding="UTF-8"?>\n'
    '<xmi:XMI xmlns:xmi="http://www.omg.org/XMI" xmlns:cas="http:///uima/cas.ecore"'
    ' xmlns:segment="http:///de/tudarmstadt/ukp/dkpro/core/api/segmentation/type.ecore"'
    ' xmlns:meta="http:///de/tudarmstadt/ukp/dkpro/core/api/metadata/type.ecore"'
    ' xmlns:custom="http:///webanno/custom.ecore" xmi:version="2.0">\n<cas:NULL xmi:id="0"/>\n'
)
# Tokens and sentences, a line each, in the one form they are written in. The proof reads them by
# this and all the rest by a parser, which would take most of its time for them.
_XMI_SEGMENT = re.compile(
    rb'^<segment:(?:Sentence|Token) xmi:id="\d+" sofa="1" begin="\d+" end="\d+"/>\n', re.MULTILINE
)
_JSON_SEGMENT = re.compile(
    rb'^\{"%%ID":\d+,"%%TYPE":"%b\.(?:Sentence|Token)","@sofa":1,"begin":\d+,"end":\d+\},\n'
    % re.escape(_SEGMENTS.encode()),
    re.MULTILINE,
)
# Documents that the library itself reads back; of a larger export, so many spread over it. All
# files are parsed and re-sliced in any case.
_BY_LIBRARY = 100


Places = list[tuple[str, int, int]]  # layer, begin, end


class _Cas:
    """What both forms share."""

    suffix = ".zip"
    extension = ""

    def write(self, corpus: Corpus, destination: Path, language: str, monitor: Monitor) -> None:
        """Write the documents, one file each. Raises OSError, Cancelled."""
        with writing(destination) as bundle:
            for sheet in sheets(corpus, monitor):
                with bundle.text(f"{sheet.name}{self.extension}") as file:
                    file.write("".join(self.form(sheet)))
            if self.extension == ".xmi":
                with bundle.text("TypeSystem.xml") as file:
                    file.write(cas_types.as_xml())

    def verify(self, corpus: Corpus, destination: Path) -> int:
        """Parse every file, slice its text in UTF-16 units; read it with dkpro-cassis.

        Raises ExportMismatch, MissingExtra.
        """
        need("cassis", "cas")
        every = max(1, corpus.size // _BY_LIBRARY)
        count = 0
        written = read_back(destination)
        for number, annotated in enumerate(corpus.documents()):
            name, data = next(written)
            told = self.shown(annotated.document.text)
            wanted = sorted([(layer, told[a:b]) for layer, a, b in places(annotated)])
            text, found = self.plain(data)
            if text != told or _sliced(text, found) != wanted:
                raise ExportMismatch(destination, name)
            if number % every == 0 and _covered(self.library(data)) != wanted:
                raise ExportMismatch(destination, f"{name} (dkpro-cassis)")
            count += len(wanted)
        return count

    def form(self, sheet: Sheet) -> Iterator[str]:
        """Yield the text of a document's file, in pieces."""
        raise NotImplementedError

    def shown(self, text: str) -> str:
        """Return a text as the form can hold it."""
        return text

    def plain(self, data: bytes) -> tuple[str, Places]:
        """Return the text and our annotations as written, read without the library."""
        raise NotImplementedError

    def library(self, data: bytes) -> Any:
        """Return the file as dkpro-cassis reads it."""
        raise NotImplementedError


class CasXmi(_Cas):
    """XML Metadata Interchange: the form INCEpTION has imported longest."""

    name = "cas-xmi"
    extension = ".xmi"
    segment = ('<segment:KIND xmi:id="', '" sofa="1" begin="', '" end="', '"/>\n')
    losses = (losses.CONTROLS, losses.HISTORY)

    def form(self, sheet: Sheet) -> Iterator[str]:
        """Yield the lines of the file."""
        wide = Utf16(sheet.text)
        text = self.shown(sheet.text)
        if text != sheet.text:
            sheet.units[0].features["sha256"] = hashlib.sha256(text.encode()).hexdigest()
        yield _HEAD
        yield (
            f'<meta:DocumentMetaData xmi:id="2" sofa="1" begin="0" end="{wide.units(len(text))}"'
            f' language="ar" documentTitle="{_attribute(sheet.document.title)}"'
            f' documentId="{sheet.document.id}"'
            f' documentUri="{_attribute(sheet.document.url)}" isLastSegment="false"/>\n'
        )
        segments, ids, after = _numbered(sheet, wide, self.segment)
        yield segments
        links: list[str] = []
        for unit in sheet.units:
            held = _xmi_links(unit, ids, after + len(links), links) + _attributes(unit.features)
            place = ""
            if unit.layer in SPANS:
                place = f' begin="{wide.units(unit.start)}" end="{wide.units(unit.end)}"'
            yield f'<custom:Tawatur{unit.layer} xmi:id="{ids[id(unit)]}" sofa="1"{place}{held}/>\n'
        yield from links
        yield '<cas:Sofa xmi:id="1" sofaNum="1" sofaID="_InitialView" mimeType="text"'
        yield f' sofaString="{_attribute(text)}"/>\n'
        members = " ".join(map(str, _numerals(sheet, wide)[2:after]))
        yield f'<cas:View sofa="1" members="{members}"/>\n</xmi:XMI>\n'

    def shown(self, text: str) -> str:
        """Return a text as XML can hold it."""
        return losses.xml_text(text)

    def plain(self, data: bytes) -> tuple[str, Places]:
        """Return the text and our annotations as written."""
        etree = need("lxml.etree", "cas")  # the library's own parser
        parser = etree.XMLParser(resolve_entities=False, huge_tree=True, collect_ids=False)
        root = etree.fromstring(_XMI_SEGMENT.sub(b"", data), parser)
        found = [
            (
                element.tag.rpartition("}")[2].removeprefix("Tawatur"),
                int(begin),
                int(element.get("end")),
            )
            for element in root.iterchildren(f"{{{_CUSTOM}}}*")
            if (begin := element.get("begin")) is not None
        ]
        return root.find(f"{{{_CAS}}}Sofa").get("sofaString"), found

    def library(self, data: bytes) -> Any:
        """Return the file as dkpro-cassis reads it."""
        cassis = need("cassis", "cas")
        # Our own file: its text may be longer than what the parser takes from strangers.
        return cassis.load_cas_from_xmi(io.BytesIO(data), typesystem=_types(), trusted=True)


class CasJson(_Cas):
    """The JSON form of UIMA 3.3 and later; each file holds its type system."""

    name = "cas-json"
    extension = ".json"
    segment = (
        ',\n{"%ID":', f',"%TYPE":"{_SEGMENTS}.KIND","@sofa":1,"begin":', ',"end":', "}"
    )  # fmt: skip
    losses = (losses.HISTORY,)

    def form(self, sheet: Sheet) -> Iterator[str]:
        """Yield one feature structure a line."""
        wide = Utf16(sheet.text)
        yield f'{{"%TYPES":{compact(cas_types.as_json())},\n"%FEATURE_STRUCTURES":[\n'
        sofa = {"%ID": 1, "%TYPE": "uima.cas.Sofa", "sofaNum": 1, "sofaID": "_InitialView",
                "mimeType": "text", "sofaString": sheet.text}  # fmt: skip
        meta = {"%ID": 2, "%TYPE": cas_types.METADATA, "@sofa": 1, "begin": 0,
                "end": wide.units(len(sheet.text)), "language": "ar",
                "documentTitle": sheet.document.title, "documentId": sheet.document.id,
                "documentUri": sheet.document.url, "isLastSegment": False}  # fmt: skip
        yield f"{compact(sofa)},\n{compact(meta)}"
        segments, ids, after = _numbered(sheet, wide, self.segment)
        yield segments
        links: list[str] = []
        for unit in sheet.units:
            held: dict[str, Any] = {"%ID": ids[id(unit)], "%TYPE": cas_types.type_name(unit.layer),
                                    "@sofa": 1}  # fmt: skip
            if unit.layer in SPANS:
                held |= {"begin": wide.units(unit.start), "end": wide.units(unit.end)}
            held |= _json_links(unit, ids, after + len(links), links)
            yield f",\n{compact(held | unit.features)}"
        yield from links
        view = {"_InitialView": {"%SOFA": 1, "%MEMBERS": list(range(2, after))}}
        yield f'\n],\n"%VIEWS":{compact(view)}}}\n'

    def plain(self, data: bytes) -> tuple[str, Places]:
        """Return the text and our annotations as written."""
        text, found = "", []
        for told in json.loads(_JSON_SEGMENT.sub(b"", data))["%FEATURE_STRUCTURES"]:
            kind = told["%TYPE"]
            if kind == "uima.cas.Sofa":
                text = told["sofaString"]
            elif kind.startswith(cas_types.PREFIX) and "begin" in told:
                layer = kind.removeprefix(cas_types.PREFIX)
                found.append((layer, told["begin"], told["end"]))
        return text, found

    def library(self, data: bytes) -> Any:
        """Return the file as dkpro-cassis reads it."""
        load = need("cassis", "cas").load_cas_from_json
        return load(data.decode(), typesystem=_types(), merge_typesystem=False)


@cache
def _types() -> Any:
    return need("cassis", "cas").load_typesystem(cas_types.as_xml())


def _numbered(sheet: Sheet, wide: Utf16, form: tuple[str, ...]) -> tuple[str, dict[int, int], int]:
    """Return the segments as written, the numbers of the units by identity, and the next number.

    Both forms number alike: the text is 1, its particulars 2, then come sentences and tokens in
    text order, our annotations in theirs, and last the links between them.
    """
    segments, first = _segments(sheet, wide, 3, form)
    ids = {id(unit): first + n for n, unit in enumerate(sheet.units)}
    return segments, ids, first + len(ids)


def _segments(sheet: Sheet, wide: Utf16, number: int, form: tuple[str, ...]) -> tuple[str, int]:
    """Return sentences and tokens in UTF-16 units, numbered on, and the number after them.

    `form` is what stands before the number, the begin and the end, and after it.
    """
    starts = [unit.start for unit in sheet.units if unit.layer in SPANS]
    told = _numerals(sheet, wide)
    sentence = [part.replace("KIND", "Sentence") for part in form]
    before, named, begins, ends = (part.replace("KIND", "Token") for part in form)
    written: list[str] = []
    for line in lines(sheet.text, tokens(sheet.text, starts)):
        placed = line if wide.same else [(wide.units(a), wide.units(b)) for a, b in line]
        first, last = told[placed[0][0]], told[placed[-1][1]]
        places = (told[number], first, last, "")
        written += [f"{part}{place}" for part, place in zip(sentence, places, strict=True)]
        written += [
            f"{before}{told[n]}{named}{told[a]}{begins}{told[b]}{ends}"
            for n, (a, b) in enumerate(placed, number + 1)
        ]
        number += len(placed) + 1
    return "".join(written), number


def _numerals(sheet: Sheet, wide: Utf16) -> Sequence[str | int]:
    """Return numerals enough for the positions and the structures of a sheet."""
    length = wide.units(len(sheet.text))
    return numerals(2 * length + 3 * len(sheet.units) + 9)  # no sentence or token is empty


def _links(unit: Unit) -> Iterator[tuple[str, list[tuple[str, Unit]]]]:
    """Yield the links of a claim: the feature, then role and target of each."""
    if unit.parts:
        yield "parts", [(str(n), part) for n, part in enumerate(unit.parts, 2)]
    if unit.slots:
        yield "slots", [(slot.features["name"], slot) for slot in unit.slots]


def _xmi_links(unit: Unit, ids: dict[int, int], number: int, links: list[str]) -> str:
    """Add the links of a unit to `links`; return the attributes that refer to them."""
    told = ""
    for feature, targets in _links(unit):
        kind = cas_types.link_type(feature).rpartition(".")[2]
        told += f' {feature}="{" ".join(str(number + n) for n in range(len(targets)))}"'
        for role, target in targets:
            links.append(
                f'<custom:{kind} xmi:id="{number}" role="{role}" target="{ids[id(target)]}"/>\n'
            )
            number += 1
    return told


def _json_links(unit: Unit, ids: dict[int, int], number: int, links: list[str]) -> dict[str, Any]:
    """Add the links of a unit and the arrays that hold them to `links`; return the references."""
    told: dict[str, Any] = {}
    for feature, targets in _links(unit):
        kind = cas_types.link_type(feature)
        first = number
        for role, target in targets:
            link = {"%ID": number, "%TYPE": kind, "role": role, "@target": ids[id(target)]}
            links.append(f",\n{compact(link)}")
            number += 1
        held = list(range(first, number))
        array = {"%ID": number, "%TYPE": f"{kind}[]", "%ELEMENTS": held}
        links.append(f",\n{compact(array)}")
        told[f"@{feature}"] = number
        number += 1
    return told


def _attributes(features: dict[str, str]) -> str:
    if _ESCAPED.search("".join(features.values())):
        features = {name: _attribute(value) for name, value in features.items()}
    return "".join([f' {name}="{value}"' for name, value in features.items()])


def _attribute(value: str) -> str:
    if _ESCAPED.search(value) is None:
        return value
    for sign, told in _SPECIAL.items():
        value = value.replace(sign, told)
    return losses.xml_text(value)


def _sliced(text: str, places: Iterable[tuple[str, int, int]]) -> list[tuple[str, str]]:
    """Return layer and text of each place, sliced in UTF-16 units."""
    if Utf16(text).same:
        return sorted([(layer, text[begin:end]) for layer, begin, end in places])
    units = text.encode("utf-16-le")
    return sorted(
        (layer, units[2 * begin : 2 * end].decode("utf-16-le", "replace"))
        for layer, begin, end in places
    )


def _covered(cas: Any) -> list[tuple[str, str]]:
    """Return layer and covered text of our annotations in a CAS of the library."""
    text = cas.sofa_string
    return sorted(
        (layer, text[found.begin : found.end])
        for layer in SPANS
        for found in cas.select(cas_types.type_name(layer))
    )
