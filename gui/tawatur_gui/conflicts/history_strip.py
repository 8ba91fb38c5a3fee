"""Earlier verdicts on what is shown: who decided what, when and why."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from tawatur_core import phrasing
from tawatur_core.model import Verdict
from tawatur_gui.context import Context
from tawatur_gui.widgets import Button, Muted
from tawatur_gui.widgets.basic import clear, role

_SHOWN = 3


class HistoryStrip(QWidget):
    """The last verdicts, the current one first, and a button that opens the matter again."""

    reopen = Signal()

    def __init__(self, context: Context) -> None:
        super().__init__()
        self._context = context
        role(self, "panel")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.button = Button(context.say("conflicts-reopen"), key="O", icon="undo")
        self.button.clicked.connect(self.reopen)
        self.setAccessibleName(context.say("conflicts-history"))
        self._lines = QVBoxLayout()
        self._lines.setSpacing(2)
        box = QHBoxLayout(self)
        box.setContentsMargins(16, 8, 16, 8)
        box.addLayout(self._lines, 1)
        box.addWidget(self.button, 0, Qt.AlignmentFlag.AlignTop)

    def show_history(self, verdicts: list[Verdict], *, again: bool = True) -> None:
        """Show the verdicts (oldest first as stored); hide when there are none.

        `again`: whether the matter may be opened again.
        """
        clear(self._lines)
        self.setVisible(bool(verdicts))
        self.button.setVisible(again and bool(verdicts) and not verdicts[-1].reopened)
        for verdict in list(reversed(verdicts))[:_SHOWN]:
            self._lines.addWidget(Muted(self.line(verdict), lines=1))

    def line(self, verdict: Verdict) -> str:
        """Return one verdict in words."""
        words, say = self._context.words, self._context.say
        told = say(
            "conflicts-history-line",
            verdict=phrasing.verdict(verdict, words),
            analyst=verdict.analyst,
            when=phrasing.moment(verdict.given_at, words),
            confidence=phrasing.term(verdict.confidence, words),
        )
        if verdict.reason:
            told = say("conflicts-history-reason", line=told, reason=verdict.reason)
        return say("conflicts-history-reopened", line=told) if verdict.reopened else told
