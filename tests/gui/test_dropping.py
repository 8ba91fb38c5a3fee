"""Files dragged over the real window."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDragLeaveEvent, QDropEvent
from PySide6.QtWidgets import QWidget

from tawatur_gui.settings import Settings
from tawatur_gui.window import Window

_COPY, _LEFT, _NONE = (
    Qt.DropAction.CopyAction,
    Qt.MouseButton.LeftButton,
    Qt.KeyboardModifier.NoModifier,
)


def _over(widget: QWidget, data: QMimeData) -> bool:
    event = QDragEnterEvent(QPoint(200, 200), _COPY, data, _LEFT, _NONE)
    event.ignore()
    widget.dragEnterEvent(event)
    return event.isAccepted()


def _files(*files: Path) -> QMimeData:
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(file)) for file in files])
    return data


def test_the_window_lights_up_and_says_what_a_drop_does(
    empty_window: Window, project: Path, tmp_path: Path
) -> None:
    veil, say = empty_window.veil, empty_window.context.say
    assert _over(empty_window, _files(project))
    assert veil.isVisible()
    assert veil.geometry() == empty_window.rect()
    assert veil.words == say("drop-project", name=project.stem)
    veil.dragLeaveEvent(QDragLeaveEvent())
    assert not veil.isVisible()
    assert _over(empty_window, _files(tmp_path / "a.txt", tmp_path / "b.txt"))
    assert veil.words == say("drop-new", count=2)


def test_a_drop_on_the_lit_window_is_taken(empty_window: Window, project: Path) -> None:
    data = _files(project)
    assert _over(empty_window, data)
    event = QDropEvent(QPointF(200, 200), _COPY, data, _LEFT, _NONE)
    empty_window.veil.dropEvent(event)
    assert not empty_window.veil.isVisible()
    assert empty_window.context.session is not None
    assert empty_window.context.session.path == project
    assert Settings.load().recent == [str(project)]  # already written: a crash keeps it
    assert _over(empty_window, _files(project.with_name("a.txt")))
    assert empty_window.veil.words == empty_window.context.say("drop-texts", count=1)


def test_words_dragged_over_the_window_leave_it_dark(empty_window: Window) -> None:
    data = QMimeData()
    data.setText("خبر")
    assert not _over(empty_window, data)
    assert not empty_window.veil.isVisible()


def test_the_first_window_fits_the_screen(empty_window: Window) -> None:
    made = Window(empty_window.context)
    free = made.screen().availableSize()
    assert made.width() < free.width() or made.minimumWidth() >= free.width()
    assert made.height() < free.height() or made.minimumHeight() >= free.height()
    made.deleteLater()
