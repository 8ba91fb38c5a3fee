"""The attribution chain of a claim: who said it ← through whom ← who printed it."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from tawatur_core import phrasing
from tawatur_core.model import (
    Claim,
    ClaimProposal,
    EntityKind,
    Origin,
    Party,
    Slot,
    SlotDraft,
    SlotName,
)
from tawatur_gui.context import Context
from tawatur_gui.library.particulars import edit_particulars
from tawatur_gui.reading.article import Article
from tawatur_gui.reading.desk import Desk, slots_of
from tawatur_gui.reading.editors import Editor, PartyEditor
from tawatur_gui.reading.renewing import hide_from_keyboard, stands_for
from tawatur_gui.widgets import Chip, Flow, IconButton
from tawatur_gui.widgets.basic import role

_LINKS = (SlotName.SPEAKER, SlotName.VIA)


class Chain(QWidget):
    """Chips that can be pressed to edit them; the editor opens below."""

    edited = Signal(bool)  # whether an editor is open

    def __init__(self, desk: Desk, claim: Claim) -> None:
        super().__init__()
        assert desk.article is not None
        self._desk, self._claim = desk, claim
        self._box = QVBoxLayout(self)
        self._box.setContentsMargins(0, 0, 0, 0)
        self._box.setSpacing(4)
        self.flow = Flow(gap=6, line_gap=6)
        self._box.addLayout(self.flow)
        self._editor: Editor | None = None
        self._heir: QWidget = self  # has the keyboard when the editor closes
        self.chips: list[Chip] = []
        links = [slot for name in _LINKS for slot in claim.slots_named(name)]
        for slot in links:
            self._add(self._chip(desk.article, slot), self._opener(slot.name, slot))
        if not claim.slots_named(SlotName.SPEAKER):
            chip = Chip(desk.context.say("read-speaker-unknown"), proposed=True, active=True)
            self._add(chip, self._opener(SlotName.SPEAKER, None), first=True)
        outlet = desk.article.document.outlet
        shown = outlet or desk.context.say("read-outlet-unknown")
        self._add(Chip(shown, active=True, proposed=not outlet), self._edit_outlet)
        more = IconButton("plus", desk.context.say("read-add-via"), size=12)
        more.clicked.connect(self._opener(SlotName.VIA, None))
        self.flow.addWidget(more)

    def _chip(self, article: Article, slot: Slot) -> Chip:
        assert isinstance(slot.value, Party)
        entity = article.entities.get(slot.value.entity) if slot.value.entity else None
        marked = entity or article.linked_under(slot.span, slot.value.text)
        kind = marked.kind.value if marked else ""
        shown = entity.name if entity else slot.value.text
        proposed = slot.origin is Origin.PROPOSED
        chip = Chip(shown, kind, proposed=proposed, active=True)
        words = self._desk.context.words
        told = f"{phrasing.term(slot.name, words)} · {phrasing.term(slot.origin, words)}"
        stands_for(chip, slot.id)
        chip.setToolTip(told)
        chip.setAccessibleDescription(told)
        return chip

    def _add(self, chip: Chip, run: Callable[[], None], *, first: bool = False) -> None:
        if self.chips and not first:
            self.flow.addWidget(_arrow(right_to_left=self._desk.context.words.right_to_left))
        chip.clicked.connect(run)
        self.flow.addWidget(chip)
        self.chips.append(chip)

    def _opener(self, name: SlotName, slot: Slot | None) -> Callable[[], None]:
        def open_editor() -> None:
            self._close()
            self._heir = next((chip for chip in self.chips if chip.hasFocus()), self.chips[0])
            self._editor = PartyEditor(self._desk, self._claim.id, name, slot)
            self._editor.closed.connect(self._close)
            self._box.addWidget(self._editor)
            self._editor.setFocus()
            self.edited.emit(True)

        return open_editor

    def _close(self) -> None:
        if self._editor is not None:
            hide_from_keyboard(self._editor, self._heir)
            self._editor.deleteLater()
            self._editor = None
            self.edited.emit(False)

    def _edit_outlet(self) -> None:
        edit_particulars(self.window(), self._desk.context, self._claim.document)


def chain_parts(
    article: Article, item: Claim | ClaimProposal, context: Context
) -> Sequence[tuple[str, EntityKind | None]]:
    """Return the links of a chain in words with the kinds of those that are entities."""
    parts: list[tuple[str, EntityKind | None]] = []
    for name in _LINKS:
        parts += [_part(article, slot) for slot in slots_of(item) if slot.name is name]
    parts.append((article.document.outlet or context.say("read-outlet-unknown"), None))
    return parts


def chain_text(article: Article, item: Claim | ClaimProposal, context: Context) -> str:
    """Return the chain on one line, each link isolated so that the order stays."""
    arrow = " ← " if context.words.right_to_left else " → "
    return arrow.join(f"\u2068{text}\u2069" for text, _ in chain_parts(article, item, context))


def _part(article: Article, slot: SlotDraft) -> tuple[str, EntityKind | None]:
    assert isinstance(slot.value, Party)
    entity = article.entities.get(slot.value.entity) if slot.value.entity else None
    return (entity.name, entity.kind) if entity else (slot.value.text, None)


def _arrow(*, right_to_left: bool) -> QLabel:
    label = role(QLabel("←" if right_to_left else "→"), "muted")
    label.setAlignment(Qt.AlignmentFlag.AlignCenter)
    label.setFixedHeight(24)
    return label
