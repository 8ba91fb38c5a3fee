"""Spans never cut a character that a person sees as one."""

from __future__ import annotations

import pytest
from hypothesis import given, strategies as st

from tawatur_core.errors import BadSpan
from tawatur_core.model import Span
from tawatur_core.store.spans import CONTEXT, anchored, boundary, shorten, snap

ANY = st.text(
    st.one_of(
        st.characters(),
        st.sampled_from(
            "ابلـ\u064e\u0651\u0670 \n\r\u200c\u200d\u2067\u2069\ufe0fe\u0301👨👩👧🏽🇰🇵\u0600١"
        ),
    ),
    min_size=1,
    max_size=40,
)


@st.composite
def placed(draw: st.DrawFn) -> tuple[str, Span]:
    text = draw(ANY)
    start = draw(st.integers(0, len(text) - 1))
    return text, Span(start, draw(st.integers(start + 1, len(text))))


@given(placed())
def test_a_snapped_span_contains_what_was_asked_and_stays(given_: tuple[str, Span]) -> None:
    text, span = given_
    snapped = snap(text, span)
    assert snapped.contains(span)
    assert boundary(text, snapped.start)
    assert boundary(text, snapped.end)
    assert snap(text, snapped) == snapped


@given(placed())
def test_a_span_row_can_be_put_back_into_its_text(given_: tuple[str, Span]) -> None:
    text, span = given_
    row = anchored(text, span)
    prefix, quote, suffix = str(row["prefix"]), str(row["quote"]), str(row["suffix"])
    assert quote == span.of(text)
    assert text[span.start - len(prefix) :].startswith(prefix + quote + suffix)
    assert len(prefix) == min(CONTEXT, span.start)
    assert len(suffix) == min(CONTEXT, len(text) - span.end)


@pytest.mark.parametrize(
    ("text", "asked", "got"),
    [
        ("قَالَ", (0, 1), (0, 2)),
        ("قَالَ", (1, 3), (0, 3)),
        ("قَالَ", (1, 4), (0, 5)),
        ("محمّٰد", (3, 4), (2, 5)),
        ("أ👨‍👩‍👧ب", (1, 2), (1, 6)),
        ("أ👨‍👩‍👧ب", (3, 4), (1, 6)),
        ("👍🏽!", (0, 1), (0, 2)),
        ("❤️!", (0, 1), (0, 2)),
        ("🇰🇵🇷🇺", (1, 2), (0, 2)),
        ("🇰🇵🇷🇺", (2, 3), (2, 4)),
        ("e\u0301t", (0, 1), (0, 2)),
        ("می\u200cخواهم", (0, 2), (0, 3)),
        ("\u0600١٢", (1, 2), (0, 2)),
        ("ا\u2067ب", (0, 1), (0, 1)),
        ("ا\nب", (0, 1), (0, 1)),
        ("\u064eا", (1, 2), (1, 2)),
        ("لا", (0, 1), (0, 1)),
    ],
)
def test_known_characters(text: str, asked: tuple[int, int], got: tuple[int, int]) -> None:
    assert snap(text, Span(*asked)) == Span(*got)


@pytest.mark.parametrize("span", [Span(0, 0), Span(3, 3), Span(2, 4), Span(9, 12)])
def test_empty_or_outside_is_refused(span: Span) -> None:
    with pytest.raises(BadSpan):
        snap("نصّ", span)


def test_shortening_keeps_letters_with_their_marks() -> None:
    assert shorten("كلمة\n  أخرى") == "كلمة أخرى"
    long = "قَ" * 50
    assert shorten(long, 9) == "قَ" * 4 + "…"
