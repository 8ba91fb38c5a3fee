"""Whether two written names may be one, how else a name may be written, and a key to find it by.

The score is a probability-like number 0…1 from the log odds of the weakest pair of parts: two
names are as alike as their least alike parts (سيرجي لافروف is not سيرجي شويجو).
"""

from __future__ import annotations

import math
from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

from rapidfuzz.distance import Levenshtein

from tawatur_core.arabic.fold import fold_text
from tawatur_core.arabic.names_parts import Part, eastern, first_name, listed, parts, whole
from tawatur_core.arabic.names_sound import VOWELS, WEIGHTS, steps
from tawatur_core.arabic.results import NameScore
from tawatur_core.arabic.words import words
from tawatur_core.model import Evidence

# At this score and above two names are taken for one; chosen on the development pairs.
SAME = 0.55

# Fitted together with names_sound.WEIGHTS.
_BASE = 1.4
_PER_LOG_CONSONANT = 1.4  # the longer a part, the less one step says
_PER_LOG_OTHER = 1.1  # the other parts agree
_LISTED_SAME = 1.8
_LISTED_DIFFERENT = 3.0
_SEAT = 0.5
_JOINED = 1.3  # different spaces though as many parts

# Set by hand: the development pairs hold few of these.
_SURNAME_ONLY = 0.6
_FIRST_ONLY = -1.0
_LEFT_OUT = 0.8
_INITIAL = 0.5
_TURNED = 2.0
_LATIN_INTERDENTALS = 0.4
_LATIN_G = 0.3
_LATIN_VOWELS = 0.5  # Latin letters do not tell long vowels from short ones


class _Weighed(NamedTuple):
    odds: float
    reasons: tuple[Evidence, ...]


_NEVER = _Weighed(-9.0, ())
_NOTHING = _Weighed(-9.0, (Evidence("name-nothing-shared", -9.0),))

# Similarity in letters below which an alignment by sound is not worth its time.
_LEAST_ALIKE = 0.25
_LEAST_JOINED = 0.5


def name_similarity(a: str, b: str) -> NameScore:
    """Return how likely `a` and `b` are one name, 0…1, with the reasons for and against.

    Spelling by ear, hamza and ة, the article, particles and titles, name order, initials, names
    left out, and Latin against Arabic letters are taken into account.
    """
    if fold_text(a) == fold_text(b):
        same = bool(fold_text(a).strip())
        return NameScore(float(same), (Evidence("name-same-spelling", 1.0),) if same else ())
    weighed = _weigh(a, b) if a <= b else _weigh(b, a)
    reasons = weighed.reasons or (Evidence(_plain_reason(weighed.odds)),)
    return NameScore(1 / (1 + math.exp(-weighed.odds)), reasons)


def _plain_reason(odds: float) -> str:
    return "name-same-letters" if odds > 0 else "name-nothing-shared"


def same_name(a: str, b: str) -> bool:
    """Whether the two may be taken for one name; close spelling alone is not enough."""
    return name_similarity(a, b).score >= SAME


def may_be_same(a: str, b: str) -> bool:
    """Whether `same_name` has to be asked; no means that it would say no.

    Most names that share a key differ in a part that has hardly a letter in common, or in one
    that no other part can make good: comparing that part alone is enough.
    """
    pa, pb = parts(a), parts(b)
    if len(pa) == 1 or len(pb) == 1:
        part, long = (pa[0], pb) if len(pa) == 1 else (pb[0], pa)
        if len(long) < 2 or not (_apart(part, long[0]) and _apart(part, long[-1])):
            return True
    elif len(pa) != len(pb) or not pa or not _weak_part(pa, pb) or _sounds(pa) == _sounds(pb):
        return True
    return _alike(whole(a), whole(b)) >= _LEAST_JOINED


