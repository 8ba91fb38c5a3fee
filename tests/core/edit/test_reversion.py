"""Every command: do, undo, redo, undo, redo, each time compared row by row."""

from __future__ import annotations

import hashlib
import inspect
import pkgutil
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import UTC, date, datetime
from importlib import import_module
from pathlib import Path

import pytest

import tawatur_core.edit
from tawatur_core.edit import (
    authority,
    claims,
    clusters,
    documents,
    entities,
    intake,
    mentions,
    proposals,
    restore,
    verdicts,
)
from tawatur_core.importers.entities_listed import EntityList, ListedEntity
from tawatur_core.importers.labels import seen
from tawatur_core.importers.labels_guess import propose
from tawatur_core.model import (
    Changes,
    Choice,
    Claim,
    ClaimId,
    ClaimKind,
    ConflictKey,
    Document,
    DocumentId,
    Entity,
    EntityId,
    EntityKind,
    ExternalId,
    MentionRole,
    Origin,
    Party,
    ProposalKind,
    Slot,
    SlotId,
    SlotName,
    Span,
    Words,
)
from tawatur_core.monitor import Silent
from tawatur_core.plugins import Annotated, Incoming, Link, Mark, Marked, Restored
from tawatur_core.reconcile.alike import Alike
from tawatur_core.store import absorb
from tawatur_core.store.check import check
from tawatur_core.store.claims import claim as stored_claim
from tawatur_core.store.ids import new_id
from tawatur_core.store.schema import RECORDED
from tawatur_core.store.session import Session
from tawatur_core.wording import LANGUAGES, wording
from tests.core.store.project import ODD, PLAIN, PROVENANCE, Project, draft, dump, make, place

Command = Callable[[Project], object]


def _slot(p: Project, name: SlotName) -> SlotId:
    return stored_claim(p.session, p.claim).slots_named(name)[0].id


def _restored() -> Restored:
    text = "نص مستعاد"
    made_at = datetime(2025, 7, 13, tzinfo=UTC)
    sha256 = hashlib.sha256(text.encode()).hexdigest()
    entity = Entity(EntityId(new_id()), "تاس", "", EntityKind.ORGANISATION, ("وكالة تاس",), (), "")
    document = Document(
        id=DocumentId(new_id()),
        text=text,
        sha256=sha256,
        title="مستعاد",
        provenance=PROVENANCE,
        outlet="",
        author="",
        url="",
        published=None,
        published_basis="",
        residue=(Span(0, 2),),
        imported_at=made_at,
    )
    claim = Claim(
        id=ClaimId(new_id()),
        document=document.id,
        spans=(Span(0, 2),),
        quote="نص",
        kind=ClaimKind.STATEMENT,
        slots=(Slot(SlotId(new_id()), SlotName.WHAT, Words("نص"), None, Origin.ANALYST),),
        note="",
        origin=Origin.ANALYST,
        author="منى",
        made_at=made_at,
    )
    return Restored("", [entity], [Annotated(document, (claim,), ())], [])


def _prepared(session: Session) -> intake.Prepared:
    text = "وصل لافروف إلى موسكو."
    marks = (
        Mark("c", "", "Claim", (place(text, "وصل لافروف"),)),
        Mark("p", "", "PER", (place(text, "لافروف"),), features={"wikidata": "Q58217"}),
        Mark("m", "", "LOC", (place(text, "موسكو"),), features={"note": "عاصمة"}),
    )
    known = (Mark("k", "", "PER", (place(PLAIN, "لافروف"),), features={"wikidata": "Q1"}),)
    marked = (
        Marked(draft(text, "وارد"), marks, (Link("who", "c", "p"),)),
        Marked(draft(PLAIN, "معروف"), known),
    )
    found = Incoming("test", _restored(), marked)
    return intake.prepare(session, found, propose(seen(marked)), Silent())


def _listed(p: Project) -> authority.PreparedList:
    entries = (
        ListedEntity("كيم جونغ أون", "1", "Kim Jong-un", aliases=("كيم",), note="زعيم"),
        ListedEntity("سيرجي لافروف", "2", external_ids=(ExternalId("wikidata", "Q58217"),)),
        ListedEntity("وكالة تاس", "3", "TASS", EntityKind.ORGANISATION, ("تاس",)),
        ListedEntity("سيرغي لافروف", "4", aliases=("لاوروف",), note="وزير"),
    )
    return authority.prepare(p.session, EntityList("csv", entries), Silent())


