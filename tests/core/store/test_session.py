"""Edits, undo and redo, notices, and what a session refuses."""

from __future__ import annotations

import os
import shutil
import sqlite3
from collections.abc import Callable, Iterator
from contextlib import suppress
from pathlib import Path
from uuid import RFC_4122, UUID

import pytest

from tawatur_core.edit import claims, documents, entities, mentions
from tawatur_core.errors import (
    CannotRead,
    CannotWrite,
    NoSuchRow,
    NotAProject,
    ProjectDamaged,
    ProjectExists,
    ProjectTooNew,
    ReadOnly,
)
from tawatur_core.importers import sample
from tawatur_core.model import Changes, EntityKind, Label, MentionId
from tawatur_core.store import documents as document_store
from tawatur_core.store.entities import entities as stored
from tawatur_core.store.ids import new_id, new_ids
from tawatur_core.store.schema import APPLICATION_ID, SCHEMA_VERSION
from tawatur_core.store.session import Reader, Session
from tests.core.store.project import dump, make

PERSON = EntityKind.PERSON
LABEL = Label("undo-x")


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "مشروع 1.tawatur"


@pytest.fixture
def session(path: Path) -> Iterator[Session]:
    made = Session.create(path, analyst="منى", title="تجربة")
    yield made
    made.close()


def names(reader: Reader) -> list[str]:
    return [row.entity.name for row in stored(reader)]


def test_a_new_project_is_marked_as_ours(session: Session) -> None:
    assert session.title == "تجربة"
    assert not session.read_only
    assert session.held_by == ""
    assert session.undo_label is None
    assert session.redo_label is None
    assert session.undo() is None
    assert session.redo() is None
    pragma = {
        name: session.db.execute(f"PRAGMA {name}").fetchone()[0]
        for name in ("application_id", "user_version", "journal_mode", "foreign_keys")
    }
    assert pragma == {
        "application_id": APPLICATION_ID,
        "user_version": SCHEMA_VERSION,
        "journal_mode": "wal",
        "foreign_keys": 1,
    }


def test_create_refuses_what_is_there(session: Session, path: Path) -> None:
    with pytest.raises(ProjectExists):
        Session.create(path, analyst="x")
    assert session.title == "تجربة"
    session.close()
    with pytest.raises(ProjectExists):
        Session.create(path, analyst="x")


def test_create_needs_a_folder(tmp_path: Path) -> None:
    with pytest.raises(CannotWrite):
        Session.create(tmp_path / "no" / "a.tawatur", analyst="x")


def test_open_names_what_is_wrong(tmp_path: Path, path: Path) -> None:
    with pytest.raises(CannotRead):
        Session.open(path, analyst="x")
    text = tmp_path / "text.tawatur"
    text.write_text("ليس مشروعا " * 200, encoding="utf-8")
    with pytest.raises(NotAProject):
        Session.open(text, analyst="x")
    foreign = tmp_path / "foreign.tawatur"
    with sqlite3.connect(foreign) as conn:
        conn.execute("CREATE TABLE x (y)")
    conn.close()
    with pytest.raises(NotAProject):
        Session.open(foreign, analyst="x")
    assert not list(tmp_path.glob("*.lock"))


def test_open_refuses_a_newer_project(path: Path) -> None:
    Session.create(path, analyst="x").close()
    with sqlite3.connect(path) as conn:
        conn.execute(f"PRAGMA user_version={SCHEMA_VERSION + 1}")
    conn.close()
    with pytest.raises(ProjectTooNew):
        Session.open(path, analyst="x")
    with pytest.raises(ProjectTooNew):
        Reader(path)


def test_open_names_a_damaged_file(path: Path) -> None:
    project = make(path)
    project.session.close()
    damaged = bytearray(path.read_bytes())
    damaged[4096:] = os.urandom(len(damaged) - 4096)
    path.write_bytes(damaged)
    with pytest.raises(ProjectDamaged):
        Session.open(path, analyst="x")


def test_closing_leaves_one_file(session: Session, path: Path) -> None:
    entities.create(session, "ا", PERSON)
    session.close()
    assert [file.name for file in path.parent.iterdir()] == [path.name]


