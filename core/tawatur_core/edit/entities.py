"""Commands on entities. Each call is one undo step."""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence

from tawatur_core import encode
from tawatur_core.edit.parties import follow
from tawatur_core.edit.recording import Asked, Word, record
from tawatur_core.model import Choice, Entity, EntityId, EntityKind, ExternalId, Label, MentionId
from tawatur_core.store.entities import entity
from tawatur_core.store.ids import new_ids
from tawatur_core.store.mentions import mention
from tawatur_core.store.schema import Value
from tawatur_core.store.session import Session
from tawatur_core.store.spans import shorten
from tawatur_core.store.transaction import Transaction


def create(
    session: Session,
    name: str,
    kind: EntityKind,
    *,
    name_latin: str = "",
    aliases: Iterable[str] = (),
) -> EntityId:
    """Make an entity and return its id."""
    (row,) = new_ids(1)
    values: dict[str, Value] = {"name": name, "kind": kind.value, "name_latin": name_latin}
    with session.edit(Label("undo-entity-create", {"name": shorten(name)})) as txn:
        txn.insert("entity", row, values)
        for alias in dict.fromkeys(aliases):
            if alias != name:
                txn.insert("alias", new_ids(1)[0], {"entity": row, "text": alias})
    return EntityId(row)


def describe(
    session: Session,
    entity: EntityId,
    *,
    name: str | None = None,
    name_latin: str | None = None,
    kind: EntityKind | None = None,
    note: str | None = None,
) -> None:
    """Change particulars of an entity; what is not given stays. Raises NoSuchRow."""
    values: dict[str, Value] = {
        "name": name,
        "name_latin": name_latin,
        "kind": None if kind is None else kind.value,
        "note": note,
    }
    given = {column: value for column, value in values.items() if value is not None}
    with session.edit(_label(session, "undo-entity-describe", entity)) as txn:
        txn.update("entity", entity, given)


def rename(session: Session, entity: EntityId, name: str) -> None:
    """Give an entity another canonical name; the old one stays as a spelling. Raises NoSuchRow."""
    old = _entity(session, entity)
    with session.edit(_label(session, "undo-entity-describe", entity)) as txn:
        if name != old.name:
            for row in _owned(session, "alias", entity, "text", name):
                txn.delete("alias", row)
            txn.update("entity", entity, {"name": name})
            _add_alias(txn, _entity(session, entity), old.name)


def add_alias(session: Session, entity: EntityId, alias: str) -> None:
    """Add a spelling, unless it is there already. Raises NoSuchRow."""
    with session.edit(_label(session, "undo-alias-add", entity, alias=shorten(alias))) as txn:
        _add_alias(txn, _entity(session, entity), alias)


def remove_alias(session: Session, entity: EntityId, alias: str) -> None:
    """Remove a spelling. Raises NoSuchRow for an entity that is gone."""
    with session.edit(_label(session, "undo-alias-remove", entity, alias=shorten(alias))) as txn:
        for row in _owned(session, "alias", entity, "text", alias):
            txn.delete("alias", row)


def add_external_id(session: Session, entity: EntityId, external: ExternalId) -> None:
    """Add an identifier in another catalogue, unless it is there. Raises NoSuchRow."""
    told = f"{external.scheme}:{external.value}"
    with session.edit(_label(session, "undo-external-id-add", entity, id=told)) as txn:
        if external not in _entity(session, entity).external_ids:
            values = {"entity": entity, "scheme": external.scheme, "value": external.value}
            txn.insert("external_id", new_ids(1)[0], values)


def remove_external_id(session: Session, entity: EntityId, external: ExternalId) -> None:
    """Remove an identifier. Raises NoSuchRow for an entity that is gone."""
    told = f"{external.scheme}:{external.value}"
    with session.edit(_label(session, "undo-external-id-remove", entity, id=told)) as txn:
        rows = session.conn.execute(
            "SELECT id FROM external_id WHERE entity = ? AND scheme = ? AND value = ?",
            [entity, external.scheme, external.value],
        )
        for (row,) in rows.fetchall():
            txn.delete("external_id", row)


