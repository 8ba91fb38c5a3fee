"""Sources named by 'according to': وفق، بحسب، حسبما، نقلا عن، على حد قول."""

from __future__ import annotations

from dataclasses import dataclass

from tawatur_core.arabic import attribution_words as lists
from tawatur_core.arabic.attribution_phrases import Reading, noun_phrase, phrase_span
from tawatur_core.arabic.forms import listing
from tawatur_core.model import Span

_OF_HIM = lists.words_of("قوله قولها قولهم تعبيره تعبيرها تعبيرهم وصفه وصفها")
_CAME_IN = lists.words_of("جاء ورد نشر أظهر أظهرت بثت بثه نشرته نشرتها كشفت كشف جاءت")
_ABOUT_HIM = lists.words_of("عنه عنها عنهم به له")


@dataclass(frozen=True, slots=True)
class Source:
    """A source: words `first` to `after`; what was said before it ends at `offset`.

    `span` is None for a pronoun (على حد قوله).
    """

    first: int
    after: int
    offset: int
    cue: Span
    span: Span | None


def according_sources(reading: Reading, low: int, high: int) -> list[Source]:
    """Return the sources named between two words, those inside quotations left out."""
    found: list[Source] = []
    for at in reading.marked(_START, low, high):
        if found and at < found[-1].after:
            continue
        source = _source(reading, at, low, high)
        if source is not None and reading.quoted_at(at) is None:
            found.append(source)
    return found


_STARTS = {clitic + word for clitic in ("", "و", "ف") for word in lists.ACCORDING} | {"علي", "كما"}
_START = listing(lambda: _STARTS)


def _source(reading: Reading, at: int, low: int, high: int) -> Source | None:
    word = reading.folded[at]
    skip = 0
    if word not in lists.ACCORDING and word[:1] in {"و", "ف"} and word[1:] in lists.ACCORDING:
        word, skip = word[1:], 1
    if word in lists.ACCORDING:
        cue = Span(reading.words[at].start + skip, reading.words[at].end)
        return _after_according(reading, at, cue, high, word)
    if word == "علي" and at + 2 < high and reading.folded[at + 1] == "حد":
        return _on_his_word(reading, at, high)
    if word == "كما":
        return _as_said(reading, at, low, high)
    return None


def _after_according(reading: Reading, at: int, cue: Span, high: int, word: str) -> Source | None:
    place = at + 1
    following = reading.folded[place] if place < high else ""
    if word == "نقلا":
        return _made(reading, cue, at, place + 1, high) if following == "عن" else None
    if following in lists.ACCORDING_VERB_AFTER:
        return _after_verb(reading, at, cue, place + 1, high)
    if word in {"حسبما", "وفقما"}:
        return _after_verb(reading, at, cue, place, high)
    skip = 0
    if word in lists.ACCORDING_WITH_L:
        if following[:1] != "ل":
            return None
        # li + al is written لل: the article's alef is swallowed.
        skip = 2 if following.startswith("لل") else 1
    if following[skip:] in lists.NOT_SOURCES or "ال" + following[skip:] in lists.NOT_SOURCES:
        return None
    return _made(reading, cue, at, place, high, skip=skip)


def _after_verb(reading: Reading, at: int, cue: Span, verb: int, high: int) -> Source | None:
    """Read the subject of 'حسبما أفاد', 'وفق ما نقلت عنه', 'وفقا لما جاء في بيان'."""
    if verb >= high:
        return None
    word = reading.folded[verb]
    if reading.cues[verb] is None and word not in _CAME_IN and not _with_pronoun(word):
        return None
    place = verb + 1
    while place < high and reading.folded[place] in _ABOUT_HIM:
        place += 1
    if place < high and reading.folded[place] in {"في", "علي", "عن"}:
        place += 1
    return _made(reading, Span(cue.start, reading.words[verb].end), at, place, high)


def _with_pronoun(word: str) -> bool:
    """Whether a word is a verb of reporting with its object: نقلته، أوردته، ذكرته."""
    stem = word[:-1] if word.endswith("ه") else word[:-2] if word.endswith("ها") else ""
    return len(stem) > 2 and (stem in _REPORTED or stem in _CAME_IN)


_REPORTED = lists.words_of(
    "نقلت نقل أوردت أورد ذكرت ذكر قالت قال أعلنت أعلن نشرت نشر أفادت بثت أكدت"
)


def _made(
    reading: Reading, cue: Span, first: int, place: int, high: int, *, skip: int = 0
) -> Source | None:
    """Return the source that stands at word `place`, `skip` letters into it.

    The phrase that names it begins at word `first`.
    """
    span = phrase_span(reading, place, high, skip=skip) if place < high else None
    if span is None:
        return None
    end, _ = noun_phrase(reading, place, high, skip=skip)
    begin = first - 1 if first and reading.folded[first - 1] == "وذلك" else first
    return Source(first, end, reading.words[begin].start, cue, span)


def _on_his_word(reading: Reading, at: int, high: int) -> Source | None:
    """Read 'على حد قول فلان' and 'على حد قوله'."""
    noun = reading.folded[at + 2]
    if noun not in lists.ACCORDING_NOUNS_AFTER_HAD:
        return None
    cue = Span(reading.words[at].start, reading.words[at + 2].end)
    if noun in _OF_HIM:
        return Source(at, at + 3, cue.start, cue, None)
    return _made(reading, cue, at, at + 3, high)


def _as_said(reading: Reading, at: int, low: int, high: int) -> Source | None:
    """Read 'كما قال فلان' after a quotation."""
    if at + 2 >= high or at == low or reading.cues[at + 1] is None:
        return None
    if reading.speech_before(at, low) is None:
        return None
    cue = Span(reading.words[at].start, reading.words[at + 1].end)
    made = _made(reading, cue, at, at + 2, high)
    if made is None:
        return None
    leads = made.after < high and reading.folded[made.after] in lists.COMPLEMENTIZERS
    return None if leads else made
