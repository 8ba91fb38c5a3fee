"""A difference that is not a contradiction, and the parties behind a claim."""

from __future__ import annotations

from dataclasses import replace

import pytest

from tawatur_core.model import ConflictKind, Origin, SlotName, SlotValue
from tawatur_core.reconcile.compare import World
from tawatur_core.reconcile.parties import Atlas, root_source, same_party, sources
from tawatur_core.reconcile.run import reconcile_accounts
from tawatur_core.reconcile.views import Account
from tests.core.reconcile.make import NORTH, SOUTH, account, number, on, party

ATTACK = "قتل {} جنود في هجوم شنه مسلحون على قاعدة عسكرية شرق البلاد"


def kinds(*accounts: Account) -> list[ConflictKind]:
    return [c.kind for c in reconcile_accounts(accounts)[1]]


def told(id_: str, count: int, text: str = ATTACK, unit: str = "جندي", **more) -> Account:
    return account(id_, text.format(count), how_many=(number(count, unit),), **more)


def test_a_plain_contradiction_is_found():
    assert kinds(told("a", 12), told("b", 15)) == [ConflictKind.HOW_MANY]


def test_one_outlet_that_tells_more_later_updates():
    assert kinds(told("a", 12, outlet="س"), told("b", 15, outlet="س")) == []
    assert kinds(told("a", 12, outlet="س"), told("b", 15, outlet="ص")) == [ConflictKind.HOW_MANY]


def test_prices_move_by_the_hour():
    text = "ارتفع سعر برميل النفط في العقود الآجلة تسليم سبتمبر بمقدار {} سنتا عند الإغلاق"
    assert kinds(told("a", 12, text, "سنت"), told("b", 36, text, "سنت")) == []


def test_one_of_a_row_is_not_another():
    text = "شمل العقد {} صيانة طرق المدينة وشوارعها الرئيسية بقيمة مليون ريال"
    a = account("a", text.format("الأول"), how_many=(number(4, "مشروع"),))
    b = account("b", text.format("الثالث"), how_many=(number(9, "مشروع"),))
    assert kinds(a, b) == []


def test_a_list_of_figures_is_not_matched_by_guess():
    a = account("a", ATTACK.format(12), how_many=(number(12, "جندي"), number(30, "جندي")))
    assert kinds(a, told("b", 15)) == []


def test_when_every_figure_differs_it_is_another_event():
    a = account("a", ATTACK.format(12), how_many=(number(12, "جندي"), number(3, "طائرة")))
    b = account("b", ATTACK.format(15), how_many=(number(15, "جندي"), number(7, "طائرة")))
    same = account("b", ATTACK.format(15), how_many=(number(15, "جندي"), number(3, "طائرة")))
    assert kinds(a, b) == []
    assert kinds(a, same) == [ConflictKind.HOW_MANY]


def test_a_misread_figure_is_no_contradiction():
    assert kinds(told("a", 12), told("b", 12_000)) == []


def test_a_dash_before_a_figure_is_no_minus():
    assert kinds(told("a", 17), told("b", -17)) == []


def test_another_row_of_a_table_is_another_thing():
    text = "بلغ عدد الركاب {} ألف راكب بزيادة {} عن العام الماضي في مطارات المملكة كلها"
    a = account("a", text.format("237.2", "31.8"), how_many=(number(31, "%"),))
    b = account("b", text.format("348.7", "28.8"), how_many=(number(28, "%"),))
    other = account("b", text.format("237.2", "28.8"), how_many=(number(28, "%"),))
    assert kinds(a, b) == []
    assert kinds(a, other) == [ConflictKind.HOW_MANY]


def test_rites_are_the_same_words_for_others():
    text = "قدمت الحكومة خالص التعازي لأسر الضحايا في مقتل {} جنود شرق البلاد أمس"
    assert kinds(told("a", 12, text), told("b", 15, text)) == []


OPENING = "يفتتح الوزير معرض الكتاب في قاعة المدينة الكبرى ويستمر حتى نهاية الشهر"


def opened(id_: str, day: str, how: str) -> Account:
    return account(id_, OPENING, when=(on(day, how=how),))


def test_the_moon_is_seen_a_day_apart():
    solar = opened("a", "2025-07-20", "date-how-absolute")
    assert kinds(solar, opened("b", "2025-07-21", "date-how-hijri")) == []
    assert kinds(solar, opened("b", "2025-07-22", "date-how-hijri")) == [ConflictKind.WHEN]
    assert kinds(solar, opened("b", "2025-07-21", "date-how-absolute")) == [ConflictKind.WHEN]


