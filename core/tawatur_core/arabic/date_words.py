"""The words dates are written with: three month systems, Hijri months, days, units, cues.

All tables are keyed by folded words; `expanded` adds the forms with proclitics.
"""

from __future__ import annotations

from calendar import month_name
from functools import cache
from typing import NamedTuple, TypeVar

from tawatur_core.arabic.fold import fold_text
from tawatur_core.arabic.number_context import folded_set

T = TypeVar("T")

_CLITICS = ("", "و", "ف", "ب", "ل", "ك", "وب", "ول", "فب", "فل", "وك")


def expanded(table: dict[str, T]) -> dict[str, tuple[T, int]]:
    """Return a table keyed by word with proclitics; values gain the number of clitic letters."""
    found: dict[str, tuple[T, int]] = {}
    for clitics in reversed(_CLITICS):
        for word, value in table.items():
            if clitics.endswith("ل") and word.startswith("ال"):
                found[clitics + word[1:]] = (value, len(clitics))
            found[clitics + word] = (value, len(clitics))
    return found


def _by_value(source: dict[int, str]) -> dict[str, int]:
    return {fold_text(word): value for value, words in source.items() for word in words.split()}


MONTHS = _by_value(
    {
        1: "يناير ينايير جانفي",
        2: "فبراير شباط فيفري فبرائر",
        3: "مارس آذار",
        4: "أبريل نيسان أفريل ابرايل",
        5: "مايو أيار ماي مايس",
        6: "يونيو يونية حزيران جوان",
        7: "يوليو يولية تموز جويلية يوليوز",
        8: "أغسطس آب أوت غشت أوغسطس أوغست",
        9: "سبتمبر أيلول شتنبر سيبتمبر شتمبر",
        10: "أكتوبر أوكتوبر",
        11: "نوفمبر نونبر",
        12: "ديسمبر دجنبر",
    }
)
"""Month names of one word: Egyptian and Gulf, Levantine and Iraqi, Maghrebi."""

ENGLISH_MONTHS = {
    form: month
    for month, name in enumerate(month_name[1:], 1)
    for form in (name.casefold(), name[:3].casefold(), "sept" if month == 9 else "")
    if form
}
"""Month names as they stand in Arabic articles beside a day or year: July 12, 2025; 12 Jul 2025."""

SPLIT_MONTHS = {
    (fold_text(first), fold_text(second)): month
    for first, seconds, month in (
        ("كانون", "الثاني ثاني ثان الثان", 1),
        ("كانون", "الأول أول الاول", 12),
        ("تشرين", "الأول أول", 10),
        ("تشرين", "الثاني ثاني ثان الثان", 11),
    )
    for second in seconds.split()
}

HIJRI_MONTHS = _by_value({1: "محرم المحرم", 2: "صفر", 7: "رجب", 8: "شعبان", 9: "رمضان", 10: "شوال"})
SPLIT_HIJRI = {
    (fold_text(first), fold_text(second)): month
    for firsts, seconds, month in (
        ("ربيع", "الأول أول", 3),
        ("ربيع", "الآخر الثاني الثان آخر ثاني", 4),
        ("جمادى جماد جمادي", "الأولى الأول أول", 5),
        ("جمادى جماد جمادي", "الآخرة الآخر الثانية الثاني ثاني", 6),
        ("ذو ذي ذا", "القعدة قعدة", 11),
        ("ذو ذي ذا", "الحجة حجة", 12),
    )
    for first in firsts.split()
    for second in seconds.split()
}
HIJRI_MONTHS |= {
    first + second: month for (first, second), month in SPLIT_HIJRI.items() if month > 10
}
WEAK_MONTHS = folded_set("آب مارس ماي نيسان جوان أوت صفر محرم المحرم رجب شعبان رمضان شوال")
"""Month names that are also other words: 'father', 'he practised', persons, 'zero', 'forbidden'."""

