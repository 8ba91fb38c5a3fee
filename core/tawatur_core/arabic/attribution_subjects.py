"""Who speaks: the noun phrase after or before the verb, the clause's subject, the last speaker."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from tawatur_core.arabic import attribution_words as lists
from tawatur_core.arabic.attribution_complement import Complement
from tawatur_core.arabic.attribution_phrases import (
    Reading,
    ends_phrase,
    noun_phrase,
    phrase_span,
    with_apposition,
)
from tawatur_core.arabic.attribution_verbs import Cue, Form
from tawatur_core.model import Span

AFTER = "evidence-said-speaker-after"
BEFORE = "evidence-said-speaker-before"
CLAUSE = "evidence-said-speaker-clause"
CARRIED = "evidence-said-speaker-carried"
RELAYED = "evidence-said-speaker-relayed"

_BEFORE_MAX = 9  # words looked at before a verb for its subject
_REMEMBERED = 4  # speakers looked back at for one that agrees with the verb


@dataclass(slots=True)
class Said:
    """An attribution while its sentence is being read. `at` is the index of the cue word."""

    at: int
    cue: Span
    word: Cue
    complement: Complement
    speaker: Span | None = None
    via: Span | None = None
    carried: bool = False
    how: str = ""
    boundary: bool = False  # it opens a new clause, so what was said before ends here
    main: bool = True  # it is not itself part of what another one says


@dataclass(frozen=True, slots=True)
class Spoke:
    """One who has spoken; `feminine` as the verb before the subject agrees, None if unknown."""

    span: Span
    feminine: bool | None


def give_subject(
    reading: Reading, one: Said, low: int, main: Said | None, speakers: list[Spoke]
) -> None:
    """Find the speaker of `one` in its sentence, which begins at word `low`, or carry one over.

    `main` is the last thing said before in the sentence, nested ones left out.
    """
    found = _own_subject(reading, one, low, main)
    if found is None:
        return
    speaker, how = found
    if speaker is None:
        _carry(one, speakers)
        return
    one.speaker, one.how = speaker, how
    if leave_writing(reading, one):
        return
    if one.main and (how != CLAUSE or main is None):
        speakers.append(Spoke(speaker, one.word.feminine))


def leave_writing(reading: Reading, one: Said) -> bool:
    """Make what is written the source of `one`, not its speaker: تنص المادة 51 على …."""
    if one.speaker is None:
        return False
    head = reading.folded[reading.index(one.speaker.start + 1) - 1]
    if head not in lists.WRITINGS:
        return False
    one.via, one.speaker = one.via or one.speaker, None
    return True


def _own_subject(
    reading: Reading, one: Said, low: int, main: Said | None
) -> tuple[Span | None, str] | None:
    """Return the speaker and how it was found; (None, …) to carry one over, None for nobody."""
    if one.word.form is Form.PARTICIPLE:
        return _of_clause(reading, one, low, main)
    relative = one.at > low and reading.folded[one.at - 1] in lists.RELATIVE
    after = phrase_span(reading, one.at + 1, _before_object(reading, one))
    # 'التي وصفت الاتفاقية بأنها': in a relative clause what follows such a verb is its object.
    if after is not None and not (relative and one.word.object_first and not one.word.suffix):
        return with_apposition(reading, after, one.complement.first), AFTER
    if relative:
        return None
    before = _before(reading, one.at, low)
    if before is not None:
        return before, BEFORE
    if main is not None or one.at == low or reading.folded[one.at - 1] not in lists.CLAUSE_OPENERS:
        return None, CLAUSE
    return _sentence_subject(reading, low, one.at), CLAUSE


def _before_object(reading: Reading, one: Said) -> int:
    """Return the word where the subject must have ended: before whom it is said to.

    A sound plural in ين is no subject, and after a definite noun no annexed one either:
    دعا الحداد المواطنين إلى ….
    """
    if one.word.object_first:
        for at in range(one.at + 2, one.complement.first):
            word, before = reading.folded[at], reading.folded[at - 1]
            oblique = word.startswith("ال") and word.endswith("ين") and len(word) > 6
            if oblique and before.startswith("ال"):
                return at
    return one.complement.first


def _of_clause(reading: Reading, one: Said, low: int, main: Said | None) -> tuple[Span | None, str]:
    """Return for a participle the subject of the clause it hangs on (… قال لافروف، مضيفا)."""
    if main is not None:
        one.carried = main.carried
        return main.speaker, CLAUSE
    return _sentence_subject(reading, low, one.at), CLAUSE


def _sentence_subject(reading: Reading, low: int, stop: int) -> Span | None:
    """Return the noun phrase after the verb that opens the sentence (عقد وزير …)."""
    at = low
    while at < stop and (reading.folded[at] in _DATELINES or reading.folded[at] in _PARTICLES):
        at += 1
    word = reading.folded[at]
    if at + 1 >= stop or word.startswith("ال"):
        return None
    if word not in _BEING and ends_phrase(reading, at):
        return None
    if reading.gap(at + 1).strip():
        return None
    met = (n for n in range(at + 2, stop) if reading.folded[n] in lists.MEETINGS)
    return phrase_span(reading, at + 1, next(met, stop))


_BEING = lists.words_of("كان كانت وكان وكانت")
_DATELINES = lists.words_of("وكالات")
_PARTICLES = lists.words_of("قد وقد كما ثم و")


def _before(reading: Reading, at: int, low: int) -> Span | None:
    """Return the noun phrase that stands right before the verb (إن مرسي قال)."""
    folded = reading.folded
    stop = at - 1 if at > low and folded[at - 1] in {"قد", "وقد", "فقد"} else at
    start = stop
    while start > low and stop - start < _BEFORE_MAX:
        if reading.gap(start).strip() or not _nominal(reading, start - 1):
            break
        start -= 1
    if start == stop:
        return None
    if start > low and folded[start - 1] not in lists.SUBJECT_OPENERS:
        return None
    end, offset = noun_phrase(reading, start, stop)
    return Span(reading.words[start].start, offset) if end == stop else None


def _nominal(reading: Reading, place: int) -> bool:
    word = reading.folded[place]
    return not (
        ends_phrase(reading, place)
        or word in lists.COMPLEMENTIZERS
        or word in lists.RELATIVE
        or word in lists.SUBJECT_OPENERS
        or reading.cues[place] is not None
    )


def _carry(one: Said, speakers: Sequence[Spoke]) -> None:
    """Give a verb without a subject the last speaker that agrees with it in gender."""
    feminine = one.word.feminine
    for spoke in reversed(speakers[-_REMEMBERED:]):
        agrees = feminine is None or spoke.feminine is None or spoke.feminine == feminine
        if agrees or one.word.plural:
            one.speaker, one.carried, one.how = spoke.span, True, CARRIED
            return
