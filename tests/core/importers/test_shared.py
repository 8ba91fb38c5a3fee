"""What two texts share, in the places of each."""

from __future__ import annotations

from tawatur_core.importers.copies import shared_spans

TEXT = "قالَ الوزيرُ أمس إن الجنود وصلوا إلى المدينة. وأضاف 😀 كلامًا آخر لا يكرره أحد هنا."
OTHER = "في خبر عاجل: قال الوزير امس إن الجنود وصلوا الى المدينة، ثم عادوا."


def test_shared_runs_are_found_in_both_whatever_their_marks() -> None:
    (here,), (there,) = shared_spans(TEXT, OTHER), shared_spans(OTHER, TEXT)
    assert here.of(TEXT) == "قالَ الوزيرُ أمس إن الجنود وصلوا إلى المدينة"
    assert there.of(OTHER) == "قال الوزير امس إن الجنود وصلوا الى المدينة"


def test_fewer_than_four_words_are_no_run() -> None:
    assert shared_spans("قال الوزير أمس", "قال الوزير أمس") == ()
    assert shared_spans("", TEXT) == ()


def test_a_text_shares_all_its_words_with_itself() -> None:
    (whole,) = shared_spans(TEXT, TEXT)
    assert (whole.start, whole.end) == (0, len(TEXT) - 1)
