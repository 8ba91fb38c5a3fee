"""Which words of a text are ordinary words, and which are known proper names.

Built from a frequency list of news Arabic (see packaging/build_gazetteer.py). A band is the power
of ten of a word's frequency there, so 6 is very common, 0 rare; -1 means not in the list. Each
affix that has to be taken off makes an analysis weaker.
"""

from __future__ import annotations

from functools import cache, lru_cache

from tawatur_core.arabic.gazetteer import sections
from tawatur_core.arabic.words import split_clitics

_KINDS = ("proper", "noun", "verb", "particle")
UNKNOWN = -1.0

_PROCLITIC = 0.4
_ENDING = 0.6
_PRESENT = 0.4  # the prefix of the present tense


@cache
def _bands() -> dict[str, dict[str, int]]:
    found: dict[str, dict[str, int]] = {kind: {} for kind in _KINDS}
    for section, lines in sections("words.txt").items():
        if section:
            kind, band = section.split()
            for line in lines:
                found[kind].update(dict.fromkeys(line.split(), int(band)))
    return found


def proper_band(stem: str) -> int:
    """Return the band of the folded `stem` as a proper name, with or without the article."""
    known = _bands()["proper"]
    band = known.get(stem, -1)
    if band < 0 and stem.startswith("ال"):
        band = known.get(stem[2:], -1)
    return band


@lru_cache(maxsize=1 << 16)
def common(folded: str) -> float:
    """Return how common the folded word is as an ordinary word in any form, else `UNKNOWN`."""
    best = whole(folded)
    if best >= _SURE:
        return best
    for split in split_clitics(folded)[1:]:
        cost = _PROCLITIC * sum(p != "ال" for p in split.proclitics)
        best = max(best, _weaker(_stem(split.folded, split.proclitics[-1]), cost))
    if best < 0 and folded[:2] in {"لا", "ما"} and len(folded) > 5:
        best = _weaker(_verb(folded[2:]), 1.0)  # a negation run together: لايعرفون
    return best


@lru_cache(maxsize=1 << 16)
def whole(folded: str) -> float:
    """Return how common the word is when no proclitic but the article is taken off it."""
    return _stem(folded, "")


@lru_cache(maxsize=1 << 16)
def noun_first(folded: str) -> bool:
    """Whether the word, without proclitics, is a noun rather than a verb or a particle."""
    particle = max(float(_bands()["particle"].get(folded, -1)), _with_pronoun(folded))
    noun = _noun(folded)
    return noun >= 0 and noun > max(_verb(folded), particle)


def _stem(stem: str, proclitic: str) -> float:
    if stem.endswith("يء"):
        stem = stem[:-1]  # طوارىء for طوارئ
    strength = float(_bands()["particle"].get(stem, -1))
    if proclitic != "س" and strength < _SURE:
        strength = max(strength, _noun(stem), _with_pronoun(stem))
    if strength >= _SURE:
        return strength
    if proclitic in {"", "و", "ف"} or (proclitic in {"س", "ل"} and stem[:1] in _PREFIXES):
        strength = max(strength, _verb(stem))
    return strength


_SURE = 4.0  # frequent enough that other analyses do not matter
_PREFIXES = frozenset("يتنا")  # of the present tense


def _by_last(*endings: str) -> dict[str, tuple[str, ...]]:
    """Return the endings by their last letter, so that few have to be tried on a word."""
    found: dict[str, tuple[str, ...]] = {}
    for ending in endings:
        found[ending[-1]] = (*found.get(ending[-1], ()), ending)
    return found


_PRONOUN_LIST = ("هما", "ني", "ها", "هم", "هن", "نا", "كم", "ه", "ك", "ي")
_PRONOUNS = _by_last(*_PRONOUN_LIST)
_NOUN_ENDINGS = _by_last(*_PRONOUN_LIST, "ات", "ان", "ين", "ون", "ا", "يه", "وا", "و")
_VERB_ENDINGS = _by_last("وا", "ون", "تا", "ان", "ين", "ت", "نا", "ا", "ن", "تم", "و", "ي")
_OBJECTS = _by_last("هما", "ها", "هم", "نا", "ه", "ني", "كم", "ك")


