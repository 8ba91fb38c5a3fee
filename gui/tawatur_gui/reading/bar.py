"""The small dark bar beside the selection, with keys printed on its buttons."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QPoint, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QFont, QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import (
    QAbstractButton,
    QFrame,
    QWidget,
)

from tawatur_gui import theme
from tawatur_gui.actions import shown
from tawatur_gui.widgets import Flow
from tawatur_gui.widgets.basic import cast_shadow

_ROOM = 10
_AWAY = 10  # pixels between the selection and the bar


@dataclass(frozen=True, slots=True)
class Offer:
    """One thing that can be done with the selection."""

    text: str
    key: str
    run: Callable[[], None]
    primary: bool = False


class BarButton(QAbstractButton):
    """Words and a key on the dark ground of the bar."""

    def __init__(self, offer: Offer) -> None:
        super().__init__()
        self.setText(offer.text)
        self._key, self._primary = shown(offer.key), offer.primary
        self.setAccessibleName(offer.text)
        self.setAccessibleDescription(self._key)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # the selection keeps the keyboard
        self.clicked.connect(lambda _=False: offer.run())

    def sizeHint(self) -> QSize:
        """Return the room for words and key."""
        words = QFontMetrics(self.font()).horizontalAdvance(self.text())
        key = QFontMetrics(self._small()).horizontalAdvance(self._key)
        return QSize(words + key + 8 + 2 * _ROOM, 30)

    def _small(self) -> QFont:
        font = QFont(self.font())
        font.setPixelSize(max(9, round(font.pixelSize() * 0.82)))
        return font

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint a pill when it is the first choice or under the mouse."""
        now = theme.current()
        ink = now.colour("on_accent" if self._primary else "on_bar")
        ground = now.colour("accent" if self._primary else "bar")
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if self._primary or self.underMouse():
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(theme.mix(ink, ground, 0.12) if self.underMouse() else ground)
            painter.drawRoundedRect(QRectF(self.rect()), 7, 7)
        words = QFontMetrics(self.font()).horizontalAdvance(self.text())
        painter.setPen(ink)
        painter.drawText(self._box(_ROOM, words), Qt.AlignmentFlag.AlignCenter, self.text())
        painter.setFont(self._small())
        painter.setPen(theme.mix(ink, ground, 0.62))
        rest = self._box(_ROOM + words + 8, self.width() - words - 2 * _ROOM - 8)
        painter.drawText(rest, Qt.AlignmentFlag.AlignCenter, self._key)
        painter.end()

    def _box(self, across: int, width: int) -> QRect:
        """Return a box counted from the edge where reading begins."""
        right = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
        left = self.width() - across - width if right else across
        return QRect(left - 2, 0, width + 4, self.height())


class FloatingBar(QFrame):
    """Stands near the selection, inside its parent. It never takes the focus."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setProperty("role", "bar")
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._row = Flow(self, gap=2, line_gap=2)
        self._row.setContentsMargins(6, 6, 6, 6)
        cast_shadow(self, 24)
        self.hide()

    def offer(self, offers: Sequence[Offer]) -> None:
        """Replace what the bar offers."""
        while (item := self._row.takeAt(0)) is not None:
            if (old := item.widget()) is not None:
                old.hide()
                old.deleteLater()
        for one in offers:
            button = BarButton(one)
            self._row.addWidget(button)
            button.show()  # else it has no size while the bar is on the screen

    def buttons(self) -> list[BarButton]:
        """Return the buttons in their order."""
        return [b for b in self.findChildren(BarButton) if not b.isHidden()]

    def stand_by(self, place: QRect) -> None:
        """Show the bar below `place` (of the parent), above it when there is no room."""
        wide = sum(button.sizeHint().width() + 2 for button in self.buttons()) + 12
        wide = min(wide, room_of(self).width() - 16)
        size = QSize(wide, self._row.heightForWidth(wide))
        spot = beside(place, size, room_of(self))
        self.setGeometry(QRect(spot, size))
        self.show()
        self.raise_()


def room_of(widget: QWidget) -> QRect:
    """Return the room of what a widget floats over."""
    parent = widget.parentWidget()
    return parent.rect() if parent is not None else widget.rect()


def beside(place: QRect, size: QSize, room: QRect) -> QPoint:
    """Return where a box of `size` stands below `place`, above it without room, inside `room`."""
    y = place.bottom() + _AWAY
    if y + size.height() > room.bottom() - 8:
        y = place.top() - size.height() - _AWAY
    y = max(room.top() + 8, min(y, room.bottom() - size.height() - 8))
    x = place.center().x() - size.width() // 2
    x = max(room.left() + 8, min(x, room.right() - size.width() - 8))
    return QPoint(x, y)
