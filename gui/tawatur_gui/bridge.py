"""From the store to the window: notices become a signal, and what follows a change is done.

Reconciliation, suggestions and the full check read the project on connections of their own, in the
background. Their results are stored here, in the GUI thread, and dropped when they are stale.
"""

from __future__ import annotations

from collections.abc import Callable, Generator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from tawatur_core.edit import proposals as edit
from tawatur_core.keeping import COMPARED, Keeper
from tawatur_core.model import Changes, ClaimProposal, DocumentId, MentionProposal
from tawatur_core.monitor import Monitor
from tawatur_core.store import check, documents, proposals
from tawatur_core.store.session import Reader, Session
from tawatur_gui.conflicts import items
from tawatur_gui.context import Context
from tawatur_gui.jobs import Job

if TYPE_CHECKING:
    from tawatur_core.keeping import Patch
    from tawatur_core.reconcile import Reconciliation

_ONE_STEP = 600  # proposals accepted in one step: more would hold the window up
_QUIET = 700  # milliseconds without a change before the accounts are compared again
# Where the groups of names that may be one come from; gathering them reads every name.
_GROUPED = ("entity", "alias", "external_id", "verdict", "entity_proposal")
_AT_ONCE = 60  # where only what changed is compared
_NAMES_LATER = 20_000  # in a large project, until names are compared again

Suggested = dict[DocumentId, tuple[list[MentionProposal], list[ClaimProposal]]]


@dataclass(frozen=True, slots=True)
class Counts:
    """How far the work on a project has come: matters to decide are conflicts and pairs of names.

    `waiting` conflicts are neither decided nor put off; `name_groups` are all that wait on the
    page of entities.
    """

    documents: int
    claims: int
    matters: int
    decided: int
    waiting: int
    name_groups: int


def count(reader: Reader, monitor: Monitor, name_groups: int | None = None) -> Counts:
    """Return the counts of a project; `name_groups` if they are known. Raises Cancelled."""
    from tawatur_core import pipeline  # noqa: PLC0415 - start time

    library = documents.library(reader)
    found = items.load(reader)
    progress = items.Progress.of(found)
    waiting = [item for item in found if item.state is items.State.OPEN]
    if name_groups is None:
        name_groups = len(pipeline.name_clusters(reader, monitor))
    return Counts(
        documents=len(library),
        claims=sum(row.claims for row in library),
        matters=progress.total,
        decided=progress.done,
        waiting=sum(item.conflict is not None for item in waiting),
        name_groups=name_groups,
    )


