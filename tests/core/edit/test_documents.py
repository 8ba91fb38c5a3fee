"""Documents: texts kept to the letter, residue, particulars."""

from __future__ import annotations

import hashlib
from datetime import date
from pathlib import Path

import pytest

from tawatur_core.edit import claims, documents, mentions
from tawatur_core.errors import BadSpan, HasNul, NoSuchRow
from tawatur_core.importers.text import read_text
from tawatur_core.model import DocumentDraft, DocumentId, Span
from tawatur_core.monitor import Silent
from tawatur_core.store.check import check
from tawatur_core.store.claims import claim
from tawatur_core.store.documents import document, document_ids, library
from tawatur_core.store.ids import new_id
from tawatur_core.store.mentions import mention
from tests.core.store.project import ODD, PLAIN, PROVENANCE, Project, place

HARD = {
    "emoji": "قال 😀 لافروف 👨‍👩‍👧 اليوم 🇰🇵.",
    "bidi": "\u2067نص\u2069 \u202eabc\u202c \u200fو\u200e\u061c.",
    "vowels": "قَالَ لَافْرُوفُ: «نَعَمْ» ـــ e\u0301 \u0670.",
    "blank lines": "\n\n \u00a0قال\u00a0لافروف.\n\n\n",
    "odd line ends": "سطر\u2028آخر\u0085ثالث\x0bرابع.",
    "lonely mark": "\u064eقال",
    "one letter": "ق",
    "empty": "",
}


@pytest.mark.parametrize("name", HARD)
def test_a_text_is_kept_to_the_letter(project: Project, name: str) -> None:
    text = HARD[name]
    (made,) = documents.add(project.session, [DocumentDraft(text, name, PROVENANCE)])
    found = document(project.session, made)
    assert found.text == text
    assert found.sha256 == hashlib.sha256(text.encode()).hexdigest()
    assert found.provenance == PROVENANCE
    for n in range(len(text)):
        one = mention(project.session, mentions.mark(project.session, made, Span(n, n + 1)))
        assert one.span.of(text) == one.quote
        assert one.span.contains(Span(n, n + 1))
    assert check(project.session, Silent()) == []


def test_a_file_with_carriage_returns(project: Project, tmp_path: Path) -> None:
    path = tmp_path / "crlf.txt"
    path.write_bytes("\ufeffالأول\r\nالثاني\rالثالث\n".encode())
    (made,) = documents.add(project.session, [read_text(path)])
    found = document(project.session, made)
    assert found.text == "الأول\nالثاني\nالثالث\n"
    words = place(found.text, "الثالث")
    marked = claim(project.session, claims.mark(project.session, made, [words]))
    assert marked.quote == "الثالث"


def test_a_text_with_nul_is_refused_and_nothing_is_added(project: Project) -> None:
    before = document_ids(project.session)
    drafts = [DocumentDraft("جيد", "أ", PROVENANCE), DocumentDraft("رديء\0", "ب", PROVENANCE)]
    with pytest.raises(HasNul):
        documents.add(project.session, drafts)
    assert document_ids(project.session) == before


def test_a_carriage_return_is_our_mistake(project: Project) -> None:
    with pytest.raises(ValueError, match="carriage"):
        documents.add(project.session, [DocumentDraft("أ\r\nب", "أ", PROVENANCE)])


def test_the_order_of_a_batch_is_kept(project: Project) -> None:
    titles = [f"{n}" for n in range(50)]
    made = documents.add(project.session, [DocumentDraft(t, t, PROVENANCE) for t in titles])
    assert document_ids(project.session)[-50:] == made
    assert [row.title for row in library(project.session)][-50:] == titles


def test_one_text_twice_is_two_documents(project: Project) -> None:
    draft = DocumentDraft(PLAIN, "مرة أخرى", PROVENANCE)
    first, second = documents.add(project.session, [draft, draft])
    documents.remove(project.session, first)
    assert document(project.session, second).text == PLAIN
    bodies = project.session.db.execute("SELECT count(*) FROM body").fetchone()[0]
    assert bodies == 2


def test_describe_changes_what_is_given(project: Project) -> None:
    documents.describe(project.session, project.plain, outlet="تاس")
    found = document(project.session, project.plain)
    assert (found.title, found.outlet, found.published) == ("وصول", "تاس", date(2025, 7, 12))
    documents.describe(project.session, project.plain, published=None, published_basis="")
    found = document(project.session, project.plain)
    assert (found.outlet, found.published, found.published_basis) == ("تاس", None, "")


def test_residue_grows_together_and_is_cut(project: Project) -> None:
    session, at = project.session, place(PLAIN, "السبت")

    def residue() -> list[str]:
        return [span.of(PLAIN) for span in document(session, project.plain).residue]

    assert residue() == ["السبت"]
    documents.mark_residue(session, project.plain, Span(at.start - 5, at.start + 2))
    assert residue() == [PLAIN[at.start - 5 : at.end]]
    documents.mark_residue(session, project.plain, Span(1, 4))
    assert residue() == ["وصل", PLAIN[at.start - 5 : at.end]]
    documents.unmark_residue(session, project.plain, Span(at.start, at.start + 2))
    assert residue() == ["وصل", PLAIN[at.start - 5 : at.start], "سبت"]
    documents.unmark_residue(session, project.plain, Span(0, len(PLAIN)))
    assert residue() == []


@pytest.mark.parametrize("span", [Span(0, 0), Span(5, len(ODD) + 1)])
def test_a_bad_residue_is_refused(project: Project, span: Span) -> None:
    with pytest.raises(BadSpan):
        documents.mark_residue(project.session, project.odd, span)
    with pytest.raises(BadSpan):
        documents.add(project.session, [DocumentDraft(ODD, "أ", PROVENANCE, residue=(span,))])


def test_what_is_gone_is_named(project: Project) -> None:
    missing = DocumentId(new_id())
    with pytest.raises(NoSuchRow) as caught:
        documents.remove(project.session, missing)
    assert (caught.value.table, caught.value.row) == ("document", missing)
    with pytest.raises(NoSuchRow):
        claims.mark(project.session, missing, [Span(0, 1)])
    with pytest.raises(NoSuchRow):
        mentions.mark(project.session, missing, Span(0, 1))
