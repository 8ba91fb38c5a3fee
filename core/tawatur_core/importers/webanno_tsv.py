"""WebAnno TSV 3: our own export, or files of WebAnno and INCEpTION with any layers."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

from tawatur_core.errors import BadFormat
from tawatur_core.importers.files import Part, beginning, parts
from tawatur_core.importers.foreign import ForeignText, outside
from tawatur_core.monitor import Monitor
from tawatur_core.plugins import Finding, Incoming, Link, Mark, Marked
from tawatur_core.standoff import cas_types
from tawatur_core.standoff.give import Gathering
from tawatur_core.standoff.offsets import Utf16
from tawatur_core.standoff.tsv import RELATION, Found, Parsed, parse
from tawatur_core.standoff.units import DOCUMENT, EXACT, LAYERS, LEADING, LINKS, SPANS, Unit


class WebAnnoTsvImporter:
    """Files, folders or zip files of ``.tsv``."""

    name = "webanno-tsv"

    def recognises(self, path: Path) -> bool:
        """Whether the first ``.tsv`` file begins as WebAnno's do."""
        return beginning(path, ".tsv").removeprefix(b"\xef\xbb\xbf").startswith(b"#FORMAT=WebAnno")

    def read(self, path: Path, monitor: Monitor) -> Incoming:
        """Read and check every file.

        Raises CannotRead, BadFormat, TooLarge, Unsafe, HasNul, Cancelled.
        """
        gathering = Gathering(path)
        marked: list[Marked] = []
        findings: list[Finding] = []
        for done, part in enumerate(parts(path, ".tsv")):
            monitor.step(done, 0)
            parsed = _parsed(path, part)
            if any(_layer(one) == DOCUMENT and "version" in one.features
                   for one in parsed.annotations):  # fmt: skip
                try:
                    text, units = _units(parsed, part.name, findings)
                except (KeyError, TypeError, ValueError) as failure:
                    raise BadFormat(path, f"{part.name}: {failure}") from failure
                gathering.add(part.name, text, units)
            elif parsed.text.strip():
                marked.append(_marked(path, part, parsed, findings))
            else:
                findings.append(Finding("finding-no-text", part.name))
        found = (*findings, *gathering.findings)
        return Incoming(self.name, gathering.finished(), (*marked, *gathering.marked), found)


def _parsed(path: Path, part: Part) -> Parsed:
    try:
        parsed = parse(part.data.decode("utf-8"))
        parsed.text.encode()
    except ValueError as failure:  # not UTF-8, or against the grammar
        raise BadFormat(path, f"{part.name}: {failure}") from failure
    return parsed


def _layer(found: Found) -> str:
    """Return the layer of ours an annotation is of, '' for another tool's."""
    layer = found.layer.type.removeprefix(cas_types.PREFIX)
    return layer if found.layer.type.startswith(cas_types.PREFIX) and layer in LAYERS else ""


def _units(parsed: Parsed, where: str, findings: list[Finding]) -> tuple[str, list[Unit]]:
    """Return the text as it was, with the white space before the first word, and the units."""
    left: Counter[str] = Counter()
    made: dict[int, Unit] = {}
    text = parsed.text
    wide = Utf16(text)
    for one in parsed.annotations:
        layer = _layer(one)
        if not layer:
            left[one.layer.type] += 1
            continue
        text = _led(text, one.features.pop(LEADING, ""))
        start, end = one.start, one.end
        if parsed.utf16:
            start, end = wide.code_points(start), wide.code_points(end)
        place = (start, end) if layer in SPANS else (0, 0)
        made[id(one)] = Unit(layer, *place, one.features)
    for one in parsed.annotations:
        for feature, _, target in one.links if id(one) in made else ():
            if feature in LINKS:
                getattr(made[id(one)], feature).append(made[id(target)])
    for unit in made.values():
        _exact(unit, text)
    for layer, count in sorted(left.items()):
        args: dict[str, str | int] = {"layer": layer, "count": count}
        findings.append(Finding("finding-layer-left-out", where, args))
    return text, list(made.values())


def _led(text: str, leading: str) -> str:
    """Put the white space before the first word back; the format has only spaces there."""
    if not text.startswith(" " * len(leading)) or leading.strip():
        raise ValueError(f"{LEADING}: {leading!r}")
    return leading + text[len(leading) :]


def _exact(unit: Unit, text: str) -> None:
    """Widen a unit to the white space it began or ended in."""
    told = unit.features.pop(EXACT, "")
    if not told:
        return
    start, end = map(int, told.split())
    if not 0 <= start <= end <= len(text) or text[start:end].strip() != text[unit.start : unit.end]:
        raise ValueError(f"{EXACT}: {told}")
    unit.start, unit.end = start, end


def _marked(path: Path, part: Part, parsed: Parsed, findings: list[Finding]) -> Marked:
    text = ForeignText(parsed.text, path)
    keys: dict[int, str] = {}
    marks: list[Mark] = []
    for one in parsed.annotations:
        if one.layer.sort == RELATION:
            continue
        span = text.span(one.start, one.end, utf16=parsed.utf16)
        if span is None:
            findings.append(outside(part.name, one.start, one.end))
            continue
        keys[id(one)] = str(len(keys) + 1)
        label = cas_types.label_of(one.features)
        marks.append(Mark(keys[id(one)], one.layer.type, label, (span,), "", one.features))
    links: list[Link] = []
    for one in parsed.annotations:
        if one.layer.sort == RELATION:
            label = cas_types.label_of(one.features) or one.layer.type.rpartition(".")[2]
            ends = {name: target for name, _, target in one.links}
            told = [(label, ends.get("source"), ends.get("target"))]
        else:
            told = [(role or feature, one, target) for feature, role, target in one.links]
        for label, source, target in told:
            if id(source) in keys and id(target) in keys:
                links.append(Link(label, keys[id(source)], keys[id(target)]))
            else:
                findings.append(Finding("finding-loose-end", part.name, {"label": label}))
    name = path.with_name(part.name.rpartition("/")[2])
    return Marked(text.draft(name, part.data), tuple(marks), tuple(links))
