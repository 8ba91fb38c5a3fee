"""One entity: its names, kind, spellings, identifiers, note, and every place it is mentioned."""

from __future__ import annotations

import re
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QVBoxLayout, QWidget

from tawatur_core import phrasing
from tawatur_core.edit import entities as edit
from tawatur_core.model import EntityId, EntityKind, ExternalId, Mention
from tawatur_core.store import mentions as mention_store
from tawatur_core.store.entities import EntityRow
from tawatur_gui.conflicts.facts import Facts
from tawatur_gui.context import Context, Place, Target
from tawatur_gui.entities.catalogue import counts
from tawatur_gui.entities.fields import ChipLine, EntityField, InPlace
from tawatur_gui.entities.parting import Parting
from tawatur_gui.entities.snippets import MentionList
from tawatur_gui.widgets import Button, Card, Flow, Line, Muted, Section
from tawatur_gui.widgets.basic import column, row

_QID = re.compile(r"(?:https?://www\.wikidata\.org/(?:wiki|entity)/)?(Q[1-9][0-9]*)")
_OTHER = re.compile(r"([a-z][a-z0-9_-]*):(\S+)")


def external_id(typed: str) -> ExternalId | None:
    """Read an identifier: Q58217, its address on Wikidata, or 'scheme:value'; else None."""
    found = _QID.fullmatch(typed)
    if found:
        return ExternalId("wikidata", found[1])
    other = _OTHER.fullmatch(typed)
    return ExternalId(other[1], other[2]) if other and "//" not in typed else None


