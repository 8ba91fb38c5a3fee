"""The card of a proposal: what it says, why it is proposed, accept or reject."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from tawatur_core import phrasing
from tawatur_core.edit.proposals import entity_of
from tawatur_core.model import ClaimProposal, Entity, Evidence, MentionProposal
from tawatur_core.store import entities
from tawatur_gui.reading.article import Article
from tawatur_gui.reading.chain import chain_text
from tawatur_gui.reading.desk import Desk
from tawatur_gui.reading.renewing import renewed
from tawatur_gui.reading.slots import SHOWN
from tawatur_gui.widgets import AutoLabel, Button, Card, Chip, Flow, Muted, Section
from tawatur_gui.widgets.basic import role, row

_REASONS = 5


class ProposalView(QWidget):
    """Follows one proposed mention or claim."""

    accepted = Signal()
    rejected = Signal()

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._shown: object = None
        self.card = Card()
        self.card.box.setContentsMargins(16, 14, 16, 12)
        self.card.box.setSpacing(10)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.addWidget(self.card)

    def show_proposal(self, article: Article, offer: MentionProposal | ClaimProposal) -> None:
        """Show a proposal."""
        session = self._desk.context.session
        meant: Entity | None = None
        if session is not None and isinstance(offer, MentionProposal):
            standing = entity_of(session, offer)
            meant = entities.entity(session, standing) if standing else None
        state = (offer, meant, self._desk.writes, tuple(article.names.items()))
        if state == self._shown:
            return
        self._shown = state
        with renewed(self.card, self._desk.released.emit):
            if isinstance(offer, MentionProposal):
                self._mention(offer, meant)
            else:
                self._claim(article, offer)
            self._reasons(offer.evidence)
            self._buttons()

    def _mention(self, offer: MentionProposal, meant: Entity | None) -> None:
        say, words = self._desk.context.say, self._desk.context.words
        self.card.box.addWidget(role(AutoLabel(offer.quote, lines=3), "title"))
        name = meant.name if meant else offer.name
        flow = Flow(gap=6, line_gap=6)
        flow.addWidget(Chip(name, offer.kind.value, proposed=True))
        self.card.box.addLayout(flow)
        known = say("read-links-to-known") if meant else say("read-makes-entity")
        self.card.box.addWidget(Muted(f"{phrasing.term(offer.kind, words)} · {known}"))

    def _claim(self, article: Article, offer: ClaimProposal) -> None:
        context = self._desk.context
        self.card.box.addWidget(AutoLabel(f"«{offer.quote}»", lines=8, leading=1.7))
        self.card.box.addWidget(Muted(chain_text(article, offer, context), small=False))
        holder = QWidget()
        grid = QGridLayout(holder)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(12)
        grid.setVerticalSpacing(4)
        grid.setColumnStretch(1, 1)
        shown = [slot for name in SHOWN for slot in offer.slots if slot.name is name]
        for line, slot in enumerate(shown):
            said = phrasing.value(slot.value, context.words, article.names)
            grid.addWidget(Muted(phrasing.term(slot.name, context.words)), line, 0)
            grid.addWidget(Muted(said, small=False, lines=3), line, 1)
        self.card.box.addWidget(holder)

    def _reasons(self, evidence: tuple[Evidence, ...]) -> None:
        """Say why, the weightiest reason first; what speaks against it has a minus."""
        if not evidence:
            return
        words = self._desk.context.words
        self.card.box.addWidget(Section(self._desk.context.say("read-why")))
        for one in sorted(evidence, key=lambda each: -abs(each.weight))[:_REASONS]:
            sign = "−" if one.weight < 0 else "+"
            self.card.box.addWidget(Muted(f"{sign} {words.evidence(one)}", lines=3))

    def _buttons(self) -> None:
        say = self._desk.context.say
        accept = Button(say("read-accept"), key="Return", primary=True)
        accept.clicked.connect(self.accepted)
        reject = Button(say("read-reject"), key="Delete")
        reject.clicked.connect(self.rejected)
        for button in (accept, reject):
            button.setEnabled(self._desk.writes)
        self.card.box.addLayout(row(accept, reject, None))
