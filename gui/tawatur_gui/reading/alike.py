"""Everything alike: where a name stands in one article or all, with a few words around."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from tawatur_core.model import DocumentId, EntityId, Span
from tawatur_core.monitor import Monitor
from tawatur_core.store import documents, entities, mentions
from tawatur_core.store.session import Reader
from tawatur_core.suggest.alike import occurrences

_AROUND = 34  # code points on either side


@dataclass(frozen=True, slots=True)
class Place:
    """One occurrence. `inside` is where its words stand in `snippet`.

    `entity` is what the words are linked to already ('' when they are not).
    """

    document: DocumentId
    span: Span
    snippet: str
    inside: Span
    entity: str = ""

    @property
    def words(self) -> str:
        """The words of the place."""
        return self.inside.of(self.snippet)


@dataclass(frozen=True, slots=True)
class Group:
    """The places of one article."""

    document: DocumentId
    title: str
    places: tuple[Place, ...]


def names_of(reader: Reader, entity: EntityId) -> list[str]:
    """Return every spelling of an entity: its name, its aliases, and how it is marked."""
    found = entities.entity(reader, entity)
    quotes = [mention.quote for mention in mentions.mentions_by_entity(reader, entity)]
    return list(dict.fromkeys([found.name, *found.aliases, *quotes]))


def look(
    open_reader: Callable[[], Reader], ids: Sequence[DocumentId], names: Sequence[str]
) -> Callable[[Monitor], list[Group]]:
    """Return the work that finds names in articles, for a background job."""

    def work(monitor: Monitor) -> list[Group]:
        found = []
        with open_reader() as reader:
            for number, id_ in enumerate(ids):
                monitor.step(number, len(ids))
                group = in_document(reader, id_, names)
                if group.places:
                    found.append(group)
        return found

    return work


def in_document(reader: Reader, id_: DocumentId, names: Sequence[str]) -> Group:
    """Find names in one article; what lies inside a longer, linked mention is left out."""
    document = documents.document(reader, id_)
    standing = mentions.mentions_of(reader, id_)
    linked = {mention.span: mention.entity or "" for mention in standing}
    places = [
        _place(id_, document.text, span, linked.get(span, ""))
        for span in occurrences(document.text, names)
        if not any(part.overlaps(span) for part in document.residue)
        and not any(name and at.contains(span) and at != span for at, name in linked.items())
    ]
    return Group(id_, document.title, tuple(places))


def _place(id_: DocumentId, text: str, span: Span, entity: str) -> Place:
    start, end = max(0, span.start - _AROUND), min(len(text), span.end + _AROUND)
    while start > 0 and start < span.start and not text[start - 1].isspace():
        start += 1
    while end < len(text) and end > span.end and not text[end].isspace():
        end -= 1
    line_start = text.rfind("\n", start, span.start) + 1
    start = max(start, line_start)
    line_end = text.find("\n", span.end, end)
    end = line_end if line_end >= 0 else end
    return Place(id_, span, text[start:end], Span(span.start - start, span.end - start), entity)
