"""How far two written name parts are apart, in steps that writers of Arabic really take.

Foreign names are written by ear, so an edit distance in letters says little: ج for غ is nothing,
ن for ر is another name. Each step of an alignment is named after the linguistic fact it stands
for; its weight is the log odds it takes from 'the same name'.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache
from itertools import accumulate, combinations

from tawatur_core.arabic.fold import fold_text

VOWELS = frozenset("اوي")

# How much each step speaks against one name. Fitted by logistic regression on the pairs the
# task `names` measures, starting from values set by hand, then rounded.
WEIGHTS: dict[str, float] = {
    "name-step-g": 0.05,  # /g/: ج in Cairo, غ in Beirut
    "name-step-q": 0.2,  # ق and ك
    "name-step-gk": 1.6,  # /g/ against /k/: غ ك, ج ك, غ ق, ج ق
    "name-step-j": 1.4,  # /j/ read in German or Spanish: ج ي
    "name-step-v": 1.35,  # /v/: ف و ب
    "name-step-emphatic": 0.05,  # ت ط, س ص, د ض, ه ح …
    "name-step-interdental": 1.15,  # ث ت س, ذ د ز
    "name-step-z": 0.9,  # س ز
    "name-step-sh": 2.1,  # ش س, ز ج
    "name-step-kh": 2.2,  # خ ك ه ح
    "name-step-d": 2.4,  # ت د
    "name-step-ayn": 0.9,  # ع for a vowel, or left out
    "name-step-affricate": 1.4,  # تش for ش or ج
    "name-step-ng": 1.1,  # the g of /ng/
    "name-step-double": 0.45,  # a letter written twice
    "name-step-vowel": 2.1,  # one long vowel for another
    "name-step-vowel-start": 1.4,
    "name-step-vowel-end": 3.2,
    "name-step-long-a": 0.9,  # a long vowel written or not
    "name-step-long-u": 0.95,
    "name-step-long-i": 1.0,
    "name-step-glide-a": 1.55,
    "name-step-first-glide": 3.05,  # و or ي at the start is a consonant
    "name-step-glide": 1.8,  # a vowel letter beside another
    "name-step-first-vowel": 1.45,
    "name-step-last-a": 2.05,
    "name-step-last-u": 2.95,
    "name-step-last-i": 2.55,
    "name-step-last-h": 0.8,
    "name-step-feminine": 2.2,  # ة or nothing
    "name-step-ta": 0.05,  # ة as ه ا ت
    "name-step-maqsura": 0.3,  # ى as ا
    "name-step-hamza": 0.1,
    "name-step-hamza-seat": 0.4,  # إ against أ at the start
    "name-step-h": 1.6,
    "name-step-article": 0.05,
    "name-step-swap": 2.25,
    "name-step-consonant": 5.6,
    "name-step-missing": 4.35,
}


def _pairs() -> dict[tuple[str, str], str]:
    classes = {
        "name-step-g": ("جغ",),
        "name-step-q": ("قك",),
        "name-step-gk": ("جك", "غك", "غق", "جق"),
        "name-step-j": ("جي",),
        "name-step-v": ("فو", "فب", "وب"),
        "name-step-emphatic": ("تط", "سص", "دض", "هح", "ضظ", "زظ", "ذظ", "صز"),
        "name-step-interdental": ("ثت", "ثس", "ذد", "ذز", "ثط"),
        "name-step-z": ("سز",),
        "name-step-sh": ("شس", "زج", "شج"),
        "name-step-kh": ("خك", "خه", "خح", "هك"),
        "name-step-d": ("تد", "طد"),
        "name-step-ayn": ("عا", "عي", "عو"),
        "name-step-ta": ("ةه", "ةا", "ةت", "اه"),
        "name-step-vowel": ("او", "اي", "وي"),
        "name-step-maqsura": ("اى", "يى"),
    }
    table = {}
    for step, pairs in classes.items():
        for pair in pairs:
            for a, b in combinations(pair, 2):
                table[a, b] = table[b, a] = step
    return table


_PAIRS = _pairs()
# Pairs that are one sound only at the end of a word.
_END_ONLY = frozenset({"name-step-ta", "name-step-maqsura"})
_END = {("و", "ه"): "name-step-ta", ("ه", "و"): "name-step-ta"}


def letters(part: str) -> str:
    """Return the letters of a name part for comparison: folded, but ة and a final ى are kept."""
    plain = fold_text(part)
    if part.endswith("ة"):
        plain = plain[:-1] + "ة"
    return plain


@lru_cache(maxsize=1 << 12)
def _omissions(part: str) -> tuple[tuple[str, float], ...]:
    """Return, for each letter, the step of leaving it out and its weight."""
    return tuple((step, WEIGHTS[step]) for step in _omission_steps(part))


_VOWEL_STEPS = {
    "ا": ("name-step-long-a", "name-step-last-a"),
    "و": ("name-step-long-u", "name-step-last-u"),
    "ي": ("name-step-long-i", "name-step-last-i"),
}


def _omission_steps(part: str) -> list[str]:
    steps = []
    last = len(part) - 1
    for i, char in enumerate(part):
        before = part[i - 1] if i else ""
        after = part[i + 1] if i < last else ""
        steps.append(_omission(char, before, after))
    return steps


def _omission(char: str, before: str, after: str) -> str:
    if char == before:
        return "name-step-double"
    if char in VOWELS:
        return _omitted_vowel(char, before, after)
    if char == "ه" and after:
        return "name-step-h"
    if before == "ن" and char in "غجك":
        return "name-step-ng"
    if after and char + after in _AFFRICATES:
        return "name-step-affricate"
    return _OMITTED.get(char, "name-step-missing")


_OMITTED = {
    "ء": "name-step-hamza",
    "ة": "name-step-feminine",
    "ه": "name-step-last-h",
    "ع": "name-step-ayn",
}
_AFFRICATES = frozenset({"تش", "تس", "تز", "تج", "دج"})


def _omitted_vowel(char: str, before: str, after: str) -> str:
    if before and not after:
        return _VOWEL_STEPS[char][1]
    if not before and char != "ا":
        return "name-step-first-glide"
    if before in VOWELS or after in VOWELS:
        return "name-step-glide-a" if char == "ا" else "name-step-glide"
    return _VOWEL_STEPS[char][0] if before else "name-step-first-vowel"


def steps(a: str, b: str) -> tuple[str, ...]:
    """Return the steps of the cheapest alignment of two parts (given by `letters`).

    Takes time in proportion to the product of the lengths.
    """
    if a == b:
        return ()
    if a > b:
        a, b = b, a
    return _aligned(a, b)


# How a cell of the alignment was reached: letters of a and of b consumed, and the step ('' none).
_Move = tuple[int, int, str]


_EQUAL: _Move = (1, 1, "")
_Exchanges = dict[tuple[str, str], tuple[float, _Move]]


def _exchanges(vowel: str, *, end: bool) -> _Exchanges:
    """Return the moves from one letter to another of its sound, with their weights.

    `vowel` is the step of one long vowel for another at that place of the word.
    """
    found = {pair: vowel if step == "name-step-vowel" else step for pair, step in _PAIRS.items()}
    if end:
        found = _END | found
    else:
        found = {pair: step for pair, step in found.items() if step not in _END_ONLY}
    return {pair: (WEIGHTS[step], (1, 1, step)) for pair, step in found.items()}


_AT_START = _exchanges("name-step-vowel-start", end=False)
_INSIDE = _exchanges("name-step-vowel", end=False)
_AT_END = _exchanges("name-step-vowel-end", end=True)
_HUSHED = frozenset("شج")
_OTHER: tuple[float, _Move] = (WEIGHTS["name-step-consonant"], (1, 1, "name-step-consonant"))


@lru_cache(maxsize=1 << 14)
def _aligned(a: str, b: str) -> tuple[str, ...]:
    drop_a, drop_b = _omissions(a), _omissions(b)
    # costs[i][j]: the cheapest way from a[:i] to b[:j]; moves[i][j]: its last move
    costs = [list(accumulate((weight for _, weight in drop_b), initial=0.0))]
    moves: list[list[_Move]] = [[(0, 0, ""), *((0, 1, step) for step, _ in drop_b)]]
    ins, in_weights = moves[0][1:], [weight for _, weight in drop_b]
    vowels, width = [y in VOWELS for y in b], len(b)
    for i, (x, (out_step, out_weight)) in enumerate(zip(a, drop_a, strict=True), 1):
        out: _Move = (1, 0, out_step)
        above, is_vowel, last = costs[-1], x in VOWELS, i == len(a)
        cost = above[0] + out_weight
        row, way = [cost], [out]
        row_table = _AT_START if i == 1 else _INSIDE
        cells = zip(b, ins, in_weights, vowels, above, above[1:], strict=False)
        for j, (y, drop, in_weight, vowel, diagonal, up) in enumerate(cells, 1):
            cost, move = cost + in_weight, drop
            if up + out_weight <= cost:
                cost, move = up + out_weight, out
            if x == y:
                if diagonal < cost:
                    cost, move = diagonal, _EQUAL
            else:
                table = row_table if j > 1 else _AT_START
                found = (_AT_END if last and j == width else table).get((x, y))
                if found is None and is_vowel is vowel:
                    found = _OTHER
                if found is not None and diagonal + found[0] < cost:
                    cost, move = diagonal + found[0], found[1]
                if x in _HUSHED or (i > 1 < j and b[j - 2] == x):
                    for two in _digraphs(a, b, i, j):
                        least = costs[i - two[0]][j - two[1]] + WEIGHTS[two[2]]
                        cost, move = min((cost, move), (least, two), key=_first)
            row.append(cost)
            way.append(move)
        costs.append(row)
        moves.append(way)
    return _walked(moves)


def _first(way: tuple[float, _Move]) -> float:
    return way[0]


def _walked(moves: list[list[_Move]]) -> tuple[str, ...]:
    """Return the steps along the moves, from the start of the words."""
    found = []
    i, j = len(moves) - 1, len(moves[-1]) - 1
    while i or j:
        di, dj, step = moves[i][j]
        i, j = i - di, j - dj
        if step:
            found.append(step)
    return tuple(reversed(found))


def _digraphs(a: str, b: str, i: int, j: int) -> Iterator[_Move]:
    """Yield the moves over two letters that end at i, j: تش for ج, two consonants swapped."""
    x, y = a[i - 1], b[j - 1]
    if y == "ج" and x == "ش" and a[i - 2 : i] == "تش":
        yield 2, 1, "name-step-affricate"
    if x == "ج" and y == "ش" and b[j - 2 : j] == "تش":
        yield 1, 2, "name-step-affricate"
    if i > 1 and j > 1 and x == b[j - 2] and y == a[i - 2] and x != y and not {x, y} & VOWELS:
        yield 2, 2, "name-step-swap"
