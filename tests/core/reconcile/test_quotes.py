"""Quoted words."""

from hypothesis import given, strategies as st

from tawatur_core.model import ClaimKind
from tawatur_core.reconcile.quotes import (
    Side,
    alike,
    best_match,
    fragments,
    shared_run,
    substitutions,
    word_diff,
)


def test_titles_and_single_words_are_no_quotations():
    assert fragments("بحسب صحيفة «ديلي ميل» فإن السياسة “الخطيرة” مستمرة") == ()


def test_all_quotation_marks_are_known():
    for told in ("“دون قيد أو شرط”", "«دون قيد أو شرط»", '"دون قيد أو شرط"'):
        assert fragments(f"قال إنه يدعمها {told} اليوم") == ("دون قيد أو شرط",)


def test_a_direct_quote_marked_without_its_marks_is_a_fragment():
    assert fragments("نشعر بقلق بالغ", ClaimKind.DIRECT_QUOTE) == ("نشعر بقلق بالغ",)
    assert fragments("نشعر بقلق بالغ") == ()


def test_spelling_variants_are_one_word():
    assert alike("جونج", "جونغ")
    assert alike("مُتنامٍ", "متنام")
    assert not alike("الشمالية", "الجنوبية")
    assert not alike("قبول", "رفض")


def test_the_shared_run_is_found_through_other_marks_and_spelling():
    assert shared_run("دون قيد أو شرط وبشكل ثابت", "إنه دونَ قيدٍ أو شرطٍ") == (
        "دون",
        "قيد",
        "أو",
        "شرط",
    )


def test_two_translations_of_one_sentence_match():
    a = "روسيا تحذر من إساءة استخدام العلاقات لبناء تحالفات موجهة ضد أي طرف"
    b = "تحذر من استغلال هذه العلاقات لتشكيل تحالفات موجهة ضد أي طرف"
    match = best_match([a], [b])
    assert match is not None
    assert match.run == ("تحالفات", "موجهة", "ضد", "أي", "طرف")


def test_common_little_words_are_no_match():
    assert best_match(["في حال كان ذلك من قبل"], ["كان ذلك من بعد عودته إليها"]) is None


def test_the_diff_holds_both_texts():
    runs = word_diff("كوريا الديمقراطية وروسيا", "كوريا الشمالية، وبالطبع روسيا")
    assert next(r.side for r in runs) is Side.BOTH
    assert " ".join(r.a for r in runs if r.a).split() == ["كوريا", "الديمقراطية", "وروسيا"]
    assert "الشمالية" in " ".join(r.b for r in runs)


word = st.text("ابتجحدرسمنو", min_size=1, max_size=6)
texts = st.lists(word, max_size=12).map(" ".join)


@given(texts, texts)
def test_a_diff_loses_no_word(a: str, b: str):
    runs = word_diff(a, b)
    assert " ".join(r.a for r in runs if r.a) == a
    assert " ".join(r.b for r in runs if r.b) == b


@given(texts)
def test_equal_texts_do_not_differ(a: str):
    assert all(r.side is Side.BOTH for r in word_diff(a, a))


def test_a_preposition_alone_or_joined_is_no_other_wording():
    a, b = "قامت الهيئة بينبع بالتطوير", "قامت الهيئة في ينبع بالتطوير"
    assert substitutions(word_diff(a, b)) == 0


def test_letters_set_apart_are_no_other_wording():
    assert substitutions(word_diff("قال الكريم للناس", "قال ا ل ك ر ي م للناس")) == 0
