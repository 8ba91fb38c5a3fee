"""What an export would look like, and what is known of the formats."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from tawatur_core.edit import documents
from tawatur_core.exporters import bundle, catalogue
from tawatur_core.exporters.registry import formats
from tawatur_core.importers import sample
from tawatur_core.monitor import Monitor
from tawatur_core.plugins import Corpus, Loss
from tawatur_core.preview import preview
from tawatur_core.store.session import Session


class _Several:
    """A format of several files, one of them no text."""

    name, suffix = "several", ".zip"
    losses: tuple[Loss, ...] = ()

    def write(self, corpus: Corpus, destination: Path, language: str, monitor: Monitor) -> None:
        with bundle.writing(destination) as made:
            for annotated in corpus.documents():
                with made.text(f"texts/{annotated.document.id}.txt") as file:
                    file.write(annotated.document.text)
            with made.binary("a.bin") as raw:
                raw.write(b"\0\xff" * 1000)

    def verify(self, corpus: Corpus, destination: Path) -> int:
        return 0


@pytest.fixture
def session(tmp_path: Path) -> Iterator[Session]:
    made = Session.create(tmp_path / "one.tawatur", analyst="هـ.س")
    documents.add(made, sample.drafts())
    yield made
    made.close()


def test_files_of_a_bundle_are_shown_one_by_one(
    session: Session, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("tawatur_core.preview.format_named", lambda _: _Several())
    binary, text = preview(session, "several", shown=50)
    assert (binary.name, binary.size, binary.binary) == ("a.bin", 2000, True)
    assert binary.text.startswith("000000  00 ff 00")
    first = session.conn.execute("SELECT id FROM document ORDER BY id").fetchone()[0]
    assert text.name == f"texts/{first}.txt"
    assert text.text == sample.drafts()[0].text[:50]
    assert text.cut


def test_nothing_is_left_of_a_preview(session: Session, tmp_path: Path) -> None:
    before = sorted(tmp_path.rglob("*"))
    assert preview(session, "jsonl")[0].text.startswith("{")
    assert sorted(tmp_path.rglob("*")) == before


def test_every_format_of_ours_has_a_group_and_readers() -> None:
    ours = [one for one in formats() if type(one).__module__.startswith("tawatur_")]
    assert ours
    for exporter in ours:
        known = catalogue.facts(exporter)
        assert known.group is not catalogue.Group.MORE, exporter.name
        assert known.readers, exporter.name


def test_a_missing_library_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    class Sheets(_Several):
        name = "xlsx"

    monkeypatch.setattr(catalogue, "find_spec", lambda _: None)
    lacking = catalogue.missing(Sheets())
    assert lacking is not None
    assert (lacking.library, lacking.extra) == ("openpyxl", "tables")
    assert catalogue.missing(_Several()) is None


def test_groups_keep_their_order() -> None:
    groups = [group for group, _ in catalogue.grouped(formats())]
    assert groups == sorted(groups, key=list(catalogue.Group).index)
    assert [group for group, _ in catalogue.grouped([_Several()])] == [catalogue.Group.MORE]
