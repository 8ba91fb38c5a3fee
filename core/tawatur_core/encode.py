"""Values of the vocabulary as JSON and back, exactly: dates in ISO 8601, decimals as text.

A dataclass becomes an object with its field names; a slot value says which kind it is in
``"type"`` (party, when, how_many, words, polarity, certainty).
"""

from __future__ import annotations

import types
from collections.abc import Mapping
from dataclasses import fields, is_dataclass
from datetime import date, datetime
from decimal import Decimal
from enum import Enum
from functools import cache
from typing import Any, TypeVar, Union, get_args, get_origin, get_type_hints

from tawatur_core.model import Certainty, HowMany, Party, Polarity, SlotValue, When, Words

T = TypeVar("T")
_TAGS: dict[str, type] = {
    "party": Party,
    "when": When,
    "how_many": HowMany,
    "words": Words,
    "polarity": Polarity,
    "certainty": Certainty,
}
_NAMES = {kind: tag for tag, kind in _TAGS.items()}
_SLOT_VALUES = frozenset(get_args(SlotValue))


def to_json(value: object) -> Any:
    """Return `value` as what the json module writes. Raises TypeError for a foreign type."""
    if type(value) in _SLOT_VALUES:
        tag = _NAMES[type(value)]
        return (
            {"type": tag, "value": value.value}
            if isinstance(value, Enum)
            else {"type": tag, **_object(value)}
        )
    if isinstance(value, Enum):
        return value.value
    if value is None or isinstance(value, str | int | float | bool):
        return value
    if isinstance(value, date | datetime):
        return value.isoformat()
    if isinstance(value, Decimal):
        return str(value)
    if is_dataclass(value):
        return _object(value)
    if isinstance(value, Mapping):
        return {str(key): to_json(part) for key, part in value.items()}
    if isinstance(value, tuple | list):
        return [to_json(part) for part in value]
    raise TypeError(f"not a value of the vocabulary: {type(value).__name__}")


def _object(value: object) -> dict[str, Any]:
    return {field.name: to_json(getattr(value, field.name)) for field in fields(value)}  # type: ignore[arg-type]


def from_json(kind: type[T], data: Any) -> T:
    """Return the value of type `kind` that `to_json` gave as `data`.

    Raises ValueError, TypeError or KeyError when `data` does not describe one.
    """
    return _read(kind, data)  # type: ignore[no-any-return]


def slot_value(data: Any) -> SlotValue:
    """Return a slot value from its JSON. Raises ValueError, TypeError or KeyError."""
    return _read(SlotValue, data)  # type: ignore[no-any-return]


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
    if set(kinds) >= _SLOT_VALUES:
        kind = _TAGS[data["type"]]
        return kind(data["value"]) if issubclass(kind, Enum) else _read_plain(kind, data)
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
