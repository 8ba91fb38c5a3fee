"""Accepted claims: who said it is linked to the entity named in those words."""

from __future__ import annotations

from pathlib import Path

import pytest

from tawatur_core.edit import claims, documents, entities, mentions, proposals
from tawatur_core.model import (
    ClaimKind,
    ClaimProposal,
    DocumentId,
    EntityId,
    EntityKind,
    Evidence,
    MentionProposal,
    MentionRole,
    Party,
    ProposalKey,
    SlotDraft,
    SlotName,
)
from tawatur_core.store.claims import claims_of
from tawatur_core.store.mentions import mentions_of
from tawatur_core.store.proposals import claim_proposals, mention_proposals, put_proposals
from tawatur_core.store.session import Session
from tests.core.store.project import draft, place

TEXT = "قال وزير الخارجية سيرجي لافروف، وفق جهاز الاستخبارات في كوريا الجنوبية، إن الحرب طويلة."
SPEAKER, VIA = "وزير الخارجية سيرجي لافروف", "جهاز الاستخبارات في كوريا الجنوبية"


def _claim(document: DocumentId) -> ClaimProposal:
    slots = (
        SlotDraft(SlotName.SPEAKER, Party(SPEAKER), place(TEXT, SPEAKER)),
        SlotDraft(SlotName.VIA, Party(VIA), place(TEXT, VIA)),
    )
    span = place(TEXT, "الحرب طويلة")
    kind, quote = ClaimKind.INDIRECT_QUOTE, "الحرب طويلة"
    return ClaimProposal(ProposalKey(""), document, (span,), quote, kind, slots, 0.6, ())


def _mention(document: DocumentId, words: str, kind: EntityKind) -> MentionProposal:
    why = (Evidence("evidence-x", 0.5),)
    span = place(TEXT, words)
    return MentionProposal(
        ProposalKey(""), document, span, words, MentionRole.NAME, kind, words, None, 0.8, why
    )


@pytest.fixture
def opened(tmp_path: Path) -> tuple[Session, DocumentId]:
    session = Session.create(tmp_path / "p.tawatur", analyst="منى", title="تجربة")
    (document,) = documents.add(session, [draft(TEXT)])
    offers = [
        _mention(document, "سيرجي لافروف", EntityKind.PERSON),
        _mention(document, "كوريا الجنوبية", EntityKind.PLACE),
    ]
    put_proposals(session, document, offers, [_claim(document)])
    return session, document


def _entity(session: Session, document: DocumentId, quote: str) -> EntityId | None:
    return next(m.entity for m in mentions_of(session, document) if m.quote == quote)


def _parties(session: Session, document: DocumentId) -> dict[SlotName, EntityId | None]:
    (claim,) = claims_of(session, document)
    return {s.name: s.value.entity for s in claim.slots if isinstance(s.value, Party)}


@pytest.mark.parametrize("claims_first", [True, False])
def test_the_speaker_is_linked_whichever_is_accepted_first(
    opened: tuple[Session, DocumentId], claims_first: bool
) -> None:
    session, document = opened
    names = [offer.key for offer in mention_proposals(session, document)]
    told = [offer.key for offer in claim_proposals(session, document)]
    for keys in (told, names) if claims_first else (names, told):
        proposals.accept(session, keys)
    lavrov = _entity(session, document, "سيرجي لافروف")
    assert lavrov is not None
    # The service is not the country it belongs to.
    assert _parties(session, document) == {SlotName.SPEAKER: lavrov, SlotName.VIA: None}
    session.undo()
    session.redo()
    assert _parties(session, document)[SlotName.SPEAKER] == lavrov


def test_the_link_is_undone_with_the_acceptance(opened: tuple[Session, DocumentId]) -> None:
    session, document = opened
    proposals.accept(session, [claim_proposals(session, document)[0].key])
    proposals.accept(session, [offer.key for offer in mention_proposals(session, document)])
    session.undo()
    assert _parties(session, document)[SlotName.SPEAKER] is None
    assert len(mention_proposals(session, document)) == 2


def test_a_party_set_by_hand_stays(opened: tuple[Session, DocumentId]) -> None:
    session, document = opened
    proposals.accept(session, [claim_proposals(session, document)[0].key])
    (claim,) = claims_of(session, document)
    (speaker,) = claim.slots_named(SlotName.SPEAKER)
    claims.set_slot(session, claim.id, SlotName.SPEAKER, Party("غيره"), slot=speaker.id)
    other = entities.create(session, "غيره", EntityKind.PERSON)
    mentions.mark(session, document, place(TEXT, "وزير الخارجية"), entity=other)
    proposals.accept_document(session, document)
    assert _parties(session, document)[SlotName.SPEAKER] is None


def test_a_proposed_party_goes_with_the_mention_in_its_words(
    opened: tuple[Session, DocumentId],
) -> None:
    session, document = opened
    proposals.accept_document(session, document)
    (one,) = [m for m in mentions_of(session, document) if m.quote == "سيرجي لافروف"]
    other = entities.create(session, "لافروف آخر", EntityKind.PERSON)
    mentions.link(session, [one.id], other)
    assert _parties(session, document) == {SlotName.SPEAKER: other, SlotName.VIA: None}
    session.undo()
    assert _parties(session, document)[SlotName.SPEAKER] == one.entity
    session.redo()
    assert _parties(session, document)[SlotName.SPEAKER] == other
    made = entities.split(session, other, [one.id], "ثالث")
    assert _parties(session, document)[SlotName.SPEAKER] == made
    mentions.unlink(session, [one.id])
    assert _parties(session, document)[SlotName.SPEAKER] is None


def test_a_party_confirmed_by_an_analyst_stays_when_the_mention_moves(
    opened: tuple[Session, DocumentId],
) -> None:
    session, document = opened
    proposals.accept_document(session, document)
    (claim,) = claims_of(session, document)
    (speaker,) = claim.slots_named(SlotName.SPEAKER)
    (one,) = [m for m in mentions_of(session, document) if m.quote == "سيرجي لافروف"]
    claims.set_slot(session, claim.id, SlotName.SPEAKER, speaker.value, slot=speaker.id)
    mentions.link(session, [one.id], entities.create(session, "آخر", EntityKind.PERSON))
    assert _parties(session, document)[SlotName.SPEAKER] == one.entity
