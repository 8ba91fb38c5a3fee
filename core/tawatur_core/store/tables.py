"""The readable tables as a function of the set of operations.

A cell's value is that of its newest head (an operation that none supersedes); a row is shown
when the newest head of its ALIVE cell says 1 and its owner is shown.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from dataclasses import dataclass, field

from tawatur_core.store.schema import ALIVE, CHILDREN, RECORDED, Value

_HEADS = """
SELECT field, op, value FROM ops WHERE row = ?
AND NOT EXISTS (SELECT 1 FROM sup WHERE base = ops.op) ORDER BY op
"""


@dataclass(slots=True)
class Touched:
    """Rows touched so far, per table, and the documents they concern."""

    rows: dict[str, set[str]] = field(default_factory=dict)
    documents: set[str] = field(default_factory=set)
    hidden: set[str] = field(default_factory=set)  # ids of rows taken out

    def add(self, table: str, row: str) -> None:
        """Note a row."""
        self.rows.setdefault(table, set()).add(row)


def columns(table: str) -> str:
    """Return the columns of a table for SQL, id first."""
    return ", ".join(["id", *(f'"{name}"' for name in RECORDED[table].columns)])


def read(conn: sqlite3.Connection, table: str, row: str) -> dict[str, Value] | None:
    """Return the shown values of a row, or None."""
    found = conn.execute(f"SELECT {columns(table)} FROM {table} WHERE id = ?", [row]).fetchone()
    if found is None:
        return None
    return dict(zip(RECORDED[table].columns, found[1:], strict=True))


def put(conn: sqlite3.Connection, table: str, row: str, values: dict[str, Value]) -> None:
    """Insert a row into a readable table."""
    marks = ", ".join("?" * (len(values) + 1))
    conn.execute(
        f"INSERT INTO {table} ({columns(table)}) VALUES ({marks})", [row, *values.values()]
    )


def cells(conn: sqlite3.Connection, table: str, row: str) -> tuple[bool, dict[str, Value]]:
    """Return whether the operations say the row is alive, and the values they give it."""
    alive = False
    values = dict(RECORDED[table].columns)
    for name, _op, value in conn.execute(_HEADS, [row]):  # ascending: the newest head wins
        if name == ALIVE:
            alive = bool(value)
        elif name in values:
            values[name] = value
    return alive, values


def document_of(conn: sqlite3.Connection, table: str, values: dict[str, Value]) -> str | None:
    """Return the document a row belongs to, if any."""
    if "document" in values:
        return str(values["document"])
    parent = RECORDED[table].parent
    if parent and parent[1] == "claim":
        found = conn.execute(
            "SELECT document FROM claim WHERE id = ?", [values[parent[0]]]
        ).fetchone()
        return str(found[0]) if found else None
    return None


def note(
    conn: sqlite3.Connection, touched: Touched, table: str, row: str, values: dict[str, Value]
) -> None:
    """Note a row and the document it concerns."""
    touched.add(table, row)
    if table == "document":
        touched.documents.add(row)
        return
    document = document_of(conn, table, values)
    if document:
        touched.documents.add(document)


def expected(conn: sqlite3.Connection, table: str, row: str) -> dict[str, Value] | None:
    """Return the values the operations give a row, None when it is not to be shown."""
    if table not in RECORDED:
        return None
    alive, values = cells(conn, table, row)
    parent = RECORDED[table].parent
    shown = alive and (parent is None or _present(conn, parent[1], values[parent[0]]))
    return values if shown else None


def materialise(conn: sqlite3.Connection, table: str, row: str, touched: Touched) -> None:
    """Make the readable row (and what belongs to it) what the operations say."""
    before = read(conn, table, row)
    after = expected(conn, table, row)
    if after is None:
        if before is not None:
            hide(conn, table, row, touched)
    elif before is None:
        reveal(conn, table, row, after, touched)
    elif before != after:
        conn.execute(f"DELETE FROM {table} WHERE id = ?", [row])
        put(conn, table, row, after)
        note(conn, touched, table, row, after)


def reveal(
    conn: sqlite3.Connection, table: str, row: str, values: dict[str, Value], touched: Touched
) -> None:
    """Put a row into the readable tables, and what the operations say belongs to it."""
    put(conn, table, row, values)
    note(conn, touched, table, row, values)
    for child, owned in _owned(conn, table, row):
        materialise(conn, child, owned, touched)


def hide(conn: sqlite3.Connection, table: str, row: str, touched: Touched) -> None:
    """Take a row and all that belongs to it out of the readable tables."""
    for child in CHILDREN[table]:
        assert child.parent
        owned = conn.execute(f"SELECT id FROM {child.name} WHERE {child.parent[0]} = ?", [row])
        for (found,) in owned.fetchall():
            hide(conn, child.name, found, touched)
    values = read(conn, table, row)
    if values is not None:
        note(conn, touched, table, row, values)
        touched.hidden.add(row)
        conn.execute(f"DELETE FROM {table} WHERE id = ?", [row])


def _present(conn: sqlite3.Connection, table: str, row: Value) -> bool:
    return conn.execute(f"SELECT 1 FROM {table} WHERE id = ?", [row]).fetchone() is not None


def _owned(conn: sqlite3.Connection, table: str, row: str) -> Iterator[tuple[str, str]]:
    """Yield the rows that ever belonged to `row`, shown or not."""
    for child in CHILDREN[table]:
        assert child.parent
        found = conn.execute(
            "SELECT DISTINCT row FROM ops WHERE value = ? AND field = ? AND tbl = ?"
            " AND field IN ('document', 'claim', 'entity')",
            [row, child.parent[0], child.name],
        )
        for (owned,) in found.fetchall():
            yield child.name, owned