WEEKDAYS = {
    fold_text(word): day
    for day, words in enumerate(
        (
            "الاثنين الإثنين اثنين الأثنين",
            "الثلاثاء ثلاثاء الثلثاء الثلاثا التلات",
            "الأربعاء أربعاء الاربعا",
            "الخميس خميس",
            "الجمعة جمعة",
            "السبت سبت",
            "الأحد أحد",
        )
    )
    for word in words.split()
}
"""Weekdays, Monday 0; the bare forms stand only after 'يوم' or an ordinal."""


class Unit(NamedTuple):
    """A unit of time: its name, how many the word itself `says` (None: a plural), definite."""

    name: str
    says: int | None
    definite: bool = False


def _units() -> dict[str, Unit]:
    forms: dict[tuple[str, int | None], str] = {
        ("minute", 1): "دقيقة",
        ("minute", None): "دقائق",
        ("hour", 1): "ساعة",
        ("hour", 2): "ساعتين ساعتان",
        ("hour", None): "ساعات",
        ("day", 1): "يوم يوما",
        ("day", 2): "يومين يومان",
        ("day", None): "أيام",
        ("week", 1): "أسبوع أسبوعا إسبوع",
        ("week", 2): "أسبوعين أسبوعان",
        ("week", None): "أسابيع",
        ("month", 1): "شهر شهرا",
        ("month", 2): "شهرين شهران",
        ("month", None): "أشهر شهور",
        ("year", 1): "عام عاما سنة",
        ("year", 2): "عامين عامان سنتين سنتان",
        ("year", None): "أعوام سنوات سنين",
        ("decade", 1): "عقد عقدا",
        ("decade", 2): "عقدين عقدان",
        ("decade", None): "عقود",
        ("century", 1): "قرن قرنا",
        ("century", 2): "قرنين قرنان",
        ("century", None): "قرون",
    }
    found: dict[str, Unit] = {}
    for (name, count), words in forms.items():
        for word in map(fold_text, words.split()):
            found[word] = Unit(name, count)
            found["ال" + word] = Unit(name, count, definite=True)
    return found


UNITS = _units()
_PAST = """الماضي الماضية الماضى الماض الماضيين الماضيتين الماضيات المنصرم المنصرمة المنصرمين
الفائت الفائتة الفائتين الأخير الأخيرة الأخيرين الأخيرتين المنقضي المنقضية الماضيان
السابق السابقة الخالي الفارط الفارطة"""
_NEXT = """المقبل المقبلة المقبلين المقبلتين المقبلان القادم القادمة القادمين القادمتين الجاي الجاية
الآتي الآتية"""
_NOW = "الجاري الجارية الحالي الحالية الراهن الراهنة الحاليين"
MODIFIERS = {
    fold_text(word): step
    for step, words in ((-1, _PAST), (1, _NEXT), (0, _NOW))
    for word in words.split()
}
WHICH = folded_set("اللي الي اللى")
SPOKEN_MODIFIERS = {
    fold_text(word): step
    for step, words in ((-1, "فات فاتت راح راحت مضى مضت"), (1, "جاي جاية جاى بعده بعدها"))
    for word in words.split()
}
THIS = folded_set("هذا هذه ذا هالـ لهذا لهذه وهذا وهذه بهذا بهذه")
OTHER_YEARS = folded_set("الميلادي المالي المالية الدراسي الدراسية الجامعي الهجري الهجرية التأسيسي")
"""Years that are not the calendar's."""
THIS_DAY = folded_set("المساء الصباح الفجر الظهر")
"""Parts of the day that after 'this' mean today: هذا المساء."""
SAME = folded_set("نفسه نفسها ذاته ذاتها عينه نفسهما")
AFTER_THAT = folded_set("التالي التالية")
BEFORE_THAT = folded_set("السابق السابقة")

PARTS_OF_DAY = folded_set(
    """صباح مساء فجر ظهر عصر ليل ليلة ضحى نهار منتصف غروب عشية صبيحة أمسية يوم"""
)
EARLY = folded_set("مطلع بداية أوائل مستهل بدايات")
MIDDLE = folded_set("منتصف أواسط وسط نصف نص")
LATE = folded_set("نهاية أواخر آخر ختام نهايات أخر")
REST = folded_set("باقي بقية")

