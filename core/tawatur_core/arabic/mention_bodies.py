"""Bodies named by their head: وزارة الخارجية الروسية, جهاز الاستخبارات في كوريا الجنوبية."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from tawatur_core.arabic.mention_line import Candidate, Line
from tawatur_core.arabic.mention_places import demonyms, double_demonyms, gazetteer
from tawatur_core.arabic.mention_words import BINDERS, OPENERS, trigger
from tawatur_core.arabic.names_parts import first_name, people
from tawatur_core.arabic.number_context import folded_set
from tawatur_core.arabic.words import Split, Word, split_clitics
from tawatur_core.model import EntityKind

_ORG = EntityKind.ORGANISATION
_MOST_WORDS = 7
_WHY = ("mention-body-head",)


def headed(line: Line, i: int) -> Iterator[Candidate]:
    """Yield the bodies that word i heads.

    A head without article is followed by definite nouns and adjectives; those of a country, or
    'in' and a country, make a name of it. Without a country only some heads do.
    """
    if "team" in line.signs[i]:
        yield from _team(line, i)
    if line.signs[i] & _OF_PLACE:
        yield from _of_place(line, i)
    if not _OF_RULER.keys().isdisjoint(line.signs[i]):
        yield from _of_ruler(line, i)
    head = _head(line.words[i]) if "org-name-head" in line.signs[i] else None
    if head is None:
        return
    end = _end_of_construct(line, i)
    if end == i + 1:
        return
    nation = _nation_ends(line.words, i + 1, end) if end > i + 2 else 0
    state = _state(line, end) if not nation and head.folded in trigger("state-body") else 0
    if state:
        yield Candidate(i, state, head.offset, 3.3 * (state - i), _ORG, _WHY)
    if nation:
        yield Candidate(i, nation, head.offset, 2.8, _ORG, _WHY)
        return
    enough = end - i > 2 or head.folded in trigger("body-by-one-noun")
    if enough and (head.folded in trigger("body") or head.folded in trigger("body-by-one-noun")):
        yield Candidate(i, end, head.offset, 1.2 + 0.3 * (end - i - 2), _ORG, _WHY)


def _team(line: Line, i: int) -> Iterator[Candidate]:
    """Yield the team of a country: منتخب البرتغال, المنتخب البرتغالي."""
    split = next(s for s in split_clitics(line.written[i]) if s.folded in trigger("team"))
    if i + 1 >= len(line.folded) or not line.joined[i + 1]:
        return
    if split.folded.startswith("ال"):
        end = i + 2 if line.folded[i + 1] in demonyms() else 0
    else:
        end = _country(line, i + 1)
    if end:
        yield Candidate(i, end, split.offset, 1.8 + 3.2 * (end - i - 1), _ORG, _WHY)


_OF_PLACE = frozenset({"body-of-place", "place-of-place"})


def _of_place(line: Line, i: int) -> Iterator[Candidate]:
    """Yield what a head makes with the place after it: جامعة القاهرة, مطار بغداد."""
    section = min(line.signs[i] & _OF_PLACE)
    heads = trigger(section)
    split = next(split for split in split_clitics(line.written[i]) if split.folded in heads)
    if split.folded.startswith("ال") or i + 1 >= len(line.folded) or not line.joined[i + 1]:
        return
    kind = _ORG if section == "body-of-place" else EntityKind.PLACE
    end = _country(line, i + 1)
    if end and not _listed(split.folded, line, i + 1, end):
        if end < len(line.folded) and line.joined[end] and line.folded[end] in _OF_ALL:
            end += 1  # مطار عدن الدولي
        yield Candidate(i, end, split.offset, 1.6 + 3.2 * (end - i - 1), kind, _WHY)


_OF_ALL = frozenset({"الدولي", "الدوليه"})
_OF_RULER = {
    "body-of-ruler": _ORG,
    "place-of-ruler": EntityKind.PLACE,
    "event-of-ruler": EntityKind.EVENT,
}


def _of_ruler(line: Line, i: int) -> Iterator[Candidate]:
    """Yield what is named after a ruler: جامعة الملك عبد العزيز."""
    section = min(line.signs[i] & _OF_RULER.keys())
    heads = trigger(section)
    split = next(split for split in split_clitics(line.written[i]) if split.folded in heads)
    if split.folded.startswith("ال") or i + 1 >= len(line.folded) or not line.joined[i + 1]:
        return
    end = _honoured(line, i + 1)
    if end:
        yield Candidate(i, end, split.offset, 1.6 + 3.2 * (end - i - 1), _OF_RULER[section], _WHY)


_RULERS = folded_set("الملك الأمير السلطان الإمام الشيخ الملكة الأميرة")
_MOST_NAMES = 5


def _honoured(line: Line, i: int) -> int:
    """Return where the ruler a body is named after ends: جامعة [الملك عبد العزيز]."""
    if line.folded[i] not in _RULERS:
        return 0
    at = i + 1
    while at < len(line.folded) and at - i <= _MOST_NAMES and line.joined[at]:
        word = line.folded[at]
        given = first_name(word) or word in people() or word in BINDERS or word in OPENERS
        if not given and line.folded[at - 1] not in OPENERS:
            break
        at += 1
    return at if at > i + 1 else 0


def _listed(head: str, line: Line, i: int, end: int) -> bool:
    """Whether the head with the place after it is a name of the gazetteer: قناة السويس."""
    node = gazetteer().next.get(head)
    for at in range(i, end):
        node = node.next.get(line.folded[at]) if node is not None else None
    return node is not None and node.entry is not None


def _head(word: Word) -> Split | None:
    heads = trigger("org-name-head")
    head = next(split for split in split_clitics(word.text) if split.folded in heads)
    return None if head.folded.startswith("ال") else head


def _end_of_construct(line: Line, i: int) -> int:
    """Return where the definite nouns and adjectives after word i end."""
    at = i + 1
    while at < len(line.folded) and at - i <= _MOST_WORDS and line.joined[at]:
        word = line.folded[at]
        first = at == i + 1
        if not word.startswith("ال" if first else ("ال", "لل", "وال")) or word in _RELATIVE:
            break
        if not first and line.signs[at] & _NEW:
            break
        at += 1
    return at


_NEW = frozenset({"title", "rank", "org-name-head"})  # they begin something else
_RELATIVE = frozenset({"الذي", "التي", "الذين", "الى", "الا", "الان", "اليوم", "الاول"})


def _state(line: Line, at: int) -> int:
    """Return where 'in' and a country after a body end, 0 when they do not follow."""
    if at + 1 < len(line.folded) and line.folded[at] == "في" and line.joined[at]:
        return _country(line, at + 1)
    return 0


def _nation_ends(words: Sequence[Word], start: int, end: int) -> int:
    """Return where the last adjective of a country between the two ends, 0 if none does."""
    for at in range(end - 1, start - 1, -1):
        if at > start and (words[at - 1].folded, words[at].folded) in double_demonyms():
            return at + 1
        if words[at].folded in demonyms():
            return at + 1
    return 0


def _country(line: Line, i: int) -> int:
    """Return where a country or city that starts at word i ends, 0 if none does."""
    node, at, end = gazetteer().next.get(line.folded[i]), i + 1, 0
    while node is not None:
        if node.entry is not None and node.entry.kind is EntityKind.PLACE and not node.entry.plain:
            end = at
        if at >= len(line.folded) or not line.joined[at]:
            break
        node = node.next.get(line.folded[at])
        at += 1
    return end
