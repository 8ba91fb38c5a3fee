"""Who speaks: the noun phrase after or before the verb, the clause's subject, the last speaker."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from tawatur_core.arabic import attribution_words as lists
from tawatur_core.arabic.attribution_complement import Complement
from tawatur_core.arabic.attribution_phrases import (
    Reading,
    ends_phrase,
    is_role,
    noun_phrase,
    phrase_span,
    with_apposition,
)
from tawatur_core.arabic.attribution_verbs import Cue, Form
from tawatur_core.arabic.lexicon import noun_first, proper_band
from tawatur_core.model import Span

AFTER = "evidence-said-speaker-after"
BEFORE = "evidence-said-speaker-before"
CLAUSE = "evidence-said-speaker-clause"
CARRIED = "evidence-said-speaker-carried"
RELAYED = "evidence-said-speaker-relayed"

_TOPICS = lists.words_of("أما وأما")
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
    telling = one.word.object_first and not one.word.suffix
    told = _told(reading, one, low) if telling else None
    if told is not None:
        return told
    after = phrase_span(reading, _after_that(reading, one), _before_object(reading, one))
    # 'التي وصفت الاتفاقية بأنها': in a relative clause what follows such a verb is its object.
    if after is not None and not (relative and telling):
        return with_apposition(reading, after, one.complement.first), AFTER
    if relative:
        return None
    before = _before(reading, one.at, low)
    if before is not None:
        return before, BEFORE
    return _shared_subject(reading, one, low, main), CLAUSE


def _told(reading: Reading, one: Said, low: int) -> tuple[Span | None, str] | None:
    """Return the subject that stands before a verb with an object: what follows is the object.

    … أن العربي أبلغ المبعوث; of a pronoun (لكنه دعا إيران) the speaker is carried over.
    """
    if one.at > low and reading.folded[one.at - 1] in lists.PRONOUNS:
        return None, CLAUSE
    before = _before(reading, one.at, low)
    return (before, BEFORE) if before is not None else None


def _after_that(reading: Reading, one: Said) -> int:
    """Return the word the subject may begin with: not the object ذلك, أوضح ذلك المتحدث."""
    start = one.at + 1
    demonstrative = start + 1 < one.complement.first and reading.folded[start] == "ذلك"
    return start + 1 if demonstrative else start


def _shared_subject(reading: Reading, one: Said, low: int, main: Said | None) -> Span | None:
    """Return the subject of the verb that opens the sentence when the cue has the same one."""
    if main is not None or one.at == low:
        return None
    if reading.folded[low] in _TOPICS:
        # 'As to the deputy, who leads …, he said': whom the sentence is about says it.
        return phrase_span(reading, low + 1, one.at)
    if _coordinate(reading, one, low) or reading.folded[one.at - 1] in lists.CLAUSE_OPENERS:
        return _sentence_subject(reading, low, one.at)
    return None


def _coordinate(reading: Reading, one: Said, low: int) -> bool:
    """Whether the cue goes on, with 'and', after a verb that opens the sentence and agrees with it.

    Coordinated verbs share their subject: أثار المدرب الشكوك … وقال إن.
    """
    word = reading.folded[low]
    if one.at <= low + 2 or one.cue.start == reading.words[one.at].start:
        return False
    if noun_first(word) or ends_phrase(reading, low):
        return False
    return one.word.past and not one.word.plural and one.word.feminine is word.endswith("ت")


def _before_object(reading: Reading, one: Said) -> int:
    """Return the word where the subject must have ended: before whom it is said to.

    A sound plural in ين is no subject, and after a definite noun no annexed one either:
    دعا الحداد المواطنين إلى ….
    """
    if one.word.object_first and not one.word.suffix:
        if _oblique(reading.folded[one.at + 1]):
            return one.at + 1
        for at in range(one.at + 2, one.complement.first):
            word, before = reading.folded[at], reading.folded[at - 1]
            if before.startswith("ال") and (_oblique(word) or _new_head(word)):
                return at
    return one.complement.first


def _oblique(word: str) -> bool:
    """Whether a definite word is a sound plural in the oblique case, which is no subject."""
    plural = word.startswith("ال") and word.endswith("ين") and len(word) > _SHORT_PLURAL
    return plural and proper_band(word) < 0 and word not in _IN_N


def _new_head(word: str) -> bool:
    """Whether the word, after a definite noun, can only head another phrase: … مجلس الأمن."""
    return not word.startswith("ال") and is_role(word)


_IN_N = lists.words_of("الفلبين الحرمين")  # their ين is their own, or no speaker has it
_SHORT_PLURAL = 6  # letters: الأمين is none


def _of_clause(reading: Reading, one: Said, low: int, main: Said | None) -> tuple[Span | None, str]:
    """Return for a participle the subject of the clause it hangs on (… قال لافروف، مضيفا)."""
    if main is not None:
        one.carried = main.carried
        return main.speaker, CLAUSE
    return _sentence_subject(reading, low, one.at) or _topic(reading, low, one.at), CLAUSE


def _sentence_subject(reading: Reading, low: int, stop: int) -> Span | None:
    """Return the noun phrase after the verb that opens the sentence (عقد وزير …)."""
    at = _after_lead(reading, low, stop)
    word = reading.folded[at]
    if at + 1 >= stop or word.startswith("ال"):
        return None
    if word not in _BEING and ends_phrase(reading, at):
        return None
    if reading.gap(at + 1).strip() or _oblique(reading.folded[at + 1]):
        return None
    if reading.folded[at + 1] == "ذلك" and at + 2 < stop:
        at += 1
    met = (n for n in range(at + 2, stop) if _object_begins(reading, n))
    return phrase_span(reading, at + 1, next(met, stop))


def _object_begins(reading: Reading, at: int) -> bool:
    """Whether the object of the verb begins after its subject: افتتح الوزير المعرض.

    A definite noun after a definite office is one unless it is an adjective of the office.
    """
    word, before = reading.folded[at], reading.folded[at - 1]
    if word in lists.MEETINGS:
        return True
    if not (before.startswith("ال") and is_role(before) and word.startswith("ال")):
        return False
    return not word.endswith(("ي", "يه")) and word not in lists.OF_OFFICE


def _after_lead(reading: Reading, low: int, stop: int) -> int:
    """Return the first word after what may lead up to a clause: وقد, من جانبه, بدورها."""
    at = low
    while at < stop:
        if reading.folded[at] == "من" and at + 1 < stop and reading.folded[at + 1] in _SIDES:
            at += 2
        elif reading.folded[at] in _LEADS:
            at += 1
        else:
            break
    return at


def _topic(reading: Reading, low: int, stop: int) -> Span | None:
    """Return the noun phrase that a sentence begins with before its verb: العريني تمتلك …."""
    openers = (n for n in range(low, min(stop, low + _OPENING)) if _opens(reading, n))
    at = max(openers, default=low - 1) + 1
    if at + 2 >= stop or not noun_first(reading.folded[at]) or _oblique(reading.folded[at]):
        return None
    found = phrase_span(reading, at, stop)
    after = reading.index(found.end) if found is not None else stop
    if after >= stop or noun_first(reading.folded[after]) or reading.gap(after).strip():
        return None
    return None if ends_phrase(reading, after) else found


def _opens(reading: Reading, at: int) -> bool:
    return reading.folded[at] in lists.SUBJECT_OPENERS


_OPENING = 3  # words: غير أن
_SIDES = lists.words_of("جانبه جانبها جانبهم جهته جهتها جهتهم ناحيته ناحيتها")
_BEING = lists.words_of("كان كانت وكان وكانت")
_DATELINES = lists.words_of("وكالات")
_LEADS = _DATELINES | lists.words_of("قد وقد كما ثم و بدوره بدورها بدورهم")


def _before(reading: Reading, at: int, low: int) -> Span | None:
    """Return the noun phrase that stands right before the verb (إن مرسي قال)."""
    folded = reading.folded
    stop = at - 1 if at > low and folded[at - 1] in {"قد", "وقد", "فقد"} else at
    start = stop
    while start > low and stop - start < _BEFORE_MAX:
        gap = reading.gap(start).strip()
        # وكانت الناشطة نوال سوفي، قد أعلنت: a comma before the verb
        parted = bool(gap) and not (start == stop and gap == "،")
        if parted or not _nominal(reading, start - 1):
            break
        start -= 1
    if start == stop:
        return None
    opened = start > low and folded[start - 1] in lists.SUBJECT_OPENERS
    if not opened and (start > low or reading.gap(stop).strip()):
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
