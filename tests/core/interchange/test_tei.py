from __future__ import annotations

import shutil
from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path

import pytest
from hypothesis import given, strategies as st

from tawatur_core import exchange
from tawatur_core.errors import BadFormat, ExportMismatch, TawaturError, TextMissing, Unsafe
from tawatur_core.exporters.tei import Tei
from tawatur_core.importers.limits import parse_xml
from tawatur_core.importers.tei import TeiImporter
from tawatur_core.model import DocumentDraft, Provenance, Span
from tawatur_core.monitor import Silent
from tawatur_core.plugins import Corpus, Incoming, Mark
from tawatur_core.store.documents import document_ids
from tawatur_core.store.session import Session

from .fuzz import FUZZ, broken_bytes, survives
from .samples import INTERCHANGE
from .trip import assert_round_trip

etree = pytest.importorskip("lxml.etree")
SCHEMA, SAMPLES = INTERCHANGE / "schemas" / "tei_all.rng", INTERCHANGE / "samples" / "tei"
NS = {"t": "http://www.tei-c.org/ns/1.0"}
CONTROLS = "".join(chr(n) for n in range(1, 32) if chr(n) not in "\n\r") + "\ufffe\uffff\x7f\x85"


@pytest.mark.parametrize("name", ["seeds", "hard"])
def test_round_trip(request: pytest.FixtureRequest, name: str, tmp_path: Path):
    assert_round_trip(request.getfixturevalue(name), "tei", tmp_path)


@pytest.fixture(scope="session")
def schema():
    if not SCHEMA.exists():
        pytest.skip("the TEI schema is not beside the checkout")
    return etree.RelaxNG(etree.parse(str(SCHEMA)))


@pytest.mark.parametrize("name", ["seeds", "hard"])
def test_what_is_written_is_tei(request: pytest.FixtureRequest, name: str, schema, tmp_path: Path):
    exchange.export(request.getfixturevalue(name), "tei", tmp_path / "out.xml")
    assert schema.validate(etree.parse(str(tmp_path / "out.xml"))), schema.error_log


def test_an_empty_project_is_tei(schema, tmp_path: Path):
    Tei().write(Corpus("", lambda: iter(()), 0), tmp_path / "out.xml", "ar", Silent())
    assert schema.validate(etree.parse(str(tmp_path / "out.xml"))), schema.error_log
    assert Tei().verify(Corpus("", lambda: iter(()), 0), tmp_path / "out.xml") == 0


def test_characters_that_xml_cannot_hold_come_back(schema, tmp_path: Path):
    from tawatur_core.edit import claims, documents, mentions

    session = Session.create(tmp_path / "c.tawatur", analyst=f"م{CONTROLS}", title=f"ع{CONTROLS}")
    text = f"نص {CONTROLS}\t\u2028 آخر"
    draft = DocumentDraft(text, f"عنوان{CONTROLS}", Provenance(f"{CONTROLS}.txt", "", "utf-8", ""))
    (first,) = documents.add(session, [draft])
    claim = claims.mark(session, first, [Span(0, len(text))])
    claims.set_note(session, claim, f"ملاحظة{CONTROLS}")
    mentions.mark(session, first, Span(3, 9))
    with closing(session):
        assert_round_trip(session, "tei", tmp_path)
        told = {one.code: one.count for one in exchange.losses(session, "tei")}
        assert told["loss-controls-shown"] == 3, "an article, a claim, a mention"
    root = etree.parse(str(tmp_path / "trip.xml"))
    assert schema.validate(root), schema.error_log
    declared = {f"#{one}" for one in root.xpath("//t:char/@xml:id", namespaces=NS)}
    assert set(root.xpath("//t:g/@ref", namespaces=NS)) <= declared


def test_pointers_count_code_points(hard: Session, tmp_path: Path):
    exchange.export(hard, "tei", tmp_path / "out.xml")
    root = etree.parse(str(tmp_path / "out.xml"))
    text = "".join(root.xpath("(//t:ab)[1]//text()", namespaces=NS))
    (family,) = (one for one in root.xpath("//t:span", namespaces=NS) if "👨" in (one.text or ""))
    _, start, length = family.get("target").strip(")").split(",")
    assert text[int(start) : int(start) + int(length)] == family.text == "👨‍👩‍👧"


