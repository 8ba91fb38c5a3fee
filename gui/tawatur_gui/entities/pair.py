"""Two names that may be one: what each is called, how often, in what company, and why."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from tawatur_core import phrasing
from tawatur_core.model import EntityId, EntityProposal, Evidence, Mention
from tawatur_core.store import mentions as mention_store
from tawatur_core.store.entities import EntityRow
from tawatur_gui.conflicts.facts import Facts
from tawatur_gui.context import Context, Place, Target
from tawatur_gui.entities.snippets import MentionList
from tawatur_gui.widgets import AutoLabel, Chip, Flow, Line, Muted, Section
from tawatur_gui.widgets.basic import clear, role

_SIDE = 24
_SPELLINGS = 6


class NameColumn(QWidget):
    """One of the two names with its spellings, counts and mentions in context."""

    def __init__(self, context: Context) -> None:
        super().__init__()
        self._context = context
        self.name = role(AutoLabel(lines=1), "title")
        self.counts = Muted(lines=1)
        self._chips = Flow(gap=6, line_gap=6)
        self.mentions = MentionList(context.say("entities-mentions"))
        self.mentions.asked.connect(self._go)
        box = QVBoxLayout(self)
        box.setContentsMargins(_SIDE - 8, 16, _SIDE - 8, 0)
        box.setSpacing(8)
        head = QVBoxLayout()
        head.setContentsMargins(8, 0, 8, 0)
        head.addWidget(self.name)
        head.addWidget(self.counts)
        head.addSpacing(4)
        head.addLayout(self._chips)
        box.addLayout(head)
        box.addWidget(self.mentions, 1)

    def show_entity(self, letter: str, row: EntityRow, facts: Facts, found: list[Mention]) -> None:
        """Show an entity."""
        words = self._context.words
        self.name.setText(f"{letter} · {row.entity.name}")
        kind = phrasing.term(row.entity.kind, words)
        self.counts.setText(
            self._context.say(
                "entities-counts", kind=kind, mentions=row.mentions, documents=row.documents
            )
        )
        clear(self._chips)
        for text, count in row.spellings[:_SPELLINGS]:
            self._chips.addWidget(Chip(text, row.entity.kind.value, ending=str(count)))
        self.mentions.model_of.show(found, row.entity.kind.value, facts.document)

    def _go(self, mention: Mention) -> None:
        self._context.go(
            Target(Place.READ, document=mention.document, span=mention.span, mention=mention.id)
        )


class PairView(QWidget):
    """Both names side by side, below them the reasons for and against."""

    def __init__(self, context: Context) -> None:
        super().__init__()
        self._context = context
        role(self, "paper")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.columns = (NameColumn(context), NameColumn(context))
        self.reasons = Reasons(context)
        sides = QHBoxLayout()
        sides.setSpacing(0)
        sides.addWidget(self.columns[0], 1)
        sides.addWidget(Line(upright=True))
        sides.addWidget(self.columns[1], 1)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(0)
        box.addLayout(sides, 1)
        box.addWidget(Line())
        box.addWidget(self.reasons)

    def show_proposal(self, proposal: EntityProposal, facts: Facts) -> bool:
        """Show both names; False when one of them is gone."""
        session = self._context.session
        rows = [facts.entities.get(side) for side in (proposal.a, proposal.b)]
        if session is None or any(row is None for row in rows):
            return False
        for place, (column, row) in enumerate(zip(self.columns, rows, strict=True)):
            assert row is not None
            found = mention_store.mentions_by_entity(session, EntityId(row.entity.id))
            letter = phrasing.side_letter(place, self._context.words)
            column.show_entity(letter, row, facts, list(found))
        self.reasons.show_evidence(proposal.evidence, proposal.score)
        return True


class Reasons(QWidget):
    """Evidence in words: what speaks for it and what against, the weightiest first."""

    def __init__(self, context: Context) -> None:
        super().__init__()
        self._context = context
        role(self, "panel")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.head = Section()
        self._lines = QVBoxLayout()
        self._lines.setSpacing(4)
        box = QVBoxLayout(self)
        box.setContentsMargins(_SIDE, 12, _SIDE, 12)
        box.setSpacing(8)
        box.addWidget(self.head)
        box.addLayout(self._lines)

    def show_evidence(self, evidence: tuple[Evidence, ...], score: float) -> None:
        """Show the reasons; a score of nought means that the two are not joined."""
        say = self._context.say
        likeness = say("entities-likeness", percent=round(score * 100))
        self.head.setText(likeness if score else say("entities-cluster-not-joined"))
        clear(self._lines)
        for reason in sorted(evidence, key=lambda each: -abs(each.weight)):
            self._lines.addWidget(self._line(reason))

    def _line(self, reason: Evidence) -> QWidget:
        told = self._context.words.evidence(reason)
        against = reason.weight < 0
        sign = "−" if against else "+"
        # It reads in the interface's direction even when it begins with a name of the other one.
        mark = "\u200f" if self._context.words.right_to_left else "\u200e"
        line = AutoLabel(f"{mark}{sign} {told}")
        side = self._context.say("entities-against" if against else "entities-for")
        line.setAccessibleName(f"{side}: {told}")
        return role(line, "" if against else "agreement")
