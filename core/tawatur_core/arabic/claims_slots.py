"""The typed slots of a claim: who says so, who, when, where, how many, denied, supposed."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from typing import Generic, Protocol, TypeVar

from tawatur_core.arabic import claims_words as lists
from tawatur_core.arabic.attribution_phrases import Reading
from tawatur_core.arabic.attribution_verbs import CUES
from tawatur_core.arabic.attribution_words import words_of
from tawatur_core.arabic.claims_clauses import Clause
from tawatur_core.arabic.results import DateFound, MentionFound, Quantity
from tawatur_core.model import (
    Certainty,
    EntityId,
    EntityKind,
    HowMany,
    Party,
    Polarity,
    SlotDraft,
    SlotName,
    Span,
    When,
)

_NUMBERS = frozenset({"cardinal", "percent", "fraction", "money", "dual"})
_PLACED = words_of("في إلى داخل شمال جنوب شرق غرب قرب خارج عبر وسط مدينة منطقة منتجع العاصمة")
_STILL = words_of("يزال تزال يزالون يزالوا سيما يقل تقل بد شك زال زالت")


class _Placed(Protocol):
    @property
    def span(self) -> Span: ...


T = TypeVar("T", bound=_Placed)


class Within(Generic[T]):
    """Things found in a text, to be asked for by place."""

    def __init__(self, found: Sequence[T]) -> None:
        self._found = sorted(found, key=lambda one: one.span)
        self._starts = [one.span.start for one in self._found]

    def of(self, span: Span) -> list[T]:
        """Return those that lie inside the span, in text order."""
        low, high = bisect_left(self._starts, span.start), bisect_right(self._starts, span.end)
        return [one for one in self._found[low:high] if one.span.end <= span.end]


def slots_of(
    reading: Reading,
    clause: Clause,
    quantities: Sequence[Quantity],
    dates: Sequence[DateFound],
    mentions: Within[MentionFound],
) -> tuple[SlotDraft, ...]:
    """Return the slots of a clause; every one has the words it rests on."""
    text = reading.text
    slots: list[SlotDraft] = []
    said = clause.said
    if said is not None:
        if said.speaker is not None:
            slots.append(_party(SlotName.SPEAKER, said.speaker, text, mentions))
        if said.via is not None:
            slots.append(_party(SlotName.VIA, said.via, text, mentions))
    who = _who(reading, clause.span, mentions)
    told = said.speaker if said is not None else None
    if who is not None and (told is None or not told.overlaps(who)):
        slots.append(_party(SlotName.WHO, who, text, mentions))
    slots.extend(
        SlotDraft(
            SlotName.WHEN,
            When(one.span.of(text), one.first, one.last, one.precision, one.how),
            one.span,
        )
        for one in dates
    )
    slots.extend(_where(reading, clause.span, mentions))
    slots.extend(
        SlotDraft(
            SlotName.HOW_MANY,
            HowMany(one.span.of(text), one.low, one.high, one.unit, one.hedge),
            one.span,
        )
        for one in quantities
        if says_how_many(text, one)
    )
    slots.extend(_modality(reading, clause.span))
    return tuple(slots)


def says_how_many(text: str, one: Quantity) -> bool:
    """Whether a number of the text counts something: not a rank, a year or 'both countries'."""
    return one.kind in _NUMBERS and not _definite(text, one) and not _is_year(text, one)


def _definite(text: str, one: Quantity) -> bool:
    """Whether a number word has the article: البلدين، الزعيمان name who, not how many."""
    before = text[one.number.start - 1 : one.number.start]
    return before.isalpha() or one.number.of(text).startswith("ال")


def _is_year(text: str, one: Quantity) -> bool:
    """Whether a number of four digits that counts nothing is a year: مونديال 2014، عام 1436."""
    written = one.number.of(text)
    if one.unit or one.low is None or one.low != one.high or len(written) != 4:
        return False
    return written.isdigit() and _FIRST_YEAR <= one.low <= _LAST_YEAR


_FIRST_YEAR, _LAST_YEAR = 1300, 2100  # Hijri years of the last centuries too


def _party(name: SlotName, span: Span, text: str, mentions: Within[MentionFound]) -> SlotDraft:
    span = _unmarked(text, span)
    heads = [one for one in mentions.of(span) if one.entity and _is_named(one, span)]
    entity = EntityId(heads[-1].entity) if heads else None
    return SlotDraft(name, Party(span.of(text), entity), span)


def _is_named(name: MentionFound, party: Span) -> bool:
    """Whether a name is the party itself: جهاز الاستخبارات في كوريا الجنوبية is not the country."""
    if name.kind is EntityKind.PERSON:
        return True
    return name.span.start - party.start <= _PROCLITIC and party.end - name.span.end <= _PROCLITIC


_PROCLITIC = 2  # letters written together with a name


def _unmarked(text: str, span: Span) -> Span:
    """Return a name without the quotation marks around all of it: «بلومبرغ»."""
    inner = text[span.start + 1 : span.end - 1]
    marked = len(span) > 2 and text[span.start] in _OPENING and text[span.end - 1] in _CLOSING
    if marked and _OPENING.isdisjoint(inner) and _CLOSING.isdisjoint(inner):
        return Span(span.start + 1, span.end - 1)
    return span


_OPENING = frozenset("\"«“„'")
_CLOSING = frozenset("\"»”“'")


def _who(reading: Reading, span: Span, mentions: Within[MentionFound]) -> Span | None:
    """Return the name that opens the clause, or stands right after the verb that opens it."""
    first = reading.index(span.start)
    for mention in mentions.of(span):
        if mention.kind is EntityKind.OTHER:
            continue
        before = reading.index(mention.span.start) - first
        opened = before == 1 and _opens(reading.folded[first])
        if opened or mention.span.start == span.start:
            return mention.span
        if before > 1:
            return None
    return None


def _opens(word: str) -> bool:
    """Whether a word may be the verb or particle before the subject."""
    plain = word[1:] if word[:1] == "و" else word
    return (
        plain in lists.EVENTS
        or plain in CUES
        or plain in {"ان", "كان", "كانت"}
        or plain[:1] in {"ي", "ت", "س"}
    )


def _where(reading: Reading, span: Span, mentions: Within[MentionFound]) -> Iterator[SlotDraft]:
    """Yield the places that a preposition of place brings."""
    for mention in mentions.of(span):
        if mention.kind is not EntityKind.PLACE or mention.span.start <= span.start:
            continue
        at = reading.index(mention.span.start)
        inside = at and reading.ends[at - 1] > mention.span.start
        word = reading.folded[at - 1]
        placed = word[:1] == "ب" if inside else word in _PLACED or word[1:] in _PLACED
        if placed:
            yield _party(SlotName.WHERE, mention.span, reading.text, mentions)


def _modality(reading: Reading, span: Span) -> Iterator[SlotDraft]:
    low, high = reading.index(span.start), reading.index(span.end)
    words = reading.folded[low:high]
    if _MODAL.isdisjoint(words[:8]):
        return
    denied = next((n for n in range(min(len(words), 6)) if _denies(words, n)), None)
    if denied is not None:
        yield SlotDraft(SlotName.POLARITY, Polarity.DENIED, reading.words[low + denied].span)
    for at, word in enumerate(words[:8], low):
        plain = word[1:] if word[:1] == "و" else word
        sure = (
            Certainty.POSSIBLE
            if plain in lists.POSSIBLE
            else Certainty.PROBABLE
            if plain in lists.PROBABLE
            else None
        )
        if sure is not None:
            yield SlotDraft(SlotName.CERTAINTY, sure, reading.words[at].span)
            return


_SURE = lists.POSSIBLE | lists.PROBABLE
_MODAL = lists.DENIALS | lists.NEGATIONS | _SURE | {"و" + word for word in _SURE}


def _denies(words: Sequence[str], at: int) -> bool:
    following = words[at + 1] if at + 1 < len(words) else ""
    if words[at] in lists.DENIALS:
        return True
    return words[at] in lists.NEGATIONS and following not in _STILL and bool(following)
