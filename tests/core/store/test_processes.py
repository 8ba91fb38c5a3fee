"""Several processes on one file: locks that die with their process, saves that outlive it."""

from __future__ import annotations

import os
import random
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from tawatur_core.edit import entities
from tawatur_core.errors import ReadOnly
from tawatur_core.model import EntityKind
from tawatur_core.monitor import Silent
from tawatur_core.store.absorb import rebuild
from tawatur_core.store.check import check
from tawatur_core.store.session import Session
from tests.core.store.project import dump, make

ROUNDS = 20

# Marks claims for ever; says which only when the save has come back.
_WRITER = """
import sys
from pathlib import Path
from tawatur_core.edit import claims, documents
from tawatur_core.model import DocumentDraft, Party, Provenance, SlotDraft, SlotName, Span
from tawatur_core.store.session import Session

session = Session.open(Path(sys.argv[1]), analyst="الكاتب")
assert not session.read_only, session.held_by
document = session.db.execute("SELECT id FROM document").fetchone()[0]
n = 0
while True:
    n += 1
    slots = [SlotDraft(SlotName.WHO, Party("هو"), Span(0, 3))]
    made = [claims.mark(session, document, [Span(n % 20, n % 20 + 5)], slots=slots)]
    if n % 7 == 0:
        drafts = [DocumentDraft(f"{n} نص {k}", "ع", Provenance("", "", "", "")) for k in range(25)]
        made += documents.add(session, drafts)
    if n % 11 == 0:
        session.undo()
        session.redo()
    print(*made, flush=True)
"""

_HOLDER = """
import sys
from pathlib import Path
from tawatur_core.store.session import Session

session = Session.open(Path(sys.argv[1]), analyst="أخرى")
print(session.read_only, session.held_by, flush=True)
sys.stdin.read()
session.close()
"""


def _start(script: str, path: Path) -> subprocess.Popen[str]:
    return subprocess.Popen(
        [sys.executable, "-c", script, str(path)],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    )


def test_nothing_acknowledged_is_lost(tmp_path: Path) -> None:
    path = tmp_path / "a.tawatur"
    make(path).session.close()
    rng = random.Random(7)
    acknowledged: set[str] = set()
    for _ in range(ROUNDS):
        writer = _start(_WRITER, path)
        assert writer.stdout
        for _ in range(rng.randrange(1, 30)):
            acknowledged.update(writer.stdout.readline().split())
        writer.send_signal(signal.SIGKILL)
        acknowledged.update(_whole_lines(writer.stdout.read()))
        writer.wait()
        with Session.open(path, analyst="بعد") as session:
            assert not session.read_only
            rows = session.db.execute("SELECT id FROM claim UNION ALL SELECT id FROM document")
            assert acknowledged <= {row for (row,) in rows}
            assert check(session, Silent()) == []
    with Session.open(path, analyst="بعد") as session:
        before = dump(session)
        rebuild(session)
        assert dump(session) == before
        assert session.undo() is not None
        assert session.redo() is not None
        assert dump(session) == before


def _whole_lines(text: str) -> list[str]:
    """Return the ids of complete lines: what was cut off was not acknowledged."""
    return text[: text.rfind("\n") + 1].split()


def test_another_process_reads_only_and_says_who_writes(tmp_path: Path) -> None:
    path = tmp_path / "a.tawatur"
    with Session.create(path, analyst="منى"):
        second = _start(_HOLDER, path)
        told, _ = second.communicate()
        read_only, who = told.strip().split(" ", maxsplit=1)
        assert read_only == "True"
        assert f", {os.getpid()}, " in who


def test_a_killed_holder_gives_the_project_free(tmp_path: Path) -> None:
    path = tmp_path / "a.tawatur"
    Session.create(path, analyst="منى").close()
    holder = _start(_HOLDER, path)
    assert holder.stdout
    assert holder.stdout.readline().startswith("False")
    with Session.open(path, analyst="منى") as session:
        assert session.read_only
        assert f", {holder.pid}, " in session.held_by
        with pytest.raises(ReadOnly):
            entities.create(session, "ا", EntityKind.PERSON)
    holder.send_signal(signal.SIGKILL)
    holder.wait()
    holder.stdout.close()
    with Session.open(path, analyst="منى") as session:
        assert not session.read_only
        entities.create(session, "ا", EntityKind.PERSON)
    assert [file.name for file in tmp_path.iterdir()] == [path.name]
