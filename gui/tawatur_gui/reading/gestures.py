"""Selecting with the mouse: letters, words after a double click, paragraphs after three."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field

from PySide6.QtCore import QElapsedTimer
from PySide6.QtWidgets import QApplication

from tawatur_core.model import Span
from tawatur_gui.reading.clusters import word_at
from tawatur_gui.reading.hits import Spot
from tawatur_gui.reading.offsets import Offsets

Stretch = tuple[int, int]


@dataclass(slots=True)
class Gesture:
    """One mouse selection under way. `base` is what the press took, in page positions."""

    base: Stretch
    grow: Callable[[int], Stretch]

    def to(self, spot: Spot) -> Stretch:
        """Return anchor and position of the cursor when the mouse is at `spot`."""
        start, end = self.grow(spot.position)
        if start < self.base[0]:
            return self.base[1], start
        return self.base[0], max(end, self.base[1]) if self.base[1] > self.base[0] else end


@dataclass(slots=True)
class Free:
    """A mouse selection by letters that began at `start`.

    A number or Latin word is cut only as long as the selection stays inside it: one that goes on
    has taken it whole or left it, as it looks on the line.
    """

    start: Spot

    def to(self, spot: Spot) -> Stretch:
        """Return anchor and position of the cursor when the mouse is at `spot`."""
        if spot.word == self.start.word:
            return self.start.position, spot.position
        return self.start.outer, spot.outer


@dataclass(slots=True)
class Gestures:
    """Turns presses into gestures; knows when a third click follows a double click."""

    text: str
    offsets: Offsets
    _since_double: QElapsedTimer = field(default_factory=QElapsedTimer)

    def press(self, spot: Spot, *, anchor: int | None) -> Gesture | Free:
        """Begin by letters (from `anchor` when the selection is extended) or by paragraphs."""
        timer = self._since_double
        if timer.isValid() and timer.elapsed() < QApplication.doubleClickInterval():
            timer.invalidate()
            return Gesture(self._paragraph(spot.position), self._paragraph)
        return Free(spot if anchor is None else Spot.at(anchor))

    def double(self, position: int) -> Gesture:
        """Begin by words."""
        self._since_double.start()
        return Gesture(self._word(position), self._word)

    def _word(self, position: int) -> Stretch:
        return self._shown(word_at(self.text, self.offsets.point(position)), position)

    def _paragraph(self, position: int) -> Stretch:
        point = self.offsets.point(position)
        start = self.text.rfind("\n", 0, point) + 1
        end = self.text.find("\n", point)
        return self._shown(Span(start, end if end >= 0 else len(self.text)), position)

    def _shown(self, span: Span, position: int) -> Stretch:
        if not span:
            return position, position
        return self.offsets.start(span.start), self.offsets.end(span.end)
