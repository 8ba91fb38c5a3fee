"""Copies of one project, edited apart and brought together in any order, show the same tables."""

from __future__ import annotations

import random
import shutil
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from tawatur_core.edit import claims, documents, entities, mentions, proposals, verdicts
from tawatur_core.errors import NoSuchRow
from tawatur_core.model import (
    ClaimKind,
    ConflictKey,
    EntityKind,
    Party,
    Polarity,
    SlotName,
    Span,
    Words,
)
from tawatur_core.monitor import Silent
from tawatur_core.store.absorb import absorb, rebuild
from tawatur_core.store.check import check
from tawatur_core.store.history import history
from tawatur_core.store.session import Session
from tests.core.store.project import PLAIN, draft, dump, make

HISTORIES = 40
COPIES = 3
ROUNDS = 4
EDITS = 6

Act = Callable[[Session, random.Random], object]


def _one(session: Session, rng: random.Random, table: str, key: str = "id") -> Any:
    rows = session.conn.execute(f"SELECT {key} FROM {table} ORDER BY {key}").fetchall()
    if not rows:
        raise NoSuchRow(table, "")
    return rng.choice(rows)[0]


def _span(rng: random.Random, size: int = 12) -> Span:
    start = rng.randrange(size - 1)
    return Span(start, rng.randrange(start + 1, size))


ACTS: tuple[Act, ...] = (
    lambda s, r: documents.add(s, [draft(PLAIN[: r.randrange(20, 60)], "ت", (_span(r),))]),
    lambda s, r: documents.describe(s, _one(s, r, "document"), title=f"عنوان {r.random():.3}"),
    lambda s, r: documents.remove(s, _one(s, r, "document")),
    lambda s, r: documents.mark_residue(s, _one(s, r, "document"), _span(r)),
    lambda s, r: documents.unmark_residue(s, _one(s, r, "document"), _span(r)),
    lambda s, r: claims.mark(s, _one(s, r, "document"), [_span(r)]),
    lambda s, r: claims.set_kind(s, _one(s, r, "claim"), r.choice(list(ClaimKind))),
    lambda s, r: claims.set_note(s, _one(s, r, "claim"), f"ملاحظة {r.random():.3}"),
    lambda s, r: claims.set_spans(s, _one(s, r, "claim"), [_span(r)]),
    lambda s, r: claims.set_slot(s, _one(s, r, "claim"), SlotName.WHAT, Words(f"{r.random():.3}")),
    lambda s, r: claims.set_slot(
        s, _one(s, r, "claim"), SlotName.POLARITY, r.choice(list(Polarity))
    ),
    lambda s, r: claims.set_slot(
        s, _one(s, r, "claim"), SlotName.WHO, Party("هو", _one(s, r, "entity"))
    ),
    lambda s, r: claims.remove_slot(s, _one(s, r, "slot")),
    lambda s, r: claims.remove(s, _one(s, r, "claim")),
    lambda s, r: mentions.mark(s, _one(s, r, "document"), _span(r), entity=_one(s, r, "entity")),
    lambda s, r: mentions.link(s, [_one(s, r, "mention")], _one(s, r, "entity")),
    lambda s, r: mentions.unlink(s, [_one(s, r, "mention")]),
    lambda s, r: mentions.remove(s, _one(s, r, "mention")),
    lambda s, r: entities.create(s, f"كيان {r.random():.3}", EntityKind.PERSON, aliases=["ا", "ب"]),
    lambda s, r: entities.describe(s, _one(s, r, "entity"), note=f"{r.random():.3}"),
    lambda s, r: entities.add_alias(s, _one(s, r, "entity"), f"اسم {r.random():.2}"),
    lambda s, r: entities.merge(s, _one(s, r, "entity"), [_one(s, r, "entity")]),
    lambda s, r: entities.split(s, _one(s, r, "entity"), [_one(s, r, "mention")], "آخر"),
    lambda s, r: entities.remove(s, _one(s, r, "entity")),
    lambda s, r: verdicts.reopen(s, ConflictKey("c")),
    lambda s, r: proposals.accept(s, [_one(s, r, "proposal", "key")]),
    lambda s, r: proposals.reject(s, [_one(s, r, "proposal", "key")]),
    *([lambda s, _r: s.undo()] * 6),
    *([lambda s, _r: s.redo()] * 4),
)


def _edit(session: Session, rng: random.Random) -> None:
    try:
        rng.choice(ACTS)(session, rng)
    except NoSuchRow:
        return  # the history has nothing of that kind left


def _history(folder: Path, seed: int) -> list[Session]:
    """Edit copies apart, exchanging now and then in random directions."""
    rng = random.Random(seed)
    make(folder / "0.tawatur").session.close()
    for n in range(1, COPIES):
        shutil.copy(folder / "0.tawatur", folder / f"{n}.tawatur")
    copies = [Session.open(folder / f"{n}.tawatur", analyst=f"محلل {n}") for n in range(COPIES)]
    for _ in range(ROUNDS):
        for session in copies:
            for _ in range(rng.randrange(EDITS + 1)):
                _edit(session, rng)
        for _ in range(rng.randrange(COPIES)):
            to, of = rng.sample(copies, 2)
            absorb(to, of)
    return copies


