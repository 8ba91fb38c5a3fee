"""How the letters of a name are heard, ever coarser, for comparing very many names in bulk."""

from __future__ import annotations

import re
from array import array
from dataclasses import dataclass, field

import numpy as np
from numpy.typing import NDArray

Strings = NDArray[np.object_]  # of str

_CLASSES = {
    **dict.fromkeys("جغقكخ", 1),
    **dict.fromkeys("طتثدذض", 2),
    **dict.fromkeys("سصزشظ", 3),
    **dict.fromkeys("فب", 4),
    "ن": 5,
    "م": 6,
    "ل": 7,
    "ر": 8,
}
_OTHER_CLASS = 9
_MUTE = frozenset("اويىءعهحة")
_DOUBLED = re.compile(r"(.)\1+", re.DOTALL)


class _ClassOf(dict[int, str | None]):
    """The class of each letter as a digit, for `str.translate`; mute letters have none."""

    def __missing__(self, letter: int) -> str:
        """Return the class of all other letters."""
        return str(_OTHER_CLASS)


_CLASS_OF = _ClassOf({ord(c): str(n) for c, n in _CLASSES.items()} | {ord(c): None for c in _MUTE})
# Letters that stand for one sound without cost worth counting (see names_sound.WEIGHTS).
_HEARD = str.maketrans(
    {"غ": "ج", "ق": "ك", "ط": "ت", "ض": "د", "ص": "س", "ظ": "ز", "ح": "ه", "ة": "ه", "ى": "ا"}
    | {"ث": "ت", "ذ": "د", "ء": None}
)
GLIDES = (ord("و"), ord("ي"))
_VOWELS = str.maketrans("", "", "اويهع")
# Consonants heard for one another at some cost; v is ف, ب or و, so these leave no trace here.
_NEAR = str.maketrans({"ج": "ك", "ز": "س", "ف": None, "ب": None})


def hear(letters: str) -> tuple[str, str, str]:
    """Return how a word is heard: as it is, without vowels, without near consonants apart."""
    heard = _DOUBLED.sub(r"\1", letters.replace("تش", "ش").translate(_HEARD))
    fine = heard.translate(_VOWELS)
    return heard, fine, fine.translate(_NEAR)


def key(letters: str, most: int) -> tuple[int, int]:
    """Return the sound classes of a word's consonants, four bits each, and how many they are.

    One that follows itself counts once; no more than `most` are kept.
    """
    digits = _DOUBLED.sub(r"\1", letters.translate(_CLASS_OF))[:most]
    return int(digits or "0", 16), len(digits)


def trace(heard: str) -> tuple[int, int, int]:
    """Return how many ف and ب, how many و, and the first letter."""
    return heard.count("ف") + heard.count("ب"), heard.count("و"), ord(heard[0]) if heard else 0


@dataclass(frozen=True, slots=True)
class Sounds:
    """What is known of each word, in columns; the first row stands for no word."""

    heard: Strings
    fine: Strings
    coarse: Strings
    sizes: NDArray[np.int16]  # letters of the three
    letters: NDArray[np.uint64]  # which letters stand in the two coarser ones, a bit for each
    listed: NDArray[np.int32]
    traces: NDArray[np.int32]

    @property
    def columns(self) -> tuple[Strings, Strings, Strings]:
        """How the words are heard, ever coarser."""
        return self.heard, self.fine, self.coarse


@dataclass(slots=True)
class Words:
    """The parts of all names, each once, as they come in; a key has `most` consonants.

    Flat columns: a tuple for each of a million words would keep the collector of garbage busy.
    """

    most: int
    numbers: dict[str, int] = field(default_factory=dict)  # by letters and place in the list
    plain: dict[str, int] = field(default_factory=dict)  # by the word as written
    heard: list[str] = field(default_factory=lambda: [""])
    fine: list[str] = field(default_factory=lambda: [""])
    coarse: list[str] = field(default_factory=lambda: [""])
    keys: array[int] = field(default_factory=lambda: array("Q", [0]))
    lengths: array[int] = field(default_factory=lambda: array("B", [0]))  # of the keys
    listed: array[int] = field(default_factory=lambda: array("i", [-1]))
    traces: array[int] = field(default_factory=lambda: array("i", [0, 0, 0]))

    def number(self, letters: str, listed: int) -> int:
        """Return the number of a part, from 1."""
        name = letters if listed < 0 else f"{letters} {listed}"
        known = self.numbers.get(name)
        if known is not None:
            return known
        heard, fine, coarse = hear(letters)
        packed, length = key(letters, self.most)
        number = self.numbers[name] = len(self.heard)
        self.heard.append(heard)
        self.fine.append(fine)
        self.coarse.append(coarse)
        self.keys.append(packed)
        self.lengths.append(length)
        self.listed.append(listed)
        self.traces.extend(trace(heard))
        return number

    def sounds(self) -> Sounds:
        """Return what is known of the words by now."""
        columns = (self.heard, self.fine, self.coarse)
        sizes = [np.fromiter(map(len, column), np.int16, len(column)) for column in columns]
        heard, fine, coarse = (np.array(column, dtype=object) for column in columns)
        return Sounds(
            heard,
            fine,
            coarse,
            sizes=np.stack(sizes, axis=1),
            letters=np.stack([_letters(self.fine), _letters(self.coarse)], axis=1),
            listed=np.array(self.listed, dtype=np.int32),
            traces=np.array(self.traces, dtype=np.int32).reshape(-1, 3),
        )


def _letters(column: list[str]) -> NDArray[np.uint64]:
    """Return a bit for each letter of a word; letters far apart in Unicode may share one."""
    codes = np.frombuffer("".join(column).encode("utf-32-le", "surrogatepass"), dtype="<u4")
    bits = np.uint64(1) << (codes & 63).astype(np.uint64)
    sizes = np.fromiter(map(len, column), np.int64, len(column))
    found = np.zeros(len(column), dtype=np.uint64)
    some = np.flatnonzero(sizes)
    if len(some):
        found[some] = np.bitwise_or.reduceat(bits, (np.cumsum(sizes) - sizes)[some])
    return found
