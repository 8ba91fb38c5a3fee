from __future__ import annotations

import json
import re
import zipfile
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given

from tawatur_core import exchange
from tawatur_core.edit import intake
from tawatur_core.errors import BadFormat, CannotRead, ExportMismatch, Unsafe
from tawatur_core.exchange import Scope
from tawatur_core.exporters.cas import CasJson, CasXmi
from tawatur_core.importers.cas import CasJsonImporter, CasXmiImporter
from tawatur_core.importers.labels import seen
from tawatur_core.importers.labels_guess import propose
from tawatur_core.importers.registry import importer_of
from tawatur_core.monitor import Silent
from tawatur_core.plugins import Incoming
from tawatur_core.standoff import cas_types
from tawatur_core.store.session import Session

from .fuzz import FUZZ, broken_bytes, broken_json, survives
from .samples import samples
from .trip import assert_round_trip

cassis = pytest.importorskip("cassis")
FORMS = {"cas-xmi": (CasXmi, CasXmiImporter), "cas-json": (CasJson, CasJsonImporter)}
CLAIM, SLOT = cas_types.type_name("Claim"), cas_types.type_name("Slot")


@pytest.mark.parametrize("form", FORMS)
@pytest.mark.parametrize("name", ["seeds", "hard"])
@pytest.mark.parametrize("file", ["trip.zip", "folder"])
def test_round_trip(request, name, form, file, tmp_path):
    session: Session = request.getfixturevalue(name)
    assert_round_trip(session, form, tmp_path, file)


def exported(session: Session, form: str, folder: Path) -> Path:
    exchange.export(session, form, folder / "out")
    return folder / "out"


def first(folder: Path) -> Path:
    return min(file for file in folder.iterdir() if file.name[0] == "0")


def loaded(folder: Path, form: str, file: Path | None = None) -> Any:
    file = file or first(folder)
    if form == "cas-json":
        return cassis.load_cas_from_json(file.read_text(encoding="utf-8"))
    types = cassis.load_typesystem(folder / "TypeSystem.xml")
    return cassis.load_cas_from_xmi(file, typesystem=types)


@pytest.mark.parametrize("form", FORMS)
def test_cassis_shows_claims_with_their_slots(hard: Session, form: str, tmp_path: Path):
    cas = loaded(exported(hard, form, tmp_path), form)
    claim = cas.select(CLAIM)[0]
    assert claim.get_covered_text() == "أكثر من 10 آلاف جندي"
    assert [one.target.get_covered_text() for one in claim.parts.elements] == [
        "وصلوا & <بقوا> 👨‍👩‍👧"
    ]
    told = [
        (one.role, one.target.value, one.target.get_covered_text()) for one in claim.slots.elements
    ]
    assert told[0] == ("speaker", "الوزير", "الوَزيرُ")
    assert told[3] == ("how_many", "أكثر من 10 آلاف جندي", "أكثر من 10 آلاف جندي")
    assert told[4] == ("when", None, "")
    assert told[6] == ("where", "بيونغ يانغ", "بيونغ\u00a0يانغ")
    assert len(told) == 9


@pytest.mark.parametrize("form", FORMS)
def test_dkpro_types_and_clitic_tokens(hard: Session, form: str, tmp_path: Path):
    cas = loaded(exported(hard, form, tmp_path), form)
    words = [token.get_covered_text() for token in cas.select(cas_types.TOKEN)]
    assert words[words.index("؛") + 1 :][:4] == ["و", "ل", "بيونغ", "يانغ"]
    assert cas.select(cas_types.SENTENCE)[0].get_covered_text()[:5] == "=😀 قا"
    (data,) = cas.select(cas_types.METADATA)
    assert data.documentTitle == "عنوان «صعب» & <أول>"
    assert (data.begin, data.end) == (0, len(cas.sofa_string))


def test_the_file_counts_utf16(hard: Session, tmp_path: Path):
    data = first(exported(hard, "cas-xmi", tmp_path)).read_text(encoding="utf-8")
    (place,) = re.findall(r'Mention [^>]*begin="(\d+)" end="(\d+)" role="name"', data)
    begin, end = map(int, place)
    text = next(exchange.corpus_of(hard, Scope()).documents()).document.text
    assert text.encode("utf-16-le")[2 * begin : 2 * end].decode("utf-16-le") == "👨‍👩‍👧"
    assert text[begin:end] != "👨‍👩‍👧"


