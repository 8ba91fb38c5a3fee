"""The labels of annotated files, how often each stands there and what it becomes."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, Signal

from tawatur_core.importers.labels import (
    LabelMapping,
    Lookup,
    Seen,
    SeenFeature,
    SeenLabel,
    SeenLink,
)
from tawatur_gui.context import Context
from tawatur_gui.library.choosing import ChoiceModel, ChoiceTable
from tawatur_gui.library.meanings import (
    OneRule,
    SeenOne,
    meanings,
    number_of,
    rule_of,
    told,
    with_rule,
)

Index = QModelIndex | QPersistentModelIndex
NAME, COUNT, EXAMPLES, BECOMES = range(4)


class LabelModel(ChoiceModel):
    """One row for each label, feature and relation. `remapped` tells of a choice."""

    heads = ("labels-name", "labels-count", "labels-examples", "labels-becomes")
    remapped = Signal()

    def __init__(self, context: Context) -> None:
        super().__init__(context)
        self.rows: list[SeenOne] = []
        self.mapping = LabelMapping()
        self._rules: list[OneRule] = []

    def put(self, seen: Seen, mapping: LabelMapping) -> None:
        """Show what was seen, understood by a mapping."""
        self.beginResetModel()
        self.rows = [*seen.labels, *seen.features, *seen.links]
        self._take(mapping)
        self.endResetModel()

    def use(self, mapping: LabelMapping) -> None:
        """Understand the same by another mapping."""
        self._take(mapping)
        self.all_changed()

    def _take(self, mapping: LabelMapping) -> None:
        self.mapping = mapping
        lookup = Lookup(mapping)
        self._rules = [rule_of(row, lookup) for row in self.rows]

    def rule(self, number: int) -> OneRule:
        """Return the rule of a row."""
        return self._rules[number]

    def rowCount(self, parent: Index | None = None) -> int:
        """Return the number of rows."""
        return 0 if parent is not None and parent.isValid() else len(self.rows)

    def choices(self, number: int) -> Sequence[str]:
        """Return what a row can become."""
        return [one.words for one in meanings(self._rules[number], self._context.words)]

    def chosen(self, number: int) -> int:
        """Return which of its choices a row is."""
        rule = self._rules[number]
        return number_of(rule, meanings(rule, self._context.words))

    def choose(self, numbers: Sequence[int], words: str) -> None:
        """Let rows become a choice; a row that does not have it stays as it is."""
        mapping = self.mapping
        for number in numbers:
            offered = meanings(self._rules[number], self._context.words)
            wanted = next((one.rule for one in offered if one.words == words), None)
            if wanted is not None:
                mapping = with_rule(mapping, wanted)
        self._take(mapping)
        self.all_changed()
        self.remapped.emit()

    def cell(self, number: int, column: int) -> str:
        """Return a cell; examples are set apart from each other and from the words around."""
        row = self.rows[number]
        match column:
            case 0:
                return self._name(row)
            case 1:
                return str(row.count)
            case 2:
                return " · ".join(f"\u2068{one}\u2069" for one in _examples(row))
            case _:
                return told(self._rules[number], self._context.words)

    def _name(self, row: SeenOne) -> str:
        say = self._context.say
        match row:
            case SeenLabel(layer, label):
                inside = f"\u2068{layer}\u2069 · " if layer and label else ""
                return f"{inside}\u2068{label or layer}\u2069"
            case SeenFeature(layer, feature):
                return say("labels-feature", layer=layer, feature=feature)
            case SeenLink(label):
                return say("labels-link", label=label)


def _examples(row: SeenOne) -> list[str]:
    if isinstance(row, SeenLink):
        return [f"{source} → {target}" for source, target in row.between]
    return list(row.examples)


class LabelTable(ChoiceTable):
    """The table of labels; `labels` is its model."""

    def __init__(self, context: Context) -> None:
        self.labels = LabelModel(context)
        super().__init__(self.labels, context.say("labels-title"), (240, 72, 0, 220))
