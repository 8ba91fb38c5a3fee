"""The card on which an import is looked over: files, columns, labels, copies; then taken as one."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QButtonGroup,
    QHBoxLayout,
    QListView,
    QProgressBar,
    QStackedWidget,
    QWidget,
)

from tawatur_core import gathering
from tawatur_core.edit.authority import Outcome
from tawatur_core.edit.intake import Counts
from tawatur_core.errors import AlreadyThere
from tawatur_core.gathering import Found, Gathered
from tawatur_core.importers import articles
from tawatur_core.importers.inspection import Choices, Inspection
from tawatur_core.importers.labels import seen
from tawatur_core.model import DocumentId, EntityId
from tawatur_core.monitor import Monitor
from tawatur_core.store import documents
from tawatur_gui.context import Place, Target
from tawatur_gui.jobs import Job
from tawatur_gui.library.annotated import AnnotatedPane, RefusedPane
from tawatur_gui.library.column_page import ColumnPage, TableFile
from tawatur_gui.library.draft import DraftForm, kept
from tawatur_gui.library.entity_table import EntityPane
from tawatur_gui.library.found import FoundModel, added
from tawatur_gui.library.importing import LookedOver, read_again
from tawatur_gui.library.label_page import LabelPage
from tawatur_gui.library.reckoning import Reckoned, Reckoning
from tawatur_gui.widgets import Button, Muted, TwoLineDelegate
from tawatur_gui.widgets.overlay import Sheet

if TYPE_CHECKING:
    from tawatur_gui.window import Window

_FILES, _COLUMNS, _LABELS, _COPIES = range(4)
_PAGES = ("import-page-files", "import-page-columns", "import-page-labels", "import-page-copies")


class ImportSheet(Sheet):
    """Files on one side, the chosen one on the other; what cannot be imported says why."""

    def __init__(self, window: Window, looked: LookedOver) -> None:
        context = window.context
        super().__init__(window, context.say("import-title"), context.say("close"), width=1120)
        self._context, self._owner = context, window
        self._tables = {one.path: one for one in looked.tables}
        self._saving: Job | None = None
        self._reckoning = Reckoning(context, self)
        self._reckoning.done.connect(self._came)
        self.reckoned: Reckoned | None = None
        self._decisions: dict[Path, dict[int, Outcome | EntityId]] = {}
        self.model = FoundModel(context, self)
        self.model.put_all(looked.found)
        self.form, self.annotated = DraftForm(context), AnnotatedPane(context)
        self.entities = EntityPane(context)
        self.columns, self.labels = ColumnPage(context), LabelPage(context)
        self.problem = RefusedPane(context)
        self.view = self._list()
        self.pages = QStackedWidget()
        self.tabs = QButtonGroup(self)
        self._build()
        self.view.setCurrentIndex(self.model.index(0))
        self.labels.put(seen(m for one in self.model.incoming() for m in one.marked))
        self.columns.put(looked.tables)
        self._show_tabs()
        self._prepare()

    # --- building

    def _list(self) -> QListView:
        view = QListView()
        view.setModel(self.model)
        view.setItemDelegate(TwoLineDelegate(view))
        view.setFixedWidth(300)
        view.setAccessibleName(self._context.say("import-files"))
        view.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        view.setLayoutMode(QListView.LayoutMode.Batched)
        view.selectionModel().currentChanged.connect(lambda now, _: self._show(now.row()))
        return view

    def _build(self) -> None:
        say = self._context.say
        self.stack = QStackedWidget()
        for part in (self.form, self.annotated, self.entities, self.problem):
            self.stack.addWidget(part)
        files = QWidget()
        sides = QHBoxLayout(files)
        sides.setContentsMargins(0, 0, 0, 0)
        sides.setSpacing(24)
        sides.addWidget(self.view)
        sides.addWidget(self.stack, 1)
        line = QHBoxLayout()
        line.setSpacing(8)
        for number, (page, code) in enumerate(
            zip((files, self.columns, self.labels), _PAGES, strict=False)
        ):
            self.pages.addWidget(page)
            tab = Button(say(code), kind="pill")
            tab.setCheckable(True)
            self.tabs.addButton(tab, number)
            line.addWidget(tab)
        line.addStretch(1)
        self.tabs.button(_FILES).setChecked(True)
        self.tabs.idClicked.connect(self.turn_to)
        self.box.addLayout(line)
        self.box.addWidget(self.pages, 1)
        self.pages.setMinimumHeight(520)
        self.told = Muted()
        self.bar = QProgressBar()
        self.bar.setTextVisible(False)
        self.bar.setFixedWidth(160)
        self.bar.setAccessibleName(say("import-saving"))
        self.bar.hide()
        self.button = Button("", primary=True, icon="import", key="Ctrl+Return")
        self.button.setShortcut("Ctrl+Return")
        self.button.clicked.connect(self.act)
        self.set_foot(self.told, None, self.bar, self.button)
        self.form.edited.connect(self._edited)
        self.form.recoded.connect(self._recoded)
        for wish in (
            self.form.columns_wanted,
            self.problem.columns_wanted,
            self.entities.articles_wanted,
        ):
            wish.connect(self._to_columns)
        self.entities.decided.connect(self._tell)
        self.annotated.labels_wanted.connect(lambda: self.turn_to(_LABELS))
        self.columns.chosen.connect(self._recolumn)
        self.labels.changed.connect(self._prepare)
        self._context.opened.connect(self.close_sheet)  # it was looked over for the other project

    def turn_to(self, page: int) -> None:
        """Show one of the pages: files, columns, labels."""
        self.pages.setCurrentIndex(page)
        self.tabs.button(page).setChecked(True)

    def _show_tabs(self) -> None:
        marked = any(one.marked for one in self.model.incoming())
        there = {_FILES: True, _COLUMNS: bool(self._tables), _LABELS: marked}
        for number, shown in there.items():
            self.tabs.button(number).setVisible(shown and sum(there.values()) > 1)

    # --- the files

    def _number(self) -> int:
        return self.view.currentIndex().row()

    def _show(self, number: int) -> None:
        if not 0 <= number < len(self.model.found):
            return
        one = self.model.found[number]
        if one.incoming is not None:
            self.annotated.show_file(one)
            self.stack.setCurrentWidget(self.annotated)
            return
        if one.listed is not None:
            self._show_list(one)
            return
        table = one.path in self._tables
        # another encoding may still save it: the form offers those the bytes can be read in
        if one.article is None or (one.refused is not None and not one.article.alternatives):
            self.problem.show_refusal(one, table=table)
            self.stack.setCurrentWidget(self.problem)
            return
        self.form.show_file(one.article, table=table)
        self.stack.setCurrentWidget(self.form)

    def _show_list(self, one: Found) -> None:
        reckoned = self.reckoned
        self.entities.show_file(
            one,
            reckoned.lists.get(one.path) if reckoned is not None else None,
            reckoned.names if reckoned is not None else {},
            self._decisions.setdefault(one.path, {}),
            table=one.path in self._tables,
        )
        self.stack.setCurrentWidget(self.entities)

    def _edited(self) -> None:
        number = self._number()
        one = self.model.found[number]
        if one.article is not None and one.article.draft is not None:
            self._put(number, self.form.edited_of(one.article))

    def _put(self, number: int, article: Inspection) -> None:
        self.model.put(number, replace(self.model.found[number], article=article))

    def _recoded(self, encoding: str) -> None:
        number = self._number()
        before = self.model.found[number].article
        if before is None:
            return
        if before.path in self._tables:
            self._reread(self._tables[before.path], encoding=encoding)
            return
        choices = Choices(encoding=encoding, format=before.format)
        after = articles.look_again(before, choices)
        if len(after) == 1:
            self._put(number, kept(before, after[0]))
            self._show(number)
            self._tell()

    def _to_columns(self) -> None:
        self.columns.put(list(self._tables.values()), self.model.found[self._number()].path)
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
        at = self._number()
        found = self.model.found
        first = next((n for n, one in enumerate(found) if one.path == table.path), len(found))
        others = [one for one in found if one.path != table.path]
        self.model.put_all([*others[:first], *rows, *others[first:]])
        self._tables[table.path] = table
        self.columns.put(list(self._tables.values()))
        self.view.setCurrentIndex(self.model.index(min(max(at, 0), len(self.model.found) - 1)))
        self._prepare()

    # --- what it comes to

    def _prepare(self) -> None:
        """Reckon in the background what the files add to the project as it is."""
        self.reckoned = None
        self._tell()
        lists = {one.path: one.listed for one in self.model.found if one.listed is not None}
        self._reckoning.start(self.model.incoming(), self.labels.mapping(), lists)

    def _came(self, reckoned: Reckoned) -> None:
        if self._refuse_known(reckoned.known):
            self._prepare()
            return
        self.reckoned = reckoned
        self._tell()
        self._show(self._number())

    def _refuse_known(self, known: frozenset[DocumentId]) -> bool:
        """Put a refusal in place of files whose articles are in the project already, by their ids.

        Returns whether there were any.
        """
        some = False
        for number, one in enumerate(self.model.found):
            if one.incoming is None:
                continue
            brought = {annotated.document.id for annotated in one.incoming.restored.documents}
            if brought & known:
                self.model.put(number, replace(one, incoming=None, error=AlreadyThere(one.path)))
                some = True
        return some

    def _tell(self) -> None:
        say, wanted = self._context.say, self._gathered()
        counts = wanted.prepared.counts if wanted.prepared is not None else Counts()
        told = [say("import-ready", count=len(wanted.drafts) + counts.documents)]
        if self.reckoned is None:
            told = [say("import-reckoning")]
        elif wanted.entities:
            told = told if wanted.size else []
            told.append(say("entries-ready", count=wanted.entities))
        told += added(self._context, counts)
        if self.model.refused():
            told.append(say("import-refused", count=self.model.refused()))
        self.told.setText(" · ".join(told))
        self._show_button()

    def _show_button(self) -> None:
        say, session = self._context.say, self._context.session
        if self._saving is not None:
            self.button.setText(say("cancel"))
            self.button.setEnabled(True)
            return
        wanted = self._gathered()
        only_entities = bool(wanted.entities) and not wanted.size
        code = "entries-do" if only_entities else "import-do"
        self.button.setText(say(code, count=wanted.entities if only_entities else wanted.size))
        writes = session is not None and not session.read_only
        some = wanted.size + wanted.entities > 0
        self.button.setEnabled(some and self.reckoned is not None and writes)

    def _gathered(self) -> Gathered:
        words, reckoned = self._context.words, self.reckoned
        inspected = [self.model.found[number].article for number, _ in self.model.drafts()]
        drafts = [articles.draft_of(one, words) for one in inspected if one is not None]
        lists = reckoned.lists if reckoned is not None else {}
        return Gathered(
            tuple(draft for draft in drafts if draft is not None),
            None,
            reckoned.prepared if reckoned is not None else None,
            tuple((one, self._decisions.get(path, {})) for path, one in lists.items()),
        )

    # --- taking it

    def act(self) -> None:
        """Import everything as one step, or cancel the import that runs."""
        if self._saving is not None:
            self._saving.cancel()
        elif self.button.isEnabled():
            self.import_all()

    def import_all(self) -> None:
        """Import what can be; the window answers meanwhile, and nothing is half-imported."""
        session = self._context.session
        if session is None or session.busy:
            return
        if self.reckoned is None or self.reckoned.revision != session.revision:
            self._prepare()  # the project changed since: reckon again, then ask again
            return
        wanted = self._gathered()
        before = set(documents.document_ids(session))
        self._saving = self._context.jobs.slice(
            gathering.gather(session, wanted),
            lambda _: self._done(before, wanted),
            failed=self._failed,
            label=self._context.say("import-saving"),
        )
        self._saving.progressed.connect(self._advance)
        self.pages.setEnabled(False)
        self.bar.show()
        self._context.jobs.changed.connect(self._watch)
        self._show_button()

    def _advance(self, done: int, total: int) -> None:
        self.bar.setRange(0, total)
        self.bar.setValue(done)

    def _watch(self) -> None:
        """Give the card back when the import was cancelled or has failed."""
        if self._saving is None or self._saving in self._context.jobs.running:
            return
        if self._saving.cancelled:
            self._context.noticed.emit(self._context.say("import-cancelled"), "done")
        self._saving = None
        self.pages.setEnabled(True)
        self.bar.hide()
        self._show_button()

    def _failed(self, failure: Exception) -> None:
        self._context.fail(failure)

    def _done(self, before: set[DocumentId], wanted: Gathered) -> None:
        session, say = self._context.session, self._context.say
        if session is None:
            return
        counts = wanted.prepared.counts if wanted.prepared is not None else Counts()
        made = [id_ for id_ in documents.document_ids(session) if id_ not in before]
        count = len(made) + counts.known
        told = [say("import-done", count=count)] if count else []
        told += added(self._context, counts)
        if wanted.entities:
            told.append(say("entries-done", count=wanted.entities))
        self.close_sheet()
        self._context.noticed.emit(" · ".join(told), "done")
        annotated = wanted.prepared.restored.documents if wanted.prepared is not None else []
        marked = {one.document.id for one in annotated}
        self._owner.bridge.suggest([id_ for id_ in made if id_ not in marked])
        if made:
            self._context.go(Target(Place.READ, document=made[0]))
        elif not count:
            self._context.go(Target(Place.ENTITIES))

    def close_sheet(self) -> None:
        """Close the card; an import that runs is cancelled."""
        self._reckoning.stop()
        if self._saving is not None:
            self._saving.cancel()
        super().close_sheet()
