"""Marks of other tools held against their quotes."""

from __future__ import annotations

import pytest
from hypothesis import given, strategies as st

from tawatur_core.importers.anchoring import anchor
from tawatur_core.model import Span
from tawatur_core.plugins import Mark

TEXT = "قال 😀 الوزير: نعم.\nقال الوزير: لا.\nقال الوزير: ربما."


def mark(quote: str, *spans: Span, prefix: str = "", suffix: str = "") -> Mark:
    return Mark("m", "", "x", spans, quote, prefix=prefix, suffix=suffix)


def test_a_mark_that_stands_is_left_where_it_is() -> None:
    assert anchor(TEXT, mark("الوزير", Span(6, 12))).spans == (Span(6, 12),)
    assert anchor(TEXT, mark("", Span(6, 12))).spans == (Span(6, 12),)
    assert anchor(TEXT, mark("نعم. قال", Span(14, 22))).code == "", "white space is no difference"


def test_parts_are_joined_as_each_tool_likes() -> None:
    for quote in ("قال الوزير", "قال … الوزير", "قالالوزير"):
        assert anchor(TEXT, mark(quote, Span(0, 3), Span(6, 12))).code == ""


def test_offsets_in_utf_16_are_found_again() -> None:
    found = anchor(TEXT, mark("نعم", Span(15, 18)))
    assert (found.spans, found.code) == ((Span(14, 17),), "finding-moved")


def test_the_surroundings_tell_alike_words_apart() -> None:
    third = TEXT.rindex("الوزير")
    asked = mark("الوزير", Span(0, 3), suffix=": ربما")
    assert anchor(TEXT, asked).spans == (Span(third, third + 6),)


def test_without_surroundings_the_nearest_is_meant() -> None:
    second = TEXT.index("الوزير", 12)
    assert anchor(TEXT, mark("الوزير", Span(second - 2, second + 4))).spans == (
        Span(second, second + 6),
    )


def test_as_near_on_both_sides_is_no_place() -> None:
    found = anchor("اب__اب", mark("اب", Span(2, 4)))
    assert (found.spans, found.code) == ((), "finding-not-found")


def test_several_parts_move_together() -> None:
    yes, no = TEXT.index("نعم") + 1, TEXT.index("لا.") + 1
    found = anchor(TEXT, mark("نعم لا", Span(yes, yes + 3), Span(no, no + 2)))
    assert [span.of(TEXT) for span in found.spans] == ["نعم", "لا"]


def test_a_quote_alone_is_looked_for() -> None:
    assert anchor(TEXT, mark("ربما")).spans == (Span(TEXT.index("ربما"), TEXT.index("ربما") + 4),)
    assert anchor(TEXT, mark("الوزير")).spans == ()


@pytest.mark.parametrize(
    ("asked", "code"),
    [
        (mark("", Span(3, 3)), "finding-empty"),
        (mark(""), "finding-empty"),
        (mark("", Span(10, 900)), "finding-outside"),
        (mark("غائب", Span(0, 4)), "finding-not-found"),
        (mark("غائب", Span(0, 2), Span(900, 902)), "finding-not-found"),
    ],
)
def test_what_has_no_place_is_told(asked: Mark, code: str) -> None:
    assert anchor(TEXT, asked) == anchor(TEXT, asked)
    assert (anchor(TEXT, asked).spans, anchor(TEXT, asked).code) == ((), code)


spans = st.tuples(st.integers(0, 40), st.integers(0, 12)).map(lambda p: Span(p[0], p[0] + p[1]))


@given(
    st.text("اب .\n😀", max_size=30),
    st.text("اب .\n", max_size=6),
    st.lists(spans, max_size=3),
    st.text("اب", max_size=2),
)
def test_a_place_always_holds_the_quote(
    text: str, quote: str, places: list[Span], prefix: str
) -> None:
    found = anchor(text, Mark("m", "", "x", tuple(places), quote, prefix=prefix))
    assert bool(found.spans) != (found.code not in ("", "finding-moved"))
    assert all(span.end <= len(text) and len(span) for span in found.spans)
    if found.spans and quote.strip():
        joined = "".join(span.of(text) for span in found.spans)
        assert "".join(joined.split()) == "".join(quote.split())
