"""What two claims share and where they part, word by word.

Words are matched by what survives inflection; what is left of each side is compared by sense. The
places where one claim puts another word than the other, in otherwise equal surroundings, say most.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from functools import cached_property, lru_cache

from rapidfuzz.distance import JaroWinkler, Levenshtein

from tawatur_core.arabic import fold_text
from tawatur_core.reconcile.senses import Sense, sense, two_words
from tawatur_core.reconcile.terms import STOP, raw_words, root, stem

Two = tuple[str, str]


@lru_cache(maxsize=1 << 16)
def word_key(word: str) -> str:
    """Return what a word and its inflections have in common: its root, else its stem."""
    bare = stem(word)
    if len(bare) > 3 and bare[0] in "بل":
        bare = stem("ال" + bare[1:]) if len(bare) > 4 else bare
    return root(bare) or bare


_NEGATIONS = frozenset(
    fold_text("لا لم لن ليس ليست عدم دون بدون بلا ألا ولا ولم ولن وليس بعدم لعدم").split()
)
# Verbs and nouns that take back what they govern: to refuse, deny, fail, ignore, cancel a thing.
_REVERSALS = frozenset(
    word_key(w)
    for w in fold_text(
        "يرفض رفض ينفي نفى نفت فشل يفشل إخفاق يتجاهل تجاهل يلغي إلغاء ألغى إحباط استبعد يستبعد "
        "تراجع توقف وقف إيقاف منع حظر انسحاب تجميد براءة إفراج سراح إخلاء عفو هدوء مصالحة يتخلى "
        "يفلت تنازل يعفو نجاة تفادى كذب شائعة"
    ).split()
)
# Of these, the ones that are hardly ever part of the news itself, as a ban or a stop may be.
_DENIALS = frozenset(
    fold_text(
        "يرفض ترفض رفض ينفي تنفي نفى نفت يفشل تفشل فشل فشلت يتجاهل تتجاهل تجاهل يلغي تلغي"
    ).split()
)
# Articles that join a preposition are content's clothes; these words themselves carry nothing.
_EMPTY = (
    STOP | frozenset(fold_text("قبيل جراء بفعل إثر بشأن بسبب وسط رغم ال تعلن يعلن").split())
) - (_NEGATIONS | frozenset(fold_text("أكثر أقل").split()))

# Congratulations, receptions, telephone calls, weather, matches: a form filled in each day.
_RITES = frozenset(
    word_key(w)
    for w in fold_text(
        "يهنئ تهنئة تهنئ يعزي تعزية برقية برقيات يستقبل استقبل اتصالا اتصال هاتفيا طقس "
        "الأرصاد يلتقي"
    ).split()
)


@dataclass(frozen=True, slots=True)
class Said:
    """A word of a claim: folded, its key, its sense, and where it stands."""

    word: str
    key: str
    sense: Sense
    at: int

    @property
    def empty(self) -> bool:
        """Whether it carries no content."""
        return self.word in _EMPTY or self.word.removeprefix("و") in _EMPTY

    @property
    def negates(self) -> bool:
        """Whether it turns its statement round."""
        return self.word in _NEGATIONS

    @property
    def figure(self) -> bool:
        """Whether it is written in digits."""
        return self.word[0].isdigit()


def words_of(text: str) -> tuple[Said, ...]:
    """Return the words of a claim in order; a state's name of two words is one."""
    words = raw_words(text)
    found: list[Said] = []
    n = 0
    while n < len(words):
        named = two_words(words[n], words[n + 1]) if n + 1 < len(words) else None
        if named is not None and named.state:
            told = f"{words[n]} {words[n + 1]}"
            found.append(Said(told, told, named, n))
            n += 2
        else:
            found.append(Said(words[n], word_key(words[n]), sense(words[n]), n))
            n += 1
    return tuple(found)


