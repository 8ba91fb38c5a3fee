"""Which proposals are open: kept up with every edit, undo and merge of their document.

A proposal is open until it is accepted (its key stands on the row made from it), rejected, or
its words are marked otherwise: by a mention or claim that overlaps it, or as not part of the
article. Taking that back opens it again.
"""

from __future__ import annotations

import sqlite3
from bisect import bisect_left
from collections.abc import Iterable, Iterator

from tawatur_core.store.tables import Touched

Row = tuple[int, int]  # start and end of words

_SPANS = {
    "mention": 'SELECT start, "end" FROM mention WHERE document = ?',
    "claim": 'SELECT s.start, s."end" FROM claim c JOIN claim_span s ON s.claim = c.id'
    " WHERE c.document = ?",
    "residue": 'SELECT start, "end" FROM residue WHERE document = ?',
}
_DECIDED = """
SELECT proposal FROM mention WHERE document = ?1 AND proposal <> ''
UNION SELECT proposal FROM claim WHERE document = ?1 AND proposal <> ''
UNION SELECT r.key FROM rejection r JOIN proposal p ON p.key = r.key WHERE p.document = ?1
"""


def refresh(conn: sqlite3.Connection, documents: Iterable[str], touched: Touched) -> None:
    """Open and close the proposals of these documents; note those that turned."""
    for document in documents:
        turned = list(_turned(conn, document))
        conn.executemany(
            "UPDATE proposal SET open = 1 - open WHERE key = ?", [(key,) for key in turned]
        )
        for key in turned:
            touched.add("proposal", key)


def _turned(conn: sqlite3.Connection, document: str) -> Iterator[str]:
    """Yield the keys of proposals that are open and should not be, or the other way round.

    The spans are compared here, in one pass: joined in SQL, each proposal would be compared with
    every mention of the article.
    """
    rows = conn.execute(
        'SELECT key, kind, open, start, "end" FROM proposal WHERE document = ?', [document]
    ).fetchall()
    if not rows:
        return
    living = conn.execute("SELECT 1 FROM document WHERE id = ?", [document]).fetchone() is not None
    decided = {key for (key,) in conn.execute(_DECIDED, [document])}
    taken = {name: _Taken(conn.execute(sql, [document])) for name, sql in _SPANS.items()}
    for key, kind, is_open, start, end in rows:
        now = (
            living
            and key not in decided
            and not taken["residue"].touches(start, end)
            and not taken[kind].touches(start, end)
        )
        if bool(is_open) != now:
            yield key


class _Taken:
    """Words that are taken, as stretches that do not meet."""

    def __init__(self, spans: Iterable[Row]) -> None:
        self._starts: list[int] = []
        self._ends: list[int] = []
        for start, end in sorted(spans):
            if self._ends and start <= self._ends[-1]:
                self._ends[-1] = max(self._ends[-1], end)
            else:
                self._starts.append(start)
                self._ends.append(end)

    def touches(self, start: int, end: int) -> bool:
        """Whether any letter of start..end is taken."""
        before = bisect_left(self._starts, end) - 1
        return before >= 0 and self._ends[before] > start
