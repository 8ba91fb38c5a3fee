"""A list of entities before its import: what each entry becomes in the project."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from tawatur_core.edit.authority import Outcome, PreparedList
from tawatur_core.gathering import Found
from tawatur_core.importers.entities_listed import ListedEntity
from tawatur_core.model import EntityId
from tawatur_gui import errors
from tawatur_gui.context import Context
from tawatur_gui.library.choosing import ChoiceModel, ChoiceTable
from tawatur_gui.library.findings import FindingList
from tawatur_gui.widgets import AutoLabel, Button, Heading, Muted
from tawatur_gui.widgets.basic import row

Index = QModelIndex | QPersistentModelIndex
_ORDER = (Outcome.LOOK, Outcome.MERGE, Outcome.NEW, Outcome.SAME)  # what to look at stands first


class EntityModel(ChoiceModel):
    """One row for each entry, those to be looked at first."""

    heads = ("entries-name", "entries-more", "entries-like", "entries-becomes")
    decided = Signal()

    def __init__(self, context: Context) -> None:
        super().__init__(context)
        self._prepared: PreparedList | None = None
        self._names: Mapping[EntityId, str] = {}
        self._order: list[int] = []
        self.decisions: dict[int, Outcome | EntityId] = {}

    def put(
        self,
        prepared: PreparedList,
        names: Mapping[EntityId, str],
        decisions: dict[int, Outcome | EntityId],
    ) -> None:
        """Show a list; `names` are those of the project's entities."""
        self.beginResetModel()
        self._prepared, self._names, self.decisions = prepared, names, decisions
        rank = {outcome: n for n, outcome in enumerate(_ORDER)}
        entries = prepared.entries
        self._order = sorted(range(len(entries)), key=lambda n: rank[entries[n].outcome])
        self.endResetModel()

    def rowCount(self, parent: Index | None = None) -> int:
        """Return the number of rows."""
        return 0 if parent is not None and parent.isValid() else len(self._order)

    def _offered(self, number: int) -> list[Outcome | EntityId]:
        """Return what an entry can become; what may be one of the project's can be told to be."""
        assert self._prepared is not None
        one = self._prepared.entries[self._order[number]]
        if one.outcome is Outcome.SAME:
            return [Outcome.SAME, Outcome.NEW]
        first: list[Outcome | EntityId] = [one.outcome]
        if one.outcome is Outcome.LOOK and one.entity is not None:
            first.append(one.entity)
        if one.outcome is Outcome.MERGE:
            first.append(Outcome.NEW)
        return [*first, Outcome.SKIP]

    def _words(self, number: int, chosen: Outcome | EntityId) -> str:
        if isinstance(chosen, Outcome):
            return self._context.say(f"entries-{chosen.value}")
        return self._context.say("entries-merge")

    def choices(self, number: int) -> Sequence[str]:
        """Return what a row can become."""
        return [self._words(number, one) for one in self._offered(number)]

    def chosen(self, number: int) -> int:
        """Return which of its choices a row is."""
        offered = self._offered(number)
        decided = self.decisions.get(self._order[number], offered[0])
        return offered.index(decided) if decided in offered else 0

    def choose(self, numbers: Sequence[int], words: str) -> None:
        """Let rows become a choice; a row that does not have it stays as it is."""
        for number in numbers:
            offered = self._offered(number)
            named = [self._words(number, one) for one in offered]
            if words in named:
                self.decisions[self._order[number]] = offered[named.index(words)]
        self.all_changed()
        self.decided.emit()

    def cell(self, number: int, column: int) -> str:
        """Return a cell."""
        assert self._prepared is not None
        one = self._prepared.entries[self._order[number]]
        match column:
            case 0:
                return one.entry.name
            case 1:
                return _more(one.entry)
            case 2:
                return self._names.get(one.entity, "") if one.entity else ""
            case _:
                return self.choices(number)[self.chosen(number)]


def _more(entry: ListedEntity) -> str:
    told = [entry.name_latin, *entry.aliases]
    told += [f"{one.scheme}:{one.value}" for one in entry.external_ids]
    return " · ".join(f"\u2068{one}\u2069" for one in told if one)


class EntityPane(QWidget):
    """What a list holds. `articles_wanted`: its rows are articles after all."""

    articles_wanted = Signal()
    decided = Signal()

    def __init__(self, context: Context) -> None:
        super().__init__()
        self._context = context
        self._at: Path | None = None
        self.name = Heading(lines=1)
        self.format = Muted(lines=1)
        self.counts = AutoLabel()
        self.model = EntityModel(context)
        self.table = ChoiceTable(self.model, context.say("entries-title"), (160, 0, 150, 150))
        self.articles = Button(context.say("entries-are-articles"))
        self.articles.clicked.connect(self.articles_wanted)
        self.findings = FindingList(context)
        self.model.decided.connect(self.decided)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(8)
        for part in (self.name, self.format, self.counts):
            box.addWidget(part)
        box.addWidget(self.table, 1)
        box.addLayout(row(self.articles, None))
        box.addWidget(self.findings)

    def show_file(
        self,
        one: Found,
        prepared: PreparedList | None,
        names: Mapping[EntityId, str],
        decisions: dict[int, Outcome | EntityId],
        *,
        table: bool,
    ) -> None:
        """Show a list; until it is matched with the project only its size is known."""
        say = self._context.say
        self.name.setText(one.path.name)
        self.format.setText(say(f"entities-{one.format}"))
        self.articles.setVisible(table)
        if one.listed is None:
            return
        self.findings.put([errors.finding(f, self._context.words) for f in one.listed.findings])
        if prepared is None:
            self.counts.setText(say("entries-matching", count=len(one.listed.entities)))
            return
        told = [
            say(f"entries-count-{outcome.value}", count=prepared.count(outcome))
            for outcome in (Outcome.NEW, Outcome.MERGE, Outcome.SAME, Outcome.LOOK)
            if prepared.count(outcome)
        ]
        self.counts.setText(" · ".join(told))
        self.model.put(prepared, names, decisions)
