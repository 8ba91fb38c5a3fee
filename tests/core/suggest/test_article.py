"""Proposals for an article."""

import pytest

from tawatur_core.arabic.results import Known
from tawatur_core.importers import sample
from tawatur_core.model import Document, DocumentDraft, DocumentId, EntityKind, Span
from tawatur_core.store.proposals import claim_key, mention_key
from tawatur_core.suggest.article import propose
from tawatur_core.wording import LANGUAGES, Wording
from tests.core.suggest.drafts import stored


@pytest.fixture(scope="module")
def documents() -> list[Document]:
    return [stored(draft, str(n)) for n, draft in enumerate(sample.drafts("ar"))]


def test_every_quote_is_the_text_under_its_span(documents: list[Document]):
    for document in documents:
        mentions, claims = propose(document)
        assert mentions
        assert claims
        for mention in mentions:
            assert mention.quote == mention.span.of(document.text)
            assert mention.document == document.id
        for claim in claims:
            assert claim.quote == " … ".join(span.of(document.text) for span in claim.spans)


def test_residue_is_not_proposed(documents: list[Document]):
    for document in documents:
        mentions, claims = propose(document)
        spans = [one.span for one in mentions] + [span for one in claims for span in one.spans]
        assert not any(span.overlaps(part) for span in spans for part in document.residue)


def test_keys_are_stable_and_distinct(documents: list[Document]):
    document = documents[0]
    first, again = propose(document), propose(document)
    assert first == again
    keys = [one.key for one in first[0]] + [one.key for one in first[1]]
    assert len(set(keys)) == len(keys)


def test_keys_are_those_under_which_the_store_keeps_a_rejection(documents: list[Document]):
    document = documents[1]
    mentions, claims = propose(document)
    for mention in mentions:
        assert mention.key == mention_key(document.id, mention.span, mention.name)
    for claim in claims:
        assert claim.key == claim_key(document.id, claim.spans)


def test_every_reason_has_words_in_both_languages(documents: list[Document]):
    for language in LANGUAGES:
        words = Wording(language)
        for document in documents:
            mentions, claims = propose(document)
            reasons = [one.evidence for one in mentions] + [one.evidence for one in claims]
            assert all(words.evidence(reason) for some in reasons for reason in some)


def test_known_names_link_to_their_entity(documents: list[Document]):
    entity = "entity-1"
    known = [Known("سيرجي لافروف", EntityKind.PERSON, entity, "سيرجي لافروف")]
    mentions, _ = propose(documents[0], known)
    linked = [one for one in mentions if one.entity == entity]
    assert any(one.quote.endswith("لافروف") for one in linked)


def test_a_text_without_anything():
    draft = DocumentDraft(text="", title="", provenance=sample.drafts("ar")[0].provenance)
    assert propose(stored(draft, "empty")) == ([], [])
    assert DocumentId("empty") == stored(draft, "empty").id
    assert Span(0, 0).of("") == ""
