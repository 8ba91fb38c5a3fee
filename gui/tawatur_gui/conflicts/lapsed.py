"""A verdict whose conflict is not there any more: what it was given on, and where that stands."""

from __future__ import annotations

from functools import partial
from itertools import zip_longest

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from tawatur_core import phrasing
from tawatur_core.model import Claim, ClaimId, Verdict
from tawatur_gui.conflicts.facts import Facts
from tawatur_gui.context import Context, Place, Target
from tawatur_gui.widgets import AutoLabel, Heading, IconButton, Line, Muted, Section
from tawatur_gui.widgets.basic import clear, role, row

_WIDEST = 680


class LapsedView(QScrollArea):
    """To be read only; each claim that is still there leads to its article."""

    def __init__(self, context: Context) -> None:
        super().__init__()
        self._context = context
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setAccessibleName(context.say("conflicts-lapsed-view"))
        page = role(QWidget(), "paper")
        page.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        column = QWidget()
        column.setMaximumWidth(_WIDEST)
        self._lines = QVBoxLayout(column)
        self._lines.setContentsMargins(24, 40, 24, 24)
        self._lines.setSpacing(8)
        around = QHBoxLayout(page)
        around.addStretch(1)
        around.addWidget(column, 1000)  # as wide as it may be, in the middle
        around.addStretch(1)
        self.setWidget(page)
        self.ways: list[IconButton] = []  # to the claims that are still there

    def show_verdict(self, verdict: Verdict, facts: Facts) -> None:
        """Show what was decided, why and by whom, then each side as it was seen."""
        say, words = self._context.say, facts.words
        clear(self._lines)
        self.ways = []
        by = say(
            "report-verdict-by",
            analyst=verdict.analyst,
            at=phrasing.moment(verdict.given_at, words),
            confidence=phrasing.term(verdict.confidence, words),
        )
        for each in (
            Muted(phrasing.question(verdict.kind, words), lines=1),
            Heading(f"✓ {phrasing.verdict(verdict, words)}", large=True),
            *([AutoLabel(verdict.reason)] if verdict.reason else []),
            Muted(by),
        ):
            self._lines.addWidget(each)
        self._lines.addSpacing(8)
        self._lines.addWidget(Muted(say("conflicts-lapsed-note"), small=False))
        self._lines.addSpacing(16)
        self._lines.addWidget(Section(say("report-seen")))
        there = facts.some([ClaimId(side) for side in verdict.sides])
        for at, (side, seen) in enumerate(zip_longest(verdict.sides, verdict.seen, fillvalue="")):
            self._lines.addWidget(Line())
            self._add_side(at, seen or "—", there.get(ClaimId(side)), facts)
        self._lines.addStretch(1)
        self.verticalScrollBar().setValue(0)

    def _add_side(self, at: int, seen: str, claim: Claim | None, facts: Facts) -> None:
        say = self._context.say
        letter = phrasing.side_letter(at, facts.words)
        value = role(AutoLabel(f"{letter} · \u2068{seen}\u2069"), "title")
        if claim is None:
            self._lines.addLayout(row(value, None))
            self._lines.addWidget(Muted(say("report-claim-removed")))
            return
        way = IconButton("read", say("conflicts-open-article"), size=14)
        way.clicked.connect(partial(self._go, claim))
        self.ways.append(way)
        head = QHBoxLayout()
        head.addWidget(value, 1)
        head.addWidget(way, 0, Qt.AlignmentFlag.AlignTop)
        self._lines.addLayout(head)
        self._lines.addWidget(AutoLabel(f"«{claim.quote}»"))
        self._lines.addWidget(Muted(facts.document(claim.document).title, lines=1))

    def _go(self, claim: Claim, _checked: bool = False) -> None:
        self._context.go(
            Target(Place.READ, document=claim.document, span=claim.spans[0], claim=claim.id)
        )
