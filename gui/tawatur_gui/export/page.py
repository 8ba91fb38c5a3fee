"""The place where the corpus leaves the program: format, scope, preview, file."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt, QTimer, QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import (
    QFileDialog,
    QHBoxLayout,
    QLineEdit,
    QPlainTextEdit,
    QScrollArea,
    QStackedWidget,
    QTextBrowser,
    QVBoxLayout,
    QWidget,
)

from tawatur_core import exchange
from tawatur_core.exchange import Exported
from tawatur_core.model import Changes
from tawatur_core.monitor import Monitor
from tawatur_core.plugins import Exporter
from tawatur_gui.actions import Command
from tawatur_gui.context import Context, Place, Target
from tawatur_gui.export.formats import FormatList
from tawatur_gui.export.rendered import rendered
from tawatur_gui.export.scope import ScopeChooser
from tawatur_gui.jobs import Job
from tawatur_gui.widgets import AutoLabel, Button, Card, Heading, Muted, Section
from tawatur_gui.widgets.basic import column, row
from tawatur_gui.widgets.panes import Panes

_PREVIEW = 6000  # code points shown
_QUIET = 150  # milliseconds before the preview follows a change


class ExportPage(QWidget):
    """Formats on one side, choices in the middle, the beginning of the output beside them."""

    place = Place.EXPORT

    def __init__(self, context: Context) -> None:
        super().__init__()
        self._context = context
        self._job: Job | None = None
        self._previewing: Job | None = None
        self._done: Exported | None = None
        self.formats = FormatList(context)
        self.scope = ScopeChooser(context)
        self.destination = QLineEdit()
        self.destination.setAccessibleName(context.say("export-destination"))
        self.destination.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
        self.browse_button = Button(context.say("browse"))
        self.button = Button(context.say("export-do"), primary=True, icon="export")
        self.result = Card()
        self.told = AutoLabel()
        self.preview = QPlainTextEdit()
        self.report = QTextBrowser()
        self.shown = QStackedWidget()
        self._note = Muted()
        self._build()
        self._soon = QTimer(self, singleShot=True, interval=_QUIET)
        self._soon.timeout.connect(self.show_preview)
        self.formats.chosen.connect(self._choose)
        self.scope.changed.connect(self._rescope)
        self.destination.textChanged.connect(self._enable)
        self.browse_button.clicked.connect(self.browse)
        self.button.clicked.connect(self.act)
        context.opened.connect(self._opened)
        context.changed.connect(self._changed)
        context.themed.connect(self._soon.start)
        self._opened()

    # --- building

    def _build(self) -> None:
        middle = QScrollArea()
        middle.setWidgetResizable(True)
        middle.setMinimumWidth(320)
        middle.setWidget(self._choices())
        panes = Panes(
            self._context.settings,
            "export",
            self.formats,
            _on_paper(middle),
            self._beside(),
            sizes=(264, 520, 560),
            grows=2,
        )
        box = QHBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.addWidget(panes)

    def _choices(self) -> QWidget:
        say = self._context.say
        where = row(self.destination, self.browse_button)
        where.setStretch(0, 1)
        self.result.box.addWidget(self.told)
        folder, file = Button(say("export-folder"), icon="folder"), Button(say("export-file"))
        folder.clicked.connect(lambda: self._open_result(folder=True))
        file.clicked.connect(lambda: self._open_result(folder=False))
        self.result.box.addLayout(row(folder, file, None))
        self.result.hide()
        holder = QWidget()
        holder.setLayout(
            column(
                Heading(say("export-title"), large=True),
                8,
                self.formats.losses,
                8,
                self.scope,
                8,
                Section(say("export-destination")),
                where,
                4,
                row(self.button, None),
                8,
                self.result,
                None,
            )
        )
        holder.layout().setContentsMargins(32, 24, 32, 24)  # type: ignore[union-attr]
        return holder

    def _beside(self) -> QWidget:
        say = self._context.say
        self.preview.setReadOnly(True)
        self.preview.setProperty("role", "bare")
        self.preview.setLineWrapMode(QPlainTextEdit.LineWrapMode.WidgetWidth)
        self.preview.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
        self.preview.setAccessibleName(say("export-preview"))
        side = QWidget()
        side.setProperty("role", "panel")
        side.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        box = QVBoxLayout(side)
        box.setContentsMargins(24, 24, 24, 8)
        box.setSpacing(8)
        self.report.setOpenLinks(False)
        self.report.setAccessibleName(say("export-preview"))
        for each in (self.preview, self.report):
            self.shown.addWidget(each)
        box.addLayout(row(Section(say("export-preview")), None, self._note))
        box.addWidget(self.shown, 1)
        return side

    # --- the page

    def open(self, target: Target) -> None:
        """Show the page with the articles as they are now."""
        self.scope.refresh()
        self.formats.view.setFocus()

    def commands(self) -> list[Command]:
        """Return the page's commands."""
        return [
            Command("command-export-now", ("Ctrl+Return",), self.act, self.button.isEnabled),
            Command("command-export-browse", ("Ctrl+B",), self.browse),
        ]

    def _opened(self) -> None:
        self._done = None
        self.result.hide()
        self.scope.refresh()
        self._choose(self.formats.current())

    def _changed(self, changes: Changes) -> None:
        if not self.isVisible():
            return
        if changes.touches("document"):
            self.scope.refresh()
        self._soon.start()

    def _choose(self, exporter: Exporter) -> None:
        session = self._context.session
        if session is not None:
            before = Path(self.destination.text()) if self.destination.text() else None
            folder = before.parent if before is not None else session.path.parent
            self.destination.setText(str(folder / f"{session.path.stem}{exporter.suffix}"))
            self.destination.setCursorPosition(0)
        self._soon.start()

    def _rescope(self) -> None:
        self._enable()
        self._soon.start()

    def _enable(self) -> None:
        ready = bool(self.destination.text().strip()) and not self.scope.empty()
        self.button.setEnabled(self._job is not None or ready)

    def browse(self) -> None:
        """Let the person choose the file."""
        words = self._context.say("ask-export")
        chosen, _ = QFileDialog.getSaveFileName(self, words, self.destination.text())
        if chosen:
            self.destination.setText(chosen)

    # --- the preview

    def show_preview(self) -> None:
        """Write the beginning of the output in the background and show it."""
        session = self._context.session
        if session is None or self.scope.empty():
            self.shown.setCurrentWidget(self.preview)
            self.preview.setPlainText(self._context.say("export-preview-none"))
            return
        if self._previewing is not None:
            self._previewing.cancel()
        name, scope = self.formats.current().name, self.scope.scope()
        language, open_reader = self._context.settings.language, session.reader()

        def work(_: Monitor) -> str:
            with open_reader() as reader:
                return exchange.preview(reader, name, scope=scope, language=language)

        show = self._show_report if name == "html" else self._show_text
        self._previewing = self._context.jobs.run(work, show)

    def _show_report(self, page: str) -> None:
        words, now = self._context.words, self._context.theme
        self._note.setText(words.say("export-preview-report"))
        self.report.setHtml(rendered(page, now, right=words.right_to_left))
        self.shown.setCurrentWidget(self.report)

    def _show_text(self, text: str) -> None:
        self._note.setText(self._context.say("export-preview-note"))
        self.shown.setCurrentWidget(self.preview)
        cut = f"\n{self._context.say('export-preview-cut')}" if len(text) > _PREVIEW else ""
        self.preview.setPlainText(text[:_PREVIEW] + cut)

    # --- the export

    def act(self) -> None:
        """Export, or cancel the export that runs."""
        session = self._context.session
        if self._job is not None:
            self._job.cancel()
            return
        if session is None or not self.button.isEnabled():
            return
        name, scope = self.formats.current().name, self.scope.scope()
        destination = Path(self.destination.text().strip()).expanduser()
        language, open_reader = self._context.settings.language, session.reader()

        def work(monitor: Monitor) -> Exported:
            with open_reader() as reader, reader.snapshot():
                return exchange.export(
                    reader, name, destination, scope=scope, language=language, monitor=monitor
                )

        self.result.hide()
        self._job = self._context.jobs.run(
            work, self._finished, label=self._context.say("export-working")
        )
        self._context.jobs.changed.connect(self._watch)
        self._watch()

    def _watch(self) -> None:
        """Show on the button whether the export runs; tell when it was cancelled."""
        running = self._job is not None and self._job in self._context.jobs.running
        self.button.setText(self._context.say("cancel" if running else "export-do"))
        if not running and self._job is not None:
            if self._job.cancelled:
                self._context.noticed.emit(self._context.say("export-cancelled"), "done")
            self._job = None
            self._context.jobs.changed.disconnect(self._watch)
        self._enable()

    def _finished(self, done: Exported) -> None:
        say = self._context.say
        self._done = done
        self.told.setText(say("export-done", documents=done.documents, spans=done.spans))
        self.result.show()
        name = done.destination.name
        self._context.noticed.emit(say("export-done-short", file=name), "done")

    def _open_result(self, *, folder: bool) -> None:
        if self._done is not None:
            path = self._done.destination
            QDesktopServices.openUrl(QUrl.fromLocalFile(str(path.parent if folder else path)))


def _on_paper(widget: QWidget) -> QWidget:
    widget.setProperty("role", "paper")
    widget.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
    return widget
