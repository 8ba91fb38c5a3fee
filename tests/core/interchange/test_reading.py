"""Reading many documents together gives what reading them one by one does."""

from __future__ import annotations

import random
from collections.abc import Iterator
from pathlib import Path

import pytest

from tawatur_core import exchange
from tawatur_core.edit import claims, documents, entities, mentions
from tawatur_core.errors import NoSuchRow
from tawatur_core.model import (
    DocumentDraft,
    DocumentId,
    EntityKind,
    Party,
    Provenance,
    SlotDraft,
    SlotName,
    Span,
)
from tawatur_core.monitor import Silent
from tawatur_core.plugins import Annotated
from tawatur_core.standoff.take import places, sheets
from tawatur_core.standoff.units import SPANS
from tawatur_core.store import claims as stored_claims, mentions as stored_mentions
from tawatur_core.store.documents import document, document_ids, documents_of
from tawatur_core.store.proposals import rejections_by_document
from tawatur_core.store.session import Reader, Session

MANY = 230  # more than are read together


@pytest.fixture
def many(tmp_path: Path) -> Iterator[Session]:
    session = Session.create(tmp_path / "many.tawatur", analyst="هـ", title="كثير")
    rng = random.Random(5)
    basis = Provenance("a.txt", "0" * 64, "utf-8", "encoding-basis-valid")
    drafts = [
        DocumentDraft(f"قال الوزير {n} إن الجنود 😀 وصلوا إلى المدينة.", f"خبر {n}", basis,
                      residue=(Span(9, 11), Span(0, 3)) if n % 3 else ())
        for n in range(MANY)
    ]  # fmt: skip
    added = documents.add(session, drafts)
    minister = entities.create(session, "الوزير", EntityKind.PERSON)
    for one in rng.sample(added, 60):
        start = rng.randrange(12)
        mentions.mark(session, one, Span(start, start + 5), entity=minister)
        mentions.mark(session, one, Span(0, 3))
        slots = [SlotDraft(SlotName.SPEAKER, Party("الوزير", minister), Span(4, 10))]
        claims.mark(session, one, [Span(14, 20), Span(start, start + 2)], slots=slots)
    yield session
    session.close()


@pytest.mark.parametrize("name", ["seeds", "hard", "many"])
def test_read_together_as_one_by_one(request: pytest.FixtureRequest, name: str):
    session: Session = request.getfixturevalue(name)
    together = list(exchange.corpus_of(session, exchange.Scope()).documents())
    assert together == [_alone(session, id_) for id_ in document_ids(session)]


def test_documents_in_the_order_asked_for(many: Session):
    ids = document_ids(many)[::-7]
    assert [one.id for one in documents_of(many, ids)] == ids
    with pytest.raises(NoSuchRow):
        documents_of(many, [*ids, DocumentId("missing")])


@pytest.mark.parametrize("name", ["seeds", "hard"])
def test_what_a_selection_names(request: pytest.FixtureRequest, name: str):
    session: Session = request.getfixturevalue(name)
    for id_ in document_ids(session):
        alone = _alone(session, id_)
        corpus = exchange.corpus_of(session, exchange.Scope(frozenset([id_])))
        values = [slot.value for claim in alone.claims for slot in claim.slots]
        named = {value.entity for value in values if isinstance(value, Party)}
        named |= {mention.entity for mention in alone.mentions}
        assert [one.id for one in corpus.entities] == sorted(filter(None, named))
        inside = {claim.id for claim in alone.claims}
        whole = exchange.corpus_of(session, exchange.Scope())
        assert list(corpus.groups) == [one for one in whole.groups if inside & set(one.claims)]


@pytest.mark.parametrize("name", ["seeds", "hard"])
def test_places_are_those_of_the_units(request: pytest.FixtureRequest, name: str):
    corpus = exchange.corpus_of(request.getfixturevalue(name), exchange.Scope())
    for annotated, sheet in zip(corpus.documents(), sheets(corpus, Silent()), strict=True):
        placed = [(one.layer, one.start, one.end) for one in sheet.units if one.layer in SPANS]
        assert sorted(places(annotated)) == sorted(placed)


def _alone(reader: Reader, id_: DocumentId) -> Annotated:
    return Annotated(
        document(reader, id_),
        tuple(stored_claims.claims_of(reader, id_)),
        tuple(stored_mentions.mentions_of(reader, id_)),
        tuple(rejections_by_document(reader, [id_]).get(id_, ())),
    )
