"""The verbs of reported speech with all their inflections, by folded form."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from enum import StrEnum
from typing import NamedTuple

from tawatur_core.arabic.fold import fold_text


class Form(StrEnum):
    """The inflection of a cue word."""

    FINITE = "finite"
    PARTICIPLE = "participle"  # قائلا، مضيفة: its subject is the one of the clause before
    NOUN = "noun"  # قوله: 'نقلت … عن … قوله'


@dataclass(frozen=True, slots=True)
class Cue:
    """One inflected form of a verb of saying.

    `governs`: prepositions (or ب written together) that bring a noun as what is said (أعرب عن).
    `bare`: a quotation or a clause with أن is needed, the word alone means other things too.
    `object_first`: takes the addressee or the thing as object before what is said (أبلغ، وصف).
    `feminine`, `plural`: of the subject, None when the form does not tell.
    """

    lemma: str
    form: Form
    governs: frozenset[str]
    bare: bool
    object_first: bool
    feminine: bool | None = None
    plural: bool = False
    first_person: bool = False
    suffix: bool = False
    past: bool = False


# past, present without its prefix, participle, governed prepositions, flags.
# 'w': the form has other common meanings (نقل، ذكر، بين); 'o': object before what is said;
# 'n': a verbal noun may follow directly as what is said (أكد ضرورة).
_VERBS = """
قال يقول قائل - -
أضاف يضيف مضيف - -
أكد يؤكد مؤكد على n
أوضح يوضح موضح - -
اعتبر يعتبر معتبر - o
لفت يلفت لافت إلى w
أشار يشير مشير إلى,ل -
ذكر يذكر ذاكر - w
أعلن يعلن معلن عن n
صرح يصرح مصرح ب -
حذر يحذر محذر من -
شدد يشدد مشدد على -
أفاد يفيد مفيد ب -
أردف يردف مردف - -
تابع يتابع متابع - w
استطرد يستطرد مستطرد - -
زعم يزعم زاعم - w
ادعى يدعي مدعي - -
نفى ينفي نافي - wn
أنكر ينكر منكر - n
كشف يكشف كاشف عن w
أعرب يعرب معرب عن -
عبر يعبر معبر عن w
أبدى يبدي مبدي - wn
توقع يتوقع متوقع - w
رجح يرجح مرجح - w
اعتقد يعتقد معتقد - -
رأى يرى - - -
ظن يظن ظان - w
أخبر يخبر مخبر - o
أبلغ يبلغ مبلغ - ow
أطلع يطلع مطلع - ow
كتب يكتب كاتب - w
غرد يغرد مغرد - -
اتهم يتهم متهم - o
ندد يندد مندد ب -
طالب يطالب مطالب ب ow
طلب يطلب طالب - w
دعا يدعو داعي إلى ow
ناشد يناشد مناشد - ow
حث يحث حاث على ow
انتقد ينتقد منتقد - w
استنكر يستنكر مستنكر - w
أدان يدين مدين - w
شجب يشجب شاجب - w
سأل يسأل سائل - ow
تساءل يتساءل متسائل عن -
أجاب يجيب مجيب ب -
رد يرد راد ب w
علق يعلق معلق - w
عقب يعقب معقب - w
اعترف يعترف معترف ب -
أقر يقر مقر ب -
سلم يسلم مسلم - w
تعهد يتعهد متعهد ب -
وعد يعد واعد ب w
هدد يهدد مهدد ب w
لوح يلوح ملوح ب w
توعد يتوعد متوعد ب w
وصف يصف واصف ب ow
سمى يسمي مسمي - ow
جدد يجدد مجدد - wn
كرر يكرر مكرر - wn
شرح يشرح شارح - w
فسر يفسر مفسر - w
بين يبين مبين - w
نوه ينوه منوه ب,إلى -
نبه ينبه منبه إلى,من -
ألمح يلمح ملمح إلى -
استبعد يستبعد مستبعد - w
رفض يرفض رافض - w
أشاد يشيد مشيد ب -
رحب يرحب مرحب ب -
أثنى يثني مثني على -
تحدث يتحدث متحدث عن w
تطرق يتطرق متطرق إلى -
تمنى يتمنى متمني - w
أمل يأمل آمل - w
خلص يخلص - إلى w
استدرك يستدرك مستدرك - -
استرسل يسترسل مسترسل - w
اختتم يختتم مختتم - w
ختم يختم خاتم - w
زاد يزيد - - w
مضى يمضي ماضي - w
نقل ينقل ناقل - w
أورد يورد موردا - w
روى يروي راوي - w
حكى يحكي حاكي - w
جزم يجزم جازم ب w
أقسم يقسم مقسم - w
تعتزم يعتزم معتزم - w
تخوف يتخوف متخوف من -
خشي يخشى - من w
قدر يقدر مقدر - w
لاحظ يلاحظ ملاحظ - w
رصد يرصد راصد - w
أظهر يظهر مظهر - w
نص ينص - على w
نصح ينصح ناصح ب ow
اقترح يقترح مقترح - w
أوصى يوصي موصي ب w
ذكّر يذكّر مذكر ب w
عزا يعزو عازي - w
برر يبرر مبرر - w
احتج يحتج محتج ب w
اشتكى يشتكي مشتكي من w
جادل يجادل مجادل ب -
ناقش يناقش مناقش - w
قرر يقرر مقرر - w
أبان يبين مبين - -
أفصح يفصح مفصح عن -
شكك يشكك مشكك في -
أكمل يكمل مكمل - w
استغرب يستغرب مستغرب - w
استهجن يستهجن مستهجن - w
أهاب يهيب مهيب ب ow
"""

# Nouns of saying, with a pronoun for the speaker: 'نقلت … عن … قوله'.
_NOUNS = "قول تأكيد إعلان تصريح اعتقاد وصف اعتبار إشارة تحذير نفي ذكر كتابة"
_PRONOUNS = ("ه", "ها", "هم", "هما", "هن")
# Folding joins these with everyday words: the noun رأي, the preposition عبر with an alef …
_TAKEN = (
    "يعد",
    "تعد",
    "سيعد",
    "ستعد",
    "راي",
    "ري",
    "بينا",
    "ذكرا",
    "عبرا",
    "ردا",
    "دونا",
    "سلما",
    "وعدا",
    "زيد",
    "نقلا",
)


class _Inflected(NamedTuple):
    word: str
    form: Form
    feminine: bool | None
    plural: bool = False
    first: bool = False
    past: bool = False


def _finite(past: str, present: str) -> Iterator[_Inflected]:
    """Yield the third persons of the past, and the present and future with the first persons."""
    weak_end = past[-1] in "ىا" and len(past) > 2
    stem = past[:-1] if weak_end else past
    yield _Inflected(past, Form.FINITE, False, past=True)
    yield _Inflected(stem + "ت", Form.FINITE, True, past=True)
    yield _Inflected(stem + "وا", Form.FINITE, False, True, past=True)
    dual = stem + "يا" if weak_end else stem + "ا"
    yield _Inflected(dual, Form.FINITE, False, True, past=True)
    yield _Inflected(stem + "تا", Form.FINITE, True, True, past=True)
    body = present[1:]
    ending = body[:-1] if body[-1] in "يىو" else body
    for future in ("", "س"):
        yield _Inflected(future + "ي" + body, Form.FINITE, False)
        yield _Inflected(future + "ت" + body, Form.FINITE, True)
        yield _Inflected(future + "ي" + ending + "ون", Form.FINITE, False, True)
        yield _Inflected(future + "ت" + body + "ان", Form.FINITE, True, True)
        yield _Inflected(future + "ي" + body + "ان", Form.FINITE, False, True)
        yield _Inflected(future + "أ" + body, Form.FINITE, None, False, True)
        yield _Inflected(future + "ن" + body, Form.FINITE, None, True, True)


def _participle(participle: str) -> Iterator[_Inflected]:
    """Yield the accusative forms, which stand as circumstance (قائلا، مضيفة)."""
    yield _Inflected(participle + "ا", Form.PARTICIPLE, False)
    yield _Inflected(participle + "ة", Form.PARTICIPLE, True)
    yield _Inflected(participle + "ين", Form.PARTICIPLE, False, True)
    yield _Inflected(participle + "تين", Form.PARTICIPLE, True, True)


def _verb_forms(past: str, present: str, participle: str) -> Iterator[_Inflected]:
    yield from _finite(past, present)
    if participle != "-":
        yield from _participle(participle)


def _verbs() -> Iterator[tuple[str, Cue]]:
    for line in _VERBS.strip().splitlines():
        past, present, participle, governs, flags = line.split()
        prepositions = {fold_text(p) for p in governs.split(",") if p != "-"}
        if "n" in flags:
            prepositions.add("")
        cue = Cue(fold_text(past), Form.FINITE, frozenset(prepositions), "w" in flags, "o" in flags)
        for one in _verb_forms(past, present, participle):
            if cue.bare and one.past and one.plural and one.word[-2:] != "وا" and not one.feminine:
                continue  # the dual is written like a noun in the accusative: طلبا، ردا
            made = replace(
                cue,
                form=one.form,
                feminine=one.feminine,
                plural=one.plural,
                first_person=one.first,
                past=one.past,
            )
            yield one.word, made
            if cue.object_first and one.form is Form.FINITE:
                stem = one.word[:-1] + "ا" if one.word.endswith("ى") else one.word
                for pronoun in _PRONOUNS:
                    yield stem + pronoun, replace(made, suffix=True)


def _nouns() -> Iterator[tuple[str, Cue]]:
    for noun in _NOUNS.split():
        cue = Cue(fold_text(noun), Form.NOUN, frozenset(), bare=True, object_first=False)
        stem = noun[:-1] + "ت" if noun.endswith("ة") else noun
        for pronoun in _PRONOUNS:
            yield stem + pronoun, cue


def _make() -> dict[str, Cue]:
    table: dict[str, Cue] = {}
    for word, cue in (*_verbs(), *_nouns()):
        table.setdefault(fold_text(word), cue)
    for word in _TAKEN:
        table.pop(word, None)
    table[fold_text("القول")] = Cue(
        fold_text("قول"), Form.NOUN, frozenset(), bare=True, object_first=False
    )
    said = Cue(fold_text("رأى"), Form.FINITE, frozenset(), bare=False, object_first=False)
    table[fold_text("رأى")] = replace(said, feminine=False, past=True)
    return table


# The prepositions بين and عقب are far more common than the verbs: only أن right after, or the
# beginning of a sentence, tells the verb.
CLAUSE_ONLY = frozenset({fold_text("بين"), fold_text("عقب")})
CUES = _make()
# A folded form that is a cue only in this spelling: رأى is a verb, رأي a noun.
NOT_SPELT_WITH = {fold_text("أبان"): "إ"}  # إبان الحرب: during
SPELT_WITH = {fold_text("رأى"): "ى"}
