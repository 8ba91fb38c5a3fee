from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from hypothesis import given

from tawatur_core import exchange
from tawatur_core.errors import BadFormat, CannotRead, ExportMismatch, HasNul
from tawatur_core.exchange import Scope
from tawatur_core.exporters.brat import Brat
from tawatur_core.importers.brat import BratImporter
from tawatur_core.importers.registry import importer_of
from tawatur_core.monitor import Silent
from tawatur_core.plugins import Incoming
from tawatur_core.standoff.brat import Line, parse
from tawatur_core.store.session import Session

from .fuzz import FUZZ, broken_bytes, survives
from .samples import samples
from .trip import assert_round_trip


@pytest.mark.parametrize("name", ["seeds", "hard"])
@pytest.mark.parametrize("file", ["trip.zip", "folder"])
def test_round_trip(request: pytest.FixtureRequest, name: str, file: str, tmp_path: Path):
    assert_round_trip(request.getfixturevalue(name), "brat", tmp_path, file)


@pytest.fixture
def out(hard: Session, tmp_path: Path) -> Path:
    exchange.export(hard, "brat", tmp_path / "out")
    return tmp_path / "out"


ANN = "document-000001.ann"


def rows(out: Path) -> list[str]:
    return (out / ANN).read_text(encoding="utf-8").split("\n")


def read(path: Path) -> Incoming:
    importer = importer_of(path)
    assert importer
    assert importer.name == "brat"
    return importer.read(path, Silent())


def test_the_lines_of_a_claim(out: Path):
    text = (out / "document-000001.txt").read_text(encoding="utf-8")
    assert text.startswith("\n\n=😀")
    found = rows(out)
    claim = next(row for row in found if "\tIndirect_quote " in row)
    assert claim.split("\t")[1:] == [
        "Indirect_quote 28 48;50 70",
        "أكثر من 10 آلاف جندي وصلوا & <بقوا> 👨‍👩‍👧",
    ]
    key = claim.split("\t")[0]
    relations = [row.split("\t")[1].split()[0] for row in found if f" Arg1:{key} " in row]
    assert relations == ["has_speaker", "has_how_many", "has_what", "has_where"]
    assert any(
        row.endswith("\twikidata:Q58217") or "wikidata:Q58217\tسيرغي لافروف" in row for row in found
    )
    assert any(f"AnnotatorNotes {key}\tملاحظة ثانية ثالثة" in row for row in found)
    assert any("Hedge" in row and row.endswith("at_least") for row in found)


def test_the_configuration_names_what_is_used(out: Path):
    known = (out / "annotation.conf").read_text(encoding="utf-8").split()
    for name in out.glob("*.ann"):
        for _, line in parse(name.read_text(encoding="utf-8")):
            assert line
            if line.id[0] in "TRA":
                assert line.type in known
    labels = (out / "visual.conf").read_text(encoding="utf-8")
    assert "Person | شخص" in labels


def test_a_wrong_offset_fails_the_proof(hard: Session, out: Path):
    file = out / ANN
    told = file.read_text(encoding="utf-8")
    file.write_text(told.replace(" 28 48;50 70\t", " 28 47;50 70\t"), encoding="utf-8")
    with pytest.raises(ExportMismatch):
        Brat().verify(exchange.corpus_of(hard, Scope()), out)


def test_what_was_changed_in_brat_comes_back(out: Path):
    file = out / ANN
    told = file.read_text(encoding="utf-8")
    told = told.replace("\tStatement ", "\tDirect_quote ").replace(" description\n", " short\n")
    told += "T900\tPerson 5 8\tقال\nT901\tWhat 5 8\tقال\n"
    file.write_text(told, encoding="utf-8")
    found = read(out)
    (first, _) = found.restored.documents
    assert sum(claim.kind == "direct_quote" for claim in first.claims) == 2
    assert "short" in {mention.role for mention in first.mentions}
    assert [finding.code for finding in found.findings] == ["finding-no-claim"]
    (marked,) = found.marked
    assert [(mark.label, mark.quote) for mark in marked.marks] == [("person", "قال")]
    assert marked.draft.text == first.document.text


@pytest.mark.parametrize(
    ("what", "by"),
    [
        (" 28 48;50 70\t", " 28 48;50 9999\t"),
        (" 28 48;50 70\t", " 48 28;50 70\t"),
        ("\tIndirect_quote ", "\tRumour "),
        ("has_speaker Arg1:T", "has_speaker Arg1:T7"),
        ('"version": "1"', '"version": "7"'),
        ('{"name"', '{"name'),
        ("Tawatur", "TawaturX"),
        ("T2\t", "T1\t"),
        ("Origin T2 analyst", "Origin T2 nobody"),
    ],
)
def test_damaged_export_is_refused_whole(out: Path, what: str, by: str):
    file = out / ANN
    told = file.read_text(encoding="utf-8")
    assert what in told
    told = told.replace(what, by)
    if "TawaturX" in told:
        told = told.replace("TawaturXDocument", "TawaturDocument")
    file.write_text(told, encoding="utf-8")
    with pytest.raises(BadFormat):
        read(out)


