"""An open project kept reconciled: a change to one article does not redo the corpus.

A small project is compared as a whole each time, which takes no time and is exact. A large one is
read once; from then on only the articles that changed are read again, and only what hangs together
with them is grouped anew. Proposals that two entities are one come with the next whole run.
"""

from __future__ import annotations

from dataclasses import dataclass
from threading import Lock
from typing import TYPE_CHECKING

from tawatur_core.model import (
    Changes,
    ClaimId,
    Conflict,
    ConflictKey,
    DocumentId,
    EntityProposal,
    EventGroup,
    GroupKey,
)
from tawatur_core.monitor import Monitor
from tawatur_core.store import derived, entities, verdicts
from tawatur_core.store.session import Reader, Session

if TYPE_CHECKING:
    # Loaded when first used: comparing would slow down opening a window.
    from tawatur_core.reconcile import Account, Reconciliation
    from tawatur_core.reconcile.live import Changed, Live

# Fewer claims than this are compared as a whole in well under a second.
SMALL = 500
# When this share of the claims came or changed since the whole was read, it is read again: what
# is rare may have changed.
_DRIFT = 0.1
_MOST_DOCUMENTS = 200

COMPARED = ("document", "claim", "claim_span", "slot", "mention", "entity", "alias", "external_id")
_NAMES = ("mention", "entity", "alias", "external_id")


@dataclass(frozen=True, slots=True)
class Patch:
    """What changed since the last result that was stored."""

    gone: frozenset[GroupKey | ConflictKey]
    groups: tuple[EventGroup, ...]
    conflicts: tuple[Conflict, ...]
    revision: int


class Keeper:
    """Keeps one project reconciled. `note` every change; `compute` on any thread, one at a time."""

    def __init__(self, small: int = SMALL) -> None:
        """Projects of fewer than `small` claims are compared as a whole each time."""
        self._small = small
        self._work, self._notes = Lock(), Lock()
        self._live: Live | None = None
        self._forgotten = False
        self._changed = 0  # claims, since the whole was read
        self._dirty: set[DocumentId] = set()
        self._renamed: set[str] = set()
        # What was computed and is not stored yet.
        self._proposals: tuple[EntityProposal, ...] | None = None  # of a whole run
        self._gone: set[GroupKey | ConflictKey] = set()
        self._groups: dict[GroupKey, EventGroup] = {}
        self._conflicts: dict[ConflictKey, Conflict] = {}
        self.names_changed = False  # since the last whole run

    @property
    def quick(self) -> bool:
        """Whether the next result comes at once, since only what changed is looked at."""
        return self._live is not None

    def note(self, changes: Changes) -> None:
        """Take notice of what an edit changed."""
        with self._notes:
            if changes.touches(*COMPARED):
                self._dirty |= changes.documents
            self.names_changed |= changes.touches(*_NAMES)
            self._renamed |= changes.tables.get("entity", frozenset())

    def forget(self) -> None:
        """Let the next run read the whole project again."""
        self._forgotten = True  # without waiting for work that is going on

    def compute(self, reader: Reader, monitor: Monitor) -> Reconciliation | Patch:
        """Compare what changed, or the whole where that is due. Raises Cancelled.

        The caller stores the result by `store`.
        """
        with self._work:
            # What is noted stays so until a result is stored: this reader may be older than a note.
            with self._notes:
                dirty, renamed = set(self._dirty), set(self._renamed)
            dirty |= entities.documents_naming(reader, renamed)
            live = None if self._forgotten else self._live
            if live is None or len(dirty) > _MOST_DOCUMENTS or self._drifted(live):
                return self._whole(reader, monitor)
            # Forgotten until it is known to be whole again: the work may be stopped.
            self._live = None
            self._take(self._change(live, reader, dirty, monitor))
            self._live = live
            return self._result(live, reader.revision)

    def store(self, session: Session, result: Reconciliation | Patch) -> bool:
        """Store a result; returns False, and keeps it for the next one, when it is stale."""
        if session.revision != result.revision:
            return False
        if isinstance(result, Patch):
            derived.patch_reconciliation(session, result.gone, result.groups, result.conflicts)
        else:
            derived.put_reconciliation(
                session, result.groups, result.conflicts, result.entity_proposals
            )
        with self._notes:
            self._dirty.clear()
            self._renamed.clear()
        self._clear()
        return True

    def _drifted(self, live: Live) -> bool:
        return self._changed > _DRIFT * max(live.claims, self._small)

    def _clear(self) -> None:
        self._proposals = None
        self._gone.clear()
        self._groups.clear()
        self._conflicts.clear()

    def _whole(self, reader: Reader, monitor: Monitor) -> Reconciliation | Patch:
        from tawatur_core.accounts import views  # noqa: PLC0415 - start time
        from tawatur_core.reconcile import propose_same  # noqa: PLC0415 - start time
        from tawatur_core.reconcile.live import Live  # noqa: PLC0415 - start time

        with self._notes:
            self.names_changed = self._forgotten = False
        seen = views(reader, monitor)
        live = Live(seen.accounts, seen.settled, monitor)
        self._clear()
        self._proposals = propose_same(seen.entities, seen.settled, monitor)
        self._changed = 0
        self._live = live if live.claims >= self._small else None
        return self._result(live, reader.revision)

    def _result(self, live: Live, revision: int) -> Reconciliation | Patch:
        if self._proposals is None:
            groups, conflicts = self._groups.values(), self._conflicts.values()
            return Patch(frozenset(self._gone), tuple(groups), tuple(conflicts), revision)
        from tawatur_core.reconcile import Reconciliation  # noqa: PLC0415 - start time

        return Reconciliation(live.groups, live.conflicts, self._proposals, revision)

    def _change(
        self, live: Live, reader: Reader, dirty: set[DocumentId], monitor: Monitor
    ) -> Changed:
        """Read the articles that changed and compare them."""
        from tawatur_core.accounts import accounts_of, settled  # noqa: PLC0415 - start time

        gone: set[ClaimId] = set()
        come: list[Account] = []
        for done, document in enumerate(sorted(dirty)):
            monitor.step(done, len(dirty))
            now = accounts_of(reader, document)
            gone |= live.of_document(document) - {a.id for a in now}
            come += [a for a in now if not live.holds(a)]
        self._changed += len(come)
        living = entities.entity_ids(reader)
        return live.change(gone, come, settled(verdicts.verdicts(reader).values(), living))

    def _take(self, told: Changed) -> None:
        self._gone |= told.gone_groups | told.gone_conflicts
        for key in told.gone_groups:
            self._groups.pop(key, None)
        for lost in told.gone_conflicts:
            self._conflicts.pop(lost, None)
        self._groups.update((g.key, g) for g in told.groups)
        self._conflicts.update((c.key, c) for c in told.conflicts)
