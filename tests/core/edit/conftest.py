"""A project with something of everything, open for the length of a test."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.core.store.project import Project, make


@pytest.fixture
def project(tmp_path: Path) -> Iterator[Project]:
    made = make(tmp_path / "a.tawatur")
    yield made
    made.session.close()
