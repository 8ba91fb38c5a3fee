"""The annotations of a corpus, one by one, in the terms of the W3C's model."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any
from urllib.parse import quote

from tawatur_core.exporters.carried import claim_rest, document_rest, mention_rest
from tawatur_core.exporters.slicing import around
from tawatur_core.exporters.slot_words import SlotWords
from tawatur_core.model import (
    Claim,
    ClaimKind,
    Document,
    Entity,
    Mention,
    Rejection,
    Slot,
    Span,
    Verdict,
)
from tawatur_core.phrasing import question, term, verdict as verdict_in_words
from tawatur_core.plugins import Annotated, Corpus
from tawatur_core.records import to_json
from tawatur_core.wording import Wording

Json = dict[str, Any]
# Where the identifiers of known catalogues are resolved.
_CATALOGUES = {
    "wikidata": "http://www.wikidata.org/entity/",
    "viaf": "http://viaf.org/viaf/",
    "geonames": "https://sws.geonames.org/",
}


@dataclass(frozen=True, slots=True)
class Source:
    """A document and the (relative) address of its text."""

    document: Document
    address: str

    def target(self, span: Span) -> Json:
        """Return a part of the text as a target."""
        text = self.document.text
        prefix, suffix = around(text, span.start, span.end)
        exact = text[span.start : span.end]
        return {
            "type": "SpecificResource",
            "source": self.address,
            "selector": [
                {"type": "TextPositionSelector", "start": span.start, "end": span.end},
                {"type": "TextQuoteSelector", "exact": exact, "prefix": prefix, "suffix": suffix},
            ],
        }


class Items:
    """Makes the annotations of one corpus."""

    def __init__(self, corpus: Corpus, words: Wording) -> None:
        self._corpus, self._words = corpus, words
        self._names = {entity.id: entity.name for entity in corpus.entities}
        self._slots = SlotWords(corpus, words)
        self._kinds = {kind: term(kind, words) for kind in ClaimKind}

    def entities(self) -> Iterator[Json]:
        """Yield an annotation for each entity: its names and what is known of it."""
        for entity in self._corpus.entities:
            yield self._entity(entity)

    def article(self, annotated: Annotated, source: Source) -> Iterator[Json]:
        """Yield the annotations of one article, first of the article itself."""
        document = source.document
        yield self._document(source)
        for claim in annotated.claims:
            yield self._claim(claim, source)
            yield from (self._slot(claim, slot, source) for slot in claim.slots if slot.span)
        for mention in annotated.mentions:
            yield self._mention(mention, source)
        for number, span in enumerate(document.residue):
            yield self._residue(source, number, span)
        for rejection in annotated.rejected:
            yield self._rejection(rejection, source)

    def project(self) -> Iterator[Json]:
        """Yield the annotations of claims as a whole: groups, conflicts, verdicts."""
        for group in self._corpus.groups:
            chains = self._words.say("report-chains", count=group.chains)
            yield {
                "id": f"urn:tawatur:group:{quote(group.key)}",
                "type": "Annotation",
                "motivation": "linking",
                "body": [_body(chains, "describing")],
                "target": [{"id": f"urn:uuid:{claim}"} for claim in group.claims],
                "tawatur:record": {"type": "event_group", **to_json(group)},
            }
        for conflict in self._corpus.conflicts:
            yield {
                "id": f"urn:tawatur:conflict:{quote(conflict.key)}",
                "type": "Annotation",
                "motivation": "questioning",
                "body": [_body(question(conflict.kind, self._words), "questioning")],
                "target": [{"id": f"urn:uuid:{claim}"} for claim in conflict.claims],
                "tawatur:record": {"type": "conflict", **to_json(conflict)},
            }
        for given in self._corpus.verdicts:
            yield self._verdict(given)

    def _entity(self, entity: Entity) -> Json:
        names = [_body(entity.name, "identifying", "ar")]
        names += [_body(alias, "identifying", "ar") for alias in entity.aliases]
        if entity.name_latin:
            names.append(_body(entity.name_latin, "identifying"))
        notes = [_body(entity.note, "describing")] if entity.note else []
        same = [
            {"id": _CATALOGUES[known.scheme] + quote(known.value)}
            for known in entity.external_ids
            if known.scheme in _CATALOGUES
        ]
        return {
            "id": f"urn:tawatur:entity:{entity.id}",
            "type": "Annotation",
            "motivation": "describing",
            "body": [_body(term(entity.kind, self._words), "tagging"), *names, *notes, *same],
            "target": [{"id": f"urn:uuid:{entity.id}"}],
            "tawatur:record": {"type": "entity", **to_json(entity)},
        }

    def _document(self, source: Source) -> Json:
        document = source.document
        bodies = [
            _body(text, "describing")
            for text in (document.title, document.outlet, document.author)
            if text
        ]
        return {
            "id": f"urn:uuid:{document.id}",
            "type": "Annotation",
            "motivation": "describing",
            "body": bodies + ([{"id": document.url}] if _is_address(document.url) else []),
            "target": [
                {"id": source.address, "type": "Text", "format": "text/plain", "language": "ar"}
            ],
            "tawatur:record": {"type": "document", **document_rest(document)},
        }

    def _claim(self, claim: Claim, source: Source) -> Json:
        notes = [_body(claim.note, "commenting")] if claim.note else []
        rest = {"type": "claim", **claim_rest(claim), "kind": claim.kind.value}
        return {
            "id": f"urn:uuid:{claim.id}",
            "type": "Annotation",
            "motivation": "classifying",
            "creator": _person(claim.author),
            "created": claim.made_at.isoformat(),
            "body": [
                _body(self._kinds[claim.kind], "classifying"),
                *(_body(self._slots.told(slot), "describing") for slot in claim.slots),
                *notes,
            ],
            "target": [source.target(span) for span in claim.spans],
            "tawatur:record": rest,
        }

    def _slot(self, claim: Claim, slot: Slot, source: Source) -> Json:
        assert slot.span is not None
        return {
            "id": f"urn:uuid:{slot.id}",
            "type": "Annotation",
            "motivation": "tagging",
            "creator": _person(claim.author),
            "body": [
                _body(self._slots.told(slot), "tagging"),
                {
                    "type": "SpecificResource",
                    "purpose": "linking",
                    "source": f"urn:uuid:{claim.id}",
                },
            ],
            "target": [source.target(slot.span)],
            "tawatur:record": {"type": "slot", "id": slot.id},
        }

    def _mention(self, mention: Mention, source: Source) -> Json:
        bodies: list[Json] = []
        if mention.entity:
            named = {"id": f"urn:uuid:{mention.entity}"}
            if mention.entity in self._names:
                named["label"] = self._names[mention.entity]
            bodies.append({"type": "SpecificResource", "purpose": "identifying", "source": named})
        rest = {"type": "mention", **mention_rest(mention), "role": mention.role.value}
        return {
            "id": f"urn:uuid:{mention.id}",
            "type": "Annotation",
            "motivation": "identifying",
            "creator": _person(mention.author),
            "body": bodies,
            "target": [source.target(mention.span)],
            "tawatur:record": rest,
        }

    def _residue(self, source: Source, number: int, span: Span) -> Json:
        return {
            "id": f"urn:tawatur:residue:{source.document.id}:{number}",
            "type": "Annotation",
            "motivation": "tagging",
            "body": [_body(self._words.say("label-studio-residue"), "tagging")],
            "target": [source.target(span)],
            "tawatur:record": {"type": "residue"},
        }

    def _rejection(self, rejection: Rejection, source: Source) -> Json:
        return {
            "id": f"urn:tawatur:rejection:{quote(rejection.key)}",
            "type": "Annotation",
            "motivation": "moderating",
            "body": [_body(rejection.name, "identifying")] if rejection.name else [],
            "target": [source.target(Span(rejection.start, rejection.end))],
            "tawatur:record": {"type": "rejection", **to_json(rejection)},
        }

    def _verdict(self, given: Verdict) -> Json:
        bodies = [_body(verdict_in_words(given, self._words), "assessing")]
        if given.reason:
            bodies.append(_body(given.reason, "commenting"))
        return {
            "id": f"urn:uuid:{given.id}",
            "type": "Annotation",
            "motivation": "assessing",
            "creator": _person(given.analyst),
            "created": given.given_at.isoformat(),
            "body": bodies,
            "target": [{"id": f"urn:uuid:{side}"} for side in given.sides],
            "tawatur:record": {"type": "verdict", **to_json(given)},
        }


def _person(name: str) -> Json:
    return {"type": "Person", "name": name}


def _body(text: str, purpose: str, language: str = "") -> Json:
    told = {"type": "TextualBody", "value": text, "purpose": purpose}
    return {**told, "language": language} if language else told


def _is_address(url: str) -> bool:
    """Whether a document's address can stand as an IRI."""
    return url.startswith(("http://", "https://")) and not any(c in url for c in ' <>"{}|\\^`\n\t')
