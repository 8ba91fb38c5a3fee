"""Two things of a kind told in the same words."""

from __future__ import annotations

import pytest

from tawatur_core.reconcile.align import Profile, align
from tawatur_core.reconcile.apart import two_of_a_kind
from tests.core.reconcile.make import account


@pytest.mark.parametrize(
    ("a", "b", "code", "words"),
    [
        (
            "تراجع الذهب للأسبوع السادس على التوالي",
            "يتجه الذهب إلى خسائر للأسبوع السابع",
            "evidence-other-rank",
            ("اسبوع السادس", "اسبوع السابع"),
        ),
        (
            "تلقى المركز بلاغا بسقوط شخص في عمارة بحي الزاهر",
            "تلقى المركز بلاغا باشتعال النار في شقة بحي العوالي",
            "evidence-other-place",
            ("حي الزاهر", "حي العوالي"),
        ),
        (
            "وصل ولي العهد إلى الأردن تلبية لدعوة الملك",
            "غادر ولي العهد الأردن بعد زيارة تلبية لدعوة الملك",
            "evidence-other-turn",
            ("وصل", "غادر"),
        ),
    ],
)
def test_what_tells_two_things_apart(a: str, b: str, code: str, words: tuple[str, str]):
    found = two_of_a_kind(a, b)
    assert found is not None
    assert found.code == code
    assert (found.args["a"], found.args["b"]) == words
    assert found.weight < 0
    other = two_of_a_kind(b, a)
    assert other is not None
    assert (other.args["b"], other.args["a"]) == words


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("تراجع الذهب للأسبوع السادس", "تراجع النفط للشهر السابع"),
        ("في محافظة الخرمة شرق المدينة", "بمحافظة الخرمه"),
        ("في حي الزاهر وحي العوالي", "في حي العوالي"),
        ("وصل الوزير ثم غادر إلى الصين", "وصل الوزير"),
        ("في المرحلة الثانية", "في المرحلة الثانيه"),
        ("", ""),
    ],
)
def test_what_does_not(a: str, b: str):
    assert two_of_a_kind(a, b) is None


def test_two_falls_in_two_quarters_are_not_one_fact():
    text = "تلقى مركز التحكم بالدفاع المدني بالعاصمة المقدسة بلاغا مفاده سقوط {} بداخل {} بحي {}"
    one = text.format("عامل بناء مساء أمس", "عمارة تحت الإنشاء", "الزاهر")
    other = text.format("طفلة فجر اليوم", "بئر مهجورة", "العوالي")
    here, there = Profile.of(account("a", one)), Profile.of(account("b", other))
    again = Profile.of(account("c", other.replace("العوالي", "الزاهر")))
    assert align(here, there).score < align(here, again).score
    assert align(here, there).evidence[-1].code == "evidence-other-place"


def test_a_formula_of_piety_is_no_fact():
    texts = (
        "جاء في حديث الرسول صلى الله عليه وسلم",
        "الدفاع عن الوطن جهاد فعن سعيد بن زيد قال رسول الله صلى الله عليه وسلم من مات فهو شهيد",
    )
    a, b = (Profile.of(account(str(n), text)) for n, text in enumerate(texts))
    assert not align(a, b).one_fact


def test_in_what_is_otherwise_equal_the_rank_is_at_issue():
    text = "حل المنتخب السعودي في المركز {} بين المنتخبات الآسيوية في تصنيف الاتحاد الدولي"
    a, b = (Profile.of(account(i, text.format(r))) for i, r in (("a", "الرابع"), ("b", "الخامس")))
    assert align(a, b).one_fact