@dataclass(frozen=True)
class Differences:
    """Two claims laid beside each other."""

    a: tuple[Said, ...]
    b: tuple[Said, ...]
    matched: tuple[tuple[Said, Said], ...]  # by key, spelling, or state
    only_a: tuple[Said, ...]  # content, figures and negations that the other lacks
    only_b: tuple[Said, ...]

    @classmethod
    def of(cls, a: str, b: str) -> Differences:
        """Lay two claims beside each other."""
        ours, theirs = words_of(a), words_of(b)
        matched = _match(ours, theirs)
        left = {x.at for x, _ in matched}, {y.at for _, y in matched}
        return cls(ours, theirs, matched, _rest(ours, left[0]), _rest(theirs, left[1]))

    @cached_property
    def content(self) -> tuple[int, int, int]:
        """How many content words match, and how many each side holds."""
        sides = [sum(not w.empty for w in side) for side in (self.a, self.b)]
        return sum(not x.empty for x, _ in self.matched), sides[0], sides[1]

    @cached_property
    def covered(self) -> float:
        """What part of the shorter claim the other holds."""
        shared, ours, theirs = self.content
        return shared / max(1, min(ours, theirs))

    @cached_property
    def alike(self) -> float:
        """What part of both claims is shared."""
        shared, ours, theirs = self.content
        return shared / max(1, ours + theirs - shared)

    @cached_property
    def pairs(self) -> tuple[tuple[Said, Said], ...]:
        """Return every word of one side beside every word of the other, where neither matched."""
        return tuple((x, y) for x in self.only_a for y in self.only_b)

    @cached_property
    def opposed(self) -> tuple[Two, ...]:
        """Return words that exclude one another, where neither side says both."""
        ours = {f for w in self.a for f in w.sense.fields}
        theirs = {f for w in self.b for f in w.sense.fields}
        found = []
        for x, y in self.pairs:
            clash = {f for f in x.sense.fields if -f in y.sense.fields}
            if clash and x.sense.opposes(y.sense) and _one_sided(clash, ours, theirs):
                found.append((x.word, y.word))
        return _distinct(found)

    @cached_property
    def leaning(self) -> tuple[Two, ...]:
        """Return words that exclude one another though a side says both."""
        return _distinct((x.word, y.word) for x, y in self.pairs if x.sense.opposes(y.sense))

    @cached_property
    def said_alike(self) -> tuple[Two, ...]:
        """Return different words that may say one thing."""
        return _distinct((x.word, y.word) for x, y in self.pairs if x.sense.says(y.sense))

    @cached_property
    def of_a_class(self) -> tuple[Two, ...]:
        """Return members of one class, one put for the other: dollars here, euros there."""
        return _distinct(
            (x.word, y.word)
            for x, y in self.pairs
            if x.sense.excludes(y.sense) and not x.sense.says(y.sense)
        )

    @cached_property
    def states(self) -> tuple[frozenset[str], frozenset[str]]:
        """Return the states that only one side names."""
        ours = frozenset(w.sense.state for w in self.a if w.sense.state)
        theirs = frozenset(w.sense.state for w in self.b if w.sense.state)
        only_a, only_b = ours - theirs, theirs - ours
        # كوريا may be either of the two: the vaguer name is no other state.
        return (
            frozenset(s for s in only_a if not any(_vaguer(s, t) for t in theirs)),
            frozenset(s for s in only_b if not any(_vaguer(s, t) for t in ours)),
        )

    @cached_property
    def rite(self) -> bool:
        """Whether both tell of one of those acts that are done every day with somebody else."""
        return any(x.key in _RITES for x, _ in self.matched)

    @cached_property
    def negations(self) -> tuple[str, ...]:
        """Return the negations that one side holds and the other lacks."""
        ours = [w.word for w in self.a if w.negates]
        theirs = [w.word for w in self.b if w.negates]
        return () if bool(ours) == bool(theirs) else tuple(ours or theirs)

    @cached_property
    def reversals(self) -> tuple[str, ...]:
        """Return words of one side that take back what the other tells: refuse, deny, fail."""
        ours = [w.word for w in self.only_a if w.key in _REVERSALS]
        theirs = [w.word for w in self.only_b if w.key in _REVERSALS]
        return () if bool(ours) == bool(theirs) else tuple(ours or theirs)

    @cached_property
    def taken_back(self) -> tuple[str, ...]:
        """Return what one side denies, refuses or cancels and the other tells."""
        matched = ({x.at for x, _ in self.matched}, {y.at for _, y in self.matched})
        sides = [
            _denied(side, known) for side, known in zip((self.a, self.b), matched, strict=True)
        ]
        return () if bool(sides[0]) == bool(sides[1]) else tuple(sides[0] or sides[1])

    @cached_property
    def bound(self) -> tuple[Two, ...]:
        """Return words that exclude one another and stand beside the same word in both claims."""
        ours, theirs = _bound(self.a), _bound(self.b)
        same = {(x.key, f) for x, d in ours for f in d.sense.fields} & {
            (y.key, f) for y, d in theirs for f in d.sense.fields
        }
        told = {key for key, _ in same}
        return _distinct(
            (d.word, e.word)
            for x, d in ours
            for y, e in theirs
            if x.key == y.key and x.key not in told and d.sense.opposes(e.sense)
        )

    @cached_property
    def replaced(self) -> tuple[Two, ...]:
        """Return content words put one for the other between equal neighbours."""
        keys = [[w.key for w in side if not w.empty] for side in (self.a, self.b)]
        shown = [[w for w in side if not w.empty] for side in (self.a, self.b)]
        for x, y in self.matched:  # what matched by spelling or state is equal here too
            if x.key != y.key and not x.empty and not y.empty:
                keys[1][shown[1].index(y)] = x.key
        found: list[Two] = []
        matcher = SequenceMatcher(None, keys[0], keys[1], autojunk=False)
        for tag, i1, i2, j1, j2 in matcher.get_opcodes():
            if tag == "replace" and i2 - i1 == j2 - j1 <= 2:
                pairs = zip(shown[0][i1:i2], shown[1][j1:j2], strict=True)
                found.extend((x.word, y.word) for x, y in pairs if not x.sense.says(y.sense))
        return tuple(found)

    @cached_property
    def turned(self) -> tuple[Two, ...]:
        """Return pairs of names that changed places: who does it, and to whom."""
        named = [(x, y) for x, y in self.matched if x.sense.state and y.sense.state]
        return tuple(
            (x.word, x2.word)
            for n, (x, y) in enumerate(named)
            for x2, y2 in named[n + 1 :]
            if x.sense.state != x2.sense.state and (x.at - x2.at) * (y.at - y2.at) < 0
        )

    @cached_property
    def order(self) -> float:
        """Return what part of the matched words changed places, 0…1."""
        places = [(x.at, y.at) for x, y in self.matched]
        pairs = [(p, q) for n, p in enumerate(places) for q in places[n + 1 :]]
        crossed = sum((p[0] - q[0]) * (p[1] - q[1]) < 0 for p, q in pairs)
        return crossed / len(pairs) if pairs else 0.0


