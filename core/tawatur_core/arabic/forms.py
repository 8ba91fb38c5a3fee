"""What is known of a written word before its text is read: its fold, and which lists have it.

A text has far more words than words of its own, so each list is asked once for a word and not
once for every place where it stands.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from functools import cache

from tawatur_core.arabic.fold import fold_text
from tawatur_core.arabic.kept import Kept, forget_texts

FIGURE = 1
"""The mark of what begins with a digit."""

_lists: list[Callable[[], Iterable[str]]] = []


def listing(words: Callable[[], Iterable[str]]) -> int:
    """Return the mark of the folded words that a list has.

    `words` gives the list; it is called when the first word is looked up. What was read before
    did not know it and is forgotten.
    """
    _lists.append(words)
    _marks.cache_clear()
    _forms.forget()
    forget_texts()
    return FIGURE << len(_lists)


@cache
def _marks() -> dict[str, int]:
    """Return the marks of all listed words."""
    found: dict[str, int] = {}
    for at, words in enumerate(_lists, 1):
        for word in words():
            found[word] = found.get(word, 0) | FIGURE << at
    return found


def _form(written: str) -> tuple[str, str, int]:
    folded = fold_text(written)
    if folded == written:
        folded = written  # one string less to keep
    return written, folded, _marks().get(folded, 0) | (folded < ":")  # a digit sorts before it


_forms = Kept(_form, 1 << 16)
form = _forms.__getitem__
"""Return the word itself (the same object for equal words), its folded form and its marks."""
