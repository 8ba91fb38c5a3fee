"""Mentions as lines of context: a few words before and after, the name underlined."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import (
    QAbstractListModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QPointF,
    QRectF,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QFont, QPainter, QResizeEvent, QTextLayout
from PySide6.QtWidgets import (
    QAbstractItemView,
    QListView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from tawatur_core.model import Document, DocumentId, Mention, Span
from tawatur_gui import theme
from tawatur_gui.widgets import label
from tawatur_gui.widgets.chip import TOKENS

Index = QModelIndex | QPersistentModelIndex
SNIPPET = int(Qt.ItemDataRole.UserRole) + 1
MENTION = SNIPPET + 1
_BEFORE, _AFTER = 46, 60  # code points of context
_SIDE, _TOP = 12, 8


@dataclass(frozen=True, slots=True)
class Snippet:
    """A mention in its context; `span` is the name's place in `text` (code points)."""

    text: str
    span: Span
    source: str
    kind: str = ""


def snippet(text: str, span: Span, source: str, kind: str = "") -> Snippet:
    """Cut the context of a span out of its line, at words, with … where something is left out."""
    line = text.rfind("\n", 0, span.start) + 1
    stop = text.find("\n", span.end)
    stop = stop if stop >= 0 else len(text)
    start = max(line, span.start - _BEFORE)
    end = min(stop, span.end + _AFTER)
    if start > line:
        space = text.find(" ", start, span.start)
        start = space + 1 if space >= 0 else start
    if end < stop:
        space = text.rfind(" ", span.end, end)
        end = space if space >= 0 else end
    head = "… " if text[line:start].strip() else ""
    tail = " …" if text[end:stop].strip() else ""
    return Snippet(f"{head}{text[start:end]}{tail}", span.shifted(len(head) - start), source, kind)


