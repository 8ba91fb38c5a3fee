"""spaCy DocBin: articles as documents of spaCy's Arabic, for training and for pipelines.

Mentions are entities and, with claims, slots and what is outside the article, span groups; ids are
those of the spans, external ids their knowledge base ids. Everything else stands as JSON under
`user_data["tawatur"]`, with offsets in code points, as spaCy counts. A name after a proclitic is
a token of its own; a span that still cuts a token is widened to it in the groups and named in the
loss report. https://spacy.io/api/docbin
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from itertools import islice
from pathlib import Path
from typing import Any

from tawatur_core.errors import ExportMismatch
from tawatur_core.exporters import losses
from tawatur_core.exporters.bundle import read_back, writing
from tawatur_core.exporters.conll import CUT_CLAIMS, CUT_MENTIONS
from tawatur_core.kinds import EntityKind
from tawatur_core.model import Span
from tawatur_core.monitor import Monitor, Silent
from tawatur_core.plugins import Corpus, need
from tawatur_core.standoff.conll import TAGS
from tawatur_core.standoff.take import Sheet, sheets
from tawatur_core.standoff.tokens import Place, fitted, tokens
from tawatur_core.standoff.units import CLAIM, MENTION, RESIDUE, SLOT, SPANS, Unit

GROUPS = {MENTION: "mentions", CLAIM: "claims", SLOT: "slots", RESIDUE: "not_article"}
_ATTRIBUTES = ("ORTH", "SPACY", "ENT_IOB", "ENT_TYPE", "ENT_KB_ID", "ENT_ID")
_SHARD = 500  # documents a file: a DocBin is built in memory
_KEY = "tawatur"


class SpacyDocBin:
    """One ``.spacy`` file, or a folder or zip file of several, as spaCy's corpus reader takes."""

    name = "spacy"
    suffix = ".zip"
    losses = (CUT_MENTIONS, CUT_CLAIMS, losses.HISTORY)

    def write(self, corpus: Corpus, destination: Path, language: str, monitor: Monitor) -> None:
        """Write the documents. Raises OSError, MissingExtra, Cancelled."""
        vocabulary = _vocabulary()
        made = sheets(corpus, monitor)
        if destination.suffix.lower() == ".spacy":
            destination.write_bytes(_bin(made, vocabulary))
            return
        with writing(destination) as bundle:
            number = 0
            while shard := list(islice(made, _SHARD)):
                number += 1
                with bundle.binary(f"articles-{number:04}.spacy") as file:
                    file.write(_bin(shard, _vocabulary()))

    def verify(self, corpus: Corpus, destination: Path) -> int:
        """Read every document with spaCy and slice it. Raises ExportMismatch, MissingExtra."""
        count = 0
        written = _documents(destination)
        for sheet in sheets(corpus, Silent()):
            doc = next(written, None)
            text = "" if doc is None else doc.text  # put together anew whenever it is asked for
            if doc is None or text != sheet.text:
                raise ExportMismatch(destination, sheet.document.id)
            found = sorted(
                (name, span.label_, span.text) for name in doc.spans for span in doc.spans[name]
            )
            wanted = sorted(
                (GROUPS[one.layer], _label(one), sheet.text[start:end])
                for one, (start, end) in _placed(sheet)
            )
            told = json.loads(doc.user_data[_KEY])["spans"]
            exact = [text[one["start"] : one["end"]] for one in told]
            units = [one for one in sheet.units if one.layer in SPANS]
            if found != wanted or exact != [sheet.text[one.start : one.end] for one in units]:
                raise ExportMismatch(destination, sheet.document.id)
            if any(span.label_ not in TAGS.values() for span in doc.ents):
                raise ExportMismatch(destination, sheet.document.id)
            count += len(exact)
        return count

    def preview(self, corpus: Corpus, language: str) -> str:
        """Return the spans of the first document, a line each."""
        sheet = next(sheets(corpus, Silent()))
        return "".join(
            f"{GROUPS[one.layer]}\t{_label(one)}\t{start}\t{end}\t{sheet.text[start:end]}\n"
            for one, (start, end) in _placed(sheet)
        )


def _vocabulary() -> Any:
    return need("spacy", "spacy").blank("ar").vocab


