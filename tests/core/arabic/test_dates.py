"""Dates: month systems, weekdays by tense, relative dates, ranges, no publication date."""

from __future__ import annotations

from datetime import date

import pytest

from tawatur_core import paths
from tawatur_core.arabic import find_dates
from tawatur_core.arabic.results import DateFound
from tawatur_core.model import Precision
from tawatur_core.wording import LANGUAGES, wording

PUBLISHED = date(2024, 5, 15)  # a Wednesday


def one(text: str, published: date | None = PUBLISHED) -> DateFound:
    found = find_dates(text, published)
    assert len(found) == 1, [d.span.of(text) for d in found]
    return found[0]


def interval(text: str, published: date | None = PUBLISHED) -> str:
    found = one(text, published)
    if found.first == found.last:
        return str(found.first)
    return f"{found.first}..{found.last}"


@pytest.mark.parametrize(
    ("text", "days"),
    [
        ("3 مارس 2022", "2022-03-03"),
        ("3 آذار/مارس 2022", "2022-03-03"),
        ("3 مارس (آذار) عام 2022", "2022-03-03"),
        ("الثالث والعشرين من أيلول 2019", "2019-09-23"),
        ("12 فيفري 2023", "2023-02-12"),
        ("ثالث أيام مارس 2022", "2022-03-03"),
        ("5 تشرين الثاني 2021", "2021-11-05"),
        ("7/3/2022", "2022-03-07"),
        ("2022-03-07", "2022-03-07"),
        ("7.3.2022", "2022-03-07"),
        ("9 و10 مارس 2022", "2022-03-09..2022-03-10"),
        ("من 9 إلى 12 مارس 2022", "2022-03-09..2022-03-12"),
        ("9-12 مارس 2022", "2022-03-09..2022-03-12"),
        ("من 28 ديسمبر إلى 3 يناير 2023", "2022-12-28..2023-01-03"),
        ("سبتمبر 10, 2021", "2021-09-10"),
        ("أوت 2020", "2020-08-01..2020-08-31"),
        ("كانون الأول 2020", "2020-12-01..2020-12-31"),
        ("عام 1998", "1998-01-01..1998-12-31"),
        ("بين عامي 2014 و2016", "2014-01-01..2016-12-31"),
        ("الربع الأخير من 2022", "2022-10-01..2022-12-31"),
        ("النصف الثاني من العام الماضي", "2023-07-01..2023-12-31"),
        ("منتصف أكتوبر 2022", "2022-10-11..2022-10-20"),
        ("أواخر عام 2019", "2019-09-01..2019-12-31"),
        ("الثمانينيات", "1980-01-01..1989-12-31"),
        ("خمسينات القرن التاسع عشر", "1850-01-01..1859-12-31"),
        ("شتاء 2021", "2021-12-01..2022-02-28"),
        ("ثاني خميس في يونيو 2023", "2023-06-08"),
        ("الأسبوع الأول من مارس 2023", "2023-02-27..2023-03-05"),
    ],
)
def test_dates_that_stand_by_themselves(text: str, days: str) -> None:
    assert interval(text) == days
    if "الماضي" not in text:
        assert interval(text, None) == days


@pytest.mark.parametrize(
    ("text", "days"),
    [
        ("أمس", "2024-05-14"),
        ("أول من أمس", "2024-05-13"),
        ("بعد غد", "2024-05-17"),
        ("مساء أمس الثلاثاء", "2024-05-14"),
        ("الشهر الماضي", "2024-04-01..2024-04-30"),
        ("هذا الأسبوع", "2024-05-13..2024-05-19"),
        ("السنة المقبلة", "2025-01-01..2025-12-31"),
        ("العقد الماضي", "2010-01-01..2019-12-31"),
        ("مايو الماضي", "2023-05-01..2023-05-31"),
        ("يونيو المقبل", "2024-06-01..2024-06-30"),
        ("مايو الجاري", "2024-05-01..2024-05-31"),
        ("نوفمبر/تشرين الثاني المقبل", "2024-11-01..2024-11-30"),
        ("20 مايو الماضي", "2023-05-20"),
        ("20 مايو المقبل", "2024-05-20"),
        ("العاشر من الشهر الجاري", "2024-05-10"),
        ("يونيو من العام الماضي", "2023-06-01..2023-06-30"),
        ("قبل نحو عام", "2023-01-01..2023-12-31"),
        ("منذ شهرين", "2024-03-01..2024-03-31"),
        ("قبل 3 أيام", "2024-05-12"),
        ("قبل بضعة أيام", "2024-05-06..2024-05-12"),
        ("بعد خمسة أسابيع من الآن", "2024-06-19"),
        ("بعد عامين و10 أيام من الآن", "2026-05-25"),
        ("الأشهر الثلاثة والنصف الماضية", "2024-01-31..2024-05-15"),
        ("العامين المقبلين", "2024-05-15..2026-05-15"),
        ("الـ48 ساعة الماضية", "2024-05-13..2024-05-15"),
        ("نهاية العام", "2024-09-01..2024-12-31"),
        ("الصيف الماضي", "2023-06-01..2023-08-31"),
        ("الجمعة من الأسبوع المقبل", "2024-05-24"),
        ("في وقت لاحق هذا العام", "2024-05-16..2024-12-31"),
    ],
)
def test_relative_dates_need_the_publication_date(text: str, days: str) -> None:
    assert interval(text) == days
    unknown = one(text, None)
    assert (unknown.first, unknown.last) == (None, None)
    assert unknown.how == "date-how-no-publication"


