"""The file itself: full disks, read-only folders, older versions, files begun and not finished."""

from __future__ import annotations

import os
import sqlite3
from pathlib import Path

import pytest

from tawatur_core.edit import claims, documents, entities
from tawatur_core.errors import CannotWrite, ProjectHeld, ProjectTooOld, ReadOnly
from tawatur_core.model import Changes, DocumentDraft, EntityKind
from tawatur_core.monitor import Silent
from tawatur_core.store import connection, verdicts
from tawatur_core.store.check import check
from tawatur_core.store.documents import document, library
from tawatur_core.store.schema import SCHEMA_VERSION
from tawatur_core.store.session import Reader, Session
from tests.core.store.project import PROVENANCE, Project, dump


def test_a_full_disk_takes_the_edit_back_and_says_so(project: Project) -> None:
    session = project.session
    before, label = dump(session), session.undo_label
    told: list[Changes] = []
    session.subscribe(told.append)
    pages = session.conn.execute("PRAGMA page_count").fetchone()[0]
    session.conn.execute(f"PRAGMA max_page_count={pages}")
    big = [DocumentDraft(f"نص {n} " * 2000, "كبير", PROVENANCE) for n in range(5)]
    with pytest.raises(CannotWrite):
        documents.add(session, big)
    assert dump(session) == before
    assert session.undo_label == label
    assert told == []
    session.conn.execute("PRAGMA max_page_count=1000000")
    documents.add(session, big)
    assert len(told) == 1
    assert check(session, Silent()) == []


def test_another_program_that_writes_is_named(project: Project) -> None:
    session = project.session
    session.conn.execute("PRAGMA busy_timeout=50")
    foreign = sqlite3.connect(session.path, isolation_level=None)
    foreign.execute("BEGIN IMMEDIATE")
    with pytest.raises(ProjectHeld):
        claims.set_note(session, project.claim, "x")
    foreign.execute("ROLLBACK")
    foreign.close()
    claims.set_note(session, project.claim, "x")


def test_a_folder_that_cannot_be_written_is_read(
    project: Project, monkeypatch: pytest.MonkeyPatch
) -> None:
    before, path = dump(project.session), project.session.path
    project.session.close()
    monkeypatch.setattr(os, "access", lambda _path, mode: mode != os.W_OK)
    with Session.open(path, analyst="x") as session:
        assert session.read_only
        assert dump(session) == before
        assert [file.name for file in path.parent.iterdir()] == [path.name], "nothing beside it"
        with pytest.raises(ReadOnly):
            entities.create(session, "ا", EntityKind.PERSON)


def test_an_older_file_is_brought_up_to_date(project: Project) -> None:
    before, path = dump(project.session), project.session.path
    project.session.close()
    conn = sqlite3.connect(path)
    conn.execute("PRAGMA user_version=0")
    conn.close()
    with Session.open(path, analyst="x") as session:
        assert session.conn.execute("PRAGMA user_version").fetchone()[0] == SCHEMA_VERSION
        assert dump(session) == before


def test_a_file_of_version_1_gets_the_column_for_copies(project: Project) -> None:
    before, path = dump(project.session), project.session.path
    project.session.close()
    conn = sqlite3.connect(path)
    conn.execute("DROP INDEX document_copied_from")
    conn.execute("ALTER TABLE document DROP COLUMN copied_from")
    conn.execute("DELETE FROM _sqlite_migrations WHERE name = 'copies_of_documents'")
    conn.execute("PRAGMA user_version=1")
    conn.commit()
    conn.close()
    with Session.open(path, analyst="x") as session:
        assert dump(session) == before
        documents.mark_copy(session, project.plain, project.odd)
        assert document(session, project.plain).copied_from == project.odd


def _made_older(path: Path) -> None:
    """Turn a file back into one of version 2."""
    conn = sqlite3.connect(path)
    views = conn.execute("SELECT name, sql FROM sqlite_master WHERE type = 'view'").fetchall()
    for name, _ in views:
        conn.execute(f"DROP VIEW {name}")
    conn.execute("ALTER TABLE verdict DROP COLUMN linked")
    for _, sql in views:
        conn.execute(sql)
    conn.execute("DELETE FROM _sqlite_migrations WHERE name = 'links_of_verdicts'")
    conn.execute("PRAGMA user_version=2")
    conn.commit()
    conn.close()


def test_a_file_of_version_2_gets_the_column_for_links(project: Project) -> None:
    before, path = dump(project.session), project.session.path
    project.session.close()
    _made_older(path)
    with Session.open(path, analyst="x") as session:
        lost = [(*row[:-1], "[]") for row in before["verdict"]]
        assert dump(session) == before | {"verdict": lost}
        assert verdicts.verdicts(session)[project.conflict.key].linked == ()


def test_an_older_file_is_brought_up_to_date_to_be_read(
    project: Project, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = project.session.path
    project.session.close()
    _made_older(path)
    with monkeypatch.context() as patched:
        patched.setattr(os, "access", lambda _path, mode: mode != os.W_OK)
        with pytest.raises(ProjectTooOld):
            Session.open(path, analyst="x", read_only=True)
    with Session.open(path, analyst="x", read_only=True) as session:
        assert session.read_only
        assert library(session)


def test_a_project_that_could_not_be_made_leaves_no_file(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(conn: sqlite3.Connection) -> None:
        raise sqlite3.OperationalError("database or disk is full")

    monkeypatch.setattr(connection, "_migrate", full)
    with pytest.raises(CannotWrite):
        Session.create(tmp_path / "a.tawatur", analyst="x")
    assert list(tmp_path.iterdir()) == []


def test_names_that_sqlite_could_mistake(tmp_path: Path) -> None:
    for name in ("a?mode=memory.tawatur", "#1 50% مشروع.tawatur", "file:x.tawatur"):
        path = tmp_path / name
        with Session.create(path, analyst="x") as session:
            entities.create(session, "ا", EntityKind.PERSON)
        with Reader(path) as reader:
            assert library(reader) == []
        assert path.is_file()


def test_the_settings_of_every_connection(project: Project) -> None:
    with Reader(project.session.path) as reader:
        for one in (project.session, reader):
            pragma = {
                name: one.conn.execute(f"PRAGMA {name}").fetchone()[0]
                for name in ("foreign_keys", "recursive_triggers", "trusted_schema", "query_only")
            }
            assert pragma == {
                "foreign_keys": 1,
                "recursive_triggers": 1,
                "trusted_schema": 0,
                "query_only": 1,
            }
            assert one.conn.execute("PRAGMA busy_timeout").fetchone()[0] == 5000
    full = 2
    claims.set_note(project.session, project.claim, "x")
    assert project.session.conn.execute("PRAGMA synchronous").fetchone()[0] == full


def test_the_project_is_a_sqlite_utils_database(project: Project) -> None:
    assert project.session.db["document"].count == 2
