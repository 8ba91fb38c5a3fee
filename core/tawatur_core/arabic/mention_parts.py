"""How well a word fits as a part of a name: as its first, or after the one before it."""

from __future__ import annotations

from dataclasses import replace
from functools import cache

from tawatur_core.arabic.lexicon import common, in_dictionary, noun_first, proper_band, whole
from tawatur_core.arabic.mention_bearers import bears, may_bear
from tawatur_core.arabic.mention_line import Line, Sight, adjective
from tawatur_core.arabic.mention_places import demonyms
from tawatur_core.arabic.mention_words import (
    BINDERS,
    CLOSED,
    CLOSERS,
    OPENERS,
    signs,
)
from tawatur_core.arabic.names_parts import first_name, first_names, people

_RARE_FIRST = 0.4
_RARE_NEXT = -0.1
_WORD_TOO = 0.3
_RARE_GIVEN = 0.4
_FORM_GIVEN = 0.1
_NOUN_NEXT = -0.3
_GIVEN_NEXT = 1.2
_ADDRESSES = frozenset({"title", "rank"})
_ALI = "علي"
_NO_PARTS = frozenset({"title", "rank", "profession", "org-head", "reporting"})
LEAST_INNER = -2.2


def opening(line: Line, i: int, told: tuple[str, ...]) -> float:
    """Score word i as the first of a name; `told` are the reasons that its context gives."""
    seen, titled = line.sights[i], "mention-title" in told
    if seen.stem in OPENERS:
        return 0.8
    if seen.stem in BINDERS:
        return -3.0 if seen.stem in {"بن", "بنت"} else -0.6
    if (
        seen.eastern
        and (titled or common(seen.stem) < _USUAL)  # هو and لي are words first
        and i + 2 < len(line.folded)
        and line.joined[i + 1]
        and _syllable(line, i + 1, i)
    ):
        return max(seen.score, 1.0)
    if seen.stem.startswith("ال") and line.signs[i] & _ADDRESSES:
        return -9.0
    if titled and first_name(seen.stem) and seen.stem != _ALI and not line.signs[i] & _NO_PARTS:
        return max(seen.score, _TITLED)  # الدكتور أيمن يماني
    if "mention-reporting-verb" in told and (
        _surname_alone(seen.stem) or _given_alone(line, i, seen.stem)
    ):
        return max(seen.score, _SUBJECT)
    after = line.sights[i + 1].score if i + 1 < len(line.folded) and line.joined[i + 1] else -4.0
    if adjective(seen.stem) and after > 0.5 and (titled or not _definite(line, i + 1)):
        return -3.0  # وزير الخارجية الأبخازي سيرغي: the adjective belongs to the office
    if after >= 1.7 and _rare(seen.stem) and not seen.cut and _bare(seen.stem):
        return max(seen.score, _RARE_FIRST)  # a rare word before a sure name: روب هيولسي
    return seen.score


def _surname_alone(stem: str) -> bool:
    """Whether a definite word is a surname rather than an adjective, which is no subject."""
    if not stem.startswith("ال") or common(stem) >= _USUAL or stem in demonyms():
        return False
    return stem.endswith("ي") or proper_band(stem) >= _KNOWN or bears(stem)


def _given_alone(line: Line, i: int, stem: str) -> bool:
    """Whether the word after a verb of saying is a given name: وأعرب رمضان عن."""
    if line.sights[i].cut or line.signs[i] & _NO_PARTS or common(stem) >= _USUAL_SURNAME:
        return False
    return first_name(stem) and proper_band(stem) >= _KNOWN


_TITLED = 0.5
_SUBJECT = 0.5


def _definite(line: Line, i: int) -> bool:
    return line.folded[i].startswith("ال")


def inner(line: Line, at: int, i: int) -> float | None:
    """Score a word inside a name; None when it cannot stand there."""
    seen, previous = line.sights[at], line.sights[at - 1]
    word, strung = line.folded[at], line.sights[i].eastern
    before = previous.stem if at - 1 == i else line.folded[at - 1]
    if word in BINDERS:
        return 0.3
    if before in OPENERS or before in BINDERS:
        return _bound(word, seen.score, before)
    if word in CLOSERS and previous.score > _LEAST_CLOSED:
        return 1.5
    if strung and _syllable(line, at, i):
        return max(seen.score, 0.8)
    if word in CLOSED and _closes(line, at + 1) and first_name(before):
        return 0.5
    if word in CLOSERS and before in CLOSED and at - 1 > i:
        return 1.5
    if strung and at - i == 3 and _syllable(line, at - 1, i):
        return None  # such a name has three syllables
    if seen.score < 1.0 and line.signs[at] & _NO_PARTS and not _surname(word, before):
        return None
    if at - 2 >= i:
        previous, before = _led_up(line.folded[at - 2], previous, before)
    return _free(word, before, seen, previous)


def _led_up(leading: str, previous: Sight, before: str) -> tuple[Sight, str]:
    """Return the word before as the one before that makes it: الله of عبد الله, a father."""
    if leading in OPENERS:
        return replace(previous, score=_SERVANT), before
    if leading in _FILIAL:
        return replace(previous, score=_SERVANT), _SOME_FATHER
    return previous, before


def _closes(line: Line, at: int) -> bool:
    return at < len(line.folded) and line.joined[at] and line.folded[at] in CLOSERS


def _bound(word: str, score: float, before: str) -> float | None:
    """Score a word that عبد or بن needs after it."""
    if before in {"ابن", "بنت"} and score < -1.0:
        return None  # ابن عمه
    if word == _ALI and before == "بن":
        return 1.2  # the preposition cannot stand there
    if before == "عبد" and not word.startswith("ال") and word not in _LORDS:
        return None  # servants are of God, by one of his names
    opened = before in OPENERS
    usual = common(word) > 5.0 if opened else common(word) > 4.5 and not word.startswith("ال")
    if usual and (common(word) > 5.5 or proper_band(word) < (0 if opened else 3)):
        return None
    return 1.2 if opened else max(0.9, score)


