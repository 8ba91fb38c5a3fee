"""Files of any kind as one import."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from tawatur_core import exchange, gathering
from tawatur_core.edit import documents as edit
from tawatur_core.errors import Cancelled, EmptyFile, NoSuchRow, UnreadBeside
from tawatur_core.gathering import Gathered
from tawatur_core.importers import sample
from tawatur_core.model import DocumentId
from tawatur_core.monitor import Silent, Stoppable
from tawatur_core.store import documents
from tawatur_core.store.session import Session
from tests.core.store.project import dump

TEXT = "قال لافروف إن الجنود وصلوا.\n"


@pytest.fixture
def session(tmp_path: Path) -> Iterator[Session]:
    made = Session.create(tmp_path / "one.tawatur", analyst="هـ.س")
    yield made
    made.close()


def marked(folder: Path, name: str = "a") -> Path:
    """Make a text with one claim, as brat keeps it."""
    folder.mkdir(parents=True, exist_ok=True)
    (folder / f"{name}.txt").write_text(TEXT, encoding="utf-8")
    (folder / f"{name}.ann").write_text("T1\tClaim 0 10\tقال لافروف\n", encoding="utf-8")
    return folder


def found(*paths: Path) -> dict[str, str]:
    """Return what was found, by name: a format, or the class of the refusal."""
    return {
        one.path.name: type(one.refused).__name__
        if one.refused
        else one.format or (one.article.format if one.article else "")
        for one in gathering.look_over(paths, Silent())
    }


def test_a_folder_may_hold_everything(tmp_path: Path) -> None:
    folder = tmp_path / "in"
    marked(folder / "deep" / "brat")
    (folder / "b.txt").write_text("خبر", encoding="utf-8")
    (folder / "empty.txt").write_text("", encoding="utf-8")
    assert found(folder) == {"brat": "brat", "b.txt": "txt", "empty.txt": "EmptyFile"}


def test_a_folder_may_hold_files_of_several_tools(tmp_path: Path) -> None:
    folder = marked(tmp_path / "in")
    task = {"data": {"text": "قال لافروف"}, "annotations": [{"result": []}]}
    (folder / "tasks.json").write_text(json.dumps([task]), encoding="utf-8")
    (folder / "b.xmi").write_text('<xmi:XMI xmlns:xmi="http://www.omg.org/XMI"/>', encoding="utf-8")
    looked = list(gathering.look_over([folder], Silent()))
    assert {one.format for one in looked} == {"brat", "label-studio", "cas-xmi"}
    assert {"brat", "label-studio"} <= {one.format for one in looked if one.refused is None}


def test_pages_beside_annotations_are_articles_too(tmp_path: Path) -> None:
    pytest.importorskip("trafilatura")
    folder = marked(tmp_path / "in")
    page = "<html><body><article><h1>خبر</h1><p>نص الخبر كله هنا.</p></article></body></html>"
    (folder / "page.html").write_text(page, encoding="utf-8")
    assert found(folder) == {"in": "brat", "page.html": "html"}


def test_a_folder_that_cannot_be_told_is_looked_through_as_one(tmp_path: Path) -> None:
    folder = tmp_path / "in"
    folder.mkdir()
    (folder / "a.txt").write_text("خبر", encoding="utf-8")
    (folder / "song.mp3").write_bytes(b"ID3")
    assert found(folder) == {"a.txt": "txt", "in": "NotArticles"}


def test_looking_over_can_be_cancelled(tmp_path: Path) -> None:
    (tmp_path / "in").mkdir()
    (tmp_path / "in" / "a.txt").write_text("خبر", encoding="utf-8")
    monitor = Stoppable()
    monitor.stop()
    with pytest.raises(Cancelled):
        list(gathering.look_over([tmp_path / "in"], monitor))


def _gathered(session: Session, tmp_path: Path) -> Gathered:
    incoming = exchange.look_over([marked(tmp_path / "brat")])
    drafts = (*sample.drafts()[:2], replace(sample.drafts()[2], title="نسخة"))
    return Gathered(drafts, {2: 0}, exchange.prepare(session, incoming))


def test_articles_copies_and_annotations_are_one_step(session: Session, tmp_path: Path) -> None:
    before = dump(session)
    steps = list(gathering.gather(session, _gathered(session, tmp_path)))
    assert all(done <= total for done, total in steps)
    made = {row.title: row for row in documents.library(session)}
    assert len(made) == 4
    assert made["نسخة"].copied_from == made[sample.drafts()[0].title].id
    assert [row.claims for row in made.values() if row.claims] == [1]
    after = dump(session)
    for _ in range(2):
        session.undo()
        assert dump(session) == before
        session.redo()
        assert dump(session) == after
    assert session.redo_label is None


def test_a_copy_of_what_is_gone_stops_everything(session: Session, tmp_path: Path) -> None:
    before = dump(session)
    wanted = replace(_gathered(session, tmp_path), copies={1: DocumentId("gone")})
    with pytest.raises(NoSuchRow):
        list(gathering.gather(session, wanted))
    assert dump(session) == before


def test_a_copy_of_an_article_of_the_project_is_tied_to_it(session: Session) -> None:
    (first,) = edit.add(session, sample.drafts()[:1])
    list(gathering.gather(session, Gathered(tuple(sample.drafts()[1:2]), {0: first})))
    assert documents.document(session, documents.document_ids(session)[1]).copied_from == first


def test_a_refusal_of_an_article_is_its_own(tmp_path: Path) -> None:
    (tmp_path / "empty.txt").write_bytes(b"")
    (one,) = gathering.look_over([tmp_path / "empty.txt"], Silent())
    assert isinstance(one.refused, EmptyFile)


def test_an_annotated_file_with_nothing_in_it_is_refused(tmp_path: Path) -> None:
    folder = tmp_path / "brat"
    folder.mkdir()
    (folder / "a.ann").write_text("", encoding="utf-8")
    (folder / "a.txt").write_text("", encoding="utf-8")
    with Session.create(tmp_path / "none.tawatur", analyst="هـ.س") as session:
        exchange.export(session, "jsonl", tmp_path / "none.jsonl")
    assert found(folder, tmp_path / "none.jsonl") == {
        "brat": "NothingInside",
        "none.jsonl": "NothingInside",
    }


def test_what_many_folders_leave_unread_is_told_in_one_row(tmp_path: Path) -> None:
    broken = '<xmi:XMI xmlns:xmi="http://www.omg.org/XMI"/>'
    for name in ("a", "b", "c", "d"):
        (marked(tmp_path / "in" / name) / "b.xmi").write_text(broken, encoding="utf-8")
    alone = tmp_path / "in" / "alone"
    alone.mkdir()
    (alone / "c.xmi").write_text(broken, encoding="utf-8")
    looked = list(gathering.look_over([tmp_path / "in"], Silent()))
    assert [one.path.name for one in looked if one.refused is None] == ["a", "b", "c", "d"]
    told = [one.refused for one in looked if one.refused is not None]
    beside = [one for one in told if isinstance(one, UnreadBeside)]
    assert len(told) == 2
    assert len(beside) == 1
    assert beside[0].detail.startswith("4: a, b, c, …")


def test_files_of_no_kind_beside_annotations_are_told_not_read(tmp_path: Path) -> None:
    folder = tmp_path / "in"
    marked(folder / "brat")
    (folder / "a.txt").write_text("خبر", encoding="utf-8")
    (folder / "x.bin").write_bytes(b"\0\1")
    assert found(folder) == {"brat": "brat", "a.txt": "txt", "in": "NotArticles"}
