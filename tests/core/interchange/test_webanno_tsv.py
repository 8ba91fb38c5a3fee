from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, strategies as st

from tawatur_core import exchange
from tawatur_core.edit import documents, mentions
from tawatur_core.errors import BadFormat, ExportMismatch
from tawatur_core.exchange import Scope
from tawatur_core.exporters.webanno_tsv import WebAnnoTsv
from tawatur_core.importers.cas_view import View
from tawatur_core.importers.files import Part
from tawatur_core.importers.registry import importer_of
from tawatur_core.importers.webanno_tsv import WebAnnoTsvImporter
from tawatur_core.model import DocumentDraft, Span
from tawatur_core.monitor import Silent
from tawatur_core.plugins import Incoming, Marked
from tawatur_core.standoff import tsv
from tawatur_core.standoff.cas_types import TOKEN
from tawatur_core.store.session import Session

from .conftest import BASIS
from .fuzz import FUZZ, broken_bytes, survives
from .samples import INTERCHANGE, samples
from .trip import assert_round_trip

cassis = pytest.importorskip("cassis")


@pytest.mark.parametrize("name", ["seeds", "hard"])
@pytest.mark.parametrize("file", ["trip.zip", "folder"])
def test_round_trip(request: pytest.FixtureRequest, name: str, file: str, tmp_path: Path):
    assert_round_trip(request.getfixturevalue(name), "webanno-tsv", tmp_path, file)


@pytest.fixture
def out(hard: Session, tmp_path: Path) -> Path:
    exchange.export(hard, "webanno-tsv", tmp_path / "out")
    return tmp_path / "out"


def first(out: Path) -> Path:
    return min(out.glob("0*.tsv"))


def read(path: Path) -> Incoming:
    importer = importer_of(path)
    assert importer
    assert importer.name == "webanno-tsv"
    return importer.read(path, Silent())


def test_lines_of_a_document(out: Path):
    told = first(out).read_text(encoding="utf-8")
    rows = told.split("\n")
    assert rows[0] == "#FORMAT=WebAnno TSV 3.3"
    assert any(row.startswith("#T_SP=webanno.custom.TawaturClaim|kind|") for row in rows)
    link = "ROLE_webanno.custom.TawaturClaim:slots_webanno.custom.TawaturClaimSlotsLink|webanno.custom.TawaturSlot"  # fmt: skip
    assert link in told
    assert '#Text=وأضاف:\\t"نعم" 🇰🇵 في بيونغ\u00a0يانغ\u2028' in told
    word = next(row for row in rows if row.split("\t")[2:3] == ["😀"])
    assert word.startswith("1-2\t3-5\t")  # two UTF-16 units
    clitic = [row.split("\t")[2] for row in rows if row.count("\t") > 5]
    assert clitic[clitic.index("؛") + 1 :][:4] == ["و", "ل", "بيونغ", "يانغ"]
    slots = re.search(r"\t(speaker;via[^\t\[]*)\[", told)
    assert slots
    assert slots[1] == "speaker;via;via;how\\_many;when;what;where;polarity;certainty"


def test_every_line_has_all_columns(out: Path):
    rows = [
        row for row in first(out).read_text(encoding="utf-8").split("\n") if re.match(r"\d", row)
    ]
    assert len({row.count("\t") for row in rows}) == 1
    assert all(row.endswith("\t") for row in rows)


def test_a_wrong_offset_fails_the_proof(hard: Session, out: Path):
    file = first(out)
    told = file.read_text(encoding="utf-8")
    file.write_text(told.replace("\t3-5\t😀", "\t3-4\t😀"), encoding="utf-8")
    with pytest.raises(ExportMismatch):
        WebAnnoTsv().verify(exchange.corpus_of(hard, Scope()), out)


def test_white_space_at_the_ends(hard: Session, tmp_path: Path):
    """Spans within words, ending in white space or holding nothing else, and blank documents."""
    text = " \u00a0\t كلمة  وسط\n\n \tآخر \x0b\n"
    (document, *_) = documents.add(hard, [
        DocumentDraft(text, "مسافات", BASIS, residue=(Span(0, 3), Span(8, 12), Span(10, 11))),
        DocumentDraft("\n \n", "فارغ", BASIS),
    ])  # fmt: skip
    mentions.mark(hard, document, Span(6, 7))
    assert_round_trip(hard, "webanno-tsv", tmp_path)


