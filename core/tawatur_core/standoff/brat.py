"""The grammar of brat's stand-off files, and the names our layers have there.

https://brat.nlplab.org/standoff.html. Offsets count code points; a text-bound annotation may have
several fragments and never holds a line break, so spans are cut there.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from tawatur_core.kinds import ClaimKind, EntityKind, SlotName
from tawatur_core.standoff.units import CLAIM, MENTION, RESIDUE, SLOT

OUR_NOTE = "Tawatur"  # the kind of notes that carry the rest of a record, before its layer
NOTE = "AnnotatorNotes"  # brat's own kind, shown to and written by people
UNLINKED, OUTSIDE = "Unlinked", "Not_article"
HAS = "has_"  # before the name of a slot: the relation from a claim to it
NOWHERE = "T0"  # what notes on the whole document stand at
# Features that brat shows as attributes, and the values they can have.
ATTRIBUTES = {
    "Origin": "origin",
    "Role": "role",
    "Hedge": "hedge",
    "Precision": "precision",
}
# Line ends of any reader: brat reads its files with a decoder that knows all of these.
BREAKS = re.compile("[\n\r\x0b\x0c\x1c-\x1e\x85\u2028\u2029]")

Place = tuple[int, int]


def label(layer: str, features: dict[str, str]) -> str:
    """Return the type under which a unit is shown."""
    match layer:
        case "Mention":
            return features["kind"].capitalize() if "kind" in features else UNLINKED
        case "Claim":
            return features["kind"].capitalize()
        case "Slot":
            return features["name"].capitalize()
        case _:
            return OUTSIDE


LAYER_OF: dict[str, tuple[str, str]] = {
    UNLINKED: (MENTION, ""),
    OUTSIDE: (RESIDUE, ""),
    **{kind.capitalize(): (MENTION, kind.value) for kind in EntityKind},
    **{kind.capitalize(): (CLAIM, kind.value) for kind in ClaimKind},
    **{name.capitalize(): (SLOT, name.value) for name in SlotName},
}


def fragments(text: str, spans: list[Place]) -> list[Place]:
    """Return the spans cut at line breaks, without empty parts."""
    found: list[Place] = []
    for start, end in spans:
        at = start
        for broken in BREAKS.finditer(text, start, end):
            found.append((at, broken.start()))
            at = broken.end()
        found.append((at, end))
    return [(start, end) for start, end in found if start < end]


@dataclass(frozen=True, slots=True)
class Line:
    """One annotation line. `args` are role and id pairs, or what the kind of line has.

    T: places, text. R, *: args. E: args, the trigger first. A, M: target and value. N: target,
    reference and text. #: target and text.
    """

    id: str
    type: str
    args: tuple[tuple[str, str], ...] = ()
    places: tuple[Place, ...] = ()
    text: str = ""


_PAIR = re.compile(r"(\S+?):(\S+)")
_NUMBER = re.compile(r"\d{1,12}\Z", re.ASCII)


def parse(ann: str) -> Iterator[tuple[int, Line | None]]:
    """Yield the number of each line and what it says; None where it breaks the grammar."""
    for number, raw in enumerate(ann.split("\n"), 1):
        row = raw.removesuffix("\r")
        if row.strip():
            yield number, _line(row)


def _line(row: str) -> Line | None:
    fields = row.split("\t", 2)
    if len(fields) < 2 or not fields[0] or not fields[1].split():
        return None
    key, said, text = fields[0], fields[1], fields[2] if len(fields) > 2 else ""
    kind, *rest = said.split()
    match key[0]:
        case "T":
            places = _places(said[len(kind) :])
            return Line(key, kind, (), places, text) if places and len(fields) > 2 else None
        case "R" | "E":
            whole = said if key[0] == "E" else " ".join(rest)
            pairs = [_PAIR.fullmatch(part) for part in whole.split()]
            if not pairs or None in pairs or (key[0] == "R" and len(pairs) != 2):
                return None
            args = tuple((one[1], one[2]) for one in pairs if one)
            return Line(key, args[0][0] if key[0] == "E" else kind, args)
        case "A" | "M":
            value = rest[1] if len(rest) > 1 else ""
            return Line(key, kind, (("", rest[0]),), (), value) if rest else None
        case "N":
            if len(rest) != 2 or ":" not in rest[1]:
                return None
            return Line(key, kind, (("", rest[0]), ("", rest[1])), (), text)
        case "#":
            return Line(key, kind, (("", rest[0]),), (), text) if len(rest) == 1 else None
        case "*":
            return Line(key, kind, tuple(("", one) for one in rest)) if len(rest) > 1 else None
        case _:
            return None


def _places(said: str) -> tuple[Place, ...]:
    """Return the fragments of ``0 5;16 23``; () where they are none."""
    found: list[Place] = []
    for part in said.strip().split(";"):
        ends = part.split()
        if len(ends) != 2 or not all(map(_NUMBER.match, ends)):
            return ()
        found.append((int(ends[0]), int(ends[1])))
    return tuple(found)
