"""How the letters of a name are heard, ever coarser, for comparing very many names in bulk."""

from __future__ import annotations

import re

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
    """The class of each letter as a character, for `str.translate`; mute letters have none."""

    def __missing__(self, letter: int) -> str:
        """Return the class of all other letters."""
        return chr(_OTHER_CLASS)


_CLASS_OF = _ClassOf({ord(c): chr(n) for c, n in _CLASSES.items()} | {ord(c): None for c in _MUTE})
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


def classes(letters: str) -> tuple[int, ...]:
    """Return the sound classes of the consonants of a word, 1…9."""
    return tuple(map(ord, letters.translate(_CLASS_OF)))


def trace(heard: str) -> tuple[int, int, int]:
    """Return how many ف and ب, how many و, and the first letter."""
    return heard.count("ف") + heard.count("ب"), heard.count("و"), ord(heard[0]) if heard else 0
