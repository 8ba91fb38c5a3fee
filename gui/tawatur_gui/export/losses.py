"""What a format drops or flattens, counted for the scope at hand: before, and after an export."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QLabel, QVBoxLayout, QWidget

from tawatur_core import exchange
from tawatur_core.exchange import Scope
from tawatur_core.exporters.catalogue import missing
from tawatur_core.monitor import Monitor
from tawatur_core.plugins import Exporter, Lost
from tawatur_gui.context import Context
from tawatur_gui.jobs import Job
from tawatur_gui.widgets import AutoLabel, Card, Muted, Section
from tawatur_gui.widgets.basic import clear


class LossList(QWidget):
    """The losses by name, each with its count; what nothing of the scope falls under steps back."""

    def __init__(self, context: Context) -> None:
        super().__init__()
        self._context = context
        self._box = QVBoxLayout(self)
        self._box.setContentsMargins(0, 0, 0, 0)
        self._box.setSpacing(4)

    def put(self, lost: Sequence[Lost], *, counted: bool) -> None:
        """Show losses; those not counted yet have no number."""
        clear(self._box)
        say = self._context.say
        felt = [one for one in lost if one.count != 0 or not counted]
        for one in felt:
            self._box.addWidget(self._line(one, counted=counted))
        spared = [say(one.code) for one in lost if one not in felt]
        if spared:
            names = " · ".join(spared)
            self._box.addWidget(Muted(say("export-loses-unfelt", names=names)))

    def _line(self, one: Lost, *, counted: bool) -> QWidget:
        say = self._context.say
        line = QWidget()
        grid = QGridLayout(line)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(16)
        grid.setColumnStretch(0, 1)
        name = AutoLabel(f"–  {say(one.code)}")
        grid.addWidget(name, 0, 0)
        if counted:
            told = say("export-lost-count", count=one.count) if one.count is not None else ""
            number = QLabel(told or say("export-lost-all"))
            number.setProperty("role", "strong" if told else "small")
            grid.addWidget(number, 0, 1, Qt.AlignmentFlag.AlignTop)
            line.setAccessibleName(f"{say(one.code)}: {number.text()}")
        return line


class LossCard(Card):
    """The card on the page: what the chosen format will not hold of the chosen scope."""

    def __init__(self, context: Context) -> None:
        super().__init__()
        self._context = context
        self._counting: Job | None = None
        self.head = Section()
        self.list = LossList(context)
        self.note = Muted()
        for part in (self.head, self.list, self.note):
            self.box.addWidget(part)

    def show_for(self, exporter: Exporter, scope: Scope, *, empty: bool) -> None:
        """Show the names of the losses now, and their counts when they are known."""
        say, session = self._context.say, self._context.session
        if self._counting is not None:
            self._counting.cancel()
        self.head.setText(say("export-loses" if exporter.losses else "export-loses-nothing"))
        bare = tuple(Lost(loss.code, None) for loss in exporter.losses)
        self.list.put(bare, counted=False)
        self.list.setVisible(bool(bare))
        counting = bool(bare) and session is not None and not empty
        self.note.setText(say("export-loses-counting"))
        self.note.setVisible(counting and missing(exporter) is None)
        if session is None or not counting:
            return
        name, open_reader = exporter.name, session.reader()

        def work(monitor: Monitor) -> tuple[Lost, ...]:
            with open_reader() as reader, reader.snapshot():
                return exchange.losses(reader, name, scope=scope, monitor=monitor)

        self._counting = self._context.jobs.run(work, self.show_counted)

    def show_counted(self, lost: tuple[Lost, ...]) -> None:
        """Show the counts."""
        self.list.put(lost, counted=True)
        self.note.hide()
