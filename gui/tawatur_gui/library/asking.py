"""Asking for files and for the name of a new project."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QLineEdit

from tawatur_gui import file_dialogs, paths
from tawatur_gui.library.projects import free_path
from tawatur_gui.widgets import Button, Muted
from tawatur_gui.widgets.basic import row
from tawatur_gui.widgets.overlay import Sheet

if TYPE_CHECKING:
    from tawatur_gui.window import Window


def ask_project(window: Window) -> Path | None:
    """Let the person choose a project file."""
    say = window.context.say
    names = f"{say('filter-projects')} (*{paths.SUFFIX})"
    return file_dialogs.ask_file(window, say("ask-open"), paths.projects(), names)


# What annotated files are called, beside the articles' suffixes.
_ANNOTATED = (".xmi", ".xml", ".tsv", ".ann", ".qdpx", ".jsonld", ".conll", ".bio", ".ttl", ".rdf")


def ask_files(window: Window) -> list[Path]:
    """Let the person choose files of any kind that can be imported."""
    from tawatur_core.importers.formats import SUFFIXES  # noqa: PLC0415 - start time

    say = window.context.say
    known = " ".join(f"*{suffix}" for suffix in sorted({*SUFFIXES, *_ANNOTATED}))
    names = f"{say('filter-importable')} ({known});;{say('filter-all')} (*)"
    return file_dialogs.ask_files(window, say("ask-texts"), Path.home(), names)


def ask_folder(window: Window) -> list[Path]:
    """Let the person choose a folder whose files are imported."""
    words = window.context.say("ask-import-folder")
    chosen = file_dialogs.ask_folder(window, words, Path.home())
    return [chosen] if chosen is not None else []


class NewProject(Sheet):
    """Asks for a name and a folder. `then` is called when the project is open."""

    def __init__(self, window: Window, then: Callable[[], None] = lambda: None) -> None:
        say = window.context.say
        super().__init__(window, say("new-title"), say("close"), width=520)
        self._owner, self._then = window, then
        self.folder = paths.projects()
        self.name = QLineEdit()
        self.name.setPlaceholderText(say("new-name-hint"))
        self.name.setAccessibleName(say("new-name"))
        self.name.textChanged.connect(self._tell)
        self.name.returnPressed.connect(self.make)
        browse = Button(say("browse"))
        browse.clicked.connect(self._browse)
        self._told = Muted()
        self.box.addWidget(Muted(say("new-name"), small=False))
        self.box.addWidget(self.name)
        told = row(self._told, browse)
        told.setStretch(0, 1)
        self.box.addLayout(told)
        self.box.addStretch(1)
        self.button = Button(say("new-make"), primary=True)
        self.button.clicked.connect(self.make)
        self.set_foot(None, self.button)
        self._tell()

    def open_asking(self) -> None:
        """Show the sheet."""
        self.open(self.name)

    def _title(self) -> str:
        return self.name.text().strip()

    def _tell(self) -> None:
        path = free_path(self.folder, self._title()) if self._title() else self.folder
        self._told.setText(self._owner.context.say("new-file", file=str(path)))
        self.button.setEnabled(bool(self._title()))

    def _browse(self) -> None:
        words = self._owner.context.say("ask-folder")
        chosen = file_dialogs.ask_folder(self, words, self.folder)
        if chosen is not None:
            self.folder = chosen
            self._tell()

    def make(self) -> None:
        """Make the project and open it."""
        title = self._title()
        if title and self._owner.projects.create(free_path(self.folder, title), title):
            self.close_sheet()
            self._then()
