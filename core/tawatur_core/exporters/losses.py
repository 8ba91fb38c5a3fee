"""What formats cannot hold, as rules: what is left of each record, and how many are concerned.

A round trip is held against the same rules: what comes back is what the rules leave.
"""

from __future__ import annotations

import hashlib
import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import fields, is_dataclass, replace
from datetime import date, datetime
from decimal import Decimal
from functools import cache
from operator import attrgetter
from typing import Any

from tawatur_core.model import (
    Claim,
    Conflict,
    Document,
    Entity,
    EventGroup,
    HowMany,
    Mention,
    Party,
    Rejection,
    Span,
    Verdict,
    When,
    Words,
)
from tawatur_core.monitor import Monitor
from tawatur_core.plugins import Annotated, Corpus, Loss, Lost, Record, Remains


def dropped(_record: Any, _document: Document | None) -> None:
    """Nothing is left."""


class _Without:
    """A rule that puts the given values in place of a record's own."""

    def __init__(self, fields: dict[str, object]) -> None:
        self._fields = fields

    def __call__(self, record: Any, _document: Document | None) -> Any:
        return replace(record, **self._fields)

    def changes(self, record: Any) -> bool:
        """Whether it leaves another record: told without making it."""
        return any(getattr(record, name) != value for name, value in self._fields.items())


def without(**fields: object) -> Remains:
    """Return a rule that puts the given values in place of a record's own."""
    return _Without(fields)


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


def as_xml(record: Any, _document: Document | None = None) -> Any:
    """Return a record with all its texts as XML can hold them; itself where they are so."""
    told: list[str] = []
    _collect(record, told)
    return _replaced(record) if _NOT_XML.search("".join(told)) else record


def _collect(value: Any, told: list[str]) -> None:
    """Add all texts of a value."""
    kind: type = type(value)
    for part in value if kind is tuple else _parts_of(kind)(value):
        kind = type(part)
        if kind is str:
            told.append(part)
        elif kind is tuple or kind not in _TEXTLESS:
            _collect(part, told)


_TEXTLESS = {type(None), int, float, bool, Span, datetime, date, Decimal}


@cache
def _parts_of(kind: type) -> Callable[[Any], tuple[Any, ...]]:
    names = _names(kind)
    if len(names) == 1:
        return lambda value: (getattr(value, names[0]),)
    return attrgetter(*names) if names else lambda _value: ()


def _replaced(value: Any) -> Any:
    kind: type = type(value)
    if kind is str:
        return xml_text(value)
    if kind is tuple:
        return tuple([_replaced(part) for part in value])
    changed = {name: _replaced(getattr(value, name)) for name in _names(kind)}
    if "text" in changed and isinstance(value, Document):
        changed["sha256"] = hashlib.sha256(changed["text"].encode()).hexdigest()
    return replace(value, **changed) if changed else value


@cache
def _names(kind: type) -> tuple[str, ...]:
    """Return the fields of a type of record; those of a place hold no text."""
    if kind is Span or not is_dataclass(kind):
        return ()
    return tuple(field.name for field in fields(kind))


def _shown_claim(claim: Claim, _document: Document | None) -> Any:
    """Return a claim as XML can show it: what people read of it is looked through first."""
    told = [claim.quote, claim.note, claim.author]
    told += [slot.value.text for slot in claim.slots if isinstance(slot.value, _WORDED)]
    return as_xml(claim) if _NOT_XML.search("".join(told)) else claim


def _shown_mention(mention: Mention, _document: Document | None) -> Any:
    return as_xml(mention) if _NOT_XML.search(mention.quote + mention.author) else mention


_WORDED = (Party, When, HowMany, Words)
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
    dict.fromkeys((Document, Claim, Mention, Entity, Verdict, Rejection), as_xml),
)
# Nothing is lost to us, who carry the characters beside; other programs see signs in their places.
CONTROLS_SHOWN = Loss(
    "loss-controls-shown",
    {**CONTROLS.remains, Claim: _shown_claim, Mention: _shown_mention},
)
OFFSETS = Loss("loss-offsets", {Claim: without(spans=()), Mention: without(span=Span(0, 0))})


def tally(corpus: Corpus, losses: Sequence[Loss], monitor: Monitor) -> tuple[Lost, ...]:
    """Count, for each loss, the records of the corpus it drops or flattens. Raises Cancelled."""
    return Tally(corpus, losses).lost(monitor)


class Tally:
    """Counts losses while a corpus is written, so that it is not read once more for that.

    `corpus` is to be written in place of the one given; its first whole pass is counted.
    """

    def __init__(self, corpus: Corpus, losses: Sequence[Loss]) -> None:
        self.corpus = replace(corpus, documents=self._documents)
        self._given, self._losses = corpus, losses
        self._rules: dict[type, list[tuple[str, Remains]]] = {}
        for loss in losses:
            for kind, remains in loss.remains.items():
                self._rules.setdefault(kind, []).append((loss.code, remains))
        self._counts = dict.fromkeys((loss.code for loss in losses if loss.remains), 0)
        # Nothing to count in documents is as good as counted.
        self._counted = not self._rules.keys() & _OF_DOCUMENTS

    def lost(self, monitor: Monitor) -> tuple[Lost, ...]:
        """Return the counts; the documents are read where they were not. Raises Cancelled."""
        for done, _ in enumerate(() if self._counted else self._documents()):
            monitor.step(done, self._given.size)
        counts = Counter(self._counts)
        whole: tuple[tuple[type, Sequence[Record]], ...] = (
            (Entity, self._given.entities),
            (Verdict, self._given.verdicts),
            (EventGroup, self._given.groups),
            (Conflict, self._given.conflicts),
        )
        for kind, listed in whole:
            self._count(kind, listed, None, counts)
        return tuple(
            Lost(loss.code, counts[loss.code] if loss.remains else None) for loss in self._losses
        )

    def _documents(self) -> Iterator[Annotated]:
        if self._counted:
            yield from self._given.documents()
            return
        counts: Counter[str] = Counter()
        for annotated in self._given.documents():
            document = annotated.document
            self._count(Document, (document,), document, counts)
            self._count(Claim, annotated.claims, document, counts)
            self._count(Mention, annotated.mentions, document, counts)
            self._count(Rejection, annotated.rejected, document, counts)
            yield annotated
        if not self._counted:
            self._counts = dict(counts)
            self._counted = True

    def _count(
        self,
        kind: type,
        listed: Sequence[Record],
        document: Document | None,
        counts: Counter[str],
    ) -> None:
        for code, remains in self._rules.get(kind, ()):
            if remains is dropped:
                counts[code] += len(listed)
            elif isinstance(remains, _Without):
                counts[code] += sum(map(remains.changes, listed))
            else:
                left = [remains(record, document) for record in listed]
                # Comparing a record with itself would compare field by field.
                counts[code] += sum(
                    one is not record and one != record
                    for one, record in zip(left, listed, strict=True)
                )


_OF_DOCUMENTS = {Document, Claim, Mention, Rejection}


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
    left: Record | None = record
    # Conflicts of a project are of a kind of their own, which reads them late.
    kind = Conflict if isinstance(record, Conflict) else type(record)
    for loss in losses:
        remains = loss.remains.get(kind)
        if remains is not None and left is not None:
            left = remains(left, document)
    return left
