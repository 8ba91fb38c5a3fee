"""Reports in JSON and in words, and the table of all sets."""

import json
from pathlib import Path
from typing import Any

from tawatur_core.evaluate import Counts, Miss, Report, Share, show
from tawatur_core.evaluate.quality import row, sets, table, task_of
from tawatur_core.wording import wording

REPORT = Report(
    task="attributions",
    path=Path("folder/x_attributions.jsonl"),
    rows=3,
    counts={"cue": Counts(2, 1, 0)},
    shares={"via": Share(1, 2)},
    figures={"best": 0.25},
    characters=2000,
    seconds=0.004,
    misses=(Miss("7", "cue", "قال", ""),),
)


def shown(language: str) -> list[tuple[dict[str, Any], str]]:
    got: list[tuple[dict[str, Any], str]] = []
    show(REPORT, lambda record, text: got.append((record, text)), wording(language, isolate=False))
    return got


def test_every_part_is_shown_in_both_languages():
    for language in ("ar", "en"):
        records = shown(language)
        assert [record["record"] for record, _ in records] == [
            "report",
            "counts",
            "share",
            "figure",
            "miss",
        ]
        texts = [text for _, text in records]
        assert "2000" in texts[0]
        assert all(figure in texts[1] for figure in ("1.000", "0.667", "0.800"))
        assert "0.500" in texts[2]
        assert "قال" in texts[4]
        json.dumps([record for record, _ in records])


def test_speed_is_time_for_a_thousand_characters():
    assert REPORT.microseconds_per_kilobyte == 2000
    assert shown("en")[0][0]["us_per_kilobyte"] == 2000


def test_the_task_is_told_by_the_file_name():
    assert task_of(Path("seeds_attributions.jsonl")) == "attributions"
    assert task_of(Path("name_variants.jsonl")) == "names"
    assert task_of(Path("claim_pairs.jsonl.gz")) == "pairs"
    assert task_of(Path("checkworthy.jsonl")) == "claims"
    assert task_of(Path("seeds_conflicts.jsonl")) is None
    assert task_of(Path("articles.jsonl")) is None


def test_the_table_measures_every_set_of_a_folder(tmp_path: Path):
    text = "وقال لافروف إن روسيا تدعم الحوار."
    gold = {
        "text": text,
        "kind": "indirect",
        "cue": {"start": 1, "end": 4},
        "speaker": {"start": 5, "end": 11},
    }
    (tmp_path / "my_attributions.jsonl").write_text(
        json.dumps(gold, ensure_ascii=False) + "\n", encoding="utf-8"
    )
    (tmp_path / "other.jsonl").write_text("{}\n", encoding="utf-8")
    assert [task for task, _ in sets([tmp_path])] == ["attributions"]
    lines = [row(report) for report in table([tmp_path])]
    assert len(lines) == 1
    assert "cue 1.000  speaker 1.000" in lines[0]
