"""Buttons: a verb with its key, or an icon with a name for those who do not see it."""

from __future__ import annotations

from PySide6.QtCore import QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import (
    QPushButton,
    QStyle,
    QStyleOptionButton,
    QStyleOptionToolButton,
    QStylePainter,
    QToolButton,
    QWidget,
)

from tawatur_gui import theme
from tawatur_gui.actions import shown
from tawatur_gui.widgets import icons

_GAP = 8


class Button(QPushButton):
    """A button with a verb and, in a small frame, the key that does the same.

    `icon` names one of our icons. Variants by `role`: 'primary', 'quiet', 'danger', 'link'.
    """

    def __init__(
        self,
        text: str,
        parent: QWidget | None = None,
        *,
        key: str = "",
        primary: bool = False,
        icon: str = "",
        kind: str = "",
    ) -> None:
        super().__init__(text, parent)
        self.key = shown(key) if key else ""
        self._drawing = icon
        self.setProperty("role", "primary" if primary else kind)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAutoDefault(False)
        if self.key:
            self.setAccessibleDescription(self.key)

    def _small(self) -> QFont:
        font = QFont(self.font())
        font.setPixelSize(max(9, round(self.fontMetrics().height() * 0.5)))
        return font

    def _key_width(self) -> int:
        return QFontMetrics(self._small()).horizontalAdvance(self.key) + 10 if self.key else 0

    def _icon_size(self) -> int:
        return round(self.fontMetrics().height() * 0.8) if self._drawing else 0

    def sizeHint(self) -> QSize:
        """Return the room for icon, words and key."""
        size = super().sizeHint()
        extra = sum(part + _GAP for part in (self._key_width(), self._icon_size()) if part)
        return QSize(size.width() + extra, size.height())

    def minimumSizeHint(self) -> QSize:
        """Return the same as the hint: words on buttons are not cut."""
        return self.sizeHint()

    def ink(self) -> QColor:
        """Return the colour of the words in the present state."""
        now = theme.current()
        if not self.isEnabled():
            return theme.mix(now.colour("muted"), now.colour("panel"), 0.65)
        if self.property("role") == "primary":
            return now.colour("on_accent")
        if self.isCheckable() and self.isChecked():
            return now.colour("accent")
        if self.property("role") == "danger":
            return now.colour("conflict")
        return now.colour("ink")

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Press the button with Enter too, not only with Space."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.click()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint ground by the style sheet, then icon, words and key."""
        if not self.key and not self._drawing:
            super().paintEvent(event)
            return
        painter = QStylePainter(self)
        option = QStyleOptionButton()
        self.initStyleOption(option)
        option.text = ""
        painter.drawControl(QStyle.ControlElement.CE_PushButton, option)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._paint_words(painter)
        painter.end()

    def _paint_words(self, painter: QPainter) -> None:
        words = self.fontMetrics().horizontalAdvance(self.text())
        icon, key = self._icon_size(), self._key_width()
        parts = [width for width in (icon, words, key) if width]
        across = (self.width() - sum(parts) - _GAP * (len(parts) - 1)) // 2
        ink = self.ink()
        middle = self.height() // 2
        if icon:
            box = self._mirrored(across, icon, middle - icon // 2, icon)
            icons.paint(painter, self._drawing, ink, QRectF(box))
            across += icon + _GAP
        painter.setPen(ink)
        painter.setFont(self.font())
        if words:
            box = self._mirrored(across, words, 0, self.height())
            painter.drawText(box.adjusted(-2, 0, 2, 0), Qt.AlignmentFlag.AlignCenter, self.text())
            across += words + _GAP
        if key:
            self._paint_key(painter, self._mirrored(across, key, middle - 8, 16), ink)

    def _mirrored(self, across: int, width: int, top: int, height: int) -> QRect:
        right = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
        return QRect(self.width() - across - width if right else across, top, width, height)

    def _paint_key(self, painter: QPainter, box: QRect, ink: QColor) -> None:
        faint = QColor(ink)
        faint.setAlphaF(0.35)
        painter.setPen(faint)
        painter.drawRoundedRect(QRectF(box).adjusted(0.5, 0.5, -0.5, -0.5), 3, 3)
        painter.setFont(self._small())
        faint.setAlphaF(0.85)
        painter.setPen(faint)
        painter.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
        painter.drawText(box, Qt.AlignmentFlag.AlignCenter, self.key)


class IconButton(QToolButton):
    """A button that shows only an icon: its name is the tooltip and what a screen reader says."""

    def __init__(
        self,
        icon: str,
        name: str,
        parent: QWidget | None = None,
        *,
        key: str = "",
        size: int = 18,
        tint: str = "muted",
    ) -> None:
        super().__init__(parent)
        self._drawing, self._size, self._tint = icon, size, tint
        self.setToolTip(f"{name} ({shown(key)})" if key else name)
        self.setAccessibleName(name)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setFixedSize(size + 12, size + 12)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)  # a click leaves the focus on the page

    def draw(self, icon: str) -> None:
        """Show another icon."""
        self._drawing = icon
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the ground by the style sheet, then the icon."""
        painter = QStylePainter(self)
        option = QStyleOptionToolButton()
        self.initStyleOption(option)
        painter.drawComplexControl(QStyle.ComplexControl.CC_ToolButton, option)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        now = theme.current()
        lively = self.underMouse() and self._tint == "muted"
        colour = now.colour("ink" if lively else self._tint)
        if self.isChecked():
            colour = now.colour("accent")
        if not self.isEnabled():
            colour = theme.mix(now.colour("muted"), now.colour("panel"), 0.5)
        side = self._size
        box = QRectF((self.width() - side) / 2, (self.height() - side) / 2, side, side)
        icons.paint(painter, self._drawing, colour, box)
        painter.end()
