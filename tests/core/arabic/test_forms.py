"""What is known of a word before its text is read."""

from __future__ import annotations

from tawatur_core.arabic.forms import FIGURE, form, listing
from tawatur_core.arabic.words import page


def test_a_word_shows_which_lists_have_it_by_its_folded_form() -> None:
    mark = listing(lambda: {"كلجفته"})
    assert form("كلجفتة")[1:] == ("كلجفته", mark)
    assert form("٢٠")[2] & FIGURE
    assert not form("كلجفتات")[2]


def test_a_list_that_comes_later_is_known_of_texts_read_before() -> None:
    text = "قرية كلجنتا " * 10
    before = page(text).noted
    mark = listing(lambda: {"كلجنتا"})
    assert not [at for at, marks in before if marks & mark]
    assert [at for at, marks in page(text).noted if marks & mark] == list(range(1, 20, 2))


def test_equal_words_are_one_object() -> None:
    text = "أحـمد وأحـمد"
    first, second = text[:5], text[-5:]
    assert first is not second
    assert form(first)[0] is form(second)[0]
