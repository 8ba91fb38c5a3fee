"""Whether two claims tell one fact: a score with named evidence."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal
from functools import cache, lru_cache

from tawatur_core.model import (
    EntityId,
    EntityKind,
    Evidence,
    HowMany,
    Precision,
    Relation,
    SlotName,
    When,
)
from tawatur_core.reconcile.apart import two_of_a_kind
from tawatur_core.reconcile.quotes import QuoteMatch, best_match, fragments, telling
from tawatur_core.reconcile.slots import compare_how_many, fine, interval_gap, same_unit
from tawatur_core.reconcile.terms import Rarity, Terms, Weighed, overlap, shared_stems
from tawatur_core.reconcile.views import Account

# At this score two claims are taken to tell one fact.
THRESHOLD = 0.6
# Articles further apart than this tell the same event only if dates in the text say so.
NEWS_DAYS = 10
FAR_DAYS = 60
YEAR_DAYS = 365


@dataclass(frozen=True, slots=True)
class Profile:
    """An account with everything alignment needs, read once."""

    account: Account
    terms: Terms
    quotes: tuple[str, ...]
    whens: tuple[When, ...]
    amounts: tuple[HowMany, ...]
    weighed: Weighed
    names: Mapping[EntityId, float]  # how telling each entity is, by its id

    @property
    def keys(self) -> frozenset[str]:
        """What its rarity is counted by: terms and entities."""
        return frozenset(self.terms.counts) | {f"@{e.id}" for e in self.account.entities}

    def with_rarity(self, rarity: Rarity) -> Profile:
        """Return the profile weighed by what is rare in the corpus."""
        names = {e.id: rarity.weight(f"@{e.id}") ** 2 for e in self.account.entities}
        weighed = Weighed.of(self.terms, rarity, _name_terms(self.account) | _titles())
        return replace(self, weighed=weighed, names=names)

    @classmethod
    def of(cls, account: Account) -> Profile:
        """Read an account; every word weighs alike until it is told what is rare."""
        terms = Terms.of(account.quote)
        return cls(
            account,
            terms,
            fragments(account.quote, account.kind),
            tuple(
                s.value
                for s in account.named(SlotName.WHEN)
                if isinstance(s.value, When) and (s.value.first or s.value.last)
            ),
            tuple(
                s.value for s in account.named(SlotName.HOW_MANY) if isinstance(s.value, HowMany)
            ),
            Weighed.of(terms, names=_name_terms(account)),
            {e.id: 1.0 for e in account.entities},
        )


def _name_terms(account: Account) -> frozenset[str]:
    """Return the terms that a claim's entities are named with."""
    spellings = (s for e in account.entities for s in (e.name, *e.spellings))
    return frozenset(term for s in spellings for term in _terms_of_name(s))


# Titles and offices come with a name and say who, not what.
_TITLES = """
صاحب السمو الملكي الأمير الأميرة معالي سعادة فضيلة سماحة الدكتور الدكتورة المهندس الشيخ الأستاذ
اللواء العميد العقيد المقدم الرائد النقيب الملازم خادم الحرمين الشريفين الملك العهد النائب نائب
رئيس وزير أمير مدير عام محافظ وكيل مستشار المشرف العام المتحدث الناطق الإعلامي الرسمي باسم
مجلس الوزراء الهيئة هيئة العامة إدارة الإدارة منطقة المنطقة بن بنت آل حفظه يحفظه الله
"""


_FORMULAS = "صلى الله عليه وسلم رسول الرسول النبي حديث رضي عنه عنها تعالى سبحانه وتعالى رحمه"


@cache
def _formulas() -> frozenset[str]:
    return frozenset(Terms.of(_FORMULAS).counts)


@cache
def _titles() -> frozenset[str]:
    return frozenset(Terms.of(_TITLES).counts)


@lru_cache(maxsize=1 << 14)
def _terms_of_name(name: str) -> tuple[str, ...]:
    return tuple(Terms.of(name).counts)


