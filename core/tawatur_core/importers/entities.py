"""Lists of entities: a desk's own name authority as CSV, RDF/SKOS or Wikidata-style JSON.

Each file is read whole or refused whole; what an entry lacks (a name) is a finding. Which of the
project's entities an entry is, is for `edit.authority` to say.
"""

from __future__ import annotations

from pathlib import Path

from tawatur_core.errors import UnknownFormat
from tawatur_core.importers.entities_csv import read_csv
from tawatur_core.importers.entities_listed import EntityList
from tawatur_core.importers.entities_rdf import SUFFIXES as RDF, read_rdf
from tawatur_core.importers.entities_wikidata import read_wikidata
from tawatur_core.importers.limits import read_bytes
from tawatur_core.monitor import Monitor

FORMATS = ("csv", "rdf", "wikidata")
_JSON = frozenset({".json", ".ndjson", ".jsonl"})


def read_entities(path: Path, format_name: str | None, monitor: Monitor) -> EntityList:
    """Read a list of entities; without a format it is told from name and first bytes.

    Raises UnknownFormat, CannotRead, BadFormat, Unsafe, TooLarge, MissingExtra, Cancelled.
    """
    match format_name or recognised(path):
        case "csv":
            return read_csv(path, monitor)
        case "rdf":
            return read_rdf(path, monitor)
        case "wikidata":
            return read_wikidata(path, monitor)
        case other:
            raise UnknownFormat(path if format_name is None else str(other), ", ".join(FORMATS))


def recognised(path: Path) -> str:
    """Return the format of a list of entities by its name, else by how it begins.

    Raises CannotRead, TooLarge.
    """
    suffix = path.suffix.lower()
    if suffix in RDF:
        return "rdf"
    if suffix in (".csv", ".tsv"):
        return "csv"
    begin = read_bytes(path)[:4096].lstrip(b"\xef\xbb\xbf \t\r\n")
    if suffix in _JSON or begin[:1] in (b"{", b"["):
        return "rdf" if b'"@' in begin else "wikidata"
    if begin.startswith((b"<?xml", b"<rdf:", b"@prefix", b"@base", b"PREFIX", b"<http", b"<urn:")):
        return "rdf"
    return "csv"
