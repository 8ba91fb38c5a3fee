"""Taking a name apart: its parts without titles and particles, in one script."""

from __future__ import annotations

import re
from functools import cache, lru_cache
from typing import NamedTuple

from tawatur_core.arabic.fold import fold_text
from tawatur_core.arabic.gazetteer import lines, sections
from tawatur_core.arabic.names_sound import VOWELS, letters
from tawatur_core.arabic.words import words


class Part(NamedTuple):
    """One part of a name: its letters without the article, and what was written around them.

    `seat` is the first letter's hamza (أ or إ, '' when it has none); `listed` the number of the
    name it is in the bundled list, -1 when it is not in it; `initial`: only a first letter;
    `filial`: it stands after بن and is the father's name (or the family's: بن لادن).
    """

    letters: str
    article: bool
    seat: str
    listed: int
    initial: bool
    latin: bool
    filial: bool = False

    @property
    def consonants(self) -> int:
        """How many letters are no vowels."""
        return sum(map(VOWELS.isdisjoint, self.letters))


@cache
def _name_words(section: str) -> frozenset[str]:
    return frozenset(
        fold_text(word) for line in sections("name_words.txt")[section] for word in line.split()
    )


def particle(word: str) -> bool:
    """Whether the folded `word` stands between parts of a name (بن، آل، دي) and comes and goes."""
    return word in _name_words("particles")


def title(word: str) -> bool:
    """Whether the folded `word` is a title that may stand before a name."""
    return word in _name_words("titles")


def eastern(word: str) -> bool:
    """Whether the folded `word` is a Korean, Chinese or Vietnamese family name; it stands first."""
    return word in _name_words("east-asian families")


_KUNYA = frozenset({"ابو", "ابي", "ابا", "بو"})
_SERVANT = frozenset({"عبد", "abd", "abdel", "abdul", "abdal"})


@lru_cache(maxsize=1 << 13)
def parts(name: str) -> tuple[Part, ...]:
    """Return the parts of `name` in order; never empty unless the name has no letters.

    Leading titles are dropped and particles (بن، آل، دي، von) anywhere, unless nothing is left.
    عبد is joined to what follows, since some write it so.
    """
    written = words(name)
    if len(written) == 1:
        return (_part(written[0].text),)
    found = [word.text for word in written]
    folded = [word.folded for word in written]
    while len(found) > 1 and title(folded[0]) and not _one_letter(found[0], name):
        del found[0], folded[0]
    kept = [i for i, plain in enumerate(folded) if not particle(plain)] or list(range(len(found)))
    words_of = [found[i] for i in kept]
    fathers = [i > 0 and folded[i - 1] in FILIAL for i in kept]
    return tuple(
        _part(word)._replace(filial=True) if filial else _part(word)
        for word, filial in _joined(words_of, fathers)
    )


def lone(word: str) -> Part | None:
    """Return the part that a word of letters is whatever stands beside it in a name, else None.

    It is no title and no particle, joins nothing to itself, and is not in Latin letters.
    """
    folded = fold_text(word)
    if len(word) < 2 or not word.isalpha() or title(folded) or particle(folded):
        return None
    if folded in FILIAL or folded in _SERVANT or folded in _KUNYA:
        return None
    part = _part(word)
    return None if part.latin else part


@lru_cache(maxsize=1 << 12)
def whole(name: str) -> Part:
    """Return the name as one part: its spaces and hyphens left out, its particles kept."""
    found = list(words(name))
    while len(found) > 1 and title(found[0].folded):
        del found[0]
    return _part("".join(word.text for word in found))


def _one_letter(word: str, name: str) -> bool:
    """Whether the word is an initial with its full stop rather than a title (د. is a title)."""
    return len(word) == 1 and word not in "دأم" and f"{word}." in name


FILIAL = frozenset({"بن", "ابن", "بنت", "bin", "ibn", "ben"})


def _joined(found: list[str], fathers: list[bool]) -> list[tuple[str, bool]]:
    """Join عبد and أبو to the word after them, since some write them so."""
    out: list[tuple[str, bool]] = []
    for word, filial in zip(found, fathers, strict=True):
        before = fold_text(out[-1][0]) if out else ""
        if before in _SERVANT:
            out[-1] = (out[-1][0] + word, out[-1][1])
        elif before in _KUNYA:
            out[-1] = ("ابو" + word, out[-1][1])
        else:
            out.append((word, filial))
    return out


