"""Names of persons of all countries, in Arabic letters; not used for comparing names."""

from __future__ import annotations

from functools import cache

from tawatur_core.arabic.gazetteer import sections
from tawatur_core.arabic.names_parts import all_listed, people


@cache
def bearers() -> dict[str, float]:
    """Return folded names of persons of all countries, with how far each is told from words."""
    told = sections("bearers.txt")
    scores = {"strange": 2.6, "alike": 1.3}
    return {
        name: score for kind, score in scores.items() for row in told[kind] for name in row.split()
    }


def may_bear(stem: str) -> bool:
    """Whether the folded word is a name of persons as well as an ordinary word (حارس, الشاعر)."""
    return stem in _words_too()


@cache
def _words_too() -> frozenset[str]:
    return frozenset(name for row in sections("bearers.txt")["words"] for name in row.split())


def bears(stem: str) -> bool:
    """Whether some list of given names and surnames has the folded word."""
    return stem in _all()


@cache
def _all() -> frozenset[str]:
    return frozenset((*all_listed(), *people(), *bearers()))
