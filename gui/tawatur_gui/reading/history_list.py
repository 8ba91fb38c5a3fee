"""Who changed something and when: folded away until it is asked for."""

from __future__ import annotations

from PySide6.QtWidgets import QVBoxLayout, QWidget

from tawatur_core import phrasing
from tawatur_core.store.history import Entry, history
from tawatur_gui.context import Context
from tawatur_gui.widgets import Button, Muted
from tawatur_gui.widgets.basic import clear, row

_SHOWN = 12


class HistoryList(QWidget):
    """A link that opens into one line an edit, the newest first."""

    def __init__(self, context: Context) -> None:
        super().__init__()
        self._context = context
        self._row = ("", "")
        self._open = False
        self.link = Button(context.say("read-history"), icon="history", kind="link")
        self.link.setCheckable(True)
        self.link.clicked.connect(self._toggle)
        self._lines = QVBoxLayout()
        self._lines.setSpacing(4)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(4)
        box.addLayout(row(self.link, None))
        box.addLayout(self._lines)

    def show_row(self, table: str, row_id: str) -> None:
        """Tell of a row; what was open stays open."""
        self._row = (table, row_id)
        self._fill()

    def _toggle(self) -> None:
        self._open = not self._open
        self._fill()

    def _fill(self) -> None:
        clear(self._lines)
        session = self._context.session
        if not self._open or session is None:
            return
        for line in self._told(history(session, *self._row, deep=True))[:_SHOWN]:
            self._lines.addWidget(Muted(line, lines=3))

    def _told(self, entries: list[Entry]) -> list[str]:
        """Return one line for all cells an edit changed at once."""
        words = self._context.words
        lines: dict[str, None] = {}
        for entry in reversed(entries):
            what = words.label(entry.label)
            if entry.kind != "edit":
                what = self._context.say(f"read-{entry.kind}", what=what)
            told = self._context.say(
                "read-history-line",
                who=entry.analyst,
                at=phrasing.moment(entry.at, words),
                what=what,
            )
            lines[told] = None
        return list(lines)
