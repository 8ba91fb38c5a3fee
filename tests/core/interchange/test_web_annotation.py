from __future__ import annotations

import json
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, strategies as st

from tawatur_core import exchange
from tawatur_core.errors import BadFormat, NoMarks, TawaturError, TextMissing, Unsafe
from tawatur_core.exporters.web_annotation import WebAnnotation
from tawatur_core.importers.web_annotation import WebAnnotationImporter
from tawatur_core.model import Span
from tawatur_core.monitor import Silent
from tawatur_core.plugins import Corpus, Incoming
from tawatur_core.store.documents import document_ids
from tawatur_core.store.session import Session

from .fuzz import FUZZ, broken_bytes, broken_json, survives
from .samples import INTERCHANGE
from .trip import assert_round_trip

CONTEXT, SAMPLES = INTERCHANGE / "schemas" / "anno.jsonld", INTERCHANGE / "samples" / "w3c"
OA = "http://www.w3.org/ns/oa#"
Json = dict[str, Any]


@pytest.mark.parametrize("name", ["seeds", "hard"])
@pytest.mark.parametrize("file", [None, "رحلة أولى.jsonld"])
def test_round_trip(request: pytest.FixtureRequest, name: str, file: str | None, tmp_path: Path):
    assert_round_trip(request.getfixturevalue(name), "w3c", tmp_path, file)


def test_an_empty_project_comes_back(tmp_path: Path):
    WebAnnotation().write(Corpus("ع", lambda: iter(()), 0), tmp_path / "o.jsonld", "ar", Silent())
    found = WebAnnotationImporter().read(tmp_path / "o.jsonld", Silent())
    assert (found.restored.title, found.restored.documents) == ("ع", [])


@pytest.mark.parametrize("name", ["seeds", "hard"])
def test_the_graph_says_what_the_model_asks(
    request: pytest.FixtureRequest, name: str, tmp_path: Path
):
    """Read as JSON-LD with the W3C's own context: what each annotation must have, it has."""
    rdflib = pytest.importorskip("rdflib")
    if not CONTEXT.exists():
        pytest.skip("the context is not beside the checkout")
    page = _exported(request.getfixturevalue(name), tmp_path)
    known = json.loads(CONTEXT.read_bytes())["@context"]
    page["@context"] = [known, page["@context"][1]]
    graph = rdflib.Graph().parse(data=json.dumps(page), format="json-ld", publicID="http://x.org/")
    made = list(graph.subjects(rdflib.RDF.type, rdflib.URIRef(f"{OA}Annotation")))
    assert len(made) == len(page["first"]["items"])
    for one in made:
        assert list(graph.objects(one, rdflib.URIRef(f"{OA}hasTarget")))
        (motivation,) = graph.objects(one, rdflib.URIRef(f"{OA}motivatedBy"))
        assert str(motivation).startswith(OA)
        (record,) = graph.objects(one, rdflib.URIRef("urn:tawatur:terms:record"))
        assert json.loads(record)["type"]
    starts = list(graph.subject_objects(rdflib.URIRef(f"{OA}start")))
    assert len(starts) == len(list(graph.subject_objects(rdflib.URIRef(f"{OA}exact")))) > 5
    assert all(isinstance(start.toPython(), int) for _, start in starts)
    purposes = {str(purpose) for purpose in graph.objects(None, rdflib.URIRef(f"{OA}hasPurpose"))}
    assert all(purpose.startswith(OA) for purpose in purposes)
    strange = [p for p in graph.predicates() if str(p).startswith("http://x.org/")]
    assert not strange


def test_every_kind_of_record_is_an_annotation(seeds: Session, hard: Session, tmp_path: Path):
    (tmp_path / "s").mkdir()
    kinds = {
        item["tawatur:record"]["type"]
        for session, folder in ((seeds, tmp_path / "s"), (hard, tmp_path))
        for item in _exported(session, folder)["first"]["items"]
    }
    assert kinds == {
        "entity", "document", "claim", "slot", "mention", "residue", "rejection", "event_group",
        "conflict", "verdict",
    }  # fmt: skip


