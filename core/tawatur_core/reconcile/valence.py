"""Whether words tell of something good or something bad (``valence.txt``).

No list of opposites names every two words that exclude one another. Contentment on one side and
protests on the other, a success here and a crisis there, contradict without being opposites.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from functools import cache

from tawatur_core.arabic import fold_text
from tawatur_core.arabic.gazetteer import sections
from tawatur_core.reconcile.forms import valued
from tawatur_core.reconcile.said import Said

GOOD, BAD = 1, -1
_SECTIONS = {"good": GOOD, "bad": BAD}
_REACH = 2  # so many content words after a negation are turned round by it


@dataclass(frozen=True, slots=True)
class Valence:
    """What the words of one side come to: GOOD, BAD, or 0 for neither or both, and those words."""

    leaning: int
    words: tuple[str, ...] = ()


def valence(side: Sequence[Said], own: Collection[Said]) -> Valence:
    """Return the valence of those words of a claim that are its `own`.

    What a claim negates, stops or refuses counts as its opposite: وقف القتال is good news.
    """
    told: dict[Said, int] = {}
    turner: Said | None = None
    reach = 0
    for word in side:
        if word.negates or (word.reverses and not reach):
            turner, reach = word, _REACH
            told[word] = 0 if word.negates else valued(word.word, _table())
        elif not word.empty:
            value = valued(word.word, _table())
            if value and reach and turner is not None:
                value, reach = -value, 0
                told[turner] = 0  # the word that stops it tells nothing of its own
            told[word] = value
            reach = max(0, reach - 1)
    held = [word for word in own if told.get(word)]
    leanings = {told[word] for word in held}
    leaning = leanings.pop() if len(leanings) == 1 else 0
    return Valence(leaning, tuple(word.word for word in held))


@cache
def _table() -> dict[str, int]:
    table: dict[str, int] = {}
    for section, told in _SECTIONS.items():
        for line in sections("valence.txt")[section]:
            for word in fold_text(line).split():
                table.setdefault(word, told)
    return table
