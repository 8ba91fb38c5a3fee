"""Progress and cancelling in one call."""

from __future__ import annotations

from typing import Protocol

from tawatur_core.errors import Cancelled


class Monitor(Protocol):
    """What long work reports to."""

    def step(self, done: int, total: int) -> None:
        """Report `done` of `total` units (0: unknown). Raises Cancelled when asked to stop."""


class Silent:
    """A monitor that nobody watches."""

    def step(self, done: int, total: int) -> None:
        """Do nothing."""


class Stoppable:
    """A monitor with a switch: `stop()` makes the next step raise Cancelled."""

    def __init__(self) -> None:
        self.stopped = False

    def stop(self) -> None:
        """Ask the work to end at its next step."""
        self.stopped = True

    def step(self, done: int, total: int) -> None:
        """Raise Cancelled if asked to stop."""
        if self.stopped:
            raise Cancelled
