"""What stands around numbers: hedges, units, currencies, counted nouns in the dual.

Phrases are tuples of folded words. A hedge decides which bound of a quantity is open.
"""

from __future__ import annotations

from functools import cache
from typing import NamedTuple

from tawatur_core.arabic.fold import fold_text
from tawatur_core.model import Hedge


def folded_set(words: str) -> frozenset[str]:
    """Return the folded words of a blank-separated list."""
    return frozenset(map(fold_text, words.split()))


class Phrase(NamedTuple):
    """A hedge phrase; `verbal` ones take only waw and fa before them, not prepositions.

    'تصل إلى 9' is an upper bound, 'لتصل إلى 9' tells the result.
    """

    words: tuple[str, ...]
    hedge: Hedge
    verbal: bool


_AT_LEAST = """أكثر من|أزيد من|أكثر بقليل من|أعلى من|أكبر من|لا أقل من|ليس أقل من
ما لا يقل عن|لا يقل عن|لا تقل عن|لا يقلون عن|لم يقل عن|لم تقل عن
لا يقل عددهم عن|ما يزيد على|ما يزيد عن|ما يربو على|ما يربو عن|ما يفوق
ما يتجاوز|على الأقل|بحد أدنى|كحد أدنى|حد أدنى|فوق|ما فوق|يزيد على|يزيد عن
تزيد على|تزيد عن|يزيدون على|يزيدون عن|زاد على|زاد عن|زادت على|زادت عن
يربو على|يربو عن|تربو على|تربو عن|يفوق|تفوق|فاق|فاقت|يتجاوز|تتجاوز|تجاوز
تجاوزت|تجاوزوا|متجاوزا|متجاوزة|يتخطى|تتخطى|تخطى|تخطت|يتعدى|تتعدى|تعدى|تعدت
أكثر من أو يساوي|أكبر من أو يساوي|أكبر من أو تساوي|أكثر من أو تساوي"""
_AT_MOST = """أقل من|أقل بقليل من|أدنى من|أدنى|أصغر من|أقل من أو يساوي|أصغر من أو يساوي
أصغر من أو تساوي|أقل من أو تساوي|ليس أكثر من|لا أكثر من|على الأكثر|بحد أقصى
كحد أقصى|حد أقصى|تحت|دون|ما دون|ما يصل إلى|يصل إلى|تصل إلى|يصل حتى|تصل حتى
يصلون إلى|لا يتجاوز|لا تتجاوز|لا يتجاوزون|لم يتجاوز|لم تتجاوز|لن يتجاوز
لن تتجاوز|لا يزيد على|لا يزيد عن|لا تزيد على|لا تزيد عن|لم يزد على|لم يزد عن
لم تزد على|لم تزد عن|لا يتعدى|لا تتعدى|لم يتعد|لم تتعد|لا يتخطى|لا تتخطى
لا يفوق|لا تفوق|يقل عن|تقل عن"""
_ABOUT = """نحو|حوالي|قرابة|زهاء|ما يقارب|يقارب|تقارب|ما يقرب من|يقرب من|تقرب من|قريبا من|في حدود
بحدود|حدود|ما يناهز|يناهز|تناهز|ناهز|ناهزت|تقريبا|بنحو|بين نحو|ما قدر بنحو|ما يقدر بنحو"""
_AFTER = {
    Hedge.AT_LEAST: """على الأقل|على أقل تقدير|أو أكثر|أو أكثر من|أو أكبر|أو أكبر من|أو يزيد|فأكثر
فما فوق|وما فوق|كحد أدنى|أو أعلى|أو تزيد""",
    Hedge.AT_MOST: "على الأكثر|على أكثر تقدير|أو أقل|فأقل|كحد أقصى|أو أدنى|أو أصغر|فما دون|وما دون",
    Hedge.ABOUT: "تقريبا",
}
_VERBS = frozenset("يتسنزف")
_NO_VERB = folded_set("نحو تحت فوق زهاء تقريبا")


def _phrases(source: str, hedge: Hedge) -> list[Phrase]:
    found = []
    for line in source.replace("\n", "|").split("|"):
        words = tuple(map(fold_text, line.split()))
        verbal = words[0][0] in _VERBS and words[0] not in _NO_VERB
        found.append(Phrase(words, hedge, verbal))
    return found


@cache
def hedges_before() -> dict[str, tuple[Phrase, ...]]:
    """Return the hedges that stand before a number, by their last word, longest first."""
    phrases = [
        *_phrases(_AT_LEAST, Hedge.AT_LEAST),
        *_phrases(_AT_MOST, Hedge.AT_MOST),
        *_phrases(_ABOUT, Hedge.ABOUT),
    ]
    return _by_key(phrases, -1)


