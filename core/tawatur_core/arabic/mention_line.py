"""A text prepared for the search of names, and the choice among candidates.

Every candidate has a score in log odds; the chosen set has the highest sum. All candidates are
at most a few words long, so the time is linear in the length of the text.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from operator import attrgetter
from typing import NamedTuple

from tawatur_core.arabic.forms import form
from tawatur_core.arabic.kept import Kept
from tawatur_core.arabic.lexicon import proper_band
from tawatur_core.arabic.mention_places import Entry, Node, gazetteer
from tawatur_core.arabic.mention_words import look, signs
from tawatur_core.arabic.names_parts import eastern
from tawatur_core.arabic.words import Words, page, readings, split_clitics
from tawatur_core.model import EntityKind

BODY_HEADS = frozenset({"org-head", "org-name-head"})
_OF_NAMED = frozenset({"body-of-place", "place-of-place", "team"})
_OF_RULERS = frozenset({"body-of-ruler", "place-of-ruler", "event-of-ruler"})
_BY_HEAD = frozenset({"definite-head", "paper", "concept-head", "monument"})
_HEADING = _OF_NAMED | _OF_RULERS | _BY_HEAD | {"org-name-head"}
OPENING = frozenset('"«“‘(')


class Candidate(NamedTuple):
    """Words `first` to `last` (exclusive) as a name; it starts `cut` points into the first word."""

    first: int
    last: int
    cut: int
    score: float
    kind: EntityKind
    why: tuple[str, ...]
    entry: Entry | None = None


_JOINTS = frozenset({"", " ", "  ", "-", "–", "\u00a0"})


@dataclass(slots=True)
class Sight:
    """What a word says by itself: how it looks, its triggers, and what lists go on after it.

    Made once, never changed. The first four are those of `Look`; `starts` are the nodes of the
    gazetteer after the word or a stem in it, with the stem's place; `may_begin`: whether it can be
    the first word of a name that no list has; `eastern`: whether it is a family name that stands
    first; `heads`: whether it can head the name of a body; `opens`: one of these, or it is in
    Latin letters; `office`: whether it may tell one; `stems` are the folded forms a name that
    starts in the word may begin with.
    """

    score: float
    cut: int
    stem: str
    why: str
    signs: frozenset[str]
    starts: tuple[tuple[Node, int], ...]
    may_begin: bool
    eastern: bool
    heads: bool
    opens: bool
    office: bool
    stems: tuple[str, ...]


_LEAST_FIRST = -1.6  # the score of a word below which it begins no name


def _sight(word: str) -> Sight:
    folded = form(word)[1]
    seen, told = look(word, folded), signs(folded)
    stems = tuple([stem for _, stem in readings(folded)])
    listed = tuple(starts(word, stems, gazetteer()))
    score, cut, stem, why = seen
    family_first = eastern(stem)
    may_begin = score > _LEAST_FIRST or family_first
    heads = bool(told) and not _HEADING.isdisjoint(told)
    opens = may_begin or heads or bool(listed) or stem.isascii()
    office = "title" in told or "نظير" in folded
    begins = may_begin, family_first, heads, opens
    return Sight(score, cut, stem, why, told, listed, *begins, office, stems)


sight = Kept(_sight, 1 << 16).__getitem__
"""Return what the word as written says by itself."""


def starts(word: str, stems: tuple[str, ...], root: Node) -> list[tuple[Node, int]]:
    """Return where names of a trie go on after a stem of the word, and the stem's place."""
    following = root.next
    if following.keys().isdisjoint(stems):
        return []
    found = [split for split in split_clitics(word) if split.folded in following]
    if len(found) > 1 and not found[0].proclitics:
        # وجدة is a town, but و with جدة is far more common
        bands = [proper_band(split.folded) for split in found]
        if max(bands[1:]) > bands[0]:
            del found[0]
    return [(following[split.folded], split.offset) for split in found]


@dataclass(slots=True)
class Line:
    """The words of a text and what each of them says; made once, never changed.

    `joined`: whether a mere space stands before it; `sights`: what it says by itself, and
    `signs`, of that, the sections of triggers it belongs to. The other lists are the page's.
    """

    text: str
    words: Words
    starts: Sequence[int]
    ends: Sequence[int]
    written: Sequence[str]
    folded: Sequence[str]
    gaps: Sequence[str]
    joined: Sequence[bool]
    signs: Sequence[frozenset[str]]
    sights: Sequence[Sight]

    def gap(self, i: int) -> str:
        """Return what stands between word i-1 and word i (or the ends of the text)."""
        gap = self.gaps[i]
        if 0 < i < len(self.folded):
            return gap
        return gap[:_FARTHEST] if i else gap[-_FARTHEST:]


_FARTHEST = 8  # code points looked at before the first word and after the last


def line_of(text: str) -> Line:
    """Prepare a text for the search."""
    found = page(text)
    joined = list(map(_JOINTS.__contains__, found.gaps[:-1]))
    joined[:1] = [False] * len(joined[:1])
    sights = list(map(sight, found.written))
    return Line(text, *found[:-1], joined, list(map(_SIGNS, sights)), sights)


_SIGNS = attrgetter("signs")


def choose(proposed: Iterable[Candidate]) -> list[Candidate]:
    """Return the best of the proposed candidates that do not overlap, in order."""
    ending: dict[int, list[Candidate]] = {}
    for candidate in proposed:
        if candidate.score > 0:
            ending.setdefault(candidate.last, []).append(candidate)
    # tops[k]: the best sum of what ends at word ends[k] or before; hows[k]: its last step, if any
    ends, tops, hows = [0], [0.0], [_NOTHING]
    for end in sorted(ending):
        top, how = tops[-1], _NOTHING
        for candidate in ending[end]:
            value = tops[bisect_right(ends, candidate.first) - 1] + candidate.score
            if value > top:
                top, how = value, [candidate]
        ends.append(end)
        tops.append(top)
        hows.append(how)
    chosen: list[Candidate] = []
    at = len(ends) - 1
    while at:
        chosen += hows[at]
        at = bisect_right(ends, hows[at][0].first) - 1 if hows[at] else at - 1
    chosen.reverse()
    return chosen


_NOTHING: list[Candidate] = []


def apposed(before: str, word: str) -> bool:
    """Whether the two agree in having the article: the second is an adjective (المدينة الجديدة)."""
    if not word.startswith("ال"):
        return False
    stems = [stem for _, stem in readings(before)[:4]]
    return any(stem.startswith("ال") for stem in stems) and _PARTICLES.isdisjoint(stems)


# Folded particles that begin like the article: إلى, إلا.
_PARTICLES = frozenset({"الي", "الا", "الذي", "التي", "الذين", "الان"})


def adjective(folded: str) -> bool:
    """Whether the folded word looks like a definite relative adjective (الأبخازي)."""
    return folded.startswith("ال") and folded.endswith(("ي", "يه"))
