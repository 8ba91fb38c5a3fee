"""Ids for rows made together, in an order that sorts as they were made."""

from __future__ import annotations

from tawatur_core.model import new_id


def new_ids(count: int) -> list[str]:
    """Return `count` new ids in ascending order."""
    return sorted(new_id() for _ in range(count))
