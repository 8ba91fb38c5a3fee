"""ClaimReview, held against what schema.org says of its types (ranges of the properties we write)."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from tawatur_core import exchange
from tawatur_core.edit import claims, verdicts
from tawatur_core.errors import ExportMismatch
from tawatur_core.exporters.claim_review import ClaimReview
from tawatur_core.model import Choice
from tawatur_core.store import derived
from tawatur_core.store.session import Session

Json = dict[str, Any]
_TEXT = {"type": "string", "minLength": 1}
_DATE = {
    "type": "string",
    "pattern": r"^\d{4}-\d\d-\d\d(T\d\d:\d\d:\d\d(\.\d+)?(Z|[+-]\d\d:\d\d))?$",
}
_IRI = {"type": "string", "pattern": r"^(https?://|urn:)\S+$"}


def _thing(types: list[str], required: list[str], **properties: Any) -> Json:
    """Return the schema of a type: its properties and those of Thing, no others."""
    thing = {
        "@id": _IRI, "url": _IRI, "name": _TEXT, "description": _TEXT,
        "alternateName": {"anyOf": [_TEXT, {"type": "array", "items": _TEXT}]},
        "sameAs": {"type": "array", "items": _IRI},
    }  # fmt: skip
    return {
        "type": "object",
        "required": ["@type", *required],
        "properties": {"@type": {"enum": types}, **thing, **properties},
        "additionalProperties": False,
    }


_AGENT = _thing(["Person", "Organization", "Place", "Event", "Thing"], ["name"])
_PERSON = _thing(["Person"], ["name"])
_ARTICLE = _thing(
    ["NewsArticle"], ["headline"], headline=_TEXT, inLanguage=_TEXT, author=_PERSON,
    publisher=_thing(["Organization"], ["name"]), datePublished=_DATE,
)  # fmt: skip
_CLAIM = _thing(
    ["Claim"], ["text", "appearance"], text=_TEXT, inLanguage=_TEXT, datePublished=_DATE,
    author={"type": "array", "items": _AGENT}, contributor={"type": "array", "items": _AGENT},
    appearance={"type": "array", "items": _ARTICLE, "minItems": 1},
)  # fmt: skip
# reviewRating, claimReviewed, url, author and datePublished are what search engines ask for.
_REVIEW = _thing(
    ["ClaimReview"],
    ["claimReviewed", "reviewRating", "itemReviewed", "author", "datePublished", "url"],
    claimReviewed=_TEXT, inLanguage=_TEXT, reviewAspect=_TEXT, author=_PERSON, datePublished=_DATE,
    reviewRating=_thing(["Rating"], ["alternateName"], ratingExplanation=_TEXT),
    itemReviewed=_CLAIM,
)  # fmt: skip
SCHEMA = {
    "type": "object",
    "required": ["@context", "@graph"],
    "properties": {
        "@context": {"const": "https://schema.org"},
        "@graph": {"type": "array", "items": _REVIEW},
    },
    "additionalProperties": False,
}


def test_the_graph_fits_the_vocabulary(seeds: Session, tmp_path: Path):
    jsonschema = pytest.importorskip("jsonschema")
    graph = _exported(seeds, tmp_path)
    checker = jsonschema.Draft202012Validator(SCHEMA)
    assert not list(checker.iter_errors(graph))
    del graph["@graph"][0]["reviewRating"]["alternateName"]
    graph["@graph"][0]["itemReviewed"]["appearance"][0]["tawatur"] = 1
    assert len(list(checker.iter_errors(graph))) == 2


def test_the_graph_is_rdf(seeds: Session, tmp_path: Path):
    rdflib = pytest.importorskip("rdflib")
    graph = _exported(seeds, tmp_path)
    count = len(graph["@graph"])
    graph["@context"] = {"@vocab": "https://schema.org/"}  # what the context on the web comes to
    read = rdflib.Graph().parse(data=json.dumps(graph), format="json-ld")
    schema = rdflib.Namespace("https://schema.org/")
    reviews = list(read.subjects(rdflib.RDF.type, schema.ClaimReview))
    assert len(reviews) == count > 1
    for review in reviews:
        (claim,) = read.objects(review, schema.itemReviewed)
        (quote,) = read.objects(review, schema.claimReviewed)
        assert (claim, schema.text, quote) in read


def test_each_side_is_told_what_became_of_it(seeds: Session, tmp_path: Path):
    corpus = exchange.corpus_of(seeds, exchange.Scope())
    decided = {given.key: given for given in corpus.verdicts}
    one = next(given for given in decided.values() if given.choice is Choice.ONE_SIDE)
    reviews = [r for r in _exported(seeds, tmp_path)["@graph"] if one.id in r["@id"]]
    told = {r["itemReviewed"]["@id"]: r["reviewRating"]["alternateName"] for r in reviews}
    assert len(told) == len(one.sides) > 1
    assert told.pop(f"urn:uuid:{one.chosen}") == "رُجّح على روايات أخرى"
    assert set(told.values()) == {"لم يُؤخذ به: رُجّحت رواية أخرى"}
    assert {r["reviewRating"]["ratingExplanation"] for r in reviews} == {one.reason}
    assert {r["author"]["name"] for r in reviews} == {"هدى س."}
    assert all(r["itemReviewed"]["author"][0]["name"] for r in reviews)
    assert all(r["itemReviewed"]["appearance"][0]["headline"] for r in reviews)


def test_a_verdict_that_is_put_off_or_reopened_is_no_review(seeds: Session, tmp_path: Path):
    before = _exported(seeds, tmp_path)["@graph"]
    conflict = next(c for c in derived.conflicts(seeds) if c.claims[0] in before[0]["@id"])
    verdicts.decide(seeds, conflict, Choice.DEFERRED, reason="")
    after = _exported(seeds, tmp_path)["@graph"]
    assert len(after) < len(before)


def test_no_verdict_no_review(hard: Session, tmp_path: Path):
    assert _exported(hard, tmp_path)["@graph"] == []


def test_a_claim_of_other_words_is_found(seeds: Session, tmp_path: Path):
    graph = _exported(seeds, tmp_path)
    graph["@graph"][0]["claimReviewed"] += "x"
    (tmp_path / "out.jsonld").write_text(json.dumps(graph))
    with pytest.raises(ExportMismatch):
        ClaimReview().verify(exchange.corpus_of(seeds, exchange.Scope()), tmp_path / "out.jsonld")


def test_a_claim_that_is_gone_is_found(seeds: Session, tmp_path: Path):
    graph = _exported(seeds, tmp_path)
    reviewed = graph["@graph"][0]["itemReviewed"]["@id"].removeprefix("urn:uuid:")
    claims.remove(seeds, reviewed)
    with pytest.raises(ExportMismatch):
        ClaimReview().verify(exchange.corpus_of(seeds, exchange.Scope()), tmp_path / "out.jsonld")


def _exported(session: Session, folder: Path) -> Json:
    exchange.export(session, "claimreview", folder / "out.jsonld", replace=True)
    return dict(json.loads((folder / "out.jsonld").read_bytes()))
