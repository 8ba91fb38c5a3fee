"""Claims with their spans and slots."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Iterable
from datetime import datetime
from functools import lru_cache
from itertools import groupby
from operator import itemgetter
from typing import Any

from tawatur_core import encode
from tawatur_core.bulk import close, opened
from tawatur_core.errors import NoSuchRow
from tawatur_core.model import (
    Claim,
    ClaimId,
    ClaimKind,
    DocumentId,
    EntityId,
    Origin,
    Party,
    Slot,
    SlotName,
    SlotValue,
    Span,
)
from tawatur_core.store.session import Reader

JOINED = " … "  # between the quotes of a claim in several pieces

# A row for each piece; a claim without any has one too.
_CLAIMS = """
SELECT c.id, c.document, c.kind, c.note, c.origin, c.author, c.made_at, c.proposal,
    s.start, s."end", s.quote
FROM claim c LEFT JOIN claim_span s ON s.claim = c.id {} ORDER BY c.id, s.start, s.n
"""
# A party whose entity was removed is not linked.
_SLOTS = """
SELECT slot.claim, slot.id, slot.name, slot.value, slot.start, slot."end", slot.origin, entity.id
FROM slot LEFT JOIN entity ON entity.id = slot.entity {} ORDER BY slot.claim, slot.n, slot.id
"""


def claims_of(reader: Reader, document: DocumentId) -> list[Claim]:
    """Return the claims of a document in text order."""
    return sorted(_load(reader, "WHERE c.document = ?", [document]), key=_in_text)


def claims_by_document(reader: Reader, ids: Iterable[DocumentId]) -> dict[DocumentId, list[Claim]]:
    """Return the claims of several documents, each in text order; much faster than one by one."""
    where = "WHERE c.document IN (SELECT value FROM json_each(?))"
    found: dict[DocumentId, list[Claim]] = defaultdict(list)
    for one in _load(reader, where, [json.dumps(list(ids))]):
        found[one.document].append(one)
    for listed in found.values():
        listed.sort(key=_in_text)
    return found


def claim_ids(reader: Reader, documents: Iterable[DocumentId]) -> set[ClaimId]:
    """Return the ids of the claims of several documents."""
    rows = reader.conn.execute(
        "SELECT id FROM claim WHERE document IN (SELECT value FROM json_each(?))",
        [json.dumps(list(documents))],
    )
    return {ClaimId(id_) for (id_,) in rows}


def claim(reader: Reader, id: ClaimId) -> Claim:  # noqa: A002 - the vocabulary's word
    """Return a claim. Raises NoSuchRow."""
    found = _load(reader, "WHERE c.id = ?", [id])
    if not found:
        raise NoSuchRow("claim", id)
    return found[0]


def claims(reader: Reader, ids: Iterable[ClaimId] | None = None) -> list[Claim]:
    """Return all claims, or those with these ids in the order given (missing ones left out)."""
    if ids is None:
        return _load(reader, "", [])
    wanted = list(ids)
    found = _load(reader, "WHERE c.id IN (SELECT value FROM json_each(?))", [json.dumps(wanted)])
    by_id = {one.id: one for one in found}
    return [by_id[id_] for id_ in wanted if id_ in by_id]


def outlets(reader: Reader) -> dict[ClaimId, str]:
    """Return the outlet that printed each claim, '' where it is not known."""
    rows = reader.conn.execute(
        "SELECT claim.id, outlet FROM claim JOIN document ON document.id = claim.document"
    )
    return {ClaimId(id_): outlet for id_, outlet in rows}


def _in_text(claim: Claim) -> tuple[list[int], ClaimId]:
    return [place for span in claim.spans for place in (span.start, span.end)], claim.id


def _load(reader: Reader, where: str, args: list[str]) -> list[Claim]:
    """Return claims by their ids."""
    slots = _slots(reader, where, args)
    rows = reader.conn.execute(_CLAIMS.format(where), args)
    claims = [_claim(list(group), slots) for _, group in groupby(rows, itemgetter(0))]
    close(Span, (span for claim in claims for span in claim.spans))
    close(Claim, claims)
    return claims


# Looking a member up is several times faster than calling its enumeration.
_KINDS = {kind.value: kind for kind in ClaimKind}
_ORIGINS = {origin.value: origin for origin in Origin}
_NAMES = {name.value: name for name in SlotName}


_OpenClaim, _OpenSlot, _OpenSpan = opened(Claim), opened(Slot), opened(Span)


def _claim(rows: list[tuple[Any, ...]], slots: dict[str, list[Slot]]) -> Claim:
    """Return a claim, still open, of the rows of its pieces."""
    id_, document, kind, note, origin, author, made_at, proposal, start, end, quote = rows[0]
    if len(rows) > 1:
        spans = tuple([_OpenSpan(row[8], row[9]) for row in rows])
        quote = JOINED.join([row[10] for row in rows])
    else:
        spans, quote = ((_OpenSpan(start, end),), quote) if start is not None else ((), "")
    made: Claim = _OpenClaim(
        id_, document, spans, quote, _KINDS[kind], tuple(slots.get(id_, ())), note,
        _ORIGINS[origin], author, _moment(made_at), proposal,
    )  # fmt: skip
    return made


def _slots(reader: Reader, where: str, args: list[str]) -> dict[str, list[Slot]]:
    """Return the slots of some claims by the claims' ids."""
    found: dict[str, list[Slot]] = defaultdict(list)
    within = f"WHERE claim IN (SELECT c.id FROM claim c {where})" if where else ""
    rows = reader.conn.execute(_SLOTS.format(within), args)
    for owner, id_, name, stored, start, end, origin, entity in rows:
        span = None if start is None else _OpenSpan(start, end)
        found[owner].append(
            _OpenSlot(id_, _NAMES[name], _value(stored, entity), span, _ORIGINS[origin])
        )
    made = [slot for listed in found.values() for slot in listed]
    close(Span, (slot.span for slot in made if slot.span is not None))
    close(Slot, made)
    return found


_moment = lru_cache(maxsize=1 << 10)(datetime.fromisoformat)


@lru_cache(maxsize=1 << 14)
def _value(stored: str, entity: EntityId | None) -> SlotValue:
    """Return a slot's value from what is stored; a party is linked to the entity beside it."""
    value = encode.read_slot_value(json.loads(stored))
    return Party(value.text, entity) if isinstance(value, Party) else value
