"""Panes side by side that can be dragged and folded, and remember it."""

from __future__ import annotations

from base64 import b64decode, b64encode

from PySide6.QtCore import QByteArray, Qt
from PySide6.QtWidgets import QSplitter, QWidget

from tawatur_gui.settings import Settings


def pack(state: QByteArray) -> str:
    """Return Qt's bytes as text for the settings."""
    return b64encode(state.data()).decode("ascii")


def unpack(text: str) -> QByteArray:
    """Return the bytes of a state kept as text."""
    return QByteArray(b64decode(text))


class Panes(QSplitter):
    """A splitter known by `name`: its sizes are kept in the settings. `sizes` are in pixels.

    The pane number `grows` takes the room that is left.
    """

    def __init__(
        self,
        settings: Settings,
        name: str,
        *panes: QWidget,
        sizes: tuple[int, ...],
        grows: int = 0,
        upright: bool = False,
    ) -> None:
        super().__init__(Qt.Orientation.Vertical if upright else Qt.Orientation.Horizontal)
        self._settings, self._name = settings, name
        self.setHandleWidth(1)
        for pane in panes:
            self.addWidget(pane)
        self.setStretchFactor(grows, 1)
        self.setSizes(list(sizes))
        kept = settings.splitters.get(name, "")
        if kept:
            self.restoreState(unpack(kept))
        self.splitterMoved.connect(self._keep)

    def _keep(self, *_: int) -> None:
        self._settings.splitters[self._name] = pack(self.saveState())
