"""A hybrid logical clock: follows the wall clock, never stands still, never goes back."""

from __future__ import annotations

import time

_COUNTER_BITS = 16


class Clock:
    """Gives growing numbers: milliseconds since 1970, shifted left by 16 bits of counter."""

    def __init__(self, seen: int = 0) -> None:
        self._last = seen

    def tick(self) -> int:
        """Return a number greater than every one given or seen before."""
        now = time.time_ns() // 1_000_000 << _COUNTER_BITS
        self._last = max(now, self._last + 1)
        return self._last

    def see(self, stamp: int) -> None:
        """Take note of a stamp made elsewhere: later ticks come after it."""
        self._last = max(self._last, stamp)


def op_id(stamp: int, actor: str) -> str:
    """Return the id of an operation: as text it sorts by (stamp, actor)."""
    return f"{stamp:015x}{actor}"
