"""The table of all labelled sets that are found: what `make quality` prints."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path

from tawatur_core.evaluate.measure import Report, run

# Which task a file serves, by what its name ends with.
ENDINGS = {
    "name_variants": "names",
    "names": "names",
    "numbers": "numbers",
    "dates": "dates",
    "attributions": "attributions",
    "mentions": "mentions",
    "checkworthy": "claims",
    "claims": "claims",
    "claim_pairs": "pairs",
    "pairs": "pairs",
    "order": "order",
}


def task_of(path: Path) -> str | None:
    """Return the task a file of labelled rows is for, None when its name tells none."""
    stem = path.name.removesuffix(".gz").removesuffix(".jsonl")
    for ending in sorted(ENDINGS, key=len, reverse=True):
        if stem == ending or stem.endswith(f"_{ending}"):
            return ENDINGS[ending]
    return None


def sets(folders: Iterable[Path]) -> Iterator[tuple[str, Path]]:
    """Yield the labelled sets of some folders with their tasks, ordered by task and name."""
    found = []
    for folder in folders:
        for path in sorted(folder.glob("*.jsonl")):
            task = task_of(path)
            if task is not None:
                found.append((task, path))
    yield from sorted(found, key=lambda one: (one[0], one[1].name))


def table(folders: Iterable[Path]) -> Iterator[Report]:
    """Measure every labelled set of the folders."""
    for task, path in sets(folders):
        yield run(task, path)


def row(report: Report) -> str:
    """Return one line of the table: task, file, then every measure."""
    cells = [f"{name} {counts.f1:.3f}" for name, counts in report.counts.items()]
    cells += [f"{name} {share.value:.3f}" for name, share in report.shares.items()]
    cells += [f"{name} {value:.3f}" for name, value in report.figures.items()]
    speed = f"{report.microseconds_per_kilobyte:.0f} µs/1000"
    return "  ".join([f"{report.task:<13}{report.path.name:<32}{report.rows:>5}", *cells, speed])
