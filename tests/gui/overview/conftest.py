"""The overview of the sample project, with all proposals accepted."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from shutil import copy

import pytest
from PySide6.QtTest import QTest

from tawatur_core import pipeline
from tawatur_core.edit import documents, proposals
from tawatur_core.importers import sample
from tawatur_core.monitor import Silent
from tawatur_core.store.session import Session
from tawatur_gui.actions import bind
from tawatur_gui.context import Context, Place, Target
from tawatur_gui.overview.page import OverviewPage


@pytest.fixture(scope="session")
def prepared(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A project file with claims, mentions and conflicts."""
    path = tmp_path_factory.mktemp("overview") / "sample.tawatur"
    session = Session.create(path, analyst="هـ.س", title="لافروف وكوريا الشمالية")
    documents.add(session, sample.drafts())
    pipeline.suggest(session, Silent())
    proposals.accept_all(session)
    pipeline.reconcile(session, Silent())
    session.close()
    return path


@pytest.fixture
def open_context(context: Context, prepared: Path, tmp_path: Path) -> Context:
    """A context with a copy of the prepared project open."""
    path = Path(copy(prepared, tmp_path / "own.tawatur"))
    session = Session.open(path, analyst=context.settings.analyst)
    context.session = session
    session.subscribe(context.changed.emit)
    return context


@pytest.fixture
def page(open_context: Context) -> Iterator[OverviewPage]:
    """The place on the screen, computed, with its keys bound as the window binds them."""
    shown = OverviewPage(open_context)
    bind(shown, shown.commands())
    shown.resize(1320, 800)
    shown.show()
    shown.activateWindow()
    QTest.qWaitForWindowExposed(shown)
    shown.open(Target(Place.OVERVIEW))
    assert open_context.jobs.wait()
    yield shown
    assert open_context.jobs.wait()
    shown.close()
    shown.deleteLater()