def test_nested_edits_are_one_step_and_one_notice(session: Session) -> None:
    told: list[Changes] = []
    session.subscribe(told.append)
    with session.edit(LABEL):
        first = entities.create(session, "ا", PERSON)
        second = entities.create(session, "ب", PERSON)
        assert told == []
    assert [notice.label for notice in told] == [LABEL]
    assert told[0].tables == {"entity": frozenset({first, second})}
    assert session.undo_label == LABEL
    session.undo()
    assert names(session) == []


def _fail(session: Session, *, nested: bool) -> None:
    with session.edit(LABEL) as txn:
        entities.create(session, "ا", PERSON)
        if nested:
            mentions.unlink(session, [MentionId(new_id())])
        else:
            txn.delete("entity", new_id())


def _swallow(session: Session) -> None:
    with session.edit(LABEL):
        entities.create(session, "ا", PERSON)
        with suppress(NoSuchRow):
            mentions.unlink(session, [MentionId(new_id())])


@pytest.mark.parametrize("nested", [False, True])
def test_a_failure_takes_everything_back(session: Session, nested: bool) -> None:
    entities.create(session, "قبل", PERSON)
    before = dump(session)
    revision, label = session.revision, session.undo_label
    told: list[Changes] = []
    session.subscribe(told.append)
    with pytest.raises(NoSuchRow):
        _fail(session, nested=nested)
    assert dump(session) == before
    assert (session.revision, session.undo_label) == (revision, label)
    assert told == []
    entities.create(session, "بعد", PERSON)
    assert names(session) == ["بعد", "قبل"]
    assert len(told) == 1


def test_a_failure_inside_cannot_be_swallowed(session: Session) -> None:
    with pytest.raises(RuntimeError):
        _swallow(session)
    assert names(session) == []


def test_an_edit_that_changes_nothing_leaves_no_trace(session: Session) -> None:
    made = entities.create(session, "ا", PERSON)
    session.undo()
    revision, redo = session.revision, session.redo_label
    told: list[Changes] = []
    session.subscribe(told.append)
    with session.edit(LABEL):
        pass
    with session.edit(LABEL) as txn:
        row = new_id()
        txn.insert("entity", row, {"name": "عابر", "kind": "person"})
        txn.insert("alias", new_id(), {"entity": row, "text": "عابرة"})
        txn.delete("entity", row)
    assert (session.revision, session.redo_label) == (revision, redo)
    assert told == []
    session.redo()
    with session.edit(LABEL) as txn:
        txn.update("entity", made, {"name": "ب"})
        txn.update("entity", made, {"name": "ا"})
    assert session.undo_label != LABEL


def test_a_new_edit_clears_redo(session: Session) -> None:
    entities.create(session, "ا", PERSON)
    entities.create(session, "ب", PERSON)
    session.undo()
    session.undo()
    assert session.redo_label is not None
    entities.create(session, "ج", PERSON)
    assert session.redo_label is None
    assert session.redo() is None
    session.undo()
    assert session.undo_label is None


def test_steps_go_back_and_forth_in_order(session: Session) -> None:
    states = [dump(session)]
    for n in range(5):
        entities.create(session, f"{n}", PERSON)
        states.append(dump(session))
    for state in reversed(states[:-1]):
        session.undo()
        assert dump(session) == state
    for state in states[1:]:
        session.redo()
        assert dump(session) == state


def test_a_label_comes_back_as_it_was(session: Session, path: Path) -> None:
    label = Label("undo-mention-link", {"count": 3, "name": 'كيم "الثالث" \u2067\\ é'})
    with session.edit(label) as txn:
        txn.insert("entity", new_id(), {"name": "ا"})
    assert session.undo_label == label
    session.close()
    with Session.open(path, analyst="x") as again:
        assert again.undo_label == label


