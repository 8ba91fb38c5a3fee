"""Claims worth checking, with their slots."""

from datetime import date
from decimal import Decimal

import pytest

from tawatur_core import paths
from tawatur_core.arabic.claims import find_claims
from tawatur_core.arabic.claims_score import Signs, score
from tawatur_core.arabic.fold import fold_text
from tawatur_core.arabic.results import ClaimFound
from tawatur_core.model import (
    Certainty,
    ClaimKind,
    HowMany,
    Party,
    Polarity,
    SlotName,
    When,
)

PUBLISHED = {
    "000": date(2025, 7, 12),
    "001": date(2025, 7, 13),
    "002": date(2025, 7, 12),
    "003": date(2023, 10, 19),
    "004": date(2025, 10, 27),
}


def seed(number: str) -> tuple[str, list[ClaimFound]]:
    path = next(paths.seeds().glob(f"{number}_*.txt"))
    text = path.read_text(encoding="utf-8")
    return text, find_claims(text, PUBLISHED[number])


def with_words(text: str, claims: list[ClaimFound], words: str) -> ClaimFound:
    found = [one for one in claims if words in one.spans[0].of(text)]
    assert len(found) == 1, [one.spans[0].of(text) for one in found]
    return found[0]


def values(claim: ClaimFound, name: SlotName) -> list[object]:
    return [slot.value for slot in claim.slots if slot.name == name]


def speaker(claim: ClaimFound) -> str:
    (value,) = values(claim, SlotName.SPEAKER)
    assert isinstance(value, Party)
    return value.text


@pytest.fixture(scope="module", params=sorted(PUBLISHED))
def article(request: pytest.FixtureRequest) -> tuple[str, list[ClaimFound]]:
    return seed(request.param)


def test_claims_of_an_article_are_clean_and_ordered(article: tuple[str, list[ClaimFound]]):
    text, claims = article
    starts = [claim.spans[0].start for claim in claims]
    assert starts == sorted(starts)
    for claim in claims:
        quote = claim.spans[0].of(text)
        assert quote == quote.strip(" \n،؛.:")
        assert len(quote.split()) >= 4
        assert 0.5 <= claim.score <= 1
        for slot in claim.slots:
            assert slot.span is not None
            if isinstance(slot.value, Party | When | HowMany):
                assert slot.span.of(text) == slot.value.text


def test_headings_are_no_claims(article: tuple[str, list[ClaimFound]]):
    text, claims = article
    headings = {
        line for line in text.split("\n") if line and line[-1] not in '.:"”»…' and len(line) < 60
    }
    for claim in claims:
        assert claim.spans[0].of(text) not in headings


def test_the_soldiers_rest_on_two_sources():
    text, claims = seed("000")
    south = with_words(text, claims, "10 آلاف جندي")
    assert south.spans[0].of(text).startswith("إرسال أكثر من 10 آلاف جندي")
    assert speaker(south) == "جهاز الاستخبارات في كوريا الجنوبية"
    assert values(south, SlotName.CERTAINTY) == []
    text, claims = seed("002")
    north = with_words(text, claims, "10 آلاف جندي")
    assert north.spans[0].of(text) == (
        "أرسلت كوريا الشمالية أكثر من 10 آلاف جندي لدعم روسيا في حربها ضد أوكرانيا"
    )
    assert speaker(north) == "وكالة الأنباء المركزية الكورية الشمالية"
    (number,) = values(north, SlotName.HOW_MANY)
    assert isinstance(number, HowMany)
    assert (number.low, number.high, number.unit) == (Decimal(10000), None, "جندي")


def test_two_facts_of_one_sentence_are_two_claims():
    text, claims = seed("002")
    engineers = with_words(text, claims, "6 آلاف مهندس")
    assert engineers.spans[0].of(text).startswith("خطط لإرسال 6 آلاف مهندس")
    assert "جندي" not in engineers.spans[0].of(text)


def test_supposition_belongs_to_its_own_clause():
    text, claims = seed("000")
    maybe = with_words(text, claims, "ربما تستعد")
    assert values(maybe, SlotName.CERTAINTY) == [Certainty.POSSIBLE]


