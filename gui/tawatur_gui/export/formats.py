"""The formats by group, sifted by what is typed; one whose library is missing says so."""

from __future__ import annotations

from PySide6.QtCore import (
    QAbstractListModel,
    QEvent,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
    Signal,
)
from PySide6.QtGui import QGuiApplication, QKeyEvent
from PySide6.QtWidgets import QLineEdit, QListView, QStackedWidget, QVBoxLayout, QWidget

from tawatur_core.arabic.fold import fold_text
from tawatur_core.exporters import catalogue
from tawatur_core.exporters.catalogue import Group
from tawatur_core.exporters.registry import formats
from tawatur_core.plugins import Exporter
from tawatur_gui.context import Context
from tawatur_gui.widgets import (
    ROW,
    AutoLabel,
    Card,
    CardDelegate,
    Empty,
    IconButton,
    Part,
    Row,
    Section,
)
from tawatur_gui.widgets.basic import row

Index = QModelIndex | QPersistentModelIndex


def told(context: Context, exporter: Exporter) -> tuple[str, str]:
    """Return name and use of a format; one of another package may have only its name."""
    code, words = f"format-{exporter.name}", context.words
    return (
        words.say(code) if code in words else exporter.name,
        words.say(f"{code}-what") if f"{code}-what" in words else exporter.suffix,
    )


class _Formats(QAbstractListModel):
    """Headings and formats in one list; headings cannot be chosen."""

    def __init__(self, context: Context, parent: QObject) -> None:
        super().__init__(parent)
        self._context = context
        self.all: list[Exporter] = formats()
        self._missing = {one.name for one in self.all if catalogue.missing(one) is not None}
        self._typed: list[str] = []
        self.rows: list[Group | Exporter] = self._sifted()

    def sift(self, typed: str) -> None:
        """Show the formats that have all the words in their name, use, readers or suffix."""
        self._typed = fold_text(typed).lower().split()
        self.beginResetModel()
        self.rows = self._sifted()
        self.endResetModel()

    def _sifted(self) -> list[Group | Exporter]:
        found: list[Group | Exporter] = []
        for group, held in catalogue.grouped(self.all):
            fitting = [one for one in held if self._fits(one)]
            found += [group, *fitting] if fitting else []
        return found

    def _fits(self, exporter: Exporter) -> bool:
        group = self._context.say(f"format-group-{catalogue.facts(exporter).group}")
        words = (exporter.name, exporter.suffix, catalogue.facts(exporter).readers, group)
        folded = fold_text(" ".join((*words, *told(self._context, exporter)))).lower()
        return all(word in folded for word in self._typed)

    def number_of(self, name: str) -> int:
        """Return the row of a format, -1 when it is not shown."""
        names = [one.name if not isinstance(one, Group) else "" for one in self.rows]
        return names.index(name) if name in names else -1

    def rowCount(self, parent: Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self.rows)

    def flags(self, index: Index) -> Qt.ItemFlag:
        if isinstance(self.rows[index.row()], Group):
            return Qt.ItemFlag.ItemNeverHasChildren
        return super().flags(index)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        one = self.rows[index.row()]
        if isinstance(one, Group):
            name = self._context.say(f"format-group-{one}")
            return Row(name, tint="muted", heading=True) if role == ROW else _said(name, role)
        name, what = told(self._context, one)
        if role == ROW:
            return self._row(one, name, what)
        readers = catalogue.facts(one).readers
        lines = [name, what, self._context.say("export-readers", readers=readers)]
        if one.name in self._missing:
            lines.append(self._context.say("export-missing-short"))
        return name if role == Qt.ItemDataRole.DisplayRole else _said("\n".join(lines), role)

    def _row(self, exporter: Exporter, name: str, what: str) -> Row:
        if exporter.name not in self._missing:
            return Row(name, strong=True, note=what)
        lacking = (Part(self._context.say("export-missing-short"), "claim_line"),)
        return Row(name, lacking, tint="muted", strong=True, note=what)


def _said(words: str, role: int) -> str | None:
    shown = (
        Qt.ItemDataRole.DisplayRole,
        Qt.ItemDataRole.ToolTipRole,
        Qt.ItemDataRole.AccessibleTextRole,
    )
    return words if role in shown else None


