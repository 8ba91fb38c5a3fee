"""The card on which texts are looked over before they are imported."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt
from PySide6.QtWidgets import QHBoxLayout, QListView, QStackedWidget

from tawatur_core.edit import documents
from tawatur_core.importers import text
from tawatur_core.importers.inspection import Inspection, title_of
from tawatur_core.model import DocumentDraft
from tawatur_core.monitor import Monitor
from tawatur_gui import errors
from tawatur_gui.context import Context, Place, Target
from tawatur_gui.library.asking import NewProject
from tawatur_gui.library.draft import DraftForm, encoding_name
from tawatur_gui.widgets import ROW, Button, Muted, Part, Row, TwoLineDelegate
from tawatur_gui.widgets.overlay import Sheet

if TYPE_CHECKING:
    from tawatur_gui.window import Window

Index = QModelIndex | QPersistentModelIndex


def import_files(window: Window, files: Sequence[Path]) -> None:
    """Look the files over in the background, then show the card; ask for a project if none is open.

    Folders give their .txt files.
    """
    context = window.context
    if context.session is None:
        NewProject(window, lambda: import_files(window, files)).open_asking()
        return

    def work(monitor: Monitor) -> list[Inspection]:
        found = []
        listed = text.text_files(files)
        for number, file in enumerate(listed):
            monitor.step(number, len(listed))
            found.append(text.inspect(file))
        return found

    def show(found: list[Inspection]) -> None:
        if not found:
            context.noticed.emit(context.say("import-nothing"), "failed")
        elif context.session is not None:
            sheet = ImportSheet(window, found)
            sheet.open(sheet.view)

    context.jobs.run(work, show, label=context.say("import-reading"))


class _Files(QAbstractListModel):
    """The files of an import, each with what it will become or why it will not."""

    def __init__(self, context: Context, found: list[Inspection], parent: QObject) -> None:
        super().__init__(parent)
        self._context = context
        self.found = found

    def put(self, number: int, inspection: Inspection) -> None:
        self.found[number] = inspection
        self.dataChanged.emit(self.index(number), self.index(number))

    def rowCount(self, parent: Index | None = None) -> int:
        return len(self.found)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        one = self.found[index.row()]
        if role == ROW:
            return self._row(one)
        if role == Qt.ItemDataRole.DisplayRole:
            return one.path.name
        if role == Qt.ItemDataRole.ToolTipRole:
            return str(one.path)
        return None

    def _row(self, one: Inspection) -> Row:
        if one.draft is None:
            parts = (Part(self._context.say("import-problem"), "conflict"),)
            return Row(one.path.name, parts, tint="muted")
        named = (Part(encoding_name(self._context, one.encoding)), Part(one.path.name))
        return Row(one.draft.title, named)


class ImportSheet(Sheet):
    """Files on one side, the chosen one on the other; what cannot be imported says why."""

    def __init__(self, window: Window, found: list[Inspection]) -> None:
        context = window.context
        super().__init__(window, context.say("import-title"), context.say("close"), width=960)
        self._context, self._owner = context, window
        self.model = _Files(context, found, self)
        self.view = QListView()
        self.view.setModel(self.model)
        self.view.setItemDelegate(TwoLineDelegate(self.view))
        self.view.setFixedWidth(280)
        self.view.setAccessibleName(context.say("import-files"))
        self.view.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.form = DraftForm(context)
        self.problem = Muted(small=False)
        self.problem.setProperty("role", "conflict")
        self.problem.setContentsMargins(16, 16, 16, 16)
        self.stack = QStackedWidget()
        self.stack.addWidget(self.form)
        self.stack.addWidget(self.problem)
        sides = QHBoxLayout()
        sides.setSpacing(24)
        sides.addWidget(self.view)
        sides.addWidget(self.stack, 1)
        self.box.addLayout(sides)
        self.stack.setMinimumHeight(420)
        self.told = Muted()
        self.button = Button("", primary=True, icon="import")
        self.button.clicked.connect(self.import_all)
        self.set_foot(self.told, None, self.button)
        self.form.edited.connect(self._edited)
        self.form.recoded.connect(self._recoded)
        self.view.selectionModel().currentChanged.connect(lambda now, _: self._show(now.row()))
        self.view.setCurrentIndex(self.model.index(0))
        self._tell()

    def drafts(self) -> list[DocumentDraft]:
        """Return what will be imported."""
        return [one.draft for one in self.model.found if one.draft is not None]

    def _number(self) -> int:
        return self.view.currentIndex().row()

    def _show(self, number: int) -> None:
        one = self.model.found[number]
        self.form.show_file(one)
        self.stack.setCurrentWidget(self.form)
        if one.error is not None:
            self.problem.setText(errors.words_for(one.error, self._context.words))
            # another encoding may still save it: the form offers those the bytes can be read in
            if not one.alternatives:
                self.stack.setCurrentWidget(self.problem)

    def _edited(self) -> None:
        one = self.model.found[self._number()]
        if one.draft is not None:
            self.model.put(self._number(), replace(one, draft=self.form.draft_of(one.draft)))

    def _recoded(self, encoding: str) -> None:
        number = self._number()
        before = self.model.found[number]
        after = text.inspect(before.path, encoding)
        if before.draft is not None and after.draft is not None:
            kept = before.draft  # particulars typed by hand stay; the title only if it was typed
            titled = kept.title != title_of(kept.text)
            after = replace(
                after,
                draft=replace(
                    after.draft,
                    title=kept.title if titled else after.draft.title,
                    outlet=kept.outlet,
                    published=kept.published,
                ),
            )
        self.model.put(number, after)
        self._show(number)
        self._tell()

    def _tell(self) -> None:
        say, ready = self._context.say, len(self.drafts())
        refused = len(self.model.found) - ready
        told = say("import-ready", count=ready)
        if refused:
            told = f"{told} · {say('import-refused', count=refused)}"
        self.told.setText(told)
        self.button.setText(say("import-do", count=ready))
        writes = self._context.session is not None and not self._context.session.read_only
        self.button.setEnabled(bool(ready) and writes)

    def import_all(self) -> None:
        """Import what can be, propose claims and names, and open the first article."""
        drafts = self.drafts()
        made = self._context.do(lambda session: documents.add(session, drafts))
        if not made:
            return
        self.close_sheet()
        self._context.noticed.emit(self._context.say("import-done", count=len(made)), "done")
        self._owner.bridge.suggest(made)
        self._context.go(Target(Place.READ, document=made[0]))
