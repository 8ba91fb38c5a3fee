"""Properties of dates: any text, any publication day, other digits, presentation forms, signs."""

from __future__ import annotations

import unicodedata
from datetime import date
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given, strategies as st

from tawatur_core import paths
from tawatur_core.arabic import find_dates, proven_publication_date
from tawatur_core.arabic.date_convention import Convention

WORDS = st.sampled_from(
    [
        *[
            "يوليو",
            "تموز",
            "كانون",
            "الثاني",
            "عام",
            "سنة",
            "شهر",
            "الأسبوع",
            "قبل",
            "منذ",
            "بعد",
            "الماضي",
            "المقبل",
            "الجاري",
            "من",
            "إلى",
        ],
        *[
            "و",
            "في",
            "بين",
            "الاثنين",
            "السبت",
            "المقرر",
            "ستعقد",
            "أمس",
            "اليوم",
            "غدا",
            "محرم",
            "ربيع",
            "الأول",
            "1436",
            "هـ",
            "الموافق",
            "نهاية",
        ],
        *[
            "هذا",
            "نصف",
            "القرن",
            "العقد",
            "صيف",
            "التسعينيات",
            "ثالث",
            "خميس",
            "بضعة",
            "أيام",
            "عامين",
            "3",
            "٢٠١٥",
            "7/3/2022",
            "12",
            "-",
            "(",
            ")",
            "،",
        ],
        *["قبل", "ما", "القادم", "الأحد", "آخر", "أسبوع", "غضون", "الليلة", "ليلة", "رأس", "السنة"],
        *["عيد", "الميلاد", "الفطر", "النصف", "هذه", "July", "Sept", "وشهر", "واحد", "-2016"],
        "\n",
        "9999",
        "يوم",
        "الآن",
        "ونصف",
        "الربع",
        "الأشهر",
        "ألفين",
        *["غرة", "العشر", "الأواخر", "القرن", "العشرين", "العقد", "ليل", "مضت", "نصف", "أسبوع"],
        *["4.22", "31-10-74", "2014-2018", "أيام", "شتاء", "وفبراير", "ـ", "48", "الأسابيع"],
    ]
)
TEXT = (
    st.text()
    | st.lists(WORDS, max_size=25).map(" ".join)
    | st.lists(WORDS, max_size=25).map("".join)
)
DAYS = st.none() | st.dates() | st.sampled_from([date.min, date.max, date(2024, 2, 29)])
SEEDS = sorted(Path(paths.seeds()).glob("*.txt"))
PUBLISHED = date(2025, 7, 12)


def values(text: str, published: date | None) -> list[tuple[object, ...]]:
    return [(d.first, d.last, d.precision, d.how) for d in find_dates(text, published)]


@given(TEXT, DAYS, st.sampled_from(Convention))
def test_any_text_gives_ordered_spans_and_intervals(
    text: str, published: date | None, convention: Convention
) -> None:
    found = find_dates(text, published, convention)
    for d in found:
        assert 0 <= d.span.start < d.span.end <= len(text)
        assert (d.first is None) == (d.last is None)
        assert d.first is None or d.last is None or d.first <= d.last
    for left, right in pairwise(found):
        assert left.span.end <= right.span.start


@given(TEXT)
def test_without_a_publication_date_only_what_stands_by_itself_is_resolved(text: str) -> None:
    for d in find_dates(text, None):
        assert d.first is None or d.how in {
            "date-how-absolute",
            "date-how-hijri",
            "date-how-hijri-arithmetic",
            "date-how-story",
        }


@given(TEXT)
def test_a_proof_lies_in_the_text(text: str) -> None:
    proof = proven_publication_date(text, year=2025)
    assert proof is None or 0 <= proof.span.start < proof.span.end <= len(text)


@given(TEXT, DAYS)
def test_the_digit_set_does_not_matter(text: str, published: date | None) -> None:
    other = "".join(chr(ord("٠") + int(c)) if c in "0123456789" else c for c in text)
    assert values(other, published) == values(text, published)


@pytest.mark.parametrize("seed", SEEDS, ids=lambda path: path.stem[:3])
def test_forms_and_vowel_signs_do_not_matter(seed: Path) -> None:
    text = seed.read_text(encoding="utf-8")
    forms: dict[str, str] = {}
    for code in range(0xFE80, 0xFEFD):
        plain = unicodedata.normalize("NFKC", chr(code))
        if len(plain) == 1 and unicodedata.decomposition(chr(code)).startswith("<isolated>"):
            forms.setdefault(plain, chr(code))
    wanted = values(text, PUBLISHED)
    assert values("".join(forms.get(c, c) for c in text), PUBLISHED) == wanted
    assert (
        values("".join(c + "\u0650" if "ء" <= c <= "ي" else c for c in text), PUBLISHED) == wanted
    )
