"""The card of a claim: quote, kind, chain, slots, other accounts, note, history."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QPlainTextEdit, QVBoxLayout, QWidget

from tawatur_core import phrasing
from tawatur_core.model import Claim, ClaimKind
from tawatur_gui.reading.accounts import Accounts
from tawatur_gui.reading.article import Article
from tawatur_gui.reading.chain import Chain
from tawatur_gui.reading.desk import Desk
from tawatur_gui.reading.history_list import HistoryList
from tawatur_gui.reading.pills import pills
from tawatur_gui.reading.renewing import renewed
from tawatur_gui.reading.slots import Slots
from tawatur_gui.widgets import AutoLabel, Button, Card, Section
from tawatur_gui.widgets.basic import row


class ClaimView(QWidget):
    """Follows one claim. It is built anew only when the claim or a name in it changed."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._state: object = None
        self._claim: Claim | None = None
        self.card = Card()
        self.card.box.setContentsMargins(14, 14, 14, 12)
        self.card.box.setSpacing(10)
        self.accounts = Accounts(desk.context)
        self.note = Note(desk)
        self.history = HistoryList(desk.context)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(12)
        box.addWidget(self.card)
        box.addWidget(self.accounts)
        box.addWidget(Section(desk.context.say("read-note")))
        box.addWidget(self.note)
        box.addWidget(self.history)

    def show_claim(self, article: Article, claim: Claim) -> None:
        """Show a claim, or what changed in it."""
        state = (claim, article.document.outlet, tuple(article.names.items()), self._desk.writes)
        if state != self._state:
            self._state, self._claim = state, claim
            with renewed(self.card, self._desk.released.emit):
                self._build(claim)
            self.note.show_claim(claim)
            self.history.show_row("claim", claim.id)
        self.accounts.show_claim(article, claim.id)

    def _build(self, claim: Claim) -> None:
        quote = AutoLabel(f"«{claim.quote}»", lines=8, leading=1.7)
        quote.setAccessibleName(claim.quote)
        self.card.box.addWidget(quote)
        self.card.box.addWidget(self._kinds(claim))
        self.chain = Chain(self._desk, claim)
        self.card.box.addWidget(self.chain)
        self.slots = Slots(self._desk, claim)
        self.card.box.addWidget(self.slots)
        remove = Button(self._desk.context.say("read-remove-claim"), icon="trash", kind="link")
        remove.setEnabled(self._desk.writes)
        remove.clicked.connect(lambda: self._desk.remove(claim.id))
        self.card.box.addLayout(row(None, remove))

    def _kinds(self, claim: Claim) -> QWidget:
        """One button a kind, the present one pressed in."""
        desk = self._desk
        return pills(
            [(phrasing.term(kind, desk.context.words), kind) for kind in ClaimKind],
            claim.kind,
            lambda kind: desk.set_kind(claim.id, kind),
            enabled=desk.writes,
        )


class Note(QPlainTextEdit):
    """The analyst's note; kept when the field is left or on Ctrl+Enter."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._claim: Claim | None = None
        self.setPlaceholderText(desk.context.say("read-note-hint"))
        self.setAccessibleName(desk.context.say("read-note"))
        self.setTabChangesFocus(True)
        self.setFixedHeight(68)
        self.installEventFilter(self)

    def show_claim(self, claim: Claim) -> None:
        """Show the note of a claim; what is being typed for the same claim stays."""
        same = self._claim is not None and self._claim.id == claim.id
        typing = same and self.hasFocus() and self.toPlainText() != getattr(self._claim, "note", "")
        self._claim = claim
        self.setReadOnly(not self._desk.writes)
        if not typing:
            self.setPlainText(claim.note)

    def keep(self) -> None:
        """Store what was typed."""
        if self._claim is not None and self.toPlainText() != self._claim.note:
            self._desk.set_note(self._claim.id, self.toPlainText())

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Keep the note on leaving it."""
        if event.type() == QEvent.Type.FocusOut:
            self.keep()
        elif event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            control = event.modifiers() & Qt.KeyboardModifier.ControlModifier
            if control and event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
                self.keep()
                return True
        return super().eventFilter(watched, event)
