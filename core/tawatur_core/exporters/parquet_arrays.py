"""Arrow arrays of Python lists, filled from whole buffers.

`pyarrow.array` loads pandas, where that is installed, to ask whether a list is one of its: 40 MB
and a third of a second that the export of a corpus has no use for.
"""

from __future__ import annotations

from array import array
from collections.abc import Callable, Iterable, Sequence
from datetime import UTC, datetime, timedelta
from itertools import accumulate
from typing import Any

from tawatur_core.plugins import need

_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
_FIRST_DAY = _EPOCH.toordinal()
_US = timedelta(microseconds=1)
_CODES = {"int64": "q", "int32": "i", "double": "d", "date32[day]": "i"}  # of the array module


def column(values: Sequence[Any], kind: Any) -> Any:
    """Return values, None for what is missing, as an array of an Arrow type.

    Structures are dictionaries, maps lists of pairs. Raises KeyError for a type that no table of
    ours has.
    """
    pa = need("pyarrow", "parquet")
    types = pa.types
    if values and values.count(None) == len(values):
        return pa.nulls(len(values), kind)
    if types.is_string(kind):
        return _texts(values, kind)
    if types.is_struct(kind):
        return _structs(values, kind)
    if types.is_list(kind) or types.is_map(kind):
        return _lists(values, kind)
    if types.is_boolean(kind):
        return _flags(values)
    if types.is_timestamp(kind):
        return _numbers(values, "q", kind, lambda moment: (moment - _EPOCH) // _US)
    if types.is_date(kind):
        return _numbers(values, "i", kind, lambda day: day.toordinal() - _FIRST_DAY)
    return _numbers(values, _CODES[str(kind)], kind)


def lists(sizes: Iterable[int], items: Any) -> Any:
    """Return lists of so many items each."""
    pa = need("pyarrow", "parquet")
    return pa.ListArray.from_arrays(offsets(sizes), items)


def offsets(sizes: Iterable[int]) -> Any:
    """Return where lists of so many items each begin and end."""
    pa = need("pyarrow", "parquet")
    begins = _begins(sizes)
    return _array(pa.int32(), len(begins), None, begins)


def _begins(sizes: Iterable[int]) -> array[int]:
    return array("i", list(accumulate(sizes, initial=0)))


def _structs(values: Sequence[dict[str, Any] | None], kind: Any) -> Any:
    pa = need("pyarrow", "parquet")
    told = [value or {} for value in values]
    fields = [column([value.get(field.name) for value in told], field.type) for field in kind]
    gone = _flags([value is None for value in values]) if None in values else None
    return pa.StructArray.from_arrays(fields, fields=list(kind), mask=gone)


def _lists(values: Sequence[Any], kind: Any) -> Any:
    pa = need("pyarrow", "parquet")
    told = [value or () for value in values]
    begins = offsets(map(len, told))
    items = [item for value in told for item in value]
    if pa.types.is_map(kind):  # in our tables never missing, but in what is
        keys = column([key for key, _ in items], kind.key_type)
        return pa.MapArray.from_arrays(begins, keys, column([v for _, v in items], kind.item_type))
    gone = _flags([value is None for value in values]) if None in values else None
    return pa.ListArray.from_arrays(begins, column(items, kind.value_type), mask=gone)


def _texts(values: Sequence[str | None], kind: Any) -> Any:
    if values and values[0] is not None and values.count(values[0]) == len(values):
        return _same(values[0].encode(), len(values), kind)
    missing = None in values
    told: Sequence[Any] = [value or "" for value in values] if missing else values
    joined = "".join(told)
    if joined.isascii():
        data, sizes = joined.encode(), map(len, told)
    else:
        encoded = [text.encode() for text in told]
        data, sizes = b"".join(encoded), map(len, encoded)
    return _array(kind, len(values), values if missing else None, _begins(sizes), data)


def _same(data: bytes, count: int, kind: Any) -> Any:
    """Return a text so many times over: who made a claim is mostly the same analyst."""
    begins = range(0, count * len(data) + 1, len(data)) if data else (0,) * (count + 1)
    return _array(kind, count, None, array("i", begins), data * count)


def _numbers(
    values: Sequence[Any], code: str, kind: Any, reckoned: Callable[[Any], Any] | None = None
) -> Any:
    missing = None in values
    told = [0 if value is None else value for value in values] if missing else values
    if reckoned is not None:
        told = [value and reckoned(value) for value in told]
    return _array(kind, len(values), values if missing else None, array(code, told))


def _flags(values: Sequence[bool]) -> Any:
    pa = need("pyarrow", "parquet")
    return _array(pa.uint8(), len(values), None, bytes(values)).cast(pa.bool_())


def _array(kind: Any, size: int, missing: Sequence[Any] | None, *held: Any) -> Any:
    pa = need("pyarrow", "parquet")
    known = None
    if missing is not None:
        known = _flags([value is not None for value in missing]).buffers()[1]
    buffers = [pa.py_buffer(part) if isinstance(part, bytes | array) else part for part in held]
    return pa.Array.from_buffers(kind, size, [known, *buffers])
