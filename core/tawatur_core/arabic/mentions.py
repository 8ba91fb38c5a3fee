"""Finding the names of persons, places and bodies in an article.

Known names, the bundled gazetteer, words that introduce names and words that are no ordinary
words propose candidates; the best set without overlaps is taken, and short forms, spellings and
descriptions within the article are tied to the full name.
"""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterable, Sequence
from functools import lru_cache

from tawatur_core.arabic.mention_chunks import (
    Candidate,
    Line,
    candidates,
    choose,
    line_of,
    listed,
)
from tawatur_core.arabic.mention_offices import Office, described, office_before, same_office
from tawatur_core.arabic.mention_places import Entry, Node
from tawatur_core.arabic.mention_short import (
    SHORT,
    canonical_names,
    longer_name,
    short_forms,
    written,
)
from tawatur_core.arabic.names import SAME, name_key, name_similarity
from tawatur_core.arabic.results import Known, MentionFound
from tawatur_core.arabic.words import words
from tawatur_core.model import EntityKind, Evidence, MentionRole, Span

KNOWN = "known"  # the section of an entry made from a name of the project


def find_mentions(text: str, known: Iterable[Known] = ()) -> list[MentionFound]:
    """Return the names in `text` in order, without proclitics, and the descriptions tied to them.

    `known` are the project's own names; they are found in every spelling. Mentions of one thing
    share `name`, the longest form the article has (or the known canonical name).
    """
    found_words = words(text)
    if not found_words:
        return []
    project = _project(tuple(known))
    line = line_of(text, found_words)
    chosen = choose(line, candidates(line, project.trie))
    chosen = _with_shorts(line, chosen)
    named = _named(line, chosen, project)
    named += _described(line, chosen, named)
    return sorted(named, key=lambda mention: (mention.span.start, mention.span.end))


class _Project:
    """The project's names: a trie of them as written, and by sound."""

    def __init__(self, known: tuple[Known, ...]) -> None:
        self.trie: Node | None = None
        self.by_name = {item.name: item for item in reversed(known)}
        self.by_key: dict[str, list[Known]] = {}
        if known:
            self.trie = Node()
        for item in known:
            if self.trie is not None:
                self.trie.put(item.name, Entry(item.kind, item.name, KNOWN, plain=False))
            self.by_key.setdefault(name_key(item.name), []).append(item)

    def sounding(self, name: str) -> Known | None:
        """Return the known name that `name` is a spelling of."""
        near = self.by_key.get(name_key(name), ())[:_MOST_NEAR]
        scored = [(name_similarity(name, item.name).score, -i) for i, item in enumerate(near)]
        score, at = max(scored, default=(0.0, 0))
        return near[-at] if score >= SAME else None


_MOST_NEAR = 24


@lru_cache(maxsize=4)
def _project(known: tuple[Known, ...]) -> _Project:
    return _Project(known)


def _with_shorts(line: Line, chosen: list[Candidate]) -> list[Candidate]:
    """Add the short forms of the persons named in full, where no name was found."""
    full = [
        written(line, c) for c in chosen if c.kind is EntityKind.PERSON and c.last - c.first > 1
    ]
    shorts = short_forms((name, name) for name in dict.fromkeys(full))
    more = [c for i in range(len(line.words)) for c in listed(line, i, shorts)]
    inside = {c for c in chosen if any(_inside(c, short) for short in more)}
    chosen = [c for c in chosen if c not in inside]
    taken = _taken(line, chosen)
    free = [c for c in more if not any(taken[c.first : c.last])]
    return sorted([*chosen, *choose(line, free)], key=_place)


def _inside(candidate: Candidate, short: Candidate) -> bool:
    """Whether a name found is a mere part of the short form (سون in سون هوي)."""
    return (
        short.first <= candidate.first
        and candidate.last <= short.last
        and candidate.last - candidate.first < short.last - short.first
    )


def _place(candidate: Candidate) -> int:
    return candidate.first


def _taken(line: Line, chosen: Iterable[Candidate]) -> list[bool]:
    taken = [False] * len(line.words)
    for candidate in chosen:
        taken[candidate.first : candidate.last] = [True] * (candidate.last - candidate.first)
    return taken


