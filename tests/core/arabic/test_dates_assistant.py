"""The convention of assistants: what it leaves open is to come; news, the default, stays as it is.

All phrases are seen from Wednesday 15 May 2024; the second interval is that of news.
"""

from __future__ import annotations

from datetime import date

import pytest

from tawatur_core.arabic import find_dates
from tawatur_core.arabic.date_convention import Convention

PUBLISHED = date(2024, 5, 15)


def interval(text: str, convention: Convention) -> str:
    found = find_dates(text, PUBLISHED, convention)
    days = [str(d.first) if d.first == d.last else f"{d.first}..{d.last}" for d in found]
    return " ".join(days)


@pytest.mark.parametrize(
    ("text", "assistant", "news"),
    [
        # A bare weekday, day or month is the next one.
        ("الجمعة", "2024-05-17", "2024-05-10"),
        ("الأربعاء", "2024-05-22", "2024-05-15"),
        ("الجمعة الماضية", "2024-05-10", "2024-05-10"),
        ("14 مايو", "2025-05-14", "2024-05-14"),
        ("15 مايو", "2024-05-15", "2024-05-15"),
        ("في مارس", "2025-03-01..2025-03-31", "2024-03-01..2024-03-31"),
        ("أول اثنين من آذار", "2025-03-03", "2024-03-04"),
        ("عيد الحب", "2025-02-14", "2024-02-14"),
        ("من الثلاثاء إلى الخميس", "2024-05-21..2024-05-23", "2024-05-07..2024-05-09"),
        # What has been so since then is past in both.
        ("منذ 7 أكتوبر", "2023-10-07", "2023-10-07"),
        # A length of time leads to a day; 'a few' are three.
        ("قبل شهر", "2024-04-15", "2024-04-01..2024-04-30"),
        ("قبل سنة", "2023-05-15", "2023-01-01..2023-12-31"),
        ("سنة من الآن", "2025-05-15", "2025-01-01..2025-12-31"),
        ("قبل بضعة أيام", "2024-05-12", "2024-05-06..2024-05-12"),
        ("يومين قبل 3 مارس", "2025-03-01", "2024-03-03"),
        # The last and next so many units leave today out, and 'after' is 'next'.
        ("آخر 3 أيام", "2024-05-12..2024-05-14", "2024-05-12..2024-05-15"),
        ("الأسبوعين القادمين", "2024-05-16..2024-05-29", "2024-05-15..2024-05-29"),
        ("بعد يومين", "2024-05-16..2024-05-17", "2024-05-17"),
        ("خلال أسبوع", "2024-05-15..2024-05-22", ""),
        # Ranges of months and years stop where the last begins; of days they hold both ends.
        ("2014-2018", "2014-01-01..2017-12-31", "2014-01-01..2018-12-31"),
        ("من 2014 إلى 2018", "2014-01-01..2017-12-31", "2014-01-01..2018-12-31"),
        ("من 13 إلى 15 يوليو", "2024-07-13..2024-07-15", "2024-07-13..2024-07-15"),
        # Parts: plurals are tens of days; beginning, middle and end points or halves.
        ("أوائل آذار 2020", "2020-03-01..2020-03-10", "2020-03-01..2020-03-10"),
        ("أواسط آذار 2020", "2020-03-11..2020-03-20", "2020-03-11..2020-03-20"),
        ("أواخر آذار 2020", "2020-03-21..2020-03-31", "2020-03-21..2020-03-31"),
        ("بداية آذار 2020", "2020-03-01", "2020-03-01..2020-03-10"),
        ("آخر آذار 2020", "2020-03-31", "2020-03-21..2020-03-31"),
        ("منتصف آذار 2020", "2020-03-15", "2020-03-11..2020-03-20"),
        ("مطلع آذار 2020", "2020-03-01..2020-03-15", "2020-03-01..2020-03-10"),
        ("نهاية آذار 2020", "2020-03-16..2020-03-31", "2020-03-21..2020-03-31"),
        ("نهاية عام 2020", "2020-07-01..2020-12-31", "2020-09-01..2020-12-31"),
        ("مطلع الأسبوع المقبل", "2024-05-20..2024-05-22", "2024-05-20..2024-05-21"),
        ("صيف 2016", "2016-06-21..2016-09-23", "2016-06-01..2016-08-31"),
        ("شتاء 2016", "2016-12-21..2017-03-20", "2016-12-01..2017-02-28"),
        # The month comes first in figures that could be either; what cannot be, is not.
        ("3/7/2022", "2022-03-07", "2022-07-03"),
        ("31/10/1974", "1974-10-31", "1974-10-31"),
        ("31-10-74", "1974-10-31", ""),
        ("8/12, 15", "2015-08-12", ""),
        # What news does not take for dates.
        ("الأسبوع", "2024-05-13..2024-05-19", ""),
        ("أسبوعي", "2024-05-13..2024-05-19", ""),
        ("في شهري يونيو ويوليو", "2024-06-01..2024-07-31", "2024-06-01..2024-07-31"),
        ("آخر شهر", "2024-04-01..2024-04-30", ""),
        ("عدت في 27", "2024-05-27", ""),
        ("عدت في 3", "2024-06-03", ""),
        ("4.22", "2025-04-22", ""),
        ("في 4-22", "2025-04-22", ""),
        ("الربع الثالث", "2024-07-01..2024-09-30", ""),
        ("الصيف", "2024-06-21..2024-09-23", ""),
    ],
)
def test_a_phrase_in_both_conventions(text: str, assistant: str, news: str) -> None:
    assert interval(text, Convention.ASSISTANT) == assistant
    assert interval(text, Convention.NEWS) == news


@pytest.mark.parametrize(
    "text",
    [
        "في 27 مدينة",
        "كل أسبوع",
        "اجتماع أسبوعي",
        "ارتفع 4.22 مليون",
        "نسبة 4.22%",
        "يوم 1.5 متر",
        "آخر أسبوع من الحرب",
        "الأسبوع الثاني",
    ],
)
def test_what_assistants_do_not_take_for_dates(text: str) -> None:
    assert interval(text, Convention.ASSISTANT) == ""


def test_without_a_day_to_count_from_nothing_relative_is_resolved() -> None:
    for text in ("الجمعة", "الأسبوع", "في 27", "4.22", "آخر 3 أيام", "قبل شهر", "الصيف", "14 مايو"):
        found = find_dates(text, None, Convention.ASSISTANT)
        assert all(one.first is None for one in found)
