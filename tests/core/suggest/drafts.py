"""Documents for tests without a store."""

from datetime import UTC, datetime
from hashlib import sha256

from tawatur_core.model import Document, DocumentDraft, DocumentId


def stored(draft: DocumentDraft, name: str) -> Document:
    """Return a draft as a document with the id `name`."""
    return Document(
        id=DocumentId(name),
        text=draft.text,
        sha256=sha256(draft.text.encode()).hexdigest(),
        title=draft.title,
        provenance=draft.provenance,
        outlet=draft.outlet,
        author=draft.author,
        url=draft.url,
        published=draft.published,
        published_basis=draft.published_basis,
        residue=draft.residue,
        imported_at=datetime(2025, 7, 20, tzinfo=UTC),
    )
