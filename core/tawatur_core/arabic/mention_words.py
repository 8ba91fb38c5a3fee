"""What single words say about names: how much a word looks like a part of one, and triggers."""

from __future__ import annotations

import re
from functools import cache
from typing import NamedTuple

from tawatur_core.arabic.fold import fold_text
from tawatur_core.arabic.gazetteer import sections
from tawatur_core.arabic.lexicon import common, proper_band, whole
from tawatur_core.arabic.mention_bearers import bearers, bears
from tawatur_core.arabic.mention_places import demonyms
from tawatur_core.arabic.names_parts import listed, people
from tawatur_core.arabic.words import readings, split_clitics


class Look(NamedTuple):
    """How much a word looks like a part of a name.

    `score` is positive when it rather is one. The name starts `cut` code points into the word,
    after its proclitics, and `stem` is the folded rest. `why` is the message id of the reason.
    """

    score: float
    cut: int
    stem: str
    why: str


@cache
def trigger(section: str) -> frozenset[str]:
    """Return the folded words of a section of the triggers, with and without the article."""
    found = set()
    for line in sections("triggers.txt")[section]:
        for word in line.split():
            folded = fold_text(word)
            found |= {folded, "ال" + folded}
    return frozenset(found)


@cache
def _sections() -> dict[str, frozenset[str]]:
    found: dict[str, set[str]] = {}
    for section in sections("triggers.txt"):
        if section:
            for word in trigger(section):
                found.setdefault(word, set()).add(section)
    return {word: frozenset(names) for word, names in found.items()}


_NONE: frozenset[str] = frozenset()


@cache
def _not_names() -> frozenset[str]:
    return trigger("not-name")


def _not_name(stem: str) -> bool:
    """Whether the word is told to be no name, possibly behind proclitics."""
    told, ways = _not_names(), readings(stem)
    if len(ways) == 1:
        return stem in told
    return not told.isdisjoint([rest for _, rest in ways])


def signs(folded: str) -> frozenset[str]:
    """Return the sections of triggers the word belongs to, possibly behind proclitics."""
    known = _sections()
    found = known.get(folded, _NONE)
    ways = readings(folded)
    if len(ways) == 1:
        return found
    for _, stem in ways[1:]:
        if stem in known:
            found = found | known[stem] if found else known[stem]
    return found


# They bind the parts of a name and begin or end none.
BINDERS = frozenset({"بن", "ابن", "بنت", "ال", "ولد", "ذي", "فان", "فون", "دي", "دا", "ديل", "دو"})
# They need the word after them.
OPENERS = frozenset({"عبد", "ابو", "ابي", "ابا", "ابن"})
# They end a name that a known word begins: شمس الدين, نعمة الله.
CLOSERS = frozenset({"الدين", "الله", "الرحمن", "الرحمان", "الاسلام"})

# With الله or الدين after them they are a name of two words: ضيف الله, صلاح الدين.
_BEFORE_CLOSERS = """ضيف عطا نصر سعد فضل خير رزق جاد جار عوض فتح أمر حسب سيف هبة نعمة جاب فيض منة
نور شمس بدر صلاح علاء عز محيي محي جمال كمال حسام بهاء ضياء فخر شرف زين عماد تقي نجم سراج شهاب ناصر
قطب برهان ركن"""
CLOSED = frozenset(map(fold_text, _BEFORE_CLOSERS.split()))

_PROCLITIC = 0.3


def look(word: str, folded: str) -> Look:
    """Return the best way to see a name in the word as written, with or without proclitics."""
    if folded in {"علي", "الان"} and word.endswith("ي") | word.startswith("آ"):
        return Look(0.2, 0, folded, "mention-known-part")  # neither على nor الآن
    if _RUN_TOGETHER.search(word):
        return Look(_LEAST, 0, folded, "")  # two words without a space: معرفةانعكاس
    score, why = _as_written(folded)
    best: tuple[float, str, str] = (score, folded, why) if score > _LEAST else (_LEAST, folded, "")
    ways = readings(folded)
    if len(ways) == 1:
        return Look(best[0], 0, folded, best[2])
    whole_unknown = why == "mention-unknown-word"
    ordinary = max(0.0, whole(folded) - 1.0)
    plainly = common(folded) >= _PLAINLY
    taken = 0
    for at, (proclitics, stem) in enumerate(ways[1:], 1):
        if plainly and not _known_part(stem):
            continue
        score, why = _score(stem)
        # وجود is a word of its own and hardly و with the name جود
        score -= _PROCLITIC * len(proclitics) + 0.5 * ordinary
        if why == "mention-unknown-word" and whole_unknown and not _surely_cut(proclitics, stem):
            continue
        if _foreign_w(proclitics, stem):
            score -= 0.6
        if score > best[0]:
            best, taken = (score, stem, why), at
    cut = split_clitics(word)[taken].offset if taken else 0
    return Look(best[0], cut, best[1], best[2])