_LONGEST = 48  # letters compared; no name is longer, and comparing takes the square of it
_LATIN = re.compile(r"[a-z]")


@lru_cache(maxsize=1 << 14)
def _part(word: str) -> Part:
    word = word[:_LONGEST]
    plain = fold_text(word)
    latin = bool(_LATIN.search(plain))
    if latin:
        heard = from_latin(plain)
        return Part(heard, False, "", listed(heard), len(plain) == 1, True)
    bare = letters(word)
    # The article is written with a bare alef; أل and إل begin foreign names (ألبرت).
    article = bare.startswith("ال") and len(bare) > 4 and word.lstrip("\u0640")[0] == "ا"
    rest = bare[2:] if article else bare
    seat = word[0].replace("آ", "أ") if word[0] in "أإآ" else ""
    if rest.startswith("عبدال") and len(rest) > 7:
        rest = "عبد" + rest[5:]
    return Part(rest, article, seat, listed(plain), len(plain) == 1, False)


@cache
def _numbers() -> dict[str, int]:
    """Return the number of the listed name each folded spelling stands for."""
    numbers: dict[str, int] = {}
    for i, line in enumerate(lines("given_names.txt")):
        spellings = [fold_text(word) for word in line.split()]
        number = next((numbers[s] for s in spellings if s in numbers), i)
        numbers.update(dict.fromkeys(spellings, number))
    return numbers


def all_listed() -> frozenset[str]:
    """Return the folded words of the listed names."""
    return frozenset(_numbers())


def listed(folded: str) -> int:
    """Return the number of the listed name (given or family) the word is, -1 when it is none."""
    return _numbers().get(folded, -1)


@cache
def first_names() -> frozenset[str]:
    """Return the folded listed given names."""
    parts_of = sections("given_names.txt")
    rows = (*parts_of["arabic"], *parts_of["foreign"])
    return frozenset(fold_text(word) for row in rows for word in row.split())


def first_name(folded: str) -> bool:
    """Whether the word is a listed given name."""
    return folded in first_names()


@cache
def people() -> frozenset[str]:
    """Return the folded words of the bundled Arabic given names and surnames."""
    return frozenset(fold_text(word) for line in lines("people.txt") for word in line.split())


# Latin spelling to Arabic letters, the longest first; vowels become long ones, since the
# alignment lets those come and go.
_SOUNDS = (
    ("tsch", "تش"),
    ("sch", "ش"),
    ("tch", "تش"),
    ("dzh", "ج"),
    ("kh", "خ"),
    ("gh", "غ"),
    ("sh", "ش"),
    ("ch", "تش"),
    ("zh", "ج"),
    ("th", "ث"),
    ("dh", "ذ"),
    ("ph", "ف"),
    ("ck", "ك"),
    ("qu", "كو"),
    ("ce", "سي"),
    ("ci", "سي"),
    ("cy", "سي"),
    ("yo", "يو"),
    ("ou", "و"),
    ("oo", "و"),
    ("ee", "ي"),
    ("ea", "ي"),
    ("ie", "ي"),
    ("ei", "ي"),
    ("ey", "ي"),
    ("iy", "ي"),
    ("ai", "اي"),
    ("ay", "اي"),
    ("au", "او"),
    ("aw", "او"),
)
_SINGLE = dict(zip("abcdefghijklmnopqrstuvwxyz", "ابكديفغهيجكلمنوبكرستوفوسيز", strict=True))
_SINGLE["x"] = "كس"
_SERVANT_OF = re.compile(r"abd[aeu]l(?=.{3})")  # Abdel-, Abdul-: one word or two
_ROMAN = re.compile("|".join([*(sound for sound, _ in _SOUNDS), "[a-z]"]))
_ROMAN_SOUNDS = dict(_SOUNDS) | _SINGLE


def from_latin(word: str) -> str:
    """Return how a Latin name part would be written in Arabic letters, by ear."""
    if _SERVANT_OF.match(word):
        return "عبد" + from_latin(word[5:])
    heard = _ROMAN.sub(lambda found: _ROMAN_SOUNDS[found[0]], word)
    if word.startswith("x"):
        heard = "ش" + heard[2:]  # Pinyin: Xi, Xinhua
    if word.startswith(("e", "i", "u", "o")):
        heard = "ا" + heard
    return re.sub(r"(.)\1+", r"\1", "".join(c for c in heard if not c.isascii()))