def test_what_was_changed_in_another_tool_comes_back(hard: Session, tmp_path: Path):
    page = _exported(hard, tmp_path)
    items = page["first"]["items"]
    claim = next(item for item in items if item["tawatur:record"]["type"] == "claim")
    for body in claim["body"]:
        if body["purpose"] == "commenting":
            body["value"] = "جديدة"
    target = {"source": claim["target"][0]["source"], "selector": _quote("وأضاف")}
    items.append({"id": "urn:x", "type": "Annotation", "body": "مهم", "target": target})
    (tmp_path / "out.jsonld").write_text(json.dumps(page), encoding="utf-8")
    found = WebAnnotationImporter().read(tmp_path / "out.jsonld", Silent())
    assert found.restored.documents[0].claims[0].note == "جديدة"
    (mark,) = found.marked[0].marks
    assert (mark.quote, mark.spans, mark.features) == ("وأضاف", (), {"note": "مهم"})


TEXT = "قال 😀 لافروف إن روسيا تحذر"


def test_annotations_of_other_tools_are_read(tmp_path: Path):
    (tmp_path / "نص.txt").write_text(TEXT, encoding="utf-8")
    where = "%D9%86%D8%B5.txt"
    items: list[Json] = [
        {"id": "a", "motivation": "tagging", "creator": {"name": "هدى"},
         "created": "2025-01-01T10:00:00Z",
         "body": [{"type": "TextualBody", "purpose": "tagging", "value": "قائل"}, "ملاحظة",
                  {"purpose": "identifying", "source": {"id": "urn:l", "label": "لافروف"}}],
         "target": {"source": where, "selector": [
             {"type": "TextPositionSelector", "start": 6, "end": 12}, _quote("لافروف")]}},
        {"id": "b", "bodyValue": "شيء", "target": f"{where}#char=16,21"},
        {"id": "c", "target": {"source": where, "selector": {
            "type": "FragmentSelector", "value": "char=22,26"}}},
        {"id": "d", "target": {"source": where, "selector": {
            "type": "XPathSelector", "value": "/p", "refinedBy": _quote("قال", suffix=" 😀")}}},
        {"id": "e", "target": {"source": where, "selector": {
            "type": "TextPositionSelector", "start": 20, "end": 3}}},
        {"id": "f", "target": {"source": "http://x.org/1", "selector": _quote("قال")}},
        {"id": "g", "motivation": "linking", "body": "a", "target": "http://x.org/2"},
        {"id": "h", "motivation": "linking", "body": {"id": "a"}, "target": {"id": "b"}},
    ]  # fmt: skip
    found = _read(tmp_path, [{"type": "Annotation", **item} for item in items])
    (marked,) = found.marked
    marks = {mark.id: mark for mark in marked.marks}
    assert {name: [s.of(TEXT) for s in mark.spans] for name, mark in marks.items()} == {
        "a": ["لافروف"], "b": ["روسيا"], "c": ["تحذر"], "d": [],
    }  # fmt: skip
    first = marks["a"]
    assert (first.layer, first.label, first.author) == ("tagging", "قائل", "هدى")
    assert first.features == {"id": "urn:l", "name": "لافروف", "note": "ملاحظة"}
    assert (marks["d"].quote, marks["d"].suffix) == ("قال", " 😀")
    assert [(one.label, one.source, one.target) for one in marked.links] == [("linking", "a", "b")]
    assert sorted(one.code for one in found.findings) == [
        "finding-no-place", "finding-no-span", "finding-text-missing",
    ]  # fmt: skip


def test_the_text_may_stand_within_and_be_counted_in_utf16(tmp_path: Path):
    target = {
        "source": {"type": "Text", "value": TEXT},
        "selector": [
            {"type": "TextPositionSelector", "start": 7, "end": 13},
            _quote("لافروف"),
        ],
    }
    second = {"source": {"value": TEXT}, "selector": {
        "type": "TextPositionSelector", "start": 17, "end": 22}}  # fmt: skip
    (marked,) = _read(tmp_path, {"type": "Annotation", "target": [target, second]}).marked
    assert [span.of(TEXT) for span in marked.marks[0].spans] == ["لافروف", "روسيا"]


