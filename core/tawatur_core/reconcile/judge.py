"""Judging two claims by weighed signs: whether they agree, contradict one another, or neither.

The weights were learned from pairs of claims written for that purpose (``resources/models``; see
``packaging/train_pairs.py``). Those hold far more contradictions than newspapers do, so the weights
alone hardly ever make a conflict: something in the two texts must contradict (``contradicts``), and
the vaguer that is, the surer the weights must be.
"""

from __future__ import annotations

import json
import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache

from tawatur_core import paths
from tawatur_core.model import Evidence
from tawatur_core.reconcile.differences import Differences
from tawatur_core.reconcile.signs import Sign

Weights = tuple[float, float, float]  # for agreement, conflict, neither
AGREE, CONFLICT, UNRELATED = range(3)


@dataclass(frozen=True, slots=True)
class Model:
    """What was learned: a weight of each sign for each of the three outcomes."""

    bias: Weights
    weights: Mapping[str, Weights]
    usual: Mapping[str, float]  # the mean of each sign, to tell what is out of the ordinary

    def chances(self, seen: Sequence[Sign]) -> Weights:
        """Return how likely each outcome is; the three sum up to 1."""
        sums = list(self.bias)
        for sign in seen:
            for outcome, weight in enumerate(self.weights.get(sign.name, (0.0, 0.0, 0.0))):
                sums[outcome] += weight * sign.value
        highest = max(sums)
        parts = [math.exp(s - highest) for s in sums]
        total = sum(parts)
        return parts[0] / total, parts[1] / total, parts[2] / total

    def pull(self, sign: Sign) -> float:
        """Return how far a sign pulls towards agreement (above 0) or conflict (below)."""
        weights = self.weights.get(sign.name, (0.0, 0.0, 0.0))
        return (weights[AGREE] - weights[CONFLICT]) * (sign.value - self.usual.get(sign.name, 0.0))


@cache
def model() -> Model:
    """Return the model that comes with the program."""
    told = json.loads((paths.resources() / "models" / "pairs.json").read_text(encoding="utf-8"))
    weights = {name: (w[0], w[1], w[2]) for name, w in told["weights"].items()}
    bias = told["bias"]
    return Model((bias[0], bias[1], bias[2]), weights, told["usual"])


# --- what contradicts ---------------------------------------------------------------------------

# How sure the weights must be of a conflict, by what it is seen in. Words that exclude one another
# and states put for one another hardly ever stand in two reports of one fact; a word put for
# another often does, since every outlet has its own words. Where nothing of the kind is seen, the
# weights must be all but certain.
PLAIN = 0.5
LIKELY = 0.65
VAGUE = 0.75
SURE = 0.85
ALMOST_CERTAIN = 0.94
NEVER = 2.0
# Of claims that share less than this, single words that differ say nothing.
_LEAST_ALIKE = 0.3
# One word put for another contradicts only in what is otherwise equal.
_NEARLY_EQUAL = 0.5

_ANYWHERE = {
    "bound": PLAIN,
    "opposed": PLAIN,
    "what-different": PLAIN,
    "valence-opposed": LIKELY,
    "taken-back": PLAIN,
    "about": PLAIN,
    "leaning": LIKELY,
    "stopped": LIKELY,
    "reversal": LIKELY,
}
# Two claims that share so little are brought together by a word or two: opposites in them are
# mostly said of two things.
_DISTANT = 0.25
_CLOSE = {"turned": LIKELY, "of-a-class": LIKELY, "negation": SURE, "days-apart": PLAIN}
_SWAPS = {
    "states-in-place": PLAIN,
    "owned": PLAIN,
    "states-swapped": LIKELY,
    "names-swapped": SURE,
    "replaced": SURE,
}
NAMES = frozenset({"states-in-place", "owned", "states-swapped", "names-swapped"})


