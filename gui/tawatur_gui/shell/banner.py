"""The strip that says why a project can only be read."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QFrame

from tawatur_core.store.session import Session
from tawatur_gui.context import Context
from tawatur_gui.widgets import AutoLabel, Button
from tawatur_gui.widgets.basic import row


class Banner(QFrame):
    """Hidden while the project can be written. `again` tries to open it for writing."""

    def __init__(self, context: Context, again: Callable[[], object]) -> None:
        super().__init__()
        self._context = context
        self.setProperty("role", "banner")
        self.words = AutoLabel(lines=2)
        button = Button(context.say("banner-again"))
        button.clicked.connect(lambda *_: again())
        box = row(self.words, button, spacing=16)
        box.setStretch(0, 1)
        box.setContentsMargins(16, 8, 16, 8)
        self.setLayout(box)
        self.hide()

    def show_state(self, session: Session | None) -> None:
        """Show who holds the project, if somebody does."""
        read_only = session is not None and session.read_only
        self.setVisible(read_only)
        if session is not None and read_only:
            held = self._context.say("banner-held", who=session.held_by)
            self.words.setText(held if session.held_by else self._context.say("banner-read-only"))
