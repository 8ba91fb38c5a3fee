"""Writing an import in slices: the window answers meanwhile, and nothing is half-imported."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal

from tawatur_core import gathering
from tawatur_core.gathering import Gathered
from tawatur_core.model import DocumentId
from tawatur_core.store import documents
from tawatur_gui.context import Context
from tawatur_gui.jobs import Job


class Saving(QObject):
    """One import being written. `done` brings the new documents; `ended` comes either way."""

    progressed = Signal(int, int)
    done = Signal(object)  # list[DocumentId]
    ended = Signal()

    def __init__(self, context: Context, parent: QObject) -> None:
        super().__init__(parent)
        self._context = context
        self._job: Job | None = None
        self._before: set[DocumentId] = set()

    @property
    def running(self) -> bool:
        """Whether the import is being written."""
        return self._job is not None

    def start(self, wanted: Gathered) -> None:
        """Begin to write."""
        session = self._context.session
        if session is None or session.busy or self.running:
            return
        self._before = set(documents.document_ids(session))
        self._job = self._context.jobs.slice(
            gathering.gather(session, wanted),
            self._finished,
            label=self._context.say("import-saving"),
        )
        self._job.progressed.connect(self.progressed)
        self._context.jobs.changed.connect(self._watch)

    def cancel(self) -> None:
        """Take back what was written."""
        if self._job is not None:
            self._job.cancel()

    def _finished(self, _: object) -> None:
        session = self._context.session
        if session is not None:
            ids = documents.document_ids(session)
            self.done.emit([id_ for id_ in ids if id_ not in self._before])

    def _watch(self) -> None:
        job = self._job
        if job is None or job in self._context.jobs.running:
            return
        self._job = None
        self._context.jobs.changed.disconnect(self._watch)
        if job.cancelled:
            self._context.noticed.emit(self._context.say("import-cancelled"), "done")
        self.ended.emit()
