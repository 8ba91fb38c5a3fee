"""The words of a claim as terms that survive inflection and a change of verb form.

Arabic writes one idea as يحذر, تحذير, محذرا: beside the stem a term carries the consonants that
are left when long vowels and the letters of augmentation are dropped, a poor man's root.
"""

from __future__ import annotations

import math
import re
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import lru_cache

from tawatur_core.arabic import fold_text

_WORD = re.compile(r"\d+(?:[.,٫٬]\d+)*|[^\W\d_]+")

# Words that carry grammar or reporting, not the fact.
STOP = frozenset(
    fold_text(
        "في من إلى على عن مع أن إن ان أو أم ثم لا لم لن ما هو هي هم هذا هذه ذلك تلك التي الذي "
        "الذين اللذين اللتين كان كانت يكون تكون كما قد لقد كل بعض أي بين بعد قبل عند منذ حتى "
        "خلال حول حين حيث إذا إذ لكن بل غير سوى أيضا وفق وفقا بحسب حسب حسبما نقلا قال قالت "
        "قوله يقول تقول أضاف أضافت مضيفا أكد أكدت مؤكدا أوضح أوضحت موضحا أعلن أعلنت معلنا ذكر "
        "ذكرت أشار أشارت مشيرا لفت لافتا اعتبر معتبرا أعرب أعربت معربا صرح صرحت أفاد أفادت "
        "نقل نقلت شدد مشددا لدى ضد نحو حوالي قرابة أكثر أقل ب ل ك و ف س به بها له لها فيه "
        "فيها منه منها إنه أنه إنها أنها بأن بان لأن كي لكي هناك هنا اليوم أمس جدا ضمن عبر تم "
        "يتم ذات نفس أحد إحدى دون بدون التى الى اي وقد وهو وهي كانوا ليس ليست لو لولا مما "
        "فيما بينما عليه عليها إليه إليها"
    ).split()
)

_ARTICLES = ("وبال", "وال", "بال", "فال", "كال", "ولل", "لل", "ال")
_SUFFIXES = (
    "هما",
    "ها",
    "هم",
    "هن",
    "كم",
    "نا",
    "تين",
    "ات",
    "ان",
    "ون",
    "ين",
    "يه",
    "ه",
    "ي",
    "ا",
)
_MIN = 3


@lru_cache(maxsize=1 << 17)
def stem(word: str) -> str:
    """Return the stem of a folded word: without article and inflection, at least three letters."""
    for prefix in _ARTICLES:
        if word.startswith(prefix) and len(word) - len(prefix) >= _MIN:
            word = word[len(prefix) :]
            break
    else:
        if word.startswith("و") and len(word) > 4:
            word = word[1:]
    for _ in range(2):
        for suffix in _SUFFIXES:
            if word.endswith(suffix) and len(word) - len(suffix) >= _MIN:
                word = word[: -len(suffix)]
                break
        else:
            break
    return word


_WEAK = str.maketrans("", "", "اويء")
# Outlets write the same foreign sound with either letter (شنغهاي, شنجهاي).
_ONE_SOUND = str.maketrans("غ", "ج")


@lru_cache(maxsize=1 << 17)
def root(word: str) -> str:
    """Return the strong consonants of a stem, '' when fewer than three are left.

    >>> root("تحذير") == root("يحذر") == root("محذر")
    True
    """
    # The t of the eighth form sits after the first consonant: ارتفع, اجتمع.
    if word[:1] in "ايتنم" and len(word) > 4 and word[2] == "ت":
        word = word[1] + word[3:]
    elif word.startswith("است") and len(word) > 5:
        word = word[3:]
    bare = word.translate(_WEAK)
    if len(bare) > _MIN and bare[0] in "متنس":
        bare = bare[1:]
    bare = bare.translate(_ONE_SOUND)
    return bare if len(bare) >= _MIN else ""


def raw_words(text: str) -> list[str]:
    """Return the folded words and numbers of a text, in order."""
    return _WORD.findall(fold_text(text))