@pytest.mark.parametrize("what", ["target", "fVal", "text", "gone"])
def test_a_pointer_that_does_not_fit_is_found(hard: Session, tmp_path: Path, what: str):
    exchange.export(hard, "tei", tmp_path / "out.xml")
    tree = etree.parse(str(tmp_path / "out.xml"))
    (claim, *_) = tree.xpath("//t:listAnnotation[@type='claims']/t:annotation", namespaces=NS)
    (words, *_) = tree.xpath("//t:f[@name='words']", namespaces=NS)
    if what == "target":
        claim.set(what, claim.get(what).replace(",20)", ",19)"))
    elif what == "fVal":
        words.set(what, words.get(what).replace(")", "0)"))
    elif what == "text":
        tree.xpath("//t:ab", namespaces=NS)[0].text += " "
    else:
        words.getparent().remove(words)
    tree.write(str(tmp_path / "out.xml"), encoding="utf-8")
    with pytest.raises(ExportMismatch):
        Tei().verify(exchange.corpus_of(hard, exchange.Scope()), tmp_path / "out.xml")


PAGE = """<?xml version="1.0" encoding="UTF-8"?>
<TEI xmlns="http://www.tei-c.org/ns/1.0"><teiHeader><fileDesc><titleStmt><title>عنوان</title>
<author>كاتب</author></titleStmt><publicationStmt><publisher>الأهرام</publisher></publicationStmt>
<sourceDesc><p/></sourceDesc></fileDesc></teiHeader>
<standOff><spanGrp type="claim"><span xml:id="c1" from="#w1" to="#w2" ana="#x"/></spanGrp>
<listAnnotation><annotation xml:id="a1" motivation="tagging" target="#string-range(p1,0,3)">
<note>لماذا</note></annotation></listAnnotation></standOff>
<text><body><head>خبر  من
 موسكو</head>
<p xml:id="p1">قال <persName ref="#L" type="minister">سيرغي
   <surname>لافروف</surname></persName><note>هامش</note> إن <w xml:id="w1">روسيا</w>
<w xml:id="w2">تحذر</w> 😀<lb/>اليوم <choice><sic>كوريه</sic><corr>كوريا</corr></choice>.</p>
</body></text></TEI>"""


def test_marks_in_and_beside_the_text_are_read(tmp_path: Path):
    found = _read(tmp_path, PAGE)
    (marked,) = found.marked
    text = marked.draft.text
    assert text == "خبر من موسكو\nقال سيرغي لافروف إن روسيا تحذر 😀\nاليوم كوريا."
    told = [(m.layer, m.label, m.spans[0].of(text), dict(m.features)) for m in marked.marks]
    assert told == [
        ("", "surname", "لافروف", {}),
        ("", "persName", "سيرغي لافروف", {"ref": "#L", "type": "minister"}),
        ("span", "claim", "روسيا تحذر", {"ana": "#x"}),
        ("annotation", "tagging", "قال", {"motivation": "tagging", "note": "لماذا"}),
    ]
    draft = marked.draft
    assert (draft.title, draft.author, draft.outlet) == ("عنوان", "كاتب", "الأهرام")
    assert not found.findings


def test_a_span_that_leads_nowhere_is_told(tmp_path: Path):
    page = PAGE.replace("#w2", "#w9").replace("p1,0,3", "p1,0,3000").replace("#x", "http://x")
    codes = [finding.code for finding in _read(tmp_path, page).findings]
    assert codes == ["finding-no-place", "finding-no-span"]


def test_times_and_analysts_stand_in_the_format_s_own_place(hard: Session, tmp_path: Path):
    exchange.export(hard, "tei", tmp_path / "out.xml")
    root = etree.parse(str(tmp_path / "out.xml"))
    made = root.xpath("//t:annotation[@motivation='classifying']/t:respStmt", namespaces=NS)
    assert made[0].findtext("t:name", namespaces=NS) == 'ه."س"'
    at = datetime.fromisoformat(made[0].find("t:resp", NS).get("when"))
    assert abs(datetime.now(UTC) - at).total_seconds() < 600
    person = root.xpath("//t:person", namespaces=NS)[0]
    assert person.xpath("t:idno[@type='wikidata']/text()", namespaces=NS) == ["Q58217"]
    assert len(person.xpath("t:persName", namespaces=NS)) == 4


