"""Any text: no exception, valid and ordered spans, linear time's shape."""

from hypothesis import given, strategies as st

from tawatur_core.arabic.attribution import find_attributions
from tawatur_core.arabic.quotes import find_quotes
from tawatur_core.model import Span

PIECES = st.sampled_from(
    [
        "وقال",
        "قال",
        "أن",
        "إن",
        "«كلام",
        "طويل",
        "هنا»",
        '"',
        "“",
        "”",
        "»",
        "«",
        "'",
        ":",
        "،",
        ".",
        "\n",
        "وفق",
        "بحسب",
        "عن",
        "قوله",
        "لافروف",
        "وزير",
        "الخارجية",
        "في",
        "نقلت",
        "وكالة",
        "«تاس»",
        "أضاف",
        "معتبرا",
        "على",
        "حد",
        "قول",
        "كما",
        "الذي",
        "ل",
        "بما",
        "أعرب",
        "من",
        "(",
        ")",
        "-",
        "–",
        "ً",
        "ـ",
        "كان",
        "قد",
        "10",
        "آلاف",
    ]
)
NEWS = st.lists(PIECES, max_size=40).map(" ".join)
ANY = st.one_of(st.text(max_size=200), NEWS)


def inside(span: Span | None, text: str) -> bool:
    return span is None or (0 <= span.start < span.end <= len(text))


@given(ANY)
def test_attributions_are_valid_and_ordered(text: str):
    found = find_attributions(text)
    for one in found:
        assert all(inside(span, text) for span in (one.content, one.cue, one.speaker, one.via))
        assert inside(one.clause, text)
        assert one.kind in {"direct", "indirect", "according"}
        assert one.speaker is not None or not one.carried_over
    assert [one.cue.start for one in found] == sorted(one.cue.start for one in found)


@given(ANY)
def test_quotations_are_valid_ordered_and_nested(text: str):
    found = find_quotes(text)
    for one in found:
        assert one.outer.contains(one.inner)
        assert one.inner.start < one.inner.end
        assert one.outer.end <= len(text)
        assert one.depth >= 0
    assert [one.outer.start for one in found] == sorted(one.outer.start for one in found)
