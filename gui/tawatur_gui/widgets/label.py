"""A label for text of unknown language."""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import (
    QColor,
    QFont,
    QFontMetricsF,
    QPainter,
    QPaintEvent,
    QResizeEvent,
    QTextLayout,
    QTextOption,
)
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

_KEPT = 32  # heights that a label remembers, by text, font and width


def runs_right(text: str, default: bool) -> bool:
    """Whether the first strong letter of `text` runs right to left; `default` if it has none.

    What stands in an isolate does not count (Unicode bidi algorithm, P2), unless nothing else does.
    """
    depth = 0
    inside: bool | None = None
    for char in text:
        kind = unicodedata.bidirectional(char)
        if kind in {"LRI", "RLI", "FSI"}:
            depth += 1
        elif kind == "PDI":
            depth = max(0, depth - 1)
        elif kind in {"L", "R", "AL"}:
            if not depth:
                return kind != "L"
            inside = kind != "L" if inside is None else inside
    return default if inside is None else inside


@dataclass(frozen=True, slots=True)
class Setting:
    """How a text is set into a box."""

    font: QFont
    colour: QColor
    right: bool  # the interface runs right to left: which edge the text leans on
    lines: int = 1  # at most so many; the last one is cut with …; 0: as many as needed
    leading: float = 1.4  # distance of base lines in font heights without leading
    follow: bool = False  # lean on the edge where the text itself begins


def lay_out(text: str, width: float, setting: Setting) -> QTextLayout:
    """Return the text broken into lines, each at its place, the last one cut short.

    The block as a whole leans on its edge; within it, lines begin one below the other: two lines
    of Arabic in an English list keep a straight right edge.
    """
    towards = runs_right(text, setting.right)
    rightmost = towards if setting.follow else setting.right
    option = QTextOption()
    option.setTextDirection(
        Qt.LayoutDirection.RightToLeft if towards else Qt.LayoutDirection.LeftToRight
    )
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    option.setAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignAbsolute)
    metrics = QFontMetricsF(setting.font)
    shown = text.replace("\n", " ")
    layout = _broken(shown, width, setting, option)
    if setting.lines and layout.lineCount() > setting.lines:
        start = layout.lineAt(setting.lines - 1).textStart()
        head = _units(shown, start)
        rest = metrics.elidedText(shown[head:], Qt.TextElideMode.ElideRight, width)
        layout = _broken(shown[:head] + rest, width, setting, option)
    _place(layout, width, line_height(setting), towards=towards, rightmost=rightmost)
    return layout


def _place(
    layout: QTextLayout, width: float, step: float, *, towards: bool, rightmost: bool
) -> None:
    """Put each line at its place.

    `towards`: the text runs right to left; `rightmost`: the block leans on the right edge.
    """
    lines = [layout.lineAt(number) for number in range(layout.lineCount())]
    block = min(width, max((line.naturalTextWidth() for line in lines), default=0.0))
    for number, line in enumerate(lines):
        left = width - block if rightmost else 0.0
        if towards:
            left += max(0.0, block - line.naturalTextWidth())
        line.setPosition(QPointF(left, number * step + (step - line.height()) / 2))


def line_height(setting: Setting) -> float:
    """Return the distance between two lines in pixels."""
    return round(QFontMetricsF(setting.font).height() * setting.leading / 1.25)


def _broken(text: str, width: float, setting: Setting, option: QTextOption) -> QTextLayout:
    layout = QTextLayout(text, setting.font)
    layout.setTextOption(option)
    layout.setCacheEnabled(True)
    layout.beginLayout()
    while (line := layout.createLine()).isValid():
        line.setLineWidth(max(1.0, width))
    layout.endLayout()
    return layout


def _units(text: str, utf16: int) -> int:
    """Return the index in code points for one in UTF-16 units."""
    return len(text.encode("utf-16-le")[: 2 * utf16].decode("utf-16-le", "ignore"))


