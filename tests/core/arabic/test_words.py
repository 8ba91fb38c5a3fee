"""Words, sentences and proclitics."""

from __future__ import annotations

from hypothesis import given, strategies as st

from tawatur_core.arabic import fold_text, sentences, split_clitics, words

TEXT = st.text() | st.text(st.sampled_from('ابوللمسك .."«»“”؟!\n،123د\u064e\u200f'), max_size=60)


def said(text: str) -> list[str]:
    return [span.of(text) for span in sentences(text)]


def test_words_keep_marks_and_number_separators() -> None:
    text = "وقالَ: «20,000 جنديّ» و٥٫٣ (CNN)، G20، الـ75"
    found = [w.text for w in words(text)]
    assert found == ["وقالَ", "20,000", "جنديّ", "و", "٥٫٣", "CNN", "G20", "الـ", "75"]


def test_a_conjunction_is_read_off_but_a_root_letter_may_be_too() -> None:
    readings = {(s.proclitics, s.stem, s.offset) for s in split_clitics("وبيونغ")}
    assert ((), "وبيونغ", 0) in readings
    assert (("و",), "بيونغ", 1) in readings


def test_the_article_swallowed_by_li_comes_back() -> None:
    split = next(s for s in split_clitics("ولِلْولايات") if s.proclitics == ("و", "ل", "ال"))
    assert (split.stem, split.folded) == ("ولايات", "الولايات")


def test_the_article_belongs_to_the_stem() -> None:
    assert all(s.proclitics == () for s in split_clitics("القاهرة"))
    assert ("و", "ب") in {s.proclitics for s in split_clitics("وبالقاهرة")}


def test_sentences_end_at_stops_and_lines() -> None:
    assert said("\nقال ذلك. وأضاف شيئا؟ نعم!\nعنوان") == [
        "قال ذلك.",
        "وأضاف شيئا؟",
        "نعم!",
        "عنوان",
    ]


def test_a_quotation_is_not_cut() -> None:
    assert said('وأضاف: "كان جيدا. وسيبقى". ثم خرج.') == ['وأضاف: "كان جيدا. وسيبقى".', "ثم خرج."]
    assert said("قال «لن ننسى. أبدا.» وانصرف") == ["قال «لن ننسى. أبدا.»", "وانصرف"]


def test_a_stray_quote_holds_nothing_together() -> None:
    assert said('شبه الجزيرة الكورية"، لافتا. وعاد.') == ['شبه الجزيرة الكورية"، لافتا.', "وعاد."]


def test_numbers_abbreviations_and_dots_do_not_end_a_sentence() -> None:
    for whole in (
        "بلغت 5.3 مليار دولار.",
        "وقال د. أحمد لوكالة أ.ف.ب اليوم.",
        "1. بند أول",
        "بعد القمة.. يمكننا القول.",
        "زار موقع site.com أمس.",
    ):
        assert said(whole) == [whole]


def test_a_forgotten_space_after_the_stop() -> None:
    assert said("انتهى اللقاء.وقال الوزير") == ["انتهى اللقاء.", "وقال الوزير"]


@given(TEXT)
def test_sentences_are_ordered_and_hold_all_ink(text: str) -> None:
    at = 0
    for span in sentences(text):
        assert at <= span.start < span.end <= len(text)
        assert not text[at : span.start].strip()
        at = span.end
    assert not text[at:].strip()


@given(TEXT)
def test_words_are_where_they_say(text: str) -> None:
    at = 0
    for word in words(text):
        assert word.start >= at
        assert word.span.of(text) == word.text
        assert word.folded == fold_text(word.text)
        at = word.end


@given(st.text(st.sampled_from("ابوللمسكف\u064e\u0640\u200f"), max_size=12) | st.text(max_size=8))
def test_splits_are_where_they_say(word: str) -> None:
    for split in split_clitics(word):
        assert word[split.offset :] == split.stem
        assert split.folded.endswith(fold_text(split.stem))


def test_a_ligature_is_not_cut() -> None:
    """Lam-alef in one code point belongs to the stem when only its lam is a proclitic."""
    swallowed = next(s for s in split_clitics("\ufedf\ufef8\ufee2\ufee2") if len(s.proclitics) == 2)
    assert (swallowed.offset, swallowed.folded) == (1, "الامم")
    with_li = next(s for s in split_clitics("و\ufef7ردن") if s.proclitics == ("و", "ل"))
    assert (with_li.offset, with_li.folded) == (1, "اردن")
    assert [s.offset for s in split_clitics("\ufefb\ufefb")] == [0, 0]
