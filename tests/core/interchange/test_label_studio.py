from __future__ import annotations

import json
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, strategies as st

from tawatur_core import exchange
from tawatur_core.errors import BadFormat, ExportMismatch
from tawatur_core.exporters.label_studio import LabelStudio, config_of
from tawatur_core.importers.label_studio import LabelStudioImporter
from tawatur_core.model import Span
from tawatur_core.monitor import Silent
from tawatur_core.plugins import Incoming
from tawatur_core.store.documents import document_ids
from tawatur_core.store.session import Session

from .fuzz import FUZZ, broken_bytes, broken_json, survives
from .trip import assert_round_trip


@pytest.mark.parametrize("name", ["seeds", "hard"])
def test_round_trip(request: pytest.FixtureRequest, name: str, tmp_path: Path):
    assert_round_trip(request.getfixturevalue(name), "label-studio", tmp_path)


@pytest.mark.parametrize("name", ["seeds", "hard"])
@pytest.mark.parametrize("language", ["ar", "en"])
def test_label_studio_accepts_the_tasks(
    request: pytest.FixtureRequest, name: str, language: str, tmp_path: Path
):
    reader = pytest.importorskip("label_studio_sdk.label_interface")
    tasks = _exported(request.getfixturevalue(name), tmp_path, language)
    interface = reader.LabelInterface(config_of(tmp_path / "out.json").read_text(encoding="utf-8"))
    regions = 0
    for task in tasks:
        assert interface.validate_task({"data": task["data"]})
        for annotation in task["annotations"]:
            assert interface.validate_annotation(annotation)
            regions += len(annotation["result"])
    assert regions > 10
    tasks[0]["annotations"][0]["result"][0]["value"]["labels"] = ["nonsense"]
    assert not interface.validate_annotation(tasks[0]["annotations"][0])


def test_regions_give_their_words_in_code_points(hard: Session, tmp_path: Path):
    task = _exported(hard, tmp_path)[0]
    (family,) = [
        region["value"]
        for region in task["annotations"][0]["result"]
        if region.get("from_name") == "mention" and region["value"]["text"].startswith("👨")
    ]
    assert task["data"]["text"][family["start"] : family["end"]] == family["text"]
    assert family["labels"] == ["unlinked"]


def test_a_claim_is_linked_to_its_parts_and_slots(hard: Session, tmp_path: Path):
    results = _exported(hard, tmp_path)[0]["annotations"][0]["result"]
    relations = [one["labels"][0] for one in results if one["type"] == "relation"]
    assert relations == ["part", "speaker", "how_many", "what", "where"]


def test_an_offset_that_does_not_fit_is_found(hard: Session, tmp_path: Path):
    tasks = _exported(hard, tmp_path)
    tasks[0]["annotations"][0]["result"][0]["value"]["start"] += 1
    file = tmp_path / "out.json"
    file.write_text("[\n" + ",\n".join(json.dumps(task) for task in tasks) + "\n]")
    with pytest.raises(ExportMismatch):
        LabelStudio().verify(exchange.corpus_of(hard, exchange.Scope()), file)


def test_what_was_changed_in_label_studio_comes_back(hard: Session, tmp_path: Path):
    tasks = _exported(hard, tmp_path)
    results = tasks[0]["annotations"][0]["result"]
    claim = next(one for one in results if one.get("from_name") == "claim")
    claim["value"]["labels"] = ["direct_quote"]
    note = next(one for one in results if one.get("from_name") == "note")
    note["value"]["text"] = ["جديدة"]
    results.append(_region("new", 4, 7, tasks[0]["data"]["text"][4:7], "person", "mention"))
    found = _read(tmp_path, tasks)
    changed = found.restored.documents[0].claims[0]
    assert (changed.kind, changed.note) == ("direct_quote", "جديدة")
    assert [(mark.layer, mark.label, mark.id) for mark in found.marked[0].marks] == [
        ("mention", "person", "new")
    ]
    assert found.marked[0].draft.text == found.restored.documents[0].document.text