@pytest.mark.parametrize(
    ("text", "days", "how"),
    [
        ("قال الوزير الخميس", "2024-05-09", "weekday-latest"),
        ("اجتمع الوزيران الأربعاء", "2024-05-15", "weekday-latest"),
        ("ستعقد القمة الخميس", "2024-05-16", "weekday-next"),
        ("الاجتماع المقرر عقده، السبت", "2024-05-18", "weekday-next"),
        ("قال إن القمة ستعقد السبت", "2024-05-18", "weekday-next"),
        ("ستعقد القمة، وقال الوزير السبت", "2024-05-11", "weekday-latest"),
        ("السبت الماضي", "2024-05-11", "weekday-latest"),
        ("السبت المقبل", "2024-05-18", "weekday-next"),
        ("المقرر عقده السبت، والأحد", "2024-05-18..2024-05-19", "weekday-next"),
        ("شهد يوما السبت والأحد", "2024-05-11..2024-05-12", "weekday-latest"),
        ("يفترض أن يتوجه الخميس", "2024-05-16", "weekday-next"),
        ("عشية مباراة السبت", "2024-05-18", "weekday-next"),
        ("جاءت أكبر من المتوقع يوم الخميس", "2024-05-09", "weekday-latest"),
        ("قال سينيشا ميهايلوفيتش الخميس", "2024-05-09", "weekday-latest"),
        ("الأحد والاثنين من الأسبوع المقبل", "2024-05-19..2024-05-20", "relative"),
    ],
)
def test_a_weekday_goes_by_tense(text: str, days: str, how: str) -> None:
    assert interval(text) == days
    assert one(text).how == f"date-how-{how}"


def test_two_weekdays_apart_are_two_dates() -> None:
    found = find_dates("قصفت المدينة السبت والاثنين", PUBLISHED)
    assert [str(d.first) for d in found] == ["2024-05-11", "2024-05-13"]


@pytest.mark.parametrize(
    ("text", "published", "day"),
    [
        ("في 20 مايو", PUBLISHED, "2024-05-20"),
        ("في 28 ديسمبر", date(2024, 1, 4), "2023-12-28"),
        ("في 3 يناير", date(2024, 12, 20), "2025-01-03"),
        ("سيزور القاهرة في 3 فبراير", PUBLISHED, "2025-02-03"),
        ("السبت 18 مايو", PUBLISHED, "2024-05-18"),
    ],
)
def test_a_day_without_year_is_told_as_such(text: str, published: date, day: str) -> None:
    assert interval(text, published) == day
    assert one(text, published).how in {"date-how-nearest-year", "date-how-next-announced"}


def test_the_weekday_named_corrects_a_publication_date_off_by_a_day() -> None:
    found = one("صرح أمس الاثنين")
    assert (found.first, found.how) == (date(2024, 5, 13), "date-how-weekday-corrects")


def test_a_date_beside_its_weekday_is_one_date() -> None:
    text = "وصل يوم الثلاثاء، 14 مايو 2024، إلى"
    found = one(text)
    assert found.first == date(2024, 5, 14)
    assert found.span.of(text) == "يوم الثلاثاء، 14 مايو 2024"


@pytest.mark.parametrize("text", ["بعد أقل من شهر من توقيع الاتفاق", "قبل يومين من الانتخابات"])
def test_what_hangs_on_another_event_is_not_resolved(text: str) -> None:
    found = one(text)
    assert (found.first, found.how) == (None, "date-how-other-event")


def test_what_follows_in_the_story_hangs_on_the_date_told_before() -> None:
    found = find_dates("وصل في 3 مارس 2022، وفي اليوم التالي غادر", PUBLISHED)
    assert [str(d.first) for d in found] == ["2022-03-03", "2022-03-04"]
    assert found[1].how == "date-how-story"


def test_a_day_that_is_not_in_the_calendar_is_said_to_be_none() -> None:
    found = one("30 فبراير 2022")
    assert (found.first, found.how) == (None, "date-how-no-such-day")


@pytest.mark.parametrize(
    "text",
    [
        "مارس الرياضة",
        "كل جمعة",
        "الخميس والجمعة من كل أسبوع",
        "تنازل عن ثمانية أيام",
        "الأحد عشر لاعبا",
        "تابع الفريق عاما بعد عام",
        "مرر بكرة عرضية",
        "هذه الأيام",
        "شارع رقم 2015 وما حوله",
        "192.168.10.2",
        "في يوم واحد",
    ],
)
def test_what_is_no_date(text: str) -> None:
    assert find_dates(text, PUBLISHED) == []