def numbers(text: str) -> frozenset[str]:
    """Return the bare numbers written in digits, without thousands separators."""
    return frozenset(w.replace(",", "") for w in raw_words(text) if w[0].isdigit())


@dataclass(frozen=True, slots=True)
class Terms:
    """The content of a text: stems and roots (marked with √), with how often each occurs."""

    counts: Mapping[str, int]
    forms: Mapping[str, str]  # a word as written for each stem

    @classmethod
    def of(cls, text: str) -> Terms:
        """Read the content words of a text."""
        counts: Counter[str] = Counter()
        forms: dict[str, str] = {}
        for word in raw_words(text):
            if word in STOP or word[0].isdigit():
                continue
            bare = stem(word)
            if len(bare) < 2 or bare in STOP:
                continue
            counts[bare.translate(_ONE_SOUND)] += 1
            forms.setdefault(bare.translate(_ONE_SOUND), word)
            if deep := root(bare):
                counts["√" + deep] += 1
        return cls(counts, forms)


_READ_BEFORE = 50
_HELD_BEFORE = 2


@dataclass(frozen=True, slots=True)
class Rarity:
    """How telling a term is: the fewer claims hold it, the more. Unknown terms are the rarest."""

    weights: Mapping[str, float]
    unknown: float

    @classmethod
    def of(cls, texts: Iterable[Iterable[str]]) -> Rarity:
        """Count in how many of the given texts each term occurs."""
        holders: Counter[str] = Counter()
        total = 0
        for terms in texts:
            total += 1
            holders.update(set(terms))
        # As if some more news had been read: in a project of two articles, what both tell must
        # not count as a common word.
        weights = {
            t: math.log1p((total + _READ_BEFORE) / (n + _HELD_BEFORE)) for t, n in holders.items()
        }
        return cls(weights, math.log1p((total + _READ_BEFORE) / (1 + _HELD_BEFORE)))

    def weight(self, term: str) -> float:
        """Return the weight of a term; roots count half, since they merge unlike words."""
        weight = self.weights.get(term, self.unknown)
        return weight / 2 if term.startswith("√") else weight


NO_CORPUS = Rarity({}, 1.0)


_NAME_SHARE = 0.5


@dataclass(frozen=True, slots=True)
class Weighed:
    """The terms of a text with the squares of their weights, and the sum of these."""

    squares: Mapping[str, float]
    norm: float

    @classmethod
    def of(
        cls, terms: Terms, rarity: Rarity = NO_CORPUS, names: frozenset[str] = frozenset()
    ) -> Weighed:
        """Weigh terms by their rarity; the words of `names` say who, not what, and count less."""
        squares = {
            t: rarity.weight(t) ** 2 * (_NAME_SHARE if t in names else 1.0) for t in terms.counts
        }
        return cls(squares, sum(squares.values()))


@dataclass(frozen=True, slots=True)
class Overlap:
    """How much two texts share: cosine, and the share of the poorer one that the richer covers."""

    cosine: float
    covered: float

    @property
    def score(self) -> float:
        """One figure, 0…1: a short text inside a long one is alike, but less than an equal one."""
        return math.sqrt(self.cosine * self.covered)


def overlap(a: Weighed, b: Weighed) -> Overlap:
    """Compare two texts by their weighted terms."""
    ours, theirs = (
        (a.squares, b.squares) if len(a.squares) <= len(b.squares) else (b.squares, a.squares)
    )
    inner = sum(
        sorted(math.sqrt(square * theirs[term]) for term, square in ours.items() if term in theirs)
    )
    if not inner:
        return Overlap(0.0, 0.0)
    return Overlap(inner / math.sqrt(a.norm * b.norm), inner / min(a.norm, b.norm))


def shared_stems(a: Weighed, b: Weighed) -> list[str]:
    """Return the stems that two texts share, the rarest first."""
    common = [t for t in a.squares if t in b.squares and not t.startswith("√")]
    return sorted(common, key=lambda t: (-a.squares[t], t))