CASES: dict[str, Command] = {
    "documents.add": lambda p: documents.add(
        p.session, [draft("نصّ جديد", "أ", (Span(0, 3),)), draft(PLAIN, "مكرر")], {1: p.plain}
    ),
    "documents.describe": lambda p: documents.describe(
        p.session, p.plain, title="عنوان آخر", outlet="تاس", published=date(2025, 7, 13)
    ),
    "documents.mark_copy": lambda p: documents.mark_copy(p.session, p.plain, p.odd),
    "documents.remove": lambda p: documents.remove(p.session, p.plain),
    "documents.mark_residue": lambda p: documents.mark_residue(p.session, p.odd, Span(0, 9)),
    "documents.unmark_residue": lambda p: documents.unmark_residue(
        p.session, p.plain, place(PLAIN, "سب")
    ),
    "claims.mark": lambda p: claims.mark(p.session, p.plain, [place(PLAIN, "إلى بيونغ")]),
    "claims.set_kind": lambda p: claims.set_kind(p.session, p.claim, ClaimKind.DIRECT_QUOTE),
    "claims.set_slot": lambda p: claims.set_slot(
        p.session, p.claim, SlotName.VIA, Party("تاس"), span=Span(1, 4)
    ),
    "claims.confirm_slot": lambda p: claims.confirm_slot(p.session, _slot(p, SlotName.WHEN)),
    "claims.remove_slot": lambda p: claims.remove_slot(p.session, _slot(p, SlotName.HOW_MANY)),
    "claims.set_note": lambda p: claims.set_note(p.session, p.claim, "راجع المصدر"),
    "claims.set_spans": lambda p: claims.set_spans(p.session, p.claim, [place(PLAIN, "10 آلاف")]),
    "claims.remove": lambda p: claims.remove(p.session, p.claim),
    "mentions.mark": lambda p: mentions.mark(p.session, p.odd, place(ODD, "كيم"), entity=p.kim),
    "mentions.mark_all": lambda p: mentions.mark_all(
        p.session, [(p.odd, place(ODD, "كيم")), (p.plain, place(PLAIN, "لافروف"))], p.kim
    ),
    "mentions.link": lambda p: mentions.link(p.session, [p.first, p.second], p.kim),
    "mentions.unlink": lambda p: mentions.unlink(p.session, [p.first, p.second]),
    "mentions.set_span": lambda p: mentions.set_span(p.session, p.first, place(PLAIN, "وصل")),
    "mentions.set_role": lambda p: mentions.set_role(p.session, p.first, MentionRole.SHORT),
    "mentions.remove": lambda p: mentions.remove(p.session, p.first),
    "entities.create": lambda p: entities.create(
        p.session, "وكالة تاس", EntityKind.ORGANISATION, aliases=["تاس", "تاس", "وكالة تاس"]
    ),
    "entities.describe": lambda p: entities.describe(
        p.session, p.lavrov, name="لافروف", kind=EntityKind.OTHER, note="وزير"
    ),
    "entities.rename": lambda p: entities.rename(p.session, p.lavrov, "لافروف"),
    "entities.add_alias": lambda p: entities.add_alias(p.session, p.lavrov, "سيرغي"),
    "entities.remove_alias": lambda p: entities.remove_alias(p.session, p.lavrov, "لافروف"),
    "entities.add_external_id": lambda p: entities.add_external_id(
        p.session, p.kim, ExternalId("wikidata", "Q56226")
    ),
    "entities.remove_external_id": lambda p: entities.remove_external_id(
        p.session, p.lavrov, ExternalId("wikidata", "Q58217")
    ),
    "entities.merge": lambda p: entities.merge(p.session, p.kim, [p.lavrov, p.lavrof]),
    "entities.split": lambda p: entities.split(p.session, p.lavrov, [p.first], "لافروف الابن"),
    "entities.remove": lambda p: entities.remove(p.session, p.lavrof),
    "restore.restore": lambda p: restore.restore(p.session, _restored()),
    "authority.take": lambda p: authority.take(p.session, _listed(p)),
    "intake.take": lambda p: intake.take(p.session, _prepared(p.session)),
    "verdicts.decide": lambda p: verdicts.decide(
        p.session, p.conflict, Choice.EDITED, value="12 ألفا", reason="تصحيح"
    ),
    "verdicts.decide_alike": lambda p: verdicts.decide_alike(
        p.session,
        p.conflict,
        [Alike(replace(p.conflict, key=ConflictKey("c2")), {p.claim: p.quote})],
        Choice.ONE_SIDE,
        chosen=p.claim,
    ),
    "clusters.accept": lambda p: clusters.accept(
        p.session, [p.lavrov, p.lavrof], name="سيرغي لافروف", apart=[p.kim], reason="شخص واحد"
    ),
    "clusters.reject": lambda p: clusters.reject(p.session, [p.lavrov, p.lavrof, p.kim]),
    "clusters.leave_out": lambda p: clusters.leave_out(p.session, p.kim, [p.lavrov, p.lavrof]),
    "clusters.defer": lambda p: clusters.defer(p.session, [p.lavrov, p.lavrof]),
    "verdicts.decide_entities": lambda p: verdicts.decide_entities(
        p.session, p.pair, Choice.SAME_ENTITY
    ),
    "verdicts.reopen": lambda p: verdicts.reopen(p.session, p.conflict.key),
    "proposals.accept": lambda p: proposals.accept(p.session, p.keys[:2]),
    "proposals.accept_document": lambda p: proposals.accept_document(
        p.session, p.plain, ProposalKind.MENTION
    ),
    "proposals.accept_all": lambda p: proposals.accept_all(p.session),
    "proposals.reject": lambda p: proposals.reject(p.session, p.keys),
}


