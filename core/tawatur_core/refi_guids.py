"""GUIDs of our REFI-QDA projects, which exporter and importer make alike.

A record keeps its own id, a UUIDv7, which begins with a zero for some thousand years; what belongs
to it has the same id under another first digit. Codes and variables have name-based ones.
"""

from __future__ import annotations

import uuid
from functools import cache

_SPACE = uuid.UUID("6f0a3c62-6d5c-5f0e-9a33-7461776174ff")
NOTE, CODING, ROLE, CASE_NOTE = "f", "e", "d", "c"  # first digits


@cache
def code_guid(key: str) -> str:
    """Return the GUID of a code, e.g. ``claim.statement``."""
    return str(uuid.uuid5(_SPACE, f"code {key}"))


@cache
def variable_guid(name: str) -> str:
    """Return the GUID of a variable."""
    return str(uuid.uuid5(_SPACE, f"variable {name}"))


@cache
def user_guid(author: str) -> str:
    """Return the GUID of an analyst, who is known by name alone."""
    return str(uuid.uuid5(_SPACE, f"user {author}"))


def of_record(record: str, digit: str) -> str:
    """Return the GUID of what belongs to a record: its note, its coding, its role."""
    return digit + record[1:]


def part_guid(record: str, number: int, kind: str = "part") -> str:
    """Return the GUID of one of several things of a record."""
    return str(uuid.uuid5(_SPACE, f"{kind} {record} {number}"))
