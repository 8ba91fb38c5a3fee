"""The one way in: files, folders, archives; what is refused stands in the list by name."""

from __future__ import annotations

import io
import os
import tracemalloc
import zipfile
from pathlib import Path

import pytest

from tawatur_core.errors import (
    BadFormat,
    Cancelled,
    CannotRead,
    NotArticles,
    TooLarge,
    Unsafe,
)
from tawatur_core.importers.articles import draft_of, look_again, look_over
from tawatur_core.importers.inspection import Choices
from tawatur_core.importers.limits import MB
from tawatur_core.importers.sample import drafts
from tawatur_core.monitor import Stoppable
from tawatur_core.wording import wording

from .made import BODY, FIRST, docx, page, zipped

LINES = "\n\nقال الوزير: «نعم».\r\nوأضاف 😀.\n"


def test_text_files_keep_their_letters_and_have_residue_marked(tmp_path: Path):
    (tmp_path / "a.txt").write_bytes(LINES.encode())
    (tmp_path / "b.txt").write_text(f"{FIRST}\n\nشاركها.\nاترك تعليقاً\n\nExit mobile version\n")
    first, second = (one.draft for one in look_over([tmp_path]))
    assert first is not None
    assert second is not None
    assert first.text == LINES.replace("\r\n", "\n")
    assert [span.of(second.text) for span in second.residue] == [
        "شاركها.\nاترك تعليقاً\n\nExit mobile version"
    ]


def test_the_seeds_have_no_other_residue_than_is_known(tmp_path: Path):
    for n, known in enumerate(drafts()):
        (tmp_path / f"{n}.txt").write_text(known.text, encoding="utf-8")
    for found, known in zip(look_over([tmp_path]), drafts(), strict=True):
        assert found.draft is not None
        assert found.draft.text == known.text
        assert set(found.draft.residue) <= set(known.residue)


def test_content_goes_before_the_name(tmp_path: Path):
    pytest.importorskip("trafilatura")
    (tmp_path / "a.txt").write_text(page(), encoding="utf-8")
    (tmp_path / "b.dat").write_bytes(docx())
    (tmp_path / "c.html").write_text("قال الوزير إن الأمر انتهى.", encoding="utf-8")
    found = list(look_over([tmp_path / name for name in ("a.txt", "b.dat", "c.html")]))
    assert [one.format for one in found] == ["html", "docx", "html"]
    forced = list(look_over([tmp_path / "a.txt"], Choices(format="txt")))
    assert forced[0].draft is not None
    assert forced[0].draft.text.startswith("<!DOCTYPE")


def test_a_folder_tells_what_it_left_out(tmp_path: Path):
    for name in (
        "a.txt",
        "b/c.txt",
        "b/photo.jpg",
        ".hidden.txt",
        "page.html",
        "page_files/ad.html",
    ):
        file = tmp_path / name
        file.parent.mkdir(exist_ok=True)
        file.write_text(FIRST, encoding="utf-8")
    found = list(look_over([tmp_path, tmp_path / "a.txt"]))
    assert [one.path.name for one in found[:-1]] == ["a.txt", "page.html", "c.txt"]
    assert isinstance(found[-1].error, NotArticles)
    assert found[-1].error.detail == "1: b/photo.jpg"


def test_links_are_not_followed_out_of_a_folder(tmp_path: Path):
    (tmp_path / "secret.txt").write_text("سر", encoding="utf-8")
    folder = tmp_path / "in"
    folder.mkdir()
    (folder / "a.txt").write_text(FIRST, encoding="utf-8")
    (folder / "b.txt").symlink_to(folder / "a.txt")
    (folder / "c.txt").symlink_to(tmp_path / "secret.txt")
    (folder / "d").symlink_to(tmp_path)
    (folder / "e.txt").symlink_to("/dev/zero")
    os.mkfifo(folder / "f.txt")
    found = {one.path.name: one.error for one in look_over([folder])}
    assert found["a.txt"] is None
    assert found["b.txt"] is None
    assert isinstance(found["c.txt"], Unsafe)
    assert isinstance(found["e.txt"], Unsafe)
    assert isinstance(found["f.txt"], CannotRead)
    assert len(found) == 5


def test_archives(tmp_path: Path):
    pytest.importorskip("trafilatura")
    file = tmp_path / "أخبار.zip"
    file.write_bytes(zipped({
        "b/خبر.txt": FIRST.encode("cp1256"), "a.html": page(), "c.docx": docx(), "d.jpg": "x",
        "__MACOSX/._a.txt": "x", "empty/": "",
    }))  # fmt: skip
    found = list(look_over([file]))
    assert [(one.format, one.path.relative_to(file).as_posix()) for one in found[:3]] == [
        ("txt", "b/خبر.txt"), ("html", "a.html"), ("docx", "c.docx"),
    ]  # fmt: skip
    assert all(one.archive == file and one.draft for one in found[:3])
    assert isinstance(found[3].error, NotArticles)
    (again,) = look_again(found[0], Choices(encoding="utf-8"))
    assert again.error is not None
    assert again.archive == file
    (again,) = look_again(again, Choices())
    assert again.draft == found[0].draft