def merge(session: Session, keep: EntityId, others: Sequence[EntityId]) -> None:
    """Make several entities one: `keep` takes over mentions, slots, spellings and identifiers.

    Raises NoSuchRow.
    """
    kept = _entity(session, keep)
    gone = [_entity(session, other) for other in dict.fromkeys(others) if other != keep]
    args: dict[str, str | int] = {"name": shorten(kept.name), "count": len(gone)}
    with session.edit(Label("undo-entity-merge", args)) as txn:
        for other in gone:
            _take_over(session, txn, keep, other)
            txn.delete("entity", other.id)


def split(session: Session, entity: EntityId, mentions: Sequence[MentionId], name: str) -> EntityId:
    """Make a new entity `name` of some mentions of an entity; return its id. Raises NoSuchRow.

    A spelling that only those mentions use goes with them. An analyst's word that the two are not
    one is recorded: nobody is asked to join them again.
    """
    old = _entity(session, entity)
    moved = {mention(session, one).quote for one in mentions}
    with session.edit(Label("undo-entity-split", {"name": shorten(old.name)})) as txn:
        made = create(session, name, old.kind)
        for one in mentions:
            txn.update("mention", one, {"entity": made})
        follow(txn, session, dict.fromkeys(mentions, entity))
        for alias in sorted(moved.intersection(old.aliases)):
            if not _owned(session, "mention", entity, "quote", alias):
                for row in _owned(session, "alias", entity, "text", alias):
                    if alias == name:
                        txn.delete("alias", row)
                    else:
                        txn.update("alias", row, {"entity": made})
        word = Word(Choice.DIFFERENT_ENTITIES)
        record(txn, session.analyst, Asked.names((entity, made), [old.name, name]), word)
    return made


def remove(session: Session, entity: EntityId) -> None:
    """Remove an entity; its mentions stay, not linked. Raises NoSuchRow."""
    with session.edit(_label(session, "undo-entity-remove", entity)) as txn:
        txn.delete("entity", entity)


def _take_over(session: Session, txn: Transaction, keep: EntityId, other: Entity) -> None:
    for table in ("mention", "slot"):
        rows = session.conn.execute(f"SELECT id FROM {table} WHERE entity = ?", [other.id])
        for (row,) in rows.fetchall():
            txn.update(table, row, {"entity": keep})
    _in_verdicts(session, txn, keep, other.id)
    for spelling in (other.name, *other.aliases):
        _add_alias(txn, _entity(session, keep), spelling)
    kept = _entity(session, keep)
    for external in other.external_ids:
        if external not in kept.external_ids:
            add_external_id(session, keep, external)
    if other.name_latin and not kept.name_latin:
        txn.update("entity", keep, {"name_latin": other.name_latin})
    if other.note and other.note != kept.note:
        note = f"{kept.note}\n{other.note}" if kept.note else other.note
        txn.update("entity", keep, {"note": note})


def _in_verdicts(session: Session, txn: Transaction, keep: EntityId, other: EntityId) -> None:
    """Let verdicts that were given on one of two names stand: the two are one now."""
    rows = session.conn.execute(
        "SELECT id, linked FROM verdict"
        " WHERE EXISTS (SELECT 1 FROM json_each(verdict.linked) WHERE value = ?)",
        [other],
    )
    for row, linked in rows.fetchall():
        now = [keep if entity == other else entity for entity in json.loads(linked)]
        txn.update("verdict", row, {"linked": encode.dumps(now)})


def _entity(session: Session, id_: EntityId) -> Entity:
    return entity(session, id_)


def _label(session: Session, code: str, id_: EntityId, **args: str) -> Label:
    return Label(code, {"name": shorten(entity(session, id_).name), **args})


def _add_alias(txn: Transaction, entity: Entity, alias: str) -> None:
    if alias and alias != entity.name and alias not in entity.aliases:
        txn.insert("alias", new_ids(1)[0], {"entity": entity.id, "text": alias})


def _owned(session: Session, table: str, entity: str, column: str, value: str) -> list[str]:
    rows = session.conn.execute(
        f"SELECT id FROM {table} WHERE entity = ? AND {column} = ?", [entity, value]
    )
    return [row for (row,) in rows.fetchall()]
