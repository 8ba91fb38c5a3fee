"""The files of an import: all on one side, the chosen one with what it will become on the other."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QWidget

from tawatur_core.edit.authority import Outcome
from tawatur_core.gathering import Found
from tawatur_core.importers.inspection import Inspection
from tawatur_core.model import EntityId
from tawatur_gui.context import Context
from tawatur_gui.library.annotated import AnnotatedPane, RefusedPane
from tawatur_gui.library.column_page import TableFile
from tawatur_gui.library.deciding import SideList
from tawatur_gui.library.draft import DraftForm
from tawatur_gui.library.entity_table import EntityPane
from tawatur_gui.library.found import FoundModel
from tawatur_gui.library.reckoning import Reckoned


class FilesPage(QWidget):
    """`tables` are those whose columns can be chosen, `decisions` those on lists of entities."""

    recoded = Signal(str)  # the encoding chosen by hand for the file that is shown
    columns_wanted = Signal()
    labels_wanted = Signal()
    decided = Signal()

    def __init__(self, context: Context, tables: dict[Path, TableFile]) -> None:
        super().__init__()
        self._tables = tables
        self.reckoned: Reckoned | None = None
        self.decisions: dict[Path, dict[int, Outcome | EntityId]] = {}
        self.model = FoundModel(context, self)
        self.form, self.annotated = DraftForm(context), AnnotatedPane(context)
        self.entities, self.problem = EntityPane(context), RefusedPane(context)
        self.stack = QStackedWidget()
        for part in (self.form, self.annotated, self.entities, self.problem):
            self.stack.addWidget(part)
        self.view = SideList(self.model, context.say("import-files"))
        self.view.selectionModel().currentChanged.connect(lambda now, _: self.show_row(now.row()))
        sides = QHBoxLayout(self)
        sides.setContentsMargins(0, 0, 0, 0)
        sides.setSpacing(24)
        sides.addWidget(self.view)
        sides.addWidget(self.stack, 1)
        self.form.edited.connect(self._edited)
        self.form.recoded.connect(self.recoded)
        self.form.columns_wanted.connect(self.columns_wanted)
        self.problem.columns_wanted.connect(self.columns_wanted)
        self.entities.articles_wanted.connect(self.columns_wanted)
        self.entities.decided.connect(self.decided)
        self.annotated.labels_wanted.connect(self.labels_wanted)

    def number(self) -> int:
        """Return the row that is shown."""
        return self.view.currentIndex().row()

    def current(self) -> Found | None:
        """Return what is shown."""
        found, number = self.model.found, self.number()
        return found[number] if 0 <= number < len(found) else None

    def choose(self, number: int) -> None:
        """Show a row, the last one if there are fewer."""
        last = len(self.model.found) - 1
        self.view.setCurrentIndex(self.model.index(min(max(number, 0), last)))

    def put(self, article: Inspection) -> None:
        """Put an article in place of the one that is shown."""
        number = self.number()
        self.model.put(number, replace(self.model.found[number], article=article))

    def reckon(self, reckoned: Reckoned | None) -> None:
        """Take what lists of entities come to."""
        self.reckoned = reckoned
        if reckoned is not None:
            self.show_row(self.number())

    def show_row(self, number: int) -> None:
        """Show what a row is: an article, annotated documents, entities, or why it is refused."""
        if not 0 <= number < len(self.model.found):
            return
        one = self.model.found[number]
        table = one.path in self._tables
        if one.incoming is not None:
            self.annotated.show_file(one)
            self.stack.setCurrentWidget(self.annotated)
        elif one.listed is not None:
            self._show_list(one, table=table)
        elif one.article is None or (one.refused is not None and not one.article.alternatives):
            self.problem.show_refusal(one, table=table)
            self.stack.setCurrentWidget(self.problem)
        else:  # another encoding may still save it: the form offers those the bytes fit
            self.form.show_file(one.article, table=table)
            self.stack.setCurrentWidget(self.form)

    def _show_list(self, one: Found, *, table: bool) -> None:
        reckoned = self.reckoned
        self.entities.show_file(
            one,
            reckoned.lists.get(one.path) if reckoned is not None else None,
            reckoned.names if reckoned is not None else {},
            self.decisions.setdefault(one.path, {}),
            table=table,
        )
        self.stack.setCurrentWidget(self.entities)

    def _edited(self) -> None:
        one = self.current()
        if one is not None and one.article is not None and one.article.draft is not None:
            self.put(self.form.edited_of(one.article))
