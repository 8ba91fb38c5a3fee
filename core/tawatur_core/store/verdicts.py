"""Verdicts: what analysts decided, and what they decided before."""

from __future__ import annotations

import json
from collections.abc import Iterable
from datetime import datetime
from functools import lru_cache
from typing import Any

from tawatur_core import encode
from tawatur_core.model import (
    Choice,
    ClaimId,
    Confidence,
    ConflictKey,
    ConflictKind,
    Verdict,
    VerdictId,
)
from tawatur_core.standing import GivenOn, Lapsed, changed_values
from tawatur_core.store import claims as claim_store
from tawatur_core.store.derived import THERE, reconciled
from tawatur_core.store.session import Reader

_COLUMNS = """id, key, kind, choice, chosen, value, reason, confidence, sides, seen, analyst,
given_at, reopened, linked"""


_LAPSED = f"""
SELECT {_COLUMNS} FROM current_verdict
WHERE kind <> 'name' AND reopened = 0 AND choice <> 'deferred'
  AND key NOT IN ({THERE})
ORDER BY given_at DESC, id DESC
"""


def verdicts(reader: Reader) -> dict[ConflictKey, Verdict]:
    """Return the current verdict of every key; a reopened one says so in `reopened`."""
    rows = reader.conn.execute(f"SELECT {_COLUMNS} FROM current_verdict")
    return {ConflictKey(row[1]): _verdict(row) for row in rows}


def verdicts_of(reader: Reader, keys: Iterable[ConflictKey]) -> dict[ConflictKey, Verdict]:
    """Return the current verdicts of some keys; a key without one is left out."""
    rows = reader.conn.execute(
        f"SELECT {_COLUMNS} FROM current_verdict WHERE key IN (SELECT value FROM json_each(?))",
        [json.dumps(sorted(keys))],
    )
    return {ConflictKey(row[1]): _verdict(row) for row in rows}


def keys_of(reader: Reader, ids: Iterable[str]) -> set[ConflictKey]:
    """Return on which keys these verdicts were given; one that is not there is left out."""
    rows = reader.conn.execute(
        "SELECT key FROM verdict WHERE id IN (SELECT value FROM json_each(?))",
        [json.dumps(sorted(ids))],
    )
    return {ConflictKey(key) for (key,) in rows}


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


def lapsed(reader: Reader) -> list[Lapsed]:
    """Return the current verdicts that decided a conflict which is not there now, latest first.

    Like a changed value this is read, not recorded: taking the change back brings the conflict
    back, and its verdict stands again. A conflict called different events stays in view and is
    not among them. Nothing is known, and nothing returned, while verdicts that were brought in
    have not been reconciled.
    """
    if not reconciled(reader):
        return []
    found = [_verdict(row) for row in reader.conn.execute(_LAPSED)]
    sides = {ClaimId(side) for verdict in found for side in verdict.sides}
    there = {claim.id: claim for claim in claim_store.claims(reader, sorted(sides))}
    return [Lapsed(v, tuple(there.get(ClaimId(side)) for side in v.sides)) for v in found]


def stale(reader: Reader) -> set[ConflictKey]:
    """Return the decided conflicts whose verdict was given on other values than they hold now."""
    return _unlike(reader, "v.reopened = 0 AND v.choice <> 'deferred'")


def unlike(reader: Reader) -> set[ConflictKey]:
    """Return all conflicts whose verdict was given on other values, put off and reopened too."""
    return _unlike(reader, "1")


def _unlike(reader: Reader, which: str) -> set[ConflictKey]:
    """Only what differs to the letter is read, and read anew only where it changed."""
    rows = reader.conn.execute(f"{_GIVEN_ON} AND {which}")
    return {ConflictKey(key) for key, *row in rows if _moved(*row)}


_GIVEN_ON = """
SELECT v.key, v.sides, v.seen, v.linked, c.payload -> '$.claims', c.payload -> '$.rows[0].values'
FROM current_verdict v JOIN conflict c USING (key)
WHERE v.kind = c.payload ->> '$.rows[0].kind' AND (v.sides, v.seen, v.linked) IS NOT (
  c.payload -> '$.claims',
  (SELECT json_group_array(coalesce(value ->> 'text', value ->> 'value', ''))
   FROM json_each(c.payload, '$.rows[0].values')),
  (SELECT json_group_array(coalesce(value ->> 'entity', ''))
   FROM json_each(c.payload, '$.rows[0].values')))
"""


@lru_cache(maxsize=20_000)
def _moved(sides: str, seen: str, linked: str, claims: str, values: str) -> bool:
    read = [encode.read_optional_value(value) for value in json.loads(values)]
    given = GivenOn(json.loads(sides), json.loads(seen), json.loads(linked))
    return bool(changed_values(given, json.loads(claims), read))


def remembered_reasons(reader: Reader, limit: int = 10) -> list[str]:
    """Return reasons given before, the ones used most lately first."""
    rows = reader.conn.execute(
        "SELECT reason FROM verdict WHERE reason <> ''"
        " GROUP BY reason ORDER BY max(given_at) DESC LIMIT ?",
        [limit],
    )
    return [reason for (reason,) in rows]


# Looked up rather than asked for: a long review reads thousands of verdicts at once.
_KINDS = {kind.value: kind for kind in ConflictKind}
_CHOICES = {choice.value: choice for choice in Choice}
_SURE = {confidence.value: confidence for confidence in Confidence}
_read = json.JSONDecoder().decode


def _verdict(row: tuple[Any, ...]) -> Verdict:
    return Verdict(
        id=VerdictId(row[0]),
        key=ConflictKey(row[1]),
        kind=_KINDS[row[2]],
        choice=_CHOICES[row[3]],
        chosen=row[4],
        value=row[5],
        reason=row[6],
        confidence=_SURE[row[7]],
        sides=tuple(_read(row[8])),
        seen=tuple(_read(row[9])),
        analyst=row[10],
        given_at=datetime.fromisoformat(row[11]),
        reopened=bool(row[12]),
        linked=tuple(_read(row[13])),
    )
