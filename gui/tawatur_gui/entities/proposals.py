"""'Are they one?': pairs of names one after the other, and all above a score at once."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QSpinBox, QVBoxLayout, QWidget

from tawatur_core.edit import verdicts as edit
from tawatur_core.errors import NoSuchRow
from tawatur_core.model import (
    Choice,
    Confidence,
    ConflictKey,
    EntityProposal,
    Label,
    Verdict,
    VerdictId,
)
from tawatur_core.store.session import Session
from tawatur_gui.conflicts.facts import Facts
from tawatur_gui.conflicts.slide import Slide
from tawatur_gui.conflicts.verdict_bar import VerdictBar, name_options
from tawatur_gui.context import Context
from tawatur_gui.entities.pair import PairView
from tawatur_gui.widgets import AutoLabel, Button, Heading, Line, Muted
from tawatur_gui.widgets.basic import clear, row
from tawatur_gui.widgets.overlay import Sheet

_LEAST = 85  # per cent; the threshold that is offered first
_PREVIEW = 200  # pairs named in the preview


class Proposals(QWidget):
    """Shows the first open pair; a verdict brings the next one."""

    decided = Signal()

    def __init__(self, context: Context) -> None:
        super().__init__()
        self._context = context
        self._open: list[EntityProposal] = []
        self._facts: Facts | None = None
        self._at: ConflictKey | None = None
        self.title = Heading(context.say("entities-pair-title"), lines=1)
        self.place = Muted(lines=1)
        self.all_button = Button(context.say("entities-accept-all"), key="Shift+Y", icon="check")
        self.all_button.clicked.connect(self.ask_all)
        self.pair = PairView(context)
        self.bar = VerdictBar(context)
        self.bar.chosen.connect(self._decide)
        self._slide = Slide(self.pair)
        head = row(self.title, self.place, None, self.all_button, spacing=12)
        head.setContentsMargins(24, 12, 16, 12)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(0)
        box.addLayout(head)
        box.addWidget(Line())
        box.addWidget(self.pair, 1)
        box.addWidget(Line())
        box.addWidget(self.bar)

    @property
    def shown(self) -> EntityProposal | None:
        """The pair on the page."""
        return next((each for each in self._open if each.key == self._at), None)

    def show_open(
        self, proposals: list[EntityProposal], given: dict[ConflictKey, Verdict], facts: Facts
    ) -> None:
        """Take the pairs that wait for a word; the one on the page stays, else the first comes."""
        keys = [each.key for each in self._open]
        place = keys.index(self._at) if self._at in keys else 0
        self._open, self._facts = proposals, facts
        if self.shown is None and proposals:
            now = {each.key for each in proposals}
            after = next((key for key in keys[place:] if key in now), proposals[0].key)
            self._at = after
        if self.shown is not None:
            self._show(self.shown, given.get(self.shown.key))

    def step(self, by: int) -> None:
        """Show another pair."""
        if not self._open or self._facts is None:
            return
        place = next((i for i, each in enumerate(self._open) if each.key == self._at), 0)
        pair = self._open[(place + by) % len(self._open)]
        self._slide.take()
        self._at = pair.key
        self._show(pair, None)
        self._slide.go()

    def _show(self, proposal: EntityProposal, given: Verdict | None) -> None:
        assert self._facts is not None
        place = next(i for i, each in enumerate(self._open) if each.key == proposal.key)
        self.place.setText(
            self._context.say("entities-pair-place", place=place + 1, total=len(self._open))
        )
        self.pair.show_proposal(proposal, self._facts)
        self.bar.ask(proposal.key, name_options(), given)

    def _decide(self, choice: Choice, _side: int, _value: str) -> None:
        proposal = self.shown
        if proposal is None:
            return
        if choice is Choice.DEFERRED and len(self._open) > 1:
            # Kept on the list of this page: it comes round again after the others.
            self.step(1)
        self._slide.take()
        reason, confidence = self.bar.reason.text().strip(), self.bar.chosen_confidence
        self._context.do(
            lambda session: edit.decide_entities(
                session, proposal, choice, reason=reason, confidence=confidence
            )
        )
        self._slide.go()
        self.decided.emit()

    # -- all at once

    def above(self, percent: int) -> list[EntityProposal]:
        """Return the open pairs with at least this likeness, the likeliest first."""
        found = [each for each in self._open if each.score * 100 >= percent]
        return sorted(found, key=lambda each: -each.score)

    def ask_all(self) -> Sheet | None:
        """Open a sheet that names every pair above a score before they are made one."""
        if not self._open or self._facts is None:
            return None
        say = self._context.say
        sheet = Sheet(self.window(), say("entities-accept-all-title"), say("close"), width=640)
        score = QSpinBox()
        score.setRange(50, 100)
        score.setSuffix("%")
        score.setAccessibleName(say("entities-accept-all-score"))
        listed = QVBoxLayout()
        do = Button("", primary=True)
        line = QHBoxLayout()
        line.addWidget(AutoLabel(say("entities-accept-all-score"), lines=1))
        line.addWidget(score)
        line.addStretch(1)
        sheet.box.addLayout(line)
        sheet.box.addLayout(listed)
        sheet.box.addStretch(1)
        sheet.set_foot(do, None)

        def preview(percent: int) -> None:
            pairs = self.above(percent)
            clear(listed)
            for pair in pairs[:_PREVIEW]:
                listed.addWidget(AutoLabel(self._named(pair), lines=1))
            do.setText(say("entities-accept-all-do", count=len(pairs)))
            do.setEnabled(bool(pairs))

        def accept() -> None:
            pairs = self.above(score.value())
            sheet.close_sheet()
            self.accept_all(pairs)

        score.valueChanged.connect(preview)
        do.clicked.connect(accept)
        score.setValue(_LEAST)
        preview(_LEAST)
        sheet.open(score)
        return sheet

    def _named(self, pair: EntityProposal) -> str:
        assert self._facts is not None
        names = self._facts.names
        return self._context.say(
            "entities-pair-line",
            a=names.get(pair.a, "…"),
            b=names.get(pair.b, "…"),
            percent=round(pair.score * 100),
        )

    def accept_all(self, pairs: list[EntityProposal]) -> None:
        """Make each pair one, as one undo step; pairs whose names are gone meanwhile are told."""
        made = self._context.do(partial(_accept, pairs))
        if made is None:
            return
        say = self._context.say
        self._context.noticed.emit(say("entities-accepted", count=len(made)), "done")
        if len(made) < len(pairs):
            left = len(pairs) - len(made)
            self._context.noticed.emit(say("entities-accept-left", count=left), "done")
        self.decided.emit()


def _accept(pairs: list[EntityProposal], session: Session) -> list[VerdictId]:
    made = []
    label = Label("undo-entities-accept-all", {"count": str(len(pairs))})
    with session.edit(label):
        for pair in pairs:
            try:
                made.append(
                    edit.decide_entities(
                        session, pair, Choice.SAME_ENTITY, confidence=Confidence.HIGH
                    )
                )
            except NoSuchRow:
                # An earlier pair took this name over: it will be proposed again with the new one.
                continue
    return made
