"""A row of buttons of which one is pressed in: a choice among a few kinds."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TypeVar

from PySide6.QtWidgets import QButtonGroup, QWidget

from tawatur_gui.widgets import Button, Flow

T = TypeVar("T")


def pills(
    options: Sequence[tuple[str, T]], chosen: T, choose: Callable[[T], None], *, enabled: bool
) -> QWidget:
    """Return the buttons; `choose` is told what is pressed."""
    holder = QWidget()
    flow = Flow(holder, gap=4, line_gap=4)
    group = QButtonGroup(holder)
    for text, option in options:
        button = Button(text, kind="pill")
        button.setCheckable(True)
        button.setChecked(option == chosen)
        button.setEnabled(enabled)
        button.clicked.connect(lambda _=False, to=option: choose(to))
        group.addButton(button)
        flow.addWidget(button)
    return holder
