"""Judging two claims by weighed signs, and the words laid beside each other."""

from __future__ import annotations

import pytest
from hypothesis import given, settings, strategies as st

from tawatur_core.arabic import fold_text
from tawatur_core.model import ConflictKind
from tawatur_core.reconcile.differences import Differences
from tawatur_core.reconcile.judge import ALMOST_CERTAIN, Model, contradicts, model, reasons
from tawatur_core.reconcile.senses import sense, two_words
from tawatur_core.reconcile.signs import Sign
from tawatur_core.reconcile.texts import Outcome, compare_texts, outcome_of, read_pair
from tawatur_core.wording import wording

ATTACK = "الحكومة {} خطة لإعادة بناء المدينة القديمة"


def laid(a: str, b: str) -> Differences:
    return Differences.of(a, b)


# --- senses ---------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("one", "other"), [("وارتفعت", "بانخفاض"), ("توافق", "رفض"), ("لأعلى", "أدنى"), ("نجح", "تفشل")]
)
def test_opposites_are_known_in_any_form(one: str, other: str):
    assert sense(fold_text(one)).opposes(sense(fold_text(other)))


def test_words_of_one_meaning_do_not_oppose():
    one, other = sense(fold_text("مقتل")), sense(fold_text("مصرع"))
    assert one.says(other)
    assert not one.opposes(other)


def test_members_of_a_class_exclude_each_other():
    assert sense(fold_text("بالدولار")).excludes(sense(fold_text("اليورو")))
    assert not sense(fold_text("الدولار")).excludes(sense(fold_text("الطائرة")))


def test_a_state_is_known_by_adjective_capital_and_two_words():
    assert sense(fold_text("الأمريكية")).state == sense(fold_text("واشنطن")).state
    named = two_words(fold_text("والولايات"), fold_text("المتحدة"))
    assert named.state == sense(fold_text("واشنطن")).state
    assert two_words(fold_text("الأمم"), fold_text("المتحدة")).state == ""


# --- differences ----------------------------------------------------------------------------


def test_inflection_and_state_names_are_no_difference():
    found = laid("الصين تتحدى الولايات المتحدة", "تحدي صيني لواشنطن")
    assert found.only_a == found.only_b == ()


def test_a_word_put_for_another_is_found():
    found = laid(ATTACK.format("تعلن"), ATTACK.format("تمول"))
    assert found.replaced == ()  # to announce is reporting
    swapped = laid("افتتاح متحف في الصعيد غدا", "افتتاح مسرح في الصعيد غدا")
    assert swapped.replaced == ((fold_text("متحف"), fold_text("مسرح")),)


def test_both_directions_in_both_claims_oppose_only_when_bound():
    a, b = "صعود النفط وهبوط الذهب", "هبوط النفط وصعود الذهب"
    assert laid(a, b).opposed == ()
    assert laid(a, b).bound != ()
    assert laid("النفط يصعد والذهب يهبط", b).bound != (), "a verb follows what it is said of"
    assert laid(a, "هبوط الذهب وصعود النفط").bound == ()


def test_what_one_side_denies_and_the_other_tells():
    found = laid("الوزير ينفي استقالة الحكومة", "استقالة الحكومة بعد الأزمة")
    assert found.taken_back == (f"{fold_text('ينفي')} {fold_text('استقالة')}",)
    both = laid("الوزير ينفي استقالة الحكومة", "لا استقالة للحكومة")
    assert both.taken_back == ()


def test_names_that_changed_places():
    assert laid("روسيا تهدد فرنسا", "فرنسا تهدد روسيا").turned
    assert not laid("روسيا تهدد فرنسا", "تهديد روسي لفرنسا").turned


def test_a_vaguer_state_is_no_other_state():
    assert laid("زعيم كوريا الشمالية", "الزعيم الكوري").states == (frozenset(), frozenset())


# --- the gate -------------------------------------------------------------------------------


def sure_of_conflict() -> Model:
    return Model((0.0, 50.0, 0.0), {}, {})


