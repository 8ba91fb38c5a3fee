"""What stands in a project file: the recorded tables, the operation log, the derived tables.

RECORDED tables are a function of the set of operations; DERIVED ones can be rebuilt at any time.
"""

from __future__ import annotations

from dataclasses import dataclass

APPLICATION_ID = 0x54775472  # 'TwTr'
SCHEMA_VERSION = 3  # user_version: raise it with every migration

Value = str | int | None  # what a cell may hold

ALIVE = "alive"  # the cell that says whether a row exists (1) or not (0)


@dataclass(frozen=True, slots=True)
class Recorded:
    """A recorded table: its columns with their defaults, and the row it belongs to.

    A cell that no operation ever set holds the default. `parent` names the column that refers to
    the owning row and that row's table: a row whose owner is gone is not shown.
    """

    name: str
    columns: dict[str, Value]
    parent: tuple[str, str] | None = None


_SPAN: dict[str, Value] = {"start": None, "end": None, "quote": "", "prefix": "", "suffix": ""}

# Owners stand before what belongs to them: tables are rebuilt in this order.
RECORDED: dict[str, Recorded] = {
    table.name: table
    for table in (
        Recorded(
            "document",
            {
                "body": "",
                "title": "",
                "outlet": "",
                "author": "",
                "url": "",
                "published": None,
                "published_basis": "",
                "file_name": "",
                "bytes_sha256": "",
                "encoding": "",
                "encoding_basis": "",
                "imported_at": "",
                "copied_from": None,
            },
        ),
        Recorded("residue", {"document": "", **_SPAN}, ("document", "document")),
        Recorded(
            "entity",
            {"name": "", "name_latin": "", "kind": "other", "note": ""},
        ),
        Recorded("alias", {"entity": "", "text": ""}, ("entity", "entity")),
        Recorded("external_id", {"entity": "", "scheme": "", "value": ""}, ("entity", "entity")),
        Recorded(
            "claim",
            {
                "document": "",
                "kind": "statement",
                "note": "",
                "origin": "analyst",
                "proposal": "",
                "author": "",
                "made_at": "",
            },
            ("document", "document"),
        ),
        Recorded("claim_span", {"claim": "", "n": 0, **_SPAN}, ("claim", "claim")),
        Recorded(
            "slot",
            {
                "claim": "",
                "n": 0,
                "name": "",
                "value": "",
                "entity": None,  # of a Party; beside its value, so that a merge finds it
                "origin": "analyst",
                **_SPAN,
            },
            ("claim", "claim"),
        ),
        Recorded(
            "mention",
            {
                "document": "",
                "role": "name",
                "entity": None,
                "origin": "analyst",
                "proposal": "",
                "author": "",
                **_SPAN,
            },
            ("document", "document"),
        ),
        Recorded(
            "verdict",
            {
                "key": "",
                "kind": "",
                "choice": "",
                "chosen": "",
                "value": "",
                "reason": "",
                "confidence": "medium",
                "sides": "[]",
                "seen": "[]",
                "analyst": "",
                "given_at": "",
                "reopened": 0,
                "linked": "[]",
            },
        ),
        Recorded(
            "rejection",
            {"key": "", "document": "", "kind": "", "name": "", "start": None, "end": None},
            ("document", "document"),
        ),
    )
}

# What belongs to the rows of a table, by the table's name.
CHILDREN: dict[str, list[Recorded]] = {
    name: [table for table in RECORDED.values() if table.parent and table.parent[1] == name]
    for name in RECORDED
}

DERIVED = ("proposal", "event_group", "conflict", "entity_proposal")
