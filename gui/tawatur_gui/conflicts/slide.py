"""The next item slides in; nothing moves when the desktop asks for less motion."""

from __future__ import annotations

from PySide6.QtCore import QEasingCurve, QPoint, QPropertyAnimation, Qt
from PySide6.QtWidgets import QLabel, QStyle, QWidget

LASTS = 110  # ms


def wanted(widget: QWidget) -> bool:
    """Whether the desktop allows motion (its animation time is not nought)."""
    hint = QStyle.StyleHint.SH_Widget_Animation_Duration
    return widget.isVisible() and widget.style().styleHint(hint, None, widget) > 0


class Slide:
    """Keeps a picture of what `widget` showed and lets it slip away over what it shows now."""

    def __init__(self, widget: QWidget) -> None:
        self._widget = widget
        self._picture: QLabel | None = None
        self._motion: QPropertyAnimation | None = None

    def take(self) -> None:
        """Remember how the widget looks now. Call before showing something else."""
        self.stop()
        if not wanted(self._widget):
            return
        picture = QLabel(self._widget)
        picture.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        picture.setPixmap(self._widget.grab())
        picture.setGeometry(self._widget.rect())
        self._picture = picture

    def go(self) -> None:
        """Let the picture slip away, towards where reading goes."""
        if self._picture is None:
            return
        self._picture.show()
        self._picture.raise_()
        right = self._widget.layoutDirection() == Qt.LayoutDirection.RightToLeft
        motion = QPropertyAnimation(self._picture, b"pos", self._widget)
        motion.setDuration(LASTS)
        motion.setEasingCurve(QEasingCurve.Type.InCubic)
        motion.setEndValue(QPoint(self._widget.width() * (1 if right else -1), 0))
        motion.finished.connect(self.stop)
        self._motion = motion
        motion.start()

    def stop(self) -> None:
        """End a running slide at once."""
        motion, self._motion = self._motion, None
        picture, self._picture = self._picture, None
        if motion is not None:
            motion.stop()
            motion.deleteLater()
        if picture is not None:
            picture.hide()
            picture.deleteLater()