@cache
def hedges_after() -> dict[str, tuple[Phrase, ...]]:
    """Return the hedges that stand after a number or its unit, by first word, longest first."""
    phrases = [p for hedge, source in _AFTER.items() for p in _phrases(source, hedge)]
    return _by_key(phrases, 0)


def _by_key(phrases: list[Phrase], at: int) -> dict[str, tuple[Phrase, ...]]:
    found: dict[str, list[Phrase]] = {}
    for phrase in sorted(phrases, key=lambda p: -len(p.words)):
        found.setdefault(phrase.words[at], []).append(phrase)
    return {key: tuple(values) for key, values in found.items()}


CURRENCIES = folded_set(
    """دولار دولارا دولارات دولارين دولاران يورو يوروهات ريال ريالا ريالات
    ريالين جنيه جنيها جنيهات جنيهين درهم درهما دراهم درهمين دينار دينارا دنانير دينارين ليرة
    ليرات ليرتين روبل روبلا روبلات ين ينا يوان يوانا فرنك فرنكا فرنكات شيكل شيكلا شواكل شيقل
    روبية روبيات وون هللة هللات سنت سنتا سنتات قرش قرشا قروش فلس فلسا فلوس تومان تومانا كرونة
    كرونات بيزو بيسة بايسة إسترليني استرليني باوند مارك سنتيم أوقية"""
)
SYMBOLS = frozenset("$€£¥₽₪₺₹﷼")
MEASURES = folded_set(
    """متر مترا أمتار كيلومتر كيلومترا كيلومترات كيلو سنتيمتر طن طنا أطنان
    برميل برميلا براميل قدم ميل ميلا أميال هكتار هكتارا فدان فدانا لتر لترا سنة كيلوغرام
    كيلوجرام جرام غرام ميغاواط ميجاوات درجة نقطة"""
)
_MEASURE_ENDS = folded_set("مربع مربعا مربعة مكعب مكعبا متر مترا غرام جرام واط ضوئية مئوية أساس")

# After a number these begin something else than the thing counted.
NO_UNIT = folded_set(
    """في من إلى على عن مع أن إن أو ثم حتى لدى عند ضد نحو أي وفق بعد قبل خلال
    منذ بين أمام تحت فوق حول ما لا لم لن ليس كما كان كانت هو هي هم هذا هذه ذلك تلك الذي التي
    الذين إذ إذا قد لقد فقط بل لكن أما كل بعض غير سوى مثل دون ضمن عبر رغم بسبب بحسب حسب وفقا
    بنسبة بنحو بما مما فيما بينما حيث منها منهم منه فيها فيه عليها عليه لها له لهم به بها لكل
    لكن نظرا عندما حين حينما عام العام سنة شهر و ف ب ل ك ال أيضا تقريبا مقابل مقارنة مقارنا قال
    وقال بلغ أخرى آخر آخرين إضافية مجددا أكثر أقل أعلى فأكثر فأقل بأن لأن حاليا نصف ربع ثلث
    يناير فبراير مارس أبريل مايو يونيو يوليو أغسطس سبتمبر أكتوبر نوفمبر ديسمبر هـ م ه"""
)
_JOINED = ("لل", "بال", "كال", "فال", "وال", "ولل", "وبال")
_WAW_NOUNS = folded_set(
    """وظيفة وظائف وحدة وحدات وزير وزيرا وزراء وزيرة ولد ولدا واقعة وقائع وردة
    وسيلة وسائل وكالة وكالات ولاية ولايات وفد وفدا وفود وثيقة وثائق ورقة ورقات أوراق وون واط
    وجبة وجبات وفاة وفيات ورشة ورش واحة ودائع وديعة ورقة وزارة وزارات وجهة وجها وسام وصلة وضعا
    وعد وقفة وقف وافدا وافد"""
)


def is_counted(word: str, *, definite: bool = False) -> bool:
    """Whether a folded word can be the noun that a number before it counts."""
    if not word[0].isalpha() or len(word) < 2 or word in NO_UNIT or word.startswith(_JOINED):
        return False
    if word.startswith("و") and word not in _WAW_NOUNS:
        return False
    return definite or not word.startswith("ال") or len(word) <= 4


def goes_on(unit: str, word: str) -> bool:
    """Whether `word` belongs to the unit before it: ريال سعودي, متر مكعب."""
    if unit in CURRENCIES:
        nisba = word.endswith(("ي", "يا", "يه")) and len(word) > 3 and not word.startswith("ال")
        return nisba and word not in NO_UNIT
    return unit in MEASURES and word in _MEASURE_ENDS


