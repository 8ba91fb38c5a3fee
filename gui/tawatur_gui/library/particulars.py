"""The card on which the particulars of an article are edited."""

from __future__ import annotations

from PySide6.QtWidgets import QGridLayout, QLineEdit, QWidget

from tawatur_core.edit import documents as edit
from tawatur_core.errors import NoSuchRow
from tawatur_core.model import Document, DocumentId
from tawatur_core.store import documents
from tawatur_core.store.session import Session
from tawatur_gui.context import Context, Place, Target
from tawatur_gui.library.dates import DateField
from tawatur_gui.widgets import AutoLabel, Button, Card, Muted
from tawatur_gui.widgets.basic import row
from tawatur_gui.widgets.overlay import Sheet


def edit_particulars(window: QWidget, context: Context, document: DocumentId) -> Sheet | None:
    """Open the card for a document of the open project."""
    if context.session is None:
        return None
    try:
        found = documents.document(context.session, document)
    except NoSuchRow as failure:
        context.fail(failure)
        return None
    sheet = Particulars(window, context, found)
    sheet.open(sheet.fields["title"])
    return sheet


class Particulars(Sheet):
    """Title, outlet, author, link, date and its basis; one undo step."""

    def __init__(self, window: QWidget, context: Context, document: Document) -> None:
        super().__init__(window, context.say("particulars-title"), context.say("close"))
        self._context, self._document = context, document
        say = context.say
        grid = QGridLayout()
        grid.setHorizontalSpacing(16)
        grid.setVerticalSpacing(12)
        grid.setColumnStretch(1, 1)
        self.fields: dict[str, QLineEdit] = {}
        for name, code in (
            ("title", "particulars-name"),
            ("outlet", "particulars-outlet"),
            ("author", "particulars-author"),
            ("url", "particulars-url"),
        ):
            field = QLineEdit(getattr(document, name))
            field.setCursorPosition(0)
            self.fields[name] = field
            self._row(grid, code, field)
        self.fields["outlet"].setPlaceholderText(say("particulars-outlet-hint"))
        self.published = DateField(context, document.published)
        self._row(grid, "particulars-published", self.published)
        self.fields["published_basis"] = QLineEdit(document.published_basis)
        self.fields["published_basis"].setPlaceholderText(say("particulars-basis-hint"))
        self._row(grid, "particulars-basis", self.fields["published_basis"])
        self.box.addLayout(grid)
        origin = document.provenance
        code = f"encoding-{origin.encoding}"
        encoding = say(code) if code in context.words else origin.encoding
        self.box.addWidget(
            Muted(
                say(
                    "particulars-file",
                    file=origin.file_name,
                    encoding=encoding,
                    count=len(document.text),
                )
            )
        )
        self._copied_from()
        self.box.addStretch(1)
        self.save = Button(say("save"), primary=True, key="Ctrl+Return")
        # a shortcut of the button itself would be lost whenever its words change
        self.answer(("Ctrl+Return", "Ctrl+Enter"), self.save.click)
        self.save.clicked.connect(self._save)
        self.published.changed.connect(self._check)
        self.fields["title"].textChanged.connect(self._check)
        self.set_foot(None, self.save)
        self._check()

    def _copied_from(self) -> None:
        """Say whose story this one repeats, with a way there and a way to part them."""
        session, say = self._context.session, self._context.say
        if session is None or self._document.copied_from is None:
            return
        original = documents.document(session, self._document.copied_from)
        self.copied = Card()
        self.copied.box.addWidget(AutoLabel(say("particulars-copied", title=original.title)))
        show, part = Button(say("particulars-original")), Button(say("particulars-part"))
        show.clicked.connect(lambda: self._show_original(original.id))
        part.clicked.connect(self._part)
        part.setEnabled(not session.read_only)
        self.copied.box.addLayout(row(show, part, None))
        self.box.addWidget(self.copied)

    def _show_original(self, original: DocumentId) -> None:
        self.close_sheet()
        self._context.go(Target(Place.READ, document=original))

    def _part(self) -> None:
        """Let the article tell its own story again; an undo step of its own."""
        self._context.do(lambda session: edit.mark_copy(session, self._document.id, None))
        self.copied.hide()
        self.fit()

    def _row(self, grid: QGridLayout, code: str, field: QWidget) -> None:
        name = AutoLabel(self._context.say(code), lines=1)
        name.setProperty("role", "muted")
        line = grid.rowCount()
        grid.addWidget(name, line, 0)
        grid.addWidget(field, line, 1)
        field.setAccessibleName(name.text())

    def _check(self) -> None:
        titled = bool(self.fields["title"].text().strip())
        writes = self._context.session is not None and not self._context.session.read_only
        self.save.setEnabled(titled and self.published.sound() and writes)

    def _save(self) -> None:
        given = {name: field.text().strip() for name, field in self.fields.items()}
        changed = {
            name: text for name, text in given.items() if text != getattr(self._document, name)
        }
        day = self.published.day()
        if changed or day != self._document.published:
            self._context.do(lambda session: self._describe(session, changed))
        self.close_sheet()

    def _describe(self, session: Session, changed: dict[str, str]) -> None:
        edit.describe(
            session,
            self._document.id,
            title=changed.get("title"),
            outlet=changed.get("outlet"),
            author=changed.get("author"),
            url=changed.get("url"),
            published_basis=changed.get("published_basis"),
            published=self.published.day(),
        )
