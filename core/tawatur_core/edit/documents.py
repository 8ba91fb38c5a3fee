"""Commands on documents. Each call is one undo step."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Mapping
from datetime import date
from enum import Enum

from tawatur_core.errors import CopyOfItself, HasNul
from tawatur_core.model import DocumentDraft, DocumentId, Label, Span
from tawatur_core.store.documents import document, line_of
from tawatur_core.store.ids import new_ids
from tawatur_core.store.log import now
from tawatur_core.store.schema import Value
from tawatur_core.store.session import Session
from tawatur_core.store.spans import anchored, snap
from tawatur_core.store.transaction import Transaction


class Unchanged(Enum):
    """Says that a date is left as it is, since None says that it is not known."""

    UNCHANGED = "unchanged"


UNCHANGED = Unchanged.UNCHANGED
_BULK = 20  # from so many documents on, the disk is asked once


def add(
    session: Session,
    drafts: Iterable[DocumentDraft],
    copies: Mapping[int, DocumentId | int] | None = None,
) -> list[DocumentId]:
    """Store documents; return their ids in the order given.

    `copies` names, by its place among the drafts, what a draft is a copy of: a document of the
    project, or an earlier draft by its place. Raises NoSuchRow for a document that is gone,
    BadSpan for a residue outside its text and HasNul for a text with U+0000.
    """
    wanted = list(drafts)
    ids = [DocumentId(id_) for id_ in new_ids(len(wanted))]
    originals = {copy: _original(session, copy, of, ids) for copy, of in (copies or {}).items()}
    at = now()
    title = wanted[0].title if wanted else ""
    label = Label("undo-document-add", {"count": len(wanted), "title": title})
    with session.edit(label, bulk=len(wanted) >= _BULK) as txn:
        for n, (id_, draft) in enumerate(zip(ids, wanted, strict=True)):
            _add(txn, id_, draft, at, originals.get(n))
    return ids


def describe(
    session: Session,
    id: DocumentId,  # noqa: A002 - the vocabulary's word
    *,
    title: str | None = None,
    outlet: str | None = None,
    author: str | None = None,
    url: str | None = None,
    published: date | Unchanged | None = UNCHANGED,
    published_basis: str | None = None,
) -> None:
    """Change particulars of a document; what is not given stays.

    `published=None` means not known; leaving it out keeps the date. Raises NoSuchRow.
    """
    values: dict[str, Value] = {
        "title": title,
        "outlet": outlet,
        "author": author,
        "url": url,
        "published_basis": published_basis,
    }
    given: dict[str, Value] = {n: value for n, value in values.items() if value is not None}
    if not isinstance(published, Unchanged):
        given["published"] = published.isoformat() if published else None
    shown = document(session, id).title
    with session.edit(Label("undo-document-describe", {"title": shown})) as txn:
        txn.update("document", id, given)


def mark_copy(
    session: Session,
    id: DocumentId,  # noqa: A002 - the vocabulary's word
    of: DocumentId | None,
) -> None:
    """Say that a document repeats another's story; None: it tells its own.

    Raises NoSuchRow, or CopyOfItself when `of` is itself a copy of it.
    """
    shown = document(session, id).title
    if of is not None:
        document(session, of)
        if id in line_of(session, of):
            raise CopyOfItself("document", id)
    with session.edit(Label("undo-document-copy", {"title": shown})) as txn:
        txn.update("document", id, {"copied_from": of})


def remove(session: Session, id: DocumentId) -> None:  # noqa: A002 - the vocabulary's word
    """Remove a document with all that is marked in it. Raises NoSuchRow."""
    label = Label("undo-document-remove", {"title": document(session, id).title})
    with session.edit(label) as txn:
        txn.delete("document", id)


def mark_residue(
    session: Session,
    id: DocumentId,  # noqa: A002 - the vocabulary's word
    span: Span,
) -> None:
    """Mark a part as not part of the article. Raises NoSuchRow, BadSpan.

    What it overlaps or touches of earlier residue becomes one with it.
    """
    found = document(session, id)
    span = snap(found.text, span)
    with session.edit(Label("undo-residue-mark", {"title": found.title})) as txn:
        for row, old in _residue(session, id):
            if old == span:
                return
            if old.start <= span.end and span.start <= old.end:
                txn.delete("residue", row)
                span = Span(min(old.start, span.start), max(old.end, span.end))
        (row,) = new_ids(1)
        txn.insert("residue", row, {"document": id, **anchored(found.text, span)})


def unmark_residue(
    session: Session,
    id: DocumentId,  # noqa: A002 - the vocabulary's word
    span: Span,
) -> None:
    """Say that a part belongs to the article after all: what overlaps residue is cut out of it.

    Raises NoSuchRow, BadSpan.
    """
    found = document(session, id)
    span = snap(found.text, span)
    with session.edit(Label("undo-residue-unmark", {"title": found.title})) as txn:
        for row, old in _residue(session, id):
            if not old.overlaps(span):
                continue
            txn.delete("residue", row)
            for start, end in ((old.start, span.start), (span.end, old.end)):
                if start < end:
                    values = anchored(found.text, Span(start, end))
                    txn.insert("residue", new_ids(1)[0], {"document": id, **values})


def _original(
    session: Session, copy: int, of: DocumentId | int, ids: list[DocumentId]
) -> DocumentId:
    if not isinstance(of, int):
        return document(session, of).id
    if not 0 <= of < copy < len(ids):
        raise ValueError(f"draft {copy} cannot be a copy of draft {of}")
    return ids[of]


def _add(
    txn: Transaction, id_: DocumentId, draft: DocumentDraft, at: str, original: DocumentId | None
) -> None:
    if "\0" in draft.text:
        raise HasNul(draft.provenance.file_name)
    if "\r" in draft.text:
        raise ValueError("an importer left a carriage return in a text")
    sha256 = hashlib.sha256(draft.text.encode()).hexdigest()
    txn.put_body(sha256, draft.text)
    txn.insert(
        "document",
        id_,
        {
            "body": sha256,
            "title": draft.title,
            "outlet": draft.outlet,
            "author": draft.author,
            "url": draft.url,
            "published": draft.published.isoformat() if draft.published else None,
            "published_basis": draft.published_basis,
            "file_name": draft.provenance.file_name,
            "bytes_sha256": draft.provenance.bytes_sha256,
            "encoding": draft.provenance.encoding,
            "encoding_basis": draft.provenance.encoding_basis,
            "imported_at": at,
            "copied_from": original,
        },
    )
    if draft.residue:
        rows = new_ids(len(draft.residue))
        for row, span in zip(rows, draft.residue, strict=True):
            values = anchored(draft.text, snap(draft.text, span))
            txn.insert("residue", row, {"document": id_, **values})


def _residue(session: Session, id_: DocumentId) -> list[tuple[str, Span]]:
    rows = session.conn.execute(
        'SELECT id, start, "end" FROM residue WHERE document = ? ORDER BY start, id', [id_]
    )
    return [(row, Span(start, end)) for row, start, end in rows]
