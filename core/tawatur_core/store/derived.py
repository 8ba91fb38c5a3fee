"""Event groups, conflicts and entity proposals: derived by reconciliation, rebuilt at will."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from operator import itemgetter
from typing import Any

from tawatur_core import encode
from tawatur_core.model import (
    ClaimId,
    Conflict,
    ConflictKey,
    ConflictKind,
    DocumentId,
    EntityId,
    EntityProposal,
    EventGroup,
    GroupKey,
    Label,
    SlotComparison,
)
from tawatur_core.store.lazy import StoredConflict
from tawatur_core.store.session import Reader, Session
from tawatur_core.store.tables import Touched

VERSION = "1"  # of what a payload holds
_RECONCILED = "reconciled"

Row = tuple[Any, ...]


def event_groups(reader: Reader, document: DocumentId | None = None) -> list[EventGroup]:
    """Return the event groups of which every claim still exists, the best attested first.

    With `document` only those that a claim of it belongs to.
    """
    rows = reader.conn.execute(
        "SELECT key, payload FROM event_group g WHERE NOT EXISTS ("
        " SELECT 1 FROM event_group_claim c WHERE c.key = g.key"
        " AND c.claim NOT IN (SELECT id FROM claim)) AND (?1 IS NULL OR g.key IN ("
        " SELECT c.key FROM event_group_claim c JOIN claim ON claim.id = c.claim"
        " WHERE claim.document = ?1))",
        [document],
    )
    found = [_group(key, json.loads(payload)) for key, payload in rows]
    return sorted(found, key=lambda group: (-group.chains, -len(group.claims), group.key))


_GONE = """key IN (
 SELECT c.key FROM conflict_claim c LEFT JOIN claim ON claim.id = c.claim WHERE claim.id IS NULL)"""
THERE = f"SELECT key FROM conflict WHERE NOT {_GONE}"  # those of which every claim still exists
_OF_DOCUMENT = """key IN (
 SELECT c.key FROM conflict_claim c JOIN claim ON claim.id = c.claim WHERE claim.document = ?)
