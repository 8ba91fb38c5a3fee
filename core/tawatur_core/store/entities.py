"""Entities with their spellings, and completion across spellings."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from functools import lru_cache
from weakref import WeakKeyDictionary

from tawatur_core.arabic.fold import fold_text
from tawatur_core.arabic.names import SAME, name_key, name_similarity
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
    for owner, quote, count in reader.conn.execute(
        "SELECT entity, quote, count(*) AS used FROM mention WHERE entity IS NOT NULL"
        " GROUP BY entity, quote ORDER BY used DESC, quote"
    ):
        spellings[owner].append((quote, count))
    documents = dict(
        reader.conn.execute(
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


def complete(reader: Reader, typed: str, limit: int = 12) -> list[EntityRow]:
    """Return the entities that what was typed may be the beginning of, the likeliest first.

    Every spelling counts, from any of its words on, and other outlets' spelling of the same
    sounds: بيونغ finds بيونج يانج. Nothing typed gives the most used ones.
    """
    asked = " ".join(fold_text(typed).split())
    scored = []
    for row, written in _written(reader):
        score = max(_likeness(asked, one) for one in written) if asked else 1.0
        if score > 0:
            scored.append((-score, -row.mentions, row.entity.name, row.entity.id, row))
    return [row for *_order, row in sorted(scored, key=lambda one: one[:4])[:limit]]


# The rows of a reader and the folded spellings of each, as of a revision: typing asks them at
# every key.
_Known = list[tuple[EntityRow, tuple[str, ...]]]
_known: WeakKeyDictionary[Reader, tuple[int, _Known]] = WeakKeyDictionary()


def _written(reader: Reader) -> _Known:
    revision = reader.revision
    kept = _known.get(reader)
    if kept is None or kept[0] != revision:
        kept = revision, [(row, _spellings(row)) for row in entities(reader)]
        _known[reader] = kept
    return kept[1]


def _spellings(row: EntityRow) -> tuple[str, ...]:
    one = row.entity
    written = (one.name, one.name_latin, *one.aliases, *(quote for quote, _n in row.spellings))
    folded = (" ".join(fold_text(text).split()) for text in written)
    return tuple(dict.fromkeys(text for text in folded if text)) or ("",)


@lru_cache(maxsize=1 << 16)
def _likeness(asked: str, written: str) -> float:
    """Return 3 for a beginning, 2 for the beginning of a later word, up to 1 for like sounds."""
    if written.startswith(asked):
        return 3.0
    if f" {asked}" in f" {written}" or f" ال{asked}" in f" {written}":
        return 2.0
    key = name_key(asked)
    if len(key) < 2 and len(asked) < 3:
        return 0.0
    words = written.split(" ")
    count = asked.count(" ") + 1
    best = 0.0
    for at in range(len(words)):
        rest = words[at : at + count]
        if len(rest) == count and name_key(" ".join(words[at:])).startswith(key):
            last = rest[-1][: max(len(asked.rsplit(" ", maxsplit=1)[-1]), 2)]
            for shown in {" ".join([*rest[:-1], last]), " ".join(rest)}:
                best = max(best, name_similarity(asked, shown).score)
    return best if best >= SAME else 0.0


def _load(reader: Reader, own: str, owned: str, args: list[str]) -> list[Entity]:
    aliases: dict[str, list[str]] = defaultdict(list)
    for owner, text in reader.conn.execute(
        f"SELECT entity, text FROM alias WHERE {owned} ORDER BY id", args
    ):
        aliases[owner].append(text)
    external: dict[str, list[ExternalId]] = defaultdict(list)
    for owner, scheme, value in reader.conn.execute(
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
        for id_, name, latin, kind, note in reader.conn.execute(
            f"SELECT id, name, name_latin, kind, note FROM entity WHERE {own} ORDER BY id", args
        )
    ]
