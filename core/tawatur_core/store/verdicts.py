"""Verdicts: what analysts decided, and what they decided before."""

from __future__ import annotations

import json
from datetime import datetime
from functools import lru_cache
from typing import Any

from tawatur_core import encode
from tawatur_core.model import (
    Choice,
    Confidence,
    ConflictKey,
    ConflictKind,
    Verdict,
    VerdictId,
)
from tawatur_core.standing import changed_values
from tawatur_core.store.session import Reader

_COLUMNS = """id, key, kind, choice, chosen, value, reason, confidence, sides, seen, analyst,
given_at, reopened"""


def verdicts(reader: Reader) -> dict[ConflictKey, Verdict]:
    """Return the current verdict of every key; a reopened one says so in `reopened`."""
    rows = reader.conn.execute(f"SELECT {_COLUMNS} FROM current_verdict")
    return {ConflictKey(row[1]): _verdict(row) for row in rows}


def verdict_history(reader: Reader, key: ConflictKey) -> list[Verdict]:
    """Return all verdicts on a key, oldest first; the last one is current."""
    rows = reader.conn.execute(
        f"SELECT {_COLUMNS} FROM verdict WHERE key = ? ORDER BY given_at, id", [key]
    )
    return [_verdict(row) for row in rows]


def all_verdicts(reader: Reader) -> list[Verdict]:
    """Return every verdict ever given, oldest first."""
    rows = reader.conn.execute(f"SELECT {_COLUMNS} FROM verdict ORDER BY given_at, id")
    return [_verdict(row) for row in rows]


def stale(reader: Reader) -> set[ConflictKey]:
    """Return the conflicts whose verdict was given on other values than they hold now.

    Only what verdicts were given on is read, and read anew only where it changed.
    """
    return {ConflictKey(key) for key, *row in reader.conn.execute(_GIVEN_ON) if _moved(*row)}


_GIVEN_ON = """
SELECT v.key, v.sides, v.seen, c.payload -> '$.claims', c.payload -> '$.rows[0].values'
FROM current_verdict v JOIN conflict c USING (key)
WHERE v.reopened = 0 AND v.choice <> 'deferred' AND v.kind = c.payload ->> '$.rows[0].kind'
"""


@lru_cache(maxsize=20_000)
def _moved(sides: str, seen: str, claims: str, values: str) -> bool:
    read = [encode.read_optional_value(value) for value in json.loads(values)]
    return bool(changed_values(json.loads(sides), json.loads(seen), json.loads(claims), read))


def remembered_reasons(reader: Reader, limit: int = 10) -> list[str]:
    """Return reasons given before, the ones used most lately first."""
    rows = reader.conn.execute(
        "SELECT reason FROM verdict WHERE reason <> ''"
        " GROUP BY reason ORDER BY max(given_at) DESC LIMIT ?",
        [limit],
    )
    return [reason for (reason,) in rows]


def _verdict(row: tuple[Any, ...]) -> Verdict:
    return Verdict(
        id=VerdictId(row[0]),
        key=ConflictKey(row[1]),
        kind=ConflictKind(row[2]),
        choice=Choice(row[3]),
        chosen=row[4],
        value=row[5],
        reason=row[6],
        confidence=Confidence(row[7]),
        sides=tuple(json.loads(row[8])),
        seen=tuple(json.loads(row[9])),
        analyst=row[10],
        given_at=datetime.fromisoformat(row[11]),
        reopened=bool(row[12]),
    )
