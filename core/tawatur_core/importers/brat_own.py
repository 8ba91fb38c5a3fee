"""Units from the ``.ann`` files that we wrote: what brat shows counts, notes hold the rest."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Iterable

from tawatur_core.standoff.brat import (
    ATTRIBUTES,
    HAS,
    LAYER_OF,
    NOTE,
    NOWHERE,
    OUR_NOTE,
    Line,
    fragments,
)
from tawatur_core.standoff.units import CLAIM, LAYERS, PART, SLOT, SPANS, Unit

Place = tuple[int, int]


def units_of(text: str, lines: Iterable[Line]) -> list[Unit]:
    """Return the units of a document.

    Raises KeyError, TypeError or ValueError where a line does not fit the others or the text.
    """
    return _Reading(text).read(list(lines))


class _Reading:
    def __init__(self, text: str) -> None:
        self._text = text
        self._units: dict[str, Unit] = {}  # by their ids in the file
        self._loose: list[Unit] = []  # of the whole document
        self._slots: dict[str, dict[int, Unit]] = defaultdict(dict)  # without words, by claim

    def read(self, lines: list[Line]) -> list[Unit]:
        for line in lines:
            if line.id[0] == "T":
                self._bound(line)
        for line in lines:
            if line.id[0] in "AM#":
                self._said(line)
        for line in lines:
            if line.id[0] == "R" and line.type.startswith(HAS):
                self._link(line)
        for target, slots in self._slots.items():
            for n, slot in sorted(slots.items()):
                self._units[target].slots.insert(n, slot)
        units: list[Unit] = []
        for unit in (*self._units.values(), *self._loose):
            units += (unit, *unit.parts)
        return units + [slot for held in self._slots.values() for slot in held.values()]

    def _link(self, line: Line) -> None:
        claim, slot = (self._units[target] for _, target in line.args)
        if claim.layer != CLAIM or slot.layer != SLOT:
            raise ValueError(f"{line.id}: {line.type}")
        claim.slots.append(slot)

    def _bound(self, line: Line) -> None:
        if line.id in self._units:
            raise ValueError(f"the id stands twice: {line.id}")
        if line.type not in LAYER_OF:
            raise ValueError(f"{line.id}: {line.type}")
        if " ".join(self._text[start:end] for start, end in line.places) != line.text:
            raise ValueError(f"{line.id} is not «{line.text}»")
        layer, kind = LAYER_OF[line.type]
        features = {"name" if layer == SLOT else "kind": kind} if kind else {}
        self._units[line.id] = _unit(layer, list(line.places), features)

    def _said(self, line: Line) -> None:
        target = line.args[0][1]
        if line.type in ATTRIBUTES and line.id[0] in "AM":
            self._units[target].features[ATTRIBUTES[line.type]] = line.text
        elif line.type == NOTE and self._units[target].layer == CLAIM:
            self._units[target].features.setdefault("note", line.text)
        elif line.id[0] == "#" and line.type.startswith(OUR_NOTE):
            layer = line.type.removeprefix(OUR_NOTE)
            told = json.loads(line.text)
            if layer not in LAYERS or not isinstance(told, dict) or not _texts(told):
                raise ValueError(line.id)
            self._rest(layer, target, told)

    def _rest(self, layer: str, target: str, told: dict[str, str]) -> None:
        if layer == SLOT and "n" in told:
            n = int(told.pop("n"))
            start = self._units[target].start
            if n in self._slots[target]:
                raise ValueError(f"{target}: {n}")
            self._slots[target][n] = Unit(SLOT, start, start, told)
            return
        spans = _places(told.pop("spans", ""))
        if target == NOWHERE:
            unit = _unit(layer, spans or [(0, 0)], told)
            if layer in SPANS and not spans:
                raise ValueError(f"{layer} without a place")
            self._loose.append(unit)
            return
        unit = self._units[target]
        if unit.layer != layer:
            raise ValueError(f"{target} is no {layer}")
        unit.features.update({name: told[name] for name in told if name not in unit.features
                              or name == "note"})  # fmt: skip
        shown = [(one.start, one.end) for one in (unit, *unit.parts)]
        if spans and fragments(self._text, spans) == shown:  # it was not moved in brat
            unit.start, unit.end = spans[0]
            unit.parts[:] = [Unit(PART, start, end) for start, end in spans[1:]]


def _unit(layer: str, spans: list[Place], features: dict[str, str]) -> Unit:
    (start, end), *rest = spans
    if rest and layer != CLAIM:  # a line break within: one stretch from first to last
        return Unit(layer, start, rest[-1][1], features)
    return Unit(layer, start, end, features, [Unit(PART, *place) for place in rest])


def _places(told: str) -> list[Place]:
    pairs = [part.split() for part in told.split(";") if part]
    return [(int(start), int(end)) for start, end in pairs]


def _texts(told: dict[object, object]) -> bool:
    return all(isinstance(value, str) for value in told.values())
