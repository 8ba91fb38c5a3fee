"""A report as JSON records and as lines for a person."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

from tawatur_core.evaluate.measure import Miss, Report
from tawatur_core.wording import Wording

Answer = Callable[[dict[str, Any], str], None]


def show(report: Report, answer: Answer, words: Wording) -> None:
    """Give the report to `answer`, one record and one line of words for each measure and miss."""
    for record in records(report):
        answer(record, line(record, words))


def records(report: Report) -> Iterator[dict[str, Any]]:
    """Yield the report as JSON-ready records; `record` says what each one is."""
    yield {
        "record": "report",
        "task": report.task,
        "file": report.path.name,
        "rows": report.rows,
        "seconds": round(report.seconds, 6),
        "characters": report.characters,
        "us_per_kilobyte": round(report.microseconds_per_kilobyte, 1),
    }
    for name, counts in report.counts.items():
        yield {
            "record": "counts",
            "measure": name,
            "precision": round(counts.precision, 4),
            "recall": round(counts.recall, 4),
            "f1": round(counts.f1, 4),
            "right": counts.right,
            "missed": counts.missed,
            "spurious": counts.spurious,
        }
    for name, share in report.shares.items():
        yield {
            "record": "share",
            "measure": name,
            "value": round(share.value, 4),
            "holds": share.holds,
            "of": share.of,
        }
    for name, value in report.figures.items():
        yield {"record": "figure", "measure": name, "value": round(value, 4)}
    for miss in report.misses:
        yield _miss(miss)


def _miss(miss: Miss) -> dict[str, Any]:
    return {
        "record": "miss",
        "row": miss.row,
        "measure": miss.measure,
        "wanted": miss.wanted,
        "got": miss.got,
        "text": miss.text,
    }


def line(record: dict[str, Any], words: Wording) -> str:
    """Return a record in words."""
    values = {name: value for name, value in record.items() if name != "record"}
    shown = {name: _decimal(name, value) for name, value in values.items()}
    return words.say(f"evaluate-{record['record']}", **shown)


_DECIMALS = {"precision": 3, "recall": 3, "f1": 3, "value": 3, "us_per_kilobyte": 0, "seconds": 3}


def _decimal(name: str, value: Any) -> str:
    # Figures are written with Western digits and a point in both languages, as in tables.
    return f"{value:.{_DECIMALS[name]}f}" if name in _DECIMALS else str(value)
