"""schema.org ClaimReview (JSON-LD): the claims that analysts decided on, one review a claim.

Terms: https://schema.org/ClaimReview, https://schema.org/Claim. Only verdicts that stand today are
written. A rating is given in words: a verdict between sources is no grade between true and false.
The address of a review is a URN until it is published somewhere.
"""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

from tawatur_core.errors import ExportMismatch
from tawatur_core.exporters import losses
from tawatur_core.exporters.lines import compact
from tawatur_core.model import (
    Choice,
    Claim,
    ClaimId,
    ConflictKey,
    Document,
    Entity,
    EntityId,
    EntityKind,
    Party,
    SlotName,
    Verdict,
)
from tawatur_core.monitor import Monitor
from tawatur_core.phrasing import term
from tawatur_core.plugins import Corpus, Loss
from tawatur_core.standing import stands
from tawatur_core.wording import Wording, wording

Json = dict[str, Any]
UNREVIEWED = Loss("loss-unreviewed")  # which claims these are depends on the verdicts
OTHER_SLOTS = Loss("loss-other-slots", {Claim: lambda claim, _: _attributed(claim)})
MARKING = Loss("loss-marking", {Claim: losses.without(note="", author="")})
_GAP = " … "
_TYPES = {
    EntityKind.PERSON: "Person",
    EntityKind.ORGANISATION: "Organization",
    EntityKind.PLACE: "Place",
    EntityKind.EVENT: "Event",
    EntityKind.OTHER: "Thing",
}


class ClaimReview:
    """A graph of reviews."""

    name = "claimreview"
    suffix = ".jsonld"
    losses = (
        UNREVIEWED,
        OTHER_SLOTS,
        MARKING,
        losses.TEXTS,
        losses.OFFSETS,
        losses.MENTIONS,
        losses.ENTITIES,
        losses.RESIDUE,
        losses.REJECTIONS,
        losses.GROUPS,
        losses.CONFLICTS,
        losses.HISTORY,
    )

    def write(self, corpus: Corpus, destination: Path, language: str, monitor: Monitor) -> None:
        """Write the reviews. Raises OSError, Cancelled."""
        reviews = _Reviews(corpus, wording(language, isolate=False))
        with destination.open("w", encoding="utf-8", newline="\n") as file:
            file.write('{"@context":"https://schema.org","@graph":[')
            before = "\n"
            for review in reviews.all(monitor):
                told = compact(review)
                file.write(before + told)
                before = ",\n"
            file.write("\n]}\n")

    def verify(self, corpus: Corpus, destination: Path) -> int:
        """Slice the texts by the spans of every reviewed claim. Raises ExportMismatch."""
        try:
            graph = json.loads(destination.read_bytes())["@graph"]
        except ValueError as failure:
            raise ExportMismatch(destination, str(failure)) from failure
        written: defaultdict[str, list[str]] = defaultdict(list)
        for review in graph:
            written[review["itemReviewed"]["@id"]].append(review["claimReviewed"])
        count = 0
        for annotated in corpus.documents():
            text = annotated.document.text
            for claim in annotated.claims:
                sliced = _GAP.join(span.of(text) for span in claim.spans)
                for quote in written.pop(f"urn:uuid:{claim.id}", ()):
                    if quote != sliced:
                        raise ExportMismatch(destination, claim.id)
                    count += len(claim.spans)
        if written:
            raise ExportMismatch(destination, next(iter(written)))
        return count


def _attributed(claim: Claim) -> Claim:
    """Return a claim with the slots of its attribution alone."""
    kept = (SlotName.SPEAKER, SlotName.VIA)
    slots = (replace(slot, span=None) for slot in claim.slots if slot.name in kept)
    return replace(claim, slots=tuple(slots))


def standing(corpus: Corpus) -> dict[ClaimId, list[Verdict]]:
    """Return the verdicts that stand today, by the claims they were given on."""
    conflicts = {conflict.key: conflict for conflict in corpus.conflicts}
    latest: dict[ConflictKey, Verdict] = {given.key: given for given in corpus.verdicts}
    found: defaultdict[ClaimId, list[Verdict]] = defaultdict(list)
    for key, given in latest.items():
        conflict = conflicts.get(key)
        if conflict is not None and stands(given, conflict):
            for claim in conflict.claims:
                found[claim].append(given)
    return found


