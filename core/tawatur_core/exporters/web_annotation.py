"""W3C Web Annotation (JSON-LD): all that is known of the articles as annotations of them.

Model: https://www.w3.org/TR/annotation-model/. The texts are written beside the collection, one
UTF-8 file an article, and are the sources the targets name; every target carries both a
TextPositionSelector (which counts code points, as we do) and a TextQuoteSelector. What the model
has no words for stands in ``tawatur:record``, a JSON literal.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import quote

from tawatur_core.errors import ExportMismatch
from tawatur_core.exporters import losses
from tawatur_core.exporters.lines import compact
from tawatur_core.exporters.slicing import compare
from tawatur_core.exporters.web_annotation_items import Items, Json, Source
from tawatur_core.monitor import Monitor
from tawatur_core.plugins import Corpus
from tawatur_core.wording import wording

# Our own terms, beside the W3C's, under a prefix so that other readers can skip them. Records are
# JSON literals (JSON-LD 1.1): their keys are no terms of the W3C's.
_CONTEXT = [
    "http://www.w3.org/ns/anno.jsonld",
    {
        "@version": 1.1,
        "assessing": "http://www.w3.org/ns/oa#assessing",  # older contexts lack it
        "tawatur": "urn:tawatur:terms:",
        "tawatur:record": {"@id": "urn:tawatur:terms:record", "@type": "@json"},
    },
]
_END = "\n]}}\n"


class WebAnnotation:
    """An AnnotationCollection with one page."""

    name = "w3c"
    suffix = ".jsonld"
    losses = (losses.HISTORY,)

    def beside(self, destination: Path) -> tuple[Path, ...]:
        """Return the folder of the texts."""
        return (texts_folder(destination),)

    def write(self, corpus: Corpus, destination: Path, language: str, monitor: Monitor) -> None:
        """Write collection and texts. Raises OSError, Cancelled."""
        words = wording(language, isolate=False)
        texts_folder(destination).mkdir(parents=True, exist_ok=True)
        items = Items(corpus, words)
        with destination.open("w", encoding="utf-8", newline="\n") as file:
            file.write(_head(corpus))
            before = "\n"
            for item in _all(items, corpus, destination, monitor):
                told = compact(item)
                file.write(before + told)
                before = ",\n"
            file.write(_END)

    def verify(self, corpus: Corpus, destination: Path) -> int:
        """Slice the written texts by the written selectors. Raises ExportMismatch."""
        count, name, text = 0, "", ""
        for item in _written(destination):
            places: list[tuple[int, int, str]] = []
            for target in item["target"]:
                if "selector" not in target:
                    continue
                if target["source"] != name:
                    name = target["source"]
                    file = texts_folder(destination) / f"{name.rpartition('/')[2]}"
                    text = file.read_bytes().decode()
                place, words = target["selector"]
                places.append((place["start"], place["end"], words["exact"]))
            count += compare(destination, item["id"], text, places)
        return count


def texts_folder(destination: Path) -> Path:
    """Return the folder of the texts that belong to an exported collection."""
    return destination.with_name(f"{destination.stem}-texts")


def _written(destination: Path) -> Iterator[Json]:
    """Yield the annotations of our own file, one a line."""
    with destination.open(encoding="utf-8", newline="\n") as file:
        next(file)
        for line in file:
            told = line.rstrip(",\n")
            if told and told != _END.strip():
                try:
                    yield json.loads(told)
                except ValueError as failure:
                    raise ExportMismatch(destination, str(failure)) from failure


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


def _all(items: Items, corpus: Corpus, destination: Path, monitor: Monitor) -> Iterator[Json]:
    folder = texts_folder(destination)
    yield from items.entities()
    for done, annotated in enumerate(corpus.documents()):
        monitor.step(done, corpus.size)
        document = annotated.document
        file = folder / f"{document.id}.txt"
        file.write_bytes(document.text.encode())
        yield from items.article(annotated, Source(document, quote(f"{folder.name}/{file.name}")))
    yield from items.project()