@pytest.mark.parametrize(
    ("what", "by"),
    [
        ("\t3-5\t😀", "\t3-4\t😀"),
        ("\t3-5\t😀", "\t5-3\t😀"),
        ("\t😀\t", "\t😁\t"),
        ("#FORMAT=WebAnno TSV 3.3", "#FORMAT=WebAnno TSV 9"),
        ("1-3\t", "1-2\t"),
        ("#Text=وأضاف", "#Text=وضاف"),
        ("direct\\_quote[", "rumour["),
        ("\t_\t\n", "\n"),
    ],
)
def test_damaged_export_is_refused_whole(out: Path, what: str, by: str):
    file = first(out)
    told = file.read_text(encoding="utf-8")
    assert what in told
    file.write_text(told.replace(what, by), encoding="utf-8")
    with pytest.raises(BadFormat):
        WebAnnoTsvImporter().read(out, Silent())


@given(st.text(st.sampled_from("\\[]|_->;\t\n*nt aب\r")))
def test_escapes(value: str):
    assert tsv.unescape(tsv.escape_value(value)) == value
    assert tsv.unescape(tsv.escape_text(value)) == value
    told = tsv.escape_value(value)
    assert tsv.cut(f"{told}|{told};x", "|") == [told, f"{told};x"]
    assert "\n" not in told
    assert "\t" not in told


TSV = """#FORMAT=WebAnno TSV 3.3
#T_SP=custom.Span|value
#T_RL=custom.Rel|kind|BT_custom.Span


#Text=😀 قال لافروف
1-1\t0-2\t😀\t_\t_\t_\t
1-2\t3-6\tقال\tcue\t_\t_\t
1-3\t7-13\tلافروف\t_\t_\t_\t
1-3.1\t8-13\tافروف\tname[1]|x[2]\tby\t1-2[0_1]\t
"""


def test_foreign_file(tmp_path: Path):
    (tmp_path / "a.tsv").write_text(TSV, encoding="utf-8")
    (found,) = read(tmp_path / "a.tsv").marked
    text = found.draft.text
    marks = {mark.id: mark for mark in found.marks}
    assert [(mark.label, mark.spans[0].of(text)) for mark in found.marks] == [
        ("cue", "قال"), ("name", "افروف"), ("x", "افروف"),
    ]  # fmt: skip
    (link,) = found.links
    assert (link.label, marks[link.source].label, marks[link.target].label) == ("by", "cue", "name")


def test_tokens_that_say_the_same_are_one_annotation_only_by_its_number():
    told = (
        "#FORMAT=WebAnno TSV 3.3\n#T_SP=custom.Name|value\n\n\n#Text=a b c d e\n"
        "1-1\t0-1\ta\tx[1]\t\n1-2\t2-3\tb\tx[1]\t\n1-3\t4-5\tc\ty\t\n1-4\t6-7\td\ty\t\n"
        "1-5\t8-9\te\tx[1]\t\n"
    )
    found = [(one.start, one.end, one.features) for one in tsv.parse(told).annotations]
    x, y = {"value": "x"}, {"value": "y"}
    assert found == [(0, 9, x), (4, 5, y), (6, 7, y)]
    with pytest.raises(ValueError, match="10: 0 < 1"):
        tsv.parse(told.replace("\te\tx[1]\t", "\te"))


def test_offsets_in_code_points_are_understood(tmp_path: Path):
    told = (
        TSV.replace("0-2", "0-1")
        .replace("3-6", "2-5")
        .replace("7-13", "6-12")
        .replace("8-13", "7-12")
    )
    (tmp_path / "a.tsv").write_text(told, encoding="utf-8")
    (found,) = read(tmp_path / "a.tsv").marked
    assert [mark.spans[0].of(found.draft.text) for mark in found.marks] == ["قال", "افروف", "افروف"]


SAMPLES = sorted(path.name for path in (INTERCHANGE / "samples" / "webanno-tsv").glob("*"))


@pytest.mark.parametrize("name", SAMPLES)
def test_samples_say_what_their_xmi_says(name: str):
    folder = samples("webanno-tsv") / name
    found = read(folder / "reference.tsv")
    if not (folder / "reference.xmi").is_file():
        assert found.marked[0].marks
        return
    view, oracle = by_cassis(folder / "reference.xmi")
    (read_back,) = found.marked
    assert _told(read_back) == _told(oracle)
    assert _links(read_back) == _links(oracle)
    codes = [finding.code for finding in found.findings]
    assert codes.count("finding-no-span") == [one.code for one in view.findings].count(
        "finding-no-span"
    )


