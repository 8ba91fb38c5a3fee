"""Entities found again by the names and identifiers of another list.

The same judgement as 'are these two entities one?' (`reconcile.entities`), asked for one name at
a time against an index of sounds.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from tawatur_core.arabic import fold_text
from tawatur_core.arabic.names import may_be_same, name_key, name_keys
from tawatur_core.model import EntityId, EntityKind, Evidence, ExternalId
from tawatur_core.reconcile.entities import GOOD, LEAST, MOST_IN_BLOCK, judge, other_id
from tawatur_core.reconcile.terms import raw_words
from tawatur_core.reconcile.views import EntityView

# Two candidates this close to each other cannot be told apart by their names.
_TOO_CLOSE = 0.02
_IDENTIFIED = Evidence("evidence-entity-external", 1.0)


@dataclass(frozen=True, slots=True)
class Match:
    """The likeliest entity, None where none is worth a look, with score 0…1 and reasons.

    `sure`: the identifier says so, or the names do and no other entity comes near. What is not
    sure is for a person to look at.
    """

    entity: EntityId | None = None
    score: float = 0.0
    sure: bool = False
    evidence: tuple[Evidence, ...] = ()


NO_MATCH = Match()


class KnownEntities:
    """An index of entities. Those added later are found too."""

    def __init__(self, entities: Iterable[EntityView] = ()) -> None:
        self._views: dict[EntityId, EntityView] = {}
        self._by_id: dict[ExternalId, EntityId] = {}
        self._written: defaultdict[str, set[EntityId]] = defaultdict(set)
        self._sounds: defaultdict[str, set[EntityId]] = defaultdict(set)
        self._bearers: defaultdict[str, set[str]] = defaultdict(set)
        for view in entities:
            self.add(view)

    def add(self, view: EntityView) -> None:
        """Take an entity into the index; one of the same id gives way to it."""
        self._views[view.id] = view
        for external in view.external_ids:
            self._by_id.setdefault(external, view.id)
        for spelling in _spellings(view):
            self._written[_folded(spelling)].add(view.id)
            for key in (f"={name_key(spelling)}", *name_keys(spelling)):
                self._sounds[key].add(view.id)
        self.hear(view.name)

    def hear(self, name: str) -> None:
        """Take notice that somebody bears a name, so that a short form of it is less clear."""
        words = raw_words(name)
        if len(words) > 1:
            for word in (words[0], words[-1]):
                self._bearers[name_key(word)].add(name_key(name))

    def view(self, entity: EntityId) -> EntityView:
        """Return what the index knows of an entity."""
        return self._views[entity]

    def find(self, asked: EntityView) -> Match:
        """Return the entity that `asked` is, by identifier, else by its spellings."""
        for external in asked.external_ids:
            if external in self._by_id:
                return Match(self._by_id[external], 1.0, sure=True, evidence=(_IDENTIFIED,))
        written = self._same_writing(asked)
        if len(written) == 1:
            return self._judged(asked, written)
        return self._judged(asked, self._candidates(asked) | set(written))

    def _same_writing(self, asked: EntityView) -> list[EntityId]:
        """Return the entities of that very name and kind."""
        found = self._written.get(_folded(asked.name), set())
        return [e for e in found if _one_kind(self._views[e].kind, asked.kind)]

    def _candidates(self, asked: EntityView) -> set[EntityId]:
        found: set[EntityId] = set()
        for spelling in _spellings(asked):
            for key in (f"={name_key(spelling)}", *name_keys(spelling)):
                block = self._sounds.get(key, set())
                if len(block) <= MOST_IN_BLOCK or key.startswith("="):
                    found |= block
        return found

    def _judged(self, asked: EntityView, candidates: Iterable[EntityId]) -> Match:
        counts = {key: len(names) for key, names in self._near(asked).items()}
        scored = []
        for entity in sorted(candidates):
            view = self._views[entity]
            if other_id(asked, view) or not _alike(asked, view):
                continue
            kind = view.kind if _one_kind(view.kind, asked.kind) else asked.kind
            score, evidence = judge(_as(asked, kind), view, counts)
            scored.append((score, entity, evidence))
        if not scored:
            return NO_MATCH
        scored.sort(key=lambda one: (-one[0], one[1]))
        score, entity, evidence = scored[0]
        if score < LEAST:
            return NO_MATCH
        alone = len(scored) == 1 or scored[1][0] < score - _TOO_CLOSE
        return Match(entity, score, score >= GOOD and alone, evidence)

    def _near(self, asked: EntityView) -> dict[str, set[str]]:
        """Return who bears the names asked for, for telling whether a short form is clear."""
        keys = {name_key(word) for s in _spellings(asked) for word in raw_words(s)}
        keys |= {name_key(s) for s in _spellings(asked)}
        return {key: self._bearers[key] for key in keys if key in self._bearers}


def _spellings(view: EntityView) -> Sequence[str]:
    return [s for s in dict.fromkeys((view.name, *view.spellings)) if s.strip()]


def _folded(text: str) -> str:
    return " ".join(fold_text(text).split()).casefold()


def _one_kind(a: EntityKind, b: EntityKind) -> bool:
    """Whether two kinds may be one: what is of no known kind may be any."""
    return a is b or EntityKind.OTHER in (a, b)


def _as(view: EntityView, kind: EntityKind) -> EntityView:
    return (
        view
        if view.kind is kind
        else EntityView(view.id, view.name, kind, view.spellings, external_ids=view.external_ids)
    )


def _alike(a: EntityView, b: EntityView) -> bool:
    return any(may_be_same(x, y) for x in _spellings(a) for y in _spellings(b))
