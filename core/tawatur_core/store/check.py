"""Is everything in the file as it was written? Hashes, quotes, and tables against operations.

SQLite's own check does not see a flipped letter or a lost row; these do.
"""

from __future__ import annotations

import hashlib
import sqlite3
from collections.abc import Callable, Iterator
from contextlib import suppress
from dataclasses import dataclass, field
from typing import Any

from tawatur_core.arabic.fold import fold_text
from tawatur_core.errors import Cancelled, FileError
from tawatur_core.model import DocumentId, Span
from tawatur_core.monitor import Monitor
from tawatur_core.store import tables
from tawatur_core.store.documents import document_ids
from tawatur_core.store.log import START, chain_add, chain_start
from tawatur_core.store.schema import RECORDED
from tawatur_core.store.session import Reader
from tawatur_core.store.spans import anchored

_STEP = 200  # rows between two looks at the monitor
_SQLITE_STEP = 100_000  # SQLite's instructions between two looks

_SPANS = {
    "residue": "SELECT {} FROM residue r WHERE r.document = ?",
    "claim_span": "SELECT {} FROM claim_span r JOIN claim c ON c.id = r.claim WHERE c.document = ?",
    "slot": "SELECT {} FROM slot r JOIN claim c ON c.id = r.claim"
    " WHERE c.document = ? AND r.start IS NOT NULL",
    "mention": "SELECT {} FROM mention r WHERE r.document = ?",
}
_SPAN_COLUMNS = 'r.id, r.start, r."end", r.quote, r.prefix, r.suffix'


@dataclass(frozen=True, slots=True)
class Finding:
    """Something is not as it was written. `code` is a message id, `where` names table and row."""

    code: str
    table: str = ""
    row: str = ""
    document: DocumentId | None = None
    args: dict[str, str] = field(default_factory=dict)

    def words(self) -> dict[str, str]:
        """Return the arguments of the message."""
        return {"table": self.table, "row": self.row, **self.args}


def check_document(reader: Reader, id: DocumentId) -> list[Finding]:  # noqa: A002
    """Check one document's text against its hash and every span in it against its quote.

    Quick enough to do whenever a document is shown.
    """
    stored = reader.conn.execute(
        "SELECT d.body, b.text, b.length, f.text, f.title, d.title FROM document d"
        " LEFT JOIN body b ON b.sha256 = d.body LEFT JOIN folded f ON f.document = d.id"
        " WHERE d.id = ?",
        [id],
    ).fetchone()
    if stored is None:
        return [Finding("check-row-missing", "document", id, id)]
    sha256, text, length, folded, folded_title, title = stored
    if text is None:
        return [Finding("check-body-missing", "document", id, id)]
    found = []
    if len(text) != length or hashlib.sha256(text.encode("utf-8", "replace")).hexdigest() != sha256:
        found.append(Finding("check-body-changed", "document", id, id))
    if folded != fold_text(text) or folded_title != fold_text(title):
        found.append(Finding("check-index-stale", "document", id, id))
    for table, sql in _SPANS.items():
        for row, *span in reader.conn.execute(sql.format(_SPAN_COLUMNS), [id]):
            if not _fits(text, span):
                args = {"quote": str(span[2])}
                found.append(Finding("check-span-moved", table, row, id, args))
    return found


def check(reader: Reader, monitor: Monitor) -> list[Finding]:
    """Check the whole file. Raises Cancelled when the monitor is told to stop."""
    found: list[Finding] = []
    with reader.snapshot():
        parts: tuple[Callable[[Reader, Monitor], Iterator[Finding]], ...] = (
            _sqlite,
            _documents,
            _chains,
            _strays,
            _rows,
        )
        for part in parts:
            try:
                found.extend(part(reader, monitor))
            except (sqlite3.DatabaseError, FileError) as error:
                found.append(Finding("check-unreadable", args={"detail": str(error)}))
    return found


def _fits(text: str, span: list[Any]) -> bool:
    start, end, quote, prefix, suffix = span
    if not 0 <= start < end <= len(text):
        return False
    expected = anchored(text, Span(start, end))
    return [expected[name] for name in ("quote", "prefix", "suffix")] == [quote, prefix, suffix]


