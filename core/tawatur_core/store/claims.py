"""Claims with their spans and slots."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import replace
from datetime import datetime
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
    SlotId,
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


def _claim(row: tuple[Any, ...], spans: list[tuple[Span, str]], slots: list[Slot]) -> Claim:
    return Claim(
        id=ClaimId(row[0]),
        document=DocumentId(row[1]),
        spans=tuple(span for span, _quote in spans),
        quote=JOINED.join(quote for _span, quote in spans),
        kind=ClaimKind(row[2]),
        slots=tuple(slots),
        note=row[3],
        origin=Origin(row[4]),
        author=row[5],
        made_at=datetime.fromisoformat(row[6]),
        proposal=row[7],
    )


def _slot(row: list[Any]) -> Slot:
    id_, name, stored, start, end, origin, entity = row
    value: SlotValue = encode.read_slot_value(json.loads(stored))
    if isinstance(value, Party):
        value = replace(value, entity=entity)
    span = None if start is None else Span(start, end)
    return Slot(SlotId(id_), SlotName(name), value, span, Origin(origin))
