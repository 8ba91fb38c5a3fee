"""The place of people, places, bodies and events."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from tawatur_core.edit import entities as edit
from tawatur_core.model import Changes, Choice, EntityId, EntityKind, EntityProposal
from tawatur_core.store import derived, verdicts as verdict_store
from tawatur_gui.actions import Command
from tawatur_gui.conflicts.facts import Facts
from tawatur_gui.context import Context, Place, Target
from tawatur_gui.entities.catalogue import Catalogue
from tawatur_gui.entities.detail import EntityDetail
from tawatur_gui.entities.proposals import Proposals
from tawatur_gui.widgets import Button, Empty
from tawatur_gui.widgets.basic import role
from tawatur_gui.widgets.panes import Panes

_CONCERNS = (
    *("entity", "alias", "external_id", "mention", "verdict", "entity_proposal", "document"),
)
_GROUP = "group-entities"


class EntitiesPage(QWidget):
    """The list beside one entity, or beside the pairs of names that may be one."""

    place = Place.ENTITIES

    def __init__(self, context: Context) -> None:
        super().__init__()
        self._context = context
        self._facts: Facts | None = None
        self._pairs: list[EntityProposal] = []
        self._entity: EntityId | None = None
        self._on_pairs = False
        self._ran_out = False  # the last pair was decided here
        self.catalogue = Catalogue(context)
        self.detail = EntityDetail(context)
        self.proposals = Proposals(context)
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
        self._context.themed.connect(self._renew)

    def _build(self) -> None:
        say = self._context.say
        read = Button(say("conflicts-empty-go"), primary=True, icon="read")
        read.clicked.connect(lambda: self._context.go(Target(Place.READ)))
        self._empty = Empty(say("entities-empty"), read, note=say("entities-empty-next"))
        self._none = Empty(say("entities-none-chosen"))
        self.stack = QStackedWidget()
        for each in (self._empty, self._none, self.detail, self.proposals):
            self.stack.addWidget(each)
        panes = Panes(
            self._context.settings,
            "entities",
            _ground(self.catalogue, "panel"),
            _ground(self.stack, "paper"),
            sizes=(300, 1000),
            grows=1,
        )
        box = QHBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.addWidget(panes)

    # -- the page's contract

    def open(self, target: Target) -> None:
        """Show the entity that is named; else the pairs that wait; else where it was left."""
        if target.entity is not None:
            self._entity, self._on_pairs = target.entity, False
        elif self._entity is None:
            self._on_pairs = True
        self._refresh()
        self.catalogue.view.setFocus()

    def commands(self) -> list[Command]:
        """Return what can be done here."""
        return self._commands

    def where(self) -> Target:
        """Return the entity on the page."""
        return Target(Place.ENTITIES, entity=None if self._on_pairs else self._entity)

    def status(self) -> str:
        """Return how many pairs of names wait for a word."""
        if not self._pairs:
            return ""
        return self._context.say("entities-proposals", count=len(self._pairs))

    # -- following the project

    def _changed(self, changes: Changes) -> None:
        if self.isVisible() and changes.touches(*_CONCERNS):
            if self._ran_out and changes.touches("verdict"):
                self._on_pairs = True  # a verdict was taken back: its pair is shown again
            self._refresh()

    def _renew(self) -> None:
        session = self._context.session
        if session is None:
            self._entity = None
        if self.isVisible():
            self._refresh()

    def _refresh(self) -> None:
        session = self._context.session
        self._pairs = []
        self._facts = None
        if session is not None:
            self._facts = Facts(session, self._context.words)
            given = verdict_store.verdicts(session)
            # Put off is not decided: it waits at the end of the row.
            found = [
                each
                for each in derived.entity_proposals(session)
                if each.key not in given
                or given[each.key].reopened
                or given[each.key].choice is Choice.DEFERRED
            ]
            later = [each for each in found if each.key in given and not given[each.key].reopened]
            self._pairs = [each for each in found if each not in later] + later
            self.proposals.bar.remember(verdict_store.remembered_reasons(session))
            self.proposals.show_open(self._pairs, given, self._facts)
        self.catalogue.refill()
        self._show()

    # -- what is shown

    def show_entity(self, entity: EntityId | None) -> None:
        """Show one entity."""
        self._entity, self._on_pairs, self._ran_out = entity, False, False
        self._show()

    def _show_made(self, entity: EntityId | None) -> None:
        """Show what an edit made; the fields of the edit are gone, so the list has the keys."""
        self.show_entity(entity)
        self.catalogue.view.setFocus()

    def show_proposals(self) -> None:
        """Show the pairs of names that may be one."""
        self._on_pairs = True
        self._show()

    def _show(self) -> None:
        entities = self._facts.entities if self._facts else {}
        if self._on_pairs and (not self._pairs or self._facts is None):
            self._on_pairs, self._ran_out = False, True
            self.catalogue.view.setFocus()
        if self._entity not in entities:
            rows = self.catalogue.model.rows
            self._entity = rows[0].entity.id if rows else None
        found = entities.get(self._entity) if self._entity else None
        self.catalogue.show_proposals(len(self._pairs), chosen=self._on_pairs)
        self.catalogue.choose(None if self._on_pairs else self._entity)
        if self._on_pairs:
            self.stack.setCurrentWidget(self.proposals)
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
        bar, detail = self.proposals.bar, self.detail
        pairs = [
            (Choice.SAME_ENTITY, "choice-same-entity", ("Y",)),
            (Choice.DIFFERENT_ENTITIES, "choice-different-entities", ("N",)),
            (Choice.DEFERRED, "choice-deferred", ("L",)),
        ]
        return [
            *(
                Command(code, keys, partial(bar.press, choice), self._pairs_shown, _GROUP)
                for choice, code, keys in pairs
            ),
            Command(
                "entities-accept-all",
                ("Shift+Y",),
                self._ask_all,
                self._pairs_shown,
                _GROUP,
            ),
            Command("conflicts-reason", ("R",), bar.reason.setFocus, self._pairs_shown, _GROUP),
            Command(
                "conflicts-turn-confidence", ("K",), bar.turn_confidence, self._pairs_shown, _GROUP
            ),
            Command(
                "entities-pair-next",
                ("]",),
                partial(self.proposals.step, 1),
                self._pairs_shown,
                _GROUP,
            ),
            Command(
                "entities-pair-previous",
                ("[",),
                partial(self.proposals.step, -1),
                self._pairs_shown,
                _GROUP,
            ),
            Command(
                "entities-show-proposals",
                ("O",),
                self.show_proposals,
                lambda: bool(self._pairs),
                _GROUP,
            ),
            Command(
                "entities-search", ("/", "Ctrl+F"), self.catalogue.search.setFocus, group=_GROUP
            ),
            Command("entities-merge", ("M",), detail.open_merge, self._entity_shown, _GROUP),
            Command("entities-split", ("P",), detail.open_parting, self._entity_shown, _GROUP),
            Command("entities-rename", ("F2",), detail.name.setFocus, self._entity_shown, _GROUP),
            Command("entities-remove", ("Del",), detail.remove, self._entity_shown, _GROUP),
        ]

    def _ask_all(self) -> None:
        self.proposals.ask_all()

    def _pairs_shown(self) -> bool:
        return self._on_pairs and bool(self._pairs)

    def _entity_shown(self) -> bool:
        return not self._on_pairs and self.detail.entity is not None


def _ground(inside: QWidget, variant: str) -> QWidget:
    """Return a ground in one of the theme's variants with a widget on it."""
    ground = role(QWidget(), variant)
    ground.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
    box = QVBoxLayout(ground)
    box.setContentsMargins(0, 0, 0, 0)
    box.addWidget(inside)
    return ground
