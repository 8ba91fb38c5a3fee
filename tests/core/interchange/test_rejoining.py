"""Our own exports brought back into the project they came from, in every format."""

from __future__ import annotations

from datetime import UTC, datetime
from importlib.util import find_spec
from pathlib import Path

import pytest

from tawatur_core import exchange
from tawatur_core.edit import claims, documents, entities, mentions, verdicts
from tawatur_core.edit.differences import Difference
from tawatur_core.edit.rejoin_links import Links
from tawatur_core.exchange import Scope
from tawatur_core.importers import registry
from tawatur_core.model import (
    Choice,
    Claim,
    ClaimKind,
    Confidence,
    ConflictKey,
    ConflictKind,
    Document,
    Entity,
    EntityKind,
    Mention,
    Party,
    SlotName,
    Verdict,
    VerdictId,
    Words,
)
from tawatur_core.monitor import Silent
from tawatur_core.plugins import Incoming
from tawatur_core.store import derived
from tawatur_core.store.check import check
from tawatur_core.store.claims import claims_of
from tawatur_core.store.documents import document, document_ids
from tawatur_core.store.mentions import mentions_of
from tawatur_core.store.session import Session
from tests.core.store.project import dump

from .content import content

_NEEDS = {
    "cas-xmi": "cassis", "cas-json": "cassis", "tei": "lxml", "refi-qda": "lxml",
    "parquet": "pyarrow",
}  # fmt: skip
FORMATS = [
    pytest.param(
        one.name,
        marks=pytest.mark.skipif(
            find_spec(_NEEDS.get(one.name, "json")) is None, reason="its library is missing"
        ),
    )
    for one in registry.importers()
    if one.name != "catma"
]


def exported(session: Session, name: str, folder: Path, scope: Scope | None = None) -> Incoming:
    from tawatur_core.exporters.registry import format_named

    written = folder / f"own{format_named(name).suffix}"
    exchange.export(session, name, written, scope=scope)
    return registry.read(written, name, Silent())


def whole(session: Session) -> dict[str, list[str]]:
    return content(exchange.corpus_of(session, Scope()))


@pytest.mark.parametrize("name", FORMATS)
@pytest.mark.parametrize("project", ["seeds", "hard"])
def test_what_is_there_is_left_as_it_is(
    name: str, project: str, tmp_path: Path, request: pytest.FixtureRequest
) -> None:
    session: Session = request.getfixturevalue(project)
    incoming = exported(session, name, tmp_path)
    before, label = dump(session), session.undo_label
    prepared = exchange.prepare(session, incoming)
    assert [(one.fields, one.there) for one in prepared.differences] == []
    assert not prepared.writes
    counts = prepared.counts
    assert counts.same > 0
    assert (counts.documents, counts.claims, counts.mentions, counts.known) == (0, 0, 0, 0)
    exchange.take(session, incoming, prepared=prepared)
    assert (dump(session), session.undo_label) == (before, label)


def edited(session: Session) -> None:
    """Do with a project what analysts do, after it was exported."""
    first = document_ids(session)[0]
    told, named = claims_of(session, first)[0], mentions_of(session, first)
    claims.set_note(session, told.id, "ملاحظة لاحقة")
    claims.set_kind(session, told.id, ClaimKind.STATEMENT)
    claims.set_slot(session, told.id, SlotName.WHAT, Words("غير ذلك"))
    documents.describe(session, first, outlet="صحيفة أخرى")
    linked = next(one for one in named if one.entity is not None)
    assert linked.entity is not None
    entities.add_alias(session, linked.entity, "اسم آخر")
    mentions.unlink(session, [linked.id])


def fields(differences: tuple[Difference, ...]) -> dict[type, set[str]]:
    found: dict[type, set[str]] = {}
    for one in differences:
        found.setdefault(type(one.there), set()).update(one.fields)
    return found


