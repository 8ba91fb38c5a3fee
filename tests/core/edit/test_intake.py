"""Imports of other tools' annotations brought into a project."""

from __future__ import annotations

import hashlib
from datetime import UTC, datetime

from tawatur_core import exchange
from tawatur_core.edit import entities as entity_edits, intake
from tawatur_core.importers.labels import LabelMapping
from tawatur_core.model import (
    ClaimKind,
    DocumentDraft,
    EntityId,
    EntityKind,
    ExternalId,
    Party,
    SlotName,
    Span,
)
from tawatur_core.monitor import Silent
from tawatur_core.plugins import Incoming, Link, Mark, Marked
from tawatur_core.store.claims import claims_of
from tawatur_core.store.documents import document, document_ids
from tawatur_core.store.entities import entities, entity
from tawatur_core.store.mentions import mention, mentions_of
from tests.core.store.project import PLAIN, PROVENANCE, Project, dump, place

NEW = "التقى سيرغي لافروف بنظيره. وقال لافروف إن كيم جونغ أون في بيونغ يانغ، ثم غادر لافروف."


def draft(text: str) -> DocumentDraft:
    return DocumentDraft(text, "وارد", PROVENANCE)


def mark(id_: str, label: str, text: str, words: str, nth: int = 0, **features: str) -> Mark:
    return Mark(id_, "", label, (place(text, words, nth),), words, features)


def incoming(*marked: Marked) -> Incoming:
    return Incoming("test", marked=marked)


def person(project: Project, name: str) -> EntityId:
    return next(row.entity.id for row in entities(project.session) if row.entity.name == name)


def test_a_new_article_comes_with_claims_mentions_and_entities(project: Project) -> None:
    session = project.session
    said = "كيم جونغ أون في بيونغ يانغ"
    marks = (
        Mark("c", "", "Claim", (place(NEW, said),), said, {}, "رنا", datetime(2025, 7, 1)),  # noqa: DTZ001
        mark("p", "PER", NEW, "كيم جونغ أون"),
        mark("l", "LOC", NEW, "بيونغ يانغ"),
    )
    taken = exchange.take(session, incoming(Marked(draft(NEW), marks, (Link("who", "c", "p"),))))
    assert taken.findings == ()
    counts = taken.counts
    assert (counts.documents, counts.claims, counts.mentions, counts.slots) == (1, 1, 2, 1)
    made = document_ids(session)[-1]
    assert document(session, made).text == NEW
    (claim,) = claims_of(session, made)
    assert (claim.author, claim.made_at) == ("رنا", datetime(2025, 7, 1, tzinfo=UTC))
    found = {one.quote: one for one in mentions_of(session, made)}
    assert {one.author for one in found.values()} == {session.analyst}
    kim = found["كيم جونغ أون"].entity
    assert claim.slots_named(SlotName.WHO)[0].value == Party("كيم جونغ أون", kim)


def test_an_article_that_is_there_gets_the_marks(project: Project) -> None:
    session = project.session
    before = document_ids(session)
    one = Marked(
        draft(PLAIN),
        (mark("a", "LOC", PLAIN, "بيونغ يانغ"), mark("c", "Claim", PLAIN, "وصل لافروف")),
    )
    first = exchange.take(session, incoming(one))
    assert document_ids(session) == before
    assert (first.counts.documents, first.counts.known) == (0, 1)
    assert "بيونغ يانغ" in [found.quote for found in mentions_of(session, project.plain)]
    after = dump(session)
    again = exchange.take(session, incoming(one))
    assert dump(session) == after, "the same marks are not added twice"
    assert (again.counts.repeated, again.counts.claims, again.counts.mentions) == (2, 0, 0)


def test_annotators_of_one_text_meet_in_one_article(project: Project) -> None:
    session = project.session
    files = [
        Marked(draft(NEW), (
            Mark("c", "", "Claim", (place(NEW, "ثم غادر لافروف"),), author=author),
            mark("p", "PER", NEW, "لافروف", 2),
            mark("q", "PER", NEW, "لافروف", 1),
        ), (Link("speaker", "c", "p"),))
        for author in ("أ", "ب")
    ]  # fmt: skip
    counts = exchange.take(session, incoming(*files)).counts
    assert (counts.documents, counts.claims, counts.mentions, counts.repeated) == (1, 2, 2, 2)
    made = claims_of(session, document_ids(session)[-1])
    assert [claim.author for claim in made] == ["أ", "ب"]
    linked = {claim.slots[0].value for claim in made}
    assert linked == {Party("لافروف", mentions_of(session, made[0].document)[0].entity)}


