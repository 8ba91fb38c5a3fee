"""Shapes of reporting beside 'verb, subject, what is said': relays, quotation first, acts."""

from __future__ import annotations

from tawatur_core.arabic import attribution_words as lists
from tawatur_core.arabic.attribution_complement import Complement, complement_of, speech_act
from tawatur_core.arabic.attribution_phrases import Reading, phrase_span, without_and
from tawatur_core.arabic.attribution_subjects import AFTER, RELAYED, Said
from tawatur_core.arabic.attribution_verbs import Cue, Form
from tawatur_core.model import Span

RELAYS = lists.words_of("نقل أورد")
_ABOUT_FAR = 3  # words between the relay and عن: 'نقل موقع … على الإنترنت عن'


def relayed(reading: Reading, at: int, cue: Cue, span: Span, high: int) -> Said | None:
    """Read 'نقلت وكالة … عن فلان قوله إن'."""
    about = at + 1
    if about >= high:
        return None
    via = phrase_span(reading, about, high)
    if via is not None:
        about = _about(reading, reading.index(via.end), high)
    if about + 1 >= high or reading.folded[about] != "عن":
        return None
    speaker = phrase_span(reading, about + 1, high)
    if speaker is None:
        return None
    place = reading.index(speaker.end)
    noun = reading.cues[place] if place < high else None
    if noun is not None and noun[0].form is Form.NOUN:
        cue, span = noun[0], Span(noun[1], reading.words[place].end)
    else:
        place -= 1
    complement = complement_of(reading, place, high, cue)
    if complement is None:
        return None
    return Said(at, span, cue, complement, speaker, via, how=RELAYED, boundary=True)


def _about(reading: Reading, place: int, high: int) -> int:
    """Return the place of عن after a relay, with a place between them (على الإنترنت) at most."""
    for at in range(place, min(high, place + _ABOUT_FAR)):
        if reading.folded[at] == "عن":
            return at
        if at == place and reading.folded[at] not in {"علي", "في"}:
            break
    return place


def after_quote(
    reading: Reading, at: int, cue: Cue, span: Span, *, low: int, high: int
) -> Said | None:
    """Read a quotation that stands before its cue: «…»، قال فلان."""
    quote = reading.speech_before(at, low)
    if quote is None or cue.form is not Form.FINITE or cue.bare or at + 1 >= high:
        return None
    speaker = phrase_span(reading, at + 1, high)
    if speaker is None:
        return None
    complement = Complement("direct", quote.inner, at + 1, reading.index(speaker.end))
    return Said(at, span, cue, complement, speaker, how=AFTER)


def stands_in(reading: Reading, at: int, high: int) -> Said | None:
    """Read 'وجاء في البيان أن': what is written is the source, and nobody speaks."""
    if at + 3 >= high or reading.folded[at + 1] != "في" or reading.quoted_at(at) is not None:
        return None
    via = phrase_span(reading, at + 2, high)
    if via is None or reading.folded[at + 2] not in lists.TEXTS:
        return None
    word = reading.words[at]
    start = without_and(reading, at)
    cue = Cue(word.folded, Form.FINITE, frozenset(), bare=False, object_first=False)
    complement = complement_of(reading, reading.index(via.end) - 1, high, cue)
    if complement is None or complement.governed:
        return None
    return Said(at, Span(start, word.end), cue, complement, via=via, boundary=start > word.start)


def act_of_speech(reading: Reading, at: int, high: int) -> Said | None:
    """Read 'أصدر الوزير تحذيرا من …': an act of speech as the object of a general verb."""
    complement = speech_act(reading, at, high)
    if complement is None or reading.quoted_at(at) is not None:
        return None
    speaker = phrase_span(reading, at + 1, complement.first)
    if speaker is None:
        return None
    word = reading.words[at]
    start = without_and(reading, at)
    cue = Cue(word.folded, Form.FINITE, frozenset(), bare=False, object_first=False)
    span = Span(start, word.end)
    return Said(at, span, cue, complement, speaker, how=AFTER, boundary=start > word.start)
