from __future__ import annotations

import random
from pathlib import Path

import pytest
from hypothesis import given, strategies as st

from tawatur_core import exchange
from tawatur_core.edit import claims, documents, mentions
from tawatur_core.errors import BadFormat, ExportMismatch
from tawatur_core.exchange import Scope
from tawatur_core.exporters.conll import Conll
from tawatur_core.exporters.losses import tally
from tawatur_core.importers.conll import ConllImporter
from tawatur_core.importers.registry import importer_of
from tawatur_core.model import DocumentDraft, Span
from tawatur_core.monitor import Silent
from tawatur_core.plugins import Incoming
from tawatur_core.standoff.conll import escape, runs, unescape
from tawatur_core.store.session import Session

from .conftest import BASIS, place
from .fuzz import FUZZ, broken_bytes, survives
from .trip import assert_round_trip


@pytest.mark.parametrize("name", ["seeds", "hard"])
def test_round_trip(request: pytest.FixtureRequest, name: str, tmp_path: Path):
    assert_round_trip(request.getfixturevalue(name), "conll", tmp_path)


@pytest.fixture
def out(hard: Session, tmp_path: Path) -> Path:
    exchange.export(hard, "conll", tmp_path / "out.conllup")
    return tmp_path / "out.conllup"


def read(path: Path) -> Incoming:
    importer = importer_of(path)
    assert importer
    assert importer.name == "conll"
    return importer.read(path, Silent())


def test_a_name_after_a_proclitic_is_tagged(out: Path):
    rows = [row.split("\t") for row in out.read_text(encoding="utf-8").split("\n")]
    assert rows[0] == ["# global.columns = FORM NER CLAIM MISC"]
    tagged = [(row[0], row[1]) for row in rows if len(row) == 4]
    at = tagged.index(("ل", "O"))
    assert tagged[at - 1 : at + 3] == [
        ("و", "O"),
        ("ل", "O"),
        ("بيونغ", "B-LOC"),
        ("يانغ", "I-LOC"),
    ]
    assert ("👨‍👩‍👧", "B-MISC") in tagged
    assert ("الوَزيرُ", "B-PER") in tagged
    claims_ = [row[2] for row in rows if len(row) == 4 and row[2] != "O"]
    assert claims_[:5] == ["B-indirect_quote", *["I-indirect_quote"] * 4]
    assert claims_[5] == "B-indirect_quote"  # the second part


def test_what_is_cut_is_named_and_counted(hard: Session, tmp_path: Path):
    """A mention within a word, one at an impossible clitic, overlaps, and claims that cut words."""
    text = "فمدينة واشنطن وموسكو، وبكين.\nثم برلين"
    (document,) = documents.add(hard, [DocumentDraft(text, "مقطوع", BASIS)])
    for words in ("مدينة", "واشنط", "كو", "بكين", "مدينة واشنطن", "واشنطن", "موسكو، وبكين"):
        mentions.mark(hard, document, place(text, words))
    claims.mark(hard, document, [place(text, "شنطن وموسكو"), place(text, "كين.\nثم")])
    claims.mark(hard, document, [place(text, "واشنطن")])
    corpus = exchange.corpus_of(hard, Scope(documents=frozenset([document])))
    lost = {one.code: one.count for one in tally(corpus, Conll.losses, Silent())}
    assert (lost["loss-cut-mentions"], lost["loss-cut-claims"]) == (2, 1)
    assert_round_trip(hard, "conll", tmp_path)
    told = (tmp_path / "trip.conllup").read_text(encoding="utf-8")
    assert "\n# cut = 7-12 واشنط\n" in told
    assert "\n# cut = 18-20 كو\n" in told


def test_a_wrong_offset_fails_the_proof(hard: Session, out: Path):
    told = out.read_text(encoding="utf-8")
    out.write_text(told.replace("start_char=3|", "start_char=2|"), encoding="utf-8")
    with pytest.raises(ExportMismatch):
        Conll().verify(exchange.corpus_of(hard, Scope()), out)


def test_tags_changed_elsewhere(out: Path):
    told = out.read_text(encoding="utf-8")
    told = told.replace("B-statement", "B-direct_quote").replace("I-statement", "I-direct_quote")
    told = told.replace("قال\tO\t", "قال\tB-PER\t")
    out.write_text(told, encoding="utf-8")
    found = read(out)
    assert not found.findings
    assert [(mark.label, mark.quote) for mark in found.marked[0].marks] == [("person", "قال")]
    (first, _) = found.restored.documents
    assert sum(claim.kind == "direct_quote" for claim in first.claims) == 2


@pytest.mark.parametrize(
    ("what", "by"),
    [
        ("قال\t", "قل\t"),
        ("SpacesBefore=\\n\\n", "SpacesBefore=\\n"),
        ("B-LOC", "O"),
        ("B-indirect_quote", "B-rumour"),
        ("# Document = {", "# Document = "),
        ('"version": "1"', '"version": "2"'),
        ("\tO\tO\t", "\t"),
    ],
)
def test_damaged_export_is_refused_whole(out: Path, what: str, by: str):
    told = out.read_text(encoding="utf-8")
    assert what in told
    out.write_text(told.replace(what, by), encoding="utf-8")
    with pytest.raises(BadFormat):
        ConllImporter().read(out, Silent())


