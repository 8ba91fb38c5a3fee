"""The bar above the page: project, search, what undo would undo, the main action."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLineEdit, QSizePolicy, QWidget

from tawatur_core.model import Label
from tawatur_gui import theme
from tawatur_gui.actions import Command, shown
from tawatur_gui.context import Context
from tawatur_gui.widgets import AutoLabel, Button, IconButton, Kbd, icons
from tawatur_gui.widgets.basic import row

HEIGHT = 48
_SEARCH = (260, 420)  # narrowest and widest search field
_UNDO = 0.18  # of the width of the bar: widest words on the undo button


class SearchField(QLineEdit):
    """The one search field. Arrow keys, Enter and Esc go to the list of results."""

    moved = Signal(int)  # -1 up, +1 down
    taken = Signal()  # Enter
    left = Signal()  # Esc, or the focus is gone
    escaped = Signal()  # Esc
    entered = Signal()  # focus came

    def __init__(self, context: Context) -> None:
        super().__init__()
        self.setPlaceholderText(context.say("search-hint"))
        self.setAccessibleName(context.say("search-name"))
        self.setObjectName("search")
        self.setMinimumWidth(_SEARCH[0])
        self.setMaximumWidth(_SEARCH[1])
        self._hint = Kbd(shown("Ctrl+K"))
        self._hint.setParent(self)
        self._hint.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.textChanged.connect(self._place_hint)

    def sizeHint(self) -> QSize:
        """Return the comfortable width."""
        return QSize(_SEARCH[1], super().sizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put the key hint at the far end."""
        super().resizeEvent(event)
        self._place_hint()

    def changeEvent(self, event: QEvent) -> None:
        """Follow the size of the font."""
        super().changeEvent(event)
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.StyleChange):
            self._place_hint()

    def _place_hint(self) -> None:
        self._hint.ensurePolished()
        size = self._hint.sizeHint()
        self._hint.resize(size)
        right = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
        self._hint.setVisible(not self.text())
        near, far = 26, 0 if self.text() else size.width() + 8
        self.setTextMargins(far if right else near, 0, near if right else far, 0)
        left = 8 if right else self.width() - size.width() - 8
        self._hint.move(left, (self.height() - size.height()) // 2)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the field and a magnifier at its beginning."""
        super().paintEvent(event)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        right = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
        left = self.width() - 26 if right else 10
        box = self.rect()
        box.setRect(left, (self.height() - 16) // 2, 16, 16)
        icons.paint(painter, "search", theme.current().colour("muted"), box.toRectF())
        painter.end()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Hand the keys of the list on."""
        steps = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}
        key = Qt.Key(event.key())
        if key in steps:
            self.moved.emit(steps[key])
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.taken.emit()
        elif key == Qt.Key.Key_Escape:
            self.clear()
            self.left.emit()
            self.escaped.emit()
        else:
            super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Say that the person wants to search."""
        super().focusInEvent(event)
        self.entered.emit()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Say that the person went elsewhere."""
        super().focusOutEvent(event)
        if event.reason() != Qt.FocusReason.PopupFocusReason:
            self.left.emit()


class TopBar(QFrame):
    """Project · search · undo, redo, main action."""

    def __init__(self, context: Context) -> None:
        super().__init__()
        self._context = context
        self.setProperty("role", "panel")
        self.fit()
        self.name = AutoLabel(context.say("app-name"), lines=1)
        self.name.setProperty("role", "title")
        self.name.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.project = AutoLabel(lines=1)
        self.project.setProperty("role", "muted")
        self.search = SearchField(context)
        self.undo = Button("", icon="undo")
        self.redo = IconButton("redo", context.say("redo"), key="Ctrl+Shift+Z")
        self.main = Button(context.say("place-export"))
        self.undo.clicked.connect(lambda: context.asked.emit("command-undo"))
        self.redo.clicked.connect(lambda: context.asked.emit("command-redo"))
        self.main.clicked.connect(self._act)
        self._action: Command | None = None
        self._told = ""
        start, end = QWidget(), QWidget()
        start.setLayout(row(self.name, self.project, None, spacing=16))
        end.setLayout(row(None, self.redo, self.undo, self.main))
        box = QHBoxLayout(self)
        box.setContentsMargins(16, 0, 16, 0)
        box.setSpacing(16)
        box.addWidget(start, 1)
        box.addWidget(self.search)
        box.addWidget(end, 1)

    def fit(self) -> None:
        """Take the height the interface font needs."""
        self.setFixedHeight(max(HEIGHT, self._context.settings.ui_size * 2 + 22))

    def show_project(self, title: str) -> None:
        """Show the project's name; '' when none is open."""
        self.project.setText(title)
        for widget in (self.undo, self.redo, self.main):
            widget.setVisible(bool(title))

    def show_steps(self, undo: Label | None, redo: Label | None) -> None:
        """Show what undo and redo would do."""
        words, say = self._context.words, self._context.say
        told = say("undo-what", what=words.label(undo)) if undo else say("undo")
        self._told = told
        self._shorten()
        self.undo.setEnabled(undo is not None)
        self.undo.setToolTip(f"{told} (Ctrl+Z)" if undo else say("undo-nothing"))
        self.undo.setAccessibleName(told)
        told = say("redo-what", what=words.label(redo)) if redo else say("redo-nothing")
        self.redo.setEnabled(redo is not None)
        self.redo.setToolTip(f"{told} (Ctrl+Shift+Z)" if redo else told)
        self.redo.setAccessibleName(told)

    def _shorten(self) -> None:
        metrics, room = self.undo.fontMetrics(), round(self.width() * _UNDO)
        self.undo.setText(metrics.elidedText(self._told, Qt.TextElideMode.ElideRight, room))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Shorten the words on the undo button to the room there is."""
        super().resizeEvent(event)
        self._shorten()

    def show_action(self, action: Command | None) -> None:
        """Show the main action of the page; None hides the button."""
        self._action = action
        self.main.setVisible(action is not None)
        if action is not None:
            self.main.setText(self._context.say(action.code))
            self.main.setEnabled(action.enabled())

    def _act(self) -> None:
        if self._action is not None:
            self._action.call()
