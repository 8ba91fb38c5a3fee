"""Building a card anew without losing the keyboard.

Qt gives the keyboard of a widget that goes to the next one of the window, which may be the search
field at the top. Here it goes to the widget that took the place of the one that went, else home.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager

from PySide6.QtWidgets import QAbstractButton, QApplication, QWidget

from tawatur_gui.widgets import Card
from tawatur_gui.widgets.basic import clear

_STANDS_FOR = "standsFor"


def stands_for(widget: QWidget, what: str) -> None:
    """Say what a widget shows, so that the keyboard finds what stands for the same later."""
    widget.setProperty(_STANDS_FOR, what)


@contextmanager
def renewed(card: Card, go_home: Callable[[], None]) -> Iterator[None]:
    """Empty a card that is filled inside the `with`; `go_home` takes the keyboard meanwhile."""
    focus = QApplication.focusWidget()
    held = _meaning(focus, card) if focus is not None and card.isAncestorOf(focus) else None
    if held is not None:
        go_home()
    clear(card.box)
    yield
    if held:
        _take_up(card, held)


def hide_from_keyboard(widget: QWidget, heir: QWidget) -> None:
    """Hide a widget; the keyboard, if it is inside, goes to `heir`."""
    focus = QApplication.focusWidget()
    if focus is not None and (focus is widget or widget.isAncestorOf(focus)):
        heir.setFocus()
    widget.hide()


def _take_up(card: Card, held: str) -> None:
    for widget in card.findChildren(QWidget):
        if widget.isEnabled() and _own_meaning(widget) == held:
            above: QWidget | None = widget
            while above is not None and above is not card:
                above.show()  # it cannot have the keyboard before
                above = above.parentWidget()
            widget.setFocus()
            return


def _meaning(widget: QWidget, card: Card) -> str:
    """Return what a widget, or the nearest one around it, stands for; '' if for nothing."""
    at: QWidget | None = widget
    while at is not None and at is not card:
        told = at.property(_STANDS_FOR)
        if told:
            return str(told)
        at = at.parentWidget()
    return _own_meaning(widget)


def _own_meaning(widget: QWidget) -> str:
    told = widget.property(_STANDS_FOR)
    if told:
        return str(told)
    return widget.text() if isinstance(widget, QAbstractButton) else ""
