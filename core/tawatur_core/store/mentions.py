"""Mentions of entities in documents."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Iterable
from typing import Any

from tawatur_core.bulk import close, opened
from tawatur_core.errors import NoSuchRow
from tawatur_core.model import (
    DocumentId,
    EntityId,
    Mention,
    MentionId,
    MentionRole,
    Origin,
    Span,
)
from tawatur_core.store.session import Reader

# A mention whose entity was removed is not linked; putting the entity back links it again.
_MENTIONS = """
SELECT m.id, m.document, m.start, m."end", m.quote, m.role, e.id, m.origin, m.author,
    m.proposal
FROM mention m LEFT JOIN entity e ON e.id = m.entity WHERE
"""


def mentions_of(reader: Reader, document: DocumentId) -> list[Mention]:
    """Return the mentions of a document in text order, the longer first where two begin."""
    return _load(reader, 'm.document = ? ORDER BY m.start, m."end" DESC, m.id', document)


def mentions_by_document(
    reader: Reader, ids: Iterable[DocumentId]
) -> dict[DocumentId, list[Mention]]:
    """Return the mentions of several documents, each as `mentions_of` does."""
    where = "m.document IN (SELECT value FROM json_each(?))"
    order = ' ORDER BY m.document, m.start, m."end" DESC, m.id'
    found: dict[DocumentId, list[Mention]] = defaultdict(list)
    for one in _load(reader, where + order, json.dumps(list(ids))):
        found[one.document].append(one)
    return found


def mentions_by_entity(reader: Reader, entity: EntityId) -> list[Mention]:
    """Return the mentions linked to an entity, document by document."""
    return _load(reader, "e.id = ? ORDER BY m.document, m.start, m.id", entity)


def mention(reader: Reader, id: MentionId) -> Mention:  # noqa: A002 - the vocabulary's word
    """Return a mention. Raises NoSuchRow."""
    found = _load(reader, "m.id = ?", id)
    if not found:
        raise NoSuchRow("mention", id)
    return found[0]


def _load(reader: Reader, condition: str, key: str) -> list[Mention]:
    made = [_mention(row) for row in reader.conn.execute(_MENTIONS + condition, [key])]
    close(Span, (mention.span for mention in made))
    close(Mention, made)
    return made


# Looking a member up is several times faster than calling its enumeration.
_ROLES = {role.value: role for role in MentionRole}
_ORIGINS = {origin.value: origin for origin in Origin}


_OpenMention, _OpenSpan = opened(Mention), opened(Span)


def _mention(row: tuple[Any, ...]) -> Mention:
    """Return a mention, still open."""
    id_, document, start, end, quote, role, entity, origin, author, proposal = row
    made: Mention = _OpenMention(
        id_, document, _OpenSpan(start, end), quote, _ROLES[role], entity, _ORIGINS[origin],
        author, proposal,
    )  # fmt: skip
    return made
