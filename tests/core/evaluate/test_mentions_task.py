"""The task `mentions`: labelled spans, proclitics tolerated."""

import json
from pathlib import Path

import pytest

from tawatur_core.evaluate import run
from tawatur_core.evaluate.mentions import same_place
from tawatur_core.model import Span

TEXT = "زار الرئيس بيروت ولبنان أمس."


def test_counts_and_kinds(tmp_path: Path) -> None:
    spans = [
        {"start": 11, "end": 16, "type": "LOC"},
        {"start": 17, "end": 23, "type": "LOC"},  # with its و
        {"start": 4, "end": 10, "type": "PER"},  # an office alone is not found
    ]
    file = tmp_path / "rows.jsonl"
    row = {"text": TEXT, "spans": spans, "source": "own"}
    file.write_text(json.dumps(row), encoding="utf-8")
    report = run("mentions", file, errors=True)
    counts = report.counts["untyped, own"]
    assert (counts.right, counts.missed, counts.spurious) == (2, 1, 0)
    assert report.shares["kind right"].value == 1.0
    assert report.misses[0].wanted == "PER الرئيس"


@pytest.mark.parametrize(
    ("found", "labelled", "same"),
    [
        ((18, 23), (17, 23), True),
        ((11, 16), (11, 16), True),
        ((11, 16), (4, 16), False),
        ((11, 15), (11, 16), False),
    ],
)
def test_proclitics_are_tolerated(
    found: tuple[int, int], labelled: tuple[int, int], same: bool
) -> None:
    assert same_place(TEXT, Span(*found), Span(*labelled)) is same
