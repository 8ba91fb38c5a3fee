"""Claims: their spans, their slots, who stands behind a value."""

from __future__ import annotations

from decimal import Decimal

import pytest

from tawatur_core.edit import claims, documents, entities
from tawatur_core.errors import BadSpan, NoSuchRow
from tawatur_core.model import (
    ClaimKind,
    HowMany,
    Origin,
    Party,
    Polarity,
    SlotDraft,
    SlotId,
    SlotName,
    Span,
    Words,
)
from tawatur_core.store.claims import claim, claims as stored, claims_of
from tawatur_core.store.history import history
from tawatur_core.store.ids import new_id
from tests.core.store.project import PLAIN, Project, place


def test_a_claim_comes_back_as_marked(project: Project) -> None:
    found = claim(project.session, project.claim)
    assert found.document == project.plain
    assert found.spans == (place(PLAIN, "السبت"), place(PLAIN, "10 آلاف جندي"))
    assert found.quote == "السبت … 10 آلاف جندي"
    assert found.kind is ClaimKind.INDIRECT_QUOTE
    assert (found.origin, found.author, found.note) == (Origin.ANALYST, "منى", "")
    names = [SlotName.SPEAKER, SlotName.HOW_MANY, SlotName.WHEN, SlotName.POLARITY]
    assert [slot.name for slot in found.slots] == names
    assert found.slots[0].value == Party("لافروف", project.lavrof)
    number = found.slots[1].value
    assert isinstance(number, HowMany)
    assert (str(number.low), str(number.high)) == ("10000", "10000.0")
    assert {slot.origin for slot in found.slots} == {Origin.PROPOSED}


def test_overlapping_spans_become_one_in_text_order(project: Project) -> None:
    spans = [Span(20, 30), Span(5, 12), Span(10, 15), Span(15, 18)]
    found = claim(project.session, claims.mark(project.session, project.plain, spans))
    assert found.spans == (Span(5, 15), Span(15, 18), Span(20, 30))


def test_a_span_takes_the_whole_letter(project: Project) -> None:
    made = claims.mark(project.session, project.odd, [Span(1, 3)])
    assert claim(project.session, made).quote == "قَا"


@pytest.mark.parametrize("spans", [[], [Span(2, 2)], [Span(0, 4), Span(1, 10_000)]])
def test_bad_spans_are_refused(project: Project, spans: list[Span]) -> None:
    before = claims_of(project.session, project.plain)
    with pytest.raises(BadSpan):
        claims.mark(project.session, project.plain, spans)
    with pytest.raises(BadSpan):
        claims.set_spans(project.session, project.claim, spans)
    slot = SlotDraft(SlotName.WHO, Party("هو"), Span(0, 10_000))
    with pytest.raises(BadSpan):
        claims.mark(project.session, project.plain, [Span(0, 4)], slots=[slot])
    assert claims_of(project.session, project.plain) == before


def test_claims_stand_in_text_order(project: Project) -> None:
    last = claims.mark(project.session, project.plain, [place(PLAIN, "قاتلوا")])
    first = claims.mark(project.session, project.plain, [place(PLAIN, "وصل")])
    found = [one.id for one in claims_of(project.session, project.plain)]
    assert found == [first, project.claim, last]
    assert [one.id for one in stored(project.session, [last, first])] == [last, first]
    assert {one.id for one in stored(project.session)} >= {first, last, project.quote}


def test_a_value_set_by_hand_is_the_analysts(project: Project) -> None:
    session = project.session
    slot = claim(session, project.claim).slots_named(SlotName.HOW_MANY)[0]
    value = HowMany("10 آلاف", Decimal(12000), None)
    claims.set_slot(session, project.claim, slot.name, value, slot=slot.id)
    (found,) = claim(session, project.claim).slots_named(SlotName.HOW_MANY)
    assert (found.id, found.value, found.origin) == (slot.id, value, Origin.ANALYST)
    assert found.span == slot.span, "its words stay"
    words = place(PLAIN, "10 آلاف جندي")
    claims.set_slot(session, project.claim, slot.name, value, slot=slot.id, span=words)
    assert claim(session, project.claim).slots_named(SlotName.HOW_MANY)[0].span == words


def test_one_polarity_but_several_sources(project: Project) -> None:
    session = project.session
    claims.set_slot(session, project.claim, SlotName.POLARITY, Polarity.DENIED)
    found = claim(session, project.claim).slots_named(SlotName.POLARITY)
    assert [slot.value for slot in found] == [Polarity.DENIED]
    for name in ("تاس", "رويترز"):
        claims.set_slot(session, project.claim, SlotName.VIA, Party(name))
    found = claim(session, project.claim).slots_named(SlotName.VIA)
    assert [slot.value for slot in found] == [Party("تاس"), Party("رويترز")]


def test_confirming_a_proposed_value(project: Project) -> None:
    session = project.session
    slot = claim(session, project.claim).slots_named(SlotName.WHEN)[0]
    claims.confirm_slot(session, slot.id)
    assert claim(session, project.claim).slots_named(SlotName.WHEN)[0].origin is Origin.ACCEPTED
    mine = claims.set_slot(session, project.claim, SlotName.WHAT, Words("كذا"))
    label = session.undo_label
    claims.confirm_slot(session, mine)
    assert session.undo_label == label, "what the analyst set needs no confirming"


def test_a_slot_of_another_claim_is_refused(project: Project) -> None:
    slot = claim(project.session, project.claim).slots[0]
    with pytest.raises(NoSuchRow):
        claims.set_slot(project.session, project.quote, slot.name, slot.value, slot=slot.id)
    for act in (claims.remove_slot, claims.confirm_slot):
        with pytest.raises(NoSuchRow):
            act(project.session, SlotId(new_id()))


def test_removing_a_document_hides_its_claims_and_undo_shows_them(project: Project) -> None:
    session = project.session
    before = claim(session, project.claim)
    claims.set_note(session, project.quote, "تبقى")
    documents.remove(session, project.plain)
    with pytest.raises(NoSuchRow):
        claim(session, project.claim)
    assert [one.id for one in stored(session)] == [project.quote]
    session.undo()
    assert claim(session, project.claim) == before


def test_a_party_whose_entity_is_gone_is_not_linked(project: Project) -> None:
    session = project.session
    entities.remove(session, project.lavrof)
    assert claim(session, project.claim).slots[0].value == Party("لافروف", None)
    session.undo()
    assert claim(session, project.claim).slots[0].value == Party("لافروف", project.lavrof)


def test_the_audit_trail_of_a_claim(project: Project) -> None:
    session = project.session
    claims.set_note(session, project.quote, "أولى")
    session.undo()
    entries = [e for e in history(session, "claim", project.quote) if e.field == "note"]
    assert [(e.value, e.kind, e.analyst) for e in entries] == [
        ("أولى", "edit", "منى"),
        ("", "undo", "منى"),
    ]
    assert {e.label.code for e in entries} == {"undo-claim-note"}
    deep = history(session, "claim", project.claim, deep=True)
    assert {e.table for e in deep} == {"claim", "claim_span", "slot"}
    assert [e.at for e in deep] == sorted(e.at for e in deep)
    assert deep[0].came
