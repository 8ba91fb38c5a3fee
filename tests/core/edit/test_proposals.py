"""Proposals: accepted with their links and slots, rejected for good."""

from __future__ import annotations

from dataclasses import replace

import pytest

from tawatur_core.edit import claims, documents, entities, mentions, proposals
from tawatur_core.errors import NoSuchRow
from tawatur_core.model import (
    Changes,
    ClaimProposal,
    EntityKind,
    MentionProposal,
    Origin,
    Party,
    ProposalKey,
    ProposalKind,
    SlotName,
)
from tawatur_core.store.claims import claims_of
from tawatur_core.store.documents import library
from tawatur_core.store.entities import entities as stored
from tawatur_core.store.mentions import mentions_of
from tawatur_core.store.proposals import (
    claim_key,
    claim_proposals,
    mention_key,
    mention_proposals,
    put_proposals,
    rejected_keys,
)
from tests.core.store.project import PLAIN, Project, place

Offered = tuple[list[MentionProposal], list[ClaimProposal]]


def _offered(project: Project) -> Offered:
    session, document = project.session, project.plain
    return mention_proposals(session, document), claim_proposals(session, document)


def _again(project: Project, offered: Offered) -> None:
    """Propose the same again, as another run of the suggester does; then nothing; then again."""
    for mentions_, claims_ in (offered, ([], []), offered):
        put_proposals(project.session, project.plain, mentions_, claims_)


def test_keys_are_stable(project: Project) -> None:
    (found,) = mention_proposals(project.session, project.plain)
    assert found.key == mention_key(project.plain, place(PLAIN, "بيونغ يانغ"), "بيونج يانج")
    assert found.quote == "بيونغ يانغ"
    (told,) = claim_proposals(project.session, project.plain)
    assert told.key == claim_key(project.plain, told.spans)
    assert told.slots[0].value == Party("لافروف", project.lavrov)
    assert len({found.key, told.key, mention_key(project.plain, found.span, "آخر")}) == 3


def test_accepting_makes_the_entity_once(project: Project) -> None:
    session = project.session
    (one,) = mention_proposals(session, project.plain)
    span = place(PLAIN, "يانغ")
    other = replace(one, span=span, name="بِيُونج يانج", quote="يانغ")
    put_proposals(session, project.plain, [one, other], [])
    proposals.accept_document(session, project.plain)
    made = [m for m in mentions_of(session, project.plain) if m.origin is Origin.ACCEPTED]
    assert [m.quote for m in made] == ["بيونغ يانغ", "يانغ"]
    assert len({m.entity for m in made}) == 1
    assert mention_proposals(session, project.plain) == []


def test_accepting_takes_the_entity_of_that_name_and_kind(project: Project) -> None:
    session = project.session
    person = entities.create(session, "بيونج يانج", EntityKind.PERSON)
    place_ = entities.create(session, "عاصمة", EntityKind.PLACE, aliases=["بيونج يَانج"])
    proposals.accept_all(session)
    linked = {m.quote: m.entity for m in mentions_of(session, project.plain)}
    assert linked["بيونغ يانغ"] == place_ != person


def test_it_is_known_beforehand_what_accepting_links_to(project: Project) -> None:
    session = project.session
    (offer,) = mention_proposals(session, project.plain)
    assert proposals.entity_of(session, offer) is None
    standing = entities.create(session, "بيونج يَانج", EntityKind.PLACE)
    entities.create(session, "بيونج يانج", EntityKind.PERSON)
    assert proposals.entity_of(session, offer) == standing
    assert proposals.entity_of(session, replace(offer, entity=project.kim)) == project.kim


def test_an_entity_removed_since_does_not_keep_from_accepting(project: Project) -> None:
    session = project.session
    (offer,) = mention_proposals(session, project.plain)
    gone = entities.create(session, "بيونج", EntityKind.PLACE)
    put_proposals(session, project.plain, [replace(offer, entity=gone)], [])
    entities.remove(session, gone)
    (offer,) = mention_proposals(session, project.plain)
    assert proposals.entity_of(session, offer) is None
    proposals.accept(session, [offer.key])
    (made,) = [m for m in mentions_of(session, project.plain) if m.origin is Origin.ACCEPTED]
    assert made.entity not in (None, gone)


def test_an_accepted_claim_keeps_its_values_as_proposed(project: Project) -> None:
    session = project.session
    proposals.accept_document(session, project.plain, ProposalKind.CLAIM)
    found = claims_of(session, project.plain)[0]
    assert found.origin is Origin.ACCEPTED
    (slot,) = found.slots_named(SlotName.SPEAKER)
    assert (slot.origin, slot.value) == (Origin.PROPOSED, Party("لافروف", project.lavrov))
    assert claim_proposals(session, project.plain) == []
    assert len(mention_proposals(session, project.plain)) == 1