class FormatList(QWidget):
    """The list of formats with a box to search it; `chosen` tells the format a person chose."""

    chosen = Signal(object)  # Exporter

    def __init__(self, context: Context) -> None:
        super().__init__()
        self.setProperty("role", "panel")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setMinimumWidth(220)
        self.model = _Formats(context, self)
        self._at: Exporter = next(one for one in self.model.rows if not isinstance(one, Group))
        self.search = QLineEdit()
        self.search.setPlaceholderText(context.say("export-search"))
        self.search.setAccessibleName(context.say("export-search-name"))
        self.search.setClearButtonEnabled(True)
        self.search.installEventFilter(self)
        self.view = QListView()
        self.view.setModel(self.model)
        self.view.setItemDelegate(CardDelegate(self.view))
        self.view.setMouseTracking(True)
        self.view.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.view.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.view.setAccessibleName(context.say("export-format"))
        self._stack = QStackedWidget()
        for page in (self.view, Empty(context.say("export-search-none"))):
            self._stack.addWidget(page)
        head = row(Section(context.say("export-format")))
        head.setContentsMargins(16, 0, 16, 0)
        find = row(self.search)
        find.setContentsMargins(12, 0, 12, 0)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 16, 0, 0)
        box.setSpacing(8)
        box.addLayout(head)
        box.addLayout(find)
        box.addWidget(self._stack, 1)
        self._show_current()
        self.view.selectionModel().currentChanged.connect(self._moved)
        self.search.textChanged.connect(self._sift)

    def current(self) -> Exporter:
        """Return the chosen format; searching does not change it."""
        return self._at

    def choose(self, name: str) -> None:
        """Choose a format by name, whatever is typed. Raises KeyError."""
        if self.model.number_of(name) < 0:
            self.search.clear()
        number = self.model.number_of(name)
        if number < 0:
            raise KeyError(name)
        self.view.setCurrentIndex(self.model.index(number))

    def _moved(self, now: QModelIndex) -> None:
        one = self.model.rows[now.row()] if now.isValid() else self._at
        if isinstance(one, Group) or one is self._at:
            return
        self._at = one
        self.chosen.emit(one)

    def _sift(self, typed: str) -> None:
        self.model.sift(typed)
        self._stack.setCurrentIndex(0 if self.model.rows else 1)
        self._show_current()

    def _show_current(self) -> None:
        number = self.model.number_of(self._at.name)
        if number >= 0:
            self.view.setCurrentIndex(self.model.index(number))
            self.view.scrollTo(self.model.index(number))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Arrow down goes from the box to the list, Enter takes the first that fits."""
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            down = event.key() in (Qt.Key.Key_Down, Qt.Key.Key_Return, Qt.Key.Key_Enter)
            if watched is self.search and down and self.model.rows:
                if self.model.number_of(self._at.name) < 0:
                    self.view.setCurrentIndex(self.model.index(1))
                self.view.setFocus()
                return True
        return super().eventFilter(watched, event)


class LackingCard(Card):
    """Says which library a format needs, and gives the command that installs it, to be copied."""

    def __init__(self, context: Context) -> None:
        super().__init__()
        self._context = context
        self._told = AutoLabel()
        self.command = QLineEdit()
        self.command.setReadOnly(True)
        self.command.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
        self.command.setAccessibleName(context.say("export-missing-command"))
        copy = IconButton("copy", context.say("export-missing-copy"))
        copy.clicked.connect(lambda: QGuiApplication.clipboard().setText(self.command.text()))
        line = row(self.command, copy)
        line.setStretch(0, 1)
        self.box.addWidget(self._told)
        self.box.addLayout(line)
        self.hide()

    def show_for(self, exporter: Exporter) -> None:
        """Show what is missing for a format; nothing when all is there."""
        lacking = catalogue.missing(exporter)
        if lacking is not None:
            self._told.setText(self._context.say("export-missing", library=lacking.library))
            self.command.setText(f'pip install "tawatur[{lacking.extra}]"')
        self.setVisible(lacking is not None)
