"""Where the export goes: a file, a folder or a zip file; what stands there is asked about."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QButtonGroup, QLineEdit, QRadioButton, QWidget

from tawatur_core.exporters import placing
from tawatur_core.exporters.catalogue import several_files
from tawatur_core.plugins import Exporter
from tawatur_gui import file_dialogs
from tawatur_gui.context import Context
from tawatur_gui.widgets import AutoLabel, Button, Card, Muted, Section
from tawatur_gui.widgets.basic import column, row


class DestinationField(QWidget):
    """The path, and for formats of several files whether they are a folder or one zip file."""

    changed = Signal()

    def __init__(self, context: Context) -> None:
        super().__init__()
        self._context = context
        self._exporter: Exporter | None = None
        say = context.say
        self.path = QLineEdit()
        self.path.setAccessibleName(say("export-destination"))
        self.path.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
        self.browse_button = Button(say("browse"))
        self.zipped = QRadioButton(say("export-as-zip"))
        self.folder = QRadioButton(say("export-as-folder"))
        self.zipped.setChecked(True)
        self._kinds = QButtonGroup(self)
        for kind in (self.zipped, self.folder):
            self._kinds.addButton(kind)
        self._choice = QWidget()
        self._choice.setLayout(row(self.zipped, self.folder, None, spacing=16))
        self.note = Muted()
        where = row(self.path, self.browse_button)
        where.setStretch(0, 1)
        self.setLayout(
            column(Section(say("export-destination")), self._choice, where, self.note, spacing=8)
        )
        self.path.textChanged.connect(self._tell)
        self.zipped.toggled.connect(self._pack)
        self.browse_button.clicked.connect(self.browse)

    def put(self, exporter: Exporter) -> None:
        """Propose a place for a format, in the folder chosen before."""
        session = self._context.session
        self._exporter = exporter
        self._choice.setVisible(several_files(exporter))
        if session is None:
            return
        before = self.chosen()
        folder = before.parent if before is not None else session.path.parent
        self._show(folder / f"{session.path.stem}{self._suffix()}")

    def _suffix(self) -> str:
        if self._exporter is None:
            return ""
        if not several_files(self._exporter):
            return self._exporter.suffix
        packed = ".zip" if self.zipped.isChecked() else ""
        return f"-{self._exporter.name}{packed}"  # such exports would all have one name

    def _pack(self) -> None:
        if self._exporter is not None and several_files(self._exporter):
            self.put(self._exporter)

    def _show(self, path: Path) -> None:
        self.path.setText(str(path))
        self.path.setCursorPosition(0)

    def chosen(self) -> Path | None:
        """Return the path, None when nothing is written in the field."""
        typed = self.path.text().strip()
        return Path(typed).expanduser() if typed else None

    def browse(self) -> None:
        """Let the person choose; what stands there is asked about on the page, not twice."""
        words = self._context.say("ask-export")
        proposed = self.chosen() or Path.home()
        asked = file_dialogs.ask_place(self, words, proposed, confirm=False)
        if asked is not None:
            self.path.setText(str(asked))

    def _tell(self) -> None:
        self.refresh()
        self.changed.emit()

    def refresh(self) -> None:
        """Say what keeps an export from the place now."""
        path = self.chosen()
        full = self._full()
        missing = path is not None and not full and not path.parent.is_dir()
        if full is not None:
            self.note.setText(self._context.say("export-full-folder", folder=str(full)))
        elif missing and path is not None:
            self.note.setText(self._context.say("export-no-folder", folder=str(path.parent)))
        self.note.setVisible(full is not None or missing)

    def _full(self) -> Path | None:
        """Return a folder that is somebody's, and never replaced."""
        path = self.chosen()
        if path is None or self._exporter is None:
            return None
        try:
            return placing.blocked(self._exporter, path)
        except OSError:  # a folder that may not be looked into: writing will say why
            return None

    def in_the_way(self) -> list[Path]:
        """Return the files and folders of an older export that this one would replace."""
        path = self.chosen()
        if path is None or self._exporter is None:
            return []
        try:
            return placing.in_the_way(self._exporter, path)
        except OSError:  # writing will say why
            return []

    def usable(self) -> bool:
        """Whether something could be written there."""
        return self.chosen() is not None and self._full() is None


class ReplaceCard(Card):
    """Asks before an older file is replaced; the rest of the window stays as it is."""

    agreed = Signal()

    def __init__(self, context: Context) -> None:
        super().__init__(variant="chosen")
        self._context = context
        self.told = AutoLabel()
        self.replace = Button(context.say("export-replace"), primary=True)
        self.leave = Button(context.say("export-replace-no"))
        self.box.addWidget(self.told)
        self.box.addLayout(row(self.replace, self.leave, None))
        self.replace.clicked.connect(self._agree)
        self.leave.clicked.connect(self.hide)
        self.hide()

    def ask(self, standing: Sequence[Path]) -> None:
        """Ask about what is there."""
        names = [path.name for path in standing]
        words = self._context.say("export-replace-ask", count=len(names), file=", ".join(names))
        self.told.setText(words)
        self.setAccessibleName(self.told.text())
        self.show()
        self.replace.setFocus()

    def _agree(self) -> None:
        self.hide()
        self.agreed.emit()