def test_undoing_an_acceptance_brings_the_proposal_back(project: Project) -> None:
    session, before = project.session, project.keys
    names = [row.entity.name for row in stored(session)]
    proposals.accept_all(session)
    assert project.keys == []
    session.undo()
    assert project.keys == before
    assert [row.entity.name for row in stored(session)] == names


def test_a_rejected_proposal_never_returns(project: Project) -> None:
    session, keys, offered = project.session, project.keys, _offered(project)
    proposals.reject(session, keys)
    assert project.keys == []
    assert rejected_keys(session, project.plain) | rejected_keys(session, project.odd) == set(keys)
    _again(project, offered)
    assert project.keys == []
    for key in keys:
        with pytest.raises(NoSuchRow):
            proposals.accept(session, [key])
        with pytest.raises(NoSuchRow):
            proposals.reject(session, [key])
    session.undo()
    assert project.keys == keys


def test_a_decision_is_undone_even_if_it_was_not_proposed_again(project: Project) -> None:
    session, keys = project.session, project.keys
    for decide in (proposals.reject, proposals.accept):
        decide(session, keys)
        put_proposals(session, project.plain, [], [])
        put_proposals(session, project.odd, [], [])
        session.undo()
        assert project.keys == keys


def test_views_hear_which_proposals_turned(project: Project) -> None:
    session, keys = project.session, project.keys
    told: list[Changes] = []
    session.subscribe(told.append)
    proposals.accept(session, keys[:1])
    session.undo()
    session.redo()
    assert [changes.tables["proposal"] for changes in told] == [{keys[0]}] * 3


def test_removing_what_was_accepted_rejects_it(project: Project) -> None:
    session = project.session
    offered = _offered(project)
    proposals.accept_all(session)
    keys = set()
    for mention in mentions_of(session, project.plain):
        if mention.origin is Origin.ACCEPTED:
            mentions.remove(session, mention.id)
            keys.add(mention.proposal)
    for claim in claims_of(session, project.plain):
        if claim.origin is Origin.ACCEPTED:
            claims.remove(session, claim.id)
            keys.add(claim.proposal)
    assert len(keys) == 2
    _again(project, offered)
    assert mention_proposals(session, project.plain) == []
    assert claim_proposals(session, project.plain) == []
    assert rejected_keys(session, project.plain) == keys
    session.undo()
    session.undo()
    assert rejected_keys(session, project.plain) == set()


def test_what_the_analyst_marked_is_not_proposed(project: Project) -> None:
    session = project.session
    mentions.mark(session, project.plain, place(PLAIN, "إلى بيونغ"))
    assert mention_proposals(session, project.plain) == []
    assert len(claim_proposals(session, project.plain)) == 1
    claims.mark(session, project.plain, [place(PLAIN, "وصل")])
    assert claim_proposals(session, project.plain) == []
    session.undo()
    assert len(claim_proposals(session, project.plain)) == 1
    documents.mark_residue(session, project.plain, place(PLAIN, "وصل"))
    assert claim_proposals(session, project.plain) == []
    documents.unmark_residue(session, project.plain, place(PLAIN, "وصل"))
    assert len(claim_proposals(session, project.plain)) == 1


def test_putting_the_same_tells_nobody(project: Project) -> None:
    session = project.session
    told: list[Changes] = []
    session.subscribe(told.append)
    found = mention_proposals(session, project.plain), claim_proposals(session, project.plain)
    put_proposals(session, project.plain, *found)
    assert told == []
    put_proposals(session, project.plain, [], found[1])
    (changes,) = told
    assert changes.tables == {"proposal": {found[0][0].key}}
    assert changes.documents == {project.plain}
    assert session.undo_label is not None
    assert session.undo_label.code == "undo-verdict", "derived work is no step"


def test_a_proposal_belongs_to_its_document(project: Project) -> None:
    found = mention_proposals(project.session, project.plain)
    with pytest.raises(ValueError, match="another document"):
        put_proposals(project.session, project.odd, found, [])
    documents.remove(project.session, project.plain)
    assert mention_proposals(project.session, project.plain) == []


def test_an_unknown_key_takes_all_back(project: Project) -> None:
    before = project.keys
    with pytest.raises(NoSuchRow):
        proposals.accept(project.session, [*before, ProposalKey("x")])
    assert project.keys == before


def test_progress_counts_what_is_decided(project: Project) -> None:
    session = project.session

    def progress() -> dict[str, tuple[int, float]]:
        return {row.title: (row.open_proposals, row.progress) for row in library(session)}

    assert progress() == {"وصول": (2, 3 / 5), "نصر": (1, 1 / 2)}
    proposals.reject(session, [one.key for one in mention_proposals(session, project.plain)])
    assert progress()["وصول"] == (1, 4 / 5)
    proposals.accept_all(session)
    assert progress() == {"وصول": (0, 1.0), "نصر": (0, 1.0)}
