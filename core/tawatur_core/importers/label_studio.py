"""Label Studio: tasks with annotations, as it exports them (JSON, JSON-MIN), and as we write them.

Format: https://labelstud.io/guide/export. Offsets count code points in plain text; before version
1.4 they counted UTF-16 units, which is seen by the words each region says it holds.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

from tawatur_core.errors import BadFormat
from tawatur_core.importers.foreign import ForeignText, Json, moment, outside
from tawatur_core.importers.label_studio_own import is_own, own_records
from tawatur_core.importers.limits import parse_json, read_bytes
from tawatur_core.importers.rebuild import WRONG, rebuild_articles
from tawatur_core.model import Span
from tawatur_core.monitor import Monitor
from tawatur_core.plugins import Finding, Incoming, Link, Mark, Marked, Restored

_HEAD = 4096  # bytes looked at to tell the format
_TITLES = ("title", "headline", "name")


class LabelStudioImporter:
    """Tasks whose data hold a text; ours come back whole, others as marks."""

    name = "label-studio"

    def recognises(self, path: Path) -> bool:
        """Whether a JSON file begins as a list of tasks."""
        if path.suffix.lower() != ".json" or not path.is_file():
            return False
        with path.open("rb") as file:
            head = file.read(_HEAD).removeprefix(b"\xef\xbb\xbf").lstrip()
        tasks = b'"data"' in head or b'"annotations"' in head or b'"annotation_id"' in head
        return head[:1] in (b"[", b"{") and tasks and b'"@context"' not in head

    def read(self, path: Path, monitor: Monitor) -> Incoming:
        """Read and check every task.

        Raises CannotRead, BadFormat, TooLarge, HasNul, Cancelled.
        """
        data = read_bytes(path)
        tasks = parse_json(data, path)
        if isinstance(tasks, dict):
            tasks = [tasks]
        if not isinstance(tasks, list) or not all(isinstance(task, dict) for task in tasks):
            raise BadFormat(path, "[{…}]")
        if tasks and not any("data" in task or _minimal(task) for task in tasks):
            raise BadFormat(path, "data")
        reading = _Reading(path, data)
        for number, task in enumerate(tasks, 1):
            monitor.step(number - 1, len(tasks))
            try:
                reading.take(number, task)
            except WRONG as failure:
                raise BadFormat(path, f"{number}: {failure}") from failure
        own = own_records(reading.own)
        restored = rebuild_articles(path, own, monitor) if reading.own else Restored()
        return Incoming(self.name, restored, tuple(reading.marked), tuple(reading.findings))


class _Reading:
    """The tasks read so far."""

    def __init__(self, path: Path, data: bytes) -> None:
        self._path, self._data = path, data
        self.own: list[tuple[str, Json]] = []
        self.marked: list[Marked] = []
        self.findings: list[Finding] = []

    def take(self, number: int, task: Json) -> None:
        """Read one task. Raises what wrong data raises."""
        where = str(task.get("id", number))
        if is_own(task):
            self.own.append((where, task))
            added = [(author, r) for author, r in _regions(task) if not _ours(r)]
            if not any("value" in region for _, region in added):
                return
            regions = added
        else:
            regions = list(_regions(task))
        data = _data(task)
        raw = _text(data, [region for _, region in regions])
        if not raw.strip():
            self.findings.append(Finding("finding-no-text", where))
            return
        text = ForeignText(raw, self._path)
        marks, links = self._marks(where, text, regions)
        title = next((data[key] for key in _TITLES if isinstance(data.get(key), str)), "")
        draft = text.draft(self._path, self._data, title=title)
        self.marked.append(Marked(draft, tuple(marks), tuple(links)))

    def _marks(
        self, where: str, text: ForeignText, regions: list[tuple[str, Json]]
    ) -> tuple[list[Mark], list[Link]]:
        """Return marks and links; fields of a region (choices, texts) become its features."""
        utf16 = text.utf16(_quoted(regions))
        found: dict[str, _Region] = {}
        relations: list[Json] = []
        for number, (author, region) in enumerate(regions):
            if region.get("type") == "relation":
                relations.append(region)
            elif not isinstance(region.get("value"), dict):
                raise ValueError(f"{number}: value")
            elif "start" in region["value"] and "end" in region["value"]:
                name = str(region.get("id", f"{where}.{number}"))
                found.setdefault(name, _Region(name, author)).add(region)
            else:
                kind = str(region.get("type", ""))
                self.findings.append(Finding("finding-not-of-text", where, {"kind": kind}))
        marks: list[Mark] = []
        for one in found.values():
            span = text.span(one.start, one.end, utf16=utf16)
            if span is None and not one.quote.strip():
                self.findings.append(outside(f"{where}: {one.name}", one.start, one.end))
            else:  # without a span it is looked for by its words
                marks.append(one.mark(span))
        return marks, list(self._links(where, relations, {mark.id for mark in marks}))

    def _links(self, where: str, relations: list[Json], known: set[str]) -> Iterator[Link]:
        for relation in relations:
            source, target = str(relation["from_id"]), str(relation["to_id"])
            if relation.get("direction") == "left":
                source, target = target, source
            label = ", ".join(map(str, relation.get("labels") or ()))
            if source in known and target in known:
                yield Link(label, source, target)
            else:
                self.findings.append(Finding("finding-loose-end", where, {"label": label}))


class _Region:
    """One region of a text: the results that share its id."""

    def __init__(self, name: str, author: str) -> None:
        self.name, self.author = name, author
        self.start: Any = None
        self.end: Any = None
        self._layer, self._label, self.quote = "", "", ""
        self._features: dict[str, str] = {}
        self._made: Any = None

    def add(self, region: Json) -> None:
        """Add one result: what labels it, or a field of it."""
        value, kind = region["value"], str(region.get("type", ""))
        self.start, self.end = value["start"], value["end"]
        self._made = self._made or region.get("created_at")
        control = str(region.get("from_name", ""))
        if kind in ("labels", "hypertextlabels"):
            self._layer, self.quote = control, str(value.get("text") or "")
            label, *more = value.get(kind) or [""]
            self._label = str(label)
            if more:
                self._features["labels"] = _joined(more)
        else:
            self._features[control] = _joined(value.get("text" if kind == "textarea" else kind))
        notes = (region.get("meta") or {}).get("text")
        if notes:
            self._features["meta"] = _joined(notes)

    def mark(self, span: Span | None) -> Mark:
        """Return the region as a mark."""
        return Mark(
            self.name,
            self._layer,
            self._label,
            (span,) if span else (),
            self.quote,
            self._features,
            self.author,
            moment(self._made),
        )


def _joined(content: Any) -> str:
    """Return the values of a field as one text."""
    if isinstance(content, list):
        return ", ".join(map(str, content))
    return "" if content is None else str(content)


def _ours(region: Json) -> bool:
    """Whether our own records tell of a result: its region says so, or it is a field of one."""
    meta = region.get("meta")
    own = isinstance(meta, dict) and "tawatur" in meta
    return own or region.get("type") != "labels" or region.get("from_name") == "residue"


def _minimal(task: Json) -> bool:
    """Whether a task is of the flat form (JSON-MIN): fields of the data beside those of regions."""
    return "annotation_id" in task or "annotator" in task


def _data(task: Json) -> Json:
    data = task.get("data")
    return data if isinstance(data, dict) else task if _minimal(task) else {}


def _regions(task: Json) -> Iterator[tuple[str, Json]]:
    """Yield each result with who made it; predictions where nobody annotated."""
    if _minimal(task) and "data" not in task:
        yield from _flat(task)
        return
    made = task.get("annotations", task.get("completions")) or []
    for annotation in [one for one in made if not one.get("was_cancelled")] or (
        task.get("predictions") or []
    ):
        author = _author(annotation)
        for region in annotation.get("result") or []:
            if not isinstance(region, dict):
                raise TypeError("result")
            yield author, region


def _flat(task: Json) -> Iterator[tuple[str, Json]]:
    author = str(task.get("annotator", ""))
    for control, listed in task.items():
        for value in listed if isinstance(listed, list) else []:
            if isinstance(value, dict) and "start" in value and "end" in value:
                kind = "hypertextlabels" if "hypertextlabels" in value else "labels"
                yield author, {"from_name": control, "type": kind, "value": value}


def _author(annotation: Json) -> str:
    """Return who made an annotation: an address or number of a user, or the version of a model."""
    by = annotation.get("completed_by", annotation.get("model_version", ""))
    if isinstance(by, dict):
        by = by.get("email") or by.get("username") or by.get("id", "")
    return "" if by is None else str(by)


def _quoted(regions: Iterable[tuple[str, Json]]) -> Iterator[tuple[Any, Any, str]]:
    for _, region in regions:
        value = region.get("value")
        if isinstance(value, dict) and isinstance(value.get("text"), str):
            yield value.get("start"), value.get("end"), value["text"]


def _text(data: Json, regions: list[Json]) -> str:
    """Return the text the regions are on.

    The configuration that names its field is another file; it is the field that holds the regions'
    words, else the one called text, else the longest.
    """
    fields = {
        key: value
        for key, value in data.items()
        if isinstance(value, str) and (key == "text" or len(value.split()) > 1)  # no address
    }
    quotes = [quote for _, _, quote in _quoted(("", region) for region in regions)]

    def rank(key: str) -> tuple[int, bool, int]:
        held = sum(quote in fields[key] for quote in quotes[:50])
        return held, key == "text", len(fields[key])

    return fields[max(fields, key=rank)] if fields else ""