def test_grammar():
    ann = (
        "T1\tA 0 5;16 23\twords here\nR1\tr Arg1:T1 Arg2:T2\nE1\tE:T1 R:T2\nA1\tNeg T1\nM2\tC T1 high\n"
        "N1\tReference T1 Wikipedia:1\tx\n#1\tAnnotatorNotes T1\tn\tm\n*\tEquiv T1 T2\n\n"
        "T2\tA 5\tx\nX1\ty\nT3 A 0 1 x\nR2\tr T1 T2\n"
    )
    found = [line for _, line in parse(ann)]
    assert found[0] == Line("T1", "A", (), ((0, 5), (16, 23)), "words here")
    assert found[6] == Line("#1", "AnnotatorNotes", (("", "T1"),), (), "n\tm")
    assert [line is None for line in found] == [False] * 8 + [True] * 4


def test_foreign_files(tmp_path: Path):
    (tmp_path / "a.txt").write_bytes("😀 قال\r\nلافروف نعم".encode())
    (tmp_path / "a.ann").write_text(
        "T1\tPerson 7 13\tلافروف\nT2\tSay 2 5\tقال\nE1\tSay:T2 Who:T1\nA1\tNegation E1\nA2\tSure T1 high\n"
        "#1\tAnnotatorNotes T1\thello\nN1\tReference T1 Wikidata:Q58217\tx\nT3\tPerson 70 71\tنعم\n"
        "T4\tPerson 70 71\t\nR1\tx Arg1:T1 Arg2:T9\nbroken\n#2\tAnnotatorNotes T99\tx\n",
        encoding="utf-8",
    )
    found = read(tmp_path)
    (document,) = found.marked
    assert document.draft.text == "😀 قال\nلافروف نعم"
    marks = {mark.id: mark for mark in document.marks}
    assert marks["T1"].spans[0].of(document.draft.text) == "لافروف"
    assert marks["T1"].features == {"Sure": "high", "note": "hello", "Reference": "Wikidata:Q58217"}
    assert (marks["T2"].layer, marks["T2"].features) == ("event", {"Negation": "true"})
    assert (marks["T3"].spans, marks["T3"].quote) == ((), "نعم")  # to be found by its words
    assert [(link.label, link.source, link.target) for link in document.links] == [
        ("Who", "T2", "T1")
    ]
    assert sorted(finding.code for finding in found.findings) == [
        "finding-line", "finding-loose-end", "finding-loose-end", "finding-no-span",
    ]  # fmt: skip


def test_refusals(tmp_path: Path):
    (tmp_path / "a.ann").write_text("T1\tA 0 1\tx\nT1\tA 0 1\tx\n")
    with pytest.raises(CannotRead):
        BratImporter().read(tmp_path / "a.ann", Silent())
    (tmp_path / "a.txt").write_text("x")
    with pytest.raises(BadFormat):
        read(tmp_path / "a.ann")
    (tmp_path / "a.txt").write_bytes(b"\xff")
    with pytest.raises(BadFormat):
        read(tmp_path / "a.ann")
    (tmp_path / "a.ann").write_text("")
    (tmp_path / "a.txt").write_bytes(b"a\0")
    with pytest.raises(HasNul):
        read(tmp_path / "a.ann")


def test_samples_of_brat():
    found = read(samples("brat") / "news")
    by_title = {marked.draft.provenance.file_name: marked for marked in found.marked}
    assert len(by_title) == 13
    for marked in found.marked:
        for mark in marked.marks:
            words = " ".join(span.of(marked.draft.text) for span in mark.spans)
            assert words == mark.quote
    relations = by_title["060-relation_annotation.txt"]
    assert {link.label for link in relations.links} >= {"Alias", "Located"}
    events = by_title["110-note_annotation.txt"]
    assert [link.label for link in events.links][:3] == ["Family", "Family", "Org-Arg"]
    assert any("participants" in mark.features.get("note", "") for mark in events.marks)
    assert {finding.code for finding in found.findings} <= {"finding-loose-end"}


def test_broken_files(out: Path, tmp_path: Path):
    target = tmp_path / "broken.ann"
    shutil.copy(out / "document-000001.txt", tmp_path / "broken.txt")

    @FUZZ
    @given(broken_bytes((out / ANN).read_bytes()))
    def test(data: bytes) -> None:
        survives(BratImporter(), target, data)

    test()
    foreign = "T1\tPerson 7 13\tلافروف\nT2\tSay 2 5\tقال\nE1\tSay:T2 Who:T1\nA1\tNegation E1\n*\tEquiv T1 T2\n"

    @FUZZ
    @given(broken_bytes(foreign.encode()))
    def other(data: bytes) -> None:
        survives(BratImporter(), target, data)

    other()


def test_a_text_that_nobody_marked(tmp_path: Path):
    (tmp_path / "a.txt").write_text("نص", encoding="utf-8")
    with pytest.raises(BadFormat):
        BratImporter().read(tmp_path, Silent())
    (tmp_path / "b.txt").write_text("آخر", encoding="utf-8")
    (tmp_path / "b.ann").write_text("T1\tPerson 0 3\tآخر\n", encoding="utf-8")
    (tmp_path / "c.ann").write_text("", encoding="utf-8")
    found = read(tmp_path)
    assert [(one.draft.text, len(one.marks)) for one in found.marked] == [("نص", 0), ("آخر", 1)]
    assert [(one.code, one.where) for one in found.findings] == [("finding-no-text", "c.ann")]
