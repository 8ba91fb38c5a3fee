"""Documents: texts, the library, search."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from tawatur_core.errors import NoSuchRow
from tawatur_core.model import Document, DocumentId, Provenance, Span
from tawatur_core.store.search import Hit, search
from tawatur_core.store.session import Reader
from tawatur_core.store.verdicts import stale

__all__ = ["Hit", "LibraryRow", "document", "document_ids", "library", "search"]

_DOCUMENT = """
SELECT document.id, text, sha256, title, file_name, bytes_sha256, encoding, encoding_basis, outlet,
author, url, published, published_basis, imported_at,
(SELECT o.id FROM document o WHERE o.id = document.copied_from)
FROM document JOIN body ON sha256 = body
"""


@dataclass(frozen=True, slots=True)
class LibraryRow:
    """What the library shows of a document. `length` is in code points.

    `linked` counts the mentions linked to an entity, `conflicts` the undecided ones, `progress`
    is what is decided and marked by the analyst over that and the open proposals.
    """

    id: DocumentId
    title: str
    outlet: str
    published: date | None
    imported_at: datetime
    length: int
    claims: int
    mentions: int
    linked: int
    open_proposals: int
    conflicts: int
    progress: float
    copied_from: DocumentId | None = None


def document(reader: Reader, id: DocumentId) -> Document:  # noqa: A002 - the vocabulary's word
    """Return a document. Raises NoSuchRow."""
    found = _load(reader, "= ?", id)
    if not found:
        raise NoSuchRow("document", id)
    return found[0]


def documents_of(reader: Reader, ids: Iterable[DocumentId]) -> list[Document]:
    """Return several documents in the order given; much faster than one by one.

    Raises NoSuchRow when one of them is not there.
    """
    wanted = list(ids)
    found = _load(reader, "IN (SELECT value FROM json_each(?))", json.dumps(wanted))
    by_id = {one.id: one for one in found}
    for id_ in wanted:
        if id_ not in by_id:
            raise NoSuchRow("document", id_)
    return [by_id[id_] for id_ in wanted]


def _load(reader: Reader, which: str, key: str) -> list[Document]:
    residue: dict[str, list[Span]] = defaultdict(list)
    for owner, start, end in reader.conn.execute(
        f'SELECT document, start, "end" FROM residue WHERE document {which} ORDER BY start, id',
        [key],
    ):
        residue[owner].append(Span(start, end))
    rows = reader.conn.execute(f"{_DOCUMENT} WHERE document.id {which}", [key])
    return [_document(row, residue.get(row[0], ())) for row in rows]


def _document(row: tuple[Any, ...], residue: Iterable[Span]) -> Document:
    return Document(
        id=DocumentId(row[0]),
        text=row[1],
        sha256=row[2],
        title=row[3],
        provenance=Provenance(*row[4:8]),
        outlet=row[8],
        author=row[9],
        url=row[10],
        published=_day(row[11]),
        published_basis=row[12],
        residue=tuple(residue),
        imported_at=datetime.fromisoformat(row[13]),
        copied_from=row[14],
    )


def text_of(reader: Reader, id: DocumentId) -> str:  # noqa: A002 - the vocabulary's word
    """Return the text of a document, which never changes: kept for the next edit of the same.

    Raises NoSuchRow.
    """
    row = reader.conn.execute("SELECT body FROM document WHERE id = ?", [id]).fetchone()
    if row is None:
        raise NoSuchRow("document", id)
    kept: str | None = _texts.get(row[0])
    if kept is None:
        kept = document(reader, id).text
        while len(_texts) >= _TEXTS:
            _texts.pop(next(iter(_texts)), None)
        _texts[row[0]] = kept
    return kept


_TEXTS = 4
_texts: dict[str, str] = {}  # by hash


def document_ids(reader: Reader) -> list[DocumentId]:
    """Return the ids of all documents in the order of their import."""
    return [
        DocumentId(id_) for (id_,) in reader.conn.execute("SELECT id FROM document ORDER BY id")
    ]


def count(reader: Reader) -> int:
    """Return how many documents there are."""
    return int(reader.conn.execute("SELECT count(*) FROM document").fetchone()[0])


def folded_texts(
    reader: Reader, ids: Iterable[DocumentId] | None = None
) -> Iterator[tuple[DocumentId, str, str]]:
    """Yield id, title and folded text of documents (None: all), in the order of their import."""
    wanted = "" if ids is None else "WHERE d.id IN (SELECT value FROM json_each(?))"
    yield from reader.conn.execute(
        "SELECT d.id, d.title, f.text FROM document d JOIN folded f ON f.document = d.id"
        f" {wanted} ORDER BY d.id",
        [] if ids is None else [json.dumps(list(ids))],
    )


def with_texts(reader: Reader, hashes: Iterable[str]) -> dict[str, tuple[DocumentId, str]]:
    """Return the first document, its id and title, of each text that is known, by its SHA-256."""
    rows = reader.conn.execute(
        "SELECT body, min(id), title FROM document"
        " WHERE body IN (SELECT value FROM json_each(?)) GROUP BY body",
        [json.dumps(list(hashes))],
    )
    return {sha256: (DocumentId(id_), title) for sha256, id_, title in rows}


def all_with_texts(
    reader: Reader, hashes: Iterable[str]
) -> dict[str, list[tuple[DocumentId, str]]]:
    """Return all documents, ids and titles, of each text that is known, by its SHA-256."""
    rows = reader.conn.execute(
        "SELECT body, id, title FROM document"
        " WHERE body IN (SELECT value FROM json_each(?)) ORDER BY id",
        [json.dumps(list(hashes))],
    )
    found: dict[str, list[tuple[DocumentId, str]]] = defaultdict(list)
    for sha256, id_, title in rows:
        found[sha256].append((DocumentId(id_), title))
    return found


def originals(reader: Reader) -> dict[DocumentId, DocumentId]:
    """Return, for every document that is a copy, the first one of its line that is still there."""
    rows = reader.conn.execute(
        "SELECT id, copied_from FROM document WHERE copied_from IS NOT NULL"
        " AND copied_from IN (SELECT id FROM document)"
    )
    links = {DocumentId(copy): DocumentId(of) for copy, of in rows}
    return {copy: _line(copy, links)[-1] for copy in links}


def line_of(reader: Reader, id: DocumentId) -> list[DocumentId]:  # noqa: A002 - the vocabulary's word
    """Return a document and those its story was copied along, the first one last."""
    links: dict[DocumentId, DocumentId] = {}
    below: DocumentId | None = id
    while below is not None and below not in links:
        row = reader.conn.execute(
            "SELECT o.id FROM document d JOIN document o ON o.id = d.copied_from WHERE d.id = ?",
            [below],
        ).fetchone()
        if row is None:
            break
        links[below] = above = DocumentId(row[0])
        below = above
    return _line(id, links)


def _line(copy: DocumentId, links: dict[DocumentId, DocumentId]) -> list[DocumentId]:
    """Go up the line; of two that name each other (joined from two projects) the elder ends it."""
    line = [copy]
    while (above := links.get(line[-1])) is not None:
        if above in line:
            circle = line[line.index(above) :]
            return [*(one for one in line if one != min(circle)), min(circle)]
        line.append(above)
    return line


def library(reader: Reader) -> list[LibraryRow]:
    """Return all documents with their counts, in the order of their import."""
    counts = _counts(reader)
    rows = reader.conn.execute(
        "SELECT id, title, outlet, published, imported_at, length,"
        " (SELECT o.id FROM document o WHERE o.id = document.copied_from)"
        " FROM document JOIN body ON sha256 = body ORDER BY id"
    )
    return [_library_row(row, counts[row[0]]) for row in rows]


def _library_row(row: tuple[Any, ...], counts: dict[str, int]) -> LibraryRow:
    done = counts["claims"] + counts["mentions"] + counts["rejections"]
    everything = done + counts["open"]
    return LibraryRow(
        id=DocumentId(row[0]),
        title=row[1],
        outlet=row[2],
        published=_day(row[3]),
        imported_at=datetime.fromisoformat(row[4]),
        length=row[5],
        copied_from=row[6],
        claims=counts["claims"],
        mentions=counts["mentions"],
        linked=counts["linked"],
        open_proposals=counts["open"],
        conflicts=counts["conflicts"],
        progress=done / everything if everything else 0.0,
    )


_COUNTS = {
    "claims": "SELECT document, count(*) FROM claim GROUP BY document",
    "mentions": "SELECT document, count(*) FROM mention GROUP BY document",
    "linked": "SELECT document, count(*) FROM mention"
    " WHERE entity IN (SELECT id FROM entity) GROUP BY document",
    "rejections": "SELECT document, count(*) FROM rejection GROUP BY document",
    "open": "SELECT document, count(*) FROM proposal WHERE open = 1 GROUP BY document",
}
# A verdict given on other values decides nothing (`tawatur_core.standing`).
_CONFLICTS = """
SELECT document, count(DISTINCT key) FROM conflict_claim
JOIN claim ON claim.id = conflict_claim.claim
WHERE key IN (SELECT key FROM open_conflict UNION SELECT value FROM json_each(?))
AND key NOT IN (SELECT cc.key FROM conflict_claim cc WHERE cc.claim NOT IN (SELECT id FROM claim))
GROUP BY document
"""


def _counts(reader: Reader) -> dict[str, dict[str, int]]:
    names = (*_COUNTS, "conflicts")
    counts: dict[str, dict[str, int]] = defaultdict(lambda: dict.fromkeys(names, 0))
    for name, sql in _COUNTS.items():
        for document_id, count in reader.conn.execute(sql):
            counts[document_id][name] = count
    changed = json.dumps(sorted(stale(reader)))
    for document_id, count in reader.conn.execute(_CONFLICTS, [changed]):
        counts[document_id]["conflicts"] = count
    return counts


def _day(stored: str | None) -> date | None:
    return date.fromisoformat(stored) if stored else None
