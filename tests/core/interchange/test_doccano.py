from __future__ import annotations

import json
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, strategies as st

from tawatur_core import exchange
from tawatur_core.errors import BadFormat, ExportMismatch
from tawatur_core.exporters.doccano import Doccano
from tawatur_core.importers.doccano import DoccanoImporter
from tawatur_core.model import Span
from tawatur_core.monitor import Silent
from tawatur_core.plugins import Incoming
from tawatur_core.store.documents import document_ids
from tawatur_core.store.session import Session

from .fuzz import FUZZ, broken_bytes, broken_json, survives
from .trip import assert_round_trip

Item = dict[str, Any]


@pytest.mark.parametrize("name", ["seeds", "hard"])
def test_round_trip(request: pytest.FixtureRequest, name: str, tmp_path: Path):
    assert_round_trip(request.getfixturevalue(name), "doccano", tmp_path)


def test_doccano_takes_the_lines(hard: Session, tmp_path: Path):
    """By the rules of doccano's own importer: offsets, a label each, relations between known ids."""
    for item in _exported(hard, tmp_path):
        ids = [entity["id"] for entity in item["entities"]]
        assert len(ids) == len(set(ids))
        for entity in item["entities"]:
            assert 0 <= entity["start_offset"] < entity["end_offset"] <= len(item["text"])
            assert entity["label"]
        for relation in item["relations"]:
            assert {relation["from_id"], relation["to_id"]} <= set(ids)
            assert relation["type"]


def test_offsets_are_code_points(hard: Session, tmp_path: Path):
    item = _exported(hard, tmp_path)[0]
    words = [item["text"][e["start_offset"] : e["end_offset"]] for e in item["entities"]]
    assert words[:2] == ["أكثر من 10 آلاف جندي", "وصلوا & <بقوا> 👨‍👩‍👧"]
    assert [one["type"] for one in item["relations"]] == [
        "part", "speaker", "how_many", "what", "where",
    ]  # fmt: skip


@pytest.mark.parametrize("what", ["start_offset", "end_offset"])
def test_an_offset_that_does_not_fit_is_found(hard: Session, tmp_path: Path, what: str):
    items = _exported(hard, tmp_path)
    items[0]["entities"][2][what] -= 1
    with pytest.raises(ExportMismatch):
        Doccano().verify(exchange.corpus_of(hard, exchange.Scope()), _write(tmp_path, items))


def test_an_entity_that_is_missing_is_found(hard: Session, tmp_path: Path):
    items = _exported(hard, tmp_path)
    del items[0]["entities"][-1]
    with pytest.raises(ExportMismatch):
        Doccano().verify(exchange.corpus_of(hard, exchange.Scope()), _write(tmp_path, items))


def test_what_was_changed_in_doccano_comes_back(hard: Session, tmp_path: Path):
    items = _exported(hard, tmp_path)
    entities = items[0]["entities"]
    for number, entity in enumerate(entities):  # doccano numbers anew
        entity["id"] = 1000 + number
    items[0]["relations"] = []
    entities[0]["label"] = entities[1]["label"] = "statement"
    (family,) = [e for e in entities if e["label"] == "unlinked"]
    entities.remove(family)
    entities.append({"id": 7, "start_offset": 4, "end_offset": 7, "label": "verb"})
    found = _read(tmp_path, items)
    back = found.restored.documents[0]
    assert back.claims[0].kind == "statement"
    assert back.claims[0].slots[0].span is not None
    assert len(back.mentions) == 3
    assert [(one.code, one.args) for one in found.findings] == [
        ("finding-taken-out", {"words": "👨‍👩‍👧"})
    ]
    assert [(m.label, m.spans) for m in found.marked[0].marks] == [("verb", (Span(4, 7),))]


