"""The forms under which a word of news may stand in a list: without what Arabic joins to it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import lru_cache

_PROCLITICS = ("وبال", "وال", "بال", "فال", "كال", "ولل", "لل", "ال", "و", "ب", "ل", "ف", "ك", "س")
_ENDINGS = (
    "تها",
    "تهم",
    "تهن",
    "ها",
    "هم",
    "هن",
    "وا",
    "ات",
    "ون",
    "ين",
    "ان",
    "يه",
    "ته",
    "ت",
    "ه",
    "ا",
    "ي",
)
_PRESENT = "تنا"  # she, we, I: the list holds the form of 'he', which begins with ي
_LEAST = 3


def forms(word: str) -> Iterator[str]:
    """Return the forms a word may be listed in, the word itself first."""
    bare = [word]
    bare += [word[len(p) :] for p in _PROCLITICS if word.startswith(p) and _left(word, p)]
    for form in bare:
        yield form
    for form in bare:
        if form[0] in _PRESENT and len(form) > _LEAST:
            yield "ي" + form[1:]
        for ending in _ENDINGS:
            if form.endswith(ending) and _left(form, ending):
                cut = form[: -len(ending)]
                # the plural رحلات is that of رحلة, not of رحل
                yield from (cut + "ه", cut) if ending == "ات" else (cut, cut + "ه")
                if cut[0] in _PRESENT:
                    yield "ي" + cut[1:]


@lru_cache(maxsize=1 << 15)
def undressed(word: str) -> frozenset[str]:
    """Return a folded word with and without each clitic it may begin with: لليره, ليره."""
    cut = (word[len(p) :] for p in _PROCLITICS if word.startswith(p) and len(word) - len(p) > 3)
    return frozenset((word, *cut))


def listed(word: str, words: frozenset[str]) -> bool:
    """Whether a folded word, or what it is without its clitics and endings, is one of `words`."""
    return any(form in words for form in forms(word))


def valued(word: str, table: Mapping[str, int]) -> int:
    """Return what a table holds for a folded word or the first of its forms; 0 for nothing."""
    return next((table[form] for form in forms(word) if form in table), 0)


def _left(word: str, affix: str) -> bool:
    return len(word) - len(affix) >= _LEAST