@dataclass(frozen=True, slots=True)
class Alignment:
    """Two claims with the score that they tell one fact, 0…1, and the reasons."""

    a: Profile
    b: Profile
    score: float
    words: float  # likeness of the wording alone, 0…1
    quote: QuoteMatch | None
    amount: bool  # they share a telling quantity
    evidence: tuple[Evidence, ...]

    @property
    def one_fact(self) -> bool:
        """Whether the score is enough."""
        return self.score >= THRESHOLD


def align(a: Profile, b: Profile) -> Alignment:
    """Say whether two claims tell one fact. Symmetric but for the order of the evidence's words."""
    words = overlap(a.weighed, b.weighed).score
    stems = shared_stems(a.weighed, b.weighed) if words > _FEW else []
    # Two words in common are an accident, however short the claims; a formula of piety is none.
    told = len(set(stems) - _formulas()) if len(stems) < _MAY_BE_FORMULA else len(stems)
    strength = round(_words_strength(words) * min(1.0, told / _ENOUGH_STEMS), 4)
    quote = best_match(a.quotes, b.quotes) if a.quotes and b.quotes else None
    amount = _shared_amount(a, b, words) if a.amounts and b.amounts else None
    # Common names and a common date make company, not one fact: something said must be shared.
    said = max(strength, _quote_strength(quote), amount.weight if amount else 0.0)
    if said < _HARDLY:
        return Alignment(a, b, said, words, quote, amount is not None, ())
    found = [_words_evidence(a, stems[:5], strength), _quote_evidence(quote), amount]
    found.append(_shared_entities(a, b))
    time = time_evidence(a, b)
    found.append(time if time.weight > 0 else None)
    reasons = [e for e in found if e is not None]
    score = min(said * 2, 1.0 - math.prod(1.0 - e.weight for e in reasons))
    score = _weighed_against(score, [time, _other_names(a, b)], reasons)
    # In what is otherwise equal, the rank or place is what is at issue.
    if score >= THRESHOLD and words < _NEARLY_EQUAL:
        score = _weighed_against(score, [two_of_a_kind(a.account.quote, b.account.quote)], reasons)
    return Alignment(a, b, round(score, 6), words, quote, amount is not None, tuple(reasons))


def _weighed_against(
    score: float, against: Sequence[Evidence | None], reasons: list[Evidence]
) -> float:
    """Return the score less what speaks against it, and add that to the reasons."""
    for evidence in against:
        if evidence is not None and evidence.weight < 0:
            reasons.append(evidence)
            score *= 1.0 + evidence.weight
    return score


_FEW = 0.1
_NEARLY_EQUAL = 0.85
_ENOUGH_STEMS = 3
_MAY_BE_FORMULA = 12  # more words in common than a formula of piety has, and some others
_HARDLY = 0.05  # what is shared is not worth a closer look


def _words_evidence(a: Profile, stems: Sequence[str], strength: float) -> Evidence | None:
    if not stems:
        return None
    words = "، ".join(a.terms.forms[t] for t in stems)
    return Evidence("evidence-shared-words", strength, {"words": words})


def _quote_evidence(quote: QuoteMatch | None) -> Evidence | None:
    if quote is None:
        return None
    told = " ".join(quote.run) or quote.a
    return Evidence("evidence-shared-quote", _quote_strength(quote), {"quote": told})


def _words_strength(likeness: float) -> float:
    # A logistic curve: below a third shared, wording says little; at a half it is telling.
    return round(1.0 / (1.0 + math.exp(-12.0 * (likeness - 0.47))), 4) if likeness else 0.0


def _quote_strength(quote: QuoteMatch | None) -> float:
    if quote is None:
        return 0.0
    return min(0.85, 0.15 * telling(quote.run) + 0.05 * len(quote.run) + 0.3 * quote.likeness)