def test_weights_alone_make_a_conflict_only_when_all_but_certain():
    pair = read_pair("المطر في عسير متعة الصيف للزوار", "زوار عسير يرصدون لحظات المطر")
    likely = Model((0.0, 2.5, 0.0), {}, {})
    assert 0.8 < likely.chances(pair.signs)[1] < 0.9
    assert contradicts(pair.laid, pair.signs) == (ALMOST_CERTAIN, ("left-least",))
    assert outcome_of(pair, likely).relation is Outcome.AGREE
    assert outcome_of(pair, sure_of_conflict()).relation is Outcome.CONFLICT


def test_what_only_one_side_tells_makes_no_conflict():
    pair = read_pair("الوزير يزور المدينة", "الوزير يزور المدينة القديمة غدا")
    assert outcome_of(pair, sure_of_conflict()).relation is Outcome.AGREE


def test_another_name_and_much_else_is_another_event():
    a, b = "افتتاح مستشفى جديد في صنعاء", "افتتاح مدرسة في تعز بدعم كويتي"
    assert outcome_of(read_pair(a, b), sure_of_conflict()).relation is Outcome.UNRELATED
    assert compare_texts(a, b).relation is Outcome.UNRELATED


def test_good_news_against_bad_contradicts_without_opposites():
    a = "رضا من المواطنين عن الحالة الاقتصادية في العراق"
    b = "غضب المواطنين من الحالة الاقتصادية في العراق"
    assert signs_of(a, b)["valence-opposed"] == (fold_text("رضا"), fold_text("غضب"))
    assert compare_texts(a, b).relation is Outcome.CONFLICT


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("وقف القتال في المدينة", "عنف في المدينة"),  # what is stopped is turned round
        ("لا أزمة في البلاد", "عنف في البلاد"),
    ],
)
def test_valence_is_turned_round_by_negation(a: str, b: str):
    assert "valence-opposed" in signs_of(a, b)
    assert "valence-opposed" not in signs_of(b, b)


def signs_of(a: str, b: str) -> dict[str, tuple[str, str]]:
    return {sign.name: (sign.a, sign.b) for sign in read_pair(a, b).signs}


def test_an_end_that_came_before_is_not_opposed():
    start = "استئناف الرحلات في المطار"
    assert "opposed" in signs_of(start, "توقف الرحلات في المطار")
    assert "opposed" not in signs_of(start, "أول رحلة في المطار بعد توقف عامين")


def test_both_sides_that_say_both_are_not_opposed():
    names = signs_of("مصرع سبعة ونجاة عشرين", "إنقاذ عشرين ومقتل سبعة").keys()
    assert not names & {"opposed", "leaning", "stopped"}


def test_days_of_one_month_are_set_against_each_other():
    a, b = "القمة تعقد في بغداد يوم 17 مايو", "القمة تنعقد في بغداد في 24 مايو"
    assert signs_of(a, b)["days-apart"] == ("17 مايو", "24 مايو")
    assert "days-apart" not in signs_of(a, "القمة تعقد في بغداد يوم 17 مايو المقبل")
    assert "days-apart" not in signs_of(a, "القمة تعقد في بغداد يوم 24 يونيو")


def test_a_ceasefire_is_a_truce():
    found = laid("دعوة إلى وقف فوري لإطلاق النار", "دعوة إلى هدنة فورية")
    assert (fold_text("وقف فوري لاطلاق النار"), fold_text("هدنة")) in found.said_alike


def test_what_contradicts_makes_no_conflict_against_the_weights():
    pair = read_pair("البنك يوافق على القرض الجديد للمدينة", "البنك يرفض القرض الجديد للمدينة")
    assert outcome_of(pair, sure_of_conflict()).relation is Outcome.CONFLICT
    assert outcome_of(pair, Model((50.0, 0.0, 0.0), {}, {})).relation is Outcome.AGREE


@pytest.mark.parametrize(
    ("a", "b", "kind"),
    [
        ("محكمة تقبل طلب الإفراج عن المتهم", "محكمة ترفض طلب الإفراج عن المتهم", "what"),
        ("مقتل 12 جنديا في الهجوم", "مقتل 15 جنديا في الهجوم", "how_many"),
        ("مصر تشتري القمح من روسيا", "ليبيا تشتري القمح من روسيا", "where"),
    ],
)
def test_contradictions_are_named_by_their_slot(a: str, b: str, kind: str):
    found = compare_texts(a, b)
    assert found.relation is Outcome.CONFLICT
    assert found.slots[0] is ConflictKind(kind)


