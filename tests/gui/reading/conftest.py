"""The reading page on the sample articles."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget

from tawatur_gui.actions import bind
from tawatur_gui.context import Context, Place, Target
from tawatur_gui.reading.page import ReadPage

from .made import Made, make


@pytest.fixture
def made(context: Context, tmp_path: Path) -> Made:
    """The project, open in the context."""
    found = make(tmp_path / "sample.tawatur")
    context.session = found.session
    found.session.subscribe(context.changed.emit)
    return found


@pytest.fixture
def page(context: Context, made: Made) -> Iterator[ReadPage]:
    """The page at the third article, in a window of the size of the target picture."""
    window = QWidget()
    window.resize(1380, 820)
    shown = ReadPage(context)
    shown.setParent(window)
    shown.resize(1380, 820)
    bind(shown, shown.commands())
    window.show()
    window.activateWindow()
    QTest.qWaitForWindowActive(window)
    shown.open(Target(Place.READ, document=made.documents[2]))
    context.jobs.wait()
    yield shown
    context.jobs.wait()
    window.close()
    window.deleteLater()


@pytest.fixture
def select(page: ReadPage, made: Made) -> Callable[[str], None]:
    """Select words of the third article with the mouse."""

    def by_mouse(words: str) -> None:
        from .test_pane import _drag, _ends

        span = made.span(made.documents[2], words)
        page.pane.scroll_to(span)
        page.pane.clear_selection()
        _drag(page.pane, *_ends(page.pane, span))
        assert page.desk.selection == span

    return by_mouse
