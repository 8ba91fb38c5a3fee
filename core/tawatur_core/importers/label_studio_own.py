"""Our own tasks, come back from Label Studio: labels, notes and spans as they stand there now."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from typing import Any

from tawatur_core.importers.rebuild import GAP, Json


def is_own(task: Json) -> bool:
    """Whether we wrote a task: its meta holds our records."""
    meta = task.get("meta")
    return isinstance(meta, dict) and isinstance(meta.get("tawatur"), dict)


def own_records(tasks: Iterable[tuple[str, Json]]) -> Iterator[tuple[str, Json]]:
    """Yield the records of our tasks, each with where it stands.

    Raises what wrong data raises.
    """
    for where, task in tasks:
        extras = task["meta"]["tawatur"]
        yield from ((where, record) for record in extras.get("records", ()))
        if "document" in extras:
            yield from ((where, record) for record in _Task(task).records())


class _Task:
    """One task of ours, its results sorted by what they are."""

    def __init__(self, task: Json) -> None:
        self._extras = task["meta"]["tawatur"]
        self._document = self._extras["document"]
        self._text = task["data"]["text"]
        self._fields: defaultdict[str, dict[str, Any]] = defaultdict(dict)
        self._claims: list[Json] = []
        self._mentions: list[Json] = []
        self._parts: defaultdict[str, list[tuple[int, Json]]] = defaultdict(list)
        self._slots: dict[str, Json] = {}
        self._residue: list[Json] = []
        for annotation in task.get("annotations") or ():
            for region in annotation["result"]:
                self._sort(region)

    def records(self) -> Iterator[Json]:
        """Yield the document, then its claims, mentions and rejections."""
        yield {
            "type": "document",
            **self._document,
            "text": self._text,
            "residue": self._residue,
        }
        for region in self._claims:
            yield self._claim(region)
        for region in self._mentions:
            yield self._mention(region)
        yield from self._extras.get("rejected", ())

    def _sort(self, region: Json) -> None:
        if region["type"] in ("textarea", "choices"):
            kind = "text" if region["type"] == "textarea" else "choices"
            self._fields[region["id"]][region["from_name"]] = region["value"][kind]
            return
        if region["type"] != "labels":
            return
        control, own = region["from_name"], (region.get("meta") or {}).get("tawatur")
        if control == "residue":
            self._residue.append(_span(region))
        elif own is None:
            return  # made in Label Studio: a mark for the analyst to map
        elif control == "claim" and "part" in own:
            self._parts[own["of"]].append((own["part"], _span(region)))
        elif control == "claim":
            self._claims.append(region)
        elif control == "mention":
            self._mentions.append(region)
        elif control == "slot":
            self._slots[own["slot"]] = _span(region)

    def _claim(self, region: Json) -> Json:
        own = region["meta"]["tawatur"]
        name = own["id"]
        spans = [_span(region), *(span for _, span in sorted(self._parts[name], key=_number))]
        slots = [{**slot, "span": self._slots.get(slot["id"])} for slot in own["slots"]]
        return {
            "type": "claim",
            **own,
            "document": self._document["id"],
            "spans": spans,
            "quote": GAP.join(span["quote"] for span in spans),
            "kind": region["value"]["labels"][0],
            "note": "\n".join(self._fields[region["id"]].get("note", ())),
            "slots": slots,
        }

    def _mention(self, region: Json) -> Json:
        span = _span(region)
        return {
            "type": "mention",
            **region["meta"]["tawatur"],
            "document": self._document["id"],
            "span": span,
            "quote": span["quote"],
            "role": self._fields[region["id"]]["role"][0],
        }


def _span(region: Json) -> Json:
    value = region["value"]
    return {"start": value["start"], "end": value["end"], "quote": value["text"]}


def _number(part: tuple[int, Json]) -> int:
    return part[0]
