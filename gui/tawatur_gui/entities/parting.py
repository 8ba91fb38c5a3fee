"""Splitting an entity: tick the mentions, or whole spellings, that are somebody else."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from tawatur_core.edit import entities as edit
from tawatur_core.model import EntityId, Mention
from tawatur_core.store.entities import EntityRow
from tawatur_gui.conflicts.facts import Facts
from tawatur_gui.context import Context
from tawatur_gui.entities.snippets import MentionList
from tawatur_gui.widgets import Button, Flow, Section
from tawatur_gui.widgets.basic import clear, row


class Parting(QWidget):
    """Makes a new entity of the ticked mentions, as one undo step."""

    parted = Signal(object)  # EntityId of the new one
    left = Signal()

    def __init__(self, context: Context) -> None:
        super().__init__()
        self._context = context
        self._row: EntityRow | None = None
        self._spellings = Flow(gap=6, line_gap=6)
        self._buttons: dict[str, Button] = {}
        self.name = QLineEdit()
        self.name.setPlaceholderText(context.say("entities-split-name"))
        self.name.setAccessibleName(context.say("entities-split-name"))
        self.name.textChanged.connect(self._able)
        self.name.returnPressed.connect(self.give)
        self.button = Button("", primary=True, icon="split")
        self.button.clicked.connect(self.give)
        cancel = Button(context.say("conflicts-value-cancel"), key="Esc", kind="quiet")
        cancel.clicked.connect(self.left)
        self.mentions = MentionList(context.say("entities-split-title"))
        self.mentions.model_of.dataChanged.connect(self._able)
        line = row(self.name, self.button, cancel)
        line.setStretch(0, 1)
        box = QVBoxLayout(self)
        box.setContentsMargins(12, 4, 12, 0)
        box.setSpacing(8)
        box.addWidget(Section(context.say("entities-split-title")))
        box.addLayout(self._spellings)
        box.addLayout(line)
        box.addWidget(self.mentions, 1)

    def show_mentions(self, found: EntityRow, mentions: list[Mention], facts: Facts) -> None:
        """Offer the mentions of an entity."""
        self._row = found
        kind = found.entity.kind.value
        self.mentions.model_of.show(mentions, kind, facts.document, ticks=True)
        clear(self._spellings)
        self._buttons = {}
        for text, count in found.spellings:
            button = Button(f"{text}  {count}", kind="choice")
            button.setCheckable(True)
            button.clicked.connect(partial(self._tick_spelling, text))
            self._buttons[text] = button
            self._spellings.addWidget(button)
        self._able()

    def ask(self) -> None:
        """Begin."""
        self.show()
        self.name.clear()
        self.name.setFocus()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Escape leaves."""
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
            return
        super().keyPressEvent(event)

    def _tick_spelling(self, spelling: str) -> None:
        on = self._buttons[spelling].isChecked()
        self.mentions.model_of.tick(lambda mention: mention.quote == spelling, on=on)
        if on and not self.name.text().strip():
            self.name.setText(spelling)

    def _able(self) -> None:
        ticked = self.mentions.model_of.ticked()
        everything = len(ticked) == len(self.mentions.model_of.mentions)
        self.button.setText(self._context.say("entities-split-do", count=len(ticked)))
        self.button.setEnabled(bool(ticked) and not everything and bool(self.name.text().strip()))

    def give(self) -> None:
        """Split, if a name is given and some but not all mentions are ticked."""
        if self._row is None or not self.button.isEnabled():
            return
        entity, name = self._row.entity.id, self.name.text().strip()
        chosen = [mention.id for mention in self.mentions.model_of.ticked()]
        made: EntityId | None = self._context.do(
            lambda session: edit.split(session, entity, chosen, name)
        )
        if made is not None:
            self.parted.emit(made)
