"""What a project knows beyond single articles, in REFI-QDA: users, cases, verdicts, sets."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from tawatur_core.exporters.refi_article import as_json
from tawatur_core.exporters.refi_codes import variable_value
from tawatur_core.exporters.slot_words import conflict_told
from tawatur_core.exporters.tei_words import FORBIDDEN, attribute, content
from tawatur_core.model import Entity, EntityId
from tawatur_core.phrasing import term, verdict as verdict_in_words
from tawatur_core.plugins import Corpus
from tawatur_core.records import to_json
from tawatur_core.refi_guids import NOTE, code_guid, of_record, part_guid, user_guid
from tawatur_core.wording import Wording

_REPLACED = {ord(char): "\ufffd" for char in FORBIDDEN}


def users(authors: Iterable[str], corpus: Corpus) -> str:
    """Return the analysts; nothing where there are none."""
    named = dict.fromkeys([*authors, *(given.analyst for given in corpus.verdicts)])
    told = [f'<User guid="{user_guid(name)}" name={attribute(name)}/>' for name in named]
    return "<Users>" + "".join(told) + "</Users>\n" if told else ""


def cases(corpus: Corpus, selections: Mapping[EntityId, bytearray]) -> Iterator[str]:
    """Yield the entities as cases, each with the selections that name it."""
    if not corpus.entities:
        return
    yield "<Cases>\n"
    for entity in corpus.entities:
        yield _case(entity, selections.get(entity.id, bytearray()))
    yield "</Cases>\n"


def _case(entity: Entity, packed: bytearray) -> str:
    note = content(entity.note.translate(_REPLACED))
    values = variable_value("latin", _texts([entity.name_latin]))
    values += variable_value("alias", _texts(entity.aliases))
    ids = [f"{known.scheme}:{known.value}" for known in entity.external_ids]
    values += variable_value("external-id", _texts(ids))
    values += variable_value("tawatur", [as_json({"entity": to_json(entity)})])
    refs = "".join(f'<SelectionRef targetGUID="{id_}"/>' for id_ in packed.decode().split())
    return (
        f'<Case guid="{entity.id}" name={attribute(entity.name)}>'
        + (f"<Description>{note}</Description>" if note else "")
        + f'<CodeRef targetGUID="{code_guid(f"mention.{entity.kind.value}")}"/>'
        + f"{values}{refs}</Case>\n"
    )


def _texts(values: Iterable[str]) -> list[str]:
    return [content(value.translate(_REPLACED)) for value in values if value]


def verdict_notes(corpus: Corpus, words: Wording) -> Iterator[str]:
    """Yield every verdict as a note: what was decided, and why."""
    for given in corpus.verdicts:
        shown = attribute(verdict_in_words(given, words))
        yield (
            f'<Note guid="{given.id}" name={shown} creatingUser="{user_guid(given.analyst)}"'
            f' creationDateTime="{given.given_at.isoformat()}">'
            f"<PlainTextContent>{content(given.reason.translate(_REPLACED))}</PlainTextContent>"
            f"{variable_value('tawatur', [as_json({'verdict': to_json(given)})])}</Note>\n"
        )


def sets(corpus: Corpus, words: Wording) -> Iterator[str]:
    """Yield event groups and conflicts as sets of the notes of their claims, with the verdicts."""
    if not (corpus.groups or corpus.conflicts):
        return
    names = {entity.id: entity.name for entity in corpus.entities}
    yield "<Sets>\n"
    for number, group in enumerate(corpus.groups):
        chains = words.say("report-chains", count=group.chains)
        members = [of_record(claim, NOTE) for claim in group.claims]
        name = f"{words.say('refi-group')}: {chains}"
        yield _set(part_guid(group.key, number, "group"), name, members)
    for number, conflict in enumerate(corpus.conflicts):
        members = [of_record(claim, NOTE) for claim in conflict.claims]
        members += [given.id for given in corpus.verdicts if given.key == conflict.key]
        name = f"{words.say('refi-conflict')}: {term(conflict.kind, words)}"
        told = conflict_told(conflict, words, names)
        yield _set(part_guid(conflict.key, number, "conflict"), name, members, told)
    yield "</Sets>\n"


def _set(guid: str, name: str, members: Iterable[str], description: str = "") -> str:
    described = content(description.translate(_REPLACED))
    head = f"<Description>{described}</Description>" if described else ""
    told = "".join(f'<MemberNote targetGUID="{member}"/>' for member in members)
    return f'<Set guid="{guid}" name={attribute(name)}>{head}{told}</Set>\n'
