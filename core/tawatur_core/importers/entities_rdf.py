"""Lists of entities as RDF: SKOS concepts, or anything else that has labels, in any syntax.

Nothing is fetched: a JSON-LD context on the web and XML entities are refused.
"""

from __future__ import annotations

import logging
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from tawatur_core.errors import BadFormat, Unsafe
from tawatur_core.importers.entities_listed import EntityList, ListedEntity, arabic, listed
from tawatur_core.importers.labels_guess import entity_kind
from tawatur_core.importers.labels_values import external_id
from tawatur_core.importers.limits import MB, parse_json, read_bytes, refuse_entities
from tawatur_core.model import EntityKind, ExternalId
from tawatur_core.monitor import Monitor
from tawatur_core.plugins import Finding, need

SUFFIXES = {
    ".ttl": "turtle", ".nt": "nt", ".n3": "n3", ".rdf": "xml", ".owl": "xml", ".xml": "xml",
    ".jsonld": "json-ld", ".trig": "trig", ".nq": "nquads",
}  # fmt: skip
_LARGEST = 64 * MB  # a graph takes some twenty times its file in memory
_SKOS = "http://www.w3.org/2004/02/skos/core#"
_XL = "http://www.w3.org/2008/05/skos-xl#"
_RDFS = "http://www.w3.org/2000/01/rdf-schema#"
_FOAF = "http://xmlns.com/foaf/0.1/"
_OWL = "http://www.w3.org/2002/07/owl#"
_DCT = "http://purl.org/dc/terms/"
_SCHEMA = ("https://schema.org/", "http://schema.org/")
_PREFERRED = (f"{_SKOS}prefLabel", f"{_RDFS}label", f"{_FOAF}name", *(s + "name" for s in _SCHEMA))
_OTHERS = (f"{_SKOS}altLabel", f"{_SKOS}hiddenLabel", *(s + "alternateName" for s in _SCHEMA))
_NOTES = (
    f"{_SKOS}note", f"{_SKOS}definition", f"{_SKOS}scopeNote", f"{_RDFS}comment",
    f"{_DCT}description", *(s + "description" for s in _SCHEMA),
)  # fmt: skip
_SAME = (f"{_OWL}sameAs", f"{_SKOS}exactMatch", *(s + "sameAs" for s in _SCHEMA))
_IDENTIFIERS = (f"{_DCT}identifier", *(s + "identifier" for s in _SCHEMA))
# Things that have labels and are no entities.
_NO_ENTITIES = frozenset({
    f"{_SKOS}ConceptScheme", f"{_SKOS}Collection", f"{_XL}Label", f"{_OWL}Ontology",
    f"{_OWL}Class", f"{_RDFS}Class", f"{_OWL}ObjectProperty", f"{_OWL}DatatypeProperty",
})  # fmt: skip
_TYPE = "http://www.w3.org/1999/02/22-rdf-syntax-ns#type"
_OWN = "urn:uuid:"


def read_rdf(path: Path, monitor: Monitor) -> EntityList:
    """Read the entities of a graph.

    Raises CannotRead, TooLarge, BadFormat, Unsafe, MissingExtra, Cancelled.
    """
    graph = _graph(path, read_bytes(path, _LARGEST))
    entities: list[ListedEntity] = []
    findings: list[Finding] = []
    subjects = sorted(_subjects(graph), key=str)
    for done, subject in enumerate(subjects):
        monitor.step(done, len(subjects))
        entry = _entry(graph, subject)
        if entry is None:
            findings.append(Finding("finding-entity-nameless", f"{path.name} {subject}"))
        else:
            entities.append(entry)
    if not entities:
        raise BadFormat(path, "skos:Concept, rdfs:label")
    return EntityList("rdf", tuple(entities), tuple(findings))


def _graph(path: Path, data: bytes) -> Any:
    rdflib = need("rdflib", "rdf")
    logging.getLogger("rdflib").setLevel(logging.ERROR)  # it tells of every odd address
    syntax = SUFFIXES.get(path.suffix.lower()) or _syntax(data)
    if syntax == "json-ld":
        _refuse_remote(path, parse_json(data, path))
    if syntax == "xml":
        refuse_entities(data, path)
    named = syntax in ("trig", "nquads")  # graphs within the file
    graph = rdflib.Dataset(default_union=True) if named else rdflib.Graph()
    try:
        graph.parse(data=data, format=syntax, publicID="urn:tawatur:imported")
    except Exception as failure:  # each parser raises its own kinds
        raise BadFormat(path, " ".join(str(failure).split())[:300]) from failure
    return graph