class MentionModel(QAbstractListModel):
    """The mentions of an entity; texts are fetched only for the rows that are shown."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._mentions: list[Mention] = []
        self._kind = ""
        self._document: Callable[[DocumentId], Document] | None = None
        self._ticked: set[str] | None = None
        self._made: dict[int, Snippet] = {}

    def show(
        self,
        mentions: Sequence[Mention],
        kind: str,
        document: Callable[[DocumentId], Document],
        *,
        ticks: bool = False,
    ) -> None:
        """Take other mentions; with `ticks` each has a box to tick."""
        self.beginResetModel()
        self._mentions, self._kind, self._document = list(mentions), kind, document
        self._ticked = set() if ticks else None
        self._made = {}
        self.endResetModel()

    @property
    def mentions(self) -> list[Mention]:
        """The mentions in order."""
        return self._mentions

    def ticked(self) -> list[Mention]:
        """Return the mentions whose box is ticked."""
        return [m for m in self._mentions if self._ticked and m.id in self._ticked]

    def tick(self, wanted: Callable[[Mention], bool], *, on: bool) -> None:
        """Tick or clear all mentions that are `wanted`."""
        if self._ticked is None:
            return
        for mention in self._mentions:
            if wanted(mention):
                (self._ticked.add if on else self._ticked.discard)(mention.id)
        if self._mentions:
            self.dataChanged.emit(self.index(0, 0), self.index(len(self._mentions) - 1, 0))

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's signature
        """Return the number of mentions."""
        return 0 if parent.isValid() else len(self._mentions)

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Return what can be done with a row."""
        flags = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
        return flags | Qt.ItemFlag.ItemIsUserCheckable if self._ticked is not None else flags

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Return the snippet, its mention, its tick or its words for a screen reader."""
        mention = self._mentions[index.row()]
        if role == MENTION:
            return mention
        if role == SNIPPET:
            return self._snippet(index.row())
        if role in {Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole}:
            made = self._snippet(index.row())
            return f"{mention.quote} — {made.text} — {made.source}"
        if role == Qt.ItemDataRole.CheckStateRole and self._ticked is not None:
            on = mention.id in self._ticked
            return Qt.CheckState.Checked if on else Qt.CheckState.Unchecked
        return None

    def setData(self, index: Index, value: object, role: int = Qt.ItemDataRole.EditRole) -> bool:
        """Tick or clear a row."""
        if role != Qt.ItemDataRole.CheckStateRole or self._ticked is None:
            return False
        chosen = self._mentions[index.row()]
        on = Qt.CheckState(value) is Qt.CheckState.Checked
        self.tick(lambda mention: mention.id == chosen.id, on=on)
        return True

    def _snippet(self, place: int) -> Snippet:
        if place not in self._made:
            assert self._document is not None
            mention = self._mentions[place]
            document = self._document(mention.document)
            source = document.outlet or document.title
            self._made[place] = snippet(document.text, mention.span, source, self._kind)
        return self._made[place]


class _Lines(QStyledItemDelegate):
    """Paints a snippet of up to two lines and, small, where it stands."""

    def _settings(self, option: QStyleOptionViewItem) -> tuple[label.Setting, label.Setting]:
        now = theme.current()
        small = QFont(option.font)
        small.setPixelSize(max(10, round(small.pixelSize() * 11 / 13)))
        # Context is Arabic whatever the interface: it leans where its own reading begins.
        text = label.Setting(option.font, now.colour("ink"), right=True, lines=2)
        below = label.Setting(small, now.colour("muted"), right=True, lines=1)
        return text, below

    def _left(self, option: QStyleOptionViewItem, index: Index) -> tuple[float, float]:
        """Return how far in the text begins on either side, leaving room for a box to tick."""
        box = 28.0 if index.data(Qt.ItemDataRole.CheckStateRole) is not None else 0.0
        right = option.direction == Qt.LayoutDirection.RightToLeft
        return (_SIDE, _SIDE + box) if right else (_SIDE + box, _SIDE)

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """Return the height for the width of the view."""
        view = option.widget
        width = view.viewport().width() if isinstance(view, QAbstractItemView) else 300
        made: Snippet = index.data(SNIPPET)
        text, below = self._settings(option)
        lines = label.lay_out(made.text, width - sum(self._left(option, index)), text).lineCount()
        high = lines * label.line_height(text) + label.line_height(below)
        return QSize(width, round(high) + 2 * _TOP)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Paint the row."""
        made: Snippet = index.data(SNIPPET)
        now = theme.current()
        text, below = self._settings(option)
        before, after = self._left(option, index)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        outer = QRectF(option.rect)
        if option.state & (QStyle.StateFlag.State_Selected | QStyle.StateFlag.State_MouseOver):
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(theme.mix(now.colour("ink"), now.colour("paper"), 0.05))
            painter.drawRoundedRect(outer.adjusted(2, 1, -2, -1), 8, 8)
        box = outer.adjusted(before, _TOP, -after, -_TOP)
        layout = label.lay_out(made.text, box.width(), text)
        label.draw(painter, layout, box.topLeft(), text.colour)
        self._underline(painter, layout, box.topLeft(), made)
        box.setTop(box.top() + layout.lineCount() * label.line_height(text))
        source = label.lay_out(made.source, box.width(), below)
        label.draw(painter, source, box.topLeft(), below.colour)
        self._tick(painter, option, index)
        painter.restore()

    def _underline(
        self, painter: QPainter, layout: QTextLayout, at: QPointF, made: Snippet
    ) -> None:
        """Underline the name by its glyphs: a format boundary would break its letters."""
        colour = theme.current().colour(TOKENS.get(made.kind, "muted"))
        start = _units(made.text[: made.span.start])
        end = start + _units(made.text[made.span.start : made.span.end])
        for number in range(layout.lineCount()):
            line = layout.lineAt(number)
            low = max(start, line.textStart())
            high = min(end, line.textStart() + line.textLength())
            if low >= high:
                continue
            for run in line.glyphRuns(low, high - low):
                rect = run.boundingRect()
                y = at.y() + line.y() + line.ascent() + 4
                painter.fillRect(QRectF(at.x() + rect.left(), y, rect.width(), 1.6), colour)

    def _tick(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        state = index.data(Qt.ItemDataRole.CheckStateRole)
        if state is not None:
            paint_tick(painter, tick_box(option), on=Qt.CheckState(state) is Qt.CheckState.Checked)


def tick_box(option: QStyleOptionViewItem) -> QRectF:
    """Return where the box to tick stands in a row."""
    outer = QRectF(option.rect)
    right = option.direction == Qt.LayoutDirection.RightToLeft
    x = outer.right() - _SIDE - 16 if right else outer.left() + _SIDE
    return QRectF(x, outer.top() + _TOP + 2, 16, 16)


def paint_tick(painter: QPainter, box: QRectF, *, on: bool) -> None:
    """Paint a box to tick."""
    now = theme.current()
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(now.colour("accent" if on else "muted"))
    painter.setBrush(now.colour("accent") if on else Qt.BrushStyle.NoBrush)
    painter.drawRoundedRect(box, 4, 4)
    if on:
        painter.setPen(now.colour("on_accent"))
        painter.drawText(box, Qt.AlignmentFlag.AlignCenter, "✓")
    painter.restore()


def _units(text: str) -> int:
    """Return the length of a text in UTF-16 units."""
    return len(text.encode("utf-16-le")) // 2


class MentionList(QListView):
    """Mentions with their context; choosing one asks to go to the text."""

    asked = Signal(object)  # Mention

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.model_of = MentionModel(self)
        self.setModel(self.model_of)
        self.setItemDelegate(_Lines(self))
        self.setAccessibleName(name)
        self.setMouseTracking(True)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.setLayoutMode(QListView.LayoutMode.Batched)  # long lists are measured bit by bit
        self.setBatchSize(60)
        self.clicked.connect(self._pressed)
        self.activated.connect(self._pressed)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Ask the delegate for heights again: lines wrap anew."""
        super().resizeEvent(event)
        self.scheduleDelayedItemsLayout()

    def _pressed(self, index: QModelIndex) -> None:
        state = index.data(Qt.ItemDataRole.CheckStateRole)
        if state is None:
            self.asked.emit(index.data(MENTION))
            return
        on = Qt.CheckState(state) is Qt.CheckState.Checked
        turned = Qt.CheckState.Unchecked if on else Qt.CheckState.Checked
        self.model_of.setData(index, turned, Qt.ItemDataRole.CheckStateRole)