def _free(word: str, before: str, seen: Sight, previous: Sight) -> float | None:
    """Score a word that nothing binds to the one before."""
    named = previous.score > -1.0 and (bears(before) or before.startswith("عبدال"))
    if word == _ALI and not named:
        return None  # mostly على with the dots of ي
    if named and "ordinal" in seen.signs:
        return 1.3
    if (seen.cut and seen.why) or word.startswith("لل") or len(word) == 1:
        return None  # a proclitic begins something new
    if "not-name" in seen.signs and seen.score < 0:
        return None
    if word.startswith("ال") and len(word) > 4:
        return _with_article(word, before, seen.score) if named else _article_alone(seen.score)
    if named and seen.score > -1.5 and bears(word):
        return max(seen.score, _GIVEN_NEXT)  # two given names: طلعت زكريا
    if named and common(word) < _USUAL_SURNAME and _surname(word, before):
        return max(seen.score, _WORD_TOO)
    if previous.score >= 1.7 or named:
        return _after(word, seen.score, named=named, given=named and first_name(before))
    return seen.score if seen.score > LEAST_INNER else None


def _with_article(word: str, before: str, score: float) -> float:
    """Score a word with the article after a given name: a family name, most of all in -i."""
    usual = common(word) >= _USUAL_SURNAME or word.endswith(("ين", "ون", "ات"))
    usual = usual or (word.endswith("يه") and common(word) >= _USUAL)  # مبادرات جميل الاجتماعية
    if _arab(before) and not usual:
        if not adjective(word) or word in demonyms():
            return max(score, 0.4)
        return max(score, 1.2 if common(before) >= _USUAL else 1.8)  # سارة الشهري
    if _surname(word, before):
        return max(score, _WORD_TOO)
    return _article_alone(score)


def _article_alone(score: float) -> float:
    return score - (0.5 if score < 1.5 else 0.0)


def _surname(word: str, before: str) -> bool:
    """Whether the word, an ordinary one too, is the surname of the given name before it."""
    told = signs(word) & (_ADDRESSES if word.startswith("ال") else _NO_PARTS)
    if not may_bear(word) or told or word in demonyms():
        return False
    return common(word) < _EVERYDAY and _arab(before)


def _arab(before: str) -> bool:
    """Whether the word is an Arabic given name, which a surname with the article may follow."""
    return before in _given() or before.startswith("عبدال")


@cache
def _given() -> frozenset[str]:
    return first_names() | people()


def _after(word: str, score: float, *, named: bool, given: bool) -> float | None:
    """Score a word without article after a sure part of a name."""
    if given and _only_alike(word):
        return max(score, _FORM_GIVEN)
    if not _bare(word) and score < 1.0:
        return None  # it reads better with a proclitic: بتغلبه
    if _rare(word):
        return max(score, _RARE_GIVEN if given else _RARE_NEXT)  # رامون كالديرون
    if named and proper_band(word) >= _KNOWN and common(word) < _USUAL:
        return max(score, _WORD_TOO)
    if named and noun_first(word) and common(word) < 5:
        return max(score, _NOUN_NEXT)
    return max(score + 0.8, -1.2) if score > -2.7 and common(word) < _EVERYDAY else None


def _only_alike(word: str) -> bool:
    """Whether the word looks like a form of an ordinary word but hardly is one: كليمان.

    Pronouns, feminine, dual and plural endings, tanwin and the prefixes of the present make forms
    that do stand after a name.
    """
    if in_dictionary(word) or common(word) >= _FORM_ONLY or not _bare(word):
        return False
    return word[0] not in _PREFIXED and not word.endswith(_INFLECTED)


_PREFIXED = frozenset("يتنسوبلفك")
_INFLECTED = ("ا", "ه", "هم", "هن", "ات", "ون", "ين", "ت")


def _bare(word: str) -> bool:
    """Whether the word does not read better with a proclitic taken off."""
    return common(word) <= max(whole(word) + 0.2, _HARDLY)


def _rare(word: str) -> bool:
    """Whether the word is at most a rare ordinary word, without article."""
    return common(word) < 2.5 and not word.startswith("ال")


_LORDS = frozenset({"ربه", "مناف", "شمس", "رب", "علي", "يغوث"})
_FILIAL = frozenset({"بن", "بنت"})
_SOME_FATHER = "عبدالله"  # what stands after بن is a given name, whether it is listed or not
_KNOWN = 2
_FORM_ONLY = 4.5
_HARDLY = 1.0  # hardly a word at all, with or without a proclitic
_USUAL = 4.0
_EVERYDAY = 5.5
_USUAL_SURNAME = 4.7  # more common words with the article are hardly family names
_LEAST_CLOSED = -0.5  # حفظه الله is no name, نصر الله is
_SERVANT = 1.0
_LONGEST_SYLLABLE = 5  # letters, as in جيانغ


def _syllable(line: Line, at: int, i: int) -> bool:
    """Whether word `at` goes on a name whose first word i is `eastern`, such as تشو سون هي.

    Short words of Arabic look alike (لي, هو, هي): one of the syllables must be none.
    """
    if at - i > 2 or len(line.folded[at]) > _LONGEST_SYLLABLE:
        return False
    if line.folded[at].startswith("ال"):
        return False
    end = min(i + 3, len(line.folded))
    strange = sum(line.sights[k].score > 0.0 for k in range(i, end) if line.joined[k] or k == i)
    return strange >= (1 if at - i == 2 else 2) or (at - i == 1 and line.sights[at].score > 0.0)
