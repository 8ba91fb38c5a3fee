"""Find in the text: hamza, marks and letter variants do not matter."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLineEdit, QWidget

from tawatur_core.arabic.fold import fold, fold_text
from tawatur_core.arabic.results import Folded
from tawatur_core.model import Span
from tawatur_gui.context import Context
from tawatur_gui.reading.marks import Mark, Sign
from tawatur_gui.widgets import IconButton, Muted

_MOST = 10_000


class FindBar(QFrame):
    """A line above the page. `found` tells all places and which one to show."""

    found = Signal(list, int)  # list[Span], index of the present one (-1: none)
    closed = Signal()

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "panel")
        say = context.say
        self._say = say
        self._folded: Folded | None = None
        self._text = ""
        self._places: list[Span] = []
        self._at = -1
        self.edit = QLineEdit()
        self.edit.setPlaceholderText(say("read-find-hint"))
        self.edit.setAccessibleName(say("read-find"))
        self.edit.textChanged.connect(self._search)
        self.edit.installEventFilter(self)
        self.count = Muted(lines=1)
        self.count.setMinimumWidth(110)
        back = IconButton("chevron-up", say("read-find-previous"), key="Shift+Return")
        on = IconButton("chevron-down", say("read-find-next"), key="Return")
        close = IconButton("close", say("close"), key="Esc")
        back.clicked.connect(lambda: self.step(-1))
        on.clicked.connect(lambda: self.step(1))
        close.clicked.connect(self.shut)
        row = QHBoxLayout(self)
        row.setContentsMargins(16, 8, 16, 8)
        row.setSpacing(8)
        for part in (self.edit, self.count, back, on, close):
            row.addWidget(part, 1 if part is self.edit else 0)
        self.hide()

    def open(self, text: str, typed: str = "") -> None:
        """Show the bar for a text, with words to look for."""
        self.set_text(text)
        self.show()
        if typed:
            self.edit.setText(typed)
        self.edit.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.edit.selectAll()
        self._search(self.edit.text())

    def set_text(self, text: str) -> None:
        """Look in another text from now on."""
        if text is not self._text:
            self._text, self._folded = text, None
        if self.isVisible():
            self._search(self.edit.text())

    def step(self, by: int) -> None:
        """Go to another place, round the end."""
        if self._places:
            self._at = (self._at + by) % len(self._places)
            self._tell()

    def shut(self) -> None:
        """Hide the bar and what it found."""
        self.hide()
        self._places, self._at = [], -1
        self.found.emit([], -1)
        self.closed.emit()

    def _search(self, typed: str) -> None:
        asked = fold_text(typed.strip())
        if asked and self._folded is None:
            self._folded = fold(self._text)
        self._places = places(self._folded, asked) if asked and self._folded else []
        self._at = 0 if self._places else -1
        self._tell()

    def _tell(self) -> None:
        if self._places:
            shown = self._say("read-find-count", at=self._at + 1, count=len(self._places))
        else:
            shown = self._say("read-find-nothing") if self.edit.text().strip() else ""
        self.count.setText(shown)
        self.found.emit(self._places, self._at)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Enter goes on, Shift+Enter back, Esc closes."""
        if watched is self.edit and event.type() == QEvent.Type.KeyPress:
            assert isinstance(event, QKeyEvent)
            back = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
            if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
                self.step(-1 if back else 1)
                return True
            if event.key() == Qt.Key.Key_Escape:
                self.shut()
                return True
        return super().eventFilter(watched, event)


def places(folded: Folded, asked: str) -> list[Span]:
    """Return where folded words stand in the original text; at most 10,000 places."""
    found: list[Span] = []
    at = folded.text.find(asked)
    while at >= 0 and len(found) < _MOST:
        found.append(folded.original(Span(at, at + len(asked))))
        at = folded.text.find(asked, at + len(asked))
    return found


def found_marks(found: list[Span]) -> list[Mark]:
    """Return places as marks of the page."""
    return [Mark(found_key(i), Sign.FOUND, (span,)) for i, span in enumerate(found)]


def found_key(number: int) -> str:
    """Return the mark's key of a place."""
    return f"found-{number}"
