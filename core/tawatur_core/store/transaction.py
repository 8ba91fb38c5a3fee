"""The writes of one edit."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator, Mapping
from itertools import chain

from tawatur_core.errors import NoSuchRow
from tawatur_core.store import tables
from tawatur_core.store.log import Cell, Write, heads
from tawatur_core.store.schema import ALIVE, RECORDED, Value
from tawatur_core.store.tables import Touched


class Transaction:
    """Writes of one edit to RECORDED tables. Each write lands in the operation log by itself.

    The readable tables change at once, so that queries inside the edit see it; the operations
    are written at the end, one per cell that really changed.
    """

    def __init__(self, conn: sqlite3.Connection) -> None:
        self._conn = conn
        self._before: dict[Cell, Value] = {}
        self._after: dict[Cell, Value] = {}
        self._fresh: dict[str, tuple[str, dict[str, Value]]] = {}  # new rows with their values
        self._open = True
        self.doomed = False  # an edit nested in this one failed
        self.touched = Touched()

    def insert(self, table: str, row: str, values: Mapping[str, Value]) -> None:
        """Add a row. Columns not given hold their default. Raises NoSuchRow for its owner."""
        self._check(table, values)
        filled = {**RECORDED[table].columns, **values}
        parent = RECORDED[table].parent
        if parent:
            self._read(parent[1], str(filled[parent[0]]))
        tables.put(self._conn, table, row, filled)
        self._fresh[row] = (table, filled)
        tables.note(self._conn, self.touched, table, row, filled)

    def update(self, table: str, row: str, values: Mapping[str, Value]) -> None:
        """Change cells of a row. Raises NoSuchRow."""
        self._check(table, values)
        before = self._read(table, row)
        changed = {
            name: value
            for name, value in values.items()
            if value != before[name] or self._forked((table, row, name))
        }
        if not changed:
            return
        sets = ", ".join(f'"{name}" = ?' for name in changed)
        self._conn.execute(f"UPDATE {table} SET {sets} WHERE id = ?", [*changed.values(), row])
        if row in self._fresh:
            self._fresh[row][1].update(changed)
        else:
            for name, value in changed.items():
                self._set((table, row, name), before[name], value)
        tables.note(self._conn, self.touched, table, row, {**before, **changed})

    def delete(self, table: str, row: str) -> None:
        """Take a row away, and with it what belongs to it (spans and slots of a claim …).

        Raises NoSuchRow.
        """
        self._check(table, {})
        self._read(table, row)
        if row not in self._fresh:
            self._set((table, row, ALIVE), 1, 0)
        tables.hide(self._conn, table, row, self.touched)

    def put(self, table: str, row: str, values: Mapping[str, Value]) -> None:
        """Change a row, bring back one that is gone with what belonged to it, or add it.

        Raises NoSuchRow for its owner.
        """
        self._check(table, values)
        if tables.read(self._conn, table, row) is not None:
            self.update(table, row, values)
        elif not heads(self._conn, row, ALIVE):
            self.insert(table, row, values)
        else:
            self._bring_back(table, row, values)

    def _bring_back(self, table: str, row: str, values: Mapping[str, Value]) -> None:
        alive, before = tables.cells(self._conn, table, row)
        filled = {**before, **values}
        parent = RECORDED[table].parent
        if parent:
            self._read(parent[1], str(filled[parent[0]]))
        if not alive:
            self._set((table, row, ALIVE), 0, 1)
        for name, value in filled.items():
            if value != before[name]:
                self._set((table, row, name), before[name], value)
        tables.reveal(self._conn, table, row, filled, self.touched)

    def put_body(self, sha256: str, text: str) -> None:
        """Store the text of a document under its hash, once."""
        self._check("document", {})
        self._conn.execute(
            "INSERT INTO body VALUES (?, ?, ?) ON CONFLICT DO NOTHING", [sha256, len(text), text]
        )

    def finish(self) -> Iterator[Write] | None:
        """Close the transaction; return the writes that changed something, None without any."""
        self._open = False
        gone = self._fresh.keys() & self.touched.hidden  # came and went within this edit
        for row in gone:
            del self._fresh[row]
        for rows in self.touched.rows.values():
            rows.difference_update(gone)
        changed = [
            Write(cell, value)
            for cell, value in self._after.items()
            if value != self._before[cell] or self._forked(cell)
        ]
        return chain(self._new(), changed) if self._fresh or changed else None

    def _new(self) -> Iterator[Write]:
        for row, (table, values) in self._fresh.items():
            yield Write((table, row, ALIVE), 1, fresh=True)
            for name, default in RECORDED[table].columns.items():
                if values[name] != default:
                    yield Write((table, row, name), values[name], fresh=True)

    def close(self) -> None:
        """End the transaction without a result: it is being rolled back."""
        self._open = False

    def _set(self, cell: Cell, before: Value, after: Value) -> None:
        self._before.setdefault(cell, before)
        self._after[cell] = after

    def _forked(self, cell: Cell) -> bool:
        """Whether a merge left several heads: writing even the same value settles them."""
        return cell[1] not in self._fresh and len(heads(self._conn, cell[1], cell[2])) > 1

    def _check(self, table: str, values: Mapping[str, Value]) -> None:
        if not self._open:
            raise RuntimeError("the edit is over")
        unknown = values.keys() - RECORDED[table].columns.keys()
        if unknown:
            raise KeyError(f"{table} has no {sorted(unknown)}")

    def _read(self, table: str, row: str) -> dict[str, Value]:
        found = tables.read(self._conn, table, row)
        if found is None:
            raise NoSuchRow(table, row)
        return found
