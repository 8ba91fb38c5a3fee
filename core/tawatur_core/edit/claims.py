"""Commands on claims. Each call is one undo step."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from tawatur_core import encode
from tawatur_core.errors import BadSpan, NoSuchRow
from tawatur_core.model import (
    Claim,
    ClaimId,
    ClaimKind,
    DocumentId,
    Label,
    Origin,
    Party,
    ProposalKey,
    SlotDraft,
    SlotId,
    SlotName,
    SlotValue,
    Span,
)
from tawatur_core.store.claims import JOINED, claim
from tawatur_core.store.documents import text_of
from tawatur_core.store.ids import new_ids
from tawatur_core.store.log import now
from tawatur_core.store.proposals import reject_row
from tawatur_core.store.schema import Value
from tawatur_core.store.session import Session
from tawatur_core.store.spans import anchored, shorten, snap
from tawatur_core.store.transaction import Transaction

# A claim has at most one of these: setting another replaces it.
_SINGLE = {SlotName.POLARITY, SlotName.CERTAINTY}


def mark(
    session: Session,
    document: DocumentId,
    spans: Sequence[Span],
    kind: ClaimKind = ClaimKind.STATEMENT,
    slots: Iterable[SlotDraft] = (),
    *,
    origin: Origin = Origin.ANALYST,
    proposal: ProposalKey | None = None,
) -> ClaimId:
    """Mark a claim on one or more spans; overlapping spans become one. Raises NoSuchRow, BadSpan.

    `proposal` is the key of the proposal it was accepted from, if any.
    """
    text = _text(session, document)
    pieces = _joined(text, spans)
    (row,) = new_ids(1)
    with session.edit(Label("undo-claim-mark", {"quote": _quote(text, pieces)})) as txn:
        values: dict[str, Value] = {
            "document": document,
            "kind": kind.value,
            "origin": origin.value,
            "proposal": proposal or "",
            "author": session.analyst,
            "made_at": now(),
        }
        txn.insert("claim", row, values)
        _put_spans(txn, row, text, pieces)
        for n, (id_, slot) in enumerate(_numbered(slots)):
            txn.insert("slot", id_, {"claim": row, "n": n, **slot_values(text, slot)})
    return ClaimId(row)


def set_kind(session: Session, claim: ClaimId, kind: ClaimKind) -> None:
    """Say how the claim is told. Raises NoSuchRow."""
    with session.edit(_label(session, "undo-claim-kind", claim)) as txn:
        txn.update("claim", claim, {"kind": kind.value})


def set_slot(
    session: Session,
    claim: ClaimId,
    name: SlotName,
    value: SlotValue,
    *,
    slot: SlotId | None = None,
    span: Span | None = None,
) -> SlotId:
    """Set a slot by the analyst's hand: `slot` changes that one, without it one is added.

    A claim has one polarity and one certainty: those replace what is there. A changed slot keeps
    its words unless a `span` is given. Raises NoSuchRow, BadSpan.
    """
    found = _claim(session, claim)
    text = _text(session, found.document)
    if slot is None and name in _SINGLE:
        slot = next((one.id for one in found.slots_named(name)), None)
    label = Label("undo-slot-set", {"quote": shorten(found.quote), "slot": name.value})
    with session.edit(label) as txn:
        if slot is None:
            (row,) = new_ids(1)
            values = slot_values(text, SlotDraft(name, value, span, Origin.ANALYST))
            txn.insert("slot", row, {"claim": claim, "n": _next(session, claim), **values})
            return SlotId(row)
        if slot not in {one.id for one in found.slots}:
            raise NoSuchRow("slot", slot)
        values = slot_values(text, SlotDraft(name, value, span, Origin.ANALYST))
        if span is None:
            for column in ("start", "end", "quote", "prefix", "suffix"):
                values.pop(column, None)
        txn.update("slot", slot, values)
        return slot


def confirm_slot(session: Session, slot: SlotId) -> None:
    """Stand behind a value the program proposed. Raises NoSuchRow."""
    found, name = _owner(session, slot)
    label = Label("undo-slot-confirm", {"quote": shorten(found.quote), "slot": name})
    with session.edit(label) as txn:
        if Origin(_origin(session, slot)) is Origin.PROPOSED:
            txn.update("slot", slot, {"origin": Origin.ACCEPTED.value})


def remove_slot(session: Session, slot: SlotId) -> None:
    """Remove a slot. Raises NoSuchRow."""
    found, name = _owner(session, slot)
    label = Label("undo-slot-remove", {"quote": shorten(found.quote), "slot": name})
    with session.edit(label) as txn:
        txn.delete("slot", slot)


def set_note(session: Session, claim: ClaimId, note: str) -> None:
    """Set the analyst's note. Raises NoSuchRow."""
    with session.edit(_label(session, "undo-claim-note", claim)) as txn:
        txn.update("claim", claim, {"note": note})