def _syntax(data: bytes) -> str:
    begin = data[:4096].lstrip(b"\xef\xbb\xbf \t\r\n")
    if begin[:1] in (b"{", b"["):
        return "json-ld"
    return "xml" if begin.startswith((b"<?xml", b"<rdf:", b"<!DOCTYPE")) else "turtle"


def _refuse_remote(path: Path, value: Any) -> None:
    """Raise Unsafe where JSON-LD names a context to be fetched."""
    if isinstance(value, dict):
        for key, part in value.items():
            if key in ("@context", "@import"):
                for one in part if isinstance(part, list) else [part]:
                    if isinstance(one, str):
                        raise Unsafe(path, f"{key}: {one[:200]}")
            _refuse_remote(path, part)
    elif isinstance(value, list):
        for part in value:
            _refuse_remote(path, part)


def _subjects(graph: Any) -> set[Any]:
    rdflib = need("rdflib", "rdf")
    concepts = set(graph.subjects(rdflib.URIRef(_TYPE), rdflib.URIRef(f"{_SKOS}Concept")))
    if concepts:
        return concepts
    named = (*_PREFERRED, f"{_XL}prefLabel")
    found = {s for name in named for s in graph.subjects(rdflib.URIRef(name))}
    return {s for s in found if not _types(graph, s) & _NO_ENTITIES}


def _types(graph: Any, subject: Any) -> set[str]:
    return {str(kind) for kind in _objects(graph, subject, _TYPE)}


def _objects(graph: Any, subject: Any, *names: str) -> Iterator[Any]:
    """Yield the objects of some properties, in an order that is always the same."""
    rdflib = need("rdflib", "rdf")
    for name in names:
        yield from sorted(
            graph.objects(subject, rdflib.URIRef(name)), key=lambda o: (str(o), repr(o))
        )


def _labels(graph: Any, subject: Any, extended: str, *names: str) -> list[Any]:
    """Return the labels of some properties, with those of SKOS-XL, the Arabic ones first."""
    found = list(_objects(graph, subject, *names))
    for label in _objects(graph, subject, f"{_XL}{extended}"):
        found += _objects(graph, label, f"{_XL}literalForm")
    rdflib = need("rdflib", "rdf")
    literals = [label for label in found if isinstance(label, rdflib.Literal)]
    return sorted(literals, key=_rank)


def _rank(label: Any) -> int:
    language = (label.language or "").lower()
    if language.startswith("ar") and arabic(str(label)):
        return 0
    if arabic(str(label)) and not language:
        return 1
    return 2 if language.startswith("en") else 3 if not language else 4


def _entry(graph: Any, subject: Any) -> ListedEntity | None:
    preferred = _labels(graph, subject, "prefLabel", *_PREFERRED)
    others = _labels(graph, subject, "altLabel", *_OTHERS)
    others += _labels(graph, subject, "hiddenLabel")
    address = str(subject)
    notes = [str(note) for note in _objects(graph, subject, *_NOTES)]
    return listed(
        address,
        [str(label) for label in preferred if _rank(label) < 2],
        [str(label) for label in preferred if _rank(label) >= 2],
        aliases=[str(label) for label in others],
        kind=_kind(graph, subject),
        external_ids=_ids(graph, subject),
        note="\n".join(dict.fromkeys(notes)),
        own=address.removeprefix(_OWN) if address.startswith(_OWN) else "",
    )


def _kind(graph: Any, subject: Any) -> EntityKind | None:
    for kind in sorted(_types(graph, subject)):
        found = None if kind == f"{_SKOS}Concept" else entity_kind(kind)
        if found is not None:
            return found
    return None


def _ids(graph: Any, subject: Any) -> Iterator[ExternalId]:
    for same in (str(one) for one in _objects(graph, subject, *_SAME)):
        if not same.startswith(_OWN):
            yield external_id(same, "uri")
    for told in (str(one) for one in _objects(graph, subject, *_IDENTIFIERS)):
        scheme, parted, value = told.partition(":")
        named = bool(parted and scheme and value and not value.startswith("//"))
        yield external_id(value, scheme) if named else external_id(told, "identifier")
    if str(subject).startswith(("http://", "https://")):
        yield external_id(str(subject), "uri")