def _named(line: Line, chosen: Sequence[Candidate], project: _Project) -> list[MentionFound]:
    listed_as = [_listed_name(line, c, project) for c in chosen]
    forms = [
        (written(line, c) if item is None else item.canonical or item.name, c.kind)
        for c, item in zip(chosen, listed_as, strict=True)
    ]
    names = _grouped(chosen, forms)
    people = _people(chosen, forms, names)
    return [
        _mention(line, candidate, item, form, names, people)
        for candidate, item, form in zip(chosen, listed_as, forms, strict=True)
    ]


def _listed_name(line: Line, candidate: Candidate, project: _Project) -> Known | None:
    if candidate.entry is not None and candidate.entry.section == KNOWN:
        return project.by_name[candidate.entry.name]
    return project.sounding(written(line, candidate)) if project.by_key else None


def _grouped(
    chosen: Sequence[Candidate], forms: Sequence[tuple[str, EntityKind]]
) -> dict[tuple[str, EntityKind], str]:
    """Return the name each form stands for: gazetteer names their own, others by spelling."""
    fixed = {
        form: candidate.entry.name
        for candidate, form in zip(chosen, forms, strict=True)
        if candidate.entry is not None and candidate.entry.section not in {SHORT, KNOWN}
    }
    heads = [(name, kind) for (_, kind), name in fixed.items()]
    return canonical_names([form for form in forms if form not in fixed], heads) | fixed


def _people(
    chosen: Sequence[Candidate],
    forms: Sequence[tuple[str, EntityKind]],
    names: dict[tuple[str, EntityKind], str],
) -> list[str]:
    """Return the full names of persons, those named most often first."""
    counts = Counter(
        names[form]
        for candidate, form in zip(chosen, forms, strict=True)
        if candidate.kind is EntityKind.PERSON and " " in names[form]
    )
    return [name for name, _ in counts.most_common()]


def _mention(
    line: Line,
    candidate: Candidate,
    item: Known | None,
    form: tuple[str, EntityKind],
    names: dict[tuple[str, EntityKind], str],
    people: Sequence[str],
) -> MentionFound:
    start = line.words[candidate.first].start + candidate.cut
    span = Span(start, line.words[candidate.last - 1].end)
    name = names[form]
    role, reasons = MentionRole.NAME, [Evidence(code, 1.0) for code in candidate.why]
    if candidate.kind is EntityKind.PERSON and item is None:
        longer = longer_name(form[0], people)
        if longer is not None:
            role, name = MentionRole.SHORT, longer
    if name != form[0] and role is MentionRole.NAME and item is None:
        reasons.append(Evidence("mention-spelling-of", 0.5, {"name": name}))
    if role is MentionRole.SHORT:
        reasons.append(Evidence("mention-short-of", 1.0, {"name": name}))
    if item is not None and "mention-known" not in candidate.why:
        reasons.append(Evidence("mention-known-sound", 1.5, {"name": item.name}))
    return MentionFound(
        span=span,
        kind=item.kind if item is not None else candidate.kind,
        role=role,
        name=name,
        entity=item.entity if item is not None else "",
        score=_probability(candidate.score),
        evidence=tuple(reasons),
    )


def _probability(odds: float) -> float:
    return 1 / (1 + math.exp(-odds))


def _described(
    line: Line, chosen: Sequence[Candidate], named: Sequence[MentionFound]
) -> list[MentionFound]:
    """Return the offices without a name that an earlier (else a later) mention explains."""
    bearers: list[tuple[int, Office, MentionFound]] = []
    taken = _taken(line, (c for c in chosen if c.kind is EntityKind.PERSON))
    for candidate, mention in zip(chosen, named, strict=True):
        if mention.kind is EntityKind.PERSON:
            office = office_before(line, candidate.first)
            if office is not None and office.country:
                bearers.append((candidate.first, office, mention))
    found = []
    for told in described(line, taken) if bearers else ():
        fitting = [bearer for bearer in bearers if same_office(told.office, bearer[1])]
        if fitting:
            earlier = [bearer for bearer in fitting if bearer[0] < told.first]
            bearer = earlier[-1] if earlier else fitting[0]
            start = line.words[told.first].start + told.cut
            span = Span(start, line.words[told.last - 1].end)
            reason = Evidence("mention-office-of", 1.0, {"name": bearer[2].name})
            found.append(
                MentionFound(
                    span,
                    EntityKind.PERSON,
                    MentionRole.DESCRIPTION,
                    bearer[2].name,
                    bearer[2].entity,
                    _DESCRIBED,
                    (reason,),
                )
            )
    return found


_DESCRIBED = 0.6
