"""Records as the columns of Parquet tables, in the order of ``parquet_schema``."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date, datetime
from decimal import Decimal
from typing import Any

from tawatur_core.exporters.parquet_arrays import column, lists
from tawatur_core.exporters.parquet_schema import (
    schemas,
    slot as slot_type,
    span as span_type,
    value as value_fields,
)
from tawatur_core.model import (
    Certainty,
    ClaimKind,
    HowMany,
    MentionRole,
    Origin,
    Party,
    Polarity,
    Slot,
    SlotName,
    SlotValue,
    Span,
    When,
    Words,
)
from tawatur_core.plugins import Annotated, need

Columns = list[Any]


def documents(group: Sequence[Annotated]) -> Columns:
    """Return the columns of the documents."""
    all_ = [annotated.document for annotated in group]
    origins = [document.provenance for document in all_]
    residue = _spans([(document.text, document.residue) for document in all_])
    return _typed("documents", [
        [document.id for document in all_],
        [document.text for document in all_],
        [document.sha256 for document in all_],
        [document.title for document in all_],
        [document.outlet for document in all_],
        [document.author for document in all_],
        [document.url for document in all_],
        [document.published for document in all_],
        [document.published_basis for document in all_],
        residue,
        [origin.file_name for origin in origins],
        [origin.bytes_sha256 for origin in origins],
        [origin.encoding for origin in origins],
        [origin.encoding_basis for origin in origins],
        [document.imported_at for document in all_],
        [document.copied_from for document in all_],
    ])  # fmt: skip


def claims(group: Sequence[Annotated]) -> Columns:
    """Return the columns of the claims of some documents."""
    told = [(one.document, claim) for one in group for claim in one.claims]
    all_ = [claim for _, claim in told]
    return _typed("claims", [
        [claim.id for claim in all_],
        [claim.document for claim in all_],
        _spans([(document.text, claim.spans) for document, claim in told]),
        [claim.quote for claim in all_],
        [_PLAIN[claim.kind] for claim in all_],
        _slots([(document.text, claim.slots) for document, claim in told]),
        [claim.note for claim in all_],
        [_PLAIN[claim.origin] for claim in all_],
        [claim.author for claim in all_],
        [claim.made_at for claim in all_],
        [claim.proposal for claim in all_],
    ])  # fmt: skip


def mentions(group: Sequence[Annotated]) -> Columns:
    """Return the columns of the mentions of some documents."""
    all_ = [mention for annotated in group for mention in annotated.mentions]
    return _typed("mentions", [
        [mention.id for mention in all_],
        [mention.document for mention in all_],
        [mention.span.start for mention in all_],
        [mention.span.end for mention in all_],
        [mention.quote for mention in all_],
        [_PLAIN[mention.role] for mention in all_],
        [mention.entity for mention in all_],
        [_PLAIN[mention.origin] for mention in all_],
        [mention.author for mention in all_],
        [mention.proposal for mention in all_],
    ])  # fmt: skip


def rejections(group: Sequence[Annotated]) -> Columns:
    """Return the columns of the proposals refused for good."""
    all_ = [rejection for annotated in group for rejection in annotated.rejected]
    return _typed("rejections", [
        [rejection.key for rejection in all_],
        [rejection.document for rejection in all_],
        [rejection.kind.value for rejection in all_],
        [rejection.name for rejection in all_],
        [rejection.start for rejection in all_],
        [rejection.end for rejection in all_],
    ])  # fmt: skip


def row(record: dict[str, Any], schema: Any) -> dict[str, Any]:
    """Return a record of `records.to_json` as a row: times as times, values with all fields."""
    told = {name: record[name] for name in schema.names}
    if "given_at" in told:
        told["given_at"] = datetime.fromisoformat(told["given_at"])
    for name in ("evidence", "rows"):
        if name in told:
            told[name] = [_nested(part) for part in told[name]]
    return told


def _nested(part: dict[str, Any]) -> dict[str, Any]:
    """Return a reason or a comparison with its arguments as pairs and its values filled."""
    told = dict(part)
    if "args" in told:
        told["args"] = list(told["args"].items())
    if "values" in told:
        told["values"] = [None if v is None else _filled(v) for v in told["values"]]
        told["evidence"] = [_nested(reason) for reason in told["evidence"]]
    return told


def _filled(value: dict[str, Any]) -> dict[str, Any]:
    told = dict(value)
    for name in ("first", "last"):
        if told.get(name):
            told[name] = date.fromisoformat(told[name])
    for name in ("low", "high"):
        if told.get(name) is not None:
            told[f"{name}_exact"] = told[name]
            told[name] = float(Decimal(told[name]))
    return told


def _typed(table: str, columns: Columns) -> Columns:
    types = schemas()[table].types
    return [
        column(told, kind) if isinstance(told, list) else told
        for told, kind in zip(columns, types, strict=True)
    ]


def _structs(columns: Iterable[Sequence[Any] | Any], fields: Any) -> Any:
    """Return structures of their fields, which are lists or arrays already."""
    pa = need("pyarrow", "parquet")
    parts = [
        column(told, field.type) if isinstance(told, list) else told
        for told, field in zip(columns, fields, strict=True)
    ]
    return pa.StructArray.from_arrays(parts, fields=list(fields))


def _spans(listed: Sequence[tuple[str, Sequence[Span]]]) -> Any:
    told = [(text, one) for text, spans in listed for one in spans]
    columns = [
        [one.start for _, one in told],
        [one.end for _, one in told],
        [text[one.start : one.end] for text, one in told],
    ]
    return lists([len(spans) for _, spans in listed], _structs(columns, span_type()))


def _slots(listed: Sequence[tuple[str, Sequence[Slot]]]) -> Any:
    told = [(text, one) for text, slots in listed for one in slots]
    all_ = [one for _, one in told]
    places = [one.span for one in all_]
    columns = [
        [one.id for one in all_],
        [_PLAIN[one.name] for one in all_],
        [_PLAIN[one.origin] for one in all_],
        [None if span is None else span.start for span in places],
        [None if span is None else span.end for span in places],
        [
            None if span is None else text[span.start : span.end]
            for (text, _), span in zip(told, places, strict=True)
        ],
        *_values([one.value for one in all_]),
    ]
    return lists([len(slots) for _, slots in listed], _structs(columns, slot_type()))


def _values(values: Sequence[SlotValue]) -> Columns:
    """Return the fields of values as arrays; what is one value in many slots is read once."""
    distinct = {id(value): value for value in values}
    numbers = {name: number for number, name in enumerate(distinct)}
    pa = need("pyarrow", "parquet")
    taken = column([numbers[id(value)] for value in values], pa.int32())
    fields = value_fields()
    columns = list(zip(*map(_value, distinct.values()), strict=True)) or [()] * len(fields)
    return [
        column(list(told), kind).take(taken)
        for told, (_, kind) in zip(columns, fields, strict=True)
    ]


# The plain text of a member of an enumeration: asking the member for it is slow.
_PLAIN = {
    member: member.value for kind in (ClaimKind, MentionRole, Origin, SlotName) for member in kind
}


def _value(value: SlotValue) -> tuple[Any, ...]:
    """Return a value as the fields of `parquet_schema.value`, in their order."""
    match value:
        case Party(text, entity):
            return ("party", text, entity, *(None,) * 11)
        case When(text, first, last, precision, how):
            return ("when", text, None, first, last, precision.value, how, *(None,) * 7)
        case HowMany(text, low, high, unit, hedge):
            amounts = (_reckoned(low), _reckoned(high), _exact(low), _exact(high))
            return ("how_many", text, *(None,) * 5, *amounts, unit, hedge.value, None)
        case Words(text):
            return ("words", text, *(None,) * 12)
        case Polarity():
            return ("polarity", *(None,) * 12, value.value)
        case Certainty():
            return ("certainty", *(None,) * 12, value.value)


def _reckoned(amount: Decimal | None) -> float | None:
    return None if amount is None else float(amount)


def _exact(amount: Decimal | None) -> str | None:
    return None if amount is None else str(amount)