def test_listeners_end_and_may_edit(session: Session) -> None:
    told: list[str] = []

    def first(changes: Changes) -> None:
        told.append(f"first {changes.label.code}")
        if changes.label == LABEL:
            entities.create(session, "من المستمع", PERSON)

    end = session.subscribe(first)
    session.subscribe(lambda changes: told.append(f"second {changes.label.code}"))
    with session.edit(LABEL) as txn:
        txn.insert("entity", new_id(), {"name": "ا"})
    assert told == [
        "first undo-x",
        "second undo-x",
        "first undo-entity-create",
        "second undo-entity-create",
    ]
    end()
    end()
    told.clear()
    session.undo()
    assert told == ["second undo-entity-create"]


def test_nothing_is_written_outside_an_edit(session: Session) -> None:
    entities.create(session, "ا", PERSON)
    before = dump(session)
    for sql in ("DELETE FROM entity", "UPDATE entity SET name = 'ب'", "DELETE FROM ops"):
        with pytest.raises(sqlite3.OperationalError, match="readonly"):
            session.db.execute(sql)
        with session.reader()() as reader, pytest.raises(sqlite3.OperationalError):
            reader.db.execute(sql)
    with session.edit(LABEL) as txn:
        pass
    writes: tuple[Callable[[], None], ...] = (
        lambda: txn.insert("entity", new_id(), {"name": "ب"}),
        lambda: txn.update("entity", "", {"name": "ب"}),
        lambda: txn.delete("entity", ""),
        lambda: txn.put_body("", ""),
    )
    for write in writes:
        with pytest.raises(RuntimeError):
            write()
    assert dump(session) == before


def test_a_transaction_names_what_is_missing(session: Session) -> None:
    with session.edit(LABEL) as txn:
        with pytest.raises(NoSuchRow):
            txn.update("entity", new_id(), {"name": "ا"})
        with pytest.raises(NoSuchRow):
            txn.insert("alias", new_id(), {"entity": new_id(), "text": "ا"})
        with pytest.raises(KeyError):
            txn.insert("entity", new_id(), {"colour": "ا"})
        with pytest.raises(KeyError):
            txn.insert("ops", new_id(), {})


def test_the_wrong_moment_is_our_mistake(session: Session) -> None:
    with session.edit(LABEL):
        for act in (session.undo, session.redo, session.close):
            with pytest.raises(RuntimeError):
                act()
        with pytest.raises(RuntimeError), session.derive(LABEL):
            pass


def test_derived_writes_join_and_tell_once(session: Session) -> None:
    told: list[Changes] = []
    session.subscribe(told.append)
    with session.derive(LABEL) as outer:
        for key in ("a", "b"):
            with session.derive(Label("undo-y")) as inner:
                inner.add("proposal", key)
                assert inner is outer
        for act in (session.undo, session.redo, session.close):
            with pytest.raises(RuntimeError):
                act()
        with pytest.raises(RuntimeError):
            entities.create(session, "ا", PERSON)
    assert [(one.label, one.tables) for one in told] == [(LABEL, {"proposal": frozenset("ab")})]
    with pytest.raises(ZeroDivisionError):
        _broken(session)
    assert len(told) == 1
    entities.create(session, "ا", PERSON)
    assert len(told) == 2
    assert session.undo_label is not None
    assert session.undo_label.code == "undo-entity-create"


def _broken(session: Session) -> None:
    with session.derive(LABEL) as touched:
        touched.add("proposal", "c")
        raise ZeroDivisionError


def test_the_revision_grows_with_every_transaction(session: Session) -> None:
    seen = [session.revision]
    entities.create(session, "ا", PERSON)
    seen.append(session.revision)
    session.undo()
    seen.append(session.revision)
    session.redo()
    seen.append(session.revision)
    assert seen == sorted(set(seen))


def test_the_state_tells_whether_anything_was_written(session: Session) -> None:
    elsewhere = Reader(session.path)
    for one in (session, elsewhere):
        before = one.state
        names(one)
        assert one.state == before
    seen = session.state, elsewhere.state
    with session.derive(LABEL):
        session.conn.execute("INSERT INTO meta VALUES ('x', 'y')")
    assert session.state != seen[0]
    assert elsewhere.state != seen[1]
    elsewhere.close()


