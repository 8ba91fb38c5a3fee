"""The sheet of all shortcuts (F1), made from the commands themselves."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QGridLayout, QWidget

from tawatur_gui.actions import Command, shown
from tawatur_gui.context import Context
from tawatur_gui.widgets import AutoLabel, Kbd, Muted, Section
from tawatur_gui.widgets.basic import row
from tawatur_gui.widgets.overlay import Sheet


def grouped(commands: Sequence[Command]) -> dict[str, list[Command]]:
    """Return the commands that have a key, by group, in the order given."""
    groups: dict[str, list[Command]] = {}
    for command in commands:
        if command.keys:
            groups.setdefault(command.group, []).append(command)
    return groups


def show_keys(window: QWidget, context: Context, commands: Sequence[Command]) -> Sheet:
    """Open the sheet over `window`."""
    sheet = Sheet(window, context.say("keys-title"), context.say("close"), width=760)
    for group, members in grouped(commands).items():
        sheet.box.addWidget(Section(context.say(group)))
        grid = QGridLayout()
        grid.setContentsMargins(0, 0, 0, 8)
        grid.setHorizontalSpacing(32)
        grid.setVerticalSpacing(8)
        for number, command in enumerate(members):
            name = AutoLabel(context.say(command.code), lines=1)
            caps = [Kbd(shown(keys)) for keys in command.keys]
            line, side = divmod(number, 2)
            line_box = row(name, *caps, spacing=4)
            line_box.setStretch(0, 1)
            grid.addLayout(line_box, line, side)
        grid.setColumnStretch(0, 1)
        grid.setColumnStretch(1, 1)
        sheet.box.addLayout(grid)
    sheet.box.addWidget(Muted(context.say("keys-note")))
    sheet.box.addStretch(1)
    sheet.open()
    return sheet
