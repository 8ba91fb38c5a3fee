"""Who is said to have said what: one test for each linguistic fact."""

import pytest

from tawatur_core.arabic.attribution import find_attributions
from tawatur_core.arabic.results import AttributionFound


def only(text: str) -> AttributionFound:
    found = find_attributions(text)
    assert len(found) == 1, [one.cue.of(text) for one in found]
    return found[0]


def told(text: str) -> tuple[str, str, str | None, str | None, str]:
    one = only(text)
    speaker = one.speaker.of(text) if one.speaker else None
    via = one.via.of(text) if one.via else None
    return one.kind, one.cue.of(text), speaker, via, one.content.of(text)


def test_verb_subject_quotation():
    assert told('وقال لافروف: "روسيا تحذر من ذلك بشدة".') == (
        "direct",
        "قال",
        "لافروف",
        None,
        "روسيا تحذر من ذلك بشدة",
    )


def test_verb_subject_clause():
    assert told("وأكدت وزارة الخارجية أن المحادثات ستستمر غداً.") == (
        "indirect",
        "أكدت",
        "وزارة الخارجية",
        None,
        "أن المحادثات ستستمر غداً",
    )


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("وقال مسؤول في وزارة الدفاع إن القوات انسحبت.", "مسؤول في وزارة الدفاع"),
        ("وقال لافروف في تصريحات للصحافيين إن القوات انسحبت.", "لافروف"),
        ("وقالت المتحدثة باسم الوزارة ماريا زاخاروفا، الأربعاء، إن القوات انسحبت.", "المتحدثة باسم الوزارة ماريا زاخاروفا"),
        ("وأفاد جهاز الاستخبارات في كوريا الجنوبية، بأن القوات انسحبت.", "جهاز الاستخبارات في كوريا الجنوبية"),
        ("وقال نابوت الذي استلم الرئاسة عام 2014 إن القوات انسحبت.", "نابوت"),
        ("وقال رئيس الاستخبارات، كيريلو بودانوف، إن القوات انسحبت.", "رئيس الاستخبارات، كيريلو بودانوف"),
        ("وأوضح محمد بن علي الشهري أن القوات انسحبت.", "محمد بن علي الشهري"),
        ("وقال أحمد الخزعل نائب المدير العام إن القوات انسحبت.", "أحمد الخزعل"),
        ("وأوضح المهندس حسن أبو طالب أن القوات انسحبت.", "المهندس حسن أبو طالب"),
        ("ودعا الحداد المواطنين إلى أن يتعاونوا مع البلديات.", "الحداد"),
    ],
)  # fmt: skip
def test_where_the_speaker_ends(text: str, speaker: str):
    assert told(text)[2] == speaker


@pytest.mark.parametrize(
    "text",
    [
        "وقال وزير الخارجية إن لافروف أكد أن القوات انسحبت.",
        "وذكرت تقارير أن لافروف قال إن القوات انسحبت.",
    ],
)
def test_a_subject_before_its_verb(text: str):
    inner = find_attributions(text)[1]
    assert inner.speaker is not None
    assert inner.speaker.of(text) == "لافروف"


def test_a_verb_without_subject_has_the_last_speaker():
    text = "قال لافروف إن القوات انسحبت من المدينة.\nوأضاف: «هذا قرار نهائي لنا»."
    second = find_attributions(text)[1]
    assert second.carried_over
    assert second.speaker is not None
    assert second.speaker.of(text) == "لافروف"
    assert second.speaker.start == text.index("لافروف")
    assert any(reason.code == "evidence-said-speaker-carried" for reason in second.evidence)


def test_the_carried_speaker_agrees_in_gender():
    text = "قالت زاخاروفا إن القوات انسحبت. وقال لافروف إن الحرب انتهت. وأضافت أن العمل مستمر."
    last = find_attributions(text)[2]
    assert last.speaker is not None
    assert last.speaker.of(text) == "زاخاروفا"


def test_a_verb_spelt_like_a_preposition_after_in_his_turn():
    text = "من جهته بين المدير التنفيذي للشركة أن المشروع يتكون من شبكة"
    (found,) = find_attributions(text)
    assert found.speaker
    assert found.speaker.of(text) == "المدير التنفيذي للشركة"
    assert not find_attributions("زاد التعاون بين المدير والوزير لأن المشروع كبير")


