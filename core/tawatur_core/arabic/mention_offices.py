"""Persons told by their office: الوزير الروسي, نظيرته الكورية الشمالية.

The first mention of a person is often led up to by an office and a country; a later office with
the same noun and country and without a name is that person.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache, lru_cache
from itertools import compress
from operator import attrgetter
from typing import NamedTuple

from tawatur_core.arabic.fold import fold_text
from tawatur_core.arabic.gazetteer import sections
from tawatur_core.arabic.mention_line import Line
from tawatur_core.arabic.mention_places import demonyms, double_demonyms, gazetteer
from tawatur_core.arabic.words import Split, split_clitics


class Office(NamedTuple):
    """An office: its noun without article, and the country that goes with it ('' when untold)."""

    noun: str
    country: str


class Described(NamedTuple):
    """Words `first` to `last` (exclusive) that tell an office; they start `cut` points in."""

    first: int
    last: int
    cut: int
    office: Office


_FARTHEST = 8  # words between an office and the name it leads up to
_COUNTERPARTS = frozenset({"نظير", "نظيره"})  # his counterpart, and hers


def office_before(line: Line, at: int) -> Office | None:
    """Return the office that leads up to the name at word `at`, the nearest one."""
    country = ""
    for i in range(at - 1, max(-1, at - 1 - _FARTHEST), -1):
        if not line.joined[i + 1]:
            return None
        country = country or _country_ending(line, i)
        office = _office(line.written[i]) if line.sights[i].office else None
        if office is not None:
            return Office(office[0], country)
    return None


_OFFICE = attrgetter("office")


def described(line: Line, taken: Sequence[bool]) -> Iterator[Described]:
    """Yield the offices with a country or a definite article that no name follows.

    `taken[i]` tells whether word i is part of a name already.
    """
    for i in compress(range(len(taken)), map(_OFFICE, line.sights)):
        office = None if taken[i] else _office(line.written[i])
        if office is None:
            continue
        noun, split, definite = office
        last, country, certain = _country_after(line, i + 1)
        if last < len(line.words) and line.joined[last] and taken[last]:
            continue  # the name follows: it is its own mention
        if country and (certain or definite or noun in _COUNTERPARTS):
            yield Described(i, last, split.offset, Office(noun, country))


@cache
def _offices() -> frozenset[str]:
    lines = sections("triggers.txt")["title"]
    return frozenset(fold_text(word) for line in lines for word in line.split())


@lru_cache(maxsize=1 << 12)
def _office(word: str) -> tuple[str, Split, bool] | None:
    """Return the noun of an office in the word, how it is split, and whether it is definite."""
    for split in split_clitics(word):
        definite = split.folded.startswith("ال")
        stem = split.folded.removeprefix("ال")
        if stem in _offices():
            return stem, split, definite
        for pronoun, noun in (("ته", "ه"), ("تها", "ه"), ("ه", ""), ("ها", "")):
            base = stem.removesuffix(pronoun) + noun
            if stem.endswith(pronoun) and base in _COUNTERPARTS:
                return base, split, True
    return None


def _country_ending(line: Line, i: int) -> str:
    """Return the country told by the words up to word i, as an adjective or by its name."""
    word = line.folded[i]
    if i and line.joined[i]:
        before = line.folded[i - 1]
        pair = double_demonyms().get((before, word)) or _country_named(before, word)
        if pair:
            return pair
    return demonyms().get(word, "") or _country_named(word)


def _country_named(*words: str) -> str:
    node = gazetteer()
    for word in words:
        step = node.next.get(word)
        if step is None:
            return ""
        node = step
    return node.entry.name if node.entry and node.entry.section == "country" else ""


def _country_after(line: Line, start: int) -> tuple[int, str, bool]:
    """Return where the words that go with an office end, and the country they tell.

    They are the field (الخارجية), adjectives, and the country as an adjective or by its name.
    The last value tells whether they make the office a certain one: by the country's name or an
    adjective with the article.
    """
    for at in range(start, min(start + 3, len(line.words))):
        if not line.joined[at]:
            break
        word = line.folded[at]
        if at + 1 < len(line.words) and line.joined[at + 1]:
            after = line.folded[at + 1]
            named = _country_named(word, after)
            pair = double_demonyms().get((word, after)) or named
            if pair:
                return at + 2, pair, bool(named) or word.startswith("ال")
        named = _country_named(word)
        single = demonyms().get(word, "") or named
        if single:
            return at + 1, single, bool(named) or word.startswith("ال")
    return start, "", False


def same_office(told: Office, before: Office) -> bool:
    """Whether an office without a name can be the one a person was introduced by."""
    return told.country == before.country and (
        told.noun == before.noun
        or (told.noun in _COUNTERPARTS and _feminine(told) == _feminine(before))
    )


def _feminine(office: Office) -> bool:
    return office.noun.endswith("ه")