def _weak_part(pa: tuple[Part, ...], pb: tuple[Part, ...]) -> bool:
    """Whether the least alike parts of two names keep the names apart, whatever the others are."""
    pairs = list(zip(pa, pb, strict=True))
    p, q = min(pairs, key=lambda pair: _alike(*pair))
    if _apart(p, q):
        return True
    most = _PER_LOG_OTHER * math.log1p(sum(x.consonants + y.consonants for x, y in pairs) / 2)
    return _pair(p, q).odds + most < _SAME_ODDS


_SAME_ODDS = math.log(SAME / (1 - SAME)) - 1e-9


def _alike(p: Part, q: Part) -> float:
    return Levenshtein.normalized_similarity(p.letters, q.letters)


def _apart(p: Part, q: Part) -> bool:
    """Whether two parts have too few letters in common for an alignment by sound."""
    comparable = p.latin == q.latin and not (p.initial or q.initial)
    return comparable and _alike(p, q) < _LEAST_ALIKE


@lru_cache(maxsize=1 << 13)
def _weigh(a: str, b: str) -> _Weighed:
    pa, pb = parts(a), parts(b)
    if not pa or not pb:
        return _NEVER
    best = _NEVER
    for candidate in _candidates(a, b, pa, pb):
        best = max(best, candidate, key=lambda weighed: weighed.odds)
    return best


def _candidates(a: str, b: str, pa: tuple[Part, ...], pb: tuple[Part, ...]) -> Iterator[_Weighed]:
    if len(pa) == len(pb):
        straight = _in_order(pa, pb)
        yield straight
        if len(pa) > 1 and straight.odds < 0 and _sounds(pa) == _sounds(pb):
            turned = _in_order((*pa[1:], pa[0]), pb)
            back = _in_order((pa[-1], *pa[:-1]), pb)
            yield _with(max(turned, back, key=lambda w: w.odds), "name-order", -_TURNED)
    if len(words(a)) > 1 or len(words(b)) > 1:
        p, q = whole(a), whole(b)
        if _alike(p, q) >= _LEAST_JOINED:
            cost = _JOINED if len(pa) == len(pb) > 1 else 0.0
            yield _with(_pair(p, q), "name-spaces", -cost)
    if len(pa) != len(pb):
        short, long = (pa, pb) if len(pa) < len(pb) else (pb, pa)
        yield _shorter(short, long)


def _sounds(name: tuple[Part, ...]) -> list[str]:
    return sorted(sound_key(part.letters) for part in name)


def _with(weighed: _Weighed, code: str, weight: float) -> _Weighed:
    return _Weighed(weighed.odds + weight, (*weighed.reasons, Evidence(code, weight)))


def _in_order(pa: tuple[Part, ...], pb: tuple[Part, ...]) -> _Weighed:
    """Weigh parts in order; the weakest pair decides, the others lend a little support."""
    weighed = [_pair(p, q) for p, q in zip(pa, pb, strict=True)]
    weakest = min(range(len(weighed)), key=lambda i: weighed[i].odds)
    odds = weighed[weakest].odds
    reasons = tuple(reason for one in weighed for reason in one.reasons)
    if len(weighed) > 1:
        pairs = [(p, q) for i, (p, q) in enumerate(zip(pa, pb, strict=True)) if i != weakest]
        others = sum(p.consonants + q.consonants for p, q in pairs) / 2
        odds += _PER_LOG_OTHER * math.log1p(others)
    return _Weighed(odds, reasons)


def _pair(p: Part, q: Part) -> _Weighed:
    if _apart(p, q):
        return _NOTHING
    if p.initial != q.initial:
        return _initial(p, q)
    weighed = _compared(p, q, p.letters, q.letters)
    if p.article != q.article:
        weighed = _with(weighed, "name-step-article", -WEIGHTS["name-step-article"])
        # Without its hamza a foreign أل- looks like the article (الينا for ألينا).
        p_all, q_all = ("ال" + r.letters if r.article else r.letters for r in (p, q))
        if q_all[:2] == p_all[:2]:
            weighed = max(weighed, _compared(p, q, p_all, q_all), key=lambda w: w.odds)
    return weighed


