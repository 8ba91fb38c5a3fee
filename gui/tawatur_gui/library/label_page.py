"""The page of an import on which labels get their meaning; a mapping is kept and taken by name."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from tawatur_core.errors import TawaturError
from tawatur_core.importers import labels_files
from tawatur_core.importers.labels import LabelMapping, Seen
from tawatur_core.importers.labels_guess import propose
from tawatur_gui.context import Context
from tawatur_gui.library.label_table import LabelTable
from tawatur_gui.widgets import Button, Choice, IconButton, Muted
from tawatur_gui.widgets.basic import row


class LabelPage(QWidget):
    """`changed` tells of every change of the mapping."""

    changed = Signal()

    def __init__(self, context: Context) -> None:
        super().__init__()
        self._context = context
        self._seen = Seen()
        say = context.say
        self.kept = Choice()
        self.kept.setAccessibleName(say("labels-kept"))
        self.kept.setMinimumWidth(220)
        self.forget = IconButton("trash", say("labels-forget"))
        self.name = QLineEdit()
        self.name.setPlaceholderText(say("labels-keep-name"))
        self.name.setAccessibleName(say("labels-keep-name"))
        self.name.setMinimumWidth(220)
        self.keep = Button(say("labels-keep"))
        self.table = LabelTable(context)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(12)
        box.addWidget(Muted(say("labels-note")))
        box.addLayout(row(self.kept, self.forget, None, self.name, self.keep))
        box.addWidget(self.table, 1)
        self.table.labels.remapped.connect(self._remapped)
        self.kept.activated.connect(self._recall)
        self.keep.clicked.connect(self._keep)
        self.name.returnPressed.connect(self._keep)
        self.name.textChanged.connect(self._enable)
        self.forget.clicked.connect(self._forget)

    def put(self, seen: Seen) -> None:
        """Show labels, understood by their names until a person says otherwise."""
        self._seen = seen
        self.table.labels.put(seen, propose(seen))
        self._list("")

    def mapping(self) -> LabelMapping:
        """Return the rules as they are now."""
        return self.table.labels.mapping

    def _list(self, chosen: str) -> None:
        try:
            names = labels_files.kept()
        except (OSError, TawaturError):  # a folder that cannot be read keeps nothing
            names = []
        self.kept.clear()
        self.kept.addItem(self._context.say("labels-proposed"), "")
        for name in names:
            self.kept.addItem(name, name)
        self.kept.setCurrentIndex(max(0, self.kept.findData(chosen)))
        self._enable()

    def _enable(self) -> None:
        self.forget.setEnabled(bool(self.kept.currentData()))
        self.keep.setEnabled(bool(self.name.text().strip()))

    def _remapped(self) -> None:
        self.changed.emit()

    def _recall(self) -> None:
        """Take a mapping that was kept; what it does not speak of is understood by its name."""
        name = str(self.kept.currentData() or "")
        mapping = propose(self._seen)
        if name:
            try:
                mapping = _over(labels_files.recall(name), mapping)
            except TawaturError as failure:
                self._context.fail(failure)
                self._list("")
        self.name.setText(name)
        self.table.labels.use(mapping)
        self._enable()
        self.changed.emit()

    def _keep(self) -> None:
        name = self.name.text().strip()
        if not name:
            return
        try:
            labels_files.keep(self.mapping(), name)
        except TawaturError as failure:
            self._context.fail(failure)
            return
        self._list(name)
        self._context.noticed.emit(self._context.say("labels-kept-as", name=name), "done")

    def _forget(self) -> None:
        try:
            labels_files.forget(str(self.kept.currentData()))
        except TawaturError as failure:
            self._context.fail(failure)
        self._list("")


def _over(kept: LabelMapping, proposed: LabelMapping) -> LabelMapping:
    """Return the rules of `kept`, and those of `proposed` for what it says nothing of."""
    made = proposed
    for rule in kept.rules:
        made = made.with_rule(rule)
    for feature in kept.features:
        made = made.with_feature(feature)
    for link in kept.links:
        made = made.with_link(link)
    return made