# A number after these is a label, the number of an article, room, road or resolution.
LABELS = folded_set(
    """المادة مادة الفقرة فقرة البند بند القرار قرار رقم الرقم رقمه رقمها
    الغرفة الطريق القناة الرحلة المرسوم الصفحة صفحة الخط الجولة المرحلة الدقيقة الطبعة الدورة
    النسخة عام العام عاما سنة السنة الساعة ساعة مونديال خليجي الذكرى المرتبة المركز القرن مرسوم
    القانون قانون اللواء الفرقة الكتيبة"""
)
# Verbs and nouns of change: after them 'من 5 إلى 7' is a move and not a range.
CHANGES = folded_set(
    """ارتفع ارتفعت يرتفع ترتفع ارتفاع ارتفاعا انخفض انخفضت ينخفض تنخفض انخفاض
    انخفاضا تراجع تراجعت يتراجع تتراجع زاد زادت يزيد تزيد زيادة قفز قفزت يقفز نما نمت نمو هبط
    هبطت هبوط صعد صعدت صعود رفع رفعت يرفع ترفع خفض خفضت خفض يخفض تخفض تقليص قلص قلصت تحول انتقل
    تغير تغيرت تقلص تقلصت تضاعف تضاعفت هوى هوت تدهور ليرتفع لترتفع لينخفض لتنخفض وارتفع وارتفعت
    وانخفض وانخفضت وتراجع وتراجعت وزاد وزادت وقفز وقفزت خفضا رفعا"""
)

# Nouns whose plural is broken or feminine: with ين or ان they can only be duals.
_DUAL_NOUNS = """عام سنة شهر أسبوع يوم ساعة دقيقة ثانية ليلة قرن عقد فصل مرة صاروخ قتيل
جريح شخص جندي رجل امرأة طفل طفلة ولد بنت فتاة شاب أخ شقيق ابن أب زوج طالب طالبة ضابط شرطي شهيد
مصاب لاجئ نائب وزير رئيس زعيم دولة بلد شركة مصرف بنك مدينة قرية محافظة منطقة مقاطعة ولاية مبنى
منزل بيت مدرسة جامعة مستشفى مسجد كنيسة سفينة طائرة مقاتلة مروحية مسيرة دبابة سيارة حافلة قطار
قاعدة قنبلة قذيفة غارة ضربة هجوم عملية عبوة لغم انفجار تفجير حادث حادثة اتفاق اتفاقية معاهدة
قرار قانون بيان رسالة تقرير وثيقة صفقة مشروع خطة مرحلة جولة مباراة هدف نقطة بطاقة لقب ميدالية
بطولة كأس نصف فريق منتخب ناد لاعب لاعبة مقعد صوت حزب حركة كتلة جلسة قمة اجتماع لقاء زيارة محطة
مفاعل حقل بئر سد جسر نهر بحر ميناء مطار طريق خط كتاب فيلم رواية قصة صحيفة قناة صحفي صحافي مراسل
مدني عسكري موظف عامل مسلح إرهابي متهم مشتبه سجين أسير رهينة جثة طن متر مليون ألف مليار درجة مئة
كيلومتر برميل لتر سنتيمتر دولار ريال جنيه دينار درهم ليرة بند شرط سبب عنصر نوع جزء طرف جانب جهة
لواء كتيبة فرقة سرية قائد مقاتل نصب تمثال قصر فندق عمارة شقة غرفة طابق مركز معبر حاجز نفق خزان
قارب زورق"""
_NOT_DUAL = folded_set(
    """مليونين مليونان ألفين ألفان مليارين ملياران مئتين مئتان نصفين نصفان
    جانبين عسكريين مدنيين مقاتلين عاملين إرهابيين لاعبين مصابين موظفين مسلحين متهمين مشتبهين
    مراسلين صحفيين صحافيين لاجئين نائبين"""
)


@cache
def duals() -> dict[str, int]:
    """Return the folded duals (صاروخين, وبمرتين) of nouns without a plural in ين.

    Values are the number of clitic letters. Definite duals are left out: 'the two countries' tells
    which, not how many.
    """
    found: set[str] = set()
    for noun in map(fold_text, _DUAL_NOUNS.split()):
        stem = noun[:-1] + "ت" if noun.endswith("ه") else noun
        found.update((stem + "ين", stem + "ان"))
    clitics = ("", "و", "ف", "ب", "ل", "ك", "وب", "ول")
    return {clitic + dual: len(clitic) for dual in found - _NOT_DUAL for clitic in clitics}
