"""Which of two events came first, as a text itself says: 'they met after the missile was launched'.

Only what Arabic news says plainly is read: prepositions of time before an event (بعد إطلاق …,
قبيل القمة), their clauses (بعد أن أطلقت …), relative verbs (الاجتماع الذي سبق …), verbs whose
pronoun is the event told before (أعقبه إطلاق …), ثم before a verb, and the same words pointing back
to the sentence before (وبعد ذلك …). The conjunction ف is left out: it joins causes and topics far
more often than it tells an order. A distance in time (قبل يومين) is a date, not an order.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache

from tawatur_core.arabic import claims_words as lists
from tawatur_core.arabic.attribution_verbs import CUES
from tawatur_core.arabic.attribution_words import COMPLEMENTIZERS, RELATIVE, words_of
from tawatur_core.arabic.words import Word, words
from tawatur_core.model import Span


class Lies(StrEnum):
    """How one event lies to another in time.

    DURING is within it (أثناء). TOGETHER is loose: news says خلال اللقاء and بالتزامن مع also of
    what came shortly before or after.
    """

    BEFORE = "before"
    AFTER = "after"
    DURING = "during"
    TOGETHER = "together"

    @property
    def turned(self) -> Lies:
        """How the other event lies to this one; what is within another is not told apart."""
        return _TURNED[self]


_TURNED = {
    Lies.BEFORE: Lies.AFTER,
    Lies.AFTER: Lies.BEFORE,
    Lies.DURING: Lies.DURING,
    Lies.TOGETHER: Lies.TOGETHER,
}


@dataclass(frozen=True, slots=True)
class SequenceFound:
    """Two events of a text and how `event` lies to `other`; spans in code points of the text.

    `other` is None when it is what the sentence before tells (وبعد ذلك …). `words` is where the
    text says so: the connective with what follows it.
    """

    event: Span
    lies: Lies
    other: Span | None
    words: Span


# --- the connectives ------------------------------------------------------------------------

_AFTER = words_of("بعد بعدما عقب إثر غداة بعيد أعقاب")
_BEFORE = words_of("قبل قبيل عشية قبلما")
_DURING = words_of("أثناء")
_TOGETHER = words_of("خلال")
_WITH = words_of("بالتزامن تزامنا بالتوازي")  # and مع
# What makes another word of them: من قِبل 'by', من خلال 'through', على بعد 'at a distance',
# عن بعد 'remotely', فيما بعد 'later on', ما بعد 'the time after'.
_NOT_AFTER = {
    word: words_of(before)
    for words_, before in (
        ("قبل", "من ما فيما مما"),
        ("خلال", "من"),
        ("بعد", "على عن ما فيما إلى من وما"),
        ("أثناء", "تلك هذه"),
    )
    for word in words_of(words_)
}
_PRECEDED = words_of("سبق سبقت يسبق تسبق سبقا")
_FOLLOWED = words_of("تلا تلت يتلو تتلو أعقب أعقبت يعقب تعقب تبع تبعت يتبع تتبع")
_PRECEDED_BY = words_of("سبقه سبقها سبقته سبقتها يسبقه يسبقها تسبقه تسبقها سبقهما")
_FOLLOWED_BY = words_of(
    "تلاه تلاها تلته تلتها يتلوه يتلوها تتلوه تتلوها أعقبه أعقبها أعقبته أعقبتها يعقبه يعقبها"
    " تعقبه تعقبها تبعه تبعها تبعته تبعتها يتبعه يتبعها تتبعه تتبعها"
)
_BACK = dict.fromkeys(words_of("بعدها بعده عقبها عقبه"), Lies.AFTER)
_BACK |= dict.fromkeys(words_of("قبلها قبله"), Lies.BEFORE)
_THAT = words_of("ذلك هذا هذه تلك")
_THEN = words_of("ثم")
_ONCE = words_of("أعلن كشف")  # what is announced twice is news once
_MAY_HOLD = re.compile(
    "ب\u064f?عد|ب\u064f?عيد|عقب|عقاب|ثر|غدا|قب|عشي|ثناء|خلال|زام|تواز|سبق|تل|تبع|ثم"
)

# A length of time, a day or a part of it: 'before two days' is a date.
_TIMES = words_of(
    "يوم يوما يومين أيام أسبوع أسبوعا أسبوعين أسابيع شهر شهرا شهرين أشهر شهور سنة سنتين سنوات عام"
    " عاما عامين أعوام ساعة ساعتين ساعات دقيقة دقيقتين دقائق لحظة لحظات قليل فترة مدة وقت بضع بضعة"
    " عدة عقد عقدين عقود قرن قرون نحو حوالي قرابة أقل أكثر أقصاه ليلة ليلتين ثلاثة ثلاث أربعة أربع"
    " خمسة خمس ستة ست سبعة سبع ثمانية ثماني تسعة تسع عشرة عشر"
)
_NO_EVENTS = (
    _TIMES
    | _THAT
    | words_of(
        "ظهر الظهر ظهيرة عصر العصر غد الغد ليل الليل منتصف نهاية مطلع بداية أوائل أواخر حلول موعد"
        " مرور الماضي المقبل الحالي الجاري العام الشهر الأسبوع اليوم الأيام الساعات الأشهر السنوات"
        " الفترة المرحلة الآن أمس صباح مساء فجر شروق غروب ما من في كل أي حتى"
    )
)
_ENDS = frozenset('،,؛;:.!?؟…«»"“”()[]–—\n')
_CLAUSE_ENDS = frozenset('؛;:.!?؟…«»"“”\n')
_CUTS = RELATIVE | words_of(
    "فيما بينما حيث وفق وفقا بحسب حسب حسبما مما لكن ولكن كما ثم وذلك وسط بسبب نتيجة بينهم بينها"
)
_NEGATIONS = lists.NEGATIONS | words_of("دون بدون عدم بعدم يستبعد استبعد")
_LONGEST = 12  # words of one event
_DISTANCE = 5  # words between 'two days' and 'of' that may tell what it is counted from


@lru_cache(maxsize=1 << 12)
def find_sequences(text: str) -> tuple[SequenceFound, ...]:
    """Return what a text says about the order of its events, in the order of its connectives."""
    if not _MAY_HOLD.search(text):
        return ()
    page = _Page(text)
    found = (page.at(place) for place in range(len(page.words)))
    return tuple(one for one in found if one is not None)


def is_saying(folded: str) -> bool:
    """Whether a folded word is a verb of saying, of what one may say again: not أعلن."""
    cue = CUES.get(folded) or CUES.get(folded.removeprefix("و"))
    return cue is not None and cue.lemma not in _ONCE


class _Page:
    """A text with its words while it is read."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.words: Sequence[Word] = words(text)

    def at(self, place: int) -> SequenceFound | None:
        """Return what the connective at a word tells, None where there is none."""
        word = self._bare(place)
        if word in _THEN:
            return self._then(place)
        if word in _BACK:
            return self._back(place, place + 1, _BACK[word])
        if word in _PRECEDED_BY or word in _FOLLOWED_BY:
            lies = Lies.AFTER if word in _PRECEDED_BY else Lies.BEFORE
            return self._joined(self._before(place), lies, place, place + 1)
        if self._folded(place - 1) in RELATIVE and (word in _PRECEDED or word in _FOLLOWED):
            lies = Lies.BEFORE if word in _PRECEDED else Lies.AFTER
            return self._joined(self._before(place - 1), lies, place, place + 1)
        return self._preposition(place, word)

    def _preposition(self, place: int, word: str) -> SequenceFound | None:
        lies = self._cue(place, word)
        if lies is None:
            return None
        start = place + 2 if word in _WITH else place + 1
        if self._folded(start) in _THAT and lies in {Lies.BEFORE, Lies.AFTER}:
            return self._back(place, start + 1, lies)
        begin = self._complement(start)
        if begin is None:
            return None
        event = self._before(place) or self._after(begin)
        return self._joined(event, lies, place, begin)

    def _cue(self, place: int, word: str) -> Lies | None:
        before = self._folded(place - 1)
        if before in _NOT_AFTER.get(word, ()):
            return None
        if word in _WITH:
            return Lies.TOGETHER if self._folded(place + 1) == "مع" else None
        if word in _BEFORE:
            return Lies.BEFORE
        if word in _DURING or word in _TOGETHER:
            return Lies.DURING if word in _DURING else Lies.TOGETHER
        if word not in _AFTER or not self._means_after(place, word):
            return None
        return Lies.AFTER

    def _means_after(self, place: int, word: str) -> bool:
        written, following = self.words[place].text, self._folded(place + 1)
        if word == "اثر":  # أثر is a trace or an effect
            return "أ" not in written or self._folded(place - 1) == "علي"
        if word == "اعقاب":
            return self._folded(place - 1) == "في"
        if word == "بعيد":  # 'far': صاروخ بعيد المدى
            return "ُ" in written or following == "ان"
        return True

    def _complement(self, start: int) -> int | None:
        """Return where the event after a connective begins; None where none does."""
        first = self._folded(start)
        if self._parted(start) or not first:
            return None
        if first in {"ان", "ما"} and not self._parted(start + 1):
            return start + 1
        if first[0].isdigit() or first in _TIMES:
            return self._counted_from(start)
        return None if first in _NO_EVENTS or first in lists.NEGATIONS else start

    def _counted_from(self, start: int) -> int | None:
        """Return where the event begins that a length of time is counted from: يومين من القمة."""
        for place in range(start + 1, min(start + _DISTANCE, len(self.words))):
            if self._parted(place):
                return None
            if self._folded(place) in {"من", "علي"}:
                after = place + 1
                return None if self._folded(after) in _NO_EVENTS | {""} else after
        return None

    def _joined(self, event: Span | None, lies: Lies, cue: int, begin: int) -> SequenceFound | None:
        """Join the event told with the one after the connective."""
        end = self._end(begin)
        if event is None or end <= begin or self._denied(event):
            return None
        other = Span(self.words[begin].start, self.words[end - 1].end)
        if self._denied(other):
            return None
        return SequenceFound(event, lies, other, Span(self.words[cue].start, other.end))

    def _back(self, cue: int, begin: int, lies: Lies) -> SequenceFound | None:
        """Read a connective that points back: to what stands before, or to the last sentence."""
        end = self._end(begin)
        if end <= begin:
            return None
        event = Span(self.words[begin].start, self.words[end - 1].end)
        other = self._before(cue)
        if self._denied(event) or (other is None and cue > 0) or (other and self._denied(other)):
            return None
        return SequenceFound(event, lies, other, Span(self.words[cue].start, event.end))

    def _then(self, place: int) -> SequenceFound | None:
        """Read ثم before a verb; before a noun it only counts things up."""
        if self._folded(place + 1) not in lists.EVENTS or self._parted(place + 1):
            return None
        event = self._before(place)
        return self._joined(event, Lies.BEFORE, place, place + 1) if event else None

    # --- where an event begins and ends -------------------------------------------------------

    def _before(self, place: int) -> Span | None:
        """Return the event told right before a word, None when nothing is."""
        start = place
        while start > 0 and place - start < _LONGEST:
            if self._gap(start) & _CLAUSE_ENDS or self._opens(start - 1, start):
                break
            start -= 1
            if self._folded(start) in COMPLEMENTIZERS or self._cue(start, self._bare(start)):
                start += 1
                break
        told = range(start, place)
        if not any(self._folded(at) not in _NO_EVENTS and len(self._folded(at)) > 2 for at in told):
            return None
        return Span(self.words[start].start, self.words[place - 1].end)

    def _opens(self, before: int, at: int) -> bool:
        """Whether a new statement begins after a comma: '…، وأعلن …'."""
        opens = self._bare(at) in lists.EVENTS or is_saying(self._folded(at))
        return bool(self._gap(at) & _ENDS) and opens and before >= 0

    def _after(self, begin: int) -> Span | None:
        """Return the event that follows an opening clause: 'بعد إطلاق صاروخ، التقى …'."""
        end = self._end(begin)
        if end >= len(self.words) or not self._gap(end) & frozenset("،,"):
            return None
        stop = end + 1
        while stop < len(self.words) and stop - end < _LONGEST:
            if self._gap(stop) & _ENDS or self._cue(stop, self._bare(stop)):
                break
            stop += 1
        return Span(self.words[end].start, self.words[stop - 1].end)

    def _end(self, begin: int) -> int:
        """Return the word before which an event that begins at `begin` ends."""
        end = begin
        while end < len(self.words) and end - begin < _LONGEST:
            if end > begin and (self._parted(end) or self._cuts(end)):
                break
            end += 1
        return end

    def _cuts(self, place: int) -> bool:
        word = self._bare(place)
        joined = self._folded(place).startswith("و") and word in lists.EVENTS
        cuts = self._folded(place) in _CUTS or self._folded(place) in COMPLEMENTIZERS
        return cuts or joined or self._cue(place, word) is not None

    def _denied(self, event: Span) -> bool:
        return any(w.folded in _NEGATIONS for w in words(event.of(self.text)))

    def _gap(self, place: int) -> frozenset[str]:
        """Return the signs between a word and the one before it."""
        if not 0 < place < len(self.words):
            return _ENDS
        return frozenset(self.text[self.words[place - 1].end : self.words[place].start])

    def _parted(self, place: int) -> bool:
        return bool(self._gap(place) & _ENDS)

    def _folded(self, place: int) -> str:
        return self.words[place].folded if 0 <= place < len(self.words) else ""

    def _bare(self, place: int) -> str:
        """Return a folded word without the conjunction that may be joined to it."""
        folded = self._folded(place)
        if folded[:1] in {"و", "ف"} and len(folded) > 3:
            return folded[1:]
        return folded
