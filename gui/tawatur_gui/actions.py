"""Commands with their keys, on Latin and Arabic keyboards alike."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QWidget

# The standard Arabic keyboard (101): what each key of a Latin keyboard types there. B types the
# ligature lam-alef as one key symbol.
_ARABIC = dict(
    zip(
        "QWERTYUIOP[]ASDFGHJKL;'ZXCVBNM,./`?",
        "ضصثقفغعهخحجدشسيبلاتنمكطئءؤر\ufefbىةوزظذ؟",
        strict=True,
    )
)
_ARABIC |= dict(zip("0123456789", "٠١٢٣٤٥٦٧٨٩", strict=True))
_PRINTED = {"Up": "↑", "Down": "↓", "Left": "←", "Right": "→", "Return": "Enter"}


COVERS = "covers"  # the property of a card that lies over a window
# They concern the window as a whole, also while a card lies over it.
_ABOVE = frozenset(
    {"command-quit", "command-language", "command-theme", "command-larger", "command-smaller"}
)


def always() -> bool:
    """Return True: the command may run at any time."""
    return True


@dataclass(frozen=True)
class Command:
    """Something a person can ask for. `code` and `group` are message ids of the wording catalogue.

    `keys` are key sequences in Qt's portable form ('Ctrl+K', 'C'); the first is the one shown.
    """

    code: str
    keys: tuple[str, ...]
    run: Callable[[], None]
    enabled: Callable[[], bool] = always
    group: str = "group-page"

    def call(self) -> None:
        """Run the command if it may run now."""
        if self.enabled():
            self.run()


def mirror_keys(keys: str) -> str | None:
    """Return the same key on an Arabic keyboard: 'C' → 'ؤ'; None if the key is the same there."""
    head, _, last = keys.rpartition("+")
    other = _ARABIC.get(last.upper())
    if other is None:
        return None
    return f"{head}+{other}" if head else other


def sequences(command: Command) -> list[QKeySequence]:
    """Return the key sequences of a command and their twins on an Arabic keyboard."""
    twins = [mirror_keys(keys) for keys in command.keys]
    names = [*command.keys, *(twin for twin in twins if twin)]
    return [QKeySequence(name) for name in names]


def shown(keys: str) -> str:
    """Return keys as printed on a keyboard, for buttons and the sheet of shortcuts."""
    head, plus, last = QKeySequence(keys).toString().rpartition("+")
    return f"{head}{plus}{_PRINTED.get(last, last)}"


def bind(
    widget: QWidget,
    commands: Iterable[Command],
    *,
    reach: Qt.ShortcutContext = Qt.ShortcutContext.WidgetWithChildrenShortcut,
) -> list[QAction]:
    """Make each command answer to its keys while `widget` or something in it has the focus."""
    made = []
    for command in commands:
        action = QAction(widget)
        action.setObjectName(command.code)
        action.setShortcuts(sequences(command))
        action.setShortcutContext(reach)
        action.triggered.connect(_caller(command, widget))
        widget.addAction(action)
        made.append(action)
    return made


def _caller(command: Command, widget: QWidget) -> Callable[[], None]:
    """Return what a key does: nothing is done to what lies below a card."""

    def call(*_: object) -> None:
        if command.code in _ABOVE or not covered(widget):
            command.call()

    return call


def covered(widget: QWidget) -> bool:
    """Whether a card lies over the window of `widget`, and `widget` is not on it."""
    direct = Qt.FindChildOption.FindDirectChildrenOnly
    return any(
        one.property(COVERS) and one.isVisible() and not one.isAncestorOf(widget)
        for one in widget.window().findChildren(QWidget, options=direct)
        if one is not widget
    )
