"""The frame of every measurement."""

import gzip
import json
import sys
from collections.abc import Callable, Sequence
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest

from tawatur_core.errors import BadFormat, CannotRead, EmptyFile
from tawatur_core.evaluate import Counts, Row, Share, Sheet, run
from tawatur_core.evaluate.measure import Measure, read_rows

Put = Callable[[Measure], None]


@pytest.fixture
def task(monkeypatch: pytest.MonkeyPatch) -> Put:
    """Put a task module of our own in the place of 'names'."""

    def put(measure: Measure) -> None:
        module = ModuleType("tawatur_core.evaluate.names")
        module.__dict__["measure"] = measure
        monkeypatch.setitem(sys.modules, "tawatur_core.evaluate.names", module)

    return put


def write(path: Path, *rows: dict[str, Any]) -> Path:
    path.write_text("".join(json.dumps(row) + "\n" for row in rows), encoding="utf-8")
    return path


def test_counts_and_shares() -> None:
    counts = Counts(right=6, missed=2, spurious=4)
    assert counts.precision == 0.6
    assert counts.recall == 0.75
    assert counts.f1 == pytest.approx(2 * 0.6 * 0.75 / (0.6 + 0.75))
    assert Counts(0, 0, 0).f1 == 0.0
    assert Share(3, 4).value == 0.75
    assert Share(0, 0).value == 0.0


def test_run_collects_what_the_task_writes(tmp_path: Path, task: Put) -> None:
    def measure(rows: Sequence[Row], sheet: Sheet) -> None:
        for row in rows:
            with sheet.timed(row["text"]):
                pass
            sheet.count("cue", right=1, spurious=row["n"])
            sheet.share("answered", row["n"] == 0)
            sheet.miss(row["id"], "cue", "a", "b")
        sheet.figure("best", 0.5)

    task(measure)
    path = write(
        tmp_path / "x.jsonl", {"id": 1, "text": "abc", "n": 0}, {"id": 2, "text": "de", "n": 3}
    )
    report = run("names", path)
    assert report.counts == {"cue": Counts(2, 0, 3)}
    assert report.shares == {"answered": Share(1, 2)}
    assert report.figures == {"best": 0.5}
    assert (report.rows, report.characters, report.misses) == (2, 5, ())
    assert report.seconds > 0
    assert [miss.row for miss in run("names", path, errors=True).misses] == ["1", "2"]


def test_a_lacking_field_is_the_files_fault_and_our_key_error_is_ours(
    tmp_path: Path, task: Put
) -> None:
    path = write(tmp_path / "x.jsonl", {"id": 1})
    task(lambda rows, sheet: sheet.figure(rows[0]["text"], 0))
    with pytest.raises(BadFormat) as caught:
        run("names", path)
    assert "'text'" in caught.value.detail
    empty: dict[str, str] = {}
    task(lambda rows, sheet: sheet.figure(empty["ours"], 0))
    with pytest.raises(KeyError):
        run("names", path)


def test_bad_files_are_named(tmp_path: Path) -> None:
    with pytest.raises(CannotRead):
        read_rows(tmp_path / "none.jsonl")
    (tmp_path / "empty.jsonl").write_text("\n\n", encoding="utf-8")
    with pytest.raises(EmptyFile):
        read_rows(tmp_path / "empty.jsonl")
    (tmp_path / "bad.jsonl").write_text('{"a": 1}\n[2]\n', encoding="utf-8")
    with pytest.raises(BadFormat) as caught:
        read_rows(tmp_path / "bad.jsonl")
    assert caught.value.detail == "line 2"
    (tmp_path / "latin.jsonl").write_bytes(b'{"a": "\xe9"}')
    with pytest.raises(BadFormat):
        read_rows(tmp_path / "latin.jsonl")


def test_gzipped_rows_and_line_separators_inside_strings(tmp_path: Path) -> None:
    path = tmp_path / "rows.jsonl.gz"
    path.write_bytes(gzip.compress('{"text": "a\u2028b"}\n'.encode()))
    assert read_rows(path) == [{"text": "a\u2028b"}]


def test_unknown_task(tmp_path: Path) -> None:
    with pytest.raises(ValueError, match="no such task"):
        run("nothing", tmp_path / "x.jsonl")
