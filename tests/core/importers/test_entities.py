"""Lists of entities as desks keep them and as Wikidata gives them."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, strategies as st

from tawatur_core.errors import (
    BadFormat,
    CannotRead,
    EmptyFile,
    TawaturError,
    TooLarge,
    UnknownFormat,
    Unsafe,
)
from tawatur_core.importers import entities_rdf
from tawatur_core.importers.entities import read_entities, recognised
from tawatur_core.importers.entities_listed import EntityList, ListedEntity
from tawatur_core.model import EntityKind, ExternalId
from tawatur_core.monitor import Silent
from tests.core.interchange.fuzz import FUZZ, broken_bytes, broken_json

rdflib = pytest.importorskip("rdflib")


def read(folder: Path, name: str, content: str | bytes) -> EntityList:
    path = folder / name
    path.write_bytes(content if isinstance(content, bytes) else content.encode())
    return read_entities(path, None, Silent())


LAVROV = ListedEntity(
    "سيرغي لافروف", "2", "Sergey Lavrov", EntityKind.PERSON, ("لافروف", "سيرجي لافروف"),
    (ExternalId("wikidata", "Q58217"),), "وزير",
)  # fmt: skip


TABLES_AS_DESKS_KEEP_THEM = (
    """الاسم,الاسم اللاتيني,النوع,أسماء أخرى,ويكي بيانات,ملاحظة
سيرغي لافروف,Sergey Lavrov,شخص,لافروف؛ سيرجي لافروف,Q58217,وزير
""",
    """name_ar;name_en;type;alias 1;alias 2;QID;description
سيرغي لافروف;Sergey Lavrov;PER;لافروف;سيرجي لافروف;Q58217;وزير
""",
    """prefLabel\tlatin\tkind\taltLabel\turi\tnote
سيرغي لافروف\tSergey Lavrov\tperson\tلافروف|سيرجي لافروف\tWIKIDATA\tوزير
""".replace("WIKIDATA", "http://www.wikidata.org/entity/Q58217").replace("\n", "\r\n"),
    """entity,name,name_latin,kind,aliases,external_ids,note,mentions
x,سيرغي لافروف,Sergey Lavrov,person,لافروف ؛ سيرجي لافروف,wikidata:Q58217,وزير,4
""",
)


@pytest.mark.parametrize("text", TABLES_AS_DESKS_KEEP_THEM)
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "windows-1256", "utf-16"])
def test_columns_are_known_in_arabic_and_english(text: str, encoding: str, tmp_path: Path) -> None:
    assert read(tmp_path, "a.csv", text.encode(encoding)).entities == (LAVROV,)


def test_a_plain_list_is_one_name_a_line(tmp_path: Path) -> None:
    found = read(tmp_path, "a.csv", "بيونغ يانغ\nموسكو\n\nطوكيو\n")
    assert [(one.name, one.where, one.kind) for one in found.entities] == [
        ("بيونغ يانغ", "1", None),
        ("موسكو", "2", None),
        ("طوكيو", "4", None),
    ]


def test_names_are_one_line_without_turning_marks_and_formulas_are_text(tmp_path: Path) -> None:
    found = read(
        tmp_path, "a.csv", 'name,note\n"\u202eسيرغي\n لافروف\u202c",\'=SUM(A1)\n,بلا اسم\n'
    )
    assert [(one.name, one.note) for one in found.entities] == [("سيرغي لافروف", "=SUM(A1)")]
    assert [(f.code, f.where) for f in found.findings] == [("finding-entity-nameless", "a.csv 4")]


def test_a_name_in_latin_letters_alone_is_the_name(tmp_path: Path) -> None:
    (one,) = read(tmp_path, "a.csv", "english,aliases\nTASS,تاس\n").entities
    assert (one.name, one.name_latin, one.aliases) == ("TASS", "", ("تاس",))


@pytest.mark.parametrize("text", ["a,b\n1,2\n", 'name\n"unfinished', 'name,x\n"a"b,c\n'])
def test_a_table_without_names_or_sense_is_refused(text: str, tmp_path: Path) -> None:
    with pytest.raises(BadFormat):
        read(tmp_path, "a.csv", text)


SKOS = """
@prefix skos: <http://www.w3.org/2004/02/skos/core#> .
@prefix owl: <http://www.w3.org/2002/07/owl#> .
@prefix schema: <https://schema.org/> .
@prefix dct: <http://purl.org/dc/terms/> .
<https://desk.example/1> a skos:Concept, schema:Person ;
  skos:prefLabel "Sergey Lavrov"@en , "سيرغي لافروف"@ar , "Serge Lavrov"@fr ;
  skos:altLabel "لافروف"@ar ; skos:hiddenLabel "سيرغى لافروف" ;
  owl:sameAs <http://www.wikidata.org/entity/Q58217> ; dct:identifier "gnd:123" ;
  skos:note "وزير"@ar .
