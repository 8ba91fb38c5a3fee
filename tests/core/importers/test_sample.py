"""The sample corpus."""

from __future__ import annotations

from datetime import date

from tawatur_core.importers.sample import drafts, title


def test_the_five_articles_come_with_what_is_known_of_them():
    found = drafts("en")
    assert [draft.published for draft in found] == [
        date(2025, 7, 12),
        date(2025, 7, 13),
        date(2025, 7, 12),
        date(2023, 10, 19),
        date(2025, 10, 27),
    ]
    assert all(draft.outlet == "" and draft.title and draft.published_basis for draft in found)
    assert title("en") == "Lavrov and North Korea"


def test_residue_is_the_caption_and_the_tail():
    found = drafts()
    assert [span.of(found[1].text) for span in found[1].residue] == ["سيرجي لافروف"]
    (tail,) = found[3].residue
    assert tail.of(found[3].text).startswith("شاركها.")
    assert tail.of(found[3].text).endswith("Exit mobile version")
    assert all(not found[number].residue for number in (0, 2, 4))


def test_leading_blank_lines_are_kept():
    assert [draft.text.startswith("\n") for draft in drafts()] == [True, True, False, False, True]
