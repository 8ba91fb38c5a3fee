"""Who is said to have said what: verbs of saying, 'according to', and their quotations.

Every answer rests on named facts of the language: a verb of saying with what it governs, the noun
phrase after it (or before it), the quotation marks, and the one who spoke last where the verb has
no subject of its own ('وأضاف:').
"""

from __future__ import annotations

from dataclasses import dataclass, replace

from tawatur_core.arabic import attribution_words as lists
from tawatur_core.arabic.attribution_according import Source, according_sources
from tawatur_core.arabic.attribution_complement import (
    Complement,
    channel,
    complement_of,
    speech_act,
)
from tawatur_core.arabic.attribution_phrases import (
    Reading,
    cue_at,
    noun_phrase,
    phrase_span,
    without_and,
    with_apposition,
)
from tawatur_core.arabic.attribution_verbs import Cue, Form
from tawatur_core.arabic.results import AttributionFound
from tawatur_core.arabic.words import sentences
from tawatur_core.model import Evidence, Span

_RELAYS = lists.words_of("نقل أورد")
_BEFORE_MAX = 9  # words looked at before a verb for its subject
_CLAUSE_OPENERS = lists.words_of("فيما بينما كما حيث عندما حين حينما")


@dataclass(slots=True)
class _Said:
    """An attribution while its sentence is being read."""

    at: int  # index of the cue word
    cue: Span
    word: Cue
    complement: Complement
    speaker: Span | None
    via: Span | None
    carried: bool
    how: str
    boundary: bool = False  # it opens a new clause, so what was said before ends here
    main: bool = True  # it is not itself part of what another one says


@dataclass(slots=True)
class _Spoke:
    """One who has spoken; `feminine` as the verb before the subject agrees, None if unknown."""

    span: Span
    feminine: bool | None


