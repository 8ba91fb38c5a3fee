"""What all formats of annotation tools have in common."""

from __future__ import annotations

from pathlib import Path

import pytest

from tawatur_core import exchange
from tawatur_core.errors import Cancelled, CannotRead
from tawatur_core.exporters.registry import format_named
from tawatur_core.importers import registry
from tawatur_core.monitor import Silent, Stoppable
from tawatur_core.store.session import Session

NAMES = {"label-studio": "", "doccano": "", "tei": "lxml", "refi-qda": "lxml", "w3c": ""}


@pytest.fixture(params=NAMES)
def name(request: pytest.FixtureRequest) -> str:
    if NAMES[request.param]:
        pytest.importorskip(NAMES[request.param])
    return str(request.param)


@pytest.fixture
def exported(name: str, hard: Session, tmp_path: Path) -> Path:
    file = tmp_path / f"ملف 1{format_named(name).suffix}"
    exchange.export(hard, name, file)
    return file


def test_what_is_written_is_recognised_and_by_nothing_else(name: str, exported: Path):
    assert [one.name for one in registry.importers() if one.recognises(exported)] == [name]
    assert registry.read(exported, None, Silent()).format == name


def test_reading_can_be_cancelled(name: str, exported: Path):
    monitor = Stoppable()
    monitor.stop()
    with pytest.raises(Cancelled):
        registry.read(exported, name, monitor)


def test_a_file_that_is_not_there_is_said_to_be_missing(name: str, tmp_path: Path):
    importer = registry.importer_of(tmp_path, name)
    assert importer is not None
    missing = tmp_path / f"missing{format_named(name).suffix}"
    assert not importer.recognises(missing)
    with pytest.raises(CannotRead):
        importer.read(missing, Silent())


def test_equal_projects_give_equal_files(name: str, exported: Path, hard: Session, tmp_path: Path):
    (tmp_path / "again").mkdir()
    again = tmp_path / "again" / exported.name
    exchange.export(hard, name, again)
    assert again.read_bytes() == exported.read_bytes()


def test_only_what_was_confirmed_comes_back(name: str, seeds: Session, tmp_path: Path):
    file = tmp_path / f"out{format_named(name).suffix}"
    scope = exchange.Scope(reviewed_only=True)
    exchange.export(seeds, name, file, scope=scope)
    restored = registry.read(file, name, Silent()).restored
    wanted = list(exchange.corpus_of(seeds, scope).documents())
    assert [len(one.claims) for one in restored.documents] == [len(one.claims) for one in wanted]
    slots = [len(claim.slots) for one in wanted for claim in one.claims]
    assert [len(claim.slots) for one in restored.documents for claim in one.claims] == slots
