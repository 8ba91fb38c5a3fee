from __future__ import annotations

import io
import zipfile
from contextlib import closing
from pathlib import Path

import pytest
from hypothesis import given, strategies as st

from tawatur_core import exchange
from tawatur_core.edit import intake
from tawatur_core.errors import BadFormat, ExportMismatch, TawaturError, Unsafe
from tawatur_core.exporters.refi_qda import RefiQda
from tawatur_core.importers.labels import LabelMapping, Rule, Use
from tawatur_core.importers.refi_qda import RefiQdaImporter
from tawatur_core.model import DocumentDraft, Provenance, Span
from tawatur_core.monitor import Silent
from tawatur_core.plugins import Corpus, Incoming
from tawatur_core.store.claims import claims_of
from tawatur_core.store.documents import document_ids
from tawatur_core.store.session import Session

from .fuzz import FUZZ, broken_bytes, survives
from .samples import INTERCHANGE
from .trip import assert_round_trip

etree = pytest.importorskip("lxml.etree")
SCHEMA = INTERCHANGE / "schemas" / "refi-qda-project.xsd"
NVIVO = INTERCHANGE / "samples" / "refi-qda" / "nvivo_project.qdpx"
Q = {"q": "urn:QDA-XML:project:1.0"}
CONTROLS = "".join(chr(n) for n in range(1, 32) if chr(n) not in "\n\r") + "\ufffe\uffff"


@pytest.mark.parametrize("name", ["seeds", "hard"])
def test_round_trip(request: pytest.FixtureRequest, name: str, tmp_path: Path):
    assert_round_trip(request.getfixturevalue(name), "refi-qda", tmp_path)


@pytest.fixture(scope="session")
def schema():
    if not SCHEMA.exists():
        pytest.skip("the schema is not beside the checkout")
    return etree.XMLSchema(etree.parse(str(SCHEMA)))


@pytest.mark.parametrize("name", ["seeds", "hard"])
@pytest.mark.parametrize("language", ["ar", "en"])
def test_the_project_is_valid(
    request: pytest.FixtureRequest, name: str, language: str, schema, tmp_path: Path
):
    root = _exported(request.getfixturevalue(name), tmp_path, language)
    assert schema.validate(root), schema.error_log
    assert len(_guids(root)) == len(set(_guids(root)))
    pointed = set(root.xpath("//@targetGUID | //@originGUID | //@creatingUser"))
    assert pointed <= set(_guids(root))


def test_an_empty_project_is_valid(schema, tmp_path: Path):
    RefiQda().write(Corpus("", lambda: iter(()), 0), tmp_path / "o.qdpx", "ar", Silent())
    assert schema.validate(_root(tmp_path / "o.qdpx")), schema.error_log
    assert RefiQda().verify(Corpus("", lambda: iter(()), 0), tmp_path / "o.qdpx") == 0
    assert not RefiQdaImporter().read(tmp_path / "o.qdpx", Silent()).restored.documents


def test_characters_that_xml_cannot_hold_come_back(schema, tmp_path: Path):
    from tawatur_core.edit import claims, documents, entities, mentions
    from tawatur_core.model import EntityKind

    session = Session.create(tmp_path / "c.tawatur", analyst=f"م{CONTROLS}", title="ع")
    text = f"نص {CONTROLS}\t\u2028 آخر"
    draft = DocumentDraft(text, f"عنوان{CONTROLS}", Provenance("a.txt", "", "utf-8", ""))
    (first,) = documents.add(session, [draft])
    claim = claims.mark(session, first, [Span(0, len(text))])
    claims.set_note(session, claim, f"ملاحظة{CONTROLS}")
    lavrov = entities.create(session, f"لافروف{CONTROLS}", EntityKind.OTHER)
    mentions.mark(session, first, Span(3, 9), entity=lavrov)
    with closing(session):
        assert_round_trip(session, "refi-qda", tmp_path)
        told = {one.code: one.count for one in exchange.losses(session, "refi-qda")}
        assert told["loss-controls-shown"] == 4, "an article, a claim, a mention, an entity"
    assert schema.validate(_root(tmp_path / "trip.qdpx")), schema.error_log


def test_positions_are_code_points_of_the_text_file(hard: Session, tmp_path: Path):
    root = _exported(hard, tmp_path)
    source = root.find("q:Sources/q:TextSource", Q)
    with zipfile.ZipFile(tmp_path / "out.qdpx") as archive:
        place = source.get("plainTextPath").replace("internal://", "sources/")
        text = archive.read(place).decode()
    selections = source.findall("q:PlainTextSelection", Q)
    words = [text[int(s.get("startPosition")) : int(s.get("endPosition"))] for s in selections]
    assert words == [one.get("name") for one in selections]
    assert "👨‍👩‍👧" in words


