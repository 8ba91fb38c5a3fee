"""Which proposals are open: kept up with every edit, undo and merge of their document.

A proposal is open until it is accepted (its key stands on the row made from it), rejected, or
its words are marked otherwise: by a mention or claim that overlaps it, or as not part of the
article. Taking that back opens it again.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable

from tawatur_core.store.tables import Touched

_TURNED = """
SELECT key FROM (
  SELECT p.key, p.open,
    EXISTS (SELECT 1 FROM document d WHERE d.id = p.document)
    AND NOT EXISTS (SELECT 1 FROM rejection r WHERE r.key = p.key)
    AND NOT EXISTS (
      SELECT 1 FROM residue r
      WHERE r.document = p.document AND r.start < p."end" AND p.start < r."end")
    AND CASE p.kind
      WHEN 'mention' THEN NOT EXISTS (
        SELECT 1 FROM mention m WHERE m.document = p.document
        AND (m.proposal = p.key OR (m.start < p."end" AND p.start < m."end")))
      ELSE NOT EXISTS (
        SELECT 1 FROM claim c JOIN claim_span s ON s.claim = c.id WHERE c.document = p.document
        AND (c.proposal = p.key OR (s.start < p."end" AND p.start < s."end")))
    END AS now
  FROM proposal p WHERE p.document = ?
) WHERE open <> now
"""


def refresh(conn: sqlite3.Connection, documents: Iterable[str], touched: Touched) -> None:
    """Open and close the proposals of these documents; note those that turned."""
    for document in documents:
        turned = conn.execute(_TURNED, [document]).fetchall()
        conn.executemany("UPDATE proposal SET open = 1 - open WHERE key = ?", turned)
        for (key,) in turned:
            touched.add("proposal", key)
