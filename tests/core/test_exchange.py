"""Projects out and in again: the same content, or nothing."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

import pytest

from tawatur_core import exchange
from tawatur_core.edit import claims, documents, entities, mentions, proposals
from tawatur_core.errors import BadFormat, RowExists
from tawatur_core.exchange import Scope
from tawatur_core.importers import sample
from tawatur_core.model import (
    ClaimKind,
    DocumentDraft,
    DocumentId,
    EntityKind,
    ExternalId,
    MentionProposal,
    MentionRole,
    Origin,
    Party,
    ProposalKey,
    Provenance,
    SlotDraft,
    SlotName,
    Span,
)
from tawatur_core.preview import preview
from tawatur_core.store.documents import document_ids
from tawatur_core.store.proposals import mention_proposals, put_proposals
from tawatur_core.store.session import Session

HARD = "😀 قال\u00a0الوَزيرُ \u202eabc\u202c إن 10 آلاف جندي وصلوا.\nوأضاف: «نعم».\n"


@pytest.fixture
def project(tmp_path: Path) -> Iterator[Session]:
    session = Session.create(tmp_path / "one.tawatur", analyst="ه.س", title="مشروع")
    drafts = [
        DocumentDraft(HARD, "صعب", Provenance("a.txt", "0" * 64, "utf-8", "encoding-basis-valid")),
        *sample.drafts(),
    ]
    hard, first, *_ = documents.add(session, drafts)
    lavrov = entities.create(session, "سيرغي لافروف", EntityKind.PERSON, aliases=["لافروف"])
    entities.add_external_id(session, lavrov, ExternalId("wikidata", "Q58217"))
    minister = HARD.index("الوَزيرُ")
    mentions.mark(session, hard, Span(minister, minister + 8), entity=lavrov)
    slots = [
        SlotDraft(SlotName.SPEAKER, Party("الوزير", lavrov), Span(minister, minister + 8)),
        SlotDraft(SlotName.VIA, Party("تاس"), None, Origin.ANALYST),
    ]
    made = claims.mark(session, hard, [Span(0, 20), Span(30, 40)], ClaimKind.INDIRECT_QUOTE, slots)
    claims.set_note(session, made, "ملاحظة\u2028ثانية")
    _reject_one(session, first)
    yield session
    session.close()


def _reject_one(session: Session, document: DocumentId) -> None:
    proposal = MentionProposal(
        ProposalKey(""), document, Span(2, 6), "حذّر"[:4], MentionRole.NAME, EntityKind.OTHER,
        "حذر", None, 0.5, (),
    )  # fmt: skip
    put_proposals(session, document, [proposal], [])
    proposals.reject(session, [found.key for found in mention_proposals(session, document)])


def test_json_lines_come_back_identical(project: Session, tmp_path: Path):
    first = tmp_path / "first.jsonl"
    exchange.export(project, "jsonl", first)
    counts = exchange.bring_back(tmp_path / "two.tawatur", first, analyst="م.ع")
    assert counts == {"documents": 6, "claims": 1, "mentions": 1, "entities": 1, "verdicts": 0}
    second = Session.open(tmp_path / "two.tawatur", analyst="م.ع", read_only=True)
    again = tmp_path / "again.jsonl"
    exchange.export(second, "jsonl", again)
    assert (
        exchange.corpus_of(second, Scope()).entities
        == exchange.corpus_of(project, Scope()).entities
    )
    assert list(exchange.corpus_of(second, Scope()).documents()) == list(
        exchange.corpus_of(project, Scope()).documents()
    )
    second.close()
    assert again.read_bytes() == first.read_bytes()


def test_importing_twice_is_refused_and_adds_nothing(project: Session, tmp_path: Path):
    file = tmp_path / "out.jsonl"
    exchange.export(project, "jsonl", file)
    target = tmp_path / "two.tawatur"
    exchange.bring_back(target, file, analyst="م.ع")
    with pytest.raises(RowExists):
        exchange.bring_back(target, file, analyst="م.ع")
    session = Session.open(target, analyst="م.ع", read_only=True)
    assert len(document_ids(session)) == 6
    session.close()


@pytest.mark.parametrize(
    ("kind", "field", "value"),
    [
        ("project", "format", "other"),
        ("project", "version", 99),
        ("document", "text", "غير ذلك"),
        ("document", "sha256", None),
        ("claim", "spans", []),
        ("claim", "document", "none"),
        ("claim", "kind", "rumour"),
        ("mention", "span", {"start": 5, "end": 3, "quote": ""}),
        ("mention", "span", {"start": 0, "end": 3, "quote": "xyz"}),
        ("mention", "entity", "none"),
        ("entity", "type", "alien"),
    ],
)
def test_a_wrong_record_refuses_the_whole_file(
    project: Session, tmp_path: Path, kind: str, field: str, value: object
):
    file = tmp_path / "out.jsonl"
    exchange.export(project, "jsonl", file)
    records = [json.loads(line) for line in file.read_text(encoding="utf-8").split("\n") if line]
    wrong = next(record for record in records if record["type"] == kind)
    wrong[field] = value
    file.write_text("\n".join(json.dumps(record) for record in records), encoding="utf-8")
    with pytest.raises(BadFormat) as caught:
        exchange.bring_back(tmp_path / "two.tawatur", file, analyst="م.ع")
    assert caught.value.path == file
    assert not (tmp_path / "two.tawatur").exists()


@pytest.mark.parametrize("content", [b"", b"{", b"[1]\n", b"\xff\xfe", b"[" * 100_000])
def test_what_is_no_json_lines_is_refused(tmp_path: Path, content: bytes):
    file = tmp_path / "bad.jsonl"
    file.write_bytes(content)
    with pytest.raises(BadFormat):
        exchange.bring_back(tmp_path / "two.tawatur", file, analyst="م.ع")


def test_the_scope_leaves_out_the_rest(project: Session, tmp_path: Path):
    chosen = document_ids(project)[:1]
    corpus = exchange.corpus_of(project, Scope(frozenset(chosen)))
    assert [annotated.document.id for annotated in corpus.documents()] == chosen
    reviewed = exchange.corpus_of(project, Scope(reviewed_only=True))
    slots = [
        slot.name
        for annotated in reviewed.documents()
        for claim in annotated.claims
        for slot in claim.slots
    ]
    assert slots == [SlotName.VIA]
    shown = preview(project, "jsonl", scope=Scope(frozenset(chosen)))[0].text
    assert shown.count('"type":"document"') == 1
