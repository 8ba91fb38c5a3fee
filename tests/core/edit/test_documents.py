"""Documents: texts kept to the letter, residue, particulars."""

from __future__ import annotations

import hashlib
from datetime import date
from pathlib import Path

import pytest

from tawatur_core.edit import claims, documents, mentions
from tawatur_core.errors import BadSpan, CopyOfItself, HasNul, NoSuchRow
from tawatur_core.importers.text import read_text
from tawatur_core.model import DocumentDraft, DocumentId, Label, Span
from tawatur_core.monitor import Silent
from tawatur_core.store.check import check
from tawatur_core.store.claims import claim
from tawatur_core.store.documents import (
    document,
    document_ids,
    library,
    line_of,
    originals,
)
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


def test_copies_are_linked_as_they_are_added(project: Project) -> None:
    session = project.session
    drafts = [DocumentDraft(text, text, PROVENANCE) for text in ("أصل", "نسخة", "نسخة النسخة")]
    first, second, third = documents.add(session, drafts, {0: project.plain, 1: 0, 2: 1})
    assert document(session, third).copied_from == second
    assert line_of(session, third) == [third, second, first, project.plain]
    assert originals(session) == dict.fromkeys((first, second, third), project.plain)
    assert {row.id: row.copied_from for row in library(session)}[second] == first
    session.undo()
    with pytest.raises(NoSuchRow):
        documents.add(session, drafts, {0: DocumentId(new_id())})
    with pytest.raises(ValueError, match="cannot be a copy"):
        documents.add(session, drafts, {0: 1})


def test_no_document_is_a_copy_of_its_copy(project: Project) -> None:
    session = project.session
    documents.mark_copy(session, project.plain, project.odd)
    for one, other in ((project.odd, project.plain), (project.odd, project.odd)):
        with pytest.raises(CopyOfItself):
            documents.mark_copy(session, one, other)
    documents.mark_copy(session, project.plain, None)
    assert originals(session) == {}
    documents.mark_copy(session, project.odd, project.plain)
    assert document(session, project.odd).copied_from == project.plain


def test_a_copy_whose_original_is_gone_tells_its_own(project: Project) -> None:
    session = project.session
    documents.mark_copy(session, project.plain, project.odd)
    documents.remove(session, project.odd)
    assert document(session, project.plain).copied_from is None
    assert originals(session) == {}
    session.undo()
    assert document(session, project.plain).copied_from == project.odd
    assert check(session, Silent()) == []


def test_two_that_name_each_other_have_the_elder_first(project: Project) -> None:
    session = project.session
    with session.edit(Label("undo-document-copy", {"title": ""})) as txn:  # as a merge leaves them
        txn.update("document", project.plain, {"copied_from": project.odd})
        txn.update("document", project.odd, {"copied_from": project.plain})
    elder = min(project.plain, project.odd)
    assert set(originals(session).values()) == {elder}
    assert line_of(session, project.plain)[-1] == elder
    assert line_of(session, project.odd)[-1] == elder
