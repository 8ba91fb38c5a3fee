from __future__ import annotations

from hypothesis import given, strategies as st

from tawatur_core.model import Span
from tawatur_gui.reading.offsets import Insert, Offsets, units

TEXTS = st.text(alphabet=st.sampled_from("اب ج\n\u0651😀𝔸\u202e\u00a0x"), max_size=60)


@given(TEXTS)
def test_units_and_points_are_inverse_at_every_code_point(text: str):
    offsets = Offsets(text)
    for point in range(len(text) + 1):
        assert offsets.to_units(point) == len(text[:point].encode("utf-16-le")) // 2
        assert offsets.to_points(offsets.to_units(point)) == point


def test_inside_a_surrogate_pair_counts_as_its_start():
    offsets = Offsets("ا😀ب")
    assert [offsets.to_points(unit) for unit in range(5)] == [0, 1, 1, 2, 3]


@given(TEXTS, st.lists(st.tuples(st.integers(0, 60), st.sampled_from(["\n", "س😀\n"]))))
def test_page_positions_skip_what_was_inserted(text: str, places: list[tuple[int, str]]):
    inserts = [Insert(at, shown) for at, shown in sorted(places) if at <= len(text)]
    offsets = Offsets(text, inserts)
    page = ""
    done = 0
    for insert in inserts:
        page += text[done : insert.at] + insert.text
        done = insert.at
    page += text[done:]
    raw = page.encode("utf-16-le")
    for start in range(len(text)):
        shown = raw[2 * offsets.start(start) : 2 * offsets.end(start + 1)].decode("utf-16-le")
        assert shown == text[start]
        assert offsets.span(offsets.start(start), offsets.end(start + 1)) == Span(start, start + 1)
    for position in range(len(raw) // 2 + 1):
        assert 0 <= offsets.point(position) <= len(text)


def test_a_span_over_an_insert_includes_only_text():
    offsets = Offsets("ابجد", [Insert(0, "عنوان\n"), Insert(2, "\n")])
    assert offsets.span(0, 99) == Span(0, 4)
    assert offsets.span(offsets.start(1), offsets.end(3)) == Span(1, 3)
    assert offsets.end(2) + 1 == offsets.start(2)
    assert units("عنوان😀") == 7