@pytest.mark.parametrize(
    "text",
    [
        "قال الوزير إن الأمر انتهى. أما منيف الزهيري، وهو نائب المدير، فأفاد بأن الطائرة وصلت.",
        "قال الوزير إن الأمر انتهى. وأما منيف الزهيري، نائب مدير المطار، فقد أكد أن الطائرة وصلت.",
    ],
)
def test_whom_a_sentence_is_about_speaks_in_it(text: str):
    assert [a.speaker and a.speaker.of(text) for a in find_attributions(text)] == [
        "الوزير",
        "منيف الزهيري",
    ]


def test_nobody_has_spoken_yet():
    one = only("وأضاف أن القوات انسحبت من المدينة.")
    assert one.speaker is None
    assert not one.carried_over


def test_a_participle_has_the_subject_of_its_clause():
    text = "حذّر لافروف من خلق تهديدات أمنية، معتبراً أن التعاون يسهم في الاستقرار."
    first, second = find_attributions(text)
    assert first.content.of(text) == "خلق تهديدات أمنية"
    assert second.cue.of(text) == "معتبراً"
    assert second.speaker == first.speaker
    assert second.content.of(text) == "أن التعاون يسهم في الاستقرار"


def test_a_participle_takes_the_subject_of_the_opening_verb():
    text = "عقد وزير الخارجية سيرجي لافروف مباحثات في وونسان، مؤكدًا ضرورة استمرار التعاون."
    one = only(text)
    assert one.speaker is not None
    assert one.speaker.of(text) == "وزير الخارجية سيرجي لافروف"


def test_reports_passed_on():
    text = 'ونقلت وكالة "تاس" الروسية عن لافروف قوله إن القوات انسحبت.'
    assert told(text) == ("indirect", "قوله", "لافروف", 'وكالة "تاس" الروسية', "إن القوات انسحبت")


def test_reports_passed_on_with_a_listener():
    text = "ونقلت تقارير إعلامية عن لافروف قوله لوزيرة الخارجية إنه «يمكننا أن نقول ذلك بثقة»."
    kind, cue, speaker, via, content = told(text)
    assert (kind, cue, speaker, via) == ("direct", "قوله", "لافروف", "تقارير إعلامية")
    assert content == "يمكننا أن نقول ذلك بثقة"


@pytest.mark.parametrize(
    ("text", "via"),
    [
        ("وقال لافروف، وفق وكالة تاس، إن القوات انسحبت.", "وكالة تاس"),
        ("قالت زاخاروفا إن القوات انسحبت، بحسب وكالة «تاس» الحكومية.", "وكالة «تاس» الحكومية"),
        ("وقال للصحفيين -وفق ما نقلت عنه وكالات أنباء روسية- إن القوات انسحبت.", "وكالات أنباء روسية"),
        ("أكد لافروف أن القوات انسحبت، وفقًا لما نقلته قناة القاهرة.", "قناة القاهرة"),
        ("وقال بودانوف في مقابلة مع «بلومبرغ» إن القوات انسحبت.", "«بلومبرغ»"),
        ("وقال بودانوف لصحيفة «الحياة» إن القوات انسحبت.", "صحيفة «الحياة»"),
    ],
)  # fmt: skip
def test_the_channel(text: str, via: str):
    one = only(text)
    assert one.via is not None
    assert one.via.of(text) == via
    assert "وفق" not in one.content.of(text)


@pytest.mark.parametrize(
    ("text", "cue", "speaker", "content"),
    [
        ("انسحبت القوات من المدينة، بحسب مصادر عسكرية.", "بحسب", "مصادر عسكرية", "انسحبت القوات من المدينة"),
        ("وبحسب مصدر مقرب؛ فإن القوات انسحبت من المدينة.", "بحسب", "مصدر مقرب", "فإن القوات انسحبت من المدينة"),
        ("انسحبت القوات من المدينة، وفقًا لوكالة تاس.", "وفقًا", "وكالة تاس", "انسحبت القوات من المدينة"),
        ("انسحبت القوات من المدينة، حسبما أفاد أحمد فوزي.", "حسبما أفاد", "أحمد فوزي", "انسحبت القوات من المدينة"),
    ],
)  # fmt: skip
def test_according_to(text: str, cue: str, speaker: str, content: str):
    assert told(text) == ("according", cue, speaker, None, content)


