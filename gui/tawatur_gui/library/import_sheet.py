"""The card on which an import is looked over: files, columns, labels, copies; then taken as one."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import (
    QButtonGroup,
    QHBoxLayout,
    QProgressBar,
    QSizePolicy,
    QStackedWidget,
    QWidget,
)

from tawatur_core.copying import settled
from tawatur_core.edit.intake import Counts
from tawatur_core.gathering import Found, Gathered
from tawatur_core.importers import articles
from tawatur_core.importers.inspection import Choices
from tawatur_core.importers.labels import seen
from tawatur_core.model import DocumentDraft, DocumentId
from tawatur_core.monitor import Monitor
from tawatur_core.told import added
from tawatur_gui.context import Place, Target
from tawatur_gui.library.column_page import ColumnPage, TableFile
from tawatur_gui.library.copy_page import CopyPage
from tawatur_gui.library.difference_page import DifferencePage
from tawatur_gui.library.draft import kept
from tawatur_gui.library.files_page import FilesPage
from tawatur_gui.library.importing import LookedOver, kept_rows, read_again
from tawatur_gui.library.label_page import LabelPage
from tawatur_gui.library.reckoning import Reckoned, Reckoning, Repeated
from tawatur_gui.library.saving import Saving
from tawatur_gui.widgets import Button, Muted
from tawatur_gui.widgets.overlay import Sheet

if TYPE_CHECKING:
    from tawatur_gui.window import Window

_AT_ONCE = 40  # parts of the card
_FILES, _COLUMNS, _LABELS, _COPIES, _DIFFERENCES = range(5)
_PAGES = (
    "import-page-files",
    "import-page-columns",
    "import-page-labels",
    "import-page-copies",
    "import-page-differences",
)


class ImportSheet(Sheet):
    """Files on one side, the chosen one on the other; what cannot be imported says why.

    It is shown when all steps of `opening` are done.
    """

    def __init__(self, window: Window, looked: LookedOver) -> None:
        context = window.context
        super().__init__(window, context.say("import-title"), context.say("close"), width=1120)
        self._context, self._owner = context, window
        self._tables = {one.path: one for one in looked.tables}
        self._wanted = Gathered()
        self._saving = Saving(context, self)
        self._saving.progressed.connect(self._advance)
        self._saving.done.connect(self._done)
        self._saving.ended.connect(self._ended)
        self._reckoning = Reckoning(context, self)
        self._reckoning.done.connect(self._came)
        self._reckoning.compared.connect(self._compared)
        self.reckoned: Reckoned | None = None
        self.repeated: Repeated | None = None
        self.files = FilesPage(context, self._tables)
        self.model, self.view = self.files.model, self.files.view
        self.model.put_all(looked.found)
        self.columns, self.labels = ColumnPage(context), LabelPage(context)
        self.copies, self.differences = CopyPage(context), DifferencePage(context)
        self.pages = QStackedWidget()
        self.tabs = QButtonGroup(self)
        self._build()
        self.columns.put(looked.tables)

    # --- building

    def opening(self) -> Iterator[None]:
        """Fill the card and show it, in steps that are short even on a busy machine."""
        for page in (self.files, self.columns, self.labels, self.copies, self.differences):
            self.pages.addWidget(page)
            yield
        self.files.choose(0)
        self.labels.put(seen(m for one in self.model.incoming() for m in one.marked))
        self._show_tabs()
        self._tell()
        yield
        parts = self.findChildren(QWidget)
        for place, part in enumerate(parts):
            part.ensurePolished()
            if place % _AT_ONCE == 0:
                yield
        self.fit()
        yield
        self.open(self.view)
        yield
        self._prepare()  # now only: what works in the background slows down what is done here
        self._compare()

    def _build(self) -> None:
        say = self._context.say
        line = QHBoxLayout()
        line.setSpacing(8)
        self.box.addLayout(line)
        self.box.addWidget(self.pages, 1)
        for number, code in enumerate(_PAGES):
            tab = Button(say(code, count=0), kind="pill")
            tab.setCheckable(True)
            self.tabs.addButton(tab, number)
            line.addWidget(tab)
        line.addStretch(1)
        self.tabs.button(_FILES).setChecked(True)
        self.tabs.idClicked.connect(self.turn_to)
        self.pages.setMinimumHeight(520)
        self.told = Muted()
        self.bar = QProgressBar()
        self.bar.setTextVisible(False)
        self.bar.setFixedWidth(160)
        self.bar.setAccessibleName(say("import-saving"))
        self.bar.hide()
        self.button = Button("", primary=True, icon="import", key="Ctrl+Return")
        # a shortcut of the button itself is lost when its words change
        self.answer(("Ctrl+Return", "Ctrl+Enter"), self.act)
        self.button.clicked.connect(self.act)
        self.told.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        self.set_foot(self.told, self.bar, self.button)
        self.files.recoded.connect(self._recoded)
        self.files.columns_wanted.connect(self._to_columns)
        self.files.labels_wanted.connect(lambda: self.turn_to(_LABELS))
        self.files.decided.connect(self._tell)
        self.columns.chosen.connect(self._recolumn)
        self.labels.changed.connect(self._prepare)
        self.copies.decided.connect(self._noted)
        self.differences.decided.connect(self._tell)
        self._context.opened.connect(self.close_sheet)  # it was looked over for the other project

    def turn_to(self, page: int) -> None:
        """Show one of the pages: files, columns, labels."""
        self.pages.setCurrentIndex(page)
        self.tabs.button(page).setChecked(True)

    def _show_tabs(self) -> None:
        marked = any(one.marked for one in self.model.incoming())
        count = self.copies.model.rowCount()
        differing = self.differences.model.rowCount()
        there = {
            _FILES: True,
            _COLUMNS: bool(self._tables),
            _LABELS: marked,
            _COPIES: count > 0,
            _DIFFERENCES: differing > 0,
        }
        for page, number in ((_COPIES, count), (_DIFFERENCES, differing)):
            self.tabs.button(page).setText(self._context.say(_PAGES[page], count=number))
        for number, shown in there.items():
            self.tabs.button(number).setVisible(shown and sum(there.values()) > 1)
        if self.isVisible():
            QTimer.singleShot(0, self, self.fit)  # a line of tabs may have come or gone

    # --- the files

    def _recoded(self, encoding: str) -> None:
        one = self.files.current()
        if one is None or one.article is None:
            return
        if one.path in self._tables:
            self._reread(self._tables[one.path], encoding=encoding)
            return
        choices = Choices(encoding=encoding, format=one.article.format)
        after = articles.look_again(one.article, choices)
        if len(after) == 1:
            self.files.put(kept(one.article, after[0]))
            self.files.show_row(self.files.number())
            self._compare()

    def _to_columns(self) -> None:
        one = self.files.current()
        self.columns.put(list(self._tables.values()), one.path if one is not None else None)
        self.turn_to(_COLUMNS)

    def _recolumn(self, table: TableFile, columns: dict[str, str]) -> None:
        self._reread(replace(table, columns=columns))

    def _reread(self, table: TableFile, encoding: str | None = None) -> None:
        """Read a table again in the background; its rows take the places of the old ones."""

        def work(_: Monitor) -> tuple[TableFile, list[Found]]:
            return read_again(table, encoding)

        self._context.jobs.run(work, self._reread_done, label=self._context.say("import-reading"))

    def _reread_done(self, read: tuple[TableFile, list[Found]]) -> None:
        table, rows = read
        at = self.files.number()
        found = self.model.found
        first = next((n for n, one in enumerate(found) if one.path == table.path), len(found))
        others = [one for one in found if one.path != table.path]
        rows = kept_rows([one for one in found if one.path == table.path], rows)
        self.model.put_all([*others[:first], *rows, *others[first:]])
        self._tables[table.path] = table
        self.columns.put(list(self._tables.values()))
        self.files.choose(at)
        self._prepare()
        self._compare()

    # --- what it comes to

    def _prepare(self) -> None:
        """Reckon in the background what the files add to the project as it is."""
        self.reckoned = None
        self.files.reckon(None)
        self._tell()
        lists = {one.path: one.listed for one in self.model.found if one.listed is not None}
        mapping = self.labels.mapping()
        self.files.annotated.use(mapping)
        self._reckoning.start(self.model.incoming(), mapping, lists)

    def _came(self, reckoned: Reckoned) -> None:
        self.reckoned = reckoned
        self.files.reckon(reckoned)
        prepared = reckoned.prepared
        self.differences.put(prepared.differences if prepared else (), reckoned.known)
        self._show_tabs()
        self._tell()

    def _tell(self) -> None:
        say, wanted = self._context.say, self._gathered()
        counts = wanted.prepared.counts if wanted.prepared is not None else Counts()
        told = [say("import-ready", count=len(wanted.drafts) + counts.documents)]
        if self.reckoned is None or self.repeated is None:
            told = [say("import-reckoning")]
        elif wanted.entities:
            told = told if wanted.size else []
            told.append(say("entries-ready", count=wanted.entities))
        elif counts.same and not wanted.writes and not counts.differing + counts.removed:
            told = [say("import-all-there")]
        elif not wanted.size and counts.same:
            told = []
        told += added(counts, self._context.words)
        if self.model.refused():
            told.append(say("import-refused", count=self.model.refused()))
        self.told.setText(" · ".join(told))
        self._show_button()

    def _show_button(self) -> None:
        say, session = self._context.say, self._context.session
        if self._saving.running:
            self.button.setText(say("cancel"))
            self.button.setEnabled(True)
            return
        wanted = self._gathered()
        code, count = "import-do", wanted.size
        if wanted.entities and not wanted.size:
            code, count = "entries-do", wanted.entities
        elif wanted.theirs and not wanted.size:
            code, count = "import-take", len(wanted.theirs)
        self.button.setText(say(code, count=count))
        writes = session is not None and not session.read_only
        reckoned = self.reckoned is not None and self.repeated is not None
        self.button.setEnabled(wanted.writes and reckoned and writes)

    def _gathered(self) -> Gathered:
        drafts, reckoned = self._drafts(), self.reckoned
        copies = self.copies.model.copies
        treatments = dict(self.copies.model.treatments)
        covered = self.repeated.covered if self.repeated is not None else frozenset()
        kept, links = settled(len(drafts), copies, treatments, covered)
        lists = reckoned.lists if reckoned is not None else {}
        return Gathered(
            tuple(drafts[n] for n in kept),
            links,
            reckoned.prepared if reckoned is not None else None,
            tuple((one, self.files.decisions.get(path, {})) for path, one in lists.items()),
            self.differences.model.theirs(),
        )

    def _drafts(self) -> list[DocumentDraft]:
        """Return the articles that can be imported, in the order of the list."""
        words = self._context.words
        inspected = [self.model.found[number].article for number, _ in self.model.drafts()]
        drafts = [articles.draft_of(one, words) for one in inspected if one is not None]
        return [draft for draft in drafts if draft is not None]

    # --- what repeats something

    def _compare(self) -> None:
        """Look in the background for articles that repeat others."""
        self.repeated = None
        self.copies.put([], [])
        self.model.note({})
        self._show_tabs()
        self._tell()
        self._reckoning.compare(self._drafts(), self.model.incoming())

    def _compared(self, repeated: Repeated) -> None:
        self.repeated = repeated
        self.copies.put(repeated.copies, repeated.drafts)
        self._show_tabs()
        self._noted()

    def _noted(self) -> None:
        """Say beside the articles what becomes of copies."""
        rows, say = [number for number, _ in self.model.drafts()], self._context.say
        covered = self.repeated.covered if self.repeated is not None else frozenset()
        notes = {rows[n]: say("import-covered") for n in covered}
        for place, treatment in self.copies.model.treatments.items():
            notes[rows[place]] = say(f"copies-{treatment.value}")
        self.model.note(notes)
        self._tell()

    # --- taking it

    def act(self) -> None:
        """Import everything as one step, or cancel the import that runs."""
        if self._saving.running:
            self._saving.cancel()
        elif self.button.isEnabled():
            self.import_all()

    def import_all(self) -> None:
        """Import what can be; the window answers meanwhile, and nothing is half-imported."""
        session = self._context.session
        if session is None:
            return
        if self.reckoned is None or self.reckoned.revision != session.revision:
            self._prepare()  # the project changed since: reckon again, then ask again
            return
        self._wanted = self._gathered()
        self._saving.start(self._wanted)
        if self._saving.running:
            self.pages.setEnabled(False)
            self.bar.show()
            self._show_button()

    def _advance(self, done: int, total: int) -> None:
        self.bar.setRange(0, total)
        self.bar.setValue(done)

    def _ended(self) -> None:
        """Give the card back: the import was cancelled or has failed."""
        self.pages.setEnabled(True)
        self.bar.hide()
        self._show_button()

    def _done(self, made: list[DocumentId]) -> None:
        say, wanted = self._context.say, self._wanted
        counts = wanted.prepared.counts if wanted.prepared is not None else Counts()
        count = len(made) + counts.known
        told = [say("import-done", count=count)] if count else []
        told += added(replace(counts, differing=0, removed=0, same=0), self._context.words)
        if wanted.theirs:
            told.append(say("import-taken-theirs", count=len(wanted.theirs)))
        if wanted.entities:
            told.append(say("entries-done", count=wanted.entities))
        self.close_sheet()
        self._context.noticed.emit(" · ".join(told), "done")
        annotated = wanted.prepared.restored.documents if wanted.prepared is not None else []
        marked = {one.document.id for one in annotated}
        self._owner.bridge.suggest([id_ for id_ in made if id_ not in marked])
        if made:
            self._context.go(Target(Place.READ, document=made[0]))
        elif not count and wanted.entities:
            self._context.go(Target(Place.ENTITIES))

    def close_sheet(self) -> None:
        """Close the card; an import that runs is cancelled."""
        self._reckoning.stop()
        self._saving.cancel()
        super().close_sheet()
