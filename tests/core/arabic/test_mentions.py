"""Names in text: found without proclitics, tied to the full name, with reasons."""

from __future__ import annotations

import pytest
from hypothesis import given, settings, strategies as st

from tawatur_core import paths
from tawatur_core.arabic import find_mentions
from tawatur_core.arabic.lexicon import common, proper_band
from tawatur_core.arabic.mention_places import demonyms, gazetteer
from tawatur_core.arabic.results import Known, MentionFound
from tawatur_core.model import EntityKind, MentionRole
from tawatur_core.wording import wording

SEEDS = [path.read_text(encoding="utf-8") for path in sorted(paths.seeds().glob("*.txt"))]


def found(text: str, *known: Known) -> dict[str, MentionFound]:
    return {m.span.of(text): m for m in find_mentions(text, known)}


def test_a_mention_starts_after_its_proclitics() -> None:
    got = found("زار الوزير بيروت ولبنان وبالقاهرة وللولايات المتحدة.")
    assert {"بيروت", "لبنان", "القاهرة", "ولايات المتحدة"} <= set(got)
    assert got["ولايات المتحدة"].name == "الولايات المتحدة"


def test_ordinary_words_are_no_names() -> None:
    text = "قالت الحكومة إن الوزارة تدرس زيادة أسعار الخبز بعد اجتماع طويل مع ممثلي التجار."
    assert find_mentions(text) == []


def test_a_person_by_title_and_by_verb() -> None:
    got = found("وقال وزير الدفاع هنريك فالدسترام إن الأمر انتهى. وأكد فالدسترام ذلك.")
    full = got["هنريك فالدسترام"]
    assert full.kind is EntityKind.PERSON
    assert "mention-title" in {reason.code for reason in full.evidence}
    short = got["فالدسترام"]
    assert (short.role, short.name) == (MentionRole.SHORT, "هنريك فالدسترام")


def test_an_office_without_a_name_is_its_bearer() -> None:
    text = "وصل وزير الخارجية النرويجي هنريك فالدسترام. وأوضح الوزير النرويجي موقفه."
    office = found(text)["الوزير النرويجي"]
    assert (office.role, office.name) == (MentionRole.DESCRIPTION, "هنريك فالدسترام")


def test_an_office_of_another_country_is_not() -> None:
    text = "وصل وزير الخارجية النرويجي هنريك فالدسترام. وأوضح الوزير الصيني موقفه."
    assert "الوزير الصيني" not in found(text)


@pytest.mark.parametrize(
    "body",
    [
        "وزارة الخارجية الروسية",
        "جهاز الاستخبارات في كوريا الجنوبية",
        "وكالة الأنباء المركزية الكورية الشمالية",
        "منظمة شنجهاي للتعاون",
        "قناة القاهرة الإخبارية",
    ],
)
def test_bodies_with_their_head(body: str) -> None:
    assert found(f"وأفادت {body} بذلك.")[body].kind is EntityKind.ORGANISATION


def test_an_agency_in_quotation_marks() -> None:
    got = found('بحسب وكالة "تاس" الحكومية، ونقلت وكالة “ريا نوفوستي” عنه، وفق "بلومبرغ".')
    assert {"تاس", "ريا نوفوستي", "بلومبرغ"} <= set(got)


def test_a_name_that_is_a_common_word_needs_a_cue() -> None:
    assert "النهار" not in found("استمر الاجتماع طوال النهار في المدينة.")
    assert "النهار" in found("وذكرت صحيفة النهار ذلك.")


def test_an_adjective_is_no_country() -> None:
    assert not find_mentions("قدم دعمًا روسيًا واسعًا للمشروع.")
    assert demonyms()["الروسيه"] == "روسيا"


def test_known_names_are_found_in_every_spelling() -> None:
    known = Known("هنريك فالدسترام", EntityKind.PERSON, "e1", "هنريك فالدسترام")
    exact = found("التقى هنريك فالدسترام وفدا.", known)["هنريك فالدسترام"]
    assert exact.entity == "e1"
    other = found("التقى الوزير هنريك فالدستروم وفدا.", known)["هنريك فالدستروم"]
    assert (other.entity, other.name) == ("e1", "هنريك فالدسترام")


def test_a_known_common_word_is_found() -> None:
    known = Known("حركة السلام", EntityKind.ORGANISATION, "e2")
    got = found("وقالت حركة السلام إنها ترفض.", known)["حركة السلام"]
    assert (got.entity, got.kind) == ("e2", EntityKind.ORGANISATION)


WANTED = {
    0: {
        "سيرجي لافروف",
        "بيونج يانج",
        "تشوي سون هوي",
        "كيم جونج أون",
        "تاس",
        "سبوتنيك",
        "سيرجي شويجو",
    },
    1: {"بيونغ يانغ", "كيم جونج أون", "وونسان", "وكالة الأنباء المركزية الكورية الشمالية"},
    2: {"سيرغي لافروف", "منظمة شنغهاي للتعاون", "قناة القاهرة الإخبارية"},
    3: {"كيم جونغ أون", "كيم جونغ إيل", "كيم إيل سونغ", "ريا نوفوستي", "رويترز"},
    4: {"تشوي سون هوي", "تشو سون هوي", "تشو سون هي", "شي جين بينج", "دميتري ميدفيديف"},
}


