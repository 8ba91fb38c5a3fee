"""Names: spelling by ear is one name, close spelling is not."""

from __future__ import annotations

import pytest
from hypothesis import given, strategies as st

from tawatur_core.arabic import name_similarity, same_name, spellings
from tawatur_core.arabic.gazetteer import lines
from tawatur_core.arabic.names import SAME, may_be_same, name_key, name_keys
from tawatur_core.arabic.names_parts import from_latin, lone, parts
from tawatur_core.arabic.names_sound import WEIGHTS, steps
from tawatur_core.wording import wording

ONE = [
    ("بيونج يانج", "بيونغ يانغ"),
    ("بيونج يانج", "بيونغيانغ"),
    ("كيم جونج أون", "كيم جونغ أون"),
    ("سيرجي لافروف", "سيرغي لافروف"),
    ("شنجهاي", "شنغهاي"),
    ("منظمة شنجهاي للتعاون", "منظمة شنغهاي للتعاون"),
    ("تشوي سون هوي", "تشو سون هوي"),
    ("تشوي سون هوي", "تشو سون هي"),
    ("تشو سون هوي", "تشو سون هي"),
    ("لافروف", "سيرغي لافروف"),
    ("سون هوي", "تشوي سون هوي"),
    ("الرئيس فلاديمير بوتين", "بوتين"),
    ("رجب أردوغان", "رجب طيب إردوغان"),
    ("عبد الرحمن", "عبدالرحمن"),
    ("محمد بن سلمان", "محمد سلمان"),
    ("ج. كيري", "جون كيري"),
    ("Sergey Lavrov", "سيرغي لافروف"),
    ("Sergei Lavrov", "سيرجي لافروف"),
    ("Lavrov", "لافروف"),
    ("Kim Jong Un", "كيم جونج أون"),
    ("Kim Jong-un", "كيم جونغ أون"),
    ("Xi Jinping", "شي جين بينغ"),
    ("Pyongyang", "بيونج يانج"),
    ("Abdel Fattah el-Sisi", "عبد الفتاح السيسي"),
    ("مُحَمَّد", "محمد"),
    ("Gaddafi", "القذافي"),
    ("Qaddafi", "القذافي"),
    ("Kadhafi", "القذافي"),
    ("al-Gadhafi", "القذافي"),
    ("Gasem", "قاسم"),
    ("Gafsa", "قفصة"),
]
TWO = [
    ("كيم جونغ أون", "كيم جونغ إيل"),
    ("كيم جونج أون", "كيم جونغ إيل"),
    ("كوريا الشمالية", "كوريا الجنوبية"),
    ("سيرجي لافروف", "سيرجي شويجو"),
    ("لافروف", "شويجو"),
    ("حسن", "حسان"),
    ("مالك", "ملك"),
    ("محمد", "محمود"),
    ("محمد", "محمد مرسي"),
    ("منصور", "منصورة"),
    ("محمد بن زايد", "محمد بن راشد"),
    ("Kim Jong Il", "كيم جونغ أون"),
    ("Shoigu", "لافروف"),
    ("Goddard", "القذافي"),
    ("Gaza", "قضاء"),
    ("Cathy", "القاضي"),
    ("", "لافروف"),
    ("", ""),
]


@pytest.mark.parametrize(("a", "b"), ONE)
def test_one_name(a: str, b: str) -> None:
    assert same_name(a, b)
    assert name_similarity(a, b).reasons


@pytest.mark.parametrize(("a", "b"), TWO)
def test_two_names(a: str, b: str) -> None:
    assert not same_name(a, b)


def test_steps_name_the_linguistic_fact() -> None:
    assert steps("سيرجي", "سيرغي") == ("name-step-g",)
    assert steps("زيغمار", "سيغمار") == ("name-step-z",)
    assert steps("لافروف", "لافروف") == ()
    assert "name-step-affricate" in steps("تشوي", "شوي")


def test_titles_and_particles_are_no_parts() -> None:
    assert [p.letters for p in parts("الرئيس عبد الفتاح السيسي")] == ["عبدفتاح", "سيسي"]
    assert [p.letters for p in parts("محمد بن سلمان")] == ["محمد", "سلمان"]
    assert [p.letters for p in parts("بن")] == ["بن"]


