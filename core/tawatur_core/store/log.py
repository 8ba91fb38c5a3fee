"""The operation log: one operation per changed cell, chained by hashes per actor.

An operation supersedes all heads of its cell, so that a cell has one head again after a local
edit, whatever was merged in before.
"""

from __future__ import annotations

import hashlib
import json
import os
import sqlite3
from collections.abc import Generator, Iterable, Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from itertools import islice

from tawatur_core.model import Label
from tawatur_core.store.clock import Clock, op_id
from tawatur_core.store.schema import Value

Cell = tuple[str, str, str]  # table, row, field
_BATCH = 1000  # operations held in memory at a time
START = b""  # the head of a chain that holds nothing yet


@dataclass(frozen=True, slots=True)
class Write:
    """One cell's new value; `fresh`: the row is new, so no operation can stand before it."""

    cell: Cell
    value: Value
    fresh: bool = False


@dataclass(frozen=True, slots=True)
class Head:
    """A newest operation of a cell."""

    op: str
    value: Value


def now() -> str:
    """Return the time as stored: ISO 8601, UTC, microseconds."""
    return datetime.now(UTC).isoformat()


def encode_label(label: Label) -> str:
    """Return a label as stored."""
    return json.dumps([label.code, dict(label.args)], ensure_ascii=False)


def decode_label(stored: str) -> Label:
    """Return a label from what was stored."""
    code, args = json.loads(stored)
    return Label(code, args)


def heads(conn: sqlite3.Connection, row: str, field: str) -> list[Head]:
    """Return the heads of a cell, oldest first; the last one is shown."""
    found = conn.execute(
        "SELECT op, value FROM ops WHERE row = ? AND field = ?"
        " AND NOT EXISTS (SELECT 1 FROM sup WHERE base = ops.op) ORDER BY op",
        [row, field],
    )
    return [Head(op, value) for op, value in found]


class Log:
    """Appends transactions to the log in the name of one actor."""

    def __init__(self, conn: sqlite3.Connection, analyst: str) -> None:
        self._conn = conn
        self._analyst = analyst
        self.actor = os.urandom(8).hex()
        last = conn.execute("SELECT max(hlc) FROM txn").fetchone()[0]
        self.clock = Clock(last or 0)

    def append(self, label: Label, kind: str, writes: Iterable[Write]) -> str:
        """Write operations and their transaction; return the transaction's id."""
        steps = self.append_in_steps(label, kind, writes)
        while True:
            try:
                next(steps)
            except StopIteration as done:
                return str(done.value)

    def append_in_steps(
        self, label: Label, kind: str, writes: Iterable[Write]
    ) -> Generator[None, None, str]:
        """Do what `append` does; yields between batches."""
        conn = self._conn
        seq, head = self._chain()
        stamp = self.clock.tick()
        txn = op_id(stamp, self.actor)
        told, at = encode_label(label), now()
        digest = chain_start(head, [txn, self.actor, seq, kind, told, at])
        count = 0

        def rows() -> Iterator[tuple[Value, ...]]:
            nonlocal count
            for write in writes:
                tick = self.clock.tick()
                op = op_id(tick, self.actor)
                bases = [] if write.fresh else heads(conn, write.cell[1], write.cell[2])
                if bases:
                    conn.executemany("INSERT INTO sup VALUES (?, ?)", [(b.op, op) for b in bases])
                count += 1
                chain_add(digest, op, write.cell, write.value, [base.op for base in bases])
                yield (op, self.actor, tick, txn, *write.cell, write.value)

        made = rows()
        while batch := list(islice(made, _BATCH)):
            conn.executemany("INSERT INTO ops VALUES (?, ?, ?, ?, ?, ?, ?, ?)", batch)
            yield
        conn.execute(
            "INSERT INTO txn (id, actor, seq, hlc, kind, label, at, ops, hash)"
            " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",
            [txn, self.actor, seq, stamp, kind, told, at, count, digest.digest()],
        )
        conn.execute(
            "UPDATE actor SET txns = ?, head = ? WHERE id = ?", [seq, digest.digest(), self.actor]
        )
        return txn

    def _chain(self) -> tuple[int, bytes]:
        """Return the number of the next transaction of this actor and the hash before it."""
        found = self._conn.execute(
            "SELECT txns, head FROM actor WHERE id = ?", [self.actor]
        ).fetchone()
        if found is None:
            self._conn.execute(
                "INSERT INTO actor VALUES (?, ?, ?, 0, ?)",
                [self.actor, self._analyst, now(), START],
            )
            return 1, START
        return found[0] + 1, found[1]


def chain_start(head: bytes, particulars: list[str | int]) -> hashlib._Hash:
    """Begin the hash of a transaction (id, actor, seq, kind, label, at) from the one before it."""
    told = json.dumps(particulars, ensure_ascii=False)
    return hashlib.sha256(head + told.encode())


def chain_add(
    digest: hashlib._Hash, op: str, cell: Cell, value: Value, bases: Iterable[str]
) -> None:
    """Take one operation into the hash of its transaction."""
    digest.update(json.dumps([op, *cell, value, sorted(bases)], ensure_ascii=False).encode())