def _as_written(folded: str) -> tuple[float, str]:
    """Score the word with no proclitic taken off it; the article proves that there is one."""
    score, why = _score(folded)
    if why != "mention-unknown-word":
        return score, why
    if folded.startswith(("لل", "وال")):
        return _LEAST, why
    # بالطواقم, but بالدوين
    return (score - 1.5 if folded.startswith("بال") else score), why


_LEAST = -4.0
_RUN_TOGETHER = re.compile("[ةى][ء-ي]")  # these letters end a word
_PLAINLY = 2.0  # so common a word holds no unknown name behind a proclitic


def _known_part(stem: str) -> bool:
    return proper_band(stem) >= 0 or bears(stem)


def _surely_cut(proclitics: tuple[str, ...], stem: str) -> bool:
    """Whether an unknown word has a proclitic and not that letter as its own first one.

    The article after it proves it (بالرشيدية), and 'and' stands far oftener before a consonant
    than a foreign name begins with و and a consonant.
    """
    if proclitics[-1] == "ال" or stem.startswith("ال"):
        return True
    return proclitics == ("و",) and len(stem) > 3 and stem[0] not in "اوي"


def _foreign_w(proclitics: tuple[str, ...], stem: str) -> bool:
    return proclitics == ("و",) and stem[0] in "اوي" and stem[:2] != "ال"


@cache
def _no_names() -> frozenset[str]:
    return trigger("months") | demonyms().keys()


def _score(stem: str) -> tuple[float, str]:
    if len(stem) < 2 or not stem.isalpha() or _not_name(stem):
        return -3.0, ""
    if stem in _no_names():
        return -2.5, ""
    strength, band = common(stem), proper_band(stem)
    in_list = listed(stem) >= 0 or stem in people()
    if band < 0 and not in_list:
        if stem in bearers():
            return bearers()[stem], "mention-known-part"
        if stem.isascii():
            return -3.0, ""  # names in Latin letters are told by their capital
        if strength < 0:
            return _unknown(stem), "mention-unknown-word"
        rare = 1.5 - 1.05 * strength  # a foreign name may look like a form of a rare word
        return (rare if strength < 2.5 else -1.15 - 0.6 * (strength - 2.5)), ""
    if stem.startswith("ال") and strength >= 0 and not in_list:
        strength += 0.5  # with the article the ordinary word is likelier (القاعدة)
    known = max(float(band), 3.0 if in_list else 0.0) + (0.7 if in_list else 0.0)
    if strength < 0:
        return 2.6, "mention-known-part"
    return max(-2.5, min(2.4, 0.9 * (known - strength))), "mention-known-part"


_LONG = 5  # letters; عرفات is none
# The shapes مفاعل and مفاعيل, of which no letter but the long vowels is one: تراخيص, مضابط.
_STRONG = "[ءبتثجحخدذرزسشصضطظعغفقكلمنه]"
_BROKEN_PLURAL = re.compile(f"(?:ال)?{_STRONG}{{2}}ا{_STRONG}ي?{_STRONG}")


def _unknown(stem: str) -> float:
    """Score a word that is neither in the list of ordinary words nor in that of names."""
    if len(stem) < 3:
        return -0.5
    if _BROKEN_PLURAL.fullmatch(stem):
        return 0.5
    if stem.startswith("ال") and stem.endswith(("يه", "يين", "يون", "ات")):
        return -0.9  # an adjective or plural the list lacks
    if stem.startswith("ال") and stem.endswith("ي"):
        return 0.7
    if stem.startswith("ال"):
        return 1.0
    if stem.endswith("ات") and len(stem) > _LONG:
        return 0.5  # the plural of a loanword: بركسات, أوبريتات
    if stem[0] in "يتن" and len(stem) <= 5 and not set(stem[1:]) & set("اوي"):
        return 0.4  # the shape of a verb in the present
    return 2.0
