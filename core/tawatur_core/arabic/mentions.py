"""Finding the names of persons, places and bodies in an article.

Known names, the bundled gazetteer, words that introduce names and words that are no ordinary
words propose candidates; the best set without overlaps is taken, and short forms, spellings and
descriptions within the article are tied to the full name.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import compress
from operator import attrgetter, not_, or_

from tawatur_core.arabic.kept import recent
from tawatur_core.arabic.mention_bodies import headed
from tawatur_core.arabic.mention_chunks import chunks, foreign
from tawatur_core.arabic.mention_heads import by_head
from tawatur_core.arabic.mention_line import Candidate, Line, apposed, choose, line_of, starts
from tawatur_core.arabic.mention_listed import listed
from tawatur_core.arabic.mention_names import Project, by_office, named, project
from tawatur_core.arabic.mention_quoted import quoted
from tawatur_core.arabic.mention_short import short_forms, written
from tawatur_core.arabic.results import Known, MentionFound
from tawatur_core.model import EntityKind


def find_mentions(text: str, known: Iterable[Known] = ()) -> list[MentionFound]:
    """Return the names in `text` in order, without proclitics, and the descriptions tied to them.

    `known` are the project's own names; they are found in every spelling. Mentions of one thing
    share `name`: the known canonical name, the gazetteer's, or the longest form of the article.
    """
    names = tuple(known)
    return _mentions(text, names) if names else list(_unknown(text))


@recent
def _unknown(text: str) -> tuple[MentionFound, ...]:
    return tuple(_mentions(text, ()))


def _mentions(text: str, known: tuple[Known, ...]) -> list[MentionFound]:
    index = project(known)
    line = line_of(text)
    chosen = _with_clubs(line, _with_shorts(line, choose(candidates(line, index))))
    found = named(line, chosen, index)
    found += by_office(line, chosen, found)
    return sorted(found, key=lambda mention: (mention.span.start, mention.span.end))


def candidates(line: Line, known: Project) -> Iterator[Candidate]:
    """Yield every candidate of a text."""
    firsts, joined, sights = known.firsts, line.joined, line.sights
    places = range(len(sights))
    opening = list(compress(places, map(or_, map(_OPENS, sights), map(not_, joined))))
    told = _holding(line, firsts)
    for i in sorted({*opening, *told}) if told else opening:
        seen = sights[i]
        if i in told:
            yield from listed(line, i, known.starts(line.written[i], seen.stems))
        if seen.starts:
            yield from listed(line, i, seen.starts)
        if seen.heads:
            yield from headed(line, i)
            yield from by_head(line, i)
        if not joined[i] and i and line.signs[i - 1]:
            yield from quoted(line, i)
        if seen.may_begin:
            yield from chunks(line, i)
        elif seen.stem.isascii():
            yield from foreign(line, i)


_OPENS, _STEMS = attrgetter("opens"), attrgetter("stems")


def _holding(line: Line, firsts: frozenset[str]) -> dict[int, None]:
    """Return the indices of the words that hold one of the stems, in order."""
    if not firsts:
        return {}
    apart = map(firsts.isdisjoint, map(_STEMS, line.sights))
    return dict.fromkeys(compress(range(len(line.sights)), map(not_, apart)))


def _with_shorts(line: Line, chosen: list[Candidate]) -> list[Candidate]:
    """Add the short forms of the persons named in full, where no name was found."""
    full = [
        written(line, c) for c in chosen if c.kind is EntityKind.PERSON and c.last - c.first > 1
    ]
    shorts = short_forms((name, name) for name in dict.fromkeys(full))
    more = [
        candidate
        for i in _holding(line, frozenset(shorts.next))
        for candidate in listed(line, i, starts(line.written[i], line.sights[i].stems, shorts))
    ]
    starting = {candidate.first: candidate for candidate in chosen}
    inside = {
        starting[at]
        for short in more
        for at in range(short.first, short.last)
        if at in starting and _inside(starting[at], short)
    }
    chosen = [candidate for candidate in chosen if candidate not in inside]
    taken = _taken(line, chosen)
    free = [c for c in more if not any(taken[c.first : c.last])]
    return sorted([*chosen, *choose(free)], key=_place)


def _with_clubs(line: Line, chosen: list[Candidate]) -> list[Candidate]:
    """Add the places where a club told once by its head is named without it: … فوز النصر.

    Not with an adjective after it, nor as one: الاتحاد الآسيوي is no club.
    """
    told = {id(c.entry) for c in chosen if _told_club(c)}
    if not told:
        return chosen
    taken = _taken(line, chosen)
    more = [
        Candidate(i, i + 1, cut, _AGAIN, entry.kind, ("mention-repeated",), entry)
        for i, seen in enumerate(line.sights)
        for node, cut in seen.starts
        for entry in (node.entry, node.other)
        if entry is not None and id(entry) in told and not taken[i] and _stands_alone(line, i)
    ]
    return sorted([*chosen, *choose(more)], key=_place)


def _told_club(candidate: Candidate) -> bool:
    entry = candidate.entry
    single = candidate.last - candidate.first == 1
    return single and entry is not None and entry.plain and entry.section == "club"


def _stands_alone(line: Line, i: int) -> bool:
    if i and line.joined[i] and apposed(line.folded[i - 1], line.folded[i]):
        return False
    after = i + 1 < len(line.folded) and line.joined[i + 1]
    return not (after and line.folded[i + 1].startswith("ال"))


_AGAIN = 0.3


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
    taken = [False] * len(line.folded)
    for candidate in chosen:
        taken[candidate.first : candidate.last] = [True] * (candidate.last - candidate.first)
    return taken