@pytest.mark.parametrize(
    ("tags", "wanted"),
    [
        ("O B-A I-A O B-A B-A", [("A", 1, 3), ("A", 4, 5), ("A", 5, 6)]),  # BIO
        ("I-A I-A B-A I-B O", [("A", 0, 2), ("A", 2, 3), ("B", 3, 4)]),  # IOB1
        ("B-A I-A E-A S-A S-B", [("A", 0, 3), ("A", 3, 4), ("B", 4, 5)]),  # BIOES
        ("B-A L-A U-B I-B", [("A", 0, 2), ("B", 2, 3), ("B", 3, 4)]),  # BILOU
        ("E-A E-A", [("A", 0, 1), ("A", 1, 2)]),
    ],
)
def test_schemes(tags: str, wanted: list[tuple[str, int, int]]):
    assert list(runs(tags.split())) == wanted


@given(st.text(st.sampled_from("\\|\t\n sptn=ب_\r")))
def test_escapes(value: str):
    assert unescape(escape(value)) == value
    assert unescape(escape(value, spaces=False)) == value
    assert not set("|\t\n ") & set(escape(value))


CONLL2003 = """-DOCSTART- -X- -X- O

قال VBD B-VP O
سيرغي NNP B-NP B-PER
لافروف NNP I-NP I-PER

نعم UH O O

-DOCSTART- -X- -X- O

موسكو NNP B-NP B-LOC
"""


def test_four_columns(tmp_path: Path):
    (tmp_path / "a.conll").write_text(CONLL2003, encoding="utf-8")
    found = read(tmp_path)
    first, second = found.marked
    assert first.draft.text == "قال سيرغي لافروف\nنعم"
    told = [(mark.layer, mark.label, mark.spans[0].of(first.draft.text)) for mark in first.marks]
    assert told == [
        ("column 3", "VP", "قال"), ("column 3", "NP", "سيرغي لافروف"), ("column 4", "PER", "سيرغي لافروف"),
    ]  # fmt: skip
    assert second.draft.text == "موسكو"
    assert [one.code for one in found.findings] == ["finding-text-made"]


@pytest.mark.parametrize("separator", ["\t", " "])
def test_two_columns(tmp_path: Path, separator: str):
    rows = "قال O\r\nلافروف B-PER\r\n\r\n# O\r\nنعم O\r\n".replace(" ", separator)
    (tmp_path / "a.bio").write_bytes(rows.encode())
    (found,) = read(tmp_path / "a.bio").marked
    (mark,) = found.marks
    assert mark.spans[0].of(found.draft.text) == mark.quote == "لافروف"
    assert found.draft.text == ("قال لافروف\n# نعم" if separator == "\t" else "قال لافروف\nنعم")


def test_conllu_with_space_after(tmp_path: Path):
    rows = ["# newdoc id = خبر", "# text = x"] + [
        f"{n}\t{form}\t_\t_\t_\t_\t_\t_\t{tag}\t{misc}"
        for n, (form, tag, misc) in enumerate(
            [("و", "O", "SpaceAfter=No"), ("موسكو", "B-LOC", "SpaceAfter=No"), (".", "O", "_")], 1
        )
    ]
    (tmp_path / "a.conllu").write_text("\n".join(rows) + "\n", encoding="utf-8")
    (found,) = read(tmp_path / "a.conllu").marked
    assert found.draft.text == "وموسكو."
    assert found.draft.title == "خبر"
    assert [mark.quote for mark in found.marks] == ["موسكو"]


def test_every_mention_of_a_name_in_the_seeds_is_kept_or_counted(seeds: Session, tmp_path: Path):
    done = exchange.export(seeds, "conll", tmp_path / "a.conllup")
    lost = {one.code: one.count for one in done.lost}
    assert lost["loss-cut-mentions"] == 0  # 47 of them begin within a word


def test_random_spans_come_back(hard: Session, tmp_path: Path):
    chosen = random.Random(7)
    text = (
        "وقال وزير الخارجية سيرغي لافروف للصحفيين: «لا». وبالقاهرة e\u0301 \U0001f600\n\nثم سافر."
    )
    (document,) = documents.add(hard, [DocumentDraft(text, "عشوائي", BASIS)])
    for _ in range(25):
        start = chosen.randrange(len(text) - 1)
        span = Span(start, chosen.randrange(start + 1, len(text)))
        if (
            span.of(text).strip()
            and "\u0301" not in (text + " ")[span.start :][:1] + (text + " ")[span.end :][:1]
        ):
            mentions.mark(hard, document, span)
            claims.mark(hard, document, [span])
    for name in ("conll", "webanno-tsv", "brat", "cas-xmi"):
        (tmp_path / name).mkdir()
        assert_round_trip(hard, name, tmp_path / name)


def test_broken_files(out: Path, tmp_path: Path):
    target = tmp_path / "broken.conll"

    @FUZZ
    @given(broken_bytes(out.read_bytes()) | broken_bytes(CONLL2003.encode()))
    def test(data: bytes) -> None:
        survives(ConllImporter(), target, data)

    test()


@pytest.mark.parametrize("begins", ["-DOCSTART- O\n\n", "# global.columns = FORM NER\n"])
def test_known_by_its_beginning_whatever_it_is_called(tmp_path: Path, begins: str):
    for name in ("eng.train", "بلا"):
        (tmp_path / name).write_text(f"{begins}موسكو\tB-LOC\n", encoding="utf-8")
        assert read(tmp_path / name).marked[0].marks
    (tmp_path / "a.txt").write_text("قال O\n", encoding="utf-8")
    assert not ConllImporter().recognises(tmp_path / "a.txt")
