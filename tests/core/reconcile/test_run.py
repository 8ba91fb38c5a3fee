"""Groups and conflicts on hand-made accounts."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given, settings, strategies as st

from tawatur_core.errors import Cancelled
from tawatur_core.model import (
    ClaimId,
    ClaimKind,
    Conflict,
    ConflictKind,
    DocumentId,
    Polarity,
    Relation,
)
from tawatur_core.monitor import Stoppable
from tawatur_core.reconcile.align import Profile, align
from tawatur_core.reconcile.run import reconcile_accounts
from tawatur_core.reconcile.views import Account, Apart, Settled
from tests.core.reconcile.make import (
    LEADER,
    MINISTER,
    NORTH,
    SAMPLE,
    SOUTH,
    VISIT_2023,
    VISIT_2025,
    account,
    number,
    on,
    party,
)


def found(*accounts: Account, settled: Settled | None = None) -> list[Conflict]:
    return list(reconcile_accounts(accounts, settled or Settled())[1])


def chains(*accounts: Account) -> int:
    (one,) = reconcile_accounts(accounts)[0]
    return one.group.chains


def groups(*accounts: Account) -> list[tuple[str, ...]]:
    return [g.group.claims for g in reconcile_accounts(accounts)[0]]


def test_one_figure_on_two_authorities():
    (conflict,) = found(SOUTH, NORTH)
    assert conflict.kind is ConflictKind.AUTHORITY
    assert conflict.claims == ("c1", "c2")
    assert conflict.rows[0].relation is Relation.DIFFERENT
    assert conflict.rows[0].values == (
        party("جهاز الاستخبارات في كوريا الجنوبية"),
        party("وكالة الأنباء المركزية الكورية الشمالية"),
    )
    numbers = next(r for r in conflict.rows if r.kind is ConflictKind.HOW_MANY)
    assert numbers.relation is Relation.SAME


def test_a_copy_is_no_chain_of_its_own():
    outlets = ("الأولى", "الثانية", "")
    told = [
        replace(SOUTH, id=ClaimId(f"c{n}"), document=DocumentId(f"d{n}"), outlet=outlet)
        for n, outlet in enumerate(outlets)
    ]
    assert chains(*told) == 3
    of_first = [replace(one, original=DocumentId("d0")) for one in told[1:]]
    assert chains(told[0], *of_first) == 1
    assert chains(told[0], told[1], of_first[1]) == 2
    gone = [replace(one, original=DocumentId("d9")) for one in told]
    assert chains(*gone) == 1, "copies of one that tells nothing here"


def test_two_news_agencies_are_two_chains_not_a_conflict():
    a = replace(SOUTH, slots=())
    ours = account("a", a.quote, speaker=party("وكالة رويترز"), how_many=(number(10_000, "جندي"),))
    theirs = account("b", a.quote, speaker=party("وكالة فرانس برس"), how_many=ours_numbers(ours))
    assert found(ours, theirs) == []
    ((group,),) = [[g.group] for g in reconcile_accounts([ours, theirs])[0]]
    assert group.chains == 2


def ours_numbers(a: Account):
    return tuple(s.value for s in a.slots if s.name == "how_many")


def test_the_same_words_in_two_mouths():
    (conflict,) = found(MINISTER, LEADER)
    assert conflict.kind is ConflictKind.SPEAKER
    assert [v and getattr(v, "entity", None) for v in conflict.rows[0].values] == ["تشوي", "كيم"]
    assert any(e.code == "evidence-shared-quote" for e in conflict.evidence)


def test_two_visits_in_nearly_the_same_words_are_two_events():
    assert groups(VISIT_2023, VISIT_2025) == []


def test_two_visits_without_any_date_in_the_text_are_told_by_publication():
    assert groups(replace(VISIT_2023, slots=()), replace(VISIT_2025, slots=())) == []


def test_dates_a_day_apart_in_one_story_are_a_conflict():
    a = account("a", VISIT_2025.quote, when=(on("2025-07-11"),))
    b = account("b", VISIT_2025.quote, when=(on("2025-07-12"),))
    assert [c.kind for c in found(a, b)] == [ConflictKind.WHEN]


def test_yesterday_and_today_of_two_papers_are_no_conflict():
    a = account("a", VISIT_2025.quote, when=(on("2025-07-11", how="date-how-relative"),))
    b = account("b", VISIT_2025.quote, when=(on("2025-07-12", how="date-how-relative"),))
    c = account("c", VISIT_2025.quote, when=(on("2025-07-15", how="date-how-relative"),))
    assert found(a, b) == []
    assert [x.kind for x in found(a, c)] == [ConflictKind.WHEN]


def test_numbers_that_cannot_both_be_right():
    text = "قتل {} جنود في هجوم شنه مسلحون على قاعدة عسكرية شرق البلاد"
    a = account("a", text.format(12), how_many=(number(12, "جندي"),))
    b = account("b", text.format(15), how_many=(number(15, "جنود"),))
    (conflict,) = found(a, b)
    assert conflict.kind is ConflictKind.HOW_MANY
    c = account("c", text.format(99), how_many=(number(99, "مهندس"),))
    assert found(a, c) == []


def test_all_who_tell_it_are_sides_and_no_reason_repeats_what_others_name():
    text = "قتل {} شخصا في انفجار مرفأ بيروت يوم الثلاثاء 4 أغسطس 2020"
    counts = range(40, 79, 3)
    told = [
        account(
            f"a{n}",
            text.format(n),
            document=f"d{n}",
            how_many=(number(n, "شخصا"),),
            when=(on("2020-08-04"),),
        )
        for n in counts
    ]
    (conflict,) = found(*told)
    assert conflict.claims == tuple(one.id for one in told)
    numbers, dates = conflict.rows[:2]
    assert len(numbers.evidence) == len(counts) - 1
    assert {value for one in numbers.evidence for value in one.args.values()} == {
        f"{n} شخصا" for n in counts
    }
    assert len(dates.evidence) == 1


def test_a_denial_contradicts():
    text = "أعلنت الحكومة انسحاب قواتها من المدينة الساحلية فجر اليوم"
    a = account("a", text, polarity=Polarity.AFFIRMED)
    b = account("b", text, polarity=Polarity.DENIED)
    assert [c.kind for c in found(a, b)] == [ConflictKind.POLARITY]


def test_two_translations_of_one_quote_are_one_event_with_other_wording():
    a = account(
        "a",
        'قال لافروف: "روسيا تحذر من إساءة استخدام العلاقات بينها لبناء تحالفات موجهة ضد أي طرف، بما '
        'في ذلك كوريا الديمقراطية وروسيا"',
        speaker=party("لافروف", "لافروف"),
        kind=ClaimKind.DIRECT_QUOTE,
    )
    b = account(
        "b",
        "شدد على أن بلاده “تحذر من استغلال هذه العلاقات لتشكيل تحالفات موجهة ضد أي طرف، بما في ذلك "
        "كوريا الشمالية، وبالطبع روسيا”",
        speaker=party("لافروف", "لافروف"),
    )
    assert groups(a, b) == [("a", "b")]
    assert [c.kind for c in found(a, b)] == [ConflictKind.WORDING]


def test_claims_of_one_document_are_no_group():
    assert groups(SOUTH, replace(NORTH, document=SOUTH.document)) == []


def test_outlets_that_cite_one_agency_are_one_chain():
    tass = (party("وكالة تاس", "تاس"),)
    a = account("a", SOUTH.quote, outlet="أ", via=tass, entities=("تاس",))
    b = account("b", SOUTH.quote, outlet="ب", via=tass, entities=("تاس",))
    c = account("c", SOUTH.quote, outlet="ج")
    d = account("d", SOUTH.quote)
    (one,) = reconcile_accounts([a, b])[0]
    (three,) = reconcile_accounts([a, b, c, d])[0]
    assert one.group.chains == 1
    assert three.group.chains == 3


def test_a_verdict_keeps_two_events_apart_and_stays_in_view():
    before = found(MINISTER, LEADER)
    verdict = Apart(
        before[0].key,
        before[0].kind,
        before[0].claims,
        (frozenset(before[0].claims),),
    )
    grouped, after = reconcile_accounts([MINISTER, LEADER], Settled(apart=(verdict,)))
    assert grouped == ()
    assert [c.key for c in after] == [before[0].key]
    third = account(
        "c9",
        LEADER.quote,
        entities=("كيم", "روسيا"),
        speaker=party("لافروف", "لافروف"),
    )
    later = reconcile_accounts([MINISTER, LEADER, third], Settled(apart=(verdict,)))[1]
    assert len({c.key for c in later}) == len(later) == 2


def test_keys_do_not_depend_on_later_claims():
    first = {c.key for c in found(SOUTH, NORTH)}
    assert first <= {c.key for c in found(*SAMPLE)}


def test_a_group_is_not_a_chain():
    """A like B and B like C do not put A and C into one group."""
    words = [f"كلمة{c}" for c in "ابتثجحخدذرزسشصض"]
    a, b, c = (" ".join(words[i : i + 9]) for i in (0, 3, 6))
    texts = [account("a", a), account("b", b), account("c", c)]
    assert all(len(g) < 3 or g == ("a", "b", "c") for g in groups(*texts))
    far = [account(str(i), " ".join(words[i : i + 8])) for i in range(8)]
    for group in reconcile_accounts(far)[0]:
        members = [a for a in far if a.id in group.group.claims]
        centre = next(a for a in members if a.id == group.centre)
        scores = [
            align(Profile.of(centre), Profile.of(a)).score for a in members if a is not centre
        ]
        assert all(scores)


def test_work_can_be_cancelled():
    monitor = Stoppable()
    monitor.stop()
    with pytest.raises(Cancelled):
        reconcile_accounts(SAMPLE, Settled(), monitor)


@given(st.permutations(SAMPLE))
@settings(max_examples=25, deadline=None)
def test_the_order_of_the_accounts_does_not_matter(order: list[Account]):
    assert reconcile_accounts(order)[1] == reconcile_accounts(SAMPLE)[1]


@given(st.sampled_from(SAMPLE), st.sampled_from(SAMPLE))
@settings(deadline=None)
def test_alignment_is_symmetric(a: Account, b: Account):
    there, back = align(Profile.of(a), Profile.of(b)), align(Profile.of(b), Profile.of(a))
    assert there.score == back.score
    assert {e.code for e in there.evidence} == {e.code for e in back.evidence}


@given(
    st.lists(st.sampled_from(["قال", "أكد", "روسيا", "كوريا", "10", "جندي", "“دون قيد أو شرط”"]))
)
@settings(deadline=None)
def test_any_text_can_be_reconciled(words: list[str]):
    text = " ".join(words)
    accounts = [account("a", text), account("b", text)]
    grouped, _ = reconcile_accounts(accounts)
    assert {c for g in grouped for c in g.group.claims} <= {ClaimId("a"), ClaimId("b")}
    assert {a.document for a in accounts} == {DocumentId("doc-a"), DocumentId("doc-b")}