@pytest.mark.parametrize(
    ("page", "failure"),
    [
        ("", BadFormat),
        ("<TEI/>", BadFormat),
        ('<x:TEI xmlns:x="urn:x"/>', BadFormat),
        (PAGE[:700], BadFormat),
        ('<!DOCTYPE TEI [<!ENTITY a "b">]>' + PAGE.partition("?>")[2], Unsafe),
        ("<TEI xmlns='http://www.tei-c.org/ns/1.0'>" + "<text>" * 400, BadFormat),
        (PAGE.replace('"w2"', '"w1"').replace('"a1"', '"c1"'), BadFormat),
    ],
)
def test_other_files_are_refused(page: str, failure: type[TawaturError], tmp_path: Path):
    file = tmp_path / "x.xml"
    file.write_text(page, encoding="utf-8")
    with pytest.raises(failure):
        TeiImporter().read(file, Silent())


@pytest.mark.skipif(not SAMPLES.exists(), reason="the samples are not beside the checkout")
class TestSamples:
    @pytest.mark.parametrize("name", ["rose_for_emily_user.xml", "rose_for_emily_user_simple.xml"])
    def test_without_its_text_a_sample_is_refused_naming_it(self, name: str):
        assert TeiImporter().recognises(SAMPLES / name)
        with pytest.raises(TextMissing, match=r"rose_for_emily\.txt"):
            TeiImporter().read(SAMPLES / name, Silent())

    def test_a_style_sheet_is_no_tei(self):
        assert not TeiImporter().recognises(SAMPLES / "V2ToV3conf.xsl")
        with pytest.raises(BadFormat, match="stylesheet"):
            TeiImporter().read(SAMPLES / "V2ToV3conf.xsl", Silent())

    def test_with_a_text_beside_it_the_tags_are_read(self, tmp_path: Path):
        name = "rose_for_emily_user_simple.xml"
        shutil.copy(SAMPLES / name, tmp_path)
        (tmp_path / "rose_for_emily.txt").write_text("الوردة " * 5000, encoding="utf-8")
        marks = TeiImporter().read(tmp_path / name, Silent()).marked[0].marks
        assert ("Tag in StdTS", (Span(36, 44),)) in [(m.label, m.spans) for m in marks]
        assert {m.label for m in marks} >= {"ChildTag in StdTS", "Child Tag in TestTS"}
        (first, *_) = [m for m in marks if m.label == "Tag in StdTS"]
        assert first.features == {"myProp": "myPropValue"}


CATMA = """<TEI xmlns="http://www.tei-c.org/ns/1.0"><text>
<fs xml:id="T1" type="catma_tag"><f name="catma_tagname"><string>قول</string></f></fs>
<fs xml:id="I1" type="T1"><f name="sure"><string>نعم</string></f></fs>
<body><ab type="catma"><ptr target="{file}#range(/.0, /.4)"/>
<seg ana="#I1"><ptr target="{file}#range(/.4, /.6)"/></seg>
<seg ana="#I1 #T1"><ptr target="{file}#range(/.6, /.8)"/></seg>
<seg ana="#I1"><ptr target="{file}#range(/.10, /.12)"/></seg>
</ab></body></text></TEI>"""


def test_catma_counts_utf16_and_joins_the_ranges_of_an_annotation(tmp_path: Path):
    (tmp_path / "a.txt").write_text("قال 😀لافروف هنا", encoding="utf-8")
    (marked,) = _read(tmp_path, CATMA.format(file="a.txt")).marked
    assert [(m.label, [s.of(marked.draft.text) for s in m.spans]) for m in marked.marks] == [
        ("قول", ["😀لا", "وف"]), ("قول", ["لا"]),
    ]  # fmt: skip
    assert marked.marks[0].features == {"sure": "نعم"}


@pytest.mark.parametrize("name", ["../a.txt", "/etc/passwd", "http://x/a.txt", "sub/a.txt"])
def test_catma_may_not_leave_its_folder(name: str, tmp_path: Path):
    with pytest.raises(Unsafe):
        _read(tmp_path, CATMA.format(file=name))


