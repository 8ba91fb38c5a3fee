"""What a verb of saying brings with it: a quotation, a clause with أن, or what it governs."""

from __future__ import annotations

from dataclasses import dataclass

from tawatur_core.arabic import attribution_words as lists
from tawatur_core.arabic.attribution_phrases import (
    SPEECH_WORDS,
    Reading,
    ends_phrase,
    is_role,
    noun_phrase,
    phrase_span,
)
from tawatur_core.arabic.attribution_verbs import CLAUSE_ONLY, Cue, Form
from tawatur_core.arabic.quotes import Quoted
from tawatur_core.model import Span

_FAR = 60  # words between a verb and the colon of what is said
_NEAR = 30  # words between a verb and its أن
_GOVERNED_NEAR = 14  # words between a verb and a noun it governs
_STRONG_BREAK = frozenset(".؛;!?؟\n")
_NEW_CLAUSE = lists.words_of("حيث فيما بينما لكن ولكن إذ كما بعدما عندما")
_IN_TURN = lists.words_of("جهته جهتها جانبه جانبها ناحيته ناحيتها بدوره بدورها")
_CHANNEL = lists.words_of("مع إلى على ل")


@dataclass(frozen=True, slots=True)
class Complement:
    """What is said. `first` is the index of its first word, `resume` where reading goes on.

    `kind` is direct or indirect; `open`: direct speech without marks, up to the sentence's end.
    `via` is the medium a speech was made to (في مقابلة مع …).
    """

    kind: str
    span: Span
    first: int
    resume: int
    open: bool = False
    governed: bool = False
    via: Span | None = None

    @property
    def brought(self) -> str:
        """How it is brought: direct, indirect (a clause with أن) or governed (a noun)."""
        return "governed" if self.governed else self.kind


def complement_of(reading: Reading, at: int, high: int, cue: Cue) -> Complement | None:
    """Return what the cue at word `at` brings, looking no further than word `high`."""
    governed: Complement | None = None
    folded, gaps, cues = reading.folded, reading.gaps, reading.cues
    stop = min(high, at + _FAR)
    for place in range(at + 1, stop):
        gap = gaps[place]
        if not _STRONG_BREAK.isdisjoint(gap) and ":" not in gap:
            break
        said = None if gap == " " else _told(reading, place, gap, cue, at)
        if said is not None and (governed is None or ":" in gap):
            return said if _fits(reading, at, place, cue) else None
        word = folded[place]
        if word in lists.COMPLEMENTIZERS and not _except(reading, place):
            if place - at > _NEAR or not _what_is_said(reading, place, at, cue):
                continue
            if governed is not None and not _closer(reading, governed, place):
                break
            return _clause(reading, place, high) if _fits(reading, at, place, cue) else None
        if (cues[place] is not None or gap != " ") and _breaks(reading, place, gap):
            break
        if governed is None and cue.governs and place - at <= _GOVERNED_NEAR:
            governed = _governed(reading, place, at, high, cue)
        elif governed is not None and (place - governed.first > 3 or "،" in gap):
            break
    return governed


def _except(reading: Reading, place: int) -> bool:
    """Whether the word is إلا 'except', which folding joins with ألا 'that not'."""
    return reading.folded[place] == "الا" and reading.words[place].text[:1] != "أ"


def _told(reading: Reading, place: int, gap: str, cue: Cue, at: int) -> Complement | None:
    """Return the direct speech that begins in the gap before word `place`."""
    return _quoted(reading, place, gap, cue, at) or _after_colon(reading, place, gap)


def _quoted(reading: Reading, place: int, gap: str, cue: Cue, at: int) -> Complement | None:
    """Return direct speech whose marks open in the gap before word `place`."""
    quote = reading.opens.get(place)
    if quote is None or quote.title or not _opens_here(reading, quote, place):
        return None
    if ":" not in gap and (
        _names_where(reading, place, at, cue) or _names_speaker(reading, quote, place, at)
    ):
        return None
    few = reading.index(quote.inner.end) - place < SPEECH_WORDS
    if few and ":" not in gap and not (place == at + 1 and cue.form is not Form.NOUN):
        return None
    return Complement("direct", quote.inner, place, place)


