"""What every place of the window is given: the open project and the ways to act on it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING, TypeVar

from PySide6.QtCore import QObject, Signal

from tawatur_core.errors import TawaturError
from tawatur_core.model import ClaimId, ConflictKey, DocumentId, EntityId, MentionId, Span
from tawatur_core.store.session import Session
from tawatur_core.wording import Wording, wording
from tawatur_gui.theme import LIGHT, Theme

if TYPE_CHECKING:
    from tawatur_gui.jobs import Jobs
    from tawatur_gui.settings import Settings

T = TypeVar("T")


class Place(StrEnum):
    """Where a person can be."""

    WELCOME = "welcome"
    READ = "read"
    ENTITIES = "entities"
    CONFLICTS = "conflicts"
    OVERVIEW = "overview"
    EXPORT = "export"


@dataclass(frozen=True, slots=True)
class Target:
    """Where to go and what to show there."""

    place: Place
    document: DocumentId | None = None
    span: Span | None = None
    claim: ClaimId | None = None
    mention: MentionId | None = None
    entity: EntityId | None = None
    conflict: ConflictKey | None = None


class Context(QObject):
    """The open project, its notices, and how to say, do and go. One per window, passed along."""

    changed = Signal(object)  # Changes: after every commit
    opened = Signal()  # another project (or none) is open
    themed = Signal()  # theme, fonts or sizes changed
    went = Signal(object)  # Target: somebody asked to go there
    noticed = Signal(str, str)  # (text, kind): kind is 'done' or 'failed'; shown as a toast
    broke = Signal(object)  # Exception: an error of our own; shown with its details
    wanted = Signal(object)  # list[Path]: files somebody wants opened or imported
    asked = Signal(str)  # message id of a window command that somebody wants done

    def __init__(self, settings: Settings, jobs: Jobs) -> None:
        super().__init__()
        self.settings = settings
        self.jobs = jobs
        self.theme: Theme = LIGHT
        self.session: Session | None = None

    @property
    def words(self) -> Wording:
        """The catalogue of the interface language."""
        return wording(self.settings.language)

    def say(self, code: str, /, **args: str | float) -> str:
        """Return a message in the interface language."""
        return self.words.say(code, **args)

    def go(self, target: Target) -> None:
        """Ask the window to show a place."""
        self.went.emit(target)

    def do(self, work: Callable[[Session], T]) -> T | None:
        """Run an edit on the open session; a failure becomes a notice and None."""
        if self.session is None:
            return None
        if self.session.busy:  # an import is being written: nothing may become part of it
            self.noticed.emit(self.say("status-busy"), "failed")
            return None
        try:
            return work(self.session)
        except TawaturError as failure:
            self.fail(failure)
            return None

    def save_settings(self) -> None:
        """Write the settings at once: a crash must not lose them; a failure becomes a notice."""
        try:
            self.settings.save()
        except TawaturError as failure:
            self.fail(failure)

    def fail(self, failure: Exception) -> None:
        """Show a failure: the world's faults in words, our own with their details."""
        if isinstance(failure, TawaturError):
            self.noticed.emit(self.say(failure.code, **failure.args_for_words()), "failed")
        else:
            self.broke.emit(failure)
