"""What a word of news means, as far as two claims are compared by it.

Three word lists say it: words that say one thing and words that say its opposite
(``opposites.txt``), classes whose members exclude one another (``classes.txt``), and the states
with their adjectives and capitals (``countries.txt``). A word is looked up without what Arabic
joins to it: conjunction, article, preposition, the ending of the feminine and the plural
(``forms.py``).
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache, lru_cache

from tawatur_core.arabic import fold_text
from tawatur_core.arabic.gazetteer import lines
from tawatur_core.reconcile.forms import forms, listed
from tawatur_core.reconcile.opposites import fields


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
    known, classes, states = fields(), _classes(), _states()
    tried = list(dict.fromkeys(forms(word)))
    said = next((known[f] for f in tried if f in known), frozenset[int]())
    held = next((classes[f] for f in tried if f in classes), frozenset[str]())
    state = next((states[f] for f in tried if f in states), "")
    return Sense(said, held, state) if said or held or state else _NOTHING


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
    for form in forms(first):
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
_CEASE = frozenset(fold_text("وقف بوقف لوقف ووقف الوقف").split())
_FIRE = frozenset(fold_text("النار النيران").split())
_CHANGE = frozenset(fold_text("تغيير تغير يتغير تتغير").split())
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
    if first in _NOT and second in _CHANGE:
        return 2, sense(fold_text("استقر"))
    if first in {"لا", "ما", "ولا", "وما", "لم"} and second in _STILL:
        ended = second in {"يعد", "تعد"}
        return 2, sense(fold_text("انتهى" if ended else "مستمر"))
    if first in _CEASE and _FIRE & set(words[at + 1 : at + 4]):
        fire = next(n for n in range(at + 1, at + 4) if words[n] in _FIRE)
        return fire + 1 - at, sense(fold_text("هدنة"))  # وقف (فوري) لإطلاق النار
    if listed(first, _RULES) and listed(second, _BANS):
        return 2, sense(second)  # a ban that is in force is the news itself
    named = two_words(first, second)
    return (2, named) if named.state else None


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
