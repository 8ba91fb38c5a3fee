"""The review in the real window: places, undo by its keys, the project opened again."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import cast

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from tests.gui.conflicts.made import Made, make

from tawatur_core.model import Choice
from tawatur_core.store.entities import entities
from tawatur_core.store.verdicts import verdicts
from tawatur_gui.conflicts.items import State
from tawatur_gui.conflicts.page import ConflictsPage
from tawatur_gui.context import Context, Place, Target
from tawatur_gui.entities.page import EntitiesPage
from tawatur_gui.window import Window


@pytest.fixture
def review(
    empty_window: Window, tmp_path: Path, settled: Callable[[Context], None]
) -> tuple[Window, Made]:
    """The window on the hand-made project, at the conflicts."""
    project = make(tmp_path / "made.tawatur")
    project.session.close()
    assert empty_window.projects.open(tmp_path / "made.tawatur")
    settled(empty_window.context)
    empty_window.context.go(Target(Place.CONFLICTS))
    empty_window.activateWindow()
    assert QTest.qWaitForWindowActive(empty_window)
    return empty_window, project


def on_screen(window: Window) -> ConflictsPage:
    page = window.places.page()
    assert isinstance(page, ConflictsPage)
    return page


def states(page: ConflictsPage, made: Made) -> list[State]:
    return [item.state for item in page.queue.model.items if item.key == made.speaker.key]


def test_verdict_and_undo_through_the_window(review: tuple[Window, Made]):
    window, made = review
    page = on_screen(window)
    session = window.context.session
    assert session is not None
    QTest.keyClick(page.queue.view, Qt.Key.Key_1)
    assert verdicts(session)[made.speaker.key].choice is Choice.ONE_SIDE
    QTest.keyClick(window, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert verdicts(session) == {}
    assert page.shown is not None
    assert page.shown.key == made.speaker.key


def test_reopening_after_a_restart(
    review: tuple[Window, Made], settled: Callable[[Context], None], tmp_path: Path
):
    window, made = review
    QTest.keyClick(on_screen(window).queue.view, Qt.Key.Key_3)
    window.projects.close()
    assert window.projects.open(tmp_path / "made.tawatur")
    settled(window.context)
    window.context.go(Target(Place.CONFLICTS, conflict=made.speaker.key))
    window.activateWindow()
    assert QTest.qWaitForWindowActive(window)
    page = on_screen(window)
    assert states(page, made) == [State.DONE]
    QTest.keyClick(page.queue.view, Qt.Key.Key_O)
    assert states(page, made) == [State.OPEN]


def test_merging_two_entities_and_undoing_it(review: tuple[Window, Made]):
    window, made = review
    window.context.go(Target(Place.ENTITIES, entity=made.long_name))
    page = cast("EntitiesPage", window.places.page())
    session = window.context.session
    assert session is not None
    before = len(entities(session))
    QTest.keyClick(page.catalogue.view, Qt.Key.Key_M)
    page.detail.merge_field.field.setText("تشو سون")
    QTest.keyClick(page.detail.merge_field.field, Qt.Key.Key_Return)
    assert len(entities(session)) == before - 1
    page.catalogue.view.setFocus()
    QTest.keyClick(window, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert len(entities(session)) == before
