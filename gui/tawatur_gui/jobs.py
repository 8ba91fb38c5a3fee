"""Work that takes longer than 100 ms: in a thread pool, with progress and cancelling.

The work gets values and a monitor, never a widget or the writing session; what it returns comes
back to the GUI thread.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Generator
from typing import Any, TypeVar

from PySide6.QtCore import QEventLoop, QObject, QRunnable, Qt, QThreadPool, QTimer, Signal, Slot
from shiboken6 import isValid

from tawatur_core.errors import Cancelled
from tawatur_core.monitor import Monitor, Stoppable

T = TypeVar("T")
_SLICE = 0.025  # seconds of the GUI thread at a time: below what a hand notices
_REPORT_EVERY = 0.05  # seconds between two progress notices: more would only flood the queue


class Job(QObject):
    """One piece of running work. The signals arrive in the GUI thread."""

    progressed = Signal(int, int)  # done, total (0: unknown)
    _came = Signal(object)
    _broke = Signal(object)

    def __init__(
        self,
        work: Callable[[Monitor], Any],
        done: Callable[[Any], None],
        failed: Callable[[Exception], None],
        label: str,
        *,
        lasting: bool = False,
    ) -> None:
        super().__init__()
        self.label = label
        self._lasting = lasting
        self.done, self.total = 0, 0
        self._work, self._then, self._failed = work, done, failed
        self._stop = _Reporting(self)
        self.ended: Callable[[], None] = lambda: None
        self.progressed.connect(self._note, Qt.ConnectionType.QueuedConnection)
        self._came.connect(self._finish, Qt.ConnectionType.QueuedConnection)
        self._broke.connect(self._fail, Qt.ConnectionType.QueuedConnection)

    def cancel(self) -> None:
        """Ask the work to end at its next step; nothing of it is kept."""
        self._stop.stop()

    @property
    def cancelled(self) -> bool:
        """Whether it was asked to end."""
        return self._stop.stopped

    def run(self) -> None:
        """Do the work, on the thread of the pool."""
        try:
            result = self._work(self._stop)
        except Exception as failure:  # noqa: BLE001 - whatever it is, the GUI thread shows it
            self._broke.emit(failure)
        else:
            self._came.emit(result)

    @Slot(int, int)
    def _note(self, done: int, total: int) -> None:
        self.done, self.total = done, total

    @Slot(object)
    def _finish(self, result: object) -> None:
        if self._lasting:
            self._stop.stopped = False  # asked too late: it is done, and said to be
        self.ended()
        if not self.cancelled and _alive(self._then):
            self._then(result)

    @Slot(object)
    def _fail(self, failure: Exception) -> None:
        self.ended()
        if not isinstance(failure, Cancelled) and _alive(self._failed):
            self._failed(failure)


def _alive(call: Callable[..., object]) -> bool:
    """Whether the widget whose method is called still exists; a page may be gone by now."""
    owner = getattr(call, "__self__", None)
    return not isinstance(owner, QObject) or isValid(owner)


class Slices(Job):
    """Work that must be done on the GUI thread, a slice at each turn of the event loop.

    `steps` does one short piece at every `next` and yields how many are done and of how many.
    """

    def __init__(
        self,
        steps: Generator[tuple[int, int]],
        done: Callable[[Any], None],
        failed: Callable[[Exception], None],
        label: str,
    ) -> None:
        super().__init__(lambda _: None, done, failed, label)
        self._steps = steps
        self._turn = QTimer(self, interval=0)
        self._turn.timeout.connect(self._slice)
        self._at_work = False

    def start(self) -> None:
        """Begin with the next turn of the event loop."""
        self._turn.start()

    def cancel(self) -> None:
        """End it at once: what the steps hold open is closed before the project may be."""
        super().cancel()
        if self._turn.isActive() and not self._at_work:
            self._end_early()

    def _end_early(self) -> None:
        self._turn.stop()
        self._steps.close()
        self._fail(Cancelled())

    def _slice(self) -> None:
        until = time.monotonic() + _SLICE
        self._at_work = True
        try:
            while not self.cancelled and time.monotonic() < until:
                self.progressed.emit(*next(self._steps))
            if self.cancelled:
                self._end_early()
        except StopIteration:
            self._turn.stop()
            self._finish(None)
        except Exception as failure:  # noqa: BLE001 - whatever it is, the window shows it
            self._turn.stop()
            self._fail(failure)
        finally:
            self._at_work = False


class _Reporting(Stoppable):
    """The monitor of a job: passes progress on, but not too often."""

    def __init__(self, job: Job) -> None:
        super().__init__()
        self._job = job
        self._next = 0.0

    def step(self, done: int, total: int) -> None:
        """Report progress. Raises Cancelled when asked to stop."""
        super().step(done, total)
        now = time.monotonic()
        if now >= self._next or done == total:
            self._next = now + _REPORT_EVERY
            self._job.progressed.emit(done, total)


class _Runner(QRunnable):
    def __init__(self, job: Job) -> None:
        super().__init__()
        self._job = job
        self.setAutoDelete(False)  # Python keeps it: no object dies on a thread of the pool

    def run(self) -> None:
        """Run on a thread of the pool."""
        self._job.run()


class Jobs(QObject):
    """All running work of one window."""

    changed = Signal()  # a job began or ended
    failed = Signal(object)  # Exception of a job that has no `failed` of its own
    idle = Signal()  # the last one ended

    def __init__(self) -> None:
        super().__init__()
        self.running: list[Job] = []
        self._runners: list[_Runner] = []
        self._pool = QThreadPool()
        self._pool.setMaxThreadCount(2)

    def run(
        self,
        work: Callable[[Monitor], T],
        done: Callable[[T], None],
        *,
        failed: Callable[[Exception], None] | None = None,
        label: str = "",
        lasting: bool = False,
    ) -> Job:
        """Do `work` in the background, then call `done` with its result in the GUI thread.

        `done` is not called when the job was cancelled, nor when it is a method of a widget that
        no longer exists. `lasting` work leaves something behind (a file): cancelled too late, it
        is done all the same. A failure goes to `failed`, by default to the signal of that name.
        A job without `label` is not shown.
        """
        job = Job(work, done, failed or self.failed.emit, label, lasting=lasting)
        job.ended = lambda: self._end(job)
        self.running.append(job)
        runner = _Runner(job)
        self._runners.append(runner)
        self._pool.start(runner)
        self.changed.emit()
        return job

    def slice(
        self,
        steps: Generator[tuple[int, int]],
        done: Callable[[Any], None],
        *,
        failed: Callable[[Exception], None] | None = None,
        label: str = "",
    ) -> Job:
        """Go through `steps` on the GUI thread, a slice at a time; else like `run`.

        For writing, which only that thread may do.
        """
        job = Slices(steps, done, failed or self.failed.emit, label)
        job.ended = lambda: self._end(job)
        self.running.append(job)
        job.start()
        self.changed.emit()
        return job

    def wait(self, timeout: int = 30_000) -> bool:
        """Run the event loop until nothing runs any more; False after `timeout` ms. For tests."""
        if not self.running:
            return True
        loop = QEventLoop()
        self.idle.connect(loop.quit)
        timer = QTimer(singleShot=True, interval=timeout)
        timer.timeout.connect(loop.quit)
        timer.start()
        while self.running and timer.isActive():
            loop.exec()
        return not self.running

    def stop(self) -> None:
        """Cancel everything and wait for the threads, when the window closes."""
        for job in list(self.running):
            job.cancel()
        self._pool.waitForDone()

    def _end(self, job: Job) -> None:
        self.running.remove(job)
        if not self._pool.activeThreadCount():
            self._runners.clear()
        self.changed.emit()
        if not self.running:
            self.idle.emit()
