"""Ids of rows, in an order that sorts as they were made."""

from __future__ import annotations

import os
import time
from threading import Lock

_TICKS = 4096  # of a millisecond: what the twelve bits after it tell apart


class _Clock:
    """Time in ticks that never stands still: two ids of one tick would sort by chance."""

    def __init__(self) -> None:
        self._last = 0
        self._lock = Lock()

    def tick(self) -> int:
        with self._lock:
            self._last = max(self._last + 1, time.time_ns() * _TICKS // 1_000_000)
            return self._last


_clock = _Clock()


def new_id() -> str:
    """Return a UUIDv7 as text: sortable by time of creation (RFC 9562, 5.7 and 6.2, method 3)."""
    millis, tick = divmod(_clock.tick(), _TICKS)
    tail = bytearray(os.urandom(8))
    tail[0] = (tail[0] & 0x3F) | 0x80
    head, rest = f"{millis:012x}", tail.hex()
    return f"{head[:8]}-{head[8:]}-7{tick:03x}-{rest[:4]}-{rest[4:]}"


def new_ids(count: int) -> list[str]:
    """Return `count` new ids in ascending order."""
    return [new_id() for _ in range(count)]
