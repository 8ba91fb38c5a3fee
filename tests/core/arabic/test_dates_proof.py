"""The publication date that a text proves, and none where it proves none."""

from __future__ import annotations

from datetime import date

import pytest

from tawatur_core import paths
from tawatur_core.arabic import proven_publication_date
from tawatur_core.wording import LANGUAGES, wording


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("أعلن الوزير اليوم الاثنين 13 مايو 2024 أن", date(2024, 5, 13)),
        ("أعلن الوزير أمس 13 مايو 2024 أن", date(2024, 5, 14)),
        ("القمة تبدأ\nنشر في 13 مايو 2024\nقال الوزير", date(2024, 5, 13)),
        ("عنوان\nالاثنين 13 مايو 2024 - 10:30\nقال الوزير", date(2024, 5, 13)),
        ("قال الوزير السبت إن زيارته من 10 إلى 12 مايو 2024 ناجحة", date(2024, 5, 11)),
    ],
)
def test_proofs(text: str, day: date) -> None:
    proof = proven_publication_date(text)
    assert proof is not None
    assert proof.published == day
    assert proof.span.of(text)
    for language in LANGUAGES:
        assert all(wording(language).evidence(reason) for reason in proof.evidence)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "قال الوزير السبت إن",
        "وصل في 11 مايو 2024 إلى القاهرة",
        "قال اليوم 13 مايو 2024، ثم قال اليوم 14 مايو 2024",
        "ستعقد القمة السبت بعد زيارة من 10 إلى 12 مايو 2024",
    ],
)
def test_nothing_is_invented(text: str) -> None:
    assert proven_publication_date(text) is None


def test_the_first_sample_article_needs_its_year_from_elsewhere() -> None:
    (file,) = paths.seeds().glob("000_*.txt")
    text = file.read_text(encoding="utf-8")
    assert proven_publication_date(text) is None
    proof = proven_publication_date(text, year=2025)
    assert proof is not None
    assert proof.published == date(2025, 7, 12)
    assert proof.span.of(text) == "السبت"
