"""Which words are taken: the same as comparing with every span, however many there are."""

from __future__ import annotations

from hypothesis import given, strategies as st

from tawatur_core.store.open_state import _Taken

SPAN = st.tuples(st.integers(0, 40), st.integers(1, 12)).map(lambda s: (s[0], s[0] + s[1]))


@given(st.lists(SPAN), SPAN)
def test_touching_is_overlapping_any_of_them(spans: list[tuple[int, int]], asked: tuple[int, int]):
    overlaps = any(start < asked[1] and asked[0] < end for start, end in spans)
    assert _Taken(spans).touches(*asked) == overlaps
