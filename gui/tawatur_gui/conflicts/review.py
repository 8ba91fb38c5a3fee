"""One matter under review: its sides, its history, its slots, the verdicts."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from tawatur_core.model import ConflictKey, HowMany, Party, SlotValue, Verdict, When, Words
from tawatur_gui.conflicts.alike import AlikeStrip
from tawatur_gui.conflicts.comparison import Comparison
from tawatur_gui.conflicts.facts import Facts
from tawatur_gui.conflicts.history_strip import HistoryStrip
from tawatur_gui.conflicts.items import Item, State
from tawatur_gui.conflicts.lapsed import LapsedView
from tawatur_gui.conflicts.verdict_bar import VerdictBar, name_options, options
from tawatur_gui.context import Context
from tawatur_gui.entities.pair import PairView
from tawatur_gui.widgets import Empty, Muted
from tawatur_gui.widgets.basic import role


class Review(QWidget):
    """Shows a conflict, a pair of names, or a verdict whose subject is no longer there."""

    def __init__(self, context: Context) -> None:
        super().__init__()
        self._context = context
        self.comparison = Comparison(context)
        self.columns, self.table = self.comparison.columns, self.comparison.table
        self.pair = PairView(context)
        self.lapsed = LapsedView(context)
        self.gone = Empty(context.say("conflicts-gone"), note=context.say("conflicts-gone-note"))
        self.body = QStackedWidget()
        for each in (self.comparison, self.pair, self.lapsed, self.gone):
            self.body.addWidget(each)
        self.why = Muted(lines=1)
        self._reasons = role(QWidget(), "panel")
        self._reasons.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        inside = QVBoxLayout(self._reasons)
        inside.setContentsMargins(16, 8, 16, 0)
        inside.addWidget(self.why)
        self.comparison.explained.connect(self._explain)
        self.history = HistoryStrip(context)
        self.alike = AlikeStrip(context)
        self.bar = VerdictBar(context)
        self._box = box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(0)
        box.addWidget(self.body, 1)
        box.addWidget(self._reasons)
        box.addWidget(self.history)
        box.addWidget(self.alike)
        box.addWidget(self.bar)

    def show_item(
        self,
        item: Item,
        history: list[Verdict],
        facts: Facts,
        waiting: frozenset[ConflictKey] = frozenset(),
    ) -> None:
        """Show a matter with its earlier verdicts; `waiting` are all keys without a verdict."""
        self.alike.seek(item.conflict, waiting, facts)
        self._reasons.setVisible(item.conflict is not None)
        self.bar.setVisible(item.conflict is not None or item.names is not None)
        lapsed = item.state is State.LAPSED  # shown whole, its last verdict too
        self.history.show_history(history[:-1] if lapsed else history, again=not lapsed)
        if item.conflict is not None:
            self.body.setCurrentWidget(self.comparison)
            suggestion = _editable(item.conflict.rows[0].values) if item.conflict.rows else ""
            sides = len(item.conflict.claims)
            self.bar.ask(item.key, options(sides), item.verdict, suggestion)
            self._box.activate()  # now: laid out in another height, an article is laid out again
            self.comparison.show_conflict(item.conflict, facts)
        elif item.names is not None and self.pair.show_proposal(item.names, facts):
            self.body.setCurrentWidget(self.pair)
            self.bar.ask(item.key, name_options(), item.verdict)
        elif lapsed and item.verdict is not None:
            self.lapsed.show_verdict(item.verdict, facts)
            self.body.setCurrentWidget(self.lapsed)
        else:
            self.body.setCurrentWidget(self.gone)
            self.bar.hide()

    def _explain(self, reasons: str) -> None:
        """Show why the values of a slot relate as they do."""
        told = " · ".join(f"\u2068{reason}\u2069" for reason in reasons.splitlines())
        self.why.setText(told)
        self.why.setAccessibleName(self._context.say("conflicts-why", reasons=told))


def _editable(values: tuple[SlotValue | None, ...]) -> str:
    """Return the words a corrected value may start from: those of the first side."""
    first = next((value for value in values if value is not None), None)
    return first.text if isinstance(first, Party | When | HowMany | Words) else ""
