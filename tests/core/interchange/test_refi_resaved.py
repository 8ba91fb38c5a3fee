"""Our REFI-QDA projects after another program saved them under its own name."""

from __future__ import annotations

import re
import zipfile
from pathlib import Path
from typing import Any

import pytest

from tawatur_core import exchange
from tawatur_core.importers.refi_qda import RefiQdaImporter
from tawatur_core.monitor import Silent
from tawatur_core.plugins import Incoming
from tawatur_core.store.session import Session

etree = pytest.importorskip("lxml.etree")
Q = {"q": "urn:QDA-XML:project:1.0"}
Parts = dict[str, bytes]


class Saved:
    """An export of ours, to be changed as other programs do."""

    def __init__(self, session: Session, folder: Path) -> None:
        self._folder = folder
        exchange.export(session, "refi-qda", folder / "out.qdpx")
        with zipfile.ZipFile(folder / "out.qdpx") as archive:
            self.parts = {name: archive.read(name) for name in archive.namelist()}
        self.before = RefiQdaImporter().read(folder / "out.qdpx", Silent())
        self.root: Any = etree.fromstring(self.parts["project.qde"])
        self.root.set("origin", "Other 3.1")

    def read(self) -> Incoming:
        """Return what is read of it now."""
        self.parts["project.qde"] = etree.tostring(self.root)
        file = self._folder / "again.qdpx"
        with zipfile.ZipFile(file, "w") as archive:
            for name, data in self.parts.items():
                archive.writestr(name, data)
        return RefiQdaImporter().read(file, Silent())

    @property
    def source(self) -> Any:
        """The first article."""
        return self.root.find("q:Sources/q:TextSource", Q)


@pytest.fixture
def saved(hard: Session, tmp_path: Path) -> Saved:
    return Saved(hard, tmp_path)


def test_another_origin_alone_changes_nothing(saved: Saved) -> None:
    found = saved.read()
    assert found.restored == saved.before.restored
    assert (found.marked, found.findings) == ((), ())


def test_other_letters_in_guids_are_the_same_ids(saved: Saved) -> None:
    for element in saved.root.iter():
        for name in ("guid", "targetGUID", "originGUID", "creatingUser"):
            if element.get(name):
                element.set(name, f"{{{element.get(name).upper()}}}")
    assert saved.read().restored == saved.before.restored


@pytest.mark.parametrize("utf16", [False, True])
def test_other_line_ends_and_units_are_counted_back(saved: Saved, utf16: bool) -> None:
    name = next(name for name in saved.parts if saved.source.get("guid") in name)
    text = saved.parts[name].decode()
    saved.parts[name] = b"\xef\xbb\xbf" + text.replace("\n", "\r\n").encode()

    def moved(at: int) -> str:
        before = text[:at]
        wide = len(re.findall("[\U00010000-\U0010ffff]", before)) if utf16 else 0
        return str(at + before.count("\n") + wide)

    for one in saved.source.iterfind("q:PlainTextSelection", Q):
        for side in ("startPosition", "endPosition"):
            one.set(side, moved(int(one.get(side))))
    found = saved.read()
    assert found.restored == saved.before.restored
    assert not found.findings


def test_a_changed_text_is_read_by_the_mapping(saved: Saved) -> None:
    name = next(name for name in saved.parts if saved.source.get("guid") in name)
    saved.parts[name] += "زيادة".encode()
    found = saved.read()
    assert [one.document.id for one in found.restored.documents] == [
        saved.before.restored.documents[1].document.id
    ]
    assert found.restored.entities == saved.before.restored.entities
    (marked,) = found.marked
    assert len(marked.marks) >= len(saved.before.restored.documents[0].claims)
    assert [one.code for one in found.findings] == ["finding-text-changed"]


def test_what_lost_its_code_or_case_is_told(saved: Saved) -> None:
    first = saved.source.find("q:PlainTextSelection", Q)
    for coding in first.findall("q:Coding", Q):
        first.remove(coding)
    case = saved.root.find("q:Cases/q:Case", Q)
    case.getparent().remove(case)
    found = saved.read()
    before, after = saved.before.restored, found.restored
    assert len(after.entities) == len(before.entities) - 1
    assert after.documents[0].claims == before.documents[0].claims[1:]
    gone = case.get("guid")
    linked = [one.entity for one in before.documents[0].mentions]
    assert [one.entity for one in after.documents[0].mentions] == [
        None if entity == gone else entity for entity in linked
    ]
    assert [one.code for one in found.findings] == [
        "finding-lost-code", *["finding-lost-entity"] * linked.count(gone),
    ]  # fmt: skip


def test_a_case_without_our_variable_is_its_entity_still(saved: Saved) -> None:
    case = saved.root.find("q:Cases/q:Case", Q)
    for value in case.findall("q:VariableValue", Q):
        if "entity" in "".join(value.itertext()):
            case.remove(value)
    found = saved.read()
    assert found.restored.entities == saved.before.restored.entities
    assert not found.findings


def test_what_the_program_added_comes_by_the_mapping(saved: Saved) -> None:
    codes = saved.root.find("q:CodeBook/q:Codes", Q)
    etree.SubElement(codes, f"{{{Q['q']}}}Code", guid="NEW", name="تهديد", isCodable="true")
    added = etree.fromstring(
        f'<PlainTextSelection xmlns="{Q["q"]}" guid="N1" startPosition="0" endPosition="9">'
        '<Coding guid="K"><CodeRef targetGUID="NEW"/></Coding></PlainTextSelection>'
    )
    saved.source.insert(0, added)
    other = etree.fromstring(
        f'<TextSource xmlns="{Q["q"]}" guid="T" name="آخر" plainTextPath="internal://t.txt">'
        '<PlainTextSelection guid="N2" startPosition="0" endPosition="3"><Coding guid="K2">'
        '<CodeRef targetGUID="NEW"/></Coding></PlainTextSelection></TextSource>'
    )
    saved.root.find("q:Sources", Q).append(other)
    saved.parts["sources/t.txt"] = "نص جديد".encode()
    found = saved.read()
    assert found.restored == saved.before.restored
    assert [(one.draft.title, len(one.marks)) for one in found.marked] == [
        (saved.before.restored.documents[0].document.title, 1), ("آخر", 1),
    ]  # fmt: skip
