"""One view of a CAS (a text with its feature structures) as our units, or as marks and links."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from tawatur_core.errors import BadFormat
from tawatur_core.importers.files import Part
from tawatur_core.importers.foreign import ForeignText, outside
from tawatur_core.plugins import Finding, Link, Mark, Marked
from tawatur_core.standoff import cas_types
from tawatur_core.standoff.offsets import Utf16
from tawatur_core.standoff.units import DOCUMENT, LAYERS, LINKS, SPANS, Unit

Offsets = dict[int, tuple[int, int]]  # by id: begin and end as the file has them

_TEXT_ITSELF = {"uima.tcas.DocumentAnnotation", cas_types.METADATA}
_SEGMENTS = {cas_types.TOKEN, cas_types.SENTENCE}
_ENDS = (("Governor", "Dependent"), ("source", "target"))  # of a relation
_PLACE = {"sofa", "begin", "end"}


class View:
    """A text and what is said of it. `findings` grow while it is read."""

    def __init__(self, path: Path, part: Part, view: Any, offsets: Offsets) -> None:
        self._path, self._part, self._offsets = path, part, offsets
        raw: str = view.sofa.sofaString
        self._foreign = ForeignText(raw, path)
        self._wide = Utf16(raw)
        self.text = self._foreign.text
        self._all: list[Any] = view.get_all_fs()
        self.findings: list[Finding] = []
        self._marks: dict[int, Mark] = {}
        self._placeless: set[int] = set()
        self._links: list[Link] = []

    @property
    def ours(self) -> bool:
        """Whether we wrote it: it says what it is and in which version."""
        name = cas_types.type_name(DOCUMENT)
        return any(fs.type.name == name and _get(fs, "version") for fs in self._all)

    def units(self) -> list[Unit]:
        """Return what is of our layers; the rest is listed by layer and number.

        Raises BadFormat for an offset that cannot be.
        """
        made: dict[int, Unit] = {}
        left: Counter[str] = Counter()
        for fs in self._all:
            layer = fs.type.name.removeprefix(cas_types.PREFIX)
            if layer in LAYERS and fs.type.name.startswith(cas_types.PREFIX):
                made[fs.xmiID] = self._unit(fs, layer)
            elif fs.type.name not in _TEXT_ITSELF | _SEGMENTS:
                left[fs.type.name] += 1
        for fs in self._all:
            if fs.xmiID in made:
                unit = made[fs.xmiID]
                for feature, held in ((LINK_PARTS, unit.parts), (LINK_SLOTS, unit.slots)):
                    for link in _elements(_get(fs, feature)):
                        target = _get(link, "target")
                        if target is None or target.xmiID not in made:
                            raise BadFormat(self._path, f"{self._part.name}: {fs.xmiID} → ?")
                        held.append(made[target.xmiID])
        self._list(left)
        return list(made.values())

    def marked(self) -> Marked:
        """Return the view as a document of another tool, to be mapped."""
        title = url = ""
        for fs in self._all:
            if fs.type.name in _TEXT_ITSELF:
                title = _text(fs, "documentTitle") or _text(fs, "documentId") or title
                url = _text(fs, "documentUri") or url
        annotations = self._annotations()
        relations = [fs for fs in annotations if _relation(fs)]
        spans = [fs for fs in annotations if not _relation(fs)]
        for fs in spans:
            self._mark(fs)
        for fs in relations:
            source, target = _relation(fs) or (None, None)
            self._link(cas_types.label_of(_features(fs)) or _short(fs), source, target)
        for fs in spans:
            self._references(fs)
        name = self._path.with_name(self._part.name.rpartition("/")[2])
        link = url if "://" in url else ""
        made = self._foreign.draft(name, self._part.data, title=title, url=link)
        return Marked(made, tuple(self._marks.values()), tuple(self._links))

    def _annotations(self) -> list[Any]:
        """Return the annotations but tokens and sentences; list what has no place in the text."""
        left: Counter[str] = Counter()
        found = []
        for fs in self._all:
            name = fs.type.name
            if name in _TEXT_ITSELF or name in _SEGMENTS:
                continue
            if fs.xmiID in self._offsets:
                found.append(fs)
            elif not self._is_link(fs):
                left[name] += 1
        self._list(left)
        return found

    def _unit(self, fs: Any, layer: str) -> Unit:
        features = _features(fs)
        if layer not in SPANS:
            return Unit(layer, 0, 0, features)
        try:
            begin, end = self._offsets[fs.xmiID]
            return Unit(layer, self._wide.code_points(begin), self._wide.code_points(end), features)
        except (KeyError, ValueError) as failure:
            raise BadFormat(self._path, f"{self._part.name}: {fs.xmiID}: {failure}") from failure

    def _mark(self, fs: Any) -> bool:
        """Make a mark of an annotation; whether there is one. A wrong place is listed."""
        if fs.xmiID in self._marks:
            return True
        if fs.xmiID not in self._offsets or fs.xmiID in self._placeless:
            return False
        begin, end = self._offsets[fs.xmiID]
        span = self._foreign.span(begin, end, utf16=True)
        if span is None:
            self._placeless.add(fs.xmiID)
            self.findings.append(outside(f"{self._part.name}: {fs.xmiID}", begin, end))
            return False
        key = str(fs.xmiID)
        told = _features(fs)
        label = cas_types.label_of(told)
        self._marks[fs.xmiID] = Mark(key, fs.type.name, label, (span,), "", told)
        return True

    def _references(self, fs: Any) -> None:
        """Make links of what an annotation refers to: slots, chains, other annotations."""
        for feature in fs.type.all_features:
            value = _get(fs, feature.name)
            if feature.name in _PLACE or value is None or isinstance(value, str | int | float):
                continue
            for held in _elements(value):
                target = _get(held, "target")
                if target is not None:
                    self._link(_text(held, "role") or feature.name, fs, target)
                elif hasattr(held, "xmiID") and feature.name != "next":
                    self._link(feature.name, fs, held)
                elif hasattr(held, "xmiID"):
                    self._link(_text(fs, "referenceRelation") or feature.name, fs, held)

    def _link(self, label: str, source: Any, target: Any) -> None:
        if source is None or target is None or not (self._mark(source) and self._mark(target)):
            place = f"{self._part.name}: {getattr(source, 'xmiID', '?')}"
            self.findings.append(Finding("finding-loose-end", place, {"label": label}))
            return
        self._links.append(Link(label, str(source.xmiID), str(target.xmiID)))

    @staticmethod
    def _is_link(fs: Any) -> bool:
        """Whether a structure without a place only ties others: a link, an array, a chain."""
        names = {feature.name for feature in fs.type.all_features}
        return "target" in names or "elements" in names or "first" in names

    def _list(self, left: Counter[str]) -> None:
        for layer, count in sorted(left.items()):
            args: dict[str, str | int] = {"layer": layer, "count": count}
            self.findings.append(Finding("finding-layer-left-out", self._part.name, args))


LINK_PARTS, LINK_SLOTS = LINKS


def _get(fs: Any, name: str) -> Any:
    """Return a feature's value, None where the type has none such."""
    return getattr(fs, {"self": "self_", "type": "type_"}.get(name, name), None)


def _features(fs: Any) -> dict[str, str]:
    """Return what has a value of its own: texts, numbers, truth values."""
    return {
        feature.name: str(value)
        for feature in fs.type.all_features
        if feature.name not in _PLACE
        and isinstance(value := _get(fs, feature.name), str | int | float)
    }


def _text(fs: Any, name: str) -> str:
    value = _get(fs, name)
    return str(value) if isinstance(value, str | int | float) else ""


def _elements(value: Any) -> Iterator[Any]:
    """Yield what a feature holds: the elements of an array, or the one structure."""
    if value is None:
        return
    elements = getattr(value, "elements", None)
    if isinstance(elements, list):
        yield from (one for one in elements if hasattr(one, "xmiID"))
    elif hasattr(value, "xmiID"):
        yield value


def _relation(fs: Any) -> tuple[Any, Any] | None:
    """Return source and target of an annotation that is a relation."""
    names = {feature.name for feature in fs.type.all_features}
    for first, second in _ENDS:
        if first in names and second in names:
            return _get(fs, first), _get(fs, second)
    return None


def _short(fs: Any) -> str:
    return str(fs.type.name).rpartition(".")[2]