def test_one_congratulates_every_day_somebody_else():
    a, b = "القيادة تهنئ رئيس فرنسا باليوم الوطني", "القيادة تهنئ رئيس الهند باليوم الوطني"
    assert compare_texts(a, b).relation is Outcome.UNRELATED


def test_a_number_within_a_bound_is_no_contradiction():
    a, b = "إجلاء أكثر من 10 عمال من المصنع", "إجلاء 15 عاملا من المصنع"
    assert compare_texts(a, b).relation is Outcome.AGREE


# --- reasons --------------------------------------------------------------------------------


@pytest.mark.parametrize("language", ["ar", "en"])
def test_the_contradiction_is_told_first_and_in_words(language: str):
    found = compare_texts("البنك يوافق على القرض للمدينة", "البنك يرفض القرض للمدينة")
    first = wording(language).evidence(found.reasons[0])
    assert fold_text("يوافق") in fold_text(first) or fold_text("يرفض") in fold_text(first)
    assert found.reasons[0].weight < 0


def test_signs_without_words_are_no_reasons():
    assert reasons(model(), (Sign("longer", 12.0), Sign("order", 1.0))) == ()


words = st.sampled_from(
    [
        "قال",
        "الوزير",
        "لم",
        "روسيا",
        "فرنسا",
        "صعود",
        "هبوط",
        "النفط",
        "الذهب",
        "10",
        "عمال",
        "رفض",
        "القرض",
    ]
)


@given(st.lists(words, max_size=8).map(" ".join), st.lists(words, max_size=8).map(" ".join))
@settings(deadline=None, max_examples=60)
def test_chances_do_not_depend_on_the_order(a: str, b: str):
    one, other = (model().chances(read_pair(*pair).signs) for pair in ((a, b), (b, a)))
    assert one == pytest.approx(other, abs=1e-6)
    assert sum(one) == pytest.approx(1.0)


# --- what contradicts, finer ----------------------------------------------------------------


def names_of(a: str, b: str) -> set[str]:
    return {sign.name for sign in read_pair(a, b).signs}


def test_no_victims_is_the_opposite_of_victims_and_no_denial_of_the_raid():
    found = laid("مقتل عشرة في قصف على المدينة", "قصف على المدينة دون وقوع ضحايا")
    assert found.opposed
    assert found.taken_back == ()


def test_still_is_no_negation():
    found = laid("الحرب لا تزال مستمرة في المدينة", "الحرب مستمرة في المدينة")
    assert found.negations == ()


def test_warning_of_a_thing_and_forbidding_it_are_one():
    found = laid("الوزارة تحذر من السفر إلى الحدود", "الوزارة: لا تسافروا إلى الحدود")
    assert found.warned
    assert found.taken_back == ()


def test_to_stop_a_thing_is_softer_than_to_deny_it():
    stopped = laid("إيقاف القبول في الجامعة", "القبول في الجامعة يبدأ غدا")
    assert stopped.stopped
    assert stopped.taken_back == ()
    assert laid("خطوات لمنع القبول في الجامعة", "القبول في الجامعة يبدأ غدا").stopped == ()


def test_a_ban_in_force_is_the_news_itself():
    found = laid("جولات للتأكد من تطبيق قرار منع العمل ظهرا", "جولات على العمل ظهرا")
    assert found.stopped == found.reversals == ()


def test_a_state_put_for_another_in_its_place():
    assert laid("مستقبل العراق الرئاسي", "مستقبل سوريا الرئاسي").states_in_place
    # A refugee from Yemen in Djibouti is one refugee.
    refugees = laid("إعادة ألف لاجئ يمني إلى بلادهم", "المركز يعيد لاجئي جيبوتي إلى بلادهم")
    assert refugees.states_in_place == refugees.owned == ()


def test_whose_it_is_and_who_does_it_to_whom():
    owned = laid("رسوم على السلع الأميركية في تركيا", "رسوم على السلع التركية في أميركا")
    assert owned.owned
    assert laid("الصين تتحدى الولايات المتحدة", "أميركا تتحدى الصين").about
    assert laid("الصين تتحدى الولايات المتحدة", "الصين تتحدى أميركا").about == ()


def test_joined_prepositions_do_not_part_words():
    assert laid("هبوط جديد لليرة", "الليرة").only_b == ()
