"""Starting the window."""

from __future__ import annotations

import gc
import sys
from pathlib import Path

from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QApplication

from tawatur_core.errors import TawaturError
from tawatur_gui import paths, style
from tawatur_gui.context import Context
from tawatur_gui.errors import Net, words_for
from tawatur_gui.jobs import Jobs
from tawatur_gui.settings import Settings
from tawatur_gui.window import Window


def show(path: Path | None, *, sample: bool = False) -> int:
    """Open the window until it closes, and return the exit code.

    It shows the project `path`, with `sample` the sample corpus, else the last project, else the
    welcome page.
    """
    app = application()
    net = Net()
    net.spread()
    window = make_window(net)
    window.show()
    last = window.context.settings.last_project
    if path is not None:
        window.take_files([path.resolve()])
    elif sample:
        window.projects.sample()
    elif last and Path(last).exists():
        window.projects.open(Path(last))
    # What stands now stays: looking through all of it for garbage, whenever a place is filled with
    # thousands of things, would hold the window up for a tenth of a second.
    gc.freeze()
    code = app.exec()
    window.context.jobs.stop()
    net.fold()
    return code


def application() -> QApplication:
    """Return the application with our fonts and icon."""
    app = QApplication.instance() or QApplication(sys.argv[:1])
    assert isinstance(app, QApplication)
    app.setApplicationName("tawatur")
    app.setDesktopFileName("tawatur")
    app.setWindowIcon(QIcon(str(paths.icon("tawatur"))))
    style.load_fonts()
    return app


def make_window(net: Net) -> Window:
    """Return a window with the settings of last time; damaged ones are set aside and told."""
    trouble: TawaturError | None = None
    try:
        settings = Settings.load()
    except TawaturError as failure:
        settings, trouble = Settings(), failure
        Settings.set_aside()
    context = Context(settings, Jobs())
    window = Window(context)
    net.caught.connect(context.fail)
    if trouble is not None:
        why = words_for(trouble, context.words)
        context.noticed.emit(context.say("settings-damaged", why=why), "failed")
    return window
