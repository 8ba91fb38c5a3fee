"""Entities with their spellings, and completion across spellings."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass

from tawatur_core.errors import NoSuchRow
from tawatur_core.model import Entity, EntityId, EntityKind, ExternalId
from tawatur_core.store.session import Reader


@dataclass(frozen=True, slots=True)
class EntityRow:
    """An entity with its use: mentions, documents, and how it is written there, most used first."""

    entity: Entity
    mentions: int
    documents: int
    spellings: tuple[tuple[str, int], ...]


def entity(reader: Reader, id: EntityId) -> Entity:  # noqa: A002 - the vocabulary's word
    """Return an entity. Raises NoSuchRow."""
    found = _load(reader, "id = ?", "entity = ?", [id])
    if not found:
        raise NoSuchRow("entity", id)
    return found[0]


def entities(reader: Reader) -> list[EntityRow]:
    """Return all entities with their use, by name."""
    spellings: dict[str, list[tuple[str, int]]] = defaultdict(list)
    for owner, quote, count in reader.db.execute(
        "SELECT entity, quote, count(*) AS used FROM mention WHERE entity IS NOT NULL"
        " GROUP BY entity, quote ORDER BY used DESC, quote"
    ):
        spellings[owner].append((quote, count))
    documents = dict(
        reader.db.execute(
            "SELECT entity, count(DISTINCT document) FROM mention"
            " WHERE entity IS NOT NULL GROUP BY entity"
        ).fetchall()
    )
    rows = [
        EntityRow(
            one,
            sum(count for _quote, count in spellings[one.id]),
            documents.get(one.id, 0),
            tuple(spellings[one.id]),
        )
        for one in _load(reader, "1", "1", [])
    ]
    return sorted(rows, key=lambda row: (row.entity.name, row.entity.id))


def _load(reader: Reader, own: str, owned: str, args: list[str]) -> list[Entity]:
    aliases: dict[str, list[str]] = defaultdict(list)
    for owner, text in reader.db.execute(
        f"SELECT entity, text FROM alias WHERE {owned} ORDER BY id", args
    ):
        aliases[owner].append(text)
    external: dict[str, list[ExternalId]] = defaultdict(list)
    for owner, scheme, value in reader.db.execute(
        f"SELECT entity, scheme, value FROM external_id WHERE {owned} ORDER BY id", args
    ):
        external[owner].append(ExternalId(scheme, value))
    return [
        Entity(
            id=EntityId(id_),
            name=name,
            name_latin=latin,
            kind=EntityKind(kind),
            aliases=tuple(aliases[id_]),
            external_ids=tuple(external[id_]),
            note=note,
        )
        for id_, name, latin, kind, note in reader.db.execute(
            f"SELECT id, name, name_latin, kind, note FROM entity WHERE {own} ORDER BY id", args
        )
    ]
