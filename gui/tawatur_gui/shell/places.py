"""The pages of the window: made when they are first asked for, kept until the language changes."""

from __future__ import annotations

from collections.abc import Callable
from importlib import import_module
from typing import Protocol, cast

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QApplication, QStackedWidget, QWidget

from tawatur_gui import style
from tawatur_gui.actions import Command, bind
from tawatur_gui.context import Context, Place, Target

# Where each page lives. It is imported when it is first shown: the window starts sooner.
_PAGES = {
    Place.WELCOME: ("tawatur_gui.library.welcome", "WelcomePage"),
    Place.READ: ("tawatur_gui.reading.page", "ReadPage"),
    Place.ENTITIES: ("tawatur_gui.entities.page", "EntitiesPage"),
    Place.CONFLICTS: ("tawatur_gui.conflicts.page", "ConflictsPage"),
    Place.OVERVIEW: ("tawatur_gui.overview.page", "OverviewPage"),
    Place.EXPORT: ("tawatur_gui.export.page", "ExportPage"),
}


class Page(Protocol):
    """What a page offers.

    It may also have `status() -> str` (shown in the bottom bar),
    `main_command() -> Command | None` (the button at the end of the top bar) and
    `where() -> Target` (where it is now, so that it can be built anew there).
    """

    place: Place

    def open(self, target: Target) -> None:
        """Show what `target` names."""

    def commands(self) -> list[Command]:
        """Return the page's commands, for keys, search field and the sheet of shortcuts."""


class Places(QStackedWidget):
    """The stack of pages."""

    def __init__(self, context: Context) -> None:
        super().__init__()
        self._context = context
        self._pages: dict[Place, QWidget] = {}
        self._at: Target = Target(Place.WELCOME)

    def show_target(self, target: Target) -> None:
        """Show a place and what is asked for there."""
        self._at = target
        widget = self._pages.get(target.place)
        if widget is None:
            module, name = _PAGES[target.place]
            make = cast("Callable[[Context], QWidget]", getattr(import_module(module), name))
            widget = make(self._context)
            self._pages[target.place] = widget
            self.addWidget(widget)
            # A page may have bound some of its commands itself, to a part of it.
            bound = {action.objectName() for action in widget.findChildren(QAction)}
            offered = cast("Page", widget).commands()
            bind(widget, [command for command in offered if command.code not in bound])
        style.dress(widget)  # the theme may have changed while the page was hidden
        self.setCurrentWidget(widget)
        cast("Page", widget).open(target)
        self.focus_page()

    def focus_page(self) -> None:
        """Give the focus to the page, unless it is there: its keys answer only then."""
        page, now = self.currentWidget(), QApplication.focusWidget()
        if page is not None and (now is None or not page.isAncestorOf(now)):
            last = page.focusWidget() or page  # where the focus was on that page
            last.setFocus(Qt.FocusReason.OtherFocusReason)

    def dress(self) -> None:
        """Dress the page on the screen; the others are dressed when they are shown."""
        page = self.currentWidget()
        if page is not None:
            style.dress(page)

    def page(self) -> Page | None:
        """Return the page on the screen."""
        return cast("Page | None", self.currentWidget())

    def where(self) -> Target:
        """Return where the person is, as finely as the page can say."""
        asked = getattr(self.page(), "where", None)
        return asked() if callable(asked) else self._at

    def status(self) -> str:
        """Return what the page says of itself in the bottom bar."""
        asked = getattr(self.page(), "status", None)
        return str(asked()) if callable(asked) else ""

    def main_command(self) -> Command | None:
        """Return the page's main action."""
        asked = getattr(self.page(), "main_command", None)
        return cast("Command | None", asked()) if callable(asked) else None

    def commands(self) -> list[Command]:
        """Return the commands of the page on the screen."""
        page = self.page()
        return page.commands() if page is not None else []
