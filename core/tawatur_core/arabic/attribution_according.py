"""Sources named by 'according to': وفق، بحسب، حسبما، نقلا عن، على حد قول."""

from __future__ import annotations

from dataclasses import dataclass

from tawatur_core.arabic import attribution_words as lists
from tawatur_core.arabic.attribution_phrases import Reading, cue_at, noun_phrase, phrase_span
from tawatur_core.model import Span

_OF_HIM = lists.words_of("قوله قولها قولهم تعبيره تعبيرها تعبيرهم وصفه وصفها")
_CAME_IN = lists.words_of("جاء ورد نشر أظهر أظهرت بثت بثه نشرته نشرتها كشفت كشف جاءت")
_ABOUT_HIM = lists.words_of("عنه عنها عنهم به له")


@dataclass(frozen=True, slots=True)
class Source:
    """A source: words `first` to `after`, from `offset` on. `span` None: a pronoun (على حد قوله)."""

    first: int
    after: int
    offset: int
    cue: Span
    span: Span | None
    pronoun: bool = False


def according_sources(reading: Reading, low: int, high: int) -> list[Source]:
    """Return the sources named between two words, those inside quotations left out."""
    found = []
    at = low
    while at < high:
        source = _source(reading, at, low, high)
        if source is not None and reading.quoted_at(at) is None:
            found.append(source)
            at = source.after
        else:
            at += 1
    return found


def _source(reading: Reading, at: int, low: int, high: int) -> Source | None:
    word = reading.folded[at]
    skip = 0
    if word not in lists.ACCORDING and word[:1] in {"و", "ف"} and word[1:] in lists.ACCORDING:
        word, skip = word[1:], 1
    if word in lists.ACCORDING:
        return _after_according(reading, at, skip, high, word)
    if word == "علي" and at + 2 < high and reading.folded[at + 1] == "حد":
        return _on_his_word(reading, at, high)
    if word == "كما":
        return _as_said(reading, at, low, high)
    return None


def _after_according(reading: Reading, at: int, skip: int, high: int, word: str) -> Source | None:
    start = reading.words[at].start + skip
    place = at + 1
    if word == "نقلا" or word == "استنادا":
        if place >= high or reading.folded[place] not in {"عن", "الي"}:
            return None
        place += 1
    elif place < high and reading.folded[place] in lists.ACCORDING_VERB_AFTER:
        return _after_verb(reading, at, start, place + 1, high)
    elif word in {"حسبما", "وفقما"}:
        return _after_verb(reading, at, start, place, high)
    if place >= high:
        return None
    first = reading.folded[place]
    strip = 0
    if word in lists.ACCORDING_WITH_L:
        if first[:1] != "ل":
            return None
        # li + al is written لل: the article's alef is swallowed, so its lam stays.
        strip = 1
    if _not_a_source(first[strip:]):
        return None
    return _made(reading, at, start, place, high, strip)


def _not_a_source(word: str) -> bool:
    plain = word[1:] if word.startswith("ل") else word
    return (
        word in lists.NOT_SOURCES
        or "ا" + word in lists.NOT_SOURCES
        or ("ال" + plain in lists.NOT_SOURCES and word.startswith("ل"))
    )


def _after_verb(reading: Reading, at: int, start: int, verb: int, high: int) -> Source | None:
    """Read the subject of 'حسبما أفاد', 'وفق ما نقلت عنه', 'وفقا لما جاء في بيان'."""
    if verb >= high:
        return None
    place = verb + 1
    if cue_at(reading, verb) is None:
        word = reading.folded[verb]
        if word not in _CAME_IN and not _with_pronoun(word):
            return None
    while place < high and reading.folded[place] in _ABOUT_HIM:
        place += 1
    if place < high and reading.folded[place] in {"في", "علي", "عن"}:
        place += 1
    if place >= high:
        return None
    source = _made(reading, at, start, place, high, 0)
    if source is None:
        return None
    end = reading.words[verb].end
    return Source(source.first, source.after, source.offset, Span(start, end), source.span)


def _with_pronoun(word: str) -> bool:
    """Whether a word is a verb of reporting with its object: نقلته، أوردته، ذكرته."""
    stem = word[:-1] if word.endswith("ه") else word[:-2] if word.endswith("ها") else ""
    return len(stem) > 2 and (stem in _REPORTED or stem in _CAME_IN)


_REPORTED = lists.words_of(
    "نقلت نقل أوردت أورد ذكرت ذكر قالت قال أعلنت أعلن نشرت نشر أفادت بثت أكدت"
)


def _made(
    reading: Reading, at: int, start: int, place: int, high: int, strip: int
) -> Source | None:
    span = phrase_span(reading, place, high, skip=strip)
    if span is None:
        return None
    end, _ = noun_phrase(reading, place, high)
    cue = Span(start, reading.words[at].end)
    return Source(at, end, _opening(reading, at, start), cue, span)


def _opening(reading: Reading, at: int, start: int) -> int:
    """Return where the phrase begins for cutting what was said before it: its و belongs to it."""
    return reading.words[at].start


def _on_his_word(reading: Reading, at: int, high: int) -> Source | None:
    noun = reading.folded[at + 2]
    if noun not in lists.ACCORDING_NOUNS_AFTER_HAD:
        return None
    start = reading.words[at].start
    cue = Span(start, reading.words[at + 2].end)
    if noun in _OF_HIM:
        return Source(at, at + 3, start, cue, None, pronoun=True)
    if at + 3 >= high:
        return None
    made = _made(reading, at, start, at + 3, high, 0)
    return made and Source(at, made.after, start, cue, made.span)


def _as_said(reading: Reading, at: int, low: int, high: int) -> Source | None:
    """Read 'كما قال فلان' after a quotation or at the end of a sentence."""
    if at + 2 >= high or at == low:
        return None
    found = cue_at(reading, at + 1)
    if found is None or reading.speech_before(at, low) is None:
        return None
    start = reading.words[at].start
    made = _made(reading, at, start, at + 2, high, 0)
    if made is None or made.after < high and reading.folded[made.after] in lists.COMPLEMENTIZERS:
        return None
    return Source(at, made.after, start, Span(start, reading.words[at + 1].end), made.span)
