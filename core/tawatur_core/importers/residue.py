"""Lines of a saved article that are not the article: share buttons, 'read also', copyright.

They are marked where they stand, never deleted: an analyst sees them and may take the mark off.
Only whole lines are judged, by how they begin or by being nothing but such words.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from tawatur_core.arabic import fold_text
from tawatur_core.model import Span

_LINE = re.compile(r"[^\n]+")
# All patterns are read against folded text: ا for أإآ, ه for ة, ي for ى, no marks.
_WORD = re.compile(r"[^\W\d_]+")
_BUTTONS = frozenset(
    _WORD.findall(
        "شارك شاركها شاركه شاركنا مشاركه مشاركات انشر نشر غرد تغريد طباعه اطبع ارسال ارسل نسخ"
        " الرابط"
        " رابط حفظ استمع المقال الخبر هذا عبر علي و مع الاصدقاء فيسبوك فيس بوك تويتر اكس واتساب"
        " واتس"
        " اب تلغرام تليغرام لينكدان لينكد ان ماسنجر بنترست البريد الالكتروني تعليق تعليقات"
        " التعليقات"
        " share tweet print email mail e copy link facebook twitter x whatsapp telegram linkedin"
        " messenger pinterest reddit save listen comment comments like follow on via this"
        " article to"
    )
)
# At least one of them must be there: «على هذا» is no button.
_NAMED = re.compile(
    "شارك|انشر|غرد|تغريد|طباع|اطبع|نسخ|فيس|تويتر|واتس|تعليق|share|tweet|print|copy|facebook|twitter"
    "|whatsapp|telegram|linkedin|comment"
)
_BEGINS = re.compile(
    r"[\W_]*(?:"
    r"اقرا (?:ايضا|المزيد|كذلك)|اقرؤوا ايضا|شاهد ايضا|شاهدوا|تابع ايضا|طالع ايضا|انظر ايضا"
    r"|(?:مواضيع|موضوعات|اخبار|مقالات) (?:ذات صله|متعلقه|مشابهه|قد تهمك)|قد يهمك|قد يعجبك"
    r"|ذات صله\W*$|(?:المزيد (?:من|حول|عن)|الاكثر (?:قراءه|مشاهده|تداولا)|للمزيد)\b"
    r"|تابعونا|تابعنا|تابعوا (?:اخر|احدث|صفحه|قناه|حساب)|تابعوا\b.*\bعبر\b"
    r"|اشترك(?:وا)? (?:في|الان|بـ)|انضم(?:وا)? (?:الي|الينا)|حمل(?:وا)? (?:تطبيق|التطبيق)"
    r"|النشره البريديه|اترك(?:وا)? (?:تعليق|ردا|رد)|اضف تعليق|اكتب تعليق|لا توجد تعليقات"
    r"|(?:جميع|كافه|كل) (?:الحقوق|حقوق)|حقوق (?:النشر|الطبع)|©"
    r"|(?:صوره|الصوره|تصوير|مصدر الصوره|الصور)\s*:|صوره ارشيفيه|صوره من الارشيف"
    r"|(?:تاريخ النشر|نشر (?:في|بتاريخ)|تم النشر|اخر تحديث|تاريخ التحديث)\b.*\d"
    r"|وقت القراءه|مده القراءه|(?:الكلمات|كلمات) (?:الداله|المفتاحيه|مفتاحيه|دلاليه)"
    r"|وسوم\s*:|الوسوم\b|exit mobile version|leave a (?:comment|reply)"
    r"|read (?:more|also|next)\b|related (?:articles|posts|stories|news)|see also\b"
    r"|you may (?:also )?like|subscribe\b|sign up (?:for|to)\b|follow us\b"
    r"|all rights reserved|copyright\b|advertisement\b|sponsored\b|photo(?: by|\s*:)"
    r"|image (?:by|credit|source)|tags\s*:|share this\b|click to share\b|\d+ (?:shares|comments)\b"
    r")",
    re.IGNORECASE,
)
_LONGEST = 200  # code points: a longer line tells something, however it begins


def is_residue(line: str) -> bool:
    """Whether a line is no part of an article, judged by its words alone."""
    if len(line) > _LONGEST:
        return False
    folded = fold_text(line).strip()
    if not folded:
        return False
    words = _WORD.findall(folded.casefold())
    buttons = bool(words) and _BUTTONS.issuperset(words) and any(map(_NAMED.match, words))
    return buttons or _BEGINS.match(folded) is not None


def residue_of(text: str, marked: Iterable[Span] = ()) -> tuple[Span, ...]:
    """Return the parts that are not the article: `marked` and the lines told by their words.

    Parts with nothing but space between them become one. Nothing is returned when nothing else
    would be left.
    """
    lines = [Span(m.start(), m.end()) for m in _LINE.finditer(text) if is_residue(m.group())]
    joined: list[Span] = []
    for span in sorted([*lines, *marked]):
        trimmed = _trimmed(text, span)
        if trimmed is None:
            continue
        last = joined[-1] if joined else None
        if last and (trimmed.start <= last.end or not text[last.end : trimmed.start].strip()):
            joined[-1] = Span(last.start, max(last.end, trimmed.end))
        else:
            joined.append(trimmed)
    whole = len(joined) == 1 and joined[0] == _trimmed(text, Span(0, len(text)))
    return () if whole else tuple(joined)


def _trimmed(text: str, span: Span) -> Span | None:
    words = span.of(text)
    if not words.strip():
        return None
    start = span.start + len(words) - len(words.lstrip())
    return Span(start, span.end - (len(words) - len(words.rstrip())))
