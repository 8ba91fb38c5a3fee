"""What the check finds when the file was changed behind the program's back."""

from __future__ import annotations

import sqlite3
from pathlib import Path

import pytest

from tawatur_core.edit import entities
from tawatur_core.errors import Cancelled
from tawatur_core.model import EntityKind
from tawatur_core.monitor import Silent, Stoppable
from tawatur_core.store.absorb import rebuild
from tawatur_core.store.check import Finding, check, check_document
from tawatur_core.store.session import Session
from tawatur_core.wording import LANGUAGES, wording
from tests.core.store.project import PLAIN, Project, dump, make

# Each change, made with SQLite alone, and what the check must say.
DAMAGES = {
    "letter in a body": (
        "UPDATE body SET text = replace(text, 'جندي', 'جندو')",
        {"check-body-changed", "check-span-moved", "check-index-stale"},
    ),
    "letter that no span quotes": (
        "UPDATE body SET text = replace(text, 'وصل', 'وصى') WHERE text LIKE '%وصل%'",
        {"check-body-changed", "check-span-moved", "check-index-stale"},
    ),
    "body gone": ("DELETE FROM body", {"check-body-missing"}),
    "span moved": (
        'UPDATE mention SET start = start + 1, "end" = "end" + 1',
        {"check-span-moved", "check-row-changed"},
    ),
    "quote": (
        "UPDATE claim_span SET quote = 'لا'",
        {"check-span-moved", "check-row-changed"},
    ),
    "suffix": ("UPDATE residue SET suffix = ''", {"check-span-moved", "check-row-changed"}),
    "slot's prefix": (
        "UPDATE slot SET prefix = 'x' WHERE start IS NOT NULL",
        {"check-span-moved", "check-row-changed"},
    ),
    "claim gone": ("DELETE FROM claim", {"check-sqlite", "check-row-missing"}),
    "slot gone": ("DELETE FROM slot WHERE name = 'when'", {"check-row-missing"}),
    "verdict changed": ("UPDATE verdict SET choice = 'one_side'", {"check-row-changed"}),
    "row from nowhere": (
        "INSERT INTO entity VALUES ('x', 'دخيل', '', 'person', '')",
        {"check-row-stray"},
    ),
    "operation gone": (
        "DELETE FROM ops WHERE field = 'note' OR field = 'reason'",
        {"check-chain-broken", "check-row-changed"},
    ),
    "operation changed": (
        "UPDATE ops SET value = 'دخيل' WHERE field = 'reason'",
        {"check-chain-broken", "check-row-changed"},
    ),
    "operation and row changed": (
        "UPDATE ops SET value = 'دخيل' WHERE field = 'reason';UPDATE verdict SET reason = 'دخيل'",
        {"check-chain-broken"},
    ),
    "operation added": (
        (
            "INSERT INTO ops SELECT 'f' || op, actor, hlc, txn, tbl, row, field, 'دخيل'"
            " FROM ops WHERE field = 'reason'"
        ),
        {"check-chain-broken", "check-row-changed"},
    ),
    "supersession gone": ("DELETE FROM sup", {"check-chain-broken"}),
    "author of a transaction": (
        "UPDATE txn SET actor = 'x' WHERE n = 3",
        {"check-chain-broken"},
    ),
    "time of a transaction": (
        "UPDATE txn SET at = '1999-01-01T00:00:00' WHERE n = 2",
        {"check-chain-broken"},
    ),
    "last transaction cut off": (
        (
            "DELETE FROM ops WHERE txn = (SELECT id FROM txn ORDER BY n DESC LIMIT 1);"
            "DELETE FROM txn WHERE n = (SELECT max(n) FROM txn)"
        ),
        {"check-chain-cut"},
    ),
    "operation without transaction": (
        "UPDATE ops SET txn = 'x' WHERE field = 'reason'",
        {"check-chain-broken", "check-op-stray"},
    ),
    "folded text": ("UPDATE folded SET title = 'x'", {"check-index-stale"}),
}


@pytest.fixture
def project(tmp_path: Path) -> Project:
    made = make(tmp_path / "a.tawatur")
    lavrov = entities.create(made.session, "زائد", EntityKind.OTHER)
    entities.describe(made.session, lavrov, note="أول")
    entities.describe(made.session, lavrov, note="ثان")
    return made


def _damage(project: Project, sql: str) -> Session:
    project.session.close()
    conn = sqlite3.connect(project.session.path)
    conn.executescript(sql)
    conn.close()
    return Session.open(project.session.path, analyst="x")


def test_a_sound_project_has_no_findings(project: Project) -> None:
    with project.session as session:
        assert check(session, Silent()) == []
        assert check_document(session, project.plain) == []
        assert check_document(session, project.odd) == []
        with session.reader()() as reader:
            assert check(reader, Silent()) == []


@pytest.mark.parametrize("name", DAMAGES)
def test_damage_is_found(project: Project, name: str) -> None:
    sql, expected = DAMAGES[name]
    with _damage(project, sql) as session:
        found = check(session, Silent())
        assert expected <= {finding.code for finding in found}
        for language in LANGUAGES:
            for finding in found:
                assert wording(language).say(finding.code, **finding.words())


def test_a_shown_document_names_the_span_that_moved(project: Project) -> None:
    with _damage(
        project, f"UPDATE mention SET start = start + 1 WHERE id = '{project.first}'"
    ) as s:
        assert check_document(s, project.plain) == [
            Finding(
                "check-span-moved", "mention", project.first, project.plain, {"quote": "لافروف"}
            )
        ]
        assert check_document(s, project.odd) == []


def test_readable_tables_are_mended_from_the_operations(project: Project) -> None:
    before = dump(project.session)
    damage = "DELETE FROM slot; UPDATE mention SET quote = ''; DELETE FROM folded"
    with _damage(project, damage) as session:
        assert dump(session) != before
        rebuild(session)
        assert dump(session) == before
        assert check(session, Silent()) == []


def test_flipped_bytes_in_the_file_are_found(project: Project) -> None:
    path = project.session.path
    project.session.close()
    raw = path.read_bytes()
    words = PLAIN[5:20].encode()
    at = raw.index(words)
    flipped = bytearray(raw)
    flipped[at + 1] ^= 1  # the second byte of a letter: still UTF-8, another letter
    path.write_bytes(flipped)
    with Session.open(path, analyst="x") as session:
        assert "check-body-changed" in {f.code for f in check(session, Silent())}


def test_the_check_can_be_stopped(project: Project) -> None:
    monitor = Stoppable()
    monitor.stop()
    with project.session as session:
        with pytest.raises(Cancelled):
            check(session, monitor)
        assert check(session, Silent()) == []
