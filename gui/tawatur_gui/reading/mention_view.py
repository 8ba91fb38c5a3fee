"""The card of a mention: its words, its entity, and what can be done with it."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from tawatur_core import phrasing
from tawatur_core.model import Entity, EntityKind, Mention, MentionRole
from tawatur_gui.context import Place, Target
from tawatur_gui.reading.article import Article
from tawatur_gui.reading.desk import Desk, likely_proclitic
from tawatur_gui.reading.history_list import HistoryList
from tawatur_gui.reading.link_field import LinkField
from tawatur_gui.reading.pills import pills
from tawatur_gui.reading.renewing import renewed
from tawatur_gui.widgets import AutoLabel, Button, Card, Chip, Flow, Heading, Muted


class MentionView(QWidget):
    """Follows one mention."""

    alike = Signal(str)  # id of the mention whose like are to be marked

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._state: object = None
        self.field: LinkField | None = None
        self.card = Card()
        self.card.box.setContentsMargins(16, 14, 16, 12)
        self.card.box.setSpacing(10)
        self.history = HistoryList(desk.context)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(12)
        box.addWidget(self.card)
        box.addWidget(self.history)

    def show_mention(self, article: Article, mention: Mention) -> None:
        """Show a mention, or what changed in it."""
        entity = article.entities.get(mention.entity) if mention.entity else None
        state = (mention, entity, self._desk.writes)
        if state == self._state:
            return
        self._state = state
        with renewed(self.card, self._desk.released.emit):
            self._build(article, mention, entity)
        self.history.show_row("mention", mention.id)

    def _build(self, article: Article, mention: Mention, entity: Entity | None) -> None:
        self.field = None
        say, words = self._desk.context.say, self._desk.context.words
        self.card.box.addWidget(Heading(mention.quote, lines=3))
        self.card.box.addWidget(Muted(phrasing.term(mention.origin, words)))
        self.card.box.addWidget(self._roles(mention))
        if entity is None:
            self.card.box.addWidget(AutoLabel(say("read-not-linked")))
            if self._desk.writes:
                self._link_field(mention, _likely(article, mention))
        else:
            self._entity(mention, entity)
        if self._desk.writes:
            self._buttons(mention, entity)

    def _entity(self, mention: Mention, entity: Entity) -> None:
        context = self._desk.context
        chip = Chip(entity.name, entity.kind.value, active=True)
        chip.setToolTip(context.say("read-open-entity"))
        chip.clicked.connect(lambda: context.go(Target(Place.ENTITIES, entity=entity.id)))
        flow = Flow(gap=6, line_gap=6)
        flow.addWidget(chip)
        self.card.box.addLayout(flow)
        known = " · ".join(
            part for part in (phrasing.term(entity.kind, context.words), entity.name_latin) if part
        )
        self.card.box.addWidget(Muted(known))
        if entity.aliases:
            also = context.say("read-also", names="، ".join(entity.aliases[:4]))
            self.card.box.addWidget(Muted(also, lines=3))

    def _roles(self, mention: Mention) -> QWidget:
        """One button a role, the present one pressed in."""
        desk = self._desk
        return pills(
            [(phrasing.term(role, desk.context.words), role) for role in MentionRole],
            mention.role,
            lambda role: desk.set_role(mention.id, role),
            enabled=desk.writes,
        )

    def _link_field(self, mention: Mention, likely: EntityKind) -> None:
        clitic = likely_proclitic(self._desk.text, mention.span)
        self.field = LinkField(
            self._desk.context, mention.quote[clitic[1] :] if clitic else mention.quote, likely
        )
        self.field.linked.connect(lambda entity: self._desk.link([mention.id], entity))
        self.field.created.connect(lambda name, kind: self._desk.mark_new(mention.span, name, kind))
        self.card.box.addWidget(self.field)

    def open_field(self) -> None:
        """Put the keyboard into the link field, made if the mention is linked already."""
        if not isinstance(self._state, tuple) or not self._desk.writes:
            return
        mention, entity, _ = self._state
        if self.field is None:
            self._link_field(mention, entity.kind if entity else EntityKind.PERSON)
        assert self.field is not None
        self.field.setFocus()

    def _buttons(self, mention: Mention, entity: Entity | None) -> None:
        say = self._desk.context.say
        flow = Flow(gap=6, line_gap=6)
        clitic = likely_proclitic(self._desk.text, mention.span)
        if clitic is not None:
            letters, offset = clitic
            trim = Button(say("read-trim", letters=letters), key="T")
            trim.clicked.connect(lambda: self._desk.trim_mention(mention, offset))
            flow.addWidget(trim)
        alike = Button(say("read-alike"), key="A")
        alike.clicked.connect(lambda: self.alike.emit(mention.id))
        flow.addWidget(alike)
        if entity is not None:
            other = Button(say("read-link-other"), key="E", icon="link")
            other.clicked.connect(self.open_field)
            flow.addWidget(other)
            unlink = Button(say("read-unlink"), icon="unlink")
            unlink.clicked.connect(lambda: self._desk.unlink([mention.id]))
            flow.addWidget(unlink)
        remove = Button(say("read-remove"), key="Delete", kind="danger")
        remove.clicked.connect(lambda: self._desk.remove(mention.id))
        flow.addWidget(remove)
        self.card.box.addLayout(flow)


def _likely(article: Article, mention: Mention) -> EntityKind:
    """Guess the kind of a new entity from what is linked under the same words here."""
    for other in article.mentions.values():
        if other.entity and other.quote == mention.quote and other.entity in article.entities:
            return article.entities[other.entity].kind
    return EntityKind.PERSON
