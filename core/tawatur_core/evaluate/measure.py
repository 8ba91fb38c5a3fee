"""The frame of every measurement: read labelled rows, count, time, report.

A task is a module of this package, named as in `TASKS`, with one function::

    def measure(rows: Sequence[Row], sheet: Sheet) -> None

It goes through the rows, times the function under test with ``with sheet.timed(text): …`` and
writes what it sees on the sheet: `count` for precision, recall and F1, `share` for proportions
(exact intervals, questions answered), `figure` for anything else, `miss` for the list of errors.
"""

from __future__ import annotations

import gzip
import importlib
import json
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any, cast

from tawatur_core.errors import BadFormat, CannotRead, EmptyFile

TASKS = ("names", "numbers", "dates", "attributions", "mentions", "claims", "pairs", "order")

Row = Mapping[str, Any]
Measure = Callable[[Sequence[Row], "Sheet"], None]


class LacksField(Exception):
    """A row lacks a field that the task needs."""


class Fields(dict[str, Any]):
    """A row; asking for a field it lacks is told apart from a KeyError of our own."""

    def __missing__(self, name: str) -> Any:
        raise LacksField(name)


@dataclass(frozen=True, slots=True)
class Counts:
    """What was found and should be, was not found, and was found but should not be."""

    right: int
    missed: int
    spurious: int

    @property
    def precision(self) -> float:
        """Of what was found, the part that is right; 0 when nothing was found."""
        found = self.right + self.spurious
        return self.right / found if found else 0.0

    @property
    def recall(self) -> float:
        """Of what is there, the part that was found; 0 when nothing is there."""
        there = self.right + self.missed
        return self.right / there if there else 0.0

    @property
    def f1(self) -> float:
        """The harmonic mean of precision and recall."""
        total = 2 * self.right + self.missed + self.spurious
        return 2 * self.right / total if total else 0.0


@dataclass(frozen=True, slots=True)
class Share:
    """How many of `of` cases hold."""

    holds: int
    of: int

    @property
    def value(self) -> float:
        """The proportion; 0 of no cases."""
        return self.holds / self.of if self.of else 0.0


@dataclass(frozen=True, slots=True)
class Miss:
    """One error: in which row, which measure, what was wanted and what was got."""

    row: str
    measure: str
    wanted: str
    got: str
    text: str = ""


@dataclass(frozen=True, slots=True)
class Report:
    """The outcome of one task on one file. `misses` is empty unless asked for."""

    task: str
    path: Path
    rows: int
    counts: Mapping[str, Counts]
    shares: Mapping[str, Share]
    figures: Mapping[str, float]
    characters: int
    seconds: float
    misses: tuple[Miss, ...] = ()

    @property
    def microseconds_per_kilobyte(self) -> float:
        """Time in the function under test for 1,000 characters of text."""
        return self.seconds * 1e9 / self.characters if self.characters else 0.0


class Sheet:
    """What a task writes its findings on."""

    def __init__(self, *, errors: bool) -> None:
        self._errors = errors
        self._counts: dict[str, list[int]] = {}
        self._shares: dict[str, list[int]] = {}
        self._figures: dict[str, float] = {}
        self._misses: list[Miss] = []
        self._characters = 0
        self._seconds = 0.0

    @contextmanager
    def timed(self, text: str) -> Iterator[None]:
        """Add the time of the block, spent on `text`, to the speed figure."""
        start = time.perf_counter()
        yield
        self._seconds += time.perf_counter() - start
        self._characters += len(text)

    def count(self, name: str, *, right: int = 0, missed: int = 0, spurious: int = 0) -> None:
        """Add to the counts of the measure `name`."""
        counts = self._counts.setdefault(name, [0, 0, 0])
        for place, value in enumerate((right, missed, spurious)):
            counts[place] += value

    def share(self, name: str, holds: bool) -> None:
        """Add one case to the proportion `name`."""
        share = self._shares.setdefault(name, [0, 0])
        share[0] += holds
        share[1] += 1

    def figure(self, name: str, value: float) -> None:
        """Set a figure that is neither a count nor a proportion of cases."""
        self._figures[name] = value

    def miss(self, row: object, measure: str, wanted: str, got: str, text: str = "") -> None:
        """Note an error for the list that ``--errors`` prints."""
        if self._errors:
            self._misses.append(Miss(str(row), measure, wanted, got, text))

    def report(self, task: str, path: Path, rows: int) -> Report:
        """Return everything written so far as a report."""
        return Report(
            task=task,
            path=path,
            rows=rows,
            counts={name: Counts(*values) for name, values in self._counts.items()},
            shares={name: Share(*values) for name, values in self._shares.items()},
            figures=dict(self._figures),
            characters=self._characters,
            seconds=self._seconds,
            misses=tuple(self._misses),
        )


def run(task: str, path: Path, errors: bool = False) -> Report:
    """Measure one task on a file of labelled rows, one JSON object a line (also gzipped).

    Raises ValueError for an unknown task, CannotRead, EmptyFile, and BadFormat when a line is not
    a JSON object or lacks a field that the task needs.
    """
    if task not in TASKS:
        raise ValueError(f"no such task: {task}")
    rows = read_rows(path)
    module = importlib.import_module(f"tawatur_core.evaluate.{task}")
    measure = cast("Measure", module.measure)
    sheet = Sheet(errors=errors)
    try:
        measure(rows, sheet)
    except LacksField as error:
        raise BadFormat(path, f"field {error.args[0]!r}") from error
    return sheet.report(task, path, len(rows))


def read_rows(path: Path) -> list[Row]:
    """Read one JSON object a line. Raises CannotRead, EmptyFile, BadFormat."""
    try:
        raw = path.read_bytes()
        text = (gzip.decompress(raw) if path.suffix == ".gz" else raw).decode("utf-8")
    except UnicodeDecodeError as error:
        raise BadFormat(path, "not UTF-8") from error
    except (OSError, EOFError) as error:
        raise CannotRead(path, str(error)) from error
    rows = [_row(path, at, line) for at, line in enumerate(text.split("\n"), 1) if line.strip()]
    if not rows:
        raise EmptyFile(path)
    return rows


def _row(path: Path, line: int, text: str) -> Row:
    try:
        value = json.loads(text)
    except ValueError as error:
        raise BadFormat(path, f"line {line}") from error
    if not isinstance(value, dict):
        raise BadFormat(path, f"line {line}")
    return Fields(value)
