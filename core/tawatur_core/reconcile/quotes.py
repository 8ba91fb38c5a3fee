"""Quoted words: finding them in a claim, what two of them share, and where they differ."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from enum import StrEnum
from itertools import pairwise

from rapidfuzz.distance import Levenshtein

from tawatur_core.arabic import fold_text
from tawatur_core.model import ClaimKind
from tawatur_core.reconcile.terms import STOP, root, stem

_MARKED = re.compile(r"“([^”]{2,})”|«([^»]{2,})»|\"([^\"]{2,})\"|„([^“]{2,})“")
_WORD = re.compile(r"[^\W_]+")
# Shorter quotation marks enclose titles, nicknames and single loaded words.
LEAST_WORDS = 3
# Without such a run, this many content words must be the same.
LEAST_SHARED = 5


def fragments(text: str, kind: ClaimKind = ClaimKind.STATEMENT) -> tuple[str, ...]:
    """Return the quoted parts of a claim that are long enough to be somebody's words.

    A direct quote marked without its quotation marks is a fragment as a whole.
    """
    found = [next(g for g in m.groups() if g) for m in _MARKED.finditer(text)]
    long = tuple(f.strip() for f in found if len(_WORD.findall(f)) >= LEAST_WORDS)
    if not found and kind is ClaimKind.DIRECT_QUOTE and len(_WORD.findall(text)) >= LEAST_WORDS:
        return (text.strip().strip('"“”«»'),)
    return long


def plain(word: str) -> str:
    """Return a word's form for comparison: spelling variants and a joined و are one."""
    folded = fold_text(word).replace("غ", "ج")
    return folded[1:] if folded.startswith("و") and len(folded) > 4 else folded


def alike(a: str, b: str) -> bool:
    """Whether two words are spellings of one (عبر/عبرَ, جونج/جونغ, تحالفات/لتحالفات)."""
    one, other = plain(a), plain(b)
    if one == other or stem(one) == stem(other):
        return True
    near = max(len(one), len(other)) >= 5 and Levenshtein.distance(one, other) <= 1
    return near and bool(root(stem(one))) and root(stem(one)) == root(stem(other))


def _words(text: str) -> list[str]:
    return _WORD.findall(text)


def shared_run(a: str, b: str) -> tuple[str, ...]:
    """Return the longest run of words that both texts hold, compared without spelling variants."""
    ours, theirs = _words(a), _words(b)
    match = SequenceMatcher(
        None, [plain(w) for w in ours], [plain(w) for w in theirs], autojunk=False
    ).find_longest_match()
    return tuple(ours[match.a : match.a + match.size])


# Quoting the same stretch of the map is not quoting the same person.
_MAP_WORDS = """
شمال جنوب شرق غرب وسط آسيا أوروبا أفريقيا أمريكا الشرق الأوسط المحيط الهادئ الأمم المتحدة
الولايات كوريا الشمالية الجنوبية الدولي العالم المنطقة الأمن
"""
_MAP = frozenset(map(plain, _MAP_WORDS.split()))


def telling(words: Sequence[str]) -> int:
    """Return how many of the words carry content."""
    return sum(plain(w) not in STOP and plain(w) not in _MAP for w in words)


@dataclass(frozen=True, slots=True)
class QuoteMatch:
    """Two fragments that render the same words; `run` is what they share word by word."""

    a: str
    b: str
    run: tuple[str, ...]
    likeness: float  # share of the shorter fragment's words found in the longer one, 0…1

    @property
    def whole(self) -> bool:
        """Whether the run is the quotation itself, not a name or phrase inside two quotations."""
        size = len(self.run)
        shares = sorted(size / max(1, len(_words(text))) for text in (self.a, self.b))
        return size >= 8 or (size >= LEAST_WORDS and shares[1] >= 0.6 and shares[0] >= 0.4)


def best_match(ours: Sequence[str], theirs: Sequence[str]) -> QuoteMatch | None:
    """Return the pair of fragments that share most, None when none shares three words in a row.

    Two renderings of one sentence that differ in every third word count too, when most of their
    words are the same.
    """
    found: list[QuoteMatch] = []
    for a in ours:
        for b in theirs:
            run = shared_run(a, b)
            shared, likeness = _likeness(a, b)
            enough = len(run) >= LEAST_WORDS and telling(run) >= 2
            if enough or (likeness >= 0.5 and shared >= LEAST_SHARED):
                found.append(QuoteMatch(a, b, run, likeness))
    return max(found, key=lambda m: (len(m.run), m.likeness, m.a, m.b), default=None)


def _likeness(a: str, b: str) -> tuple[int, float]:
    """Return how many content words two texts share, and what part of the shorter that is."""
    ours, theirs = _content(a), _content(b)
    shared = len(ours & theirs)
    return shared, shared / min(len(ours), len(theirs)) if shared else 0.0


def _content(text: str) -> set[str]:
    words = [plain(w) for w in _words(text)]
    return {root(stem(w)) or stem(w) for w in words if w not in STOP and w not in _MAP}


class Side(StrEnum):
    """To which of two quotes a run of words belongs."""

    BOTH = "both"
    ONLY_A = "only_a"
    ONLY_B = "only_b"


@dataclass(frozen=True, slots=True)
class Run:
    """A run of words in a word diff. `a` and `b` are the words as each side writes them."""

    side: Side
    a: str
    b: str


def word_diff(a: str, b: str) -> tuple[Run, ...]:
    """Compare two quotes word by word; spelling variants of one word do not differ."""
    ours, theirs = _words(a), _words(b)
    keys_a = [_key(w) for w in ours]
    keys_b = [_key(w) for w in theirs]
    runs: list[Run] = []
    matcher = SequenceMatcher(None, keys_a, keys_b, autojunk=False)
    for tag, i1, i2, j1, j2 in matcher.get_opcodes():
        left, right = " ".join(ours[i1:i2]), " ".join(theirs[j1:j2])
        same = tag == "equal" or (
            i2 - i1 == j2 - j1
            and all(alike(x, y) for x, y in zip(ours[i1:i2], theirs[j1:j2], strict=True))
        )
        if same:
            runs.append(Run(Side.BOTH, left, right))
            continue
        if left:
            runs.append(Run(Side.ONLY_A, left, ""))
        if right:
            runs.append(Run(Side.ONLY_B, "", right))
    return tuple(runs)


def substitutions(runs: Sequence[Run]) -> int:
    """Count where two quotes put other words in one place, not another form or little words.

    One quote may begin earlier or end later; that is not another wording.
    """
    return sum(
        _other_words(before.a, after.b)
        for before, after in pairwise(runs)
        if before.side is Side.ONLY_A and after.side is Side.ONLY_B
    )


def _other_words(a: str, b: str) -> bool:
    ours, theirs = _content(a), _content(b)
    return bool(ours and theirs and not ours & theirs and not _spelled_alike(a, b))


def _spelled_alike(a: str, b: str) -> bool:
    # A preposition stands alone or joined: في ينبع, بينبع.
    one, other = ("".join(_carrying(text)) for text in (a, b))
    return Levenshtein.normalized_similarity(one, other) >= 0.75


def _carrying(text: str) -> list[str]:
    """Return the words but the little ones; single letters are pieces of a spaced-out word."""
    return [w for w in map(plain, _words(text)) if len(w) == 1 or w not in STOP]


def _key(word: str) -> str:
    return stem(plain(word))
