"""Our own REFI-QDA projects: the records that selections, codings, notes and variables tell."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from typing import Any

from tawatur_core.importers.rebuild import GAP, Json
from tawatur_core.model import ClaimKind, EntityKind, MentionRole, SlotName
from tawatur_core.refi_guids import (
    CODING,
    NOTE,
    ROLE,
    code_guid,
    of_record,
    part_guid,
    variable_guid,
)

ORIGIN = "Tawatur"
_CLAIMS = {code_guid(f"claim.{kind.value}"): kind.value for kind in ClaimKind}
_ROLES = {code_guid(f"role.{role.value}"): role.value for role in MentionRole}
KINDS = {code_guid(f"mention.{kind.value}"): kind.value for kind in EntityKind}
_SLOTS = {code_guid(f"slot.{name.value}"): name.value for name in SlotName}
_RESIDUE = code_guid("residue")
_OURS = {*_CLAIMS, *_ROLES, *KINDS, *_SLOTS, _RESIDUE, code_guid("mention.unlinked")}
# What a claim or mention must be coded with, by the name of its list in our variable.
MEANINGS: dict[str, dict[str, str]] = {"claims": _CLAIMS, "mentions": _ROLES}
QDA = "{urn:QDA-XML:project:1.0}"


def own_records(root: Any, text_of: Callable[[str], str]) -> Iterator[tuple[str, Json]]:
    """Yield the records of a project, each with its id; `text_of` reads a source by its path.

    Raises what wrong data raises.
    """
    yield "", {"type": "project", "title": root.get("name")}
    for case in root.iterfind(f"{QDA}Cases/{QDA}Case"):
        if is_own(case):
            yield case.get("guid"), _entity(case)
    notes: dict[str, str] = {}
    for note in root.iterfind(f"{QDA}Notes/{QDA}Note"):
        extras = _extras(note)
        content = note.find(f"{QDA}PlainTextContent")
        notes[note.get("guid")] = "" if content is None else content.text or ""
        if "verdict" in extras:
            yield note.get("guid"), {"type": "verdict", **extras["verdict"]}
    for source in root.iterfind(f"{QDA}Sources/{QDA}TextSource"):
        name = source.get("guid")
        if _value(source, "tawatur") is None:
            if (root.get("origin") or "").startswith(ORIGIN):
                raise ValueError(f"{name}: {variable_guid('tawatur')}")
            continue  # another program added it, or changed its text
        for record in _Source(source, text_of(source.get("plainTextPath")), notes).records():
            yield name, record


def is_own(element: Any) -> bool:
    """Whether a case, note or source is ours: it has our own variable."""
    return _value(element, "tawatur") is not None


class OwnParts:
    """What of a source is ours: the rest of its codings and notes another program added."""

    def __init__(self, source: Any) -> None:
        extras = _extras(source)
        self._meanings: dict[str, dict[str, str]] = {}  # by selection: the codes we read there
        self._codings: set[str] = set()
        self.notes: set[str] = set()
        self.links: set[str] = set()
        for claim in extras["claims"]:
            self._own_claim(claim)
        for mention in extras["mentions"]:
            self._meanings[mention["id"]] = _ROLES
            self._codings |= {of_record(mention["id"], part) for part in (CODING, ROLE)}

    def _own_claim(self, claim: Json) -> None:
        name = claim["id"]
        self.notes.add(of_record(name, NOTE))
        for record, meanings in ((name, _CLAIMS), *((one["id"], {}) for one in claim["slots"])):
            self._meanings[record] = meanings
            self._codings.add(of_record(record, CODING))
        self.links |= {of_record(slot["id"], NOTE) for slot in claim["slots"]}
        for number in range(1, claim["parts"]):
            self._meanings[part_guid(name, number)] = _CLAIMS
            self._codings.add(part_guid(name, number, "coding"))
            self.links.add(part_guid(name, number, "link"))

    def __contains__(self, guid: str) -> bool:
        """Whether a selection is one of a record of ours."""
        return guid in self._meanings

    def added(self, selection: Any) -> list[Any]:
        """Return the codings of a selection that say nothing of a record of ours."""
        meanings = self._meanings.get(selection.get("guid"), {})
        read, found = False, []
        for coding in selection.iterfind(f"{QDA}Coding"):
            code = coding.find(f"{QDA}CodeRef").get("targetGUID")
            if code in meanings and not read:
                read = True  # the record takes what this code means
            elif code != _RESIDUE and not (coding.get("guid") in self._codings and code in _OURS):
                found.append(coding)
        return found


def _entity(case: Any) -> Json:
    """Return an entity: its name, note and kind as they stand now."""
    told = _extras(case)["entity"]
    code = code_of(case, "CodeRef")
    if code in KINDS:
        told["kind"] = KINDS[code]
    return {"type": "entity", **told}


class _Source:
    """One article."""

    def __init__(self, source: Any, text: str, notes: dict[str, str]) -> None:
        self._text, self._notes = text, notes
        self._extras = _extras(source)
        self._name = self._extras["document"]["id"]
        self._selections: dict[str, Any] = {}
        for one in source.iterfind(f"{QDA}PlainTextSelection"):
            if one.get("guid") in self._selections:
                raise ValueError(f"the id stands twice: {one.get('guid')}")
            self._selections[one.get("guid")] = one

    def records(self) -> Iterator[Json]:
        """Yield the document, then its claims, mentions and rejections."""
        residue = [
            self._span(guid) for guid, one in self._selections.items() if _RESIDUE in codes(one)
        ]
        yield {
            "type": "document",
            **self._extras["document"],
            "text": self._text,
            "residue": residue,
        }
        for told in self._extras["claims"]:
            if told["id"] in self._selections:
                yield self._claim(told)
        for told in self._extras["mentions"]:
            if told["id"] in self._selections:
                yield self._mention(told)
        yield from self._extras["rejected"]

    def _claim(self, told: Json) -> Json:
        told = dict(told)
        name = told["id"]
        guids = [name, *(part_guid(name, number) for number in range(1, told.pop("parts")))]
        spans = [self._span(guid) for guid in guids if guid in self._selections]
        kind = _coded(self._selections[name], _CLAIMS)
        note = told.pop("note", self._notes.get(of_record(name, NOTE), ""))
        slots = [
            {**slot, "span": self._span(slot["id"]) if slot["id"] in self._selections else None}
            for slot in told.pop("slots")
        ]
        return {
            "type": "claim",
            **told,
            "document": self._name,
            "spans": spans,
            "quote": GAP.join(span["quote"] for span in spans),
            "kind": kind,
            "note": note,
            "slots": slots,
        }

    def _mention(self, told: Json) -> Json:
        span = self._span(told["id"])
        return {
            "type": "mention",
            **told,
            "document": self._name,
            "span": span,
            "quote": span["quote"],
            "role": _coded(self._selections[told["id"]], _ROLES),
        }

    def _span(self, guid: str) -> Json:
        one = self._selections[guid]
        start, end = int(one.get("startPosition")), int(one.get("endPosition"))
        return {"start": start, "end": end, "quote": self._text[start:end]}


def codes(selection: Any) -> list[str]:
    """Return the GUIDs of the codes of a selection."""
    return [one.get("targetGUID") for one in selection.iterfind(f"{QDA}Coding/{QDA}CodeRef")]


def _coded(selection: Any, meanings: dict[str, str]) -> str:
    """Return what the first code of a kind means. Raises ValueError where there is none."""
    for code in codes(selection):
        if code in meanings:
            return meanings[code]
    raise ValueError(f"{selection.get('guid')}: CodeRef")


def _extras(element: Any) -> Json:
    """Return what our own variable says as JSON; nothing where it is not set."""
    told = _value(element, "tawatur")
    read = json.loads(told) if told else {}
    if not isinstance(read, dict):
        raise TypeError("tawatur")
    return read


def _value(element: Any, name: str) -> str | None:
    found = own_value(element, name)
    return None if found is None else "".join(found[-1].itertext())


def own_value(element: Any, name: str) -> Any:
    """Return the value of one of our variables as an element, None where it is not set."""
    wanted = variable_guid(name)
    for value in element.iterfind(f"{QDA}VariableValue"):
        if code_of(value, "VariableRef") == wanted:
            return value
    return None


def code_of(element: Any, kind: str) -> str:
    """Return the GUID that the first reference of a kind in an element names, '' without one."""
    reference = element.find(f"{QDA}{kind}")
    return "" if reference is None else str(reference.get("targetGUID") or "")