@pytest.mark.parametrize(
    "text",
    [
        "كل شيء يسير وفق الخطة في العلاقات بين البلدين.",
        "يحق للدولة الدفاع عن نفسها وفق المادة 51 من الميثاق.",
        "ولم يقل لافروف إن القوات انسحبت.",
        "بدأ الرد على أن يستمر أياما.",
        "وصل إلى المدينة بعد أن انسحبت القوات.",
        "زار صحيفة «ديلي ميل» في لندن.",
        "وليس مؤكدا أن القوات انسحبت.",
        "دعت الحاجة إلى ذلك.",
        "",
        "«»",
    ],
)
def test_what_is_no_attribution(text: str):
    assert find_attributions(text) == []


def test_a_quotation_before_its_cue():
    assert told("«لقد انسحبت القوات من المدينة»، قال لافروف.")[2] == "لافروف"
    assert told("«لقد انسحبت القوات من المدينة»، كما قال خالد العطية.")[1] == "كما قال"
    assert told("«لقد انسحبت القوات كلها من هناك» على حد قول المتحدث.")[2] == "المتحدث"


def test_a_name_in_marks_may_be_the_speaker():
    assert told("وأوضحت «الغذاء والدواء» أن القوات انسحبت.")[2] == "«الغذاء والدواء»"


def test_a_quotation_across_paragraphs():
    text = "وقال لافروف: «انسحبت القوات أمس.\nوسنعود غدا»."
    assert only(text).content.of(text) == "انسحبت القوات أمس.\nوسنعود غدا"


def test_a_few_quoted_words_know_their_clause():
    text = "وقال لافروف إنها “جارة مقرّبة وشريك تاريخي” لروسيا، وفق وكالة تاس."
    one = only(text)
    assert one.content.of(text) == "جارة مقرّبة وشريك تاريخي"
    assert one.clause is not None
    assert one.clause.of(text) == "إنها “جارة مقرّبة وشريك تاريخي” لروسيا"


def test_an_act_of_speech():
    text = "أصدر وزير الخارجية سيرغي لافروف تحذيرًا للولايات المتحدة من خلق تهديدات."
    one = only(text)
    assert one.cue.of(text) == "أصدر"
    assert one.speaker is not None
    assert one.speaker.of(text) == "وزير الخارجية سيرغي لافروف"


def test_the_noun_is_not_the_verb():
    assert find_attributions("هذا رأي أن يبقى.") == []
    assert only("رأى الخبراء أن الأمر انتهى.").cue.start == 0


def test_a_source_at_the_very_end():
    text = "انسحبت القوات من المدينة وفقا لوكالة"
    assert told(text)[2] == "وكالة"


@pytest.mark.parametrize(
    ("text", "via"),
    [
        ("وتنص المادة 51 من الميثاق على أن لكل دولة حق الدفاع عن النفس.", "المادة 51"),
        ("وينص الاتفاق الموقع بين البلدين، على أن الجيش ينسحب.", "الاتفاق الموقع"),
        ("ذكرت وثيقة مسربة أن القوات تنسحب.", "وثيقة مسربة"),
        ("وتؤكد الاتفاقية: «لا تنسحب القوات قبل عام».", "الاتفاقية"),
    ],
)
def test_what_is_written_is_a_source_that_does_not_speak(text: str, via: str):
    [one] = find_attributions(text)
    assert one.speaker is None
    assert one.via is not None
    assert one.via.of(text) == via


def test_a_writing_is_not_the_one_who_goes_on_speaking():
    text = "قال الوزير إن الحرب انتهت. وتنص المادة 5 على أن القوات تنسحب. وأضاف أن السلام قريب."
    *_, last = find_attributions(text)
    assert last.carried_over
    assert last.speaker is not None
    assert last.speaker.of(text) == "الوزير"


def test_a_statement_speaks_for_those_who_made_it():
    text = "وأكد بيان الوزارة أن الحرب انتهت."
    [one] = find_attributions(text)
    assert one.speaker is not None
    assert one.speaker.of(text) == "بيان الوزارة"
