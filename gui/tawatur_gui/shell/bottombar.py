"""The bar below the page: saved, who works here, what runs, how far the work has come."""

from __future__ import annotations

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QFrame, QHBoxLayout, QProgressBar

from tawatur_gui.context import Context
from tawatur_gui.jobs import Job
from tawatur_gui.widgets import Button, Muted

HEIGHT = 28
_NOW = 6000  # milliseconds that 'just now' is true


class BottomBar(QFrame):
    """Small print; analyst and shortcuts can be clicked."""

    def __init__(self, context: Context) -> None:
        super().__init__()
        self._context = context
        self._job: Job | None = None
        self.setProperty("role", "panel")
        self.fit()
        self.saved = Muted(lines=1)
        self._later = QTimer(self, singleShot=True, interval=_NOW)
        self._later.timeout.connect(lambda: self.show_saved("status-saved-all"))
        self.analyst = Button("", kind="link")
        self.analyst.clicked.connect(lambda: context.asked.emit("command-settings"))
        self.work = Muted(lines=1)
        self.progress = QProgressBar()
        self.progress.setTextVisible(False)
        self.progress.setFixedWidth(96)
        self.stop = Button(context.say("status-cancel"), kind="link")
        self.stop.clicked.connect(self._cancel)
        self.counts = Muted(lines=1)
        self.page = Muted(lines=1)
        self.keys = Button(f"F1 {context.say('status-keys')}", kind="link")
        self.keys.clicked.connect(lambda: context.asked.emit("command-keys"))
        box = QHBoxLayout(self)
        box.setContentsMargins(16, 0, 16, 0)
        box.setSpacing(24)
        for widget in (self.saved, self.analyst, self.work, self.progress, self.stop):
            box.addWidget(widget)
        box.addStretch(1)
        for widget in (self.page, self.counts, self.keys):
            box.addWidget(widget)
        self.show_analyst()
        self.show_jobs()
        context.jobs.changed.connect(self.show_jobs)

    def fit(self) -> None:
        """Take the height the interface font needs."""
        self.setFixedHeight(max(HEIGHT, self._context.settings.ui_size + 15))

    def show_analyst(self) -> None:
        """Show who works here."""
        name = self._context.settings.analyst
        self.analyst.setText(self._context.say("status-analyst", name=name))

    def show_saved(self, code: str) -> None:
        """Show the state of saving: a message id. 'Just now' becomes 'saved' after a while."""
        if code == "status-saved":
            self._later.start()
        else:
            self._later.stop()
        self.saved.setText(self._context.say(code))

    def show_counts(self, text: str, page: str) -> None:
        """Show the counts of the project and what the page says of itself."""
        self.counts.setText(text)
        self.page.setText(page)
        self.page.setVisible(bool(page))

    def show_jobs(self) -> None:
        """Show the newest piece of work that has a name."""
        named = [job for job in self._context.jobs.running if job.label]
        job = named[-1] if named else None
        if job is not self._job:
            self._job = job
            if job is not None:
                job.progressed.connect(self._advance)
                self.progress.setRange(0, 0)
                self.work.setText(self._context.say("status-working", what=job.label))
        for widget in (self.work, self.progress, self.stop):
            widget.setVisible(job is not None)

    def _advance(self, done: int, total: int) -> None:
        if self._job is None:
            return
        self.progress.setRange(0, total)
        self.progress.setValue(done)

    def _cancel(self) -> None:
        if self._job is not None:
            self._job.cancel()