def test_relations_of_the_tool_are_read(tmp_path: Path):
    item = {
        "id": 3, "text": "قال 😀 لافروف\r\nفي موسكو", "Comments": [],
        "entities": [
            {"id": 40, "label": "PER", "start_offset": 6, "end_offset": 12},
            {"id": 41, "label": "LOC", "start_offset": 17, "end_offset": 22},
            {"id": 42, "label": "LOC", "start_offset": 17, "end_offset": 99},
        ],
        "relations": [
            {"id": 1, "from_id": 40, "to_id": 41, "type": "in"},
            {"id": 2, "from_id": 40, "to_id": 42, "type": "in"},
        ],
    }  # fmt: skip
    found = _read(tmp_path, [item])
    (marked,) = found.marked
    words = [(m.label, m.spans[0].of(marked.draft.text)) for m in marked.marks]
    assert words == [("PER", "لافروف"), ("LOC", "موسكو")]
    assert [(one.label, one.source, one.target) for one in marked.links] == [("in", "40", "41")]
    assert sorted(one.code for one in found.findings) == ["finding-loose-end", "finding-no-span"]


@pytest.mark.parametrize("column", ["label", "labels"])
def test_labelled_spans_are_read(tmp_path: Path, column: str):
    items: list[Item] = [
        {"text": "لافروف هنا", column: [[0, 6, "PER"]]},
        {"text": "x y", column: ["POS"]},
    ]
    found = _read(tmp_path, items)
    assert [(m.label, m.spans) for m in found.marked[0].marks] == [("PER", (Span(0, 6),))]
    assert [one.code for one in found.findings] == ["finding-not-of-text"]
    file = tmp_path / "list.json"
    file.write_text(json.dumps(items))
    assert DoccanoImporter().recognises(file)
    assert DoccanoImporter().read(file, Silent()).marked == tuple(
        _of(one, file) for one in found.marked
    )


@pytest.mark.parametrize(
    "page", ["", "[1]", "1", '{"a": 1}', '{"text": "a", "label": [[0', "{" * 900]
)
def test_other_files_are_refused(page: str, tmp_path: Path):
    file = tmp_path / "x.jsonl"
    file.write_text(page)
    with pytest.raises(BadFormat):
        DoccanoImporter().read(file, Silent())


@FUZZ
@given(data=st.data())
def test_broken_files_are_refused_or_make_sense(
    data: st.DataObject, valid: list[Item], tmp_path_factory
):
    items = [*valid[1:], data.draw(broken_json(valid[0]).map(json.loads))]
    whole = "\n".join(json.dumps(item) for item in items).encode()
    broken = data.draw(st.just(whole) | broken_bytes(whole))
    survives(DoccanoImporter(), tmp_path_factory.getbasetemp() / "broken.jsonl", broken)


@pytest.fixture(scope="module")
def valid(seeds_file: Path, tmp_path_factory: pytest.TempPathFactory) -> list[Item]:
    folder = tmp_path_factory.mktemp("valid")
    with closing(Session.open(seeds_file, analyst="")) as session:
        scope = exchange.Scope(frozenset([document_ids(session)[0]]))
        exchange.export(session, "doccano", folder / "out.jsonl", scope=scope)
    items = _lines(folder / "out.jsonl")
    spans = [{"id": 1, "start_offset": 1, "end_offset": 3, "label": "x"}]
    relations = [{"from_id": 1, "to_id": 1, "type": "r"}]
    return [*items, {"text": items[0]["text"], "entities": spans, "relations": relations}]


def _of(marked: Any, file: Path) -> Any:
    """Return what the same texts give from another file."""
    import hashlib
    from dataclasses import replace

    sha = hashlib.sha256(file.read_bytes()).hexdigest()
    source = replace(marked.draft.provenance, file_name=file.name, bytes_sha256=sha)
    return replace(marked, draft=replace(marked.draft, provenance=source))


def _exported(session: Session, folder: Path) -> list[Item]:
    exchange.export(session, "doccano", folder / "out.jsonl")
    return _lines(folder / "out.jsonl")


def _lines(file: Path) -> list[Item]:
    return [json.loads(line) for line in file.read_text(encoding="utf-8").split("\n") if line]


def _write(folder: Path, items: list[Item]) -> Path:
    file = folder / "items.jsonl"
    lines = [json.dumps(item, ensure_ascii=False) for item in items]
    file.write_text("\n".join(lines), encoding="utf-8")
    return file


def _read(folder: Path, items: list[Item]) -> Incoming:
    file = _write(folder, items)
    assert DoccanoImporter().recognises(file)
    return DoccanoImporter().read(file, Silent())
