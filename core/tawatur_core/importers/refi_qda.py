"""REFI-QDA projects (.qdpx) of NVivo, MAXQDA, ATLAS.ti, QualCoder and ours: coded plain texts.

Standard and schema: https://www.qdasoftware.org. A coding of a selection is a mark: the code is its
label, the codes above it its layer. Positions count code points; programs that count UTF-16 units
are found out by the words that selections are named with. What a program added to a project of ours
comes in as such marks, beside our records; a project is ours by what it holds, whoever saved it.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path, PurePosixPath
from typing import Any

from tawatur_core.errors import BadFormat
from tawatur_core.importers.foreign import ForeignText, moment, outside
from tawatur_core.importers.limits import SafeZip, open_zip, parse_xml
from tawatur_core.importers.rebuild import WRONG, rebuild_articles
from tawatur_core.importers.refi_own import QDA, OwnParts, is_own, own_records
from tawatur_core.importers.refi_resaved import Resaved, place_of
from tawatur_core.monitor import Monitor
from tawatur_core.plugins import Finding, Incoming, Link, Mark, Marked, Restored

_PROJECT = ".qde"
_NOT_TEXT = ("PictureSource", "AudioSource", "VideoSource")


class RefiQdaImporter:
    """Projects of coded texts."""

    name = "refi-qda"

    def recognises(self, path: Path) -> bool:
        """Whether a file is a zip by that name."""
        if path.suffix.lower() != ".qdpx" or not path.is_file():
            return False
        with path.open("rb") as file:
            return file.read(2) == b"PK"

    def read(self, path: Path, monitor: Monitor) -> Incoming:
        """Read and check the whole project.

        Raises CannotRead, BadFormat, TooLarge, Unsafe, Encrypted, MissingExtra, Cancelled.
        """
        with open_zip(path) as archive:
            projects = [name for name in archive.names if name.lower().endswith(_PROJECT)]
            if len(projects) != 1:
                raise BadFormat(path, f"project{_PROJECT}")
            data = archive.read(projects[0])
            root = parse_xml(data, path, "tei")
            if root.tag != f"{QDA}Project":
                raise BadFormat(path, str(root.tag)[:80])
            texts = _texts(path, archive)
            try:
                saved, restored = Resaved(path, root, texts), Restored()
                if saved.own:
                    restored = rebuild_articles(path, own_records(root, saved.texts), monitor)
                reading = _Reading(path, data, root, saved.texts, own=saved.own)
                reading.all(monitor)
            except WRONG as failure:
                raise BadFormat(path, str(failure)) from failure
        findings = (*saved.findings, *reading.findings)
        return Incoming(self.name, restored, tuple(reading.marked), findings)


def _texts(path: Path, archive: SafeZip) -> Callable[[str], str]:
    """Return how a text is read by the path its source gives."""
    names = {PurePosixPath(name).name.lower(): name for name in archive.names}

    def read(place: str) -> str:
        scheme, _, file = (place or "").partition("://")
        name = names.get(PurePosixPath(file).name.lower())
        if scheme != "internal" or name is None:
            raise BadFormat(path, place or "plainTextPath")
        try:
            return archive.read(name).decode("utf-8-sig")
        except UnicodeDecodeError as failure:
            raise BadFormat(path, f"{name}: {failure}") from failure

    return read


class _Reading:
    """The sources read so far."""

    def __init__(
        self, path: Path, data: bytes, root: Any, texts: Callable[[str], str], *, own: bool
    ) -> None:
        self._own = own
        self._path, self._data, self._root, self._read = path, data, root, texts
        self.marked: list[Marked] = []
        self.findings: list[Finding] = []
        self._codes = dict(_codes(root.find(f"{QDA}CodeBook/{QDA}Codes"), ""))
        self._users = {
            user.get("guid"): user.get("name") or user.get("id") or ""
            for user in root.iterfind(f"{QDA}Users/{QDA}User")
        }
        self._notes = {note.get("guid"): note for note in root.iterfind(f"{QDA}Notes/{QDA}Note")}
        self._heard = {  # notes and links that come in with what they are on, or are ours
            reference.get("targetGUID")
            for selection in root.iterfind(f"{QDA}Sources//{QDA}PlainTextSelection")
            for reference in selection.iter(f"{QDA}NoteRef")
        }
        self._cases: dict[str, tuple[str, bool]] = {}  # by selection: the case, whether it is ours
        for case in root.iterfind(f"{QDA}Cases/{QDA}Case"):
            ours = own and is_own(case)
            for reference in case.iterfind(f"{QDA}SelectionRef"):
                if not (ours and reference.get("targetGUID") in self._cases):
                    self._cases[reference.get("targetGUID")] = case.get("name") or "", ours

    def all(self, monitor: Monitor) -> None:
        """Read every source. Raises what wrong data raises, BadFormat, Cancelled."""
        sources = list(self._root.iterfind(f"{QDA}Sources/*"))
        for done, source in enumerate(sources):
            monitor.step(done, len(sources))
            kind = source.tag.removeprefix(QDA)
            where = source.get("name") or source.get("guid") or kind
            if kind == "PDFSource":
                source = source.find(f"{QDA}Representation")  # noqa: PLW2901 - its text
            if kind in _NOT_TEXT or source is None:
                self.findings.append(Finding("finding-not-of-text", where, {"kind": kind}))
            else:
                self._source(where, source)
        self._left_over()

    def _left_over(self) -> None:
        """Find the notes and links that are on nothing that came in."""
        told = [*self._notes.values(), *self._root.iterfind(f"{QDA}Links/{QDA}Link")]
        for one in told:
            guid = one.get("guid")
            if guid not in self._heard and not (self._own and is_own(one)):
                kind = one.tag.removeprefix(QDA)
                named = one.get("name") or guid or kind
                self.findings.append(Finding("finding-not-of-text", named, {"kind": kind}))

    def _source(self, where: str, source: Any) -> None:
        parts = OwnParts(source) if self._own and is_own(source) else None
        if parts is not None:
            self._heard |= parts.notes | parts.links  # of a claim that was taken out, too
        raw = self._text(source)
        if not raw.strip():
            if parts is None:
                self.findings.append(Finding("finding-no-text", where))
            return
        text = ForeignText(raw, self._path)
        marks = tuple(self._marks(where, source, text, parts))
        for _ in source.iterfind(f"{QDA}Coding"):
            self.findings.append(Finding("finding-not-of-text", where, {"kind": "Coding"}))
        if marks or parts is None:
            draft = text.draft(self._path, self._data, title=source.get("name") or "")
            links = tuple(self._links({mark.id for mark in marks}))
            self.marked.append(Marked(draft, marks, links))

    def _marks(
        self, where: str, source: Any, text: ForeignText, parts: OwnParts | None
    ) -> Iterator[Mark]:
        """Yield a mark for each coding; of a source of ours, for those that were added."""
        selections = list(source.iterfind(f"{QDA}PlainTextSelection"))
        utf16 = text.utf16((*place_of(one), one.get("name") or "") for one in selections)
        seen: set[str] = set()
        for one in selections:
            guid = str(one.get("guid"))
            if guid in seen:
                raise ValueError(f"the id stands twice: {guid}")
            seen.add(guid)
            span = text.span(*place_of(one), utf16=utf16)
            codings = list(self._codings(guid, one, parts))
            if span is not None:
                for name, layer, label, features, author, made in codings:
                    yield Mark(name, layer, label, (span,), "", features, author, moment(made))
            elif codings or parts is None:
                self.findings.append(outside(where, *place_of(one)))

    def _text(self, source: Any) -> str:
        """Return the text of a source, '' where it has none that is plain."""
        content = source.find(f"{QDA}PlainTextContent")
        if content is not None:
            return content.text or ""
        place = source.get("plainTextPath")
        return self._read(place) if place else ""

    def _codings(
        self, guid: str, selection: Any, parts: OwnParts | None
    ) -> Iterator[tuple[str, str, str, dict[str, str], str, str | None]]:
        """Yield id, layer, label, features, author and time of each coding, or of a noted place."""
        features = self._features(guid, selection, parts)
        codings = (
            parts.added(selection)
            if parts is not None
            else list(selection.iterfind(f"{QDA}Coding"))
        )
        for number, coding in enumerate(codings):
            reference = coding.find(f"{QDA}CodeRef")
            layer, label = self._codes[reference.get("targetGUID")]
            user = coding.get("creatingUser") or selection.get("creatingUser")
            made = coding.get("creationDateTime") or selection.get("creationDateTime")
            name = f"{guid}.{number}" if number else guid
            yield name, layer, label, features, self._users.get(user, ""), made
        if not codings and features:
            user = self._users.get(selection.get("creatingUser"), "")
            yield guid, "", "", features, user, selection.get("creationDateTime")

    def _features(self, guid: str, selection: Any, parts: OwnParts | None) -> dict[str, str]:
        case, ours = self._cases.get(guid, ("", False))
        known = parts is not None and guid in parts
        told = {"case": "" if ours and known else case}
        description = selection.find(f"{QDA}Description")
        told["description"] = "" if description is None else description.text or ""
        notes = [
            self._text(self._notes[reference.get("targetGUID")])
            for reference in selection.iter(f"{QDA}NoteRef")
            if reference.get("targetGUID") in self._notes
            and not (parts is not None and reference.get("targetGUID") in parts.notes)
        ]
        told["note"] = "\n".join(note for note in notes if note)
        return {name: value for name, value in told.items() if value.strip()}

    def _links(self, known: set[str]) -> Iterator[Link]:
        for link in self._root.iterfind(f"{QDA}Links/{QDA}Link"):
            origin, target = link.get("originGUID"), link.get("targetGUID")
            if origin in known and target in known:
                self._heard.add(link.get("guid"))
                yield Link(link.get("name") or "", origin, target)


def _codes(parent: Any, layer: str) -> Iterator[tuple[str, tuple[str, str]]]:
    """Yield the GUID of each code with the path of the codes above it, and its name."""
    waiting = [(parent, layer)] if parent is not None else []
    while waiting:
        above, path = waiting.pop()
        for code in above.iterfind(f"{QDA}Code"):
            name = code.get("name") or ""
            yield code.get("guid"), (path, name)
            waiting.append((code, f"{path}/{name}" if path else name))