_PLACES = lists.words_of("في من مع إلى عن على ل بـ ضد بين لدى عبر")


def _names_where(reading: Reading, place: int, at: int, cue: Cue) -> bool:
    """Whether marks after a preposition enclose a name: قال لـ«عكاظ»، العضو في «الجمعية …»."""
    before = reading.folded[place - 1]
    return place - 1 > at and before in _PLACES and before not in cue.governs


def _names_speaker(reading: Reading, quote: Quoted, place: int, at: int) -> bool:
    """Whether marks right after the verb enclose who speaks: أوضحت «الغذاء والدواء» أن …."""
    after = reading.index(quote.outer.end)
    if place != at + 1 or after - place > SPEECH_WORDS or after >= len(reading.words):
        return False
    return reading.folded[after] in lists.COMPLEMENTIZERS


def _opens_here(reading: Reading, quote: Quoted, place: int) -> bool:
    before = reading.words[place - 1].end if place else 0
    return before <= quote.outer.start


def _after_colon(reading: Reading, place: int, gap: str) -> Complement | None:
    """Return speech after a colon without marks: up to the end of the sentence."""
    if ":" not in gap:
        return None
    span = Span(reading.words[place].start, reading.words[place].end)
    if reading.folded[place] in lists.COMPLEMENTIZERS:
        return Complement("indirect", span, place, place + 1)
    return Complement("direct", span, place, place, open=True)


def _clause(reading: Reading, place: int, high: int) -> Complement:
    """Return the clause that أن at `place` opens; in quotation marks it is direct speech."""
    if place + 1 < high:
        quote = reading.opens.get(place + 1)
        if quote is not None and not quote.title and _opens_here(reading, quote, place + 1):
            size = reading.index(quote.inner.end) - place - 1
            if size >= SPEECH_WORDS:
                return Complement("direct", quote.inner, place, place + 1)
    word = reading.words[place]
    return Complement("indirect", Span(word.start, word.end), place, place + 1)


_MOVED = frozenset({"الي", "علي", "من", "عن", "في"})


def _what_is_said(reading: Reading, place: int, at: int, cue: Cue) -> bool:
    """Whether أن at `place` is what the verb says, not 'بعد أن' or 'من أجل أن'."""
    before = reading.folded[place - 1]
    if before in lists.NOT_BEFORE_THAT:
        return False
    return place - 1 == at or before not in _MOVED or before in cue.governs


def _fits(reading: Reading, at: int, place: int, cue: Cue) -> bool:
    """Whether a cue that has other meanings is one here: its subject leads up to what is said."""
    if cue.lemma in CLAUSE_ONLY:
        opens = at == 0 or reading.gap(at).strip(" \u00a0") != ""
        opens = opens or reading.folded[at - 1] in _IN_TURN  # من جهته بيّن المدير أن
        clause = reading.folded[place] in lists.COMPLEMENTIZERS
        return clause and (place == at + 1 or opens)
    if not cue.bare or place <= at + 1 or cue.form is Form.PARTICIPLE:
        return True
    if at and reading.folded[at - 1] in _MOVED and reading.words[at - 1].text[-1] != "ي":
        return False  # after a preposition it is a noun: في رد، من كشف
    following = reading.folded[at + 1]
    if following in lists.PHRASE_ENDS or following[:1] in {"ل", "ب"}:
        return True
    end, _ = noun_phrase(reading, at + 1, place)
    if end >= place:
        return True
    return end > at + 1 and (ends_phrase(reading, end) or bool(reading.gap(end).strip()))


def _closer(reading: Reading, governed: Complement, place: int) -> bool:
    """Whether أن at `place` is what is said, after where it was: أكد على مدونته أن."""
    return reading.folded[governed.first] not in lists.SAID_NOUNS and place - governed.first <= 2


def _breaks(reading: Reading, place: int, gap: str) -> bool:
    """Whether another clause begins at word `place`."""
    word = reading.folded[place]
    if "،" in gap and word in _NEW_CLAUSE:
        return True
    found = reading.cues[place]
    if found is None:
        return False
    other, start = found
    if other.form is Form.NOUN or (other.lemma == "قال" and other.form is Form.PARTICIPLE):
        return False
    if other.form is Form.PARTICIPLE:
        return "،" in gap or not other.bare
    if other.bare:
        return "،" in gap and start > reading.words[place].start
    return reading.folded[place - 1] not in lists.RELATIVE


