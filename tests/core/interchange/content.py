"""What a project holds, comparable with another: references by content, order where it matters.

A format that loses ids is compared without them (its loss puts the empty id in their place), so
every reference is resolved to what it refers to before the losses are applied.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable
from dataclasses import replace

from tawatur_core.exporters.losses import left_of, records
from tawatur_core.model import Claim, Document, Entity, Mention, Party, Rejection, Slot, Verdict
from tawatur_core.monitor import Silent
from tawatur_core.plugins import Corpus, Loss
from tawatur_core.records import to_json

Content = dict[str, list[str]]
COMPARED = (Document, Claim, Mention, Entity, Rejection, Verdict)  # the rest is derived


def content(corpus: Corpus, losses: Iterable[Loss] = ()) -> Content:
    """Return the records the losses leave, by kind, as sorted texts."""
    losses = list(losses)
    found: dict[str, list[str]] = defaultdict(list)
    refer = _references(corpus)
    for record, document in records(corpus, Silent()):
        if not isinstance(record, COMPARED):
            continue
        left = left_of(record, document, losses)
        if left is not None:
            told = to_json(_tidy(left))
            _resolve(told, refer)
            found[type(record).__name__].append(repr(told))
    return {kind: sorted(rows) for kind, rows in found.items()}


def _tidy(record: object) -> object:
    """Leave out what no reader can tell apart: the order of aliases and ids, ids of slots."""
    match record:
        case Entity():
            ids = sorted(record.external_ids, key=lambda one: (one.scheme, one.value))
            return replace(record, aliases=tuple(sorted(record.aliases)), external_ids=tuple(ids))
        case Claim():
            return replace(record, slots=tuple(_slot(slot) for slot in record.slots))
        case _:
            return record


def _slot(slot: Slot) -> Slot:
    return replace(slot, id="")  # type: ignore[arg-type]


def _references(corpus: Corpus) -> Callable[[str], str]:
    known: dict[str, str] = {}
    for record, document in records(corpus, Silent()):
        match record:
            case Document():
                known[record.id] = f"document {record.sha256} {record.title}"
            case Entity():
                known[record.id] = f"entity {record.name} {record.kind}"
            case Claim():
                assert document is not None
                known[record.id] = f"claim {document.sha256} {record.spans}"
            case _:
                continue
    return lambda id_: known.get(id_, id_)


def _resolve(told: dict[str, object], refer: Callable[[str], str]) -> None:
    for name in ("document", "entity", "copied_from"):
        if isinstance(told.get(name), str):
            told[name] = refer(str(told[name]))
    if isinstance(told.get("sides"), list):
        told["sides"] = [refer(side) for side in told["sides"]]  # type: ignore[attr-defined]
        told["chosen"] = refer(str(told["chosen"]))
    for slot in told.get("slots") or ():  # type: ignore[attr-defined]
        value = slot["value"]
        if isinstance(value, dict) and value.get("entity"):
            value["entity"] = refer(value["entity"])


def parties(corpus: Corpus) -> set[str]:
    """Return the entities that slots are linked to: a check that a corpus has such links."""
    return {
        slot.value.entity
        for annotated in corpus.documents()
        for claim in annotated.claims
        for slot in claim.slots
        if isinstance(slot.value, Party) and slot.value.entity
    }


def mentioned(corpus: Corpus) -> list[Mention]:
    """Return all mentions."""
    return [mention for annotated in corpus.documents() for mention in annotated.mentions]
