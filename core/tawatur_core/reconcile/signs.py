"""The signs by which two claims are judged: named figures with the words they were read from.

Each sign is symmetric in its value, so that the judgement does not depend on which claim comes
first. The trained weights (see ``judge.py`` and ``packaging/train_pairs.py``) know signs by name.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

from rapidfuzz.distance import Levenshtein

from tawatur_core.arabic import fold_text
from tawatur_core.arabic.names import name_similarity
from tawatur_core.model import ConflictKind, EntityKind, Relation
from tawatur_core.reconcile.align import Alignment, Profile
from tawatur_core.reconcile.differences import Differences
from tawatur_core.reconcile.opposites import field_names
from tawatur_core.reconcile.said import Said
from tawatur_core.reconcile.senses import sense, two_words
from tawatur_core.reconcile.slots import Compared
from tawatur_core.reconcile.terms import raw_words
from tawatur_core.reconcile.valence import BAD, valence
from tawatur_core.reconcile.views import Named


@dataclass(frozen=True, slots=True)
class Sign:
    """One thing seen in a pair of claims: its name, how strongly, and the words on each side."""

    name: str
    value: float
    a: str = ""
    b: str = ""


def signs(
    laid: Differences, pair: Alignment, found: Mapping[ConflictKind, Compared]
) -> tuple[Sign, ...]:
    """Return all signs of a pair of claims that are not zero."""
    allowed = found[ConflictKind.HOW_MANY].relation is Relation.COMPATIBLE
    made = (
        *_overlap(laid, pair),
        *_parted(laid, pair, allowed),
        *_named(pair),
        *_slots(found),
        *_valences(laid),
        *_meanings(laid),
    )
    return tuple(sign for sign in made if sign.value)


def _overlap(laid: Differences, pair: Alignment) -> Iterator[Sign]:
    left = sorted((len(laid.only_a), len(laid.only_b)))
    sizes = sorted((len(laid.a), len(laid.b)))
    shared = " ".join(x.word for x, _ in laid.matched if not x.empty)
    yield Sign("alike", laid.alike, shared)
    yield Sign("covered", laid.covered, shared)
    yield Sign("left-least", min(left[0], 6), *_told(laid))
    yield Sign("left-most", min(left[1], 8), *_told(laid))
    yield Sign("one-for-one", float(left == [1, 1]), *_told(laid))
    yield Sign("shorter", sizes[0])
    yield Sign("longer", sizes[1])
    yield Sign("wording", pair.words, shared)
    yield Sign("one-fact", pair.score, shared)
    yield Sign("order", laid.order)
    texts = [" ".join(w.word for w in side) for side in (laid.a, laid.b)]
    yield Sign("letters", Levenshtein.normalized_similarity(*texts))
    opens = bool(laid.a and laid.b) and laid.a[0].key == laid.b[0].key
    yield Sign("same-opening", float(opens), laid.a[0].word if opens else "")
    yield Sign("question", float(_asks(laid.a) != _asks(laid.b)))


def _parted(laid: Differences, pair: Alignment, allowed: bool) -> Iterator[Sign]:
    figures = _figures(pair.a, laid.a), _figures(pair.b, laid.b)
    figures = figures[0] - figures[1], figures[1] - figures[0]
    if allowed:  # 'more than 10' and '15' are other figures and no contradiction
        figures = frozenset(), frozenset()
    turned_over = laid.opposed or laid.leaning
    yield _counted("opposed", laid.opposed, 3)
    yield _counted("any-opposed", laid.opposed, 1)
    yield _counted("leaning", () if laid.opposed else laid.leaning, 1)
    yield _counted("bound", laid.bound, 1)
    yield _counted("one-meaning", laid.said_alike, 3)
    yield _counted("only-one-meaning", () if laid.leaning else laid.said_alike, 1)
    yield _counted("of-a-class", laid.of_a_class, 2)
    yield _counted("turned", laid.turned, 1)
    yield _counted("days-apart", laid.days, 1)
    yield _counted("about", laid.about, 1)
    yield _counted("owned", laid.owned, 1)
    yield _counted("replaced", laid.replaced, 3)
    yield Sign("replaced-alone", laid.alike * bool(laid.replaced), *_sides(laid.replaced))
    for name, (ours, theirs) in (("states", laid.states), ("figures", figures)):
        told = " ".join(sorted(ours)), " ".join(sorted(theirs))
        yield Sign(f"{name}-swapped", float(bool(ours and theirs)), *told)
        yield Sign(f"{name}-one", float(bool(ours) != bool(theirs)), *told)
    yield _counted("states-in-place", laid.states_in_place, 1)
    yield Sign("warned", float(laid.warned))
    negations = " ".join(laid.negations)
    yield Sign("negation", float(bool(negations)), negations)
    yield Sign("negation-opposed", float(bool(negations and turned_over)), negations)
    yield Sign("reversal", float(bool(laid.reversals)), " ".join(laid.reversals))
    yield Sign("taken-back", float(bool(laid.taken_back)), "، ".join(laid.taken_back))
    yield Sign("stopped", float(bool(laid.stopped)), "، ".join(laid.stopped))
    both = bool(negations and laid.reversals)
    yield Sign("reversal-negated", float(both), negations)


def _figures(profile: Profile, side: Sequence[Said]) -> frozenset[str]:
    """Return the numbers of a claim, read from words (مائتين) or written in digits."""
    read = {f"{v.low.normalize():f}" for v in profile.amounts if v.low is not None}
    digits = {w.word.replace(",", "") for w in side if w.figure}
    held = {d for v in profile.amounts for d in raw_words(v.text)}
    return frozenset(read | (digits - held))


def _counted(name: str, found: Sequence[tuple[str, str]], most: int) -> Sign:
    return Sign(name, min(len(found), most), *_sides(found))


def _sides(found: Sequence[tuple[str, str]]) -> tuple[str, str]:
    ours, theirs = (dict.fromkeys(pair[side] for pair in found) for side in (0, 1))
    return " ".join(ours), " ".join(theirs)


def _told(laid: Differences) -> tuple[str, str]:
    return " ".join(w.word for w in laid.only_a), " ".join(w.word for w in laid.only_b)


_QUESTIONS = frozenset(fold_text("هل كيف لماذا ماذا ما أين متى كم من").split())


def _asks(side: Sequence[Said]) -> bool:
    return any(w.word in _QUESTIONS for w in side[:2])


def _named(pair: Alignment) -> Iterator[Sign]:
    ours, theirs = (
        [e for e in p.account.entities if e.kind is not EntityKind.OTHER] for p in (pair.a, pair.b)
    )
    only_a, only_b = _alone(ours, theirs), _alone(theirs, ours)
    told = "، ".join(only_a), "، ".join(only_b)
    yield Sign("names-swapped", float(bool(only_a and only_b)), *told)
    yield Sign("names-one", float(bool(only_a) != bool(only_b)), *told)


def _alone(ours: Sequence[Named], theirs: Sequence[Named]) -> list[str]:
    return [e.name for e in ours if not any(_one(e.name, other.name) for other in theirs)]


@lru_cache(maxsize=1 << 14)
def _one(a: str, b: str) -> bool:
    """Whether two names may be one: of one sound, or of one state (باريس, فرنسا)."""
    states = _state(a), _state(b)
    return name_similarity(a, b).score >= 0.5 or bool(states[0] and states[0] == states[1])


def _state(name: str) -> str:
    words = raw_words(name)
    if len(words) == 1:
        return sense(words[0]).state
    return two_words(words[0], words[1]).state if len(words) == 2 else ""


_ASKED = (ConflictKind.HOW_MANY, ConflictKind.WHEN, ConflictKind.WHAT)


def _slots(found: Mapping[ConflictKind, Compared]) -> Iterator[Sign]:
    for kind in _ASKED:
        for relation in (Relation.SAME, Relation.DIFFERENT):
            compared = found[kind]
            told = (getattr(value, "text", "") for value in (compared.a, compared.b))
            yield Sign(
                f"{kind.value}-{relation.value}", float(compared.relation is relation), *told
            )


def _valences(laid: Differences) -> Iterator[Sign]:
    """Say whether what only one side tells is good or bad news, and what the other tells."""
    a, b = valence(laid.a, laid.only_a), valence(laid.b, laid.only_b)
    told = " ".join(a.words), " ".join(b.words)
    yield Sign("valence-opposed", float(a.leaning * b.leaning < 0), *told)
    yield Sign("valence-same", float(a.leaning * b.leaning > 0), *told)
    for name, leaning in (("valence-bad", BAD), ("valence-good", -BAD)):
        one = {leaning, 0} == {a.leaning, b.leaning} and not (a.words and b.words)
        yield Sign(name, float(one), *told)


# --- fields of meaning ------------------------------------------------------------------------


def _meanings(laid: Differences) -> Iterator[Sign]:
    """Return the fields of meaning that the words of one side alone belong to."""
    ours, theirs = _fields(laid.only_a), _fields(laid.only_b)
    for field, word in (ours | theirs).items():
        if field not in ours or field not in theirs:
            yield Sign(f"field {_name(field)}", 1.0, word)
    for field, word in ours.items():
        if -field in theirs:
            yield Sign(f"fields-opposed {_name(abs(field))}", 1.0, word, theirs[-field])
        if field in theirs:
            yield Sign(f"fields-shared {_name(field)}", 1.0, word, theirs[field])


def _fields(side: Sequence[Said]) -> dict[int, str]:
    return {field: w.word for w in side for field in sorted(w.sense.fields)}


def _name(field: int) -> str:
    return field_names()[field] if field > 0 else "≠" + field_names()[-field]
