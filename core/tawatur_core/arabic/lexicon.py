"""Which words of a text are ordinary words, and which are known proper names.

Built from a frequency list of news Arabic (see packaging/build_gazetteer.py). A band is the power
of ten of a word's frequency there, so 6 is very common, 0 rare; -1 means not in the list. Each
affix that has to be taken off makes an analysis weaker.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache, lru_cache
from typing import NamedTuple

from tawatur_core.arabic.gazetteer import sections
from tawatur_core.arabic.words import readings

_KINDS = ("proper", "noun", "verb", "particle")
UNKNOWN = -1.0

_PROCLITIC = 0.4
_ENDING = 0.6
_PRESENT = 0.4  # the prefix of the present tense


class _Lists(NamedTuple):
    """The bands of the words by kind, and signs that a form is in none of them.

    `bare` has the nouns with and without a final ه, `past` the verbs and what is left of them
    before an ending. `articled` are the first four letters of the nouns that begin like the
    article, `openings` the first three of the particles, `skeletons` the verbs without their weak
    letters: endings are taken off the end of a word, and only weak letters come and go.
    """

    proper: dict[str, int]
    noun: dict[str, int]
    verb: dict[str, int]
    particle: dict[str, int]
    bare: dict[str, int]
    past: dict[str, int]
    articled: frozenset[str]
    openings: frozenset[str]
    skeletons: frozenset[str]


@cache
def _lists() -> _Lists:
    found: dict[str, dict[str, int]] = {kind: {} for kind in _KINDS}
    for section, lines in sections("words.txt").items():
        if section:
            kind, band = section.split()
            for line in lines:
                found[kind].update(dict.fromkeys(line.split(), int(band)))
    return _Lists(
        **found,
        bare=_with_shorter(found["noun"], "ه"),
        past=_pasts(found["verb"]),
        articled=frozenset(noun[:4] for noun in found["noun"] if noun.startswith("ال")),
        openings=frozenset(particle[:3] for particle in found["particle"]),
        skeletons=frozenset(map(_strong, found["verb"])),
    )


def _with_shorter(bands: Mapping[str, int], letters: str) -> dict[str, int]:
    """Return the bands also by the words without their last letter where it is one of those.

    The highest band counts when a form comes from several words.
    """
    found = dict(bands)
    for word, band in bands.items():
        if word[-1] in letters and band > found.get(word[:-1], -1):
            found[word[:-1]] = band
    return found


def _pasts(verbs: Mapping[str, int]) -> dict[str, int]:
    """Return the bands by the verbs in the past with their weak last letter in place or not."""
    found = _with_shorter(verbs, "يا")
    for verb, band in verbs.items():
        if verb[-1] == "ء":
            for seat in "وي":  # of the hamza: جاؤوا
                found.setdefault(verb[:-1] + seat, band)
    return found


def _strong(form: str) -> str:
    """Return the letters of a form that stay in all forms of a verb."""
    return form.replace("ا", "").replace("و", "").replace("ي", "").replace("ء", "")


def proper_band(stem: str) -> int:
    """Return the band of the folded `stem` as a proper name, with or without the article."""
    known = _lists().proper
    band = known.get(stem, -1)
    if band < 0 and stem.startswith("ال"):
        band = known.get(stem[2:], -1)
    return band


@lru_cache(maxsize=1 << 14)
def common(folded: str) -> float:
    """Return how common the folded word is as an ordinary word in any form, else `UNKNOWN`."""
    best = whole(folded)
    if best >= _SURE:
        return best
    for proclitics, stem in readings(folded)[1:]:
        cost = _PROCLITIC * (len(proclitics) - (proclitics[-1] == "ال"))
        best = max(best, _weaker(_stem(stem, proclitics[-1]), cost))
    if best < 0 and folded[:2] in {"لا", "ما"} and len(folded) > 5:
        best = _weaker(_verb(folded[2:]), 1.0)  # a negation run together: لايعرفون
    return best


@lru_cache(maxsize=1 << 14)
def whole(folded: str) -> float:
    """Return how common the word is when no proclitic but the article is taken off it."""
    return _stem(folded, "")


def in_dictionary(folded: str) -> bool:
    """Whether the list has the word in just this form, the article aside."""
    lists = _lists()
    bare = folded.removeprefix("ال")
    kinds = (lists.noun, lists.verb, lists.particle)
    return any(folded in kind or bare in kind for kind in kinds)


@lru_cache(maxsize=1 << 12)
def noun_first(folded: str) -> bool:
    """Whether the word, without proclitics, is a noun rather than a verb or a particle."""
    particle = max(float(_lists().particle.get(folded, -1)), _with_pronoun(folded))
    noun = _noun(folded)
    return noun >= 0 and noun > max(_verb(folded), particle)


def _stem(stem: str, proclitic: str) -> float:
    if stem[-2:] == "يء":
        stem = stem[:-1]  # طوارىء for طوارئ
    strength: float = _lists().particle.get(stem, -1)
    if proclitic != "س" and strength < _SURE:
        strength = max(strength, _noun(stem), _with_pronoun(stem))
    if strength >= _SURE:
        return strength
    if proclitic in _BEFORE_VERBS or (proclitic in _BEFORE_PRESENT and stem[:1] in _PREFIXES):
        return max(strength, _verb(stem))
    return strength


_BEFORE_VERBS = frozenset({"", "و", "ف"})
_BEFORE_PRESENT = frozenset({"س", "ل"})


_SURE = 4.0  # frequent enough that other analyses do not matter
_PREFIXES = frozenset("يتنا")  # of the present tense


def _by_last(*endings: str) -> dict[str, tuple[tuple[str, int], ...]]:
    """Return the endings with their sizes by their last letter: few are tried on a word."""
    found: dict[str, tuple[tuple[str, int], ...]] = {}
    for ending in endings:
        found[ending[-1]] = (*found.get(ending[-1], ()), (ending, len(ending)))
    return found


_Endings = dict[str, tuple[tuple[str, int], ...]]
_PRONOUN_LIST = ("هما", "ني", "ها", "هم", "هن", "نا", "كم", "ه", "ك", "ي")
_PRONOUNS = _by_last(*_PRONOUN_LIST)
_NOUN_ENDINGS = _by_last(*_PRONOUN_LIST, "ات", "ان", "ين", "ون", "ا", "يه", "وا", "و")
_VERB_ENDINGS = _by_last("وا", "ون", "تا", "ان", "ين", "ت", "نا", "ا", "ن", "تم", "و", "ي")
_OBJECTS = _by_last("هما", "ها", "هم", "نا", "ه", "ني", "كم", "ك")


def _with_pronoun(stem: str) -> float:
    lists = _lists()
    if stem[:3] not in lists.openings and stem[:2] not in lists.openings:
        return UNKNOWN
    best = -1
    for form in _without(stem, _PRONOUNS, 2):
        best = max(best, lists.particle.get(form, -1))
    return _weaker(best, _ENDING)


def _weaker(strength: float, cost: float) -> float:
    return max(0.0, strength - cost) if strength >= 0 else UNKNOWN


def _noun(stem: str) -> float:
    if not stem.startswith("ال") or len(stem) < 4:
        return _bare_noun(stem)
    best = _bare_noun(stem[2:])
    if stem[:4] in _lists().articled or len(stem) - _MOST_OFF.get(stem[-1], 0) < 4:
        best = max(best, _bare_noun(stem))
    return best


# By a noun's last letter, how many letters at most are taken off it before it is looked up.
_MOST_OFF = {last: 2 + max(size for _, size in ends) for last, ends in _NOUN_ENDINGS.items()}


def _bare_noun(stem: str) -> float:
    lists = _lists()
    band, bare = lists.noun.get, lists.bare.get
    exact = band(stem, -1)
    if exact >= 4:
        return exact
    best = band(stem + "ي", -1)  # the bare form of a defective noun: متساو, قاض
    most = len(stem) - 2
    for ending, size in _NOUN_ENDINGS.get(stem[-1:], ()):
        # of the endings of one letter the last letter has told already
        if size > most or (size > 1 and not stem.endswith(ending)):
            continue
        form = stem[:-size]
        told = bare(form, -1)
        best = max(best, told)
        last = form[-1]
        if last == "ت":
            # the feminine ending is written open before an ending: حكومتها
            best = max(best, bare(form[:-1], -1))
            if form[-2] == "ا":
                best = max(best, bare(form[:-2], -1))
        elif last in "يو":
            # a relative adjective, or a hamza that sits on a seat before an ending: حلفائهم
            rest = form[:-1]
            best = max(best, band(rest, -1), band(rest + "ء", -1))
    return max(exact, best - _ENDING, 0.0) if best >= 0 else exact


def _without(stem: str, endings: _Endings, least: int) -> list[str]:
    """Return the stems of at least `least` letters that are left when an ending is taken off."""
    found = []
    most = len(stem) - least
    for ending, size in endings.get(stem[-1:], ()):
        # of the endings of one letter the last letter has told already
        if size <= most and (size == 1 or stem.endswith(ending)):
            found.append(stem[:-size])
    return found


_Form = tuple[str, float]  # a form, and what was paid to get to it


def _shorter(body: str, cost: float, endings: _Endings, least: int) -> list[_Form]:
    """Return the form itself, and the forms that are left when an ending is taken off."""
    found = [(body, cost)]
    most = len(body) - least
    for ending, size in endings.get(body[-1:], ()):
        if size <= most and (size == 1 or body.endswith(ending)):
            found.append((body[:-size], cost + _ENDING))
    return found


@lru_cache(maxsize=1 << 12)
def _verb(stem: str) -> float:
    lists = _lists()
    past, skeletons = lists.past, lists.skeletons
    exact = lists.verb.get(stem, -1)
    if exact >= 4:
        return exact
    best: float = exact
    present = stem[0] in _PREFIXES  # no form loses its first letter
    bodies = _shorter(stem, 0.0, _OBJECTS, 3) if stem[-1] in _OBJECTS else [(stem, 0.0)]
    for body, paid in bodies:
        for form, cost in _shorter(body, paid, _VERB_ENDINGS, 2):
            told = past.get(form, -1) - cost
            if told > best:
                best = max(0.0, told)
            if present and len(form) > 2 and _strong(form[1:]) in skeletons:
                best = max(best, _weaker(_present(form[1:]), cost + _PRESENT))
    return best


@lru_cache(maxsize=1 << 12)
def _present(rest: str) -> int:
    """Return the band of the verb whose present is the form without its prefix."""
    verbs = _lists().verb
    return max([verbs.get(form, -1) for form in _pasts_of(rest)])


def _pasts_of(rest: str) -> list[str]:
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
    return forms
