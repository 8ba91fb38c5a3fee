"""Phrases of numbers by the fact of language they rest on."""

from __future__ import annotations

from decimal import Decimal

import pytest

from tawatur_core.arabic import find_quantities
from tawatur_core.model import Hedge

SPOKEN = [
    ("تلات تلاف", "3000"),
    ("تلتاشر", "13"),
    ("اتنا عشر", "12"),
    ("ميتين", "200"),
    ("تمانية", "8"),
]
UNDOTTED = [
    ("اربعمائه وخمسه", "405"),
    ("الف و مئتان", "1200"),
    ("سته عشر", "16"),
    ("مايه", "100"),
]
MIXED = [
    ("1 1/2", "1.5"),
    ("٢ ١/٤", "2.25"),
    ("-1 1/2", "-1.5"),
    ("واحد ونصف مليون", "1500000"),
    ("خمسة وربع مليون", "5250000"),
    ("مئتا شخص", "200"),
    ("مليوني ونصف المليون لاجئ", "2500000"),
    ("3آلاف", "3000"),
    ("10 000 شخص", "10000"),
    ("عشرون وثلاثة أخماس", "20.6"),
    ("ثلاثة على أربعة", "0.75"),
]


@pytest.mark.parametrize(("text", "value"), [*SPOKEN, *UNDOTTED, *MIXED])
def test_value(text: str, value: str) -> None:
    (found,) = find_quantities(text)
    assert found.low is not None
    assert (found.low.normalize(), found.high) == (Decimal(value).normalize(), found.low)


@pytest.mark.parametrize(
    ("text", "values"),
    [
        # The eleventh is 'الحادي عشر'; 'أول عشرة' are the first ten.
        ("أول عشرة لاعبين", [1, 10]),
        ("الحادي عشر", [11]),
        ("قتل ثلاثة وأصيب نصف مليون", [3, 500_000]),
        ("اتنا الشرقية", []),
        # A stroke that folds to nothing is no noun.
        ("ألفا ـ سنتا", [1000]),
    ],
)
def test_words_that_make_no_compound(text: str, values: list[int]) -> None:
    assert [q.low for q in find_quantities(text)] == values


@pytest.mark.parametrize(
    ("text", "words", "hedge"),
    [
        ("يتجاوز عددهم 50 ألفا", "يتجاوز عددهم 50 ألفا", Hedge.AT_LEAST),
        ("حيث تزيد قيمتها على نصف مليار ريال", "تزيد قيمتها على نصف مليار ريال", Hedge.AT_LEAST),
        ("وأن لا يتجاوز عمره 26 عاما", "لا يتجاوز عمره 26 عاما", Hedge.AT_MOST),
        ("لا يقل سعرها عن 620 ألف دولار", "لا يقل سعرها عن 620 ألف دولار", Hedge.AT_LEAST),
        ("يقارب عددهم 140 معلما", "يقارب عددهم 140 معلما", Hedge.ABOUT),
        ("10 كحد أقصى", "10 كحد أقصى", Hedge.AT_MOST),
        ("ودفع قيمتها 30 ريالا", "30 ريالا", Hedge.EXACT),
    ],
)
def test_the_subject_may_stand_between_a_hedge_and_its_number(
    text: str, words: str, hedge: Hedge
) -> None:
    (found,) = find_quantities(text)
    assert (found.span.of(text), found.hedge) == (words, hedge)


@pytest.mark.parametrize(
    ("text", "unit"),
    [
        ("100 ليرة لبنانية", "ليرة لبنانية"),
        ("20 ريالا سعوديا", "ريالا سعوديا"),
        ("5 درجات مئوية", "درجات مئوية"),
        ("10 كحد أقصى", ""),
    ],
)
def test_unit(text: str, unit: str) -> None:
    (found,) = find_quantities(text)
    assert found.unit == unit
