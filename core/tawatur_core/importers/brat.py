"""brat stand-off: our own export, or texts with ``.ann`` files of any configuration."""

from __future__ import annotations

from collections import defaultdict
from pathlib import Path

from tawatur_core.errors import BadFormat, CannotRead
from tawatur_core.importers.brat_own import units_of
from tawatur_core.importers.files import Part, is_zip, names, parts
from tawatur_core.importers.foreign import ForeignText, outside
from tawatur_core.importers.limits import read_bytes
from tawatur_core.model import Span
from tawatur_core.monitor import Monitor
from tawatur_core.plugins import Finding, Incoming, Link, Mark, Marked
from tawatur_core.standoff.brat import NOTE, OUR_NOTE, Line, parse
from tawatur_core.standoff.give import Gathering

_OURS = f"\t{OUR_NOTE}Document "
_ALIKE = "Equiv"  # brat's own name for 'these are one'


class BratImporter:
    """Folders or zip files of ``.txt`` and ``.ann``, or one such pair."""

    name = "brat"

    def recognises(self, path: Path) -> bool:
        """Whether an ``.ann`` file lies there, with its text beside it."""
        if path.suffix.lower() == ".ann":
            return path.with_suffix(".txt").is_file()
        try:
            found = set(names(path)) if path.is_dir() or is_zip(path) else set()
        except Exception:  # noqa: BLE001  # told when it is read
            return False
        return any(_text_of(name) in found for name in found if name.endswith(".ann"))

    def read(self, path: Path, monitor: Monitor) -> Incoming:
        """Read and check every pair.

        Raises CannotRead, BadFormat, TooLarge, Unsafe, HasNul, Cancelled.
        """
        gathering = Gathering(path)
        marked: list[Marked] = []
        findings: list[Finding] = []
        for done, (text, ann) in enumerate(_pairs(path, findings)):
            monitor.step(done, 0)
            said, written = _decoded(path, text), _decoded(path, ann)
            lines = _lines(ann.name, written, findings)
            if _OURS in written:
                try:
                    units = units_of(said, lines)
                except (KeyError, TypeError, ValueError) as failure:
                    raise BadFormat(path, f"{ann.name}: {failure}") from failure
                gathering.add(ann.name, said, units)
            elif said.strip():
                marked.append(_Document(path, text, said, ann.name).read(lines, findings))
            else:
                findings.append(Finding("finding-no-text", text.name))
        return Incoming(
            self.name,
            gathering.finished(),
            (*marked, *gathering.marked),
            (*findings, *gathering.findings),
        )


def _pairs(path: Path, findings: list[Finding]) -> list[tuple[Part, Part]]:
    if path.is_file() and not is_zip(path):
        beside = path.with_suffix(".txt")
        if not beside.is_file():
            raise CannotRead(beside)
        return [(Part(beside.name, read_bytes(beside)), Part(path.name, read_bytes(path)))]
    listed = {part.name: part for part in parts(path, ".txt", ".ann")}
    if not any(name.endswith(".ann") for name in listed):
        raise BadFormat(path, ".ann")
    found: list[tuple[Part, Part]] = []
    for name, part in listed.items():
        if name.endswith(".ann"):
            if _text_of(name) not in listed:
                findings.append(Finding("finding-no-text", name))
            continue
        ann = f"{name[: -len('.txt')]}.ann"  # a text nobody marked has none
        found.append((part, listed.get(ann, Part(ann, b""))))
    return found


def _text_of(name: str) -> str:
    return name.removesuffix(".ann") + ".txt"


def _decoded(path: Path, part: Part) -> str:
    try:
        return part.data.decode("utf-8")
    except UnicodeDecodeError as failure:
        raise BadFormat(path, f"{part.name}: {failure}") from failure


def _lines(name: str, ann: str, findings: list[Finding]) -> list[Line]:
    """Return the lines that keep to the grammar, and list the others. Raises nothing."""
    found: list[Line] = []
    for number, line in parse(ann):
        if line is None:
            findings.append(Finding("finding-line", f"{name}: {number}"))
        else:
            found.append(line)
    return found


class _Document:
    """A text of another configuration as it is marked."""

    def __init__(self, path: Path, part: Part, text: str, where: str) -> None:
        self._path, self._part, self._where = path, part, where
        self._text = ForeignText(text, path)
        self._marks: dict[str, Mark] = {}
        self._links: list[Link] = []
        self._triggers: dict[str, str] = {}  # by event

    def read(self, lines: list[Line], findings: list[Finding]) -> Marked:
        events = [line for line in lines if line.id[0] == "E"]
        self._triggers = {line.id: line.args[0][1] for line in events}
        features = self._features(lines, findings)
        for line in lines:
            if line.id[0] == "T":
                self._mark(line, features[line.id], findings)
        for line in lines:
            if line.id[0] == "R":
                self._link(line.type, line.args[0][1], line.args[1][1], findings)
            elif line.id[0] == "*":
                first, *others = (target for _, target in line.args)
                for other in others:
                    self._link(line.type or _ALIKE, first, other, findings)
        for line in events:
            for role, target in line.args[1:]:
                self._link(role, line.id, target, findings)
        name = self._path.with_name(self._part.name.rpartition("/")[2])
        draft = self._text.draft(name, self._part.data)
        return Marked(draft, tuple(self._marks.values()), tuple(self._links))

    def _features(self, lines: list[Line], findings: list[Finding]) -> dict[str, dict[str, str]]:
        """Return attributes, notes and normalisations by the text-bound annotation they are of."""
        known = {line.id for line in lines}
        features: dict[str, dict[str, str]] = defaultdict(dict)
        for line in lines:
            if line.id[0] not in "AMN#":
                continue
            target = line.args[0][1]
            told = features[self._triggers.get(target, target)]
            if target not in known:
                findings.append(Finding("finding-loose-end", self._where, {"label": line.type}))
            elif line.id[0] in "AM":
                told[line.type] = line.text or "true"
            elif line.id[0] == "N":
                told[line.type] = " ".join(filter(None, (told.get(line.type), line.args[1][1])))
            else:
                name = "note" if line.type == NOTE else line.type
                told[name] = "\n".join(filter(None, (told.get(name), line.text)))
        return features

    def _mark(self, line: Line, features: dict[str, str], findings: list[Finding]) -> None:
        if line.id in self._marks:
            raise BadFormat(self._path, f"{self._where}: the id stands twice: {line.id}")
        spans: list[Span] = []
        for start, end in line.places:
            span = self._text.span(start, end)
            if span is None and not line.text.strip():
                findings.append(outside(f"{self._where}: {line.id}", start, end))
                return
            if span is not None:
                spans.append(span)
        placed = tuple(spans) if len(spans) == len(line.places) else ()  # found by its words then
        layer = "event" if line.id in self._triggers.values() else "entity"
        self._marks[line.id] = Mark(line.id, layer, line.type, placed, line.text, features)

    def _link(self, label: str, source: str, target: str, findings: list[Finding]) -> None:
        source = self._triggers.get(source, source)
        target = self._triggers.get(target, target)
        if source in self._marks and target in self._marks:
            self._links.append(Link(label, source, target))
        else:
            findings.append(Finding("finding-loose-end", self._where, {"label": label}))