def _compared(p: Part, q: Part, a: str, b: str) -> _Weighed:
    odds = _BASE + _PER_LOG_CONSONANT * math.log(max(1.0, (p.consonants + q.consonants) / 2))
    reasons: list[Evidence] = []
    taken = steps(a, b)
    for step in taken:
        weight = WEIGHTS[step]
        if p.latin != q.latin:
            weight *= _in_latin(step, p, q)
        if step in _SOUND_HABITS and any(reason.code == step for reason in reasons):
            weight *= _REPEATED
        odds -= weight
        reasons.append(Evidence(step, -weight, {"a": a, "b": b}))
    if p.seat and q.seat and p.seat != q.seat:
        odds -= _SEAT
        reasons.append(Evidence("name-step-hamza-seat", -_SEAT))
    by_list = _listed(p, q) if a != b else 0.0
    if by_list > 0 or not set(taken) <= HABITS:
        odds += by_list
        code = "name-listed-same" if by_list > 0 else "name-listed-different"
        reasons += [Evidence(code, by_list, {"a": a, "b": b})] if by_list else []
    return _Weighed(odds, tuple(reasons))


def _in_latin(step: str, p: Part, q: Part) -> float:
    """Return the share of a step's weight that counts when one part is in Latin letters.

    They have no letter for ذ or ث (d, t and s serve), and who says /g/ for ق writes it so:
    Gaddafi, Gasem.
    """
    if step in _VOWEL_STEPS:
        return _LATIN_VOWELS
    if step == "name-step-interdental":
        return _LATIN_INTERDENTALS
    latin, arabic = (p, q) if p.latin else (q, p)
    spoken = step == "name-step-gk" and "غ" in latin.letters and "ق" in arabic.letters
    return _LATIN_G if spoken else 1.0


def _listed(p: Part, q: Part) -> float:
    """Return what the list of names says of the two parts; 0 unless both are in it."""
    if p.listed < 0 or q.listed < 0:
        return 0.0
    return _LISTED_SAME if p.listed == q.listed else -_LISTED_DIFFERENT


# Who writes /g/ as ق does so everywhere in the name: the second time says less.
_SOUND_HABITS = frozenset({"name-step-gk", "name-step-v", "name-step-kh", "name-step-j"})
_REPEATED = 0.4

# Steps between spellings of one name that no list has to confirm.
HABITS = frozenset({"name-step-g", "name-step-q", "name-step-ta", "name-step-double"})
_VOWEL_STEPS = frozenset(
    step
    for step in WEIGHTS
    if step.startswith(("name-step-long", "name-step-vowel", "name-step-glide", "name-step-last"))
)


def _initial(p: Part, q: Part) -> _Weighed:
    """Weigh an initial against a full part: its first sound must fit."""
    if not p.letters or not q.letters:
        return _NEVER
    first, second = p.letters[0], q.letters[0]
    cost = sum(WEIGHTS[step] for step in steps(first, second))
    if cost > 1.5:
        return _NEVER
    return _Weighed(_BASE - _INITIAL - cost, (Evidence("name-initial", -_INITIAL),))


def _shorter(short: tuple[Part, ...], long: tuple[Part, ...]) -> _Weighed:
    """Weigh a name that leaves parts out: the surname alone, or a middle name missing.

    What stands after بن is the father: سلمان بن عبدالعزيز is not محمد بن سلمان بن عبدالعزيز.
    """
    if len(short) == 1:
        return _single(short[0], long)
    if _syllables(long):
        # تشوي سون هوي: the family name may be left out, a syllable of the given name may not.
        return _with(_in_order(short, long[-len(short) :]), "name-part-left-out", -_SURNAME_ONLY)
    ways = [long[: len(short)]]
    if not long[-len(short)].filial:
        ways.append(long[-len(short) :])
    end = long[len(long) - len(short) + 1 :]
    if not end[0].filial:
        ways.append((long[0], *end))
    weighed = max((_in_order(short, way) for way in ways), key=lambda w: w.odds)
    return _with(weighed, "name-part-left-out", -_LEFT_OUT)


