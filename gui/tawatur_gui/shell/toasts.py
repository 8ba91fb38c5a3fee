"""Notices at the foot of the window that go by themselves."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QTimer
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QFrame, QPlainTextEdit, QWidget

from tawatur_gui import errors, style
from tawatur_gui.context import Context
from tawatur_gui.widgets import AutoLabel, Button, Card, Heading, IconButton, Muted
from tawatur_gui.widgets.basic import row

_DONE, _FAILED = 4_000, 12_000  # milliseconds on the screen
_AT_ONCE = 3
_WIDTH = 480
_FOOT = 44  # pixels above the lower edge of the window: room for the bottom bar


class Toasts(QObject):
    """Shows notices over a window, the newest below. Kinds: 'done', 'failed'."""

    def __init__(self, window: QWidget, context: Context) -> None:
        super().__init__(window)
        self._window, self._context = window, context
        self.shown: list[QFrame] = []
        window.installEventFilter(self)
        context.noticed.connect(self.show)
        context.broke.connect(self.show_bug)

    def show(self, text: str, kind: str) -> None:
        """Show one notice; a failure stays longer."""
        card = QFrame(self._window)
        card.setProperty("role", "toast" if kind == "done" else "failure")
        card.setProperty("text", text)
        words = AutoLabel(text)
        away = IconButton(
            "close",
            self._context.say("dismiss"),
            size=14,
            tint="on_bar" if kind == "done" else "muted",
        )
        away.clicked.connect(lambda: self._drop(card))
        box = row(words, away, spacing=12)
        box.setStretch(0, 1)
        box.setContentsMargins(12, 8, 12, 8)
        card.setLayout(box)
        card.setAccessibleName(text)
        self._add(card)
        QTimer.singleShot(_DONE if kind == "done" else _FAILED, card, lambda: self._drop(card))

    def show_bug(self, failure: Exception) -> None:
        """Show an error of our own, with details to copy; it stays until it is closed.

        The same one again (a part that fails each time it is painted) is not shown twice.
        """
        say, told = self._context.say, errors.details(failure)
        if any(card.property("told") == told for card in self.shown):
            return
        card = Card(self._window, variant="failure")
        card.setProperty("text", type(failure).__name__)
        card.setProperty("told", told)
        away = IconButton("close", say("close"), size=14)
        away.clicked.connect(lambda: self._drop(card))
        card.box.addLayout(row(Heading(say("bug-title")), None, away))
        card.box.addWidget(Muted(say("bug-words", kind=type(failure).__name__), small=False))
        lines = QPlainTextEdit(told)
        lines.setReadOnly(True)
        lines.setMaximumHeight(120)
        lines.setAccessibleName(say("bug-details"))
        card.box.addWidget(lines)
        copy = Button(say("bug-copy"), icon="copy")
        copy.clicked.connect(lambda: QGuiApplication.clipboard().setText(told))
        card.box.addLayout(row(copy, None))
        self._add(card)

    def texts(self) -> list[str]:
        """Return what is on the screen now, oldest first."""
        return [str(card.property("text")) for card in self.shown]

    def _add(self, card: QFrame) -> None:
        while len(self.shown) >= _AT_ONCE:
            self._drop(self.shown[0])
        self.shown.append(card)
        style.dress(card)
        card.show()
        self._arrange()

    def _drop(self, card: QFrame) -> None:
        if card in self.shown:
            self.shown.remove(card)
            card.hide()
            card.deleteLater()
            self._arrange()

    def _arrange(self) -> None:
        foot = self._window.height() - _FOOT
        for card in reversed(self.shown):
            width = min(_WIDTH, self._window.width() - 32)
            height = max(card.heightForWidth(width), card.minimumSizeHint().height())
            card.setGeometry((self._window.width() - width) // 2, foot - height, width, height)
            card.raise_()
            foot -= height + 8

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Follow the size of the window."""
        if event.type() == QEvent.Type.Resize:
            self._arrange()
        return False
