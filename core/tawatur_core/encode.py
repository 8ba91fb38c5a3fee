"""Values of the vocabulary as JSON and back; numbers and dates stay exact."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from datetime import date
from decimal import Decimal
from typing import Any

from tawatur_core.bulk import remembered
from tawatur_core.model import (
    Certainty,
    EntityId,
    Evidence,
    Hedge,
    HowMany,
    Origin,
    Party,
    Polarity,
    Precision,
    SlotDraft,
    SlotName,
    SlotValue,
    Span,
    When,
    Words,
)

Json = dict[str, Any]


def dumps(value: object) -> str:
    """Return compact, canonical JSON."""
    return json.dumps(value, ensure_ascii=False, sort_keys=True, separators=(",", ":"))


def slot_value(value: SlotValue) -> Json:
    """Return a slot's value as JSON; `type` says which it is."""
    return dict(_slot_value(value))


def _worked_out(value: SlotValue) -> Json:
    match value:
        case Party(text, entity):
            return {"type": "party", "text": text, "entity": entity}
        case When(text, first, last, precision, how):
            return {
                "type": "when",
                "text": text,
                "first": _day(first),
                "last": _day(last),
                "precision": str(precision),
                "how": how,
            }
        case HowMany(text, low, high, unit, hedge):
            return {
                "type": "how_many",
                "text": text,
                "low": _number(low),
                "high": _number(high),
                "unit": unit,
                "hedge": str(hedge),
            }
        case Words(text):
            return {"type": "words", "text": text}
        case Polarity():
            return {"type": "polarity", "value": str(value)}
        case Certainty():
            return {"type": "certainty", "value": str(value)}


_slot_value = remembered(_worked_out)  # a corpus has the same values again and again


def read_slot_value(data: Mapping[str, Any]) -> SlotValue:
    """Return the slot's value that JSON stands for. Raises KeyError, ValueError."""
    match data["type"]:
        case "party":
            return Party(data["text"], _entity(data["entity"]))
        case "when":
            return When(
                data["text"],
                _read_day(data["first"]),
                _read_day(data["last"]),
                Precision(data["precision"]),
                data["how"],
            )
        case "how_many":
            return HowMany(
                data["text"],
                _read_number(data["low"]),
                _read_number(data["high"]),
                data["unit"],
                Hedge(data["hedge"]),
            )
        case "words":
            return Words(data["text"])
        case "polarity":
            return Polarity(data["value"])
        case "certainty":
            return Certainty(data["value"])
        case other:
            raise ValueError(f"no such type of value: {other}")


def optional_value(value: SlotValue | None) -> Json | None:
    """Return a value that may be missing."""
    return None if value is None else slot_value(value)


def read_optional_value(data: Mapping[str, Any] | None) -> SlotValue | None:
    """Return a value that may be missing."""
    return None if data is None else read_slot_value(data)


def value_text(value: SlotValue | None) -> str:
    """Return the words of a value as they stand in the text, '' when there is none."""
    match value:
        case None:
            return ""
        case Polarity() | Certainty():
            return str(value)
        case _:
            return value.text


def value_entity(value: SlotValue | None) -> str:
    """Return the entity that a value is linked to, '' when it is to none."""
    return (value.entity or "") if isinstance(value, Party) else ""


def span(value: Span | None) -> list[int] | None:
    """Return a span as [start, end]."""
    return None if value is None else [value.start, value.end]


def read_span(data: list[int] | None) -> Span | None:
    """Return a span from [start, end]."""
    return None if data is None else Span(data[0], data[1])


def draft(value: SlotDraft) -> Json:
    """Return a slot that is not stored yet."""
    return {
        "name": str(value.name),
        "value": slot_value(value.value),
        "span": span(value.span),
        "origin": str(value.origin),
    }


def read_draft(data: Mapping[str, Any]) -> SlotDraft:
    """Return a slot that is not stored yet."""
    return SlotDraft(
        SlotName(data["name"]),
        read_slot_value(data["value"]),
        read_span(data["span"]),
        Origin(data["origin"]),
    )


def evidence(reasons: Iterable[Evidence]) -> list[Json]:
    """Return reasons in their order."""
    return [{"code": e.code, "weight": e.weight, "args": dict(e.args)} for e in reasons]


def read_evidence(data: Iterable[Mapping[str, Any]]) -> tuple[Evidence, ...]:
    """Return reasons in their order."""
    return tuple(Evidence(e["code"], e["weight"], e["args"]) for e in data)


def _day(value: date | None) -> str | None:
    return None if value is None else value.isoformat()


def _read_day(data: str | None) -> date | None:
    return None if data is None else date.fromisoformat(data)


def _number(value: Decimal | None) -> str | None:
    return None if value is None else str(value)


def _read_number(data: str | None) -> Decimal | None:
    return None if data is None else Decimal(data)


def _entity(data: str | None) -> EntityId | None:
    return None if data is None else EntityId(data)