def _told(marked: Marked) -> list[Any]:
    """Return marks but tokens, comparable: the types of some XMI samples were named otherwise since,
    and white space at the ends of a span is what the TSV cannot hold.
    """
    text = marked.draft.text
    return sorted((_bare(mark.spans[0], text), mark.label, sorted(mark.features.items()))
                  for mark in marked.marks if mark.layer != TOKEN)  # fmt: skip


def _bare(span: Span, text: str) -> Span:
    start, end = span.start, span.end
    while text[start:end][:1].isspace():
        start += 1
    while text[start:end][-1:].isspace():
        end -= 1
    return Span(start, end)


def _links(marked: Marked) -> list[Any]:
    places = {mark.id: mark.spans for mark in marked.marks}
    return sorted((link.label, places[link.source], places[link.target]) for link in marked.links)


def by_cassis(path: Path) -> tuple[View, Marked]:
    """Read an XMI file that has no type system; its types are those its elements need."""
    data = path.read_bytes()
    types = cassis.TypeSystem()
    rows = re.findall(rb"<(\w+):(\w+) xmi:id=\"(\d+)\"([^>]*?)/>", data)
    spaces = dict(re.findall(rb'xmlns:(\w+)="http:///([^"]*)\.ecore"', data))
    kinds: dict[str, set[str]] = {}
    for prefix, short, _, attributes in rows:
        kind = f"{spaces[prefix].decode().replace('/', '.')}.{short.decode()}"
        kinds.setdefault(kind, set()).update(re.findall(r"(\w+)=", attributes.decode()))
    skipped = {"uima.cas.NULL", "uima.cas.Sofa", "uima.cas.View", "uima.tcas.DocumentAnnotation"}
    for kind, names in sorted(kinds.items()):
        if kind in skipped:
            continue
        base = "uima.tcas.Annotation" if "begin" in names else "uima.cas.TOP"
        made = types.create_type(
            kind,
            base if base != "uima.cas.TOP" or "sofa" not in names else "uima.cas.AnnotationBase",
        )
        for name in names - {"begin", "end", "sofa"}:
            array = name == "links"
            refers = name in {"Governor", "Dependent", "target", "next", "first"}
            range_ = (
                "uima.cas.FSArray" if array else "uima.cas.TOP" if refers else "uima.cas.String"
            )
            types.create_feature(made, name, range_, elementType="uima.cas.TOP" if array else None)
    cas = cassis.load_cas_from_xmi(path, typesystem=types)
    offsets = {int(n): (int(a), int(b)) for n, a, b in
               re.findall(rb'xmi:id="(\d+)" sofa="\d+" begin="(\d+)" end="(\d+)"', data)}  # fmt: skip
    view = View(path, Part(path.name, data), cas.views[0], offsets)
    return view, view.marked()


CURATED = ["user1.tsv", "user2.tsv", "curator.tsv"]


@pytest.mark.parametrize("name", CURATED)
def test_curation_samples(name: str):
    for folder in samples("curation-oracles").iterdir():
        read(folder / name)


def test_curation_stacks_stay_apart():
    folder = samples("curation-oracles") / "multipleStackedAnnotationsAreNotMergedTest"
    (found,) = read(folder / "user2.tsv").marked
    words = [(mark.label, mark.spans[0].of(found.draft.text)) for mark in found.marks]
    assert words == [("ORG", "Champions League")] * 2 + [("ORGpart", "Champions League")]


def test_broken_files(out: Path, tmp_path: Path):
    valid = first(out).read_bytes()
    target = tmp_path / "broken.tsv"

    @FUZZ
    @given(broken_bytes(valid) | broken_bytes(TSV.encode()))
    def test(data: bytes) -> None:
        survives(WebAnnoTsvImporter(), target, data)

    test()


def test_offsets_cannot_fill_the_memory(tmp_path: Path):
    rows = ["#FORMAT=WebAnno TSV 3.3", "", ""]
    for n in range(1, 60):
        rows += ["#Text=x", f"{n}-1\t{n * 1_000_000}-{n * 1_000_000 + 1}\tx\t", ""]
    (tmp_path / "a.tsv").write_text("\n".join(rows), encoding="utf-8")
    with pytest.raises(BadFormat, match="missing"):
        read(tmp_path / "a.tsv")