@pytest.mark.parametrize("number", WANTED)
def test_the_sample_articles(number: int) -> None:
    assert set(found(SEEDS[number])) >= WANTED[number]


def test_spellings_within_one_article_share_a_name() -> None:
    got = found(SEEDS[4])
    assert len({got[name].name for name in ("تشوي سون هوي", "تشو سون هوي", "تشو سون هي")}) == 1


def test_a_short_form_behind_a_proclitic() -> None:
    got = found("استقبل الرئيس الروسي فلاديمير بوتين وفدا خلال زيارة لبوتين إلى بلدهم.")
    assert got["بوتين"].name == "فلاديمير بوتين"


def test_an_indefinite_office_is_nobody() -> None:
    text = "وصل وزير الخارجية النرويجي هنريك فالدسترام. وقال مسؤول نرويجي ذلك."
    assert "مسؤول نرويجي" not in found(text)


def test_a_title_in_quotation_marks() -> None:
    got = found("وعرضت فيلم «زهرة الجبل» أمس، ونقلت صحيفة «صوت الجبل» الخبر.")
    assert got["زهرة الجبل"].kind is EntityKind.OTHER
    assert got["صوت الجبل"].kind is EntityKind.ORGANISATION


def test_names_in_latin_letters_amid_arabic() -> None:
    assert "Nordwind Analytics" in found("وقالت شركة Nordwind Analytics أمس.")
    assert not find_mentions("Exit mobile version")


def test_father_and_son_are_two() -> None:
    text = SEEDS[3]
    got = found(text)
    assert got["كيم جونغ إيل"].name != got["كيم جونغ أون"].name
    leader = [m for m in find_mentions(text) if m.span.of(text) == "كيم"]
    assert {m.name for m in leader} == {got["كيم جونغ أون"].name}


def test_the_gazetteer_tells_the_two_koreas_apart() -> None:
    got = found("كوريا الشمالية وكوريا الجنوبية وكوريا الديمقراطية")
    assert got["كوريا الشمالية"].name == got["كوريا الديمقراطية"].name != got["كوريا الجنوبية"].name


def test_word_lists_know_words_from_names() -> None:
    assert common("حلفايهم") > 2
    assert common("لافروف") < 0
    assert proper_band("القاهره") >= 4
    assert gazetteer().next["لبنان"].entry is not None


def test_every_reason_has_words() -> None:
    codes = {reason.code for text in SEEDS for m in find_mentions(text) for reason in m.evidence}
    for language in ("ar", "en"):
        assert all(code in wording(language) for code in codes)


PIECES = st.sampled_from(
    [
        "قال",
        "وزير",
        "الروسي",
        "كيم",
        "لي",
        "سيرغي",
        "و",
        "ولبنان",
        "حركة",
        "عبد",
        "بن",
        "الخارجية",
        "في",
        "كوريا",
        "الشمالية",
        "مدينة",
        "أبو",
        "الله",
        "2025",
        "CNN",
        '"',
        "،",
        ".",
        "—",
        "\u200f",
    ]
)


@settings(deadline=None)
@given(st.lists(PIECES | st.text(max_size=4), max_size=40).map(" ".join) | st.text())
def test_any_text_gives_ordered_valid_spans(text: str) -> None:
    before = 0
    for mention in find_mentions(text):
        assert before <= mention.span.start < mention.span.end <= len(text)
        before = mention.span.end
        assert mention.name
        assert 0.0 <= mention.score <= 1.0
        assert mention.evidence


@settings(deadline=None)
@given(st.sampled_from(SEEDS))
def test_tashkeel_does_not_change_what_is_found(text: str) -> None:
    marked = text.replace("لافروف", "لافرُوف").replace("موسكو", "مُوسكو")
    plain = [m.name for m in find_mentions(text)]
    assert [m.name.replace("\u064f", "") for m in find_mentions(marked)] == plain


def test_a_short_form_of_a_known_person_has_its_entity() -> None:
    known = Known("هنريك فالدسترام", EntityKind.PERSON, "e1", "هنريك فالدسترام")
    got = found("قال الوزير هنريك فالدسترام ذلك. وأضاف فالدسترام شيئا.", known)
    assert (got["فالدسترام"].role, got["فالدسترام"].entity) == (MentionRole.SHORT, "e1")


@pytest.mark.parametrize(
    ("written", "name"),
    [
        ("زار ﻟﻸردن وفد.", "ﻸردن"),
        ("قال ذلك و\ufef9يران موقفها.", "\ufef9يران"),
        ("زار و\ufedf\ufee0قاهرة وفد.", "قاهرة"),
        ("زار واﻷردن وفد.", "اﻷردن"),
    ],
)
def test_a_mention_starts_at_a_ligature_and_not_inside_it(written: str, name: str) -> None:
    assert name in found(written)
