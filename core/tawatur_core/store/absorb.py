"""The union of two stores' operations, and the readable tables made anew from them.

Stores that hold the same operations show the same tables, in whatever order they met.
"""

from __future__ import annotations

from tawatur_core.model import Changes, Label
from tawatur_core.store import open_state, search_index
from tawatur_core.store.revert import refresh
from tawatur_core.store.schema import RECORDED
from tawatur_core.store.session import Reader, Session

_NEW_TXNS = "SELECT id, actor, seq, hlc, kind, label, at, ops, hash FROM txn ORDER BY hlc, id"


def absorb(session: Session, other: Reader) -> Changes | None:
    """Take in all operations of another copy of the project; return what changed."""
    told: list[Changes] = []
    end = session.subscribe(told.append)
    try:
        with session.derive(Label("undo-absorb"), durable=True) as touched:
            conn = session.conn
            known = {id_ for (id_,) in conn.execute("SELECT id FROM txn")}
            new = [row for row in other.conn.execute(_NEW_TXNS) if row[0] not in known]
            _actors(session, other)
            conn.executemany(
                "INSERT INTO txn (id, actor, seq, hlc, kind, label, at, ops, hash)"
                " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",
                new,
            )
            rows: set[tuple[str, str]] = set()
            for txn in new:
                rows |= _operations(session, other, txn[0])
            bodies = other.conn.execute("SELECT sha256, length, text FROM body")
            conn.executemany("INSERT INTO body VALUES (?, ?, ?) ON CONFLICT DO NOTHING", bodies)
            refresh(conn, rows, touched)
            search_index.refresh(conn, touched.rows.get("document", ()))
            open_state.refresh(conn, touched.documents, touched)
            session.follow(max((txn[3] for txn in new), default=0))
    finally:
        end()
    return told[0] if told else None


def rebuild(session: Session) -> None:
    """Make the readable tables anew from the operations: the repair for a damaged row."""
    with session.derive(Label("undo-rebuild"), durable=True) as touched:
        conn = session.conn
        for table in reversed(RECORDED):
            conn.execute(f"DELETE FROM {table}")
        refresh(conn, set(conn.execute("SELECT DISTINCT tbl, row FROM ops").fetchall()), touched)
        search_index.rebuild(conn)
        open_state.refresh(conn, touched.documents, touched)


def _actors(session: Session, other: Reader) -> None:
    """Take over actors, and the heads of chains that are longer there."""
    session.conn.executemany(
        "INSERT INTO actor (id, analyst, since, txns, head) VALUES (?, ?, ?, ?, ?)"
        " ON CONFLICT (id) DO UPDATE SET txns = excluded.txns, head = excluded.head"
        " WHERE excluded.txns > actor.txns",
        other.conn.execute("SELECT id, analyst, since, txns, head FROM actor").fetchall(),
    )


def _operations(session: Session, other: Reader, txn: str) -> set[tuple[str, str]]:
    """Copy the operations of a transaction; return the rows they are about."""
    ops = other.conn.execute("SELECT * FROM ops WHERE txn = ?", [txn]).fetchall()
    session.conn.executemany("INSERT INTO ops VALUES (?, ?, ?, ?, ?, ?, ?, ?)", ops)
    sup = other.conn.execute(
        "SELECT s.base, s.op FROM sup s JOIN ops o ON o.op = s.op WHERE o.txn = ?", [txn]
    )
    session.conn.executemany("INSERT INTO sup VALUES (?, ?)", sup.fetchall())
    return {(op[4], op[5]) for op in ops}