def test_an_archive_in_an_archive_is_refused(tmp_path: Path):
    file = tmp_path / "a.zip"
    file.write_bytes(zipped({"a.txt": FIRST, "b.zip": zipped({"c.txt": FIRST})}))
    found = list(look_over([file]))
    assert found[0].draft is not None
    assert isinstance(found[1].error, Unsafe)


@pytest.mark.parametrize("name", ["../../etc/cron.d/x.txt", "/etc/x.txt", "C:\\x.txt"])
def test_a_path_that_leaves_the_folder(tmp_path: Path, name: str):
    file = tmp_path / "in" / "a.zip"
    file.parent.mkdir()
    file.write_bytes(zipped({"a.txt": FIRST, name: "x"}))
    (found,) = look_over([file])
    assert isinstance(found.error, Unsafe)
    assert sorted(path.name for path in tmp_path.rglob("*")) == ["a.zip", "in"], (
        "nothing is unpacked"
    )


def test_bombs_fill_no_memory(tmp_path: Path):
    bombs = {
        "a.zip": zipped({"a.txt": bytes(64 * MB)}),
        "b.docx": zipped({"word/document.xml": bytes(64 * MB)}),
        "c.xlsx": zipped({"xl/workbook.xml": bytes(64 * MB)}),
        "d.epub": zipped({"META-INF/container.xml": bytes(64 * MB)}),
    }
    for name, data in bombs.items():
        (tmp_path / name).write_bytes(data)
    tracemalloc.start()
    found = list(look_over([tmp_path]))
    assert tracemalloc.get_traced_memory()[1] < 16 * MB
    tracemalloc.stop()
    assert [type(one.error) for one in found] == [TooLarge] * 4


def test_a_file_of_one_line_of_a_gigabyte_fills_no_memory(tmp_path: Path):
    for name in ("a.txt", "b.jsonl", "c.csv", "d.html", "e.pdf", "f.docx"):
        with (tmp_path / name).open("wb") as file:
            file.truncate(1 << 30)
    tracemalloc.start()
    found = list(look_over([tmp_path]))
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert [type(one.error) for one in found] == [TooLarge] * 6
    assert peak < 8 * MB


def test_refused_files_let_go_of_their_bytes(tmp_path: Path):
    for n in range(8):
        (tmp_path / f"{n}.txt").write_bytes(b"\x81\x8d" * (2 * MB))
    tracemalloc.start()
    found = list(look_over([tmp_path]))
    kept = tracemalloc.get_traced_memory()[0]
    tracemalloc.stop()
    assert len(found) == 8
    assert all(one.error for one in found)
    assert kept < 4 * MB


def test_turning_marks_leave_names_but_not_texts(tmp_path: Path):
    text = "عنوان \u202eنيزم\u202c\nقال \u202eabc\u202c نعم."
    (tmp_path / "خبر\u202etxt.exe.txt").write_text(text, encoding="utf-8")
    (found,) = look_over([tmp_path])
    draft = found.draft
    assert draft is not None
    assert draft.text == text
    assert draft.title == "عنوان نيزم"
    assert draft.provenance.file_name == "خبرtxt.exe.txt"
    assert {one.code for one in found.findings} == {"finding-turning-name"}
    assert len(found.findings) == 2


def test_our_own_projects_are_no_articles(tmp_path: Path):
    (tmp_path / "a.jsonl").write_text(
        '{"type": "project", "format": "tawatur-jsonl", "version": 1}'
    )
    (found,) = look_over([tmp_path / "a.jsonl"])
    assert isinstance(found.error, NotArticles)


def test_it_can_be_stopped(tmp_path: Path):
    (tmp_path / "a.txt").write_text(BODY, encoding="utf-8")
    monitor = Stoppable()
    monitor.stop()
    with pytest.raises(Cancelled):
        list(look_over([tmp_path], monitor=monitor))


def test_a_missing_file_and_an_unreadable_folder(tmp_path: Path):
    (found,) = look_over([tmp_path / "none.pdf"])
    assert isinstance(found.error, CannotRead)
    assert list(look_over([])) == []


def test_the_basis_of_a_date_is_put_into_words(tmp_path: Path):
    (tmp_path / "a.csv").write_text(f"text,date\n{FIRST},2025-07-12\n", encoding="utf-8")
    (found,) = look_over([tmp_path])
    words = wording("ar")
    draft = draft_of(found, words)
    assert draft is not None
    assert draft.published_basis == words.say("found-column")


def test_an_archive_with_a_damaged_file_names_that_file(tmp_path: Path):
    data = zipped({"a.txt": FIRST * 50, "b.txt": BODY})
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        at = archive.getinfo("a.txt").header_offset + 60
    broken = bytearray(data)
    broken[at : at + 8] = bytes(8)
    file = tmp_path / "a.zip"
    file.write_bytes(bytes(broken))
    first, second = look_over([file])
    assert isinstance(first.error, BadFormat)
    assert second.draft is not None
