"""Quantities: values, units, hedges and ranges as news writes them."""

from __future__ import annotations

from decimal import Decimal

import pytest

from tawatur_core.arabic import find_quantities
from tawatur_core.arabic.results import Quantity
from tawatur_core.model import Hedge
from tawatur_core.wording import LANGUAGES, wording


def one(text: str) -> Quantity:
    found = find_quantities(text)
    assert len(found) == 1, [q.span.of(text) for q in found]
    return found[0]


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("18.000", "18000"),
        ("٧٬٤٠٠", "7400"),
        ("2,75", "2.75"),
        ("٣٫٢٥", "3.25"),
        ("1.234.567,5", "1234567.5"),
        ("12 500", "12500"),
        ("2.125 مليون", "2125000"),
        ("2.125%", "2.125"),
        ("0.125", "0.125"),
        ("-7", "-7"),
        ("7ر3 مليون", "3700000"),
        ("000ر45", "45000"),
        ("5½ ملايين", "5500000"),
        ("سبعة وثلاثون", "37"),
        ("إحدى وستين", "61"),
        ("اثنتا عشرة", "12"),
        ("مئتين وخمسة عشر", "215"),
        ("أربعمئة وثماني", "408"),
        ("خمسمائة ألف", "500000"),
        ("ألفان ومئتان", "2200"),
        ("ستة ملايين وثلاثمئة ألف", "6300000"),
        ("24 مليارا و300 مليون", "24300000000"),
        ("نصف مليار", "500000000"),
        ("ثلاثة أرباع", "0.75"),
        ("مليارين ونصف المليار", "2500000000"),
        ("عشرة آلاف ونصف", "10500"),
        ("واحد من كل خمسة", "0.2"),
        ("3/8", "0.375"),
        ("ناقص تسعة", "-9"),
        ("خمسة فاصلة اثنان", "5.2"),
        ("تلاتين", "30"),
        ("خمستاشر", "15"),
        ("ثلاث مئة", "300"),
        ("السابع والأربعين", "47"),
        ("ألف مليون", "1000000000"),
    ],
)
def test_values(text: str, value: str) -> None:
    found = one(text)
    assert found.low == found.high == Decimal(value)
    assert found.number.of(text)


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("بين مليون وسبعة ملايين", [("1000000", "7000000")]),
        ("ما بين 3 و5 آلاف جندي", [("3000", "5000")]),
        ("من 40 إلى 60 شخصا", [("40", "60")]),
        ("12-15 دولة", [("12", "15")]),
        ("بين خمسة وعشرين طالبا", [("5", "20")]),
        ("أكثر من 30 وأقل من 50", [("30", "50")]),
        ("تتراوح بين 20% و30%", [("20", "30")]),
        ("ارتفع من 5 ملايين إلى 7 ملايين", [("5000000", "5000000"), ("7000000", "7000000")]),
        ("عام 2010 إلى 2.5 مليار يورو", [("2010", "2010"), ("2500000000", "2500000000")]),
        ("فاز 3-1", [("3", "3"), ("1", "1")]),
        ("خمسة وثمانية أسابيع", [("5", "5"), ("8", "8")]),
    ],
)
def test_ranges(text: str, values: list[tuple[str, str]]) -> None:
    found = [(q.low, q.high) for q in find_quantities(text)]
    assert found == [(Decimal(low), Decimal(high)) for low, high in values]


@pytest.mark.parametrize(
    ("text", "hedge", "low", "high"),
    [
        ("أكثر من 10 آلاف جندي", Hedge.AT_LEAST, 10000, None),
        ("بما لا يقل عن 70 قتيلا", Hedge.AT_LEAST, 70, None),
        ("تجاوز 300", Hedge.AT_LEAST, 300, None),
        ("12 شخصا على الأقل", Hedge.AT_LEAST, 12, None),
        ("أقل من 5%", Hedge.AT_MOST, None, 5),
        ("بما يصل إلى 40%", Hedge.AT_MOST, None, 40),
        ("لا يتجاوز 8", Hedge.AT_MOST, None, 8),
        ("لحوالي 20,000 زائر", Hedge.ABOUT, 20000, 20000),
        ("قرابة مئة شخص", Hedge.ABOUT, 100, 100),
        ("لتصل إلى 9 مليارات", Hedge.EXACT, 9 * 10**9, 9 * 10**9),
        ("من دون 3 لاعبين", Hedge.EXACT, 3, 3),
    ],
)
def test_hedges_open_a_bound(text: str, hedge: Hedge, low: int | None, high: int | None) -> None:
    found = one(text)
    assert (found.hedge, found.low, found.high) == (hedge, low, high)