def _sqlite(reader: Reader, monitor: Monitor) -> Iterator[Finding]:
    stopped = False

    def look() -> bool:
        nonlocal stopped
        try:
            monitor.step(0, 0)
        except Cancelled:
            stopped = True
        return stopped

    conn = reader.conn
    conn.set_progress_handler(look, _SQLITE_STEP)
    try:
        rows = conn.execute("PRAGMA integrity_check").fetchall()
        rows += [(f"{row[0]} → {row[2]}",) for row in conn.execute("PRAGMA foreign_key_check")]
    except sqlite3.OperationalError:
        if stopped:
            raise Cancelled from None
        raise
    finally:
        conn.set_progress_handler(None, 0)
    for (told,) in rows:
        if told != "ok":
            yield Finding("check-sqlite", args={"detail": str(told)})


def _documents(reader: Reader, monitor: Monitor) -> Iterator[Finding]:
    ids = document_ids(reader)
    for done, id_ in enumerate(ids):
        monitor.step(done, len(ids))
        yield from check_document(reader, id_)


def _chains(reader: Reader, monitor: Monitor) -> Iterator[Finding]:
    """Work out every transaction's hash from the one before it and from its operations."""
    conn = reader.conn
    total = conn.execute("SELECT count(*) FROM txn").fetchone()[0]
    done = 0
    for actor, txns, last in conn.execute("SELECT id, txns, head FROM actor").fetchall():
        head, expected = START, 1
        for txn in conn.execute(
            "SELECT id, seq, kind, label, at, ops, hash FROM txn WHERE actor = ? ORDER BY seq",
            [actor],
        ).fetchall():
            done += 1
            monitor.step(done, total)
            id_, seq, kind, label, at, ops, stored = txn
            digest = chain_start(head, [id_, actor, seq, kind, label, at])
            if _add(conn, digest, id_) != ops or digest.digest() != stored or seq != expected:
                yield Finding("check-chain-broken", "txn", id_)
            head, expected = stored, seq + 1
        if (expected - 1, head) != (txns, last):
            yield Finding("check-chain-cut", "actor", actor)


def _add(conn: sqlite3.Connection, digest: hashlib._Hash, txn: str) -> int:
    """Take the operations of a transaction into its hash; return how many there are."""
    count = 0
    for op, table, row, name, value in conn.execute(
        "SELECT op, tbl, row, field, value FROM ops WHERE txn = ? ORDER BY op", [txn]
    ):
        bases = [base for (base,) in conn.execute("SELECT base FROM sup WHERE op = ?", [op])]
        chain_add(digest, op, (table, row, name), value, bases)
        count += 1
    return count


def _strays(reader: Reader, monitor: Monitor) -> Iterator[Finding]:
    """Find operations and readable rows that nothing accounts for."""
    conn = reader.conn
    for op, txn in conn.execute(
        "SELECT op, txn FROM ops WHERE txn NOT IN (SELECT id FROM txn) LIMIT 100"
    ):
        yield Finding("check-op-stray", "ops", op, args={"txn": txn})
    for (op,) in conn.execute(
        "SELECT DISTINCT op FROM sup WHERE op NOT IN (SELECT op FROM ops) LIMIT 100"
    ):
        yield Finding("check-op-stray", "sup", op)
    for table in RECORDED:
        monitor.step(0, 0)
        rows = conn.execute(
            f"SELECT id FROM {table} WHERE id NOT IN (SELECT row FROM ops WHERE tbl = ?)", [table]
        )
        for (row,) in rows:
            yield Finding("check-row-stray", table, row)


def _rows(reader: Reader, monitor: Monitor) -> Iterator[Finding]:
    """Compare every readable row with what the operations say."""
    conn = reader.conn
    total = conn.execute("SELECT count(*) FROM ops").fetchone()[0]
    rows = conn.execute("SELECT DISTINCT row, tbl FROM ops ORDER BY row").fetchall()
    for done, (row, table) in enumerate(rows):
        if done % _STEP == 0:
            monitor.step(done, total)
        stored = None
        with suppress(sqlite3.OperationalError):  # an operation on a table that does not exist
            stored = tables.read(conn, table, row)
        expected = tables.expected(conn, table, row)
        if expected is None and stored is not None:
            yield Finding("check-row-stray", table, row)
        elif expected is not None and stored is None:
            yield Finding("check-row-missing", table, row)
        elif expected != stored:
            yield Finding("check-row-changed", table, row)
