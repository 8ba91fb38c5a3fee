from __future__ import annotations

import pytest

from tawatur_core.model import Span
from tawatur_gui.reading.clusters import snap, word_at


@pytest.mark.parametrize(
    ("text", "span", "wanted"),
    [
        ("مُحَمَّد", Span(1, 6), "مُحَمَّ"),
        ("مُحَمَّد", Span(0, 1), "مُ"),
        ("a👍🏽b", Span(1, 2), "👍🏽"),
        ("a👨‍👩‍👧b", Span(3, 4), "👨‍👩‍👧"),
        ("🇰🇵🇷🇺", Span(1, 2), "🇰🇵"),
        ("  كيم  ", Span(0, 7), "كيم"),
        ("كيم أون", Span(0, 4), "كيم"),
        ("كيم", Span(1, 2), "ي"),
        ("   ", Span(0, 2), ""),
    ],
)
def test_snap(text: str, span: Span, wanted: str):
    assert snap(text, span).of(text) == wanted


def test_snap_far_inside_a_long_text():
    text = "ا" * 5000 + "مُ" + "ب" * 5000
    assert snap(text, Span(5000, 5001)) == Span(5000, 5002)


@pytest.mark.parametrize(
    ("text", "at", "wanted"),
    [
        ("قال مُحَمَّد نعم", 6, "مُحَمَّد"),
        ("قال «كيم» نعم", 5, "كيم"),
        ("الروسية-الكورية معا", 3, "الروسية-الكورية"),
        ("بلغ 10 آلاف", 4, "10"),
        ("قال، نعم", 3, "قال"),
        ("قال  نعم", 4, ""),
        ("كيم", 3, "كيم"),
        ("", 0, ""),
    ],
)
def test_word_at(text: str, at: int, wanted: str):
    assert word_at(text, at).of(text) == wanted