_SEASONS = {6: "صيف", 9: "خريف", 12: "شتاء", 3: "ربيع"}
SEASONS = {
    form: month
    for month, word in _SEASONS.items()
    for form in (fold_text(word), "ال" + fold_text(word))
}
"""Seasons by their first month (of three)."""

_DECADES = {
    10: "العشر",
    20: "عشرين",
    30: "ثلاثين",
    40: "أربعين",
    50: "خمسين",
    60: "ستين",
    70: "سبعين",
    80: "ثمانين",
    90: "تسعين",
}


@cache
def decades() -> dict[str, int]:
    """Return words like التسعينيات, تسعينات, التسعينيّات with the year in the century."""
    found = {}
    for years, stem in _DECADES.items():
        word = fold_text(stem)
        if word.endswith("ين"):
            for end in ("يات", "ات"):
                found[word + end] = years
                found["ال" + word + end] = years
    return found


DAY_WORDS = {
    fold_text(word): step
    for step, words in (
        (0, "اليوم الليلة هالليلة"),
        (-1, "أمس امس الأمس البارحة امبارح إمبارح مبارح"),
        (1, "غدا غد الغد بكرة بكرا بكره غدًا"),
    )
    for word in words.split()
}
BEFORE_YESTERDAY = (
    ("أمس", "الأول"),
    ("أول", "أمس"),
    ("أول", "من", "أمس"),
    ("اليوم", "الي", "قبل", "امبارح"),
    ("أول", "امبارح"),
    ("أول", "مبارح"),
    ("أول", "البارحة"),
    ("قبل", "أمس"),
)
AFTER_TOMORROW = (("بعد", "غد"), ("بعد", "غدا"), ("بعد", "الغد"), ("بعد", "بكرة"), ("بعد", "بكرا"))

AGO = folded_set("قبل منذ مذ")
AHEAD = folded_set("بعد")
FEW = folded_set("بضعة بضع عدة القليلة قليلة قلائل القلائل معدودة")
NEARLY = folded_set(
    "نحو حوالي قرابة زهاء أكثر أقل من ما يقارب يقرب تقريبا أزيد يزيد يربو على عن يناهز"
)
FROM_NOW = folded_set("الآن الان اليوم هلق")
NOW = folded_set("الآن")
YEAR_MARKS = folded_set("عام العام سنة السنة عاما")
HIJRI_MARKS = folded_set("هـ ه هجري هجرية هجريا للهجرة الهجري")
GREGORIAN_MARKS = folded_set("م ميلادي ميلادية ميلاديا للميلاد الميلادي")
MATCHING = folded_set("الموافق الموافقة والموافق يوافق الموافقه المصادف المصادفة")

FUTURE_WORDS = folded_set(
    """المقرر مقرر المقررة مقررا مقررة تقرر المزمع المزمعة المنتظر المنتظرة
    منتظر المرتقب المرتقبة مرتقب المتوقع متوقع المتوقعة يتوقع تتوقع يرتقب ينتظر سوف لن يعتزم
    تعتزم ينوي تنوي موعد موعدا يستعد تستعد استعدادا تمهيدا يبدأ تبدأ ينطلق تنطلق يقام تقام
    يعقد تعقد يلتقي تلتقي يستضيف تستضيف يواجه تواجه يلعب تلعب يخوض تخوض يغادر تغادر يفتتح تفتتح
    يختتم تختتم يزور تزور يترأس تترأس يحتضن تحتضن يستأنف تستأنف ينظم تنظم يحل تحل يدشن تدشن
    انطلاق المرجح مرجح الأرجح يفترض المفترض عشية القادم المقبل المقبلة القادمة"""
)
_NOT_FUTURE = folded_set(
    """سيارة سيارات سيد سيدة سيدات سياسة سياسي سياسية سياسيا سياسات سياسيين
    سيطر سيطرت سيطرة ستة ستين ستون ستار سينما سيناء سيول سيناريو سيدني ستاد ستوكهولم ستراسبورغ
    سيرجي سيرغي سير سيرة سياق سياج سياحة سياحي سياحية سيئة سيئ سيادة سيادي سيف سيل سيلفا سيسي
    سيستم سيبيريا ستيف ستيفن ستيفان ستديو ستوديو ستاندرد سيتي سيمنز سيطروا سيرا سيئا ستر ستائر
    سيدي سيمون سيرفيس سنة سنوات سنت سند سندات سنجار سنغافورة سنوي سنويا سنوية"""
)


