"""A text as words, gaps and quotations, and the noun phrase that starts at a word.

There is no parser here: a noun phrase runs on until something that cannot be part of it. What
may follow a noun of office or a body (مسؤول في …، المتحدث باسم …، جهاز … في …) is told from
what opens an occasion or a time (في تصريحات، في مقابلة).
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import compress

from tawatur_core.arabic import attribution_words as lists
from tawatur_core.arabic.attribution_verbs import CUES, NOT_SPELT_WITH, SPELT_WITH, Cue, Form
from tawatur_core.arabic.forms import listing
from tawatur_core.arabic.kept import recent
from tawatur_core.arabic.quotes import Quoted, find_quotes
from tawatur_core.arabic.words import Word, page
from tawatur_core.model import Span

SPEECH_WORDS = 3  # a quotation of fewer words is speech only after a colon or أن
_STRIP = " \t\n\r\u00a0.,،؛;:-–—…"
_ACRONYM_WORDS = 3
_NAME_WORDS = 3


@dataclass(slots=True)
class Reading:
    """A text with its words, quotations and cues; made once, never changed.

    `opens` and `last` give the quotation that begins or ends with a word, `speech` the outermost
    ones that are not titles, as (first word, word after, quotation). `cues` says of each word
    which verb of saying it is and where that starts, without a clitic و or ف. `parted` are the
    words that more than a space parts from the one before.
    """

    text: str
    words: Sequence[Word] = ()
    starts: list[int] = field(default_factory=list)
    ends: list[int] = field(default_factory=list)
    written: list[str] = field(default_factory=list)
    folded: list[str] = field(default_factory=list)
    gaps: list[str] = field(default_factory=list)
    noted: list[tuple[int, int]] = field(default_factory=list)
    parted: list[int] = field(default_factory=list)
    quotes: tuple[Quoted, ...] = ()
    opens: dict[int, Quoted] = field(default_factory=dict)
    last: dict[int, Quoted] = field(default_factory=dict)
    speech: list[tuple[int, int, Quoted]] = field(default_factory=list)
    cues: list[tuple[Cue, int] | None] = field(default_factory=list)

    @staticmethod
    def of(text: str) -> Reading:
        """Read a text, or give the reading made of it a moment ago."""
        return _read(text)

    @classmethod
    def _of(cls, text: str) -> Reading:
        found = page(text)
        starts, gaps = found.starts, found.gaps
        reading = cls(text, *found)
        reading.parted = list(compress(range(len(starts)), map(" ".__ne__, gaps)))
        reading.quotes = find_quotes(text)
        reading.cues = [None] * len(starts)
        for at in reading.marked(_CUE, 0, len(starts)):
            reading.cues[at] = _cue(found.words[at])
        for quote in reading.quotes:
            first = bisect_left(starts, quote.inner.start)
            after = bisect_left(starts, quote.inner.end)
            if first == after:
                continue
            reading.opens.setdefault(first, quote)
            reading.last[after - 1] = quote
            if quote.depth == 0 and not quote.title and after - first >= SPEECH_WORDS:
                reading.speech.append((first, after, quote))
        return reading

    def gap(self, at: int) -> str:
        """Return what stands between word `at` and the one before it."""
        return self.gaps[at]

    def index(self, offset: int) -> int:
        """Return the index of the first word that starts at or after `offset`."""
        return bisect_left(self.starts, offset)

    def marked(self, mark: int, low: int, high: int) -> list[int]:
        """Return the indices of the words from `low` to `high` that have a mark (see `forms`)."""
        noted = self.noted
        between = noted[bisect_left(noted, (low,)) : bisect_left(noted, (high,))]
        return [at for at, marks in between if marks & mark]

    def quoted_at(self, at: int) -> Quoted | None:
        """Return the speech quotation that word `at` stands in."""
        place = bisect_left(self.speech, (at + 1,)) - 1
        if place >= 0:
            first, after, quote = self.speech[place]
            if first <= at < after:
                return quote
        return None

    def speech_before(self, at: int, low: int) -> Quoted | None:
        """Return the speech quotation that ends shortly before word `at`, not before `low`."""
        place = bisect_left(self.speech, (at,)) - 1
        if place < 0:
            return None
        first, after, quote = self.speech[place]
        return quote if first >= low and 0 <= at - after <= 2 else None

    def ends_at(self, at: int, low: int) -> int:
        """Return the offset where the words before `at` end, without trailing punctuation."""
        end = self.words[at].start if at < len(self.words) else len(self.text)
        return self.trimmed(low, end)

    def trimmed(self, start: int, end: int) -> int:
        """Return `end` without trailing blanks and punctuation, keeping closed marks whole."""
        while end > start and self.text[end - 1] in _STRIP:
            end -= 1
        return end


@recent
def _read(text: str) -> Reading:
    return Reading._of(text)  # noqa: SLF001 - the cache belongs to the class


def _cue(word: Word) -> tuple[Cue, int] | None:
    """Return the cue that a word is and where it starts, without the clitic و, ف or ب (بقوله)."""
    folded = word.folded
    cue = CUES.get(folded)
    skip = 0
    if cue is None:
        if folded[:1] not in _CLITICS:
            return None
        cue, skip = CUES.get(folded[1:]), 1
        if cue is None or (folded[:1] == "ب" and cue.form is not Form.NOUN):
            return None
    if cue.first_person:
        return None
    if word.text[skip : skip + 1] == NOT_SPELT_WITH.get(folded[skip:]):
        return None
    ending = SPELT_WITH.get(folded[skip:])
    if ending and not word.text.rstrip("ًٌٍَُِّْ").endswith(ending):
        return None
    start = word.start + skip
    while skip and start < word.end and not word.text[start - word.start].isalpha():
        start += 1
    return cue, start


_CLITICS = frozenset("وفب")
CUE_WORDS = frozenset(clitic + word for clitic in ("", *_CLITICS) for word in CUES)
_CUE = listing(lambda: CUE_WORDS)


def without_article(folded: str) -> str:
    """Return a folded word without ال."""
    return folded[2:] if folded.startswith("ال") and len(folded) > 4 else folded


def ends_phrase(reading: Reading, at: int) -> bool:
    """Whether word `at` is a preposition, adverb or particle that a name cannot contain.

    Folding joins على with the name علي, and أمام with إمام: the spelling tells.
    """
    folded = reading.folded[at]
    if folded not in lists.PHRASE_ENDS:
        conjoined = folded[:1] == "و" and folded[1:] in lists.PHRASE_ENDS
        if not conjoined or folded in lists.OWN_WAW:
            return False
        folded = folded[1:]
    text = reading.words[at].text
    if folded == "علي":
        return not text.endswith("ي")
    return not (folded == "امام" and text.startswith("إ"))


TANWIN = "\u064b"


def is_role(folded: str) -> bool:
    """Whether a folded word names an office, a body or somebody by what they do."""
    return folded in lists.ROLES or folded in lists.MEDIA


def noun_phrase(reading: Reading, first: int, stop: int, *, skip: int = 0) -> tuple[int, int]:
    """Return the index after the noun phrase that starts at word `first`, and its end offset.

    Looks no further than word `stop`; `skip` letters of the first word are a preposition. The
    index is `first` when no noun phrase starts there.
    """
    folded, end, offset = reading.folded, first, 0
    at, role, named = first, False, False
    while at < stop:
        if at > first or at in reading.opens:
            joined = _joined(reading, at, stop, started=end > first, named=named)
            if joined is None:
                break
            if joined[0] > at:
                at, offset = joined
                end = at
                continue
        word = folded[at] if at > first else folded[at][skip:]
        if (at > first or not skip) and not _continues(reading, at, first, role=role):
            break
        role = role or is_role(word) or is_role(word[1:])
        named = named or word in lists.NAMED_THINGS or without_article(word) in lists.NAMED_THINGS
        if not ends_phrase(reading, at):
            end, offset = at + 1, reading.ends[at]
        at += 1
    return end, offset


def _joined(
    reading: Reading, at: int, stop: int, *, started: bool, named: bool
) -> tuple[int, int] | None:
    """Return where to go on after the gap before word `at`; None: the phrase ends before it.

    A name in quotation marks and a short name in brackets belong to the phrase.
    """
    gap = reading.gap(at).strip()
    quote = reading.opens.get(at)
    if quote is not None and gap:
        after = reading.index(quote.outer.end)
        name = quote.title or ((named or not started) and after - at <= _NAME_WORDS)
        if name and after <= stop and gap in {'"', "«", "“", "„", "”", "''", "(«"}:
            return after, quote.outer.end
        return None
    if gap == "(" and started:
        return _acronym(reading, at, stop)
    closes = reading.last.get(at - 1)
    if closes is not None and closes.outer.end >= reading.words[at].start - 1:
        return at, 0
    return (at, 0) if gap in {"", "-", "–"} and len(reading.gap(at)) < 2 else None


def _acronym(reading: Reading, at: int, stop: int) -> tuple[int, int] | None:
    close = reading.text.find(")", reading.words[at].end, reading.words[at].end + 40)
    after = reading.index(close) if close > 0 else 0
    inside = reading.folded[at:after]
    if not inside or len(inside) > _ACRONYM_WORDS or after > stop:
        return None
    if any(word[:1].isdigit() for word in inside):
        return None
    return after, close + 1


_NEVER_IN_NAME = lists.COMPLEMENTIZERS | lists.RELATIVE | lists.ACCORDING


def _continues(reading: Reading, at: int, first: int, *, role: bool) -> bool:
    """Whether word `at` can be part of the noun phrase that starts at `first`."""
    word = reading.folded[at]
    if word in _NEVER_IN_NAME or len(word) < 2:
        return False
    if at > first and reading.folded[at - 1] in lists.NAME_JOINTS:
        return True
    if at > first and TANWIN in reading.written[at]:
        return False  # an indefinite accusative is an object or a circumstance
    if ends_phrase(reading, at):
        return at > first and role and _complement_of_role(reading, at)
    if word[:1].isdigit() and at == first:
        return False
    found = reading.cues[at] if word not in lists.NEVER_PARTICIPLES else None
    if found and not _only_a_noun(found[0], word, at > first):
        return False
    if word.startswith("لل") or word[:1] == "ل":
        return _to(word, first=at == first, role=role)
    if word[:1] == "ب" and ((word.startswith("بال") and len(word) > 4) or is_role(word[1:])):
        return role and at > first
    return not _apposition(reading, at, first)


def _only_a_noun(cue: Cue, word: str, inside: bool) -> bool:
    """Whether a cue word that has other meanings stands as a noun in a name or title."""
    if cue.form is Form.NOUN:
        return False
    return inside and cue.bare and cue.form is not Form.PARTICIPLE and word.startswith("ال")


def _apposition(reading: Reading, at: int, first: int) -> bool:
    """Whether an indefinite noun of office says who a named person is: أحمد الخزعل نائب ….

    It cannot be annexed to a definite noun, nor to a name; only after a name it begins anew.
    """
    word = reading.folded[at]
    if at - first < 2 or word not in lists.ROLES or word.startswith("ال"):
        return False
    if ends_phrase(reading, at - 1) or reading.folded[at - 1] == _ON_BEHALF:
        return False  # a preposition governs it: صادر عن وزارة
    before = reading.folded[first:at]
    named = not is_role(before[0]) and not before[0].startswith("ال")
    honoured = any(one in lists.HONORIFICS for one in before)
    return (named or honoured or _full_name(before)) and not is_role(before[-1])


_ON_BEHALF = "باسم"


def _full_name(before: list[str]) -> bool:
    """Whether a title has been followed by two words of a name: … كيوشي مينورو ممثل."""
    return len(before) > 2 and not any(is_role(one) or one.startswith("ال") for one in before[-2:])


_WITHIN_ROLE = lists.words_of("في على عن من لدى ذات")
_PARTLY = lists.words_of(
    "عدد مجموعة بعض أحد إحدى كل كثير عضو مسؤول مصدر مصادر مسؤولون مسؤولين مقربين"
)
_ADJECTIVES = 2  # مسؤول حكومي رفيع من …
_ON = lists.words_of(
    "صادر صادرة الصادر الصادرة العام المسؤول المسؤولة المسؤولين المشرف المشرفة مسؤول مشرف"
    " القائم القائمين القائمة المدافع المدافعة المدافعين"
)


def _complement_of_role(reading: Reading, at: int) -> bool:
    """Whether a preposition after a noun of office opens its complement: مسؤول في الوزارة."""
    folded = reading.folded
    word, before = folded[at], folded[at - 1]
    after = folded[at + 1] if at + 1 < len(folded) else ""
    if word not in _WITHIN_ROLE or not after or reading.gap(at + 1).strip():
        return False
    if word == "من":
        return not _PARTLY.isdisjoint(folded[max(0, at - _ADJECTIVES - 1) : at])
    if word in {"علي", "عن"}:
        return before in _ON
    if word == "في":
        plain = without_article(after)
        return not (after in lists.OCCASIONS or plain in lists.OCCASIONS or after[:1].isdigit())
    return True


def _to(word: str, *, first: bool, role: bool) -> bool:
    """Whether a word with ل belongs to the phrase: للمركز after an office, never للصحفيين."""
    stem = "ال" + word[2:] if word.startswith("لل") else word[1:]
    if stem in lists.AUDIENCE or without_article(stem) in lists.AUDIENCE:
        return False
    if word.startswith("لل"):
        return role and not first
    return True


def with_apposition(reading: Reading, span: Span, stop: int) -> Span:
    """Return a speaker with the name or office set off by commas after it.

    Only when a comma closes it too, or what is said follows: رئيس الاستخبارات، كيريلو بودانوف، إن.
    """
    first = reading.index(span.end)
    if first >= stop or reading.gap(first).strip() not in _COMMAS:
        return span
    end, offset = noun_phrase(reading, first, stop)
    words = reading.folded[first:end]
    honoured = words[:1] and words[0] in lists.HONORIFICS
    most = _HONOURED_WORDS if honoured else _APPOSITION_WORDS
    if not words or len(words) > most or words[0] in _NO_APPOSITION:
        return span
    closed = end >= stop or reading.gap(end).strip() in _COMMAS
    named = honoured or is_role(words[0]) or all(not word.startswith("ال") for word in words)
    return Span(span.start, offset) if closed and named else span


_COMMAS = frozenset("،,")
_APPOSITION_WORDS = 4
_HONOURED_WORDS = 7  # a title, a name with its fathers
_NO_APPOSITION = lists.words_of("فضل رفض طلب ردا تعليقا")


def without_and(reading: Reading, at: int) -> int:
    """Return where word `at` begins without the conjunction و."""
    start, folded = reading.starts[at], reading.folded[at]
    if folded[:1] == "و" and _is_conjunction(folded):
        start += 1
        while start < reading.ends[at] and not reading.text[start].isalpha():
            start += 1
    return start


def _is_conjunction(folded: str) -> bool:
    """Whether the و that a word begins with is the conjunction, not its first radical."""
    if folded in lists.OWN_WAW:
        return False
    return len(folded) > 3 or folded[1:] in lists.PHRASE_ENDS or folded == "وتم"


def phrase_span(reading: Reading, first: int, stop: int, *, skip: int = 0) -> Span | None:
    """Return the noun phrase at word `first`, `skip` letters into it; None when there is none."""
    end, offset = noun_phrase(reading, first, stop, skip=skip)
    start = reading.words[first].start + skip if end > first else 0
    opening = reading.opens.get(first)
    if opening is not None and end > first:
        start = opening.outer.start
    return Span(start, offset) if end > first and start < offset else None
