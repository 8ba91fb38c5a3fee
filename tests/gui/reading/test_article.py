"""Only what a change touched is read again."""

from __future__ import annotations

import pytest

from tawatur_core.edit import claims, documents, entities, mentions, proposals, verdicts
from tawatur_core.errors import NoSuchRow
from tawatur_core.model import Changes, Choice, EntityKind, ProposalKey
from tawatur_core.store.derived import conflicts, event_groups
from tawatur_gui.reading.article import Article
from tawatur_gui.reading.marks import Sign

from .made import Made


@pytest.fixture
def heard(made: Made) -> list[Changes]:
    """Every change from now on."""
    found: list[Changes] = []
    made.session.subscribe(found.append)
    return found


def test_marks_say_dispute_number_kind_and_link(made: Made):
    article = Article.load(made.session, made.documents[2])
    marks = {mark.key: mark for mark in article.marks()}
    assert marks[made.soldiers].disputed
    assert marks[made.soldiers].number == 2
    assert not marks[made.visit].disputed
    loose = [m for m in article.mentions.values() if m.entity is None]
    assert not marks[loose[0].id].settled
    assert sum(mark.sign is Sign.MENTION_PROPOSAL for mark in marks.values()) == 3


def test_a_verdict_settles_a_dispute_and_reopening_brings_it_back(made: Made, heard: list[Changes]):
    article = Article.load(made.session, made.documents[2])
    conflict = article.disputes[made.soldiers][0]
    verdicts.decide(made.session, conflict, Choice.BOTH_STAND)
    assert article.refresh(made.session, heard[-1])
    assert not article.disputes
    verdicts.reopen(made.session, conflict.key)
    assert article.refresh(made.session, heard[-1])
    assert made.soldiers in article.disputes
    verdicts.decide(made.session, conflict, Choice.DEFERRED)
    article.refresh(made.session, heard[-1])
    assert made.soldiers in article.disputes


def test_another_articles_marks_change_nothing_here(made: Made, heard: list[Changes]):
    article = Article.load(made.session, made.documents[3])
    span = made.span(made.documents[2], "كورسك")
    mentions.mark(made.session, made.documents[2], span)
    assert not article.refresh(made.session, heard[-1])


def test_a_renamed_or_removed_entity_is_seen(made: Made, heard: list[Changes]):
    article = Article.load(made.session, made.documents[2])
    lavrov = made.entities["سيرغي لافروف"]
    entities.describe(made.session, lavrov, name="سيرجي لافروف", kind=EntityKind.OTHER)
    assert article.refresh(made.session, heard[-1])
    assert article.names[lavrov] == "سيرجي لافروف"
    entities.remove(made.session, lavrov)
    assert article.refresh(made.session, heard[-1])
    assert lavrov not in article.names
    assert any(not mark.settled for mark in article.marks() if mark.sign is Sign.MENTION)


def test_a_removed_document_raises(made: Made, heard: list[Changes]):
    article = Article.load(made.session, made.documents[2])
    documents.remove(made.session, made.documents[2])
    with pytest.raises(NoSuchRow):
        article.refresh(made.session, heard[-1])
    with pytest.raises(NoSuchRow):
        Article.load(made.session, made.documents[2])


def test_removed_claims_leave_the_others_numbered_anew(made: Made, heard: list[Changes]):
    article = Article.load(made.session, made.documents[2])
    claims.remove(made.session, made.visit)
    assert article.refresh(made.session, heard[-1])
    assert article.number(made.soldiers) == 1
    assert article.number(made.visit) == 0
    assert article.item(made.visit) is None


def test_accounts_of_one_document_only(made: Made):
    for document, count in ((made.documents[2], 1), (made.documents[0], 1), (made.documents[1], 0)):
        assert len(conflicts(made.session, document)) == count
        assert len(event_groups(made.session, document)) == count
    assert len(conflicts(made.session)) == 1


def test_what_is_read_piece_by_piece_is_what_is_read_at_once(made: Made):
    session, here = made.session, made.documents[2]
    article = Article.load(session, here)
    told: list[Changes] = []
    session.subscribe(told.append)
    offers = [*article.mention_proposals, *article.claim_proposals]
    proposals.accept(session, [ProposalKey(offers[0])])
    proposals.reject(session, [ProposalKey(offers[-1])])
    linked = next(iter(article.mentions.values()))
    mentions.unlink(session, [linked.id])
    mentions.set_span(session, linked.id, made.span(here, "مناهضة للغرب"))
    mentions.mark(session, here, made.span(here, "مهندس وعامل"))
    mentions.remove(session, linked.id)
    for _ in range(6):
        session.undo()
    session.redo()
    assert len(told) > 10
    for changes in told[:-1]:
        article.refresh(session, changes)
    article.refresh(session, told[-1])
    fresh = Article.load(session, here)
    for name in ("mentions", "mention_proposals", "claims", "claim_proposals"):
        assert list(getattr(article, name).items()) == list(getattr(fresh, name).items())
