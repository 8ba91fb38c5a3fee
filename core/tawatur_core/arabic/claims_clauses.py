"""The pieces of a text that can be claims: what somebody said, or a sentence of the article."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import accumulate

from tawatur_core.arabic import claims_words as lists
from tawatur_core.arabic.attribution_phrases import Reading, without_and
from tawatur_core.arabic.attribution_verbs import CUES, Form
from tawatur_core.arabic.attribution_words import (
    BARE_COMPLEMENTIZERS,
    CLAUSE_OPENERS,
    RELATIVE,
    words_of,
)
from tawatur_core.arabic.results import AttributionFound
from tawatur_core.arabic.words import sentences
from tawatur_core.model import ClaimKind, Span

_HEADING_WORDS = 14
_SHORT_QUOTE = 8  # words: a shorter quotation is part of the clause it stands in
_MIN_WORDS = 4
_ENDINGS = frozenset('.!?؟…:»”"')
_LABEL = re.compile(r"[–—\-•*]\s*[^\W\d_][^:\n]{2,60}:\s*")
_DASH = re.compile(r"[–—\-•*]\s+")
_BULLETS = frozenset("–—-•*")
_ANY_DASH = re.compile("[–—-]")
_LONGEST_DATELINE = 43  # code points up to its dash
_DATELINE = re.compile(
    r"[^\n:–—.]{2,40}\s[–—-]\s+|[^\n:–—.،-]{2,24}\s?[-–—]\s?[^\n:–—.،]{2,24}:\s+"
)


@dataclass(frozen=True, slots=True)
class Clause:
    """A piece of text with how it is told. `said` is the attribution it comes from.

    `sentence` is the whole sentence that it is a piece of.
    """

    span: Span
    kind: ClaimKind
    sentence: Span
    said: AttributionFound | None = None


def clauses(reading: Reading, found: list[AttributionFound]) -> Iterator[Clause]:
    """Yield the clauses of a text in order, headings left out."""
    text = reading.text
    spans = sentences(text)
    starts = [one.cue.start for one in found]
    alone = len(spans) == 1
    for sentence in spans:
        if not alone and is_heading(text, sentence):
            continue
        low, high = bisect_left(starts, sentence.start), bisect_left(starts, sentence.end)
        yield from _of_sentence(reading, sentence, found[low:high])


def is_heading(text: str, span: Span) -> bool:
    """Whether a sentence is a line of its own, short and without closing punctuation."""
    before = text[max(0, span.start - 8) : span.start].rstrip(" \t\u00a0")[-1:]
    after = text[span.end : span.end + 8].lstrip(" \t\u00a0")[:1] or "\n"
    if before not in {"", "\n"} or after != "\n":
        return False
    line = span.of(text)
    return line[-1] not in _ENDINGS and len(line.split()) <= _HEADING_WORDS


def _of_sentence(
    reading: Reading, sentence: Span, found: list[AttributionFound]
) -> Iterator[Clause]:
    main = _main(reading, found)
    if not main:
        yield from _split(reading, Clause(_lead(reading, sentence), ClaimKind.STATEMENT, sentence))
        return
    prefix = _prefix(reading, sentence, main[0])
    if prefix is not None:
        yield from _split(reading, Clause(prefix, ClaimKind.STATEMENT, sentence))
    for one in main:
        yield from _split(reading, _of_attribution(reading, one, sentence))


def _main(reading: Reading, found: list[AttributionFound]) -> list[AttributionFound]:
    """Return the attributions that are not part of what another says, nor of a relative clause."""
    contents = sorted(
        (one.content.start, one.content.end) for one in found if one.kind != "according"
    )
    starts = [start for start, _ in contents]
    reached = list(accumulate((end for _, end in contents), max))
    main = []
    for one in found:
        before = bisect_right(starts, one.cue.start)
        nested = before > 0 and reached[before - 1] > one.cue.start
        if not nested and not (one.kind != "according" and _in_relative(reading, one)):
            main.append(one)
    return main


def _in_relative(reading: Reading, one: AttributionFound) -> bool:
    at = reading.index(one.cue.start)
    return at > 0 and reading.folded[at - 1] in RELATIVE


def _prefix(reading: Reading, sentence: Span, first: AttributionFound) -> Span | None:
    """Return what the article itself says before somebody is quoted: 'عقد …، مؤكدا …'."""
    at = _cue_index(reading, first)
    cue = CUES.get(_plain(reading, at, first))
    if first.kind == "according" or cue is None:
        return None
    opens = cue.form is Form.PARTICIPLE or first.cue.start > reading.starts[at]
    if at and reading.folded[at - 1] in CLAUSE_OPENERS:
        at, opens = at - 1, True
    start = _lead(reading, sentence).start
    end = reading.trimmed(start, reading.starts[at])
    if not opens or end <= start or reading.index(end) - reading.index(start) < _MIN_WORDS:
        return None
    return Span(start, end)


def _cue_index(reading: Reading, one: AttributionFound) -> int:
    """Return the index of the cue's word; its clitic is not part of the cue."""
    at = reading.index(one.cue.start)
    if at >= len(reading.folded) or reading.starts[at] > one.cue.start:
        at -= 1
    return at


