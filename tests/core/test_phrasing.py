"""Values in words, in both languages."""

from __future__ import annotations

from datetime import UTC, date, datetime
from decimal import Decimal

import pytest

from tawatur_core import phrasing
from tawatur_core.model import (
    Certainty,
    Choice,
    Confidence,
    ConflictKey,
    ConflictKind,
    EntityId,
    Hedge,
    HowMany,
    Party,
    Precision,
    Relation,
    SlotValue,
    Verdict,
    VerdictId,
    When,
    Words,
)
from tawatur_core.wording import wording

AR = wording("ar", isolate=False)
EN = wording("en", isolate=False)


def quantity(text: str, low: str | None, high: str | None, unit: str, hedge: Hedge) -> HowMany:
    return HowMany(
        text,
        None if low is None else Decimal(low),
        None if high is None else Decimal(high),
        unit,
        hedge,
    )


@pytest.mark.parametrize(
    ("value", "arabic", "english"),
    [
        (
            quantity("أكثر من 10 آلاف جندي", "10000", None, "جندي", Hedge.AT_LEAST),
            "أكثر من 10,000 جندي",
            "more than 10,000 جندي",
        ),
        (
            quantity("ما لا يقل عن 5 قتلى", "5", None, "قتلى", Hedge.AT_LEAST),
            "ما لا يقل عن 5 قتلى",
            "at least 5 قتلى",
        ),
        (
            quantity("بما يصل إلى 40%", None, "40", "%", Hedge.AT_MOST),
            "ما يصل إلى 40%",
            "up to 40%",
        ),
        (
            quantity("لحوالي 20,000 زائر", "20000", "20000", "زائر", Hedge.ABOUT),
            "نحو 20,000 زائر",
            "about 20,000 زائر",
        ),
        (
            quantity("بين 3 و4.50 مليون", "3000000", "4500000", "ريال", Hedge.EXACT),
            "بين 3 ملايين و4.5 مليون ريال",
            "between 3 million and 4.5 million ريال",
        ),
        (
            quantity("20 مليار دولار", "20000000000", "20000000000", "دولار", Hedge.EXACT),
            "20 مليار دولار",
            "20 billion دولار",
        ),
        (
            quantity("مليون و1", "1000001", "1000001", "شخص", Hedge.EXACT),
            "1,000,001 شخص",
            "1,000,001 شخص",
        ),
        (quantity("عامين", "2", "2", "عامين", Hedge.EXACT), "عامين", "عامين"),
        (
            quantity("6 آلاف من المهندسين", "6000", "6000", "المهندسين", Hedge.EXACT),
            "6,000 من المهندسين",
            "6,000 من المهندسين",
        ),
        (quantity("5.30", "5.30", "5.30", "", Hedge.EXACT), "5.3", "5.3"),
        (quantity("عدد كبير", None, None, "", Hedge.EXACT), "عدد كبير", "عدد كبير"),
        (Words("لقاء"), "لقاء", "لقاء"),
        (Certainty.PROBABLE, "مرجّح", "Probable"),
    ],
)
def test_values(value: SlotValue, arabic: str, english: str):
    assert phrasing.value(value, AR) == arabic
    assert phrasing.value(value, EN) == english


@pytest.mark.parametrize(
    ("first", "last", "arabic", "english"),
    [
        (date(2025, 7, 12), date(2025, 7, 12), "12 يوليو 2025", "12 July 2025"),
        (date(2025, 7, 14), date(2025, 7, 15), "14–15 يوليو 2025", "14–15 July 2025"),
        (date(2025, 6, 30), date(2025, 7, 2), "30 يونيو – 2 يوليو 2025", "30 June – 2 July 2025"),
        (
            date(2024, 12, 30),
            date(2025, 1, 2),
            "30 ديسمبر 2024 – 2 يناير 2025",
            "30 December 2024 – 2 January 2025",
        ),
        (date(2024, 6, 1), date(2024, 6, 30), "يونيو 2024", "June 2024"),
        (date(2024, 3, 1), date(2024, 5, 31), "مارس – مايو 2024", "March – May 2024"),
        (date(2024, 1, 1), date(2024, 12, 31), "عام 2024", "2024"),
        (date(2010, 1, 1), date(2019, 12, 31), "من 2010 إلى 2019", "2010 to 2019"),
        (None, date(2025, 7, 12), "حتى 12 يوليو 2025", "until 12 July 2025"),
        (date(2025, 7, 12), None, "منذ 12 يوليو 2025", "since 12 July 2025"),
        (None, None, "«السبت» (لم يُحدَّد تاريخه)", "“السبت” (date not resolved)"),
    ],
)
def test_intervals(first: date | None, last: date | None, arabic: str, english: str):
    value = When("السبت", first, last, Precision.SPAN)
    assert phrasing.value(value, AR) == arabic
    assert phrasing.value(value, EN) == english


def test_a_linked_party_is_called_by_its_canonical_name():
    party = Party("الجارة الشمالية", EntityId("e1"))
    assert phrasing.value(party, AR) == "الجارة الشمالية"
    assert phrasing.value(party, AR, {EntityId("e1"): "كوريا الشمالية"}) == "كوريا الشمالية"


def test_every_term_has_its_word_in_both_languages():
    for words in (AR, EN):
        for enumeration in phrasing._TERMS:
            for member in enumeration:
                assert phrasing.term(member, words)
        for kind in ConflictKind:
            assert phrasing.question(kind, words)
        for number in range(12):
            assert phrasing.month(date(2025, number + 1, 1), words)
        for number in range(7):
            assert phrasing.weekday(date(2025, 9, number + 1), words)
    assert phrasing.weekday(date(2025, 7, 12), AR) == "السبت"


def test_relations_carry_a_sign_and_a_word():
    assert phrasing.relation(Relation.DIFFERENT, AR) == "⇄ مختلف"
    assert phrasing.relation(Relation.SAME, EN) == "= same"
    assert phrasing.relation(Relation.UNKNOWN, AR) == "؟ غير معروف"
    assert phrasing.relation(Relation.UNKNOWN, EN) == "? unknown"


def verdict(choice: Choice, chosen: str = "", value: str = "") -> Verdict:
    return Verdict(
        VerdictId("v"),
        ConflictKey("k"),
        ConflictKind.WHEN,
        choice,
        chosen,
        value,
        "",
        Confidence.HIGH,
        ("c1", "c2"),
        ("", ""),
        "ن.س",
        datetime(2025, 7, 12, tzinfo=UTC),
        reopened=False,
    )


def test_verdicts():
    assert phrasing.verdict(verdict(Choice.ONE_SIDE, chosen="c2"), AR) == "الرواية ب"
    assert phrasing.verdict(verdict(Choice.ONE_SIDE, chosen="c1"), EN) == "Account A"
    assert phrasing.verdict(verdict(Choice.EDITED, value="12"), AR) == "قيمة معدّلة: 12"
    assert phrasing.verdict(verdict(Choice.BOTH_STAND), EN) == "Both stand"
    assert phrasing.side_letter(12, AR) == "م"
    assert phrasing.side_letter(28, AR) == "29"


def test_an_interval_needs_an_end():
    with pytest.raises(ValueError, match="needs an end"):
        phrasing.interval(None, None, AR)
