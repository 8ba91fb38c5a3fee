"""A page of an import on which rows of a list are decided one by one, or all alike."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import QAbstractItemModel, Qt, Signal
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QListView, QVBoxLayout, QWidget

from tawatur_gui.actions import Command, bind
from tawatur_gui.context import Context
from tawatur_gui.widgets import Button, Muted, TwoLineDelegate


class SideList(QListView):
    """The list on one side of a page of an import, of rows of one height."""

    def __init__(self, model: QAbstractItemModel, name: str, width: int = 300) -> None:
        super().__init__()
        self.setModel(model)
        self.setItemDelegate(TwoLineDelegate(self))
        self.setFixedWidth(width)
        self.setAccessibleName(name)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setUniformItemSizes(True)


class DecidingPage(QWidget):
    """A list of what is to be decided, the row looked at beside it. `decided` tells of a decision.

    `name` begins the ids of its messages; `codes` are those of the choices, with the keys 1, 2 …
    """

    decided = Signal()

    def __init__(self, context: Context, view: SideList, name: str, codes: Sequence[str]) -> None:
        super().__init__()
        self._context = context
        self.view = view
        self.choices = QButtonGroup(self)
        self._line, self._for_all = QHBoxLayout(), QHBoxLayout()
        say = context.say
        self._for_all.addWidget(Muted(say(f"{name}-all"), lines=1))
        keys: list[Command] = []
        for number, code in enumerate(codes):
            key, all_of = str(number + 1), say(f"{name}-all-name", what=say(code))
            one = Button(say(code), key=key)
            one.setCheckable(True)
            self.choices.addButton(one, number)
            self._line.addWidget(one)
            keys.append(Command(code, (key,), partial(self.choose, number)))
            one.clicked.connect(partial(self._clicked, number))
            every = Button(say(code), kind="link")
            every.setAccessibleName(all_of)
            every.clicked.connect(partial(self._all_clicked, number))
            self._for_all.addWidget(every)
        bind(self, keys)
        for across in (self._line, self._for_all):
            across.setSpacing(8)
            across.addStretch(1)
        view.selectionModel().currentChanged.connect(lambda now, _: self.show_row(now.row()))

    def lay_out(self, note: str, right: QVBoxLayout) -> None:
        """Set the page: what it is for, the choices for all, the list and the row beside it."""
        right.setSpacing(8)
        sides = QHBoxLayout()
        sides.setSpacing(24)
        sides.addWidget(self.view)
        sides.addLayout(right, 1)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(12)
        box.addWidget(Muted(note))
        box.addLayout(self._for_all)
        box.addLayout(sides, 1)

    def choose(self, side: int) -> None:
        """Decide for the row that is shown, and go on to the next."""
        number, rows = self.view.currentIndex().row(), self.view.model().rowCount()
        if not 0 <= number < rows:
            return
        self.settle([number], side)
        if number + 1 < rows:
            self.view.setCurrentIndex(self.view.model().index(number + 1, 0))
        else:
            self._check(number)
        self.decided.emit()

    def choose_for_all(self, side: int) -> None:
        """Decide for every row."""
        self.settle(range(self.view.model().rowCount()), side)
        self._check(self.view.currentIndex().row())
        self.decided.emit()

    def settle(self, numbers: Sequence[int], side: int) -> None:
        """Store a choice for rows."""
        raise NotImplementedError

    def side_of(self, number: int) -> int:
        """Return the number of the choice that stands for a row."""
        raise NotImplementedError

    def show_row(self, number: int) -> None:
        """Show a row beside the list; no row has the number -1."""
        raise NotImplementedError

    def stay_at(self, at: int) -> None:
        """Look at the row of that number again, or at the last one."""
        rows = self.view.model().rowCount()
        if rows:
            self.view.setCurrentIndex(self.view.model().index(min(max(0, at), rows - 1), 0))

    def _check(self, number: int) -> None:
        self.choices.button(self.side_of(number)).setChecked(True)

    def _clicked(self, side: int, _checked: object) -> None:
        self.choose(side)

    def _all_clicked(self, side: int, _checked: object) -> None:
        self.choose_for_all(side)
