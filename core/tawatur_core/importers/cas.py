"""UIMA CAS as XMI and as JSON, read by dkpro-cassis: our own export, or any type system.

The library only warns of offsets that cannot be, so they are taken from the file itself and
translated from UTF-16 here. What it builds is checked before it is believed.
"""

from __future__ import annotations

import io
import warnings
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

from tawatur_core.errors import BadFormat, TawaturError
from tawatur_core.importers.cas_view import Offsets, View
from tawatur_core.importers.files import Part, beginning, is_zip, names, parts
from tawatur_core.importers.limits import parse_json, parse_xml, read_bytes
from tawatur_core.monitor import Monitor
from tawatur_core.plugins import Finding, Incoming, Marked, need
from tawatur_core.standoff import cas_types
from tawatur_core.standoff.give import Gathering

_ID = "{http://www.omg.org/XMI}id"
_TYPES = "typesystem.xml"


class _Cas:
    """What both forms share."""

    name = ""
    endings: tuple[str, ...] = ()

    def recognises(self, path: Path) -> bool:
        """Whether the first file of this ending looks like a CAS."""
        raise NotImplementedError

    def load(self, path: Path, part: Part, types: Any) -> tuple[Any, Offsets]:
        """Return a file as the library reads it, and its offsets as written."""
        raise NotImplementedError

    def read(self, path: Path, monitor: Monitor) -> Incoming:
        """Read and check every file.

        Raises CannotRead, BadFormat, MissingExtra, TooLarge, Unsafe, Cancelled.
        """
        need("cassis", "cas")
        types = _type_system(path)
        gathering = Gathering(path)
        marked: list[Marked] = []
        findings: list[Finding] = []
        for done, part in enumerate(parts(path, *self.endings)):
            monitor.step(done, 0)
            cas, offsets = self.load(path, part, types)
            for view in _views(cas, part, findings):
                document = View(path, part, view, offsets)
                if document.ours:
                    gathering.add(part.name, document.text, document.units())
                else:
                    marked.append(document.marked())
                findings += document.findings
        found = (*findings, *gathering.findings)
        return Incoming(self.name, gathering.finished(), (*marked, *gathering.marked), found)


class CasXmiImporter(_Cas):
    """XMI files with their ``TypeSystem.xml``."""

    name = "cas-xmi"
    endings = (".xmi",)

    def recognises(self, path: Path) -> bool:
        """Whether there is an XMI file."""
        return b"http://www.omg.org/XMI" in beginning(path, ".xmi")

    def load(self, path: Path, part: Part, types: Any) -> tuple[Any, Offsets]:
        """Return a file as the library reads it, and its offsets as written."""
        offsets: Offsets = {}
        for element in parse_xml(part.data, path, "cas"):
            if "begin" in element.attrib and "end" in element.attrib:
                _add(offsets, path, part, element.attrib.get(_ID), element.attrib)
        cassis = need("cassis", "cas")
        source = io.BytesIO(part.data)
        return _loaded(
            path, part, lambda: cassis.load_cas_from_xmi(source, typesystem=types)
        ), offsets


class CasJsonImporter(_Cas):
    """JSON files with their types in themselves, or in a ``TypeSystem.xml``."""

    name = "cas-json"
    endings = (".json",)

    def recognises(self, path: Path) -> bool:
        """Whether a JSON file begins with types or feature structures."""
        start = beginning(path, ".json")
        return any(key in start for key in (b'"%TYPES"', b'"%FEATURE_STRUCTURES"', b'"%VIEWS"'))

    def load(self, path: Path, part: Part, types: Any) -> tuple[Any, Offsets]:
        """Return a file as the library reads it, and its offsets as written."""
        told = parse_json(part.data, path, part.name)
        if not isinstance(told, dict) or "%VIEWS" not in told:
            raise BadFormat(path, f"{part.name}: %VIEWS")
        offsets: Offsets = {}
        listed = told.get("%FEATURE_STRUCTURES", [])
        rows = listed.values() if isinstance(listed, dict) else listed
        for row in rows if not isinstance(rows, str | int | float | None) else ():
            if isinstance(row, dict) and "begin" in row and "end" in row:
                _add(offsets, path, part, row.get("%ID"), row)
        cassis = need("cassis", "cas")
        text = part.data.decode("utf-8-sig")
        if "%TYPES" not in told:  # the library wants them, though they may be left out
            return _loaded(path, part, lambda: cassis.load_cas_from_json(
                text, typesystem=types, merge_typesystem=False)), offsets  # fmt: skip
        return _loaded(path, part, lambda: cassis.load_cas_from_json(text)), offsets


def _add(offsets: Offsets, path: Path, part: Part, key: Any, row: Any) -> None:
    try:
        number = int(key)
        place = int(row["begin"]), int(row["end"])
    except (TypeError, ValueError) as failure:
        raise BadFormat(path, f"{part.name}: {failure}") from failure
    if number in offsets:
        raise BadFormat(path, f"{part.name}: the id stands twice: {number}")
    offsets[number] = place


def _loaded(path: Path, part: Part, load: Callable[[], Any]) -> Any:
    """Return what the library reads. Raises BadFormat for whatever it stumbles over."""
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # of offsets, which are checked here
            return load()
    except (TawaturError, MemoryError):
        raise
    except Exception as failure:  # it raises what its parts raise, SyntaxError among them
        raise BadFormat(path, f"{part.name}: {failure or type(failure).__name__}") from failure


def _type_system(path: Path) -> Any:
    """Return the type system that lies with the files, or beside a single one; else our own."""
    cassis = need("cassis", "cas")
    if path.is_file() and not is_zip(path):
        beside = sorted(path.parent.glob("[Tt]ype[Ss]ystem.xml"))
        found = [Part(file.name, read_bytes(file)) for file in beside]
    else:
        found = list(parts(path, _TYPES)) if any(map(_is_types, names(path))) else []
    if not found:
        return cassis.load_typesystem(cas_types.as_xml())
    parse_xml(found[0].data, path, "cas")
    source = io.BytesIO(found[0].data)
    return _loaded(path, found[0], lambda: cassis.load_typesystem(source))


def _is_types(name: str) -> bool:
    return name.lower().endswith(_TYPES)


def _views(cas: Any, part: Part, findings: list[Finding]) -> Iterator[Any]:
    """Yield the views that have a text."""
    for view in cas.views:
        if isinstance(view.sofa.sofaString, str) and view.sofa.sofaString.strip():
            yield view
        else:
            findings.append(Finding("finding-no-text", part.name))
