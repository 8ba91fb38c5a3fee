"""Who speaks when the subject is not simply the phrase after the verb."""

from __future__ import annotations

import pytest

from tawatur_core.arabic.attribution import find_attributions
from tawatur_core.arabic.results import AttributionFound


def last(text: str) -> AttributionFound:
    return find_attributions(text)[-1]


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("وأبلغ الوزير الصحفيين أن الاتفاق قريب.", "الوزير"),
        ("أبلغ الرئيس مجلس الأمن أن بلاده ملتزمة.", "الرئيس"),
        ("وأبلغت المتحدثة وكالة رويترز أن القوات انسحبت.", "المتحدثة"),
        ("أضاف فوزي أن نبيل العربي أبلغ المبعوث أن الجامعة ستدرس الأمر.", "نبيل العربي"),
        ("وأوضح ذلك المتحدث الرسمي أن العمل مستمر.", "المتحدث الرسمي"),
        ("وكانت الناشطة نوال سوفي، قد أعلنت أنها تلقت نداء.", "الناشطة نوال سوفي"),
        ("افتتح الوزير المعرض في جدة وقال إن المشاركة واسعة.", "الوزير"),
        (
            "أوضح رئيس اللجنة، الدكتور هادي اليامي، أن اللجنة قررت ذلك.",
            "رئيس اللجنة، الدكتور هادي اليامي",
        ),
        ("أعلن المعهد السعودي للخطوط الحديدية عن فتح القبول.", "المعهد السعودي للخطوط الحديدية"),
        ("أعلنت مدينة الملك عبدالله الطبية عن فتح القبول.", "مدينة الملك عبدالله الطبية"),
    ],
)
def test_the_speaker(text: str, speaker: str) -> None:
    found = last(text).speaker
    assert found is not None
    assert found.of(text) == speaker


def test_the_object_of_a_pronoun_is_no_speaker() -> None:
    text = "قال أوباما إن الاتفاق جيد. لكنه دعا إيران إلى وقف التخصيب."
    found = last(text)
    assert found.carried_over
    assert found.speaker is not None
    assert found.speaker.of(text) == "أوباما"


@pytest.mark.parametrize("written", ["المعاهدة", "البيان", "تقرير للأمم المتحدة"])
def test_what_is_written_is_a_source_and_never_speaks(written: str) -> None:
    text = f"وجاء في {written} أن الطرفين يلتزمان وقف النار."
    found = last(text)
    assert found.speaker is None
    assert found.via is not None
    assert found.via.of(text) == written
    assert found.content.of(text) == "أن الطرفين يلتزمان وقف النار"


def test_what_a_source_says_begins_after_what_is_told_of_it() -> None:
    text = "ووفقا لتقرير صادر عن وزارة العدل حصلت عليه الصحيفة فإن الطلبات تراجعت."
    found = last(text)
    assert found.speaker is not None
    assert found.speaker.of(text) == "تقرير صادر عن وزارة العدل"
    assert found.content.of(text) == "فإن الطلبات تراجعت"


@pytest.mark.parametrize(
    "text",
    [
        "يذكر أن الجزيرة تقع في الخليج.",  # the paper itself recalls it
        "نشرت الصور عبر موقعها الجديد أن شاء الناس أو أبوا.",  # a preposition
        "بقي إبان الحرب أن يجد عملا.",
    ],
)
def test_no_attribution(text: str) -> None:
    assert not find_attributions(text)


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("من جانبهم اعتبر المكرمون هذه الجائزة حافزا لهم، مؤكدين أن العمل مستمر.", "المكرمون"),
        (
            "وأفاد مدير إدارة الخدمات ببلدية المعابدة محمد هزازي أن الحملة مستمرة.",
            "مدير إدارة الخدمات ببلدية المعابدة محمد هزازي",
        ),
    ],
)
def test_what_leads_to_a_subject_or_belongs_to_it(text: str, speaker: str) -> None:
    found = last(text)
    assert found.speaker is not None
    assert found.speaker.of(text) == speaker


def test_the_text_of_a_statement_is_a_noun_and_what_a_law_lays_down_is_not() -> None:
    assert not find_attributions("وفيما يلي نص البيان: يلتزم الطرفان وقف النار.")
    text = "نص القانون على أن الضريبة تدفع سنويا."
    assert last(text).cue.of(text) == "نص"
