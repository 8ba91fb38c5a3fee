"""Words that exclude one another in news: ارتفع and انخفض cannot both be said of one price."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache

from tawatur_core.arabic import fold_text
from tawatur_core.reconcile.terms import raw_words

# Families of words that mean one direction, against the families that mean the other.
_PAIRS = """
ارتفع يرتفع ترتفع ارتفاع صعد يصعد تصعد صعود زاد يزيد تزيد زيادة قفز يقفز تقفز قفزة
نمو ينمو تعافى يتعافى تعافي انتعاش ينتعش تنتعش مكاسب يرفع ترفع رفع
  ≠ انخفض ينخفض تنخفض انخفاض هبط يهبط تهبط هبوط تراجع يتراجع تتراجع تراجعا نقص ينقص
    نقصان انكماش ينكمش انهيار ينهار تنهار خسائر يخفض تخفض خفض تخفيض يهوي تهوي

أعلى أكثر أكبر أطول
  ≠ أدنى أقل أصغر أقصر

وافق يوافق توافق موافقة يقبل تقبل قبول يقر تقر إقرار يؤيد تؤيد تأييد يدعم تدعم دعم
يرحب ترحب ترحيب
  ≠ رفض يرفض ترفض رفضا يعارض تعارض معارضة يستنكر تستنكر يدين تدين إدانة

نجح ينجح تنجح نجاح نجاحا
  ≠ فشل يفشل تفشل فشلا إخفاق يخفق

فاز يفوز تفوز فوز انتصار ينتصر يتوج
  ≠ خسر يخسر تخسر خسارة هزيمة يهزم

افتتح يفتتح تفتتح افتتاح يفتح تفتح فتح
  ≠ أغلق يغلق تغلق إغلاق

بدأ يبدأ تبدأ بدء انطلاق ينطلق تنطلق استئناف يستأنف تستأنف استمرار يستمر يواصل تواصل
  ≠ انتهى ينتهي تنتهي انتهاء توقف يتوقف تتوقف وقف يوقف توقف إيقاف إنهاء ينهي تنهي تعليق
    يعلق

اعتقل يعتقل تعتقل اعتقال سجن يسجن حبس احتجاز توقيف القبض
  ≠ إفراج الإفراج أفرجت يفرج تفرج إطلاق سراح إخلاء تبرئة براءة

نجاة ينجو تنجو إنقاذ أنقذ ينقذ تنقذ
  ≠ مقتل يقتل تقتل قتلى وفاة مصرع غرق

أكد يؤكد تؤكد تأكيد اعتراف يعترف تعترف
  ≠ نفى ينفي تنفي نفيا إنكار ينكر تنكر تكذيب

سمح يسمح تسمح السماح أجاز يجيز
  ≠ منع يمنع تمنع منعا حظر يحظر تحظر

انضم ينضم تنضم انضمام دخول يدخل تدخل
  ≠ انسحب ينسحب تنسحب انسحاب خروج يخرج تخرج

وصل يصل تصل وصول
  ≠ غادر يغادر تغادر مغادرة

سلام هدوء هدنة مستقر مستقرة استقرار
  ≠ اشتباكات معارك غارات تصعيد اضطرابات

يربح تربح أرباح ربح
  ≠ يخسر تخسر خسائر خسارة

تحسن يتحسن تتحسن
  ≠ تدهور يتدهور تتدهور تردي

تعيين يعين تعين عين
  ≠ إقالة يقيل تقيل أقال عزل استقالة يستقيل
"""


@cache
def _table() -> dict[str, frozenset[int]]:
    table: dict[str, set[int]] = {}
    for number, pair in enumerate(_PAIRS.split("\n\n"), 1):
        one, other = pair.split("≠")
        for sign, words in ((1, one), (-1, other)):
            for word in fold_text(words).split():
                table.setdefault(word, set()).add(sign * number)
    return {word: frozenset(signs) for word, signs in table.items()}


def _directions(words: Iterable[str]) -> dict[int, str]:
    """Return the directions a text takes, with the word that takes each."""
    table = _table()
    found: dict[int, str] = {}
    for word in words:
        for form in _forms(word):
            for sign in table.get(form, ()):
                found.setdefault(sign, word)
    return found


def _forms(word: str) -> tuple[str, ...]:
    prefixes = ("وال", "بال", "ال", "لل", "و", "ب", "ل", "س")
    forms = [word]
    forms += [word[len(p) :] for p in prefixes if word.startswith(p) and len(word) - len(p) >= 3]
    forms += [f.rstrip("ا") for f in forms if f.endswith("ا")]
    return tuple(forms)


# The pairs (by number) of which both happen in turn: one arrives and leaves, begins and ends.
_IN_TURN = ("افتتح", "بدا", "اعتقل", "وصل", "انضم")


def opposed(a: str, b: str, *, in_turn: bool = True) -> tuple[str, str] | None:
    """Return two words that exclude one another, one of each text; None when there are none.

    `in_turn` counts what may follow one another (arrive, leave) as opposed. A text that takes both
    directions (ارتفاع النفط وهبوط المخزون) is not opposed to either.
    """
    ours, theirs = _directions(raw_words(a)), _directions(raw_words(b))
    turns: set[int] = set() if in_turn else {abs(s) for w in _IN_TURN for s in _table()[w]}
    for sign in sorted(ours, key=abs):
        if abs(sign) in turns:
            continue
        if -sign in theirs and -sign not in ours and sign not in theirs:
            return ours[sign], theirs[-sign]
    return None
