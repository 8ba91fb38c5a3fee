"""Off-screen tests of the real window."""

from __future__ import annotations

import os

os.environ["QT_QPA_PLATFORM"] = "offscreen"
os.environ.setdefault("QT_LOGGING_RULES", "qt.qpa.*=false")

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMessageBox

from tawatur_core.edit import documents
from tawatur_core.importers import sample
from tawatur_core.store.session import Session
from tawatur_gui import style, theme
from tawatur_gui.context import Context
from tawatur_gui.errors import Net
from tawatur_gui.jobs import Jobs
from tawatur_gui.settings import Settings
from tawatur_gui.window import Window


@pytest.fixture(scope="session")
def app() -> QApplication:
    """The one application of the test run, with our fonts and look."""
    made = QApplication.instance() or QApplication(["tawatur"])
    assert isinstance(made, QApplication)
    style.load_fonts()
    made.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    style.apply(made, theme.LIGHT, Settings())
    made.setStyleSheet(style.stylesheet(theme.LIGHT, Settings()))  # for parts without a window
    return made


@pytest.fixture(autouse=True)
def own_folders(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Settings and projects of a test live in its own folder; no message box may open."""
    monkeypatch.setenv("TAWATUR_CONFIG", str(tmp_path / "config"))
    monkeypatch.setenv("TAWATUR_DATA", str(tmp_path / "data"))

    def opened(*args: object, **kwargs: object) -> None:
        pytest.fail(f"a message box opened: {args[1:]}")

    for name in ("information", "warning", "critical", "question", "about"):
        monkeypatch.setattr(QMessageBox, name, opened)
    monkeypatch.setattr(QMessageBox, "exec", opened)
    yield
    if QApplication.instance() is not None:
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)


@pytest.fixture
def no_leftovers(app: QApplication) -> Iterator[None]:
    """Fail when a test leaves a top-level widget on the screen."""
    before = {id(widget) for widget in app.topLevelWidgets()}
    yield
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
    left = [w for w in app.topLevelWidgets() if w.isVisible() and id(w) not in before]
    for widget in left:
        widget.close()
    assert not left, f"left on the screen: {left}"


@pytest.fixture
def settings(own_folders: None) -> Settings:
    """Settings of a first start."""
    return Settings(analyst="هـ.س", theme="light")


@pytest.fixture
def context(app: QApplication, settings: Settings) -> Iterator[Context]:
    """A context without a project."""
    made = Context(settings, Jobs())
    yield made
    assert made.jobs.wait()
    if made.session is not None:
        made.session.close()


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """A project file with the five sample articles and nothing marked."""
    path = tmp_path / "sample.tawatur"
    session = Session.create(path, analyst="هـ.س", title="لافروف وكوريا الشمالية")
    documents.add(session, sample.drafts())
    session.close()
    return path


@pytest.fixture
def opened(context: Context, project: Path) -> Iterator[Context]:
    """A context with the sample project open and its notices passed on, without a window."""
    session = Session.open(project, analyst=context.settings.analyst)
    context.session = session
    session.subscribe(context.changed.emit)
    yield context
    assert context.jobs.wait()


def settle(context: Context) -> None:
    """Wait for running work, and let the window show what came of it."""
    assert context.jobs.wait()
    QTest.qWait(20)
    assert context.jobs.wait()


@pytest.fixture
def settled() -> Callable[[Context], None]:
    """What waits for running work."""
    return settle


@pytest.fixture
def empty_window(app: QApplication, settings: Settings, no_leftovers: None) -> Iterator[Window]:
    """The real window without a project. Errors of our own fail the test."""
    caught: list[Exception] = []
    net = Net()
    net.caught.connect(caught.append)
    net.spread()
    made = Window(Context(settings, Jobs()))
    made.context.broke.connect(caught.append)
    made.resize(1440, 900)
    made.show()
    made.activateWindow()
    assert QTest.qWaitForWindowActive(made)
    yield made
    settle(made.context)
    made.close()
    made.deleteLater()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
    net.fold()
    assert not caught, caught


@pytest.fixture
def window(empty_window: Window, project: Path) -> Window:
    """The real window on the sample project."""
    assert empty_window.projects.open(project)
    settle(empty_window.context)
    return empty_window
