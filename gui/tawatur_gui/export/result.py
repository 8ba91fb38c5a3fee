"""The card that tells what an export did: what was written and proven, and what was lost."""

from __future__ import annotations

from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices

from tawatur_core.exchange import Exported
from tawatur_gui.context import Context
from tawatur_gui.export.losses import LossList
from tawatur_gui.widgets import AutoLabel, Button, Card, Section
from tawatur_gui.widgets.basic import row


class ResultCard(Card):
    """Hidden until an export is done."""

    def __init__(self, context: Context) -> None:
        super().__init__()
        self._context = context
        self._done: Exported | None = None
        self.told = AutoLabel()
        self._head = Section(context.say("export-lost"))
        self.lost = LossList(context)
        folder = Button(context.say("export-folder"), icon="folder")
        self._file = Button(context.say("export-file"), icon="file")
        folder.clicked.connect(lambda: self._open(folder=True))
        self._file.clicked.connect(lambda: self._open(folder=False))
        for part in (self.told, self._head, self.lost):
            self.box.addWidget(part)
        self.box.addLayout(row(folder, self._file, None))
        self.hide()

    def show_done(self, done: Exported) -> None:
        """Tell of an export."""
        say = self._context.say
        self._done = done
        self.told.setText(say("export-done", documents=done.documents, spans=done.spans))
        felt = any(one.count != 0 for one in done.lost)
        self._head.setText(say("export-lost" if felt else "export-lost-nothing"))
        self.lost.put(done.lost, counted=True)
        self._file.setVisible(not done.destination.is_dir())
        self.setAccessibleName(self.told.text())
        self.show()

    def forget(self) -> None:
        """Tell of nothing."""
        self._done = None
        self.hide()

    def _open(self, *, folder: bool) -> None:
        if self._done is not None:
            path = self._done.destination
            shown = path.parent if folder and not path.is_dir() else path
            QDesktopServices.openUrl(QUrl.fromLocalFile(str(shown)))
