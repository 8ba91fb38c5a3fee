"""Names that their head makes of words that are none: المجلس الإسلامي الأعلى, صحيفة الوئام.

What the head is tells what may follow: adjectives of institutions, any definite noun, the name of
a finder or of whom a building is called after.
"""

from __future__ import annotations

from collections.abc import Iterator

from tawatur_core.arabic.mention_line import Candidate, Line, adjective
from tawatur_core.arabic.mention_places import demonyms
from tawatur_core.arabic.mention_words import BINDERS, CLOSED, CLOSERS, OPENERS, trigger
from tawatur_core.arabic.names_parts import first_name
from tawatur_core.arabic.words import Split, split_clitics
from tawatur_core.model import EntityKind

_ORG = EntityKind.ORGANISATION
_WHY = ("mention-body-head",)
_MOST_WORDS = 8
_PREPOSITION = 4  # letters: إلى looks like an adjective when folded
_SURE = 1.2  # how much a word has to look like a name to be what something is called after


def by_head(line: Line, i: int) -> Iterator[Candidate]:
    """Yield what word i heads."""
    told = line.signs[i]
    if "definite-head" in told:
        yield from _institution(line, i)
    if "paper" in told:
        yield from _paper(line, i)
    if "concept-head" in told:
        yield from _called_after(line, i, "concept-head", EntityKind.OTHER)
    if "monument" in told:
        yield from _called_after(line, i, "monument", EntityKind.PLACE)


def _split(line: Line, i: int, section: str) -> Split:
    heads = trigger(section)
    return next(split for split in split_clitics(line.written[i]) if split.folded in heads)


def _follows(line: Line, at: int) -> bool:
    return at < len(line.folded) and line.joined[at]


def _institution(line: Line, i: int) -> Iterator[Candidate]:
    """Yield a definite body with two adjectives, or one and what it is for.

    المجلس الإسلامي الأعلى, الهيئة العامة للسياحة والتراث الوطني. One adjective alone tells any such
    body (المجلس المحلي).
    """
    head = _split(line, i, "definite-head")
    if not head.folded.startswith("ال"):
        return
    end = i + 1
    while _follows(line, end) and _institutional(line.folded[end]):
        end += 1
    adjectives = end - i - 1
    if adjectives and _follows(line, end) and line.folded[end].startswith("لل"):
        end = _purpose(line, end)
        adjectives += 1
    if adjectives > 1:
        yield Candidate(i, end, head.offset, 1.5 + 1.7 * (end - i - 1), _ORG, _WHY)


def _institutional(word: str) -> bool:
    """Whether a definite adjective, perhaps after 'and', tells an institution: والاجتماعي."""
    bare = word[1:] if word.startswith("وال") else word
    return bare.startswith("ال") and (bare in trigger("institution") or bare in demonyms())


def _purpose(line: Line, at: int) -> int:
    """Return where what a body is for ends: its nouns joined by 'and', and their adjectives."""
    end = at + 1
    while _follows(line, end) and end - at < _MOST_WORDS:
        word = line.folded[end]
        if not word.startswith("وال") and not (adjective(word) and len(word) > _PREPOSITION):
            break
        end += 1
    return end


def _paper(line: Line, i: int) -> Iterator[Candidate]:
    """Yield the definite noun after صحيفة, unless it is an adjective: الصحيفة, صحيفة الوئام."""
    at = i + 1
    if _split(line, i, "paper").folded.startswith("ال") or not _follows(line, at):
        return
    word = line.folded[at]
    if word.startswith("ال") and len(word) > len("ال") + 2 and word not in demonyms():
        yield Candidate(at, at + 1, 0, 1.0, _ORG, ("mention-body-word",))


def _called_after(line: Line, i: int, section: str, kind: EntityKind) -> Iterator[Candidate]:
    """Yield the head with the name after it: معادلات ماكسويل, جامع عمرو بن العاص."""
    head = _split(line, i, section)
    if head.folded.startswith("ال"):
        return
    end = i + 1
    while _follows(line, end) and end - i < _MOST_WORDS and _called(line, end, i, kind):
        end += 1
    if end > i + 1 and line.folded[end - 1] not in BINDERS | OPENERS:
        yield Candidate(i, end, head.offset, 1.4 + 3.2 * (end - i - 1), kind, _WHY)


def _called(line: Line, at: int, i: int, kind: EntityKind) -> bool:
    """Whether word `at` goes on with the name; a law is not called after a place."""
    seen, word = line.sights[at], line.folded[at]
    before = line.folded[at - 1]
    bound = at > i + 1 and before in BINDERS | OPENERS
    entries = [node.entry for node, cut in seen.starts if node.entry is not None and not cut]
    listed = at == i + 1 and any(not entry.plain for entry in entries)
    place = any(entry.kind is EntityKind.PLACE for entry in entries)
    if place and kind is EntityKind.OTHER:
        return False
    strong = seen.score >= _SURE and not seen.cut
    given = word in OPENERS or (word in CLOSED and first_name(word))
    if strong or bound or listed or given:
        return True
    return at > i + 1 and (word in BINDERS or (word in CLOSERS and before in CLOSED))