@pytest.mark.parametrize("name", FORMATS)
def test_ours_is_kept_and_theirs_is_taken_where_it_is_wanted(
    name: str, hard: Session, tmp_path: Path
) -> None:
    incoming = exported(hard, name, tmp_path)
    original = whole(hard)
    edited(hard)
    mine = dump(hard)
    prepared = exchange.prepare(hard, incoming)
    assert prepared.counts.differing == len(prepared.differences) > 0
    found = fields(prepared.differences)
    assert found[Mention] == {"entity"}
    assert found[Entity] == {"aliases"}
    assert found[Claim] >= {"kind"}
    exchange.take(hard, incoming)
    assert dump(hard) == mine, "ours is kept where nothing is said"
    exchange.take(hard, incoming, theirs=[one.id for one in prepared.differences])
    after = exchange.prepare(hard, incoming)
    assert (after.differences, after.writes) == ((), False)
    if name == "jsonl":
        assert whole(hard) == original
    taken = dump(hard)
    for _ in range(2):
        hard.undo()
        assert dump(hard) == mine
        hard.redo()
        assert dump(hard) == taken
    assert not check(hard, Silent())


def test_new_marks_come_beside_what_is_there(hard: Session, tmp_path: Path) -> None:
    first = document_ids(hard)[0]
    made = entities.create(hard, "رويترز", EntityKind.ORGANISATION)
    claim = claims.mark(hard, first, [claims_of(hard, first)[0].spans[0]], ClaimKind.DIRECT_QUOTE)
    claims.set_slot(hard, claim, SlotName.VIA, Party("رويترز", made))
    with_both = whole(hard)
    incoming = exported(hard, "jsonl", tmp_path)
    for _ in range(3):
        hard.undo()
    assert claim not in {one.id for one in claims_of(hard, first)}
    prepared = exchange.prepare(hard, incoming)
    counts = prepared.counts
    assert prepared.differences == (), "what was undone was not removed by anybody"
    assert (counts.claims, counts.entities, counts.documents) == (1, 1, 0)
    exchange.take(hard, incoming)
    assert whole(hard) == with_both


def test_what_was_removed_stays_so_unless_it_is_wanted(seeds: Session, tmp_path: Path) -> None:
    incoming = exported(seeds, "jsonl", tmp_path)
    original = whole(seeds)
    first, second = document_ids(seeds)[:2]
    claims.remove(seeds, claims_of(seeds, first)[0].id)
    gone = next(one.entity for one in mentions_of(seeds, first) if one.entity)
    entities.remove(seeds, gone)
    documents.remove(seeds, second)
    mine = dump(seeds)
    prepared = exchange.prepare(seeds, incoming)
    assert {type(one.there) for one in prepared.differences if one.here is None} == {
        Claim, Entity, Document,
    }  # fmt: skip
    assert prepared.counts.removed == 3
    assert prepared.counts.differing == 0, "a link to what was removed is no other link"
    exchange.take(seeds, incoming)
    assert dump(seeds) == mine
    exchange.take(seeds, incoming, theirs=[one.id for one in prepared.differences])
    found = whole(seeds)
    # The removal of a claim that was proposed rejected the proposal: that stays known.
    assert {**found, "Rejection": []} == {**original, "Rejection": []}
    assert not check(seeds, Silent())
    taken = dump(seeds)
    seeds.undo()
    assert dump(seeds) == mine
    seeds.redo()
    assert dump(seeds) == taken


def test_an_import_that_was_undone_comes_again(seeds: Session, tmp_path: Path) -> None:
    incoming = exported(seeds, "jsonl", tmp_path)
    target = Session.create(tmp_path / "other.tawatur", analyst="م", title="أخرى")
    counts = exchange.take(target, incoming).counts
    once = whole(target)
    target.undo()
    again = exchange.take(target, incoming).counts
    assert (again.documents, again.claims, again.mentions, again.entities, again.verdicts) == (
        counts.documents, counts.claims, counts.mentions, counts.entities, counts.verdicts,
    )  # fmt: skip
    assert whole(target) == once
    assert not check(target, Silent())
    target.close()


