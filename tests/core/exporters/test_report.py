"""What the report says of verdicts: those that stand, those that are stale or taken back."""

from __future__ import annotations

import re
from dataclasses import replace
from pathlib import Path

import pytest
from markupsafe import escape

from tawatur_core import encode
from tawatur_core.errors import ExportMismatch
from tawatur_core.exporters import report
from tawatur_core.exporters.registry import format_named
from tawatur_core.exporters.report import report_view
from tawatur_core.exporters.report_sides import Sides
from tawatur_core.model import Choice, ClaimId, Verdict
from tawatur_core.monitor import Silent
from tawatur_core.plugins import Corpus
from tawatur_core.standing import Lapsed
from tawatur_core.wording import wording

WORDS = wording("en", isolate=False)


def given(corpus: Corpus) -> Verdict:
    """Return the verdict of the corpus as given on the values of today."""
    seen = tuple(encode.value_text(value) for value in corpus.conflicts[0].rows[0].values)
    return replace(corpus.verdicts[0], seen=seen)


def told(corpus: Corpus, *verdicts: Verdict) -> tuple[str, str, list[bool]]:
    """Return the figure of decided conflicts, why one is open, and which verdicts stand."""
    view = report_view(replace(corpus, verdicts=verdicts), WORDS, Silent())
    decided = next(f["number"] for f in view["figures"] if f["name"] == WORDS.say("report-decided"))
    conflict = view["conflicts"][0]
    return decided, conflict["open"], [verdict["stands"] for verdict in conflict["verdicts"]]


def test_a_verdict_that_stands_decides(corpus: Corpus):
    assert told(corpus, given(corpus)) == ("1 of 1", "", [True])


def test_a_stale_verdict_does_not_count_as_decided(corpus: Corpus):
    stale = replace(given(corpus), seen=("9000 جندي", "12000 جندي"))
    number, why, standing = told(corpus, stale)
    assert (number, standing) == ("0 of 1", [False])
    assert why == WORDS.say("report-changed", then="9000 جندي", now="10000 جندي")


@pytest.mark.parametrize("change", [{"reopened": True}, {"choice": Choice.DEFERRED}])
def test_reopened_and_put_off_do_not_count_as_decided(corpus: Corpus, change: dict[str, object]):
    open_again = replace(given(corpus), **change)  # type: ignore[arg-type]
    assert told(corpus, open_again) == ("0 of 1", WORDS.say("report-undecided"), [False])


def test_only_the_latest_verdict_decides(corpus: Corpus):
    first = given(corpus)
    assert told(corpus, first, replace(first, reopened=True))[0] == "0 of 1"
    assert told(corpus, replace(first, reopened=True), first) == ("1 of 1", "", [True, False])
    assert told(corpus)[:2] == ("0 of 1", WORDS.say("report-undecided"))


def test_many_sides_tell_each_value_once_with_its_letters(corpus: Corpus):
    row = replace(corpus.conflicts[0].rows[0], spans=())
    first, second = row.values
    many = replace(
        corpus.conflicts[0],
        claims=(*corpus.conflicts[0].claims, *(ClaimId(f"gone-{n}") for n in range(3))),
        rows=(replace(row, values=(first, second, first, None, second)),),
    )
    sides = Sides(many, WORDS, {})
    (cell,) = sides.rows()[0]["cells"]
    told = [re.sub("[\u2066-\u2069]", "", part) for part in cell.split(" · ")]
    assert [part.partition(":")[0] for part in told] == ["A C", "B E", "D"]
    assert told[2] == "D: —"
    assert sides.heads() == ["Accounts"]


def test_each_conflict_tells_how_many_independent_chains_carry_its_fact(corpus: Corpus):
    view = report_view(corpus, WORDS, Silent())
    assert view["conflicts"][0]["chains"] == WORDS.say("report-conflict-chains", count=2)


def test_the_page_says_so(corpus: Corpus, tmp_path: Path):
    for verdict, signs in ((given(corpus), 1), (replace(given(corpus), seen=("1", "2")), 0)):
        page = tmp_path / "report.html"
        format_named("html").write(replace(corpus, verdicts=(verdict,)), page, "en", Silent())
        text = page.read_text(encoding="utf-8")
        assert text.count("<b>✓ ") == signs
        assert ('class="open"' in text) == (not signs)
        assert ('<p class="past">' in text) == (not signs)
        assert "مصدر أقرب" in text


@pytest.mark.parametrize("chunk", [1, 100, 1 << 18])
def test_the_proof_reads_the_page_bit_by_bit(
    corpus: Corpus, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, chunk: int
):
    monkeypatch.setattr(report, "_CHUNK", chunk)
    page, html = tmp_path / "report.html", format_named("html")
    html.write(corpus, page, "ar", Silent())
    spans = [
        (claim.id, span.of(one.document.text))
        for one in corpus.documents()
        for claim in one.claims
        for span in claim.spans
    ]
    assert html.verify(corpus, page) == len(spans)
    whole = page.read_text(encoding="utf-8")
    id_, quote = spans[-1]
    written = str(escape(quote))
    assert written in whole
    page.write_text(whole.replace(written, written[:-1]), encoding="utf-8")
    with pytest.raises(ExportMismatch, match=id_):
        html.verify(corpus, page)


def test_verdicts_without_a_conflict_have_their_own_part(corpus: Corpus, tmp_path: Path):
    claims = {c.id: c for annotated in corpus.documents() for c in annotated.claims}
    verdict = given(corpus)
    kept, removed = claims[ClaimId(verdict.sides[0])], None
    gone = Lapsed(replace(verdict, seen=("9000 جندي", "")), (kept, removed))
    after = replace(corpus, conflicts=(), lapsed=(gone,))
    (told,) = report_view(after, WORDS, Silent())["lapsed"]
    assert [side["seen"] for side in told["sides"]] == ["9000 جندي", "—"]
    assert [side["quote"] for side in told["sides"]] == [kept.quote, ""]
    assert told["sides"][1]["source"] == WORDS.say("report-claim-removed")
    assert told["verdicts"][0]["reason"] == "مصدر أقرب"
    for each, there in ((after, True), (corpus, False)):
        page = tmp_path / "report.html"
        format_named("html").write(each, page, "en", Silent())
        text = page.read_text(encoding="utf-8")
        assert (WORDS.say("report-lapsed") in text) == there
        assert ("9000 جندي" in text) == there
