"""Whole records of the vocabulary as JSON and back: what is exported and imported.

A dataclass becomes an object with its field names, dates in ISO 8601, decimals as text. The store
writes the compact form of `encode`, which is several times faster; slot values are the same.
"""

from __future__ import annotations

import types
from collections.abc import Callable, Mapping
from dataclasses import fields, is_dataclass
from datetime import date, datetime
from decimal import Decimal
from enum import Enum, StrEnum
from functools import cache
from operator import attrgetter, methodcaller
from typing import Any, TypeVar, Union, get_args, get_origin, get_type_hints

from tawatur_core import encode
from tawatur_core.model import SlotValue

T = TypeVar("T")
_PLAIN = frozenset({str, int, float, bool, type(None)})
_WRITERS: dict[type, Callable[[Any], Any]] = {}
_SLOT_VALUES = frozenset(get_args(SlotValue))


def to_json(value: object) -> Any:
    """Return `value` as what the json module writes. Raises TypeError for a foreign type."""
    kind = type(value)
    if kind in _PLAIN:
        return value
    write = _WRITERS.get(kind)
    if write is None:
        write = _WRITERS[kind] = _writer(kind)
    return write(value)


def _writer(kind: type) -> Callable[[Any], Any]:
    """Return what writes values of a type: which one it is, is asked once."""
    if issubclass(kind, SlotValue):
        return encode.slot_value
    if issubclass(kind, StrEnum):
        return str
    if issubclass(kind, Enum):
        return attrgetter("value")
    if issubclass(kind, date | datetime):
        return methodcaller("isoformat")
    if issubclass(kind, Decimal):
        return str
    if is_dataclass(kind):
        return _object_writer(tuple(field.name for field in fields(kind)))
    if issubclass(kind, Mapping):
        return lambda value: {str(key): to_json(part) for key, part in value.items()}
    if issubclass(kind, tuple | list):
        return lambda value: [to_json(part) for part in value]
    if issubclass(kind, str | int | float):
        return lambda value: value
    raise TypeError(f"not a value of the vocabulary: {kind.__name__}")


def _object_writer(names: tuple[str, ...]) -> Callable[[Any], Any]:
    parts: Callable[[Any], tuple[Any, ...]] = attrgetter(*names)
    if len(names) == 1:
        parts = lambda value: (getattr(value, names[0]),)  # noqa: E731 - of one it gives no tuple

    def write(value: Any) -> dict[str, Any]:
        return {
            name: part if type(part) in _PLAIN else to_json(part)
            for name, part in zip(names, parts(value), strict=True)
        }

    return write


def from_json(kind: type[T], data: Any) -> T:
    """Return the value of type `kind` that `to_json` gave as `data`.

    Raises ValueError, TypeError or KeyError when `data` does not describe one.
    """
    return _read(kind, data)  # type: ignore[no-any-return]


def _read(kind: Any, data: Any) -> Any:
    kind = getattr(kind, "__supertype__", kind)  # a NewType stands for its base
    origin = get_origin(kind)
    if origin in (types.UnionType, Union):
        return _read_union(get_args(kind), data)
    if origin is tuple:
        return tuple(_read(get_args(kind)[0], part) for part in data)
    if origin is not None and issubclass(origin, Mapping):
        return {key: _read(get_args(kind)[1], part) for key, part in data.items()}
    return _read_plain(kind, data)


def _read_union(kinds: tuple[Any, ...], data: Any) -> Any:
    if data is None and type(None) in kinds:
        return None
    if _SLOT_VALUES.issubset(kinds):
        return encode.read_slot_value(data)
    (rest,) = (kind for kind in kinds if kind is not type(None))
    return _read(rest, data)


def _read_plain(kind: Any, data: Any) -> Any:
    if isinstance(kind, type) and is_dataclass(kind):
        hints = _hints(kind)
        given = {name: _read(hint, data[name]) for name, hint in hints.items() if name in data}
        return kind(**given)
    if kind in (date, datetime):
        return kind.fromisoformat(data)
    if kind is Decimal:
        return Decimal(data)
    if isinstance(kind, type) and issubclass(kind, Enum):
        return kind(data)
    if kind is float and isinstance(data, int):
        return float(data)
    if not isinstance(data, kind):
        raise TypeError(f"expected {kind.__name__}, got {type(data).__name__}")
    return data


@cache
def _hints(kind: type) -> dict[str, Any]:
    hints = get_type_hints(kind)
    return {field.name: hints[field.name] for field in fields(kind)}
