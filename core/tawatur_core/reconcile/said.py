"""The words of a claim as they are laid beside those of another: keys, senses, negations."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

from tawatur_core.arabic import fold_text
from tawatur_core.arabic.lexicon import UNKNOWN, common
from tawatur_core.reconcile.forms import listed
from tawatur_core.reconcile.senses import Sense, phrase, sense
from tawatur_core.reconcile.terms import STOP, raw_words, root, stem


@lru_cache(maxsize=1 << 16)
def word_key(word: str) -> str:
    """Return what a word and its inflections have in common: its root, else its stem."""
    bare = stem(word)
    if len(bare) > 3 and bare[0] in "بل":
        bare = stem("ال" + bare[1:]) if len(bare) > 4 else bare
    return root(bare) or bare


_NEGATIONS = frozenset(
    fold_text("لا لم لن ليس ليست عدم دون بدون بلا ولا ولم ولن وليس بعدم لعدم").split()
)
# Verbs and nouns that take back what they govern: to refuse, deny, fail, ignore, cancel a thing.
_REVERSALS = frozenset(
    fold_text(
        "يرفض رفض ينفي نفى نفت فشل يفشل إخفاق أخفق يخفق يتجاهل تجاهل يلغي إلغاء ألغى "
        "استبعد يستبعد استبعاد "
        "تراجع توقف يتوقف وقف يوقف إيقاف منع يمنع حظر يحظر ينسحب انسحاب يجمد تجميد يتخلى يفلت "
        "تنازل نجاة تفادى يتفادى كذب يكذب شائعة يخلو خلا تخلو يعجز عجز يتجنب تجنب يستثني استثنى "
        "يبتعد نزع ينزع إزالة يسحب سحب إسقاط يسقط فض يفض تأجيل يؤجل إرجاء يرجئ"
    ).split()
)
# Of these, the ones that are hardly ever part of the news itself, as a ban or a stop may be.
_DENIALS = frozenset(
    fold_text(
        "يرفض رفض ينفي نفى نفت يفشل فشل يخفق أخفق إخفاق يتجاهل تجاهل يلغي ألغى إلغاء "
        "يخلو خلا تخلو يعجز غير"
    ).split()
)
# To warn of a thing, to forbid and to refuse it all say that it should not be.
_WARNINGS = frozenset(
    fold_text("حذر يحذر تحذير ينبه تنبيه نهى ينهى يتوعد عقوبة ممنوع محظور مخالفة يكافح").split()
)
# Articles that join a preposition are content's clothes; these words themselves carry nothing.
_EMPTY = (
    STOP | frozenset(fold_text("قبيل جراء بفعل إثر بشأن بسبب وسط رغم ال تعلن يعلن").split())
) - (_NEGATIONS | frozenset(fold_text("أكثر أقل").split()))

_MOST_COMMON = 6.0  # the highest band of the list of words

# Congratulations, receptions, telephone calls, weather, matches: a form filled in each day.
_RITES = frozenset(
    fold_text(
        "يهنئ تهنئة يهنئان هنأ يعزي تعزية يعزيان برقية برقيات يستقبل استقبل اتصالا اتصال اتصالين "
        "اتصالات هاتفيا طقس الأرصاد يلتقي"
    ).split()
)


@dataclass(frozen=True, slots=True)
class Said:
    """A word of a claim: folded, its key, its sense, and where it stands."""

    word: str
    key: str
    sense: Sense
    at: int

    @property
    def empty(self) -> bool:
        """Whether it carries no content."""
        return self.word in _EMPTY or self.word.removeprefix("و") in _EMPTY

    @property
    def negates(self) -> bool:
        """Whether it turns its statement round."""
        return self.word in _NEGATIONS and not self.sense.fields

    @property
    def reverses(self) -> bool:
        """Whether it takes back what it governs: to refuse, stop, forbid; a purpose does not."""
        return not self.word.startswith("ل") and listed(self.word, _REVERSALS)

    @property
    def denies(self) -> bool:
        """Whether it says that what it governs is not so."""
        return self.negates or listed(self.word, _DENIALS)

    @property
    def warns(self) -> bool:
        """Whether it says that what it governs should not be."""
        return listed(self.word, _WARNINGS)

    @property
    def rarity(self) -> float:
        """How rare the word is in news, 0…1; unknown words and names are the rarest."""
        return 0.0 if self.figure else (_MOST_COMMON - max(UNKNOWN, common(self.word))) / 7.0

    @property
    def rite(self) -> bool:
        """Whether it names an act done every day with somebody else."""
        return listed(self.word, _RITES)

    @property
    def figure(self) -> bool:
        """Whether it is written in digits."""
        return self.word[0].isdigit()


def words_of(text: str) -> tuple[Said, ...]:
    """Return the words of a claim in order; a state's name of two words is one."""
    words = raw_words(text)
    found: list[Said] = []
    n = 0
    while n < len(words):
        joined = phrase(words, n)
        if joined is not None:
            length, meant = joined
            told = " ".join(words[n : n + length])
            found.append(Said(told, told, meant, n))
            n += length
        else:
            found.append(Said(words[n], word_key(words[n]), sense(words[n]), n))
            n += 1
    return tuple(found)
