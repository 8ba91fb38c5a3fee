"""The rail of places: where a person can go, and what waits there."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFont, QFontMetricsF, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QButtonGroup, QVBoxLayout, QWidget

from tawatur_gui import theme
from tawatur_gui.context import Context, Place
from tawatur_gui.widgets import IconButton, icons

PLACES = (Place.READ, Place.ENTITIES, Place.CONFLICTS, Place.OVERVIEW, Place.EXPORT)
WIDTH = 64  # pixels at an interface font of 13
_ALARMING = {Place.CONFLICTS}


class PlaceButton(QAbstractButton):
    """An icon with its name below and the number of things that wait."""

    def __init__(self, place: Place, context: Context) -> None:
        super().__init__()
        self.place, self._context, self.waiting = place, context, 0
        self.setCheckable(True)
        self.setText(context.say(f"place-{place}"))
        self.setToolTip(self.text())
        self.setAccessibleName(self.text())
        self.setCursor(Qt.CursorShape.PointingHandCursor)

    def set_waiting(self, count: int) -> None:
        """Show how many things wait; 0 shows nothing."""
        self.waiting = count
        name = self.text()
        if count:
            name = self._context.say("place-badge", place=name, count=count)
        self.setAccessibleName(name)
        self.update()

    def _small(self) -> QFont:
        font = QFont(self.font())
        font.setPixelSize(max(9, round(self.font().pixelSize() * 10.5 / 13)))
        return font

    def sizeHint(self) -> QSize:
        """Return the room for icon and name."""
        return QSize(40, 44 + round(QFontMetricsF(self._small()).height() * 0.6))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint ground, icon, name and badge."""
        now = theme.current()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        box = QRectF(self.rect())
        painter.setPen(Qt.PenStyle.NoPen)
        if self.isChecked() or self.underMouse():
            chosen = theme.mix(now.colour("accent"), now.colour("paper"), 0.13)
            touched = theme.mix(now.colour("ink"), now.colour("panel"), 0.06)
            painter.setBrush(chosen if self.isChecked() else touched)
            painter.drawRoundedRect(box, 10, 10)
        if self.hasFocus():
            painter.setPen(now.colour("accent"))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(box.adjusted(0.5, 0.5, -0.5, -0.5), 10, 10)
        colour = now.colour("accent" if self.isChecked() else "muted")
        if not self.isEnabled():
            colour = theme.mix(now.colour("muted"), now.colour("panel"), 0.5)
        icon = QRectF(box.center().x() - 10, 7, 20, 20)
        icons.paint(painter, self.place.value, colour, icon)
        font = self._small()
        font.setWeight(QFont.Weight.Bold if self.isChecked() else QFont.Weight.Normal)
        painter.setFont(font)
        painter.setPen(colour)
        name = QRectF(-8, 27, box.width() + 16, box.height() - 29)
        painter.drawText(name, Qt.AlignmentFlag.AlignCenter, self.text())
        if self.waiting:
            self._badge(painter, icon)
        painter.end()

    def _badge(self, painter: QPainter, icon: QRectF) -> None:
        now = theme.current()
        font = QFont(self.font())
        font.setPixelSize(9)
        font.setWeight(QFont.Weight.Bold)
        text = str(self.waiting) if self.waiting < 100 else "99+"
        width = max(15.0, QFontMetricsF(font).horizontalAdvance(text) + 8)
        right = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
        left = icon.left() - width + 6 if right else icon.right() - 6
        box = QRectF(left, 4, width, 15)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(now.colour("conflict" if self.place in _ALARMING else "accent"))
        painter.drawRoundedRect(box, 7.5, 7.5)
        painter.setPen(now.colour("on_accent"))
        painter.setFont(font)
        painter.drawText(box, Qt.AlignmentFlag.AlignCenter, text)


class Rail(QWidget):
    """All places, and below them start and settings."""

    chosen = Signal(object)  # Place

    def __init__(self, context: Context) -> None:
        super().__init__()
        self._context = context
        self.fit()
        self.setAccessibleName(context.say("rail"))
        box = QVBoxLayout(self)
        box.setContentsMargins(6, 12, 6, 8)
        box.setSpacing(4)
        self._group = QButtonGroup(self)
        self.buttons: dict[Place, PlaceButton] = {}
        for place in PLACES:
            button = PlaceButton(place, context)
            button.clicked.connect(lambda _=False, place=place: self.chosen.emit(place))
            self._group.addButton(button)
            self.buttons[place] = button
            box.addWidget(button)
        box.addStretch(1)
        for icon, code, key in (
            ("welcome", "place-welcome", ""),
            ("keyboard", "command-keys", "F1"),
            ("settings", "settings-title", "Ctrl+,"),
        ):
            button_below = IconButton(icon, context.say(code), key=key, size=20)
            ask = {
                "welcome": "command-go-welcome",
                "keyboard": "command-keys",
                "settings": "command-settings",
            }[icon]
            button_below.clicked.connect(lambda _=False, ask=ask: context.asked.emit(ask))
            box.addWidget(button_below, 0, Qt.AlignmentFlag.AlignHCenter)

    def fit(self) -> None:
        """Take the width the interface font needs."""
        self.setFixedWidth(WIDTH + 4 * max(0, self._context.settings.ui_size - 13))

    def show_place(self, place: Place) -> None:
        """Mark where the person is."""
        button = self.buttons.get(place)
        self._group.setExclusive(button is not None)
        for other in self.buttons.values():
            other.setChecked(other is button)

    def set_open(self, is_open: bool) -> None:
        """Let the places be chosen only when a project is open."""
        for button in self.buttons.values():
            button.setEnabled(is_open)
