"""Taking a transaction back by appending inverse operations; redo takes the inverse back.

A cell goes back only while the transaction's own operation is still a head of it: what somebody
wrote over it later stays. Where a merge put another head beside it, that one is what remains.
"""

from __future__ import annotations

import sqlite3

from tawatur_core.store import tables
from tawatur_core.store.log import Log, Write, decode_label, heads
from tawatur_core.store.schema import ALIVE, RECORDED, Value
from tawatur_core.store.tables import Touched


def revert(conn: sqlite3.Connection, log: Log, txn: str, kind: str) -> tuple[str, Touched]:
    """Append the inverse of a transaction; return the inverse's id and the rows it touched."""
    stored = conn.execute("SELECT label FROM txn WHERE id = ?", [txn]).fetchone()[0]
    writes = _inverse(conn, txn)
    made = log.append(decode_label(stored), kind, writes)
    touched = Touched()
    refresh(conn, {(write.cell[0], write.cell[1]) for write in writes}, touched)
    return made, touched


def refresh(conn: sqlite3.Connection, rows: set[tuple[str, str]], touched: Touched) -> None:
    """Bring the readable tables up to the operations for these rows, owners first."""
    order = {name: n for n, name in enumerate(RECORDED)}
    for table, row in sorted(rows, key=lambda pair: (order[pair[0]], pair[1])):
        tables.materialise(conn, table, row, touched)


def _inverse(conn: sqlite3.Connection, txn: str) -> list[Write]:
    writes = []
    found = conn.execute("SELECT op, tbl, row, field FROM ops WHERE txn = ? ORDER BY op", [txn])
    for op, table, row, field in found.fetchall():
        standing = heads(conn, row, field)
        if all(head.op != op for head in standing):
            continue
        others = [head for head in standing if head.op != op]
        value = others[-1].value if others else _before(conn, op, table, field)
        writes.append(Write((table, row, field), value))
    return writes


def _before(conn: sqlite3.Connection, op: str, table: str, field: str) -> Value:
    found = conn.execute(
        "SELECT value FROM ops JOIN sup ON sup.base = ops.op WHERE sup.op = ?"
        " ORDER BY ops.op DESC LIMIT 1",
        [op],
    ).fetchone()
    if found is not None:
        value: Value = found[0]
        return value
    return 0 if field == ALIVE else RECORDED[table].columns[field]