def test_the_same_words_in_two_mouths():
    text, claims = seed("000")
    assert speaker(with_words(text, claims, "دون قيد أو شرط")).endswith("تشوي سون هوي")
    text, claims = seed("001")
    support = with_words(text, claims, "دون قيد أو شرط")
    assert speaker(support) == "كيم جونج أون"
    assert support.spans[0].of(text).startswith("أعرب كيم جونج أون خلال اللقاء عن دعم")


def test_the_meeting_is_on_the_same_days():
    days = []
    for number, words in (("000", "منظمة شنجهاي"), ("002", "منظمة شنغهاي")):
        text, claims = seed(number)
        (when,) = values(with_words(text, claims, words), SlotName.WHEN)
        assert isinstance(when, When)
        days.append((when.first, when.last))
    assert days == [(date(2025, 7, 14), date(2025, 7, 15))] * 2


def test_the_chain_has_the_agency():
    text, claims = seed("004")
    claim = with_words(text, claims, "حظيت علاقاتنا")
    assert claim.kind is ClaimKind.DIRECT_QUOTE
    assert speaker(claim) == "لافروف"
    (via,) = values(claim, SlotName.VIA)
    assert isinstance(via, Party)
    assert via.text == 'وكالة "ريا نوفوستي" الروسية للأنباء'


def test_a_denial():
    text = "وأكد وزير الدفاع أن القوات لم تنسحب من المدينة خلال شهر يوليو الماضي أمام المتمردين."
    (claim,) = find_claims(text)
    assert values(claim, SlotName.POLARITY) == [Polarity.DENIED]


def test_still_is_no_denial():
    text = "وأكد وزير الدفاع أن القوات لا تزال في المدينة منذ شهر يوليو الماضي أمام المتمردين."
    (claim,) = find_claims(text)
    assert values(claim, SlotName.POLARITY) == []


@pytest.mark.parametrize(
    "text",
    [
        "",
        "هل تعتقد أن هذا صحيح؟",
        "أنا أحب هذه المدينة الجميلة.",
        "للأسف هذا أمر محزن جدا يا أصدقائي!",
        "تابعونا على تويتر وفيسبوك.",
    ],
)
def test_what_is_not_worth_checking(text: str):
    assert find_claims(text) == []


def test_the_conjunction_is_not_part_of_the_claim():
    text = "ووصل الوزير إلى كوريا الشمالية يوم السبت في زيارة رسمية تستمر 3 أيام قادماً من ماليزيا."
    (claim,) = find_claims(text)
    assert claim.spans[0].of(text).startswith("وصل الوزير")
    text = "وزير الخارجية الروسي وصل إلى كوريا الشمالية يوم السبت في زيارة رسمية تستمر 3 أيام."
    (claim,) = find_claims(text)
    assert claim.spans[0].of(text).startswith("وزير")


def test_every_reason_has_a_weight_and_sums_to_the_score():
    worth, reasons = score(Signs(words=("قتل",) * 12, quantities=1, attributed=True))
    codes = {reason.code for reason in reasons}
    assert {"evidence-worth-number", "evidence-worth-source", "evidence-worth-event"} <= codes
    assert all(reason.weight for reason in reasons)
    less, _ = score(Signs(words=("قتل",) * 12, quantities=1, attributed=True, question=True))
    assert less < worth


def test_talk_is_worth_less_than_report():
    report = "وخصصت الوزارة لبرنامج الإسكان ميزانية أكبر من السنة السابقة في المدن الكبرى"
    talk = "لقد قلت للناس حقا سوف تخصص الوزارة للإسكان شيئا أكبر من السنة السابقة"
    as_report, _ = score(Signs(words=tuple(fold_text(report).split())))
    as_talk, reasons = score(Signs(words=tuple(fold_text(talk).split())))
    assert as_talk < as_report
    assert "evidence-worth-spoken" in {reason.code for reason in reasons}


def test_a_sentence_twice_as_long_is_worth_more_by_the_same_step():
    scores = [score(Signs(words=("كلمه",) * size))[1][0].weight for size in (6, 12, 24)]
    assert scores[1] - scores[0] == pytest.approx(scores[2] - scores[1], abs=0.002)
    assert scores[1] > scores[0]
