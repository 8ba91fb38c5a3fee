"""The formats, and what the chosen one cannot hold."""

from __future__ import annotations

from PySide6.QtCore import (
    QAbstractListModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
    Signal,
)
from PySide6.QtWidgets import QListView, QVBoxLayout, QWidget

from tawatur_core.exporters.registry import formats
from tawatur_core.plugins import Exporter
from tawatur_gui.context import Context
from tawatur_gui.widgets import ROW, AutoLabel, Card, CardDelegate, Muted, Row, Section
from tawatur_gui.widgets.basic import clear

Index = QModelIndex | QPersistentModelIndex


class _Formats(QAbstractListModel):
    def __init__(self, context: Context, parent: QObject) -> None:
        super().__init__(parent)
        self._context = context
        self.all: list[Exporter] = formats()

    def rowCount(self, parent: Index | None = None) -> int:
        return len(self.all)

    def _told(self, number: int) -> tuple[str, str]:
        """Return name and use; a format of another package has only its name."""
        name, words = self.all[number].name, self._context.words
        code, what = f"format-{name}", f"format-{name}-what"
        return (
            words.say(code) if code in words else name,
            words.say(what) if what in words else self.all[number].suffix,
        )

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        name, what = self._told(index.row())
        if role == ROW:
            return Row(name, strong=True, note=what)
        if role == Qt.ItemDataRole.DisplayRole:
            return name
        if role in (Qt.ItemDataRole.ToolTipRole, Qt.ItemDataRole.AccessibleTextRole):
            return f"{name}\n{what}"
        return None


class FormatList(QWidget):
    """The list of formats. `losses` is a card to be put where there is room."""

    chosen = Signal(object)  # Exporter

    def __init__(self, context: Context) -> None:
        super().__init__()
        self._context = context
        self.setProperty("role", "panel")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setMinimumWidth(200)
        self.losses = Card()
        self.model = _Formats(context, self)
        self.view = QListView()
        self.view.setModel(self.model)
        self.view.setItemDelegate(CardDelegate(self.view))
        self.view.setMouseTracking(True)
        self.view.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.view.setAccessibleName(context.say("export-format"))
        head = Section(context.say("export-format"))
        head.setContentsMargins(16, 0, 16, 0)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 16, 0, 0)
        box.setSpacing(8)
        box.addWidget(head)
        box.addWidget(self.view, 1)
        self.view.setCurrentIndex(self.model.index(0))
        self.view.selectionModel().currentChanged.connect(self._tell)
        self._show_losses()

    def current(self) -> Exporter:
        """Return the chosen format."""
        return self.model.all[max(0, self.view.currentIndex().row())]

    def choose(self, name: str) -> None:
        """Choose a format by name."""
        names = [exporter.name for exporter in self.model.all]
        self.view.setCurrentIndex(self.model.index(names.index(name)))

    def _tell(self) -> None:
        self._show_losses()
        self.chosen.emit(self.current())

    def _show_losses(self) -> None:
        say, exporter = self._context.say, self.current()
        clear(self.losses.box)
        if not exporter.losses:
            self.losses.box.addWidget(Muted(say("export-loses-nothing"), small=False))
            return
        self.losses.box.addWidget(Section(say("export-loses")))
        for loss in exporter.losses:
            self.losses.box.addWidget(AutoLabel(f"–  {say(loss.code)}"))
