"""Where a person's name ends: surnames that are words, fathers, titles, what only looks alike."""

from __future__ import annotations

import pytest

from tawatur_core.arabic import find_mentions
from tawatur_core.arabic.mention_bearers import bears, may_bear


def names(text: str) -> set[str]:
    return {mention.span.of(text) for mention in find_mentions(text)}


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("افتتحه المهندس إبراهيم بن علي الرشيد أمس.", "إبراهيم بن علي الرشيد"),
        ("التقى رئيس الحكومة عبد الله الثني أعضاءها.", "عبد الله الثني"),
        ("وصل مدير المطار عبدالمحسن المضيان اليوم.", "عبدالمحسن المضيان"),
        ("أدار اللقاء الحكم كريج باوسون بمساعدة زميله.", "كريج باوسون"),
        ("شكره الدكتور أيمن يماني على ذلك.", "أيمن يماني"),
        ("باع الملياردير جيمس باكر قصره.", "جيمس باكر"),
        ("وأوضح القطان أن اللقاء تأجل.", "القطان"),
    ],
)
def test_a_surname_that_is_a_word_too_is_part_of_the_name(text: str, name: str) -> None:
    assert name in names(text)


@pytest.mark.parametrize(
    "text",
    [
        "نجحت وزارةالتعليم في تنظيم المسابقة هذا العام.",  # two words run together
        "خفضت الشركة سعر الخدمة للميجابايت.",  # the article proves the proclitic
        "قال رسول الله صلى الله عليه وسلم.",
    ],
)
def test_what_only_looks_strange_is_no_name(text: str) -> None:
    assert not names(text)


def test_an_office_after_a_name_is_not_its_surname() -> None:
    assert "فيصل بن خالد" in names("استقبل الأمير فيصل بن خالد أمير منطقة عسير وفدا.")


def test_names_of_all_countries_are_known() -> None:
    assert bears("برانسون")
    assert may_bear("قنديل")
    assert not bears("قنديل")
    assert not may_bear("والد")
    assert not bears("حكومه")


def test_a_head_tells_a_club_from_the_word() -> None:
    assert "الفتح" in names("تعادل نادي الفتح مع ضيفه.")
    assert "التعاون" not in names("افتتح مركز التعاون أبوابه.")


def test_programs_and_substances_are_named() -> None:
    assert {"ويندوز إكس بي", "اليورانيوم"} <= names("يعمل على ويندوز إكس بي لقياس اليورانيوم.")


@pytest.mark.parametrize(
    ("text", "name", "kind"),
    [
        ("بعث رئيس المجلس الإسلامي الأعلى رسالة.", "المجلس الإسلامي الأعلى", "organisation"),
        (
            "وحذرت الهيئة العامة للغذاء والدواء من المنتج.",
            "الهيئة العامة للغذاء والدواء",
            "organisation",
        ),
        ("رابط الخبر بصحيفة الوئام: بيان مشترك.", "الوئام", "organisation"),
        ("واستنادا إلى معادلات ماكسويل تبين ذلك.", "معادلات ماكسويل", "other"),
        ("زار الوفد قلعة صلاح الدين أمس.", "قلعة صلاح الدين", "place"),
        ("وتابع مدرب برشلونة السابق كلامه.", "برشلونة", "organisation"),
        ("ووصل الفريق إلى برشلونة أمس.", "برشلونة", "place"),
    ],
)
def test_a_head_makes_the_name(text: str, name: str, kind: str) -> None:
    found = {mention.span.of(text): mention.kind.value for mention in find_mentions(text)}
    assert found[name] == kind


def test_one_adjective_is_no_name_of_a_body() -> None:
    assert not names("عقد المجلس المحلي جلسته في المدينة.")


def test_an_ordinary_word_among_places_is_a_place() -> None:
    assert {"عسير", "نجران", "الضالع"} <= names("في مناطق نجران وعسير وجازان، وفي الضالع، وعدن.")
    assert "عسير" not in names("وصفوا الطريق بأنه عسير وطويل.")


def test_a_club_told_once_is_known_again() -> None:
    told = "فاز نادي النصر على ضيفه. وانتهت المباراة بتقدم النصر بهدفين."
    assert [m.span.of(told) for m in find_mentions(told)] == ["النصر", "النصر"]
    assert not names("وانتهت الحرب بتقدم النصر بخطى ثابتة.")


def test_a_body_with_its_country() -> None:
    assert "مجلس النواب الأردني" in names("أدان مجلس النواب الأردني الحادث.")


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("انتقل اللاعب إلى باريس سان جرمان أمس.", "باريس سان جرمان"),
        ("وصلت الطائرة إلى مطار عدن الدولي محملة.", "مطار عدن الدولي"),
        ("سيمثل البلاد الأمير محمد بن نايف بن عبدالعزيز آل ثنيان.", "محمد بن نايف بن عبدالعزيز"),
    ],
)
def test_the_longer_name_wins(text: str, name: str) -> None:
    assert any(found.startswith(name) for found in names(text))


def test_a_country_that_is_an_adjective_is_none() -> None:
    assert "السعودية" not in names("فازت المنتخبات السعودية في البطولة.")
    assert "السعودية" in names("وصل الوفد إلى السعودية.")


def test_a_father_is_a_given_name_whatever_it_is() -> None:
    assert "جميلة بنت كساب الشايع" in names("قالت الدكتورة جميلة بنت كساب الشايع ذلك.")


def test_a_broken_plural_is_no_unknown_name() -> None:
    assert not names("باعوا سجاجيد وسبحا بدون تراخيص نظامية.")


def test_a_number_ends_a_name() -> None:
    assert "أسامة بن فضل البار" in names("وقع الدكتور أسامة بن فضل البار خمسة عقود.")


def test_what_a_caliph_is_called_needs_his_title() -> None:
    assert "المتوكل" in names("بنى الخليفة المتوكل مدينة جديدة.")
    assert not names("وهذا شأن المؤمن المتوكل على ربه.")
