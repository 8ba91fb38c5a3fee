"""The place that shows the corpus as a whole: matrix, timeline and two maps."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QEvent, QObject, QRectF, Qt, QTimer
from PySide6.QtWidgets import (
    QButtonGroup,
    QScrollArea,
    QSizePolicy,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from tawatur_core.errors import TawaturError
from tawatur_core.model import Changes
from tawatur_core.monitor import Monitor
from tawatur_core.overview import Overview, gather
from tawatur_gui import file_dialogs
from tawatur_gui.actions import Command
from tawatur_gui.context import Context, Place, Target
from tawatur_gui.jobs import Job
from tawatur_gui.overview.canvas import Canvas
from tawatur_gui.overview.chart import Chart, Item
from tawatur_gui.overview.details import DetailsPane
from tawatur_gui.overview.matrix import MatrixChart
from tawatur_gui.overview.network import NetworkChart
from tawatur_gui.overview.save import save
from tawatur_gui.overview.timeline import TimelineChart
from tawatur_gui.widgets import Button, Empty, Heading, IconButton, Muted, role
from tawatur_gui.widgets.basic import row
from tawatur_gui.widgets.panes import Panes

MAKERS: dict[str, Callable[[Overview], Chart]] = {
    "matrix": MatrixChart,
    "timeline": TimelineChart,
    "together": lambda overview: NetworkChart(overview, quoting=False),
    "quoting": lambda overview: NetworkChart(overview, quoting=True),
}
_SHOWN = (
    "document",
    "claim",
    "claim_span",
    "slot",
    "mention",
    "entity",
    "alias",
    "verdict",
    "event_group",
    "conflict",
)
_QUIET = 250  # milliseconds without a change before the pictures are computed again
_EDGE = 24  # pixels round a picture


class OverviewPage(QWidget):
    """One picture at a time, chosen above it; beside it what stands behind the chosen item."""

    place = Place.OVERVIEW

    def __init__(self, context: Context) -> None:
        super().__init__()
        self._context = context
        self._job: Job | None = None
        self._stale = True
        self.overview: Overview | None = None
        self.shown = "matrix"
        self.canvas = Canvas(context)
        self.details = DetailsPane(context)
        self.title, self.note = Heading(large=True, lines=1), Muted(small=False, lines=2)
        self.buttons: dict[str, Button] = {}
        self.save_button = IconButton("export", context.say("overview-save"), key="Ctrl+S")
        self.view = QScrollArea()
        self.stack = QStackedWidget()
        self._build()
        self._soon = QTimer(self, singleShot=True, interval=_QUIET)
        self._soon.timeout.connect(self.refresh)
        self.canvas.chosen.connect(self._chosen)
        self.canvas.moved.connect(self._follow)
        self.save_button.clicked.connect(self.save)
        context.changed.connect(self._changed)
        context.opened.connect(self._opened)
        context.themed.connect(self._fit)

    # --- building

    def _build(self) -> None:
        say = self._context.say
        group = QButtonGroup(self)
        for number, code in enumerate(MAKERS, start=1):
            button = Button(say(f"overview-{code}"), key=str(number))
            button.setCheckable(True)
            button.setSizePolicy(QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Fixed)
            button.clicked.connect(lambda _=False, code=code: self.show_picture(code))
            group.addButton(button)
            self.buttons[code] = button
        self.view.setWidget(self.canvas)
        self.view.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.view.setCornerWidget(role(QWidget(), "paper"))
        self.view.viewport().installEventFilter(self)
        self.view.verticalScrollBar().valueChanged.connect(self.canvas.update)
        self.setFocusProxy(self.canvas)
        read = Button(say("overview-read"), primary=True)
        read.clicked.connect(lambda: self._context.go(Target(Place.READ)))
        self.stack.addWidget(self.view)
        self.stack.addWidget(Empty(say("overview-empty"), read, note=say("overview-empty-note")))
        paper = QWidget()
        paper.setProperty("role", "paper")
        paper.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        box = QVBoxLayout(paper)
        box.setContentsMargins(_EDGE, 16, _EDGE - 12, 0)
        box.setSpacing(4)
        head = row(*self.buttons.values(), None, self.save_button, 12)
        box.addLayout(head)
        box.addSpacing(12)
        box.addWidget(self.title)
        box.addWidget(self.note)
        box.addSpacing(8)
        box.addWidget(self.stack, 1)
        panes = Panes(
            self._context.settings, "overview", paper, self.details, sizes=(1060, 316), grows=0
        )
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(panes)

    # --- the page

    def open(self, target: Target) -> None:
        """Show the pictures as the project is now."""
        self.show_picture(self.shown)
        self.canvas.setFocus(Qt.FocusReason.OtherFocusReason)
        if self._stale:
            self.refresh()

    def commands(self) -> list[Command]:
        """Return the page's commands."""

        def shower(code: str) -> Callable[[], None]:
            return lambda: self.show_picture(code)

        shows = [
            Command(f"command-overview-{code}", (str(number),), shower(code))
            for number, code in enumerate(MAKERS, start=1)
        ]
        return [*shows, Command("command-overview-save", ("Ctrl+S",), self.save, self._ready)]

    def _ready(self) -> bool:
        return self.stack.currentWidget() is self.view and self.canvas.chart is not None

    def _opened(self) -> None:
        self.overview, self._stale = None, True
        if self.isVisible():
            self.refresh()

    def _changed(self, changes: Changes) -> None:
        if changes.touches(*_SHOWN):
            self._stale = True
            if self.isVisible():
                self._soon.start()

    def refresh(self) -> None:
        """Compute the pictures in the background and show them."""
        session = self._context.session
        if session is None:
            return
        if self._job is not None:
            self._job.cancel()
        self._stale = False
        open_reader = session.reader()

        def work(monitor: Monitor) -> Overview:
            with open_reader() as reader, reader.snapshot():
                return gather(reader, monitor)

        label = self._context.say("overview-working")
        self._job = self._context.jobs.run(work, self._computed, label=label)

    def _computed(self, overview: Overview) -> None:
        self.overview = overview
        self.show_picture(self.shown)

    # --- the picture

    def show_picture(self, code: str) -> None:
        """Show one of the pictures: matrix, timeline, together, quoting."""
        say = self._context.say
        if code != self.shown:
            self.canvas.current = ""
        self.shown = code
        self.buttons[code].setChecked(True)
        self.title.setText(say(f"overview-{code}"))
        self.note.setText(say(f"overview-{code}-note"))
        if self.overview is None:
            return
        chart = MAKERS[code](self.overview)
        self.stack.setCurrentIndex(1 if chart.empty else 0)
        self.save_button.setEnabled(not chart.empty)
        if not chart.empty:
            self.canvas.show_chart(chart)
            self._fit()
        self._show_details()

    def _fit(self) -> None:
        room = self.view.maximumViewportSize()
        bar = self.view.verticalScrollBar().sizeHint().width()
        room.setWidth(room.width() - bar)
        self.canvas.lay_out(room)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Fit the picture to the room it has."""
        if event.type() == QEvent.Type.Resize:
            self._fit()
        return super().eventFilter(watched, event)

    def _follow(self, box: QRectF) -> None:
        middle = box.center().toPoint()
        across, down = round(box.width() / 2) + 16, round(box.height() / 2) + 16
        self.view.ensureVisible(middle.x(), middle.y(), across, down)

    def _chosen(self, item: Item) -> None:
        self._show_details()
        if item.target is not None:
            self._context.go(item.target)

    def _show_details(self) -> None:
        chart = self.canvas.chart
        if chart is None or chart.empty or chart.item(self.canvas.current) is None:
            self.details.clear(self._context.say(f"overview-{self.shown}-hint"))
        else:
            self.details.show_details(chart.details(self.canvas.current))

    # --- saving

    def save(self) -> None:
        """Let the person choose a file, and save the picture as it is shown."""
        session, chart = self._context.session, self.canvas.chart
        if session is None or chart is None or not self._ready():
            return
        say = self._context.say
        name = f"{session.path.stem}-{self.shown}.svg"
        filters = f"{say('overview-svg')} (*.svg);;{say('overview-png')} (*.png)"
        proposed = session.path.parent / name
        path = file_dialogs.ask_place(self, say("overview-save"), proposed, filters)
        if path is not None:
            known = path.suffix.lower() in {".svg", ".png"}
            self.save_as(path if known else path.with_name(f"{path.name}.svg"))

    def save_as(self, path: Path) -> None:
        """Save the picture to a file and tell it."""
        chart, session = self.canvas.chart, self._context.session
        if chart is None or session is None:
            return
        title = f"{self._context.say(f'overview-{self.shown}')} — {session.title}"
        try:
            save(chart, title, path)
        except TawaturError as failure:
            self._context.fail(failure)
        else:
            told = self._context.say("overview-saved", file=path.name)
            self._context.noticed.emit(told, "done")
