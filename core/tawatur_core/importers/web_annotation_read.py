"""What other tools' Web Annotations say, in one form: where they stand, what they say of it.

Model: https://www.w3.org/TR/annotation-model/; the older drafts' lists and `text` are read too.
"""

from __future__ import annotations

import re
from collections import deque
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

Json = dict[str, Any]
_CHARACTERS = re.compile(r"char=(\d{1,9}),(\d{1,9})(?:;|$)")  # RFC 5147
_LABELS = ("tagging", "classifying", "identifying", "highlighting")


@dataclass(slots=True)
class Place:
    """One target: the text's address, or the text itself, and what selects words of it.

    Offsets count the whole text; `unknown` names a selector that is not understood.
    """

    source: str
    text: str | None = None
    start: Any = None
    end: Any = None
    exact: str = ""
    prefix: str = ""
    suffix: str = ""
    unknown: str = ""

    @property
    def selects(self) -> bool:
        """Whether words are selected, rightly or wrongly."""
        return self.start is not None or bool(self.exact)


@dataclass(slots=True)
class Said:
    """What an annotation says: a label, features, and the annotations or things it points to."""

    label: str = ""
    features: dict[str, str] = field(default_factory=dict)
    points_to: list[str] = field(default_factory=list)


def annotations_in(value: Any) -> Iterator[Json]:
    """Yield the annotations of a file: one, a list, a page, a collection with its pages within."""
    waiting: deque[Any] = deque([value])
    while waiting:
        one = waiting.popleft()
        if isinstance(one, list):
            waiting.extendleft(reversed(one))
        elif isinstance(one, dict):
            kinds = listed(one.get("type", one.get("@type")))
            if "Annotation" in kinds or "oa:Annotation" in kinds or "target" in one:
                yield one
            else:
                inner = [one.get(key) for key in ("items", "first", "@graph")]
                waiting.extendleft(part for part in reversed(inner) if part is not None)


def listed(value: Any) -> list[Any]:
    """Return a value that may be one or many as many."""
    if value is None:
        return []
    return value if isinstance(value, list) else [value]


def id_of(value: Any) -> str:
    """Return the address of a thing that is written as one, or as an object; '' without one."""
    if isinstance(value, dict):
        value = value.get("id", value.get("@id"))
    return value if isinstance(value, str) else ""


def places(annotation: Json) -> Iterator[Place]:
    """Yield where an annotation stands."""
    for target in listed(annotation.get("target")):
        source = target.get("source", target) if isinstance(target, dict) else target
        address, _, fragment = id_of(source).partition("#")
        place = Place(address, _embedded(source))
        found = _CHARACTERS.search(fragment)
        if found:
            place.start, place.end = int(found.group(1)), int(found.group(2))
        if isinstance(target, dict):
            for selector in _selectors(target.get("selector")):
                _select(place, selector)
        yield place


def _embedded(source: Any) -> str | None:
    """Return the text of a source that is written where it is named."""
    if not isinstance(source, dict):
        return None
    for key in ("value", "chars", "text"):
        if isinstance(source.get(key), str):
            return str(source[key])
    return None


def _selectors(value: Any) -> Iterator[Json]:
    for selector in listed(value):
        if isinstance(selector, dict):
            inner = selector.get("members", selector.get("items"))
            if inner is not None:
                yield from (one for one in listed(inner) if isinstance(one, dict))
            else:
                yield selector


def _select(place: Place, selector: Json) -> None:
    kinds = [
        str(kind).rpartition(":")[2] for kind in listed(selector.get("type", selector.get("@type")))
    ]
    if "TextPositionSelector" in kinds:
        place.start, place.end = selector["start"], selector["end"]
    elif "TextQuoteSelector" in kinds:
        place.exact = str(selector["exact"])
        place.prefix = str(selector.get("prefix") or "")
        place.suffix = str(selector.get("suffix") or "")
    elif "FragmentSelector" in kinds and (
        found := _CHARACTERS.search(str(selector.get("value", "")))
    ):
        place.start, place.end = int(found.group(1)), int(found.group(2))
    else:
        place.unknown = ", ".join(kinds)
        refined = list(_selectors(selector.get("refinedBy")))
        for inner in refined:  # only words hold good for the whole text, offsets do not
            if inner.get("type") == "TextQuoteSelector":
                _select(place, inner)


def said(annotation: Json) -> Said:
    """Return what the bodies of an annotation say."""
    told = Said()
    notes: list[str] = []
    if isinstance(annotation.get("bodyValue"), str):
        notes.append(annotation["bodyValue"])
    for body in listed(annotation.get("body")):
        _say(told, notes, body)
    for target in listed(annotation.get("target")):
        name = id_of(target)
        if name:
            told.points_to.append(name)
    if notes:
        told.features["note"] = "\n".join(notes)
    motivation = ", ".join(str(one) for one in listed(annotation.get("motivation")))
    if not told.label:
        told.label = motivation
    return told


def _say(told: Said, notes: list[str], body: Any) -> None:
    if isinstance(body, str):
        notes.append(body)
        return
    if not isinstance(body, dict):
        return
    for inner in listed(body.get("members", body.get("items"))):
        _say(told, notes, inner)
    purpose = str(body.get("purpose", body.get("role", "")))
    text = body.get("value", body.get("text"))
    if isinstance(text, str):
        if purpose in _LABELS and not told.label:
            told.label = text
        elif purpose in _LABELS:
            told.features[purpose] = text
        else:
            notes.append(text)
    source = body.get("source", body if text is None else None)
    name = id_of(source)
    if name:
        told.features["id" if purpose == "identifying" else purpose or "body"] = name
        if isinstance(source, dict) and isinstance(source.get("label"), str):
            told.features["name"] = source["label"]
        told.points_to.append(name)