def test_entities_made_one_here_stay_one(seeds: Session, tmp_path: Path) -> None:
    incoming = exported(seeds, "jsonl", tmp_path)
    first = document_ids(seeds)[0]
    keep, other = list(dict.fromkeys(m.entity for m in mentions_of(seeds, first) if m.entity))[:2]
    entities.merge(seeds, keep, [other])
    mine = dump(seeds)
    prepared = exchange.prepare(seeds, incoming)
    assert {one.id for one in prepared.differences} <= {keep}, "only what it took over differs"
    exchange.take(seeds, incoming)
    assert dump(seeds) == mine


def test_a_colleagues_export_of_the_same_articles_meets_ours(
    seeds: Session, tmp_path: Path
) -> None:
    """The same texts imported and marked twice, on two machines: other ids, the same words."""
    mine = Session.create(tmp_path / "mine.tawatur", analyst="منى", title="عندي")
    texts = [document(seeds, id_) for id_ in document_ids(seeds)]
    from tawatur_core.model import DocumentDraft

    drafts = [
        DocumentDraft(
            one.text, one.title, one.provenance, outlet=one.outlet, author=one.author, url=one.url,
            published=one.published, published_basis=one.published_basis, residue=one.residue,
        )
        for one in texts
    ]  # fmt: skip
    made = documents.add(mine, drafts)
    incoming = exported(seeds, "jsonl", tmp_path)
    prepared = exchange.prepare(mine, incoming)
    assert prepared.counts.documents == 0
    assert prepared.counts.known == len(made)
    assert not prepared.differences
    exchange.take(mine, incoming)
    assert document_ids(mine) == made
    assert whole(mine)["Claim"] == whole(seeds)["Claim"]
    again = exchange.prepare(mine, incoming)
    assert (again.writes, again.differences) == (False, ())
    mine.close()


def test_a_verdict_given_since_stays_beside_that_of_the_file(
    seeds: Session, tmp_path: Path
) -> None:
    incoming = exported(seeds, "jsonl", tmp_path)
    conflict = derived.conflicts(seeds)[0]
    verdicts.decide(seeds, conflict, Choice.BOTH_STAND, reason="بعد التصدير")
    mine = dump(seeds)
    prepared = exchange.prepare(seeds, incoming)
    assert (prepared.writes, prepared.differences) == (False, ())
    exchange.take(seeds, incoming)
    assert dump(seeds) == mine


def test_ids_of_other_records_are_not_written_over(hard: Session, tmp_path: Path) -> None:
    """A file may give a mark of one article the id of another's: it comes under a new one."""
    from dataclasses import replace

    incoming = exported(hard, "jsonl", tmp_path)
    first, second = incoming.restored.documents
    stolen = first.mentions[0]
    text = second.document.text
    moved = replace(stolen, document=second.document.id, span=stolen.span.__class__(0, 2))
    moved = replace(moved, quote=text[0:2])
    incoming.restored.documents[1] = replace(second, mentions=(moved,))
    incoming.restored.documents[0] = replace(first, mentions=first.mentions[1:])
    exchange.take(hard, incoming)
    assert stolen in mentions_of(hard, first.document.id)
    (made,) = mentions_of(hard, second.document.id)
    assert made.id != stolen.id
    assert made.quote == text[:2]


def test_the_time_of_a_claim_differs_only_when_it_was_written_otherwise(
    hard: Session, tmp_path: Path
) -> None:
    from dataclasses import replace

    incoming = exported(hard, "jsonl", tmp_path)
    first = incoming.restored.documents[0]
    other = replace(first.claims[0], made_at=datetime(2020, 1, 1, tzinfo=UTC))
    incoming.restored.documents[0] = replace(first, claims=(other, *first.claims[1:]))
    (found,) = exchange.prepare(hard, incoming).differences
    assert (found.id, found.fields) == (other.id, ("made_at",))


def test_a_verdict_was_given_on_the_projects_entities():
    links = Links()
    links.put("theirs", "ours")
    verdict = Verdict(
        VerdictId("v"), ConflictKey("k"), ConflictKind.SPEAKER, Choice.BOTH_STAND, "", "", "",
        Confidence.HIGH, ("a", "b"), ("لافروف", "كيم"), "م", datetime(2025, 7, 12, tzinfo=UTC),
        reopened=False, linked=("theirs", ""),
    )  # fmt: skip
    assert links.verdict(verdict).linked == ("ours", "")
