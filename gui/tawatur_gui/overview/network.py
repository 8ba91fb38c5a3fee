"""The map: who is named with whom, or who is quoted by whom."""

from __future__ import annotations

import math
from functools import partial
from itertools import pairwise

from PySide6.QtCore import QPointF, QRectF, QSizeF, Qt
from PySide6.QtGui import QPainterPath, QPen, QPolygonF

from tawatur_core import phrasing
from tawatur_core.model import EntityKind
from tawatur_core.overview import Edge, Network, Node, Overview
from tawatur_core.overview.network import Spot
from tawatur_core.overview.spread import Box, part
from tawatur_gui.context import Place, Target
from tawatur_gui.overview.chart import Chart, Details, Item, Line, Sign, plus
from tawatur_gui.overview.pen import NORMAL, SMALL, Pen
from tawatur_gui.widgets import Part, Row

_TALL, _SIGN, _INNER = 28.0, 22.0, 10.0
_WIDEST = 232.0  # of a node
_LISTED = 80  # rows beside the picture
_HEADS = 28.0  # above the columns of the quoting map
_BETWEEN = 40.0  # two layers of the quoting map, at least
_ALONG = (0.5, 0.42, 0.58, 0.34, 0.66, 0.26, 0.74, 0.18, 0.82)  # places for a number


