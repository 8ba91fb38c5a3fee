"""Entities with their spellings, and completion across spellings."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache
from weakref import WeakKeyDictionary

from tawatur_core.arabic.fold import fold_text
from tawatur_core.arabic.names import SAME, name_key, name_similarity
from tawatur_core.errors import NoSuchRow
from tawatur_core.model import DocumentId, Entity, EntityId, EntityKind, ExternalId
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


def bare(reader: Reader) -> list[Entity]:
    """Return all entities by their ids, without their use: that reads every mention."""
    return _load(reader, "1", "1", [])


def named_in(reader: Reader, documents: Iterable[DocumentId]) -> set[EntityId]:
    """Return the entities that mentions and slots of some documents are linked to."""
    rows = reader.conn.execute(
        "WITH chosen AS MATERIALIZED (SELECT value AS id FROM json_each(?))"
        " SELECT entity FROM mention WHERE document IN (SELECT id FROM chosen)"
        " UNION SELECT entity FROM slot WHERE claim IN"
        " (SELECT id FROM claim WHERE document IN (SELECT id FROM chosen))",
        [json.dumps(list(documents))],
    )
    return {EntityId(id_) for (id_,) in rows if id_ is not None}


def some(reader: Reader, ids: Iterable[EntityId]) -> list[EntityRow]:
    """Return some entities with their use; an id that is gone is left out."""
    rows = []
    for id_ in sorted(set(ids)):
        written = reader.conn.execute(
            "SELECT quote, count(*) AS used FROM mention WHERE entity = ?"
            " GROUP BY quote ORDER BY used DESC, quote",
            [id_],
        ).fetchall()
        in_documents = reader.conn.execute(
            "SELECT count(DISTINCT document) FROM mention WHERE entity = ?", [id_]
        ).fetchone()[0]
        rows += [
            EntityRow(one, sum(count for _, count in written), in_documents, tuple(written))
            for one in _load(reader, "id = ?", "entity = ?", [id_])
        ]
    return rows


def entity_ids(reader: Reader) -> set[EntityId]:
    """Return the ids of all entities."""
    return {EntityId(id_) for (id_,) in reader.conn.execute("SELECT id FROM entity")}


def names(reader: Reader) -> list[str]:
    """Return the canonical names of all entities."""
    return [name for (name,) in reader.conn.execute("SELECT name FROM entity ORDER BY id")]


def documents_naming(reader: Reader, ids: Iterable[str]) -> set[DocumentId]:
    """Return the articles in which a mention or a party is one of the entities."""
    found: set[DocumentId] = set()
    for id_ in ids:
        rows = reader.conn.execute(
            "SELECT document FROM mention WHERE entity = ?1 UNION"
            " SELECT document FROM slot JOIN claim ON claim.id = slot.claim"
            " WHERE slot.entity = ?1",
            [id_],
        )
        found |= {DocumentId(document) for (document,) in rows}
    return found


def complete(reader: Reader, typed: str, limit: int = 12) -> list[EntityRow]:
    """Return the entities that what was typed may be the beginning of, the likeliest first.

    Every spelling counts, from any of its words on, and other outlets' spelling of the same
    sounds: بيونغ finds بيونج يانج. Nothing typed gives the most used ones.
    """
    asked = _folded(typed)
    known = _written(reader)
    scored = [(row, _beginning(asked, written)) for row, written in known]
    if sum(score > 0 for _row, score in scored) < limit:
        scored += _like_sounding(
            asked, [one for one, s in zip(known, scored, strict=True) if not s[1]]
        )
    best = sorted(
        ((row, score) for row, score in scored if score > 0),
        key=lambda one: (-one[1], -one[0].mentions, one[0].entity.name, one[0].entity.id),
    )
    return [row for row, _score in best[:limit]]


@dataclass(frozen=True, slots=True)
class _Spelling:
    """A folded spelling and, from each of its words on, the key of how the rest sounds."""

    text: str
    tails: tuple[tuple[tuple[str, ...], str], ...]


_CANDIDATES = 200  # compared in full; enough for a list of a dozen

# The rows of a reader with their spellings, as of a revision: typing asks them at every key.
_Known = list[tuple[EntityRow, tuple[_Spelling, ...]]]
_known: WeakKeyDictionary[Reader, tuple[int, _Known]] = WeakKeyDictionary()


def _written(reader: Reader) -> _Known:
    revision = reader.revision
    kept = _known.get(reader)
    if kept is None or kept[0] != revision:
        kept = revision, [(row, _spellings(row)) for row in entities(reader)]
        _known[reader] = kept
    return kept[1]


def _spellings(row: EntityRow) -> tuple[_Spelling, ...]:
    one = row.entity
    written = (one.name, one.name_latin, *one.aliases, *(quote for quote, _n in row.spellings))
    return tuple(_spelling(text) for text in dict.fromkeys(map(_folded, written)))


@lru_cache(maxsize=1 << 16)
def _spelling(folded: str) -> _Spelling:
    words = tuple(folded.split(" "))
    tails = (words[at:] for at in range(len(words)))
    return _Spelling(folded, tuple((rest, name_key(" ".join(rest))) for rest in tails))


def _folded(text: str) -> str:
    return " ".join(fold_text(text).split())


def _beginning(asked: str, written: tuple[_Spelling, ...]) -> float:
    """Return 3 where a spelling begins so, 2 where one of its later words does, else 0."""
    if any(one.text.startswith(asked) for one in written):
        return 3.0
    later = (f" {asked}", f" ال{asked}")
    return 2.0 if any(part in f" {one.text}" for one in written for part in later) else 0.0


def _like_sounding(asked: str, known: _Known) -> list[tuple[EntityRow, float]]:
    """Return, with scores up to 1, those that sound as if they began so."""
    key = name_key(asked)
    if len(key) < 2 and len(asked) < 3:
        return []
    candidates = [
        (len(sound), row, rest)
        for row, written in known
        for one in written
        for rest, sound in one.tails
        if sound.startswith(key) and len(rest) > asked.count(" ")
    ]
    # The shorter the rest of the name, the more of it was typed.
    candidates.sort(key=lambda one: (one[0], -one[1].mentions, one[1].entity.id))
    scores: dict[EntityId, tuple[EntityRow, float]] = {}
    for _length, row, rest in candidates[:_CANDIDATES]:
        score = _likeness(asked, rest)
        if score >= SAME and score > scores.get(row.entity.id, (row, 0.0))[1]:
            scores[row.entity.id] = row, score
    return list(scores.values())


def _likeness(asked: str, rest: tuple[str, ...]) -> float:
    """Compare what was typed with as many words of a name, the last one whole or cut as short."""
    *before, unfinished = asked.split(" ")
    *words, last = rest[: len(before) + 1]
    ends = {last, last[: max(len(unfinished), 2)]}
    return max(name_similarity(asked, " ".join([*words, end])).score for end in ends)


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