def set_spans(session: Session, claim: ClaimId, spans: Sequence[Span]) -> None:
    """Move a claim to other words of its document. Raises NoSuchRow, BadSpan."""
    found = _claim(session, claim)
    text = _text(session, found.document)
    pieces = _joined(text, spans)
    with session.edit(Label("undo-claim-spans", {"quote": _quote(text, pieces)})) as txn:
        if list(found.spans) == pieces:
            return
        rows = session.conn.execute("SELECT id FROM claim_span WHERE claim = ?", [claim])
        for (row,) in rows.fetchall():
            txn.delete("claim_span", row)
        _put_spans(txn, claim, text, pieces)


def remove(session: Session, claim: ClaimId) -> None:
    """Remove a claim. One that came from a proposal is not proposed again. Raises NoSuchRow."""
    with session.edit(_label(session, "undo-claim-remove", claim)) as txn:
        reject_row(session, txn, "claim", claim)
        txn.delete("claim", claim)


def _text(session: Session, id_: DocumentId) -> str:
    return text_of(session, id_)


def _claim(session: Session, id_: ClaimId) -> Claim:
    return claim(session, id_)


def _label(session: Session, code: str, id_: ClaimId) -> Label:
    return Label(code, {"quote": shorten(claim(session, id_).quote)})


def _owner(session: Session, slot: SlotId) -> tuple[Claim, str]:
    found = session.conn.execute("SELECT claim, name FROM slot WHERE id = ?", [slot]).fetchone()
    if found is None:
        raise NoSuchRow("slot", slot)
    return claim(session, ClaimId(found[0])), found[1]


def _origin(session: Session, slot: SlotId) -> str:
    return str(session.conn.execute("SELECT origin FROM slot WHERE id = ?", [slot]).fetchone()[0])


def _joined(text: str, spans: Sequence[Span]) -> list[Span]:
    """Return the spans snapped, in text order, those that overlap made one."""
    if not spans:
        raise BadSpan(0, 0, len(text))
    pieces: list[Span] = []
    for span in sorted(snap(text, span) for span in spans):
        if pieces and span.start < pieces[-1].end:
            pieces[-1] = Span(pieces[-1].start, max(pieces[-1].end, span.end))
        else:
            pieces.append(span)
    return pieces


def _quote(text: str, pieces: Iterable[Span]) -> str:
    return shorten(JOINED.join(piece.of(text) for piece in pieces))


def _put_spans(txn: Transaction, claim: str, text: str, pieces: Sequence[Span]) -> None:
    for n, (row, piece) in enumerate(zip(new_ids(len(pieces)), pieces, strict=True)):
        txn.insert("claim_span", row, {"claim": claim, "n": n, **anchored(text, piece)})


def _numbered(slots: Iterable[SlotDraft]) -> list[tuple[str, SlotDraft]]:
    drafts = list(slots)
    return list(zip(new_ids(len(drafts)), drafts, strict=True))


def slot_values(text: str, slot: SlotDraft) -> dict[str, Value]:
    """Return the columns of a slot row; the words it rests on are snapped. Raises BadSpan."""
    """Return the columns of a slot, all but its claim and place."""
    value, entity = slot.value, None
    if isinstance(value, Party):
        value, entity = replace(value, entity=None), value.entity
    values: dict[str, Value] = {
        "name": slot.name.value,
        "value": encode.dumps(encode.slot_value(value)),
        "entity": entity,
        "origin": slot.origin.value,
    }
    if slot.span is not None:
        values |= anchored(text, snap(text, slot.span))
    return values


def _next(session: Session, claim: str) -> int:
    return int(
        session.conn.execute(
            "SELECT coalesce(max(n) + 1, 0) FROM slot WHERE claim = ?", [claim]
        ).fetchone()[0]
    )
