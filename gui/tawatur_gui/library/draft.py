"""The form for one text before its import: encoding and why, particulars, first lines."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QTextOption
from PySide6.QtWidgets import (
    QComboBox,
    QGridLayout,
    QLineEdit,
    QPlainTextEdit,
    QVBoxLayout,
    QWidget,
)

from tawatur_core.importers.inspection import Inspection
from tawatur_core.model import DocumentDraft
from tawatur_gui import errors, style
from tawatur_gui.context import Context
from tawatur_gui.library.dates import DateField
from tawatur_gui.widgets import AutoLabel, Muted, role
from tawatur_gui.widgets.label import runs_right

_SHOWN = 1200  # code points of the text


def encoding_name(context: Context, encoding: str) -> str:
    """Return an encoding as people know it."""
    code = f"encoding-{encoding}"
    return context.say(code) if code in context.words else encoding


class DraftForm(QWidget):
    """Shows an inspection; `edited` and `recoded` tell what a person changed."""

    edited = Signal()
    recoded = Signal(str)  # the encoding chosen by hand

    def __init__(self, context: Context) -> None:
        super().__init__()
        self._context = context
        self._filling = False
        self.encoding = QComboBox()
        self.encoding.setAccessibleName(context.say("import-encoding"))
        self.basis = Muted(lines=2)
        self.title = QLineEdit()
        self.outlet = QLineEdit()
        self.outlet.setPlaceholderText(context.say("particulars-outlet-hint"))
        self.published = DateField(context)
        self.preview = QPlainTextEdit()
        self.preview.setReadOnly(True)
        self.preview.setFont(style.page_font(context.settings))
        self.preview.setAccessibleName(context.say("import-preview"))
        grid = QGridLayout()
        grid.setHorizontalSpacing(16)
        grid.setVerticalSpacing(8)
        grid.setColumnStretch(1, 1)
        for line, (code, field) in enumerate(
            (
                ("particulars-name", self.title),
                ("particulars-outlet", self.outlet),
                ("particulars-published", self.published),
                ("import-encoding", self.encoding),
                ("", self.basis),
            )
        ):
            if code:
                name = AutoLabel(context.say(code), lines=1)
                name.setProperty("role", "muted")
                name.setMinimumWidth(80)
                name.setContentsMargins(0, 6, 0, 0)
                grid.addWidget(name, line, 0, Qt.AlignmentFlag.AlignTop)
                field.setAccessibleName(name.text())
            grid.addWidget(field, line, 1)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(12)
        box.addLayout(grid)
        box.addWidget(self.preview, 1)
        self.encoding.activated.connect(self._recode)
        self.title.textEdited.connect(self._tell)
        self.outlet.textEdited.connect(self._tell)
        self.published.changed.connect(self._tell)

    def show_file(self, one: Inspection) -> None:
        """Fill the form."""
        self._filling = True
        self._show_encodings(one)
        draft = one.draft
        for field in (self.title, self.outlet, self.published):
            field.setEnabled(draft is not None)
        if draft is None and one.error is not None:
            self.basis.setText(errors.words_for(one.error, self._context.words))
        elif one.basis:
            self.basis.setText(self._context.say(one.basis))
        role(self.basis, "conflict" if draft is None else "small")
        self.title.setText(draft.title if draft else "")
        self.title.setCursorPosition(0)
        self.outlet.setText(draft.outlet if draft else "")
        self.published.set_day(draft.published if draft else None)
        self._show_text(draft.text if draft else "")
        self._filling = False

    def draft_of(self, draft: DocumentDraft) -> DocumentDraft:
        """Return the draft with what stands in the form."""
        published = self.published.day() if self.published.sound() else draft.published
        title = self.title.text().strip() or draft.title
        return replace(draft, title=title, outlet=self.outlet.text().strip(), published=published)

    def _show_encodings(self, one: Inspection) -> None:
        self.encoding.clear()
        names = list(one.alternatives)
        if one.encoding and one.encoding not in names:
            names.insert(0, one.encoding)
        for name in names:
            self.encoding.addItem(encoding_name(self._context, name), name)
        self.encoding.setCurrentIndex(names.index(one.encoding) if one.encoding in names else -1)
        self.encoding.setEnabled(bool(one.alternatives))

    def _show_text(self, text: str) -> None:
        option = QTextOption()
        right = runs_right(text, default=True)
        option.setTextDirection(
            Qt.LayoutDirection.RightToLeft if right else Qt.LayoutDirection.LeftToRight
        )
        option.setAlignment(Qt.AlignmentFlag.AlignLeading)
        self.preview.setLayoutDirection(option.textDirection())  # its edges follow the text too
        self.preview.document().setDefaultTextOption(option)
        self.preview.setPlainText(text.strip()[:_SHOWN])

    def _recode(self, number: int) -> None:
        self.recoded.emit(str(self.encoding.itemData(number)))

    def _tell(self) -> None:
        if not self._filling:
            self.edited.emit()