def test_precision() -> None:
    wanted = {
        "أمس": Precision.DAY,
        "الأسبوع الماضي": Precision.WEEK,
        "مارس 2022": Precision.MONTH,
        "صيف 2022": Precision.SEASON,
        "العام الماضي": Precision.YEAR,
        "التسعينيات": Precision.DECADE,
        "الأيام الثلاثة الماضية": Precision.SPAN,
    }
    assert {text: one(text).precision for text in wanted} == wanted


def test_every_way_of_resolving_is_said_in_both_languages() -> None:
    text = (
        "أمس، والسبت المقبل، في 3 مارس 2022، قبل أيام، 17 محرم 1440هـ، في 20 مايو، 30 فبراير 2022"
    )
    for published in (PUBLISHED, None):
        for found in find_dates(text, published):
            for language in LANGUAGES:
                assert wording(language).say(found.how)
                assert all(wording(language).evidence(reason) for reason in found.evidence)


SAMPLE = {
    "000": (
        date(2025, 7, 12),
        {
            "السبت": "2025-07-12",
            "قبل نحو عام": "2024-01-01..2024-12-31",
            "الاثنين، والثلاثاء": "2025-07-14..2025-07-15",
            "الأربعاء": "2025-07-09",
            "11 إلى 13 يوليو": "2025-07-11..2025-07-13",
            "العام الماضي": "2024-01-01..2024-12-31",
            "يونيو": "2025-06-01..2025-06-30",
        },
    ),
    "002": (
        date(2025, 7, 12),
        {"11 يوليو 2025": "2025-07-11", "14 و15 يوليو 2025": "2025-07-14..2025-07-15"},
    ),
    "003": (
        date(2023, 10, 19),
        {
            "الخميس": "2023-10-19",
            "ليل الأربعاء": "2023-10-18",
            "نوفمبر/تشرين الثاني المقبل": "2023-11-01..2023-11-30",
            "سبتمبر/أيلول الماضي": "2023-09-01..2023-09-30",
            "الشهر الماضي": "2023-09-01..2023-09-30",
        },
    ),
    "004": (
        date(2025, 10, 27),
        {
            "الاثنين": "2025-10-27",
            "يوليو الماضي": "2025-07-01..2025-07-31",
            "الأشهر الثلاثة والنصف الماضية": "2025-07-12..2025-10-27",
            "يونيو من العام الماضي": "2024-06-01..2024-06-30",
            "ديسمبر 2024": "2024-12-01..2024-12-31",
        },
    ),
}


@pytest.mark.parametrize("seed", SAMPLE)
def test_the_sample_articles(seed: str) -> None:
    (file,) = paths.seeds().glob(f"{seed}_*.txt")
    text = file.read_text(encoding="utf-8")
    published, wanted = SAMPLE[seed]
    found = {d.span.of(text): d for d in find_dates(text, published)}
    read = {
        words: str(d.first) if d.first == d.last else f"{d.first}..{d.last}"
        for words, d in found.items()
    }
    assert {words: read.get(words) for words in wanted} == wanted


def test_events_called_after_a_day_and_what_recurs_are_not_resolved() -> None:
    assert one("بعد ثورة 25 يناير في مصر").how == "date-how-event-name"
    assert one("في 15 يونيو من كل عام").first is None


def test_a_year_goes_on_in_its_sentence() -> None:
    found = find_dates("سقطت المدينة في 9 أبريل 2003 وانسحب الجيش في 15 أبريل", PUBLISHED)
    assert [str(d.first) for d in found] == ["2003-04-09", "2003-04-15"]


def test_a_past_verb_near_a_month_to_come_makes_it_last_year_s() -> None:
    assert interval("ظهرت على الغلاف في سبتمبر") == "2023-09-01..2023-09-30"
    assert interval("أكد المصرف تأييده لزيادة جديدة في أسعار الفائدة الأميركية في سبتمبر") == (
        "2024-09-01..2024-09-30"
    )
    assert interval("ارتفعت عقود الخام تسليم سبتمبر") == "2024-09-01..2024-09-30"


@pytest.mark.parametrize(
    ("text", "bound"),
    [
        ("منذ عام 2012", "since"),
        ("ومنذ 7 أكتوبر", "since"),
        ("اعتبارا من 1 يونيو", "since"),
        ("حتى مساء السبت", "until"),
        ("بحلول عام 2030", "until"),
        ("قبل نهاية العام", "before"),
        ("بعد عيد الفطر", "after"),
        ("في عام 2012", ""),
        ("قبل ثلاثة أيام", ""),
    ],
)
def test_what_a_date_is_the_bound_of_is_evidence(text: str, bound: str) -> None:
    codes = [reason.code for reason in one(text).evidence][1:]
    assert codes == ([f"date-bound-{bound}"] if bound else [])
    for language in LANGUAGES:
        assert all(wording(language).evidence(reason) for reason in one(text).evidence)