def _single(part: Part, long: tuple[Part, ...]) -> _Weighed:
    """Weigh one part alone against a longer name: its surname, or less likely its first name."""
    first = _pair(part, long[0])
    alone = _with(first, "name-first-only", _FIRST_ONLY - max(0.0, first.odds))
    if long[-1].filial and not part.filial:
        return alone
    last = _with(_pair(part, long[-1]), "name-surname-only", -_SURNAME_ONLY)
    if first_name(part.letters):
        # محمد may be anybody's last part too
        last = _with(last, "name-common", -_LISTED_DIFFERENT)
    return max(last, alone, key=lambda w: w.odds)


def _syllables(name: tuple[Part, ...]) -> bool:
    short = sum(len(part.letters) <= 4 for part in name)
    return short >= 3 or (len(name) == 3 and eastern(name[0].letters))


# --- keys and spellings -------------------------------------------------------------------------

_KEY = str.maketrans(
    {
        **dict.fromkeys("جغقكخ", "ك"),
        **dict.fromkeys("طتثدذض", "ت"),
        **dict.fromkeys("سصزشظ", "س"),
        **dict.fromkeys("فب", "ب"),
        **dict.fromkeys("اويىءعهحة", None),
    }
)


def sound_key(letters: str) -> str:
    """Return the sound classes of the consonants of `letters` (as `names_sound.letters` gives)."""
    key = letters.translate(_KEY)
    kept = [char for i, char in enumerate(key) if not i or key[i - 1] != char]
    return "".join(kept) or letters[:2]


@lru_cache(maxsize=1 << 12)
def name_key(name: str) -> str:
    """Return a short key that spellings of one name share, for finding candidates.

    It is made of sound classes of the consonants without spaces, titles and particles, so it
    brings together more than is the same; `name_similarity` decides.
    """
    return sound_key("".join(part.letters for part in parts(name)))


@lru_cache(maxsize=1 << 13)
def name_keys(name: str) -> frozenset[str]:
    """Return the keys of the whole name and of each of its parts with two consonants or more."""
    of_parts = [sound_key(part.letters) for part in parts(name)]
    if len(of_parts) == 1:
        return frozenset(of_parts)
    return frozenset([name_key(name), *(key for key in of_parts if len(key) > 1)])


_MAX_SPELLINGS = 48
_LONGEST_NAME = 120  # code points; a longer text is no name to vary
_G = "جغقك"


def spellings(name: str) -> tuple[str, ...]:
    """Return folded spellings under which `name` may stand in other outlets, its own first.

    For a text search: /g/ with each letter used for it, one long vowel more or less, the ending
    ه or ا, with and without the spaces. At most 48; a search should also try the clitic forms.
    """
    own = " ".join(fold_text(name).split())
    found = dict.fromkeys([own])
    if len(own) > _LONGEST_NAME:
        return (own,)
    for variant in (*_with_g(own), *_endings(own)):
        found.setdefault(variant)
    for base in tuple(found)[:6]:
        for variant in _vowels(base):
            if len(found) >= _MAX_SPELLINGS:
                return tuple(found)
            found.setdefault(variant)
    if " " in own and len(found) < _MAX_SPELLINGS:
        found.setdefault(own.replace(" ", ""))
    return tuple(found)


def _with_g(name: str) -> Iterator[str]:
    if listed(name) >= 0:
        return  # جمال is not غمال
    for written in "جغ":
        if written in name:
            for other in _G:
                yield name.replace(written, other)


def _endings(name: str) -> Iterator[str]:
    if name.endswith("ا"):
        yield name[:-1] + "ه"
    elif name.endswith("ه"):
        yield name[:-1] + "ا"


def _vowels(name: str) -> Iterator[str]:
    for i in range(1, len(name) - 1):
        if name[i] in VOWELS and name[i - 1] != " " and name[i + 1] != " ":
            yield name[:i] + name[i + 1 :]
    for i in range(2, len(name)):
        if not {name[i - 1], name[i]} & (VOWELS | {" ", "ه"}):
            for vowel in "اي":
                yield name[:i] + vowel + name[i:]
