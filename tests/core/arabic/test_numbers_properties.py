"""Properties of quantities: any text, other digits, presentation forms, vowel signs."""

from __future__ import annotations

import unicodedata
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given, strategies as st

from tawatur_core import paths
from tawatur_core.arabic import find_quantities

WORDS = st.sampled_from(
    [
        "و",
        "في",
        "من",
        "إلى",
        "بين",
        "على",
        "جزء",
        "نصف",
        "ربع",
        "خمس",
        "ثلاثة",
        "عشر",
        "عشرين",
        "خمسين",
        "مئة",
        "مئتين",
        "ألف",
        "ألفا",
        "آلاف",
        "مليون",
        "سالب",
        "فاصلة",
        "المئة",
        "أكثر",
        "أقل",
        "نحو",
        "واحد",
        "دولار",
        "جندي",
        "صاروخين",
        "الاثنين",
        "كانون",
        "الثاني",
        "12",
        "٣٫٥",
        "1,000",
        "٪",
        "%",
        "½",
        "ر",
        "-",
        "/",
        "(",
        ")",
        ".",
        "،",
        "$",
        "م2",
        "000",
        "\n",
        "\u200f",
        "ثلاثًا",
        "ـ",
        "1/2",
        "عددهم",
        "يتجاوز",
    ]
)
TEXT = (
    st.text()
    | st.lists(WORDS, max_size=25).map(" ".join)
    | st.lists(WORDS, max_size=25).map("".join)
)
SEEDS = sorted(Path(paths.seeds()).glob("*.txt"))


def isolated_forms() -> dict[str, str]:
    forms: dict[str, str] = {}
    for code in range(0xFE80, 0xFEFD):
        plain = unicodedata.normalize("NFKC", chr(code))
        if len(plain) == 1 and unicodedata.decomposition(chr(code)).startswith("<isolated>"):
            forms.setdefault(plain, chr(code))
    return forms


def values(text: str) -> list[tuple[object, ...]]:
    return [(q.low, q.high, q.hedge, q.kind) for q in find_quantities(text)]


@given(TEXT)
def test_any_text_gives_ordered_spans(text: str) -> None:
    found = find_quantities(text)
    for q in found:
        assert 0 <= q.span.start <= q.number.start < q.number.end <= q.span.end <= len(text)
        assert q.low is not None or q.high is not None
        assert q.low is None or q.high is None or q.low <= q.high
    for left, right in pairwise(found):
        assert left.span.end <= right.span.start


@given(TEXT)
def test_the_digit_set_does_not_matter(text: str) -> None:
    for zero in ("٠", "۰"):
        other = "".join(chr(ord(zero) + int(c)) if c in "0123456789" else c for c in text)
        assert values(other) == values(text)


@pytest.mark.parametrize("seed", SEEDS, ids=lambda path: path.stem[:3])
def test_forms_and_vowel_signs_do_not_matter(seed: Path) -> None:
    text = seed.read_text(encoding="utf-8")
    forms = isolated_forms()
    assert values("".join(forms.get(c, c) for c in text)) == values(text)
    assert values("".join(c + "\u0650" if "ء" <= c <= "ي" else c for c in text)) == values(text)
    assert values(
        "".join(c + "\u0640" if "ب" <= c <= "غ" and c != "ة" else c for c in text)
    ) == values(text)
