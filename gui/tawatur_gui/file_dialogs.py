"""Dialogs for files and folders: the system's own where it has them, else Qt's.

In Qt's own the place and the name are paths, which run from the left in any language.
"""

from __future__ import annotations

import re
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox, QFileDialog, QLineEdit, QWidget


def ask_files(parent: QWidget | None, title: str, folder: Path, names: str) -> list[Path]:
    """Let the person choose files that are there; none where they do not."""
    dialog = QFileDialog(parent, title, str(folder), names)
    dialog.setFileMode(QFileDialog.FileMode.ExistingFiles)
    return _asked(dialog)


def ask_file(parent: QWidget | None, title: str, folder: Path, names: str) -> Path | None:
    """Let the person choose a file that is there."""
    dialog = QFileDialog(parent, title, str(folder), names)
    dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
    return next(iter(_asked(dialog)), None)


def ask_folder(parent: QWidget | None, title: str, folder: Path) -> Path | None:
    """Let the person choose a folder."""
    dialog = QFileDialog(parent, title, str(folder))
    dialog.setFileMode(QFileDialog.FileMode.Directory)
    dialog.setOption(QFileDialog.Option.ShowDirsOnly)
    return next(iter(_asked(dialog)), None)


def ask_place(
    parent: QWidget | None, title: str, proposed: Path, names: str = "", *, confirm: bool = True
) -> Path | None:
    """Let the person say where to write; a name without an ending gets that of the filter chosen.

    With `confirm` the dialog asks before an older file is chosen.
    """
    dialog = QFileDialog(parent, title, str(proposed.parent), names)
    dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
    dialog.setFileMode(QFileDialog.FileMode.AnyFile)
    dialog.setOption(QFileDialog.Option.DontConfirmOverwrite, not confirm)
    dialog.filterSelected.connect(lambda chosen: dialog.setDefaultSuffix(ending(chosen)))
    dialog.setDefaultSuffix(ending(names))
    dialog.selectFile(proposed.name)
    return next(iter(_asked(dialog)), None)


def ending(names: str) -> str:
    """Return the first ending of a filter, as 'png' of 'PNG (*.png)'; '' where it takes all."""
    found = re.search(r"\*\.(\w+)", names)
    return found[1] if found else ""


def _asked(dialog: QFileDialog) -> list[Path]:
    for kind, name in ((QComboBox, "lookInCombo"), (QLineEdit, "fileNameEdit")):
        part = dialog.findChild(kind, name)
        if isinstance(part, QWidget):  # the system's own dialog has no such parts
            part.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
    accepted = dialog.exec() == QFileDialog.DialogCode.Accepted
    dialog.deleteLater()
    return [Path(name) for name in dialog.selectedFiles()] if accepted else []