def test_a_weekday_may_be_the_last_or_the_next():
    said = opened("a", "2025-07-16", "date-how-weekday-next")
    assert kinds(said, opened("b", "2025-07-10", "date-how-relative")) == []
    assert kinds(said, opened("b", "2025-07-13", "date-how-relative")) == [ConflictKind.WHEN]


QUOTED = 'قال {} إن "التدريب بدأ فعلا وسننطلق قريبا في معركتنا ضد التنظيم"'


def spoken(id_: str, name: str, context: str = "") -> Account:
    told_ = QUOTED.format(name)
    return account(id_, told_, speaker=party(name, name), entities=(name,), context=context)


def test_two_pieces_of_one_name_are_one_mouth():
    a = spoken("a", "لافروف")
    assert kinds(a, spoken("b", "كيم")) == [ConflictKind.SPEAKER]
    assert kinds(a, spoken("b", "كيم", "اجتمع كيم لافروف مع الوفد")) == []


def test_a_shared_name_in_quotes_is_no_quotation():
    a = 'قال لافروف إن مشروع "قناة السويس الجديدة" هدية إلى العالم في هذا العام'
    b = 'قال كيم إن مشروع "قناة السويس الجديدة" هدية إلى العالم في هذا العام'
    canal = ("قناة السويس",)
    one = account("a", a, speaker=party("لافروف", "لافروف"), entities=("لافروف", *canal))
    other = account("b", b, speaker=party("كيم", "كيم"), entities=("كيم", *canal))
    assert kinds(one, other) == []


def test_other_people_are_another_event():
    a = told("a", 12, entities=("لافروف",))
    b = told("b", 15, entities=("كيم",))
    assert kinds(a, b) == []
    assert kinds(replace(a, entities=()), b) == [ConflictKind.HOW_MANY]


def test_a_place_nobody_confirmed_accuses_nobody():
    a = account("a", ATTACK.format(12), where=(party("وونسان", "وونسان"),))
    b = account("b", ATTACK.format(12), where=(party("روسيا", "روسيا"),))
    assert kinds(a, b) == []


# --- parties --------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "state"),
    [
        ("جهاز الاستخبارات في كوريا الجنوبية", "كوريا الجنوبية"),
        ("وكالة الأنباء المركزية الكورية الشمالية", "كوريا الشمالية"),
        ("وزارة الخارجية الروسية", "روسيا"),
        ("السلطات في موسكو", "روسيا"),
    ],
)
def test_a_party_belongs_to_a_state(text: str, state: str):
    assert Atlas.of(()).homes(text) == {f"state {state}"}


def test_a_party_without_a_state_has_none():
    assert Atlas.of(()).homes("وكالة رويترز") == frozenset()


def sole(account_: Account, name: SlotName = SlotName.SPEAKER):
    return sources(account_, name, Atlas.of(()))[0]


@pytest.mark.parametrize(
    ("a", "b", "same"),
    [
        (party("وكالة تاس"), party("وكالة “تاس” الروسية الرسمية"), True),
        (party("لافروف", "لافروف"), party("الوزير لافروف", "لافروف"), True),
        (party("لافروف", "لافروف"), party("كيم", "كيم"), False),
        (party("مصادر مطلعة"), party("كيم", "كيم"), None),
        (party("الوزير الروسي"), party("كيم", "كيم"), None),
        (party("جهاز الاستخبارات"), party("وزارة الدفاع"), False),
    ],
)
def test_parties_are_told_apart_only_when_both_are_known(a, b, same: bool | None):
    names = ("لافروف", "كيم")
    x = sole(account("a", "…", speaker=a, entities=names))
    y = sole(account("b", "…", speaker=b, entities=names))
    assert same_party(x, y) is same
    assert same_party(y, x) is same


def test_whose_office_it_is_is_doubted_only_until_an_analyst_says_so():
    names = ("لافروف", "كيم")
    told = account("a", "…", speaker=party("الوزير الروسي", "لافروف"), entities=names)
    other = sole(account("b", "…", speaker=party("كيم", "كيم"), entities=names))
    assert same_party(sole(told), other) is None
    linked = replace(told, slots=tuple(replace(s, origin=Origin.ANALYST) for s in told.slots))
    assert same_party(sole(linked), other) is False
    assert same_party(other, sole(linked)) is False