@pytest.mark.parametrize("form", FORMS)
def test_a_wrong_offset_fails_the_proof(hard: Session, form: str, tmp_path: Path):
    folder = exported(hard, form, tmp_path)
    file = first(folder)
    told = file.read_text(encoding="utf-8")
    wrong = told.replace('begin="10"', 'begin="11"').replace('"begin":10,', '"begin":11,')
    assert wrong != told
    file.write_text(wrong, encoding="utf-8")
    with pytest.raises(ExportMismatch):
        FORMS[form][0]().verify(exchange.corpus_of(hard, Scope()), folder)


def read(path: Path, form: str) -> Incoming:
    importer = importer_of(path)
    assert importer
    assert importer.name == form
    return FORMS[form][1]().read(path, Silent())


def test_what_another_program_did_is_taken_over(hard: Session, tmp_path: Path):
    """A name, a claim with a slot and a slot alone, added in INCEpTION to what we wrote."""
    folder = exported(hard, "cas-xmi", tmp_path)
    file = first(folder)
    told = file.read_text(encoding="utf-8")
    place = 'sofa="1" begin="6" end="9"'
    added = (
        f'<custom:TawaturMention xmi:id="900" {place} kind="organisation"/>'
        f'<custom:TawaturSlot xmi:id="901" {place} name="what"/>'
        f'<custom:TawaturSlot xmi:id="902" {place} name="speaker"/>'
        '<custom:TawaturClaimSlotsLink xmi:id="903" role="speaker" target="902"/>'
        f'<custom:TawaturClaim xmi:id="904" {place} kind="direct_quote" slots="903"/>'
    )
    told = told.replace("<cas:Sofa", added + "<cas:Sofa")
    file.write_text(told.replace('members="', 'members="900 901 902 904 '), encoding="utf-8")
    found = read(folder, "cas-xmi")
    assert [finding.code for finding in found.findings] == ["finding-no-claim"]
    assert len(found.restored.documents[0].mentions) == 4
    (marked,) = found.marked
    assert sorted((mark.layer, mark.label) for mark in marked.marks) == [
        ("Claim", "direct_quote"), ("Mention", "organisation"), ("Slot", "speaker"),
    ]  # fmt: skip
    assert [link.label for link in marked.links] == ["speaker"]
    target = Session.create(tmp_path / "new.tawatur", analyst="م.ع", title="")
    mapping = propose(seen(found.marked))
    intake.take(target, intake.prepare(target, found, mapping, Silent()))
    one, _ = exchange.corpus_of(target, Scope()).documents()
    target.close()
    assert len(one.mentions) == 5
    assert [claim.kind for claim in one.claims if claim.quote == "قال"] == ["direct_quote"]


@pytest.mark.parametrize(
    ("what", "by"),
    [
        ('sofaString="', 'sofaString="x'),  # the text is not the one of the hash
        ('target="5', 'target="9'),  # a link to nowhere
        ('begin="10" end="18" name', 'begin="10" end="1800" name'),
        ('begin="10" end="18" name', 'begin="18" end="10" name'),
        ('begin="66" end="74"', 'begin="67" end="74"'),  # within a character of two units
        (' kind="statement"', ' kind="rumour"'),
        ('entity="0', 'entity="9'),
        ('xmi:id="52"', 'xmi:id="51"'),
        ("<cas:Sofa", "<cas:Sofo"),
        ('version="1"/>', 'version="2"/>'),
    ],
)  # fmt: skip
def test_damaged_export_is_refused_whole(hard: Session, what: str, by: str, tmp_path: Path):
    folder = exported(hard, "cas-xmi", tmp_path)
    file = first(folder)
    told = file.read_text(encoding="utf-8")
    assert what in told
    file.write_text(told.replace(what, by), encoding="utf-8")
    with pytest.raises(BadFormat):
        read(folder, "cas-xmi")


def test_hostile_files(tmp_path: Path):
    file = tmp_path / "x.xmi"
    file.write_text(
        '<!DOCTYPE a [<!ENTITY b SYSTEM "file:///etc/passwd">]><xmi:XMI xmlns:xmi="http://www.omg.org/XMI">&b;</xmi:XMI>'
    )
    with pytest.raises(Unsafe):
        read(file, "cas-xmi")
    with zipfile.ZipFile(tmp_path / "x.zip", "w") as archive:
        archive.writestr("../a.xmi", "<a/>")
    with pytest.raises(Unsafe):
        CasXmiImporter().read(tmp_path / "x.zip", Silent())
    with pytest.raises(CannotRead):
        CasXmiImporter().read(tmp_path / "none", Silent())
    (tmp_path / "empty").mkdir()
    with pytest.raises(BadFormat):
        CasJsonImporter().read(tmp_path / "empty", Silent())


