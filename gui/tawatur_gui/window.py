"""The one window: a rail of places, bars above and below, and the page."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QCloseEvent, QDragEnterEvent, QDropEvent, QGuiApplication, QScreen
from PySide6.QtWidgets import QApplication, QGridLayout, QMainWindow, QWidget

from tawatur_core.model import Changes
from tawatur_gui import qt_words, style, theme
from tawatur_gui.actions import Command, bind
from tawatur_gui.bridge import Bridge, Counts
from tawatur_gui.context import Context, Place, Target
from tawatur_gui.library.projects import Projects
from tawatur_gui.paths import SUFFIX
from tawatur_gui.shell.banner import Banner
from tawatur_gui.shell.bottombar import BottomBar
from tawatur_gui.shell.commands import window_commands
from tawatur_gui.shell.dropping import DropVeil, files_in
from tawatur_gui.shell.places import Places
from tawatur_gui.shell.rail import Rail
from tawatur_gui.shell.search import Results
from tawatur_gui.shell.toasts import Toasts
from tawatur_gui.shell.topbar import TopBar
from tawatur_gui.widgets import Line
from tawatur_gui.widgets.panes import pack, unpack

_FIRST_SIZE = QSize(1440, 900)
_FRAME = QSize(16, 48)  # what a window manager may put around a window


def _first_size(screen: QScreen) -> QSize:
    """Return the size of the first start: comfortable, and never larger than the screen."""
    return _FIRST_SIZE.boundedTo(screen.availableSize() - _FRAME)


class Window(QMainWindow):
    """Builds the frame, moves between places, and keeps what is shown about the project true."""

    def __init__(self, context: Context) -> None:
        super().__init__()
        self.context = context
        self.bridge = Bridge(context)
        self.projects = Projects(context, self.bridge)
        self.toasts = Toasts(self, context)
        self._counts: Counts | None = None
        self.commands = window_commands(self)
        bind(self, self.commands, reach=Qt.ShortcutContext.WindowShortcut)
        self.setAcceptDrops(True)
        self.veil = DropVeil(self, context, self.take_files)
        self.setMinimumSize(960, 600)
        self.resize(_first_size(self.screen()))
        if context.settings.geometry:
            self.restoreGeometry(unpack(context.settings.geometry))
        self._dress()
        self._build()
        context.changed.connect(self._changed)
        context.opened.connect(self._opened)
        context.went.connect(self.go)
        context.asked.connect(self.run)
        context.wanted.connect(self.take_files)
        context.jobs.failed.connect(context.fail)
        self.bridge.counted.connect(self._counted)
        hints = QGuiApplication.styleHints()
        hints.colorSchemeChanged.connect(self._system_changed)
        self.go(Target(Place.WELCOME))

    # --- building

    def _dress(self) -> None:
        app = QApplication.instance()
        assert isinstance(app, QApplication)
        right = self.context.words.right_to_left
        app.setLayoutDirection(
            Qt.LayoutDirection.RightToLeft if right else Qt.LayoutDirection.LeftToRight
        )
        qt_words.speak(app, self.context.settings.language)
        self.context.theme = theme.choose(self.context.settings.theme)
        style.apply(app, self.context.theme, self.context.settings)

    def _build(self) -> None:
        context = self.context
        self.top, self.bottom, self.rail = TopBar(context), BottomBar(context), Rail(context)
        self.banner = Banner(context, self.projects.reopen)
        self.places = Places(context)
        frame = QWidget()
        frame.setObjectName("frame")
        grid = QGridLayout(frame)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setSpacing(0)
        for number, wide in enumerate((self.top, Line(), self.banner)):
            grid.addWidget(wide, number, 0, 1, 3)
        grid.addWidget(self.rail, 3, 0)
        grid.addWidget(Line(upright=True), 3, 1)
        grid.addWidget(self.places, 3, 2)
        grid.addWidget(Line(), 4, 0, 1, 3)
        grid.addWidget(self.bottom, 5, 0, 1, 3)
        grid.setRowStretch(3, 1)
        grid.setColumnStretch(2, 1)
        self.setCentralWidget(frame)
        self.results = Results(self, self.top.search, context, self.all_commands)
        self.results.finished.connect(self.places.focus_page)
        self.top.search.escaped.connect(self.places.focus_page)
        self.rail.chosen.connect(lambda place: self.go(Target(place)))
        self._dress_parts()
        counts = self._counts
        self._opened()
        if counts is not None:
            self._counted(counts)

    def _dress_parts(self) -> None:
        self.places.dress()
        frame = self.centralWidget()
        parts = [*frame.children(), *self.children()] if frame is not None else []
        for part in parts:
            if isinstance(part, QWidget) and part not in (frame, self.places):
                style.dress(part)

    def all_commands(self) -> list[Command]:
        """Return the commands of the page and of the window."""
        return [*self.places.commands(), *self.commands]

    def relook(self) -> None:
        """Show changed settings of the look; remember them."""
        self._dress()
        self._dress_parts()
        for part in (self.top, self.bottom, self.rail):
            part.fit()
        self.bottom.show_analyst()
        self.context.themed.emit()
        session = self.context.session
        if session is not None and session.analyst != self.context.settings.analyst:
            self.projects.reopen()
        self.save_settings()

    def speak(self, language: str) -> None:
        """Change the language of the interface; the person stays where they were."""
        if language == self.context.settings.language:
            return
        where = self.places.where()
        self.context.settings.language = language
        self.results.deleteLater()
        self._dress()
        self._build()
        self.go(where)
        self.save_settings()

    # --- places

    def go(self, target: Target) -> None:
        """Show a place; without a project there is only the start."""
        if self.context.session is None and target.place != Place.WELCOME:
            target = Target(Place.WELCOME)
        self.places.show_target(target)
        self.rail.show_place(target.place)
        self._show_page()

    def top_search(self) -> None:
        """Go to the search field."""
        self.top.search.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.top.search.selectAll()

    def run(self, code: str) -> None:
        """Run one of the window's commands by its message id."""
        for command in self.commands:
            if command.code == code:
                command.call()
                return
        raise KeyError(code)

    # --- what is shown about the project

    def _opened(self) -> None:
        session, say = self.context.session, self.context.say
        title = (session.title or session.path.stem) if session else ""
        self.setWindowTitle(f"{title} — {say('app-name')}" if title else say("app-name"))
        self.top.show_project(title)
        self.rail.set_open(session is not None)
        self.banner.show_state(session)
        self._counts = None
        if session is None:
            self.bottom.show_saved("status-no-project")
        else:
            self.bottom.show_saved("status-read-only" if session.read_only else "status-saved-all")
        self._show_steps()
        self._show_page()

    def _changed(self, changes: Changes) -> None:
        self.bottom.show_saved("status-saved")
        self._show_steps()
        self._show_page()

    def _counted(self, counts: Counts) -> None:
        self._counts = counts
        waiting = {
            Place.ENTITIES: counts.name_groups,
            Place.CONFLICTS: counts.waiting,
        }
        for place, count in waiting.items():
            self.rail.buttons[place].set_waiting(count)
        self._show_page()

    def _show_steps(self) -> None:
        session = self.context.session
        if session is None:
            self.top.show_steps(None, None)
        else:
            self.top.show_steps(session.undo_label, session.redo_label)

    def _show_page(self) -> None:
        self.top.show_action(self.places.main_command() or self._export_command())
        counts, told = self._counts, ""
        if counts is not None:
            say = self.context.say
            told = say("status-counts", documents=counts.documents, claims=counts.claims)
            if counts.matters and not self.places.status():
                decided = say("status-decided", decided=counts.decided, all=counts.matters)
                told = f"{told} · {decided}"
        self.bottom.show_counts(told, self.places.status())

    def _export_command(self) -> Command | None:
        if self.context.session is None or self.places.where().place == Place.EXPORT:
            return None
        return Command("place-export", (), lambda: self.go(Target(Place.EXPORT)))

    # --- the desktop

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Accept files, and show it."""
        if files := files_in(event.mimeData()):
            event.acceptProposedAction()
            self.veil.light(files)

    def dropEvent(self, event: QDropEvent) -> None:
        """Open a project, or import texts into the open one."""
        self.veil.dropEvent(event)

    def take_files(self, files: list[Path]) -> None:
        """Open the project among `files`, else import them (into a new project if none is open)."""
        from tawatur_gui.library.importing import import_files  # noqa: PLC0415 - start time

        projects = [file for file in files if file.suffix == SUFFIX]
        if projects:
            self.projects.open(projects[0])
        elif files:
            import_files(self, files)

    def _system_changed(self) -> None:
        if self.context.settings.theme == "system":
            self.relook()

    def save_settings(self) -> None:
        """Remember the window and the settings."""
        self.context.settings.geometry = pack(self.saveGeometry())
        self.context.save_settings()

    def closeEvent(self, event: QCloseEvent) -> None:
        """Remember everything, stop what runs, close the project."""
        self.save_settings()
        self.context.jobs.stop()
        self.projects.release()
        super().closeEvent(event)
