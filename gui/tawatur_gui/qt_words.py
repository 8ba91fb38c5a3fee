"""Words of Qt's own dialogs that its Arabic does not have yet."""

from __future__ import annotations

from PySide6.QtCore import QLibraryInfo, QObject, QTranslator
from PySide6.QtWidgets import QApplication

from tawatur_core.wording import wording

# By Qt's context and its English.
_CODES = {
    ("QFileDialog", "&Look in:"): "qt-look-in",
    ("QFileDialog", "Files of &type:"): "qt-files-of-type",
    ("QAbstractFileIconProvider", "Drive"): "qt-drive",
    ("QAbstractFileIconProvider", "Folder"): "qt-folder",
}


class MissingWords(QTranslator):
    """Asked for what Qt's own catalogue, installed after it, has no words for."""

    def __init__(self, language: str, parent: QObject) -> None:
        super().__init__(parent)
        self._words = wording(language, isolate=False)

    def isEmpty(self) -> bool:
        """Say that there is something to ask for: Qt takes no empty translator."""
        return False

    def translate(
        self, context: str, source: str, disambiguation: str | None = None, n: int = -1
    ) -> str | None:
        """Return the words for a text of Qt, None where the English stays."""
        code = _CODES.get((context, source))
        return None if code is None else self._words.say(code)


def speak(app: QApplication, language: str) -> None:
    """Let Qt's own dialogs speak the interface language."""
    for old in app.findChildren(QTranslator):
        app.removeTranslator(old)
        old.deleteLater()
    qt = QTranslator(app)
    folder = QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)
    app.installTranslator(MissingWords(language, app))
    if qt.load(f"qtbase_{language}", folder):
        app.installTranslator(qt)
