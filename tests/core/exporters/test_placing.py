"""Nothing that stands where an export goes is lost."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from tawatur_core import exchange
from tawatur_core.edit import documents
from tawatur_core.errors import AlreadyExists, CannotWrite
from tawatur_core.exporters import placing
from tawatur_core.exporters.catalogue import missing, several_files
from tawatur_core.exporters.registry import formats
from tawatur_core.model import DocumentDraft, Provenance
from tawatur_core.store.session import Session

FORMATS = [one for one in formats() if missing(one) is None and one.name != "pdf"]
NAMES = [one.name for one in FORMATS]
SEVERAL = [one for one in FORMATS if several_files(one)]


@pytest.fixture
def session(tmp_path: Path) -> Iterator[Session]:
    made = Session.create(tmp_path / "p.tawatur", analyst="م", title="ع")
    documents.add(made, [DocumentDraft("نص قصير.", "عنوان", Provenance("a", "", "utf-8", ""))])
    yield made
    made.close()


def tree(folder: Path) -> dict[str, bytes]:
    return {
        str(file.relative_to(folder)): file.read_bytes()
        for file in folder.rglob("*")
        if file.is_file()
    }


@pytest.mark.parametrize("exporter", FORMATS, ids=NAMES)
def test_a_file_is_replaced_only_when_that_is_asked_for(
    exporter, session: Session, tmp_path: Path
) -> None:
    folder = tmp_path / "out"
    folder.mkdir()
    file = folder / f"a{exporter.suffix or '.zip'}"
    exchange.export(session, exporter.name, file)
    for one in folder.rglob("*"):
        if one.is_file():
            one.write_bytes(b"mine")
    before = tree(folder)
    with pytest.raises(AlreadyExists) as refused:
        exchange.export(session, exporter.name, file)
    assert file.name in refused.value.detail
    assert tree(folder) == before
    exchange.export(session, exporter.name, file, replace=True)
    after = tree(folder)
    assert after.keys() == before.keys()
    assert b"mine" not in after.values()


@pytest.mark.parametrize("exporter", FORMATS, ids=NAMES)
def test_a_folder_with_something_in_it_is_never_replaced(
    exporter, session: Session, tmp_path: Path
) -> None:
    place = tmp_path / f"mine{exporter.suffix if exporter.suffix != '.zip' else ''}"
    place.mkdir()
    (place / "notes.txt").write_text("لي", "utf-8")
    for replace in (False, True):
        with pytest.raises(CannotWrite):
            exchange.export(session, exporter.name, place, replace=replace)
        assert tree(place) == {"notes.txt": "لي".encode()}


@pytest.mark.parametrize("exporter", SEVERAL, ids=[one.name for one in SEVERAL])
def test_an_empty_folder_is_filled(exporter, session: Session, tmp_path: Path) -> None:
    place = tmp_path / "empty"
    place.mkdir()
    exchange.export(session, exporter.name, place)
    assert tree(place)


def test_a_folder_of_texts_beside_is_kept_when_it_is_not_ours(
    session: Session, tmp_path: Path
) -> None:
    texts = tmp_path / "a-texts"
    texts.mkdir()
    (texts / "diary.txt").write_text("لي", "utf-8")
    file = tmp_path / "a.jsonld"
    for _ in range(2):
        with pytest.raises(CannotWrite, match="a-texts"):
            exchange.export(session, "w3c", file, replace=True)
        assert tree(texts) == {"diary.txt": "لي".encode()}
        file.write_text("{}", "utf-8")  # not even beside a file that may be replaced
    (texts / "diary.txt").unlink()
    exchange.export(session, "w3c", file, replace=True)
    (texts / "more.txt").write_text("لي", "utf-8")
    with pytest.raises(CannotWrite, match="a-texts"):
        exchange.export(session, "w3c", file, replace=True)
    assert (texts / "more.txt").exists()


def test_what_was_there_comes_back_when_moving_fails(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    drafts, folder, aside = (tmp_path / name for name in ("drafts", "folder", "aside"))
    for place in (drafts, folder, aside):
        place.mkdir()
    for name in ("a", "b"):
        (drafts / name).write_text("new")
        (folder / name).write_text("old")
    real = Path.replace

    def failing(self: Path, target: Path) -> Path:
        if self == drafts / "b":
            raise OSError("disk full")
        return real(self, target)

    monkeypatch.setattr(Path, "replace", failing)
    with pytest.raises(OSError, match="disk full"):
        placing.put(drafts, folder, aside)
    assert {one.name: one.read_text() for one in folder.iterdir()} == {"a": "old", "b": "old"}