def _with_pronoun(stem: str) -> float:
    particles = _bands()["particle"]
    forms = _without(stem, _PRONOUNS, 2)
    return _weaker(max((particles.get(form, -1) for form in forms), default=-1), _ENDING)


def _weaker(strength: float, cost: float) -> float:
    return max(0.0, strength - cost) if strength >= 0 else UNKNOWN


def _noun(stem: str) -> float:
    best = _bare_noun(stem)
    if stem.startswith("ال") and len(stem) > 3:
        best = max(best, _bare_noun(stem[2:]))
    return best


def _bare_noun(stem: str) -> float:
    nouns = _bands()["noun"]
    exact = nouns.get(stem, -1)
    if exact >= 4:
        return exact
    best = nouns.get(stem + "ي", -1)  # the bare form of a defective noun: متساو, قاض
    for form in _without(stem, _NOUN_ENDINGS, 2):
        best = max(best, nouns.get(form, -1), nouns.get(form + "ه", -1))
        # the feminine ending is written open before an ending: حكومتها
        if form.endswith("ت"):
            best = max(best, nouns.get(form[:-1] + "ه", -1), nouns.get(form[:-1], -1))
        if form.endswith("ات"):
            best = max(best, nouns.get(form[:-2], -1), nouns.get(form[:-2] + "ه", -1))
        if form.endswith(("ي", "و")):
            # a relative adjective, or a hamza that sits on a seat before an ending: حلفائهم
            best = max(best, nouns.get(form[:-1], -1), nouns.get(form[:-1] + "ء", -1))
    return max(exact, _weaker(best, _ENDING))


def _without(stem: str, endings: dict[str, tuple[str, ...]], least: int) -> list[str]:
    """Return the stems of at least `least` letters that are left when an ending is taken off."""
    return [
        stem[: -len(ending)]
        for ending in endings.get(stem[-1:], ())
        if stem.endswith(ending) and len(stem) - len(ending) >= least
    ]


def _verb(stem: str) -> float:
    verbs = _bands()["verb"]
    exact = verbs.get(stem, -1)
    if exact >= 4:
        return exact
    best = float(exact)
    for at, body in enumerate((stem, *_without(stem, _OBJECTS, 3))):
        for ending, form in enumerate((body, *_without(body, _VERB_ENDINGS, 2))):
            cost = _ENDING * ((at > 0) + (ending > 0))
            past = max(verbs.get(form, -1), verbs.get(form + "ي", -1), verbs.get(form + "ا", -1))
            if past < 0 and form.endswith(("و", "ي")):
                past = verbs.get(form[:-1] + "ء", -1)  # the seat of a hamza: جاؤوا
            if past - cost > best:
                best = max(0.0, past - cost)
            if len(form) >= 3 and form[0] in _PREFIXES:
                present = max(verbs.get(some, -1) for some in _pasts(form[1:]))
                best = max(best, _weaker(present, cost + _PRESENT))
    return best


@lru_cache(maxsize=1 << 15)
def _pasts(rest: str) -> tuple[str, ...]:
    """Return the past forms a present form without its prefix may belong to."""
    forms = [rest, "ا" + rest, "و" + rest, rest + "ي", rest + "ا"]
    for weak in "وي":
        at = rest.find(weak, 1)
        if at > 0:
            hollow = rest[:at] + "ا" + rest[at + 1 :]
            forms += [hollow, "ا" + hollow]
    if rest[:1] in {"و", "ي"}:
        forms.append("ا" + rest[1:])  # the seat of a hamza: يؤخذ
    if len(rest) >= 2:
        # the jussive shortens a hollow verb: لم يستطع, لم يكن
        hollow = rest[:-1] + "ا" + rest[-1]
        forms += [hollow, "ا" + hollow]
    if len(rest) >= 3 and rest.endswith(("ي", "و")):
        forms += [rest[:-1] + "ا", "ا" + rest[:-1] + "ي", "ا" + rest[:-1] + "ا"]
    return tuple(forms)
