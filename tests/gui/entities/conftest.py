"""The hand-made project, at the place of entities."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtTest import QTest
from tests.gui.conflicts.conftest import made
from tests.gui.conflicts.made import Made

from tawatur_gui.actions import bind
from tawatur_gui.context import Context, Place, Target
from tawatur_gui.entities.page import EntitiesPage

__all__ = ["made"]


@pytest.fixture
def page(context: Context, made: Made) -> Iterator[EntitiesPage]:
    """The place of entities on the screen, with its keys bound as the window binds them."""
    shown = EntitiesPage(context)
    bind(shown, shown.commands())
    shown.resize(1320, 800)
    shown.show()
    shown.activateWindow()
    QTest.qWaitForWindowExposed(shown)
    shown.open(Target(Place.ENTITIES))
    assert context.jobs.wait()
    yield shown
    shown.close()
    shown.deleteLater()