<https://desk.example/2> a skos:Concept ; skos:inScheme <https://desk.example/> .
<https://desk.example/> a skos:ConceptScheme ; skos:prefLabel "المكتب"@ar .
"""


@pytest.mark.parametrize(
    ("suffix", "syntax"),
    [
        ("ttl", "turtle"), ("nt", "nt"), ("rdf", "xml"), ("jsonld", "json-ld"), ("n3", "n3"),
        ("trig", "trig"), ("nq", "nquads"),
    ],
)  # fmt: skip
def test_skos_is_read_in_any_syntax(suffix: str, syntax: str, tmp_path: Path) -> None:
    graph = rdflib.Dataset(default_union=True)
    graph.parse(data=SKOS, format="turtle")
    data = graph.serialize(format=syntax)
    for name in (f"a.{suffix}", "a"):
        if name == "a" and syntax in ("trig", "nquads", "n3"):
            continue
        found = read(tmp_path, name, data)
        assert found.entities == (
            ListedEntity(
                "سيرغي لافروف", "https://desk.example/1", "Sergey Lavrov", EntityKind.PERSON,
                ("Serge Lavrov", "لافروف", "سيرغى لافروف"),
                (
                    ExternalId("wikidata", "Q58217"), ExternalId("gnd", "123"),
                    ExternalId("uri", "https://desk.example/1"),
                ),
                "وزير",
            ),
        )  # fmt: skip
        assert [finding.code for finding in found.findings] == ["finding-entity-nameless"]


def test_other_vocabularies_have_labels_too(tmp_path: Path) -> None:
    text = """
@prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .
@prefix foaf: <http://xmlns.com/foaf/0.1/> .
@prefix xl: <http://www.w3.org/2008/05/skos-xl#> .
@prefix owl: <http://www.w3.org/2002/07/owl#> .
<urn:x:1> a foaf:Organization ; foaf:name "وكالة تاس" .
<urn:x:2> xl:prefLabel [ a xl:Label ; xl:literalForm "موسكو"@ar ] .
<urn:x:3> a owl:Class ; rdfs:label "صنف" .
<urn:uuid:0197> rdfs:label "طوكيو" .
"""
    found = read(tmp_path, "a.ttl", text).entities
    assert [(one.name, one.kind, one.own) for one in found] == [
        ("طوكيو", None, "0197"),
        ("وكالة تاس", EntityKind.ORGANISATION, ""),
        ("موسكو", None, ""),
    ]


@pytest.mark.parametrize(
    ("name", "text", "refusal"),
    [
        ("a.ttl", "<a> <b> .", BadFormat),
        ("a.ttl", "@prefix x: <y> .", BadFormat),
        ("a.ttl", "<urn:a> <urn:b> " + "[ <urn:c> " * 5000, BadFormat),
        ("a.rdf", "<rdf:RDF", BadFormat),
        ("a.rdf", '<!DOCTYPE a [<!ENTITY b "c">]><rdf:RDF>&b;</rdf:RDF>', Unsafe),
        ("a.rdf", '<!DOCTYPE a [<!ENTITY b SYSTEM "file:///etc/passwd">]><a>&b;</a>', Unsafe),
        ("a.jsonld", '{"@context": "https://example.org/c.jsonld", "name": "x"}', Unsafe),
        ("a.jsonld", '[{"x": {"@context": [{}, "http://127.0.0.1/"]}}]', Unsafe),
        ("a.jsonld", '{"@context": {"@import": "http://127.0.0.1/"}}', Unsafe),
        ("a.jsonld", "{", BadFormat),
    ],
)
def test_graphs_that_are_broken_or_reach_out_are_refused(
    name: str, text: str, refusal: type[TawaturError], tmp_path: Path
) -> None:
    with pytest.raises(refusal):
        read(tmp_path, name, text)


def test_a_graph_too_large_for_memory_is_refused(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(entities_rdf, "_LARGEST", 100)
    with pytest.raises(TooLarge):
        read(tmp_path, "a.ttl", SKOS)


ITEM: dict[str, Any] = {
    "type": "item",
    "id": "Q58217",
    "labels": {
        "en": {"language": "en", "value": "Sergey Lavrov"},
        "ar": {"language": "ar", "value": "سيرغي لافروف"},
        "zh": {"language": "zh", "value": "谢尔盖"},
    },
    "aliases": {"ar": [{"language": "ar", "value": "لافروف"}]},
    "descriptions": {"ar": {"language": "ar", "value": "دبلوماسي روسي"}},
    "claims": {
        "P31": [{"mainsnak": {"datavalue": {"value": {"entity-type": "item", "id": "Q5"}}}}],
        "P214": [{"mainsnak": {"datavalue": {"value": "34725527"}}}],
        "P1566": [{"mainsnak": {"snaktype": "novalue"}}],
    },
}  # fmt: skip
READ = ListedEntity(
    "سيرغي لافروف", "Q58217", "Sergey Lavrov", EntityKind.PERSON, ("لافروف",),
    (ExternalId("wikidata", "Q58217"), ExternalId("viaf", "34725527")), "دبلوماسي روسي",
)  # fmt: skip


@pytest.mark.parametrize(
    "text",
    [
        json.dumps(ITEM),
        json.dumps([ITEM]),
        json.dumps({"entities": {"Q58217": ITEM}}),
        f"[\n{json.dumps(ITEM)},\n{json.dumps(ITEM)}\n]\n",
        f"{json.dumps(ITEM)}\n{json.dumps(ITEM)}\n",
    ],
)
def test_entity_documents_of_wikidata(text: str, tmp_path: Path) -> None:
    assert set(read(tmp_path, "a.json", text).entities) == {READ}


def test_search_and_sparql_results(tmp_path: Path) -> None:
    search = {
        "search": [
            {
                "id": "Q18808",
                "label": "بيونغ يانغ",
                "description": "عاصمة",
                "aliases": ["بيونجيانج"],
            }
        ]
    }
    (one,) = read(tmp_path, "a.json", json.dumps(search)).entities
    assert (one.name, one.aliases, one.note) == ("بيونغ يانغ", ("بيونجيانج",), "عاصمة")
    row = {
        "item": {"type": "uri", "value": "http://www.wikidata.org/entity/Q18808"},
        "itemLabel": {"type": "literal", "xml:lang": "ar", "value": "بيونغ يانغ"},
        "itemAltLabel": {"type": "literal", "value": "بيونجيانج, بيونغيانغ"},
        "itemDescription": {"type": "literal", "value": "عاصمة"},
    }
    told = {"head": {"vars": []}, "results": {"bindings": [row]}}
    (two,) = read(tmp_path, "b.json", json.dumps(told)).entities
    assert two.external_ids == (ExternalId("wikidata", "Q18808"),)
    assert (two.name, two.aliases) == ("بيونغ يانغ", ("بيونجيانج", "بيونغيانغ"))


def test_what_has_no_name_is_listed_and_a_place_is_known_by_its_spot(tmp_path: Path) -> None:
    place = {"id": "Q1", "labels": {"en": {"language": "en", "value": "X"}}, "claims": {"P625": []}}
    found = read(tmp_path, "a.json", json.dumps([place, {"id": "Q2"}, 5]))
    assert [(one.name, one.kind) for one in found.entities] == [("X", EntityKind.PLACE)]
    assert [finding.where for finding in found.findings] == ["a.json Q2"]


@pytest.mark.parametrize("text", ["{}", "[]", '{"labels": 5}', "[1, 2]", '{"entities": 7}', "{"])
def test_json_without_entities_is_refused(text: str, tmp_path: Path) -> None:
    with pytest.raises(BadFormat):
        read(tmp_path, "a.json", text)


def test_formats_are_told_by_name_and_content(tmp_path: Path) -> None:
    cases = {
        "a.csv": ("x", "csv"), "a.tsv": ("x", "csv"), "a.ttl": ("x", "rdf"),
        "list": ("@prefix a: <b> .", "rdf"), "g.json": ('{"@context": {}}', "rdf"),
        "w.json": ('{"entities": {}}', "wikidata"), "n.txt": ("اسم\nسيرغي", "csv"),
    }  # fmt: skip
    for name, (text, wanted) in cases.items():
        (tmp_path / name).write_text(text, encoding="utf-8")
        assert recognised(tmp_path / name) == wanted
    with pytest.raises(UnknownFormat):
        read_entities(tmp_path / "a.csv", "nonsense", Silent())
    with pytest.raises(CannotRead):
        read_entities(tmp_path / "none", None, Silent())
    (tmp_path / "e.csv").write_text("")
    with pytest.raises(EmptyFile):
        read_entities(tmp_path / "e.csv", None, Silent())


CSV = b"name,kind,aliases,qid\n" + "سيرغي لافروف,PER,لافروف;س,Q58217\n".encode()


@given(data=st.data(), name=st.sampled_from(["a.csv", "a.ttl", "a.rdf", "a.jsonld", "a.json", "a"]))
@FUZZ
def test_broken_lists_are_refused_or_make_sense(
    tmp_path_factory: pytest.TempPathFactory, data: st.DataObject, name: str
) -> None:
    graph = rdflib.Graph().parse(data=SKOS, format="turtle")
    valid = {
        "a.csv": CSV,
        "a.ttl": SKOS.encode(),
        "a.rdf": graph.serialize(format="xml").encode(),
        "a.jsonld": graph.serialize(format="json-ld").encode(),
        "a.json": json.dumps([ITEM, ITEM]).encode(),
        "a": SKOS.encode(),
    }[name]
    if name == "a.json" and data.draw(st.booleans()):
        broken = data.draw(broken_json([ITEM, ITEM]))
    else:
        broken = data.draw(broken_bytes(valid))
    try:
        found = read(tmp_path_factory.getbasetemp(), name, broken)
    except TawaturError:
        return
    assert found.entities or found.findings
    for one in found.entities:
        assert one.name == " ".join(one.name.split())
        one.name.encode()
