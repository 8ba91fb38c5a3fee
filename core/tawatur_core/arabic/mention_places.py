"""The bundled gazetteer as a trie over folded words: countries, places, cities, bodies."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cache
from types import MappingProxyType
from typing import NamedTuple

from tawatur_core.arabic.fold import fold_text
from tawatur_core.arabic.gazetteer import sections
from tawatur_core.arabic.lexicon import common, proper_band
from tawatur_core.arabic.mention_bearers import bearers
from tawatur_core.arabic.names_parts import eastern, first_name, listed, people
from tawatur_core.arabic.words import words
from tawatur_core.model import EntityKind


class Entry(NamedTuple):
    """What a name of the gazetteer stands for. `plain`: it is an ordinary word too (النهار)."""

    kind: EntityKind
    name: str
    section: str
    plain: bool


_NOTHING: Mapping[str, Node] = MappingProxyType({})  # shared by the many leaves


class Node:
    """A step of a trie: what comes next, and what ends here.

    `other` is what else the name stands for: برشلونة is a city and a club.
    """

    __slots__ = ("entry", "next", "other")

    def __init__(self) -> None:
        self.next: Mapping[str, Node] = _NOTHING
        self.entry: Entry | None = None
        self.other: Entry | None = None

    def step(self, word: str) -> Node:
        """Return the node after `word`, made if missing."""
        following = self.next
        if not isinstance(following, dict):
            following = self.next = {}
        return following.setdefault(word, Node())

    def put(self, name: str, entry: Entry) -> None:
        """Add a name; the first entry of a name stays, and the first one of another kind."""
        node = self
        for word in words(name):
            node = node.step(word.folded)
        if node is self:
            return
        if node.entry is None:
            node.entry = entry
        elif node.entry.section == "club" and entry.kind is EntityKind.PLACE:
            node.entry, node.other = entry, node.entry  # its club is told by a head
        elif node.other is None and node.entry.kind is not entry.kind:
            node.other = entry


# Sections whose names are looked up: one that is an ordinary word or a person's name as well
# needs a cue. In the other sections such names carry a question mark.
_UNSURE = frozenset({"city", "agency", "media", "company", "club"})


def _plain(name: str, section: str) -> bool:
    """Whether the name is one word that is about as common as an ordinary word."""
    folded = fold_text(name)
    if section not in _UNSURE or " " in folded:
        return False
    if common(folded) >= max(1.5, proper_band(folded) - 1.0):
        return True
    return section == "city" and (listed(folded) >= 0 or folded in people())


@cache
def gazetteer() -> Node:
    """Return the trie; built on first use (some 30 ms)."""
    root = Node()
    for names, section, kind in _groups():
        for name in names:
            _put(root, name, names[0], section, kind)
    _put_surnames(root)
    for line in sections("cities.txt")[""]:
        names = _split(line)
        for name in names:
            _put(root, name, names[0], "city")
    return root


def _groups() -> Iterator[tuple[list[str], str, EntityKind]]:
    """Yield the names of one thing, their section and kind, of the lists written by hand."""
    for line in sections("countries.txt")[""]:
        names, _, capitals = (part.strip() for part in line.split("/"))
        yield _split(names), "country", EntityKind.PLACE
        for capital in capitals.split("|"):
            yield _split(capital), "capital", EntityKind.PLACE
    for file, kind in _FILES:
        for section, lines in sections(file).items():
            for line in lines:
                yield _split(line), section, kind


_FILES = (
    ("places.txt", EntityKind.PLACE),
    ("organisations.txt", EntityKind.ORGANISATION),
    ("persons.txt", EntityKind.PERSON),
    ("events.txt", EntityKind.EVENT),
    ("things.txt", EntityKind.OTHER),
)


def _split(names: str) -> list[str]:
    return [name.strip() for name in names.split(",") if name.strip()]


def _put(
    root: Node, name: str, shown: str, section: str, kind: EntityKind = EntityKind.PLACE
) -> None:
    if section == "government":
        kind = EntityKind.ORGANISATION
    bare = name.rstrip("?")
    plain = bare != name or _plain(bare, section)
    entry = Entry(kind, shown.rstrip("?"), section, plain)
    root.put(bare, entry)
    if "غ" in bare:
        root.put(bare.replace("غ", "ج"), entry)  # as Cairo writes /g/


SURNAME = "surname"  # the section of a surname that only one listed person has


def _put_surnames(root: Node) -> None:
    """Add the surnames of the listed persons; ordinary words and given names need a cue."""
    bearing: dict[str, list[str]] = {}
    for line in sections("persons.txt")[""]:
        name, *others = _split(line)
        for surname in dict.fromkeys(one.split()[-1] for one in (name, *others)):
            bearing.setdefault(surname, []).append(name)
    for surname, names in bearing.items():
        folded = fold_text(surname)
        usual = _usual_surname(folded)
        eastern_name = any(eastern(name.split()[0]) for name in names)
        if len(folded) > 3 and not eastern_name and common(folded) < _TOO_USUAL and folded != _GOD:
            # of two bearers, or of a name that anybody may have, it is not told who is meant
            shown = names[0] if len(names) == 1 and not usual else surname
            _put(root, f"{surname}?" if usual else surname, shown, SURNAME, EntityKind.PERSON)


def _usual_surname(folded: str) -> bool:
    """Whether a surname is a given name, or an ordinary word rather than a name.

    What only looks like a form of some word (ماكرون) is a name when the lists of names have it.
    """
    if first_name(folded) or folded in people():
        return True
    strength = common(folded)
    return strength >= 0 and proper_band(folded) <= strength and folded not in bearers()


_TOO_USUAL = 4.5
_GOD = fold_text("الله")  # حسن نصر الله


@cache
def demonyms() -> dict[str, str]:
    """Return folded adjective of a country, every gender and number -> the country's name.

    Of an adjective of two words (كوري شمالي) the first word is not among them.
    """
    found: dict[str, str] = {}
    for line in sections("countries.txt")[""]:
        names, adjectives, _ = (part.strip() for part in line.split("/"))
        country = _split(names)[0]
        for adjective in _split(adjectives):
            if " " not in adjective:
                base = fold_text(adjective)
                for ending in ("", "ه", "ين", "ون", "ان", "تين", "تان", "ات"):
                    found.setdefault(base + ending, country)
                    found.setdefault("ال" + base + ending, country)
    return found


@cache
def double_demonyms() -> dict[tuple[str, str], str]:
    """Return the two words of a country's adjective, with the article, -> the country."""
    found: dict[tuple[str, str], str] = {}
    for line in sections("countries.txt")[""]:
        names, adjectives, _ = (part.strip() for part in line.split("/"))
        for adjective in _split(adjectives):
            if " " in adjective:
                first, second = fold_text(adjective).split()
                # in the feminine 'south' agrees: الكورية الجنوبية
                for one, two in ((first, second), (first + "ه", second + "ه")):
                    found["ال" + one, "ال" + two] = _split(names)[0]
                    found[one, two] = _split(names)[0]
    return found
