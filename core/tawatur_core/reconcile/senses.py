"""What a word of news means, as far as two claims are compared by it.

Three word lists say it: words that say one thing and words that say its opposite
(``opposites.txt``), classes whose members exclude one another (``classes.txt``), and the states
with their adjectives and capitals (``countries.txt``). A word is looked up without what Arabic
joins to it: conjunction, article, preposition, the ending of the feminine and the plural.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache

from tawatur_core.arabic import fold_text
from tawatur_core.arabic.gazetteer import lines

_PROCLITICS = ("وبال", "وال", "بال", "فال", "كال", "ولل", "لل", "ال", "و", "ب", "ل", "ف", "ك", "س")
_ENDINGS = (
    "تها",
    "تهم",
    "تهن",
    "ها",
    "هم",
    "هن",
    "وا",
    "ات",
    "ون",
    "ين",
    "ان",
    "يه",
    "ته",
    "ت",
    "ه",
    "ا",
    "ي",
)
_PRESENT = "تنا"  # she, we, I: the list holds the form of 'he', which begins with ي
_LEAST = 3


@dataclass(frozen=True, slots=True)
class Sense:
    """What a word says: fields (a negative number is the opposite), classes, states."""

    fields: frozenset[int] = frozenset()
    classes: frozenset[str] = frozenset()
    state: str = ""

    def opposes(self, other: Sense) -> bool:
        """Whether the two words exclude one another."""
        return any(-f in other.fields for f in self.fields) and not self.fields & other.fields

    def says(self, other: Sense) -> bool:
        """Whether the two words may say one thing."""
        return bool(self.fields & other.fields) or bool(self.state and self.state == other.state)

    def excludes(self, other: Sense) -> bool:
        """Whether both are members of one class (دولار, يورو); equal words are for the caller."""
        return bool(self.classes & other.classes)


_NOTHING = Sense()


@lru_cache(maxsize=1 << 15)
def sense(word: str) -> Sense:
    """Return the sense of a folded word; of a word that no list holds, the empty one."""
    fields, classes, states = _fields(), _classes(), _states()
    forms = list(dict.fromkeys(_forms(word)))
    said = next((fields[f] for f in forms if f in fields), frozenset[int]())
    held = next((classes[f] for f in forms if f in classes), frozenset[str]())
    state = next((states[f] for f in forms if f in states), "")
    return Sense(said, held, state) if said or held or state else _NOTHING


def _forms(word: str) -> Iterator[str]:
    """Return the forms a word may be listed in, the word itself first."""
    bare = [word]
    bare += [word[len(p) :] for p in _PROCLITICS if word.startswith(p) and _left(word, p)]
    for form in bare:
        yield form
    for form in bare:
        if form[0] in _PRESENT and len(form) > _LEAST:
            yield "ي" + form[1:]
        for ending in _ENDINGS:
            if form.endswith(ending) and _left(form, ending):
                cut = form[: -len(ending)]
                yield cut
                yield cut + "ه"
                if cut[0] in _PRESENT:
                    yield "ي" + cut[1:]


@lru_cache(maxsize=1 << 15)
def undressed(word: str) -> frozenset[str]:
    """Return a folded word with and without each clitic it may begin with: لليره, ليره."""
    cut = (word[len(p) :] for p in _PROCLITICS if word.startswith(p) and len(word) - len(p) > 3)
    return frozenset((word, *cut))


def listed(word: str, words: frozenset[str]) -> bool:
    """Whether a folded word, or what it is without its clitics and endings, is one of `words`."""
    return any(form in words for form in _forms(word))


def _left(word: str, affix: str) -> bool:
    return len(word) - len(affix) >= _LEAST


@cache
def _fields() -> dict[str, frozenset[int]]:
    table: dict[str, set[int]] = {}
    for number, line in enumerate(lines("opposites.txt"), 1):
        one, _, other = line.partition("≠")
        for sign, words in ((1, one), (-1, other)):
            for word in fold_text(words).split():
                table.setdefault(word, set()).add(sign * number)
    return {word: frozenset(signs) for word, signs in table.items()}


@cache
def _classes() -> dict[str, frozenset[str]]:
    table: dict[str, set[str]] = {}
    for line in lines("classes.txt"):
        name, _, words = line.partition(":")
        for word in fold_text(words).split():
            table.setdefault(word, set()).add(name)
            table.setdefault(word.removeprefix("ال"), set()).add(name)
    return {word: frozenset(names) for word, names in table.items()}


def two_words(first: str, second: str) -> Sense:
    """Return the sense of two folded words as one name: الولايات المتحدة, كوريا الشمالية."""
    states = _states()
    for form in _forms(first):
        state = states.get(f"{form} {second}") or states.get(f"{form} {second.rstrip('ه')}")
        if state:
            return Sense(state=state)
    return _NOTHING


_NOT = frozenset(fold_text("دون بدون بلا لا ولا لم ولم عدم ودون وبدون بعدم ليس").split())
_OCCUR = frozenset(
    fold_text("وقوع وقع سقوط حدوث تسجيل أي يسفر تسفر أسفر عن يوقع توقع يخلف تخلف هناك وجود").split()
)
_HARM = frozenset(fold_text("ضحايا ضحية إصابات إصابة قتلى قتيل خسائر جرحى وفيات أضرار").split())
_RULES = frozenset(fold_text("قرار قانون نظام تعميم").split())
_BANS = frozenset(fold_text("منع حظر وقف إيقاف إلغاء تجميد سحب").split())
_STILL = frozenset(fold_text("يزال تزال زال زالت يزالون يعد تعد").split())


def phrase(words: Sequence[str], at: int) -> tuple[int, Sense] | None:
    """Return how many words from `at` on say one thing together, and what; None for one word.

    'No one was harmed' and 'it still goes on' are no denial of what follows them.
    """
    if at + 1 >= len(words):
        return None
    first, second = words[at], words[at + 1]
    if first in _NOT and second[0].isdigit():
        return 1, sense(fold_text("تحت"))  # دون 50 دولارا
    if first in _NOT:
        end = at + 1
        while end < len(words) - 1 and end < at + 3 and words[end] in _OCCUR:
            end += 1
        if listed(words[end], _HARM):
            return end + 1 - at, sense(fold_text("سالمون"))
    if first in {"لا", "ما", "ولا", "وما", "لم"} and second in _STILL:
        ended = second in {"يعد", "تعد"}
        return 2, sense(fold_text("انتهى" if ended else "مستمر"))
    if listed(first, _RULES) and listed(second, _BANS):
        return 2, sense(second)  # a ban that is in force is the news itself
    named = two_words(first, second)
    return (2, named) if named.state else None


@cache
def field_names() -> tuple[str, ...]:
    """Return the first word of each field, by the field's number; the name it is trained under."""
    return ("", *(line.split()[0] for line in lines("opposites.txt")))


@cache
def _states() -> dict[str, str]:
    """Return the state that each name, adjective and capital belongs to (الصين, صيني, بكين)."""
    table: dict[str, str] = {}
    for line in lines("countries.txt"):
        spellings = [fold_text(s.strip()) for s in re.split(r"[,/|]", line)]
        for spelling in filter(None, spellings):
            table.setdefault(spelling, spellings[0])
            table.setdefault(spelling.removeprefix("ال"), spellings[0])
    return table
