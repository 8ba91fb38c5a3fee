"""Background work: results, progress, cancelling, failures."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable, Generator

from PySide6.QtCore import QThread, QTimer
from PySide6.QtWidgets import QApplication, QLabel
from shiboken6 import delete

from tawatur_core.errors import CannotRead
from tawatur_core.monitor import Monitor
from tawatur_gui.jobs import Jobs


def test_result_comes_back_in_the_gui_thread(app: QApplication) -> None:
    jobs = Jobs()
    seen: list[tuple[int, bool]] = []
    worker: list[int] = []

    def work(monitor: Monitor) -> int:
        worker.append(threading.get_ident())
        return 6 * 7

    def done(result: int) -> None:
        seen.append((result, QThread.currentThread() is app.thread()))

    jobs.run(work, done)
    assert jobs.wait()
    assert seen == [(42, True)]
    assert worker[0] != threading.get_ident()


def test_progress_is_reported(app: QApplication) -> None:
    jobs, watched = Jobs(), threading.Event()
    seen: list[tuple[int, int]] = []

    def work(monitor: Monitor) -> None:
        watched.wait(5)
        for number in range(101):
            monitor.step(number, 100)

    job = jobs.run(work, lambda _: None, label="x")
    job.progressed.connect(lambda done, total: seen.append((done, total)))
    watched.set()
    assert jobs.wait()
    assert seen[-1] == (100, 100)
    assert job.done == 100


def test_a_cancelled_job_ends_and_its_result_is_dropped(app: QApplication) -> None:
    jobs, going = Jobs(), threading.Event()
    seen: list[str] = []

    def work(monitor: Monitor) -> str:
        while True:
            monitor.step(0, 0)
            going.set()

    job = jobs.run(work, seen.append)
    assert going.wait(5)
    job.cancel()
    assert jobs.wait()
    assert seen == []
    assert jobs.running == []


def test_cancelling_after_the_last_step_drops_the_result_too(app: QApplication) -> None:
    jobs, ready = Jobs(), threading.Event()
    seen: list[str] = []

    def work(monitor: Monitor) -> str:
        ready.wait(5)
        return "late"

    job = jobs.run(work, seen.append)
    job.cancel()
    ready.set()
    assert jobs.wait()
    assert seen == []


def test_failures_go_to_the_one_asked_or_to_the_signal(app: QApplication) -> None:
    jobs = Jobs()
    own: list[Exception] = []
    common: list[Exception] = []
    jobs.failed.connect(common.append)

    def work(monitor: Monitor) -> None:
        raise CannotRead("gone.txt")

    jobs.run(work, lambda _: None, failed=own.append)
    jobs.run(work, lambda _: None)
    assert jobs.wait()
    assert [type(failure) for failure in own] == [CannotRead]
    assert [type(failure) for failure in common] == [CannotRead]


def test_many_jobs_leave_nothing_behind(app: QApplication) -> None:
    jobs = Jobs()
    seen: list[int] = []

    def returning(number: int) -> Callable[[Monitor], int]:
        return lambda _: number

    for number in range(200):
        jobs.run(returning(number), seen.append)
    assert jobs.wait()
    assert sorted(seen) == list(range(200))
    assert jobs.running == []


def test_a_widget_that_is_gone_is_not_told(app: QApplication) -> None:
    jobs = Jobs()
    label = QLabel()
    jobs.run(lambda _: "late", label.setText)
    delete(label)
    broke: list[Exception] = []
    jobs.failed.connect(broke.append)
    assert jobs.wait()
    assert broke == []


def test_slices_let_the_window_live_between_them(app: QApplication) -> None:
    jobs = Jobs()
    did: list[int] = []
    between: list[int] = []
    ended: list[object] = []
    timer = QTimer(interval=0)
    timer.timeout.connect(lambda: between.append(len(did)))

    def steps() -> Generator[tuple[int, int]]:
        for number in range(4):
            time.sleep(0.03)  # one slice each
            did.append(number)
            yield number + 1, 4

    timer.start()
    jobs.slice(steps(), ended.append, label="x")
    assert [job.label for job in jobs.running] == ["x"]
    assert did == []
    assert jobs.wait()
    timer.stop()
    assert did == [0, 1, 2, 3]
    assert {1, 2, 3} <= set(between)
    assert ended == [None]


def test_slices_stop_when_cancelled_and_tell_failures(app: QApplication) -> None:
    jobs = Jobs()
    did: list[int] = []
    failures: list[Exception] = []
    closed: list[bool] = []

    def steps() -> Generator[tuple[int, int]]:
        try:
            for number in range(100):
                did.append(number)
                if number == 2:
                    job.cancel()
                yield number, 100
        finally:
            closed.append(True)

    job = jobs.slice(steps(), lambda _: did.append(-1), failed=failures.append)
    assert jobs.wait()
    assert did == [0, 1, 2]
    assert closed == [True]
    assert failures == []

    def broken() -> Generator[tuple[int, int]]:
        yield 1, 2
        raise CannotRead("x")

    jobs.slice(broken(), lambda _: did.append(-1), failed=failures.append)
    assert jobs.wait()
    assert [type(failure) for failure in failures] == [CannotRead]
    assert did == [0, 1, 2]
