"""The full-text index over folded titles and texts: derived, kept up with every edit."""

from __future__ import annotations

import hashlib
import sqlite3
from collections.abc import Iterable

from tawatur_core.arabic.fold import fold_text

_VERSION = "search index"
# Every block that a fold may change: when the rules change, so does the fold of this.
_PROBE = "".join(
    chr(c)
    for low, high in ((0x21, 0x17F), (0x600, 0x6FF), (0x8A0, 0x8FF), (0xFB50, 0xFEFC))
    for c in range(low, high + 1)
)


def version() -> str:
    """Return what tells one set of folding rules from another."""
    return hashlib.sha256(fold_text(_PROBE).encode("utf-8", "surrogatepass")).hexdigest()[:16]


def stale(conn: sqlite3.Connection) -> bool:
    """Whether the index was made by other folding rules than today's."""
    found = conn.execute("SELECT value FROM meta WHERE key = ?", [_VERSION]).fetchone()
    return found is not None and found[0] != version()


def rebuild(conn: sqlite3.Connection) -> None:
    """Make the index anew from the shown documents."""
    conn.execute("DELETE FROM folded")
    conn.execute("INSERT INTO folded_fts (folded_fts) VALUES ('delete-all')")
    _add(conn, [row for (row,) in conn.execute("SELECT id FROM document ORDER BY id")])


def refresh(conn: sqlite3.Connection, documents: Iterable[str]) -> None:
    """Bring the index up to what these documents are now (some may be gone)."""
    documents = list(documents)
    for document in documents:
        old = conn.execute(
            "SELECT n, title, text FROM folded WHERE document = ?", [document]
        ).fetchone()
        if old is not None:
            conn.execute(
                "INSERT INTO folded_fts (folded_fts, rowid, title, text)"
                " VALUES ('delete', ?, ?, ?)",
                old,
            )
            conn.execute("DELETE FROM folded WHERE n = ?", [old[0]])
    _add(conn, documents)


def _add(conn: sqlite3.Connection, documents: Iterable[str]) -> None:
    added = False
    for document in documents:
        found = conn.execute(
            "SELECT title, text FROM document JOIN body ON sha256 = body WHERE id = ?", [document]
        ).fetchone()
        if found is None:
            continue
        title, text = fold_text(found[0]), fold_text(found[1])
        made = conn.execute(
            "INSERT INTO folded (document, title, text) VALUES (?, ?, ?)", [document, title, text]
        )
        conn.execute(
            "INSERT INTO folded_fts (rowid, title, text) VALUES (?, ?, ?)",
            [made.lastrowid, title, text],
        )
        added = True
    if added:
        conn.execute("INSERT OR REPLACE INTO meta VALUES (?, ?)", [_VERSION, version()])
