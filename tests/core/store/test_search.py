"""Finding articles whatever the spelling; highlights fall on the original letters."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from tawatur_core.edit import documents
from tawatur_core.model import DocumentDraft, DocumentId, Span
from tawatur_core.store import search_index
from tawatur_core.store.documents import Hit, search
from tawatur_core.store.session import Session
from tests.core.store.project import PROVENANCE

TEXTS = {
    "إنتاج": "قال وزير الإنتاج الحربي إنّ إِنْتَاج الذخائر ازداد.",
    "محمد": "زارَ مُحَمَّدٌ القاهرةَ، ثم عاد 👨‍👩‍👧 وبمحمد اقتدى.",
    "روسيا": "دعت روسيا وكوريا الشمالية إلى الحوار؛ ولروسيا رأي، وللقاهرة آخر.",
    "أرقام": "شارك ٢٠٬٠٠٠ جندي في المعركة.\nCNN: Zürich talks.",
    "عنوان فقط": "لا شيء هنا مما في الأعلى.",
}


@pytest.fixture
def session(tmp_path: Path) -> Iterator[Session]:
    made = Session.create(tmp_path / "a.tawatur", analyst="منى")
    drafts = [
        DocumentDraft(text, title, PROVENANCE, published=date(2025, 1, n + 1))
        for n, (title, text) in enumerate(TEXTS.items())
    ]
    documents.add(made, drafts)
    yield made
    made.close()


def _found(hits: list[Hit]) -> dict[str, str]:
    """Return the words found under each title; every hit is checked on the way."""
    found = {}
    for hit in hits:
        words = hit.span.of(TEXTS[hit.title])
        assert hit.snippet_span.of(hit.snippet) == words.replace("\n", " ")
        found[hit.title] = words
    return found


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        ("انتاج", {"إنتاج": "الإنتاج"}),
        ("إِنتاج", {"إنتاج": "الإنتاج"}),
        ("انتاج الذخائر", {"إنتاج": "الإنتاج"}),
        ('"انتاج الذخائر"', {"إنتاج": "إِنْتَاج الذخائر"}),
        ('"الذخائر انتاج"', {}),
        ("محمد", {"محمد": "مُحَمَّدٌ"}),
        ("اقتد", {"محمد": "اقتدى"}),
        ("اقتد ", {}),
        ("القاهرة", {"روسيا": "للقاهرة", "محمد": "القاهرةَ"}),
        ("قاهره ", {"روسيا": "للقاهرة", "محمد": "القاهرةَ"}),
        ("روسيا", {"روسيا": "روسيا"}),
        ("كوريا الشماليه", {"روسيا": "وكوريا"}),
        ("٢٠", {"أرقام": "٢٠"}),
        ("20", {"أرقام": "٢٠"}),
        ("zurich", {"أرقام": "Zürich"}),
        ("CNN", {"أرقام": "CNN"}),
        ("عنوان", {"عنوان فقط": ""}),
        ("غائب", {}),
        ("", {}),
        (' " ؟ « " ', {}),
        ("AND", {}),
        ('روسيا" OR "محمد', {}),
        ("ر* NEAR(", {}),
    ],
)
def test_queries(session: Session, query: str, expected: dict[str, str]) -> None:
    found = _found(search(session, query))
    if expected.keys() == {"روسيا", "محمد"}:
        found = {title: words.removeprefix("و") for title, words in found.items()}
    assert found == expected


def test_newest_first_and_no_more_than_asked(session: Session) -> None:
    assert search(session, "ا") == [], "no word is one letter, clitics or not"
    many = [
        DocumentDraft(f"روسيا {n}", "ر", PROVENANCE, published=date(2024, 1, n + 1))
        for n in range(9)
    ]
    documents.add(session, many)
    hits = search(session, "روسيا", limit=4)
    assert [hit.title for hit in hits] == ["روسيا", "ر", "ر", "ر"]
    assert [hit.snippet for hit in hits[1:]] == ["روسيا 8", "روسيا 7", "روسيا 6"]


def test_the_index_follows_edits_and_undo(session: Session) -> None:
    (made,) = documents.add(session, [DocumentDraft("كلمة نادرة", "ن", PROVENANCE)])
    assert [hit.document for hit in search(session, "نادرة")] == [made]
    documents.describe(session, made, title="ملحوظة")
    assert [hit.document for hit in search(session, "ملحوظة")] == [made]
    documents.remove(session, made)
    assert search(session, "نادرة") == search(session, "ملحوظة") == []
    session.undo()
    assert [hit.document for hit in search(session, "نادرة")] == [made]
    session.undo()
    assert search(session, "ملحوظة") == []


def test_marks_beyond_number_do_not_mislead(tmp_path: Path) -> None:
    text = "ه" + "\u064e" * 500 + " قـ" + "ـ" * 300 + "ال ذلك"
    with Session.create(tmp_path / "m.tawatur", analyst="x") as session:
        documents.add(session, [DocumentDraft(text, "ع", PROVENANCE)])
        (hit,) = search(session, "قال")
        assert hit.span.of(text).replace("ـ", "") == "قال"
        (hit,) = search(session, "ذلك")
        assert hit.span.of(text) == "ذلك"


def test_other_folding_rules_make_the_index_anew(
    session: Session, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = session.path
    session.close()
    monkeypatch.setattr(search_index, "fold_text", lambda text: text.replace("ش", "س"))
    with Session.open(path, analyst="x") as again:
        rows = again.db.execute("SELECT text FROM folded ORDER BY n").fetchall()
        assert [text for (text,) in rows] == [text.replace("ش", "س") for text in TEXTS.values()]
        assert not search_index.stale(again.db.conn)


def test_a_hit_names_its_document(session: Session) -> None:
    (hit,) = search(session, "الحربي")
    rows = session.db.execute("SELECT id FROM document WHERE title = 'إنتاج'")
    assert hit.document == DocumentId(rows.fetchone()[0])
    assert hit.span == Span(17, 23)
