"""The page of an import on which what the project holds otherwise is seen and decided."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from PySide6.QtCore import (
    QAbstractListModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
)
from PySide6.QtWidgets import (
    QFrame,
    QGridLayout,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from tawatur_core import told
from tawatur_core.edit.differences import Difference
from tawatur_gui.context import Context
from tawatur_gui.library.deciding import DecidingPage, SideList
from tawatur_gui.widgets import (
    ROW,
    AutoLabel,
    Heading,
    Muted,
    Part,
    Row,
    Section,
)

Index = QModelIndex | QPersistentModelIndex
_OURS, _THEIRS = range(2)
_CODES = ("differences-ours", "differences-theirs")


class DifferenceModel(QAbstractListModel):
    """The records that differ, each with whose version is kept. Ours, where nothing was said."""

    def __init__(self, context: Context, parent: QObject | None) -> None:
        super().__init__(parent)
        self._context = context
        self.differences: Sequence[Difference] = ()
        self._taken: set[str] = set()

    def put(self, differences: Sequence[Difference]) -> None:
        """Show differences; what was decided for the same record before stays decided."""
        self.beginResetModel()
        self.differences = differences
        self.endResetModel()

    def theirs(self) -> frozenset[str]:
        """Return the ids of the records whose version in the file is taken."""
        return frozenset(one.id for one in self.differences if one.id in self._taken)

    def takes(self, number: int) -> bool:
        """Whether the file's version of a row is taken."""
        return self.differences[number].id in self._taken

    def decide(self, numbers: Sequence[int], *, theirs: bool) -> None:
        """Decide for rows."""
        ids = {self.differences[number].id for number in numbers}
        self._taken = self._taken | ids if theirs else self._taken - ids
        if numbers:
            self.dataChanged.emit(self.index(min(numbers)), self.index(max(numbers)))

    def rowCount(self, parent: Index | None = None) -> int:
        """Return the number of differences."""
        return 0 if parent is not None and parent.isValid() else len(self.differences)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Return what a row shows."""
        one, words = self.differences[index.row()], self._context.words
        title, kind = told.title(one.there, words), told.kind(one, words)
        takes = self.takes(index.row())
        decided = words.say(codes(one)[_THEIRS if takes else _OURS])
        if role == ROW:
            return Row(title, (Part(kind), Part(decided, "accent" if takes else "muted")))
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole):
            return title
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return f"{kind} {title} · {decided}"
        return None


def codes(difference: Difference) -> tuple[str, str]:
    """Return the message ids of what can be decided."""
    if difference.here is None:
        return "differences-stay", "differences-back"
    return _CODES


class DifferencePage(DecidingPage):
    """Differences on one side, both versions beside each other."""

    def __init__(self, context: Context) -> None:
        self.model = DifferenceModel(context, None)
        view = SideList(self.model, context.say("differences-title"))
        super().__init__(context, view, "differences", _CODES)
        self.model.setParent(self)
        self._names: Mapping[str, str] = {}
        self.name, self.where = Heading(lines=2), Muted(lines=1)
        self.versions = QScrollArea()
        self.versions.setWidgetResizable(True)
        self.versions.setFrameShape(QFrame.Shape.NoFrame)
        self.versions.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        right = QVBoxLayout()
        for part in (self.name, self.where):
            right.addWidget(part)
        right.addLayout(self._line)
        right.addWidget(self.versions, 1)
        self.lay_out(context.say("differences-note"), right)

    def put(self, differences: Sequence[Difference], names: Mapping[str, str]) -> None:
        """Show differences; `names` are those of what they refer to."""
        at = self.view.currentIndex().row()
        self._names = names
        self.model.put(differences)
        self.stay_at(at)

    def settle(self, numbers: Sequence[int], side: int) -> None:
        """Store whose version of records is taken."""
        self.model.decide(numbers, theirs=side == _THEIRS)

    def side_of(self, number: int) -> int:
        """Return whose version of a record is taken."""
        return _THEIRS if self.model.takes(number) else _OURS

    def show_row(self, number: int) -> None:
        """Show both versions of a record."""
        if not 0 <= number < self.model.rowCount():
            return
        one, words = self.model.differences[number], self._context.words
        for side, code in enumerate(codes(one)):
            self.choices.button(side).setText(words.say(code))
        self._check(number)
        self.name.setText(told.title(one.there, words))
        document = one.document.title if one.document is not None else ""
        self.where.setText(" · ".join(filter(None, [told.kind(one, words), document])))
        self.versions.setWidget(self._beside(told.rows(one, words, self._names)))

    def _beside(self, rows: Sequence[told.Row]) -> QWidget:
        """Return both versions of the fields that differ, beside each other."""
        say = self._context.say
        inner = QWidget()
        grid = QGridLayout(inner)
        grid.setContentsMargins(0, 8, 0, 8)
        grid.setHorizontalSpacing(24)
        grid.setVerticalSpacing(4)
        for column in (0, 1):
            grid.setColumnStretch(column, 1)
        if not rows:
            grid.addWidget(AutoLabel(say("differences-removed")), 0, 0, 1, 2)
        else:
            grid.addWidget(Section(say("differences-here")), 0, 0)
            grid.addWidget(Section(say("differences-there")), 0, 1)
        for number, row in enumerate(rows):
            place = 1 + 2 * number
            grid.addWidget(Muted(row.field, lines=1), place, 0, 1, 2)
            for column, value in enumerate((row.here, row.there)):
                shown = AutoLabel(value)
                shown.setAccessibleDescription(row.field)
                grid.addWidget(shown, place + 1, column, Qt.AlignmentFlag.AlignTop)
        grid.setRowStretch(2 * len(rows) + 2, 1)
        return inner
