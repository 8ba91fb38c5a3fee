"""Ids of rows, in an order that sorts as they were made."""

from __future__ import annotations

import os
import time


def new_id() -> str:
    """Return a UUIDv7 as text: sortable by time of creation (RFC 9562, 5.7)."""
    millis = time.time_ns() // 1_000_000
    raw = bytearray(millis.to_bytes(6, "big") + os.urandom(10))
    raw[6] = (raw[6] & 0x0F) | 0x70
    raw[8] = (raw[8] & 0x3F) | 0x80
    h = raw.hex()
    return f"{h[:8]}-{h[8:12]}-{h[12:16]}-{h[16:20]}-{h[20:]}"


def new_ids(count: int) -> list[str]:
    """Return `count` new ids in ascending order."""
    return sorted(new_id() for _ in range(count))