def test_entities_are_cases_and_conflicts_are_sets(seeds: Session, tmp_path: Path):
    root = _exported(seeds, tmp_path)
    corpus = exchange.corpus_of(seeds, exchange.Scope())
    assert len(root.findall("q:Cases/q:Case", Q)) == len(corpus.entities)
    assert len(root.findall("q:Sets/q:Set", Q)) == len(corpus.groups) + len(corpus.conflicts)
    mentions = sum(bool(m.entity) for a in corpus.documents() for m in a.mentions)
    assert len(root.findall("q:Cases/q:Case/q:SelectionRef", Q)) == mentions
    reasons = [one.text for one in root.findall("q:Notes/q:Note/q:PlainTextContent", Q)]
    assert 'مصدر أقرب، "مباشر"' in reasons


@pytest.mark.parametrize("what", ["startPosition", "gone", "text"])
def test_what_does_not_fit_is_found(hard: Session, tmp_path: Path, what: str):
    root = _exported(hard, tmp_path)
    source = root.find("q:Sources/q:TextSource", Q)
    selection = source.find("q:PlainTextSelection", Q)
    texts = _parts(tmp_path / "out.qdpx")
    if what == "gone":
        source.remove(selection)
    elif what == "text":
        name = f"sources/{source.get('guid')}.txt"
        texts[name] = b"x" + texts[name]
    else:
        selection.set(what, str(int(selection.get(what)) + 1))
    file = _zipped(tmp_path, {**texts, "project.qde": etree.tostring(root)})
    with pytest.raises(ExportMismatch):
        RefiQda().verify(exchange.corpus_of(hard, exchange.Scope()), file)


def test_what_was_recoded_comes_back(hard: Session, tmp_path: Path):
    root = _exported(hard, tmp_path)
    claims = root.xpath("//q:Code[@name='خبر']/@guid", namespaces=Q)
    assert len(claims) == 1
    first = root.find("q:Sources/q:TextSource/q:PlainTextSelection", Q)
    first.find("q:Coding/q:CodeRef", Q).set("targetGUID", claims[0])
    note = next(n for n in root.findall("q:Notes/q:Note/q:PlainTextContent", Q) if n.text)
    note.text = "جديدة"
    parts = {**_parts(tmp_path / "out.qdpx"), "project.qde": etree.tostring(root)}
    claim = _read(_zipped(tmp_path, parts)).restored.documents[0].claims[0]
    assert (claim.kind, claim.note) == ("statement", "جديدة")


def test_a_claim_that_lost_its_code_is_refused(hard: Session, tmp_path: Path):
    root = _exported(hard, tmp_path)
    first = root.find("q:Sources/q:TextSource/q:PlainTextSelection", Q)
    first.remove(first.find("q:Coding", Q))
    parts = {**_parts(tmp_path / "out.qdpx"), "project.qde": etree.tostring(root)}
    with pytest.raises(BadFormat, match="CodeRef"):
        _read(_zipped(tmp_path, parts))


ADDED = """<TextSource xmlns="urn:QDA-XML:project:1.0">
<PlainTextSelection guid="N1" startPosition="0" endPosition="3" creatingUser="U"><Coding guid="K">
<CodeRef targetGUID="NEW"/></Coding><NoteRef targetGUID="N2"/></PlainTextSelection></TextSource>"""
BESIDE = """<Project xmlns="urn:QDA-XML:project:1.0"><Users><User guid="U" name="هدى"/></Users>
<Codes><Code guid="NEW" name="تهديد" isCodable="true"/></Codes>
<Cases><Case guid="C" name="جديد"><SelectionRef targetGUID="N1"/></Case></Cases>
<Notes><Note guid="N2"><PlainTextContent>مهم</PlainTextContent></Note>
<Note guid="N3" name="فكرة"><PlainTextContent>عامة</PlainTextContent></Note></Notes></Project>"""


