"""Claims with their spans and slots."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Iterable
from datetime import datetime
from functools import lru_cache
from typing import Any

from tawatur_core import encode
from tawatur_core.errors import NoSuchRow
from tawatur_core.model import (
    Claim,
    ClaimId,
    ClaimKind,
    DocumentId,
    Origin,
    Party,
    Slot,
    SlotName,
    SlotValue,
    Span,
)
from tawatur_core.store.session import Reader

JOINED = " … "  # between the quotes of a claim in several pieces

_CLAIMS = "SELECT id, document, kind, note, origin, author, made_at, proposal FROM claim "
_SPANS = 'SELECT claim, start, "end", quote FROM claim_span {} ORDER BY claim, start, n'
# A party whose entity was removed is not linked.
_SLOTS = """
SELECT slot.claim, slot.id, slot.name, slot.value, slot.start, slot."end", slot.origin, entity.id
FROM slot LEFT JOIN entity ON entity.id = slot.entity {} ORDER BY slot.claim, slot.n, slot.id
"""


def claims_of(reader: Reader, document: DocumentId) -> list[Claim]:
    """Return the claims of a document in text order."""
    found = _load(reader, "WHERE document = ?", [document])
    return sorted(found, key=lambda claim: (claim.spans, claim.id))


def claims_by_document(reader: Reader, ids: Iterable[DocumentId]) -> dict[DocumentId, list[Claim]]:
    """Return the claims of several documents, each in text order; much faster than one by one."""
    where = "WHERE document IN (SELECT value FROM json_each(?))"
    found: dict[DocumentId, list[Claim]] = defaultdict(list)
    for one in _load(reader, where, [json.dumps(list(ids))]):
        found[one.document].append(one)
    for listed in found.values():
        listed.sort(key=lambda claim: (claim.spans, claim.id))
    return found


def claim(reader: Reader, id: ClaimId) -> Claim:  # noqa: A002 - the vocabulary's word
    """Return a claim. Raises NoSuchRow."""
    found = _load(reader, "WHERE id = ?", [id])
    if not found:
        raise NoSuchRow("claim", id)
    return found[0]


def claims(reader: Reader, ids: Iterable[ClaimId] | None = None) -> list[Claim]:
    """Return all claims, or those with these ids in the order given (missing ones left out)."""
    if ids is None:
        return _load(reader, "", [])
    wanted = list(ids)
    found = _load(reader, "WHERE id IN (SELECT value FROM json_each(?))", [json.dumps(wanted)])
    by_id = {one.id: one for one in found}
    return [by_id[id_] for id_ in wanted if id_ in by_id]


def outlets(reader: Reader) -> dict[ClaimId, str]:
    """Return the outlet that printed each claim, '' where it is not known."""
    rows = reader.conn.execute(
        "SELECT claim.id, outlet FROM claim JOIN document ON document.id = claim.document"
    )
    return {ClaimId(id_): outlet for id_, outlet in rows}


def _load(reader: Reader, where: str, args: list[str]) -> list[Claim]:
    rows = reader.conn.execute(_CLAIMS + where + " ORDER BY id", args).fetchall()
    within = f"WHERE claim IN (SELECT id FROM claim {where})" if where else ""
    spans: dict[str, list[tuple[Span, str]]] = defaultdict(list)
    for owner, start, end, quote in reader.conn.execute(_SPANS.format(within), args):
        spans[owner].append((Span(start, end), quote))
    slots: dict[str, list[Slot]] = defaultdict(list)
    for owner, *rest in reader.conn.execute(_SLOTS.format(within), args):
        slots[owner].append(_slot(rest))
    return [_claim(row, spans[row[0]], slots[row[0]]) for row in rows]


# Looking a member up is several times faster than calling its enumeration.
_KINDS = {kind.value: kind for kind in ClaimKind}
_ORIGINS = {origin.value: origin for origin in Origin}
_NAMES = {name.value: name for name in SlotName}


def _claim(row: tuple[Any, ...], spans: list[tuple[Span, str]], slots: list[Slot]) -> Claim:
    one = len(spans) == 1
    return Claim(
        id=row[0],
        document=row[1],
        spans=tuple(span for span, _quote in spans),
        quote=spans[0][1] if one else JOINED.join(quote for _span, quote in spans),
        kind=_KINDS[row[2]],
        slots=tuple(slots),
        note=row[3],
        origin=_ORIGINS[row[4]],
        author=row[5],
        made_at=_moment(row[6]),
        proposal=row[7],
    )


def _slot(row: list[Any]) -> Slot:
    id_, name, stored, start, end, origin, entity = row
    value = _value(stored)
    if isinstance(value, Party) and entity is not None:
        value = Party(value.text, entity)
    span = None if start is None else Span(start, end)
    return Slot(id_, _NAMES[name], value, span, _ORIGINS[origin])


_moment = lru_cache(maxsize=1 << 10)(datetime.fromisoformat)


@lru_cache(maxsize=1 << 14)
def _value(stored: str) -> SlotValue:
    """Return a slot's value from what is stored; a party without its entity."""
    value = encode.read_slot_value(json.loads(stored))
    return Party(value.text) if isinstance(value, Party) else value