class _Reviews:
    """Makes the reviews of one corpus."""

    def __init__(self, corpus: Corpus, words: Wording) -> None:
        self._corpus, self._words = corpus, words
        self._entities: dict[EntityId, Entity] = {entity.id: entity for entity in corpus.entities}
        self._verdicts = standing(corpus)

    def all(self, monitor: Monitor) -> Iterator[Json]:
        """Yield a review for each claim and each verdict on it."""
        for done, annotated in enumerate(self._corpus.documents()):
            monitor.step(done, self._corpus.size)
            for claim in annotated.claims:
                for given in self._verdicts.get(claim.id, ()):
                    yield self._review(annotated.document, claim, given)

    def _review(self, document: Document, claim: Claim, given: Verdict) -> Json:
        address = f"urn:tawatur:review:{given.id}:{claim.id}"
        rating: Json = {"@type": "Rating", "alternateName": self._rating(claim, given)}
        if given.reason:
            rating["ratingExplanation"] = given.reason
        aspect = term(given.kind, self._words)
        sure = term(given.confidence, self._words)
        return {
            "@type": "ClaimReview",
            "@id": address,
            "url": address,
            "inLanguage": self._words.language,
            "claimReviewed": claim.quote,
            "reviewAspect": aspect,
            "reviewRating": rating,
            "author": {"@type": "Person", "name": given.analyst},
            "datePublished": given.given_at.isoformat(),
            "description": self._words.say("claimreview-confidence", confidence=sure),
            "itemReviewed": self._claim(document, claim),
        }

    def _rating(self, claim: Claim, given: Verdict) -> str:
        if given.choice is Choice.ONE_SIDE:
            upheld = given.chosen == claim.id
            return self._words.say("claimreview-upheld" if upheld else "claimreview-not-upheld")
        if given.choice is Choice.EDITED:
            return self._words.say("claimreview-edited", value=given.value)
        return term(given.choice, self._words)

    def _claim(self, document: Document, claim: Claim) -> Json:
        told: Json = {
            "@type": "Claim",
            "@id": f"urn:uuid:{claim.id}",
            "text": claim.quote,
            "inLanguage": "ar",
            "appearance": [_article(document)],
        }
        if document.published:
            told["datePublished"] = document.published.isoformat()
        speakers = [self._party(slot.value) for slot in claim.slots_named(SlotName.SPEAKER)]
        if speakers:
            told["author"] = speakers
        via = [self._party(slot.value) for slot in claim.slots_named(SlotName.VIA)]
        if via:
            told["contributor"] = via  # who passed it on, in order
        return told

    def _party(self, value: object) -> Json:
        assert isinstance(value, Party)
        entity = self._entities.get(value.entity) if value.entity else None
        if entity is None:
            return {"@type": "Thing", "name": value.text}
        told: Json = {
            "@type": _TYPES[entity.kind],
            "@id": f"urn:uuid:{entity.id}",
            "name": entity.name,
        }
        others = [*entity.aliases, entity.name_latin] if entity.name_latin else [*entity.aliases]
        if others:
            told["alternateName"] = others
        same = [
            f"http://www.wikidata.org/entity/{known.value}"
            for known in entity.external_ids
            if known.scheme == "wikidata"
        ]
        return {**told, "sameAs": same} if same else told


def _article(document: Document) -> Json:
    told: Json = {
        "@type": "NewsArticle",
        "@id": f"urn:uuid:{document.id}",
        "headline": document.title,
        "inLanguage": "ar",
    }
    if document.url:
        told["url"] = document.url
    if document.outlet:
        told["publisher"] = {"@type": "Organization", "name": document.outlet}
    if document.author:
        told["author"] = {"@type": "Person", "name": document.author}
    if document.published:
        told["datePublished"] = document.published.isoformat()
    return told