def test_the_tool_s_own_export_is_read(tmp_path: Path):
    text = "قال 😀 لافروف في موسكو"
    regions = [
        {**_region("a", 6, 12, "لافروف", "PER"), "meta": {"text": ["وزير"]}},
        {**_region("a", 6, 12, "لافروف", ""), "type": "choices", "from_name": "sure",
         "value": {"start": 6, "end": 12, "choices": ["yes"]}},
        _region("b", 16, 21, "موسكو", "LOC"),
        _region("c", 20, 99, "", "LOC"),
        _region("d", 9, 3, "", "LOC"),
        {"type": "relation", "from_id": "a", "to_id": "b", "direction": "right", "labels": ["in"]},
        {"type": "relation", "from_id": "a", "to_id": "c", "direction": "right", "labels": ["in"]},
        {"type": "choices", "from_name": "topic", "to_name": "text", "value": {"choices": ["x"]}},
    ]  # fmt: skip
    task = {
        "id": 7,
        "data": {"text": text, "title": "عنوان"},
        "annotations": [{"completed_by": {"email": "a@b.c"}, "result": regions}],
    }
    found = _read(tmp_path, [task, {"id": 8, "data": {"image": "x.png"}, "annotations": []}])
    (marked,) = found.marked
    assert (marked.draft.text, marked.draft.title) == (text, "عنوان")
    assert [(m.label, m.spans, m.author) for m in marked.marks] == [
        ("PER", (Span(6, 12),), "a@b.c"), ("LOC", (Span(16, 21),), "a@b.c"),
    ]  # fmt: skip
    assert marked.marks[0].features == {"meta": "وزير", "sure": "yes"}
    assert [(one.label, one.source, one.target) for one in marked.links] == [("in", "a", "b")]
    assert sorted(finding.code for finding in found.findings) == [
        "finding-loose-end", "finding-no-span", "finding-no-span", "finding-no-text",
        "finding-not-of-text",
    ]  # fmt: skip


def test_offsets_of_old_versions_count_utf16(tmp_path: Path):
    task = {
        "data": {"text": "قال 😀\r\nلافروف"},
        "annotations": [{"result": [_region("a", 8, 14, "لافروف", "PER")]}],
    }
    (marked,) = _read(tmp_path, [task]).marked
    assert marked.draft.text == "قال 😀\nلافروف"
    assert [span.of(marked.draft.text) for span in marked.marks[0].spans] == ["لافروف"]


def test_the_flat_form_is_read(tmp_path: Path):
    flat = {"id": 1, "text": "لافروف هنا", "annotator": 3, "annotation_id": 9,
            "label": [{"start": 0, "end": 6, "text": "لافروف", "labels": ["PER"]}]}  # fmt: skip
    (marked,) = _read(tmp_path, [flat]).marked
    assert [(m.layer, m.label, m.author) for m in marked.marks] == [("label", "PER", "3")]


@pytest.mark.parametrize(
    "page", ["", "[1]", '{"a": 1}', "[{}]", "null", '[{"data": {"text": "a"', "[" * 900]
)
def test_other_files_are_refused(page: str, tmp_path: Path):
    file = tmp_path / "x.json"
    file.write_text(page)
    with pytest.raises(BadFormat):
        LabelStudioImporter().read(file, Silent())


def _region(
    name: str, start: int, end: int, text: str, label: str, layer: str = "ner"
) -> dict[str, Any]:
    value = {"start": start, "end": end, "text": text, "labels": [label]}
    return {"id": name, "from_name": layer, "to_name": "text", "type": "labels", "value": value}


def _exported(session: Session, folder: Path, language: str = "ar") -> list[dict[str, Any]]:
    exchange.export(session, "label-studio", folder / "out.json", language=language)
    return list(json.loads((folder / "out.json").read_text(encoding="utf-8")))


def _read(folder: Path, tasks: list[dict[str, Any]]) -> Incoming:
    file = folder / "tasks.json"
    file.write_text(json.dumps(tasks, ensure_ascii=False), encoding="utf-8")
    assert LabelStudioImporter().recognises(file)
    return LabelStudioImporter().read(file, Silent())


@FUZZ
@given(data=st.data())
def test_broken_files_are_refused_or_make_sense(
    data: st.DataObject, valid: bytes, tmp_path_factory
):
    broken = data.draw(broken_json(json.loads(valid)) | broken_bytes(valid))
    survives(LabelStudioImporter(), tmp_path_factory.getbasetemp() / "broken.json", broken)


@pytest.fixture(scope="module")
def valid(seeds_file: Path, tmp_path_factory: pytest.TempPathFactory) -> bytes:
    folder = tmp_path_factory.mktemp("valid")
    with closing(Session.open(seeds_file, analyst="")) as session:
        scope = exchange.Scope(frozenset([document_ids(session)[0]]))
        exchange.export(session, "label-studio", folder / "v.json", scope=scope)
    tasks = json.loads((folder / "v.json").read_bytes())
    value = {"start": 1, "end": 5, "text": tasks[0]["data"]["text"][1:5], "labels": ["x"]}
    region = {"id": "a", "from_name": "l", "to_name": "text", "type": "labels", "value": value}
    relation = {"type": "relation", "from_id": "a", "to_id": "a", "labels": ["r"]}
    foreign = {"data": tasks[0]["data"], "annotations": [{"result": [region, relation]}]}
    return json.dumps([*tasks, foreign], ensure_ascii=False).encode()
