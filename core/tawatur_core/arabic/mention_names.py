"""Naming the mentions found: known entities, one name for all spellings, short forms, offices."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from tawatur_core.arabic.mention_line import Candidate, Line, starts
from tawatur_core.arabic.mention_offices import Office, described, office_before, same_office
from tawatur_core.arabic.mention_places import SURNAME, Entry, Node
from tawatur_core.arabic.mention_short import SHORT, Form, FullNames, canonical_names, written
from tawatur_core.arabic.names import SAME, name_key, name_similarity
from tawatur_core.arabic.results import Known, MentionFound, reason
from tawatur_core.model import EntityKind, Evidence, MentionRole, Span

KNOWN = "known"  # the section of an entry made from a name of the project


class Project:
    """The project's names: a trie of them as written, and by sound."""

    def __init__(self, known: tuple[Known, ...]) -> None:
        self.trie = Node()
        self.by_name = {item.name: item for item in reversed(known)}
        self.by_key: dict[str, list[Known]] = {}
        for item in known:
            self.trie.put(item.name, Entry(item.kind, item.name, KNOWN, plain=False))
            self.by_key.setdefault(name_key(item.name), []).append(item)
        self.firsts = frozenset(self.trie.next)

    def starts(self, word: str, stems: tuple[str, ...]) -> list[tuple[Node, int]]:
        """Return where names of the project go on after a stem of the word."""
        return starts(word, stems, self.trie)

    def sounding(self, name: str) -> Known | None:
        """Return the known name that `name` is a spelling of."""
        if not self.by_key:
            return None
        near = self.by_key.get(name_key(name), ())[:_MOST_NEAR]
        scored = [(name_similarity(name, item.name).score, -i) for i, item in enumerate(near)]
        score, at = max(scored, default=(0.0, 0))
        return near[-at] if score >= SAME else None


_MOST_NEAR = 24


_NONE = Project(())
_kept: list[tuple[tuple[Known, ...], Project]] = []


def project(known: tuple[Known, ...]) -> Project:
    """Return the index of the names; kept for the next article read with the same names."""
    if not known:
        return _NONE
    for seen, index in _kept:
        if seen == known:  # quick: the names themselves are the same objects
            return index
    index = Project(known)
    _kept[:] = [(known, index), *_kept[:1]]
    return index


class _Seen(NamedTuple):
    """A candidate that was chosen, the known name it is, and the form it is grouped by."""

    candidate: Candidate
    known: Known | None
    form: Form


def named(line: Line, chosen: Sequence[Candidate], index: Project) -> list[MentionFound]:
    """Return the mentions of the chosen candidates, in the same order."""
    kinds = _told_kinds(line, chosen)
    seen = [_seen(line, _of_kind(line, candidate, kinds), index) for candidate in chosen]
    names = _grouped(seen)
    people = FullNames(_people(seen, names))
    entities = {_full_name(one, names): one.known.entity for one in seen if one.known is not None}
    return [_mention(line, one, names, people, entities) for one in seen]


# Reasons that tell what a name is, and not only that it is one.
_TELLING = frozenset(
    {"mention-body-word", "mention-place-word", "mention-title", "mention-reporting-verb"}
)


def _told_kinds(line: Line, chosen: Sequence[Candidate]) -> dict[str, EntityKind]:
    """Return the kind of each name that some place of the article tells."""
    return {written(line, c): c.kind for c in chosen if not _TELLING.isdisjoint(c.why)}


def _of_kind(line: Line, candidate: Candidate, kinds: dict[str, EntityKind]) -> Candidate:
    """Return the candidate with the kind told elsewhere when its own place does not tell it."""
    if candidate.entry is not None or not _TELLING.isdisjoint(candidate.why):
        return candidate
    return candidate._replace(kind=kinds.get(written(line, candidate), candidate.kind))


def _seen(line: Line, candidate: Candidate, index: Project) -> _Seen:
    text = written(line, candidate)
    if candidate.entry is None:
        candidate = candidate._replace(entry=_entry_of(line, candidate))
    if candidate.entry is not None and candidate.entry.section == KNOWN:
        known: Known | None = index.by_name[candidate.entry.name]
    else:
        known = index.sounding(text)
    name = (known.canonical or known.name) if known is not None else text
    return _Seen(candidate, known, (name, candidate.kind))