def test_a_reader_of_another_thread_sees_what_is_saved(session: Session) -> None:
    with session.reader()() as reader:
        assert names(reader) == []
        entities.create(session, "ا", PERSON)
        assert names(reader) == ["ا"]
        with reader.snapshot():
            assert names(reader) == ["ا"]
            entities.create(session, "ب", PERSON)
            assert names(reader) == ["ا"]
        assert names(reader) == ["ا", "ب"]


def test_a_second_session_reads_only(session: Session, path: Path) -> None:
    entities.create(session, "ا", PERSON)
    with Session.open(path, analyst="سمير") as second:
        assert second.read_only
        assert str(os.getpid()) in second.held_by
        assert names(second) == ["ا"]
        for act in (
            lambda: entities.create(second, "ب", PERSON),
            second.undo,
            second.redo,
            lambda: second.derive(LABEL).__enter__(),
        ):
            with pytest.raises(ReadOnly):
                act()
        entities.create(session, "ج", PERSON)
        assert names(second) == ["ا", "ج"]
    session.close()
    with Session.open(path, analyst="سمير") as third:
        assert not third.read_only


def test_asked_to_read_only(session: Session, path: Path) -> None:
    session.close()
    with Session.open(path, analyst="x", read_only=True) as first:
        assert first.read_only
        assert first.held_by == ""
        with Session.open(path, analyst="x") as second:
            assert not second.read_only


def test_a_copy_goes_on_under_another_actor(path: Path) -> None:
    make(path).session.close()
    copy = path.with_name("copy.tawatur")
    shutil.copy(path, copy)
    for one in (path, copy):
        with Session.open(one, analyst="منى") as session:
            claims.set_note(session, session.db.execute("SELECT id FROM claim").fetchone()[0], "x")
    actors = []
    for one in (path, copy):
        with Reader(one) as reader:
            actors.append({row[0] for row in reader.db.execute("SELECT id FROM actor")})
    assert len(actors[0] & actors[1]) == 1
    assert len(actors[0] | actors[1]) == 3


def _three(session: Session) -> Iterator[None]:
    for name in ("لافروف", "كيم", "بوتين"):
        entities.create(session, name, PERSON)
        yield


def test_an_edit_in_steps_is_one_step_and_one_notice(session: Session, path: Path) -> None:
    heard: list[Changes] = []
    session.subscribe(heard.append)
    steps = session.edit_in_steps(LABEL, _three(session))
    next(steps)
    assert session.busy
    with Reader(path) as other:
        assert names(other) == []  # nobody sees half of it
    assert len(list(steps)) > 1
    assert not session.busy
    assert len(names(session)) == 3
    assert [changes.label for changes in heard] == [LABEL]
    after = dump(session)
    for _ in range(2):
        session.undo()
        assert names(session) == []
        session.redo()
        assert dump(session) == after


def test_an_edit_in_steps_that_is_closed_leaves_nothing(session: Session) -> None:
    before = dump(session)
    steps = session.edit_in_steps(LABEL, _three(session))
    next(steps)
    next(steps)
    steps.close()
    assert dump(session) == before
    assert session.undo_label is None
    assert not session.busy
    entities.create(session, "كيم", PERSON)
    assert names(session) == ["كيم"]


def test_an_edit_in_steps_that_fails_leaves_nothing(session: Session) -> None:
    def failing() -> Iterator[None]:
        entities.create(session, "كيم", PERSON)
        yield
        raise NoSuchRow("entity", "x")

    before = dump(session)
    with pytest.raises(NoSuchRow):
        list(session.edit_in_steps(LABEL, failing()))
    assert dump(session) == before
    with session.edit(LABEL), pytest.raises(RuntimeError):
        next(session.edit_in_steps(LABEL, _three(session)))


def test_articles_of_an_edit_in_steps_are_found(session: Session) -> None:
    def adding() -> Iterator[None]:
        for draft in sample.drafts():
            documents.add(session, [draft])
            yield

    list(session.edit_in_steps(LABEL, adding()))
    assert len(document_store.search(session, "لافروف")) > 1


def test_ids_sort_as_they_were_made() -> None:
    made = [new_ids(1)[0] for _ in range(2000)]  # many within one millisecond
    assert made == sorted(set(made))
    assert {(UUID(one).version, UUID(one).variant) for one in made} == {(7, RFC_4122)}