def test_what_another_program_added_comes_in_by_the_mapping(hard: Session, tmp_path: Path):
    """A coded place with a note and a case, a code more on a claim of ours, and a free note."""
    root = _exported(hard, tmp_path)
    before = _read(_zipped(tmp_path, _parts(tmp_path / "out.qdpx")))
    assert not before.marked
    assert not before.findings
    beside = etree.fromstring(BESIDE)
    for place in ("Users", "Cases", "Notes"):
        root.find(f"q:{place}", Q).extend(list(beside.find(f"q:{place}", Q)))
    root.find("q:CodeBook/q:Codes", Q).extend(list(beside.find("q:Codes", Q)))
    source = root.find("q:Sources/q:TextSource", Q)
    first = source.find("q:PlainTextSelection", Q)
    again = etree.SubElement(first, f"{{{Q['q']}}}Coding", guid="K2", creatingUser="U")
    etree.SubElement(again, f"{{{Q['q']}}}CodeRef", targetGUID="NEW")
    source.insert(0, etree.fromstring(ADDED)[0])
    ends = {"originGUID": "N1", "targetGUID": source[-1].get("guid") or "", "name": "صلة"}
    etree.SubElement(root.find("q:Links", Q), f"{{{Q['q']}}}Link", guid="L", **ends)
    parts = {**_parts(tmp_path / "out.qdpx"), "project.qde": etree.tostring(root)}
    found = _read(_zipped(tmp_path, parts))
    assert found.restored == before.restored
    (marked,) = found.marked
    text = found.restored.documents[0].document.text
    assert marked.draft.text == text
    told = [(m.label, m.spans[0].of(text), m.author, m.features) for m in marked.marks]
    assert told == [
        ("تهديد", text[:3], "هدى", {"note": "مهم", "case": "جديد"}),
        ("تهديد", first.get("name"), "هدى", {}),
    ]
    left = [(one.code, one.where, one.args["kind"]) for one in found.findings]
    assert left == [("finding-not-of-text", "فكرة", "Note"), ("finding-not-of-text", "صلة", "Link")]


def test_what_was_added_is_written_beside_our_records(hard: Session, tmp_path: Path):
    root = _exported(hard, tmp_path)
    source = root.find("q:Sources/q:TextSource", Q)
    added = etree.fromstring(ADDED)[0]
    added.find("q:Coding/q:CodeRef", Q).set(
        "targetGUID", root.xpath("//q:Code[@name='خبر']/@guid", namespaces=Q)[0]
    )
    source.append(added)
    parts = {**_parts(tmp_path / "out.qdpx"), "project.qde": etree.tostring(root)}
    incoming = _read(_zipped(tmp_path, parts))
    (marked,) = incoming.marked
    mapping = LabelMapping((Rule(marked.marks[0].layer, "خبر", Use.CLAIM),))
    with closing(Session.create(tmp_path / "n.tawatur", analyst="س", title="")) as session:
        prepared = intake.prepare(session, incoming, mapping, Silent())
        (more,) = prepared.added
        intake.take(session, prepared)
        name = incoming.restored.documents[0].document.id
        before = incoming.restored.documents[0].claims
        after = claims_of(session, name)
        assert {one.id for one in after} == {one.id for one in (*before, *more.claims)}
        assert more.claims[0].spans == (Span(0, 3),)
        session.undo()
        assert not document_ids(session)
        session.redo()
        assert len(claims_of(session, name)) == len(before) + 1


PROJECT = """<Project xmlns="urn:QDA-XML:project:1.0" name="p" origin="Other 1">
<Users><User guid="U" name="هدى"/></Users>
<CodeBook><Codes><Code guid="A" name="أقوال" isCodable="true">
<Code guid="B" name="تحذير" isCodable="true"/></Code></Codes></CodeBook>
<Cases><Case guid="C" name="سيرغي لافروف"><SelectionRef targetGUID="S2"/></Case></Cases>
<Sources><TextSource guid="T" name="خبر" plainTextPath="internal://t.txt">
<PlainTextSelection guid="S1" name="روسيا" startPosition="{a}" endPosition="{b}" creatingUser="U"
 creationDateTime="2025-01-01T10:00:00Z"><Coding guid="K1"><CodeRef targetGUID="B"/></Coding>
<Coding guid="K2"><CodeRef targetGUID="A"/></Coding><NoteRef targetGUID="N"/></PlainTextSelection>
<PlainTextSelection guid="S2" startPosition="0" endPosition="3"><Coding guid="K3">
<CodeRef targetGUID="A"/></Coding></PlainTextSelection>
<PlainTextSelection guid="S3" startPosition="5" endPosition="99"><Coding guid="K4">
<CodeRef targetGUID="A"/></Coding></PlainTextSelection>
<Coding guid="K5"><CodeRef targetGUID="A"/></Coding></TextSource>
<PictureSource guid="P"/><TextSource guid="E" plainTextPath="internal://e.txt"/></Sources>
<Notes><Note guid="N"><PlainTextContent>مهم</PlainTextContent></Note></Notes>
<Links><Link guid="L" name="عن" originGUID="S1" targetGUID="S2"/></Links></Project>"""
TEXT = "قال 😀\r\nروسيا تحذر"