def test_latin_is_heard_as_arabic() -> None:
    assert from_latin("lavrov") == "لافروف"
    assert from_latin("xi") == "شي"


def test_spellings_hold_what_other_outlets_write() -> None:
    assert "بيونغ يانغ" in spellings("بيونج يانج")
    assert spellings("سيرجي")[0] == "سيرجي"
    assert "سيرغي" in spellings("سيرجي")


@pytest.mark.parametrize(("a", "b"), [pair for pair in ONE[:9] if " " in pair[0]])
def test_spellings_of_one_name_share_a_key(a: str, b: str) -> None:
    assert name_keys(a) & name_keys(b)


def test_every_reason_has_words() -> None:
    for language in ("ar", "en"):
        words = wording(language)
        codes = {reason.code for a, b in ONE + TWO for reason in name_similarity(a, b).reasons}
        for code in codes | set(WEIGHTS):
            assert code in words, code


NAMES = (
    st.text(st.sampled_from("ابجدهوزحطيكلمنسعفصقرشتثخذضظغةىءأإآ abKx-.د "), max_size=24) | st.text()
)


@given(NAMES, NAMES)
def test_scores_are_symmetric_and_in_range(a: str, b: str) -> None:
    score = name_similarity(a, b).score
    assert 0.0 <= score <= 1.0
    assert score == pytest.approx(name_similarity(b, a).score)
    assert same_name(a, b) == (score >= SAME)


@given(NAMES)
def test_spellings_are_few_and_start_with_the_name(name: str) -> None:
    found = spellings(name)
    assert 1 <= len(found) <= 48
    assert len(set(found)) == len(found)
    assert isinstance(name_key(name), str)


@given(st.text(st.sampled_from("ابجدهوزحطيكلمنسعفصقرشت ")).filter(str.strip))
def test_marks_do_not_matter(name: str) -> None:
    marked = "".join(char + "\u064e" if char.isalpha() else char for char in name)
    assert name_similarity(name, marked).score == 1.0


@pytest.mark.parametrize(
    ("short", "full", "same"),
    [
        ("سلمان بن عبدالعزيز", "محمد بن سلمان بن عبدالعزيز", False),
        ("محمد بن عبدالعزيز", "محمد بن سلمان بن عبدالعزيز", False),
        ("محمد بن سلمان", "محمد بن سلمان بن عبدالعزيز آل سعود", True),
        ("بن لادن", "أسامة بن لادن", True),
        ("سلمان", "محمد بن سلمان", False),
    ],
)
def test_what_stands_after_bin_is_the_father(short: str, full: str, same: bool) -> None:
    assert same_name(short, full) is same


NAMES = st.lists(
    st.sampled_from([word for pair in (*ONE, *TWO) for name in pair for word in name.split()]),
    max_size=4,
).map(" ".join)


@given(NAMES | st.text(max_size=12), NAMES | st.text(max_size=12))
def test_the_quick_look_rejects_no_name_that_is_the_same(a: str, b: str) -> None:
    assert may_be_same(a, b) or not same_name(a, b)


def test_the_quick_look_rejects_different_names() -> None:
    assert not may_be_same("هنريك فالدسترام", "هنريك بوزنتو")
    assert not may_be_same("فالدسترام", "هنريك بوزنتو")


def test_a_lone_part_is_what_it_is_among_others():
    listed = [word for line in lines("name_words.txt") for word in line.split()]
    listed += [word for line in lines("given_names.txt") for word in line.split()]
    odd = ["", "م", "أبو", "ابو-ريدة", "مُحمَّد", "Kim", "كimى", "١٢", "بنت", "عبد", "آل"]
    found = 0
    for word in (*listed, *odd, "ل\u0640"):
        part = lone(word)
        if part is not None:
            found += 1
            assert parts(word) == (part,)
            assert parts(f"{word} رلمن") == (part, *parts("رلمن"))
            assert parts(f"رلمن {word} رلمن") == (*parts("رلمن"), part, *parts("رلمن"))
    assert found > 500
    assert [lone(word) for word in odd] == [None] * len(odd)
