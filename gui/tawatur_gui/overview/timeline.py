"""Claims by the day they speak of: one lane for each teller, uncertain times as bars."""

from __future__ import annotations

from datetime import date, timedelta
from functools import partial
from itertools import pairwise

from PySide6.QtCore import QPointF, QRectF, QSizeF
from PySide6.QtGui import QPolygonF

from tawatur_core import phrasing
from tawatur_core.model import Origin
from tawatur_core.overview import Bar, Overview
from tawatur_gui.context import Place, Target
from tawatur_gui.overview.chart import DOTTED, Chart, Details, Item, Line, Sign, plus
from tawatur_gui.overview.pen import SMALL, Pen
from tawatur_gui.widgets import Part, Row

_HEAD, _TOP, _ROW, _PAD = 184.0, 56.0, 24.0, 8.0
_DAY = 9.0  # pixels of a single day's sign
_NAME = 26.0  # of the head of a lane, what its name leaves free
_WRAPPED = 6.0  # more room around the bars beside a name of two lines
_BESIDE_TICK = 4.0  # from the beginning of a day to its sign
_LABEL = 330.0  # the most a bar's words may take
_END = 14.0  # of the arrow of an open end


class TimelineChart(Chart):
    """The timeline; a click on a bar goes to the claim in its text."""

    code = "timeline"

    def __init__(self, overview: Overview) -> None:
        super().__init__()
        self._all = overview
        self._line = overview.timeline
        self._lanes: list[tuple[float, float]] = []
        self._told_of: list[int] = []  # the teller of each lane
        self._marks: list[QRectF] = []  # of each bar, counted from where reading begins
        self._labels: list[QRectF] = []
        self._room = 0.0
        self._high = 0.0

    @property
    def empty(self) -> bool:
        """Whether no claim has a known time."""
        return not self._line.bars

    def _x(self, day: date) -> float:
        return _HEAD + _DAY + self._line.axis.at(day) * self._room

    # --- placing

    def place(self, width: float, height: float) -> QSizeF:
        """Place bars in rows, as few as the words beside them allow."""
        knots = self._line.axis.knots
        self._room = max(width - _HEAD - 3 * _DAY, 12.0 * len(knots))
        self.items, self._lanes, self._marks, self._labels = [], [], [], []
        top = _TOP
        lanes: dict[int, list[Bar]] = {}
        for bar in self._line.bars:
            lanes.setdefault(bar.teller, []).append(bar)
        self._told_of = sorted(lanes)
        for number in self._told_of:
            ends: list[float] = []
            wraps = self.look.wide(self._line.tellers[number].name) > _HEAD - _NAME
            for bar in lanes[number]:
                self._bar(bar, top + (_PAD + _WRAPPED if wraps else _PAD), ends)
            high = len(ends) * _ROW + 2 * (_PAD + _WRAPPED if wraps else _PAD)
            self._lanes.append((top, high))
            top += high
        self._high = top
        return QSizeF(_HEAD + self._room + 3 * _DAY, top)

    def _bar(self, bar: Bar, top: float, ends: list[float]) -> None:
        start = self._x(bar.first)
        wide = max(_DAY, self._x(bar.last + timedelta(days=1)) - start)
        if bar.exact:
            # Where the day is written, however wide it is drawn.
            start, wide = start + min((wide - _DAY) / 2, _BESIDE_TICK), _DAY
        left = start - (_END if bar.when.first is None else 0)
        right = start + wide + (_END if bar.when.last is None else 0)
        words = min(_LABEL, self.look.wide(self._words(bar), SMALL))
        edge = _HEAD + self._room + 3 * _DAY
        after, ahead = edge - right - 6, left - 6 - _HEAD  # the room on either side
        before = words > after and ahead > after
        words = max(0.0, min(words, ahead if before else after))
        label = left - 6 - words if before else right + 6
        begin, end = (label, right) if before else (left, label + words)
        row = next((n for n, taken in enumerate(ends) if taken + 8 < begin), len(ends))
        if row == len(ends):
            ends.append(end)
        ends[row] = end
        y = top + row * _ROW
        self._marks.append(QRectF(start, y + _ROW / 2 - 4, wide, 8))
        self._labels.append(QRectF(label, y, words, _ROW))
        number = len(self.items)
        box = QRectF(begin, y + 1, end - begin, _ROW - 2)
        target = Target(Place.READ, document=bar.document, span=bar.span, claim=bar.claim)
        self.items.append(Item(f"{number} {bar.claim}", box, partial(self._told, bar), target))

    def _words(self, bar: Bar) -> str:
        return f"⇄ {bar.quote}" if bar.disputed else bar.quote

    def _told(self, bar: Bar) -> str:
        words = self.look.words
        parts = [
            phrasing.when(bar.when, words),
            f"{phrasing.term(bar.when.precision, words)} · «{bar.when.text}»",
            bar.quote,
            self._line.tellers[bar.teller].name,
        ]
        if bar.proposed:
            parts.append(phrasing.term(Origin.PROPOSED, words))
        parts += [phrasing.question(kind, words) for kind in bar.disputed]
        return "\n".join(parts)

    # --- painting

    def draw(self, pen: Pen, lit: str) -> None:
        """Paint lanes, axis and bars; other accounts of the lit one's event are tied to it."""
        for number, (top, high) in enumerate(self._lanes):
            band = QRectF(0, top, self.size.width(), high)
            if not pen.sees(band):
                continue
            if number % 2 == 0:
                pen.round(band, 8, fill=pen.faint("panel", 0.55))
            name = self._line.tellers[self._told_of[number]].name
            box = self.mirrored(10, top + 2, _HEAD - _NAME, high - 4)
            pen.text(box, name, lines=2 if high < 60 else 3)
        shown = self._shown()
        for x, _, _ in shown:
            pen.line([QPointF(self._at(x), _TOP - 6), QPointF(self._at(x), self._high)])
        chosen = int(lit.split(maxsplit=1)[0]) if lit else -1
        group = self._line.bars[chosen].group if chosen >= 0 else None
        if group is not None:
            self._ties(pen, [n for n, bar in enumerate(self._line.bars) if bar.group == group])
        for number, bar in enumerate(self._line.bars):
            own = number == chosen or (group is not None and bar.group == group)
            if pen.sees(self.items[number].box.adjusted(-_END, -4, _END, 4)):
                self._paint_bar(pen, number, bar, strong=own)
        self._axis(pen, shown)

    def _shown(self) -> list[tuple[float, str, str]]:
        """Return the days to write: where bars begin, then where they end, if there is room."""
        shown: list[tuple[float, str, str]] = []
        taken: list[tuple[float, float]] = []
        begun = {bar.first for bar in self._line.bars}
        for knot in sorted(self._line.axis.knots, key=lambda k: (k.day not in begun, k.day)):
            x = self._x(knot.day)
            above, below = self._date(knot.day)
            half = self._half(above, below) + 3
            clear = all(x + half <= low or x - half >= high for low, high in taken)
            if clear and x + half <= self.size.width():
                taken.append((x - half, x + half))
                shown.append((x, above, below))
        return shown

    def _half(self, above: str, below: str) -> float:
        return max(self.look.wide(above, SMALL), self.look.wide(below, SMALL)) / 2 + 2

    def _axis(self, pen: Pen, shown: list[tuple[float, str, str]]) -> None:
        """Write the days over everything, where they can be seen however far one has scrolled."""
        top = self.top
        ground = QRectF(0, top, self.size.width(), _TOP - 4)
        pen.painter.fillRect(ground, pen.colour("paper"))
        for x, above, below in shown:
            half = self._half(above, below)
            for words, down in ((above, 0.0), (below, 16.0)):
                box = self.mirrored(x - half, top + down, 2 * half, 16)
                pen.text(box, words, "muted", share=SMALL, middle=True)
            at = self._at(x)
            pen.line([QPointF(at, top + _TOP - 10), QPointF(at, top + _TOP - 4)], "muted")
        if top:
            edge = top + _TOP - 4
            pen.line([QPointF(0, edge), QPointF(self.size.width(), edge)])
        for before, knot in pairwise(self._line.axis.knots):
            if knot.broken:
                self._break(pen, (self._x(before.day) + self._x(knot.day)) / 2, top)

    def _date(self, of: date) -> tuple[str, str]:
        """Return a day on two lines; the first of a month is the month's name."""
        words = self.look.words
        name = phrasing.month(of, words)
        return (name if of.day == 1 else phrasing.day(of, words, year=False)), str(of.year)

    def _break(self, pen: Pen, x: float, top: float) -> None:
        at, middle = self._at(x), top + _TOP - 11
        for shift in (-2.5, 2.5):
            steps = ((-2, 6), (2, 2), (-2, -2), (2, -6))
            pen.line([QPointF(at + shift + a, middle + b) for a, b in steps], "muted")

    def _at(self, x: float) -> float:
        return self.size.width() - x if self.look.right else x

    def _ties(self, pen: Pen, numbers: list[int]) -> None:
        points = [self.flipped(m).center() for m in (self._marks[n] for n in numbers)]
        for a, b in pairwise(points):
            pen.line([a, b], "accent", width=1.2, style=DOTTED)

    def _paint_bar(self, pen: Pen, number: int, bar: Bar, *, strong: bool) -> None:
        mark = self.flipped(self._marks[number])
        token = "conflict" if bar.disputed else "accent"
        if bar.exact:
            _day(pen, mark.center(), token, proposed=bar.proposed)
        else:
            _span(pen, mark, token, proposed=bar.proposed)
        for open_end, before in ((bar.when.first is None, True), (bar.when.last is None, False)):
            if open_end:
                self._arrow(pen, mark, token, at_right=before == self.look.right)
        tint = "ink" if strong else "conflict" if bar.disputed else "muted"
        box = self.flipped(self._labels[number])
        pen.text(box, self._words(bar), tint, share=SMALL, bold=False)

    def _arrow(self, pen: Pen, mark: QRectF, token: str, *, at_right: bool) -> None:
        way = 1 if at_right else -1
        edge = mark.right() if at_right else mark.left()
        middle = mark.center().y()
        tip = QPointF(edge + way * (_END - 2), middle)
        pen.line([QPointF(edge, middle), tip], token, width=1.4)
        back = tip.x() - way * 5
        pen.painter.setBrush(pen.colour(token))
        pen.painter.drawPolygon(
            QPolygonF([tip, QPointF(back, middle - 3.5), QPointF(back, middle + 3.5)])
        )

    def legend(self) -> list[tuple[Sign, str]]:
        """Return the shapes of certain and uncertain times."""
        say = self.look.words.say

        def thin(box: QRectF) -> QRectF:
            return QRectF(box.left(), box.center().y() - 4, box.width(), 8)

        def arrow(pen: Pen, box: QRectF) -> None:
            half = QRectF(thin(box))
            half.setWidth(9)
            if self.look.right:
                half.moveRight(box.right())
            self._arrow(pen, half, "accent", at_right=not self.look.right)
            _span(pen, half, "accent", proposed=False)

        def cut(pen: Pen, box: QRectF) -> None:
            for shift in (-2.5, 2.5):
                steps = ((-2, 6), (2, 2), (-2, -2), (2, -6))
                pen.line([box.center() + QPointF(shift + a, b) for a, b in steps], "muted")

        return [
            (lambda p, b: _day(p, b.center(), "accent", proposed=False), say("overview-day")),
            (lambda p, b: _span(p, thin(b), "accent", proposed=False), say("overview-span")),
            (arrow, say("overview-open")),
            (lambda p, b: _span(p, thin(b), "accent", proposed=True), say("overview-proposed")),
            (lambda p, b: p.text(b, "⇄", "conflict", middle=True), say("overview-conflict")),
            (cut, say("overview-break")),
            *self._hidden(),
        ]

    def _hidden(self) -> list[tuple[Sign, str]]:
        if not self._line.hidden:
            return []
        return [(plus, self.look.words.say("overview-hidden-claims", count=self._line.hidden))]

    def details(self, key: str) -> Details:
        """Return the claim, and the other accounts of its event."""
        words = self.look.words
        bar = self._line.bars[int(key.split(maxsplit=1)[0])]
        same = [b for b in self._line.bars if bar.group is not None and b.group == bar.group]
        lines = [
            Line(
                Row(
                    b.quote,
                    (
                        Part(phrasing.when(b.when, words), "ink", strong=True),
                        Part(self._line.tellers[b.teller].name),
                    ),
                ),
                Target(Place.READ, document=b.document, claim=b.claim),
            )
            for b in same or [bar]
        ]
        return Details(phrasing.when(bar.when, words), bar.when.text, tuple(lines))


def _day(pen: Pen, at: QPointF, token: str, *, proposed: bool) -> None:
    """Draw a single day: a dot, hollow when nobody has confirmed it."""
    box = QRectF(at.x() - _DAY / 2, at.y() - _DAY / 2, _DAY, _DAY)
    colour = pen.colour(token)
    if proposed:
        pen.round(box, _DAY / 2, fill=pen.colour("paper"), edge=colour, width=1.5, style=DOTTED)
    else:
        pen.round(box, _DAY / 2, fill=colour)


def _span(pen: Pen, box: QRectF, token: str, *, proposed: bool) -> None:
    """Draw a span of time: a bar, dotted when nobody has confirmed it."""
    colour = pen.colour(token)
    fill = pen.faint(token, 0.16 if proposed else 0.5)
    style = DOTTED if proposed else None
    if style is None:
        pen.round(box.adjusted(0.5, 0.5, -0.5, -0.5), 4, fill=fill, edge=colour)
    else:
        pen.round(box.adjusted(0.5, 0.5, -0.5, -0.5), 4, fill=fill, edge=colour, style=style)
