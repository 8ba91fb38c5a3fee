"""What every picture of the overview is: items in their places, painted, told in words."""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, QSizeF, Qt

from tawatur_gui.context import Target
from tawatur_gui.overview.pen import SMALL, Look, Pen
from tawatur_gui.widgets import Row

LEGEND = 44  # pixels below the picture


@dataclass(frozen=True, slots=True)
class Item:
    """Something in a picture that can be pointed at.

    `tell` says it in words when asked: there may be thousands. `target` is where a click goes at
    once, None when it opens a list.
    """

    key: str
    box: QRectF
    tell: Callable[[], str]
    target: Target | None = None

    @property
    def told(self) -> str:
        """What it is, in words."""
        return self.tell()


@dataclass(frozen=True, slots=True)
class Line:
    """A row of the list beside the picture, and where it leads."""

    row: Row
    target: Target


@dataclass(frozen=True, slots=True)
class Details:
    """What stands behind an item: a heading, a remark, and rows that lead to the text."""

    title: str
    note: str
    lines: tuple[Line, ...]


# A sign of the legend: a kind of Pen.sign, or a function that draws it into a box.
Sign = str | Callable[[Pen, QRectF], None]


class Chart(ABC):
    """A picture. It is laid out for a look and a size, then painted as often as needed."""

    code: str  # its name is the message overview-CODE

    def __init__(self) -> None:
        self.items: list[Item] = []
        self.size = QSizeF()
        self.top = 0.0  # how far it is scrolled: what is fixed is painted there
        self.look: Look

    @property
    @abstractmethod
    def empty(self) -> bool:
        """Whether there is nothing to show."""

    @abstractmethod
    def place(self, width: float, height: float) -> QSizeF:
        """Place the items in a room, and return the size the picture needs without legend."""

    @abstractmethod
    def draw(self, pen: Pen, lit: str) -> None:
        """Paint the picture; `lit` is the key of the item that is pointed at, or ''."""

    @abstractmethod
    def details(self, key: str) -> Details:
        """Return what stands behind an item."""

    @abstractmethod
    def legend(self) -> list[tuple[Sign, str]]:
        """Return the signs with their words."""

    def lay_out(self, look: Look, width: float, height: float) -> None:
        """Place everything for a look and a room."""
        self.look = look
        needed = self.place(width, max(240.0, height - LEGEND))
        high = max(needed.height(), height - LEGEND) + LEGEND
        self.size = QSizeF(max(width, needed.width()), high)
        self.items = [Item(i.key, self.flipped(i.box), i.tell, i.target) for i in self.items]

    def paint(self, pen: Pen, lit: str = "", top: float = 0.0) -> None:
        """Paint picture and legend, scrolled down by `top`."""
        self.top = top
        self.draw(pen, lit)
        self._legend(pen)

    def item(self, key: str) -> Item | None:
        """Return an item by its key."""
        return next((item for item in self.items if item.key == key), None)

    def at(self, point: QPointF) -> Item | None:
        """Return the item under a point, the topmost one."""
        return next((item for item in reversed(self.items) if item.box.contains(point)), None)

    def mirrored(self, x: float, y: float, width: float, height: float) -> QRectF:
        """Return a box whose `x` is counted from where reading begins."""
        return self.flipped(QRectF(x, y, width, height))

    def flipped(self, box: QRectF) -> QRectF:
        """Return a box that was counted from where reading begins, as it stands."""
        return self.look.mirrored(box, self.size.width())

    def _legend(self, pen: Pen) -> None:
        x, y = 4.0, self.size.height() - LEGEND + 14
        for sign, words in self.legend():
            wide = self.look.wide(words, SMALL)
            if x + 30 + wide > self.size.width():
                break
            box = self.mirrored(x, y, 22, 16)
            if isinstance(sign, str):
                pen.sign(sign, box.center())
            else:
                sign(pen, box)
            pen.text(self.mirrored(x + 28, y, wide, 16), words, "muted", share=SMALL)
            x += 28 + wide + 20


def hatched(pen: Pen, box: QRectF) -> None:
    """Fill a box with slanted lines: the sign of a conflict, seen without its colour too."""
    painter = pen.painter
    pen.round(box, 3, fill=pen.colour("conflict_ground"))
    painter.save()
    painter.setClipRect(box)
    x = box.left() - box.height()
    while x < box.right():
        pen.line(
            [QPointF(x, box.bottom()), QPointF(x + box.height(), box.top())], "conflict", width=1.2
        )
        x += 5
    painter.restore()
    pen.round(box.adjusted(0.5, 0.5, -0.5, -0.5), 3, edge=pen.colour("conflict"))


def solid(token: str) -> Callable[[Pen, QRectF], None]:
    """Return what fills a box with a colour of the theme."""
    return lambda pen, box: pen.round(box, 3, fill=pen.colour(token))


def plus(pen: Pen, box: QRectF) -> None:
    """Draw the sign of what is not shown."""
    pen.text(box, "+", "muted", middle=True)


DOTTED = Qt.PenStyle.DotLine
