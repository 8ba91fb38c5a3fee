"""Make a record of a project what it is elsewhere: changed, brought back, or added.

Each call joins the edit that is open.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from tawatur_core.edit.claims import slot_values
from tawatur_core.edit.differences import Kept
from tawatur_core.edit.restore import (
    claim_values,
    document_values,
    entity_values,
    mention_values,
    put_rejections,
    verdict_values,
)
from tawatur_core.model import Claim, Document, Entity, Mention, SlotDraft, Span, Verdict
from tawatur_core.plugins import Annotated
from tawatur_core.store import documents
from tawatur_core.store.ids import new_ids
from tawatur_core.store.schema import Value
from tawatur_core.store.session import Session
from tawatur_core.store.spans import anchored
from tawatur_core.store.transaction import Transaction

Values = dict[str, Value]


def renew(txn: Transaction, session: Session, record: Kept | Annotated) -> None:
    """Make a record, or a document with its marks, what is given. Raises NoSuchRow."""
    writing = _Renewing(session, txn)
    match record:
        case Annotated():
            writing.document(record.document)
            marks: list[Claim | Mention] = [*record.claims, *record.mentions]
            for mark in marks:
                writing.mark(mark, record.document.text)
            known = writing.rejected(record.document)
            put_rejections(txn, (one for one in record.rejected if one.key not in known))
        case Document():
            writing.document(record)
        case Entity():
            writing.entity(record)
        case Claim() | Mention():
            writing.mark(record, documents.text_of(session, record.document))
        case Verdict():
            txn.put("verdict", record.id, verdict_values(record))


class _Renewing:
    """The writes of one record."""

    def __init__(self, session: Session, txn: Transaction) -> None:
        self._session, self._txn = session, txn

    def document(self, document: Document) -> None:
        """Put the particulars of a document and its residue."""
        self._txn.put_body(document.sha256, document.text)
        self._txn.put("document", document.id, document_values(document))
        spans = [anchored(document.text, span) for span in document.residue]
        self._owned("residue", ("document", document.id), spans)

    def entity(self, entity: Entity) -> None:
        """Put an entity with its spellings and identifiers."""
        self._txn.put("entity", entity.id, entity_values(entity))
        owner = ("entity", entity.id)
        self._owned("alias", owner, [{"text": alias} for alias in entity.aliases])
        known: list[Values] = [
            {"scheme": one.scheme, "value": one.value} for one in entity.external_ids
        ]
        self._owned("external_id", owner, known)

    def mark(self, mark: Claim | Mention, text: str) -> None:
        """Put a claim with its words and slots, or a mention."""
        if isinstance(mark, Mention):
            self._txn.put("mention", mark.id, mention_values(mark, text))
            return
        self._txn.put("claim", mark.id, claim_values(mark))
        self._spans(mark, text)
        kept = set()
        for n, slot in enumerate(mark.slots):
            draft = SlotDraft(slot.name, slot.value, slot.span, slot.origin)
            values: Values = {"claim": mark.id, "n": n, **_NO_WORDS, **slot_values(text, draft)}
            row = self._own("slot", slot.id, mark.id)
            self._txn.put("slot", row, values)
            kept.add(row)
        for row in self._rows("slot", ("claim", mark.id)):
            if row not in kept:
                self._txn.delete("slot", row)

    def rejected(self, document: Document) -> set[str]:
        """Return the keys of what was rejected in a document."""
        rows = self._session.conn.execute(
            "SELECT key FROM rejection WHERE document = ?", [document.id]
        )
        return {key for (key,) in rows}

    def _spans(self, claim: Claim, text: str) -> None:
        found = self._session.conn.execute(
            'SELECT start, "end" FROM claim_span WHERE claim = ? ORDER BY n, start', [claim.id]
        )
        if tuple(Span(start, end) for start, end in found) == claim.spans:
            return
        for row in self._rows("claim_span", ("claim", claim.id)):
            self._txn.delete("claim_span", row)
        for n, (row, span) in enumerate(zip(new_ids(len(claim.spans)), claim.spans, strict=True)):
            self._txn.insert("claim_span", row, {"claim": claim.id, "n": n, **anchored(text, span)})

    def _owned(
        self, table: str, owner: tuple[str, str], wanted: Iterable[Mapping[str, Value]]
    ) -> None:
        """Make the rows of an owner those that are wanted; what is there already stays."""
        names = {name: None for one in wanted for name in one}
        columns = ", ".join(f'"{name}"' for name in names) or "id"
        found = self._session.conn.execute(
            f"SELECT id, {columns} FROM {table} WHERE {owner[0]} = ?", [owner[1]]
        )
        here = {tuple(rest): row for row, *rest in found.fetchall()}
        missing = [one for one in wanted if here.pop(tuple(one.values()), None) is None]
        for row in here.values():
            self._txn.delete(table, row)
        for row, one in zip(new_ids(len(missing)), missing, strict=True):
            self._txn.insert(table, row, {owner[0]: owner[1], **one})

    def _own(self, table: str, row: str, claim: str) -> str:
        """Return an id for a slot: its own, unless another claim has it."""
        found = self._session.conn.execute(
            "SELECT value FROM ops WHERE row = ? AND field = 'claim' AND tbl = ? AND value <> ''",
            [row, table],
        ).fetchone()
        return row if found is None or found[0] == claim else new_ids(1)[0]

    def _rows(self, table: str, owner: tuple[str, str]) -> list[str]:
        found = self._session.conn.execute(
            f"SELECT id FROM {table} WHERE {owner[0]} = ?", [owner[1]]
        )
        return [row for (row,) in found.fetchall()]


_NO_WORDS: Values = {"start": None, "end": None, "quote": "", "prefix": "", "suffix": ""}