def test_foreign_documents_become_marks_and_links(tmp_path: Path):
    types = cassis.TypeSystem()
    span = types.create_type("webanno.custom.Span")
    types.create_feature(span, "value", "uima.cas.String")
    rel = types.create_type("webanno.custom.Rel")
    for end in ("Governor", "Dependent"):
        types.create_feature(rel, end, "webanno.custom.Span")
    cas = cassis.Cas(types)
    cas.sofa_string = "😀\r\nقال لافروف"
    a = span(begin=3, end=6, value="cue")
    b = span(begin=7, end=13, value="speaker")
    cas.add_all([a, b, rel(begin=7, end=13, Governor=a, Dependent=b), span(begin=0, end=0)])
    cas.to_xmi(tmp_path / "a.xmi")
    types.to_xml(tmp_path / "TypeSystem.xml")
    (found,) = read(tmp_path / "a.xmi", "cas-xmi").marked
    assert found.draft.text == "😀\nقال لافروف"
    told = {mark.id: (mark.label, mark.spans[0].of(found.draft.text)) for mark in found.marks}
    assert sorted(told.values()) == [("cue", "قال"), ("speaker", "لافروف")]
    (link,) = found.links
    assert (link.label, told[link.source][0], told[link.target][0]) == ("Rel", "cue", "speaker")
    codes = [finding.code for finding in read(tmp_path, "cas-xmi").findings]
    assert codes == ["finding-no-span"]  # it has no words


@pytest.mark.parametrize("name", ["casWithText", "casWithTraditionalChineseTextAndAnnotations", "casExtendingDocumentAnnotation"])  # fmt: skip
def test_samples_with_a_text(name: str):
    (found,) = read(samples("uima-cas-json") / name / "data.json", "cas-json").marked
    if "Chinese" in name:
        assert [mark.spans[0].of(found.draft.text) for mark in found.marks] == [
            "這",
            "是",
            "一個",
            "測試",
        ]
    else:
        assert found.draft.text.startswith("This is a test")
        assert not found.marks


@pytest.mark.parametrize(
    "name", ["casWithFloatingPointSpecialValues", "casWithSofaDataArray", "emptyCas"]
)
def test_samples_without_a_text(name: str):
    found = read(samples("uima-cas-json") / name / "data.json", "cas-json")
    assert not found.marked
    assert "finding-no-text" in {finding.code for finding in found.findings}


@pytest.mark.parametrize("name", ["casWithText", "casWithTraditionalChineseTextAndAnnotations"])
def test_sample_xmi(name: str):
    assert read(samples("uima-cas-json") / name / "debug.xmi", "cas-xmi").marked


@pytest.mark.parametrize("form", FORMS)
def test_broken_files(form: str, hard: Session, tmp_path: Path):
    folder = exported(hard, form, tmp_path)
    valid = first(folder).read_bytes()
    target = tmp_path / f"broken.{form[4:]}"
    (tmp_path / "TypeSystem.xml").write_text(cas_types.as_xml())

    @FUZZ
    @given(broken_bytes(valid))
    def bytes_(data: bytes) -> None:
        survives(FORMS[form][1](), target, data)

    bytes_()
    if form == "cas-json":

        @FUZZ
        @given(broken_json(json.loads(valid)))
        def values(data: bytes) -> None:
            survives(CasJsonImporter(), target, data)

        values()


@pytest.mark.parametrize("form", FORMS)
def test_groups_and_conflicts_are_told(seeds: Session, form: str, tmp_path: Path):
    folder = exported(seeds, form, tmp_path)
    corpus = exchange.corpus_of(seeds, Scope())
    told: dict[str, list[Any]] = {}
    for file in folder.glob("0*"):
        cas = loaded(folder, form, file)
        for fs in cas.select_all_fs():
            told.setdefault(fs.type.name.removeprefix(cas_types.PREFIX), []).append(fs)
    assert sorted(fs.key for fs in told["EventGroup"]) == sorted(one.key for one in corpus.groups)
    by_key = {fs.key: fs for fs in told["Conflict"]}
    for conflict in corpus.conflicts:
        assert json.loads(by_key[conflict.key].claims) == list(conflict.claims)
        assert len(json.loads(by_key[conflict.key].rows)) == len(conflict.rows)
    assert len(told["Verdict"]) == len(corpus.verdicts)
