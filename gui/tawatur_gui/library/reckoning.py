"""What an import comes to in the open project, worked out in the background."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from tawatur_core import exchange
from tawatur_core.copying import Copy, find_copies
from tawatur_core.edit.authority import PreparedList
from tawatur_core.edit.intake import Prepared
from tawatur_core.importers.entities_listed import EntityList
from tawatur_core.importers.labels import LabelMapping
from tawatur_core.importers.together import together
from tawatur_core.model import DocumentDraft, EntityId
from tawatur_core.monitor import Monitor
from tawatur_core.plugins import Incoming
from tawatur_core.store import entities
from tawatur_core.told import names_of
from tawatur_gui.context import Context
from tawatur_gui.jobs import Job


@dataclass(frozen=True, slots=True)
class Reckoned:
    """What annotated files and lists add.

    `names` are those of the project's entities, `known` those of all that what differs refers to.
    """

    revision: int
    prepared: Prepared | None = None
    lists: Mapping[Path, PreparedList] = field(default_factory=dict)
    names: Mapping[EntityId, str] = field(default_factory=dict)
    known: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Repeated:
    """What articles repeat. `covered` are those that come with annotations in another file."""

    drafts: Sequence[DocumentDraft]
    copies: Sequence[Copy]
    covered: frozenset[int]


class Reckoning(QObject):
    """One reckoning at a time; a newer one cancels the one before.

    `done` brings a Reckoned, `compared` a Repeated.
    """

    done = Signal(object)
    compared = Signal(object)

    def __init__(self, context: Context, parent: QObject) -> None:
        super().__init__(parent)
        self._context = context
        self._job: Job | None = None
        self._comparing: Job | None = None

    def start(
        self,
        incoming: Sequence[Incoming],
        mapping: LabelMapping,
        lists: Mapping[Path, EntityList],
    ) -> None:
        """Reckon what these files add by a mapping of their labels."""
        session = self._context.session
        if self._job is not None:
            self._job.cancel()
        if session is None:
            return
        open_reader = session.reader()

        def work(monitor: Monitor) -> Reckoned:
            with open_reader() as reader, reader.snapshot():
                whole = together(incoming)
                prepared = exchange.prepare(reader, whole, mapping, monitor) if incoming else None
                return Reckoned(
                    reader.revision,
                    prepared,
                    {
                        path: exchange.prepare_entities(reader, listed, monitor)
                        for path, listed in lists.items()
                    },
                    {row.entity.id: row.entity.name for row in entities.entities(reader)},
                    names_of(reader, prepared.differences if prepared else ()),
                )

        self._job = self._context.jobs.run(work, self.done.emit)

    def compare(self, drafts: Sequence[DocumentDraft], incoming: Sequence[Incoming]) -> None:
        """Find which articles repeat others: of the project, of the import, or annotated ones."""
        session = self._context.session
        if self._comparing is not None:
            self._comparing.cancel()
        if session is None:
            return
        open_reader = session.reader()
        marked = frozenset(marked.draft.text for one in incoming for marked in one.marked)

        def work(monitor: Monitor) -> Repeated:
            with open_reader() as reader, reader.snapshot():
                covered = frozenset(n for n, draft in enumerate(drafts) if draft.text in marked)
                found = find_copies(reader, drafts, monitor) if drafts else []
                copies = [copy for copy in found if copy.draft not in covered]
                return Repeated(drafts, copies, covered)

        told = self._context.say("import-comparing")
        self._comparing = self._context.jobs.run(work, self.compared.emit, label=told)

    def stop(self) -> None:
        """Drop what runs."""
        for job in (self._job, self._comparing):
            if job is not None:
                job.cancel()
        self._job = self._comparing = None
