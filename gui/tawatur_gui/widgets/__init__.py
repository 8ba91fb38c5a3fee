"""The building blocks of every page. Variants are chosen by the dynamic property `role`."""

from tawatur_gui.widgets.basic import Card, Empty, Heading, Kbd, Line, Muted, Section, role
from tawatur_gui.widgets.buttons import Button, IconButton
from tawatur_gui.widgets.chip import Chip
from tawatur_gui.widgets.choice import Choice
from tawatur_gui.widgets.flow import Flow
from tawatur_gui.widgets.label import AutoLabel
from tawatur_gui.widgets.rows import ROW, CardDelegate, Part, Row, TwoLineDelegate

__all__ = [
    "ROW",
    "AutoLabel",
    "Button",
    "Card",
    "CardDelegate",
    "Chip",
    "Choice",
    "Empty",
    "Flow",
    "Heading",
    "IconButton",
    "Kbd",
    "Line",
    "Muted",
    "Part",
    "Row",
    "Section",
    "TwoLineDelegate",
    "role",
]
