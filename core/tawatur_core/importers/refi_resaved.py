"""A REFI-QDA project of ours that another program saved: made readable as ours again.

Programs write their own name as origin, other letters in GUIDs, other line ends in texts, and leave
out what they do not know. What is still there is put as our reader expects it; what is not ours any
more (a changed text, a claim that lost its code) is left to the mapping of labels, and told.
"""

from __future__ import annotations

import hashlib
import json
import re
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

from tawatur_core.importers.foreign import ForeignText, outside
from tawatur_core.importers.refi_own import (
    KINDS,
    MEANINGS,
    ORIGIN,
    QDA,
    code_of,
    codes,
    is_own,
    own_value,
)
from tawatur_core.model import EntityKind
from tawatur_core.plugins import Finding
from tawatur_core.refi_guids import variable_guid

Json = dict[str, Any]
_GUID = re.compile(r"\{?([0-9a-fA-F]{8}(?:-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12})\}?")
_NAMES = ("guid", "targetGUID", "originGUID", "creatingUser", "modifyingUser")


class Resaved:
    """`texts` reads a source as it is in the records; `findings` tell what is left out of them."""

    def __init__(self, path: Path, root: Any, texts: Callable[[str], str]) -> None:
        self._path, self._root, self._read = path, root, texts
        self._texts: dict[str, str] = {}
        self.findings: list[Finding] = []
        if (root.get("origin") or "").startswith(ORIGIN):
            self.own = True
            return
        _tidy_guids(root)
        sources = list(root.iterfind(f"{QDA}Sources/{QDA}TextSource"))
        self.own = any(is_own(source) for source in sources)
        if self.own:
            for place in ("Cases/{0}Case", "Notes/{0}Note"):
                for one in root.iterfind(QDA + place.format(QDA)):
                    if is_own(one) and _json(one) is None:
                        one.remove(own_value(one, "tawatur"))
            known = set(self._entities())
            for source in sources:
                if is_own(source):
                    self._source(source, known)

    def texts(self, place: str) -> str:
        """Return the text of a source by its path."""
        return self._texts[place] if place in self._texts else self._read(place)

    def _entities(self) -> Iterator[str]:
        """Yield the entities; a case that lost our variable is one by its GUID and its name."""
        wanted = set()
        for source in self._root.iterfind(f"{QDA}Sources/{QDA}TextSource"):
            told = _json(source) or {}
            wanted |= {mention.get("entity") for mention in told.get("mentions", ())}
        for case in self._root.iterfind(f"{QDA}Cases/{QDA}Case"):
            name = case.get("guid")
            if is_own(case):
                yield name
            elif name in wanted:
                _put(case, {"entity": _entity(case)})
                yield name

    def _source(self, source: Any, known: set[str]) -> None:
        """Put an article as it was written, or leave it to the mapping where its text changed."""
        where = source.get("name") or source.get("guid")
        told = _json(source)
        raw = self._raw(source)
        text = ForeignText(raw, self._path)
        sha256 = hashlib.sha256(text.text.encode()).hexdigest()
        if told is None or told.get("document", {}).get("sha256") != sha256:
            source.remove(own_value(source, "tawatur"))
            self.findings.append(Finding("finding-text-changed", where))
            return
        self._texts[source.get("plainTextPath")] = text.text
        self._places(source, text, where)
        self._marks(source, told, known, where)
        _put(source, told)

    def _raw(self, source: Any) -> str:
        place = source.get("plainTextPath")
        if place:
            return self._read(place)
        content = source.find(f"{QDA}PlainTextContent")
        source.set("plainTextPath", f"internal://{source.get('guid')}.txt")
        raw = "" if content is None else content.text or ""
        if content is not None:
            source.remove(content)
        return raw

    def _places(self, source: Any, text: ForeignText, where: str) -> None:
        """Count the positions in code points of the text as it is stored."""
        selections = list(source.iterfind(f"{QDA}PlainTextSelection"))
        places = [place_of(one) for one in selections]
        utf16 = text.utf16(
            (*place, one.get("name") or "") for place, one in zip(places, selections, strict=True)
        )
        for place, one in zip(places, selections, strict=True):
            span = text.span(*place, utf16=utf16)
            if span is None:
                self.findings.append(outside(where, *place))
                source.remove(one)
            else:
                one.set("startPosition", str(span.start))
                one.set("endPosition", str(span.end))

    def _marks(self, source: Any, told: Json, known: set[str], where: str) -> None:
        """Leave out marks that lost their code, and links to entities that are gone."""
        selections = {one.get("guid"): one for one in source.iterfind(f"{QDA}PlainTextSelection")}
        for kind, meanings in MEANINGS.items():
            kept = []
            for mark in told.get(kind, ()):
                one = selections.get(mark["id"])
                if one is not None and not meanings.keys() & codes(one):
                    self.findings.append(Finding("finding-lost-code", one.get("name") or where))
                elif one is not None:
                    kept.append(mark)
            told[kind] = kept
        for mention in told["mentions"]:
            if mention.get("entity") and mention["entity"] not in known:
                mention["entity"] = None
                name = selections[mention["id"]].get("name") or where
                self.findings.append(Finding("finding-lost-entity", name))


def _tidy_guids(root: Any) -> None:
    """Write all GUIDs as we do: in small letters, without braces."""
    for element in root.iter():
        for name in _NAMES:
            found = _GUID.fullmatch(element.get(name) or "")
            if found:
                element.set(name, found[1].lower())


def place_of(selection: Any) -> tuple[Any, Any]:
    """Return start and end as numbers; as they stand where they are none."""
    told = selection.get("startPosition"), selection.get("endPosition")
    try:
        return int(told[0]), int(told[1])
    except (TypeError, ValueError):
        return told


def _json(element: Any) -> Json | None:
    """Return what our variable holds, None where it is not whole."""
    value = own_value(element, "tawatur")
    if value is None:
        return None
    try:
        told = json.loads("".join(value[-1].itertext()))
    except (ValueError, RecursionError):
        return None
    return told if isinstance(told, dict) else None


def _put(element: Any, told: Json) -> None:
    """Set what our variable holds."""
    value = own_value(element, "tawatur")
    if value is None:
        value = element.makeelement(f"{QDA}VariableValue")
        reference = value.makeelement(f"{QDA}VariableRef")
        reference.set("targetGUID", variable_guid("tawatur"))
        value.append(reference)
        value.append(value.makeelement(f"{QDA}TextValue"))
        element.append(value)
    value[-1].text = json.dumps(told)


def _entity(case: Any) -> Json:
    """Return an entity as a case tells it without our variable."""
    values: dict[str, list[str]] = {"latin": [], "alias": [], "external-id": []}
    for name, found in values.items():
        wanted = variable_guid(name)
        for value in case.iterfind(f"{QDA}VariableValue"):
            if code_of(value, "VariableRef") == wanted:
                found.append("".join(value[-1].itertext()))
    ids = [one.partition(":") for one in values["external-id"]]
    description = case.find(f"{QDA}Description")
    return {
        "id": case.get("guid"),
        "name": case.get("name") or case.get("guid"),
        "name_latin": " ".join(values["latin"]),
        "kind": KINDS.get(code_of(case, "CodeRef"), EntityKind.OTHER.value),
        "aliases": values["alias"],
        "external_ids": [{"scheme": scheme, "value": rest} for scheme, _, rest in ids],
        "note": "" if description is None else description.text or "",
    }
