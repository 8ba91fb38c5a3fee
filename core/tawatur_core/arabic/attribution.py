"""Who is said to have said what: verbs of saying, 'according to', and their quotations.

Every answer rests on named facts of the language: a verb of saying with what it governs, the noun
phrase after it (or before it), the quotation marks, and the one who spoke last where the verb has
no subject of its own ('وأضاف:').
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass

from tawatur_core.arabic import attribution_words as lists
from tawatur_core.arabic.attribution_according import Source, according_sources
from tawatur_core.arabic.attribution_complement import ACT_VERBS, channel, complement_of
from tawatur_core.arabic.attribution_phrases import CUE_WORDS, TANWIN, Reading, is_role
from tawatur_core.arabic.attribution_relays import (
    RELAYS,
    act_of_speech,
    after_quote,
    relayed,
    stands_in,
)
from tawatur_core.arabic.attribution_subjects import (
    AFTER,
    RELAYED,
    Said,
    Spoke,
    give_subject,
    leave_writing,
)
from tawatur_core.arabic.attribution_verbs import Cue, Form
from tawatur_core.arabic.forms import listing
from tawatur_core.arabic.kept import recent
from tawatur_core.arabic.results import AttributionFound, reason
from tawatur_core.arabic.words import sentences
from tawatur_core.model import Evidence, Span

_THAT = frozenset({"ان", "انه", "انها"})
_FAR_FROM_SOURCE = 20  # words between a source that opens a sentence and 'فإن'
_ACROSS, _TEXT = "عبر", "نص"
_CLOSING = frozenset("\"”»“'")
_TELLING_WORDS = CUE_WORDS | ACT_VERBS | lists.STANDS
_TELLING = listing(lambda: _TELLING_WORDS)
_ASIDE = listing(lambda: {"دون"})


def find_attributions(text: str) -> list[AttributionFound]:
    """Return who is said to have said what, in the order of the cue words.

    `content` of a direct quotation is what stands between its marks, of an indirect one the
    clause from أن on; `speaker` is without clitics; spans are in code points.
    """
    return list(_attributions(text))


@recent
def _attributions(text: str) -> tuple[AttributionFound, ...]:
    reading = Reading.of(text)
    speakers: list[Spoke] = []
    found: list[AttributionFound] = []
    low, count = 0, len(reading.folded)
    for span in sentences(text):
        while low < count and reading.starts[low] < span.start:
            low += 1
        high = reading.index(span.end)
        if low < high:
            found.extend(_Sentence(reading, span, low, high, speakers).read())
        low = max(low, high)
    return tuple(sorted(found, key=lambda one: (one.cue, one.content)))


@dataclass(slots=True)
class _Sentence:
    """One sentence, words `low` to `high`. `speakers` are those of the text so far."""

    reading: Reading
    span: Span
    low: int
    high: int
    speakers: list[Spoke]
    main: Said | None = None  # the last one that is not part of what another says
    reached: int | None = None  # the first word of the earliest thing said so far

    def read(self) -> Iterator[AttributionFound]:
        """Yield the attributions of the sentence."""
        sources = according_sources(self.reading, self.low, self.high)
        taken = {at for source in sources for at in range(source.first, source.after)}
        said: list[Said] = []
        free = self.low
        cues, folded = self.reading.cues, self.reading.folded
        for at in self.reading.marked(_TELLING, self.low, self.high):
            if cues[at] is None and folded[at] not in ACT_VERBS and folded[at] not in lists.STANDS:
                continue
            one = self._said(at) if at >= free and at not in taken else None
            if one is not None:
                self._note(one)
                said.append(one)
                free = max(at + 1, one.complement.resume)
        if said:
            yield from self._kept(said, sources)
        else:
            yield from self._according(sources)

    # ---- cues

    def _said(self, at: int) -> Said | None:
        found = self.reading.cues[at]
        if found is None:
            if self.reading.folded[at] in lists.STANDS:
                return stands_in(self.reading, at, self.high)
            one = act_of_speech(self.reading, at, self.high)
            return self._spoken(one) if one else None
        cue, start = found
        if self._unsaid(cue, at):
            return None
        end = self._without_pronoun(at) if cue.suffix else self.reading.ends[at]
        span = Span(start, end)
        if self.reading.quoted_at(at) is not None:
            return self._inside_quotation(at, cue, span)
        if cue.lemma in RELAYS:
            one = relayed(self.reading, at, cue, span, self.high)
            if one is not None:
                return self._spoken(one)
        complement = complement_of(self.reading, at, self.high, cue)
        if cue.lemma == _ACROSS and (complement is None or not complement.governed):
            return None  # عبر الإنترنت: only عبر عن is the verb
        if complement is not None and self._is_text(at, complement.first):
            return None  # وفيما يلي نص البيان
        if complement is not None:
            return self._with_subject(Said(at, span, cue, complement))
        one = after_quote(self.reading, at, cue, span, low=self.low, high=self.high)
        return self._spoken(one) if one else None

    def _unsaid(self, cue: Cue, at: int) -> bool:
        """Whether a cue word reports nothing: a noun, 'لم يقل', 'أن يقول', 'دعت الحاجة'."""
        if cue.form is Form.NOUN:
            return True
        before = self.reading.folded[at - 1] if at > self.low else ""
        if cue.form is Form.PARTICIPLE and (before in lists.PREDICATED or self._is_noun(at)):
            return True
        if cue.suffix and before in lists.DEED_VERBS:
            return True
        after = self.reading.folded[at + 1] if at + 1 < self.high else ""
        if after in lists.NOBODY:
            return True
        if self.reading.folded[at] == "يذكر" and at == self.low and after in _THAT:
            return True  # the passive of the paper itself: 'it is recalled that'
        return before in lists.NEGATIONS or (before == "ان" and not cue.past)

    def _is_text(self, at: int, first: int) -> bool:
        """Whether نص is the noun (نص البيان: …): the verb needs على before what is laid down."""
        folded = self.reading.folded
        return folded[at] == _TEXT and "علي" not in folded[at + 1 : first + 1]

    def _is_noun(self, at: int) -> bool:
        """Whether a feminine participle is the noun it is written like: مدينة, ذاكرة."""
        word = self.reading.folded[at]
        if word in lists.NEVER_PARTICIPLES:
            return True
        after = self.reading.folded[at + 1] if at + 1 < self.high else ""
        told = "،" in self.reading.gap(at) or after in lists.AFTER_PARTICIPLES
        told = told or TANWIN in self.reading.words[at].text
        return word in lists.NOUNS_TOO and not told

    def _without_pronoun(self, at: int) -> int:
        """Return the end of a verb without its object pronoun (سألتها → سألت)."""
        word = self.reading.words[at]
        size = 3 if word.folded.endswith("هما") else 2 if word.folded[-1] in "امن" else 1
        return max(word.start + 2, word.end - size)

    def _spoken(self, one: Said) -> Said:
        if one.speaker is not None and not leave_writing(self.reading, one):
            feminine = None if one.how == RELAYED else one.word.feminine
            self.speakers.append(Spoke(one.speaker, feminine))
        return one

    def _with_subject(self, one: Said) -> Said:
        one.boundary = self._opens_clause(one)
        one.main = one.boundary or self.reached is None or one.at < self.reached
        give_subject(self.reading, one, self.low, self.main, self.speakers)
        return one

    def _note(self, one: Said) -> None:
        if one.main:
            self.main = one
        first = one.complement.first
        self.reached = first if self.reached is None else min(self.reached, first)

    def _inside_quotation(self, at: int, cue: Cue, span: Span) -> Said | None:
        """Read a report within a quotation: only with its own speaker and an unmistakable verb."""
        quote = self.reading.quoted_at(at)
        if quote is None or cue.bare:
            return None
        high = min(self.high, self.reading.index(quote.inner.end))
        complement = complement_of(self.reading, at, high, cue)
        if complement is None or complement.governed:
            return None
        one = Said(at, span, cue, complement, main=False)
        give_subject(self.reading, one, at, self.main, self.speakers)
        return one if one.how == AFTER else None

    def _opens_clause(self, one: Said) -> bool:
        if one.word.form is Form.PARTICIPLE or one.cue.start > self.reading.starts[one.at]:
            return True
        return one.at > self.low and self.reading.folded[one.at - 1] in lists.CLAUSE_OPENERS

    # ---- what was said

    def _kept(self, said: list[Said], sources: list[Source]) -> Iterator[AttributionFound]:
        """Yield the attributions with the ends of their contents and their channels."""
        via = next((source.span for source in sources if source.span is not None), None)
        stops = self._stops(said, sources)
        for one in said:
            content = self._content(one, stops)
            if content is None:
                continue
            chain = one.via or via or self._channel(one)
            if chain is not None and one.speaker is not None and chain.overlaps(one.speaker):
                chain = None
            yield AttributionFound(
                content=content,
                cue=one.cue,
                speaker=one.speaker,
                via=chain,
                kind=one.complement.kind,
                carried_over=one.carried,
                evidence=self._evidence(one),
                clause=self._whole(one, stops),
            )

    def _evidence(self, one: Said) -> tuple[Evidence, ...]:
        text = self.reading.text
        cue = Evidence("evidence-said-cue", 0.5, {"cue": one.cue.of(text)})
        brought = reason(f"evidence-said-{one.complement.brought}", 0.3)
        if one.speaker is None:
            return cue, brought
        return cue, brought, Evidence(one.how, 0.2, {"speaker": one.speaker.of(text)})

    def _channel(self, one: Said) -> Span | None:
        """Return the medium it was said to: في مقابلة مع «…»، لصحيفة …."""
        if one.word.form is not Form.FINITE:
            return None
        return channel(self.reading, one.at + 1, one.complement.first)

    def _stops(self, said: list[Said], sources: list[Source]) -> list[int]:
        """Return the offsets where a clause of saying, a source or an aside begins, in order."""
        stops = [self._clause_start(one) for one in said if one.boundary]
        stops.extend(source.offset for source in sources)
        stops.extend(self._asides())
        return sorted(stops)

    def _asides(self) -> Iterator[int]:
        """Yield where the writer adds something about the saying: '، من دون تقديم تفاصيل'."""
        folded = self.reading.folded
        for at in self.reading.marked(_ASIDE, self.low + 2, self.high - 1):
            if folded[at] == "دون" and folded[at + 1] in lists.WITHOUT:
                begin = at - 1 if folded[at - 1] == "من" else at
                if "،" in self.reading.gap(begin):
                    yield self.reading.starts[begin]

    def _clause_start(self, one: Said) -> int:
        at = one.at
        if at and self.reading.folded[at - 1] in lists.CLAUSE_OPENERS:
            at -= 1
        return self.reading.starts[at]

    def _end(self, start: int, stops: list[int]) -> int:
        following = bisect_right(stops, start)
        end = stops[following] if following < len(stops) else self.span.end
        return self.reading.trimmed(start, min(end, self.span.end))

    def _content(self, one: Said, stops: list[int]) -> Span | None:
        span = one.complement.span
        if one.complement.kind == "direct" and not one.complement.open:
            return span
        end = self._end(span.start, stops)
        return Span(span.start, end) if end > span.start else None

    def _whole(self, one: Said, stops: list[int]) -> Span | None:
        """Return the clause that a quotation is only a part of, None when it is all."""
        complement = one.complement
        if complement.kind != "direct" or complement.open:
            return None
        quote = self.reading.opens.get(complement.first)
        start = self.reading.starts[complement.first]
        if quote is not None and quote.inner == complement.span:
            if not complement.governed:
                return None  # the quotation follows a colon or stands alone
            start = quote.outer.start
        quoted = complement.span.end
        end = self._end(quoted, stops) if quoted < self.span.end else quoted
        if not any(char.isalpha() for char in self.reading.text[quoted:end]):
            end = quoted + (self.reading.text[quoted : quoted + 1] in _CLOSING)
        return Span(start, end) if start < end else None

    # ---- sources alone

    def _according(self, sources: list[Source]) -> Iterator[AttributionFound]:
        """Yield the source of a sentence that has no other attribution."""
        for source in sources:
            speaker, carried = source.span, False
            if speaker is None and self.speakers:
                speaker, carried = self.speakers[-1].span, True
            quote = self.reading.speech_before(source.first, self.low)
            content = quote.inner if quote is not None else self._beside(source)
            if content is None:
                continue
            if speaker is not None and not carried and self._can_speak(speaker):
                self.speakers.append(Spoke(speaker, None))
            cue = source.cue.of(self.reading.text)
            yield AttributionFound(
                content=content,
                cue=source.cue,
                speaker=speaker,
                via=None,
                kind="direct" if quote is not None else "according",
                carried_over=carried,
                evidence=(
                    Evidence("evidence-said-cue", 0.5, {"cue": cue}),
                    reason("evidence-said-according", 0.3),
                ),
            )
            return

    def _can_speak(self, source: Span) -> bool:
        """Whether a source is somebody who may go on speaking, not a list or a condition."""
        word = self.reading.folded[self.reading.index(source.start + 1) - 1]
        return is_role(word) or is_role(word[1:])

    def _beside(self, source: Source) -> Span | None:
        """Return what stands before a source in its sentence, or after one that opens it."""
        before = self.reading.trimmed(self.span.start, source.offset)
        if source.first > self.low and before > self.span.start:
            return Span(self.span.start, before)
        if source.after >= self.high:
            return None
        after = range(source.after, min(self.high, source.after + _FAR_FROM_SOURCE))
        first = next((n for n in after if self.reading.folded[n] in lists.SO), source.after)
        start = self.reading.starts[first]
        end = self.reading.trimmed(start, self.span.end)
        return Span(start, end) if start < end else None
