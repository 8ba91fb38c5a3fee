"""The audit trail: who changed what, and when."""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from tawatur_core.model import Label
from tawatur_core.store.log import decode_label
from tawatur_core.store.schema import ALIVE, CHILDREN, Value
from tawatur_core.store.session import Reader

_ENTRIES = """
SELECT o.tbl, o.row, o.field, o.value, t.label, t.kind, t.at, a.analyst
FROM ops o JOIN txn t ON t.id = o.txn JOIN actor a ON a.id = t.actor
WHERE o.row = ? AND o.tbl = ? ORDER BY o.op
"""
_OWNED = """
SELECT DISTINCT row FROM ops WHERE value = ? AND field = ? AND tbl = ?
AND field IN ('document', 'claim', 'entity')
"""


@dataclass(frozen=True, slots=True)
class Entry:
    """One changed cell. `field` 'alive' says that the row came (1) or went (0).

    `kind` is 'edit', 'undo' or 'redo'.
    """

    table: str
    row: str
    field: str
    value: Value
    label: Label
    kind: str
    at: datetime
    analyst: str

    @property
    def came(self) -> bool:
        """Whether the row came into being (again)."""
        return self.field == ALIVE and bool(self.value)


def history(reader: Reader, table: str, row: str, *, deep: bool = False) -> list[Entry]:
    """Return all changes of a row, oldest first; `deep` adds those of what belongs to it."""
    entries = [
        Entry(name, id_, field, value, decode_label(label), kind, datetime.fromisoformat(at), who)
        for name, id_, field, value, label, kind, at, who in reader.conn.execute(
            _ENTRIES, [row, table]
        )
    ]
    if deep:
        for child in CHILDREN[table]:
            assert child.parent
            owned = reader.conn.execute(_OWNED, [row, child.parent[0], child.name]).fetchall()
            for (id_,) in owned:
                entries.extend(history(reader, child.name, id_, deep=True))
        entries.sort(key=lambda entry: entry.at)
    return entries


@dataclass(frozen=True, slots=True)
class Past:
    """What became of a row that was in the project once; `undone`: its coming was taken back."""

    undone: bool


_LAST = """
SELECT o.row, o.value, t.kind FROM json_each(?) j
JOIN ops o ON o.row = j.value AND o.field = ? AND o.tbl = ? JOIN txn t ON t.id = o.txn
ORDER BY o.op
"""


def past(reader: Reader, table: str, ids: Iterable[str]) -> dict[str, Past]:
    """Return what the last edit did to the rows that ever were in a table, shown or not."""
    rows = reader.conn.execute(_LAST, [json.dumps(list(ids)), ALIVE, table])
    return {row: Past(undone=not value and kind == "undo") for row, value, kind in rows}


def owners(reader: Reader, ids: Iterable[str]) -> dict[str, str]:
    """Return the documents of the claims and mentions that ever had these ids."""
    rows = reader.conn.execute(
        "SELECT o.row, o.value FROM json_each(?) j"
        " JOIN ops o ON o.row = j.value AND o.field = 'document'"
        " WHERE o.tbl IN ('claim', 'mention') AND o.value <> '' ORDER BY o.op",
        [json.dumps(list(ids))],
    )
    return dict(rows.fetchall())


def ids(reader: Reader, table: str, wanted: Iterable[str]) -> set[str]:
    """Return which ids ever were of a row of a table."""
    return set(past(reader, table, wanted))
