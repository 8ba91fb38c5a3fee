"""Quality on the project's own rows does not fall: floors, a little under what is reached."""

from __future__ import annotations

from pathlib import Path

import pytest

from tawatur_core.evaluate import run

HERE = Path(__file__).parent


@pytest.mark.parametrize(
    ("task", "measure", "floor"),
    [
        ("names", "all", 0.95),
        ("attributions", "cue", 0.93),
        ("attributions", "speaker", 0.90),
        ("mentions", "untyped", 0.93),
        ("claims", "claim", 0.80),
        ("pairs", "all: agree", 0.85),
        ("pairs", "all: conflict", 0.90),
        ("order", "conflict", 0.95),
    ],
)
def test_counted_measures(task: str, measure: str, floor: float):
    report = run(task, HERE / f"seeds_{task}.jsonl")
    assert report.rows >= 13
    assert report.counts[measure].f1 >= floor


@pytest.mark.parametrize(
    ("task", "measure", "floor"),
    [("numbers", "in context", 0.94), ("dates", "exact interval in context, news", 0.95)],
)
def test_shares(task: str, measure: str, floor: float):
    report = run(task, HERE / f"seeds_{task}.jsonl")
    assert report.rows >= 17
    assert report.shares[measure].value >= floor


def test_headlines_of_different_outlets():
    counts = run("pairs", HERE / "headlines_pairs.jsonl").counts
    assert counts["all: conflict"].precision >= 0.75, (
        "a false conflict costs more than a missed one"
    )
    assert counts["all: conflict"].f1 >= 0.65
    assert counts["all: agree"].f1 >= 0.7