def _entry_of(line: Line, candidate: Candidate) -> Entry | None:
    """Return the gazetteer's entry for a name that was found by its context."""
    beginnings = line.sights[candidate.first].starts
    node = next((node for node, cut in beginnings if cut == candidate.cut), None)
    for word in line.folded[candidate.first + 1 : candidate.last]:
        node = node.next.get(word) if node is not None else None
    entry = node.entry if node is not None else None
    return entry if entry is not None and entry.kind is candidate.kind else None


def _grouped(seen: Sequence[_Seen]) -> dict[Form, str]:
    """Return the name each form stands for: gazetteer names their own, others by spelling."""
    fixed = {
        one.form: one.candidate.entry.name
        for one in seen
        if one.known is None
        and one.candidate.entry is not None
        and one.candidate.entry.section not in {SHORT, KNOWN}
        and not (_listed_surname(one.candidate) and " " not in one.candidate.entry.name)
    }
    known = {one.form: one.form[0] for one in seen if one.known is not None}
    heads = [(name, kind) for (_, kind), name in (fixed | known).items()]
    rest = [one.form for one in seen if one.form not in fixed and one.form not in known]
    return canonical_names(rest, heads) | fixed | known


def _full_name(one: _Seen, names: dict[Form, str]) -> str:
    return names[one.form]


def _people(seen: Iterable[_Seen], names: dict[Form, str]) -> list[str]:
    """Return the full names of persons, those named most often first."""
    full = (names[one.form] for one in seen if one.candidate.kind is EntityKind.PERSON)
    return [name for name, _ in Counter(name for name in full if " " in name).most_common()]


def _mention(
    line: Line,
    one: _Seen,
    names: dict[Form, str],
    people: FullNames,
    entities: dict[str, str],
) -> MentionFound:
    candidate, known, form = one
    start = line.starts[candidate.first] + candidate.cut
    name, role = names[form], MentionRole.NAME
    reasons = [reason(code, 1.0) for code in candidate.why]
    longer = None
    if candidate.kind is EntityKind.PERSON and known is None:
        longer = people.of(form[0])
    if longer is not None:
        name, role = longer, MentionRole.SHORT
        reasons.append(Evidence("mention-short-of", 1.0, {"name": name}))
    elif _listed_surname(candidate) and known is None and " " in name:
        role = MentionRole.SHORT
        reasons.append(Evidence("mention-short-of", 1.0, {"name": name}))
    elif known is not None and "mention-known" not in candidate.why:
        reasons.append(Evidence("mention-known-sound", 1.5, {"name": known.name}))
    elif known is None and name != form[0]:
        reasons.append(Evidence("mention-spelling-of", 0.5, {"name": name}))
    return MentionFound(
        span=Span(start, line.ends[candidate.last - 1]),
        kind=known.kind if known is not None else candidate.kind,
        role=role,
        name=name,
        entity=known.entity if known is not None else entities.get(name, ""),
        score=1 / (1 + math.exp(-candidate.score)),
        evidence=tuple(reasons),
    )


def _listed_surname(candidate: Candidate) -> bool:
    return candidate.entry is not None and candidate.entry.section == SURNAME


class _Bearer(NamedTuple):
    first: int
    office: Office
    mention: MentionFound


def by_office(
    line: Line, chosen: Sequence[Candidate], found: Sequence[MentionFound]
) -> Iterator[MentionFound]:
    """Yield the offices without a name that another mention of the article explains.

    The mention before explains it rather than one after.
    """
    bearers = []
    taken = [False] * len(line.words)
    for candidate, mention in zip(chosen, found, strict=True):
        if candidate.kind is not EntityKind.PERSON:
            continue
        taken[candidate.first : candidate.last] = [True] * (candidate.last - candidate.first)
        office = office_before(line, candidate.first)
        if office is not None and office.country:
            bearers.append(_Bearer(candidate.first, office, mention))
    for told in described(line, taken) if bearers else ():
        fitting = [bearer for bearer in bearers if same_office(told.office, bearer.office)]
        if not fitting:
            continue
        earlier = [bearer for bearer in fitting if bearer.first < told.first]
        mention = (earlier[-1] if earlier else fitting[0]).mention
        yield MentionFound(
            Span(line.words[told.first].start + told.cut, line.words[told.last - 1].end),
            EntityKind.PERSON,
            MentionRole.DESCRIPTION,
            mention.name,
            mention.entity,
            _DESCRIBED,
            (Evidence("mention-office-of", 1.0, {"name": mention.name}),),
        )


_DESCRIBED = 0.6