def _plain(reading: Reading, at: int, one: AttributionFound) -> str:
    word = reading.folded[at]
    return word if reading.starts[at] == one.cue.start else word[1:]


def _of_attribution(reading: Reading, one: AttributionFound, sentence: Span) -> Clause:
    if one.kind == "according":
        return Clause(_lead(reading, one.content), ClaimKind.STATEMENT, sentence, one)
    if one.kind == "direct" and not _is_part(reading, one):
        return Clause(one.content, ClaimKind.DIRECT_QUOTE, sentence, one)
    content = one.clause if one.clause is not None else one.content
    if _needs_verb(reading, one):
        content = Span(one.cue.start, content.end)
    else:
        content = _after_that(reading, content)
    return Clause(content, ClaimKind.INDIRECT_QUOTE, sentence, one)


def _is_part(reading: Reading, one: AttributionFound) -> bool:
    """Whether the quotation is a few words of a longer clause: أنها «جارة مقربة» لروسيا."""
    if one.clause is None:
        return False
    size = reading.index(one.content.end) - reading.index(one.content.start)
    return size < _SHORT_QUOTE or one.clause.end > one.content.end + 1


def _needs_verb(reading: Reading, one: AttributionFound) -> bool:
    """Whether what is said makes no clause of its own without the verb that brings it.

    A noun (أعرب عن دعم …), an object of the verb (وصفها بأنها …), a wish (طلب أن تخبر …).
    """
    if any(reason.code == "evidence-said-governed" for reason in one.evidence):
        return True
    at = _cue_index(reading, one)
    cue = CUES.get(_plain(reading, at, one))
    if cue is not None and cue.object_first and reading.ends[at] > one.cue.end:
        return True
    first = reading.index((one.clause or one.content).start)
    words = [word.folded for word in reading.words[first : first + 2]]
    return words[:1] == ["ان"] and len(words) > 1 and _is_subjunctive(words[1])


def _is_subjunctive(word: str) -> bool:
    """Whether a word after أن looks like an imperfect: it begins with ي or ت and is no name."""
    return word[:1] in {"ي", "ت"} and len(word) > 3 and word not in _NAMES_IN_Y_T


# Nouns and names of the news that begin like an imperfect.
_NAMES_IN_Y_T = words_of(
    "تركيا تونس تايوان تايلاند توكيو تشاد تنزانيا تكلفة تعزيز تطوير تحسين تنفيذ تقديم توسيع"
    " تحقيق تعاون تصريحات تحالف توقيع تنظيم تعليق تأجيل تراجع تداعيات تكاليف تقرير تقارير"
    " تشكيل تأثير تجربة تجارب ترامب ترمب تيلرسون تشوي يوسف يوليو يونيو ياسر يحيى يانغ يانج"
    " يورو يمين اليمن تاريخ تحليل تغيير تلك تجاوز تجميد تخفيض تدخل تدريب تدريبات تدمير ترشيح"
    " تسليم تسوية تصدير تصعيد تضخم تطبيق تطبيع تعداد تعديل تعديلات تفاصيل تفجير تفعيل تقديرات"
    " تقدم تكثيف تمويل توزيع توصيل توفير تيار تسعة تسع"
)


def _after_that(reading: Reading, content: Span) -> Span:
    """Return the clause without a bare أن; one with a pronoun (أنه) stays."""
    at = reading.index(content.start)
    if at >= len(reading.folded):
        return content
    word = reading.words[at]
    bare = word.start == content.start and word.folded in BARE_COMPLEMENTIZERS
    if not bare or at + 1 >= reading.index(content.end):
        return content
    start = reading.starts[at + 1]
    quote = reading.opens.get(at + 1)
    if quote is not None and quote.outer.start >= word.end:
        start = quote.outer.start
    return Span(start, content.end)


# ---- the beginning of a sentence

_CONNECTORS = words_of("فيما بينما حيث كما")
_OPENERS = words_of(
    "بدوره بدورها بدورهم جانبه جانبها جهته جهتها جانبهم متصل ذاته نفسه آخر بالمقابل المقابل"
    " ذلك أخرى ثانية سياق_"
)


