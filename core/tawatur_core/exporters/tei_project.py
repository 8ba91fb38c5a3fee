"""What a project knows beyond single articles, in TEI: entities, verdicts, groups and conflicts."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator

from tawatur_core.exporters.slot_words import conflict_told
from tawatur_core.exporters.tei_words import attribute, content, string, symbol
from tawatur_core.model import ConflictKind, Entity, EntityKind, Verdict
from tawatur_core.phrasing import verdict as verdict_in_words
from tawatur_core.plugins import Corpus
from tawatur_core.wording import Wording

# List, element and name of each kind; an object's names stand in an identifier of their own.
_ELEMENTS = {
    EntityKind.PERSON: ("listPerson", "person", "persName"),
    EntityKind.PLACE: ("listPlace", "place", "placeName"),
    EntityKind.ORGANISATION: ("listOrg", "org", "orgName"),
    EntityKind.EVENT: ("listEvent", "event", "eventName"),
    EntityKind.OTHER: ("listObject", "object", "objectName"),
}
_WORD = re.compile(r"[\w.\-]+$")


def project_stand_off(corpus: Corpus, words: Wording) -> Iterator[str]:
    """Yield the stand-off part of the corpus; nothing where there is nothing to say."""
    told = False
    for part in (
        _entities(corpus.entities),
        _verdicts(corpus.verdicts, words),
        _groups(corpus, words),
    ):
        for piece in part:
            if not told:
                yield "<standOff>\n"
                told = True
            yield piece
    if told:
        yield "</standOff>\n"


def _entities(entities: tuple[Entity, ...]) -> Iterator[str]:
    by_kind: defaultdict[EntityKind, list[Entity]] = defaultdict(list)
    for entity in entities:
        by_kind[entity.kind].append(entity)
    for kind, listed in by_kind.items():
        group, element, name = _ELEMENTS[kind]
        yield f"<{group}>\n"
        for entity in listed:
            yield _entity(entity, element, name)
        yield f"</{group}>\n"


def _entity(entity: Entity, element: str, name: str) -> str:
    told = [f'<{name} type="canonical">{content(entity.name)}</{name}>']
    if entity.name_latin:
        told.append(f'<{name} type="latin">{content(entity.name_latin)}</{name}>')
    told += [f'<{name} type="alias">{content(alias)}</{name}>' for alias in entity.aliases]
    for known in entity.external_ids:
        scheme = (
            f'type="{known.scheme}"'
            if _WORD.match(known.scheme)
            else f'type="other" n={attribute(known.scheme)}'
        )
        told.append(f"<idno {scheme}>{content(known.value)}</idno>")
    inner = "".join(told)
    if element == "object":
        inner = f"<objectIdentifier>{inner}</objectIdentifier>"
    note = f"<note>{content(entity.note)}</note>" if entity.note else ""
    return f'<{element} xml:id="e-{entity.id}">{inner}{note}</{element}>\n'


def _verdicts(verdicts: tuple[Verdict, ...], words: Wording) -> Iterator[str]:
    if not verdicts:
        return
    yield '<listAnnotation type="verdicts">\n'
    for given in verdicts:
        prefix = "e" if given.kind is ConflictKind.NAME else "c"
        sides = " ".join(f"#{prefix}-{side}" for side in given.sides)
        target = f' target="{sides}"' if sides else ""
        reason = f'<note type="reason">{content(given.reason)}</note>' if given.reason else ""
        yield (
            f'<annotation xml:id="v-{given.id}" motivation="assessing"{target}'
            f' ana="#fv-{given.id}" cert="{given.confidence.value}" n={attribute(given.key)}>'
            f'<respStmt><resp when="{given.given_at.isoformat()}">'
            f"{content(verdict_in_words(given, words))}</resp>"
            f"<name>{content(given.analyst)}</name></respStmt>{reason}</annotation>\n"
        )
    yield "</listAnnotation>\n"
    for given in verdicts:
        yield _verdict_structure(given)


def _verdict_structure(given: Verdict) -> str:
    seen = "".join(f"<string>{content(told)}</string>" for told in given.seen)
    linked = "".join(f"<string>{content(entity)}</string>" for entity in given.linked)
    return (
        f'<fs xml:id="fv-{given.id}" type="verdict">'
        f"{symbol('kind', given.kind)}{symbol('choice', given.choice)}"
        f"{string('chosen', given.chosen)}{string('value', given.value)}"
        + (f'<f name="seen"><vColl org="list">{seen}</vColl></f>' if seen else "")
        + (f'<f name="linked"><vColl org="list">{linked}</vColl></f>' if linked else "")
        + f'<f name="reopened"><binary value="{str(given.reopened).lower()}"/></f></fs>\n'
    )


def _groups(corpus: Corpus, words: Wording) -> Iterator[str]:
    """Yield event groups and conflicts: derived, so they are written and not read."""
    if not (corpus.groups or corpus.conflicts):
        return
    names = {entity.id: entity.name for entity in corpus.entities}
    yield "<listRelation>\n"
    for group in corpus.groups:
        claims = " ".join(f"#c-{claim}" for claim in group.claims)
        chains = content(words.say("report-chains", count=group.chains))
        yield (
            f'<relation name="same-event" type="event-group" mutual="{claims}"'
            f" n={attribute(group.key)}><desc>{chains}</desc></relation>\n"
        )
    for conflict in corpus.conflicts:
        claims = " ".join(f"#c-{claim}" for claim in conflict.claims)
        told = content(conflict_told(conflict, words, names))
        yield (
            f'<relation name="conflict" type="{conflict.kind.value}" mutual="{claims}"'
            f" n={attribute(conflict.key)}><desc>{told}</desc></relation>\n"
        )
    yield "</listRelation>\n"