class NetworkChart(Chart):
    """A map of names; a click on one lists its company, and from there leads to the text."""

    def __init__(self, overview: Overview, *, quoting: bool) -> None:
        super().__init__()
        self.code = "quoting" if quoting else "together"
        self._all = overview
        self._quoting = quoting
        self._net: Network = overview.quoting if quoting else overview.together
        self._boxes: list[QRectF] = []

    @property
    def empty(self) -> bool:
        """Whether nobody is joined with anybody."""
        return not self._net.edges

    # --- placing

    def place(self, width: float, height: float) -> QSizeF:
        """Place the names where none covers another."""
        wide = [self._wide(node) for node in self._net.nodes]
        size = QSizeF(width, max(height, 420.0))
        if self._quoting:
            boxes = self._columns(wide, size)
        else:
            raw = [
                Box(
                    node.x * (size.width() - w) + w / 2,
                    node.y * (size.height() - _TALL - 8) + _TALL / 2 + 4,
                    w,
                    _TALL,
                )
                for node, w in zip(self._net.nodes, wide, strict=True)
            ]
            laid = part(raw, size.width(), size.height(), 12)
            boxes = [QRectF(b.x - b.width / 2, b.y - _TALL / 2, b.width, _TALL) for b in laid]
        self._boxes = boxes
        self.items = [
            Item(str(number), boxes[number], partial(self._told, number))
            for number in range(len(self._net.nodes))
        ]
        high = max((box.bottom() for box in boxes), default=0.0)
        return QSizeF(size.width(), max(size.height(), high))

    def _columns(self, wide: list[float], size: QSizeF) -> list[QRectF]:
        """Place layer by layer: tellers where reading begins, those they quote beyond."""
        nodes = self._net.nodes
        depth = max((node.layer for node in nodes), default=0)
        longest = max(sum(n.layer == layer for n in nodes) for layer in range(depth + 1))
        size.setHeight(max(size.height(), longest * (_TALL + 8) + _HEADS + 8))
        room = size.height() - _HEADS - 8
        widest = [
            max((w for n, w in zip(nodes, wide, strict=True) if n.layer == layer), default=0.0)
            for layer in range(depth + 1)
        ]
        size.setWidth(max(size.width(), _apart(widest)))
        boxes = []
        for node, w in zip(nodes, wide, strict=True):
            share = node.layer / max(1, depth)
            x = share * (size.width() - w - 8) + 4
            boxes.append(QRectF(x, _HEADS + node.y * room - _TALL / 2, w, _TALL))
        return boxes

    def _wide(self, node: Node) -> float:
        name = self.look.wide(node.name, self._share(node), bold=node.kind is None)
        return min(_WIDEST, name + _SIGN + _INNER)

    @staticmethod
    def _share(node: Node) -> float:
        return NORMAL if node.kind is None else min(1.15, 0.9 + 0.06 * math.log2(1 + node.weight))

    def _kind(self, node: Node) -> str:
        if node.kind is None:
            return self.look.words.say("overview-teller")
        if node.entity is None:
            return self.look.words.say("overview-unlinked")
        return phrasing.term(node.kind, self.look.words)

    def _told(self, number: int) -> str:
        node, say = self._net.nodes[number], self.look.words.say
        parts = [f"{node.name} · {self._kind(node)}"]
        parts += [self._link(edge, number) for edge in self._net.edges_of(number)[:5]]
        more = len(self._net.edges_of(number)) - 5
        if more > 0:
            parts.append(say("overview-more", count=more))
        return "\n".join(parts)

    def _link(self, edge: Edge, number: int) -> str:
        other = self._net.nodes[edge.b if edge.a == number else edge.a].name
        code = "overview-with"
        if edge.directed:
            code = "overview-quoted-by" if edge.a == number else "overview-quotes"
        return self.look.words.say(code, name=other, count=edge.weight)

    # --- painting

    def draw(self, pen: Pen, lit: str) -> None:
        """Paint lines, then names; those that have nothing to do with the lit one step back."""
        chosen = int(lit) if lit else -1
        near = {chosen} | {
            end for e in self._net.edges_of(chosen) for end in (e.a, e.b) if chosen >= 0
        }
        if self._quoting:
            self._heads(pen)
        for edge in sorted(self._net.edges, key=lambda e: chosen in (e.a, e.b)):
            self._edge(pen, edge, lit=chosen in (edge.a, edge.b), dim=chosen >= 0)
        for number, node in enumerate(self._net.nodes):
            self._node(
                pen,
                node,
                self.flipped(self._boxes[number]),
                lit=number == chosen,
                dim=chosen >= 0 and number not in near,
            )
        if chosen >= 0:
            self._counts(pen, self._net.edges_of(chosen))

    def _heads(self, pen: Pen) -> None:
        say = self.look.words.say
        pen.text(self.mirrored(4, 0, 300, 20), say("overview-head-tellers"), "muted", share=SMALL)
        words = say("overview-head-sources")
        wide = self.look.wide(words, SMALL)
        box = self.mirrored(self.size.width() - wide - 4, 0, wide, 20)
        pen.text(box, words, "muted", share=SMALL)

    def _ends(self, edge: Edge) -> tuple[QPointF, QPointF]:
        a, b = (self.flipped(self._boxes[n]) for n in (edge.a, edge.b))
        if not self._quoting:
            return a.center(), b.center()
        if a.left() > b.right():
            return QPointF(a.left(), a.center().y()), QPointF(b.right() + 2, b.center().y())
        if b.left() > a.right():
            return QPointF(a.right(), a.center().y()), QPointF(b.left() - 2, b.center().y())
        return QPointF(a.center().x(), a.bottom()), QPointF(b.center().x(), b.top())

    def _path(self, edge: Edge) -> QPainterPath:
        start, end = self._ends(edge)
        path = QPainterPath(start)
        if self._quoting:
            middle = (start.x() + end.x()) / 2
            path.cubicTo(QPointF(middle, start.y()), QPointF(middle, end.y()), end)
        else:
            path.lineTo(end)
        return path

    def _edge(self, pen: Pen, edge: Edge, *, lit: bool, dim: bool) -> None:
        colour = pen.colour("accent") if lit else pen.faint("muted", 0.22 if dim else 0.42)
        width = 1 + 0.55 * math.log2(edge.weight)
        pen.painter.setPen(QPen(colour, width, Qt.PenStyle.SolidLine, Qt.PenCapStyle.FlatCap))
        pen.painter.setBrush(Qt.BrushStyle.NoBrush)
        pen.painter.drawPath(self._path(edge))
        if edge.directed:
            start, end = self._ends(edge)
            way = 1 if end.x() > start.x() else -1
            tip = QPointF(end.x() + way * 2, end.y())
            back = tip.x() - way * 8
            pen.painter.setPen(Qt.PenStyle.NoPen)
            pen.painter.setBrush(colour)
            pen.painter.drawPolygon(
                QPolygonF([tip, QPointF(back, tip.y() - 4), QPointF(back, tip.y() + 4)])
            )

    def _counts(self, pen: Pen, edges: list[Edge]) -> None:
        """Write how often on the lines, where neither a name nor another number stands."""
        taken = [self.flipped(box) for box in self._boxes]
        for edge in edges:
            text = str(edge.weight)
            wide = self.look.wide(text, SMALL, bold=True) + 10
            path = self._path(edge)
            for share in _ALONG:
                at = path.pointAtPercent(share)
                box = QRectF(at.x() - wide / 2, at.y() - 9, wide, 18)
                if not any(box.intersects(other) for other in taken):
                    taken.append(box)
                    pen.round(box, 9, fill=pen.colour("paper"), edge=pen.colour("accent"))
                    pen.text(box, text, "accent", share=SMALL, bold=True, middle=True)
                    break

    def _node(self, pen: Pen, node: Node, box: QRectF, *, lit: bool, dim: bool) -> None:
        ground = pen.faint("accent", 0.14) if lit else pen.colour("paper")
        edge = pen.colour("accent") if lit else pen.colour("line")
        dotted = node.entity is None and node.kind is not None
        style = Qt.PenStyle.DotLine if dotted and not lit else Qt.PenStyle.SolidLine
        corner = 6 if node.kind is None else _TALL / 2
        tint = pen.colour("muted") if dotted else edge
        pen.round(box.adjusted(0.5, 0.5, -0.5, -0.5), corner, fill=ground, edge=tint, style=style)
        start = box.right() - 13 if self.look.right else box.left() + 13
        kind = "teller" if node.kind is None else node.kind.value
        pen.sign(kind, QPointF(start, box.center().y()), 9 if node.kind is None else 7.5)
        words = QRectF(
            box.left() + (_INNER - 2 if self.look.right else _SIGN),
            box.top(),
            box.width() - _SIGN - _INNER + 3,
            box.height(),
        )
        token = "muted" if dim or dotted else "ink"
        pen.text(words, node.name, token, share=self._share(node), bold=node.kind is None)

    def legend(self) -> list[tuple[Sign, str]]:
        """Return the kinds that are on the map, each with its shape."""
        words = self.look.words
        there = {node.kind for node in self._net.nodes if node.entity is not None}
        shown: list[tuple[Sign, str]] = [
            (kind.value, phrasing.term(kind, words)) for kind in EntityKind if kind in there
        ]
        if self._quoting:
            shown.insert(0, ("teller", words.say("overview-teller")))
            if any(n.kind is not None and n.entity is None for n in self._net.nodes):
                shown.append((_dotted, words.say("overview-unlinked")))
        if self._net.hidden:
            shown.append((plus, words.say("overview-hidden", count=self._net.hidden)))
        return shown

    # --- what stands behind a name

    def details(self, key: str) -> Details:
        """Return the company of a name, article by article."""
        number = int(key)
        node, say = self._net.nodes[number], self.look.words.say
        lines = []
        if node.entity is not None:
            row = Row(say("overview-open-entity"), tint="accent")
            lines.append(Line(row, Target(Place.ENTITIES, entity=node.entity)))
        for edge in self._net.edges_of(number):
            lines += self._spots(edge, number)
        return Details(node.name, self._kind(node), tuple(lines[:_LISTED]))

    def _spots(self, edge: Edge, number: int) -> list[Line]:
        articles: dict[str, list[Spot]] = {}
        for spot in edge.spots:
            articles.setdefault(spot.document, []).append(spot)
        lines = []
        for spots in articles.values():
            first = spots[0]
            told = Edge(edge.a, edge.b, tuple(spots), edge.directed)
            title = self._all.titles.get(first.document, "")
            other = self._net.nodes[edge.b if edge.a == number else edge.a]
            where = () if other.name == title else (Part(title),)
            lines.append(Line(Row(self._link(told, number), where), _target(first)))
        return lines


def _apart(widest: list[float]) -> float:
    """Return how wide a picture must be for its layers, so wide at most, to stand apart."""
    depth = len(widest) - 1
    needed = 0.0
    for layer, (one, other) in enumerate(pairwise(widest)):
        beyond = ((layer + 1) * (other + 8) - layer * (one + 8)) / depth
        needed = max(needed, (_BETWEEN + one + beyond) * depth)
    return needed


def _target(spot: Spot) -> Target:
    if spot.claim is not None:
        return Target(Place.READ, document=spot.document, claim=spot.claim)
    return Target(Place.READ, document=spot.document, span=spot.span, mention=spot.mention)


def _dotted(pen: Pen, box: QRectF) -> None:
    inner = box.adjusted(1, 2, -1, -2)
    pen.round(inner, 6, edge=pen.colour("muted"), style=Qt.PenStyle.DotLine)