def test_names_find_the_entities_of_the_project(project: Project) -> None:
    session = project.session
    entity_edits.merge(session, project.lavrov, [project.lavrof])
    marks = (
        mark("1", "PER", NEW, "سيرغي لافروف", identifier="Q999"),
        mark("2", "PER", NEW, "لافروف", 1),
        mark("3", "PER", NEW, "كيم جونغ أون", wikidata="Q56226"),
        mark("4", "LOC", NEW, "بيونغ يانغ", note="عاصمة"),
    )
    before = len(entities(session))
    taken = exchange.take(session, incoming(Marked(draft(NEW), marks)))
    found = {one.quote: one.entity for one in mentions_of(session, document_ids(session)[-1])}
    assert found["سيرغي لافروف"] != project.lavrov, "another identifier is another person"
    assert entity(session, EntityId(str(found["سيرغي لافروف"]))).external_ids == (
        ExternalId("wikidata", "Q999"),
    )
    assert len(entities(session)) == before + taken.counts.entities
    assert entity(session, EntityId(str(found["بيونغ يانغ"]))).note == "عاصمة"


def test_spellings_by_ear_are_one_entity_and_ids_are_learnt(project: Project) -> None:
    session = project.session
    place_ = entity_edits.create(session, "بيونج يانج", EntityKind.PLACE)
    marks = (mark("4", "LOC", NEW, "بيونغ يانغ", wikidata="Q18808", comment="عاصمة"),)
    taken = exchange.take(session, incoming(Marked(draft(NEW), marks)))
    assert (taken.counts.entities, taken.counts.linked) == (0, 1)
    kept = entity(session, place_)
    assert (kept.external_ids, kept.note) == ((ExternalId("wikidata", "Q18808"),), "عاصمة")


def test_an_unlinked_mention_is_linked_not_doubled(project: Project) -> None:
    session = project.session
    standing = next(m for m in mentions_of(session, project.plain) if m.id == project.first)
    entity_edits.remove(session, project.lavrov)
    assert mention(session, project.first).entity is None
    counted = len(mentions_of(session, project.plain))
    made = Mark("1", "", "PER", (standing.span,), standing.quote, {"name": "نيكولاي غوغول"})
    exchange.take(session, incoming(Marked(draft(PLAIN), (made,))))
    assert len(mentions_of(session, project.plain)) == counted
    linked = mention(session, project.first).entity
    assert entity(session, EntityId(str(linked))).name == "نيكولاي غوغول"


def test_marks_that_are_one_by_a_relation_share_their_entity(project: Project) -> None:
    session = project.session
    marks = (
        mark("1", "PER", NEW, "سيرغي لافروف", name="سيرغي فيكتوروفيتش"),
        mark("2", "PER", NEW, "بنظيره", name="النظير الألماني"),
        mark("3", "PER", NEW, "غادر", name="النظير الفرنسي"),
    )
    exchange.take(session, incoming(Marked(draft(NEW), marks, (Link("coref", "1", "2"),))))
    first, second, third = mentions_of(session, document_ids(session)[-1])
    assert first.entity == second.entity != third.entity


def test_a_name_that_is_not_sure_stays_apart_and_is_listed(project: Project) -> None:
    session = project.session
    entity_edits.create(session, "محمد بن علي", EntityKind.PERSON)
    entity_edits.create(session, "محمد علي", EntityKind.PERSON)
    text = "قال محمد عالي."
    marks = (mark("1", "PER", text, "محمد عالي"),)
    taken = exchange.take(session, incoming(Marked(draft(text), marks)))
    assert [found.code for found in taken.findings] == ["finding-entity-look"]
    assert (taken.counts.to_look_at, taken.counts.entities) == (1, 1)


def test_spans_are_widened_to_whole_letters(project: Project) -> None:
    text = "قَالَ كِيمْ"
    marks = (Mark("1", "", "PER", (Span(6, 10),), "كِيم"),)
    exchange.take(project.session, incoming(Marked(draft(text), marks)))
    (found,) = mentions_of(project.session, document_ids(project.session)[-1])
    assert found.quote == "كِيمْ"


def test_nothing_is_written_by_preparing_and_all_is_one_step(project: Project) -> None:
    session = project.session
    before, label = dump(session), session.undo_label
    marked = Marked(draft(NEW), (mark("1", "PER", NEW, "كيم جونغ أون"),))
    prepared = exchange.prepare(session, incoming(marked))
    assert (dump(session), session.undo_label) == (before, label)
    taken = exchange.take(session, incoming(marked), prepared=prepared)
    assert taken.counts == prepared.counts
    session.undo()
    assert dump(session) == before
    again = exchange.take(session, incoming(marked), prepared=prepared)  # the project moved on
    assert again.counts == prepared.counts


def test_kinds_of_claims_follow_the_labels(project: Project) -> None:
    session = project.session
    marks = (
        mark("1", "direct_quote", NEW, "ثم غادر"),
        mark("2", "indirect quote", NEW, "كيم جونغ أون"),
    )
    exchange.take(session, incoming(Marked(draft(NEW), marks)))
    made = claims_of(session, document_ids(session)[-1])
    assert [claim.kind for claim in made] == [ClaimKind.INDIRECT_QUOTE, ClaimKind.DIRECT_QUOTE]


def test_what_is_prepared_is_hashed_as_the_store_does(project: Project) -> None:
    prepared = intake.prepare(
        project.session, incoming(Marked(draft(NEW))), LabelMapping(), Silent()
    )
    (annotated,) = prepared.restored.documents
    assert annotated.document.sha256 == hashlib.sha256(NEW.encode()).hexdigest()
