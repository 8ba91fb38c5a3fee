"""The columns of the Parquet tables; described in ``docs/formats/tables.md``."""

from __future__ import annotations

from typing import Any

from tawatur_core.plugins import need

FORMAT = "tawatur-parquet"
VERSION = 1
TABLES = (
    "documents", "claims", "mentions", "rejections", "entities", "verdicts", "groups", "conflicts",
)  # fmt: skip

_IN_SLOTS = (
    "name", "origin", "type", "text", "entity", "first", "last", "precision", "how", "low",
    "high", "low_exact", "high_exact", "unit", "hedge", "value",
)  # fmt: skip
# What is the same in many rows, where a dictionary pays; of the rest it would be made in vain.
REPEATED = {
    "documents": [
        "outlet", "author", "published", "published_basis", "file_name", "encoding",
        "encoding_basis", "imported_at", "copied_from",
    ],
    "claims": [
        "document", "kind", "note", "origin", "author", "made_at", "proposal",
        *(f"slots.list.element.{name}" for name in _IN_SLOTS),
    ],
    "mentions": ["document", "quote", "role", "entity", "origin", "author", "proposal"],
}  # fmt: skip


def span() -> Any:
    """Return the type of a place: half-open, in code points, with its words."""
    pa = need("pyarrow", "parquet")
    return pa.struct([("start", pa.int64()), ("end", pa.int64()), ("quote", pa.string())])


def value() -> list[tuple[str, Any]]:
    """Return the fields of a slot's value; `type` says which of them are filled.

    `low` and `high` are for reckoning, `low_exact` and `high_exact` hold the very numbers.
    """
    pa = need("pyarrow", "parquet")
    text = pa.string()
    return [
        ("type", text), ("text", text), ("entity", text), ("first", pa.date32()),
        ("last", pa.date32()), ("precision", text), ("how", text), ("low", pa.float64()),
        ("high", pa.float64()), ("low_exact", text), ("high_exact", text), ("unit", text),
        ("hedge", text), ("value", text),
    ]  # fmt: skip


def slot() -> Any:
    """Return the type of a slot of a claim."""
    pa = need("pyarrow", "parquet")
    place = [("start", pa.int64()), ("end", pa.int64()), ("quote", pa.string())]
    head = [("id", pa.string()), ("name", pa.string()), ("origin", pa.string())]
    return pa.struct([*head, *place, *value()])


def schemas() -> dict[str, Any]:
    """Return the schema of every table."""
    pa = need("pyarrow", "parquet")
    text, texts, time = pa.string(), pa.list_(pa.string()), pa.timestamp("us", "UTC")
    evidence = pa.list_(
        pa.struct([("code", text), ("weight", pa.float64()), ("args", pa.map_(text, text))])
    )
    rows = pa.list_(
        pa.struct([
            ("kind", text), ("relation", text), ("values", pa.list_(pa.struct(value()))),
            ("spans", pa.list_(pa.struct([("start", pa.int64()), ("end", pa.int64())]))),
            ("evidence", evidence),
        ])
    )  # fmt: skip
    external = pa.list_(pa.struct([("scheme", text), ("value", text)]))
    return {
        "documents": pa.schema([
            ("id", text), ("text", text), ("sha256", text), ("title", text), ("outlet", text),
            ("author", text), ("url", text), ("published", pa.date32()),
            ("published_basis", text), ("residue", pa.list_(span())), ("file_name", text),
            ("bytes_sha256", text), ("encoding", text), ("encoding_basis", text),
            ("imported_at", time), ("copied_from", text),
        ]),
        "claims": pa.schema([
            ("id", text), ("document", text), ("spans", pa.list_(span())), ("quote", text),
            ("kind", text), ("slots", pa.list_(slot())), ("note", text), ("origin", text),
            ("author", text), ("made_at", time), ("proposal", text),
        ]),
        "mentions": pa.schema([
            ("id", text), ("document", text), ("start", pa.int64()), ("end", pa.int64()),
            ("quote", text), ("role", text), ("entity", text), ("origin", text),
            ("author", text), ("proposal", text),
        ]),
        "rejections": pa.schema([
            ("key", text), ("document", text), ("kind", text), ("name", text),
            ("start", pa.int64()), ("end", pa.int64()),
        ]),
        "entities": pa.schema([
            ("id", text), ("name", text), ("name_latin", text), ("kind", text),
            ("aliases", texts), ("external_ids", external), ("note", text),
        ]),
        "verdicts": pa.schema([
            ("id", text), ("key", text), ("kind", text), ("choice", text), ("chosen", text),
            ("value", text), ("reason", text), ("confidence", text), ("sides", texts),
            ("seen", texts), ("analyst", text), ("given_at", time), ("reopened", pa.bool_()),
            ("linked", texts),
        ]),
        "groups": pa.schema([
            ("key", text), ("claims", texts), ("chains", pa.int64()), ("evidence", evidence),
        ]),
        "conflicts": pa.schema([
            ("key", text), ("kind", text), ("group", text), ("claims", texts), ("rows", rows),
            ("weight", pa.float64()), ("confidence", pa.float64()), ("evidence", evidence),
        ]),
    }  # fmt: skip