@pytest.mark.parametrize(
    ("text", "unit", "kind"),
    [
        ("أكثر من 10 آلاف جندي", "جندي", "cardinal"),
        ("6 آلاف من المهندسين العسكريين", "المهندسين", "cardinal"),
        ("20 مليار ريال سعودي", "ريال سعودي", "money"),
        ("$45", "$", "money"),
        ("300 متر مربع في", "متر مربع", "cardinal"),
        ("1200م2 تقريبا", "م2", "cardinal"),
        ("(15) شخصا", "شخصا", "cardinal"),
        ("سبعة في المئة", "في المئة", "percent"),
        ("ثلث السكان", "السكان", "fraction"),
        ("الدول الخمس", "الدول", "cardinal"),
        ("قرية واحدة", "قرية", "cardinal"),
        ("المادة 51 من الميثاق", "", "ordinal"),
        ("الذكرى الـ75 لتأسيس", "", "ordinal"),
        ("بالذكرى الثمانين لتأسيس", "", "ordinal"),
        ("في 2013 باسم", "", "ordinal"),
        ("صاروخين باليستيين", "صاروخين", "dual"),
        ("مرتان", "مرتان", "dual"),
    ],
)
def test_units_and_kinds(text: str, unit: str, kind: str) -> None:
    found = one(text)
    assert (found.unit, found.kind) == (unit, kind)


@pytest.mark.parametrize(
    ("text", "value"),
    [("شهر ونصف", "1.5"), ("شهرين ونصف", "2.5"), ("4 سنوات ونصف السنة", "4.5")],
)
def test_a_half_after_a_noun_belongs_to_its_number(text: str, value: str) -> None:
    assert one(text).low == Decimal(value)


@pytest.mark.parametrize(
    "text",
    [
        "يوم الاثنين",
        "تشرين الثاني",
        "أول من أمس",
        "نصف النهائي",
        "في الربع الثاني",
        "كمية المياه",
        "فاز وست هام",
        "ثمن السلعة",
        "لست أدري",
        "آلاف الجنود",
        "البلدين",
        "عند الساعة 10:30",
        "192.168.10.2",
        "مقاتلات F-16",
        "قمة G٢٠",
        "كوفيد-19",
    ],
)
def test_what_is_no_quantity(text: str) -> None:
    assert [q for q in find_quantities(text) if q.kind != "ordinal"] == []


def test_fifth_and_five_are_told_apart_by_what_follows() -> None:
    assert one("خمس الميزانية").low == Decimal("0.2")
    assert one("خمس سنوات").low == 5


def test_the_dual_of_a_scale_word_drops_its_noon_before_a_noun() -> None:
    assert one("ألفا جندي").low == 2000
    assert one("ألفا ومئة").low == 1100


def test_a_verb_that_looks_like_a_dual_counts_nothing() -> None:
    (found,) = find_quantities("أبان أن المهرجان يستمر عشرة أيام")  # nor does إبان, 'during'
    assert found.low == 10


def test_spans_begin_after_a_proclitic() -> None:
    text = "بألف وخمسمئة طالب"
    found = one(text)
    assert found.number.of(text) == "ألف وخمسمئة"
    assert found.span.of(text) == "ألف وخمسمئة طالب"


def test_evidence_is_said_in_both_languages() -> None:
    text = "بين 3 و5 آلاف جندي، أكثر من سبعين دبابة، صاروخين"
    for language in LANGUAGES:
        for found in find_quantities(text):
            assert found.evidence
            assert all(wording(language).evidence(reason) for reason in found.evidence)