AND NOT EXISTS (
 SELECT 1 FROM conflict_claim c WHERE c.key = conflict.key
 AND c.claim NOT IN (SELECT id FROM claim))"""


def conflicts(
    reader: Reader, document: DocumentId | None = None, kind: ConflictKind | None = None
) -> list[Conflict]:
    """Return the conflicts of which every claim still exists, by weight × confidence.

    With `document` only those that a claim of it is a side of, with `kind` only those of a kind.
    """
    # The claims that are gone are looked for once for all conflicts, or for the few of a document.
    where, args = (_OF_DOCUMENT, [str(document)]) if document else (f"NOT {_GONE}", [])
    if kind is not None:
        where, args = f"{where} AND {_OF_KIND}", [*args, kind.value]
    rows = reader.conn.execute(f"SELECT key, rank, payload FROM conflict WHERE {where}", args)
    # Sorted here: SQLite would carry what each conflict holds along.
    by_key = sorted(rows, key=itemgetter(0))
    by_key.sort(key=itemgetter(1), reverse=True)
    return [StoredConflict.of(key, payload) for key, _, payload in by_key]


_OF_KIND = "payload ->> '$.kind' = ?"


def keys_of_kind(reader: Reader, kind: ConflictKind) -> set[ConflictKey]:
    """Return the keys of all conflicts of a kind, without reading what else they hold."""
    rows = reader.conn.execute(f"SELECT key FROM conflict WHERE {_OF_KIND}", [kind.value])
    return {ConflictKey(key) for (key,) in rows}


def entity_proposals(reader: Reader) -> list[EntityProposal]:
    """Return the pairs of entities that may be one, the likeliest first."""
    rows = reader.conn.execute(
        "SELECT key, a, b, score, payload FROM entity_proposal"
        " WHERE a IN (SELECT id FROM entity) AND b IN (SELECT id FROM entity)"
        " ORDER BY score DESC, key"
    )
    return [
        EntityProposal(
            ConflictKey(key),
            EntityId(a),
            EntityId(b),
            score,
            encode.read_evidence(json.loads(payload)),
        )
        for key, a, b, score, payload in rows
    ]


def put_reconciliation(
    session: Session,
    groups: Iterable[EventGroup],
    conflicts: Iterable[Conflict],
    entity_proposals: Iterable[EntityProposal],
) -> None:
    """Replace what reconciliation found; only rows that differ are written and told."""
    groups, conflicts = list(groups), list(conflicts)
    with session.derive(Label("undo-reconciliation")) as touched:
        _replace(session, touched, "event_group", map(_group_row, groups))
        _replace(session, touched, "conflict", map(_conflict_row, conflicts))
        _replace(session, touched, "entity_proposal", map(_pair_row, entity_proposals))
        _members(session, "event_group_claim", {g.key: g.claims for g in groups})
        _members(session, "conflict_claim", {c.key: c.claims for c in conflicts})
        touched.documents |= _documents(session, touched, groups, conflicts)
        _mark_reconciled(session)


def reconciled(reader: Reader) -> bool:
    """Whether what conflicts was found since verdicts were last brought in."""
    found = reader.conn.execute("SELECT 1 FROM meta WHERE key = ?", [_RECONCILED]).fetchone()
    return found is not None


def await_reconciliation(session: Session) -> None:
    """Take note, within an edit, that verdicts were brought in whose conflicts are yet to find."""
    session.conn.execute("DELETE FROM meta WHERE key = ?", [_RECONCILED])


def _mark_reconciled(session: Session) -> None:
    session.conn.execute("INSERT OR REPLACE INTO meta VALUES (?, '1')", [_RECONCILED])


def patch_reconciliation(
    session: Session,
    gone: Iterable[GroupKey | ConflictKey],
    groups: Iterable[EventGroup],
    conflicts: Iterable[Conflict],
) -> None:
    """Replace some groups and conflicts and leave the rest, in time that grows with these alone.

    `gone` are the keys of what is not there any more, or is given anew.
    """
    groups, conflicts = list(groups), list(conflicts)
    with session.derive(Label("undo-reconciliation")) as touched:
        keys = {*gone, *(g.key for g in groups), *(c.key for c in conflicts)}
        # The articles that lose something are told of it too.
        lost = [
            claim
            for table in ("event_group", "conflict")
            for claim in _claims(session, table, keys)
        ]
        _patch(session, touched, "event_group", keys, {g.key: _group_row(g) for g in groups})
        _patch(session, touched, "conflict", keys, {c.key: _conflict_row(c) for c in conflicts})
        _patch_members(session, "event_group_claim", {g.key: g.claims for g in groups})
        _patch_members(session, "conflict_claim", {c.key: c.claims for c in conflicts})
        if any(touched.rows.values()):
            touched.documents |= _documents(session, touched, groups, conflicts)
            touched.documents |= _documents_of(session, lost)
        _mark_reconciled(session)


def _claims(session: Session, table: str, keys: set[Any]) -> list[str]:
    """Return the claims of some rows, and forget which row they belong to."""
    conn = session.conn
    pairs = [
        (claim, key)
        for key, payload in conn.execute(
            f"SELECT key, payload FROM {table} WHERE key IN (SELECT value FROM json_each(?))",
            [json.dumps(sorted(keys))],
        )
        for claim in json.loads(payload)["claims"]
    ]
    conn.executemany(f"DELETE FROM {table}_claim WHERE claim = ? AND key = ?", pairs)
    return [claim for claim, _ in pairs]


def _patch(
    session: Session, touched: Touched, table: str, keys: set[Any], after: Mapping[Any, Row]
) -> None:
    conn = session.conn
    before: dict[str, Row] = {
        row[0]: row
        for row in conn.execute(
            f"SELECT * FROM {table} WHERE key IN (SELECT value FROM json_each(?))",
            [json.dumps(sorted(keys))],
        )
    }
    for key in before.keys() | after.keys():
        if before.get(key) != after.get(key):
            conn.execute(f"DELETE FROM {table} WHERE key = ?", [key])
            if key in after:
                marks = ", ".join("?" * len(after[key]))
                conn.execute(f"INSERT INTO {table} VALUES ({marks})", after[key])
            touched.add(table, key)


def _patch_members(session: Session, table: str, members: Mapping[Any, Iterable[str]]) -> None:
    pairs = sorted({(claim, key) for key, claims in members.items() for claim in claims})
    session.conn.executemany(f"INSERT OR IGNORE INTO {table} VALUES (?, ?)", pairs)


def _replace(session: Session, touched: Touched, table: str, rows: Iterable[Row]) -> None:
    conn = session.conn
    before: dict[str, Row] = {row[0]: row for row in conn.execute(f"SELECT * FROM {table}")}
    after: dict[str, Row] = {row[0]: row for row in rows}
    stale = [key for key, row in before.items() if after.get(key) != row]
    added = [row for key, row in after.items() if before.get(key) != row]
    conn.executemany(f"DELETE FROM {table} WHERE key = ?", [(key,) for key in stale])
    if added:
        marks = ", ".join("?" * len(added[0]))
        conn.executemany(f"INSERT INTO {table} VALUES ({marks})", added)
    for key in (*stale, *(row[0] for row in added)):
        touched.add(table, key)


def _members(session: Session, table: str, members: Mapping[Any, Iterable[str]]) -> None:
    conn = session.conn
    conn.execute(f"DELETE FROM {table}")
    pairs = {(claim, key) for key, claims in members.items() for claim in claims}
    conn.executemany(f"INSERT INTO {table} VALUES (?, ?)", sorted(pairs))


def _documents(
    session: Session, touched: Touched, groups: list[EventGroup], conflicts: list[Conflict]
) -> set[str]:
    changed = touched.rows.get("event_group", set()) | touched.rows.get("conflict", set())
    claims = [claim for group in groups if group.key in changed for claim in group.claims]
    claims += [claim for one in conflicts if one.key in changed for claim in one.claims]
    return _documents_of(session, claims)


def _documents_of(session: Session, claims: Iterable[str]) -> set[str]:
    rows = session.conn.execute(
        "SELECT DISTINCT document FROM claim WHERE id IN (SELECT value FROM json_each(?))",
        [json.dumps(list(claims))],
    )
    return {document for (document,) in rows}


def _group_row(group: EventGroup) -> Row:
    payload = {
        "claims": group.claims,
        "chains": group.chains,
        "evidence": encode.evidence(group.evidence),
    }
    return (group.key, encode.dumps(payload), VERSION)


def _group(key: str, data: Mapping[str, Any]) -> EventGroup:
    return EventGroup(
        GroupKey(key),
        tuple(ClaimId(claim) for claim in data["claims"]),
        data["chains"],
        encode.read_evidence(data["evidence"]),
    )


def _conflict_row(conflict: Conflict) -> Row:
    payload = {
        "kind": conflict.kind,
        "group": conflict.group,
        "claims": conflict.claims,
        "rows": [_comparison_data(row) for row in conflict.rows],
        "weight": conflict.weight,
        "confidence": conflict.confidence,
        "evidence": encode.evidence(conflict.evidence),
    }
    rank = conflict.weight * conflict.confidence
    return (conflict.key, float(rank), encode.dumps(payload), VERSION)


def _comparison_data(row: SlotComparison) -> dict[str, Any]:
    return {
        "kind": row.kind,
        "relation": row.relation,
        "values": [encode.optional_value(value) for value in row.values],
        "spans": [encode.span(span) for span in row.spans],
        "evidence": encode.evidence(row.evidence),
    }


def _pair_row(pair: EntityProposal) -> Row:
    stored = encode.dumps(encode.evidence(pair.evidence))
    return (pair.key, pair.a, pair.b, float(pair.score), stored, VERSION)
