"""What stands in one claim, asked of its words alone or of them and those of the other claim."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from itertools import pairwise

from tawatur_core.arabic import fold_text
from tawatur_core.reconcile.forms import listed, undressed
from tawatur_core.reconcile.said import Said


def names_beside(side: Sequence[Said], word: Said) -> tuple[Said | None, Said | None]:
    """Return the content words before and after a word; None where there are none."""
    shown = [w for w in side if not w.empty]
    n = next((n for n, w in enumerate(shown) if w.at == word.at), 0)
    return (shown[n - 1] if n else None), (shown[n + 1] if n + 1 < len(shown) else None)


def after(side: Sequence[Said], word: Said) -> Said | None:
    """Return the word that follows a content word."""
    return next((w for w in side if w.at > word.at), None) if not word.empty else None


def of_two_states(p: Said, q: Said) -> bool:
    """Whether two words name two states in the same way: both the state, or both what is its."""
    if not p.sense.state or not q.sense.state or p.sense.state == q.sense.state:
        return False
    names = [w.sense.state in undressed(w.word) for w in (p, q)]
    return names[0] == names[1]


def one_name(x: Said, y: Said) -> bool:
    """Whether two words name one state, or are one word."""
    if x.sense.state or y.sense.state:
        return x.sense.state == y.sense.state
    return x.key == y.key


def neighbours(side: Sequence[Said], word: Said) -> tuple[int | None, int | None]:
    """Return where the content words next to a word stand; None where there are none."""
    before = [w.at for w in side if w.at < word.at and not w.empty]
    after = [w.at for w in side if w.at > word.at and not w.empty]
    return before[-1] if before else None, after[0] if after else None


def denied(
    side: Sequence[Said],
    other: Sequence[Said],
    known: Mapping[int, Said],
    takes_back: Callable[[Said], bool],
) -> list[str]:
    """Return each word that the other side tells and that is denied or refused here."""
    found = []
    for n, word in enumerate(side):
        if word.at in known or not takes_back(word) or said_by(word, other):
            continue
        governed = [w for w in side[n + 1 : n + 4] if not w.empty][:1]
        told = (_told_as(w, other, known) for w in governed)
        found += [
            f"{word.word} {w.word}"
            for w, here in zip(governed, told, strict=True)
            if here is not None and not _ruled_out(other, here)
        ]
    return found


def reverses(word: Said, other: Sequence[Said]) -> bool:
    """Whether a word takes back what it governs, and the other side says nothing like it."""
    return word.reverses and not said_by(word, other)


def _told_as(word: Said, other: Sequence[Said], known: Mapping[int, Said]) -> Said | None:
    """Return the word by which the other side tells the same."""
    if word.at in known:
        return known[word.at]
    return next((w for w in other if word.sense.fields and word.sense.says(w.sense)), None)


def _ruled_out(side: Sequence[Said], word: Said) -> bool:
    """Whether a word is denied, forbidden or warned of on this side too."""
    before = [w for w in side if w.at < word.at][-4:]
    return any(w.denies or w.reverses or w.warns for w in before)


_MOST_BOUND = 3


def bindings(side: Sequence[Said]) -> list[tuple[Said, Said]]:
    """Return each word that takes a side with the words it is said of.

    A verb follows what it tells of (الذهب يرتفع), a noun precedes it (ارتفاع أسعار الذهب).
    """
    shown = [w for w in side if not w.empty]
    taking = [n for n, w in enumerate(shown) if w.sense.fields]
    found: list[tuple[Said, Said]] = []
    for k, n in enumerate(taking):
        before = shown[taking[k - 1] + 1 if k else 0 : n][-_MOST_BOUND:]
        after = shown[n + 1 : taking[k + 1] if k + 1 < len(taking) else None][:_MOST_BOUND]
        verb = shown[n].word[0] in _PRESENT and len(shown[n].word) > 3
        told_of = (before or after) if verb else (after or before)
        found.extend((w, shown[n]) for w in told_of if not listed(w.word, _OF_ANYTHING))
    return found


_OF_ANYTHING = frozenset(fold_text("سعر أسعار مستوى مستويات معدل نسبة عدد قيمة حجم").split())


_PRESENT = "يت"


def month_days(side: Sequence[Said]) -> list[tuple[str, str]]:
    """Return each day of a month, with the month, that a claim names in digits."""
    following = pairwise(side)
    return [(w.word, m.word) for w, m in following if w.figure and "month" in m.sense.classes]


def vaguer(one: str, other: str) -> bool:
    """Whether one name of a state holds all words of the other: كوريا, كوريا الشمالية."""
    return set(one.split()) <= set(other.split()) or set(other.split()) <= set(one.split())


_AFTER = frozenset(fold_text("بعد عقب إثر رغم منذ وبعد").split())


def told_before(side: Sequence[Said]) -> frozenset[int]:
    """Return where the words stand that tell what came before the news: بعد توقف عامين."""
    following = pairwise(side)
    return frozenset(w.at for before, w in following if before.word in _AFTER)


def said_by(word: Said, side: Sequence[Said]) -> bool:
    """Whether a side says the same as a word."""
    return any(word.sense.says(w.sense) for w in side)
