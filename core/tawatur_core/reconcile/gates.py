"""When two values that differ are a contradiction, and how sure that is.

Newspapers repeat a form of words every day with other figures, list contracts one by one, and
rewrite each other. A program that cries conflict at each of these is of no use: a difference only
counts when everything else says that the two accounts tell of one and the same thing.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal

from tawatur_core.arabic import fold_text
from tawatur_core.arabic.names import name_similarity
from tawatur_core.model import ConflictKind, EntityKind, HowMany, Origin, Party, Relation, SlotName
from tawatur_core.reconcile.align import Alignment, Profile
from tawatur_core.reconcile.apart import two_of_a_kind
from tawatur_core.reconcile.figures import hardly_more, summed_up, told_of_other
from tawatur_core.reconcile.opposites import opposed
from tawatur_core.reconcile.quotes import substitutions, telling, word_diff
from tawatur_core.reconcile.slots import Compared, best, compare_how_many, fine, gap_days, unit_key
from tawatur_core.reconcile.terms import numbers, raw_words, stem
from tawatur_core.reconcile.views import Account, Named

# Below this a reviewer's time is better spent elsewhere.
LEAST_SURE = 0.6

Comparisons = Mapping[ConflictKind, Compared]


@dataclass(frozen=True, slots=True)
class Seen:
    """Two aligned accounts with all their slots compared."""

    pair: Alignment
    found: Comparisons

    def differs(self, kind: ConflictKind) -> bool:
        """Whether the values of a kind cannot both be true."""
        return self.found[kind].relation is Relation.DIFFERENT


def certainty_of_conflict(kind: ConflictKind, seen: Seen) -> float:
    """Return how sure it is that a DIFFERENT slot is a conflict between the two accounts, 0…1.

    Zero: the values do not differ, or the accounts need not contradict one another. Kinds without
    a gate (who, certainty) are shown in the table and never make a conflict of their own.
    """
    gate = _GATES.get(kind)
    if gate is None or not seen.differs(kind) or _same_outlet(seen):
        return 0.0
    sure = seen.pair.score * gate(seen)
    return sure if sure >= LEAST_SURE else 0.0


def _same_outlet(seen: Seen) -> bool:
    """Whether one outlet tells it twice: that is an update, not a contradiction."""
    a, b = seen.pair.a.account, seen.pair.b.account
    return bool(a.outlet) and a.outlet == b.outlet


# --- one and the same thing ----------------------------------------------------------------

# Prices and indices move by the hour; two figures are two moments.
_TICKING_WORDS = """
سهم أسهم مؤشر تداول تداولات صفقات برميل أوقية أونصة نقطة نقاط سنت بورصة تسليم إغلاق عقود الخام
"""
_ORDINAL_WORDS = """
الأول الأولى الثاني الثانية الثالث الثالثة الرابع الرابعة الخامس الخامسة السادس السابع الثامن
التاسع العاشر
"""
_TICKING = frozenset(map(stem, fold_text(_TICKING_WORDS).split()))
_ORDINALS = frozenset(map(stem, fold_text(_ORDINAL_WORDS).split()))
_ENTITIES_OF_A_FACT = frozenset({EntityKind.PERSON, EntityKind.PLACE, EntityKind.ORGANISATION})


# Condolences, congratulations and the weather are the same words for another state or day.
_RITE_WORDS = """
تعازي تعازيه تعزية عزاء مواساة تهاني تهنئة برقية برقيات طقس الأرصاد للأرصاد غائمة
"""
_RITES = frozenset(map(stem, fold_text(_RITE_WORDS).split()))


def _one_thing(seen: Seen) -> bool:
    """Whether nothing says that the accounts tell of two things of a kind."""
    a, b = seen.pair.a.account, seen.pair.b.account
    if _stems(a) & _TICKING and _stems(b) & _TICKING:
        return False
    if _rite(seen) or _elsewhere(a, b):
        return False
    return not other_in_a_row(a, b) and not _other_parties(a, b)


def _elsewhere(a: Account, b: Account) -> bool:
    """Whether the texts around the claims name two places of a kind: a fire here, a fire there."""
    found = two_of_a_kind(a.context, b.context)
    return found is not None and found.code == "evidence-other-place"


def _rite(seen: Seen) -> bool:
    return bool(_stems(seen.pair.a.account) & _stems(seen.pair.b.account) & _RITES)


def other_in_a_row(a: Account, b: Account) -> bool:
    """Whether the accounts tell of two things of a row: the first contract, the third."""
    first, second = _stems(a) & _ORDINALS, _stems(b) & _ORDINALS
    return bool(first and second) and not first & second


def _stems(account: Account) -> frozenset[str]:
    return frozenset(stem(w) for w in raw_words(account.quote))


def _other_parties(a: Account, b: Account) -> bool:
    """Whether each account names somebody or some place that the other does not."""
    ours = [e for e in a.entities if e.kind in _ENTITIES_OF_A_FACT]
    theirs = [e for e in b.entities if e.kind in _ENTITIES_OF_A_FACT]
    return bool(_alone(ours, theirs)) and bool(_alone(theirs, ours))


def _alone(ours: Sequence[Named], theirs: Sequence[Named]) -> list[Named]:
    ids = {e.id for e in theirs}
    return [
        e
        for e in ours
        if e.id not in ids
        and not any(name_similarity(e.name, other.name).score >= 0.5 for other in theirs)
    ]


# --- a gate for each kind ------------------------------------------------------------------

# Below two thirds of shared wording a figure is hardly ever that of the same thing.
_SAME_SENTENCE = 0.66
_MOST_TIMES = Decimal(20)  # 174 million against 1 million is a misread figure


def _how_many(seen: Seen) -> float:
    compared = seen.found[ConflictKind.HOW_MANY]
    if seen.pair.words < _SAME_SENTENCE or not _one_thing(seen) or not _plausible(compared):
        return 0.0
    ours, theirs = _by_unit(seen.pair.a), _by_unit(seen.pair.b)
    shared = ours.keys() & theirs.keys()
    if any(len(ours[u]) > 1 or len(theirs[u]) > 1 for u in shared):
        return 0.0  # a list: which figure answers which is not known
    if every_figure_differs(seen.pair.a, seen.pair.b) or _other_table(seen):
        return 0.0
    return 0.0 if _allowed(seen.pair, compared) else 0.9


def _allowed(pair: Alignment, compared: Compared) -> bool:
    """Whether the rest of the two texts lets both figures be true, or tells too little."""
    assert isinstance(compared.a, HowMany)
    assert isinstance(compared.b, HowMany)
    a, b = pair.a, pair.b
    return summed_up(a, b) or told_of_other(a, b, compared.a, compared.b) or hardly_more(a, b)


def _other_table(seen: Seen) -> bool:
    """Whether each text holds two figures that the other lacks: another row of a table."""
    ours, theirs = (numbers(p.account.quote) for p in (seen.pair.a, seen.pair.b))
    return len(ours - theirs) > 1 and len(theirs - ours) > 1


def every_figure_differs(a: Profile, b: Profile) -> bool:
    """Whether two kinds of figures and more differ: then it is another event."""
    ours, theirs = _by_unit(a), _by_unit(b)
    differing = [
        u
        for u in ours.keys() & theirs.keys()
        if best([compare_how_many(x, y) for x in ours[u] for y in theirs[u]]).relation
        is Relation.DIFFERENT
    ]
    return len(differing) > 1


def _by_unit(profile: Profile) -> dict[str, list[HowMany]]:
    found: dict[str, list[HowMany]] = {}
    for amount in profile.amounts:
        if unit := unit_key(amount.unit):
            found.setdefault(unit, []).append(amount)
    return found


_SCALES = frozenset(fold_text(w) for w in ("ألف", "مليون", "مليار", "بليون", "تريليون"))


def _bare_scale(value: HowMany) -> bool:
    """Whether only 'million' was read: in '(4.795.563) مليون راكب' the figure stands before it."""
    words = raw_words(value.text)
    return bool(words) and words[0] in _SCALES


def _plausible(compared: Compared) -> bool:
    if not isinstance(compared.a, HowMany) or not isinstance(compared.b, HowMany):
        return False
    a, b = (v.low if v.low is not None else v.high for v in (compared.a, compared.b))
    if a is None or b is None:
        return False
    if _bare_scale(compared.a) or _bare_scale(compared.b):
        return False
    if a == -b:
        return False  # a dash before the figure, read as a minus
    small, large = sorted((abs(a), abs(b)))
    return small > 0 and large / small <= _MOST_TIMES


# Articles count the days from their own date, which is often a day off, and papers rewrite
# 'today' as 'yesterday' overnight: such dates differ only from the second day on.
# Where both count, one of the two may have kept an agency's 'today' a day too long besides.
_COUNTED_SLACK = 1
_COUNTED = "date-how-relative"
_TOLD = frozenset(
    f"date-how-{how}" for how in ("absolute", "same-year", "nearest-year", "since", "hijri")
)

_HIJRI = frozenset({"date-how-hijri", "date-how-hijri-arithmetic"})


def _when(seen: Seen) -> float:
    a, b = seen.pair.a.whens, seen.pair.b.whens
    if len(a) != 1 or len(b) != 1 or not (fine(a[0]) and fine(b[0])):
        return 0.0
    told = a[0].how in _TOLD and b[0].how in _TOLD
    gap = gap_days(a[0], b[0])
    if not told and gap % 7 == 0:
        return 0.0  # a weekday that one of us counted forwards, the other backwards
    if any("weekday" in when.how for when in (a[0], b[0])):
        gap = min(gap, abs(gap - 7))
    hijri = (a[0].how in _HIJRI) != (b[0].how in _HIJRI)  # the moon is seen a day apart
    counted = sum(when.how == _COUNTED for when in (a[0], b[0]))
    gap -= _COUNTED_SLACK * max(counted, int(hijri or not told))
    return 0.9 if 0 < gap <= 31 and seen.pair.words >= 0.5 and _one_thing(seen) else 0.0


def _order(seen: Seen) -> float:
    if not _one_thing(seen):
        return 0.0
    during = any(e.code == "evidence-order-during" for e in seen.found[ConflictKind.ORDER].evidence)
    return 0.8 if during else 0.9


def _speaker(seen: Seen) -> float:
    quote = seen.pair.quote
    if quote is None or not quote.whole or _only_named(seen, quote.run) or _one_name(seen):
        return 0.0
    return 0.95


def _only_named(seen: Seen, run: Sequence[str]) -> bool:
    """Whether the shared words are a name, and hardly more: «قناة السويس الجديدة»."""
    if not run:
        return False
    entities = (*seen.pair.a.account.entities, *seen.pair.b.account.entities)
    named = {stem(w) for e in entities for w in raw_words(e.name)}
    return telling([w for w in run if stem(fold_text(w)) not in named]) < 2


def _one_name(seen: Seen) -> bool:
    """Whether the two speakers are pieces of one name that stands in one of the articles."""
    compared = seen.found[ConflictKind.SPEAKER]
    texts = [fold_text(v.text) for v in (compared.a, compared.b) if isinstance(v, Party)]
    contexts = [fold_text(p.account.context) for p in (seen.pair.a, seen.pair.b)]
    joined = (" ".join(texts), " ".join(reversed(texts)))
    return any(name in context for name in joined for context in contexts)


_MOST_WORDS_OF_A_PARTY = 6  # a longer one was misread


def _authority(seen: Seen) -> float:
    compared = seen.found[ConflictKind.AUTHORITY]
    told = [v.text for v in (compared.a, compared.b) if isinstance(v, Party)]
    if any(len(text.split()) > _MOST_WORDS_OF_A_PARTY for text in told):
        return 0.0
    if seen.found[ConflictKind.SPEAKER].relation is Relation.SAME or _rite(seen):
        return 0.0
    if seen.pair.amount:
        return 0.95
    return 0.85 if seen.pair.words >= 0.6 else 0.0


def _wording(seen: Seen) -> float:
    quote = seen.pair.quote
    if quote is None or seen.differs(ConflictKind.SPEAKER):
        return 0.0
    sizes = sorted(len(text.split()) for text in (quote.a, quote.b))
    if len(quote.run) < 4 or sizes[0] < 6 or sizes[1] > 2 * sizes[0] or quote.likeness < 0.6:
        return 0.0
    # One word for another is an editor's hand; two and more are another rendering.
    return 0.9 if substitutions(word_diff(quote.a, quote.b)) >= 2 else 0.0


def _what(seen: Seen) -> float:
    if opposed(seen.pair.a.account.quote, seen.pair.b.account.quote, in_turn=False) is None:
        return 0.0
    return 0.8 if seen.pair.words >= 0.5 and _one_thing(seen) else 0.0


def _where(seen: Seen) -> float:
    a, b = (p.account.named(SlotName.WHERE) for p in (seen.pair.a, seen.pair.b))
    if len(a) != 1 or len(b) != 1 or seen.pair.words < 0.5:
        return 0.0
    # Where a sentence takes place is often misread: both must have been confirmed by somebody.
    return 0.9 if Origin.PROPOSED not in {a[0].origin, b[0].origin} else 0.0


def _polarity(seen: Seen) -> float:
    return 0.8 if seen.pair.words >= 0.5 and _one_thing(seen) else 0.0


_GATES: Mapping[ConflictKind, Callable[[Seen], float]] = {
    ConflictKind.HOW_MANY: _how_many,
    ConflictKind.WHEN: _when,
    ConflictKind.ORDER: _order,
    ConflictKind.SPEAKER: _speaker,
    ConflictKind.AUTHORITY: _authority,
    ConflictKind.POLARITY: _polarity,
    ConflictKind.WHAT: _what,
    ConflictKind.WHERE: _where,
    ConflictKind.WORDING: _wording,
}
