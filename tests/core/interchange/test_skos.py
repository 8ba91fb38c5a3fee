"""Entities as RDF/SKOS, read by rdflib."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from tawatur_core import exchange
from tawatur_core.errors import ExportMismatch
from tawatur_core.exchange import Scope
from tawatur_core.exporters.registry import format_named
from tawatur_core.exporters.skos import SCHEME
from tawatur_core.importers.entities import read_entities
from tawatur_core.model import Entity, EntityId, EntityKind, ExternalId
from tawatur_core.monitor import Silent
from tawatur_core.plugins import Corpus
from tawatur_core.store.entities import entities
from tawatur_core.store.session import Session

rdflib = pytest.importorskip("rdflib")
SKOS, OWL, DCT = rdflib.SKOS, rdflib.OWL, rdflib.DCTERMS


def exported(session: Session, folder: Path) -> Any:
    exchange.export(session, "skos", folder / "a.ttl")
    return rdflib.Graph().parse(folder / "a.ttl")


@pytest.mark.parametrize("name", ["seeds", "hard"])
def test_every_entity_is_a_concept_with_its_labels(
    request: pytest.FixtureRequest, name: str, tmp_path: Path
) -> None:
    session: Session = request.getfixturevalue(name)
    graph = exported(session, tmp_path)
    known = {row.entity.id: row.entity for row in entities(session)}
    concepts = set(graph.subjects(rdflib.RDF.type, SKOS.Concept))
    assert {str(one).removeprefix("urn:uuid:") for one in concepts} == set(known)
    for subject in concepts:
        entity = known[EntityId(str(subject).removeprefix("urn:uuid:"))]
        preferred = list(graph.objects(subject, SKOS.prefLabel))
        assert rdflib.Literal(entity.name, "ar") in preferred or not entity.name.isascii()
        assert len({label.language for label in preferred}) == len(preferred), "S14 of SKOS"
        labels = {
            str(o) for p in (SKOS.prefLabel, SKOS.altLabel) for o in graph.objects(subject, p)
        }
        assert labels == {entity.name, *entity.aliases, *filter(None, [entity.name_latin])}
        assert graph.value(subject, SKOS.inScheme) == rdflib.URIRef(SCHEME)
    assert str(graph.value(rdflib.URIRef(SCHEME), DCT.title)) == session.title


def test_wikidata_is_named_by_same_as(hard: Session, tmp_path: Path) -> None:
    graph = exported(hard, tmp_path)
    (pair,) = graph.subject_objects(OWL.sameAs)
    assert str(pair[1]) == "http://www.wikidata.org/entity/Q58217"
    kinds = {str(kind) for kind in graph.objects(pair[0], rdflib.RDF.type)}
    assert kinds == {str(SKOS.Concept), "https://schema.org/Person"}


ODD = Entity(
    EntityId("0197-x"), 'أ"\\\n\t\u2028\x01', "A\u0301 😀", EntityKind.OTHER,
    ("لا\u200dحقة", "second", " \n\n spaced \n\n"),
    (
        ExternalId("wikidata", "Q1"), ExternalId("geonames", "7"), ExternalId("viaf", "8"),
        ExternalId("uri", "https://x.example/a?b=1&c=<d>"), ExternalId("desk", "a b"),
        ExternalId("wikidata", "> <urn:x"),
    ),
    '"""\n\n.\n',
)  # fmt: skip


def _corpus(*listed: Entity) -> Corpus:
    return Corpus("عنوان \n\n .", lambda: iter(()), 0, entities=listed)


def test_odd_names_and_addresses_come_through(tmp_path: Path) -> None:
    exporter, corpus = format_named("skos"), _corpus(ODD, replace(ODD, id=EntityId("2")))
    exporter.write(corpus, tmp_path / "a.ttl", "ar", Silent())
    assert exporter.verify(corpus, tmp_path / "a.ttl") == 10
    graph = rdflib.Graph().parse(tmp_path / "a.ttl")
    subject = rdflib.URIRef("urn:uuid:0197-x")
    assert str(graph.value(subject, SKOS.note)) == ODD.note
    assert {str(o) for o in graph.objects(subject, OWL.sameAs)} == {
        "http://www.wikidata.org/entity/Q1", "https://sws.geonames.org/7/",
        "http://viaf.org/viaf/8",
    }  # fmt: skip
    assert {str(o) for o in graph.objects(subject, DCT.identifier)} == {
        "uri:https://x.example/a?b=1&c=<d>", "desk:a b", "wikidata:> <urn:x",
    }  # fmt: skip


def test_many_are_proven_some_at_a_time(tmp_path: Path) -> None:
    many = [replace(ODD, id=EntityId(f"{n}"), name=f"اسم {n}") for n in range(4001)]
    exporter, corpus = format_named("skos"), _corpus(*many)
    exporter.write(corpus, tmp_path / "a.ttl", "ar", Silent())
    assert exporter.verify(corpus, tmp_path / "a.ttl") == 4001 * 5


@pytest.mark.parametrize(
    "change", [("سيرغي", "سيرجي"), (" ;\n", " \n"), ("skos:altLabel", "skos:note")]
)
def test_what_was_written_wrong_is_found(
    hard: Session, tmp_path: Path, change: tuple[str, str]
) -> None:
    corpus = exchange.corpus_of(hard, Scope())
    exporter = format_named("skos")
    exporter.write(corpus, tmp_path / "a.ttl", "ar", Silent())
    text = (tmp_path / "a.ttl").read_text(encoding="utf-8")
    wrong = text.replace(*change)
    assert wrong != text
    (tmp_path / "a.ttl").write_text(wrong, encoding="utf-8")
    with pytest.raises(ExportMismatch):
        exporter.verify(corpus, tmp_path / "a.ttl")


def test_entities_come_back_whole(hard: Session, tmp_path: Path) -> None:
    exchange.export(hard, "skos", tmp_path / "a.ttl")
    found = read_entities(tmp_path / "a.ttl", None, Silent())
    with Session.create(tmp_path / "new.tawatur", analyst="م") as session:
        exchange.take_entities(session, found)
        before = {_told(row.entity) for row in entities(hard)}
        assert {_told(row.entity) for row in entities(session)} == before


def _told(entity: Entity) -> Entity:
    return replace(
        entity, id=EntityId(""), aliases=tuple(sorted(entity.aliases)), note=entity.note.strip()
    )
