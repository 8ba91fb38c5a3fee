"""Typed editors that open in place of a slot's value."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from tawatur_core import phrasing
from tawatur_core.model import (
    Certainty,
    EntityKind,
    Party,
    Polarity,
    Slot,
    SlotId,
    SlotName,
    SlotValue,
    Span,
    When,
)
from tawatur_gui.reading.desk import Desk
from tawatur_gui.reading.link_field import LinkField
from tawatur_gui.reading.slot_values import parse
from tawatur_gui.widgets import Button, Flow, Muted

_PARTIES = {
    SlotName.SPEAKER: EntityKind.PERSON,
    SlotName.VIA: EntityKind.ORGANISATION,
    SlotName.WHO: EntityKind.PERSON,
    SlotName.WHERE: EntityKind.PLACE,
}
_CHOICES: dict[SlotName, tuple[Polarity | Certainty, ...]] = {
    SlotName.POLARITY: tuple(Polarity),
    SlotName.CERTAINTY: tuple(Certainty),
}


class Editor(QWidget):
    """Edits one slot of a claim, or a new one of a name. Each way out ends in `closed`."""

    closed = Signal()

    def __init__(self, desk: Desk, claim: str, name: SlotName, slot: Slot | None) -> None:
        super().__init__()
        self._desk, self._name, self._slot = desk, name, slot
        assert desk.article is not None
        self._claim = desk.article.claims[claim]
        self._box = QVBoxLayout(self)
        self._box.setContentsMargins(0, 4, 0, 8)
        self._box.setSpacing(6)

    @property
    def _id(self) -> SlotId | None:
        return self._slot.id if self._slot else None

    def _buttons(self, *first: Button) -> None:
        """Add the row of buttons every editor has."""
        say = self._desk.context.say
        flow = Flow(gap=6, line_gap=6)
        for button in first:
            flow.addWidget(button)
        if self._desk.selection:
            take = Button(say("read-take-selection"))
            take.clicked.connect(self._take_selection)
            flow.addWidget(take)
        if self._slot is not None:
            drop = Button(say("read-remove"), kind="danger")
            drop.clicked.connect(self._remove)
            flow.addWidget(drop)
        self._box.addLayout(flow)

    def _remove(self) -> None:
        assert self._slot is not None
        self.closed.emit()
        self._desk.remove_slot(self._slot.id)

    def _take_selection(self) -> None:
        """Set the slot to the words selected on the page."""
        span = self._desk.selection
        self._set_text(span.of(self._desk.text), span)

    def _set_text(self, text: str, span: Span | None = None) -> None:
        raise NotImplementedError

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Close on Esc."""
        if event.key() == Qt.Key.Key_Escape:
            self.closed.emit()
        else:
            super().keyPressEvent(event)


class TextEditor(Editor):
    """For dates, numbers and free text: shows at once how it is understood."""

    def __init__(self, desk: Desk, claim: str, name: SlotName, slot: Slot | None) -> None:
        super().__init__(desk, claim, name, slot)
        say = desk.context.say
        self.edit = QLineEdit(getattr(slot.value, "text", "") if slot else "")
        self.edit.setPlaceholderText(say(f"read-hint-{name.value.replace('_', '-')}"))
        self.edit.setAccessibleName(phrasing.term(name, desk.context.words))
        self.edit.textChanged.connect(self._preview)
        self.edit.returnPressed.connect(lambda: self._set_text(self.edit.text()))
        self.preview = Muted(lines=2)
        self.save = Button(say("save"), key="Return", primary=True)
        self.save.clicked.connect(lambda: self._set_text(self.edit.text()))
        self._box.addWidget(self.edit)
        self._box.addWidget(self.preview)
        self._buttons(self.save)
        self.setFocusProxy(self.edit)
        self._preview(self.edit.text())

    def _preview(self, text: str) -> None:
        context, value = self._desk.context, self._parse(text)
        self.save.setEnabled(value is not None)
        if value is None or self._name is SlotName.WHAT:
            silent = not text.strip() or self._name is SlotName.WHAT
            self.preview.setText("" if silent else context.say("read-not-understood"))
        else:
            said = phrasing.value(value, context.words)
            self.preview.setText(context.say("read-understood", value=said))

    def _parse(self, text: str) -> SlotValue | None:
        assert self._desk.article is not None
        return parse(self._name, text, self._desk.article.document.published)

    def _set_text(self, text: str, span: Span | None = None) -> None:
        value = self._parse(text)
        if value is None:
            return
        self.closed.emit()
        assert not isinstance(value, When) or value.text
        self._desk.set_slot(self._claim.id, self._name, value, self._id, span)


class PartyEditor(Editor):
    """For people, bodies and places: completes across spellings."""

    def __init__(self, desk: Desk, claim: str, name: SlotName, slot: Slot | None) -> None:
        super().__init__(desk, claim, name, slot)
        say, old = desk.context.say, slot.value if slot else None
        self._text = old.text if isinstance(old, Party) else ""
        self.field = LinkField(desk.context, self._text, _PARTIES[name])
        self.field.linked.connect(self._link)
        self.field.created.connect(self._create)
        self.field.given_up.connect(self.closed)
        self._box.addWidget(self.field)
        plain = Button(say("read-as-text"))
        plain.clicked.connect(lambda: self._set_text(self.field.edit.text()))
        self._buttons(plain)
        self.setFocusProxy(self.field)

    def _link(self, entity: str) -> None:
        self.closed.emit()
        row = next(r for r in self.field.model.choices if r.row and r.row.entity.id == entity)
        assert row.row is not None
        party = Party(self._text or row.row.entity.name, row.row.entity.id)
        self._desk.set_slot(self._claim.id, self._name, party, self._id)

    def _create(self, name: str, kind: EntityKind) -> None:
        self.closed.emit()
        self._desk.set_new_party(self._claim.id, self._name, self._text, (name, kind), self._id)

    def _set_text(self, text: str, span: Span | None = None) -> None:
        text = text.strip()
        if text:
            self.closed.emit()
            self._desk.set_slot(self._claim.id, self._name, Party(text), self._id, span)


class ChoiceEditor(Editor):
    """For polarity and certainty: one button a value."""

    def __init__(self, desk: Desk, claim: str, name: SlotName, slot: Slot | None) -> None:
        super().__init__(desk, claim, name, slot)
        flow = Flow(gap=6, line_gap=6)
        self.buttons: list[Button] = []
        for value in _CHOICES[name]:
            button = Button(phrasing.term(value, desk.context.words))
            button.setCheckable(True)
            button.setChecked(slot is not None and slot.value == value)
            button.clicked.connect(self._chooser(value))
            flow.addWidget(button)
            self.buttons.append(button)
        self._box.addLayout(flow)
        if slot is not None:
            drop = Button(desk.context.say("read-remove"), kind="danger")
            drop.clicked.connect(self._remove)
            flow.addWidget(drop)
        self.setFocusProxy(self.buttons[0])

    def _chooser(self, value: Polarity | Certainty) -> Callable[[], None]:
        def choose() -> None:
            self.closed.emit()
            self._desk.set_slot(self._claim.id, self._name, value, self._id)

        return choose


def editor(desk: Desk, claim: str, name: SlotName, slot: Slot | None) -> Editor:
    """Return the editor for slots of a name."""
    if name in _PARTIES:
        return PartyEditor(desk, claim, name, slot)
    if name in _CHOICES:
        return ChoiceEditor(desk, claim, name, slot)
    return TextEditor(desk, claim, name, slot)
