"""A text with parts that are shaded: what is not of the article, or what two articles share."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QTextCharFormat, QTextCursor, QTextOption
from PySide6.QtWidgets import QPlainTextEdit, QTextEdit

from tawatur_gui import style, theme
from tawatur_gui.context import Context
from tawatur_gui.reading.offsets import Offsets
from tawatur_gui.widgets.label import runs_right

SHOWN = 20_000  # code points of a text


class ShadedText(QPlainTextEdit):
    """Read-only, in the page's font and the text's own direction."""

    def __init__(self, context: Context) -> None:
        super().__init__()
        self.setReadOnly(True)
        self.setFont(style.page_font(context.settings))

    def put(
        self,
        text: str,
        spans: Sequence[tuple[int, int]] = (),
        ground: str = "line",
        ink: str = "muted",
    ) -> None:
        """Show a text; spans are code points, `ground` and `ink` tokens of the theme."""
        look = QTextCharFormat()
        look.setBackground(theme.current().colour(ground))
        look.setForeground(theme.current().colour(ink))
        self.put_layers(text, [(spans, look)])

    def put_layers(
        self, text: str, layers: Sequence[tuple[Sequence[tuple[int, int]], QTextCharFormat]]
    ) -> None:
        """Show a text with several looks; spans are code points, later looks lie over others."""
        shown = text[:SHOWN]
        option = QTextOption()
        right = runs_right(shown, default=True)
        option.setTextDirection(
            Qt.LayoutDirection.RightToLeft if right else Qt.LayoutDirection.LeftToRight
        )
        # a plain text does not turn the leading side over by itself
        side = Qt.AlignmentFlag.AlignRight if right else Qt.AlignmentFlag.AlignLeft
        option.setAlignment(side | Qt.AlignmentFlag.AlignAbsolute)
        self.setLayoutDirection(option.textDirection())  # its edges follow the text too
        self.document().setDefaultTextOption(option)
        self.setPlainText(shown)
        # extra selections do not reshape the letters
        units = Offsets(shown)
        shaded = []
        for spans, look in layers:
            for start, end in spans:
                if start >= len(shown):
                    continue
                one = QTextEdit.ExtraSelection()
                cursor = QTextCursor(self.document())
                cursor.setPosition(units.to_units(start))
                last = units.to_units(min(end, len(shown)))
                cursor.setPosition(last, QTextCursor.MoveMode.KeepAnchor)
                one.cursor, one.format = cursor, look
                shaded.append(one)
        self.setExtraSelections(shaded)
