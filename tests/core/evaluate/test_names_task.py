"""The task `names`: pairs of names."""

import json
from pathlib import Path

import pytest

from tawatur_core.evaluate import run
from tawatur_core.evaluate.names import recall_at

ROWS = [
    {"a": "سيرجي لافروف", "b": "سيرغي لافروف", "same": True, "type": "news"},
    {"a": "بيونج يانج", "b": "بيونغ يانغ", "same": True, "type": "place"},
    {"a": "سيرجي لافروف", "b": "سيرجي شويجو", "same": False, "type": "news"},
    {"a": "كيم جونغ أون", "b": "كيم جونغ إيل", "same": True, "type": "news"},
]


def test_counts_by_type_and_misses(tmp_path: Path) -> None:
    file = tmp_path / "pairs.jsonl"
    file.write_text("\n".join(json.dumps(row) for row in ROWS), encoding="utf-8")
    report = run("names", file, errors=True)
    assert (report.counts["all"].right, report.counts["all"].missed) == (2, 1)
    assert report.counts["news"].right == 1
    assert [miss.text for miss in report.misses] == ["كيم جونغ أون | كيم جونغ إيل"]
    assert report.figures["recall at 95% precision, place"] == 1.0


@pytest.mark.parametrize(
    ("pairs", "recall"),
    [
        ([(0.9, True), (0.8, False), (0.7, True)], 0.5),
        ([(0.9, True), (0.9, False)], 0.0),  # one threshold cannot part equal scores
        ([(0.1, False)], 0.0),
        ([(0.3, True), (0.2, True)], 1.0),
    ],
)
def test_recall_at_a_precision(pairs: list[tuple[float, bool]], recall: float) -> None:
    assert recall_at(pairs, 0.95) == recall