@pytest.mark.parametrize(
    ("page", "failure"),
    [
        ("", BadFormat),
        ("[1, 2]", BadFormat),
        ('{"@context": "http://www.w3.org/ns/anno.jsonld", "type": "AnnotationPage"}', BadFormat),
        ('{"type": "Annotation", "target": "http://x.org"}', NoMarks),
        ('{"type": "Annotation", "target": "../x.txt#char=1,2"}', Unsafe),
        ('{"type": "Annotation", "target": "/etc/passwd#char=1,2"}', Unsafe),
        ('{"type": "Annotation", "target": "file:///etc/passwd#char=1,2"}', TextMissing),
        ('{"type": "Annotation", "target": "http://x.org#char=1,2"}', TextMissing),
        ('{"type": "Annotation", "target": "x.txt#char=1,2"}', TextMissing),
        ("[" * 900, BadFormat),
    ],
)
def test_other_files_are_refused(page: str, failure: type[TawaturError], tmp_path: Path):
    (tmp_path / "x.jsonld").write_text(page)
    with pytest.raises(failure):
        WebAnnotationImporter().read(tmp_path / "x.jsonld", Silent())


def test_a_link_out_of_the_folder_is_not_followed(tmp_path: Path):
    (tmp_path / "in").mkdir()
    (tmp_path / "secret.txt").write_text("سر", encoding="utf-8")
    (tmp_path / "in" / "a.txt").symlink_to(tmp_path / "secret.txt")
    with pytest.raises(Unsafe):
        _read(tmp_path / "in", {"type": "Annotation", "target": "a.txt#char=0,1"})


def test_without_its_texts_our_own_collection_is_refused(hard: Session, tmp_path: Path):
    _exported(hard, tmp_path)
    for file in (tmp_path / "out-texts").iterdir():
        file.unlink()
    with pytest.raises(TextMissing, match="out-texts"):
        WebAnnotationImporter().read(tmp_path / "out.jsonld", Silent())


@pytest.mark.skipif(not SAMPLES.exists(), reason="the samples are not beside the checkout")
def test_the_samples_are_refused_for_the_right_reason():
    """Two select words of texts that are elsewhere; the others are about pictures and pages."""
    reasons: dict[str, set[str]] = {"NoMarks": set(), "TextMissing": set()}
    for file in sorted(SAMPLES.glob("*.json")):
        assert WebAnnotationImporter().recognises(file)
        with pytest.raises((NoMarks, TextMissing)) as caught:
            WebAnnotationImporter().read(file, Silent())
        reasons[type(caught.value).__name__].add(file.stem)
    assert reasons["TextMissing"] == {"anno17", "anno31"}
    assert len(reasons["NoMarks"]) == 14


@pytest.fixture(scope="module")
def valid(seeds_file: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("valid")
    with closing(Session.open(seeds_file, analyst="")) as session:
        scope = exchange.Scope(frozenset([document_ids(session)[0]]))
        exchange.export(session, "w3c", folder / "out.jsonld", scope=scope)
    page = json.loads((folder / "out.jsonld").read_bytes())
    items = page["first"]["items"]
    source = next(i for i in items if "selector" in i["target"][0])["target"][0]["source"]
    items.append({"id": "a", "type": "Annotation", "target": f"{source}#char=3,9", "body": "x"})
    position = {"type": "TextPositionSelector", "start": 3, "end": 9}
    target = {"source": source, "selector": [position, _quote("x")]}
    items.append({"id": "b", "type": "Annotation", "target": [target], "body": [{"value": "y"}]})
    items.append({"id": "c", "type": "Annotation", "target": "a", "body": {"id": "b"}})
    (folder / "out.jsonld").write_text(json.dumps(page))
    return folder / "out.jsonld"


@FUZZ
@given(data=st.data())
def test_broken_files_are_refused_or_make_sense(data: st.DataObject, valid: Path):
    whole = valid.read_bytes()
    broken = data.draw(broken_json(json.loads(whole)) | broken_bytes(whole))
    survives(WebAnnotationImporter(), valid.with_name("broken.jsonld"), broken)


def _quote(exact: str, suffix: str = "") -> Json:
    return {"type": "TextQuoteSelector", "exact": exact, "suffix": suffix}


def _exported(session: Session, folder: Path) -> Json:
    exchange.export(session, "w3c", folder / "out.jsonld")
    return dict(json.loads((folder / "out.jsonld").read_bytes()))


def _read(folder: Path, value: Any) -> Incoming:
    file = folder / "in.jsonld"
    page = {"@context": "http://www.w3.org/ns/anno.jsonld", "items": value}
    file.write_text(json.dumps(page), encoding="utf-8")
    assert WebAnnotationImporter().recognises(file)
    found = WebAnnotationImporter().read(file, Silent())
    assert all(
        isinstance(span, Span) for one in found.marked for m in one.marks for span in m.spans
    )
    return found