def _meet(copies: list[Session], rng: random.Random) -> None:
    """Exchange in random order until all have met."""
    pairs = [(to, of) for to in copies for of in copies if to is not of] * 2
    rng.shuffle(pairs)
    for to, of in pairs:
        absorb(to, of)


@pytest.mark.parametrize("seed", range(HISTORIES))
def test_copies_converge(tmp_path: Path, seed: int) -> None:
    copies = _history(tmp_path, seed)
    try:
        _meet(copies, random.Random(-seed))
        shown, offered = dump(copies[0]), dump(copies[0], derived=True)
        ops = copies[0].conn.execute("SELECT * FROM ops ORDER BY op").fetchall()
        for session in copies[1:]:
            assert session.conn.execute("SELECT * FROM ops ORDER BY op").fetchall() == ops
            assert dump(session) == shown
            assert dump(session, derived=True) == offered
        for session in copies:
            assert check(session, Silent()) == []
            rebuild(session)
            assert dump(session) == shown
            assert dump(session, derived=True) == offered
    finally:
        for session in copies:
            session.close()


def test_a_local_edit_settles_a_cell_with_two_heads(tmp_path: Path) -> None:
    make(tmp_path / "a.tawatur").session.close()
    shutil.copy(tmp_path / "a.tawatur", tmp_path / "b.tawatur")
    with (
        Session.open(tmp_path / "a.tawatur", analyst="ا") as a,
        Session.open(tmp_path / "b.tawatur", analyst="ب") as b,
    ):
        claim = a.conn.execute("SELECT id FROM claim ORDER BY id").fetchone()[0]
        claims.set_note(a, claim, "من الأول")
        claims.set_note(b, claim, "من الثاني")
        absorb(a, b)
        assert _heads(a, claim) == 2
        shown = a.conn.execute("SELECT note FROM claim WHERE id = ?", [claim]).fetchone()[0]
        claims.set_note(a, claim, shown)  # the analyst confirms what is shown
        assert _heads(a, claim) == 1
        absorb(b, a)
        assert dump(a) == dump(b)
        assert b.conn.execute("SELECT note FROM claim WHERE id = ?", [claim]).fetchone()[0] == shown


def test_undo_leaves_what_another_analyst_wrote_meanwhile(tmp_path: Path) -> None:
    make(tmp_path / "a.tawatur").session.close()
    shutil.copy(tmp_path / "a.tawatur", tmp_path / "b.tawatur")
    with (
        Session.open(tmp_path / "a.tawatur", analyst="ا") as a,
        Session.open(tmp_path / "b.tawatur", analyst="ب") as b,
    ):
        claim = a.conn.execute("SELECT id FROM claim ORDER BY id").fetchone()[0]
        claims.set_note(a, claim, "من الأول")
        absorb(b, a)
        claims.set_note(b, claim, "ما رآه الثاني وكتب فوقه")
        absorb(a, b)
        a.undo()
        found = a.conn.execute("SELECT note FROM claim WHERE id = ?", [claim]).fetchone()[0]
        assert found == "ما رآه الثاني وكتب فوقه"


def test_undo_leaves_the_other_value_of_a_merged_cell(tmp_path: Path) -> None:
    make(tmp_path / "a.tawatur").session.close()
    shutil.copy(tmp_path / "a.tawatur", tmp_path / "b.tawatur")
    with (
        Session.open(tmp_path / "a.tawatur", analyst="ا") as a,
        Session.open(tmp_path / "b.tawatur", analyst="ب") as b,
    ):
        claim = a.conn.execute("SELECT id FROM claim ORDER BY id").fetchone()[0]
        claims.set_note(b, claim, "من الثاني")
        claims.set_note(a, claim, "من الأول")
        absorb(a, b)
        notes = []
        for act in (a.undo, a.redo, a.undo):
            act()
            notes.append(
                a.conn.execute("SELECT note FROM claim WHERE id = ?", [claim]).fetchone()[0]
            )
            assert _heads(a, claim) == 1
        assert notes == ["من الثاني", "من الأول", "من الثاني"]


def test_a_clock_that_runs_ahead_does_not_turn_the_history_round(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    make(tmp_path / "a.tawatur").session.close()
    shutil.copy(tmp_path / "a.tawatur", tmp_path / "b.tawatur")
    with (
        Session.open(tmp_path / "a.tawatur", analyst="ا") as a,
        Session.open(tmp_path / "b.tawatur", analyst="ب") as b,
    ):
        claim = a.conn.execute("SELECT id FROM claim ORDER BY id").fetchone()[0]
        ahead = time.time_ns() + 86_400 * 10**9
        with monkeypatch.context() as patched:
            patched.setattr(time, "time_ns", lambda: ahead)
            claims.set_note(a, claim, "غدا")
        absorb(b, a)
        claims.set_note(b, claim, "اليوم، بعد أن قرأ ما كُتب غدا")
        told = [entry.value for entry in history(b, "claim", claim) if entry.field == "note"]
        assert told == ["غدا", "اليوم، بعد أن قرأ ما كُتب غدا"]


def _heads(session: Session, claim: str) -> int:
    return int(
        session.conn.execute(
            "SELECT count(*) FROM ops WHERE row = ? AND field = 'note'"
            " AND op NOT IN (SELECT base FROM sup)",
            [claim],
        ).fetchone()[0]
    )
