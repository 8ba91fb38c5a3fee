"""The place where the corpus leaves the program: format, losses, scope, file, preview."""

from __future__ import annotations

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QHBoxLayout, QProgressBar, QScrollArea, QWidget

from tawatur_core import exchange
from tawatur_core.exchange import Exported
from tawatur_core.exporters import catalogue
from tawatur_core.model import Changes
from tawatur_core.monitor import Monitor
from tawatur_core.plugins import Exporter
from tawatur_gui.actions import Command
from tawatur_gui.context import Context, Place, Target
from tawatur_gui.export.destination import DestinationField, ReplaceCard
from tawatur_gui.export.formats import FormatList, LackingCard, told
from tawatur_gui.export.losses import LossCard
from tawatur_gui.export.preview import PreviewPane
from tawatur_gui.export.result import ResultCard
from tawatur_gui.export.scope import ScopeChooser
from tawatur_gui.jobs import Job
from tawatur_gui.widgets import Button, Heading, Muted
from tawatur_gui.widgets.basic import column, row
from tawatur_gui.widgets.panes import Panes

_QUIET = 150  # milliseconds before preview and counts follow a change


class ExportPage(QWidget):
    """Formats on one side, choices in the middle, the beginning of the output beside them."""

    place = Place.EXPORT

    def __init__(self, context: Context) -> None:
        super().__init__()
        self._context = context
        self._job: Job | None = None
        self.formats = FormatList(context)
        self.losses = LossCard(context)
        self.scope = ScopeChooser(context)
        self.destination = DestinationField(context)
        self.replacing = ReplaceCard(context)
        self.result = ResultCard(context)
        self.preview = PreviewPane(context)
        self.button = Button(context.say("export-do"), primary=True, icon="export")
        self.bar = QProgressBar()
        self.bar.setTextVisible(False)
        self.bar.setAccessibleName(context.say("export-working"))
        self.bar.hide()
        self._build()
        self._soon = QTimer(self, singleShot=True, interval=_QUIET)
        self._soon.timeout.connect(self.show_scope)
        self.formats.chosen.connect(self._choose)
        self.scope.changed.connect(self._rescope)
        self.destination.changed.connect(self._retarget)
        self.replacing.agreed.connect(self._replace)
        self.button.clicked.connect(self.act)
        context.opened.connect(self._opened)
        context.changed.connect(self._changed)
        context.themed.connect(self._soon.start)
        self._opened()

    # --- building

    def _build(self) -> None:
        middle = self._middle = QScrollArea()
        middle.setAccessibleName(self._context.say("place-export"))
        middle.setWidgetResizable(True)
        middle.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        middle.setMinimumWidth(360)
        middle.setWidget(self._choices())
        middle.setProperty("role", "paper")
        middle.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        panes = Panes(
            self._context.settings,
            "export",
            self.formats,
            middle,
            self.preview,
            sizes=(272, 512, 560),
            grows=2,
        )
        box = QHBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.addWidget(panes)

    def _choices(self) -> QWidget:
        self.name = Heading(large=True)
        self.what = Muted(small=False)
        self.readers = Muted()
        self.lacking = LackingCard(self._context)
        holder = QWidget()
        holder.setLayout(
            column(
                column(self.name, self.what, self.readers, spacing=4),
                self.lacking,
                self.losses,
                self.scope,
                self.destination,
                self.replacing,
                row(self.button, None),
                self.bar,
                self.result,
                None,
                spacing=16,
            )
        )
        holder.layout().setContentsMargins(32, 24, 32, 24)  # type: ignore[union-attr]
        return holder

    # --- the page

    def open(self, target: Target) -> None:
        """Show the page with the articles as they are now."""
        self.scope.refresh()
        self.destination.refresh()
        self.formats.view.setFocus()

    def commands(self) -> list[Command]:
        """Return the page's commands."""
        return [
            Command("command-export-now", ("Ctrl+Return",), self.act, self.button.isEnabled),
            Command("command-export-browse", ("Ctrl+B",), self.destination.browse),
            Command("command-export-search", ("Ctrl+F",), self.formats.search.setFocus),
        ]

    def _opened(self) -> None:
        self.result.forget()
        self.replacing.hide()
        self.scope.refresh()
        self._choose(self.formats.current())

    def _changed(self, changes: Changes) -> None:
        if not self.isVisible():
            return
        if changes.touches("document"):
            self.scope.refresh()
        self._soon.start()

    def _choose(self, exporter: Exporter) -> None:
        name, what = told(self._context, exporter)
        self.result.forget()
        self.replacing.hide()
        readers = catalogue.facts(exporter).readers
        self.name.setText(name)
        self.what.setText(what)
        self.readers.setText(self._context.say("export-readers", readers=readers))
        self.readers.setVisible(bool(readers))
        self.lacking.show_for(exporter)
        self.destination.put(exporter)
        self.losses.show_for(exporter, self.scope.scope(), empty=True)
        self._enable()
        self._soon.start()

    def _rescope(self) -> None:
        self._enable()
        self._soon.start()

    def _retarget(self) -> None:
        self.replacing.hide()
        self._enable()

    def _enable(self) -> None:
        possible = catalogue.missing(self.formats.current()) is None
        ready = possible and self.destination.usable() and not self.scope.empty()
        self.button.setEnabled(self._job is not None or ready)

    def show_scope(self) -> None:
        """Count the losses and write the preview for what is chosen now, in the background."""
        if not self.isVisible():
            return
        exporter, scope, empty = self.formats.current(), self.scope.scope(), self.scope.empty()
        self.losses.show_for(exporter, scope, empty=empty)
        self.preview.show_for(exporter, scope, empty=empty)

    # --- the export

    def act(self) -> None:
        """Export, or cancel the export that runs; an older file is asked about first."""
        if self._job is not None:
            self._job.cancel()
            return
        path = self.destination.chosen()
        self.destination.refresh()
        self._enable()
        if path is None or not self.button.isEnabled():
            return
        standing = self.destination.in_the_way()
        if standing:
            self.replacing.ask(standing)
        else:
            self._start()

    def _replace(self) -> None:
        self._start(replace=True)

    def _start(self, *, replace: bool = False) -> None:
        session, destination = self._context.session, self.destination.chosen()
        if session is None or destination is None or self._job is not None:
            return
        name, scope = self.formats.current().name, self.scope.scope()
        language, open_reader = self._context.settings.language, session.reader()

        def work(monitor: Monitor) -> Exported:
            with open_reader() as reader, reader.snapshot():
                return exchange.export(
                    reader,
                    name,
                    destination,
                    scope=scope,
                    language=language,
                    monitor=monitor,
                    replace=replace,
                )

        self.result.forget()
        self._job = self._context.jobs.run(
            work, self._finished, label=self._context.say("export-working"), lasting=True
        )
        self._job.progressed.connect(self._advance)
        self._context.jobs.changed.connect(self._watch)
        self._watch()

    def _advance(self, done: int, total: int) -> None:
        self.bar.setRange(0, total)
        self.bar.setValue(done)

    def _watch(self) -> None:
        """Show whether the export runs; tell when it was cancelled."""
        running = self._job is not None and self._job in self._context.jobs.running
        self.button.setText(self._context.say("cancel" if running else "export-do"))
        self.bar.setVisible(running)
        if running:
            self.bar.setRange(0, 0)
        elif self._job is not None:
            if self._job.cancelled:
                self._context.noticed.emit(self._context.say("export-cancelled"), "done")
            self._job = None
            self._context.jobs.changed.disconnect(self._watch)
        self._enable()

    def _finished(self, done: Exported) -> None:
        self.result.show_done(done)
        QTimer.singleShot(0, self.result, lambda: self._middle.ensureWidgetVisible(self.result))
        self.destination.refresh()
        if not self.isVisible():  # the card says it to whoever is here
            words = self._context.say("export-done-short", file=done.destination.name)
            self._context.noticed.emit(words, "done")
