"""Where a person starts: sample corpus, new project, open, recent, drop files."""

from __future__ import annotations

from functools import partial
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QLabel, QScrollArea, QVBoxLayout, QWidget

from tawatur_gui.actions import Command
from tawatur_gui.context import Context, Place, Target
from tawatur_gui.widgets import AutoLabel, Button, Card, Heading, IconButton, Muted, Section
from tawatur_gui.widgets.basic import clear, column, row

_WIDTH = 640


class WelcomePage(QWidget):
    """One quiet column in the middle of the page."""

    place = Place.WELCOME

    def __init__(self, context: Context) -> None:
        super().__init__()
        self._context = context
        self.setProperty("role", "paper")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        body = QWidget()
        body.setMaximumWidth(_WIDTH)
        body.setLayout(self._column())
        scroll = QScrollArea()
        scroll.setAccessibleName(context.say("place-welcome"))
        scroll.setWidgetResizable(True)
        holder = QWidget()
        box = QHBoxLayout(holder)
        box.setContentsMargins(32, 32, 32, 32)
        box.addStretch(1)
        box.addWidget(body, 100)
        box.addStretch(1)
        scroll.setWidget(holder)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(scroll)
        context.opened.connect(self.refresh)
        self.refresh()

    def _column(self) -> QVBoxLayout:
        say = self._context.say
        name = QLabel(say("app-name"))
        name.setProperty("role", "display")
        self.recent = QVBoxLayout()
        self.recent.setSpacing(4)
        drop = Card(variant="drop")
        drop.box.setContentsMargins(16, 20, 16, 20)
        drop.box.setSpacing(4)
        for code, role in (("welcome-drop", "muted"), ("welcome-drop-note", "small")):
            words = QLabel(say(code))
            words.setProperty("role", role)
            words.setAlignment(Qt.AlignmentFlag.AlignCenter)
            words.setWordWrap(True)
            drop.box.addWidget(words)
        return column(
            None,
            name,
            Muted(say("app-about"), small=False),
            16,
            self._sample(),
            self._own(),
            8,
            Section(say("welcome-recent")),
            self.recent,
            8,
            drop,
            None,
            None,
            spacing=12,
        )

    def _sample(self) -> Card:
        say = self._context.say
        card = Card()
        card.box.setContentsMargins(20, 16, 20, 16)
        self.sample = Button(say("welcome-sample-open"), primary=True, icon="sample")
        self.sample.clicked.connect(partial(self._context.asked.emit, "command-sample"))
        words = column(
            Heading(say("welcome-sample")), Muted(say("welcome-sample-note"), small=False)
        )
        box = row(words, self.sample, spacing=24)
        box.setStretch(0, 1)
        card.box.addLayout(box)
        return card

    def _own(self) -> Card:
        say = self._context.say
        card = Card()
        card.box.setContentsMargins(20, 16, 20, 16)
        new = Button(say("welcome-new"), key="Ctrl+N", icon="plus")
        new.clicked.connect(partial(self._context.asked.emit, "command-new"))
        open_ = Button(say("welcome-open"), key="Ctrl+O", icon="folder")
        open_.clicked.connect(partial(self._context.asked.emit, "command-open"))
        words = Muted(say("welcome-new-note"), small=False)
        box = row(words, new, open_)
        box.setStretch(0, 1)
        card.box.addLayout(box)
        return card

    def refresh(self) -> None:
        """Show the projects of late."""
        clear(self.recent)
        recent = [Path(name) for name in self._context.settings.recent]
        if not recent:
            self.recent.addWidget(Muted(self._context.say("welcome-recent-none")))
        for path in recent[:6]:
            self.recent.addWidget(self._line(path))

    def _line(self, path: Path) -> QWidget:
        there = path.exists()
        button = Button(path.stem, kind="quiet", icon="file")
        button.setEnabled(there)
        button.setAccessibleDescription(str(path))
        button.clicked.connect(lambda: self._context.wanted.emit([path]))
        told = str(path.parent) if there else self._context.say("welcome-missing")
        where = AutoLabel(told, lines=1)
        where.setProperty("role", "small")
        away = IconButton("close", self._context.say("dismiss"), size=12)
        away.clicked.connect(lambda: self._forget(path))
        line = QWidget()
        box = row(button, where, away, spacing=8)
        box.setStretch(1, 1)
        line.setLayout(box)
        return line

    def _forget(self, path: Path) -> None:
        self._context.settings.forget(path)
        self._context.save_settings()
        self.refresh()

    def open(self, target: Target) -> None:
        """Show the page."""
        self.refresh()
        self.sample.setFocus()

    def commands(self) -> list[Command]:
        """Return none: the window has them all."""
        return []
