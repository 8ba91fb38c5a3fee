"""Qt's own dialogs for files, where the system has none: in the language of the window."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QApplication, QComboBox, QFileDialog, QLabel

from tawatur_gui import file_dialogs, qt_words

_ARABIC = re.compile("[\u0621-\u064a]")


@pytest.mark.parametrize(("language", "arabic"), [("ar", True), ("en", False)])
def test_labels_are_in_the_language_of_the_window(
    app: QApplication, tmp_path: Path, language: str, arabic: bool
) -> None:
    (tmp_path / "folder").mkdir()
    qt_words.speak(app, language)
    try:
        dialog = QFileDialog(None, "", str(tmp_path))
        dialog.setOption(QFileDialog.Option.DontUseNativeDialog)
        names = ("lookInLabel", "fileNameLabel", "fileTypeLabel")
        found = [dialog.findChild(QLabel, name) for name in names]
        told = [label.text() for label in found if isinstance(label, QLabel)]
        assert len(told) == len(names)
        assert all(bool(_ARABIC.search(text)) is arabic for text in told), told
        translated = app.translate("QAbstractFileIconProvider", "Folder")
        assert bool(_ARABIC.search(translated)) is arabic
        dialog.deleteLater()
    finally:
        qt_words.speak(app, "ar")


def test_a_place_is_asked_with_paths_from_the_left(app: QApplication, tmp_path: Path) -> None:
    seen: list[object] = []

    def answer() -> None:
        dialog = app.activeModalWidget()
        assert isinstance(dialog, QFileDialog)
        places = dialog.findChild(QComboBox, "lookInCombo")
        assert isinstance(places, QComboBox)
        seen.extend([places.layoutDirection(), dialog.defaultSuffix()])
        dialog.filterSelected.emit("PNG (*.png)")
        seen.append(dialog.defaultSuffix())
        dialog.selectFile("mine")
        dialog.accept()

    QTimer.singleShot(0, answer)
    names = "SVG (*.svg);;PNG (*.png)"
    asked = file_dialogs.ask_place(None, "", tmp_path / "a.svg", names)
    assert asked == tmp_path / "mine.png"
    assert seen == [Qt.LayoutDirection.LeftToRight, "svg", "png"]


def test_nothing_is_chosen_when_it_is_closed(app: QApplication, tmp_path: Path) -> None:
    def close() -> None:
        dialog = app.activeModalWidget()
        assert isinstance(dialog, QFileDialog)
        dialog.reject()

    for ask in (file_dialogs.ask_folder, file_dialogs.ask_place):
        QTimer.singleShot(0, close)
        assert ask(None, "", tmp_path) is None
    for ask_named in (file_dialogs.ask_files, file_dialogs.ask_file):
        QTimer.singleShot(0, close)
        assert not ask_named(None, "", tmp_path, "")