def _governed(reading: Reading, place: int, at: int, high: int, cue: Cue) -> Complement | None:
    """Return a noun phrase that the verb governs: أعرب عن …، حذر من …، أكد ضرورة …."""
    begun = _begin(reading, place, at, high, cue)
    if begun is None:
        return None
    begin, start = begun
    quote = reading.opens.get(begin)
    if quote is not None and not quote.title and begin > at + 1:
        size = reading.index(quote.inner.end) - begin
        if size >= SPEECH_WORDS:
            return Complement("direct", quote.inner, begin, begin, governed=True)
    span = Span(start, reading.words[begin].end)
    return Complement("indirect", span, begin, begin + 1, governed=True)


def _begin(reading: Reading, place: int, at: int, high: int, cue: Cue) -> tuple[int, int] | None:
    """Return the first word of what word `place` brings, and where it begins."""
    word = reading.folded[place]
    if word in cue.governs and place + 1 < high:
        if _is_adjunct(reading, place):
            return None
        return place + 1, reading.words[place + 1].start
    if "" in cue.governs and word in lists.SAID_NOUNS:
        return place, reading.words[place].start
    if _BY not in cue.governs or word[:1] != _BY or not _brings(word):
        return None
    if place == at + 1 and word in lists.NAMES_IN_B:
        return None  # the subject: أشاد بوتين
    if place > at + 1 and cue.lemma in _BY_SAYING and is_role(word[1:]):
        return None  # where the speaker serves: مدير الخدمات ببلدية المعابدة
    end, _ = noun_phrase(reading, at + 1, place)
    if place > at + 1 and end < place and reading.folded[place - 1] not in lists.PHRASE_ENDS:
        return None
    return place, reading.words[place].start + 1


_BY = "ب"
_BY_SAYING = frozenset({"افاد", "صرح"})  # ب brings what is said, not whom it is done to


def _brings(word: str) -> bool:
    """Whether a word may be a noun with the preposition ب, not بين، بعد or بشأن."""
    return len(word) > 2 and (word == "بما" or word not in lists.PHRASE_ENDS)


_ADJUNCTS = lists.words_of("هامش جانبه جانبها جهته جهتها حسابه حسابها صفحته صفحتها لسان متن أثر")


def _is_adjunct(reading: Reading, place: int) -> bool:
    """Whether a preposition opens where or how it was said: على هامش الاجتماع، على حسابه."""
    return reading.folded[place + 1] in _ADJUNCTS


def channel(reading: Reading, first: int, stop: int) -> Span | None:
    """Return the medium a speech was made to, between word `first` and word `stop`."""
    for place in range(first, stop):
        word = reading.folded[place]
        if word in _CHANNEL and place + 1 < len(reading.words):
            quote = reading.opens.get(place + 1)
            if quote is not None and word in {"مع", "ل"} and quote.outer.start < quote.inner.end:
                return quote.outer if place + 1 < stop else None
            if reading.folded[place + 1] in lists.MEDIA:
                return phrase_span(reading, place + 1, stop)
        if word[:1] == "ل" and word[1:] in lists.MEDIA:
            return phrase_span(reading, place, stop, skip=1)
    return None


ACT_VERBS = lists.words_of("أصدر أصدرت وجه وجهت أطلق أطلقت ووجه ووجهت وأصدر وأصدرت وأطلق وأطلقت")
_ACTS = lists.words_of(
    "تحذيرا تحذيرات تهديدا تهديدات اتهاما اتهامات انتقادا انتقادات نداء دعوة إنذارا"
)
_ACT_FAR = 12


def speech_act(reading: Reading, at: int, high: int) -> Complement | None:
    """Return what an act of speech says after one of ACT_VERBS: أصدر … تحذيرا من …."""
    for place in range(at + 2, min(high - 1, at + _ACT_FAR)):
        if not _STRONG_BREAK.isdisjoint(reading.gap(place)):
            return None
        if reading.folded[place] in _ACTS:
            word = reading.words[place]
            span = Span(word.start, word.end)
            return Complement("indirect", span, place, place + 1, governed=True)
    return None