def _denied(side: Sequence[Said], matched: set[int]) -> list[str]:
    """Return each word that the other side holds too and that is denied or refused here."""
    found = []
    for n, word in enumerate(side):
        if word.at not in matched and (word.negates or word.word in _DENIALS):
            governed = [w for w in side[n + 1 : n + 4] if not w.empty][:1]
            found += [f"{word.word} {w.word}" for w in governed if w.at in matched]
    return found


def _bound(side: Sequence[Said]) -> list[tuple[Said, Said]]:
    """Return each word that takes a side with the content words next to it."""
    shown = [w for w in side if not w.empty]
    found: list[tuple[Said, Said]] = []
    for n, word in enumerate(shown):
        if word.sense.fields:
            near = [*shown[max(0, n - 1) : n], *shown[n + 1 : n + 3]]
            found.extend((x, word) for x in near if not x.sense.fields)
    return found


def _vaguer(one: str, other: str) -> bool:
    return set(one.split()) <= set(other.split()) or set(other.split()) <= set(one.split())


def _one_sided(clash: Iterable[int], ours: set[int], theirs: set[int]) -> bool:
    return any(-f not in ours and f not in theirs for f in clash)


def _distinct(found: Iterable[Two]) -> tuple[Two, ...]:
    return tuple(dict.fromkeys(found))


def _rest(side: Sequence[Said], matched: set[int]) -> tuple[Said, ...]:
    return tuple(w for w in side if w.at not in matched and (not w.empty or w.negates))


def _match(ours: Sequence[Said], theirs: Sequence[Said]) -> tuple[tuple[Said, Said], ...]:
    """Pair words one to one: equal words first, then equal keys, states, then spellings."""
    left_a, left_b = list(ours), list(theirs)
    found: list[tuple[Said, Said]] = []
    for same in (_same_word, _same_key, _same_state, _spelled_alike):
        for x in list(left_a):
            y = next((y for y in left_b if same(x, y)), None)
            if y is not None:
                found.append((x, y))
                left_a.remove(x)
                left_b.remove(y)
    return tuple(found)


def _same_word(x: Said, y: Said) -> bool:
    return x.word == y.word


def _same_key(x: Said, y: Said) -> bool:
    return x.key == y.key and not x.figure and not x.sense.opposes(y.sense)


def _same_state(x: Said, y: Said) -> bool:
    return bool(x.sense.state) and x.sense.state == y.sense.state


def _spelled_alike(x: Said, y: Said) -> bool:
    """Whether two words look like spellings of one; short words and known others do not."""
    if x.figure or y.figure or x.empty or y.empty or min(len(x.word), len(y.word)) < 4:
        return False
    if x.sense.opposes(y.sense) or (x.sense.state and y.sense.state):
        return False
    one, other = stem(x.word), stem(y.word)
    near = Levenshtein.distance(one, other, score_cutoff=1) <= 1 and min(len(one), len(other)) >= 4
    return near or JaroWinkler.similarity(one, other) >= 0.93
