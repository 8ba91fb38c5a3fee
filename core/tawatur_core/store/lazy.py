"""Conflicts as they come from the project: what they hold is read when first asked for.

A queue of ten thousand shows thirty; reading them all would take most of the time it opens.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import fields
from typing import Any

from tawatur_core import encode
from tawatur_core.model import (
    ClaimId,
    Conflict,
    ConflictKind,
    GroupKey,
    Relation,
    SlotComparison,
)

_KINDS = {kind.value: kind for kind in ConflictKind}
_SIDES = frozenset({"kind", "group", "claims", "weight", "confidence"})
_ROWS = frozenset({"rows", "evidence"})


class StoredConflict(Conflict):
    """A conflict that reads its sides, and its rows and evidence, when they are looked at."""

    __slots__ = ("_payload",)
    _payload: str  # not what it holds: that is a hundred objects for each conflict

    @classmethod
    def of(cls, key: str, payload: str) -> StoredConflict:
        """Make a conflict from what is stored of it."""
        made = object.__new__(cls)
        put = object.__setattr__
        put(made, "_payload", payload)
        put(made, "key", key)
        return made

    def __getattr__(self, name: str) -> Any:
        """Read a field that was not looked at before: all but the key."""
        if name not in _SIDES and name not in _ROWS:
            raise AttributeError(name)
        data = json.loads(self._payload)
        put = object.__setattr__
        if name in _SIDES:
            put(self, "kind", _KINDS[data["kind"]])
            put(self, "group", GroupKey(data["group"]))
            put(self, "claims", tuple(map(ClaimId, data["claims"])))
            put(self, "weight", data["weight"])
            put(self, "confidence", data["confidence"])
        else:
            put(self, "rows", tuple(_comparison(row) for row in data["rows"]))
            put(self, "evidence", encode.read_evidence(data["evidence"]))
        return object.__getattribute__(self, name)

    def __eq__(self, other: object) -> bool:
        """Whether the two are one conflict, read from the project or just found."""
        if not isinstance(other, Conflict):
            return NotImplemented
        return all(getattr(self, f.name) == getattr(other, f.name) for f in fields(Conflict))

    def __hash__(self) -> int:
        return hash(tuple(getattr(self, f.name) for f in fields(Conflict)))


def _comparison(data: Mapping[str, Any]) -> SlotComparison:
    return SlotComparison(
        kind=ConflictKind(data["kind"]),
        relation=Relation(data["relation"]),
        values=tuple(encode.read_optional_value(value) for value in data["values"]),
        spans=tuple(encode.read_span(span) for span in data["spans"]),
        evidence=encode.read_evidence(data["evidence"]),
    )
