"""The form for one article before its import: how each particular was found, and its text."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QGridLayout,
    QLineEdit,
    QVBoxLayout,
    QWidget,
)

from tawatur_core.importers.inspection import Inspection, title_of
from tawatur_core.model import DocumentDraft
from tawatur_gui import errors
from tawatur_gui.context import Context
from tawatur_gui.library.dates import DateField
from tawatur_gui.library.findings import FindingList
from tawatur_gui.library.shading import ShadedText
from tawatur_gui.widgets import AutoLabel, Button, Choice, Muted, role
from tawatur_gui.widgets.basic import row

_PARTICULARS = ("title", "outlet", "author", "published")


def encoding_name(context: Context, encoding: str) -> str:
    """Return an encoding as people know it."""
    code = f"encoding-{encoding}"
    return context.say(code) if code in context.words else encoding


class DraftForm(QWidget):
    """Shows an inspection; `edited` and `recoded` tell what a person changed."""

    edited = Signal()
    recoded = Signal(str)  # the encoding chosen by hand
    columns_wanted = Signal()

    def __init__(self, context: Context) -> None:
        super().__init__()
        self._context = context
        self._filling = False
        say = context.say
        self.encoding = Choice()
        self.basis = Muted(lines=2)
        self.title = QLineEdit()
        self.outlet = QLineEdit()
        self.outlet.setPlaceholderText(say("particulars-outlet-hint"))
        self.author = QLineEdit()
        self.published = DateField(context)
        self.how = {name: Muted(lines=1) for name in _PARTICULARS}
        self.columns = Button(say("import-columns-choose"))
        self.columns.clicked.connect(self.columns_wanted)
        self.preview = ShadedText(context)
        self.preview.setAccessibleName(say("import-preview"))
        self.residue = Muted(lines=1)
        self.findings = FindingList(context)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(12)
        box.addLayout(self._grid())
        box.addWidget(self.preview, 1)
        box.addLayout(row(self.residue, None, self.columns))
        box.addWidget(self.findings)
        self.encoding.activated.connect(self._recode)
        for field in (self.title, self.outlet, self.author):
            field.textEdited.connect(self._tell)
        self.published.changed.connect(self._tell)

    def _grid(self) -> QGridLayout:
        grid = QGridLayout()
        grid.setHorizontalSpacing(16)
        grid.setVerticalSpacing(8)
        grid.setColumnStretch(1, 3)
        grid.setColumnStretch(2, 2)
        lines: tuple[tuple[str, QWidget, QWidget], ...] = (
            ("particulars-name", self.title, self.how["title"]),
            ("particulars-outlet", self.outlet, self.how["outlet"]),
            ("particulars-author", self.author, self.how["author"]),
            ("particulars-published", self.published, self.how["published"]),
            ("import-encoding", self.encoding, self.basis),
        )
        for line, (code, field, how) in enumerate(lines):
            name = AutoLabel(self._context.say(code), lines=1)
            name.setProperty("role", "muted")
            name.setMinimumWidth(80)
            name.setContentsMargins(0, 6, 0, 0)
            how.setContentsMargins(0, 8, 0, 0)
            grid.addWidget(name, line, 0, Qt.AlignmentFlag.AlignTop)
            grid.addWidget(field, line, 1)
            grid.addWidget(how, line, 2, Qt.AlignmentFlag.AlignTop)
            field.setAccessibleName(name.text())
        return grid

    def show_file(self, one: Inspection, *, table: bool = False) -> None:
        """Fill the form; `table` says that the article is a row whose columns can be chosen."""
        self._filling = True
        self._show_encodings(one)
        draft = one.draft
        for field in (self.title, self.outlet, self.author, self.published):
            field.setEnabled(draft is not None)
        if draft is None and one.error is not None:
            self.basis.setText(errors.words_for(one.error, self._context.words))
        else:
            self.basis.setText(self._context.say(one.basis) if one.basis else "")
        role(self.basis, "conflict" if draft is None else "small")
        self.title.setText(draft.title if draft else "")
        self.outlet.setText(draft.outlet if draft else "")
        self.author.setText(draft.author if draft else "")
        for line in (self.title, self.outlet, self.author):
            line.setCursorPosition(0)
        self.published.set_day(draft.published if draft else None)
        for name, label in self.how.items():
            how = one.how.get(name, "")
            label.setText(self._context.say(how) if how else "")
            shown: QWidget = getattr(self, name)
            shown.setAccessibleDescription(label.text())
        self.columns.setVisible(table)
        self._show_text(draft)
        self.findings.put([errors.finding(each, self._context.words) for each in one.findings])
        self._filling = False

    def edited_of(self, one: Inspection) -> Inspection:
        """Return an inspection with what stands in the form; what was typed was not found."""
        draft = one.draft
        if draft is None:
            return one
        typed = replace(
            draft,
            title=self.title.text().strip() or draft.title,
            outlet=self.outlet.text().strip(),
            author=self.author.text().strip(),
            published=self.published.day() if self.published.sound() else draft.published,
        )
        how = {
            name: how
            for name, how in one.how.items()
            if getattr(typed, name) == getattr(draft, name)
        }
        return replace(one, draft=typed, how=how)

    def _show_encodings(self, one: Inspection) -> None:
        self.encoding.clear()
        names = list(one.alternatives)
        if one.encoding and one.encoding not in names:
            names.insert(0, one.encoding)
        for name in names:
            self.encoding.addItem(encoding_name(self._context, name), name)
        self.encoding.setCurrentIndex(names.index(one.encoding) if one.encoding in names else -1)
        self.encoding.setEnabled(bool(one.alternatives))

    def _show_text(self, draft: DocumentDraft | None) -> None:
        spans = [(span.start, span.end) for span in draft.residue] if draft is not None else []
        self.preview.put(draft.text if draft is not None else "", spans)
        self.residue.setText(self._context.say("import-residue", count=len(spans)))
        self.residue.setVisible(bool(spans))

    def _recode(self, number: int) -> None:
        self.recoded.emit(str(self.encoding.itemData(number)))

    def _tell(self) -> None:
        if not self._filling:
            self.edited.emit()


def kept(before: Inspection, after: Inspection) -> Inspection:
    """Return a file read anew, with the particulars that were typed by hand before."""
    old, new = before.draft, after.draft
    if old is None or new is None:
        return after
    typed = [name for name in _PARTICULARS if name not in before.how and getattr(old, name)]
    if old.title == title_of(old.text) and "title" in typed:
        typed.remove("title")  # nobody typed it: it is the first line, and that reads anew
    draft = replace(new, **{name: getattr(old, name) for name in typed})
    how = {name: how for name, how in after.how.items() if name not in typed}
    return replace(after, draft=draft, how=how)