class EntityDetail(QWidget):
    """Every change here is one undo step."""

    merged = Signal(object)  # EntityId that took the other over
    parted = Signal(object)  # EntityId of the new one
    removed = Signal()

    def __init__(self, context: Context) -> None:
        super().__init__()
        self._context = context
        self._row: EntityRow | None = None
        self._facts: Facts | None = None
        say, big = context.say, round(context.settings.ui_size * 22 / 13)
        self.name = InPlace(say("entities-name"), size=big, bold=True)
        self.latin = InPlace(say("entities-name-latin"), size=context.settings.ui_size + 2)
        self.counts = Muted(lines=1)
        self.spellings = ChipLine(context, say("entities-add-alias"))
        self.ids = ChipLine(context, say("entities-add-id"))
        self.note = InPlace(say("entities-note"))
        self.kinds = QButtonGroup(self)
        self.merge_field = EntityField(context, say("entities-merge-hint"))
        self.parting = Parting(context)
        self.mentions = MentionList(say("entities-mentions"))
        self._wire()
        self._build()

    def _wire(self) -> None:
        self.name.told.connect(self._rename)
        self.latin.told.connect(lambda text: self._describe(name_latin=text))
        self.note.told.connect(lambda text: self._describe(note=text))
        self.spellings.added.connect(self._add_alias)
        self.spellings.removed.connect(self._remove_alias)
        self.ids.added.connect(self._add_id)
        self.ids.removed.connect(self._remove_id)
        self.merge_field.chosen.connect(self._merge)
        self.merge_field.left.connect(self.fold)
        self.parting.parted.connect(self._parted)
        self.parting.left.connect(self.fold)
        self.mentions.asked.connect(self._go)

    def _build(self) -> None:
        say = self._context.say
        self.merge_button = Button(say("entities-merge"), key="M", icon="merge")
        self.merge_button.clicked.connect(self.open_merge)
        self.part_button = Button(say("entities-split"), key="P", icon="split")
        self.part_button.clicked.connect(self.open_parting)
        self.remove_button = Button(say("entities-remove"), kind="danger", icon="trash")
        self.remove_button.clicked.connect(self.remove)
        self._merge_card = Card()
        self._merge_card.box.addWidget(Section(say("entities-merge-title")))
        self._merge_card.box.addWidget(self.merge_field)
        head = QVBoxLayout()
        head.setContentsMargins(32, 24, 32, 12)
        head.setSpacing(8)
        head.addWidget(self.name)
        head.addWidget(self.latin)
        head.addWidget(self.counts)
        head.addLayout(self._kind_buttons())
        head.addSpacing(4)
        head.addWidget(Section(say("entities-spellings")))
        head.addWidget(self.spellings)
        beside = QHBoxLayout()
        beside.setSpacing(24)
        beside.addLayout(column(Section(say("entities-ids")), self.ids), 1)
        beside.addLayout(column(Section(say("entities-note-title")), self.note, None), 1)
        head.addLayout(beside)
        head.addLayout(row(self.merge_button, self.part_button, None, self.remove_button))
        head.addWidget(self._merge_card)
        below = QHBoxLayout()
        below.setContentsMargins(20, 8, 20, 0)
        below.addWidget(self.mentions)
        below.addWidget(self.parting)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(0)
        box.addLayout(head)
        box.addWidget(Line())
        box.addLayout(below, 1)
        self.fold()

    def _kind_buttons(self) -> Flow:
        flow = Flow(gap=4, line_gap=4)
        for kind in EntityKind:
            button = Button(phrasing.term(kind, self._context.words), kind="choice")
            button.setCheckable(True)
            button.clicked.connect(partial(self._set_kind, kind))
            self.kinds.addButton(button, list(EntityKind).index(kind))
            flow.addWidget(button)
        return flow

    # -- what is shown

    @property
    def entity(self) -> EntityId | None:
        """The entity on the page."""
        return self._row.entity.id if self._row else None

    def show_entity(self, found: EntityRow, facts: Facts) -> None:
        """Show an entity; what is folded out stays so for the same one."""
        session = self._context.session
        assert session is not None
        if found.entity.id != self.entity:
            self.fold()
        self._row, self._facts = found, facts
        entity = found.entity
        self.name.show_text(entity.name)
        self.latin.show_text(entity.name_latin)
        self.note.show_text(entity.note)
        self.counts.setText(counts(found, self._context.words))
        self.kinds.button(list(EntityKind).index(entity.kind)).setChecked(True)
        used = [(text, str(count)) for text, count in found.spellings]
        written = {text for text, _ in used}
        aliases = [(alias, "") for alias in entity.aliases if alias not in written]
        self.spellings.show_chips(used, aliases, entity.kind.value)
        ids = [(f"{each.scheme}:{each.value}", "") for each in entity.external_ids]
        self.ids.show_chips([], ids, "")
        mentions = mention_store.mentions_by_entity(session, entity.id)
        self.mentions.model_of.show(mentions, entity.kind.value, facts.document)
        self.parting.show_mentions(found, mentions, facts)
        for widget in (self.merge_button, self.part_button, self.remove_button):
            widget.setEnabled(not session.read_only)
        self.part_button.setEnabled(len(mentions) > 1 and not session.read_only)

    # -- folding out

    def fold(self) -> None:
        """Put merging and splitting away."""
        self._merge_card.hide()
        self.parting.hide()
        self.mentions.show()

    def open_merge(self) -> None:
        """Ask which entity is the same."""
        if self._row is not None:
            self.fold()
            self._merge_card.show()
            self.merge_field.ask(self._row.entity.id)

    def open_parting(self) -> None:
        """Ask which mentions are another entity."""
        if self._row is not None:
            self.fold()
            self.mentions.hide()
            self.parting.ask()

    # -- changes

    def _describe(self, *, name_latin: str | None = None, note: str | None = None) -> None:
        if self.entity is not None:
            entity = self.entity
            self._context.do(
                lambda session: edit.describe(session, entity, name_latin=name_latin, note=note)
            )

    def _rename(self, name: str) -> None:
        entity = self.entity
        if entity is None or self._row is None:
            return
        if not name:
            self.name.show_text(self._row.entity.name)
            return
        self._context.do(lambda session: edit.describe(session, entity, name=name))

    def _set_kind(self, kind: EntityKind, _checked: bool = False) -> None:
        entity = self.entity
        if entity is not None and self._row is not None and self._row.entity.kind is not kind:
            self._context.do(lambda session: edit.describe(session, entity, kind=kind))

    def _add_alias(self, text: str) -> None:
        entity = self.entity
        if entity is not None:
            self._context.do(lambda session: edit.add_alias(session, entity, text))

    def _remove_alias(self, text: str) -> None:
        entity = self.entity
        if entity is not None:
            self._context.do(lambda session: edit.remove_alias(session, entity, text))

    def _add_id(self, typed: str) -> None:
        entity, read = self.entity, external_id(typed)
        if read is None:
            self._context.noticed.emit(self._context.say("entities-bad-id", typed=typed), "failed")
        elif entity is not None:
            self._context.do(lambda session: edit.add_external_id(session, entity, read))

    def _remove_id(self, shown: str) -> None:
        entity = self.entity
        scheme, _, value = shown.partition(":")
        if entity is not None:
            self._context.do(
                lambda session: edit.remove_external_id(session, entity, ExternalId(scheme, value))
            )

    def _merge(self, other: EntityId) -> None:
        entity = self.entity
        if entity is None:
            return
        self.fold()
        self._context.do(lambda session: edit.merge(session, entity, [other]))
        self.merged.emit(entity)

    def _parted(self, made: EntityId) -> None:
        self.fold()
        self.parted.emit(made)

    def remove(self) -> None:
        """Remove the entity; its mentions stay, not linked. Can be undone."""
        entity = self.entity
        if entity is not None:
            self._context.do(lambda session: edit.remove(session, entity))
            self.removed.emit()

    def _go(self, mention: Mention) -> None:
        self._context.go(
            Target(Place.READ, document=mention.document, span=mention.span, mention=mention.id)
        )