def is_future(word: str) -> bool:
    """Whether a folded word tells that something is to come: a verb with sa-, 'due', 'expected'."""
    bare = word[1:] if word[:1] in {"و", "ف"} and len(word) > 4 else word
    if bare in FUTURE_WORDS or word in FUTURE_WORDS:
        return True
    if bare[:2] not in {"سي", "ست", "سن"} or len(bare) < 5:
        return False
    if bare.endswith("ا") and not bare.endswith("وا"):
        return False  # سينيشا, ستيفانيا: no verb in the future ends so
    return bare not in _NOT_FUTURE and not bare.endswith(("يه", "يات", "تين"))


PAST_WORDS = folded_set(
    """قال قالت قالوا أعلن أعلنت أكد أكدت أفاد أفادت ذكر ذكرت أوضح أوضحت أضاف
    أضافت أشار أشارت صرح صرحت كشف كشفت أصدر أصدرت وصل وصلت توصل توصلت اجتمع اجتمعت التقى التقت
    استقبل استقبلت بدأ بدأت انطلق انطلقت عقد عقدت جرى جرت وقع وقعت شهد شهدت تراجع تراجعت ارتفع
    ارتفعت انخفض انخفضت قتل قتلت أصيب أصيبت لقي توفي توفيت شن شنت نفذ نفذت تمكن تمكنت كان كانت
    كانوا زار زارت غادر غادرت فاز فازت خسر خسرت تعادل هزم سجل سجلت أطلق أطلقت طالب طالبت دعا دعت
    حذر حذرت ندد نددت أدان أدانت اعتبر اعتبرت رفض رفضت وافق وافقت أقر أقرت صوت صوتت عين عينت
    أقال استقال قدم قدمت نشر نشرت نقل نقلت بحث بحثت ناقش ناقشت اتفق اتفقت أجرى أجرت افتتح افتتحت
    اختتم اختتمت دشن دشنت واصل واصلت هاجم هاجمت سيطر سيطرت استهدف استهدفت اندلع اندلعت انفجر
    انفجرت سقط سقطت أسفر أسفرت استعاد استعادت أعرب أعربت صادف أحرز توج توجت أنهى أنهت دخل دخلت
    خرج خرجت عاد عادت اعتقل اعتقلت اعترف بلغ بلغت أكدوا أعلنوا اتهم اتهمت أجرى تم تمت
    جاء جاءت هبط هبطت صعدت قفز قفزت زادت تأثر تأثرت سدد سددت دفعت بثت اقتحم اقتحمت قصفت أغار
    أغارت استشهد استشهدت جرحت أصدروا ردت علقت تلقى تلقت سلمت تسلم تسلمت أبرم أبرمت منحت ألغت أوقفت
    ضبطت أحبط أحبطت حكمت قضت أدين أدينت حقق حققت انتزع انتزعت تغلب تغلبت تأهل تأهلت خاض خاضت لعبت
    شارك شاركت حضرت ترأس ترأست رعت تفقد تفقدت ودعت هنأت نعت بعث بعثت كتبت غرد غردت نفت انتقد
    انتقدت هددت تعهد تعهدت وعدت تظاهر تظاهرت أغلقت فتحت عثر عثرت غرقت تحطم تحطمت انهار انهارت
    اصطدم ظهرت تعرضت لقوا قتلت قتلوا أصيبت أصيبوا اختطف أفرجت شيعت"""
)
