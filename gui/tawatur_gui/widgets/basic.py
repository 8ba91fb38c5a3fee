"""Labels, cards, hairlines and empty places."""

from __future__ import annotations

from typing import TypeVar

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QBoxLayout,
    QFrame,
    QGraphicsDropShadowEffect,
    QHBoxLayout,
    QLabel,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from tawatur_gui.theme import SHADOW
from tawatur_gui.widgets.flow import Flow
from tawatur_gui.widgets.label import AutoLabel

W = TypeVar("W", bound=QWidget)
L = TypeVar("L", bound=QBoxLayout)


def role(widget: W, name: str) -> W:
    """Choose a variant of the style sheet, also after the widget was shown."""
    widget.setProperty("role", name)
    widget.style().unpolish(widget)
    widget.style().polish(widget)
    return widget


def cast_shadow(widget: QWidget, blur: int) -> None:
    """Lift a floating widget off the page; `blur` in pixels."""
    shadow = QGraphicsDropShadowEffect(widget)
    shadow.setBlurRadius(blur)
    shadow.setOffset(0, blur / 4)
    shadow.setColor(SHADOW)
    widget.setGraphicsEffect(shadow)


class Muted(AutoLabel):
    """Text that steps back; `small` for small print."""

    def __init__(self, text: str = "", *, small: bool = True, lines: int = 0) -> None:
        super().__init__(text, lines=lines)
        self.setProperty("role", "small" if small else "muted")


class Heading(AutoLabel):
    """The heading of a page (`large`) or of a card."""

    def __init__(self, text: str = "", *, large: bool = False, lines: int = 0) -> None:
        super().__init__(text, lines=lines)
        self.setProperty("role", "heading" if large else "title")


class Section(AutoLabel):
    """The small heading over a list or a group of cards."""

    def __init__(self, text: str = "") -> None:
        super().__init__(text, lines=1)
        self.setProperty("role", "section")


class Kbd(QLabel):
    """A key as printed on a keyboard."""

    def __init__(self, keys: str) -> None:
        super().__init__(keys)
        self.setObjectName("kbd")
        self.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)


class Line(QFrame):
    """A hairline; `upright` for one between columns."""

    def __init__(self, *, upright: bool = False) -> None:
        super().__init__()
        self.setProperty("role", "line")
        if upright:
            self.setFixedWidth(1)
        else:
            self.setFixedHeight(1)


class Card(QFrame):
    """A quiet box with a hairline round it. `box` is its vertical layout."""

    def __init__(self, parent: QWidget | None = None, *, variant: str = "card") -> None:
        super().__init__(parent)
        self.setProperty("role", variant)
        self.box = QVBoxLayout(self)
        self.box.setContentsMargins(16, 12, 16, 12)
        self.box.setSpacing(8)


class Empty(QWidget):
    """An empty place: says what is missing and what to do next."""

    def __init__(self, text: str, *buttons: QWidget, note: str = "") -> None:
        super().__init__()
        box = QVBoxLayout(self)
        box.setContentsMargins(24, 24, 24, 24)
        box.setSpacing(12)
        box.addStretch(1)
        for label in (QLabel(text), QLabel(note)):
            if not label.text():
                continue
            label.setWordWrap(True)
            label.setTextFormat(Qt.TextFormat.PlainText)
            label.setAlignment(Qt.AlignmentFlag.AlignCenter)
            label.setProperty("role", "muted" if label.text() == text else "small")
            box.addWidget(label)
        if buttons:
            box.addLayout(row(None, *buttons, None))
        box.addStretch(2)


def ground(inside: QWidget, variant: str) -> QWidget:
    """Return a ground in one of the theme's variants with a widget on it."""
    made = role(QWidget(), variant)
    made.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
    box = QVBoxLayout(made)
    box.setContentsMargins(0, 0, 0, 0)
    box.addWidget(inside)
    return made


def row(*parts: QWidget | QBoxLayout | Flow | int | None, spacing: int = 8) -> QHBoxLayout:
    """Return widgets in a row; None is a stretch, a number a distance in pixels."""
    return _fill(QHBoxLayout(), parts, spacing)


def column(*parts: QWidget | QBoxLayout | Flow | int | None, spacing: int = 8) -> QVBoxLayout:
    """Return widgets in a column; None is a stretch, a number a distance in pixels."""
    return _fill(QVBoxLayout(), parts, spacing)


def _fill(box: L, parts: tuple[QWidget | QBoxLayout | Flow | int | None, ...], spacing: int) -> L:
    box.setContentsMargins(0, 0, 0, 0)
    box.setSpacing(spacing)
    for part in parts:
        if part is None:
            box.addStretch(1)
        elif isinstance(part, int):
            box.addSpacing(part)
        elif isinstance(part, QWidget):
            box.addWidget(part)
        else:
            box.addLayout(part)
    return box


def clear(box: QBoxLayout | Flow) -> None:
    """Take everything out of a layout; the widgets die with the next turn of the event loop."""
    while (item := box.takeAt(0)) is not None:
        if (widget := item.widget()) is not None:
            widget.hide()
            widget.setParent(None)
            widget.deleteLater()
        elif isinstance(inner := item.layout(), QBoxLayout | Flow):
            clear(inner)