def _shared_amount(a: Profile, b: Profile, words: float) -> Evidence | None:
    """Say that one number of one thing stands in both; alone it says little: 50 dollars."""
    found = [
        Evidence("evidence-shared-number", _telling_number(x), {"a": x.text, "b": y.text})
        for x in a.amounts
        for y in b.amounts
        if same_unit(x, y) and compare_how_many(x, y).relation is Relation.SAME
    ]
    best = max(found, key=lambda e: (e.weight, e.args["a"], e.args["b"]), default=None)
    if best is None or best.weight == 0:
        return None
    return replace(best, weight=round(best.weight * min(1.0, words / _SAID_BESIDE), 4))


_SAID_BESIDE = 0.3


def _telling_number(value: HowMany) -> float:
    """How unlikely it is that two reports hold the number by chance."""
    number = value.low if value.low is not None else value.high
    if number is None or number < 4:
        return 0.0
    if number < Decimal(20):
        return 0.2
    return 0.5


def _shared_entities(a: Profile, b: Profile) -> Evidence | None:
    """Say which names both hold; a name that everybody names says little."""
    common = sorted(a.names.keys() & b.names.keys())
    if not common:
        return None
    telling = {**a.names, **b.names}
    share = sum(telling[i] for i in common) / sum(telling[i] for i in sorted(telling))
    told = {e.id: e.name for e in a.account.entities}
    names = "، ".join(told[i] for i in common[:4])
    return Evidence("evidence-shared-names", round(0.4 * share, 4), {"names": names})


def _other_names(a: Profile, b: Profile) -> Evidence | None:
    """Say that both name places or people and share none: Kabul here, Islamabad there."""
    ours = {e.id: e.name for e in a.account.entities if e.kind in _TELLING_KINDS}
    theirs = {e.id: e.name for e in b.account.entities if e.kind in _TELLING_KINDS}
    if not ours or not theirs or ours.keys() & theirs.keys():
        return None
    args = {"a": "، ".join(sorted(ours.values())[:3]), "b": "، ".join(sorted(theirs.values())[:3])}
    return Evidence("evidence-other-names", -0.25, args)


_TELLING_KINDS = frozenset({EntityKind.PERSON, EntityKind.PLACE})


def time_evidence(a: Profile, b: Profile) -> Evidence:
    """Say what time tells: dates in the text first, publication dates where the text is silent."""
    gap, spoken = _gap(a, b)
    if gap is None:
        return Evidence("evidence-time-unknown")
    if spoken and gap == 0:
        return Evidence("evidence-time-meets", 0.3 if _exact(a) and _exact(b) else 0.15)
    args = {"days": str(gap)}
    if gap <= NEWS_DAYS:
        return Evidence("evidence-time-near", 0.0, args)
    nearness = max(0.0, 1.0 - (gap - NEWS_DAYS) / (FAR_DAYS - NEWS_DAYS))
    floor = 0.9 if spoken else 0.85 if gap > YEAR_DAYS else 0.65
    return Evidence("evidence-time-far", round(-floor * (1.0 - nearness * 0.7), 4), args)


def _exact(profile: Profile) -> bool:
    """Whether a text names a day or week, or a month that is not the running one."""
    day = profile.account.published
    for when in profile.whens:
        if fine(when):
            return True
        past = when.first and when.last and day and (day - when.last).days > 45
        if past and when.precision is Precision.MONTH:
            return True
    return False


def _gap(a: Profile, b: Profile) -> tuple[int | None, bool]:
    """Return the days between two accounts, and whether both texts hold a date."""
    if a.whens and b.whens:
        return min(interval_gap(x, y) for x in _dates(a) for y in _dates(b)), True
    ours, theirs = _dates(a), _dates(b)
    if not ours or not theirs:
        return None, False
    gap = min(interval_gap(x, y) for x in ours for y in theirs)
    days = a.account.published, b.account.published
    if days[0] and days[1]:
        # Where one text is silent, articles of the same days may tell the same past event.
        gap = min(gap, abs((days[0] - days[1]).days))
    return gap, False


def _dates(profile: Profile) -> list[tuple[date | None, date | None]]:
    """Return the dates in the text, else the publication date."""
    if profile.whens:
        return [(w.first, w.last) for w in profile.whens]
    day = profile.account.published
    return [(day, day)] if day else []
