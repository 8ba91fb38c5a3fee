"""The order of events as a compared slot and as a conflict."""

from __future__ import annotations

from dataclasses import replace

from hypothesis import given, strategies as st

from tawatur_core.model import ConflictKind, Relation, Span, Words
from tawatur_core.reconcile.live import Live
from tawatur_core.reconcile.order import compare_order, dated, with_dates
from tawatur_core.reconcile.run import reconcile_accounts
from tawatur_core.reconcile.views import Account
from tests.core.reconcile.make import SAMPLE, account, on

AFTER = "التقى لافروف نظيرته تشوي سون هوي في وونسان بعد إطلاق كوريا الشمالية صاروخا باليستيا"
BEFORE = "التقى لافروف تشوي سون هوي في وونسان قبل إطلاق كوريا الشمالية صاروخا باليستيا"
TURNED = "أطلقت كوريا الشمالية صاروخا باليستيا بعد لقاء لافروف وتشوي سون هوي في وونسان"
MEETING = "التقى لافروف نظيرته تشوي سون هوي في منتجع وونسان"
LAUNCH = "أطلقت كوريا الشمالية صاروخا باليستيا عابرا للقارات"


def relation(a: str, b: str) -> Relation:
    return compare_order(account("a", a), account("b", b)).relation


def article(document: str, meeting: str, launch: str) -> list[Account]:
    return with_dates(
        [
            account(f"{document}1", MEETING, document=document, when=(on(meeting),)),
            account(f"{document}2", LAUNCH, document=document, when=(on(launch),)),
        ]
    )


def test_contrary_order_is_a_conflict_with_its_words():
    (conflict,) = reconcile_accounts([account("a", AFTER), account("b", BEFORE)])[1]
    row = conflict.rows[0]
    assert (conflict.kind, row.kind) == (ConflictKind.ORDER, ConflictKind.ORDER)
    assert row.relation is Relation.DIFFERENT
    assert [v.text for v in row.values if isinstance(v, Words)] == [
        "بعد إطلاق كوريا الشمالية صاروخا باليستيا",
        "قبل إطلاق كوريا الشمالية صاروخا باليستيا",
    ]
    assert row.evidence[0].code == "evidence-order-apart"


def test_the_words_are_placed_in_the_document():
    a = replace(account("a", AFTER), start=100)
    found = compare_order(a, account("b", BEFORE))
    assert found.a_span == Span(100 + AFTER.index("بعد"), 100 + len(AFTER))
    pieces = replace(account("a", AFTER.replace(" في وونسان", " … في وونسان")), start=100)
    assert compare_order(pieces, account("b", BEFORE)).a_span is None


def test_a_reason_is_told_once_whichever_side_comes_first():
    sides = [account("a", AFTER), account("b", BEFORE), account("c", AFTER)]
    (conflict,) = reconcile_accounts(sides)[1]
    told = [e.code for e in conflict.rows[0].evidence]
    assert told == ["evidence-order-apart", "evidence-order-same"]


def test_the_clauses_may_be_turned_round():
    assert relation(AFTER, TURNED) is Relation.DIFFERENT
    assert relation(BEFORE, TURNED) is Relation.SAME
    assert relation(AFTER, TURNED.replace("بعد", "قبل")) is Relation.SAME


def test_at_the_same_time_is_loose_and_during_is_not():
    together, during = AFTER.replace("بعد", "بالتزامن مع"), AFTER.replace("بعد", "أثناء")
    assert relation(AFTER, together) is Relation.COMPATIBLE
    assert relation(during, together) is Relation.SAME
    assert relation(AFTER, during) is Relation.DIFFERENT


def test_of_two_other_events_nothing_is_known():
    assert relation(AFTER, "التقى لافروف تشوي سون هوي قبل مغادرته إلى الصين") is Relation.UNKNOWN
    assert relation(AFTER, MEETING) is Relation.UNKNOWN


def test_one_may_say_it_before_and_after():
    told = "أكد لافروف {} اجتماعه مع كيم أن روسيا تحترم تطلعات بيونغ يانغ"
    assert relation(told.format("قبل"), told.format("بعد")) is Relation.COMPATIBLE


def test_the_dates_of_an_article_tell_an_order():
    first, after = (
        article("a", "2025-07-12", "2025-07-10"),
        article("b", "2025-07-12", "2025-07-14"),
    )
    assert compare_order(first[0], after[0]).relation is Relation.DIFFERENT
    assert compare_order(first[0], article("c", "2025-07-13", "2025-07-10")[0]).relation is (
        Relation.SAME
    )
    assert compare_order(first[0], account("b", BEFORE)).relation is Relation.DIFFERENT
    assert compare_order(after[0], account("b", BEFORE)).relation is Relation.SAME


def test_a_year_misread_is_no_order():
    first, after = (
        article("a", "2025-07-12", "1945-07-10"),
        article("b", "2025-07-12", "2025-07-14"),
    )
    assert compare_order(first[0], after[0]).relation is Relation.UNKNOWN


def test_a_day_more_or_less_tells_no_order():
    near = article("a", "2025-07-12", "2025-07-11")[0]
    assert compare_order(near, account("b", AFTER)).relation is Relation.UNKNOWN


def test_a_claim_that_names_two_days_is_not_dated():
    assert dated(account("a", MEETING, when=(on("2025-07-12"), on("2025-07-14")))) is None
    assert with_dates([account("a", MEETING, when=(on("2025-07-12"),))])[0].dated == ()


def test_the_sentence_beside_points_back():
    text = f"{MEETING}. وقبل ذلك {LAUNCH}."
    told = account("a", MEETING, context=text)
    assert compare_order(told, account("b", BEFORE)).relation is Relation.DIFFERENT
    assert compare_order(told, account("b", AFTER)).relation is Relation.SAME
    launch = account("a", f"وقبل ذلك {LAUNCH}", context=text)
    assert compare_order(launch, account("b", TURNED)).relation is Relation.DIFFERENT


def test_a_day_changed_beside_a_claim_changes_its_order_at_once():
    told = account("b", BEFORE, document="doc-b")
    first = article("a", "2025-07-12", "2025-07-10")
    live = Live([*first, told])
    assert [c.kind for c in live.conflicts] == [ConflictKind.ORDER]
    now = article("a", "2025-07-12", "2025-07-14")
    changed = [a for a in now if not live.holds(a)]
    done = live.change((), changed)
    assert done.gone_conflicts
    assert live.conflicts == reconcile_accounts([*now, told])[1] == ()
    live.change((), [a for a in first if not live.holds(a)])
    assert live.conflicts == reconcile_accounts([*first, told])[1]
    assert live.conflicts


@given(st.permutations([AFTER, BEFORE, TURNED, MEETING, LAUNCH]))
def test_the_sides_may_be_exchanged(texts: list[str]):
    assert relation(texts[0], texts[1]) is relation(texts[1], texts[0])


def test_the_sample_has_no_conflict_of_order():
    assert ConflictKind.ORDER not in {c.kind for c in reconcile_accounts(SAMPLE)[1]}
