"""Entities as RDF: SKOS concepts with their labels, tied to Wikidata by `owl:sameAs`.

Turtle, written entity by entity, since building a graph of a whole name authority takes minutes
and all its memory; rdflib reads it back for the proof, some entities at a time.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import islice
from pathlib import Path
from typing import Any

from tawatur_core.errors import ExportMismatch
from tawatur_core.exporters import losses
from tawatur_core.model import Entity, EntityKind, ExternalId
from tawatur_core.monitor import Monitor
from tawatur_core.plugins import Corpus, need

SCHEME = "urn:tawatur:entities"
_PREFIXES = """@prefix dct: <http://purl.org/dc/terms/> .
@prefix owl: <http://www.w3.org/2002/07/owl#> .
@prefix schema: <https://schema.org/> .
@prefix skos: <http://www.w3.org/2004/02/skos/core#> .
"""
_TYPES = {
    EntityKind.PERSON: "schema:Person",
    EntityKind.PLACE: "schema:Place",
    EntityKind.ORGANISATION: "schema:Organization",
    EntityKind.EVENT: "schema:Event",
    EntityKind.OTHER: "",
}
# Where the things of a catalogue live; `{}` is the identifier.
_CATALOGUES = {
    "wikidata": "http://www.wikidata.org/entity/{}",
    "geonames": "https://sws.geonames.org/{}/",
    "viaf": "http://viaf.org/viaf/{}",
    "uri": "{}",
}
_IRI = re.compile(r"[A-Za-z][A-Za-z0-9+.\-]*:[^\x00-\x20<>\"{}|^`\\]+")
_ARABIC = re.compile("[\u0600-\u06ff\u0750-\u077f\u08a0-\u08ff\ufb50-\ufdff\ufe70-\ufeff]")
_ESCAPES = {'"': '\\"', "\\": "\\\\", "\n": "\\n", "\r": "\\r", "\t": "\\t"}
_TO_ESCAPE = re.compile(r'["\\\x00-\x1f\x7f\x85\u2028\u2029\ufffe\uffff]')
_AT_ONCE = 2000  # entities parsed together


class Skos:
    """The entities as a SKOS concept scheme."""

    name = "skos"
    suffix = ".ttl"
    losses = (
        losses.DOCUMENTS,
        losses.CLAIMS,
        losses.MENTIONS,
        losses.VERDICTS,
        losses.GROUPS,
        losses.CONFLICTS,
        losses.REJECTIONS,
        losses.HISTORY,
    )

    def write(self, corpus: Corpus, destination: Path, language: str, monitor: Monitor) -> None:
        """Write the entities. Raises OSError, Cancelled."""
        with destination.open("w", encoding="utf-8", newline="\n") as file:
            file.write(_PREFIXES)
            monitor.step(0, len(corpus.entities))
            file.write(
                f"\n<{SCHEME}> a skos:ConceptScheme ;\n  dct:title {_tagged(corpus.title)} .\n"
            )
            for done, entity in enumerate(corpus.entities):
                if done % 256 == 0:
                    monitor.step(done, len(corpus.entities))
                file.write(_concept(entity))

    def verify(self, corpus: Corpus, destination: Path) -> int:
        """Read the file by rdflib; return how many labels were compared. Raises ExportMismatch."""
        count = 0
        entities = iter(corpus.entities)
        with destination.open(encoding="utf-8", newline="\n") as file:
            blocks = _blocks(file.read)
            next(blocks)  # the prefixes
            next(blocks)  # the scheme
            while some := list(islice(entities, _AT_ONCE)):
                graph = _parsed(destination, "".join(islice(blocks, len(some))))
                count += sum(_compared(destination, graph, entity) for entity in some)
        return count


def _concept(entity: Entity) -> str:
    kind = _TYPES[entity.kind]
    lines = [f"\n<urn:uuid:{entity.id}> a skos:Concept{f' , {kind}' if kind else ''}"]
    lines.append(f"skos:inScheme <{SCHEME}>")
    lines.append(f"skos:prefLabel {_tagged(entity.name)}")
    if entity.name_latin and _tagged(entity.name_latin) != _tagged(entity.name):
        lines.append(f"{_second(entity)} {_tagged(entity.name_latin)}")
    lines += [f"skos:altLabel {_tagged(alias)}" for alias in entity.aliases]
    lines += [_identified(external) for external in entity.external_ids]
    if entity.note:
        lines.append(f"skos:note {_tagged(entity.note)}")
    return " ;\n  ".join(lines) + " .\n"


def _second(entity: Entity) -> str:
    """Return the property of the Latin name: there is one preferred label a language."""
    alike = _language(entity.name) == _language(entity.name_latin)
    return "skos:altLabel" if alike else "skos:prefLabel"


def address(external: ExternalId) -> str | None:
    """Return the address of a thing in a catalogue of the web, None for other identifiers."""
    place = _CATALOGUES.get(external.scheme)
    told = place.format(external.value) if place else ""
    return told if _IRI.fullmatch(told) else None


def _identified(external: ExternalId) -> str:
    place = address(external)
    if place is not None:
        return f"owl:sameAs <{place}>"
    return f"dct:identifier {_literal(f'{external.scheme}:{external.value}')}"


def _tagged(text: str) -> str:
    """Return a literal with its language; names in Latin letters stand for English ones."""
    return f"{_literal(text)}@{_language(text)}"


def _language(text: str) -> str:
    return "ar" if _ARABIC.search(text) else "en"


def _literal(text: str) -> str:
    def told(found: re.Match[str]) -> str:
        return _ESCAPES.get(found[0]) or f"\\u{ord(found[0]):04X}"

    return f'"{_TO_ESCAPE.sub(told, text)}"'


def _blocks(read: Any) -> Iterator[str]:
    """Yield the statements of each subject; no literal has an empty line, it would be escaped."""
    rest = ""
    while part := read(1 << 20):
        *whole, rest = (rest + part).split("\n\n")
        yield from (f"{block}\n" for block in whole)
    yield rest


def _parsed(destination: Path, text: str) -> Any:
    rdflib = need("rdflib", "rdf")
    try:
        return rdflib.Graph(bind_namespaces="none").parse(data=_PREFIXES + text, format="turtle")
    except Exception as failure:  # the parser raises many kinds
        raise ExportMismatch(destination, str(failure)) from failure


def _compared(destination: Path, graph: Any, entity: Entity) -> int:
    rdflib = need("rdflib", "rdf")
    skos = rdflib.SKOS
    subject = rdflib.URIRef(f"urn:uuid:{entity.id}")
    found = {
        str(label)
        for kind in (skos.prefLabel, skos.altLabel)
        for label in graph.objects(subject, kind)
    }
    wanted = {entity.name, *entity.aliases} | ({entity.name_latin} if entity.name_latin else set())
    if found != wanted:
        raise ExportMismatch(destination, entity.id)
    return len(wanted)
