"""What formats cannot hold, as rules: what is left of each record, and how many are concerned.

A round trip is held against the same rules: what comes back is what the rules leave.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import fields, is_dataclass, replace
from typing import Any

from tawatur_core.model import (
    Claim,
    Conflict,
    Document,
    Entity,
    EventGroup,
    Mention,
    Rejection,
    Span,
    Verdict,
)
from tawatur_core.monitor import Monitor
from tawatur_core.plugins import Annotated, Corpus, Loss, Lost, Record, Remains


def dropped(_record: Any, _document: Document | None) -> None:
    """Nothing is left."""


def without(**fields: object) -> Remains:
    """Return a rule that puts the given values in place of a record's own."""

    def remains(record: Any, _document: Document | None) -> Any:
        return replace(record, **fields)

    return remains


def _each_slot(change: Callable[[Any], Any]) -> Remains:
    def remains(claim: Claim, _document: Document | None) -> Claim:
        return replace(claim, slots=tuple(change(slot) for slot in claim.slots))

    return remains


def _hull(claim: Claim, document: Document | None) -> Claim:
    """One span from the first word to the last, where a claim has several."""
    if len(claim.spans) < 2 or document is None:
        return claim
    span = Span(claim.spans[0].start, claim.spans[-1].end)
    return replace(claim, spans=(span,), quote=span.of(document.text))


# What XML 1.0 has no way to write: control characters but tab, LF and CR, and two non-characters.
NOT_XML = "[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]"
_NOT_XML = re.compile(NOT_XML)


def xml_text(text: str) -> str:
    """Return a text as XML can hold it: U+FFFD stands for each character it cannot."""
    return _NOT_XML.sub("\ufffd", text)


def _as_xml(value: Any, _document: Document | None = None) -> Any:
    """Return a record with all its texts as XML can hold them; itself where they are so."""
    if isinstance(value, str):
        found = xml_text(value) if type(value) is str else value
        return value if found == value else found
    if isinstance(value, tuple):
        parts = tuple(_as_xml(part) for part in value)
        return value if parts == value else parts
    if not is_dataclass(value) or isinstance(value, type):
        return value
    given = {field.name: getattr(value, field.name) for field in fields(value)}
    told = {name: _as_xml(part) for name, part in given.items()}
    changed = {name: part for name, part in told.items() if part != given[name]}
    if "text" in changed and isinstance(value, Document):
        changed["sha256"] = hashlib.sha256(changed["text"].encode()).hexdigest()
    return replace(value, **changed) if changed else value


HISTORY = Loss("loss-history")
DOCUMENTS = Loss("loss-documents", {Document: dropped})
TEXTS = Loss("loss-texts", {Document: without(text="")})
CLAIMS = Loss("loss-claims", {Claim: dropped})
MENTIONS = Loss("loss-mentions", {Mention: dropped})
ENTITIES = Loss("loss-entities", {Entity: dropped})
VERDICTS = Loss("loss-verdicts", {Verdict: dropped})
REJECTIONS = Loss("loss-rejections", {Rejection: dropped})
GROUPS = Loss("loss-groups", {EventGroup: dropped})
CONFLICTS = Loss("loss-conflicts", {Conflict: dropped})
RESIDUE = Loss("loss-residue", {Document: without(residue=())})
SLOTS = Loss("loss-slots", {Claim: without(slots=())})
SLOT_SPANS = Loss("loss-slot-spans", {Claim: _each_slot(lambda slot: replace(slot, span=None))})
GAPS = Loss("loss-gaps", {Claim: _hull})
COMPARISONS = Loss("loss-comparisons", {Conflict: lambda c, _: replace(c, rows=c.rows[:1])})
REASONS = Loss("loss-reasons", {Conflict: without(evidence=()), EventGroup: without(evidence=())})
ACCEPTED_FROM = Loss(
    "loss-accepted-from", {Claim: without(proposal=""), Mention: without(proposal="")}
)
CONTROLS = Loss(
    "loss-controls",
    dict.fromkeys((Document, Claim, Mention, Entity, Verdict, Rejection), _as_xml),
)
OFFSETS = Loss("loss-offsets", {Claim: without(spans=()), Mention: without(span=Span(0, 0))})


def tally(corpus: Corpus, losses: Sequence[Loss], monitor: Monitor) -> tuple[Lost, ...]:
    """Count, for each loss, the records of the corpus it drops or flattens. Raises Cancelled."""
    counted = [loss for loss in losses if loss.remains]
    counts = dict.fromkeys((loss.code for loss in counted), 0)
    for record, document in records(corpus, monitor):
        for loss in counted:
            remains = loss.remains.get(type(record))
            if remains is not None and remains(record, document) != record:
                counts[loss.code] += 1
    return tuple(Lost(loss.code, counts.get(loss.code)) for loss in losses)


def records(corpus: Corpus, monitor: Monitor) -> Iterator[tuple[Record, Document | None]]:
    """Yield every record of a corpus, beside its document where it has one. Raises Cancelled."""
    for done, annotated in enumerate(corpus.documents()):
        monitor.step(done, corpus.size)
        yield from records_of(annotated)
    whole = (corpus.entities, corpus.verdicts, corpus.groups, corpus.conflicts)
    for listed in whole:
        for loose in listed:
            yield loose, None


def records_of(annotated: Annotated) -> Iterator[tuple[Record, Document | None]]:
    """Yield the records of one document."""
    document = annotated.document
    yield document, document
    for listed in (annotated.claims, annotated.mentions, annotated.rejected):
        for owned in listed:
            yield owned, document


def left_of(record: Record, document: Document | None, losses: Iterable[Loss]) -> Record | None:
    """Return what all losses together leave of a record."""
    kind, left = type(record), record
    for loss in losses:
        remains = loss.remains.get(kind)
        if remains is not None and left is not None:
            left = remains(left, document)
    return left