def _bin(made: Iterator[Sheet] | list[Sheet], vocabulary: Any) -> bytes:
    spacy = need("spacy.tokens", "spacy")
    held = spacy.DocBin(attrs=_ATTRIBUTES, store_user_data=True)
    for sheet in made:
        held.add(_doc(sheet, spacy, vocabulary))
    data: bytes = held.to_bytes()
    return data


def _doc(sheet: Sheet, spacy: Any, vocabulary: Any) -> Any:
    """Return a document of spaCy with its spans."""
    placed = _placed(sheet)
    cut = tokens(sheet.text, [start for _, (start, _) in placed])
    words, spaces = _words(sheet.text, cut)
    doc = spacy.Doc(vocabulary, words=words, spaces=spaces)
    groups: dict[str, list[Any]] = {name: [] for name in GROUPS.values()}
    for unit, (start, end) in placed:
        span = doc.char_span(start, end, _label(unit), _known_as(unit), alignment_mode="strict",
                             span_id=unit.features.get("identifier", ""))  # fmt: skip
        groups[GROUPS[unit.layer]].append(span)
    doc.ents = need("spacy.util", "spacy").filter_spans(groups["mentions"])
    for name, spans in groups.items():
        doc.spans[name] = spans
    doc.user_data[_KEY] = json.dumps(_told(sheet), ensure_ascii=False)
    return doc


def _words(text: str, cut: list[Place]) -> tuple[list[str], list[bool]]:
    """Return words and whether a space follows each; other white space is words of its own."""
    words: list[str] = []
    spaces: list[bool] = []
    at = 0
    for start, end in [*cut, (len(text), len(text))]:
        gap = text[at:start]
        if words and gap.startswith(" "):
            spaces[-1] = True
            gap = gap[1:]
        if gap:
            words.append(gap)
            spaces.append(False)
        if start < end:
            words.append(text[start:end])
            spaces.append(False)
        at = end
    return words, spaces


def _placed(sheet: Sheet) -> list[tuple[Unit, Place]]:
    """Return what has words, in whole tokens; each part of a claim under the claim."""
    found: list[tuple[Unit, Place]] = []
    for unit in sheet.units:
        if unit.layer not in GROUPS:
            continue
        for part in (unit, *unit.parts):
            span = fitted(sheet.text, Span(part.start, part.end)) if part.start < part.end else None
            if span is not None:
                found.append((unit, (span.start, span.end)))
    return found


def _label(unit: Unit) -> str:
    match unit.layer:
        case "Mention":
            return TAGS[EntityKind(unit.features.get("kind", EntityKind.OTHER))]
        case "Claim":
            return unit.features["kind"]
        case "Slot":
            return unit.features["name"]
        case _:
            return RESIDUE


def _known_as(unit: Unit) -> str:
    """Return the id of what is named in a catalogue of the world, or in the project."""
    same = unit.features.get("sameAs", "").split(" ")[0]
    return same.rpartition(":")[2] or unit.features.get("entity", "")


def _told(sheet: Sheet) -> dict[str, list[dict[str, object]]]:
    """Return all units; parts and slots of a claim by their place in the list of spans."""
    spans = [unit for unit in sheet.units if unit.layer in SPANS]
    number = {id(unit): n for n, unit in enumerate(spans)}
    rows: list[dict[str, object]] = []
    for unit in spans:
        row: dict[str, object] = {"layer": unit.layer, "start": unit.start, "end": unit.end}
        row |= unit.features
        if unit.layer == CLAIM:
            row["parts"] = [number[id(part)] for part in unit.parts]
            row["slots"] = [number[id(slot)] for slot in unit.slots]
        rows.append(row)
    whole = [unit for unit in sheet.units if unit.layer not in SPANS]
    return {"spans": rows, "document": [{"layer": unit.layer, **unit.features} for unit in whole]}


def _documents(destination: Path) -> Iterator[Any]:
    """Yield the documents as spaCy reads them."""
    spacy = need("spacy.tokens", "spacy")
    single = destination.suffix.lower() == ".spacy"
    files = [("", destination.read_bytes())] if single else read_back(destination)
    for _, data in files:
        yield from spacy.DocBin().from_bytes(data).get_docs(_vocabulary())
