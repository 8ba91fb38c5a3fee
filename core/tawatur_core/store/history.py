"""The audit trail: who changed what, and when."""

from __future__ import annotations

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
