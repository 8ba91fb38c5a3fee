"""The place of people, places, bodies and events."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QWidget

from tawatur_core.edit import entities as edit
from tawatur_core.model import Changes, Choice, EntityId, EntityKind
from tawatur_core.monitor import Monitor
from tawatur_core.reconcile.clusters import Cluster
from tawatur_core.store import verdicts as verdict_store
from tawatur_core.store.session import Session
from tawatur_gui.actions import Command
from tawatur_gui.conflicts.facts import Facts
from tawatur_gui.context import Context, Place, Target
from tawatur_gui.entities.catalogue import Catalogue
from tawatur_gui.entities.clusters import Clusters
from tawatur_gui.entities.detail import EntityDetail
from tawatur_gui.jobs import Job
from tawatur_gui.widgets import Button, Empty
from tawatur_gui.widgets.basic import ground
from tawatur_gui.widgets.panes import Panes

_CONCERNS = (
    *("entity", "alias", "external_id", "mention", "verdict", "entity_proposal", "document"),
)
_GROUP = "group-entities"


class EntitiesPage(QWidget):
    """The list beside one entity, or beside the clusters of names that may be one."""

    place = Place.ENTITIES

    def __init__(self, context: Context) -> None:
        super().__init__()
        self._context = context
        self._facts: Facts | None = None
        self._job: Job | None = None
        self._known = False  # whether the clusters on the page are those of the open project
        self._entity: EntityId | None = None
        self._on_clusters = False
        self._look_back = False
        self._ran_out = False  # the last cluster was decided here
        self.catalogue = Catalogue(context)
        self.detail = EntityDetail(context)
        self.clusters = Clusters(context)
        self._wire()
        self._build()
        self._commands = self._listed()

    def _wire(self) -> None:
        self.catalogue.chosen.connect(self.show_entity)
        self.catalogue.asked_proposals.connect(self.show_proposals)
        self.catalogue.asked_new.connect(self._create)
        for done in (self.detail.merged, self.detail.parted):
            done.connect(self._show_made)
        self.detail.removed.connect(lambda: self._show_made(None))
        self._context.changed.connect(self._changed)
        self._context.opened.connect(self._renew)
        self._context.themed.connect(self._themed)

    def _build(self) -> None:
        say = self._context.say
        read = Button(say("conflicts-empty-go"), primary=True, icon="read")
        read.clicked.connect(lambda: self._context.go(Target(Place.READ)))
        self._empty = Empty(say("entities-empty"), read, note=say("entities-empty-next"))
        self._none = Empty(say("entities-none-chosen"))
        self.stack = QStackedWidget()
        self._wait = QWidget()  # until it is known what waits
        for each in (self._wait, self._empty, self._none, self.detail, self.clusters):
            self.stack.addWidget(each)
        panes = Panes(
            self._context.settings,
            "entities",
            ground(self.catalogue, "panel"),
            ground(self.stack, "paper"),
            sizes=(300, 1000),
            grows=1,
        )
        box = QHBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.addWidget(panes)

    # -- the page's contract

    def open(self, target: Target) -> None:
        """Show the entity that is named; else the names that wait; else where it was left."""
        if target.entity is not None:
            self._entity, self._on_clusters = target.entity, False
        elif self._entity is None:
            self._on_clusters = True
        self._refresh()
        self.catalogue.view.setFocus()

    def commands(self) -> list[Command]:
        """Return what can be done here."""
        return self._commands

    def where(self) -> Target:
        """Return the entity on the page."""
        return Target(Place.ENTITIES, entity=None if self._on_clusters else self._entity)

    def status(self) -> str:
        """Return how many clusters of names wait for a word."""
        waiting = self._waiting
        return self._context.say("entities-proposals", count=waiting) if waiting else ""

    @property
    def _waiting(self) -> int:
        return len(self.clusters.open) if self._known else 0

    # -- following the project

    def _changed(self, changes: Changes) -> None:
        if self.isVisible() and changes.touches(*_CONCERNS):
            # A verdict that is taken back brings its names back.
            self._look_back |= self._ran_out and changes.touches("verdict")
            self._refresh()

    def _renew(self) -> None:
        """Forget what was known of another project."""
        self._known, self._ran_out, self._look_back = False, False, False
        if self._context.session is None:
            self._entity = None
        self._themed()

    def _themed(self) -> None:
        if self.isVisible():
            self._refresh()

    def _refresh(self) -> None:
        session = self._context.session
        self._facts = None
        if session is not None:
            self._facts = Facts(session, self._context.words)
            self.clusters.bar.remember(verdict_store.remembered_reasons(session))
            self._look(session)
        self.catalogue.refill()
        self._show()

    def _look(self, session: Session) -> None:
        """Gather the names that may be one, in the background."""
        if self._job is not None:
            self._job.cancel()
        open_reader = session.reader()

        def work(monitor: Monitor) -> tuple[Cluster, ...]:
            from tawatur_core import pipeline  # noqa: PLC0415 - start time

            with open_reader() as reader, reader.snapshot():
                return pipeline.name_clusters(reader, monitor)

        self._job = self._context.jobs.run(work, self._came)

    def _came(self, found: tuple[Cluster, ...]) -> None:
        session = self._context.session
        if session is None or self._facts is None:
            return
        # What was merged meanwhile is gathered anew by the change that merged it.
        entities = self._facts.entities
        there = [each for each in found if all(one in entities for one in each.members)]
        self._known = True
        self._on_clusters |= self._look_back and bool(there)
        self._look_back = False
        self.clusters.show_open(there, verdict_store.verdicts(session), self._facts)
        self._show()

    # -- what is shown

    def show_entity(self, entity: EntityId | None) -> None:
        """Show one entity."""
        self._entity, self._on_clusters = entity, False
        self._ran_out = self._look_back = False
        self._show()

    def _show_made(self, entity: EntityId | None) -> None:
        """Show what an edit made; the fields of the edit are gone, so the list has the keys."""
        self.show_entity(entity)
        self.catalogue.view.setFocus()

    def show_proposals(self) -> None:
        """Show the names that may be one."""
        self._on_clusters = True
        self._show()

    def _show(self) -> None:
        entities = self._facts.entities if self._facts else {}
        if self._on_clusters and not (self.clusters.open if self._known else entities):
            self._on_clusters, self._ran_out = False, True
            self.catalogue.view.setFocus()
        if self._entity not in entities:
            rows = self.catalogue.model.rows
            self._entity = rows[0].entity.id if rows else None
        found = entities.get(self._entity) if self._entity else None
        self.catalogue.show_proposals(self._waiting, chosen=self._on_clusters)
        self.catalogue.choose(None if self._on_clusters else self._entity)
        if self._on_clusters:
            self.stack.setCurrentWidget(self.clusters if self._known else self._wait)
        elif found is not None and self._facts is not None:
            self.detail.show_entity(found, self._facts)
            self.stack.setCurrentWidget(self.detail)
        else:
            self.stack.setCurrentWidget(self._none if entities else self._empty)

    # -- commands

    def _create(self, name: str) -> None:
        if not name:
            return
        made = self._context.do(lambda session: edit.create(session, name, EntityKind.OTHER))
        if made is not None:
            self.catalogue.search.clear()
            self.catalogue.refill()
            self.show_entity(made)
            self.detail.name.setFocus()

    def _listed(self) -> list[Command]:
        clusters, bar, detail = self.clusters, self.clusters.bar, self.detail

        def asked(code: str, key: str, run: Callable[[], None]) -> Command:
            return Command(code, (key,), run, self._clusters_shown, _GROUP)

        return [
            asked("choice-same-entity", "Y", partial(bar.press, Choice.SAME_ENTITY)),
            asked("choice-different-entities", "N", partial(bar.press, Choice.DIFFERENT_ENTITIES)),
            asked("choice-deferred", "L", partial(bar.press, Choice.DEFERRED)),
            asked("entities-cluster-apart", "X", clusters.leave_out),
            asked("entities-accept-all", "Shift+Y", self._ask_all),
            asked("conflicts-reason", "R", bar.reason.setFocus),
            asked("conflicts-turn-confidence", "K", bar.turn_confidence),
            asked("entities-pair-next", "]", partial(clusters.step, 1)),
            asked("entities-pair-previous", "[", partial(clusters.step, -1)),
            Command(
                "entities-show-proposals",
                ("O",),
                self.show_proposals,
                lambda: self._waiting > 0,
                _GROUP,
            ),
            Command(
                "entities-search", ("/", "Ctrl+F"), self.catalogue.search.setFocus, group=_GROUP
            ),
            Command("entities-merge", ("M",), detail.open_merge, self._entity_shown, _GROUP),
            Command("entities-split", ("P",), detail.open_parting, self._entity_shown, _GROUP),
            Command("entities-rename", ("F2",), self._rename, self._named, _GROUP),
            Command("entities-remove", ("Del",), detail.remove, self._entity_shown, _GROUP),
        ]

    def _rename(self) -> None:
        (self.clusters.name if self._on_clusters else self.detail.name).setFocus()

    def _named(self) -> bool:
        return self._clusters_shown() or self._entity_shown()

    def _ask_all(self) -> None:
        self.clusters.ask_all()

    def _clusters_shown(self) -> bool:
        return self._on_clusters and self._waiting > 0

    def _entity_shown(self) -> bool:
        return not self._on_clusters and self.detail.entity is not None