def test_what_another_program_added_comes_in_by_the_mapping(hard: Session, tmp_path: Path):
    """A name in the text, a span and an annotation beside it, a note on words, a loose note."""
    exchange.export(hard, "tei", tmp_path / "out.xml")
    page = (tmp_path / "out.xml").read_text(encoding="utf-8")
    before = _read(tmp_path, page)
    assert not before.marked
    assert not before.findings
    document = before.restored.documents[0].document
    text, at = document.text, f"#string-range(t-{document.id},"
    added = (
        f'<listAnnotation><annotation target="{at}0,3)" ana="#threat"><note>مهم</note></annotation>'
        f'</listAnnotation><spanGrp type="mine"><span target="{at}1,4)"/></spanGrp>'
        f'<note type="remark" target="{at}2,2)">على كلمات</note><note>وحدها</note></standOff>'
    )
    page = page.replace("</standOff>\n<text", f"{added}\n<text", 1)
    block = f'<ab xml:id="t-{document.id}" xml:space="preserve">'
    assert page.count(block) == 1
    head, _, tail = page.partition(block)
    tail = f'<seg type="x">{tail[:3]}</seg>{tail[3:]}'
    found = _read(tmp_path, head + block + tail)
    assert found.restored == before.restored
    (marked,) = found.marked
    assert marked.draft.text == text
    assert [(m.layer, m.label, m.spans[0].of(text), m.features) for m in marked.marks] == [
        ("", "seg", text[:3], {"type": "x"}),
        ("annotation", "threat", text[:3], {"ana": "#threat", "note": "مهم"}),
        ("span", "mine", text[1:5], {}),
        ("note", "remark", text[2:4], {"type": "remark", "note": "على كلمات"}),
    ]
    assert [(one.where, one.args["kind"]) for one in found.findings] == [
        (f"d-{document.id}", "note: وحدها")
    ]


def test_an_article_above_ten_megabytes_comes_back(tmp_path: Path):
    """The parser's own bound of one text is ten million bytes; two bytes a letter."""
    from tawatur_core.edit import documents

    text = "قال لافروف\n" * 600_000
    session = Session.create(tmp_path / "c.tawatur", analyst="م", title="ع")
    documents.add(session, [DocumentDraft(text, "ع", Provenance("a.txt", "", "utf-8", ""))])
    with closing(session):
        exchange.export(session, "tei", tmp_path / "out.xml")
    (found,) = TeiImporter().read(tmp_path / "out.xml", Silent()).restored.documents
    assert found.document.text == text


@pytest.mark.parametrize(
    ("head", "tail", "failure"),
    [
        ('<!DOCTYPE a [<!ENTITY b "c">]><TEI>', "</TEI>", Unsafe),
        (f"<!--{' ' * 70_000}--><!DOCTYPE a [<!ENTITY b 'c'>]><TEI>", "</TEI>", TawaturError),
        ("<TEI>" + "<p>" * 300, "</p>" * 300 + "</TEI>", BadFormat),
        ("<TEI>", "</TEIX>", BadFormat),
    ],
)
def test_large_files_keep_to_the_bounds_of_small_ones(
    head: str, tail: str, failure: type[TawaturError], tmp_path: Path
):
    file = tmp_path / "large.xml"
    with pytest.raises(failure):
        parse_xml(f"{head}{'x' * 10_000_001}{tail}".encode(), file, "tei")


@pytest.fixture(scope="module")
def own(seeds_file: Path, tmp_path_factory: pytest.TempPathFactory) -> bytes:
    file = tmp_path_factory.mktemp("own") / "out.xml"
    with closing(Session.open(seeds_file, analyst="")) as session:
        scope = exchange.Scope(frozenset([document_ids(session)[0]]))
        exchange.export(session, "tei", file, scope=scope)
    return file.read_bytes()


@FUZZ
@given(data=st.data())
def test_broken_files_are_refused_or_make_sense(data: st.DataObject, own: bytes, tmp_path_factory):
    folder = tmp_path_factory.getbasetemp()
    (folder / "a.txt").write_text("قال 😀لافروف هنا", encoding="utf-8")
    valid = data.draw(st.sampled_from([own, PAGE.encode(), CATMA.format(file="a.txt").encode()]))
    survives(TeiImporter(), folder / "broken.xml", data.draw(broken_bytes(valid)))


def _read(folder: Path, page: str) -> Incoming:
    file = folder / "page.xml"
    file.write_text(page, encoding="utf-8")
    assert TeiImporter().recognises(file)
    found = TeiImporter().read(file, Silent())
    assert all(isinstance(mark, Mark) for marked in found.marked for mark in marked.marks)
    return found