class _Finder:
    """Reads a text sentence by sentence and remembers who spoke last."""

    def __init__(self, text: str) -> None:
        self.reading = Reading.of(text)
        self.text = text
        self.speakers: list[_Spoke] = []
        self.found: list[AttributionFound] = []

    def run(self) -> list[AttributionFound]:
        """Return the attributions of the text in the order of their cues."""
        low = 0
        count = len(self.reading.words)
        for sentence in sentences(self.text):
            while low < count and self.reading.words[low].start < sentence.start:
                low += 1
            high = self.reading.index(sentence.end)
            if low < high:
                self._sentence(sentence, low, high)
            low = high
        self.found.sort(key=lambda one: (one.cue.start, one.cue.end))
        return self.found

    def _sentence(self, sentence: Span, low: int, high: int) -> None:
        reading = self.reading
        sources = according_sources(reading, low, high)
        taken = {at for source in sources for at in range(source.first, source.after)}
        said: list[_Said] = []
        at = low
        while at < high:
            one = None if at in taken else self._said(at, low, high, said)
            if one is None:
                at += 1
                continue
            said.append(one)
            at = max(at + 1, one.complement.resume)
        self._close(said, sources, sentence)
        self._according(said, sources, sentence, low)

    def _said(self, at: int, low: int, high: int, said: list[_Said]) -> _Said | None:
        reading = self.reading
        found = cue_at(reading, at)
        if found is None:
            return self._speech_act(at, high)
        if found[0].form is Form.NOUN:
            return None
        cue, start = found
        if at > low and reading.folded[at - 1] in lists.NEGATIONS:
            return None  # 'لم يقل': nothing was said
        if at > low and reading.folded[at - 1] == "ان" and not cue.past:
            return None  # 'أن يقول': nothing has been said
        inside = reading.quoted_at(at)
        if inside is not None:
            high = min(high, reading.index(inside.inner.end))
            low = max(low, reading.index(inside.inner.start))
        span = Span(start, reading.words[at].end)
        if cue.suffix:
            span = Span(start, self._without_pronoun(at))
        if inside is None and cue.lemma in _RELAYS:
            relayed = self._relayed(at, cue, span, high)
            if relayed is not None:
                return relayed
        complement = complement_of(reading, at, high, cue)
        if complement is None:
            return self._after_quote(at, low, high, cue, span)
        one = _Said(at, span, cue, complement, None, None, carried=False, how="")
        one.boundary = self._opens_clause(at, cue, start, low)
        one.main = one.boundary or not any(other.complement.first <= at for other in said)
        self._subject(one, low, said)
        if inside is not None and (one.how != "evidence-said-speaker-after" or cue.bare):
            return None
        return one

    def _speech_act(self, at: int, high: int) -> _Said | None:
        """Read 'أصدر الوزير تحذيرا من …': an act of speech as the object of a general verb."""
        complement = speech_act(self.reading, at, high)
        if complement is None or self.reading.quoted_at(at) is not None:
            return None
        word = self.reading.words[at]
        start = without_and(self.reading, at)
        speaker = phrase_span(self.reading, at + 1, complement.first)
        if speaker is None:
            return None
        cue = Cue(word.folded, Form.FINITE, frozenset(), bare=False, object_first=False)
        self.speakers.append(_Spoke(speaker, None))
        return _Said(
            at,
            Span(start, word.end),
            cue,
            complement,
            speaker,
            None,
            carried=False,
            how="evidence-said-speaker-after",
            boundary=start > word.start,
        )

    def _without_pronoun(self, at: int) -> int:
        """Return the end of a verb without its object pronoun (سألتها → سألت)."""
        word = self.reading.words[at]
        size = 3 if word.folded.endswith("هما") else 2 if word.folded[-1] in "امن" else 1
        return max(word.start + 2, word.end - size)

    def _opens_clause(self, at: int, cue: Cue, start: int, low: int) -> bool:
        if cue.form is Form.PARTICIPLE or start > self.reading.words[at].start:
            return True
        return at > low and self.reading.folded[at - 1] in _CLAUSE_OPENERS

    # ---- subjects

    def _subject(self, one: _Said, low: int, said: list[_Said]) -> None:
        if one.word.form is Form.PARTICIPLE:
            self._subject_of_clause(one, low, said)
            return
        relative = one.at > low and self.reading.folded[one.at - 1] in lists.RELATIVE
        after = phrase_span(self.reading, one.at + 1, one.complement.first)
        if after is not None and not (relative and one.word.object_first and not one.word.suffix):
            after = with_apposition(self.reading, after, one.complement.first)
            one.speaker, one.how = after, "evidence-said-speaker-after"
            self._remember(one, after)
            return
        if relative:
            return
        before = self._before(one.at, low)
        if before is not None:
            one.speaker, one.how = before, "evidence-said-speaker-before"
            self._remember(one, before)
            return
        first = self._sentence_subject(low, one.at) if not said else None
        if first is not None:
            one.speaker, one.how = first, "evidence-said-speaker-clause"
            self._remember(one, first)
            return
        self._carry(one)

    def _remember(self, one: _Said, speaker: Span) -> None:
        if one.main:
            self.speakers.append(_Spoke(speaker, one.word.feminine))

    def _subject_of_clause(self, one: _Said, low: int, said: list[_Said]) -> None:
        """Give a participle the subject of the clause it hangs on (… قال لافروف، مضيفا)."""
        main = [other for other in said if other.main]
        if main:
            one.speaker, one.carried = main[-1].speaker, main[-1].carried
            one.how = "evidence-said-speaker-clause"
            return
        first = self._sentence_subject(low, one.at)
        if first is not None:
            one.speaker, one.how = first, "evidence-said-speaker-clause"
            self._remember(one, first)
            return
        self._carry(one)

    def _sentence_subject(self, low: int, stop: int) -> Span | None:
        """Return the noun phrase after the verb that opens the sentence (عقد وزير …)."""
        reading = self.reading
        at = low
        while at < stop and (reading.folded[at] in _DATELINES or reading.folded[at] in _PARTICLES):
            at += 1
        word = reading.folded[at]
        if at + 1 >= stop or word.startswith("ال") or word in lists.PHRASE_ENDS:
            return None
        if reading.gap(at + 1).strip():
            return None
        met = (n for n in range(at + 2, stop) if reading.folded[n] in lists.MEETINGS)
        return phrase_span(reading, at + 1, next(met, stop))

    def _before(self, at: int, low: int) -> Span | None:
        """Return the noun phrase that stands right before the verb (إن مرسي قال)."""
        folded = self.reading.folded
        stop = at - 1 if at > low and folded[at - 1] in {"قد", "وقد", "فقد"} else at
        start = stop
        while start > low and stop - start < _BEFORE_MAX:
            if self.reading.gap(start).strip() or not self._nominal(start - 1):
                break
            start -= 1
        if start == stop:
            return None
        anchored = start == low or folded[start - 1] in lists.SUBJECT_OPENERS
        return self._span_before(start, stop) if anchored else None

    def _nominal(self, place: int) -> bool:
        word = self.reading.folded[place]
        return not (
            word in lists.PHRASE_ENDS
            or word in lists.COMPLEMENTIZERS
            or word in lists.RELATIVE
            or word in lists.SUBJECT_OPENERS
            or cue_at(self.reading, place) is not None
        )

    def _span_before(self, start: int, stop: int) -> Span | None:
        end, offset = noun_phrase(self.reading, start, stop)
        return Span(self.reading.words[start].start, offset) if end == stop else None

    def _carry(self, one: _Said) -> None:
        feminine = one.word.feminine
        for spoke in reversed(self.speakers[-4:]):
            agrees = feminine is None or spoke.feminine is None or spoke.feminine == feminine
            if agrees or one.word.plural:
                one.speaker, one.carried = spoke.span, True
                one.how = "evidence-said-speaker-carried"
                return

    # ---- reports passed on

    def _relayed(self, at: int, cue: Cue, span: Span, high: int) -> _Said | None:
        """Read 'نقلت وكالة … عن فلان قوله إن' and 'نقلت عنه وكالة …'."""
        reading = self.reading
        nxt = at + 1
        if nxt >= high:
            return None
        about = nxt
        via = phrase_span(reading, nxt, high)
        if via is not None:
            about = reading.index(via.end)
        if about >= high or reading.folded[about] != "عن":
            return None
        speaker = phrase_span(reading, about + 1, high) if about + 1 < high else None
        if speaker is None:
            return None
        cue_index = reading.index(speaker.end)
        noun = cue_at(reading, cue_index) if cue_index < high else None
        if noun is not None and noun[0].form is Form.NOUN:
            span, cue = Span(noun[1], reading.words[cue_index].end), noun[0]
        else:
            cue_index -= 1
        complement = complement_of(reading, cue_index, high, cue)
        if complement is None:
            return None
        self.speakers.append(_Spoke(speaker, None))
        return _Said(
            at, span, cue, complement, speaker, via, carried=False,
            how="evidence-said-speaker-relayed", boundary=True,
        )  # fmt: skip

    def _channel(self, one: _Said) -> Span | None:
        """Return the medium it was said to: في مقابلة مع «…»، لصحيفة …."""
        if one.word.form is not Form.FINITE:
            return None
        return channel(self.reading, one.at + 1, one.complement.first)

    def _after_quote(self, at: int, low: int, high: int, cue: Cue, span: Span) -> _Said | None:
        """Read a quotation that stands before its cue: «…»، قال فلان."""
        reading = self.reading
        quote = reading.speech_before(at, low)
        if quote is None or cue.form is not Form.FINITE:
            return None
        speaker = phrase_span(reading, at + 1, high)
        if speaker is None:
            return None
        self.speakers.append(_Spoke(speaker, cue.feminine))
        complement = Complement("direct", quote.inner, at + 1, reading.index(speaker.end))
        return _Said(
            at,
            span,
            cue,
            complement,
            speaker,
            None,
            carried=False,
            how="evidence-said-speaker-after",
        )

    # ---- ends

    def _close(self, said: list[_Said], sources: list[Source], sentence: Span) -> None:
        """Give every attribution its content's end and its via, and keep it."""
        via = next((s.span for s in sources if s.span is not None), None) if said else None
        for place, one in enumerate(said):
            content = self._content(one, said[place + 1 :], sources, sentence)
            if content is None:
                continue
            evidence = [Evidence("evidence-said-cue", 0.5, {"cue": one.cue.of(self.text)})]
            evidence.append(Evidence(f"evidence-said-{one.complement.brought}", 0.3))
            if one.how:
                shown = {"speaker": one.speaker.of(self.text)} if one.speaker else {}
                evidence.append(Evidence(one.how, 0.2, shown))
            chain = one.via or via or self._channel(one)
            if chain is not None and one.speaker is not None and chain.overlaps(one.speaker):
                chain = None
            self.found.append(
                AttributionFound(
                    content,
                    one.cue,
                    one.speaker,
                    chain,
                    one.complement.kind,
                    one.carried,
                    tuple(evidence),
                    self._whole(one, said[place + 1 :], sources, sentence),
                )
            )

    def _content(
        self, one: _Said, later: list[_Said], sources: list[Source], sentence: Span
    ) -> Span | None:
        span = one.complement.span
        if one.complement.kind == "direct" and not one.complement.open:
            return span
        return replace_end(span, self._end(one, span.start, later, sources, sentence))

    def _whole(
        self, one: _Said, later: list[_Said], sources: list[Source], sentence: Span
    ) -> Span | None:
        """Return the clause that a quotation is only the beginning of, None when it is all."""
        complement = one.complement
        if complement.kind != "direct":
            return None
        quote = self.reading.opens.get(complement.first)
        start = self.reading.words[complement.first].start
        if quote is not None and quote.inner == complement.span:
            if not complement.governed:
                return None  # the quotation follows a colon or stands alone
            start = quote.outer.start
        end = self._end(one, complement.span.end, later, sources, sentence)
        after = self.text[complement.span.end : end]
        end = end if any(char.isalpha() for char in after) else complement.span.end
        if self.text[end : end + 1] in _CLOSING and end == complement.span.end:
            end += 1
        return Span(start, end)

    def _end(
        self, one: _Said, start: int, later: list[_Said], sources: list[Source], sentence: Span
    ) -> int:
        """Return where the clause that says it ends: at another cue, a source, the sentence's end."""
        end = sentence.end
        for other in later:
            if other.boundary and other.at >= one.complement.first:
                end = min(end, self._clause_start(other))
                break
        for source in sources:
            if source.offset > start:
                end = min(end, source.offset)
                break
        return self.reading.trimmed(start, end)

    def _clause_start(self, one: _Said) -> int:
        at = one.at
        if at and self.reading.folded[at - 1] in _CLAUSE_OPENERS:
            at -= 1
        return self.reading.words[at].start

    def _according(
        self, said: list[_Said], sources: list[Source], sentence: Span, low: int
    ) -> None:
        """Make attributions of the sources of a sentence that has no other."""
        if said:
            return
        for source in sources:
            speaker, carried = source.span, False
            if speaker is None and self.speakers:
                speaker, carried = self.speakers[-1].span, True
            content = self._according_content(source, sentence, low)
            if content is None or (speaker is None and not source.pronoun):
                continue
            quote = self.reading.speech_before(source.first, low)
            evidence = (
                Evidence("evidence-said-cue", 0.5, {"cue": source.cue.of(self.text)}),
                Evidence("evidence-said-according", 0.3),
            )
            kind = "direct" if quote is not None else "according"
            content = quote.inner if quote is not None else content
            if speaker is not None and not carried:
                self.speakers.append(_Spoke(speaker, None))
            self.found.append(
                AttributionFound(content, source.cue, speaker, None, kind, carried, evidence)
            )
            return

    def _according_content(self, source: Source, sentence: Span, low: int) -> Span | None:
        before = self.reading.trimmed(sentence.start, source.offset)
        if source.first > low and before > sentence.start:
            return Span(sentence.start, before)
        if source.after >= len(self.reading.words):
            return None
        start = self.reading.words[source.after].start
        end = self.reading.trimmed(sentence.start, sentence.end)
        return Span(start, end) if start < end else None


_CLOSING = frozenset("\"”»“'")
_DATELINES = lists.words_of("وكالات")
_PARTICLES = lists.words_of("قد وقد كما ثم و")


def replace_end(span: Span, end: int) -> Span | None:
    """Return the span with another end, None when nothing is left."""
    return replace(span, end=end) if end > span.start else None


def find_attributions(text: str) -> list[AttributionFound]:
    """Return who is said to have said what, in the order of the cue words.

    `content` of a direct quotation is what stands between its marks, of an indirect one the
    clause from أن on; `speaker` is without clitics; spans are in code points.
    """
    return _Finder(text).run()
