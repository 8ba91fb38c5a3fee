"""The commands of the window itself."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from tawatur_core.store import documents
from tawatur_gui import theme
from tawatur_gui.actions import Command, always
from tawatur_gui.context import Place, Target
from tawatur_gui.settings import UI_SIZES
from tawatur_gui.shell.keys import show_keys
from tawatur_gui.shell.preferences import Preferences

if TYPE_CHECKING:
    from tawatur_gui.window import Window


def window_commands(window: Window) -> list[Command]:
    """Return what can be asked for everywhere."""
    context = window.context

    def is_open() -> bool:
        return context.session is not None

    def writes() -> bool:
        return context.session is not None and not context.session.read_only

    def command(
        code: str,
        keys: tuple[str, ...],
        run: Callable[[], object],
        group: str,
        enabled: Callable[[], bool] = always,
    ) -> Command:
        return Command(code, keys, lambda: _void(run), enabled, group)

    def suggest() -> None:
        if context.session is not None:
            window.bridge.suggest(documents.document_ids(context.session))

    return [
        command("command-search", ("Ctrl+K",), window.top_search, "group-window"),
        command("command-keys", ("F1",), lambda: _keys(window), "group-window"),
        command("command-settings", ("Ctrl+,",), lambda: _settings(window), "group-window"),
        command("command-language", ("Ctrl+Shift+L",), lambda: _language(window), "group-window"),
        command("command-theme", ("Ctrl+Shift+D",), lambda: _theme(window), "group-window"),
        command("command-larger", ("Ctrl+Alt+=",), lambda: _size(window, 1), "group-window"),
        command("command-smaller", ("Ctrl+Alt+-",), lambda: _size(window, -1), "group-window"),
        command("command-full-screen", ("F11",), lambda: _full(window), "group-window"),
        command("command-quit", ("Ctrl+Q",), window.close, "group-window"),
        command("command-undo", ("Ctrl+Z",), lambda: _undo(window), "group-project", writes),
        command(
            "command-redo",
            ("Ctrl+Shift+Z", "Ctrl+Y"),
            lambda: _redo(window),
            "group-project",
            writes,
        ),
        command("command-new", ("Ctrl+N",), lambda: _new(window), "group-project"),
        command("command-open", ("Ctrl+O",), lambda: _open(window), "group-project"),
        command("command-sample", (), window.projects.sample, "group-project"),
        command("command-import", ("Ctrl+I",), lambda: _import(window), "group-project"),
        command(
            "command-import-folder",
            ("Ctrl+Shift+I",),
            lambda: _import_folder(window),
            "group-project",
        ),
        command("command-suggest", (), suggest, "group-project", writes),
        command("command-accept-all", (), window.bridge.accept_all, "group-project", writes),
        command("command-check", (), window.bridge.check, "group-project", is_open),
        command("command-close", ("Ctrl+W",), window.projects.close, "group-project", is_open),
        *_places(window, is_open),
    ]


_PLACES = (
    (Place.READ, ("Ctrl+1",)),
    (Place.ENTITIES, ("Ctrl+2",)),
    (Place.CONFLICTS, ("Ctrl+3",)),
    (Place.OVERVIEW, ("Ctrl+4",)),
    (Place.EXPORT, ("Ctrl+5", "Ctrl+E")),
    (Place.WELCOME, ("Ctrl+6",)),
)


def _places(window: Window, is_open: Callable[[], bool]) -> list[Command]:
    """Return the ways to go; without a project there is only the start."""

    def go(place: Place) -> Callable[[], None]:
        return lambda: window.go(Target(place))

    return [
        Command(
            f"command-go-{place}",
            keys,
            go(place),
            always if place is Place.WELCOME else is_open,
            "group-places",
        )
        for place, keys in _PLACES
    ]


def _void(run: Callable[[], object]) -> None:
    run()


def _undo(window: Window) -> None:
    window.context.do(lambda session: session.undo())


def _redo(window: Window) -> None:
    window.context.do(lambda session: session.redo())


def _keys(window: Window) -> None:
    show_keys(window, window.context, window.all_commands())


def _settings(window: Window) -> None:
    def speak(language: str) -> None:
        sheet.close_sheet()
        window.speak(language)
        _settings(window)

    sheet = Preferences(window, window.context, window.relook, speak)
    window.context.went.connect(sheet.close_sheet)
    sheet.open()


def _language(window: Window) -> None:
    window.speak("en" if window.context.settings.language == "ar" else "ar")


def _theme(window: Window) -> None:
    window.context.settings.theme = "light" if theme.current().dark else "dark"
    window.relook()


def _size(window: Window, step: int) -> None:
    size = window.context.settings.ui_size + step
    if size in UI_SIZES:
        window.context.settings.ui_size = size
        window.relook()


def _full(window: Window) -> None:
    if window.isFullScreen():
        window.showNormal()
    else:
        window.showFullScreen()


def _new(window: Window) -> None:
    from tawatur_gui.library.asking import NewProject  # noqa: PLC0415 - start time

    NewProject(window).open_asking()


def _open(window: Window) -> None:
    from tawatur_gui.library.asking import ask_project  # noqa: PLC0415 - start time

    path = ask_project(window)
    if path is not None:
        window.projects.open(path)


def _import(window: Window) -> None:
    from tawatur_gui.library.asking import ask_files  # noqa: PLC0415 - start time

    window.take_files(ask_files(window))


def _import_folder(window: Window) -> None:
    from tawatur_gui.library.asking import ask_folder  # noqa: PLC0415 - start time

    window.take_files(ask_folder(window))