def contradicts(laid: Differences, seen: Sequence[Sign]) -> tuple[float, tuple[str, ...]]:
    """Return how sure the weights must be, 0…1, and the signs that contradict; above 1: never."""
    names = {sign.name for sign in seen}
    needed = dict(_ANYWHERE)
    if laid.alike >= _LEAST_ALIKE:
        needed |= _CLOSE
    if laid.in_one_place:
        needed |= _SWAPS
    if set(laid.of_a_class) & set(laid.replaced):
        needed["of-a-class"] = PLAIN
    if laid.alike >= _NEARLY_EQUAL:
        needed["negation"] = LIKELY
        if len(laid.replaced) == 1 and laid.in_one_place:
            needed["replaced"] = VAGUE
    if names & {"warned", "reversal-negated"}:  # not put off, warned of: two ways to say one thing
        for name in ("negation", "reversal", "stopped", "taken-back"):
            needed.pop(name, None)
    found = sorted((sure, name) for name, sure in needed.items() if name in names)
    elsewhere = bool(names & NAMES) and not laid.in_one_place
    if not found:
        other = elsewhere or ("figures-swapped" in names and not laid.in_one_place)
        differing = ("left-least",) if laid.pairs and not other else ()
        return (ALMOST_CERTAIN if differing else NEVER), differing
    by = tuple(name for _, name in found)
    least = VAGUE if laid.alike < _DISTANT else PLAIN
    if elsewhere or (laid.alike < _DISTANT and by == ("valence-opposed",)):
        least = SURE
    return max(found[0][0], least), by


# --- reasons ------------------------------------------------------------------------------------

_MOST_REASONS = 6
_LEAST_PULL = 0.15


def reasons(
    weights: Model, seen: Sequence[Sign], first: Sequence[str] = ()
) -> tuple[Evidence, ...]:
    """Return what weighed most, as evidence in words; the signs named in `first` lead."""
    weighed = [(weights.pull(sign), sign) for sign in seen]
    order = {name: place for place, name in enumerate(first)}
    weighed.sort(key=lambda w: (order.get(w[1].name, len(order)), -abs(w[0]), w[1].name))
    told: dict[tuple[str, str, str], Evidence] = {}
    for pull, sign in weighed:
        code = _code(sign.name)
        if sign.name in order or (code and abs(pull) >= _LEAST_PULL):
            weight = round(math.tanh(pull / 3.0), 4)
            evidence = Evidence(code, weight, _words(sign))
            told.setdefault((code, sign.a, sign.b), evidence)
    return tuple(told.values())[:_MOST_REASONS]


_ONE_WORD = frozenset(
    f"evidence-judged-{told}" for told in ("shared", "word", "negation", "reversal")
)


def _words(sign: Sign) -> dict[str, str]:
    """Return the words of a sign; what stands on one side only is told as the first."""
    if _code(sign.name) in _ONE_WORD:
        return {"a": sign.a or sign.b or "–"}
    return {"a": sign.a or "–", "b": sign.b or "–"}


_CODES = {
    "alike": "evidence-judged-shared",
    "covered": "evidence-judged-shared",
    "wording": "evidence-judged-shared",
    "one-fact": "evidence-judged-shared",
    "left-least": "evidence-judged-left",
    "left-most": "evidence-judged-left",
    "one-for-one": "evidence-judged-replaced",
    "replaced": "evidence-judged-replaced",
    "replaced-alone": "evidence-judged-replaced",
    "opposed": "evidence-opposed",
    "valence-opposed": "evidence-opposed",
    "days-apart": "evidence-judged-figures",
    "any-opposed": "evidence-opposed",
    "leaning": "evidence-opposed",
    "bound": "evidence-opposed",
    "what-different": "evidence-opposed",
    "fields-opposed": "evidence-opposed",
    "one-meaning": "evidence-judged-meaning",
    "only-one-meaning": "evidence-judged-meaning",
    "fields-shared": "evidence-judged-meaning",
    "of-a-class": "evidence-judged-class",
    "turned": "evidence-judged-turned",
    "about": "evidence-judged-turned",
    "owned": "evidence-place-apart",
    "states-swapped": "evidence-place-apart",
    "states-in-place": "evidence-place-apart",
    "names-swapped": "evidence-other-names",
    "figures-swapped": "evidence-judged-figures",
    "how_many-different": "evidence-number-apart",
    "negation": "evidence-judged-negation",
    "reversal": "evidence-judged-reversal",
    "taken-back": "evidence-judged-reversal",
    "stopped": "evidence-judged-reversal",
    "field": "evidence-judged-word",
}


def _code(name: str) -> str:
    """Return the message of a sign; '' for what a reader learns nothing from, such as length."""
    return _CODES.get(name.partition(" ")[0], "")
