"""Folding: one plain form, and a map back that never lies."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given, strategies as st

from tawatur_core.arabic import fold, fold_text
from tawatur_core.model import Span

ARABIC = st.text(
    st.characters(min_codepoint=0x600, max_codepoint=0x6FF) | st.sampled_from(" ab1.،")
)
ANY = st.text() | ARABIC


@pytest.mark.parametrize(
    ("written", "plain"),
    [
        ("مُحَمَّد", "محمد"),
        ("إنتاج", "انتاج"),
        ("ٱلرحمٰن", "الرحمن"),
        ("مصطفى", "مصطفي"),
        ("القاهرة", "القاهره"),
        ("مؤتمر", "موتمر"),
        ("رئيس", "رييس"),
        ("العـــراق", "العراق"),
        ("ﻻ ﺳﻼم", "لا سلام"),
        ("پوتین", "بوتين"),
        ("گوگل", "كوكل"),
        ("ڤيينا", "فيينا"),
        ("٢٠٬٠٠٠ ۱۲۳", "20٬000 123"),
        ("a\u200fb\u202ec\u200d", "abc"),
        ("CNN Élysée", "cnn elysee"),
        ("\ufe70", ""),
        ("ماء", "ماء"),
        ("ا\u0654حمد", "احمد"),
    ],
)
def test_plain_form(written: str, plain: str) -> None:
    assert fold_text(written) == plain


def test_the_map_gives_letters_with_their_marks() -> None:
    text = "قال مُحَمَّدٌ، ﻻ"
    folded = fold(text)
    at = folded.text.index("محمد")
    assert folded.original(Span(at, at + 4)).of(text) == "مُحَمَّدٌ"
    at = folded.text.index("لا")
    assert folded.original(Span(at, at + 2)).of(text) == "ﻻ"


def test_a_control_character_is_no_part_of_the_word_before() -> None:
    text = "موسكو\u200f، سول"
    assert fold(text).original(Span(0, 5)).of(text) == "موسكو"


@given(ANY)
def test_the_map_is_valid_and_ordered(text: str) -> None:
    folded = fold(text)
    assert folded.text == fold_text(text)
    assert len(folded.text) == len(folded.starts) == len(folded.ends)
    before = 0
    for i, (start, end) in enumerate(zip(folded.starts, folded.ends, strict=True)):
        assert 0 <= start < end <= len(text)
        assert start >= before
        before = start
        assert folded.text[i] in fold_text(text[start:end])


@given(ANY)
def test_folding_twice_changes_nothing(text: str) -> None:
    once = fold_text(text)
    assert fold_text(once) == once


@given(ANY, ANY)
def test_folding_goes_letter_by_letter(a: str, b: str) -> None:
    assert fold_text(a + b) == fold_text(a) + fold_text(b)


@given(ARABIC)
def test_composed_and_decomposed_text_are_one(text: str) -> None:
    assert fold_text(unicodedata.normalize("NFD", text)) == fold_text(
        unicodedata.normalize("NFC", text)
    )
