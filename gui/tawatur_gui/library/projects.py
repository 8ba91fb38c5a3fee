"""Opening, making and closing projects."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QObject

from tawatur_core.edit import documents
from tawatur_core.errors import TawaturError
from tawatur_core.importers import sample
from tawatur_core.store.session import Session
from tawatur_gui import paths
from tawatur_gui.bridge import Bridge
from tawatur_gui.context import Context, Place, Target
from tawatur_gui.paths import SUFFIX


class Projects(QObject):
    """The project that is open in the window of `context`."""

    def __init__(self, context: Context, bridge: Bridge) -> None:
        super().__init__()
        self._context, self._bridge = context, bridge

    def open(self, path: Path) -> bool:
        """Open a project instead of the present one; whether it worked."""
        return self._take(lambda: Session.open(path, analyst=self._context.settings.analyst))

    def create(self, path: Path, title: str) -> bool:
        """Make a project and open it; whether it worked."""
        analyst = self._context.settings.analyst
        return self._take(lambda: Session.create(path, analyst=analyst, title=title))

    def sample(self) -> bool:
        """Make a project of the sample corpus, propose and compare; or open it again."""
        language = self._context.settings.language
        try:
            title = sample.title(language)
            drafts = sample.drafts(language)
        except TawaturError as failure:
            self._context.fail(failure)
            return False
        path = paths.projects() / f"{title}{SUFFIX}"
        if path.exists():
            return self.open(path)
        if not self.create(path, title):
            return False
        made = self._context.do(lambda session: documents.add(session, drafts)) or []
        self._bridge.suggest(made)
        if made:
            self._context.go(Target(Place.READ, document=made[0]))
        return bool(made)

    def close(self) -> None:
        """Close the project and go to the start."""
        self._drop()
        self._context.settings.last_project = ""
        self._context.save_settings()
        self._context.opened.emit()
        self._context.go(Target(Place.WELCOME))

    def release(self) -> None:
        """Close the file when the window closes; the project stays the last one."""
        self._drop()

    def reopen(self) -> bool:
        """Close and open the present project: another analyst, or another try to write."""
        session = self._context.session
        return session is not None and self.open(session.path)

    def _take(self, opening: Callable[[], Session]) -> bool:
        before = self._context.session
        same = before.path if before is not None else None
        self._drop()
        try:
            session = opening()
        except TawaturError as failure:
            self._context.fail(failure)
            if same is not None:
                self._put(Session.open(same, analyst=self._context.settings.analyst))
            else:
                self._context.opened.emit()
            return False
        self._put(session)
        self._context.settings.remember(session.path)
        self._context.save_settings()
        if same != session.path:
            self._context.go(Target(Place.READ))
        return True

    def _put(self, session: Session) -> None:
        self._context.session = session
        self._context.opened.emit()
        self._bridge.attach(session)

    def _drop(self) -> None:
        session = self._context.session
        self._bridge.detach()
        if session is not None:
            self._context.session = None
            session.close()


def free_path(folder: Path, title: str) -> Path:
    """Return a path for a new project with this title that no file has yet."""
    stem = (
        "".join("-" if char in '/\\:*?"<>|\0' else char for char in title).strip(". ") or "tawatur"
    )
    path = folder / f"{stem}{SUFFIX}"
    number = 2
    while path.exists():
        path = folder / f"{stem} {number}{SUFFIX}"
        number += 1
    return path
