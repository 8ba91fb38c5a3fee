"""The hand-made project, open in a context."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtTest import QTest
from tests.gui.conflicts.made import Made, make

from tawatur_gui.actions import bind
from tawatur_gui.conflicts.page import ConflictsPage
from tawatur_gui.context import Context, Place, Target


@pytest.fixture
def made(context: Context, tmp_path: Path) -> Iterator[Made]:
    """A project with four conflicts and a pair of names, open in the context."""
    project = make(tmp_path / "made.tawatur")
    context.session = project.session
    project.session.subscribe(context.changed.emit)
    yield project
    assert context.jobs.wait()


@pytest.fixture
def page(context: Context, made: Made) -> Iterator[ConflictsPage]:
    """The place of conflicts on the screen, with its keys bound as the window binds them."""
    shown = ConflictsPage(context)
    bind(shown, shown.commands())
    shown.resize(1320, 800)
    shown.show()
    shown.activateWindow()
    QTest.qWaitForWindowExposed(shown)
    shown.open(Target(Place.CONFLICTS))
    yield shown
    shown.close()
    shown.deleteLater()