def _lead(reading: Reading, span: Span) -> Span:
    """Return the sentence from where its news begins: no label, dateline, conjunction, 'بدوره،'."""
    text, start = reading.text, span.start
    if text[start : start + 1] in _BULLETS:
        label = _LABEL.match(text, start, span.end) or _DASH.match(text, start, span.end)
        start = label.end() if label else start
    # The search for a dash is quick, the pattern is not.
    dashed = _ANY_DASH.search(text, start, min(span.end, start + _LONGEST_DATELINE))
    dateline = _DATELINE.match(text, start, span.end) if dashed else None
    if dateline and len(dateline[0].split()) <= 4:
        start = dateline.end()
    at = reading.index(start)
    high = reading.index(span.end)
    for place in range(at, min(at + 5, high - 1)):
        if reading.folded[place] in _OPENERS and "،" in reading.gap(place + 1):
            at = place + 1
            break
    if at < high and reading.folded[at] in _CONNECTORS and at + _MIN_WORDS < high:
        at += 1
    if at >= high:
        return span
    start = without_and(reading, at)
    quote = reading.opens.get(at)
    if quote is not None and span.start <= quote.outer.start < start:
        start = quote.outer.start
    return Span(start, max(start, reading.trimmed(start, span.end)))


# ---- two facts in one sentence


def _split(reading: Reading, clause: Clause) -> Iterator[Clause]:
    """Yield the clause in pieces where a further fact begins."""
    low, high = reading.index(clause.span.start), reading.index(clause.span.end)
    if low and reading.ends[low - 1] > clause.span.start:
        low -= 1  # the clause begins inside a word, after its conjunction
    start, first = clause.span.start, low
    parted = reading.parted
    for at in parted[bisect_right(parted, low) : bisect_left(parted, high)]:
        begin = _new_fact(reading, at, high, clause)
        if begin is None:
            continue
        resume = reading.index(begin)
        if resume and reading.ends[resume - 1] > begin:
            resume -= 1
        if at - first < _MIN_WORDS or high - resume < _MIN_WORDS:
            continue
        end = reading.trimmed(start, reading.starts[at])
        yield replace(clause, span=Span(start, end))
        start, first = begin, resume
    if high - first >= _MIN_WORDS or first == low:
        end = _closed(reading, start, clause.span.end)
        if end > start:
            yield replace(clause, span=Span(start, end))


def _closed(reading: Reading, start: int, end: int) -> int:
    """Return the end without trailing signs, nor a closing mark that nothing opened."""
    end = reading.trimmed(start, end)
    while end > start and reading.text[end - 1] in "([{«“":
        end = reading.trimmed(start, end - 1)
    if end > start and reading.text[end - 1] in '"”»“':
        last = reading.last.get(reading.index(end) - 1)
        if last is None or last.outer.start < start or last.outer.end < end:
            end = reading.trimmed(start, end - 1)
    return end


def _new_fact(reading: Reading, at: int, high: int, clause: Clause) -> int | None:
    """Return where a new fact begins at word `at`, None when none does."""
    gap = reading.gap(at)
    word = reading.folded[at]
    inside = reading.quoted_at(at)
    if inside is not None and clause.kind is not ClaimKind.DIRECT_QUOTE:
        return None
    if "؛" in gap or (gap.startswith(". ") and clause.kind is ClaimKind.DIRECT_QUOTE):
        return without_and(reading, at)
    if "،" not in gap or clause.kind is ClaimKind.DIRECT_QUOTE:
        return None
    following = reading.folded[at + 1] if at + 1 < high else ""
    if word in _CONNECTORS and following not in _NOT_A_FACT:
        return reading.starts[at + 1] if following else None
    if word == "مع" and following in lists.FUTURE_PLANS:
        return reading.starts[at + 1]
    if word in _AND_THAT and clause.kind is ClaimKind.INDIRECT_QUOTE and following:
        return reading.starts[at + 1]
    if word == "بعد" and _counts(reading, at + 1, high):
        return reading.starts[at + 1]
    if word[:1] == "و" and (word[1:] in lists.EVENTS or word[1:] in CUES):
        return without_and(reading, at)
    return None


_AND_THAT = words_of("وأن وإن")
_NOT_A_FACT = words_of("أن لو هو هي يتعلق تعلق قد_ بعد")
_TIMES = words_of(
    "يوم يوما أيام يومين أسبوع أسابيع أسبوعين شهر أشهر شهرا شهرين شهور سنة سنوات عام أعوام"
    " عاما عامين ساعة ساعات دقيقة دقائق أقل أكثر نحو"
)


def _counts(reading: Reading, at: int, high: int) -> bool:
    """Whether a number of things (not days) follows in the clause: بعد إرسال 10 آلاف جندي."""
    if at >= high or reading.folded[at] in _TIMES or reading.folded[at] == "ان":
        return False
    for place in range(at, min(high - 1, at + 6)):
        if "،" in reading.gap(place):
            return False
        if reading.folded[place][:1].isdigit():
            return reading.folded[place + 1] not in _TIMES
    return False
