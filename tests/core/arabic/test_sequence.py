"""What a text itself says of the order of its events."""

from __future__ import annotations

import pytest

from tawatur_core.arabic.sequence import Lies, find_sequences, is_saying


def told(text: str) -> list[tuple[str, str, str]]:
    return [
        (s.event.of(text), s.lies.value, s.other.of(text) if s.other else "")
        for s in find_sequences(text)
    ]


@pytest.mark.parametrize(
    ("text", "event", "lies", "other"),
    [
        ("التقى لافروف تشوي بعد إطلاق صاروخ", "التقى لافروف تشوي", "after", "إطلاق صاروخ"),
        ("وصل الوفد قبل أن تطلق كوريا صاروخا، وفق تاس", "وصل الوفد", "before", "تطلق كوريا صاروخا"),
        ("وصل الوفد بعدما انتهى القصف", "وصل الوفد", "after", "انتهى القصف"),
        ("وصل الوفد بُعيد انتهاء القصف", "وصل الوفد", "after", "انتهاء القصف"),
        ("وصل الوفد قبيل انتهاء القصف", "وصل الوفد", "before", "انتهاء القصف"),
        ("استقال الوزير على أثر الاحتجاجات", "استقال الوزير على", "after", "الاحتجاجات"),
        ("استقال الوزير في أعقاب الاحتجاجات", "استقال الوزير في", "after", "الاحتجاجات"),
        ("وصل الوفد غداة القمة", "وصل الوفد", "after", "القمة"),
        ("وصل الوفد عشية القمة", "وصل الوفد", "before", "القمة"),
        ("سقطت الطائرة أثناء هبوطها", "سقطت الطائرة", "during", "هبوطها"),
        ("أطلقت صاروخا بالتزامن مع زيارته", "أطلقت صاروخا", "together", "زيارته"),
        ("تأتي الزيارة بعد يومين من القمة", "تأتي الزيارة", "after", "القمة"),
        ("وبعد إطلاق صاروخ، التقى لافروف تشوي", "التقى لافروف تشوي", "after", "إطلاق صاروخ"),
        ("عقد الاجتماع الذي سبق توقيع الاتفاق", "عقد الاجتماع", "before", "توقيع الاتفاق"),
        ("عقدا اجتماعا أعقبه مؤتمر صحفي", "عقدا اجتماعا", "before", "مؤتمر صحفي"),
        ("عقدا اجتماعا سبقته جولة تفقدية", "عقدا اجتماعا", "after", "جولة تفقدية"),
        ("التقى الوزير نظيره ثم زار المصنع", "التقى الوزير نظيره", "before", "زار المصنع"),
        ("التقى الوزير نظيره وبعدها زار المصنع", "زار المصنع", "after", "التقى الوزير نظيره"),
        ("وقبل ذلك أطلقت كوريا صاروخا", "أطلقت كوريا صاروخا", "before", ""),
    ],
)
def test_connectives(text: str, event: str, lies: str, other: str):
    assert told(text) == [(event, lies, other)]


@pytest.mark.parametrize(
    "text",
    [
        "أطلقت كوريا صاروخا بعيد المدى",
        "تعرض للضرب من قبل الشرطة",
        "علمنا ذلك من خلال الاجتماع",
        "يقع على بعد خمسة كيلومترات من المدينة",
        "تحدث عن بعد إلى المشاركين",
        "بحثا ما بعد الحرب في غزة",
        "وصل الوفد قبل يومين",
        "وصل الوفد بعد ظهر السبت",
        "وصل الوفد خلال العام الماضي",
        "لم يلتق الوزير نظيره قبل القمة",
        "زار الوزير السعودية ثم الإمارات ثم قطر",
        "ترك الزلزال أثرا كبيرا في المدينة",
        "قال الوزير إن الاتفاق جيد",
    ],
)
def test_what_tells_no_order(text: str):
    assert told(text) == []


def test_the_words_that_say_so_are_a_span_of_the_text():
    text = "التقى لافروف تشوي سون هوي بعد إطلاق كوريا صاروخا، بحسب تاس"
    (found,) = find_sequences(text)
    assert found.words.of(text) == "بعد إطلاق كوريا صاروخا"


def test_turning_round():
    assert [lies.turned for lies in Lies] == [Lies.AFTER, Lies.BEFORE, Lies.DURING, Lies.TOGETHER]


def test_what_may_be_said_twice():
    assert is_saying("قال")
    assert is_saying("واكد")
    assert not is_saying("اعلن")
    assert not is_saying("التقي")
