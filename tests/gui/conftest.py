"""Off-screen tests of the real window."""

from __future__ import annotations

import os

os.environ["QT_QPA_PLATFORM"] = "offscreen"
os.environ.setdefault("QT_LOGGING_RULES", "qt.qpa.*=false")

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtWidgets import QApplication, QMessageBox

from tawatur_gui import style, theme
from tawatur_gui.context import Context
from tawatur_gui.jobs import Jobs
from tawatur_gui.settings import Settings


@pytest.fixture(scope="session")
def app() -> QApplication:
    """The one application of the test run, with our fonts and look."""
    made = QApplication.instance() or QApplication(["tawatur"])
    assert isinstance(made, QApplication)
    style.load_fonts()
    made.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    style.apply(made, theme.LIGHT, Settings())
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