def boxes(layout: QTextLayout, start: int, end: int) -> list[QRectF]:
    """Return where the code points `start`…`end` of a laid out text stand, one box per run."""
    text = layout.text()
    first = len(text[:start].encode("utf-16-le")) // 2
    length = len(text[start:end].encode("utf-16-le")) // 2
    found = []
    for number in range(layout.lineCount()):
        line = layout.lineAt(number)
        for run in line.glyphRuns(first, length):
            box = run.boundingRect()
            box.setTop(line.y())
            box.setHeight(line.height())
            found.append(box)
    return found


def draw(painter: QPainter, layout: QTextLayout, at: QPointF, colour: QColor) -> None:
    """Paint a laid out text with its top left corner at `at`."""
    painter.setPen(colour)
    layout.draw(painter, at)


class AutoLabel(QLabel):
    """A label whose text may be Arabic, Latin or mixed: its own letters decide its direction.

    It leans on the edge where the interface begins (with `follow`, where the text itself begins),
    wraps, and after `lines` lines (0: never) it is cut with …; the whole text is then its tooltip.
    """

    def __init__(
        self,
        text: str = "",
        parent: QWidget | None = None,
        *,
        lines: int = 0,
        follow: bool = False,
        leading: float = 1.4,
    ) -> None:
        super().__init__(parent)
        self._lines, self._follow, self._leading = lines, follow, leading
        self._heights: dict[tuple[str, str, float], int] = {}  # layouts ask again and again
        self.setTextFormat(Qt.TextFormat.PlainText)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.setText(text)

    def _setting(self) -> Setting:
        right = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
        colour = self.palette().color(self.foregroundRole())
        return Setting(self.font(), colour, right, self._lines, self._leading, self._follow)

    def _inner(self, width: int) -> float:
        margins = self.contentsMargins()
        return float(width - margins.left() - margins.right())

    def hasHeightForWidth(self) -> bool:
        """Return True: the height depends on the width."""
        return True

    def heightForWidth(self, width: int) -> int:
        """Return the height of the wrapped text."""
        margins, inner = self.contentsMargins(), self._inner(width)
        look = (self.text(), self.font().key(), inner)
        if look not in self._heights:
            if len(self._heights) >= _KEPT:
                self._heights.clear()
            setting = self._setting()
            lines = max(1, lay_out(self.text(), inner, setting).lineCount())
            self._heights[look] = round(lines * line_height(setting))
        return self._heights[look] + margins.top() + margins.bottom()

    def sizeHint(self) -> QSize:
        """Return the size of the text on one line, or of a comfortable column."""
        setting = self._setting()
        natural = QFontMetricsF(setting.font).horizontalAdvance(self.text()) + 2
        margins = self.contentsMargins()
        width = int(natural) + margins.left() + margins.right()
        if self._lines != 1:
            width = min(width, 360)
        return QSize(width, self.heightForWidth(width))

    def minimumSizeHint(self) -> QSize:
        """Return a narrow size: the label may be squeezed."""
        return QSize(24, round(line_height(self._setting())))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Offer the whole text as tooltip when it does not fit."""
        super().resizeEvent(event)
        if self._lines:
            loose = Setting(self.font(), QColor(), right=False, lines=0)
            full = lay_out(self.text(), self._inner(self.width()), loose)
            self.setToolTip(self.text() if full.lineCount() > self._lines else "")

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the text."""
        setting = self._setting()
        box = QRectF(self.contentsRect())
        layout = lay_out(self.text(), box.width(), setting)
        height = max(1, layout.lineCount()) * line_height(setting)
        top = box.top()
        if self.alignment() & Qt.AlignmentFlag.AlignVCenter:
            top += max(0.0, (box.height() - height) / 2)
        painter = QPainter(self)
        draw(painter, layout, QPointF(box.left(), top), setting.colour)
        painter.end()
