"""Arrays filled from buffers are those that pyarrow makes of the same lists."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta, timezone
from typing import Any

import pytest

from tawatur_core.exporters.parquet_arrays import column
from tawatur_core.exporters.parquet_schema import schemas

pa: Any = pytest.importorskip("pyarrow")

EAST = timezone(timedelta(hours=3))
CASES: list[tuple[list[Any], str]] = [
    (["a", "قال", "😀", ""], "string"),
    ([None, "قال", None], "string"),
    ([None, None], "string"),
    ([], "string"),
    ([1, None, -(2**40)], "int64"),
    ([1.5, None, 0.0], "float64"),
    ([True, False, True], "bool_"),
    ([date(1957, 1, 1), None, date(2025, 7, 12)], "date32"),
]


@pytest.mark.parametrize(("values", "kind"), CASES)
def test_plain(values: list[Any], kind: str):
    _same(values, getattr(pa, kind)())


def test_moments():
    moments = [datetime(2026, 1, 1, 3, 4, 5, 678, EAST), None, datetime(1969, 1, 1, tzinfo=UTC)]
    _same(moments, pa.timestamp("us", "UTC"))


def test_nested():
    value = pa.struct([("a", pa.int64()), ("b", pa.list_(pa.string()))])
    rows = [{"a": 1, "b": ["x", "ب"]}, {"a": None, "b": []}, {"a": 3, "b": []}]
    _same(rows, value)
    _same([rows, [], rows[:1]], pa.list_(value))
    _same([[("من", "أ"), ("b", "c")], []], pa.map_(pa.string(), pa.string()))
    with_none = [[{"a": 1, "b": []}, None], []]
    _same(with_none, pa.list_(value))


def test_missing_fields_are_empty():
    (rows,) = (field.type for field in schemas()["conflicts"] if field.name == "rows")
    value = {"type": "words", "text": "قال"}
    row = {"kind": "what", "relation": "same", "values": [value, None], "spans": [None],
           "evidence": [{"code": "a", "weight": 0.5, "args": [("n", "1")]}]}  # fmt: skip
    _same([[row], []], rows)


def _same(values: list[Any], kind: Any) -> None:
    made = column(values, kind)
    made.validate(full=True)
    assert made.type == kind
    assert made.to_pylist() == pa.array(values, kind).to_pylist()
