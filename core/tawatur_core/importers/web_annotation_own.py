"""Our own Web Annotations: the records they tell, with spans and notes as they stand now."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator
from typing import Any

from tawatur_core.importers.rebuild import GAP, Json

RECORD = "tawatur:record"
_WHOLE = frozenset(("entity", "verdict", "event_group", "conflict"))


def is_own(item: Json) -> bool:
    """Whether we wrote an annotation."""
    return isinstance(item.get(RECORD), dict)


def own_records(
    title: str, items: Iterable[Json], text_of: Callable[[str], str]
) -> Iterator[tuple[str, Json]]:
    """Yield the records of our annotations, each with its id; `text_of` reads a text by address.

    Raises what wrong data raises.
    """
    yield "", {"type": "project", "title": title}
    documents: dict[str, str] = {}  # id by address
    residue: defaultdict[str, list[Json]] = defaultdict(list)
    slots: dict[str, Json] = {}
    sorted_: dict[str, list[Json]] = {"document": [], "claim": [], "mention": [], "rejection": []}
    for item in items:
        record = item[RECORD]
        kind = record["type"]
        if kind in _WHOLE:
            yield item["id"], record
        elif kind == "document":
            documents[item["target"][0]["id"]] = record["id"]
            sorted_[kind].append(item)
        elif kind == "slot":
            slots[record["id"]] = _spans(item)[0]
        elif kind == "residue":
            residue[item["target"][0]["source"]] += _spans(item)
        else:
            sorted_[kind].append(item)
    for item in sorted_["document"]:
        address = item["target"][0]["id"]
        text = text_of(address)
        yield item["id"], {**item[RECORD], "text": text, "residue": residue[address]}
    for item in sorted_["claim"]:
        yield item["id"], _claim(item, documents, slots)
    for item in sorted_["mention"]:
        yield item["id"], _mention(item, documents)
    yield from ((item["id"], item[RECORD]) for item in sorted_["rejection"])


def _claim(item: Json, documents: dict[str, str], slots: dict[str, Json]) -> Json:
    record, spans = item[RECORD], _spans(item)
    notes = [body["value"] for body in item["body"] if body.get("purpose") == "commenting"]
    return {
        **record,
        "document": documents[item["target"][0]["source"]],
        "spans": spans,
        "quote": GAP.join(span["quote"] for span in spans),
        "note": "\n".join(notes),
        "slots": [{**slot, "span": slots.get(slot["id"])} for slot in record["slots"]],
    }


def _mention(item: Json, documents: dict[str, str]) -> Json:
    (span,) = _spans(item)
    document = documents[item["target"][0]["source"]]
    return {**item[RECORD], "document": document, "span": span, "quote": span["quote"]}


def _spans(item: Json) -> list[Json]:
    return [_span(target["selector"]) for target in item["target"]]


def _span(selectors: Any) -> Json:
    by_type = {one["type"]: one for one in selectors}
    place, words = by_type["TextPositionSelector"], by_type["TextQuoteSelector"]
    return {"start": place["start"], "end": place["end"], "quote": words["exact"]}
