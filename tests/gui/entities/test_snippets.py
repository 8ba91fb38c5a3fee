"""A mention's context."""

from __future__ import annotations

from hypothesis import given, strategies as st

from tawatur_core.model import Span
from tawatur_gui.entities.snippets import snippet

LINE = (
    "وقال لافروف في تصريحات أدلى بها للصحافيين في أعقاب مباحثات مع نظيرته الكورية الشمالية "
    "تشوي سون هوي في منتجع وونسان جنوب شرق كوريا الشمالية وحذر من إساءة استخدام العلاقات"
)


def test_the_name_is_found_again_in_its_context():
    span = Span(LINE.index("تشوي"), LINE.index(" في منتجع"))
    made = snippet(f"سطر قبله\n{LINE}\nسطر بعده", span.shifted(9), "رويترز")
    assert made.span.of(made.text) == "تشوي سون هوي"
    assert made.text.startswith("… ")
    assert made.text.endswith(" …")
    assert "سطر" not in made.text


def test_a_short_line_is_shown_whole():
    made = snippet("أول\nقال كيم كلمة\nآخر", Span(8, 11), "")
    assert (made.text, made.span.of(made.text)) == ("قال كيم كلمة", "كيم")


@given(st.text(alphabet="اب \n😀x", max_size=300), st.data())
def test_whatever_the_text_the_words_stay(text: str, data: st.DataObject):
    lines = text.split("\n")
    start = data.draw(st.integers(0, len(text)))
    end = text.find("\n", start)
    stop = data.draw(st.integers(start, end if end >= 0 else len(text)))
    made = snippet(text, Span(start, stop), "")
    assert made.span.of(made.text) == text[start:stop]
    assert "\n" not in made.text
    assert lines
