"""Signs that two claims alike in their words tell of two things of a kind.

News repeats its forms: the sixth week of losses and the seventh, a fire in one quarter and a fall
in another. What tells them apart is one word after a noun that both have.
"""

from __future__ import annotations

from collections import defaultdict
from functools import lru_cache
from itertools import pairwise

from tawatur_core.arabic import fold_text
from tawatur_core.arabic.names import name_similarity
from tawatur_core.model import Evidence
from tawatur_core.reconcile.terms import raw_words, stem

_ORDINALS = {
    stem(word): rank
    for rank, line in enumerate(
        (
            "الثاني الثانية",
            "الثالث الثالثة",
            "الرابع الرابعة",
            "الخامس الخامسة",
            "السادس السادسة",
            "السابع السابعة",
            "الثامن الثامنة",
            "التاسع التاسعة",
            "العاشر العاشرة",
        ),
        2,
    )
    for word in fold_text(line).split()
}
# What stands before the name of a place of which there are many.
_PLACES = frozenset(fold_text("حي شارع محافظة قرية بلدة مدينة مركز طريق مديرية ميناء مطار").split())
# What happens in turn: a text that tells of the one does not tell of the other.
_IN_TURN = {
    fold_text(word): (f"{number}", side)
    for number, sides in enumerate(
        (
            ("وصل وصلت يصل تصل وصول", "غادر غادرت يغادر تغادر مغادرة"),
            ("افتتح افتتحت يفتتح افتتاح", "اختتم اختتمت يختتم اختتام"),
            ("بدأ بدأت يبدأ تبدأ بدء", "انتهى انتهت ينتهي تنتهي انتهاء"),
        )
    )
    for side, words in enumerate(sides)
    for word in words.split()
}
_CLITICS = ("وب", "ول", "ب", "ل", "و", "ف")
_LEAST_LETTERS = 4
_ONE_NAME = 0.5  # from this likeness on, two names may be one

_WEIGHT = -0.5


@lru_cache(maxsize=1 << 14)
def _told(text: str) -> dict[str, dict[str, set[str]]]:
    """Return the ordinals after each noun, and the names after each kind of place."""
    ranks: defaultdict[str, set[str]] = defaultdict(set)
    places: defaultdict[str, set[str]] = defaultdict(set)
    turns: defaultdict[str, set[str]] = defaultdict(set)
    words = raw_words(text)
    for word in words:
        if word in _IN_TURN:
            turns[_IN_TURN[word][0]].add(word)
    for noun, word in pairwise(words):
        if stem(word) in _ORDINALS and word.startswith("ال"):
            ranks[stem(noun)].add(word)
        kind = _place(noun)
        if kind and len(word) >= _LEAST_LETTERS and not word[0].isdigit():
            places[kind].add(word)
    return {
        "evidence-other-rank": ranks,
        "evidence-other-place": places,
        "evidence-other-turn": turns,
    }


def _place(word: str) -> str:
    """Return the kind of place that a word opens the name of, '' when it does not."""
    bare = (word.removeprefix(clitic) for clitic in ("", *_CLITICS))
    return next((form for form in bare if form in _PLACES), "")


def two_of_a_kind(a: str, b: str) -> Evidence | None:
    """Return why two texts tell of two things of a kind; None when nothing says so."""
    ours, theirs = _told(a), _told(b)
    for code, found in ours.items():
        for noun in sorted(found.keys() & theirs[code].keys()):
            if len(found[noun]) == len(theirs[code][noun]) == 1:
                (x,), (y,) = found[noun], theirs[code][noun]
                if not _one(code, x, y):
                    args = {"a": f"{noun} {x}", "b": f"{noun} {y}"}
                    return Evidence(code, _WEIGHT, {"a": x, "b": y} if noun.isdigit() else args)
    return None


def _one(code: str, x: str, y: str) -> bool:
    if code == "evidence-other-turn":
        return _IN_TURN[x] == _IN_TURN[y]
    if code == "evidence-other-rank":
        return _ORDINALS[stem(x)] == _ORDINALS[stem(y)]
    return stem(x) == stem(y) or name_similarity(x, y).score >= _ONE_NAME
