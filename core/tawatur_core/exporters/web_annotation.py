"""W3C Web Annotation (JSON-LD): claims, mentions and verdicts as annotations of the articles.

Model: https://www.w3.org/TR/annotation-model/. The texts are written beside the collection, one
UTF-8 file an article, and every target carries both a TextPositionSelector (which counts code
points, as we do) and a TextQuoteSelector.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from tawatur_core.exporters import losses
from tawatur_core.exporters.slicing import around, compare
from tawatur_core.model import Claim, Document, Entity, Mention, Span, Verdict
from tawatur_core.monitor import Monitor
from tawatur_core.phrasing import term, value
from tawatur_core.plugins import Annotated, Corpus
from tawatur_core.records import to_json
from tawatur_core.wording import Wording, wording

Json = dict[str, Any]
# Our own terms, beside the W3C's, under a prefix so that other readers can skip them.
_CONTEXT = ["http://www.w3.org/ns/anno.jsonld", {"tawatur": "urn:tawatur:terms:"}]


class WebAnnotation:
    """An AnnotationCollection with one page."""

    name = "w3c"
    suffix = ".jsonld"
    losses = (
        losses.GROUPS,
        losses.CONFLICTS,
        losses.RESIDUE,
        losses.REJECTIONS,
        losses.HISTORY,
    )

    def write(self, corpus: Corpus, destination: Path, language: str, monitor: Monitor) -> None:
        """Write collection and texts. Raises OSError, Cancelled."""
        words = wording(language, isolate=False)
        texts_folder(destination).mkdir(parents=True, exist_ok=True)
        entities = {entity.id: entity for entity in corpus.entities}
        with destination.open("w", encoding="utf-8") as file:
            file.write(_head(corpus))
            first = True
            for item in _items(corpus, destination, entities, words, monitor):
                file.write(("" if first else ",") + "\n" + json.dumps(item, ensure_ascii=False))
                first = False
            file.write("\n]}}\n")

    def verify(self, corpus: Corpus, destination: Path) -> int:
        """Slice the written texts by the written selectors. Raises ExportMismatch."""
        collection = json.loads(destination.read_text(encoding="utf-8"))
        texts: dict[str, str] = {}
        count = 0
        for item in collection["first"]["items"]:
            for target in item["target"]:
                if "selector" not in target:
                    continue
                source = target["source"]["id"]
                if source not in texts:
                    file = destination.parent / target["source"]["tawatur:file"]
                    texts[source] = file.read_text(encoding="utf-8")
                place, quote = target["selector"]
                spans = [(place["start"], place["end"], quote["exact"])]
                count += compare(destination, item["id"], texts[source], spans)
        return count


def texts_folder(destination: Path) -> Path:
    """Return the folder of the texts that belong to an exported collection."""
    return destination.with_name(f"{destination.stem}-texts")


def _head(corpus: Corpus) -> str:
    head = {
        "@context": _CONTEXT,
        "id": "urn:tawatur:collection",
        "type": "AnnotationCollection",
        "label": corpus.title,
        "generator": {"id": "urn:tawatur", "type": "Software", "name": "Tawatur"},
    }
    page = '"first": {"id": "urn:tawatur:collection:1", "type": "AnnotationPage", "items": ['
    return json.dumps(head, ensure_ascii=False)[:-1] + ", " + page


def _items(
    corpus: Corpus,
    destination: Path,
    entities: dict[str, Entity] | dict[Any, Entity],
    words: Wording,
    monitor: Monitor,
) -> Iterator[Json]:
    names = {entity.id: entity.name for entity in entities.values()}
    for done, annotated in enumerate(corpus.documents()):
        monitor.step(done, corpus.size)
        source = _source(annotated, destination)
        for claim in annotated.claims:
            yield _claim(claim, annotated.document, source, words, names)
        for mention in annotated.mentions:
            entity = entities.get(mention.entity) if mention.entity else None
            yield _mention(mention, annotated.document, source, entity)
    for verdict in corpus.verdicts:
        yield _verdict(verdict, words)


def _source(annotated: Annotated, destination: Path) -> Json:
    """Write the text and return how annotations name it."""
    document = annotated.document
    file = texts_folder(destination) / f"{document.id}.txt"
    file.write_text(document.text, encoding="utf-8", newline="")
    return {
        "id": f"urn:uuid:{document.id}",
        "type": "Text",
        "format": "text/plain",
        "language": "ar",
        "label": document.title,
        "tawatur:file": f"{file.parent.name}/{file.name}",
        "tawatur:outlet": document.outlet,
        "tawatur:published": document.published.isoformat() if document.published else None,
        "tawatur:sha256": document.sha256,
    }


def _target(document: Document, span: Span, source: Json) -> Json:
    prefix, suffix = around(document.text, span.start, span.end)
    return {
        "type": "SpecificResource",
        "source": source,
        "selector": [
            {"type": "TextPositionSelector", "start": span.start, "end": span.end},
            {
                "type": "TextQuoteSelector",
                "exact": span.of(document.text),
                "prefix": prefix,
                "suffix": suffix,
            },
        ],
    }


def _body(text: str, purpose: str) -> Json:
    return {"type": "TextualBody", "value": text, "purpose": purpose}


def _claim(
    claim: Claim, document: Document, source: Json, words: Wording, names: dict[Any, str]
) -> Json:
    slots = [
        _body(f"{term(slot.name, words)}: {value(slot.value, words, names)}", "describing")
        for slot in claim.slots
    ]
    notes = [_body(claim.note, "commenting")] if claim.note else []
    return {
        "id": f"urn:uuid:{claim.id}",
        "type": "Annotation",
        "motivation": "classifying",
        "creator": {"type": "Person", "name": claim.author},
        "created": claim.made_at.isoformat(),
        "body": [_body(term(claim.kind, words), "classifying"), *slots, *notes],
        "target": [_target(document, span, source) for span in claim.spans],
        "tawatur:kind": claim.kind.value,
        "tawatur:origin": claim.origin.value,
        "tawatur:slots": [to_json(slot) for slot in claim.slots],
    }


def _mention(mention: Mention, document: Document, source: Json, entity: Entity | None) -> Json:
    bodies: list[Json] = []
    if entity:
        bodies.append(
            {
                "type": "SpecificResource",
                "purpose": "identifying",
                "source": _identity(entity),
            }
        )
    return {
        "id": f"urn:uuid:{mention.id}",
        "type": "Annotation",
        "motivation": "identifying",
        "creator": {"type": "Person", "name": mention.author},
        "body": bodies,
        "target": [_target(document, mention.span, source)],
        "tawatur:role": mention.role.value,
        "tawatur:origin": mention.origin.value,
    }


def _identity(entity: Entity) -> Json:
    return {
        "id": f"urn:uuid:{entity.id}",
        "label": entity.name,
        "tawatur:kind": entity.kind.value,
        "tawatur:latin": entity.name_latin,
        "tawatur:aliases": list(entity.aliases),
        "tawatur:sameAs": [f"{known.scheme}:{known.value}" for known in entity.external_ids],
    }


def _verdict(verdict: Verdict, words: Wording) -> Json:
    bodies = [_body(term(verdict.choice, words), "assessing")]
    if verdict.reason:
        bodies.append(_body(verdict.reason, "commenting"))
    return {
        "id": f"urn:uuid:{verdict.id}",
        "type": "Annotation",
        "motivation": "assessing",
        "creator": {"type": "Person", "name": verdict.analyst},
        "created": verdict.given_at.isoformat(),
        "body": bodies,
        "target": [{"id": f"urn:uuid:{side}"} for side in verdict.sides],
        "tawatur:verdict": to_json(verdict),
    }
