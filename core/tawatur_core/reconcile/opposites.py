"""Words that exclude one another in news: ارتفع and انخفض cannot both be said of one price.

One table (``opposites.txt``, where its sections are explained) serves two readers. Two lone claims
are compared by all its lines, called fields, and trained weights say what each is worth. Within a
corpus, where nothing weighs the words, only the plainest of them count (`opposed`).
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import cache, lru_cache

from tawatur_core.arabic import fold_text
from tawatur_core.arabic.gazetteer import sections
from tawatur_core.reconcile.forms import forms
from tawatur_core.reconcile.terms import raw_words

_PLAIN, _IN_TURN = "plain", "in turn"


@cache
def fields() -> dict[str, frozenset[int]]:
    """Return the fields of each folded word, numbered from 1; negative where it is the opposite."""
    numbered = ((n, line) for n, (_, line) in enumerate(_lines(), 1))
    return _table((n, line.replace("|", " ")) for n, line in numbered)


@cache
def field_names() -> tuple[str, ...]:
    """Return the first word of each field, by the field's number; the name it is trained under."""
    return ("", *(line.split()[0] for _, line in _lines()))


def opposed(a: str, b: str, *, in_turn: bool = True) -> tuple[str, str] | None:
    """Return two words that exclude one another, one of each text; None when there are none.

    `in_turn` counts what may follow one another (arrive, leave) as opposed. A text that takes both
    directions (ارتفاع النفط وهبوط المخزون) is not opposed to either.
    """
    ours, theirs = _directions(a), _directions(b)
    turns = _turns()
    for field in sorted(ours, key=abs):
        if abs(field) in turns and not in_turn:
            continue
        if -field in theirs and -field not in ours and field not in theirs:
            return ours[field], theirs[-field]
    return None


def _lines() -> Iterator[tuple[str, str]]:
    return ((name, line) for name, held in sections("opposites.txt").items() for line in held)


def _table(numbered: Iterable[tuple[int, str]]) -> dict[str, frozenset[int]]:
    table: dict[str, set[int]] = {}
    for number, line in numbered:
        one, _, other = line.partition("≠")
        for sign, words in ((1, one), (-1, other)):
            for word in fold_text(words).split():
                table.setdefault(word, set()).add(sign * number)
    return {word: frozenset(signs) for word, signs in table.items()}


@cache
def _plain() -> dict[str, frozenset[int]]:
    """Return the words that make a conflict by themselves: those before the bar of a side."""
    chosen = (
        (number, " ≠ ".join(side.partition("|")[0] for side in line.split("≠")))
        for number, (section, line) in enumerate(_lines(), 1)
        if section in {_PLAIN, _IN_TURN}
    )
    return _table(chosen)


@cache
def _turns() -> frozenset[int]:
    numbered = enumerate(_lines(), 1)
    return frozenset(number for number, (section, _) in numbered if section == _IN_TURN)


def _directions(text: str) -> dict[int, str]:
    """Return the plain fields a text takes, with the word that takes each."""
    found: dict[int, str] = {}
    for word in raw_words(text):
        for field in _taken(word):
            found.setdefault(field, word)
    return found


@lru_cache(maxsize=1 << 16)
def _taken(word: str) -> frozenset[int]:
    table = _plain()
    return next((table[form] for form in forms(word) if form in table), frozenset())
