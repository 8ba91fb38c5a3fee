from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from tawatur_core import exchange
from tawatur_core.errors import ExportMismatch
from tawatur_core.exchange import Scope
from tawatur_core.exporters import spacy_docbin
from tawatur_core.exporters.spacy_docbin import SpacyDocBin
from tawatur_core.preview import preview
from tawatur_core.store.session import Session

spacy = pytest.importorskip("spacy")


def documents(folder: Path) -> list[Any]:
    """Read as spaCy's own corpus reader does."""
    reader = spacy.training.Corpus(folder)
    return [example.reference for example in reader(spacy.blank("ar"))]


@pytest.mark.parametrize("name", ["seeds", "hard"])
@pytest.mark.parametrize("file", ["out.spacy", "out", "out.zip"])
def test_spacy_reads_every_span(
    request: pytest.FixtureRequest, name: str, file: str, tmp_path: Path
):
    session: Session = request.getfixturevalue(name)
    done = exchange.export(session, "spacy", tmp_path / file)
    corpus = exchange.corpus_of(session, Scope())
    assert done.spans > 15
    if file == "out.zip":
        return
    found = documents(tmp_path / file)
    for annotated, doc in zip(corpus.documents(), found, strict=True):
        assert doc.text == annotated.document.text
        mentions = {(span.id_, span.text) for span in doc.spans["mentions"]}
        assert mentions == {(mention.id, mention.quote) for mention in annotated.mentions}
        for claim in annotated.claims:
            parts = [span for span in doc.spans["claims"] if span.id_ == claim.id]
            assert [span.text for span in parts] == claim.quote.split(" … ")
            assert {span.label_ for span in parts} == {claim.kind.value}


def test_entities_and_slots(hard: Session, tmp_path: Path):
    exchange.export(hard, "spacy", tmp_path / "out")
    doc, empty = documents(tmp_path / "out")
    minister = doc.ents[0]
    assert (minister.text, minister.label_, minister.kb_id_) == ("الوَزيرُ", "PER", "Q58217")
    assert [span.text for span in doc.ents if span.label_ == "LOC"] == [
        "بيونغ\u00a0يانغ",
        "بيونغ يانغ",
    ]
    slots = {span.label_: span.text for span in doc.spans["slots"]}
    assert slots == {
        "speaker": "الوَزيرُ", "how_many": "أكثر من 10 آلاف جندي", "what": "وصلوا", "where": "بيونغ\u00a0يانغ",
    }  # fmt: skip
    told = json.loads(doc.user_data["tawatur"])
    claim = next(row for row in told["spans"] if row["layer"] == "Claim")
    assert [told["spans"][n]["name"] for n in claim["slots"]][:3] == ["speaker", "via", "via"]
    assert {row["layer"] for row in told["document"]} == {"Document", "Entity", "Rejection"}
    assert not empty.ents


def test_many_documents_are_several_files(
    seeds: Session, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.setattr(spacy_docbin, "_SHARD", 2)
    exchange.export(seeds, "spacy", tmp_path / "out")
    assert len(list((tmp_path / "out").glob("*.spacy"))) == 3
    assert len(documents(tmp_path / "out")) == 5


def test_another_text_fails_the_proof(hard: Session, seeds: Session, tmp_path: Path):
    exchange.export(hard, "spacy", tmp_path / "out.spacy")
    with pytest.raises(ExportMismatch):
        SpacyDocBin().verify(exchange.corpus_of(seeds, Scope()), tmp_path / "out.spacy")


def test_preview(hard: Session):
    (told,) = preview(hard, "spacy")
    assert "mentions\tPER\t9\t17\tالوَزيرُ\n" in told.text
