"""Tellers by tellers: how often two agree and conflict, and on what."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QPointF, QRectF, QSizeF

from tawatur_core import phrasing
from tawatur_core.model import ClaimId, ConflictKind
from tawatur_core.overview import Cell, Meeting, Outcome, Overview
from tawatur_gui.context import Place, Target
from tawatur_gui.overview.chart import Chart, Details, Item, Line, Sign, hatched, plus, solid
from tawatur_gui.overview.pen import SMALL, Pen
from tawatur_gui.widgets import Part, Row

_HEAD, _TOP, _TALL = 208.0, 64.0, 76.0
_LEAST, _MOST = 92.0, 168.0
_GAP = 4.0
_TINTS = {Outcome.AGREE: "agreement", Outcome.CONFLICT: "conflict", Outcome.SETTLED: "muted"}
SIGNS = {Outcome.AGREE: "✓", Outcome.CONFLICT: "⇄", Outcome.SETTLED: "◇"}


class MatrixChart(Chart):
    """The matrix; a click on a cell lists the facts both tell."""

    code = "matrix"

    def __init__(self, overview: Overview) -> None:
        super().__init__()
        self._all = overview
        self._matrix = overview.matrix
        self._wide = _LEAST

    @property
    def empty(self) -> bool:
        """Whether there are fewer than two to compare."""
        return len(self._matrix.tellers) < 2

    def place(self, width: float, height: float) -> QSizeF:
        """Place one cell for each pair that met, in both halves."""
        count = len(self._matrix.tellers)
        self._wide = min(_MOST, max(_LEAST, (width - _HEAD) / max(1, count)))
        self.items = []
        for row in range(count):
            for column in range(count):
                cell = self._matrix.cell(row, column)
                if row != column and cell.meetings:
                    box = QRectF(self._x(column), self._y(row), self._wide - _GAP, _TALL - _GAP)
                    told = partial(self._told, row, column)
                    self.items.append(Item(f"{row} {column}", box, told))
        return QSizeF(_HEAD + count * self._wide, _TOP + count * _TALL + 8)

    def _x(self, column: int) -> float:
        return _HEAD + column * self._wide

    @staticmethod
    def _y(row: int) -> float:
        return _TOP + row * _TALL

    def _letter(self, number: int) -> str:
        return phrasing.side_letter(number, self.look.words)

    def _told(self, row: int, column: int) -> str:
        say = self.look.words.say
        cell = self._matrix.cell(row, column)
        parts = [
            say(
                "overview-pair",
                a=self._matrix.tellers[row].name,
                b=self._matrix.tellers[column].name,
            )
        ]
        for outcome, kinds in ((Outcome.AGREE, cell.same), (Outcome.CONFLICT, cell.differ)):
            if count := cell.count(outcome):
                parts.append(say(f"overview-{outcome.value}-count", count=count))
                if kinds:
                    parts.append(say("overview-on", kinds=self._kinds(kinds)))
        if count := cell.count(Outcome.SETTLED):
            parts.append(say("overview-settled-count", count=count))
        return "\n".join(parts)

    def _kinds(self, kinds: tuple[tuple[ConflictKind, int], ...]) -> str:
        comma = "، " if self.look.right else ", "
        return comma.join(
            f"{phrasing.term(kind, self.look.words)} {count}" for kind, count in kinds
        )

    # --- painting

    def draw(self, pen: Pen, lit: str) -> None:
        """Paint heads and cells; the heads of the lit cell stand out."""
        at = [int(part) for part in lit.split()] if lit else [-1, -1]
        for number, teller in enumerate(self._matrix.tellers):
            self._head(pen, number, teller.name, strong=number in at)
            for column in range(len(self._matrix.tellers)):
                box = self.mirrored(
                    self._x(column), self._y(number), self._wide - _GAP, _TALL - _GAP
                )
                if not pen.sees(box):
                    continue
                if column == number:
                    self._own(pen, box, self._matrix.claims[number])
                else:
                    cell = self._matrix.cell(number, column)
                    self._cell(pen, box, cell, lit=[number, column] == at)

    def _head(self, pen: Pen, number: int, name: str, *, strong: bool) -> None:
        letter = self._letter(number)
        token = "accent" if strong else "ink"
        row = self.mirrored(0, self._y(number), _HEAD - 12, _TALL - _GAP)
        side = self.mirrored(0, self._y(number), 20, _TALL - _GAP)
        pen.text(side, letter, token, bold=True)
        words = self.mirrored(22, row.top(), _HEAD - 38, row.height())
        pen.text(words, name, token, lines=3)
        above = self.mirrored(self._x(number), 4, self._wide - _GAP, 18)
        pen.text(above, letter, token, bold=True, middle=True)
        under = self.mirrored(self._x(number), 22, self._wide - _GAP, _TOP - 26)
        pen.text(under, name, "muted", share=SMALL, lines=2, middle=True)

    def _own(self, pen: Pen, box: QRectF, claims: int) -> None:
        pen.round(box, 8, fill=pen.faint("line", 0.4))
        words = self.look.words.say("overview-claims", count=claims)
        pen.text(box, words, "muted", share=SMALL, middle=True)

    def _cell(self, pen: Pen, box: QRectF, cell: Cell, *, lit: bool) -> None:
        edge = pen.colour("line")
        if not cell.meetings:
            pen.round(box.adjusted(0.5, 0.5, -0.5, -0.5), 8, edge=pen.faint("line", 0.6))
            pen.text(box, "—", "line", middle=True)
            return
        fill = pen.faint("accent", 0.08) if lit else pen.faint("panel", 0.5)
        pen.round(box.adjusted(0.5, 0.5, -0.5, -0.5), 8, fill=fill, edge=edge)
        shown = [(o, n) for o in Outcome if (n := cell.count(o))]
        wide = box.width() / len(shown)
        for number, (outcome, count) in enumerate(shown):
            part = QRectF(box.left() + number * wide, box.top() + 6, wide, 22)
            if self.look.right:
                part.moveLeft(box.right() - (number + 1) * wide)
            text = f"{SIGNS[outcome]} {count}"
            pen.text(part, text, _TINTS[outcome], bold=True, middle=True)
        kinds = cell.differ or cell.same
        comma = "، " if self.look.right else ", "
        words = comma.join(phrasing.term(kind, self.look.words) for kind, _ in kinds)
        words = words or self.look.words.say("overview-same-fact")
        inner = QRectF(box.left() + 6, box.top() + 28, box.width() - 12, 18)
        pen.text(inner, words, "muted", share=SMALL, middle=True)
        self._share(pen, QRectF(box.left() + 12, box.bottom() - 16, box.width() - 24, 7), cell)

    def _share(self, pen: Pen, box: QRectF, cell: Cell) -> None:
        """Paint how the facts divide: agreement solid, conflict slanted, decided an outline."""
        left, whole = 0.0, len(cell.meetings)
        for outcome in Outcome:
            wide = box.width() * cell.count(outcome) / whole
            if not wide:
                continue
            x = box.right() - left - wide if self.look.right else box.left() + left
            part = QRectF(x, box.top(), wide - (1.5 if left + wide < box.width() - 1 else 0), 7)
            if outcome is Outcome.AGREE:
                pen.round(part, 3, fill=pen.colour("agreement"))
            elif outcome is Outcome.CONFLICT:
                hatched(pen, part)
            else:
                pen.round(part.adjusted(0.5, 0.5, -0.5, -0.5), 3, edge=pen.colour("muted"))
            left += wide

    def legend(self) -> list[tuple[Sign, str]]:
        """Return the three outcomes."""
        say = self.look.words.say

        def outline(pen: Pen, box: QRectF) -> None:
            pen.round(box, 3, edge=pen.colour("muted"))

        def thin(sign: Sign) -> Sign:
            assert not isinstance(sign, str)
            return lambda pen, box: sign(
                pen, QRectF(QPointF(box.left(), box.center().y() - 4), QSizeF(box.width(), 8))
            )

        return [
            (thin(solid("agreement")), f"{SIGNS[Outcome.AGREE]} {say('overview-agree')}"),
            (thin(hatched), f"{SIGNS[Outcome.CONFLICT]} {say('overview-conflict')}"),
            (thin(outline), f"{SIGNS[Outcome.SETTLED]} {say('overview-settled')}"),
            (thin(solid("line")), say("overview-own")),
            *self._hidden(),
        ]

    def _hidden(self) -> list[tuple[Sign, str]]:
        if not self._matrix.hidden:
            return []
        words = self.look.words.say("overview-hidden-tellers", count=self._matrix.hidden)
        return [(plus, words)]

    # --- what stands behind a cell

    def details(self, key: str) -> Details:
        """Return the facts that both tell, conflicts first."""
        row, column = (int(part) for part in key.split())
        cell = self._matrix.cell(row, column)
        names = [self._matrix.tellers[n].name for n in (row, column)]
        pair = self.look.words.say("overview-pair", a=names[0], b=names[1])
        lines = [line for meeting in cell.meetings for line in self._lines(meeting)]
        return Details(pair, self.look.words.say("overview-facts-note"), tuple(lines))

    def _lines(self, meeting: Meeting) -> list[Line]:
        words = self.look.words
        outcome = meeting.outcome
        kinds = meeting.differ or meeting.same
        comma = "، " if self.look.right else ", "
        on = comma.join(phrasing.term(kind, words) for kind in kinds)
        on = on or words.say("overview-same-fact")
        told = f"{SIGNS[outcome]} {words.say(f'overview-{outcome.value}')}"
        parts = (Part(told, _TINTS[outcome], strong=True), Part(on))
        first = self._claim(meeting.a)
        if meeting.conflict is not None:
            first = Target(Place.CONFLICTS, conflict=meeting.conflict)
        return [
            Line(Row(self._all.claims[meeting.a].quote, parts), first),
            Line(Row(self._all.claims[meeting.b].quote, tint="muted"), self._claim(meeting.b)),
        ]

    def _claim(self, claim: ClaimId) -> Target:
        return Target(Place.READ, document=self._all.claims[claim].document, claim=claim)
