"""A field for a publication date: typed freely, understood at once, or left unknown."""

from __future__ import annotations

import re
from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from tawatur_core import phrasing
from tawatur_core.arabic.fold import fold_text
from tawatur_core.wording import LANGUAGES, wording
from tawatur_gui.context import Context
from tawatur_gui.widgets import Muted, role

_ISO = re.compile(r"(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})")
_DAY_FIRST = re.compile(r"(\d{1,2})[-/. ](\d{1,2})[-/. ](\d{4})")
_NAMED = re.compile(r"(\d{1,2})\s+([^\W\d]+(?:\s[^\W\d]+)?)\s+(\d{4})")
_SYRIAC = (
    "كانون الثاني,شباط,اذار,نيسان,ايار,حزيران,تموز,اب,ايلول,تشرين الاول,تشرين الثاني,كانون الاول"
)


def _months() -> dict[str, int]:
    """Return the numbers of month names, folded: ours in both languages, and the Syriac ones."""
    named = {name: number for number, name in enumerate(_SYRIAC.split(","), 1)}
    for language in LANGUAGES:
        for number in range(1, 13):
            named[fold_text(wording(language).say(f"month-{number}")).lower()] = number
    return {fold_text(name): number for name, number in named.items()}


def read_date(typed: str) -> date | None:
    """Return the day that was typed. Raises ValueError for what is no date; None for ''."""
    text = fold_text(typed.strip()).lower()
    if not text:
        return None
    if found := _ISO.fullmatch(text):
        year, month, day = (int(part) for part in found.groups())
    elif found := _DAY_FIRST.fullmatch(text):
        day, month, year = (int(part) for part in found.groups())
    elif found := _NAMED.fullmatch(text):
        month = _months().get(found[2], 0)
        day, year = int(found[1]), int(found[3])
    else:
        raise ValueError(typed)
    return date(year, month, day)


class DateField(QWidget):
    """A line for the date and, below it, what was understood."""

    changed = Signal()

    def __init__(self, context: Context, day: date | None = None) -> None:
        super().__init__()
        self._context = context
        self.line = QLineEdit(day.isoformat() if day else "")
        self.line.setPlaceholderText(context.say("particulars-published-hint"))
        self.line.setAccessibleName(context.say("particulars-published"))
        self.line.textChanged.connect(self._tell)
        self._told = Muted(lines=1)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(2)
        box.addWidget(self.line)
        box.addWidget(self._told)
        self._tell()

    def set_day(self, day: date | None) -> None:
        """Show another date."""
        self.line.setText(day.isoformat() if day else "")

    def day(self) -> date | None:
        """Return the date, None for not known. Raises ValueError."""
        return read_date(self.line.text())

    def sound(self) -> bool:
        """Whether the line is empty or holds a date."""
        try:
            self.day()
        except ValueError:
            return False
        return True

    def _tell(self) -> None:
        words = self._context.words
        if not self.sound():
            self._told.setText(words.say("particulars-published-bad"))
        elif (day := self.day()) is not None:
            self._told.setText(f"{phrasing.weekday(day, words)} {phrasing.day(day, words)}")
        else:
            self._told.setText(words.say("particulars-published-none"))
        role(self._told, "small" if self.sound() else "conflict")
        self.changed.emit()
