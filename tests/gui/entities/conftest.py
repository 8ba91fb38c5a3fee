"""The hand-made project, at the place of entities."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

import pytest
from PySide6.QtTest import QTest
from tests.gui.conflicts.conftest import made
from tests.gui.conflicts.made import Made

from tawatur_gui.actions import bind
from tawatur_gui.context import Context, Place, Target
from tawatur_gui.entities.page import EntitiesPage

__all__ = ["made"]


@contextmanager
def shown(context: Context) -> Iterator[EntitiesPage]:
    """The place of entities on the screen, with its keys bound as the window binds them."""
    made = EntitiesPage(context)
    bind(made, made.commands())
    made.resize(1320, 800)
    made.show()
    made.activateWindow()
    QTest.qWaitForWindowExposed(made)
    made.open(Target(Place.ENTITIES))
    assert context.jobs.wait()
    yield made
    made.close()
    made.deleteLater()


@pytest.fixture
def page(context: Context, made: Made) -> Iterator[EntitiesPage]:
    """The place of entities with the hand-made project."""
    with shown(context) as found:
        yield found
