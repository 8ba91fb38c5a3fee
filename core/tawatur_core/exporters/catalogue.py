"""What a person chooses a format by: its group, the programs that read it, what it needs."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum
from importlib.util import find_spec

from tawatur_core.errors import MissingExtra
from tawatur_core.plugins import Exporter


class Group(StrEnum):
    """The groups of formats, in the order they are shown."""

    ARCHIVE = "archive"
    TOOLS = "tools"
    TABLES = "tables"
    LINKED = "linked"
    REPORTS = "reports"
    MORE = "more"  # of other packages


@dataclass(frozen=True, slots=True)
class Facts:
    """`readers` are names of programs; `needs` are libraries, each with the extra that brings it.

    `needs` are what writing and proving need, by their import names.
    """

    group: Group
    readers: str
    needs: tuple[tuple[str, str], ...] = ()


_CAS, _LXML, _XLSX = ("cassis", "cas"), ("lxml", "tei"), ("openpyxl", "tables")
_FACTS = {
    "jsonl": Facts(Group.ARCHIVE, "Tawatur, jq, pandas"),
    "tei": Facts(Group.ARCHIVE, "TEI P5 · oXygen, TEITOK", (_LXML,)),
    "parquet": Facts(Group.ARCHIVE, "pandas, DuckDB, Polars", (("pyarrow", "parquet"),)),
    "cas-xmi": Facts(Group.TOOLS, "INCEpTION, dkpro-cassis, UIMA", (_CAS,)),
    "cas-json": Facts(Group.TOOLS, "INCEpTION, dkpro-cassis", (_CAS,)),
    "webanno-tsv": Facts(Group.TOOLS, "INCEpTION, WebAnno"),
    "brat": Facts(Group.TOOLS, "brat"),
    "label-studio": Facts(Group.TOOLS, "Label Studio"),
    "doccano": Facts(Group.TOOLS, "doccano"),
    "refi-qda": Facts(Group.TOOLS, "NVivo, ATLAS.ti, MAXQDA, QualCoder", (_LXML,)),
    "conll": Facts(Group.TOOLS, "CoNLL-U Plus · Flair, conllu"),
    "spacy": Facts(Group.TOOLS, "spaCy", (("spacy", "spacy"),)),
    "csv": Facts(Group.TABLES, "LibreOffice, Excel, R"),
    "tables": Facts(Group.TABLES, "LibreOffice, Excel, R, pandas"),
    "xlsx": Facts(Group.TABLES, "Excel, LibreOffice", (_XLSX,)),
    "w3c": Facts(Group.LINKED, "Hypothesis, Recogito, JSON-LD"),
    "skos": Facts(Group.LINKED, "Protégé, GraphDB, rdflib", (("rdflib", "rdf"),)),
    "claimreview": Facts(Group.LINKED, "Google Fact Check Tools"),
    "html": Facts(Group.REPORTS, "Firefox, Chrome, Edge, Safari"),
    "pdf": Facts(Group.REPORTS, "Acrobat Reader, Okular"),
}


def facts(exporter: Exporter) -> Facts:
    """Return the facts of a format; of one that another package brings only its group is known."""
    return _FACTS.get(exporter.name, Facts(Group.MORE, ""))


def missing(exporter: Exporter) -> MissingExtra | None:
    """Return what has to be installed before a format can be written; None when all is there."""
    for library, extra in facts(exporter).needs:
        if find_spec(library) is None:
            return MissingExtra(library, extra)
    return None


def several_files(exporter: Exporter) -> bool:
    """Whether a format is a folder of files, or one zip file of them."""
    return exporter.suffix in ("", ".zip")


def grouped(exporters: Iterable[Exporter]) -> list[tuple[Group, list[Exporter]]]:
    """Return formats by group, in the order of the groups; groups without any are left out."""
    found: dict[Group, list[Exporter]] = {group: [] for group in Group}
    for exporter in exporters:
        found[facts(exporter).group].append(exporter)
    return [(group, held) for group, held in found.items() if held]
