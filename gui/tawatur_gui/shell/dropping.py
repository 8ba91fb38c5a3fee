"""Files dragged over the window: it lights up, says what a drop will do, and takes them."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QMimeData, QRectF, Qt
from PySide6.QtGui import (
    QDragEnterEvent,
    QDragLeaveEvent,
    QDropEvent,
    QFont,
    QPainter,
    QPaintEvent,
    QPen,
)
from PySide6.QtWidgets import QWidget

from tawatur_gui import theme
from tawatur_gui.context import Context
from tawatur_gui.paths import SUFFIX

_EDGE = 16  # pixels between the frame and the window


def files_in(data: QMimeData) -> list[Path]:
    """Return the local files of a drag."""
    return [Path(url.toLocalFile()) for url in data.urls() if url.isLocalFile()]


class DropVeil(QWidget):
    """Covers the window while files are held over it, so that no field below takes their names."""

    def __init__(
        self, window: QWidget, context: Context, take: Callable[[list[Path]], None]
    ) -> None:
        super().__init__(window)
        self._context, self._take = context, take
        self.words = ""
        self.setAcceptDrops(True)
        self.hide()

    def light(self, files: list[Path]) -> None:
        """Say what dropping `files` will do."""
        say = self._context.say
        project = next((file for file in files if file.suffix == SUFFIX), None)
        if project is not None:
            self.words = say("drop-project", name=project.stem)
        elif self._context.session is None:
            self.words = say("drop-new", count=len(files))
        else:
            self.words = say("drop-texts", count=len(files))
        window = self.parentWidget()
        assert window is not None
        self.setGeometry(window.rect())
        self.setAccessibleName(self.words)
        self.show()
        self.raise_()
        self.update()

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Go on accepting what lit the window."""
        event.acceptProposedAction()

    def dragLeaveEvent(self, event: QDragLeaveEvent) -> None:
        """Go out when the files leave the window."""
        super().dragLeaveEvent(event)
        self.hide()

    def dropEvent(self, event: QDropEvent) -> None:
        """Take the files."""
        files = files_in(event.mimeData())
        event.acceptProposedAction()
        self.hide()
        self._take(files)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint a dashed frame and the words."""
        now = theme.current()
        ground = now.colour("paper")
        ground.setAlphaF(0.88)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.fillRect(self.rect(), ground)
        painter.setPen(QPen(now.colour("accent"), 2, Qt.PenStyle.DashLine))
        frame = QRectF(self.rect()).adjusted(_EDGE, _EDGE, -_EDGE, -_EDGE)
        painter.drawRoundedRect(frame, 12, 12)
        font = QFont(self.font())
        font.setPixelSize(font.pixelSize() + 9)
        font.setWeight(QFont.Weight.Medium)
        painter.setFont(font)
        flags = Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextWordWrap
        painter.drawText(frame.adjusted(24, 24, -24, -24), flags, self.words)
        painter.end()