def _commands() -> Iterator[str]:
    for module in pkgutil.iter_modules(tawatur_core.edit.__path__):
        found = import_module(f"tawatur_core.edit.{module.name}")
        for name, function in inspect.getmembers(found, inspect.isfunction):
            if function.__module__ == found.__name__ and not name.startswith("_"):
                first = next(iter(inspect.signature(function).parameters), "")
                steps = inspect.isgeneratorfunction(function)  # what a command does, in pieces
                if first == "session" and not steps:
                    yield f"{module.name}.{name}"


def test_every_command_has_a_case() -> None:
    assert set(_commands()) == set(CASES)


@pytest.mark.parametrize("name", CASES)
def test_do_undo_redo_twice(project: Project, name: str) -> None:
    session = project.session
    before, undoes = dump(session), session.undo_label
    told: list[Changes] = []
    session.subscribe(told.append)
    CASES[name](project)
    after = dump(session)
    assert after != before, "the case changes nothing"
    assert len(told) == 1, "one command, one step, one notice"
    label = session.undo_label
    assert label == told[0].label
    for _ in range(2):
        session.undo()
        assert dump(session) == before
        assert (session.undo_label, session.redo_label) == (undoes, label)
        session.redo()
        assert dump(session) == after
        assert (session.undo_label, session.redo_label) == (label, None)
    assert check(session, Silent()) == []
    derived = dump(session, derived=True)
    absorb.rebuild(session)
    assert dump(session) == after
    assert dump(session, derived=True) == derived


@pytest.mark.parametrize("name", CASES)
def test_the_notice_names_the_rows_that_differ(project: Project, name: str) -> None:
    session = project.session
    before = dump(session)
    told: list[Changes] = []
    session.subscribe(told.append)
    CASES[name](project)
    _same_rows(before, dump(session), told[-1].tables)
    for act in (session.undo, session.redo):
        before = dump(session)
        changes = act()
        assert changes is not None
        assert changes is told[-1]
        _same_rows(before, dump(session), changes.tables)


def _same_rows(before: object, after: object, told: object) -> None:
    assert isinstance(before, dict)
    assert isinstance(after, dict)
    assert isinstance(told, dict)
    differing = {
        table: {row[0] for row in set(before[table]) ^ set(after[table])} for table in before
    }
    assert {table: set(rows) for table, rows in told.items() if table in RECORDED} == {
        table: rows for table, rows in differing.items() if rows
    }


@pytest.mark.parametrize("name", CASES)
def test_undo_and_redo_survive_closing(tmp_path: Path, name: str) -> None:
    path = tmp_path / "a.tawatur"
    project = make(path)
    before = dump(project.session)
    CASES[name](project)
    after = dump(project.session)
    label = project.session.undo_label
    project.session.close()

    with Session.open(path, analyst="سمير") as session:
        assert session.undo_label == label
        session.undo()
        assert dump(session) == before
    with Session.open(path, analyst="منى") as session:
        assert session.redo_label == label
        session.redo()
        assert dump(session) == after
        assert check(session, Silent()) == []


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("name", CASES)
def test_the_label_is_worded(project: Project, name: str, language: str) -> None:
    CASES[name](project)
    label = project.session.undo_label
    assert label is not None
    assert wording(language).label(label)


def test_a_slot_without_change_leaves_no_step(project: Project) -> None:
    session = project.session
    label = session.undo_label
    claims.set_note(session, project.claim, "")
    claims.set_kind(session, project.claim, ClaimKind.INDIRECT_QUOTE)
    mentions.link(session, [project.first], project.lavrov)
    entities.add_alias(session, project.lavrov, "لافروف")
    entities.merge(session, project.lavrov, [project.lavrov])
    documents.mark_residue(session, project.plain, place(PLAIN, "السبت"))
    assert session.undo_label == label


def test_the_words_slot(project: Project) -> None:
    slot = claims.set_slot(project.session, project.claim, SlotName.WHAT, Words("القتال"))
    again = claims.set_slot(
        project.session, project.claim, SlotName.WHAT, Words("قاتلوا"), slot=slot
    )
    assert again == slot
    found = stored_claim(project.session, project.claim).slots_named(SlotName.WHAT)
    assert [one.value for one in found] == [Words("قاتلوا")]