class Bridge(QObject):
    """Listens to the open session for the window of `context`."""

    counted = Signal(object)  # Counts, soon after a change

    def __init__(self, context: Context) -> None:
        super().__init__()
        self._context = context
        self._end: Callable[[], None] = lambda: None
        self._comparing: Job | None = None
        self._keeper = Keeper()
        self._groups: int | None = None  # of names, as long as nothing they come from changes
        self._regrouped = 0
        self._quiet = QTimer(self, singleShot=True, interval=_QUIET)
        self._quiet.timeout.connect(self.compare)
        self._later = QTimer(self, singleShot=True, interval=_NAMES_LATER)
        self._later.timeout.connect(self._compare_whole)
        self._soon = QTimer(self, singleShot=True, interval=120)
        self._soon.timeout.connect(self._count)

    def attach(self, session: Session) -> None:
        """Listen to a session that was just opened."""
        self.detach()
        self._keeper = Keeper()
        self._groups = None
        self._end = session.subscribe(self._heard)
        self._count()
        self._check(session)

    def detach(self) -> None:
        """Stop listening, and drop what is being computed."""
        self._end()
        self._end = lambda: None
        for timer in (self._quiet, self._later, self._soon):
            timer.stop()
        for job in list(self._context.jobs.running):
            job.cancel()

    def _heard(self, changes: Changes) -> None:
        self._context.changed.emit(changes)
        self._soon.start()
        self._keeper.note(changes)
        if changes.touches(*_GROUPED):
            self._groups = None
            self._regrouped += 1
        if changes.touches(*COMPARED):
            self._quiet.start(_AT_ONCE if self._keeper.quick else _QUIET)
            if self._keeper.quick and self._keeper.names_changed:
                self._later.start()

    def _count(self) -> None:
        session = self._context.session
        if session is None:
            return
        open_reader, groups, regrouped = session.reader(), self._groups, self._regrouped

        def work(monitor: Monitor) -> Counts:
            with open_reader() as reader, reader.snapshot():
                return count(reader, monitor, groups)

        def tell(counts: Counts) -> None:
            if self._context.session is session:
                if regrouped == self._regrouped:
                    self._groups = counts.name_groups
                self.counted.emit(counts)

        self._context.jobs.run(work, tell)

    def compare(self) -> None:
        """Compare the accounts again, unless the project is open for reading only."""
        session = self._context.session
        if session is None or session.read_only:
            return
        if self._comparing is not None:
            self._comparing.cancel()
        self._quiet.stop()
        keeper, open_reader = self._keeper, session.reader()

        def work(monitor: Monitor) -> Reconciliation | Patch:
            with open_reader() as reader, reader.snapshot():
                return keeper.compute(reader, monitor)

        def store(found: Reconciliation | Patch) -> None:
            # A stale one is dropped: the change that made it so has started another comparison;
            # so does the end of an edit that is still open.
            if self._context.session is session and not session.busy:
                self._context.do(lambda s: keeper.store(s, found))

        self._comparing = self._context.jobs.run(
            work, store, label=self._context.say("job-reconcile")
        )

    def _compare_whole(self) -> None:
        self._keeper.forget()
        self.compare()

    def suggest(self, ids: Sequence[DocumentId], done: Callable[[], None] | None = None) -> None:
        """Propose mentions and claims for documents, tell how many, then call `done`."""
        session = self._context.session
        if session is None or session.read_only or not ids:
            return
        open_reader = session.reader()

        def work(monitor: Monitor) -> Suggested:
            from tawatur_core import pipeline  # noqa: PLC0415 - start time

            found: Suggested = {}
            with open_reader() as reader:
                for number, document in enumerate(ids):
                    monitor.step(number, len(ids))
                    offered = pipeline.suggest_document(reader, document)
                    found[document] = (list(offered.mentions), list(offered.claims))
            return found

        def store(found: Suggested) -> None:
            if self._context.session is session:
                told = self._context.say("job-suggest")
                self._context.jobs.slice(_put(session, found), lambda _: tell(found), label=told)

        def tell(found: Suggested) -> None:
            self._context.noticed.emit(
                self._context.say(
                    "job-suggested",
                    mentions=sum(len(mentions) for mentions, _ in found.values()),
                    claims=sum(len(claims) for _, claims in found.values()),
                ),
                "done",
            )
            if done is not None:
                done()

        self._context.jobs.run(work, store, label=self._context.say("job-suggest"))

    def accept_all(self) -> None:
        """Accept all that is proposed: one step, in a large project one for each article."""
        session = self._context.session
        if session is None:
            return
        keys = proposals.open_keys(session)
        if len(keys) <= _ONE_STEP:
            self._context.do(edit.accept_all)
            return

        def accept() -> Generator[tuple[int, int]]:
            ids = documents.document_ids(session)
            for number, document in enumerate(ids, 1):
                edit.accept_document(session, document)
                yield number, len(ids)

        def tell(_: object) -> None:
            told = self._context.say("job-accepted", count=len(keys))
            self._context.noticed.emit(told, "done")

        self._context.jobs.slice(accept(), tell, label=self._context.say("job-accept"))

    def check(self) -> None:
        """Check the whole project and tell the result either way."""
        if self._context.session is not None:
            self._check(self._context.session, loud=True)

    def _check(self, session: Session, *, loud: bool = False) -> None:
        open_reader = session.reader()

        def work(monitor: Monitor) -> list[check.Finding]:
            with open_reader() as reader:
                return check.check(reader, monitor)

        def tell(findings: list[check.Finding]) -> None:
            context = self._context
            if findings:
                first = context.say(findings[0].code, **findings[0].words())
                words = context.say("check-found", count=len(findings), first=first)
                context.noticed.emit(words, "failed")
            elif loud:
                context.noticed.emit(context.say("check-clean"), "done")

        self._context.jobs.run(work, tell, label=self._context.say("job-check") if loud else "")


def _put(session: Session, found: Suggested) -> Generator[tuple[int, int]]:
    """Store what was proposed, article by article; one that is gone by now is left out."""
    still = set(documents.document_ids(session))
    for number, (document, (mentions, claims)) in enumerate(found.items(), 1):
        while session.busy:  # an import is being written
            yield number - 1, len(found)
        if document in still:
            proposals.put_proposals(session, document, mentions, claims)
        yield number, len(found)