def test_a_claim_rests_on_its_speaker_before_its_agency():
    world = World.of(())
    both = account("a", "…", speaker=party("لافروف", "لافروف"), via=(party("وكالة تاس"),))
    agency = account("b", "…", speaker=party("مصادر"), via=(party("وكالة تاس"),))
    assert getattr(root_source(both, world.atlas), "text", "") == "لافروف"
    assert getattr(root_source(agency, world.atlas), "text", "") == "وكالة تاس"
    assert root_source(account("c", "…"), world.atlas) is None


def test_agencies_of_one_state_do_not_contradict():
    same_state = replace(
        SOUTH, slots=tuple(replace(s, value=_northern(s.value)) for s in SOUTH.slots)
    )
    assert kinds(same_state, NORTH) == []
    assert kinds(SOUTH, NORTH) == [ConflictKind.AUTHORITY]


def _northern(value: SlotValue) -> SlotValue:
    return party("وزارة الدفاع في كوريا الشمالية") if hasattr(value, "entity") else value


def counted(id_: str, text: str, *amounts: tuple[int, str]) -> Account:
    return account(id_, text, how_many=tuple(number(count, unit) for count, unit in amounts))


BLAST = "أسفر التفجير في مسجد مقر قوات الطوارئ بمنطقة عسير عن استشهاد {} وإصابة تسعة آخرين"


def test_one_figure_may_be_the_sum_of_two():
    parts = BLAST.format("عشرة من منسوبي القوات وثلاثة عاملين")
    whole = BLAST.format("13 من منسوبي القوات ومن العاملين")
    a = counted("a", parts, (10, "من منسوبي"), (3, "عاملين"), (9, "آخرين"))
    assert kinds(a, counted("b", whole, (13, "من منسوبي"), (9, "آخرين"))) == []
    other = counted("b", whole, (12, "من منسوبي"), (9, "آخرين"))
    assert kinds(a, other) == [ConflictKind.HOW_MANY]
    # The three are told in both: then 13 is not ten and three.
    both = counted("b", parts, (13, "من منسوبي"), (3, "عاملين"), (9, "آخرين"))
    assert kinds(a, both) == [ConflictKind.HOW_MANY]


def test_a_figure_that_the_other_tells_of_something_else():
    text = "المسجد الذي وقع فيه الهجوم يتسع لأكثر من ألف {} وكان فيه عدد من العسكريين"
    a = counted("a", text.format("مصل"), (1000, "مصل"), (200, "عسكري"))
    b = counted("b", text.format("عسكري"), (1000, "عسكري"))
    assert kinds(a, b) == []


def test_figures_and_units_alone_are_not_one_thing():
    a = counted("a", "تبلغ مساحة المشروع 7238 متر مربع", (7238, "متر مربع"))
    b = counted("b", "تبلغ مساحة المشروع 9500 متر مربع", (9500, "متر مربع"))
    assert kinds(a, b) == []


def test_days_that_both_count_from_today_may_be_two_off():
    text = "أحوال البحر كانت هادئة {} وهي ظروف مثالية لمحاولة العبور"

    def at(id_: str, word: str, day: str, how: str) -> Account:
        return account(id_, text.format(word), when=(on(day, how=how),))

    today = at("a", "اليوم", "2025-07-12", "date-how-relative")
    assert kinds(today, at("b", "أول من أمس", "2025-07-10", "date-how-relative")) == []
    assert kinds(today, at("b", "الأربعاء", "2025-07-09", "date-how-relative")) == [
        ConflictKind.WHEN
    ]
    assert kinds(today, at("b", "10 يوليو", "2025-07-10", "date-how-absolute")) == [
        ConflictKind.WHEN
    ]


def test_two_fires_of_which_the_places_stand_beside():
    text = "جرى اقتحام المبنى من قبل وحدات الإنقاذ وإخلاء السكان المقدر عددهم بنحو {} شخصا"
    fires = [
        account(
            id_,
            text.format(count),
            how_many=(number(count, "شخصا"),),
            context=f"حريق نشب في عمارة بحي {place} بمكة. {text.format(count)}.",
        )
        for id_, count, place in (("a", 15, "العوالي"), ("b", 35, "العزيزية"), ("c", 25, "العوالي"))
    ]
    assert kinds(fires[0], fires[1]) == []
    assert kinds(fires[0], fires[2]) == [ConflictKind.HOW_MANY]
