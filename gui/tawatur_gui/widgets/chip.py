"""A rounded pill for a name in the colour of its kind."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget

from tawatur_core.model import EntityKind
from tawatur_gui import theme
from tawatur_gui.widgets import label

# Kinds of entities and states, each with the token of its colour.
TOKENS = {
    EntityKind.PERSON.value: "person",
    EntityKind.PLACE.value: "place",
    EntityKind.ORGANISATION.value: "organisation",
    EntityKind.EVENT.value: "event",
    "conflict": "conflict",
    "agreement": "agreement",
    "accent": "accent",
}
_ROOM = 10


class Chip(QAbstractButton):
    """A pill with text. `kind` (of an entity, or 'conflict', 'agreement', 'accent') colours it.

    A proposed one has a dotted outline; `ending` is a small remark after the text. It can be
    pressed (clicked, or Space) when `active`; otherwise it only shows.
    """

    def __init__(
        self,
        text: str,
        kind: str = "",
        parent: QWidget | None = None,
        *,
        proposed: bool = False,
        active: bool = False,
        ending: str = "",
    ) -> None:
        super().__init__(parent)
        self.kind, self.proposed, self.ending, self.active = kind, proposed, ending, active
        self.setText(text)
        self.setAccessibleName(f"{text} {ending}".strip())
        if active:
            self.setCursor(Qt.CursorShape.PointingHandCursor)
        else:
            self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
            self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)

    def colour(self) -> QColor:
        """Return the colour of text and outline."""
        now = theme.current()
        if self.proposed and not self.kind:
            return now.colour("muted")
        return now.colour(TOKENS.get(self.kind, "ink"))

    def _shown(self) -> str:
        return f"{self.text()}  {self.ending}" if self.ending else self.text()

    def sizeHint(self) -> QSize:
        """Return the size of the pill with its text."""
        metrics = QFontMetricsF(self.font())
        width = metrics.horizontalAdvance(self._shown()) + 2 * _ROOM + 2
        return QSize(int(width), max(24, round(metrics.height()) + 6))

    def minimumSizeHint(self) -> QSize:
        """Return a size at which the text is cut."""
        return QSize(48, self.sizeHint().height())

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the pill."""
        now, colour = theme.current(), self.colour()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        box = QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5)
        ground = (
            now.colour("panel") if not self.kind else theme.mix(colour, now.colour("paper"), 0.07)
        )
        if self.active and self.underMouse():
            ground = theme.mix(colour, now.colour("paper"), 0.14)
        outline = now.colour("line") if not self.kind else theme.mix(colour, ground, 0.8)
        pen = QPen(now.colour("accent") if self.hasFocus() else outline, 1)
        if self.proposed:
            pen.setStyle(Qt.PenStyle.DotLine)
        painter.setPen(pen)
        painter.setBrush(ground)
        painter.drawRoundedRect(box, box.height() / 2, box.height() / 2)
        right = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
        setting = label.Setting(self.font(), colour, right)
        width = self.width() - 2 * _ROOM
        text = label.lay_out(self._shown(), width, setting)
        top = (self.height() - label.line_height(setting)) / 2
        label.draw(painter, text, QPointF(_ROOM, top), colour)
        painter.end()