@pytest.mark.parametrize(("a", "b"), [(7, 12), (8, 13)])
def test_the_coded_texts_of_other_programs_are_read(a: int, b: int, tmp_path: Path):
    """Counted in code points, or in UTF-16 units: the selection's name tells."""
    found = _read(_other(tmp_path, PROJECT.format(a=a, b=b)))
    (marked,) = found.marked
    text = marked.draft.text
    told = [(m.layer, m.label, m.spans[0].of(text), m.author) for m in marked.marks]
    assert told == [
        ("أقوال", "تحذير", "روسيا", "هدى"), ("", "أقوال", "روسيا", "هدى"), ("", "أقوال", "قال", ""),
    ]  # fmt: skip
    assert marked.marks[0].features == {"note": "مهم"}
    assert marked.marks[0].made_at is not None
    assert marked.marks[2].features == {"case": "سيرغي لافروف"}
    assert [(one.label, one.source, one.target) for one in marked.links] == [("عن", "S1", "S2")]
    assert sorted(one.code for one in found.findings) == [
        "finding-no-span", "finding-no-text", "finding-not-of-text", "finding-not-of-text",
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("parts", "failure"),
    [
        ({"project.qde": b""}, BadFormat),
        ({"project.qde": b"<Project/>"}, BadFormat),
        ({"sources/a.txt": b"x"}, BadFormat),
        ({"../project.qde": b"<Project/>"}, Unsafe),
        ({"project.qde": b'<!DOCTYPE a [<!ENTITY b "c">]><Project/>'}, Unsafe),
        ({"project.qde": PROJECT.replace("t.txt", "x.txt").encode()}, BadFormat),
        ({"project.qde": PROJECT.replace('"S2" s', '"S1" s').encode(), "t.txt": b"abc"}, BadFormat),
        ({"project.qde": PROJECT.encode(), "sources/t.txt": b"\xff\xfe\x00"}, BadFormat),
    ],
)
def test_other_files_are_refused(
    parts: dict[str, bytes], failure: type[TawaturError], tmp_path: Path
):
    with pytest.raises(failure):
        RefiQdaImporter().read(_zipped(tmp_path, parts), Silent())


@pytest.mark.skipif(not NVIVO.exists(), reason="the sample is not beside the checkout")
def test_nvivo_s_project_is_read(schema):
    """Two sources whose texts are empty: nothing to import, and it says so."""
    assert RefiQdaImporter().recognises(NVIVO)
    found = RefiQdaImporter().read(NVIVO, Silent())
    assert [finding.code for finding in found.findings] == ["finding-no-text", "finding-no-text"]
    assert not found.marked


@pytest.fixture(scope="module")
def own(seeds_file: Path, tmp_path_factory: pytest.TempPathFactory) -> dict[str, bytes]:
    file = tmp_path_factory.mktemp("own") / "out.qdpx"
    with closing(Session.open(seeds_file, analyst="")) as session:
        scope = exchange.Scope(frozenset([document_ids(session)[0]]))
        exchange.export(session, "refi-qda", file, scope=scope)
    return _parts(file)


@FUZZ
@given(data=st.data())
def test_broken_files_are_refused_or_make_sense(
    data: st.DataObject, own: dict[str, bytes], tmp_path_factory
):
    folder = tmp_path_factory.getbasetemp()
    other = {"project.qde": PROJECT.format(a=7, b=12).encode(), "sources/t.txt": TEXT.encode()}
    parts = dict(data.draw(st.sampled_from([own, other])))
    name = data.draw(st.sampled_from(sorted(parts)))
    parts[name] = data.draw(broken_bytes(parts[name]))
    packed = io.BytesIO()
    _pack(packed, parts)
    broken = data.draw(st.just(packed.getvalue()) | broken_bytes(packed.getvalue()))
    survives(RefiQdaImporter(), folder / "broken.qdpx", broken)


def _guids(root) -> list[str]:
    return list(root.xpath("//@guid"))


def _exported(session: Session, folder: Path, language: str = "ar"):
    exchange.export(session, "refi-qda", folder / "out.qdpx", language=language)
    return _root(folder / "out.qdpx")


def _root(file: Path):
    return etree.fromstring(_parts(file)["project.qde"])


def _parts(file: Path) -> dict[str, bytes]:
    with zipfile.ZipFile(file) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def _pack(file: io.BytesIO | Path, parts: dict[str, bytes]) -> None:
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in parts.items():
            archive.writestr(name, data)


def _zipped(folder: Path, parts: dict[str, bytes]) -> Path:
    _pack(folder / "in.qdpx", parts)
    return folder / "in.qdpx"


def _other(folder: Path, page: str) -> Path:
    texts = {"sources/t.txt": TEXT.encode(), "sources/e.txt": b"\n"}
    return _zipped(folder, {"project.qde": page.encode(), **texts})


def _read(file: Path) -> Incoming:
    assert RefiQdaImporter().recognises(file)
    return RefiQdaImporter().read(file, Silent())
